/* SPDX-License-Identifier: MIT */
/* fact.c - see fact.h. */
#include "fact.h"

#include <math.h>
#include <string.h>

#include "compare.h"
#include "date.h"
#include "decimal.h"
#include "indicator.h"
#include "limits.h"
#include "period.h"
#include "unit.h"

/* A fact in the making: one figure of the sentence. */
enum { OPENING_TOKENS = 4, LEAD_TOKENS = 14, ACT_WORDS = 10, HEAD_NAME_WORDS = 18, PART_WORDS = 4 };

typedef struct {
    const bc_mention *m;
    bc_context c;
    bc_reading r;
    bc_name name;
    uint32_t subject; /* figures of one subject share its number */
    bool target;
    bc_status status;
    bc_period period;
    bool has_period; /* said in its own clause */
    bc_period baseline;
    bool has_baseline;
    bool stock;     /* "toàn tỉnh có 163 chợ" */
    bool component; /* named as a part of another */
    int32_t parent; /* draft whose level it qualifies, -1: none */
    bc_str unit;
    bc_unit_kind unit_kind;
    int32_t unit_row;
    int8_t scale;
    bool dropped;
    int32_t fact; /* where it was put */
} draft;

typedef struct {
    bc_work *w;
    const bc_sentence *s;
    const bc_block *block;
    draft *drafts;
    uint32_t count;
    uint32_t subjects;
    /* what the heads above the sentence give */
    bc_period head_period;
    bool head_period_set;
    const bc_time *head_baseline;
    bc_status head_status;
    bc_name head_name;
} frame;

/* Carried from sentence to sentence of one block. */
typedef struct {
    uint32_t block;
    bc_period period;
    bool set;
    bool target;
    bc_name name;  /* of the last sentence that named one */
    uint32_t next; /* the first sentence of the block not yet heard */
} carry;

/* ---- periods ---- */

static bool usable(const bc_time *t)
{
    /* a single day dates a document or a meeting, not what was measured */
    return !t->baseline && t->value.set && bc_date_compare(t->value.from, t->value.to) != 0;
}

/* Is token i inside brackets that open behind `first`? */
static bool in_brackets(const bc_work *w, uint32_t first, uint32_t i)
{
    int depth = 0;
    for (uint32_t k = first; k < i; k++)
        depth += bc_work_mark(w, k) == '(' ? 1 : bc_work_mark(w, k) == ')' && depth > 0 ? -1 : 0;
    return depth > 0;
}

/* The period that a range of words names: its last one that is no baseline and in no brackets. */
static const bc_time *period_in(const bc_work *w, bc_range r)
{
    const bc_time *found = NULL;
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count && w->times[k].tokens.first < r.last; k++)
        if (usable(&w->times[k]) && !in_brackets(w, r.first, w->times[k].tokens.first))
            found = &w->times[k];
    return found;
}

static const bc_time *baseline_in(const bc_work *w, bc_range r)
{
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count && w->times[k].tokens.first < r.last; k++)
        if (w->times[k].baseline)
            return &w->times[k];
    return NULL;
}

/* The last baseline of a list's head: it is what the list goes on with. */
static const bc_time *last_baseline_in(const bc_work *w, bc_range r)
{
    const bc_time *found = NULL;
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count && w->times[k].tokens.first < r.last; k++)
        if (w->times[k].baseline && !in_brackets(w, r.first, w->times[k].tokens.first))
            found = &w->times[k];
    return found;
}

static bool full_year(bc_period p)
{
    return p.set && p.from.month == 1 && p.from.day == 1 && p.to.month == 12 && p.to.day == 31;
}

/* What the targets of the part on goals are for when no words say: the rest of the report's year, or the next. */
static bc_period future_period(const bc_work *w)
{
    bc_period p = w->report_period;
    bool ahead = p.set && w->report_date.year && bc_date_compare(p.from, w->report_date) > 0;
    if (ahead || w->result->document.type == BC_DOCUMENT_RESOLUTION || w->result->document.type == BC_DOCUMENT_PLAN)
        return p; /* the paper itself is a plan */
    if (!p.set)
        return w->report_date.year ? bc_period_year(w->report_date.year) : p;
    if (p.to.year - p.from.year >= 2)
        return p; /* a term */
    if (full_year(p) || p.to.month == 12)
        return bc_period_year(p.to.year + 1);
    return bc_period_year(p.to.year);
}

/* Where the last sentence with a figure begins: a list's head is estimated as that one is. */
static uint32_t last_statement(const bc_work *w, bc_range r)
{
    uint32_t i = r.last;
    while (i > r.first && w->tokens[i - 1].kind != BC_TOKEN_NUMBER)
        i--;
    while (i > r.first && bc_work_mark(w, i - 1) != '.')
        i--;
    return i;
}

static void read_heads(frame *f)
{
    const bc_work *w = f->w;
    f->head_period = w->report_period;
    f->head_status = BC_STATUS_ACTUAL;
    bool future = f->block->kind == BC_SECTION_GOALS || f->block->kind == BC_SECTION_TASKS;
    if (future)
        f->head_period = future_period(w);
    bool period = false, name = false;
    for (int32_t b = f->block->parent; b >= 0; b = w->blocks[b].parent) {
        const bc_block *p = &w->blocks[b];
        bc_range words = {p->body, p->tokens.last};
        if (!p->heading && !p->opens_list && p->rank >= BC_RANK_PLAIN)
            continue;
        if (!p->heading && !p->opens_list)
            words = p->lead;
        const bc_time *t = period_in(w, words);
        if (t && !period) {
            f->head_period = t->value;
            if (future && t->value.from.year == t->value.to.year && t->value.to.month == 12 && t->value.from.month > 1)
                f->head_period =
                    bc_period_year(t->value.to.year); /* what is left of a year serves the year's targets */
            f->head_period_set = period = true;
        }
        if (!f->head_baseline)
            f->head_baseline = last_baseline_in(w, words);
        if (f->head_status == BC_STATUS_ACTUAL && p->opens_list) {
            uint32_t from = last_statement(w, words);
            uint32_t at = bc_work_find_last(w, from, words.last, BC_TAG_STATUS);
            const bc_match *m = bc_work_match(w, at, words.last, BC_TAG_STATUS);
            if (m)
                f->head_status = (bc_status)m->value;
        }
        if (!name && (p->heading || p->opens_list)) {
            bool verb;
            uint32_t to = words.last;
            bc_range subject = bc_indicator_subject(w, words.first, to, &verb);
            if (subject.first < subject.last && bc_indicator_words(w, subject) <= HEAD_NAME_WORDS) {
                f->head_name = (bc_name){{subject}, 1};
                name = true;
            }
        }
    }
}

