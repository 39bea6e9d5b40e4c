/* SPDX-License-Identifier: MIT */
/*
 * indicator.h - names of what is measured: the noun phrase of a head, a name's text, the catalogue row it is.
 *
 *     "2. Tổng mức bán lẻ hàng hóa ước đạt:"   "Tổng mức bán lẻ hàng hóa", retail_sales
 *
 * Data: grammar.tsv (filler, actor, verb, stop), indicators.tsv.
 */
#ifndef BAOCAO_INDICATOR_H
#define BAOCAO_INDICATOR_H

#include "work.h"

/* A name as token ranges, joined by a blank. */
typedef struct {
    bc_range parts[4];
    uint32_t count;
} bc_name;

/* The noun phrase that ends before `to`, not reaching back past `from`; empty where there is none.
 * *verb: set where the phrase begins with an act ("tiếp nhận"). */
bc_range bc_indicator_subject(const bc_work *w, uint32_t from, uint32_t to, bool *verb);

/* The name's text without bracketed abbreviations, single blanks; len 0 where it is empty. False: no room. */
bool bc_indicator_text(const bc_work *w, const bc_name *name, bc_str *out);

/* The catalogue row that the name means, -1: none. Words beside the catalogue's phrase must be small. */
int32_t bc_indicator_code(const bc_work *w, const bc_name *name);

uint32_t bc_indicator_words(const bc_work *w, bc_range r);

/* How much two names say the same, 0 to 1: twice the words they share, by the words of both. */
float bc_indicator_likeness(const bc_work *w, const bc_name *a, const bc_name *b);

#endif
