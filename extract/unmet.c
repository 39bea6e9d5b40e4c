/* SPDX-License-Identifier: MIT */
/* unmet.c - see unmet.h. */
#include "unmet.h"

#include <stdlib.h>
#include <string.h>

#include "decimal.h"

enum { PLAN_REACH = 4, ONLY_REACH = 5 };

/* What a figure of the clause is to the target. */
typedef enum { FIGURE_ACTUAL, FIGURE_TARGET, FIGURE_PART, FIGURE_COUNT, FIGURE_OTHER } figure;

typedef struct {
    bc_span span;
    const bc_fact *fact;
    int role; /* of a comparison its kind, -1: the level */
} place;

struct bc_unmet_index {
    place *places; /* by start */
    size_t count;
};

typedef struct {
    bc_work *w;
    const bc_unmet_index *index;
    bc_passage *p;
    size_t capacity;
    bc_range clause;
    bool missed, only, plan; /* the clause says: not met; only so much; of a plan */
    uint32_t missed_at;
} state;

static const char OF_PLAN[] = "% kế hoạch";

static bool add(state *s, bc_unmet u)
{
    u.span = bc_work_span(s->w, s->clause);
    if (!bc_arena_grow(s->w->arena, (void **)&s->p->unmet, s->p->unmet_count, &s->capacity, sizeof u))
        return false;
    s->p->unmet[s->p->unmet_count++] = u;
    return true;
}

static int by_start(const void *a, const void *b)
{
    uint32_t x = ((const place *)a)->span.start, y = ((const place *)b)->span.start;
    return (x > y) - (x < y);
}

bc_unmet_index *bc_unmet_index_create(bc_work *w)
{
    const bc_result *x = w->result;
    const bc_fact *lists[] = {x->metrics, x->targets};
    const size_t counts[] = {x->metric_count, x->target_count};
    size_t room = 0;
    for (int cls = 0; cls < 2; cls++)
        for (size_t i = 0; i < counts[cls]; i++)
            room += 1 + lists[cls][i].comparison_count;
    bc_unmet_index *index = bc_arena_array(w->arena, 1, sizeof *index);
    if (!index)
        return NULL;
    *index = (bc_unmet_index){.places = bc_arena_array(w->arena, room + 1, sizeof *index->places)};
    if (!index->places)
        return NULL;
    for (int cls = 0; cls < 2; cls++)
        for (size_t i = 0; i < counts[cls]; i++) {
            const bc_fact *f = &lists[cls][i];
            if (f->value.set)
                index->places[index->count++] = (place){f->span, f, -1};
            for (size_t k = 0; k < f->comparison_count; k++)
                index->places[index->count++] = (place){f->comparisons[k].span, f, (int)f->comparisons[k].kind};
        }
    qsort(index->places, index->count, sizeof *index->places, by_start);
    return index;
}

/* The fact that holds a mention; *role: as in place. NULL: none was made of it. */
static const bc_fact *fact_of(const state *s, const bc_mention *m, int *role)
{
    bc_span span = bc_work_span(s->w, m->number);
    size_t low = 0, high = s->index->count; /* the last place that starts before the number ends */
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (s->index->places[mid].span.start < span.end)
            low = mid + 1;
        else
            high = mid;
    }
    for (size_t i = low; i-- > 0 && low - i <= 3;) {
        const place *p = &s->index->places[i];
        if (p->span.end > span.start) {
            *role = p->role;
            return p->fact;
        }
    }
    return NULL;
}

/* A name as short as it is clear: what stands behind an announcing colon. */
static bc_str short_name(bc_str name)
{
    for (size_t i = name.len; i-- > 0;)
        if (name.ptr[i] == ':') {
            name.ptr += i + 1;
            name.len -= i + 1;
            break;
        }
    while (name.len && *name.ptr == ' ') {
        name.ptr++;
        name.len--;
    }
    return name;
}

static bool is_plan_unit(const bc_work *w, const bc_mention *m)
{
    return m->unit.first < m->unit.last && bc_work_is(w, m->unit.first, m->unit.last, BC_TAG_PLAN);
}

/* Does a plan's word stand right before the figure: "kế hoạch 45%", "mục tiêu (65%)", "KH: 900"? */
static bool plan_before(const bc_work *w, uint32_t from, uint32_t i)
{
    for (uint32_t back = 1; back <= PLAN_REACH + 3 && i >= from + back; back++) {
        uint32_t at = i - back;
        char m = bc_work_mark(w, at);
        if ((m && m != '(' && m != ':' && m != '/') || w->tokens[at].kind == BC_TOKEN_NUMBER)
            return false;
        const bc_match *plan = bc_work_match(w, at, i, BC_TAG_PLAN);
        if (plan && at + plan->length + PLAN_REACH > i)
            return true;
    }
    return false;
}

