/* SPDX-License-Identifier: MIT */
/* passage.c - see passage.h. */
#include "passage.h"

#include <string.h>

typedef enum { MODE_NONE, MODE_SHORTCOMING, MODE_CAUSE, MODE_TASK } mode;

typedef struct {
    bc_work *w;
    uint32_t group; /* first shortcoming that the next cause explains */
    bool cause_open;
} state;

enum { OPENING_WORDS = 14, CONTRAST_WORDS = 24, BC_AREAS = 16 };

static bool has(const bc_work *w, bc_range r, bc_tag tag)
{
    return bc_work_find(w, r.first, r.last, tag) != r.last;
}

/* A word of failing that no longer phrase takes back ("tháo gỡ khó khăn", "chưa phát hiện"). */
static bool fails(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last;) {
        const bc_match *no = bc_work_match(w, i, r.last, BC_TAG_NO_FAILING);
        if (no) {
            i += no->length;
            continue;
        }
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_FAILING);
        if (m && !m->loose)
            return true;
        i++;
    }
    return false;
}

static bc_range trim(const bc_work *w, bc_range r)
{
    while (r.first < r.last && w->tokens[r.first].kind == BC_TOKEN_MARK && w->tokens[r.first].mark != '"' &&
           w->tokens[r.first].mark != '(')
        r.first++;
    return r;
}

static bc_range opening(const bc_work *w, bc_range r, uint32_t most)
{
    uint32_t words = 0, i = r.first;
    for (; i < r.last && words < most; i++)
        words += w->tokens[i].kind == BC_TOKEN_WORD;
    return (bc_range){r.first, i};
}

/* The words of one field vote, those at the head of the sentence the most: it names what fails. -1: none. */
static int area_by(const bc_work *w, bc_range r, bc_tag tag)
{
    int votes[BC_AREAS] = {0}, best = -1;
    bool subject = true;
    for (uint32_t i = r.first; i < r.last;) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_AREA),
                       *weak = bc_work_match(w, i, r.last, BC_TAG_AREA_WEAK);
        const bc_match *mine = tag == BC_TAG_AREA ? m : weak, *other = tag == BC_TAG_AREA ? weak : m;
        uint32_t length = 1;
        if (mine && !mine->loose && (!other || mine->length >= other->length)) {
            votes[mine->value] += (mine->length < 3 ? mine->length : 3) * 2 + (best < 0 ? 3 : 0) + (subject ? 1 : 0);
            if (best < 0 || votes[mine->value] > votes[best])
                best = mine->value;
            length = mine->length;
        } else if (other && !other->loose) {
            length = other->length;
        }
        if (bc_work_is(w, i, r.last, BC_TAG_FAILING))
            subject = false;
        i += length;
    }
    return best;
}

/* What a shortcoming is about: its own words, else those of its heading, else those of the body that reports. */
static const char *area_of(const bc_work *w, bc_range r, const bc_block *b)
{
    int area = area_by(w, r, BC_TAG_AREA);
    for (int32_t p = b->parent; p >= 0 && area < 0; p = w->blocks[p].parent)
        area = area_by(w, (bc_range){w->blocks[p].body, w->blocks[p].tokens.last}, BC_TAG_AREA);
    if (area < 0)
        area = area_by(w, w->organization, BC_TAG_AREA);
    if (area < 0)
        area = area_by(w, r, BC_TAG_AREA_WEAK);
    if (area < 0)
        area = area_by(w, w->title, BC_TAG_AREA);
    return area >= 0 ? bc_lexicon_area(area) : "other";
}

static bool add(state *s, mode kind, bc_range r, const bc_block *b, bc_cause_kind cause)
{
    bc_work *w = s->w;
    bc_result *x = w->result;
    r = trim(w, r);
    if (r.first >= r.last)
        return true;
    bc_passage p = {.text = bc_work_text(w, r), .span = bc_work_span(w, r), .section = b->section};
    if (kind == MODE_SHORTCOMING) {
        const char *area = area_of(w, r, b);
        if (s->cause_open) { /* a new group begins */
            s->group = (uint32_t)x->shortcoming_count;
            s->cause_open = false;
        }
        p.area = (bc_str){area, strlen(area)};
        if (!bc_arena_grow(w->arena, (void **)&x->shortcomings, x->shortcoming_count, &w->shortcoming_capacity,
                           sizeof p))
            return false;
        x->shortcomings[x->shortcoming_count++] = p;
        return true;
    }
    if (kind == MODE_CAUSE) {
        p.cause = cause;
        if (!bc_arena_grow(w->arena, (void **)&x->causes, x->cause_count, &w->cause_capacity, sizeof p))
            return false;
        s->cause_open = true;
        for (uint32_t k = s->group; k < x->shortcoming_count; k++) {
            bc_passage *o = &x->shortcomings[k];
            uint32_t *list = bc_arena_array(w->arena, o->cause_count + 1, sizeof *list);
            if (!list)
                return false;
            if (o->cause_count)
                memcpy(list, o->causes, o->cause_count * sizeof *list);
            list[o->cause_count++] = (uint32_t)x->cause_count;
            o->causes = list;
        }
        x->causes[x->cause_count++] = p;
        return true;
    }
    if (!bc_arena_grow(w->arena, (void **)&x->tasks, x->task_count, &w->task_capacity, sizeof p))
        return false;
    x->tasks[x->task_count++] = p;
    return true;
}

static bool has_target(const bc_work *w, bc_range r)
{
    for (uint32_t k = 0; k < w->mention_count; k++)
        if (w->mentions[k].tokens.first >= r.first && w->mentions[k].tokens.last <= r.last)
            return true;
    return false;
}

