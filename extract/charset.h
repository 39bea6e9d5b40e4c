/* SPDX-License-Identifier: MIT */
/*
 * charset.h - the encodings of Vietnamese text that iconv(3) does not know or does not know as people use them: TCVN3
 * (the .Vn fonts, "ABC"), VNI for Windows, VISCII, windows-1258, and windows-1252 as what any of them is misread as.
 */
#ifndef BAOCAO_CHARSET_H
#define BAOCAO_CHARSET_H

#include "extract.h"

typedef enum {
    BC_CHARSET_NONE, /* nothing said: it is to be found out */
    BC_CHARSET_UTF8,
    BC_CHARSET_UTF16LE,
    BC_CHARSET_UTF16BE,
    BC_CHARSET_TCVN3,
    BC_CHARSET_VNI,
    BC_CHARSET_1258,
    BC_CHARSET_VISCII,
    BC_CHARSET_1252,
    BC_CHARSET_OTHER, /* iconv's */
    BC_CHARSET_COUNT
} bc_charset;

/* By any of its names; NULL and us-ascii are NONE. */
bc_charset bc_charset_by_name(const char *name);
const char *bc_charset_name(bc_charset c); /* static; NULL for NONE and OTHER */

/*
 * Bytes to UTF-8, for UTF8 and the single-byte charsets. misread: `in` is UTF-8 whose characters are the bytes read as
 * windows-1252 or ISO 8859-1; characters that no byte could have been stay. The tones of VNI and windows-1258 come as
 * combining marks, for bc_normalise() to join. ENCODING: not text of the charset.
 */
bc_error bc_charset_decode(bc_arena *arena, bc_charset c, bc_str in, bool misread, bc_str *out);

#endif
