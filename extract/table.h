/* SPDX-License-Identifier: MIT */
/*
 * table.h - rows of a flattened table: figures under column heads.
 *
 *     Chỉ tiêu | Tháng 10 | Cộng dồn 10 tháng | +/- CK (%)
 *     Kim ngạch xuất khẩu 77,52 731,2 39,13
 *
 * A column's head gives unit, period and role of its figures; the row's words name the indicator.
 */
#ifndef BAOCAO_TABLE_H
#define BAOCAO_TABLE_H

#include "work.h"

/* Takes the rows it understands out of the sentence stages (block->table) and fills metrics and targets from them. */
bool bc_stage_tables(bc_work *w);

#endif