/* The time right behind a figure: "đạt 45,5% năm 2020". */
static const bc_time *time_right_behind(const bc_work *w, const draft *d)
{
    uint32_t i = d->m->tokens.last;
    if (i < d->c.right.last && bc_work_is(w, i, d->c.right.last, BC_TAG_FILLER) && !bc_time_at(w, i))
        i++;
    const bc_time *t = i < d->c.right.last ? bc_time_at(w, i) : NULL;
    return t && t->tokens.first == i && usable(t) ? t : NULL;
}

/* A time that names the year of a plan ("kế hoạch năm 2020") says nothing of the figure. */
static bool of_plan(const bc_work *w, const bc_time *t)
{
    uint32_t i = t->tokens.first;
    for (uint32_t back = 1; back <= 3 && back <= i; back++) {
        const bc_match *m = bc_work_match(w, i - back, i, BC_TAG_PLAN);
        if (m && m->length == back && (i - back == 0 || !bc_work_is(w, i - back - 1, i - back, BC_TAG_THAN)))
            return true;
    }
    return false;
}

static void set_period(frame *f, uint32_t k, const carry *c)
{
    const bc_work *w = f->w;
    draft *d = &f->drafts[k];
    const bc_time *t = time_right_behind(w, d);
    if (t && !(d->r.role == BC_ROLE_PLAN) && !of_plan(w, t)) {
        d->period = t->value;
        d->has_period = true;
        return;
    }
    /* backwards through the sentence; a time that stands right behind another figure is that one's */
    uint32_t from = f->s->tokens.first;
    for (uint32_t i = bc_time_from(w, d->m->tokens.first); i-- > 0 && w->times[i].tokens.first >= from;) {
        t = &w->times[i];
        if (t->same_period && d->c.inside && t->tokens.first > d->c.opening && k > 0 &&
            t->tokens.last <= d->m->tokens.first && d->r.role == BC_ROLE_LEVEL &&
            !d->r.plan_figure) { /* "(cùng kỳ 08 người)" */
            d->period = bc_period_shift(f->drafts[k - 1].period, -12);
            d->has_period = true;
            return;
        }
        if (!usable(t) || (of_plan(w, t) && !d->r.plan_figure))
            continue;
        if (d->c.inside && t->tokens.first < d->c.opening)
            ;
        else if (!d->c.inside) { /* a time inside brackets stays there */
            int depth = 0;
            for (uint32_t x = t->tokens.last; x < d->m->tokens.first; x++)
                depth += bc_work_mark(w, x) == '(' ? 1 : bc_work_mark(w, x) == ')' ? -1 : 0;
            if (depth < 0)
                continue;
        }
        bool taken = false;
        for (uint32_t j = 0; j < k && !taken; j++)
            taken = time_right_behind(w, &f->drafts[j]) == t && f->drafts[j].subject != d->subject;
        for (uint32_t j = 0; j < k && !taken; j++)
            taken = time_right_behind(w, &f->drafts[j]) == t && d->r.role == BC_ROLE_LEVEL &&
                    f->drafts[j].r.role == BC_ROLE_LEVEL;
        if (taken)
            continue;
        d->period = t->value;
        d->has_period = true;
        return;
    }
    if (c->set && c->block == f->s->block) {
        d->period = c->period;
        return;
    }
    d->period = f->head_period;
    if (d->stock && !d->target && !f->head_period_set && w->report_date.year)
        d->period = bc_period_of((bc_date){0}, w->report_date); /* a state, told of the day of the report */
}

static bc_period resolve_baseline(const bc_work *w, const bc_time *t, bc_period period)
{
    if (t->same_period && t->value.set) { /* "cùng kỳ năm 2021" */
        if (!period.set)
            return t->value;
        return bc_period_shift(period, (t->value.from.year - period.to.year) * 12);
    }
    if (t->value.set)
        return t->value;
    if (t->same_period || t->shift_year)
        return bc_period_shift(period, -12);
    if (t->shift_month && period.set && period.to.year) {
        bc_date d = period.to;
        int m = d.year * 12 + d.month - 2;
        return bc_period_months(m / 12, m % 12 + 1, m % 12 + 1);
    }
    if (t->shift_quarter && period.set && period.to.year) {
        int q = period.to.year * 4 + (period.to.month - 1) / 3 - 1;
        return bc_period_quarter(q / 4, q % 4 + 1);
    }
    (void)w;
    return (bc_period){0};
}

