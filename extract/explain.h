/* SPDX-License-Identifier: MIT */
/*
 * explain.h - why an item came out as it did: the decisions that were made about it, and the lexicon entries that stand
 * in the words they were made from. Nothing is done where the caller did not ask (bc_input.explain).
 */
#ifndef BAOCAO_EXPLAIN_H
#define BAOCAO_EXPLAIN_H

#include "draft.h"
#include "work.h"

/* Of one figure. False: no room. */
bool bc_explain_draft(const bc_frame *f, const bc_draft *d, bc_explain *out);

/* Of an item made by one rule from the words of a range; rule and choice are static. */
bool bc_explain_words(bc_work *w, const char *rule, const char *choice, bc_range words, bc_explain *out);

#endif
