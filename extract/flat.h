/* SPDX-License-Identifier: MIT */
/*
 * flat.h - tables that lost what parted their cells: figures at the lines' ends, or a cell a line.
 *
 *     TT Chỉ tiêu ĐVT Kế hoạch Thực hiện % KH          Chỉ tiêu / Quý I/2020 / Quý I/2019 / Tăng, giảm (%)
 *     1 Trồng rừng tập trung ha 1.200 870 72,5         Giải thể / 23 / 19 / 21,1
 */
#ifndef BAOCAO_FLAT_H
#define BAOCAO_FLAT_H

#include "sheet.h"

/* The table whose head or first row is at block k; false: none begins there. */
bool bc_flat_find(const bc_work *w, uint32_t k, bc_table *out);

/* Its heads and rows. *fits: their numbers agree; otherwise the sheet is of no use. False: no room. */
bool bc_flat_fill(bc_sheet *s, const bc_table *t, bool *fits);

#endif
