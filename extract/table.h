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

/* Finds tables by their shape, so that a head is not taken for a heading; sets block->table. After blocks. */
bool bc_stage_table_shapes(bc_work *w);

/* Fills metrics and targets from the tables whose heads it understands; gives the others back to the sentence stages.
 * After document. */
bool bc_stage_tables(bc_work *w);

#endif
