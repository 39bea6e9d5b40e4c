/* SPDX-License-Identifier: MIT */
/*
 * grid.h - lines whose cells are parted by tabs, bars or semicolons, and what stands in a cell.
 *
 *     TT <tab> Chỉ tiêu <tab> ĐVT <tab> Kế hoạch        | a | 1 | 2,5 |        Trâu; 33.120; 98,4
 *
 * A cell is a token range, empty where nothing stands in it. Empty cells count: between tabs, at a line's begin and
 * end.
 */
#ifndef BAOCAO_GRID_H
#define BAOCAO_GRID_H

#include "unit.h"
#include "work.h"

/* A figure that fills a cell: bound, sign, digits, per cent, range, whole, unit; nothing else. */
typedef struct {
    bc_range span;
    bc_value value, value_max, total; /* value not set: the cell tells nothing */
    bc_bound bound;
    bc_range unit; /* in the cell; may be empty */
    bc_unit parsed;
    bool percent, written_sign;
    bool ambiguous; /* one comma before three digits; `other` is its second reading */
    bc_decimal other;
} bc_cell;

typedef struct {
    char separator; /* '\t', '|', ';' */
    uint32_t rows, columns;
    uint32_t *blocks; /* of each row */
    uint32_t *widths; /* cells that each row has of its own */
    bc_range *cells;  /* rows * columns */
} bc_grid;

/* What parts the cells of the line of tokens [first, last); 0: nothing does. */
char bc_grid_separator(const bc_work *w, uint32_t first, uint32_t last);

/* The same for a line that is surely no sentence: with tabs, bars, or a figure alone between semicolons. */
bool bc_grid_row(const bc_work *w, uint32_t first, uint32_t last);

/* How many cells of a line, behind the first, are figures and no more; 0 where another holds a sentence. */
uint32_t bc_grid_figures(const bc_work *w, bc_range line);

/* Does a new cell of a table's line begin at token i? */
bool bc_grid_cuts(const bc_work *w, uint32_t i);

/* Is there an empty line between token i and the one before it? */
bool bc_grid_gap(const bc_work *w, uint32_t i);

/* Reads blocks [first, last) as a grid. False: no room. */
bool bc_grid_read(const bc_work *w, uint32_t first, uint32_t last, char separator, bc_grid *out);

static inline bc_range bc_grid_cell(const bc_grid *g, uint32_t row, uint32_t column)
{
    return g->cells[row * g->columns + column];
}

/* Is the cell one figure? Fills out. */
bool bc_cell_figure(const bc_work *w, bc_range r, bc_cell *out);

/* "-", "...", "x": a cell that says it is empty, or is. */
bool bc_cell_blank(const bc_work *w, bc_range r);

/* A bare year or two of them: 2018, 2011-2015. */
bool bc_cell_years(const bc_work *w, bc_range r);

/* "1", "1.1", "IV", "a)", "-": what numbers a row. */
bool bc_cell_index(const bc_work *w, bc_range r);

/* A unit of measure and no more, perhaps with a number: "tấn", "1.000 m3". *number: its digits, empty where none. */
bool bc_cell_unit(const bc_work *w, bc_range r, bc_unit *out, bc_range *number);

#endif
