/* SPDX-License-Identifier: MIT */
/*
 * when.c - the period that a figure is of, and the one that a change is counted from, see draft.h.
 *
 *     "Năm 2022 đạt 19 tỷ USD, 9 tháng năm 2023 đạt 15 tỷ USD, tăng 4% so với cùng kỳ"
 *
 * Candidates are the times of the sentence, what the figure before or the level above it has, the paragraph's, the
 * heads', the document's period, and the day of the report.
 */
#include "draft.h"

#include <string.h>

#include "date.h"
#include "edge.h"
#include "period.h"

enum { MAX_TIMES = 24 };

typedef enum {
    FROM_TIME,      /* a time of the sentence */
    FROM_PARENT,    /* of the level it qualifies */
    FROM_FIGURE,    /* of the figure before */
    FROM_CARRY,     /* of the paragraph's opening */
    FROM_HEAD,      /* of a heading or list head */
    FROM_DOCUMENT,  /* what the report covers */
    FROM_DAY,       /* state on the day of the report */
    FROM_YEAR,      /* the whole year of the heads' period: plans, what is expected */
    FROM_BACK,      /* the period one year back */
    FROM_TIME_DAY,  /* state on the last day of a time of the sentence */
    FROM_HEAD_TIME, /* a time of a head's */
    FROM_HEAD_DAY,  /* its last day */
    FROM_LAST,      /* of the last figure of the sentence before */
    FROM_REST,      /* what is left of the year */
    FROM_NEXT,      /* the next month, quarter, half, year */
    FROM_SINCE,     /* from the document's period's start to the report */
    FROM_THIS,      /* "trong tháng", "trong quý": the last one of the document's period */
    FROM_TERM,      /* the term or stage that the title names */
    FROM_TERM_END,  /* by its end */
    FROM_NOTHING,
} source;

static const char *const SOURCES[] = {"time",
                                      "parent",
                                      "figure_before",
                                      "paragraph",
                                      "head",
                                      "document",
                                      "report_day",
                                      "year",
                                      "year_back",
                                      "time_end",
                                      "time_of_head",
                                      "time_of_head_end",
                                      "sentence_before",
                                      "rest_of_year",
                                      "next",
                                      "since",
                                      "this",
                                      "term",
                                      "term_end",
                                      "none"};

typedef enum { WHERE_BEHIND, WHERE_BEFORE, WHERE_EARLIER, WHERE_AFTER, WHERE_LATER } place;

typedef enum {
    RULE_BEHIND,
    RULE_BEFORE,
    RULE_CARRY,
    RULE_HEAD,
    RULE_DOCUMENT,
    RULE_FRONT,
    RULE_BACK,
    RULE_NONE,
    RULE_PLACE
} rule_step;

/* What the words next to a figure say by themselves, and how that was found: evidence for the candidates that agree. */
typedef struct {
    bc_period value;
    rule_step step;
} rule;

typedef struct {
    bc_period values[BC_MAX_CANDIDATES];
    bool own[BC_MAX_CANDIDATES];
    rule rule;
} options;

/* How long a period is, roughly. */
static uint32_t shape(bc_period p)
{
    if (!p.set)
        return 0;
    if (!p.from.year)
        return p.to.month == 12 && p.to.day == 31 ? 1 : 2;
    if (bc_date_compare(p.from, p.to) == 0)
        return 3;
    int months = (p.to.year - p.from.year) * 12 + p.to.month - p.from.month + 1;
    if (p.from.month != 1 && months == 12)
        return 4;
    return months == 1 ? 5 : months == 3 ? 6 : months < 12 ? 7 : months == 12 ? 8 : 9;
}

/* A time that names the year of a plan ("kế hoạch năm 2020") says nothing of the figure. */
static bool of_plan(const bc_work *w, const bc_time *t)
{
    uint32_t i = t->tokens.first;
    if (i > 3 && bc_work_mark(w, i - 1) == ')' && bc_work_mark(w, i - 3) == '(')
        i -= 3; /* "kế hoạch (KH) năm 2015" */
    for (uint32_t back = 1; back <= 3 && back <= i; back++) {
        const bc_match *m = bc_work_match(w, i - back, i, BC_TAG_PLAN);
        if (m && m->length == back && (i - back == 0 || !bc_work_is(w, i - back - 1, i - back, BC_TAG_THAN)))
            return true;
    }
    return false;
}