static bool only_before(const bc_work *w, uint32_t from, uint32_t i)
{
    for (uint32_t back = 1; back <= ONLY_REACH && i >= from + back; back++)
        if (bc_work_is(w, i - back, i, BC_TAG_ONLY))
            return true;
    return false;
}

static figure figure_of(const state *s, const bc_mention *m)
{
    const bc_work *w = s->w;
    int role;
    if (m->rank)
        return FIGURE_OTHER;
    if (is_plan_unit(w, m))
        return FIGURE_COUNT;
    const bc_fact *f = fact_of(s, m, &role);
    if (m->tokens.first > s->clause.first && bc_work_mark(w, m->tokens.first - 1) == '(' &&
        bc_work_mark(w, m->tokens.last) == '/')
        return FIGURE_ACTUAL;
    if (!f || role == BC_COMPARISON_CHANGE || role == BC_COMPARISON_SHARE)
        return plan_before(w, s->clause.first, m->tokens.first) ? FIGURE_TARGET : f ? FIGURE_OTHER : FIGURE_ACTUAL;
    if (bc_work_is(w, m->tokens.last, s->clause.last, BC_TAG_PLAN) && m->unit_kind == BC_UNIT_PERCENT)
        return FIGURE_PART;
    if (plan_before(w, s->clause.first, m->tokens.first))
        return FIGURE_TARGET;
    return role == BC_COMPARISON_PLAN && s->plan && m->unit_kind == BC_UNIT_PERCENT &&
                   bc_work_find(w, m->tokens.last, s->clause.last, BC_TAG_PLAN) < s->clause.last
               ? FIGURE_PART
               : FIGURE_ACTUAL;
}

static bool same_unit(const bc_work *w, const bc_mention *a, const bc_mention *b)
{
    bc_str x = bc_work_text(w, a->unit), y = bc_work_text(w, b->unit);
    return a->unit_kind == b->unit_kind &&
           (x.len == 0 || y.len == 0 || (x.len == y.len && memcmp(x.ptr, y.ptr, x.len) == 0));
}

static bool less(bc_value a, bc_value b)
{
    return bc_decimal_compare(a.number, b.number) < 0;
}

static bool within(bc_str text, bc_str part)
{
    for (size_t i = 0; part.len && i + part.len <= text.len; i++)
        if (memcmp(text.ptr + i, part.ptr, part.len) == 0)
            return true;
    return false;
}

/* The words of [from, to) that name a thing: no marks, no small words before it. */
static bc_str words_of(const bc_work *w, bc_range r)
{
    while (r.first < r.last &&
           (w->tokens[r.first].kind == BC_TOKEN_MARK || bc_work_is(w, r.first, r.last, BC_TAG_FILLER)))
        r.first++;
    return bc_work_text(w, r);
}

/* What a figure measures: in brackets the words before them, else its fact's name where the clause says it, else the
 * clause's subject. */
static bc_str name_of(const state *s, const bc_mention *m)
{
    const bc_work *w = s->w;
    uint32_t at = m->tokens.first, cue = bc_work_find(w, s->clause.first, at, BC_TAG_ONLY);
    int role;
    const bc_fact *f = fact_of(s, m, &role);
    if (at > s->clause.first && bc_work_mark(w, at - 1) == '(') {
        uint32_t from = at - 1;
        while (from > s->clause.first && bc_work_mark(w, from - 1) != ',' && bc_work_mark(w, from - 1) != ':' &&
               bc_work_mark(w, from - 1) != ';')
            from--;
        return words_of(w, (bc_range){from, at - 1});
    }
    bc_str name = f ? short_name(f->indicator) : (bc_str){0};
    const bc_match *missed = s->missed ? bc_work_match(w, s->missed_at, s->clause.last, BC_TAG_MISSED) : NULL;
    bool says = missed && within(name, bc_work_text(w, (bc_range){s->missed_at, s->missed_at + missed->length}));
    if (name.len && !says && within(bc_work_text(w, s->clause), name))
        return name;
    if (s->missed_at < cue)
        cue = s->missed_at;
    return words_of(w, (bc_range){s->clause.first, cue});
}

static bool add_pair(state *s, const bc_mention *actual, bc_value target)
{
    bc_unmet u = {.indicator = name_of(s, actual),
                  .target = target,
                  .actual = actual->value,
                  .unit = bc_work_text(s->w, actual->unit)};
    return u.indicator.len == 0 || add(s, u);
}

