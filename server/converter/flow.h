/* SPDX-License-Identifier: MIT */
/* flow.h - paragraphs and tables inside one another, written in reading order: what DOCX, ODT and RTF have in common.
 */
#ifndef BAOCAO_CONVERTER_FLOW_H
#define BAOCAO_CONVERTER_FLOW_H

#include "grid.h"
#include "out.h"

enum { FLOW_DEPTH = 24 };

typedef struct {
    text *out;
    struct {
        grid table;
        text cell; /* of the row that is open */
        size_t span;
        bool in_cell;
    } tables[FLOW_DEPTH];
    unsigned table_count;
    text paragraphs[FLOW_DEPTH]; /* a text box stands inside a paragraph */
    unsigned paragraph_count;
    unsigned hosts[FLOW_DEPTH]; /* how many paragraphs were open when a table began */
} flow;

void flow_paragraph(flow *f);                       /* begins */
text *flow_words(flow *f);                          /* of the open paragraph; NULL: none is open */
void flow_paragraph_end(flow *f, const char *mark); /* its list mark, "" for none: only where it has words */
void flow_table(flow *f);
void flow_row(flow *f);
void flow_cell(flow *f, size_t span);
void flow_cell_end(flow *f);
void flow_table_end(flow *f);

#endif
