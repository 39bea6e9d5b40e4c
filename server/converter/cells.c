/* SPDX-License-Identifier: MIT */
/* cells.c - rows of cells apart by tabs: what xls2csv gives of an old workbook, catdoc of an old document's tables. */
#include "formats.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "grid.h"
#include "number.h"

/* xls2csv writes numbers with a point. */
static void put_cell(const char *s, size_t n, text *out)
{
    char *stop, words[64];
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < n; i++) {
        digits += isdigit((unsigned char)s[i]) != 0;
        points += s[i] == '.';
        if (!isdigit((unsigned char)s[i]) && s[i] != '.' && !(i == 0 && s[i] == '-'))
            digits = n + 1; /* more than a number */
    }
    if (n == 0 || n >= sizeof words || digits == 0 || digits > n || points != 1) {
        put(out, s, n);
        return;
    }
    memcpy(words, s, n);
    words[n] = 0;
    double v = strtod(words, &stop);
    if (*stop)
        put(out, s, n);
    else
        number_put(v, -1, out);
}

void cells_text(const char *bytes, size_t len, text *out)
{
    grid g = {0};
    for (size_t i = 0; i < len;) {
        size_t stop = i;
        while (stop < len && bytes[stop] != '\n' && bytes[stop] != '\f')
            stop++;
        grid_row(&g);
        for (size_t k = i; k <= stop;) {
            size_t cell = k;
            while (cell < stop && bytes[cell] != '\t')
                cell++;
            text shown = {0};
            put_cell(bytes + k, cell - k - (cell > k && bytes[cell - 1] == '\r'), &shown);
            grid_add(&g, string_of(&shown), 1);
            free(shown.bytes);
            k = cell + 1;
        }
        if (stop == len || bytes[stop] == '\f')
            sheet_write(&g, out);
        i = stop + 1;
    }
    if (g.count)
        sheet_write(&g, out);
}

/* ---- catdoc ---- */

enum { LOOK_AHEAD = 200, LONG_PIECE = 160, SHORT_PIECE = 40 };

typedef struct {
    const char *words;
    size_t len, cells;
} rows_line;

typedef struct {
    rows_line *lines;
    size_t count, columns;
    size_t line, cell; /* the next cell */
    size_t closed;     /* cells of the next row that are known to be empty */
} rows_reader;

static const char *cell_of(const rows_line *l, size_t n, size_t *len)
{
    const char *s = l->words, *end = l->words + l->len, *stop;
    while (n-- && (s = memchr(s, '\t', (size_t)(end - s))))
        s++;
    if (!s)
        s = end;
    stop = memchr(s, '\t', (size_t)(end - s));
    *len = (size_t)((stop ? stop : end) - s);
    return s;
}

/* How many columns the table at line i has: what most of its lines hold. */
static size_t columns_at(const rows_line *lines, size_t count, size_t i)
{
    size_t votes[MOST_COLUMNS + 1] = {0}, best = lines[i].cells, gap = 0;
    for (size_t k = i; k < count && k < i + LOOK_AHEAD && gap < 3; k++) {
        gap = lines[k].cells > 1 ? 0 : gap + 1;
        if (lines[k].cells > 2 && lines[k].cells <= MOST_COLUMNS && lines[k].words[0] != '\t')
            votes[lines[k].cells]++;
    }
    for (size_t n = 3; n <= MOST_COLUMNS; n++)
        best = votes[n] >= 2 && votes[n] >= votes[best < MOST_COLUMNS ? best : 0] ? n : best;
    return best;
}

/* A row into the grid. In the file a mark ends each cell and one more the row; catdoc writes one mark as a tab and two
 * together as a line end, so that an empty cell ends the line. Of a table of so many columns all marks are known again.
 * False, and nothing is read: the row does not come out even. */
