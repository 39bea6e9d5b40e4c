/* SPDX-License-Identifier: MIT */
/*
 * xlsx.c - SpreadsheetML (ECMA-376): each visible sheet's rows. Numbers are written as a Vietnamese sheet shows them: a
 * comma before the decimals, as many of them as the cell's format has, per cent where it is one, dates as days.
 */
#include "formats.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "grid.h"
#include "number.h"

enum { SHEETS = 200 };

typedef struct {
    unsigned id;
    char code[80];
} number_format;

typedef struct {
    char name[32], target[128]; /* relationship, part */
} relation;

typedef struct {
    char relation[32];
    bool hidden;
} sheet;

typedef struct {
    relation relations[SHEETS];
    size_t relation_count;
    sheet sheets[SHEETS];
    size_t sheet_count;
    bool date1904;

    char **strings;
    size_t string_count, string_room;
    text building;
    bool in_string, in_words;
    unsigned phonetic;

    number_format *formats;
    size_t format_count, format_room;
    unsigned *cell_formats; /* number format by style */
    size_t cell_format_count, cell_format_room;
    bool in_cell_formats;

    /* of the sheet that is read */
    grid grid;
    size_t row, column, at; /* at: the grid's column of the next cell */
    char type[16];
    unsigned style;
    bool in_value, hidden_row;
    text value;
    struct {
        size_t row, column, columns, rows;
    } * merges;
    size_t merge_count, merge_room;
} book;

static unsigned number_at(const char *s, unsigned most)
{
    long n = s ? strtol(s, NULL, 10) : 0;
    return n < 0 ? 0 : n > (long)most ? most : (unsigned)n;
}

static bool is_true(const char *s)
{
    return s && (strcmp(s, "1") == 0 || strcmp(s, "true") == 0);
}

static void keep(char *to, size_t size, const char *from)
{
    snprintf(to, size, "%s", from ? from : "");
}

static void start_relations(void *context, const XML_Char *name, const XML_Char **a)
{
    book *b = context;
    if (!is(name, "Relationship") || b->relation_count == SHEETS)
        return;
    relation *r = &b->relations[b->relation_count++];
    const char *target = attribute(a, "Target");
    keep(r->name, sizeof r->name, attribute(a, "Id"));
    if (target && *target == '/')
        keep(r->target, sizeof r->target, target + 1);
    else
        snprintf(r->target, sizeof r->target, "xl/%.120s", target ? target : "");
}

static void start_workbook(void *context, const XML_Char *name, const XML_Char **a)
{
    book *b = context;
    if (is(name, "workbookPr"))
        b->date1904 = is_true(attribute(a, "date1904"));
    if (!is(name, "sheet") || b->sheet_count == SHEETS)
        return;
    const char *state = attribute(a, "state");
    keep(b->sheets[b->sheet_count].relation, sizeof b->sheets->relation, attribute(a, "id"));
    b->sheets[b->sheet_count++].hidden = state && strcmp(state, "visible") != 0;
}

static void start_strings(void *context, const XML_Char *name, const XML_Char **a)
{
    book *b = context;
    (void)a;
    if (is(name, "si"))
        reset(&b->building);
    b->phonetic += is(name, "rPh") || b->phonetic > 0;
    b->in_words = is(name, "t");
}

static void end_strings(void *context, const XML_Char *name)
{
    book *b = context;
    b->in_words = false;
    b->phonetic -= b->phonetic > 0;
    if (!is(name, "si"))
        return;
    if (b->string_count >= MOST_CELLS)
        fail(EXIT_TOO_LARGE, "the workbook holds too many words");
    grow((void **)&b->strings, b->string_count, &b->string_room, sizeof *b->strings);
    char *copy = take(b->building.len + 1, 1);
    memcpy(copy, string_of(&b->building), b->building.len);
    b->strings[b->string_count++] = copy;
}

static void string_words(void *context, const XML_Char *s, int n)
{
    book *b = context;
    if (b->in_words && !b->phonetic)
        put(&b->building, s, (size_t)n);
}

static void start_styles(void *context, const XML_Char *name, const XML_Char **a)
{
    book *b = context;
    if (is(name, "numFmt")) {
        grow((void **)&b->formats, b->format_count, &b->format_room, sizeof *b->formats);
        b->formats[b->format_count].id = number_at(attribute(a, "numFmtId"), 1u << 30);
        keep(b->formats[b->format_count++].code, sizeof b->formats->code, attribute(a, "formatCode"));
    } else if (is(name, "cellXfs")) {
        b->in_cell_formats = true;
    } else if (is(name, "xf") && b->in_cell_formats) {
        grow((void **)&b->cell_formats, b->cell_format_count, &b->cell_format_room, sizeof *b->cell_formats);
        b->cell_formats[b->cell_format_count++] = number_at(attribute(a, "numFmtId"), 1u << 30);
    }
}

