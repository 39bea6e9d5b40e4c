/* SPDX-License-Identifier: MIT */
/* rtf.c - Rich Text Format 1.9: words, paragraphs, table rows; other destinations are left out. */
#include "formats.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "extract/utf8.h"
#include "grid.h"

enum { GROUPS = 256 };

typedef struct {
    bool skip, hidden;
    int unicode_skip; /* characters that follow each \u for old readers */
} group;

typedef struct {
    text *out, line;
    group groups[GROUPS];
    size_t depth;
    grid table;
    text cell;
    bool in_row;
    int pending;   /* characters yet to leave out after \u */
    unsigned high; /* a surrogate's first half */
} reader;

static const char *const LEFT_OUT[] = {
    "fonttbl",   "colortbl",  "stylesheet", "info",      "pict",         "header",
    "headerl",   "headerr",   "headerf",    "footer",    "footerl",      "footerr",
    "footerf",   "footnote",  "annotation", "object",    "listtable",    "listoverridetable",
    "generator", "themedata", "xmlnstbl",   "datastore", "latentstyles", "rsidtbl",
    "fldinst",   "bkmkstart", "bkmkend",    "shpinst",   "revtbl",       "filetbl",
    "pgdsctbl",  "deleted",   "mmathPr"};

static bool silent(const reader *r)
{
    return r->groups[r->depth].skip || r->groups[r->depth].hidden;
}

static void put_point(reader *r, unsigned c)
{
    char bytes[4];
    if (!silent(r))
        put(&r->line, bytes, bc_utf8_put(bytes, c));
}

