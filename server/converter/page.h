/* SPDX-License-Identifier: MIT */
/*
 * page.h - words with their places on pages to text in reading order: what pdftotext -bbox-layout and tesseract's TSV
 * have in common. Lengths are in the source's unit (points, pixels); y grows downward.
 */
#ifndef BAOCAO_CONVERTER_PAGE_H
#define BAOCAO_CONVERTER_PAGE_H

#include "out.h"

typedef struct {
    float x0, y0, x1, y1;
    char *words;
    bool doubtful; /* read with little confidence */
    unsigned row;  /* of the page, once it is known */
} page_word;

typedef struct {
    page_word *words;
    size_t count, room;
    float width, height;
} page;

typedef struct {
    page *pages;
    size_t count, room;
} pages;

page *pages_add(pages *p, float width, float height);
void page_add(page *p, float x0, float y0, float x1, float y1, const char *words, size_t n, bool doubtful);

/* The pages' text: columns one after another, tables as rows, running heads and page numbers left out, lines joined to
 * paragraphs, across pages too. exact: places are as they were set, not as
 * they were scanned. A doubtful word is put between U+E000 and U+E001. */
void pages_write(pages *p, bool exact, text *out);

#endif
