/* SPDX-License-Identifier: MIT */
/*
 * table.h - tables of figures: where they stand, and what their cells say.
 *
 *     Chỉ tiêu | Tháng 10 | Cộng dồn 10 tháng | +/- CK (%)
 *     Kim ngạch xuất khẩu | 77,52 | 731,2 | 39,13
 *
 * A column's head gives unit, period and role of its figures; the row's words name the indicator. Cells are parted by
 * tabs, bars or semicolons (grid.h), or by nothing any more (flat.h). What is understood of a table becomes a sheet
 * (sheet.h), its columns roles (column.c), its rows facts (row.c); what is not goes to the sentence stages as it
 * stands.
 */
#ifndef BAOCAO_TABLE_H
#define BAOCAO_TABLE_H

#include "work.h"

/* Are the lines [line, i) and [i, end) of one sentence kept apart by a table that one of them belongs to? */
bool bc_table_parts(const bc_work *w, uint32_t line, uint32_t i, uint32_t end);

/* Finds tables of parted cells as soon as there are blocks, so that their lines are no headings; sets block->table. */
bool bc_table_lines(bc_work *w);

/* Finds tables whose cells nothing parts. After blocks. */
bool bc_stage_table_shapes(bc_work *w);

/* Fills metrics and targets from the tables whose heads it understands; gives the others back to the sentence stages.
 * After document. */
bool bc_stage_tables(bc_work *w);

#endif
