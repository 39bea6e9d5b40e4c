/* SPDX-License-Identifier: MIT */
/* grid.c - see grid.h. */
#include "grid.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HEAD_ROWS = 6, LONG_CELL = 1200 };

void grid_row(grid *g)
{
    g->rows++;
    g->at = 0;
}

static char *copy(const char *s)
{
    size_t n = strlen(s);
    char *c = take(n + 1, 1);
    memcpy(c, s, n);
    while (n && isspace((unsigned char)c[n - 1]))
        c[--n] = 0;
    return c;
}

void grid_add(grid *g, const char *words, size_t span)
{
    if (g->rows == 0)
        grid_row(g);
    span = span < 1 ? 1 : span;
    if (g->at >= MOST_COLUMNS)
        return; /* past what a report has: a sheet's formatting */
    if (span > MOST_COLUMNS - g->at)
        span = MOST_COLUMNS - g->at;
    while (isspace((unsigned char)*words))
        words++;
    if (*words) {
        if (g->count >= MOST_CELLS)
            fail(EXIT_TOO_LARGE, "a table holds too many cells");
        grow((void **)&g->cells, g->count, &g->room, sizeof *g->cells);
        g->cells[g->count++] = (grid_cell){g->rows - 1, g->at, span, copy(words)};
        if (g->at + span > g->columns)
            g->columns = g->at + span;
    }
    g->at += span;
}

void grid_skip(grid *g, size_t columns)
{
    if (g->rows == 0)
        grid_row(g);
    g->at = columns > MOST_COLUMNS - g->at ? MOST_COLUMNS : g->at + columns;
}

/* Past the marks of doubt at s. */
static const char *past_marks(const char *s)
{
    while (strncmp(s, MARK_DOUBT, 3) == 0 || strncmp(s, MARK_SURE, 3) == 0)
        s += 3;
    return s;
}

bool is_figure(const char *s)
{
    size_t digits = 0, n = strlen(s);
    if (n == 0 || n > 32)
        return false;
    for (const char *p = past_marks(s); *p; p = past_marks(p + 1)) {
        if (isdigit((unsigned char)*p)) {
            digits++;
            continue;
        }
        if (strncmp(p, "\xC2\xA0", 2) == 0 || strncmp(p, "\xE2\x88\x92", 3) == 0 ||
            strncmp(p, "\xE2\x80\x93", 3) == 0) {
            p += *p == '\xC2' ? 1 : 2; /* no-break space, minus, dash */
            continue;
        }
        if (!strchr(".,%+-() ", *p))
            return false;
    }
    return digits > 0;
}

/* "2023": as the only figures of a row at the top they are heads. */
static bool is_year(const char *s)
{
    return strlen(s) == 4 && strspn(s, "0123456789") == 4 && (strncmp(s, "19", 2) == 0 || strncmp(s, "20", 2) == 0);
}

bool is_row_mark(const char *marked)
{
    const char *s = past_marks(marked);
    size_t n = strcspn(s, "\xEE"), digits = 0, letters = 0;
    if (n == 0 || n > 8)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (isdigit((unsigned char)s[i]))
            digits++;
        else if (strchr("IVXivx", s[i]) || (i == 0 && isalpha((unsigned char)s[i])))
            letters++;
        else if (!strchr(".)-*+", s[i]))
            return false;
    }
    return (digits == 0 || letters == 0) && digits <= 4;
}

static const char *at(const grid *g, size_t first, size_t last, size_t column)
{
    for (size_t i = first; i < last; i++)
        if (g->cells[i].column <= column && column < g->cells[i].column + g->cells[i].span)
            return g->cells[i].words;
    return "";
}

static void put_flat(text *out, const char *words)
{
    bool blank = false;
    for (; *words; words++) {
        if (isspace((unsigned char)*words)) {
            blank = true;
            continue;
        }
        if (blank)
            put(out, " ", 1);
        blank = false;
        put(out, words, 1);
    }
}

static size_t row_end(const grid *g, size_t first)
{
    size_t i = first;
    while (i < g->count && g->cells[i].row == g->cells[first].row)
        i++;
    return i;
}

/* "A B 1 2 3=2/1": the columns' numbers, below their heads. */
static bool numbers_columns(const grid *g, size_t first, size_t last)
{
    long before = 0;
    size_t counted = 0;
    if (last - first < 3)
        return false;
    for (size_t i = first; i < last; i++) {
        const char *s = g->cells[i].words;
        char *end;
        if (isalpha((unsigned char)s[0]) && !s[1])
            continue;
        s += *s == '(';
        long n = strtol(s, &end, 10);
        if (end == s || n < 1 || n > 60 || (before && n != before + 1) || (*end && !strchr("=)( ", *end)))
            return false;
        before = n;
        counted++;
    }
    return counted >= 2 && counted + 3 >= last - first;
}

static bool is_data(const grid *g)
{
    size_t figures = 0, rows = 0;
    for (size_t first = 0, last; first < g->count; first = last) {
        last = row_end(g, first);
        bool any = false;
        for (size_t i = first; i < last; i++)
            any |= last - first >= 2 && g->cells[i].column > 0 && is_figure(g->cells[i].words);
        for (size_t i = first; i < last; i++)
            figures += g->cells[i].column > 0 && is_figure(g->cells[i].words);
        rows += any;
        if (any)
            for (size_t i = first; i < last; i++)
                if (strlen(g->cells[i].words) > LONG_CELL)
                    return false;
    }
    return rows >= 2 || (rows == 1 && figures >= 2);
}