static bool whole_row(rows_reader *r, grid *g)
{
    rows_reader at = *r;
    size_t closed = at.closed, texts = 0, figures = 0;
    bool tabs = false, split = false;
    struct {
        const char *words;
        size_t len;
    } cells[MOST_COLUMNS] = {{0}};
    if (at.columns > MOST_COLUMNS)
        return false;
    for (bool ended = false; !ended;) {
        if (at.line >= at.count)
            return false;
        const rows_line *l = &at.lines[at.line];
        size_t len;
        const char *words = cell_of(l, at.cell, &len);
        bool last = at.cell + 1 == l->cells;
        if (l->cells == 1 && len > (at.line == r->line ? LONG_PIECE : SHORT_PIECE))
            return false;
        if (len) {
            if (closed == at.columns)
                return false;
            cells[closed].words = words;
            cells[closed].len = len;
            char figure[33] = "";
            if (len < sizeof figure)
                memcpy(figure, words, len);
            figures += is_figure(figure);
            texts++;
        }
        tabs |= l->cells > 1;
        at.closed = 0;
        for (size_t marks = last ? 2 : 1; marks; marks--) {
            if (ended)
                at.closed++;
            else if (closed == at.columns)
                ended = true;
            else
                closed++;
        }
        at.cell = last ? 0 : at.cell + 1;
        at.line += last;
        split |= last && !ended;
    }
    if (!tabs || texts < 2 || (split && figures == 0))
        return false;
    grid_row(g);
    for (size_t i = 0; i < at.columns; i++) {
        text words = {0};
        put(&words, cells[i].len ? cells[i].words : "", cells[i].len);
        grid_add(g, string_of(&words), 1);
        free(words.bytes);
    }
    *r = at;
    return true;
}

/* A row of fewer cells, such as a part's title, before rows that come out even. */
static bool short_row(rows_reader *r, grid *g)
{
    rows_reader next = *r;
    grid scratch = {0};
    const rows_line *l = &r->lines[r->line];
    next.line++;
    if (r->cell || r->closed || l->cells > 2 || l->len == 0 || l->len > LONG_PIECE || g->rows == 0 ||
        next.line >= r->count || r->lines[next.line].cells < 3 || !whole_row(&next, &scratch))
        return false;
    grid_row(g);
    for (size_t i = 0; i < l->cells; i++) {
        size_t len;
        const char *words = cell_of(l, i, &len);
        text cell = {0};
        put(&cell, words, len);
        grid_add(g, string_of(&cell), 1);
        free(cell.bytes);
    }
    r->line++;
    return true;
}

bool rows_text(const char *bytes, size_t len, text *out)
{
    grid g = {0};
    rows_reader r = {0};
    size_t room = 0;
    bool whole = true;
    for (size_t i = 0; i < len;) {
        const char *end = memchr(bytes + i, '\n', len - i);
        size_t stop = end ? (size_t)(end - bytes) : len;
        grow((void **)&r.lines, r.count, &room, sizeof *r.lines);
        rows_line *l = &r.lines[r.count++];
        *l = (rows_line){.words = bytes + i, .len = stop - i, .cells = 1};
        for (size_t k = i; k < stop; k++)
            l->cells += bytes[k] == '\t';
        i = stop + 1;
    }
    while (r.line < r.count) {
        const rows_line *l = &r.lines[r.line];
        if (g.rows == 0 && r.cell == 0 && l->cells > 1)
            r.columns = columns_at(r.lines, r.count, r.line);
        if (((l->cells > 1 || g.rows) && whole_row(&r, &g)) || (l->cells && short_row(&r, &g)))
            continue;
        bool rest = r.cell > 0 || r.closed > 0;
        if (g.rows && l->cells > 1 && !rest && columns_at(r.lines, r.count, r.line) != r.columns) {
            whole &= r.columns < 3; /* another table, or pieces of this one; a letterhead has two columns */
            grid_write(&g, out);
            continue;
        }
        whole &= g.rows != 1 || g.columns < 3 || l->len > 0; /* empty cells, not a paragraph, follow a head */
        grid_write(&g, out);
        whole &= l->cells == 1 && !rest;
        text words = {0};
        for (; r.cell < l->cells; r.cell++) { /* not as a table: nobody knows the columns */
            size_t n;
            const char *cell = cell_of(l, r.cell, &n);
            if (words.len)
                put_string(&words, "; ");
            put(&words, cell, n);
        }
        put_line(out, string_of(&words), words.len);
        free(words.bytes);
        r.cell = r.closed = 0;
        r.line++;
    }
    grid_write(&g, out);
    free(r.lines);
    return whole;
}