static void set_baseline(frame *f, uint32_t k)
{
    const bc_work *w = f->w;
    draft *d = &f->drafts[k];
    if (d->r.role != BC_ROLE_CHANGE)
        return;
    const bc_time *t = NULL;
    /* its own words: between the relation and the figure, then behind it */
    t = baseline_in(w, (bc_range){d->r.relation, d->m->tokens.first});
    if (!t) {
        uint32_t end = d->c.right.last;
        for (uint32_t i = d->m->tokens.last; i < end; i++)
            if (bc_work_mark(w, i) == ',' || bc_work_mark(w, i) == ';' || bc_work_mark(w, i) == ')')
                end = i;
        t = baseline_in(w, (bc_range){d->m->tokens.last, end});
    }
    bool average = bc_work_find(w, d->r.relation, d->m->tokens.first, BC_TAG_AVERAGE) != d->m->tokens.first;
    if (!t && average && d->r.relation < d->m->tokens.first) {
        d->has_baseline = true; /* an average growth has none */
        return;
    }
    /* the sentence's: words before the figures ("So với năm 2018, ...") */
    if (!t) {
        const bc_time *front = baseline_in(w, (bc_range){f->s->tokens.first, d->m->tokens.first});
        if (front && front->tokens.last <= f->drafts[0].m->tokens.first)
            t = front;
    }
    if (!t)
        t = f->head_baseline;
    d->has_baseline = true;
    if (t)
        d->baseline = resolve_baseline(w, t, d->period);
    else if (d->target && d->m->bound != BC_BOUND_EXACT && f->block->kind == BC_SECTION_TASKS)
        d->has_baseline = true;
    else
        d->baseline = bc_period_shift(d->period, -12);
}

/* ---- context ---- */

static void set_contexts(frame *f)
{
    const bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        d->c.left = (bc_range){k ? f->drafts[k - 1].m->tokens.last : f->s->tokens.first, d->m->tokens.first};
        d->c.right =
            (bc_range){d->m->tokens.last, k + 1 < f->count ? f->drafts[k + 1].m->tokens.first : f->s->tokens.last};
        int depth = 0;
        for (uint32_t i = f->s->tokens.first; i < d->m->tokens.first; i++) {
            char m = bc_work_mark(w, i);
            if (m == '(') {
                depth++;
                d->c.opening = i;
            } else if (m == ')' && depth > 0) {
                depth--;
            }
        }
        d->c.inside = depth > 0;
        d->c.parenthesis = d->c.inside && d->c.opening >= d->c.left.first;
        if (d->c.parenthesis)
            d->c.left.first = d->c.opening + 1;
        else
            for (uint32_t i = d->c.left.first; i < d->c.left.last; i++)
                if (bc_work_mark(w, i) == ')' && k > 0 && f->drafts[k - 1].c.inside)
                    d->c.left.first = i + 1;
    }
}

static bc_status status_of(const frame *f, const draft *d)
{
    const bc_work *w = f->w;
    bc_status status = f->head_status;
    uint32_t from = f->s->tokens.first;
    for (uint32_t i = from; i < d->m->tokens.first; i++) {
        const bc_match *m = bc_work_match(w, i, d->m->tokens.first, BC_TAG_STATUS);
        if (m) {
            status = (bc_status)m->value;
            i += m->length - 1u;
        } else if (bc_work_mark(w, i) == ';' && status == BC_STATUS_ESTIMATE &&
                   !bc_work_is(w, i + 1, d->m->tokens.first, BC_TAG_PART) &&
                   bc_work_find(w, from, i, BC_TAG_PART) == i) { /* a new subject; "trong đó" parts go on */
            status = f->head_status;
        }
    }
    return status;
}

/* ---- names ---- */

static bc_name count_name(const bc_work *w, const draft *d, bc_range act)
{
    bc_name name = {0};
    bc_range unit = d->m->unit;
    /* scale words are no part of the name */
    while (unit.first < unit.last && bc_work_is(w, unit.first, unit.last, BC_TAG_SCALE))
        unit.first++;
    bc_range tail = bc_indicator_tail(w, d->m->tokens.last, d->c.right.last);
    if (unit.first < unit.last)
        name.parts[name.count++] = unit;
    if (tail.first < tail.last && d->m->unit.last == d->m->tokens.last)
        name.parts[name.count++] = tail;
    if (act.first < act.last)
        name.parts[name.count++] = act;
    return name;
}

static bool counted(const draft *d)
{
    return d->m->unit_kind == BC_UNIT_COUNT && !d->m->rank;
}

/* Where a new name may begin: words right behind the figure before belong to that one, up to a mark or a small word. */
static uint32_t name_floor(const frame *f, const draft *d)
{
    const bc_work *w = f->w;
    uint32_t i = d->c.left.first;
    if (i == f->s->tokens.first || (i > 0 && (bc_work_mark(w, i - 1) == '(' || bc_work_mark(w, i - 1) == ')')))
        return i;
    for (; i < d->c.left.last; i++) {
        char m = bc_work_mark(w, i);
        if ((m && m != '/' && m != '-' && m != '"') || bc_work_is(w, i, d->c.left.last, BC_TAG_AND) ||
            bc_work_is(w, i, d->c.left.last, BC_TAG_PART))
            return i;
        const bc_match *than = bc_work_match(w, i, d->c.left.last, BC_TAG_THAN);
        if (than) {
            i += than->length - 1u;
            continue;
        }
        const bc_match *stop = bc_work_match(w, i, d->c.left.last, BC_TAG_STOP);
        if (stop && bc_work_is(w, i, d->c.left.last, BC_TAG_HAVE))
            return i + stop->length;
    }
    return d->c.left.last;
}

/* A long clause before a measure: the name begins at the catalogue's phrase in it, or at the act whose object follows.
 */
static bc_range sharpen(const bc_work *w, const draft *d, bc_range subject, bool *verb)
{
    bc_range tail = bc_indicator_tail(w, d->m->tokens.last, d->c.right.last);
    uint32_t act = bc_work_find(w, subject.first, subject.last, BC_TAG_VERB);
    uint32_t known = bc_work_find(w, subject.first, subject.last, BC_TAG_INDICATOR);
    const bc_match *m = bc_work_match(w, known, subject.last, BC_TAG_INDICATOR);
    if (m && m->length >= 3 && known > subject.first + PART_WORDS) {
        subject.first = known;
        *verb = false;
    } else if (act > subject.first && act < subject.last && tail.first < tail.last && !m) {
        subject.first = act;
        *verb = true;
    }
    return subject;
}

