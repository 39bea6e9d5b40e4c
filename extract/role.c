/* SPDX-License-Identifier: MIT */
/*
 * role.c - what each figure says, and whether it was reached or is aimed at, see draft.h.
 *
 * compare.c reads the words of relation next to the figure; its reading is evidence beside what else stands around.
 * A value is never made up: what a reading may do to the figure as written is to change its sign, to take 100 off a
 * ratio to another period, or to add it to or take it off the 100 of a plan (the model, section 2).
 */
#include "draft.h"

#include "date.h"
#include "decimal.h"
#include "edge.h"
#include "period.h"

typedef enum {
    READ_LEVEL,
    READ_RISE,       /* change, as written */
    READ_FALL,       /* change, its sign turned */
    READ_RATIO,      /* change: "bằng 143,2% cùng kỳ" is +43.2 */
    READ_PLAN,       /* per cent of a plan */
    READ_PLAN_OVER,  /* "vượt 5% kế hoạch" is 105 */
    READ_PLAN_UNDER, /* "thấp hơn 3% so với kế hoạch" is 97 */
    READ_SHARE,
    READ_NOTHING, /* a name, a place in a list */
    READ_COUNT
} way;

enum { LOOK_WORDS = 14 };

static bc_value turned(bc_value v)
{
    if (v.set)
        v.number = bc_decimal_negate(v.number);
    return v;
}

static bc_value plus(bc_value v, int add)
{
    if (v.set && !bc_decimal_add(v.number, bc_decimal_from(add), &v.number))
        v.set = false;
    return v;
}

static bool equal(bc_value a, bc_value b)
{
    return a.set == b.set && (!a.set || bc_decimal_compare(a.number, b.number) == 0);
}

/* The figure read in one of the ways. A written minus makes a fall of what is read as a change. */
static bc_reading read_as(const bc_draft *d, way x)
{
    bc_reading r = d->r;
    bc_value v = d->m->value, most = d->m->value_max;
    static const bc_role ROLES[] = {BC_ROLE_LEVEL, BC_ROLE_CHANGE, BC_ROLE_CHANGE, BC_ROLE_CHANGE, BC_ROLE_PLAN,
                                    BC_ROLE_PLAN,  BC_ROLE_PLAN,   BC_ROLE_SHARE,  BC_ROLE_LEVEL};
    r.role = ROLES[x];
    switch (x) {
    case READ_FALL:
        v = turned(v), most = turned(most);
        break;
    case READ_RATIO:
        v = plus(v, -100), most = plus(most, -100);
        break;
    case READ_PLAN_OVER:
        v = plus(v, 100), most = plus(most, 100);
        break;
    case READ_PLAN_UNDER:
        v = plus(turned(v), 100), most = plus(turned(most), 100);
        break;
    default:
        break;
    }
    r.value = v;
    r.value_max = most;
    return r;
}

static uint32_t size(const bc_mention *m)
{
    double v = bc_decimal_double(m->value.number);
    return v < 1 ? 0 : v < 20 ? 1 : v < 90 ? 2 : v < 100 ? 3 : v < 101 ? 4 : v < 130 ? 5 : v < 1000 ? 6 : 7;
}

static bool percent_like(const bc_mention *m)
{
    return m->unit_kind == BC_UNIT_PERCENT || m->unit_kind == BC_UNIT_NONE;
}

static bool is_bare(const bc_mention *m)
{
    return m->unit_kind == BC_UNIT_NONE && !m->scale && !m->total.set;
}

typedef struct {
    bc_edge before[4], behind[4];
    bool seen_left[BC_EDGE_COUNT], seen_right[BC_EDGE_COUNT];
    uint8_t far_left[BC_EDGE_COUNT], far_right[BC_EDGE_COUNT]; /* words between */
    bool same_period_behind;
} surroundings;

