/* SPDX-License-Identifier: MIT */
/* list.h - the numbers that a word processor puts before paragraphs: "II.", "2.1.", "a)", "-". */
#ifndef BAOCAO_CONVERTER_LIST_H
#define BAOCAO_CONVERTER_LIST_H

#include "out.h"

enum { LIST_LEVELS = 10 };

typedef enum {
    NUMBER_NONE,
    NUMBER_BULLET,
    NUMBER_DECIMAL,
    NUMBER_LOWER,
    NUMBER_UPPER,
    NUMBER_ROMAN,
    NUMBER_SMALL_ROMAN
} number_kind;

typedef struct {
    number_kind kind;
    char pattern[48]; /* "%1.%2." */
    unsigned start;
} list_level;

typedef struct {
    list_level levels[LIST_LEVELS];
    unsigned counts[LIST_LEVELS]; /* of the last paragraph of each level; 0: none yet */
} list;

/* Counts a paragraph of the level and puts its mark and a blank. */
void list_mark(list *l, unsigned level, text *out);
number_kind number_by_name(const char *format); /* OOXML's w:numFmt */

#endif