static void end_styles(void *context, const XML_Char *name)
{
    if (is(name, "cellXfs"))
        ((book *)context)->in_cell_formats = false;
}

static const char *format_of(const book *b, unsigned style)
{
    static const struct {
        unsigned id;
        const char *code;
    } BUILT_IN[] = {{1, "0"},      {2, "0.00"},   {3, "#,##0"},     {4, "#,##0.00"},  {9, "0%"},
                    {10, "0.00%"}, {14, "d/m"},   {15, "d/m"},      {16, "d/m"},      {17, "m/y"},
                    {22, "d/m"},   {37, "#,##0"}, {38, "#,##0"},    {39, "#,##0.00"}, {40, "#,##0.00"},
                    {41, "#,##0"}, {42, "#,##0"}, {43, "#,##0.00"}, {44, "#,##0.00"}};
    unsigned id = style < b->cell_format_count ? b->cell_formats[style] : 0;
    for (size_t i = 0; i < b->format_count; i++)
        if (b->formats[i].id == id)
            return b->formats[i].code;
    for (size_t i = 0; i < sizeof BUILT_IN / sizeof *BUILT_IN; i++)
        if (BUILT_IN[i].id == id)
            return BUILT_IN[i].code;
    return "";
}

/* A serial day: 1 is 1900-01-01 (and 60 the day that was not), or 0 is 1904-01-01. */
static void put_day(double serial, bool date1904, bool month_only, text *out)
{
    char words[32];
    double days = floor(serial) + (date1904 ? 1462 : 0) - 25569;
    time_t t = (time_t)(days * 86400);
    struct tm day;
    if (!(serial > 0 && serial < 2958466) || !gmtime_r(&t, &day))
        return;
    if (month_only)
        snprintf(words, sizeof words, "%d/%d", day.tm_mon + 1, day.tm_year + 1900);
    else
        snprintf(words, sizeof words, "%02d/%02d/%d", day.tm_mday, day.tm_mon + 1, day.tm_year + 1900);
    put_string(out, words);
}

