/* SPDX-License-Identifier: MIT */
/* fact.c - see fact.h. */
#include "fact.h"

#include <math.h>
#include <string.h>

#include "date.h"
#include "decimal.h"
#include "draft.h"
#include "explain.h"
#include "limits.h"
#include "period.h"
#include "settle.h"
#include "unit.h"

enum { OPENING_TOKENS = 4, LEAD_TOKENS = 14, AGAINST_WORDS = 12 };

/* Carried from sentence to sentence of one block. */
typedef struct {
    uint32_t block;
    bc_period period;
    bool set;
    bool target;
    bc_name name; /* of the last sentence that named one */
    bc_past past[BC_PAST];
    uint32_t past_count;
    bc_draft_room room;
    uint32_t next; /* the first sentence of the block not yet heard */
    bc_told *told; /* by block */
} carry;

/* a single day dates a document or a meeting, not what was measured */
static bool usable(const bc_time *t)
{
    return !t->baseline && t->value.set && bc_date_compare(t->value.from, t->value.to) != 0;
}

/* ---- context ---- */

static void set_contexts(bc_frame *f)
{
    const bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        bc_draft *d = &f->drafts[k];
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

/* Is there nothing between two figures but marks and words that join them: "tăng 12% và giảm 31%"? */
static bool joined(const bc_work *w, uint32_t i, uint32_t to)
{
    static const bc_tag JOINTS[] = {BC_TAG_AND, BC_TAG_PAIRED, BC_TAG_RISE, BC_TAG_FALL};
    while (i < to) {
        uint32_t length = bc_work_mark(w, i) == ',' || bc_work_mark(w, i) == ';';
        for (size_t t = 0; t < sizeof JOINTS / sizeof *JOINTS; t++) {
            const bc_match *m = bc_work_match(w, i, to, JOINTS[t]);
            if (m && m->length > length)
                length = m->length;
        }
        if (!length)
            return false;
        i += length;
    }
    return true;
}

/* Figures side by side, of the same kind of unit; the first may leave it to the last: "62,8 và 19,6 triệu USD". */
static void set_runs(bc_frame *f)
{
    const bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count;) {
        uint32_t n = 1;
        for (bc_unit_kind kind = f->drafts[k].m->unit_kind; k + n < f->count; n++) {
            const bc_mention *m = f->drafts[k + n].m;
            if ((kind != BC_UNIT_NONE && m->unit_kind != kind) ||
                !joined(w, f->drafts[k + n - 1].m->tokens.last, m->tokens.first))
                break;
            kind = m->unit_kind;
        }
        bc_range left = f->drafts[k].c.left;
        bool paired = bc_work_find(w, left.first, left.last, BC_TAG_PAIRED) != left.last;
        for (uint32_t j = 0; j < n; j++) {
            f->drafts[k + j].run = j;
            f->drafts[k + j].runs = n;
            f->drafts[k + j].paired = paired;
        }
        k += n;
    }
}

/* ---- units ---- */

