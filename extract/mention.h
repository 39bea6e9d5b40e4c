/* SPDX-License-Identifier: MIT */
/*
 * mention.h - the figures of the text that can state an amount: number, unit, hedge, range, part of a whole.
 *
 *     "ước đạt trên 621 triệu USD"     621, unit "triệu usd", over
 *     "15/17 nhiệm vụ"                 15 of 17
 *     "từ 8 – 10 quần chúng"           8 to 10
 *     "3 tỷ 412 triệu đồng"            3.412 tỷ đồng
 *
 * Left out here, for good: document and law numbers, years, dates, list and section numbers, ordinals, names with
 * figures in them, telephone numbers, clock times. Data: lookalikes.tsv, hedges.tsv.
 */
#ifndef BAOCAO_MENTION_H
#define BAOCAO_MENTION_H

#include "work.h"

/* Fills w->mentions. Needs blocks, sentences and times. */
bool bc_stage_mentions(bc_work *w);

#endif
