/* SPDX-License-Identifier: MIT */
/*
 * block.h - lines to logical lines: paragraphs, list items, headings, with their place in the outline.
 *
 *     "II. KẾT QUẢ"  >  "1. Công nghiệp"  >  "a) Sản xuất: ..."  >  "- Khai khoáng tăng 5%;"
 *
 * A line end inside a sentence is no end of the block. Letterhead, signature, menus and lists of other articles are
 * marked as furniture: nothing is read from them but the document's own data. Layout after Nghị định 30/2020/NĐ-CP.
 * Data: cues.tsv (letterhead, recipients, signer, tail), headings.tsv.
 */
#ifndef BAOCAO_BLOCK_H
#define BAOCAO_BLOCK_H

#include "work.h"

/* Fills w->blocks but for section, kind and cause. */
bool bc_stage_blocks(bc_work *w);

#endif
