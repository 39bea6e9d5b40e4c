/* SPDX-License-Identifier: MIT */
/*
 * link.c - the level that a change, plan or share qualifies, see draft.h.
 *
 *     "đạt 90 tỷ đồng, bằng 60% dự toán, giảm 5%"   both of the 90
 *     "tăng 9,7% và đạt 1.215 triệu kWh"            of the level that follows
 *     "IIP tăng 15,8%"                              of none: the metric has no level
 */
#include "draft.h"

#include "edge.h"

enum { BEFORE_MOST = 8, AFTER_MOST = 3, NEXT_WORDS = 5 };

typedef enum { KIND_NONE, KIND_BEFORE, KIND_AFTER, KIND_PAST } parent_kind;

typedef struct {
    int32_t draft, past;
} parent;

static void say_common(bc_frame *f, uint32_t k, parent_kind kind)
{
    const bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;
    uint32_t length;
    bc_edge lead = bc_edge_before(f->w, d->c.left.first, d->m->tokens.first, &length);
    bc_choice_say(c, BC_SAY_KIND, kind, (uint32_t)d->r.role * 8u + bc_draft_unit_group(d->m));
    bc_choice_say(c, BC_SAY_FRESH, kind, d->name_kind);
    bc_choice_say(c, BC_SAY_RELATION, kind, lead);
    bc_choice_say(c, BC_SAY_BRACKETS, kind,
                  (d->c.inside ? 1u : 0u) + (d->c.parenthesis ? 2u : 0u) + (d->target ? 4u : 0u));
    bc_choice_say(c, BC_SAY_SOURCE, kind, k < 3 ? k : 3u);
    if (d->m->tokens.first > f->s->tokens.first)
        bc_choice_say_word(c, kind, d->m->tokens.first - 1);
    bc_choice_say_word(c, 32u + kind, d->c.left.first);
}

/* "năng suất 68,3 tạ/ha, sản lượng 387.807 tấn ... tăng 2,4 tạ/ha": 0 a per cent or nothing, 1 other words, 2 the same.
 */
static uint32_t same_unit(const bc_work *w, const bc_mention *a, const bc_mention *b)
{
    uint32_t n = a->unit.last - a->unit.first;
    if (!n || a->unit_kind == BC_UNIT_PERCENT || a->unit_kind == BC_UNIT_TIMES || a->rank)
        return 0;
    if (b->unit.last - b->unit.first != n)
        return 1;
    for (uint32_t i = 0; i < n; i++)
        if (w->tokens[a->unit.first + i].kind != w->tokens[b->unit.first + i].kind ||
            w->tokens[a->unit.first + i].id != w->tokens[b->unit.first + i].id)
            return 1;
    return 2;
}

static void say_level(bc_frame *f, uint32_t k, uint32_t j, parent_kind kind, uint32_t between)
{
    const bc_work *w = f->w;
    const bc_draft *d = &f->drafts[k], *o = &f->drafts[j];
    bc_choice *c = &f->choice;
    uint32_t from = j < k ? o->m->tokens.last : d->m->tokens.last, to = j < k ? d->m->tokens.first : o->m->tokens.first;
    uint32_t commas = 0, walls = 0, parts = 0, joins = 0;
    for (uint32_t i = from; i < to; i++) {
        char m = bc_work_mark(w, i);
        commas += m == ',';
        walls += m == ';' || m == '|';
        parts += bc_work_is(w, i, to, BC_TAG_PART);
        joins += bc_work_is(w, i, to, BC_TAG_AND);
    }
    bool same_root = bc_draft_root(f, k) == bc_draft_root(f, j);
    uint32_t role = d->r.role, group = bc_draft_unit_group(d->m), other = bc_draft_unit_group(o->m);
    bc_choice_say(c, BC_SAY_ROLE, kind * 8u + other, role * 8u + group);
    bc_choice_say(c, BC_SAY_UNIT, kind,
                  (d->m->unit_kind == o->m->unit_kind && d->m->unit_row == o->m->unit_row) * 4u + role);
    bc_choice_say(c, BC_SAY_GAP, kind, bc_bucket(between) * 4u + role);
    bc_choice_say(c, BC_SAY_SAME, kind * 2u + same_root, role * 2u + (d->name_from >= 0));
    bc_choice_say(c, BC_SAY_SAME, 16u + kind * 2u + same_root, bc_bucket(between));
    bc_choice_say(c, BC_SAY_MARKS, kind, (commas > 2 ? 2 : commas) * 3 + (walls > 2 ? 2 : walls));
    bc_choice_say(c, BC_SAY_HOLDS, kind, (parts ? 1u : 0u) + (joins ? 2u : 0u) + 4u * same_root);
    bc_choice_say(c, BC_SAY_PLACE, kind,
                  (o->c.inside ? 1u : 0u) + (d->c.inside ? 2u : 0u) +
                      4u * (o->c.inside && d->c.inside && o->c.opening == d->c.opening));
    bc_choice_say(c, BC_SAY_TARGET, kind,
                  (o->target ? 1u : 0u) + (d->target ? 2u : 0u) + (o->r.plan_figure ? 4u : 0u) +
                      (d->r.plan_figure ? 8u : 0u));
    bc_choice_say(c, BC_SAY_HEAD, kind * 16u + o->name_kind, d->name_kind);
    uint32_t noun = bc_draft_noun(w, d->m), its = bc_draft_noun(w, o->m);
    bc_choice_say(c, BC_SAY_CODE, kind, (!noun || !its ? 0u : noun == its ? 1u : 2u) * 4u + role);
    bc_choice_say(c, BC_SAY_ROW, kind, same_unit(w, d->m, o->m) * 4u + role);
    uint32_t taken = 0;
    for (uint32_t x = 0; x < k; x++)
        taken += f->drafts[x].r.role != BC_ROLE_LEVEL && f->drafts[x].parent == (int32_t)j &&
                 f->drafts[x].r.role == d->r.role;
    bc_choice_say(c, BC_SAY_KNOWN, kind, (taken > 2 ? 2 : taken) * 4u + role);
    bc_choice_say(c, BC_SAY_RULE, kind, j < k ? bc_draft_aligned(f, k, j) : 8u);
    /* "tăng 5% về lượng": of which of the two figures before */
    bc_choice_say_word(c, 64u + other, d->m->tokens.last);
    bc_choice_say_word(c, 72u + other, d->m->tokens.last + 1);
    uint32_t next = d->m->tokens.last, end = next + NEXT_WORDS < d->c.right.last ? next + NEXT_WORDS : d->c.right.last;
    bc_choice_say(c, BC_SAY_BEGINS, 16u + role, bc_draft_shared(w, (bc_range){next, end}, &o->name));
    bc_choice_say(c, BC_SAY_BEGINS, 24u + role,
                  bc_draft_shared(w, (bc_range){d->c.left.first, d->m->tokens.first}, &o->name));
    bc_choice_say(c, BC_SAY_LENGTH, kind, bc_bucket(bc_indicator_words(w, (bc_range){from, to})));
}

