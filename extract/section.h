/* SPDX-License-Identifier: MIT */
/*
 * section.h - headings to sections: what a part of the report is about, and what each block stands under.
 *
 *     "B. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"  shortcomings
 *     "2. Nguyên nhân" > "a) Khách quan: ..."  causes, objective
 *
 * A heading without a known phrase ("1. Công nghiệp") is of its parent's kind. Spans are bytes until the last stage.
 * Data: headings.tsv, cues.tsv (cause_kind).
 */
#ifndef BAOCAO_SECTION_H
#define BAOCAO_SECTION_H

#include "work.h"

/* Fills w->result->sections and section, kind, cause of each block. */
bool bc_stage_sections(bc_work *w);

#endif