static void look(const bc_frame *f, uint32_t k, surroundings *s)
{
    const bc_work *w = f->w;
    const bc_draft *d = &f->drafts[k];
    uint32_t at = d->m->tokens.first, words = 0, length;
    *s = (surroundings){0};
    for (uint32_t n = 0; words < LOOK_WORDS; n++) {
        bc_edge e = bc_edge_before(w, d->c.left.first, at, &length);
        if (n < 4)
            s->before[n] = e;
        if (!s->seen_left[e]) {
            s->seen_left[e] = true;
            s->far_left[e] = (uint8_t)(words < 4 ? words : words < 8 ? 4 : 5);
        }
        if (e == BC_EDGE_SENTENCE || e == BC_EDGE_SEMICOLON)
            break;
        if (e == BC_EDGE_WORD || e == BC_EDGE_INDICATOR || e == BC_EDGE_COUNTER)
            words += length;
        at -= length;
    }
    at = d->m->tokens.last;
    words = 0;
    for (uint32_t n = 0; words < LOOK_WORDS; n++) {
        bc_edge e = bc_edge_at(w, at, d->c.right.last, &length);
        if (n < 4)
            s->behind[n] = e;
        if (!s->seen_right[e]) {
            s->seen_right[e] = true;
            s->far_right[e] = (uint8_t)(words < 4 ? words : words < 8 ? 4 : 5);
        }
        if (e == BC_EDGE_TIME && n < 3) {
            const bc_time *t = bc_time_at(w, at);
            s->same_period_behind |= t->same_period || t->shift_year || t->shift_month || t->baseline;
        }
        if (e == BC_EDGE_SENTENCE || e == BC_EDGE_SEMICOLON || e == BC_EDGE_COMMA || e == BC_EDGE_CLOSE)
            break;
        if (e == BC_EDGE_WORD || e == BC_EDGE_INDICATOR || e == BC_EDGE_COUNTER)
            words += length;
        at += length;
    }
}

static way rule_way(const bc_draft *d)
{
    for (way x = READ_LEVEL; x < READ_NOTHING; x++) {
        bc_reading r = read_as(d, x);
        if (r.role == d->r.role && equal(r.value, d->r.value))
            return x;
    }
    return READ_LEVEL;
}

static const char *const WAY_NAMES[] = {"level",     "rise",       "fall",  "ratio",  "plan",
                                        "over_plan", "under_plan", "share", "nothing"};
static const char *const WAYS[] = {"level", "change", "change", "change", "plan", "plan", "plan", "share", "nothing"};

/* The common words next to the figure, two on each side. */
static void say_words(bc_frame *f, const bc_draft *d, uint32_t x)
{
    for (uint32_t n = 0; n < 2; n++) {
        if (d->m->tokens.first > f->s->tokens.first + n)
            bc_choice_say_word(&f->choice, n * 32u + x, d->m->tokens.first - 1 - n);
        if (d->m->tokens.last + n < f->s->tokens.last)
            bc_choice_say_word(&f->choice, 64u + n * 32u + x, d->m->tokens.last + n);
    }
}

/* "lần lượt giảm 4,2%, 3,6% và 1,9%": figures side by side go one way, unless words or signs say otherwise. */
static bool against_run(const bc_frame *f, uint32_t k, way x)
{
    const bc_draft *d = &f->drafts[k];
    if (!d->run || d->m->sign || f->drafts[k - 1].m->sign)
        return false;
    bc_range between = {f->drafts[k - 1].m->tokens.last, d->m->tokens.first};
    if (bc_work_find(f->w, between.first, between.last, BC_TAG_RISE) != between.last ||
        bc_work_find(f->w, between.first, between.last, BC_TAG_FALL) != between.last)
        return false;
    way before = f->drafts[k - 1].way;
    return (before == READ_RISE && x == READ_FALL) || (before == READ_FALL && x == READ_RISE);
}