/* Gives each figure its subject: a new one where its clause names one, else that of the figure before. */
static void set_names(frame *f)
{
    const bc_work *w = f->w;
    int32_t outside = -1; /* the figure before the bracket */
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        bool verb = false;
        uint32_t to = d->r.relation > d->c.left.first ? d->r.relation : d->c.left.first;
        if (to > d->m->tokens.first)
            to = d->m->tokens.first;
        uint32_t floor = name_floor(f, d);
        bc_range subject = bc_indicator_subject(w, floor < to ? floor : to, to, &verb);
        bool fresh = subject.first < subject.last;
        int32_t before = (int32_t)k - 1;
        if (before >= 0 && !d->c.inside && f->drafts[before].c.inside)
            before = outside >= 0 ? outside : before;
        if (d->c.parenthesis)
            outside = (int32_t)k - 1;
        d->component = bc_work_find(w, d->c.left.first, d->m->tokens.first, BC_TAG_PART) != d->m->tokens.first ||
                       f->block->rank >= BC_RANK_STAR;
        if (d->r.role != BC_ROLE_LEVEL) {
            if (fresh && !(verb && k > 0 && bc_indicator_words(w, subject) <= 2)) {
                d->name = (bc_name){{sharpen(w, d, subject, &verb)}, 1};
                d->subject = ++f->subjects;
            } else if (before >= 0) {
                d->name = f->drafts[before].name;
                d->subject = f->drafts[before].subject;
            } else {
                /* "giảm 32% thời gian giải quyết": the name follows */
                bc_range tail = bc_indicator_tail(w, d->m->tokens.last, d->c.right.last);
                bool than = tail.first < tail.last && bc_work_is(w, tail.first, tail.last, BC_TAG_THAN);
                if (f->head_name.count && !(tail.first < tail.last && !than))
                    d->name = f->head_name;
                else if (!than && tail.first < tail.last)
                    d->name = (bc_name){{tail}, 1};
                else if (fresh)
                    d->name = (bc_name){{subject}, 1};
                d->subject = ++f->subjects;
            }
            continue;
        }
        if (d->r.plan_figure && before >= 0 && (d->c.inside || !fresh || d->m->unit_kind == BC_UNIT_PERCENT)) {
            d->name = f->drafts[before].name;
            d->subject = f->drafts[before].subject;
            continue;
        }
        if (counted(d)) {
            uint32_t act_at = bc_work_find(w, subject.first, subject.last, BC_TAG_VERB);
            if (fresh && act_at > subject.first && act_at < subject.last) { /* who acts is no part of the name */
                subject.first = act_at;
                verb = true;
            }
            uint32_t have = bc_work_find_last(w, d->c.left.first, d->m->tokens.first, BC_TAG_HAVE);
            bool noun = fresh && !verb && !(have < d->m->tokens.first && have + 2 >= d->m->tokens.first);
            if (noun && (d->r.lead_relation || bc_work_mark(w, d->m->tokens.first - 1) == ':' ||
                         subject.last == d->m->tokens.first)) {
                d->name = (bc_name){{subject}, 1};
            } else {
                bool held = have < d->m->tokens.first && have + 2 >= d->m->tokens.first;
                d->stock = held && !fresh &&
                           bc_work_find(w, d->m->tokens.last, d->c.right.last, BC_TAG_VERB) == d->c.right.last;
                bc_range act =
                    fresh && (verb || !held) && bc_indicator_words(w, subject) <= ACT_WORDS ? subject : (bc_range){0};
                d->name = count_name(w, d, act);
                if (held && fresh && !verb && d->name.count == 1 && bc_indicator_words(w, d->name.parts[0]) == 1)
                    d->name = (bc_name){{subject}, 1}; /* "hộ nghèo còn 4.478 hộ" */
            }
            d->subject = ++f->subjects;
            continue;
        }
        if (fresh) {
            subject = sharpen(w, d, subject, &verb);
            d->name = (bc_name){{subject}, 1};
            const bc_match *generic = bc_work_match(w, subject.first, subject.last, BC_TAG_GENERIC);
            if (generic && subject.first + generic->length == subject.last && before >= 0 &&
                f->drafts[before].name.count > 0 && f->drafts[before].name.count < 4) {
                /* "06 cụm công nghiệp với tổng diện tích 269 ha": of what stood before */
                d->name = f->drafts[before].name;
                memmove(&d->name.parts[1], &d->name.parts[0], d->name.count * sizeof d->name.parts[0]);
                d->name.parts[0] = subject;
                d->name.count++;
            }
            if (d->m->unit_kind != BC_UNIT_PERCENT && bc_work_is(w, subject.first, subject.last, BC_TAG_PLAN) &&
                f->block->kind != BC_SECTION_GOALS)
                d->r.plan_figure = d->target = true; /* "Kế hoạch vốn ... giao 101 tỷ đồng" */
            if (verb || (d->m->unit_kind == BC_UNIT_PERCENT && bc_indicator_words(w, subject) <= 2)) {
                bc_range tail = bc_indicator_tail(w, d->m->tokens.last, d->c.right.last);
                if (tail.first < tail.last)
                    d->name = (bc_name){{tail, subject}, 2};
            }
            d->subject = ++f->subjects;
            continue;
        }
        bc_range tail = bc_indicator_tail(w, d->m->tokens.last, d->c.right.last);
        if (tail.first < tail.last && bc_indicator_words(w, tail) >= 2 && d->m->unit_kind != BC_UNIT_NONE &&
            !d->m->rank) {
            d->name = (bc_name){{tail}, 1};
            d->subject = ++f->subjects;
        } else if (before >= 0) {
            d->name = f->drafts[before].name;
            d->subject = f->drafts[before].subject;
        } else if (f->head_name.count) {
            d->name = f->head_name;
            d->subject = ++f->subjects;
        } else {
            d->subject = ++f->subjects;
        }
    }
}