/* Does the time stand right behind the figure, small words apart? */
static bool right_behind(const bc_work *w, const bc_mention *m, const bc_time *t)
{
    uint32_t i = m->tokens.last;
    if (bc_work_mark(w, i) == '(' && bc_work_mark(w, t->tokens.last) == ')')
        i++; /* "697 triệu USD (năm 2015)" */
    else if (i < t->tokens.first && bc_work_is(w, i, t->tokens.first, BC_TAG_FILLER))
        i++;
    return i == t->tokens.first;
}

/* The bracket that token i stands in within the sentence, 0: none. */
static uint32_t bracket_of(const bc_frame *f, uint32_t i)
{
    uint32_t open = 0;
    for (uint32_t k = f->s->tokens.first; k < i; k++) {
        char m = bc_work_mark(f->w, k);
        if (m == '(')
            open = k + 1;
        else if (m == ')')
            open = 0;
    }
    return open;
}

static uint32_t state(const bc_draft *d)
{
    return (uint32_t)d->r.role * 4u + (d->target ? 2u : 0u) + (d->r.plan_figure ? 1u : 0u);
}

static void say_common(bc_frame *f, uint32_t k, uint32_t kind)
{
    const bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;

    uint32_t length;
    bc_edge lead = bc_edge_before(f->w, d->c.left.first, d->m->tokens.first, &length);
    uint32_t ruled = c->candidates[c->count - 1].kind; /* add() */
    bc_choice_say(c, BC_SAY_BOTH, kind, ruled % 32u * 4u + d->r.role);
    bc_choice_say(c, BC_SAY_BOTH, 32u + kind, ruled % 32u * 2u + d->target);
    bc_choice_say(c, BC_SAY_BOTH, 64u + kind, ruled * 2u + d->target);
    c->candidates[c->count - 1].kind = kind;
    bc_choice_say(c, BC_SAY_KIND, kind, state(d));
    bc_choice_say(c, BC_SAY_UNIT, kind, bc_draft_unit_group(d->m) * 4u + d->r.role);
    bc_choice_say(c, BC_SAY_RELATION, kind, lead);
    bc_choice_say(c, BC_SAY_SECTION, kind, f->block->kind);
    bc_choice_say(c, BC_SAY_BRACKETS, kind, (d->c.inside ? 1u : 0u) + (d->c.parenthesis ? 2u : 0u) + (k ? 4u : 0u));
    bc_choice_say(c, BC_SAY_ROLE, kind, (uint32_t)d->status * 32u + d->name_kind);
    if (d->m->tokens.first > f->s->tokens.first)
        bc_choice_say_word(c, kind, d->m->tokens.first - 1);
    bc_choice_say_word(c, 32u + kind, f->s->tokens.first);
    bc_choice_say_word(c, 64u + kind, d->m->tokens.last);
    bc_choice_say(c, BC_SAY_ROW, kind, bc_draft_noun(f->w, d->m));
    bc_choice_say(c, BC_SAY_SIZE, kind, d->code < 0 ? 255u : (uint32_t)d->code);
}

/* Is there nothing but marks and joining words between a time and the next? */
static bool joined_times(const bc_work *w, uint32_t i)
{
    if (i + 1 >= w->time_count)
        return false;
    uint32_t at = w->times[i].tokens.last, to = w->times[i + 1].tokens.first;
    while (at < to && (bc_work_mark(w, at) == ',' || bc_work_mark(w, at) == ';' || bc_work_is(w, at, to, BC_TAG_AND)))
        at++;
    return at == to && at > w->times[i].tokens.last;
}

/* Of "các năm 2016, 2017, 2018 tăng lần lượt 7,9%; 9,4%; 10,6%": is time i the one of figure k by its place? 0: there
 * are no such lists; else 1 no, 2 yes. */
static uint32_t aligned_time(const bc_frame *f, uint32_t k, const bc_time *t)
{
    const bc_work *w = f->w;
    const bc_draft *d = &f->drafts[k];
    uint32_t at = (uint32_t)(t - w->times), first = at, last = at + 1;
    if (d->runs < 2)
        return 0;
    while (first > 0 && last - first <= d->runs && joined_times(w, first - 1))
        first--;
    while (last < w->time_count && last - first <= d->runs && joined_times(w, last - 1))
        last++;
    if (last - first != d->runs)
        return 0;
    return at - first == d->run ? 2 : 1;
}

