/* SPDX-License-Identifier: MIT */
/*
 * unit.h - what stands behind a figure: scale words, a unit of measure or a counted noun, a rate.
 *
 *     nghìn tỷ đồng   triệu USD   %/năm   tạ/ha   triệu đồng/người/năm   đảng viên   xã, phường, thị trấn
 *
 * Data: units.tsv (measures), counters.tsv (nouns), numbers.tsv (scale words). A noun outside counters.tsv is still a
 * unit where the grammar leaves no other reading. Base units: ISO 4217 and UCUM names.
 */
#ifndef BAOCAO_UNIT_H
#define BAOCAO_UNIT_H

#include "work.h"

typedef struct {
    bc_unit_kind kind;
    int32_t row;  /* units.tsv, -1: a counted noun or none */
    int8_t scale; /* power of ten of the scale words */
    bool rate;    /* "/ha" follows */
    bool known;   /* in a data file; false: an open noun */
    bool half;    /* rưỡi behind the scale words: half of one of them more */
} bc_unit;

/* Reads the unit at token *at; moves *at past it on success only. NONE with a scale: "221 triệu". */
bool bc_unit_parse(const bc_work *w, uint32_t *at, uint32_t end, bc_unit *out);

/* Lower case, single blanks, no blank round '/': the unit as results write it. False: no room. */
bool bc_unit_write(const bc_work *w, bc_range r, bc_str *out);

/* value in its base unit; false where there is none (counts, rates, overflow). */
bool bc_unit_base(const bc_work *w, bc_decimal value, int8_t scale, int32_t row, bc_value *base, bc_str *name);

#endif
