/* SPDX-License-Identifier: MIT */
/*
 * settle.h - one comma before exactly three digits: group mark or decimal mark?
 *
 *     12,450 hồ sơ                                      12450: a count has no thousandths
 *     126,484 tỷ đồng, tăng 8,2% so với 116.898 tỷ      126484: only that fits the growth
 *     765,431 tỷ đồng                                   765.431 where nothing speaks against
 *
 * Evidence: the unit, the stated per cents, the marks of the document's other figures, the size of the figures of the
 * same unit around it. The reading not taken is kept for the warning.
 */
#ifndef BAOCAO_SETTLE_H
#define BAOCAO_SETTLE_H

#include "work.h"

/* Gives every ambiguous mention the likelier of its values; the other goes to m->other. Needs mentions. */
bool bc_stage_settle(bc_work *w);

/* Warns of an ambiguous figure that became a fact, with both readings. False: no room. */
bool bc_settle_warn(bc_work *w, const bc_mention *m);

#endif
