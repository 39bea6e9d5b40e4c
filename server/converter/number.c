/* SPDX-License-Identifier: MIT */
/* number.c - see number.h. */
#include "number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void number_put(double value, int decimals, text *out)
{
    char words[400];
    if (decimals > 15)
        decimals = 15;
    if (decimals >= 0) {
        snprintf(words, sizeof words, "%.*f", decimals, value);
    } else {
        for (int digits = 1; digits <= 15; digits++) { /* the shortest that is the same to fifteen digits */
            char full[400];
            snprintf(words, sizeof words, "%.*g", digits, value);
            snprintf(full, sizeof full, "%.15g", value);
            if (strtod(words, NULL) == strtod(full, NULL))
                break;
        }
        if (strpbrk(words, "eE"))
            snprintf(words, sizeof words, "%.*f", fabs(value) < 1 ? 10 : 0, value);
    }
    char *dot = strchr(words, '.');
    if (dot)
        *dot = ',';
    size_t whole = dot ? (size_t)(dot - words) - (words[0] == '-') : 0;
    if (dot && strlen(dot + 1) == 3 && whole <= 3)
        memcpy(words + strlen(words), "0", 2);
    put_string(out, words);
}

/* The cells [first, last) as a grid of their own. */
static void write_part(const grid *g, size_t first, size_t last, bool layout, text *out)
{
    grid part = {0};
    size_t left = MOST_COLUMNS;
    for (size_t i = first; i < last; i++)
        left = g->cells[i].column < left ? g->cells[i].column : left; /* columns that stand empty beside it go */
    for (size_t i = first; i < last; i++) {
        if (layout || i == first || g->cells[i].row != g->cells[i - 1].row)
            grid_row(&part);
        if (!layout && g->cells[i].column - left > part.at)
            grid_skip(&part, g->cells[i].column - left - part.at);
        grid_add(&part, g->cells[i].words, layout ? 1 : g->cells[i].span);
    }
    grid_write(&part, out);
    free(part.cells);
}

void sheet_write(grid *g, text *out)
{
    size_t first = g->count, last = 0, start;
    for (size_t i = 1; i < g->count; i++) /* the rows with a figure beside something */
        if (is_figure(g->cells[i].words) && g->cells[i - 1].row == g->cells[i].row) {
            first = i < first ? i : first;
            last = i + 1;
        }
    while (first > 0 && first < g->count && g->cells[first - 1].row == g->cells[first].row)
        first--;
    while (last > 0 && last < g->count && g->cells[last].row == g->cells[last - 1].row)
        last++;
    for (start = first; start > 1 && start < g->count;) { /* its heads: rows of several cells right above */
        size_t above = start - 1;
        while (above > 0 && g->cells[above - 1].row == g->cells[start - 1].row)
            above--;
        if (start - above < 2 || g->cells[above].row + 1 != g->cells[start].row)
            break;
        start = above;
    }
    if (last > start) {
        write_part(g, 0, start, true, out);
        write_part(g, start, last, false, out);
        write_part(g, last, g->count, true, out);
    } else {
        write_part(g, 0, g->count, true, out);
    }
    for (size_t i = 0; i < g->count; i++)
        free(g->cells[i].words);
    g->count = g->rows = g->columns = g->at = 0;
}