/* "Sản lượng thịt hơi: lợn 53.086 tấn, trâu 3.045 tấn": the lead names what, the clause names which. */
static void join_lead(frame *f)
{
    const bc_work *w = f->w;
    uint32_t colon = f->s->tokens.first, first = f->drafts[0].m->tokens.first;
    while (colon < first && bc_work_mark(w, colon) != ':')
        colon++;
    if (colon == first)
        return;
    bool verb;
    bc_range lead = bc_indicator_subject(w, f->s->tokens.first, colon, &verb);
    if (lead.first >= lead.last || bc_indicator_words(w, lead) > HEAD_NAME_WORDS ||
        !(bc_work_find(w, lead.first, lead.last, BC_TAG_GENERIC) < lead.last ||
          bc_work_find(w, lead.first, lead.last, BC_TAG_PROPORTION) < lead.last ||
          bc_work_find(w, lead.first, lead.last, BC_TAG_STRUCTURE) < lead.last ||
          bc_work_find(w, lead.first, lead.last, BC_TAG_INDICATOR) < lead.last))
        return;
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        if (d->m->unit_kind == BC_UNIT_COUNT || d->m->rank || d->name.count != 1 || d->name.parts[0].first <= colon ||
            bc_indicator_words(w, d->name.parts[0]) > PART_WORDS)
            continue;
        d->name.parts[1] = d->name.parts[0];
        d->name.parts[0] = lead;
        d->name.count = 2;
        d->component = true;
    }
}

/* "A và B ... lần lượt đạt x và y": pairs the figures with the subjects in order. */
static void set_pairs(frame *f)
{
    const bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        uint32_t at = bc_work_find(w, d->c.left.first, d->c.left.last, BC_TAG_PAIRED);
        if (at == d->c.left.last)
            continue;
        uint32_t n = 1;
        while (k + n < f->count && f->drafts[k + n].m->unit_kind == d->m->unit_kind &&
               bc_indicator_words(w, f->drafts[k + n].c.left) <= 2)
            n++;
        if (n < 2)
            continue;
        /* levels named before */
        int32_t levels[16];
        uint32_t found = 0;
        for (int32_t j = (int32_t)k - 1; j >= 0 && found < n && found < 16; j--)
            if (f->drafts[j].r.role == BC_ROLE_LEVEL)
                levels[found++] = j;
        if (found == n && d->r.role != BC_ROLE_LEVEL) {
            for (uint32_t j = 0; j < n; j++) {
                draft *to = &f->drafts[k + j];
                const draft *level = &f->drafts[levels[n - 1 - j]];
                to->name = level->name;
                to->subject = level->subject;
                to->r.role = d->r.role;
                if (j && d->r.value.number.digits < 0 && to->r.value.number.digits > 0)
                    to->r.value.number = bc_decimal_negate(to->r.value.number);
            }
        } else {
            /* names side by side before it */
            bc_range span = {d->c.left.first, at};
            bc_range names[16];
            uint32_t count = 0, start = span.first;
            for (uint32_t i = span.first; i <= span.last && count < 16; i++) {
                bool cut = i == span.last || bc_work_mark(w, i) == ',' || bc_work_is(w, i, span.last, BC_TAG_AND);
                if (!cut)
                    continue;
                bool verb;
                bc_range name = bc_indicator_subject(w, start, i, &verb);
                if (name.first < name.last)
                    names[count++] = name;
                start = i + 1;
            }
            if (count >= n)
                for (uint32_t j = 0; j < n; j++) {
                    f->drafts[k + j].name = (bc_name){{names[count - n + j]}, 1};
                    f->drafts[k + j].subject = ++f->subjects;
                }
            for (uint32_t j = 1; j < n; j++) {
                draft *to = &f->drafts[k + j];
                if (to->r.role == BC_ROLE_LEVEL && d->r.role == BC_ROLE_CHANGE) {
                    to->r.role = BC_ROLE_CHANGE;
                    if (d->r.value.number.digits < 0)
                        to->r.value.number = bc_decimal_negate(to->r.value.number);
                }
            }
        }
        k += n - 1;
    }
}

/* ---- units ---- */

