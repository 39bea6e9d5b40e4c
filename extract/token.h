/* SPDX-License-Identifier: MIT */
/*
 * token.h - text to tokens: words (syllables), figures, marks.
 *
 *     "ước đạt 44.387 tỷ đồng (+18,2%)"
 *      W   W   N      W  W    M MN   MM
 *
 * A figure is a run of digits with single inner '.' or ','. A word starts with
 * a letter and may hold digits (m2, QH15). White space is no token; what stood
 * before a token is told in its flags. Offsets are bytes of the text.
 */
#ifndef BAOCAO_TOKEN_H
#define BAOCAO_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "result.h"

typedef enum { BC_TOKEN_WORD, BC_TOKEN_NUMBER, BC_TOKEN_MARK } bc_token_kind;

enum {
    BC_TOKEN_SPACE = 1,        /* white space stood before it */
    BC_TOKEN_NEWLINE = 2,      /* ... a line end among it */
    BC_TOKEN_CAPITAL = 4,      /* begins with a capital */
    BC_TOKEN_ALL_CAPITALS = 8, /* two letters or more, all capitals */
    BC_TOKEN_HAS_DIGIT = 16,   /* a word with a digit in it */
    BC_TOKEN_TAB = 32,         /* ... a tab among the white space before it: the next cell of a table */
};

typedef struct {
    uint32_t start, end;
    uint16_t id;   /* the lexicon's number for its full key; 0: not in the lexicon */
    uint16_t bare; /* the same for its bare key */
    uint8_t kind;  /* bc_token_kind */
    uint8_t flags;
    char mark; /* a mark's ASCII sense: '-' for every dash, '"' for every quote, '*' for bullets, 0: none */
} bc_token;

typedef struct bc_lexicon bc_lexicon;

/* Splits text. lexicon may be NULL: ids stay 0. False: the arena has no room. */
bool bc_tokenize(const bc_lexicon *lexicon, bc_arena *arena, bc_str text, bc_token **tokens, uint32_t *count);

#endif
