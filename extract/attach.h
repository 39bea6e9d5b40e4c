/* SPDX-License-Identifier: MIT */
/*
 * attach.h - the files that a page's article leads to (html.h), and what a page says of itself.
 *
 * A file is told by its address (a known suffix, in its path or a parameter), by the link's own words or title, by
 * `download`, or by an address that says download together with words that say file. Inside an article all are taken;
 * outside, and in lists of links where no article could be told from the page, only those that a label or the
 * container's name announces, or that stand alone beside the article.
 *
 * The words looked for are those of web pages, not of reports, and stand in attach.c: in the lexicon they would weigh
 * in readings.
 */
#ifndef BAOCAO_ATTACH_H
#define BAOCAO_ATTACH_H

#include "html.h"
#include "node.h"

/* False: the arena has no room. */
bool bc_attach(bc_arena *arena, const GumboNode *root, const GumboNode *body, const GumboNode *article, bc_page *page);

#endif