static bool opens_with(const bc_work *w, bc_range r, bc_tag tag)
{
    r = trim(w, r);
    return bc_work_is(w, r.first, r.last, tag);
}

/* Does a sentence or item of the part on goals say what to do? One that only gives numbers is targets. */
static bool is_task(const bc_work *w, bc_range r, const bc_block *b)
{
    if (opens_with(w, r, BC_TAG_PROPOSE) || opens_with(w, r, BC_TAG_DONE))
        return false;
    if (opens_with(w, r, BC_TAG_STATUS) && has_target(w, r))
        return false;
    if (opens_with(w, r, BC_TAG_TASK))
        return !(b->kind == BC_SECTION_GOALS && has_target(w, r));
    if (b->kind == BC_SECTION_GOALS)
        return false; /* an aim without an act */
    return !has_target(w, r) || has(w, opening(w, r, OPENING_WORDS), BC_TAG_TASK);
}

static bc_cause_kind named_cause(const bc_work *w, bc_range r, bc_cause_kind otherwise)
{
    bc_range front = opening(w, r, OPENING_WORDS);
    uint32_t i = bc_work_find(w, front.first, front.last, BC_TAG_CAUSE_KIND);
    const bc_match *m = bc_work_match(w, i, front.last, BC_TAG_CAUSE_KIND);
    return m ? (bc_cause_kind)m->value : otherwise;
}

static bool announces(const bc_work *w, bc_range r)
{
    return bc_work_mark(w, r.last - 1) == ':';
}

static mode mode_of(bc_section_kind kind)
{
    switch (kind) {
    case BC_SECTION_SHORTCOMINGS:
        return MODE_SHORTCOMING;
    case BC_SECTION_CAUSES:
        return MODE_CAUSE;
    case BC_SECTION_GOALS:
    case BC_SECTION_TASKS:
        return MODE_TASK;
    default:
        return MODE_NONE;
    }
}

static bool has_children(const bc_work *w, uint32_t block)
{
    return block + 1 < w->block_count && w->blocks[block + 1].parent == (int32_t)block;
}

/* The sentences [first, last) of one block. */
static bool read_block(state *s, uint32_t first, uint32_t last)
{
    bc_work *w = s->w;
    uint32_t block = w->sentences[first].block;
    const bc_block *b = &w->blocks[block];
    mode of_section = mode_of(b->kind);
    bc_range whole = {w->sentences[first].tokens.first, w->sentences[last - 1].tokens.last};
    bool lead_names =
        b->lead.first < b->lead.last &&
        (has(w, b->lead, BC_TAG_CAUSE) || has(w, b->lead, BC_TAG_CAUSE_KIND) || has(w, b->lead, BC_TAG_HEADING));
    if (of_section != MODE_NONE) {
        if (announces(w, whole) && has_children(w, block) && last - first == 1)
            return true;
        bool item = b->rank != BC_RANK_PLAIN && !lead_names;
        if (item) {
            bool cause = of_section == MODE_SHORTCOMING && opens_with(w, whole, BC_TAG_CAUSE);
            if (of_section == MODE_TASK && !is_task(w, whole, b))
                return true;
            return add(s, cause ? MODE_CAUSE : of_section, whole, b, b->cause);
        }
    }
    mode now = of_section;
    bc_cause_kind kind = b->cause;
    for (uint32_t k = first; k < last; k++) {
        bc_range r = w->sentences[k].tokens;
        if (k == first && lead_names && b->lead.last + 1 < r.last)
            r.first = b->lead.last + 1;
        bc_range front = opening(w, r, OPENING_WORDS);
        bool contrast = has(w, opening(w, r, CONTRAST_WORDS), BC_TAG_CONTRAST), cause = has(w, front, BC_TAG_CAUSE);
        bool dialogue = opens_with(w, r, BC_TAG_PROPOSE);
        if (of_section == MODE_NONE || of_section == MODE_SHORTCOMING || of_section == MODE_CAUSE) {
            bool because = opens_with(w, r, BC_TAG_CAUSE_START);
            if ((cause || because) &&
                (now == MODE_SHORTCOMING || now == MODE_CAUSE || s->w->result->shortcoming_count > 0))
                now = MODE_CAUSE;
            else if (of_section == MODE_NONE && b->kind != BC_SECTION_CONTEXT && contrast && fails(w, r))
                now = MODE_SHORTCOMING;
            else if (of_section == MODE_NONE && has(w, front, BC_TAG_TASK_LEAD) && !has(w, front, BC_TAG_DONE) &&
                     b->kind != BC_SECTION_RESULTS && b->kind != BC_SECTION_CONTEXT)
                now = MODE_TASK;
        }
        if (now == MODE_CAUSE)
            kind = named_cause(w, r, kind);
        if (now == MODE_NONE || dialogue || b->kind == BC_SECTION_PROPOSALS || b->kind == BC_SECTION_LESSONS)
            continue;
        if (announces(w, r) && has_children(w, block))
            continue;
        if (now == MODE_SHORTCOMING && of_section == MODE_NONE && !fails(w, r))
            continue;
        if (now == MODE_TASK && !is_task(w, r, b))
            continue;
        if (!add(s, now, r, b, kind))
            return false;
    }
    return true;
}

bool bc_stage_passages(bc_work *w)
{
    state s = {.w = w};
    for (uint32_t i = 0; i < w->sentence_count;) {
        uint32_t k = i;
        while (k < w->sentence_count && w->sentences[k].block == w->sentences[i].block)
            k++;
        if (!read_block(&s, i, k))
            return false;
        i = k;
    }
    return !bc_arena_failed(w->arena);
}
