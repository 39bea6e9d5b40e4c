/* SPDX-License-Identifier: MIT */
/* number.h - a sheet's numbers as words, and its rows as titles and tables. */
#ifndef BAOCAO_CONVERTER_NUMBER_H
#define BAOCAO_CONVERTER_NUMBER_H

#include "grid.h"
#include "out.h"

/* "1234,5": a comma before the decimals, none between thousands. decimals: how many, -1 as many as it has. What would
 * read as thousands (1,234 for one and a bit) gets a zero more. */
void number_put(double value, int decimals, text *out);

/* What stands above and below the rows with figures and their heads is lines. Empties the grid. */
void sheet_write(grid *g, text *out);

#endif
