/* SPDX-License-Identifier: MIT */
/*
 * grid.h - a table on its way to text: rows of cells with their spans. A table of figures becomes one head line and a
 * line a row, cells apart by tabs; a table used for layout becomes the lines of its cells.
 *
 * Of a table of figures: head rows are joined column by column ("Thực hiện" over "9 tháng"); rows of column numbers
 * ("A B 1 2") go; an empty cell in a column of figures is "-"; a column of row numbers is joined to the name ("1. Xuất
 * khẩu"); a row of one cell is a line.
 */
#ifndef BAOCAO_CONVERTER_GRID_H
#define BAOCAO_CONVERTER_GRID_H

#include "out.h"

typedef struct {
    size_t row, column, span;
    char *words; /* lines inside it end in '\n' */
} grid_cell;

typedef struct {
    grid_cell *cells; /* in reading order */
    size_t count, room, rows, columns;
    size_t at;    /* the next free column of the row */
    size_t heads; /* so many rows at the top may be heads; few where it is 0 */
} grid;

void grid_row(grid *g);
void grid_add(grid *g, const char *words, size_t span); /* to the row; copies */
void grid_skip(grid *g, size_t columns);                /* empty columns */
void grid_write(grid *g, text *out);                    /* and empties it */

/* "1.234,5", "-4,2%", "(12)": nothing but a figure. */
bool is_figure(const char *s);

/* "1", "1.2", "IV", "a", "*", "-": numbers a row. */
bool is_row_mark(const char *marked);

#endif
