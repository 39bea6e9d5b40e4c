/* SPDX-License-Identifier: MIT */
/*
 * sentence.h - blocks to sentences.
 *
 * A sentence ends at '.', '!' or '?' before a capital or the block's end, not behind an abbreviation and not inside
 * parentheses; ';' and ':' part clauses, not sentences. Headings have none; a lead that is followed by text has.
 * Data: grammar.tsv (abbreviation).
 */
#ifndef BAOCAO_SENTENCE_H
#define BAOCAO_SENTENCE_H

#include "work.h"

bool bc_stage_sentences(bc_work *w);

#endif