static bool set_units(frame *f)
{
    bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        d->unit_kind = d->m->unit_kind;
        d->unit_row = d->m->unit_row;
        d->scale = d->m->scale;
        if (d->m->rank) {
            d->unit = (bc_str){"rank", 4};
            continue;
        }
        if (d->m->in_words && d->m->unit_kind == BC_UNIT_TIMES) {
            d->unit = (bc_str){"lần", strlen("lần")};
            continue;
        }
        bc_range unit = d->m->unit;
        if (d->m->joined) { /* "3 tỷ 412 triệu đồng": tỷ of the first part, đồng of the last */
            bc_str words;
            bc_range scale = {unit.first, unit.first + 1}, base = {unit.last - 1, unit.last};
            bc_str a, b;
            if (!bc_unit_write(w, scale, &a) || !bc_unit_write(w, base, &b))
                return false;
            char *text = bc_arena_alloc(w->arena, a.len + b.len + 2);
            if (!text)
                return false;
            memcpy(text, a.ptr, a.len);
            text[a.len] = ' ';
            memcpy(text + a.len + 1, b.ptr, b.len);
            words = (bc_str){text, a.len + 1 + b.len};
            d->unit = words;
            continue;
        }
        if (unit.first < unit.last && !bc_unit_write(w, unit, &d->unit))
            return false;
        if (d->unit_kind != BC_UNIT_NONE)
            continue;
        /* "221 triệu", "(trâu 7.841": the unit of the nearest figure of the sentence that has one */
        const draft *giver = NULL;
        for (uint32_t j = k; j-- > 0 && !giver;)
            if (f->drafts[j].unit_kind != BC_UNIT_NONE && f->drafts[j].r.role == BC_ROLE_LEVEL &&
                (f->drafts[j].unit_kind != BC_UNIT_PERCENT || d->c.inside) &&
                (d->m->scale == 0 || f->drafts[j].unit_kind == BC_UNIT_MONEY))
                giver = &f->drafts[j];
        for (uint32_t j = k + 1; j < f->count && !giver; j++)
            if (f->drafts[j].m->unit_kind != BC_UNIT_NONE && f->drafts[j].r.role == BC_ROLE_LEVEL &&
                f->drafts[j].m->unit_kind != BC_UNIT_PERCENT &&
                (d->m->scale == 0 || f->drafts[j].m->unit_kind == BC_UNIT_MONEY))
                giver = &f->drafts[j];
        if (!giver)
            continue;
        d->unit_kind = giver->m->unit_kind != BC_UNIT_NONE ? giver->m->unit_kind : giver->unit_kind;
        d->unit_row = giver->m->unit_row;
        if (d->m->scale == 0) {
            d->scale = giver->m->scale;
            if (giver->unit.len)
                d->unit = giver->unit;
            else if (!bc_unit_write(w, giver->m->unit, &d->unit))
                return false;
            continue;
        }
        bc_range base = giver->m->unit;
        while (base.first < base.last && bc_work_is(w, base.first, base.last, BC_TAG_SCALE))
            base.first++;
        bc_str tail;
        if (!bc_unit_write(w, base, &tail))
            return false;
        char *text = bc_arena_alloc(w->arena, d->unit.len + tail.len + 2);
        if (!text)
            return false;
        memcpy(text, d->unit.ptr, d->unit.len);
        text[d->unit.len] = ' ';
        memcpy(text + d->unit.len + 1, tail.ptr, tail.len);
        d->unit = (bc_str){text, d->unit.len + 1 + tail.len};
    }
    return true;
}

/* ---- ambiguous figures ---- */

/* "61,874 tỷ đồng": of its two readings the one nearer to the figures of the same unit around it. */
static bool settle(frame *f, uint32_t k)
{
    bc_work *w = f->w;
    draft *d = &f->drafts[k];
    if (!d->m->ambiguous || d->r.role != BC_ROLE_LEVEL || d->unit_kind == BC_UNIT_PERCENT)
        return true;
    double sum = 0;
    unsigned n = 0;
    for (uint32_t j = 0; j < w->mention_count; j++) {
        const bc_mention *o = &w->mentions[j];
        if (o == d->m || o->ambiguous || o->unit_kind != d->unit_kind || o->unit_row != d->unit_row ||
            o->scale != d->scale || o->value.number.digits == 0 || o->block + 2 < d->m->block ||
            o->block > d->m->block + 2)
            continue;
        sum += log(fabs(bc_decimal_double(o->value.number)));
        n++;
    }
    const char *message = "One comma before three digits: read as a decimal mark.";
    if (n > 0) {
        double around = sum / n, a = log(bc_decimal_double(d->r.value.number) + 1e-9),
               b = log(bc_decimal_double(d->m->other) + 1e-9);
        if (fabs(b - around) + 0.5 < fabs(a - around)) {
            d->r.value.number = d->m->other;
            message = "One comma before three digits: read as a group mark, as the figures around it demand.";
        }
    }
    return bc_work_warn(w, "ambiguous_number", message, bc_work_span(w, d->m->number));
}

/* ---- links ---- */

static bool amount(const draft *d)
{
    return d->r.role == BC_ROLE_LEVEL && !d->m->rank;
}

static void set_parents(frame *f)
{
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        d->parent = -1;
        if (d->r.role == BC_ROLE_LEVEL)
            continue;
        for (int32_t j = (int32_t)k - 1; j >= 0 && d->parent < 0; j--) {
            const draft *o = &f->drafts[j];
            if (o->dropped || o->r.role != BC_ROLE_LEVEL || o->subject != d->subject || o->target != d->target ||
                (o->r.plan_figure && !d->r.plan_figure) || (d->r.plan_figure && !o->r.plan_figure) ||
                (d->c.inside && !o->c.inside && d->has_period && !bc_period_equal(d->period, o->period)))
                continue; /* "(6 tháng đầu năm 2021 tăng 2,33%)" stands alone */
            if (d->r.role != BC_ROLE_CHANGE && !amount(o))
                break;
            d->parent = j;
        }
        /* the level follows: "tăng 9,7% và đạt 1.215 triệu kWh" */
        for (uint32_t j = k + 1; j < f->count && d->parent < 0 && j <= k + 3; j++) {
            const draft *o = &f->drafts[j];
            if (!o->dropped && o->r.role == BC_ROLE_LEVEL && o->subject == d->subject && o->target == d->target &&
                !o->r.plan_figure && !o->c.inside && !d->c.inside && o->m->unit_kind != BC_UNIT_POINT &&
                o->m->unit_kind != BC_UNIT_PERCENT)
                d->parent = (int32_t)j;
        }
    }
}

/* "đạt 68,7%" behind an amount with nothing named between is of a plan; behind a count's part of a whole it is a level.
 */
