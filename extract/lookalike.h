/* SPDX-License-Identifier: MIT */
/*
 * lookalike.h - figures that are no amounts by their own shape and company.
 *
 *     8 giờ 30 phút, 24/7, 30/4, 1/500, 024.38252916, 5G, “3 sạch”, Sông Tranh 2 hòa lưới, trong 05 ngày làm việc
 *
 * Names that a word before the figure makes (Nghị quyết 68) are mention.c's. Data: lookalikes.tsv (clock, within,
 * slogan).
 */
#ifndef BAOCAO_LOOKALIKE_H
#define BAOCAO_LOOKALIKE_H

#include "work.h"

/* Where the lookalike that starts at figure i ends, or i where it may be an amount. [first, end): the sentence. */
uint32_t bc_lookalike(const bc_work *w, uint32_t first, uint32_t i, uint32_t end);

/* Where the figure i ends with what a slash joins to it: the rest of an enumeration of dates (30/4, 1/5). */
uint32_t bc_lookalike_slash_end(const bc_work *w, uint32_t i, uint32_t end);

#endif