static void say_time(bc_frame *f, uint32_t k, const bc_time *t, uint32_t nth, uint32_t total)
{
    const bc_work *w = f->w;
    const bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;
    bool before = t->tokens.first < d->m->tokens.first;
    uint32_t figures = 0, taken = 0;
    for (uint32_t j = 0; j < f->count; j++) {
        if (j == k)
            continue;
        const bc_mention *m = f->drafts[j].m;
        figures += before ? m->tokens.first >= t->tokens.last && m->tokens.first < d->m->tokens.first
                          : m->tokens.first >= d->m->tokens.last && m->tokens.first < t->tokens.first;
        taken |= right_behind(w, m, t) ? (f->drafts[j].r.role == BC_ROLE_LEVEL ? 1u : 2u) : 0u;
    }
    place where = !before && right_behind(w, d->m, t) ? WHERE_BEHIND
                  : before                            ? (figures ? WHERE_EARLIER : WHERE_BEFORE)
                                                      : (figures ? WHERE_LATER : WHERE_AFTER);
    uint32_t from = before ? t->tokens.last : d->m->tokens.last, to = before ? d->m->tokens.first : t->tokens.first;
    uint32_t commas = 0, walls = 0;
    for (uint32_t i = from; i < to; i++) {
        char m = bc_work_mark(w, i);
        commas += m == ',';
        walls += m == ';' || m == '|' || bc_work_is(w, i, to, BC_TAG_THEN);
    }
    uint32_t mine = bracket_of(f, d->m->tokens.first), its = bracket_of(f, t->tokens.first);
    uint32_t brackets = !its ? (mine ? 1u : 0u) : its == mine ? 2u : mine ? 3u : 4u;
    uint32_t length, role = d->r.role;
    bc_choice_say(c, BC_SAY_PLACE, where * 4u + role, shape(t->value));
    bc_choice_say(c, BC_SAY_GAP, where * 4u + role, bc_bucket(figures));
    bc_choice_say(c, BC_SAY_MARKS, where, (commas > 2 ? 2 : commas) * 3 + (walls > 2 ? 2 : walls));
    bc_choice_say(c, BC_SAY_FRESH, where * 8u + brackets, role);
    bc_choice_say(c, BC_SAY_HOLDS, where,
                  (t->deadline ? 1u : 0u) + (t->now ? 2u : 0u) + (t->cumulative ? 4u : 0u) + (t->horizon ? 8u : 0u));
    bc_choice_say(c, BC_SAY_CODE, where,
                  (of_plan(w, t) ? 1u : 0u) + (t->baseline ? 2u : 0u) + (d->r.plan_figure ? 4u : 0u) +
                      (d->target ? 8u : 0u));
    bc_choice_say(c, BC_SAY_SOURCE, where,
                  (nth == 0 ? 1u : 0u) + (nth + 1 == total ? 2u : 0u) +
                      (t->tokens.first <= f->s->tokens.first + 2 ? 4u : 0u));
    bc_choice_say(c, BC_SAY_KNOWN, where, taken * 4u + role);
    bc_choice_say(c, BC_SAY_BEFORE, where, bc_edge_before(w, f->s->tokens.first, t->tokens.first, &length));
    bc_choice_say(c, BC_SAY_BEHIND, where, bc_edge_at(w, t->tokens.last, f->s->tokens.last, &length));
    bc_choice_say(c, BC_SAY_LENGTH, where, bc_bucket(to - from));
    bc_choice_say(c, BC_SAY_RULE, 64u + where, aligned_time(f, k, t));
    if (t->tokens.first > f->s->tokens.first)
        bc_choice_say_word(c, 96u + where, t->tokens.first - 1);
    bc_choice_say_word(c, 128u + where, t->tokens.last);
    uint32_t tight = 0;
    for (uint32_t i = from; i < to && !tight; i++)
        tight = bc_work_is(w, i, to, BC_TAG_PART) ? 1u : bc_work_is(w, i, to, BC_TAG_THAN) ? 2u : 0u;
    bc_choice_say(c, BC_SAY_TAIL, where, tight * 4u + role);
}

static bool usable(const bc_time *t)
{
    return !t->baseline && !t->horizon && t->value.set && bc_date_compare(t->value.from, t->value.to) != 0;
}

/* The one by its place of several; the time right behind; else the nearest before that is not right behind another
 * level; else what is carried. */
