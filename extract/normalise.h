/* SPDX-License-Identifier: MIT */
/*
 * normalise.h - the document text that spans count in: line ends as LF, Unicode NFC, nothing else changed.
 *
 * Most reports are NFC already and are only looked at; the others go through utf8proc.
 */
#ifndef BAOCAO_NORMALISE_H
#define BAOCAO_NORMALISE_H

#include "extract.h"

/* text: valid UTF-8 without a byte order mark. out: the input itself where nothing had to be changed. */
bc_error bc_normalise(bc_arena *arena, bc_str text, bc_str *out);

#endif