static bool add_part(state *s, const bc_mention *part)
{
    static const bc_decimal WHOLE = {100, 0};
    bc_unmet u = {.indicator = name_of(s, part), .actual = part->value, .unit = {OF_PLAN, sizeof OF_PLAN - 1}};
    return u.indicator.len == 0 || bc_decimal_compare(part->value.number, WHOLE) >= 0 || add(s, u);
}

/* "Chỉ tiêu tỷ lệ hộ dân dùng nước sạch không đạt": the words between the plan's word and the verb. */
static bool add_subject(state *s, const bc_mention *target)
{
    const bc_work *w = s->w;
    bc_range r = {s->clause.first, s->missed_at};
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_PLAN);
        if (m && i + m->length < r.last) {
            r.first = i + m->length;
            break;
        }
    }
    for (uint32_t i = r.last; i-- > r.first;) /* "tái đàn chậm, tổng đàn gia cầm": another failing before it */
        if (bc_work_mark(w, i) == ',' && bc_work_find(w, r.first, i, BC_TAG_FAILING) < i)
            r.first = i + 1;
    while (r.first < r.last &&
           (w->tokens[r.first].kind == BC_TOKEN_MARK || bc_work_is(w, r.first, r.last, BC_TAG_FILLER)))
        r.first++;
    for (uint32_t i = r.first; i < r.last; i++)
        if (w->tokens[i].kind == BC_TOKEN_MARK && bc_work_mark(w, i) != ',' && bc_work_mark(w, i) != '-')
            return true; /* more than a name */
    bc_unmet u = {.indicator = words_of(w, r)};
    if (target) {
        u.target = target->value;
        u.unit = bc_work_text(w, target->unit);
    }
    return u.indicator.len == 0 || add(s, u);
}

/* The figure k with the target that stands beside it, or its part of the plan. */
static bool read_figure(state *s, const bc_mention *all, const figure *kinds, uint32_t count, uint32_t k)
{
    const bc_work *w = s->w;
    const bc_mention *m = &all[k];
    bool said = s->missed || only_before(w, s->clause.first, m->tokens.first);
    if (m->total.set)
        return !said || !less(m->value, m->total) || add_pair(s, m, m->total);
    for (uint32_t j = k + 1; j < count && kinds[j] != FIGURE_ACTUAL; j++) {
        if (kinds[j] == FIGURE_TARGET && same_unit(w, m, &all[j]))
            return !said || add_pair(s, m, all[j].value);
        if (kinds[j] == FIGURE_PART)
            return true; /* told by the part itself */
    }
    for (uint32_t j = k; j-- > 0 && kinds[j] != FIGURE_ACTUAL;)
        if (kinds[j] == FIGURE_TARGET && same_unit(w, m, &all[j]))
            return !said || add_pair(s, m, all[j].value);
    return true;
}

static bool read_clause(state *s)
{
    enum { MOST = 32 };
    const bc_work *w = s->w;
    bc_range c = s->clause;
    figure kinds[MOST];
    uint32_t first, count = 0;
    size_t before = s->p->unmet_count;
    s->missed_at = bc_work_find(w, c.first, c.last, BC_TAG_MISSED);
    s->missed = s->missed_at < c.last;
    s->only = bc_work_find(w, c.first, c.last, BC_TAG_ONLY) < c.last;
    s->plan = bc_work_find(w, c.first, c.last, BC_TAG_PLAN) < c.last;
    if (!s->plan || (!s->missed && !s->only))
        return true;
    first = bc_work_mention_from(w, c.first);
    const bc_mention *all = w->mentions + first;
    while (count < MOST && first + count < w->mention_count && all[count].tokens.last <= c.last) {
        kinds[count] = figure_of(s, &all[count]);
        count++;
    }
    for (uint32_t k = 0; k < count; k++) {
        bool ok = kinds[k] == FIGURE_ACTUAL ? read_figure(s, all, kinds, count, k)
                  : kinds[k] == FIGURE_PART ? add_part(s, &all[k])
                                            : true;
        if (!ok)
            return false;
    }
    if (s->p->unmet_count > before || !s->missed)
        return true;
    for (uint32_t k = 0; k < count; k++)
        if (kinds[k] == FIGURE_COUNT) /* "3/15 chỉ tiêu" as it stands */
            return add(s, (bc_unmet){.indicator = bc_work_text(w, all[k].tokens)});
    const bc_mention *target = NULL;
    for (uint32_t k = 0; k < count && !target; k++)
        if (kinds[k] == FIGURE_TARGET)
            target = &all[k];
    return add_subject(s, target);
}

bool bc_unmet_find(bc_work *w, const bc_unmet_index *index, bc_range r, bc_passage *p)
{
    state s = {.w = w, .index = index, .p = p};
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