static bool label(bc_frame *f, bc_value v)
{
    return !bc_choice_watched(&f->choice) || bc_choice_label(&f->choice, v);
}

/* May level j be what figure k qualifies? */
static bool fits(const bc_frame *f, uint32_t k, uint32_t j)
{
    const bc_draft *d = &f->drafts[k], *o = &f->drafts[j];
    return !o->dropped && o->target == d->target && o->r.role == BC_ROLE_LEVEL &&
           (d->r.role == BC_ROLE_CHANGE || !o->m->rank);
}

static bool offer(bc_frame *f, uint32_t k, uint32_t j, uint32_t between, parent *parents)
{
    parent_kind kind = j < k ? KIND_BEFORE : KIND_AFTER;
    bc_choice_candidate(&f->choice);
    parents[f->choice.count - 1] = (parent){(int32_t)j, -1};
    say_common(f, k, kind);
    say_level(f, k, j, kind, between);
    return label(f, f->drafts[j].r.value);
}

static bool choose(bc_frame *f, uint32_t k)
{
    bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;
    parent parents[BC_MAX_CANDIDATES];
    if (!bc_choice_begin(c, f->w, BC_DECIDE_PARENT, bc_work_span(f->w, d->m->tokens)))
        return false;
    bc_choice_candidate(c);
    parents[0] = (parent){-1, -1};
    say_common(f, k, KIND_NONE);
    uint32_t before = 0, after = 0;
    for (uint32_t j = k; j-- > 0 && before < BEFORE_MOST;)
        if (fits(f, k, j) && !offer(f, k, j, before++, parents))
            return false;
    for (uint32_t j = k + 1; j < f->count && after < AFTER_MOST; j++)
        if (fits(f, k, j) && !offer(f, k, j, after++, parents))
            return false;
    bool levels = before > 0;
    for (uint32_t p = 0; p < f->past_count; p++) {
        const bc_past *o = &f->past[p];
        if (o->target != d->target || (d->r.role != BC_ROLE_CHANGE && o->rank))
            continue;
        bc_choice_candidate(c);
        parents[c->count - 1] = (parent){-1, (int32_t)p};
        say_common(f, k, KIND_PAST);
        bc_choice_say(c, BC_SAY_GAP, KIND_PAST, p * 8u + (levels ? 4u : 0u) + d->r.role);
        bc_choice_say(c, BC_SAY_UNIT, KIND_PAST, (o->unit_kind == d->m->unit_kind) * 4u + d->r.role);
        uint32_t noun = bc_draft_noun(f->w, d->m), length;
        bc_choice_say(c, BC_SAY_CODE, KIND_PAST, (!noun || !o->noun ? 0u : noun == o->noun ? 1u : 2u) * 4u + d->r.role);
        bc_choice_say(c, BC_SAY_BEGINS, KIND_PAST, bc_edge_at(f->w, f->s->tokens.first, f->s->tokens.last, &length));
        bc_choice_say(c, BC_SAY_PLACE, KIND_PAST, k < 3 ? k : 3u);
        bc_choice_say(c, BC_SAY_HEAD, KIND_PAST * 16u, d->name_kind);
        bc_choice_say(c, BC_SAY_TARGET, KIND_PAST, (o->target ? 1u : 0u) + (d->target ? 2u : 0u));
        if (!label(f, o->value))
            return false;
    }
    int32_t best = bc_choice_best(c);
    bc_draft_note(d, c,
                  best <= 0                          ? "none"
                  : parents[best].past >= 0          ? "sentence_before"
                  : parents[best].draft > (int32_t)k ? "after"
                                                     : "before");
    d->parent = best < 0 ? -1 : parents[best].draft;
    d->past_parent = best < 0 ? -1 : parents[best].past;
    return true;
}

bool bc_draft_links(bc_frame *f)
{
    for (uint32_t k = 0; k < f->count; k++) {
        if (f->drafts[k].r.role != BC_ROLE_LEVEL && !f->drafts[k].dropped && !choose(f, k))
            return false;
    }
    return true;
}
