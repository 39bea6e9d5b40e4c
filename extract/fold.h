/* SPDX-License-Identifier: MIT */
/*
 * fold.h - a Vietnamese syllable's matching key.
 *
 * The key is lower case with the tone mark moved to the end, so that the two
 * placements meet (hòa = hoà, uỷ = ủy), and with a final y written i after a
 * single consonant (tỷ = tỉ, quý = quí, kỷ = kỉ). The bare key leaves tones,
 * hats and the bar of đ out: what OCR loses most often.
 * Keys are for matching only; the text is never altered.
 */
#ifndef BAOCAO_FOLD_H
#define BAOCAO_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "limits.h"

typedef struct {
    uint8_t full_len, bare_len; /* 0: the word is longer than BC_MAX_SYLLABLE_BYTES */
    bool capital;               /* the first letter is a capital */
    bool all_capitals;          /* two letters or more, none lower case */
    bool digits;                /* holds a digit */
    char full[BC_MAX_SYLLABLE_BYTES], bare[BC_MAX_SYLLABLE_BYTES];
} bc_fold;

/* Folds one word of valid UTF-8. */
void bc_fold_word(const char *word, size_t len, bc_fold *out);

/* In how many places two full keys of one bare key differ: letters by their hats, and the tone. */
unsigned bc_fold_distance(const char *a, size_t a_len, const char *b, size_t b_len);

/* Is the code point a letter (or a combining mark, which belongs to one)? */
bool bc_fold_is_letter(uint32_t code_point);

/* Does the code point have a lower case form other than itself (for the alphabets reports use)? */
bool bc_fold_is_upper(uint32_t code_point);
uint32_t bc_fold_lower(uint32_t code_point);

#endif
