/* SPDX-License-Identifier: MIT */
/*
 * html.h - a web page to the text of its article.
 *
 * The page is parsed with gumbo (HTML5). The article is the innermost container that holds most of the page's running
 * text; menus, sidebars, footers, link lists and hidden parts are left out. Paragraphs become lines, list items
 * "- ..." lines, rows of a data table one line with cells joined by " | "; layout tables are flattened. The headline
 * comes first even where it stands outside the article.
 */
#ifndef BAOCAO_HTML_H
#define BAOCAO_HTML_H

#include "charset.h"

/* charset: as the caller's Content-Type says, NULL: byte order mark, <meta> if the bytes are of it, then what they look
 * like. out is the arena's. source, later: as of bc_decode(). */
bc_error bc_html_text(bc_arena *arena, const char *bytes, size_t len, const char *charset, bc_str *out,
                      bc_source *source, bc_charset *later);

#endif
