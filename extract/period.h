/* SPDX-License-Identifier: MIT */
/*
 * period.h - words of time to ISO 8601 intervals.
 *
 *     9 tháng năm 2019             2019-01-01/2019-09-30
 *     quý III/2022                 2022-07-01/2022-09-30
 *     giai đoạn 2021 – 2023        2021-01-01/2023-12-31
 *     tính đến ngày 15/6/2023      ../2023-06-15
 *     đến nay                      ../D, D the report's date
 *     cùng kỳ năm trước            relative: the compare stage turns it
 *
 * A part of a year without its year takes the year of the heading it stands under, then the report's. What has no
 * interval (a duration, an impossible term) is still kept as a bc_time with value unset: its figures are no facts.
 * Data: periods.tsv.
 */
#ifndef BAOCAO_PERIOD_H
#define BAOCAO_PERIOD_H

#include "work.h"

/* Fills w->times. Needs blocks and w->report_date. */
bool bc_stage_periods(bc_work *w);

/* A calendar date in figures or words at token *i ("14/6/2023", "ngày 14 tháng 6 năm 2023", "ngày tháng 7 năm 2022"),
 * to the precision written; moves *i past it. year: for a date without one, 0: then such a date is none. */
bool bc_period_date(bc_work *w, uint32_t *i, uint32_t end, int year, bc_date *out);

/* The time that covers or starts at token i, or NULL. */
const bc_time *bc_time_at(const bc_work *w, uint32_t i);

/* The first time that starts at or after token i (times are in text order); its index, w->time_count: none. */
uint32_t bc_time_from(const bc_work *w, uint32_t i);

/* The first time of the range that is compared with, or NULL. After the compare stage. */
const bc_time *bc_time_baseline(const bc_work *w, uint32_t from, uint32_t to);

#endif
