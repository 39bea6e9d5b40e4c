/* SPDX-License-Identifier: MIT */
/* unmet.c - see unmet.h. */
#include "unmet.h"

#include <string.h>

typedef struct {
    bc_work *w;
    bc_passage *p;
    size_t capacity;
    bc_range clause;
    uint32_t missed, only; /* where a word says that a target was not met, that little was reached; clause.last: none */
} state;

static bool inside(const state *s, bc_span span)
{
    bc_span own = bc_work_span(s->w, s->clause);
    return span.end > span.start && span.start >= own.start && span.end <= own.end;
}

static bool is_plan_word(const bc_work *w, bc_str unit)
{
    static const char WORD[] = "chỉ tiêu";
    (void)w;
    return unit.len == sizeof WORD - 1 && memcmp(unit.ptr, WORD, unit.len) == 0;
}

static bool add(state *s, bc_unmet u)
{
    u.span = bc_work_span(s->w, s->clause);
    if (!bc_arena_grow(s->w->arena, (void **)&s->p->unmet, s->p->unmet_count, &s->capacity, sizeof u))
        return false;
    s->p->unmet[s->p->unmet_count++] = u;
    return true;
}

static bool same_unit(bc_str a, bc_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* The target that belongs to a figure: the first of its unit behind it, else the last before it. */
static const bc_fact *target_of(const state *s, const bc_fact *f)
{
    const bc_result *x = s->w->result;
    const bc_fact *before = NULL;
    for (size_t i = 0; i < x->target_count; i++) {
        const bc_fact *t = &x->targets[i];
        if (!t->value.set || !inside(s, t->span) || (f && !same_unit(t->unit, f->unit)))
            continue;
        if (!f || t->span.start > f->span.start)
            return t;
        before = t;
    }
    return before;
}

/* "3/15 chỉ tiêu" as it stands. */
static bc_str counted_targets(const state *s, const bc_fact *f)
{
    return (bc_str){s->w->text.ptr + f->span.start, f->span.end - f->span.start};
}

static bool read_metric(state *s, const bc_fact *f)
{
    bc_unmet u = {.indicator = f->indicator};
    bool level = f->value.set && inside(s, f->span), missed = s->missed < s->clause.last;
    const bc_comparison *plan = NULL;
    for (size_t k = 0; k < f->comparison_count; k++)
        if (f->comparisons[k].kind == BC_COMPARISON_PLAN && inside(s, f->comparisons[k].span))
            plan = &f->comparisons[k];
    if (level && is_plan_word(s->w, f->unit)) {
        u.indicator = counted_targets(s, f);
        return !missed || add(s, u);
    }
    const bc_fact *target = level ? target_of(s, f) : NULL;
    if (target) {
        u.target = target->value;
        u.actual = f->value;
        u.unit = f->unit;
    } else if (plan) {
        static const char OF_PLAN[] = "% kế hoạch";
        u.actual = plan->value;
        u.unit = (bc_str){OF_PLAN, sizeof OF_PLAN - 1};
        if (plan->value.number.digits >= 100 && plan->value.number.scale == 0)
            return true; /* met */
    } else {
        return true;
    }
    return add(s, u);
}

/* "Chỉ tiêu tỷ lệ hộ dân dùng nước sạch không đạt": the words between the plan's word and the verb. */
static bool read_subject(state *s)
{
    const bc_work *w = s->w;
    bc_range r = {s->clause.first, s->missed};
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_PLAN);
        if (m && i + m->length < r.last) {
            r.first = i + m->length;
            break;
        }
    }
    while (r.first < r.last &&
           (w->tokens[r.first].kind == BC_TOKEN_MARK || bc_work_is(w, r.first, r.last, BC_TAG_FILLER)))
        r.first++;
    for (uint32_t i = r.first; i < r.last; i++)
        if (w->tokens[i].kind == BC_TOKEN_MARK && bc_work_mark(w, i) != ',' && bc_work_mark(w, i) != '-')
            return true; /* more than a name */
    const bc_fact *target = target_of(s, NULL);
    bc_unmet u = {.indicator = bc_work_text(w, r)};
    if (u.indicator.len == 0)
        return true;
    if (target) {
        u.target = target->value;
        u.unit = target->unit;
    }
    return add(s, u);
}

static bool read_clause(state *s)
{
    const bc_work *w = s->w;
    bc_range c = s->clause;
    const bc_result *x = w->result;
    size_t count = s->p->unmet_count;
    s->missed = bc_work_find(w, c.first, c.last, BC_TAG_MISSED);
    s->only = bc_work_find(w, c.first, c.last, BC_TAG_ONLY);
    bool plan = bc_work_find(w, c.first, c.last, BC_TAG_PLAN) != c.last;
    if (s->missed == c.last && s->only == c.last)
        return true;
    for (size_t i = 0; i < x->metric_count; i++)
        if (!read_metric(s, &x->metrics[i]))
            return false;
    if (s->p->unmet_count == count && s->missed < c.last && plan)
        return read_subject(s);
    return true;
}

bool bc_unmet_find(bc_work *w, bc_range r, bc_passage *p)
{
    state s = {.w = w, .p = p};
    uint32_t start = r.first;
    int depth = 0;
    for (uint32_t i = r.first; i < r.last; i++) {
        char m = bc_work_mark(w, i);
        depth += m == '(' ? 1 : m == ')' && depth > 0 ? -1 : 0;
        if (i + 1 < r.last && (depth > 0 || (m != ';' && m != '.')))
            continue;
        s.clause = (bc_range){start, i + 1};
        if (!read_clause(&s))
            return false;
        start = i + 1;
        depth = 0;
    }
    return true;
}
