/* SPDX-License-Identifier: MIT */
/*
 * choice.h - which of several readings: every candidate is given its evidence
 * by name, and the weights of lexicon/weights.tsv add up.
 *
 *     bc_choice_begin(&c, w, BC_DECIDE_NAME);
 *     for each candidate: bc_choice_candidate(&c), then bc_choice_say(&c, BC_SAY_..., a, b) for what speaks of it
 *     best = bc_choice_best(&c)
 *
 * Evidence speaks of the kinds of words and marks at hand (tags, distances) and of rows of the lexicon (which counted
 * noun, which catalogue code, which of the words that many reports share), never of the words of one report, so that
 * weights learned from some reports serve others. They are learned by tests/train/train.py. All memory is the request's
 * arena. A choice without candidates has no best (-1).
 */
#ifndef BAOCAO_CHOICE_H
#define BAOCAO_CHOICE_H

#include "work.h"

#define BC_DECISIONS(X)                                                                                                \
    X(BC_DECIDE_ROLE, "role")         /* what a figure says: level, change, plan, share, nothing */                    \
    X(BC_DECIDE_CLASS, "class")       /* reached, or aimed at */                                                       \
    X(BC_DECIDE_NAME, "name")         /* what a figure measures */                                                     \
    X(BC_DECIDE_PARENT, "parent")     /* the level that a change, plan or share qualifies */                           \
    X(BC_DECIDE_PERIOD, "period")     /* the time that a figure is of */                                               \
    X(BC_DECIDE_BASELINE, "baseline") /* the time that a change is counted from */                                     \
    X(BC_DECIDE_CODE, "code")         /* the catalogue row that a name means */

/* Evidence: what two small numbers beside it mean is said where it is given (name.c, link.c, when.c). */
#define BC_EVIDENCE(X)                                                                                                 \
    X(BC_SAY_KIND, "kind")                                                                                             \
    X(BC_SAY_ROLE, "role")                                                                                             \
    X(BC_SAY_UNIT, "unit")                                                                                             \
    X(BC_SAY_FRESH, "fresh")                                                                                           \
    X(BC_SAY_PLACE, "place")                                                                                           \
    X(BC_SAY_RELATION, "relation")                                                                                     \
    X(BC_SAY_BEFORE, "before")                                                                                         \
    X(BC_SAY_BEGINS, "begins")                                                                                         \
    X(BC_SAY_ENDS, "ends")                                                                                             \
    X(BC_SAY_BEHIND, "behind")                                                                                         \
    X(BC_SAY_LENGTH, "length")                                                                                         \
    X(BC_SAY_HOLDS, "holds")                                                                                           \
    X(BC_SAY_KNOWN, "known")                                                                                           \
    X(BC_SAY_CODE, "code")                                                                                             \
    X(BC_SAY_GAP, "gap")                                                                                               \
    X(BC_SAY_MARKS, "marks")                                                                                           \
    X(BC_SAY_TAIL, "tail")                                                                                             \
    X(BC_SAY_TAIL_END, "tail_end")                                                                                     \
    X(BC_SAY_HEAD, "head")                                                                                             \
    X(BC_SAY_SOURCE, "source")                                                                                         \
    X(BC_SAY_SAME, "same")                                                                                             \
    X(BC_SAY_SECTION, "section")                                                                                       \
    X(BC_SAY_BRACKETS, "brackets")                                                                                     \
    X(BC_SAY_TARGET, "target")                                                                                         \
    X(BC_SAY_RULE, "rule")                                                                                             \
    X(BC_SAY_SIZE, "size")                                                                                             \
    X(BC_SAY_ROW, "row")                                                                                               \
    X(BC_SAY_BOTH, "both")                                                                                             \
    X(BC_SAY_WORD, "word") /* b: the row of words.tsv */

#define BC_ENUMERATOR(id, name) id,
typedef enum { BC_DECISIONS(BC_ENUMERATOR) BC_DECISION_COUNT } bc_decision;
typedef enum { BC_EVIDENCE(BC_ENUMERATOR) BC_SAY_COUNT } bc_say;
#undef BC_ENUMERATOR

enum { BC_MAX_CANDIDATES = 192, BC_MAX_EVIDENCE = 64 };

typedef struct {
    uint32_t said[BC_MAX_EVIDENCE]; /* keys, see bc_choice_key */
    uint32_t count;
    uint32_t kind; /* the decision's own numbering of where it came from */
    float score;
    bc_str label, code; /* what the candidate is, for a watcher; else empty */
} bc_candidate;

typedef struct {
    const bc_work *w;
    bc_decision decision;
    bc_span span; /* bytes of the figure */
    bc_candidate *candidates;
    uint32_t count;
    float margin; /* of the one taken over the next, 0 where it was not the likeliest; set by bc_choice_take */
} bc_choice;

/* Told of every choice that was made and of every stage that was run: for training, explaining and tests. Either may be
 * NULL. */
struct bc_watch {
    void (*chosen)(void *context, const bc_choice *choice, int32_t best);
    void (*staged)(void *context, const char *stage, const bc_work *w);
    void *context;
};

/* The learned weights; engine's, read-only. NULL and a line on stderr when the file is at fault. */
typedef struct bc_weights bc_weights;
bc_weights *bc_weights_create(void);
void bc_weights_destroy(bc_weights *weights);

/* False: no room. The span is in bytes. */
bool bc_choice_begin(bc_choice *c, const bc_work *w, bc_decision decision, bc_span span);

/* Opens a candidate; false when there are enough (the candidate is then not to be spoken of). */
bool bc_choice_candidate(bc_choice *c);

/* a: 0 to 1023, b: 0 to 16383 */
void bc_choice_say(bc_choice *c, bc_say say, uint32_t a, uint32_t b);

/* Names token i where it is a common word (words.tsv); else says nothing. */
void bc_choice_say_word(bc_choice *c, uint32_t a, uint32_t i);

/* What the last candidate is, for a watcher: a value or a period as the result writes it. False: no room. */
bool bc_choice_label(bc_choice *c, bc_value v);
bool bc_choice_label_period(bc_choice *c, bc_period p);
bool bc_choice_mark(bc_choice *c, const char *code); /* its code */

/* The candidate with the highest sum, of equals the first; -1: none. */
int32_t bc_choice_likeliest(const bc_choice *c);

/* Tells the watcher that `best` was taken, and sets the margin. */
void bc_choice_take(bc_choice *c, int32_t best);

/* Takes the likeliest. */
int32_t bc_choice_best(bc_choice *c);

static inline bool bc_choice_watched(const bc_choice *c)
{
    return c->w->input->watch && c->w->input->watch->chosen;
}

const char *bc_decision_name(bc_decision d);

#endif
