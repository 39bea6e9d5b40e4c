/* SPDX-License-Identifier: MIT */
/*
 * syllable.h - does a text look Vietnamese? Counts its words with a letter past ASCII: those built as a Vietnamese
 * syllable is (onset, rime, one tone, the right tone before a stop), and those that are not. What a wrong charset makes
 * of Vietnamese is nearly all of the second kind.
 */
#ifndef BAOCAO_SYLLABLE_H
#define BAOCAO_SYLLABLE_H

#include "result.h"

typedef struct {
    size_t valid, invalid;
} bc_looks;

/* text: valid UTF-8, in any composition. */
bc_looks bc_syllable_looks(bc_str text);

/* Above zero and growing the better it looks. */
long long bc_looks_value(bc_looks l);

/* Enough words, and so few wrong ones, that the text is Vietnamese. */
bool bc_looks_vietnamese(bc_looks l);

#endif
