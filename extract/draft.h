/* SPDX-License-Identifier: MIT */
/*
 * draft.h - a fact in the making: what the parts of the fact stage (head, name, when, link, fact) hand to each other.
 * A frame is one sentence with its figures; it lives in the request's arena while the sentence is read.
 */
#ifndef BAOCAO_DRAFT_H
#define BAOCAO_DRAFT_H

#include "choice.h"
#include "compare.h"
#include "indicator.h"
#include "work.h"

enum { BC_HEADS = 3, BC_PAST = 6 };

/* How a name was come by. */
typedef enum {
    BC_NAME_NONE,
    BC_NAME_LEFT,          /* words before the figure */
    BC_NAME_UNIT,          /* the counted noun */
    BC_NAME_UNIT_TAIL,     /* and what follows it */
    BC_NAME_UNIT_ACT,      /* and the act before it */
    BC_NAME_UNIT_TAIL_ACT, /* both */
    BC_NAME_TAIL,          /* what follows the figure */
    BC_NAME_TAIL_ACT,      /* and the act before it */
    BC_NAME_INHERIT,       /* the name of a figure before */
    BC_NAME_HEAD,          /* of the list or section it stands under */
    BC_NAME_HEAD_LEFT,     /* and the words before it */
    BC_NAME_LEAD_LEFT,     /* the words before a colon, and those before the figure */
    BC_NAME_LEFT_OF,    /* the words before it, and what the figure before counts: "tổng diện tích" of "cụm" */
    BC_NAME_CARRY,      /* of the sentence before */
    BC_NAME_PAIR,       /* "A và B đạt 5% và 6%": one of the things named side by side */
    BC_NAME_PAIR_WHOLE, /* and what the first of them begins with */
    BC_NAME_TOLD,       /* of a figure in the head of the list */
    BC_NAME_TOLD_LEFT,  /* and the words before it */
    BC_NAME_SIBLING,    /* what a name before begins with, and the words before the figure */
    BC_NAME_OUTER,      /* "mì lát (384.600 tấn)": the words before the bracket that it opens */
    BC_NAME_OUTER_OF,   /* and the name of the figure before */
    BC_NAME_TAIL_OF,    /* "28.514 hồ sơ, 99% nộp trực tuyến": what was counted before, and what follows */
    BC_NAME_MEAN, /* "số vốn 1.486 tỷ đồng, bình quân 9,65 tỷ đồng": the name before, on average */
} bc_name_kind;

typedef struct {
    const bc_mention *m;
    bc_context c;
    bc_reading r;
    uint32_t way;       /* how role.c reads it */
    uint32_t run, runs; /* its place in "5,8%, 6,9% và 7%", and how many they are; runs 1: alone */
    bool paired;        /* "lần lượt", "tương ứng" before the run */
    bc_name name;
    bc_name_kind name_kind;
    int32_t name_from; /* the draft whose name it took, -1: its own */
    int32_t code;      /* catalogue row, -1: none */
    bool target;
    bc_status status;
    bc_period period;
    bool has_period; /* said in its own clause */
    bc_period baseline;
    bool has_baseline;
    bool component;      /* named as a part of another */
    int32_t parent;      /* draft whose level it qualifies, -1: none in this sentence */
    int32_t past_parent; /* the same among the frame's past, -1: none */
    bc_str unit;
    bc_unit_kind unit_kind;
    int32_t unit_row;
    int8_t scale;
    bool dropped;
    int32_t fact;                           /* where it was put */
    bc_explain_rule why[BC_DECISION_COUNT]; /* by decision; rule NULL: none was made */
} bc_draft;

/* What a block's last sentence with figures told. */
typedef struct {
    bc_name first, last; /* of its first and last level */
    bool set;
} bc_told;

/* A head above the sentence: a heading, or the line that opens its list. */
typedef struct {
    uint32_t block;
    bc_range words; /* what it says */
    bc_range name;  /* the noun phrase in it; may be empty */
    bc_told told;   /* by its figures */
} bc_head;

/* A level of the sentence before, to which a comparison of this one may belong. */
typedef struct {
    bc_value value;
    bc_unit_kind unit_kind;
    uint32_t noun; /* bc_draft_noun */
    bc_name name;
    bc_period period;
    bool target, rank;
    int32_t fact;
} bc_past;

/* What the choices of a sentence write to, made once and used again for every sentence of a document. */
typedef struct {
    bc_candidate *candidates;
    void *names, *periods; /* name.c's, when.c's */
} bc_draft_room;

typedef struct {
    bc_work *w;
    const bc_sentence *s;
    const bc_block *block;
    bc_draft *drafts;
    uint32_t count;
    bc_head heads[BC_HEADS]; /* nearest first */
    uint32_t head_count;
    bc_period head_period;
    bool head_period_set;
    const bc_time *head_baseline;
    bc_status head_status;
    bc_name carried;          /* the name that the sentence before closed with; count 0: none */
    bc_period carried_period; /* the period that opened an earlier sentence of the paragraph */
    bool carried_period_set;
    bool aiming;           /* an earlier sentence of the paragraph spoke of what is to come */
    bc_past past[BC_PAST]; /* nearest first */
    uint32_t past_count;
    bc_choice choice;
    bc_draft_room *room;
} bc_frame;

/* head.c: what the headings and list heads above the sentence say. */
void bc_draft_heads(bc_frame *f);
bc_status bc_draft_status(const bc_frame *f, const bc_draft *d);

/* role.c: what each figure says, and whether it is aimed at. After contexts. */
bool bc_draft_roles(bc_frame *f);

/* name.c: gives each figure of the sentence its name, left to right. False: no room. */
bool bc_draft_names(bc_frame *f);

/* code.c: the catalogue rows. After names. */
bool bc_draft_codes(bc_frame *f);

/* link.c: the level that each change, plan and share qualifies. After names and units. */
bool bc_draft_links(bc_frame *f);

/* when.c: periods, then what changes are counted from. After links. */
bool bc_draft_periods(bc_frame *f);

/* Notes how a decision fell, for explaining. choice is static. */
static inline void bc_draft_note(bc_draft *d, const bc_choice *c, const char *choice)
{
    d->why[c->decision] = (bc_explain_rule){bc_decision_name(c->decision), choice, (double)c->margin};
}

/* The draft that a name was first given to. */
uint32_t bc_draft_root(const bc_frame *f, uint32_t k);

/* Of "x và y, lần lượt tăng a% và b%": is level j the one of figure k by its place? 0: there are no such lists; else 1
 * no, 2 yes, and 2 more where a word says that they are paired. */
uint32_t bc_draft_aligned(const bc_frame *f, uint32_t k, uint32_t j);

/* How many words of the range stand in the name as well, at most 3. */
uint32_t bc_draft_shared(const bc_work *w, bc_range r, const bc_name *name);

/* Which of eight kinds of unit: rank, count, per cent, money, measure, none, score, difference. */
uint32_t bc_draft_unit_group(const bc_mention *m);

/* A figure's unit without its scale words. */
bc_range bc_draft_counted(const bc_work *w, const bc_mention *m);

/* The counted noun's place among those of counters.tsv, from 1; 0: none. */
uint32_t bc_draft_noun(const bc_work *w, const bc_mention *m);

/* Small counts as they are, larger ones by size: 0 to 8. */
static inline uint32_t bc_bucket(uint32_t n)
{
    return n < 5 ? n : n < 7 ? 5 : n < 10 ? 6 : n < 15 ? 7 : 8;
}

#endif