/* A code unit of UTF-16. */
static void put_unit(reader *r, unsigned c)
{
    if (c >= 0xD800 && c < 0xDC00) {
        r->high = c;
        return;
    }
    if (c >= 0xDC00 && c < 0xE000) {
        c = r->high ? 0x10000 + ((r->high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
        r->high = 0;
    }
    if (c >= ' ' && c <= 0x10FFFF)
        put_point(r, c);
}

/* A byte of the document's code page: as windows-1258 and windows-1252 have it; bc_mend() tells the fonts apart. */
static void put_byte(reader *r, unsigned c)
{
    static const unsigned short C1[32] = {0x20AC, 0xFFFD, 0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                          0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0xFFFD, 0x17D,  0xFFFD,
                                          0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0xFFFD, 0x17E,  0x178};
    if (r->pending > 0)
        r->pending--;
    else
        put_point(r, c >= 0x80 && c < 0xA0 ? C1[c - 0x80] : c);
}

static void end_paragraph(reader *r)
{
    text *to = r->in_row ? &r->cell : r->out;
    if (!r->in_row && r->table.rows)
        grid_write(&r->table, r->out);
    put_line(to, string_of(&r->line), r->line.len);
    reset(&r->line);
}

static void end_cell(reader *r)
{
    put_line(&r->cell, string_of(&r->line), r->line.len);
    reset(&r->line);
    if (r->table.at == 0 && r->table.rows == 0)
        grid_row(&r->table);
    grid_add(&r->table, string_of(&r->cell), 1);
    reset(&r->cell);
}

static void control(reader *r, const char *word, bool has_number, long n)
{
    group *g = &r->groups[r->depth];
    for (size_t i = 0; i < sizeof LEFT_OUT / sizeof *LEFT_OUT; i++)
        if (strcmp(word, LEFT_OUT[i]) == 0)
            g->skip = true;
    if (strcmp(word, "shptxt") == 0)
        g->skip = false;
    else if (strcmp(word, "uc") == 0)
        g->unicode_skip = n < 0 || n > 8 ? 1 : (int)n;
    else if (strcmp(word, "v") == 0)
        g->hidden = !(has_number && n == 0);
    if (g->skip)
        return;
    if (strcmp(word, "u") == 0 && has_number) {
        put_unit(r, (unsigned)(n < 0 ? n + 65536 : n) & 0xFFFF);
        r->pending = g->unicode_skip;
    } else if (strcmp(word, "par") == 0 || strcmp(word, "sect") == 0 || strcmp(word, "page") == 0) {
        end_paragraph(r);
    } else if (strcmp(word, "line") == 0) {
        put_point(r, '\n');
    } else if (strcmp(word, "tab") == 0) {
        put_point(r, ' ');
    } else if (strcmp(word, "trowd") == 0) {
        ; /* the row's shape: it may stand before or behind its cells */
    } else if (strcmp(word, "intbl") == 0) {
        r->in_row = true;
    } else if (strcmp(word, "pard") == 0) {
        r->in_row = false;
    } else if (strcmp(word, "cell") == 0) {
        end_cell(r);
    } else if (strcmp(word, "row") == 0) {
        grid_row(&r->table);
    } else if (strcmp(word, "endash") == 0) {
        put_point(r, 0x2013);
    } else if (strcmp(word, "emdash") == 0) {
        put_point(r, 0x2014);
    } else if (strcmp(word, "lquote") == 0 || strcmp(word, "rquote") == 0) {
        put_point(r, *word == 'l' ? 0x2018 : 0x2019);
    } else if (strcmp(word, "ldblquote") == 0 || strcmp(word, "rdblquote") == 0) {
        put_point(r, *word == 'l' ? 0x201C : 0x201D);
    } else if (strcmp(word, "bullet") == 0) {
        put_point(r, 0x2022);
    }
}

void rtf_text(const char *bytes, size_t len, text *out)
{
    reader *r = take(1, sizeof *r);
    const char *p = bytes, *end = bytes + len;
    r->out = out;
    r->groups[0].unicode_skip = 1;
    while (p < end) {
        char c = *p++;
        if (c == '{') {
            if (r->depth + 1 == GROUPS)
                fail(EXIT_UNREADABLE, "groups stand inside groups too deep");
            r->groups[r->depth + 1] = r->groups[r->depth];
            r->depth++;
            r->pending = 0;
        } else if (c == '}') {
            if (r->depth)
                r->depth--;
            r->pending = 0;
        } else if (c == '\\' && p < end && isalpha((unsigned char)*p)) {
            char word[32];
            size_t n = 0;
            while (p < end && isalpha((unsigned char)*p)) {
                if (n + 1 < sizeof word)
                    word[n++] = *p;
                p++;
            }
            word[n] = 0;
            const char *digits = p;
            bool negative = p < end && *p == '-';
            long value = 0;
            for (p += negative; p < end && isdigit((unsigned char)*p) && value < 100000000; p++)
                value = value * 10 + (*p - '0');
            bool has_number = p > digits + negative;
            if (!has_number)
                p = digits;
            if (p < end && *p == ' ')
                p++;
            if (strcmp(word, "bin") == 0 && has_number && !negative)
                p += value < end - p ? value : end - p;
            else
                control(r, word, has_number, negative ? -value : value);
        } else if (c == '\\' && p < end) {
            c = *p++;
            if (c == '\'' && end - p >= 2) {
                char hex[3] = {p[0], p[1], 0};
                p += 2;
                put_byte(r, (unsigned)strtoul(hex, NULL, 16) & 0xFF);
            } else if (c == '*') {
                r->groups[r->depth].skip = true;
            } else if (c == '~') {
                put_point(r, ' ');
            } else if (c == '_') {
                put_point(r, '-');
            } else if (strchr("\\{}", c)) {
                put_byte(r, (unsigned char)c);
            } else if (c == '\n' || c == '\r') {
                control(r, "par", false, 0);
            }
        } else if (c != '\n' && c != '\r' && c != 0) {
            put_byte(r, (unsigned char)c);
        }
    }
    if (r->table.rows)
        grid_write(&r->table, out);
    end_paragraph(r);
}