static bool set_units(bc_frame *f)
{
    bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        bc_draft *d = &f->drafts[k];
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
        const bc_draft *giver = NULL;
        for (uint32_t j = k + 1; j < k + d->runs - d->run && !giver; j++)
            if (f->drafts[j].m->unit_kind != BC_UNIT_NONE && d->m->scale == 0)
                giver = &f->drafts[j];
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
        while (base.first < base.last &&
               (bc_work_is(w, base.first, base.last, BC_TAG_SCALE) || w->tokens[base.first].kind == BC_TOKEN_NUMBER))
            base.first++; /* of "4 tỷ 120 triệu đồng" too */
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

/* "đạt 68,7%" behind an amount with nothing named between is of a plan; behind a count's part of a whole it is a level.
 */
static void settle_ratios(bc_frame *f)
{
    const bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        bc_draft *d = &f->drafts[k];
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
        const bc_draft *before = &f->drafts[k - 1];
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

static bool fill_common(bc_frame *f, const bc_draft *d, bc_fact *fact)
{
    bc_work *w = f->w;
    if (!bc_indicator_text(w, &d->name, &fact->indicator))
        return false;
    size_t count;
    if (d->code >= 0) {
        const char *c = bc_lexicon_indicators(w->lexicon, &count)[d->code].code;
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
    if (!bc_explain_draft(f, d, &fact->explain))
        return false;
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

/* "gấp hơn 2 lần so với bình quân chung của cả nước": what a change without a baseline is counted against. */
static bc_str against(const bc_frame *f, const bc_draft *d)
{
    const bc_work *w = f->w;
    uint32_t i = d->m->tokens.last, end = d->c.right.last;
    while (i < end && bc_work_mark(w, i) == 0 && !bc_work_is(w, i, end, BC_TAG_THAN))
        i++;
    const bc_match *than = bc_work_match(w, i, end, BC_TAG_THAN);
    if (!than)
        return (bc_str){0};
    bc_range r = {i + than->length, i + than->length};
    while (r.last < end && w->tokens[r.last].kind == BC_TOKEN_WORD && !bc_time_at(w, r.last) &&
           !bc_work_is(w, r.last, end, BC_TAG_RISE) && !bc_work_is(w, r.last, end, BC_TAG_FALL))
        r.last++;
    bool ends = r.last == end || bc_work_mark(w, r.last) != 0;
    if (!ends || r.first == r.last || r.last - r.first > AGAINST_WORDS ||
        bc_work_find(w, i, r.last, BC_TAG_PLAN) != r.last)
        return (bc_str){0};
    return bc_work_text(w, r);
}

static bool add_comparison(bc_frame *f, bc_fact *fact, const bc_draft *d)
{
    bc_work *w = f->w;
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
    if (d->r.role == BC_ROLE_CHANGE && !d->baseline.set)
        c->against = against(f, d);
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
    return bc_explain_draft(f, d, &c->explain);
}

static bool emit(bc_frame *f)
{
    bc_work *w = f->w;
    for (uint32_t k = 0; k < f->count; k++) {
        bc_draft *d = &f->drafts[k];
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
        bc_draft *d = &f->drafts[k];
        if (d->dropped || d->r.role == BC_ROLE_LEVEL)
            continue;
        bc_fact *fact;
        if (d->parent >= 0 || d->past_parent >= 0) {
            d->fact = d->parent >= 0 ? f->drafts[d->parent].fact : f->past[d->past_parent].fact;
            fact = d->target ? &w->result->targets[d->fact] : &w->result->metrics[d->fact];
        } else {
            /* comparisons of one subject without a level stand together */
            int32_t mate = -1;
            for (int32_t j = (int32_t)k - 1; j >= 0 && mate < 0; j--) {
                const bc_draft *o = &f->drafts[j];
                if (!o->dropped && o->r.role != BC_ROLE_LEVEL && o->parent < 0 && o->past_parent < 0 &&
                    bc_draft_root(f, (uint32_t)j) == bc_draft_root(f, k) && o->target == d->target &&
                    bc_period_equal(o->period, d->period))
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
        if (!add_comparison(f, fact, d))
            return false;
    }
    return true;
}

/* A figure with neither unit nor a verb that reaches it states nothing. */
static bool stray(const bc_frame *f, const bc_draft *d)
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
        *c = (carry){.block = block, .next = sentence, .room = c->room, .told = c->told};
        while (c->next > 0 && w->sentences[c->next - 1].block == block)
            c->next--;
    }
    for (; c->next < sentence; c->next++)
        take_opening(w, c->next, c);
}

/* What the heads of the sentence have told. */
static void take_told(bc_frame *f, const carry *c)
{
    for (uint32_t h = 0; h < f->head_count; h++)
        f->heads[h].told = c->told[f->heads[h].block];
}

/* The sentence's levels, for the comparisons of the next one; and what it told, for the blocks to come. */
static void remember(const bc_frame *f, carry *c)
{
    bc_told told = {0};
    for (uint32_t k = 0; k < f->count; k++) {
        const bc_draft *d = &f->drafts[k];
        if (d->dropped || !d->name.count || (d->r.role != BC_ROLE_LEVEL && told.set))
            continue;
        told.last = d->name;
        told.first = told.set ? told.first : d->name;
        told.set = true;
    }
    if (told.set)
        c->told[f->s->block] = told;

    uint32_t n = 0;
    bc_past past[BC_PAST];
    for (uint32_t k = f->count; k-- > 0 && n < BC_PAST;) {
        const bc_draft *d = &f->drafts[k];
        if (d->r.role == BC_ROLE_LEVEL && !d->dropped)
            past[n++] = (bc_past){.value = d->r.value,
                                  .unit_kind = d->m->unit_kind,
                                  .noun = bc_draft_noun(f->w, d->m),
                                  .name = d->name,
                                  .period = d->period,
                                  .target = d->target,
                                  .rank = d->m->rank,
                                  .fact = d->fact};
    }
    if (n) {
        memcpy(c->past, past, n * sizeof *past);
        c->past_count = n;
    }
}

/* "Thời gian tới, ngành ...": what follows is aimed at, to the paragraph's end. */
static bool opens_plans(const bc_frame *f)
{
    const bc_work *w = f->w;
    uint32_t front =
        f->s->tokens.first + LEAD_TOKENS < f->s->tokens.last ? f->s->tokens.first + LEAD_TOKENS : f->s->tokens.last;
    return f->block->kind == BC_SECTION_OTHER &&
           bc_work_find(w, f->s->tokens.first, front, BC_TAG_TASK_LEAD) != front &&
           bc_work_find(w, f->s->tokens.first, front, BC_TAG_DONE) == front;
}

static bool read_sentence(bc_work *w, uint32_t first, uint32_t last, carry *c)
{
    const bc_mention *m = &w->mentions[first];
    bc_frame f = {.w = w, .s = &w->sentences[m->sentence], .count = last - first};
    f.block = &w->blocks[m->block];
    if (f.count > BC_MAX_SENTENCE_MENTIONS)
        return bc_work_warn(w, "sentence_too_long", "A sentence with too many figures was left out.",
                            bc_work_span(w, f.s->tokens));
    if (f.block->kind == BC_SECTION_PROPOSALS)
        return true;
    f.drafts = bc_arena_array(w->arena, f.count, sizeof *f.drafts);
    if (!f.drafts)
        return false;
    bc_draft_heads(&f);
    carry_on(w, c, m->sentence);
    take_told(&f, c);
    f.choice.candidates = c->room.candidates;
    f.room = &c->room;
    f.carried = c->name;
    f.carried_period = c->period;
    f.carried_period_set = c->set;
    memcpy(f.past, c->past, sizeof f.past);
    f.past_count = c->past_count;
    for (uint32_t k = 0; k < f.count; k++) {
        bc_draft *d = &f.drafts[k];
        d->m = &m[k];
        d->parent = d->past_parent = d->name_from = -1;
    }
    set_contexts(&f);
    set_runs(&f);
    for (uint32_t k = 0; k < f.count; k++)
        f.drafts[k].r = bc_compare_read(w, f.drafts[k].m, &f.drafts[k].c);
    settle_ratios(&f);
    f.aiming = c->target = c->target || opens_plans(&f);
    if (!bc_draft_roles(&f))
        return false;
    if (!bc_draft_names(&f))
        return false;
    if (!set_units(&f))
        return false;
    for (uint32_t k = 0; k < f.count; k++) {
        f.drafts[k].dropped = f.drafts[k].dropped || stray(&f, &f.drafts[k]);
        if (f.drafts[k].m->ambiguous && !f.drafts[k].dropped && !bc_settle_warn(w, f.drafts[k].m))
            return false;
    }
    if (!bc_draft_codes(&f) || !bc_draft_links(&f) || !bc_draft_periods(&f) || !emit(&f))
        return false;
    c->room.candidates = f.choice.candidates;
    if (f.drafts[0].name.count)
        c->name = f.drafts[0].name;
    remember(&f, c);
    /* targets go on to the paragraph's end: "Phấn đấu ... 100% đảng viên ..." */
    if (f.block->kind == BC_SECTION_OTHER && f.drafts[f.count - 1].target && !f.drafts[f.count - 1].r.plan_figure)
        c->target = true;
    return true;
}

bool bc_stage_facts(bc_work *w)
{
    carry c = {.block = UINT32_MAX};
    c.told = bc_arena_array(w->arena, w->block_count + 1, sizeof *c.told);
    if (!c.told)
        return false;
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
