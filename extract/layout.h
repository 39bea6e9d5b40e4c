/* SPDX-License-Identifier: MIT */
/*
 * layout.h - what printing, scanning and copying did to the lines, undone for matching.
 *
 *     "đạt 86,4" / "7" / "triệu USD"     a page's number inside a sentence is left out
 *     "t ấn", "công ngh iệp"             torn syllables are one token
 *     "xuất-" / "khẩu"                   a hyphen at a line's end is left out
 *     "đạt" / "86,4 triệu USD"           a sentence that hangs over the line's end goes on
 *     "tỷ đồng.2. Thương mại"            a list number stuck to the stop before it stands apart
 *
 * Tokens are left out, joined, or get other flags; the text and their places in it stay.
 */
#ifndef BAOCAO_LAYOUT_H
#define BAOCAO_LAYOUT_H

#include "work.h"

/* Changes w->tokens and w->token_count. */
bool bc_stage_layout(bc_work *w);

#endif
