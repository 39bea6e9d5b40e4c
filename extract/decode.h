/* SPDX-License-Identifier: MIT */
/*
 * decode.h - bytes to UTF-8: by the charset named, else by what they look like.
 *
 * A byte order mark (UTF-8, UTF-16) is honoured and taken off. Where no charset is named: valid UTF-8 is UTF-8; bytes
 * with NULs may be UTF-16; else the charset of charset.h under which the text looks Vietnamese (syllable.h). Charsets
 * that charset.h does not know go through iconv(3). Bytes that are no text of their charset, or that look like nothing,
 * and NUL are BC_ERROR_ENCODING; nothing is replaced.
 */
#ifndef BAOCAO_DECODE_H
#define BAOCAO_DECODE_H

#include "charset.h"

/*
 * out is the input itself where nothing had to be changed, else the arena's. charset may be NULL. source: charset and
 * detected are set. page: the bytes are a web page, whose entities stand for bytes too: a charset of fonts (TCVN3, VNI,
 * VISCII) is left in *later for bc_mend() to apply to the page's text, and *later is NONE otherwise.
 */
bc_error bc_decode(bc_arena *arena, const char *bytes, size_t len, const char *charset, bool page, bc_str *out,
                   bc_source *source, bc_charset *later);

/*
 * Text that is valid UTF-8 and yet not what was meant: bytes of UTF-8, TCVN3, VNI, VISCII or windows-1258 that
 * something read as windows-1252 ("BÃ¡o cÃ¡o", "B¸o c¸o"). Lines (cells of one) that look more Vietnamese decoded again
 * are; the others stay. later: what bc_decode() left: applied to every line. source: charset and misread are set.
 */
bc_error bc_mend(bc_arena *arena, bc_str text, bc_charset later, bc_str *out, bc_source *source);

/* The same for UTF-8 alone, on a page before it is read: a blank taken for white space may be half of a letter there.
 */
bc_error bc_mend_utf8(bc_arena *arena, bc_str page, bc_str *out, bc_source *source);

/* Text copied from a page's source: &#7879; and &agrave; become letters where two or more of them stand in it. */
bc_error bc_entities(bc_arena *arena, bc_str text, bc_str *out, bc_source *source);

#endif