static bool choose_role(bc_frame *f, uint32_t k)
{
    bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;
    surroundings s;
    way ways[READ_COUNT];
    if (!bc_choice_begin(c, f->w, BC_DECIDE_ROLE, bc_work_span(f->w, d->m->tokens)))
        return false;
    look(f, k, &s);
    way rule = rule_way(d);
    uint32_t group = bc_draft_unit_group(d->m), bare = 0;
    for (uint32_t j = 0; j < f->count && is_bare(d->m); j++)
        bare += is_bare(f->drafts[j].m); /* "cao đẳng 1.215, trung cấp 1.930": one lends sense to the other */
    bare = bare ? 1u + bc_bucket(bare) : 0u;
    for (way x = READ_LEVEL; x < READ_COUNT; x++) {
        bool difference = x == READ_RISE || x == READ_FALL;
        if (difference && against_run(f, k, x))
            continue;
        if (x != READ_LEVEL && x != READ_NOTHING && !percent_like(d->m) && !difference)
            continue;
        if (x == READ_RATIO && size(d->m) <= 1 && !s.same_period_behind)
            continue; /* "126 người, bằng 0,7% số người hưởng": of a whole */
        if ((d->m->sign > 0 && x == READ_FALL) || (d->m->sign < 0 && x == READ_RISE) ||
            (d->m->rank && x != READ_LEVEL && x != READ_NOTHING) ||
            (x == READ_NOTHING && (d->m->scale || d->m->unit_kind == BC_UNIT_MONEY)))
            continue;
        bc_choice_candidate(c);
        ways[c->count - 1] = x;
        bc_choice_say(c, BC_SAY_RULE, x, (uint32_t)rule * 8u + group);
        bc_choice_say(c, BC_SAY_KIND, x,
                      (uint32_t)rule * 4u + (d->r.explicit_role ? 1u : 0u) + (d->r.plan_figure ? 2u : 0u));
        bc_choice_say(c, BC_SAY_UNIT, x, group * 8u + size(d->m));
        bc_choice_say(c, BC_SAY_BEFORE, x, s.before[0]);
        bc_choice_say(c, BC_SAY_BEFORE, 16u + x, s.before[1]);
        bc_choice_say(c, BC_SAY_BEFORE, 32u + x, s.before[2]);
        bc_choice_say(c, BC_SAY_BEHIND, x, s.behind[0]);
        bc_choice_say(c, BC_SAY_BEHIND, 16u + x, s.behind[1]);
        bc_choice_say(c, BC_SAY_BEHIND, 32u + x, s.behind[2]);
        say_words(f, d, x);
        bc_choice_say(c, BC_SAY_BRACKETS, x, (d->c.inside ? 1u : 0u) + (d->c.parenthesis ? 2u : 0u) + group * 4u);
        bc_choice_say(c, BC_SAY_SOURCE, x, k ? 1u + f->drafts[k - 1].r.role + 4u * f->drafts[k - 1].dropped : 0u);
        bc_choice_say(c, BC_SAY_GAP, x, bare);
        bc_choice_say(c, BC_SAY_SAME, x, k ? 1u + (f->drafts[k - 1].m->unit_kind == d->m->unit_kind) : 0u);
        bc_choice_say(c, BC_SAY_PLACE, x, d->run ? 1u + f->drafts[k - 1].way : 0u);
        bc_choice_say(c, BC_SAY_PLACE, 16u + x, d->runs > 1 ? 1u + d->paired + (d->run ? 2u : 0u) : 0u);
        bc_choice_say(c, BC_SAY_SECTION, x, f->block->kind * 8u + group);
        bc_choice_say(c, BC_SAY_CODE, x,
                      (s.same_period_behind ? 1u : 0u) + (d->m->total.set ? 2u : 0u) + (d->m->in_words ? 4u : 0u) +
                          (d->m->value_max.set ? 8u : 0u) + (d->m->ambiguous ? 16u : 0u) + (d->m->sign ? 32u : 0u));
        for (bc_edge e = BC_EDGE_PART; e <= BC_EDGE_AND; e++) {
            if (s.seen_left[e] && c->candidates[c->count - 1].count < BC_MAX_EVIDENCE)
                bc_choice_say(c, BC_SAY_HOLDS, x * 16u + s.far_left[e], e);
            if (s.seen_right[e] && c->candidates[c->count - 1].count < BC_MAX_EVIDENCE)
                bc_choice_say(c, BC_SAY_TAIL, x * 16u + s.far_right[e], e);
        }
        if (bc_choice_watched(c) && (!bc_choice_label(c, read_as(d, x).value) || !bc_choice_mark(c, WAYS[x])))
            return false;
    }
    int32_t best = bc_choice_best(c);
    if (best >= 0) {
        d->r = read_as(d, ways[best]);
        d->way = ways[best];
        bc_draft_note(d, c, WAY_NAMES[ways[best]]);
        d->dropped = ways[best] == READ_NOTHING;
    }
    return true;
}

/* The last word of status before the figure, and how far. */
static uint32_t status_word(const bc_frame *f, const bc_draft *d, uint32_t *far)
{
    const bc_work *w = f->w;
    uint32_t at = bc_work_find_last(w, f->s->tokens.first, d->m->tokens.first, BC_TAG_STATUS);
    const bc_match *m = bc_work_match(w, at, d->m->tokens.first, BC_TAG_STATUS);
    *far = m ? bc_bucket((d->m->tokens.first - at) / 4) : 0;
    return m ? 1u + (uint32_t)m->value : 0u;
}

/* Does the sentence name a time of a later year than the report, a deadline, a time that is over or one that is not? */
static uint32_t times_named(const bc_frame *f)
{
    const bc_work *w = f->w;
    uint32_t found = 0;
    for (uint32_t i = bc_time_from(w, f->s->tokens.first); i < w->time_count; i++) {
        const bc_time *t = &w->times[i];
        if (t->tokens.first >= f->s->tokens.last)
            break;
        if (!t->value.set || !w->report_date.year)
            continue;
        if (t->value.to.year > w->report_date.year)
            found |= 1;
        if (t->deadline)
            found |= 2;
        else if (!t->baseline)
            found |= bc_date_compare(t->value.to, w->report_date) < 0 ? 4 : 8;
    }
    return found;
}

