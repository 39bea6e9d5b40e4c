/* SPDX-License-Identifier: MIT */
/* odf.c - OpenDocument text and sheets (ODF 1.3): content.xml, with the list styles of styles.xml. */
#include "formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "flow.h"
#include "list.h"
#include "number.h"

enum { REPEATS = 256, LISTS = 32 };

typedef struct {
    char name[64];
    list list;
} list_style;

typedef struct {
    flow flow;
    bool sheet;
    list_style *styles;
    size_t style_count, style_room;
    list outline; /* of headings */
    list *open_style;
    unsigned open_level;
    list *lists[LISTS];     /* of the open text:list elements */
    bool item_begun[LISTS]; /* the item has had its mark */
    unsigned list_count;
    unsigned skip, heading;
    bool in_body;
    char paragraph_list[64];
    size_t repeat, covered;
    char value[40], kind[16]; /* of a sheet's cell, beside what is shown */
    size_t row_start;
} reader;

static unsigned count_of(const char *s, unsigned most)
{
    long n = s ? strtol(s, NULL, 10) : 1;
    return n < 1 ? 1 : n > (long)most ? most : (unsigned)n;
}

static list *list_by_name(reader *r, const char *name)
{
    for (size_t i = 0; name && i < r->style_count; i++)
        if (strcmp(r->styles[i].name, name) == 0)
            return &r->styles[i].list;
    return NULL;
}

/* list-level-style-number, -bullet, outline-level-style */
static void level_style(reader *r, const char *n, const XML_Char **a)
{
    unsigned level = count_of(attribute(a, "level"), LIST_LEVELS) - 1;
    list_level *v = &r->open_style->levels[level];
    const char *format = attribute(a, "num-format"), *prefix = attribute(a, "num-prefix"),
               *suffix = attribute(a, "num-suffix");
    *v = (list_level){.start = count_of(attribute(a, "start-value"), 100000)};
    if (strstr(n, "bullet")) {
        const char *bullet = attribute(a, "bullet-char");
        v->kind = NUMBER_BULLET;
        v->pattern[0] = bullet ? bullet[0] : '-';
        return;
    }
    v->kind = !format || !*format ? NUMBER_NONE
              : *format == 'a'    ? NUMBER_LOWER
              : *format == 'A'    ? NUMBER_UPPER
              : *format == 'i'    ? NUMBER_SMALL_ROMAN
              : *format == 'I'    ? NUMBER_ROMAN
                                  : NUMBER_DECIMAL;
    unsigned shown = count_of(attribute(a, "display-levels"), level + 1);
    text pattern = {0};
    put_string(&pattern, prefix ? prefix : "");
    for (unsigned i = level + 1 - shown; i <= level && v->kind != NUMBER_NONE; i++) {
        char part[4] = {'%', (char)('1' + i), '.', 0};
        put(&pattern, part, i < level ? 3 : 2);
    }
    put_string(&pattern, suffix ? suffix : "");
    if (pattern.len < sizeof v->pattern)
        memcpy(v->pattern, string_of(&pattern), pattern.len + 1);
    free(pattern.bytes);
}

static bool style_element(reader *r, const char *n, const XML_Char **a)
{
    if (strcmp(n, "list-style") == 0) {
        const char *name = attribute(a, "name");
        grow((void **)&r->styles, r->style_count, &r->style_room, sizeof *r->styles);
        if (name && strlen(name) < sizeof r->styles->name)
            memcpy(r->styles[r->style_count].name, name, strlen(name));
        r->open_style = &r->styles[r->style_count++].list;
    } else if (strcmp(n, "outline-style") == 0) {
        r->open_style = &r->outline;
    } else if (r->open_style && (strncmp(n, "list-level-style", 16) == 0 || strcmp(n, "outline-level-style") == 0)) {
        level_style(r, n, a);
    } else {
        return false;
    }
    return true;
}

static void start_styles(void *context, const XML_Char *name, const XML_Char **a)
{
    style_element(context, local(name), a);
}

