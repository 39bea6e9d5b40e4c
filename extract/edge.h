/* SPDX-License-Identifier: MIT */
/*
 * edge.h - what kind of word or mark stands at a place of a sentence: the alphabet in which evidence speaks of a
 * phrase's surroundings (choice.h).
 */
#ifndef BAOCAO_EDGE_H
#define BAOCAO_EDGE_H

#include "work.h"

/* Rows: enumerator, the tag it stands for; of phrases of equal length the upper row wins. */
#define BC_EDGE_TAGS(X)                                                                                                \
    X(BC_EDGE_PART, BC_TAG_PART)                                                                                       \
    X(BC_EDGE_CONTRAST, BC_TAG_CONTRAST)                                                                               \
    X(BC_EDGE_STATUS, BC_TAG_STATUS)                                                                                   \
    X(BC_EDGE_TO_LEVEL, BC_TAG_TO_LEVEL)                                                                               \
    X(BC_EDGE_RISE, BC_TAG_RISE)                                                                                       \
    X(BC_EDGE_FALL, BC_TAG_FALL)                                                                                       \
    X(BC_EDGE_EXCEED, BC_TAG_EXCEED)                                                                                   \
    X(BC_EDGE_TIMES, BC_TAG_TIMES)                                                                                     \
    X(BC_EDGE_SHARE, BC_TAG_SHARE)                                                                                     \
    X(BC_EDGE_RATIO, BC_TAG_RATIO)                                                                                     \
    X(BC_EDGE_CONTRIBUTE, BC_TAG_CONTRIBUTE)                                                                           \
    X(BC_EDGE_GROWTH, BC_TAG_GROWTH)                                                                                   \
    X(BC_EDGE_THAN, BC_TAG_THAN)                                                                                       \
    X(BC_EDGE_BOUND, BC_TAG_BOUND)                                                                                     \
    X(BC_EDGE_PAIRED, BC_TAG_PAIRED)                                                                                   \
    X(BC_EDGE_AVERAGE, BC_TAG_AVERAGE)                                                                                 \
    X(BC_EDGE_PROPORTION, BC_TAG_PROPORTION)                                                                           \
    X(BC_EDGE_STRUCTURE, BC_TAG_STRUCTURE)                                                                             \
    X(BC_EDGE_HAVE, BC_TAG_HAVE)                                                                                       \
    X(BC_EDGE_VERB, BC_TAG_VERB)                                                                                       \
    X(BC_EDGE_INDICATOR, BC_TAG_INDICATOR)                                                                             \
    X(BC_EDGE_GENERIC, BC_TAG_GENERIC)                                                                                 \
    X(BC_EDGE_REACH, BC_TAG_REACH)                                                                                     \
    X(BC_EDGE_PLAN, BC_TAG_PLAN)                                                                                       \
    X(BC_EDGE_AND, BC_TAG_AND)                                                                                         \
    X(BC_EDGE_DONE, BC_TAG_DONE)                                                                                       \
    X(BC_EDGE_ACTOR, BC_TAG_ACTOR)                                                                                     \
    X(BC_EDGE_BODY, BC_TAG_BODY)                                                                                       \
    X(BC_EDGE_PROVINCE, BC_TAG_PROVINCE)                                                                               \
    X(BC_EDGE_PLACE, BC_TAG_PLACE)                                                                                     \
    X(BC_EDGE_COUNTER, BC_TAG_COUNTER)                                                                                 \
    X(BC_EDGE_PLURAL, BC_TAG_PLURAL)                                                                                   \
    X(BC_EDGE_DESCRIBE, BC_TAG_DESCRIBE)                                                                               \
    X(BC_EDGE_STOP, BC_TAG_STOP)                                                                                       \
    X(BC_EDGE_FILLER, BC_TAG_FILLER)                                                                                   \
    X(BC_EDGE_TASK, BC_TAG_TASK)                                                                                       \
    X(BC_EDGE_FAILING, BC_TAG_FAILING)                                                                                 \
    X(BC_EDGE_RANK, BC_TAG_RANK)                                                                                       \
    X(BC_EDGE_DISBURSE, BC_TAG_DISBURSE)                                                                               \
    X(BC_EDGE_QUALIFIER, BC_TAG_QUALIFIER)                                                                             \
    X(BC_EDGE_VAGUE, BC_TAG_VAGUE)                                                                                     \
    X(BC_EDGE_CAUSE, BC_TAG_CAUSE)                                                                                     \
    X(BC_EDGE_NUMBERED, BC_TAG_NUMBERED)

#define BC_ENUMERATOR(id, tag) id,
typedef enum {
    BC_EDGE_WORD, /* a word that no row knows */
    BC_EDGE_SENTENCE,
    BC_EDGE_COMMA,
    BC_EDGE_SEMICOLON,
    BC_EDGE_COLON,
    BC_EDGE_OPEN,
    BC_EDGE_CLOSE,
    BC_EDGE_DASH,
    BC_EDGE_DOT,
    BC_EDGE_QUOTE,
    BC_EDGE_SLASH,
    BC_EDGE_MARK, /* any other */
    BC_EDGE_FIGURE,
    BC_EDGE_TIME,
    BC_EDGE_TAGS(BC_ENUMERATOR) BC_EDGE_COUNT
} bc_edge;
#undef BC_ENUMERATOR

/* What starts at token i of [.., end); *length: how many tokens it is, 1 or more. At end: BC_EDGE_SENTENCE, 0. */
bc_edge bc_edge_at(const bc_work *w, uint32_t i, uint32_t end, uint32_t *length);

/* What ends right before token i and does not begin before `first`; *length as above. At first: BC_EDGE_SENTENCE, 0. */
bc_edge bc_edge_before(const bc_work *w, uint32_t first, uint32_t i, uint32_t *length);

/* Does a name end there: a mark, a figure, a time, a word of grammar? */
bool bc_edge_bounds(bc_edge e);

#endif
