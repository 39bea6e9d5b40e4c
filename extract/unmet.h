/* SPDX-License-Identifier: MIT */
/*
 * unmet.h - the targets that a shortcoming says were not met.
 *
 *     "Tỷ lệ lấp đầy chỉ đạt 38,5% (kế hoạch 45%)"   target 45, actual 38.5, %
 *     "Xuất khẩu mới đạt 72,4% kế hoạch"             actual 72.4, "% kế hoạch"
 *     "Có 3/15 chỉ tiêu không hoàn thành"            "3/15 chỉ tiêu", no values
 *
 * Figures are those of the facts found before; none is computed. Data: cues.tsv (missed, only), relations.tsv (plan).
 */
#ifndef BAOCAO_UNMET_H
#define BAOCAO_UNMET_H

#include "work.h"

/* The figures of all facts by their place, so that a passage finds its own. Lives in the arena. */
typedef struct bc_unmet_index bc_unmet_index;
bc_unmet_index *bc_unmet_index_create(bc_work *w); /* NULL: no room */

/* Fills p->unmet from the words of r, the passage's own. False: no room. */
bool bc_unmet_find(bc_work *w, const bc_unmet_index *index, bc_range r, bc_passage *p);

#endif