/* What is shown of a number, with a comma before its decimals: as many of them as are shown. */
static void put_shown(const char *shown, const char *value, bool percent, text *out)
{
    char *stop, digits[64], words[400];
    size_t n = 0;
    double v = strtod(value, &stop) * (percent ? 100 : 1);
    int decimals = -1;
    for (const char *p = shown; *p && n + 1 < sizeof digits; p++)
        if (*p >= '0' && *p <= '9')
            digits[n++] = *p;
    digits[n] = 0;
    for (int d = 0; d <= 10 && decimals < 0; d++) {
        size_t m = 0;
        snprintf(words, sizeof words, "%.*f", d, v);
        for (char *p = words; *p; p++)
            if (*p >= '0' && *p <= '9')
                words[m++] = *p;
        words[m] = 0;
        if (strcmp(words, digits) == 0)
            decimals = d;
    }
    number_put(v, decimals, out);
    if (percent)
        put_string(out, "%");
}

/* The open cell's words, or its value where it has one. */
static void put_value(reader *r, const char *shown, text *out)
{
    const char *v = r->value;
    if (!r->sheet || !*v || !*shown) {
        put_string(out, shown);
    } else if (strcmp(r->kind, "date") == 0) {
        bool whole = strlen(v) >= 10 && v[4] == '-' && v[7] == '-';
        char day[11] = {0};
        if (whole)
            memcpy(day, (char[]){v[8], v[9], '/', v[5], v[6], '/', v[0], v[1], v[2], v[3]}, 10);
        put_string(out, whole ? day : shown);
    } else if (strcmp(r->kind, "float") == 0 || strcmp(r->kind, "percentage") == 0 ||
               strcmp(r->kind, "currency") == 0) {
        put_shown(shown, v, *r->kind == 'p', out);
    } else {
        put_string(out, shown);
    }
}

static void start(void *context, const XML_Char *name, const XML_Char **a)
{
    static const char *const SKIPPED[] = {"annotation", "note", "tracked-changes", "forms",  "object",
                                          "ruby-text",  "desc", "title",           "shapes", "table-header",
                                          "dde-source"};
    reader *r = context;
    const char *n = local(name);
    text *words = flow_words(&r->flow);
    if (r->skip) {
        if (++r->skip > MOST_DEPTH)
            fail(EXIT_UNREADABLE, "elements stand inside elements too deep");
        return;
    }
    if (!r->in_body) {
        r->in_body = strcmp(n, "body") == 0;
        style_element(r, n, a);
        return;
    }
    for (size_t i = 0; i < sizeof SKIPPED / sizeof *SKIPPED; i++)
        if (strcmp(n, SKIPPED[i]) == 0) {
            r->skip = 1;
            return;
        }
    if (strcmp(n, "p") == 0 || strcmp(n, "h") == 0) {
        flow_paragraph(&r->flow);
        r->heading = *n == 'h' ? count_of(attribute(a, "outline-level"), LIST_LEVELS) : 0;
    } else if (strcmp(n, "s") == 0 && words) {
        put_string(words, " ");
    } else if (strcmp(n, "tab") == 0 && words) {
        put_string(words, " ");
    } else if (strcmp(n, "line-break") == 0 && words) {
        put_string(words, "\n");
    } else if (strcmp(n, "list") == 0) {
        if (r->list_count < LISTS) {
            list *own = list_by_name(r, attribute(a, "style-name"));
            const char *goes_on = attribute(a, "continue-numbering");
            r->lists[r->list_count] = own ? own : r->list_count ? r->lists[r->list_count - 1] : NULL;
            r->item_begun[r->list_count] = true;
            if (r->list_count == 0 && own && !(goes_on && strcmp(goes_on, "true") == 0) &&
                !attribute(a, "continue-list"))
                memset(own->counts, 0, sizeof own->counts);
        }
        if (++r->list_count > MOST_DEPTH)
            fail(EXIT_UNREADABLE, "lists stand inside lists too deep");
    } else if ((strcmp(n, "list-item") == 0) && r->list_count && r->list_count <= LISTS) {
        r->item_begun[r->list_count - 1] = false;
    } else if (strcmp(n, "table") == 0) {
        flow_table(&r->flow);
    } else if (strcmp(n, "table-row") == 0) {
        flow_row(&r->flow);
    } else if (strcmp(n, "table-cell") == 0) {
        r->repeat = count_of(attribute(a, "number-columns-repeated"), REPEATS);
        flow_cell(&r->flow, count_of(attribute(a, "number-columns-spanned"), MOST_COLUMNS));
        const char *kind = attribute(a, "value-type");
        const char *value = attribute(a, kind && strcmp(kind, "date") == 0 ? "date-value" : "value");
        snprintf(r->kind, sizeof r->kind, "%s", kind ? kind : "");
        snprintf(r->value, sizeof r->value, "%s", value ? value : "");
        if (r->flow.table_count) { /* the covered cells behind it count themselves */
            r->covered = r->flow.tables[r->flow.table_count - 1].span - 1;
        }
    } else if (strcmp(n, "covered-table-cell") == 0 && r->flow.table_count) {
        size_t cells = count_of(attribute(a, "number-columns-repeated"), REPEATS);
        size_t under = cells < r->covered ? cells : r->covered; /* of the cell to the left: its span has them */
        r->covered -= under;
        grid_skip(&r->flow.tables[r->flow.table_count - 1].table, cells - under);
        r->skip = 1;
    }
}

