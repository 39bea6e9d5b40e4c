/* SPDX-License-Identifier: MIT */
/*
 * html.h - a web page to the text of its article.
 *
 * The page is parsed with gumbo (HTML5). The article is the innermost container that holds most of the page's running
 * text; menus, sidebars, footers, link lists and hidden parts are left out. Paragraphs become lines, list items
 * "- ..." lines, rows of a data table one line with cells joined by " | "; layout tables are flattened. The headline
 * comes first even where it stands outside the article, then the line of the date and sentences that stand between the
 * two. Left out as well: captions without diacritics, and a second copy of the article (for printing).
 *
 * Attachments are files that links, frames and objects of the article lead to, or that stand under a label ("Tệp đính
 * kèm") or in a container that says so; files of menus and of other articles are not.
 */
#ifndef BAOCAO_HTML_H
#define BAOCAO_HTML_H

#include "charset.h"

typedef struct {
    bc_attachment *attachments;
    size_t attachment_count, attachment_room;
    bc_str base, address; /* <base href>, <link rel=canonical>, NUL-terminated; either may be absent */
    bc_date published;    /* as the page's head says; year 0: it does not */
    bool missing, login;  /* hardly a sentence, and the page says that it is not there, or wants a password */
} bc_page;

/* charset: as the caller's Content-Type says, NULL: byte order mark, <meta> if the bytes are of it, then what they look
 * like. out and page are the arena's. source, later: as of bc_decode(). */
bc_error bc_html_text(bc_arena *arena, const char *bytes, size_t len, const char *charset, bc_str *out, bc_page *page,
                      bc_source *source, bc_charset *later);

/* Where the page sends its reader on within so many seconds (<meta http-equiv=refresh>, not in a <noscript>): the
 * address as it is written, malloc'ed; NULL: nowhere. Wide letters are not read. */
char *bc_html_refresh(const char *bytes, size_t len, unsigned most);

/* The address of a refresh's content or header: "0; url=/x". seconds: when. malloc'ed; NULL: there is none. */
char *bc_refresh_address(const char *content, unsigned *seconds);

#endif
