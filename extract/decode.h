/* SPDX-License-Identifier: MIT */
/*
 * decode.h - bytes of a named charset to UTF-8.
 *
 * UTF-8 where no charset is named; a byte order mark (UTF-8, UTF-16) is honoured and taken off. Other charsets go
 * through iconv(3). Bytes that are no text of their charset, and NUL, are BC_ERROR_ENCODING; nothing is replaced.
 */
#ifndef BAOCAO_DECODE_H
#define BAOCAO_DECODE_H

#include "extract.h"

/* out is the input itself where nothing had to be changed, else the arena's. charset may be NULL. */
bc_error bc_decode(bc_arena *arena, const char *bytes, size_t len, const char *charset, bc_str *out);

#endif