static void end(void *context, const XML_Char *name)
{
    reader *r = context;
    const char *n = local(name);
    if (r->skip) {
        r->skip--;
        return;
    }
    if (strcmp(n, "list-style") == 0 || strcmp(n, "outline-style") == 0)
        r->open_style = NULL;
    if (!r->in_body)
        return;
    if (strcmp(n, "p") == 0 || strcmp(n, "h") == 0) {
        text mark = {0};
        const char *words = flow_words(&r->flow) ? string_of(flow_words(&r->flow)) : "";
        bool any = words[strspn(words, " \t\n")] != 0;
        unsigned depth = r->list_count < LISTS ? r->list_count : LISTS;
        if (any && depth && !r->item_begun[depth - 1] && r->lists[depth - 1]) {
            list_mark(r->lists[depth - 1], r->heading ? r->heading - 1 : depth - 1, &mark);
            r->item_begun[depth - 1] = true;
        } else if (any && r->heading && !depth) {
            list_mark(&r->outline, r->heading - 1, &mark);
        }
        flow_paragraph_end(&r->flow, string_of(&mark));
        free(mark.bytes);
        r->heading = 0;
    } else if (strcmp(n, "list") == 0 && r->list_count) {
        r->list_count--;
    } else if (strcmp(n, "table-cell") == 0 && r->flow.table_count) {
        bool empty = r->flow.tables[r->flow.table_count - 1].cell.len == 0;
        size_t span = r->flow.tables[r->flow.table_count - 1].span;
        text again = {0};
        text *cell = &r->flow.tables[r->flow.table_count - 1].cell;
        put_value(r, string_of(cell), &again);
        reset(cell);
        put_string(cell, string_of(&again));
        flow_cell_end(&r->flow);
        for (size_t i = 1; i < r->repeat && !empty; i++)
            grid_add(&r->flow.tables[r->flow.table_count - 1].table, string_of(&again), span);
        if (empty)
            grid_skip(&r->flow.tables[r->flow.table_count - 1].table, r->repeat - 1);
        free(again.bytes);
    } else if (strcmp(n, "table") == 0 && r->sheet && r->flow.table_count == 1) {
        sheet_write(&r->flow.tables[0].table, r->flow.out);
        put(r->flow.out, "\n", r->flow.out->len > 0);
        flow_table_end(&r->flow);
    } else if (strcmp(n, "table") == 0) {
        flow_table_end(&r->flow);
    }
}

static void words(void *context, const XML_Char *s, int n)
{
    reader *r = context;
    text *to = flow_words(&r->flow);
    if (!r->skip && r->in_body && to)
        for (int i = 0; i < n; i++) /* line ends of the file are white space */
            put(to, s[i] == '\n' || s[i] == '\t' ? " " : &s[i], 1);
}

void odf_text(zip *z, bool sheet, text *out)
{
    reader *r = take(1, sizeof *r);
    r->flow.out = out;
    r->sheet = sheet;
    zip_xml(z, "styles.xml", xml_parser(r, start_styles, end, NULL, false));
    r->open_style = NULL;
    if (!zip_xml(z, "content.xml", xml_parser(r, start, end, words, false)))
        fail(EXIT_UNREADABLE, "the document's text is missing");
}
