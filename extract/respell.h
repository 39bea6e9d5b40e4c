/* SPDX-License-Identifier: MIT */
/*
 * respell.h - damaged syllables read as the words they were, for matching only.
 *
 *     "giãm 5%", "tỷ dồng", "đạng viên"  are matched as  "giảm 5%", "tỷ đồng", "đảng viên"
 *
 * A syllable that means nothing where it stands takes the lexicon's number of a word that differs by a tone or a hat,
 * if the words beside it belong to that word (they stand side by side in a phrase of the lexicon) or a figure does.
 * Tokens keep their place in the text, and the text is never altered.
 */
#ifndef BAOCAO_RESPELL_H
#define BAOCAO_RESPELL_H

#include "work.h"

/* Changes the ids of w->tokens. */
bool bc_stage_respell(bc_work *w);

#endif