static bool choose_class(bc_frame *f, uint32_t k)
{
    const bc_work *w = f->w;
    bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;
    if (!bc_choice_begin(c, w, BC_DECIDE_CLASS, bc_work_span(w, d->m->tokens)))
        return false;
    bool future = f->block->kind == BC_SECTION_GOALS || f->block->kind == BC_SECTION_TASKS;
    bool rule = d->status == BC_STATUS_TARGET || d->r.plan_figure || (future && d->status != BC_STATUS_FORECAST) ||
                (f->aiming && d->status == BC_STATUS_ACTUAL);
    uint32_t far, word = status_word(f, d, &far), times = times_named(f), length;
    uint32_t first = f->s->tokens.first;
    bc_edge lead = bc_edge_before(w, d->c.left.first, d->m->tokens.first, &length);
    uint32_t done = bc_work_find(w, first, d->m->tokens.first, BC_TAG_DONE) != d->m->tokens.first;
    uint32_t plan = bc_work_find(w, d->c.left.first, d->m->tokens.first, BC_TAG_PLAN) != d->m->tokens.first;
    /* "tăng 8% so với năm 2022 (116 tỷ đồng)": what the figure before is compared with */
    uint32_t brackets =
        !k || !d->c.parenthesis
            ? 0u
            : 1u + (uint32_t)f->drafts[k - 1].r.role * 4u +
                  2u * (bc_time_baseline(w, f->drafts[k - 1].c.right.first, f->drafts[k - 1].c.right.last) != NULL) +
                  (bc_work_find(w, f->drafts[k - 1].c.right.first, d->c.opening, BC_TAG_PLAN) != d->c.opening);
    bool compared = brackets && (brackets - 1) % 4 == 2; /* with a time, and no plan */
    for (uint32_t x = 0; x < (compared ? 1u : 2u); x++) {
        bc_choice_candidate(c);
        bc_choice_say(c, BC_SAY_RULE, x, (rule ? 1u : 0u) + 2u * d->status);
        bc_choice_say(c, BC_SAY_SECTION, x, f->block->kind * 4u + (f->aiming ? 2u : 0u) + (d->r.plan_figure ? 1u : 0u));
        bc_choice_say(c, BC_SAY_KIND, x, word * 16u + far);
        bc_choice_say(c, BC_SAY_HEAD, x, f->head_status * 16u + w->result->document.type);
        bc_choice_say(c, BC_SAY_TARGET, x, times * 4u + done * 2u + plan);
        bc_choice_say(c, BC_SAY_ROLE, x, (uint32_t)d->r.role * 8u + bc_draft_unit_group(d->m));
        bc_choice_say(c, BC_SAY_RELATION, x, lead);
        bc_choice_say(c, BC_SAY_BRACKETS, x,
                      (d->c.inside ? 1u : 0u) + (d->c.parenthesis ? 2u : 0u) + (d->r.plan_figure ? 4u : 0u));
        bc_choice_say(c, BC_SAY_SOURCE, x,
                      k               ? 1u + f->drafts[k - 1].target + 2u * f->drafts[k - 1].r.plan_figure
                      : f->past_count ? 8u + f->past[0].target
                                      : 0u);
        bc_choice_say(c, BC_SAY_BEGINS, x, bc_edge_at(w, first, f->s->tokens.last, &length));
        bc_choice_say(c, BC_SAY_PLACE, x, brackets);
        bc_choice_say(c, BC_SAY_CODE, x, d->m->bound);
        say_words(f, d, x);
        bc_choice_say_word(c, 128u + x, first);
        bc_choice_say(c, BC_SAY_BEGINS, 16u + x, bc_edge_at(w, d->c.left.first, d->m->tokens.first, &length));
        bc_choice_say(c, BC_SAY_HOLDS, x,
                      plan ? 1u +
                                 bc_bucket(d->m->tokens.first -
                                           bc_work_find_last(w, d->c.left.first, d->m->tokens.first, BC_TAG_PLAN)) *
                                     8u +
                                 bc_draft_unit_group(d->m)
                           : 0u);
        if (bc_choice_watched(c) && !bc_choice_mark(c, x ? "goal" : "metric"))
            return false;
    }
    d->target = bc_choice_best(c) == 1;
    bc_draft_note(d, c, d->target ? "goal" : "metric");
    return true;
}

bool bc_draft_roles(bc_frame *f)
{
    for (uint32_t k = 0; k < f->count; k++) {
        bc_draft *d = &f->drafts[k];
        d->status = bc_draft_status(f, d);
        if (!choose_role(f, k) || !choose_class(f, k))
            return false;
        if (d->status == BC_STATUS_TARGET)
            d->status = BC_STATUS_ACTUAL;
    }
    return true;
}
