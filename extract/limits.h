/* SPDX-License-Identifier: MIT */
/*
 * limits.h - every ceiling of the engine, in one place. A document past one of
 * them is refused (BC_ERROR_TOO_LARGE) or the thing is left alone; nothing is
 * cut silently.
 */
#ifndef BAOCAO_EXTRACT_LIMITS_H
#define BAOCAO_EXTRACT_LIMITS_H

#define BC_MAX_TEXT_BYTES (64u << 20) /* document text after decoding */
#define BC_DETECT_BYTES (64u << 10)   /* looked at to tell a charset */
#define BC_MAX_HTML_DEPTH 2000u       /* open tags inside each other */
#define BC_MAX_SYLLABLE_BYTES 32u     /* a folded syllable; a longer word matches nothing */
#define BC_MAX_ATTACHMENTS 200u       /* of a page; what more there are is left out and told */
#define BC_MAX_PHRASE_SYLLABLES 24u   /* a lexicon phrase */
#define BC_MAX_NUMBER_DIGITS 18u      /* digits of one figure: they fit int64_t */
#define BC_MAX_NAME_SYLLABLES 24u     /* an indicator's name */
#define BC_MAX_CAUSES 64u             /* of one shortcoming: a longer list names them no more */
#define BC_MAX_HEADING_SYLLABLES 40u  /* a longer line is no heading */
#define BC_MAX_SENTENCE_MENTIONS 256u /* figures in one sentence; past half it ends at a comma or line end */
#define BC_MAX_TABLE_COLUMNS 24u      /* columns of a flattened table */

#endif
