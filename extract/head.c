/* SPDX-License-Identifier: MIT */
/* head.c - what the headings and list heads above a sentence give its figures, see draft.h. */
#include "draft.h"

#include "date.h"
#include "period.h"

enum {
    HEAD_NAME_WORDS = 18,
    ANNOUNCED = 64, /* items of a list that its announcement is looked for from */
    STARRED = 32,   /* blocks that a starred title is looked back for */
    STAR_WORDS = 12
};

static bool in_brackets(const bc_work *w, uint32_t first, uint32_t i)
{
    int depth = 0;
    for (uint32_t k = first; k < i; k++)
        depth += bc_work_mark(w, k) == '(' ? 1 : bc_work_mark(w, k) == ')' && depth > 0 ? -1 : 0;
    return depth > 0;
}

/* a single day dates a document or a meeting, not what was measured */
static bool usable(const bc_time *t)
{
    return !t->baseline && t->value.set && bc_date_compare(t->value.from, t->value.to) != 0;
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

/* The last baseline of a list's head: it is what the list goes on with. One in brackets ("(so với tháng trước):") only
 * where there is no other. */
static const bc_time *baseline_in(const bc_work *w, bc_range r)
{
    const bc_time *found = NULL, *aside = NULL;
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count && w->times[k].tokens.first < r.last; k++)
        if (w->times[k].baseline)
            *(in_brackets(w, r.first, w->times[k].tokens.first) ? &aside : &found) = &w->times[k];
    return found ? found : aside;
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

static void take_status(bc_frame *f, bc_range words)
{
    uint32_t from = last_statement(f->w, words);
    uint32_t at = bc_work_find_last(f->w, from, words.last, BC_TAG_STATUS);
    const bc_match *m = bc_work_match(f->w, at, words.last, BC_TAG_STATUS);
    if (m)
        f->head_status = (bc_status)m->value;
}

/* "Tổng sản lượng ước 72.940 tấn, gồm:" and below "a) Khai thác ...": the paragraph that announces a numbered list,
 * NULL: none. It is no parent of the items, their numbers go on from those of the section. */
static const bc_block *announced_by(const bc_work *w, const bc_block *item)
{
    const bc_block *b = item;
    if (item->rank >= BC_RANK_PLAIN || item->heading)
        return NULL;
    for (uint32_t n = 0; n < ANNOUNCED && b > w->blocks && b[-1].rank == b->rank && b[-1].parent == b->parent; n++)
        b--;
    if (b == w->blocks)
        return NULL;
    return b[-1].rank == BC_RANK_PLAIN && b[-1].opens_list && !b[-1].furniture ? b - 1 : NULL;
}

/* "* Lũy kế 9 tháng" alone on a line: a title over the paragraphs and lists up to the next, though it is no parent of
 * theirs. NULL: none. */
static const bc_block *starred_title(const bc_work *w, const bc_block *block)
{
    const bc_block *b = block;
    for (uint32_t n = 0; n < STARRED && b > w->blocks && block->rank != BC_RANK_STAR; n++) {
        b--;
        if (b->heading && b->rank < BC_RANK_PLAIN)
            return NULL;
        char end = bc_work_mark(w, b->tokens.last - 1);
        if (b->rank == BC_RANK_STAR && !b->furniture)
            return end != '.' && end != ';' && bc_indicator_words(w, (bc_range){b->body, b->tokens.last}) <= STAR_WORDS
                       ? b
                       : NULL;
    }
    return NULL;
}

static void take_head(bc_frame *f, uint32_t block, bc_range words)
{
    bool verb;
    bc_range name = bc_indicator_subject(f->w, words.first, words.last, &verb);
    if (name.first < name.last && bc_indicator_words(f->w, name) > HEAD_NAME_WORDS)
        name.last = name.first;
    if (f->head_count < BC_HEADS)
        f->heads[f->head_count++] = (bc_head){.block = block, .words = words, .name = name};
}

/* The nearest head's period is kept. */
static void take_period(bc_frame *f, const bc_time *t, bool future)
{
    if (!t || f->head_period_set)
        return;
    f->head_period = t->value;
    /* what is left of a year serves the year's targets */
    if (future && t->value.from.year == t->value.to.year && t->value.to.month == 12 && t->value.from.month > 1)
        f->head_period = bc_period_year(t->value.to.year);
    f->head_period_set = true;
}

void bc_draft_heads(bc_frame *f)
{
    const bc_work *w = f->w;
    bool future = f->block->kind == BC_SECTION_GOALS || f->block->kind == BC_SECTION_TASKS;
    f->head_period = future ? future_period(w) : w->report_period;
    f->head_status = BC_STATUS_ACTUAL;
    if (f->block->lead.first < f->block->lead.last && f->s->tokens.first >= f->block->lead.last)
        take_head(f, f->s->block, f->block->lead);
    const bc_block *announcing = announced_by(w, f->block);
    if (announcing) {
        bc_range words = {announcing->body, announcing->tokens.last};
        if (f->s->tokens.first <= f->block->body)
            take_status(f, words);
        take_period(f, period_in(w, words), future);
        f->head_baseline = baseline_in(w, words);
        take_head(f, (uint32_t)(announcing - w->blocks), words);
    }
    for (int32_t b = f->block->parent; b >= 0; b = w->blocks[b].parent) {
        const bc_block *p = &w->blocks[b];
        bc_range words = {p->body, p->tokens.last};
        if (!p->heading && !p->opens_list && p->rank >= BC_RANK_PLAIN)
            continue;
        if (!p->heading && !p->opens_list)
            words = p->lead;
        take_period(f, period_in(w, words), future);
        if (!f->head_baseline)
            f->head_baseline = baseline_in(w, words);
        if (f->head_status == BC_STATUS_ACTUAL && p->opens_list)
            take_status(f, words);
        if (words.first < words.last)
            take_head(f, (uint32_t)b, words);
    }
    const bc_block *title = f->head_period_set ? NULL : starred_title(w, f->block);
    if (title)
        take_period(f, period_in(w, (bc_range){title->body, title->tokens.last}), future);
}

bc_status bc_draft_status(const bc_frame *f, const bc_draft *d)
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