static void write_layout(const grid *g, text *out)
{
    for (size_t i = 0; i < g->count; i++)
        for (const char *line = g->cells[i].words; *line;) {
            size_t n = strcspn(line, "\n");
            put_line(out, line, n);
            line += n + (line[n] == '\n');
        }
}

/* Heads over one another, joined down their column; a word said above is not said again. */
static void write_head(const grid *g, size_t end, bool marks, text *out)
{
    bool first = true;
    for (size_t column = marks; column < g->columns; column++) {
        const char *before = "";
        if (!first)
            put(out, "\t", 1);
        for (size_t i = 0, last; i < end; i = last) {
            last = row_end(g, i);
            const char *words = at(g, i, last, column);
            if (!*words || strcmp(words, before) == 0)
                continue;
            if (*before)
                put(out, " ", 1);
            put_flat(out, words);
            before = words;
        }
        first = false;
    }
    put(out, "\n", 1);
}

/* Is the first column one of row numbers? */
static bool has_marks(const grid *g, size_t from)
{
    size_t marks = 0, others = 0;
    for (size_t i = from; i < g->count; i++)
        if (g->cells[i].column == 0 && g->cells[i].span == 1) {
            marks += is_row_mark(g->cells[i].words);
            others += !is_row_mark(g->cells[i].words);
        }
    return marks > others * 4;
}

static void write_rows(const grid *g, size_t from, bool marks, text *out)
{
    bool *numeric = take(g->columns + 1, sizeof *numeric);
    for (size_t i = from; i < g->count; i++)
        numeric[g->cells[i].column] |= is_figure(g->cells[i].words) && g->cells[i].column > marks;
    for (size_t first = from, last; first < g->count; first = last) {
        last = row_end(g, first);
        size_t words = 0, figures = 0;
        for (size_t i = first; i < last; i++) {
            bool mark = marks && g->cells[i].column == 0 && g->cells[i].span == 1;
            words += !mark;
            figures += !mark && is_figure(g->cells[i].words);
        }
        text line = {0};
        bool any = false;
        for (size_t column = 0; column < g->columns; column++) {
            const char *s = "";
            for (size_t i = first; i < last; i++)
                if (g->cells[i].column == column)
                    s = g->cells[i].words;
            if (marks && column == 0) {
                put_flat(&line, s);
                if (*s)
                    put_string(&line, isalnum((unsigned char)s[strlen(s) - 1]) ? ". " : " ");
                continue;
            }
            if (!*s && !(figures && numeric[column]))
                continue;
            if (any)
                put(&line, "\t", 1);
            put_flat(&line, *s ? s : "-");
            any = true;
        }
        put_line(out, string_of(&line), line.len);
        free(line.bytes);
        (void)words;
    }
    free(numeric);
}

void grid_write(grid *g, text *out)
{
    if (g->count && is_data(g)) {
        size_t head = 0, captions = 0, most = g->heads > HEAD_ROWS ? g->heads : HEAD_ROWS;
        while (head < g->count) { /* the rows before the first with a figure beside words */
            size_t last = row_end(g, head), figures = 0;
            for (size_t i = head; i < last; i++)
                figures += g->cells[i].column > 0 && is_figure(g->cells[i].words) && !is_year(g->cells[i].words);
            if ((figures && !numbers_columns(g, head, last)) || g->cells[head].row >= most)
                break;
            head = last;
        }
        /* a title over the whole table; one word may be the first line of a column's head */
        while (captions < head && row_end(g, captions) == captions + 1 &&
               (g->heads == 0 || strchr(g->cells[captions].words, ' '))) {
            put_flat(out, g->cells[captions].words);
            put(out, "\n", 1);
            captions++;
        }
        grid below = {.cells = g->cells + captions, .count = g->count - captions, .columns = g->columns};
        head -= captions;
        bool marks = g->columns > 2 && has_marks(&below, head);
        size_t end = 0;
        for (size_t i = 0, last; i < head; i = last) { /* without the columns' numbers */
            last = row_end(&below, i);
            if (numbers_columns(&below, i, last)) {
                for (size_t k = i; k < last; k++)
                    below.cells[k].words[0] = 0;
            }
            end = last;
        }
        /* a title of a group of rows ("I. Công nghiệp") at the end of the heads is a row */
        size_t heads = end;
        while (heads > 0) {
            size_t first = heads - 1, filled = 0;
            while (first > 0 && below.cells[first - 1].row == below.cells[heads - 1].row)
                first--;
            for (size_t i = first; i < heads; i++)
                filled += below.cells[i].words[0] != 0;
            bool numbers = filled == 0;
            if (first == 0 || numbers || filled > 1 + (size_t)marks || below.cells[first].column > (size_t)marks ||
                (heads - first > 1 && !is_row_mark(below.cells[first].words)))
                break;
            heads = first;
        }
        if (heads)
            write_head(&below, heads, marks, out);
        write_rows(&below, heads, marks, out);
    } else {
        write_layout(g, out);
    }
    for (size_t i = 0; i < g->count; i++)
        free(g->cells[i].words);
    g->count = g->rows = g->columns = g->at = 0;
}