static rule period_rule(const bc_frame *f, uint32_t k)
{
    const bc_work *w = f->w;
    const bc_draft *d = &f->drafts[k];
    for (uint32_t i = bc_time_from(w, f->s->tokens.first);
         i < w->time_count && w->times[i].tokens.first < d->m->tokens.first; i++)
        if (aligned_time(f, k, &w->times[i]) == 2 && usable(&w->times[i]))
            return (rule){w->times[i].value, RULE_PLACE};
    for (uint32_t i = bc_time_from(w, d->m->tokens.last);
         i < w->time_count && w->times[i].tokens.first < d->c.right.last; i++)
        if (right_behind(w, d->m, &w->times[i]) && usable(&w->times[i]) && d->r.role != BC_ROLE_PLAN &&
            !of_plan(w, &w->times[i]))
            return (rule){w->times[i].value, RULE_BEHIND};
    uint32_t mine = bracket_of(f, d->m->tokens.first);
    for (uint32_t i = bc_time_from(w, d->m->tokens.first); i-- > 0 && w->times[i].tokens.first >= f->s->tokens.first;) {
        const bc_time *t = &w->times[i];
        uint32_t its = bracket_of(f, t->tokens.first);
        if (!usable(t) || (of_plan(w, t) && !d->r.plan_figure) || (its && its != mine))
            continue;
        if (bc_work_find(w, t->tokens.last, d->m->tokens.first, BC_TAG_THEN) != d->m->tokens.first)
            break;
        bool taken = false;
        for (uint32_t j = 0; j < k && !taken; j++)
            taken = right_behind(w, f->drafts[j].m, t) && f->drafts[j].r.role == BC_ROLE_LEVEL &&
                    (d->r.role == BC_ROLE_LEVEL || bc_draft_root(f, j) != bc_draft_root(f, k));
        if (!taken)
            return (rule){t->value, RULE_BEFORE};
    }
    if (f->carried_period_set)
        return (rule){f->carried_period, RULE_CARRY};
    return (rule){f->head_period, f->head_period_set ? RULE_HEAD : RULE_DOCUMENT};
}

static bc_period resolve_baseline(const bc_time *t, bc_period period);

/* Said between the words of relation and the figure, or behind it to the next mark; before all figures; by the head. */
static rule baseline_rule(const bc_frame *f, uint32_t k)
{
    const bc_work *w = f->w;
    const bc_draft *d = &f->drafts[k];
    const bc_time *t =
        d->r.relation < d->m->tokens.first ? bc_time_baseline(w, d->r.relation, d->m->tokens.first) : NULL;
    if (t)
        return (rule){resolve_baseline(t, d->period), RULE_BEFORE};
    uint32_t end = d->m->tokens.last;
    while (end < d->c.right.last && bc_work_mark(w, end) != ',' && bc_work_mark(w, end) != ';' &&
           bc_work_mark(w, end) != ')')
        end++;
    if ((t = bc_time_baseline(w, d->m->tokens.last, end)) != NULL)
        return (rule){resolve_baseline(t, d->period), RULE_BEHIND};
    if (bc_work_find(w, d->c.left.first, d->m->tokens.first, BC_TAG_AVERAGE) != d->m->tokens.first)
        return (rule){.step = RULE_NONE}; /* an average growth has none */
    t = bc_time_baseline(w, f->s->tokens.first, f->drafts[0].m->tokens.first);
    if (t)
        return (rule){resolve_baseline(t, d->period), RULE_FRONT};
    if (f->head_baseline)
        return (rule){resolve_baseline(f->head_baseline, d->period), RULE_HEAD};
    return (rule){bc_period_shift(d->period, -12), RULE_BACK};
}

static bool add(bc_frame *f, options *o, bc_period value, bool own)
{
    if (!bc_choice_candidate(&f->choice))
        return false;
    o->values[f->choice.count - 1] = value;
    o->own[f->choice.count - 1] = own;
    bool agrees = bc_period_equal(o->rule.value, value);
    bc_choice_say(&f->choice, BC_SAY_RULE, (uint32_t)o->rule.step * 2u + agrees, own);
    f->choice.candidates[f->choice.count - 1].kind =
        shape(o->rule.value) * 32u + (uint32_t)o->rule.step * 2u + agrees; /* say_common's to take */
    return true;
}

static bool label(bc_frame *f, bc_period value)
{
    return !bc_choice_watched(&f->choice) || bc_choice_label_period(&f->choice, value);
}