static void settle_ratios(frame *f)
{
    const bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        if (d->m->unit_kind != BC_UNIT_PERCENT || d->r.role != BC_ROLE_LEVEL || d->r.explicit_role || d->r.plan_figure)
            continue;
        uint32_t disburse = bc_work_find(w, d->c.left.first, d->m->tokens.first, BC_TAG_DISBURSE);
        bool verb;
        bc_range own = bc_indicator_subject(w, d->c.left.first, d->m->tokens.first, &verb);
        bool named = own.first < own.last;
        if (disburse < d->m->tokens.first && (named || k == 0 || f->drafts[k - 1].r.role == BC_ROLE_LEVEL)) {
            d->r.role = BC_ROLE_PLAN;
            continue;
        }
        if (k == 0)
            continue;
        const draft *before = &f->drafts[k - 1];
        if (d->c.parenthesis && !named && before->r.role == BC_ROLE_LEVEL && before->m->unit_kind != BC_UNIT_PERCENT &&
            d->c.left.first == d->m->tokens.first) {
            d->r.role = BC_ROLE_SHARE;
            continue;
        }
        if (named || !d->r.weak_ratio || d->c.inside)
            continue;
        uint32_t relation = bc_work_find(w, d->c.left.first, d->m->tokens.first, BC_TAG_REACH);
        if (relation == d->m->tokens.first ||
            bc_work_find(w, d->c.left.first, d->m->tokens.first, BC_TAG_PROPORTION) != d->m->tokens.first)
            continue;
        bool of_whole = before->m->total.set && before->m->unit_kind == BC_UNIT_COUNT;
        if (before->r.role == BC_ROLE_LEVEL && !of_whole && before->m->unit_kind != BC_UNIT_PERCENT)
            d->r.role = BC_ROLE_PLAN;
        else if (before->r.plan_figure)
            d->r.role = BC_ROLE_PLAN;
    }
}

/* ---- output ---- */

static bool fill_common(frame *f, const draft *d, bc_fact *fact)
{
    bc_work *w = f->w;
    if (!bc_indicator_text(w, &d->name, &fact->indicator))
        return false;
    int32_t code = bc_indicator_code(w, &d->name);
    size_t count;
    if (code >= 0) {
        const char *c = bc_lexicon_indicators(w->lexicon, &count)[code].code;
        fact->code = (bc_str){c, strlen(c)};
    }
    if (d->component)
        fact->breakdown = fact->indicator;
    fact->status = d->target ? BC_STATUS_TARGET : d->status;
    fact->period = d->period;
    uint32_t q = bc_work_find(w, f->s->tokens.first, d->m->tokens.first, BC_TAG_QUALIFIER);
    const bc_match *m = bc_work_match(w, q, d->m->tokens.first, BC_TAG_QUALIFIER);
    if (m)
        fact->qualifier = bc_work_text(w, (bc_range){q, q + m->length});
    fact->evidence = (bc_evidence){bc_work_text(w, f->s->tokens), bc_work_span(w, f->s->tokens), f->block->section};
    return true;
}

static bc_fact *new_fact(bc_work *w, bool target, int32_t *index)
{
    bc_result *r = w->result;
    if (target) {
        if (!bc_arena_grow(w->arena, (void **)&r->targets, r->target_count, &w->target_capacity, sizeof *r->targets))
            return NULL;
        *index = (int32_t)r->target_count;
        return &r->targets[r->target_count++];
    }
    if (!bc_arena_grow(w->arena, (void **)&r->metrics, r->metric_count, &w->metric_capacity, sizeof *r->metrics))
        return NULL;
    *index = (int32_t)r->metric_count;
    return &r->metrics[r->metric_count++];
}

static bool add_comparison(bc_work *w, bc_fact *fact, const draft *d)
{
    bc_comparison *list = bc_arena_array(w->arena, fact->comparison_count + 1, sizeof *list);
    if (!list)
        return false;
    if (fact->comparison_count)
        memcpy(list, fact->comparisons, fact->comparison_count * sizeof *list);
    bc_comparison *c = &list[fact->comparison_count++];
    fact->comparisons = list;
    c->kind = d->r.role == BC_ROLE_CHANGE ? BC_COMPARISON_CHANGE
              : d->r.role == BC_ROLE_PLAN ? BC_COMPARISON_PLAN
                                          : BC_COMPARISON_SHARE;
    c->value = d->r.value;
    c->value_max = d->r.value_max;
    c->unit = d->unit;
    c->bound = d->m->bound;
    c->baseline = d->r.role == BC_ROLE_CHANGE ? d->baseline : (bc_period){0};
    c->span = bc_work_span(w, d->m->tokens);
    bc_status status = d->target ? BC_STATUS_TARGET : d->status;
    if (status != fact->status) {
        c->has_status = true;
        c->status = status;
    }
    if (d->r.role == BC_ROLE_CHANGE && !bc_period_equal(d->period, fact->period)) {
        c->has_period = true;
        c->period = d->period;
    }
    return true;
}

static bool emit(frame *f)
{
    bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        if (d->dropped || d->r.role != BC_ROLE_LEVEL)
            continue;
        bc_fact *fact = new_fact(w, d->target, &d->fact);
        if (!fact || !fill_common(f, d, fact))
            return false;
        fact->value = d->r.value;
        fact->value_max = d->r.value_max;
        fact->total = d->m->total;
        fact->unit = d->unit;
        fact->bound = d->m->bound;
        fact->span = bc_work_span(w, d->m->tokens);
        bc_unit_base(w, fact->value.number, d->scale, d->unit_row, &fact->base, &fact->base_unit);
    }
    for (uint32_t k = 0; k < f->count; k++) {
        draft *d = &f->drafts[k];
        if (d->dropped || d->r.role == BC_ROLE_LEVEL)
            continue;
        bc_fact *fact;
        if (d->parent >= 0) {
            d->fact = f->drafts[d->parent].fact;
            fact = d->target ? &w->result->targets[d->fact] : &w->result->metrics[d->fact];
        } else {
            /* comparisons of one subject without a level stand together */
            int32_t mate = -1;
            for (int32_t j = (int32_t)k - 1; j >= 0 && mate < 0; j--) {
                const draft *o = &f->drafts[j];
                if (!o->dropped && o->r.role != BC_ROLE_LEVEL && o->parent < 0 && o->subject == d->subject &&
                    o->target == d->target && bc_period_equal(o->period, d->period))
                    mate = j;
            }
            if (mate >= 0) {
                d->fact = f->drafts[mate].fact;
                fact = d->target ? &w->result->targets[d->fact] : &w->result->metrics[d->fact];
            } else {
                fact = new_fact(w, d->target, &d->fact);
                if (!fact || !fill_common(f, d, fact))
                    return false;
                fact->unit = (bc_str){0};
            }
        }
        if (!add_comparison(w, fact, d))
            return false;
    }
    return true;
}

