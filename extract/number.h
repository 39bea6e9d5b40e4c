/* SPDX-License-Identifier: MIT */
/*
 * number.h - one figure, in digits or in words, to its value.
 *
 * Vietnamese marks: '.' groups thousands, ',' is the decimal mark.
 *     44.387        44387        only dots, groups of three
 *     5,27          5.27         one comma
 *     4.262,7       4262.7       both: the last one is the decimal mark
 *     1,007.7       1007.7       both, the English way round
 *     45.5          45.5         a dot that groups nothing
 *     126,484       126.484      one comma, three digits: ambiguous, 126484 is kept as `other`
 *     17, 79        17.79        OCR put a space behind the comma
 * Words: hai mươi lăm 25, một trăm linh năm 105, hai mươi mốt nghìn không trăm mười một 21011, năm phẩy hai 5.2; a
 * scale word at the end is left to the unit (hai triệu: 2) unless it is nghìn. Data: numbers.tsv.
 */
#ifndef BAOCAO_NUMBER_H
#define BAOCAO_NUMBER_H

#include "work.h"

typedef struct {
    bc_decimal value;
    bc_decimal other; /* the other reading of an ambiguous one */
    bool ambiguous;
    bool grouped; /* written with group marks: no year, no ordinal */
    bool decimal; /* written with a decimal mark */
    bool in_words;
    bool compound; /* in words, more than one of them */
} bc_number;

/* Reads the figure at token *at; moves *at past it on success only. Figures of more than BC_MAX_NUMBER_DIGITS are none.
 */
bool bc_number_digits(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out);

/* The same for a figure that blanks tore: "1 080 hồ sơ", "4.262, 7 ha", "3. 450 tỷ đồng"; only before a unit that says
 * so, and not for table cells. */
bool bc_number_torn(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out);
bool bc_number_words(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out);

#endif