static void put_value(const book *b, const char *raw, text *out)
{
    char *stop;
    double v = strtod(raw, &stop);
    const char *format = format_of(b, b->style);
    if (stop == raw || *stop || !isfinite(v)) {
        put_string(out, raw);
        return;
    }
    bool general = !*format || strcasecmp(format, "General") == 0 || strcmp(format, "@") == 0, quoted = false,
         date = false, day = false, percent = false;
    int decimals = -1;
    for (const char *p = format; *p && *p != ';' && !general; p++) {
        if (*p == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (*p == '\\' || *p == '_' || *p == '*') {
            p += p[1] != 0;
            continue;
        }
        if (*p == '[') {
            p += strcspn(p, "]");
            if (!*p)
                break;
            continue;
        }
        percent |= *p == '%';
        date |= *p == 'y' || *p == 'Y' || *p == 'd' || *p == 'D';
        day |= *p == 'd' || *p == 'D';
        if (*p == '.' && decimals < 0)
            decimals = 0;
        else if (decimals >= 0 && (*p == '0' || *p == '#' || *p == '?'))
            decimals++;
        else if (decimals < 0 && (*p == '0' || *p == '#'))
            decimals = -1;
    }
    if (date) {
        put_day(v, b->date1904, !day, out);
        return;
    }
    if (!general && decimals < 0 && strpbrk(format, "0#?"))
        decimals = 0;
    number_put(percent ? v * 100 : v, general ? -1 : decimals, out);
    if (percent)
        put_string(out, "%");
}

/* "BC12": column 54, row 11, from 0 */
static bool place(const char *s, size_t *column, size_t *row)
{
    size_t c = 0, r = 0;
    while (s && isalpha((unsigned char)*s) && c < 100000)
        c = c * 26 + (size_t)(toupper((unsigned char)*s++) - 'A' + 1);
    while (s && isdigit((unsigned char)*s) && r < 10000000)
        r = r * 10 + (size_t)(*s++ - '0');
    if (c == 0 || r == 0)
        return false;
    *column = c - 1;
    *row = r - 1;
    return true;
}

static void start_merges(void *context, const XML_Char *name, const XML_Char **a)
{
    book *b = context;
    size_t c, r, c2, r2;
    const char *reference = attribute(a, "ref"), *colon = reference ? strchr(reference, ':') : NULL;
    if (!is(name, "mergeCell") || !colon || !place(reference, &c, &r) || !place(colon + 1, &c2, &r2) || c2 < c ||
        r2 < r)
        return;
    grow((void **)&b->merges, b->merge_count, &b->merge_room, sizeof *b->merges);
    b->merges[b->merge_count].row = r;
    b->merges[b->merge_count].column = c;
    b->merges[b->merge_count++].columns = c2 - c + 1;
}

static size_t span_at(const book *b, size_t row, size_t column)
{
    for (size_t i = 0; i < b->merge_count; i++)
        if (b->merges[i].row == row && b->merges[i].column == column)
            return b->merges[i].columns;
    return 1;
}

static void start_sheet(void *context, const XML_Char *name, const XML_Char **a)
{
    book *b = context;
    size_t column, row;
    if (is(name, "row")) {
        const char *number = attribute(a, "r");
        b->row = number ? number_at(number, 1u << 24) - 1u : b->row + 1;
        b->column = 0;
        b->hidden_row = is_true(attribute(a, "hidden"));
        if (!b->hidden_row)
            grid_row(&b->grid);
        b->at = 0;
    } else if (is(name, "c")) {
        if (place(attribute(a, "r"), &column, &row))
            b->column = column;
        keep(b->type, sizeof b->type, attribute(a, "t"));
        b->style = number_at(attribute(a, "s"), 1u << 24);
        reset(&b->value);
    } else if (is(name, "v") || is(name, "t")) {
        b->in_value = true;
    } else if (is(name, "rPh")) {
        b->phonetic = 1;
    }
}

static void end_sheet(void *context, const XML_Char *name)
{
    book *b = context;
    if (is(name, "v") || is(name, "t")) {
        b->in_value = false;
    } else if (is(name, "rPh")) {
        b->phonetic = 0;
    } else if (is(name, "c")) {
        text shown = {0};
        const char *raw = string_of(&b->value);
        if (strcmp(b->type, "s") == 0) {
            size_t i = number_at(raw, 1u << 30);
            put_string(&shown, *raw && i < b->string_count ? b->strings[i] : "");
        } else if (strcmp(b->type, "str") == 0 || strcmp(b->type, "inlineStr") == 0) {
            put_string(&shown, raw);
        } else if (strcmp(b->type, "e") != 0 && strcmp(b->type, "b") != 0 && *raw) {
            put_value(b, raw, &shown);
        }
        if (shown.len && !b->hidden_row && b->column >= b->at) {
            size_t span = span_at(b, b->row, b->column);
            grid_skip(&b->grid, b->column - b->at);
            grid_add(&b->grid, string_of(&shown), span);
            b->at = b->column + span;
        }
        free(shown.bytes);
        b->column++;
    }
}

static void sheet_words(void *context, const XML_Char *s, int n)
{
    book *b = context;
    if (b->in_value && !b->phonetic)
        put(&b->value, s, (size_t)n);
}

void xlsx_text(zip *z, text *out)
{
    book *b = take(1, sizeof *b);
    zip_xml(z, "xl/_rels/workbook.xml.rels", xml_parser(b, start_relations, NULL, NULL, false));
    if (!zip_xml(z, "xl/workbook.xml", xml_parser(b, start_workbook, NULL, NULL, false)))
        fail(EXIT_UNREADABLE, "the workbook is missing");
    zip_xml(z, "xl/sharedStrings.xml", xml_parser(b, start_strings, end_strings, string_words, false));
    zip_xml(z, "xl/styles.xml", xml_parser(b, start_styles, end_styles, NULL, false));
    for (size_t i = 0; i < b->sheet_count; i++)
        for (size_t k = 0; k < b->relation_count && !b->sheets[i].hidden; k++) {
            if (strcmp(b->relations[k].name, b->sheets[i].relation) != 0)
                continue;
            b->merge_count = 0;
            b->row = (size_t)-1;
            zip_xml(z, b->relations[k].target, xml_parser(b, start_merges, NULL, NULL, false));
            zip_xml(z, b->relations[k].target, xml_parser(b, start_sheet, end_sheet, sheet_words, false));
            sheet_write(&b->grid, out);
            put(out, "\n", out->len > 0);
        }
}