/* A figure with neither unit nor a verb that reaches it states nothing. */
static bool stray(const frame *f, const draft *d)
{
    const bc_work *w = f->w;
    if (d->m->rank || d->r.role != BC_ROLE_LEVEL || d->unit.len || d->m->total.set)
        return false;
    if (d->name.count == 0)
        return true;
    return !d->r.lead_relation && bc_work_mark(w, d->m->number.first - 1) != ':';
}

/* A period that opens a sentence of a paragraph holds for the next ones, until another does. */
static void take_opening(const bc_work *w, uint32_t sentence, carry *c)
{
    bc_range r = w->sentences[sentence].tokens;
    if (w->blocks[w->sentences[sentence].block].rank != BC_RANK_PLAIN)
        return;
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count; k++) {
        if (w->times[k].tokens.first > r.first + OPENING_TOKENS || w->times[k].tokens.first >= r.last)
            return;
        if (usable(&w->times[k])) {
            c->period = w->times[k].value;
            c->set = true;
            return;
        }
    }
}

/* Sentences of the block before this one, those without figures too, have their say. */
static void carry_on(const bc_work *w, carry *c, uint32_t sentence)
{
    uint32_t block = w->sentences[sentence].block;
    if (c->block != block) {
        *c = (carry){.block = block, .next = sentence};
        while (c->next > 0 && w->sentences[c->next - 1].block == block)
            c->next--;
    }
    for (; c->next < sentence; c->next++)
        take_opening(w, c->next, c);
}

static bool read_sentence(bc_work *w, uint32_t first, uint32_t last, carry *c)
{
    const bc_mention *m = &w->mentions[first];
    frame f = {.w = w, .s = &w->sentences[m->sentence], .count = last - first};
    f.block = &w->blocks[m->block];
    if (f.count > BC_MAX_SENTENCE_MENTIONS)
        return bc_work_warn(w, "sentence_too_long", "A sentence with too many figures was left out.",
                            bc_work_span(w, f.s->tokens));
    if (f.block->kind == BC_SECTION_PROPOSALS)
        return true;
    f.drafts = bc_arena_array(w->arena, f.count, sizeof *f.drafts);
    if (!f.drafts)
        return false;
    read_heads(&f);
    carry_on(w, c, m->sentence);
    bool future = f.block->kind == BC_SECTION_GOALS || f.block->kind == BC_SECTION_TASKS;
    for (uint32_t k = 0; k < f.count; k++)
        f.drafts[k].m = &m[k];
    set_contexts(&f);
    uint32_t front =
        f.s->tokens.first + LEAD_TOKENS < f.s->tokens.last ? f.s->tokens.first + LEAD_TOKENS : f.s->tokens.last;
    if (f.block->kind == BC_SECTION_OTHER && bc_work_find(w, f.s->tokens.first, front, BC_TAG_TASK_LEAD) != front &&
        bc_work_find(w, f.s->tokens.first, front, BC_TAG_DONE) == front)
        c->target = true; /* "Thời gian tới, ngành ...": to the paragraph's end */
    for (uint32_t k = 0; k < f.count; k++) {
        draft *d = &f.drafts[k];
        d->r = bc_compare_read(w, d->m, &d->c);
        d->status = status_of(&f, d);
        d->target = d->status == BC_STATUS_TARGET || d->r.plan_figure || (future && d->status != BC_STATUS_FORECAST) ||
                    (c->target && d->status == BC_STATUS_ACTUAL);
        if (d->status == BC_STATUS_TARGET)
            d->status = BC_STATUS_ACTUAL;
    }
    settle_ratios(&f);
    if (c->name.count && f.block->rank == BC_RANK_PLAIN)
        f.head_name = c->name;
    set_names(&f);
    set_pairs(&f);
    join_lead(&f);
    if (f.count && f.drafts[0].name.count)
        c->name = f.drafts[0].name;
    if (!set_units(&f))
        return false;
    for (uint32_t k = 0; k < f.count; k++) {
        draft *d = &f.drafts[k];
        set_period(&f, k, c);
        if (d->r.plan_figure && !d->has_period && d->period.set && d->period.to.year - d->period.from.year <= 1 &&
            d->period.to.year)
            d->period = bc_period_year(d->period.to.year);
        d->dropped = stray(&f, d);
        if (!settle(&f, k))
            return false;
    }
    set_parents(&f);
    for (uint32_t k = 0; k < f.count; k++) {
        draft *d = &f.drafts[k];
        if (d->parent >= 0 && !time_right_behind(w, d) && !d->target)
            d->period = f.drafts[d->parent].period;
        else if (d->parent >= 0 && d->r.role != BC_ROLE_CHANGE)
            d->period = f.drafts[d->parent].period;
        else if (d->parent >= 0 && d->target)
            d->period = f.drafts[d->parent].period;
        set_baseline(&f, k);
    }
    /* targets go on to the paragraph's end: "Phấn đấu ... 100% đảng viên ..." */
    if (f.block->kind == BC_SECTION_OTHER && f.count && f.drafts[f.count - 1].target &&
        !f.drafts[f.count - 1].r.plan_figure)
        c->target = true;
    return emit(&f);
}

bool bc_stage_facts(bc_work *w)
{
    carry c = {.block = UINT32_MAX};
    for (uint32_t i = 0; i < w->mention_count;) {
        uint32_t k = i;
        while (k < w->mention_count && w->mentions[k].sentence == w->mentions[i].sentence)
            k++;
        if (!read_sentence(w, i, k, &c))
            return false;
        i = k;
    }
    return !bc_arena_failed(w->arena);
}