static uint32_t times_of(const bc_frame *f, const bc_time **times, bool baselines)
{
    const bc_work *w = f->w;
    uint32_t n = 0;
    for (uint32_t i = bc_time_from(w, f->s->tokens.first); i < w->time_count && n < MAX_TIMES; i++) {
        if (w->times[i].tokens.first >= f->s->tokens.last)
            break;
        if (w->times[i].baseline == baselines || (!baselines && w->times[i].value.set))
            times[n++] = &w->times[i];
    }
    return n;
}

static bool choose_period(bc_frame *f, uint32_t k, options *o)
{
    const bc_work *w = f->w;
    bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;
    if (!bc_choice_begin(c, w, BC_DECIDE_PERIOD, bc_work_span(w, d->m->tokens)))
        return false;
    o->rule = period_rule(f, k);
    bool room = true;
    const bc_time *times[MAX_TIMES];
    uint32_t total = times_of(f, times, false);
    for (uint32_t i = 0; i < total && room; i++)
        if (times[i]->value.set && add(f, o, times[i]->value, true)) {
            room = label(f, times[i]->value);
            say_common(f, k, FROM_TIME);
            say_time(f, k, times[i], i, total);
        }
    for (uint32_t i = 0; i < total && room; i++)
        if (times[i]->value.set && times[i]->value.from.year && times[i]->value.to.year &&
            add(f, o, bc_period_of((bc_date){0}, times[i]->value.to), true)) {
            room = label(f, o->values[c->count - 1]);
            say_common(f, k, FROM_TIME_DAY);
            bc_choice_say(c, BC_SAY_PLACE, 96u + d->r.role, shape(times[i]->value));
            bc_choice_say(c, BC_SAY_SOURCE, FROM_TIME_DAY,
                          (i == 0 ? 1u : 0u) + (i + 1 == total ? 2u : 0u) +
                              (times[i]->tokens.first < d->m->tokens.first ? 4u : 0u) +
                              (right_behind(w, d->m, times[i]) ? 8u : 0u));
        }
    uint32_t have = total ? 1u : 0u;
    for (uint32_t h = 0; h < f->head_count && room; h++)
        for (uint32_t i = bc_time_from(w, f->heads[h].words.first), n = 0; i < w->time_count && n < 2; i++) {
            const bc_time *t = &w->times[i];
            if (t->tokens.first >= f->heads[h].words.last)
                break;
            if (!t->value.set || t->baseline)
                continue;
            n++;
            uint32_t flags = h * 8u + have * 4u + (w->blocks[f->heads[h].block].opens_list ? 2u : 0u) + (n > 1);
            if (add(f, o, t->value, false)) {
                room = room && label(f, t->value);
                say_common(f, k, FROM_HEAD_TIME);
                bc_choice_say(c, BC_SAY_HEAD, FROM_HEAD_TIME, flags);
                bc_choice_say(c, BC_SAY_PLACE, 100u + d->target, shape(t->value));
                uint32_t back =
                    t->tokens.first - bc_work_find_last(w, f->heads[h].words.first, t->tokens.first, BC_TAG_PLAN);
                uint32_t than =
                    t->tokens.first - bc_work_find_last(w, f->heads[h].words.first, t->tokens.first, BC_TAG_THAN);
                bc_choice_say(c, BC_SAY_MARKS, FROM_HEAD_TIME, bc_bucket(back) * 16u + bc_bucket(than));
                bc_choice_say(c, BC_SAY_HOLDS, FROM_HEAD_TIME + 16u,
                              (t->deadline ? 1u : 0u) + (t->now ? 2u : 0u) + (t->cumulative ? 4u : 0u) +
                                  8u * of_plan(w, t));
            }
            if (t->value.from.year && t->value.to.year && add(f, o, bc_period_of((bc_date){0}, t->value.to), false)) {
                room = room && label(f, o->values[c->count - 1]);
                say_common(f, k, FROM_HEAD_DAY);
                bc_choice_say(c, BC_SAY_HEAD, FROM_HEAD_DAY, flags);
                bc_choice_say(c, BC_SAY_PLACE, 104u + d->target, shape(t->value));
            }
        }
    if (f->past_count && room && add(f, o, f->past[0].period, false)) {
        room = room && label(f, f->past[0].period);
        say_common(f, k, FROM_LAST);
        bc_choice_say(c, BC_SAY_HEAD, FROM_LAST, have * 4u + (f->carried_period_set ? 2u : 0u) + f->head_period_set);
        bc_choice_say(c, BC_SAY_PLACE, 108u + (f->past[0].target ? 1u : 0u) + (d->target ? 2u : 0u),
                      shape(f->past[0].period));
    }
    bc_period p = w->report_period;
    if (p.set && p.to.year && p.to.month) {
        uint32_t at = bc_work_find_last(w, f->s->tokens.first, d->m->tokens.first, BC_TAG_THIS);
        const bc_match *this = bc_work_match(w, at, d->m->tokens.first, BC_TAG_THIS);
        bool month = this && this->value == 1, quarter = this && this->value == 2;
        int q = (p.to.month - 1) / 3 + 1;
        for (int kind = 0; kind < 2; kind++) {
            bc_period last =
                kind ? bc_period_quarter(p.to.year, q) : bc_period_months(p.to.year, p.to.month, p.to.month);
            if (!add(f, o, last, month || quarter))
                continue;
            room = room && label(f, last);
            say_common(f, k, FROM_THIS);
            bc_choice_say(c, BC_SAY_HEAD, FROM_THIS,
                          (uint32_t)kind * 8u + (month ? 1u : 0u) + (quarter ? 2u : 0u) + have * 4u);
            bc_choice_say(c, BC_SAY_PLACE, 118u + (uint32_t)kind, shape(p) * 2u + f->head_period_set);
        }
    }
    for (uint32_t i = bc_time_from(w, w->title.first); i < w->time_count && w->times[i].tokens.first < w->title.last;
         i++) {
        bc_period term = w->times[i].value;
        if (!term.set || !term.from.year || term.to.year - term.from.year < 2)
            continue;
        for (uint32_t end = 0; end < 2; end++) {
            bc_period v = end ? bc_period_of((bc_date){0}, term.to) : term;
            if (!add(f, o, v, false))
                continue;
            room = room && label(f, v);
            say_common(f, k, FROM_TERM + end);
            bc_choice_say(c, BC_SAY_HEAD, FROM_TERM + end, have * 2u + f->head_period_set);
            bc_choice_say(c, BC_SAY_PLACE, 120u + end * 2u + d->target, d->r.plan_figure);
        }
        break;
    }
    if (p.set && p.to.year && p.from.year) {
        int months = (p.to.year - p.from.year) * 12 + p.to.month - p.from.month + 1;
        if (p.to.month < 12 && add(f, o, bc_period_months(p.to.year, p.to.month + 1, 12), false)) {
            room = room && label(f, o->values[c->count - 1]);
            say_common(f, k, FROM_REST);
            bc_choice_say(c, BC_SAY_HEAD, FROM_REST, have * 2u + f->head_period_set);
            bc_choice_say(c, BC_SAY_PLACE, 112u + d->target, shape(p));
        }
        if (months > 0 && months <= 12 && add(f, o, bc_period_shift(p, months), false)) {
            room = room && label(f, o->values[c->count - 1]);
            say_common(f, k, FROM_NEXT);
            bc_choice_say(c, BC_SAY_HEAD, FROM_NEXT, have * 2u + f->head_period_set);
            bc_choice_say(c, BC_SAY_PLACE, 114u + d->target, shape(p));
        }
        if (w->report_date.year && bc_date_compare(p.from, w->report_date) < 0 &&
            add(f, o, bc_period_of(p.from, w->report_date), false)) {
            room = room && label(f, o->values[c->count - 1]);
            say_common(f, k, FROM_SINCE);
            bc_choice_say(c, BC_SAY_HEAD, FROM_SINCE, have * 2u + f->head_period_set);
            bc_choice_say(c, BC_SAY_PLACE, 116u + d->target, shape(p));
        }
    }
    if (d->parent >= 0 && add(f, o, f->drafts[d->parent].period, false)) {
        room = room && label(f, f->drafts[d->parent].period);
        say_common(f, k, FROM_PARENT);
        bc_choice_say(c, BC_SAY_HEAD, FROM_PARENT, have * 4u + d->r.role);
    } else if (d->past_parent >= 0 && add(f, o, f->past[d->past_parent].period, false)) {
        room = room && label(f, f->past[d->past_parent].period);
        say_common(f, k, FROM_PARENT);
        bc_choice_say(c, BC_SAY_HEAD, FROM_PARENT, have * 4u + d->r.role);
    }
    if (k && add(f, o, f->drafts[k - 1].period, false)) {
        bc_period p = f->drafts[k - 1].period;
        room = room && label(f, p);
        say_common(f, k, FROM_FIGURE);
        bc_choice_say(c, BC_SAY_HEAD, FROM_FIGURE, (uint32_t)f->drafts[k - 1].r.role * 4u + d->r.role);
        bc_choice_say(c, BC_SAY_SOURCE, FROM_FIGURE,
                      (f->drafts[k - 1].target ? 1u : 0u) + (d->target ? 2u : 0u) +
                          (f->drafts[k - 1].has_period ? 4u : 0u) + have * 8u);
        bc_choice_say(c, BC_SAY_PLACE, 64u + d->r.role, shape(p));
        if (k > 1 && !d->c.inside && f->drafts[k - 1].c.inside)
            bc_choice_say(c, BC_SAY_HEAD, FROM_FIGURE, 64);
    }
    if (f->carried_period_set && add(f, o, f->carried_period, false)) {
        room = room && label(f, f->carried_period);
        say_common(f, k, FROM_CARRY);
        bc_choice_say(c, BC_SAY_HEAD, FROM_CARRY, have);
        bc_choice_say(c, BC_SAY_PLACE, 68u, shape(f->carried_period));
    }
    if (add(f, o, f->head_period, false)) {
        room = room && label(f, f->head_period);
        uint32_t from = f->head_period_set ? FROM_HEAD : FROM_DOCUMENT;
        say_common(f, k, from);
        bc_choice_say(c, BC_SAY_HEAD, from, have * 2u + f->carried_period_set);
        bc_choice_say(c, BC_SAY_PLACE, 72u + f->head_period_set, shape(f->head_period));
    }
    if (f->head_period_set && add(f, o, w->report_period, false)) {
        room = room && label(f, w->report_period);
        say_common(f, k, FROM_DOCUMENT);
        bc_choice_say(c, BC_SAY_HEAD, FROM_DOCUMENT, 16u + have * 2u + f->carried_period_set);
        bc_choice_say(c, BC_SAY_PLACE, 76u, shape(w->report_period));
    }
    if (w->report_date.year && add(f, o, bc_period_of((bc_date){0}, w->report_date), false)) {
        room = room && label(f, o->values[c->count - 1]);
        say_common(f, k, FROM_DAY);
        bc_choice_say(c, BC_SAY_HEAD, FROM_DAY, have * 4u + f->carried_period_set * 2u + f->head_period_set);
        bc_choice_say(c, BC_SAY_PLACE, 80u, shape(f->head_period));
        bc_choice_say(c, BC_SAY_HOLDS, FROM_DAY + 16u, shape(w->report_period) * 2u + d->target);
    }
    if (f->head_period.set && f->head_period.to.year && shape(f->head_period) != 8 &&
        add(f, o, bc_period_year(f->head_period.to.year), false)) {
        room = room && label(f, bc_period_year(f->head_period.to.year));
        say_common(f, k, FROM_YEAR);
        bc_choice_say(c, BC_SAY_HEAD, FROM_YEAR, have);
        bc_choice_say(c, BC_SAY_PLACE, 84u + d->target, shape(f->head_period));
    }
    /* "(cùng kỳ 08 người)" */
    uint32_t near = d->c.parenthesis && d->c.opening > f->s->tokens.first + 6 ? d->c.opening - 6 : d->c.left.first;
    for (uint32_t i = bc_time_from(w, near); i < w->time_count; i++) {
        const bc_time *t = &w->times[i];
        if (t->tokens.first >= d->c.right.last)
            break;
        p = bc_period_shift(k ? f->drafts[k - 1].period : f->head_period, -12);
        if ((t->same_period || t->shift_year) && p.set && add(f, o, p, true)) {
            room = room && label(f, p);
            say_common(f, k, FROM_BACK);
            bc_choice_say(c, BC_SAY_HEAD, FROM_BACK,
                          d->r.role * 4u + (t->tokens.first < d->m->tokens.first ? 1u : 0u) +
                              (right_behind(w, d->m, t) ? 2u : 0u));
            bc_choice_say(c, BC_SAY_BEFORE, FROM_BACK,
                          bc_edge_before(w, f->s->tokens.first, t->tokens.first, &(uint32_t){0}));
            break;
        }
    }
    int32_t best = bc_choice_best(c);
    if (best >= 0) {
        bc_draft_note(d, c, SOURCES[c->candidates[best].kind]);
        d->period = o->values[best];
        d->has_period = o->own[best];
    }
    return room;
}

static bc_period resolve_baseline(const bc_time *t, bc_period period)
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
        int m = period.to.year * 12 + period.to.month - 2;
        return bc_period_months(m / 12, m % 12 + 1, m % 12 + 1);
    }
    if (t->shift_quarter && period.set && period.to.year) {
        int q = period.to.year * 4 + (period.to.month - 1) / 3 - 1;
        return bc_period_quarter(q / 4, q % 4 + 1);
    }
    return (bc_period){0};
}

static bool choose_baseline(bc_frame *f, uint32_t k, options *o)
{
    const bc_work *w = f->w;
    bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;
    if (!bc_choice_begin(c, w, BC_DECIDE_BASELINE, bc_work_span(w, d->m->tokens)))
        return false;
    o->rule = baseline_rule(f, k);
    bool room = true;
    const bc_time *times[MAX_TIMES];
    uint32_t total = times_of(f, times, true);
    bool average = bc_work_find(w, d->c.left.first, d->m->tokens.first, BC_TAG_AVERAGE) != d->m->tokens.first;
    uint32_t flags = (average ? 1u : 0u) + (total ? 2u : 0u) + (f->head_baseline ? 4u : 0u) + (d->target ? 8u : 0u);
    for (uint32_t i = 0; i < total; i++) {
        bc_period p = resolve_baseline(times[i], d->period);
        if (!p.set || !add(f, o, p, true))
            continue;
        room = room && label(f, p);
        say_common(f, k, FROM_TIME);
        say_time(f, k, times[i], i, total);
        bc_choice_say(c, BC_SAY_HEAD, FROM_TIME, flags);
    }
    if (f->head_baseline && add(f, o, resolve_baseline(f->head_baseline, d->period), false)) {
        room = room && label(f, o->values[c->count - 1]);
        say_common(f, k, FROM_HEAD);
        bc_choice_say(c, BC_SAY_HEAD, FROM_HEAD, flags);
    }
    for (uint32_t j = k; j-- > 0;) {
        if (!f->drafts[j].has_baseline)
            continue;
        if (!add(f, o, f->drafts[j].baseline, false))
            break;
        room = room && label(f, f->drafts[j].baseline);
        say_common(f, k, FROM_FIGURE);
        bc_choice_say(c, BC_SAY_HEAD, FROM_FIGURE, flags);
        bc_choice_say(c, BC_SAY_SAME, bc_period_equal(d->period, f->drafts[j].period), f->drafts[j].baseline.set);
        break;
    }
    if (d->period.set && d->period.to.year && add(f, o, bc_period_shift(d->period, -12), false)) {
        room = room && label(f, o->values[c->count - 1]);
        say_common(f, k, FROM_BACK);
        bc_choice_say(c, BC_SAY_HEAD, FROM_BACK, flags);
        bc_choice_say(c, BC_SAY_PLACE, 64u, shape(d->period));
    }
    if (add(f, o, (bc_period){0}, false)) {
        room = room && label(f, (bc_period){0});
        say_common(f, k, FROM_NOTHING);
        bc_choice_say(c, BC_SAY_HEAD, FROM_NOTHING, flags);
        bc_choice_say(c, BC_SAY_PLACE, 65u, shape(d->period));
    }
    int32_t best = bc_choice_best(c);
    d->has_baseline = true;
    if (best >= 0) {
        d->baseline = o->values[best];
        bc_draft_note(d, c, SOURCES[c->candidates[best].kind]);
    }
    return room;
}

bool bc_draft_periods(bc_frame *f)
{
    options *o = f->room->periods;
    if (!o && !(o = f->room->periods = bc_arena_alloc(f->w->arena, sizeof *o)))
        return false;
    for (uint32_t k = 0; k < f->count; k++) {
        bc_draft *d = &f->drafts[k];
        bool later = d->parent > (int32_t)k;
        if (!later && !choose_period(f, k, o))
            return false;
    }
    for (uint32_t k = 0; k < f->count; k++)
        if (f->drafts[k].parent > (int32_t)k && !choose_period(f, k, o))
            return false;
    for (uint32_t k = 0; k < f->count; k++)
        if (f->drafts[k].r.role == BC_ROLE_CHANGE && !f->drafts[k].dropped && !choose_baseline(f, k, o))
            return false;
    return true;
}
