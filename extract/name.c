/* SPDX-License-Identifier: MIT */
/*
 * name.c - what each figure measures, see draft.h.
 *
 *     "Tổng mức bán lẻ hàng hóa ước đạt 46.250 tỷ đồng, tăng 9%"   left words; the second figure inherits them
 *     "Sở tiếp nhận 3.215 hồ sơ thủ tục hành chính"                the counted noun, what follows, the act before
 *     "+ Công nghiệp Trung ương đạt ..."                           the head of the list, and its own words
 *
 * Every way of naming that the sentence offers is a candidate; the evidence is of the words and marks at its ends
 * (edge.h), its length, what it holds, and where the figure stands.
 */
#include "draft.h"

#include <math.h>
#include <string.h>

#include "edge.h"
#include "limits.h"
#include "period.h"

enum {
    MAX_CHUNKS = 64,
    LEFT_ENDS = 8,
    LEFT_STARTS = 14,
    LEFT_CANDIDATES = 110,
    TAIL_ENDS = 8,
    TAIL_WORDS = 16,
    SIBLINGS = 2,
    OUTER_STARTS = 6,
    LIKELY = 16, /* candidates that have a say in which one is taken */
    MOST_CUT = 3,
    NEXT_WORDS = 5,
    INHERITED = 4,
    HOLDS = 24
};

static const char *const KIND_NAMES[] = {"none",    "left",     "unit",     "unit_tail",  "unit_act",  "unit_tail_act",
                                         "tail",    "tail_act", "inherit",  "head",       "head_left", "lead_left",
                                         "left_of", "carry",    "pair",     "pair_whole", "told",      "told_left",
                                         "sibling", "outer",    "outer_of", "tail_of",    "mean"};

/* A stretch of words of one kind: a phrase of the lexicon, a mark, or words that it does not know. */
typedef struct {
    uint32_t first, last;
    bc_edge edge;
} chunk;

typedef struct {
    chunk items[MAX_CHUNKS];
    uint32_t count;
} chunks;

/* The last MAX_CHUNKS chunks of [first, last). */
static void cut(const bc_work *w, uint32_t first, uint32_t last, chunks *out)
{
    out->count = 0;
    for (uint32_t i = first; i < last;) {
        uint32_t n;
        bc_edge e = bc_edge_at(w, i, last, &n);
        chunk *before = out->count ? &out->items[out->count - 1] : NULL;
        if (e == BC_EDGE_WORD && before && before->edge == BC_EDGE_WORD) {
            before->last = i + n;
        } else {
            if (out->count == MAX_CHUNKS)
                memmove(out->items, out->items + 1, --out->count * sizeof *out->items);
            out->items[out->count++] = (chunk){i, i + n, e};
        }
        i += n;
    }
}

static bool is_mark(bc_edge e)
{
    return e >= BC_EDGE_COMMA && e <= BC_EDGE_MARK;
}

/* Words that name something, as against words of grammar. */
static uint32_t content_words(const chunks *c, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++)
        if (!bc_edge_bounds(c->items[i].edge) && !is_mark(c->items[i].edge))
            n += c->items[i].last - c->items[i].first;
    return n;
}

static uint32_t unit_group(const bc_draft *d)
{
    return bc_draft_unit_group(d->m);
}

/* What the choice of one figure's name looks at. */
typedef struct {
    bc_frame *f;
    const bc_work *w;
    bc_draft *d;
    uint32_t k;
    bc_choice *choice;
    bc_name names[BC_MAX_CANDIDATES];
    bc_name_kind kinds[BC_MAX_CANDIDATES];
    int32_t sources[BC_MAX_CANDIDATES];
    chunks left, tail;
    uint32_t from;        /* first token of left */
    uint32_t fresh;       /* content words before the figure */
    bc_edge place;        /* the mark or joining word nearest before it */
    bc_edge lead, second; /* what stands right before it, and before that */
    bc_range unit;        /* the counted noun, no scale words */
    uint32_t noun;        /* its row of the counted nouns, 0: none */
    bool room;            /* false: out of memory */
} naming;

static const float SAME_CODE = 0.9F; /* likeness of two names of one row of the catalogue */

/* Which end of a name a common word stands at. */
typedef enum {
    AT_FIRST,
    AT_LAST,
    AT_BEFORE,
    AT_BEHIND,
    AT_TAIL_FIRST,
    AT_TAIL_LAST,
    AT_TAIL_BEHIND,
    AT_ACT,
    AT_COUNT
} end;
enum {
    WORD_LEAD = 64, /* by kind: the words on either side of the figure */
    WORD_NEXT = 96,
    WORD_ABOUT = 128, /* by the other figure's unit: "tăng 5% về lượng" */
};

/* Opens a candidate and says what is true of each kind of it; false: enough. */
static bool offer(naming *n, bc_name name, bc_name_kind kind, int32_t source)
{
    if (!bc_choice_candidate(n->choice))
        return false;
    uint32_t at = n->choice->count - 1;
    n->names[at] = name;
    n->kinds[at] = kind;
    n->sources[at] = source;
    bc_choice *c = n->choice;
    const bc_draft *d = n->d;
    uint32_t group = unit_group(d);
    bc_choice_say(c, BC_SAY_KIND, kind, d->r.role);
    bc_choice_say(c, BC_SAY_ROLE, kind, (uint32_t)d->r.role * 8u + group);
    bc_choice_say(c, BC_SAY_FRESH, kind, bc_bucket(n->fresh) * 4u + (n->k ? 2u : 0u) + (d->r.role != BC_ROLE_LEVEL));
    bc_choice_say(c, BC_SAY_PLACE, (uint32_t)kind * 4u + d->r.role, n->place);
    bc_choice_say(c, BC_SAY_RELATION, (uint32_t)kind * 4u + d->r.role, n->lead);
    bc_choice_say(c, BC_SAY_RELATION, 128u + (uint32_t)kind * 4u + d->r.role, n->second);
    bc_choice_say(c, BC_SAY_BRACKETS, kind, (d->c.inside ? 2u : 0u) + (d->c.parenthesis ? 1u : 0u));
    bc_choice_say(c, BC_SAY_SECTION, kind, n->f->block->kind);
    bc_choice_say(c, BC_SAY_TARGET, kind, (d->target ? 1u : 0u) + (d->r.plan_figure ? 2u : 0u));
    bc_choice_say(c, BC_SAY_ROW, kind, n->noun);
    if (d->m->tokens.first > n->f->s->tokens.first)
        bc_choice_say_word(c, WORD_LEAD + (uint32_t)kind, d->m->tokens.first - 1);
    bc_choice_say_word(c, WORD_NEXT + (uint32_t)kind, d->m->tokens.last);
    int32_t code = bc_indicator_code(n->w, &name);
    bc_choice_say(c, BC_SAY_SIZE, code < 0 ? 255u : (uint32_t)code, group * 4u + d->r.role);
    bc_choice_say(c, BC_SAY_CODE, kind, (code >= 0 ? 1u : 0u) + (group == 1 ? 2u : 0u));
    if (bc_choice_watched(c)) {
        bc_str text;
        if (!bc_indicator_text(n->w, &name, &text))
            n->room = false;
        else
            c->candidates[at].label = text;
        size_t rows;
        const bc_indicator_row *catalogue = bc_lexicon_indicators(n->w->lexicon, &rows);
        if (code >= 0)
            c->candidates[at].code = (bc_str){catalogue[code].code, strlen(catalogue[code].code)};
    }
    return true;
}

/* What a span of words holds that names seldom do, or often. */
static void say_holds(naming *n, bc_name_kind kind, uint32_t first, uint32_t last)
{
    bool seen[BC_EDGE_COUNT] = {false};
    uint32_t i = first, longest = 0, length;
    while (i < last) {
        bc_edge e = bc_edge_at(n->w, i, last, &length);
        if (i > first)
            seen[e] = true;
        if (e == BC_EDGE_INDICATOR && length > longest)
            longest = length;
        i += length;
    }
    for (uint32_t k = first + 1; k + 1 < last; k++)
        if (bc_work_mark(n->w, k) == ',')
            bc_choice_say(n->choice, BC_SAY_HOLDS, 32u + kind, bc_edge_at(n->w, k + 1, last, &length));
    uint32_t said = 0;
    for (uint32_t e = BC_EDGE_COMMA; e < BC_EDGE_COUNT && said < 10; e++)
        if (seen[e]) {
            bc_choice_say(n->choice, BC_SAY_HOLDS, kind, e);
            said++;
        }
    uint32_t words = bc_indicator_words(n->w, (bc_range){first, last});
    uint32_t cover = !longest ? 0 : longest >= words ? 3 : longest >= 3 ? 2 : 1;
    bc_choice_say(n->choice, BC_SAY_KNOWN, kind, cover);
}

static bc_name one(uint32_t first, uint32_t last)
{
    return (bc_name){{{first, last}}, 1};
}

/* Two edges at once; `which` pair of edges it is. */
static void say_both(bc_choice *c, bc_name_kind kind, uint32_t which, bc_edge a, bc_edge b)
{
    bc_choice_say(c, BC_SAY_BOTH, which * 32u + kind, (uint32_t)a * 64u + b);
}

static void say_left(naming *n, bc_name_kind kind, uint32_t from, uint32_t to)
{
    const chunks *c = &n->left;
    bc_choice *x = n->choice;
    uint32_t group = unit_group(n->d), role = n->d->r.role;
    uint32_t first = c->items[from].first, last = c->items[to - 1].last;
    bc_edge before;
    if (from)
        before = c->items[from - 1].edge;
    else
        before = n->k && n->from == n->f->drafts[n->k - 1].m->tokens.last ? BC_EDGE_FIGURE : BC_EDGE_SENTENCE;
    bc_edge behind = to < c->count ? c->items[to].edge : BC_EDGE_FIGURE;
    uint32_t with = kind == BC_NAME_LEFT        ? 0u
                    : kind == BC_NAME_LEFT_OF   ? 64u
                    : kind == BC_NAME_LEAD_LEFT ? 96u
                    : kind == BC_NAME_OUTER     ? 160u
                    : kind == BC_NAME_OUTER_OF  ? 192u
                                                : 128u;
    bc_choice_say(x, BC_SAY_BEFORE, before, with + role);
    bc_choice_say(x, BC_SAY_BEGINS, c->items[from].edge, with + group);
    bc_choice_say(x, BC_SAY_ENDS, c->items[to - 1].edge, with + group);
    bc_choice_say(x, BC_SAY_BEHIND, behind, with + role);
    say_both(x, kind, 0, before, behind);
    say_both(x, kind, 1, c->items[from].edge, c->items[to - 1].edge);
    say_both(x, kind, 2, before, c->items[from].edge);
    say_both(x, kind, 3, c->items[to - 1].edge, behind);
    bc_choice_say_word(x, AT_FIRST, first);
    bc_choice_say_word(x, AT_LAST, last - 1);
    if (before != BC_EDGE_SENTENCE && before != BC_EDGE_FIGURE)
        bc_choice_say_word(x, AT_BEFORE, first - 1);
    bc_choice_say_word(x, AT_BEHIND, last);
    bc_choice_say(x, BC_SAY_LENGTH, kind, bc_bucket(bc_indicator_words(n->w, (bc_range){first, last})));
    uint32_t commas = 0, walls = 0, ahead = 0;
    for (uint32_t i = to; i < c->count; i++) {
        commas += c->items[i].edge == BC_EDGE_COMMA;
        walls += c->items[i].edge == BC_EDGE_SEMICOLON || c->items[i].edge == BC_EDGE_DOT;
    }
    for (uint32_t i = 0; i < from; i++)
        ahead += c->items[i].edge == BC_EDGE_COMMA || c->items[i].edge == BC_EDGE_SEMICOLON;
    bc_choice_say(x, BC_SAY_GAP, kind, bc_bucket(content_words(c, to, c->count)));
    bc_choice_say(x, BC_SAY_MARKS, kind, (commas > 2 ? 2 : commas) * 3 + (walls > 2 ? 2 : walls));
    bc_choice_say(x, BC_SAY_HEAD, kind, ahead > 3 ? 3 : ahead);
    /* begins where words that name nothing end: the whole of its clause */
    bool wall_before = before == BC_EDGE_SENTENCE || before == BC_EDGE_SEMICOLON || before == BC_EDGE_COMMA ||
                       before == BC_EDGE_COLON || before == BC_EDGE_PART;
    bc_choice_say(x, BC_SAY_TAIL, kind, (wall_before ? 1u : 0u) + 2u * (content_words(c, to, c->count) == 0));
    say_holds(n, kind, first, last);
}

/* Does a span of chunks begin and end with words that may be a name's? */
static bool may_name(const chunks *c, uint32_t from, uint32_t to)
{
    if (is_mark(c->items[from].edge) && c->items[from].edge != BC_EDGE_QUOTE)
        return false;
    if (is_mark(c->items[to - 1].edge) && c->items[to - 1].edge != BC_EDGE_QUOTE &&
        c->items[to - 1].edge != BC_EDGE_CLOSE)
        return false;
    bool acts = false;
    for (uint32_t i = from; i < to; i++)
        acts |= c->items[i].edge == BC_EDGE_VERB || c->items[i].edge == BC_EDGE_CONTRIBUTE;
    return content_words(c, from, to) > 0 || (acts && (c->items[from].edge == BC_EDGE_VERB ||
                                                       c->items[from].edge == BC_EDGE_ACTOR)); /* người dân đóng góp */
}

static void offer_left(naming *n)
{
    const chunks *c = &n->left;
    uint32_t ends = 0, offered = 0;
    for (uint32_t to = c->count; to > 0 && ends < LEFT_ENDS; to--) {
        bool any = false;
        for (uint32_t from = to, tried = 0; from-- > 0 && tried < LEFT_STARTS && offered < LEFT_CANDIDATES; tried++) {
            bc_edge e = c->items[from].edge;
            if (e == BC_EDGE_SEMICOLON || e == BC_EDGE_DOT)
                break;
            if (c->items[to - 1].last - c->items[from].first > BC_MAX_NAME_SYLLABLES)
                break;
            if (!may_name(c, from, to))
                continue;
            any = true;
            offered++;
            if (!offer(n, one(c->items[from].first, c->items[to - 1].last), BC_NAME_LEFT, -1))
                return;
            say_left(n, BC_NAME_LEFT, from, to);
        }
        ends += any;
    }
}

/* "nhập khẩu mì lát (384.600 tấn), hạt điều thô (61.250 tấn)": what stands before the bracket that a figure opens */
static void offer_outer(naming *n)
{
    const bc_draft *d = n->d;
    if (!d->c.parenthesis)
        return;
    chunks inner = n->left;
    uint32_t from = n->from;
    n->from = n->k ? n->f->drafts[n->k - 1].m->tokens.last : n->f->s->tokens.first;
    cut(n->w, n->from, d->c.opening, &n->left);
    const chunks *c = &n->left;
    bool joint = false;
    for (uint32_t i = c->count, tried = 0; i-- > 0 && tried < OUTER_STARTS;) {
        bc_edge e = c->items[i].edge;
        if (e == BC_EDGE_SEMICOLON || e == BC_EDGE_DOT ||
            c->items[c->count - 1].last - c->items[i].first > BC_MAX_NAME_SYLLABLES)
            break;
        joint |= e == BC_EDGE_COMMA || e == BC_EDGE_AND;
        if (!may_name(c, i, c->count))
            continue;
        tried++;
        bc_range words = {c->items[i].first, c->items[c->count - 1].last};
        if (!offer(n, one(words.first, words.last), BC_NAME_OUTER, -1))
            break;
        say_left(n, BC_NAME_OUTER, i, c->count);
        const bc_draft *o = n->k ? &n->f->drafts[n->k - 1] : NULL;
        if (!o || joint || !o->name.count || o->name.count > 3)
            continue;
        bc_name both = o->name;
        both.parts[both.count++] = words;
        if (!offer(n, both, BC_NAME_OUTER_OF, -1))
            break;
        say_left(n, BC_NAME_OUTER_OF, i, c->count);
        bc_choice_say(n->choice, BC_SAY_SOURCE, BC_NAME_OUTER_OF,
                      o->name_kind * 2u + (n->d->m->unit_kind == o->m->unit_kind));
    }
    n->left = inner;
    n->from = from;
}

static void say_tail(naming *n, bc_name_kind kind, uint32_t to)
{
    const chunks *c = &n->tail;
    bc_edge behind = to < c->count ? c->items[to].edge : BC_EDGE_FIGURE;
    bc_choice_say(n->choice, BC_SAY_TAIL_END, kind, behind);
    bc_choice_say(n->choice, BC_SAY_LENGTH, kind, bc_bucket(to ? c->items[to - 1].last - c->items[0].first : 0));
    if (!to)
        return;
    bc_choice_say_word(n->choice, AT_TAIL_FIRST, c->items[0].first);
    bc_choice_say_word(n->choice, AT_TAIL_LAST, c->items[to - 1].last - 1);
    bc_choice_say_word(n->choice, AT_TAIL_BEHIND, c->items[to - 1].last);
    uint32_t commas = 0;
    for (uint32_t i = 0; i < to; i++)
        commas += c->items[i].edge == BC_EDGE_COMMA;
    bc_choice_say(n->choice, BC_SAY_TAIL, 32u + kind, (commas > 2 ? 2 : commas) * 2u + (behind == BC_EDGE_FIGURE));
    say_both(n->choice, kind, 4, c->items[to - 1].edge, behind);
    say_both(n->choice, kind, 5, c->items[0].edge, behind);
    say_both(n->choice, kind, 10, c->items[0].edge, c->count > 1 ? c->items[1].edge : BC_EDGE_FIGURE);
    bc_choice_say(n->choice, BC_SAY_BEGINS, c->items[0].edge, 8u + kind);
    bc_choice_say(n->choice, BC_SAY_ENDS, c->items[to - 1].edge, 8u + kind);
    say_holds(n, kind, c->items[0].first, c->items[to - 1].last);
}

static void say_act(naming *n, uint32_t from, uint32_t to)
{
    const chunks *c = &n->left;
    bc_choice_say(n->choice, BC_SAY_GAP, n->kinds[n->choice->count - 1], bc_bucket(content_words(c, to, c->count)));
    bc_choice_say_word(n->choice, AT_ACT, c->items[from].first);
    bc_edge before = from ? c->items[from - 1].edge : BC_EDGE_SENTENCE;
    bc_choice_say(n->choice, BC_SAY_BEFORE, before, 8u + n->d->r.role);
    bc_edge behind = to < c->count ? c->items[to].edge : BC_EDGE_FIGURE;
    bc_choice_say(n->choice, BC_SAY_BEHIND, behind, 8u + n->d->r.role);
    bc_choice_say(n->choice, BC_SAY_MARKS, n->kinds[n->choice->count - 1],
                  16u + bc_bucket(c->items[to - 1].last - c->items[from].first));
}

/* "99% nộp trực tuyến", "82% có việc làm": does what follows a share say what is true of it? */
static bool predicate(const chunks *c, uint32_t to)
{
    enum { LEAST_WORDS = 2 };
    bc_edge e = c->items[0].edge;
    return (e == BC_EDGE_HAVE || e == BC_EDGE_VERB || e == BC_EDGE_DONE || e == BC_EDGE_REACH ||
            e == BC_EDGE_FAILING) &&
           c->items[to - 1].last - c->items[0].first >= LEAST_WORDS;
}

/* What the nearest level before counts: its noun, no scale words; empty: nothing. */
static bc_range counted_before(const naming *n, const bc_draft **from)
{
    for (uint32_t j = n->k; j-- > 0;) {
        const bc_draft *o = &n->f->drafts[j];
        if (o->dropped || o->r.role != BC_ROLE_LEVEL)
            continue;
        if (o->m->unit_kind != BC_UNIT_COUNT || o->m->rank)
            break;
        *from = o;
        return bc_draft_counted(n->w, o->m);
    }
    return (bc_range){0};
}

static void offer_tail_of(naming *n, bc_range words, uint32_t end)
{
    const bc_draft *o = NULL;
    bc_range noun = counted_before(n, &o);
    if (!o || noun.first >= noun.last)
        return;
    for (uint32_t which = 0; which < 2; which++) {
        bc_name name = which ? o->name : one(noun.first, noun.last);
        if (!name.count || name.count > 3)
            continue;
        name.parts[name.count++] = words;
        if (!offer(n, name, BC_NAME_TAIL_OF, -1))
            return;
        say_tail(n, BC_NAME_TAIL_OF, end);
        bc_choice_say(n->choice, BC_SAY_SOURCE, BC_NAME_TAIL_OF, o->name_kind * 2u + which);
        bc_choice_say(n->choice, BC_SAY_GAP, BC_NAME_TAIL_OF, bc_bucket(n->fresh) * 2u + which);
        say_both(n->choice, BC_NAME_TAIL_OF, 6u + n->d->r.role, n->place, n->lead);
    }
}

/* The counted noun, its tail and its act, in every mixture. */
static void offer_counted(naming *n)
{
    const chunks *left = &n->left, *tail = &n->tail;
    bool counted = n->unit.first < n->unit.last && n->d->m->unit_kind == BC_UNIT_COUNT && !n->d->m->rank;
    bool share = n->d->m->unit_kind == BC_UNIT_PERCENT && n->d->r.role == BC_ROLE_LEVEL;
    uint32_t ends[TAIL_ENDS + 1], end_count = 0;
    for (uint32_t i = 0; i < tail->count && end_count < TAIL_ENDS; i++) {
        bc_edge e = tail->items[i].edge;
        if (e == BC_EDGE_SEMICOLON || e == BC_EDGE_DOT || tail->items[i].last - tail->items[0].first > TAIL_WORDS ||
            (e == BC_EDGE_CLOSE && n->d->c.inside))
            break;
        if (!is_mark(e))
            ends[end_count++] = i + 1;
    }
    uint32_t acts[3][2], act_count = 0;
    uint32_t stripped = left->count;
    while (stripped > 0 && bc_edge_bounds(left->items[stripped - 1].edge) &&
           left->items[stripped - 1].edge != BC_EDGE_VERB)
        stripped--;
    for (uint32_t i = left->count, verbs = 0; i-- > 0 && act_count < 3 && verbs < 2;)
        if (left->items[i].edge == BC_EDGE_VERB) {
            acts[act_count][0] = i;
            acts[act_count++][1] = i + 1;
            if (stripped > i + 1 && act_count < 3) {
                acts[act_count][0] = i;
                acts[act_count++][1] = stripped;
            }
            verbs++;
        }
    if (counted && offer(n, one(n->unit.first, n->unit.last), BC_NAME_UNIT, -1))
        say_tail(n, BC_NAME_UNIT, 0);
    for (uint32_t t = 0; t < end_count; t++) {
        bc_range words = {tail->items[0].first, tail->items[ends[t] - 1].last};
        if (counted) {
            if (!offer(n, (bc_name){{n->unit, words}, 2}, BC_NAME_UNIT_TAIL, -1))
                return;
            say_tail(n, BC_NAME_UNIT_TAIL, ends[t]);
        } else if (content_words(tail, 0, ends[t]) || (share && predicate(tail, ends[t]))) {
            if (!offer(n, one(words.first, words.last), BC_NAME_TAIL, -1))
                return;
            say_tail(n, BC_NAME_TAIL, ends[t]);
            if (share && t < 5)
                offer_tail_of(n, words, ends[t]);
        }
        for (uint32_t a = 0; a < act_count && a < 2 && t < 4; a++) {
            bc_range act = {left->items[acts[a][0]].first, left->items[acts[a][1] - 1].last};
            bc_name name = counted ? (bc_name){{n->unit, words, act}, 3} : (bc_name){{words, act}, 2};
            bc_name_kind kind = counted ? BC_NAME_UNIT_TAIL_ACT : BC_NAME_TAIL_ACT;
            if (!offer(n, name, kind, -1))
                return;
            say_tail(n, kind, ends[t]);
            say_act(n, acts[a][0], acts[a][1]);
        }
    }
    for (uint32_t a = 0; counted && a < act_count; a++) {
        bc_range act = {left->items[acts[a][0]].first, left->items[acts[a][1] - 1].last};
        if (!offer(n, (bc_name){{n->unit, act}, 2}, BC_NAME_UNIT_ACT, -1))
            return;
        say_tail(n, BC_NAME_UNIT_ACT, 0);
        say_act(n, acts[a][0], acts[a][1]);
    }
}

static bool same_name(const bc_name *a, const bc_name *b)
{
    return a->count == b->count && memcmp(a->parts, b->parts, a->count * sizeof a->parts[0]) == 0;
}

/* Do the words on either side of the figure speak of what another figure measures? "giảm 6% về số tờ khai" */
static void say_about(naming *n, const bc_draft *o)
{
    bc_choice *c = n->choice;
    uint32_t group = unit_group(o), next = n->d->m->tokens.last, role = n->d->r.role;
    bc_choice_say_word(c, WORD_ABOUT + group, next);
    bc_choice_say_word(c, WORD_ABOUT + 8u + group, next + 1);
    if (n->left.count > 1)
        bc_choice_say_word(c, WORD_ABOUT + 16u + group, n->left.items[n->left.count - 2].last - 1);
    uint32_t end = next + NEXT_WORDS < n->d->c.right.last ? next + NEXT_WORDS : n->d->c.right.last;
    bc_choice_say(c, BC_SAY_KNOWN, 64u + role, bc_draft_shared(n->w, (bc_range){next, end}, &o->name));
    bc_choice_say(c, BC_SAY_KNOWN, 72u + role,
                  bc_draft_shared(n->w, (bc_range){n->d->c.left.first, n->d->m->tokens.first}, &o->name));
    bc_choice_say(c, BC_SAY_KNOWN, 80u + role, bc_draft_shared(n->w, n->d->m->unit, &o->name));
}

static void offer_inherited(naming *n)
{
    const bc_frame *f = n->f;
    uint32_t offered = 0;
    for (uint32_t j = n->k; j-- > 0 && offered < INHERITED;) {
        const bc_draft *o = &f->drafts[j];
        bool met = o->name.count == 0;
        for (uint32_t x = j + 1; x < n->k && !met; x++)
            met = same_name(&f->drafts[x].name, &o->name);
        if (met)
            continue;
        if (!offer(n, o->name, BC_NAME_INHERIT, (int32_t)j))
            return;
        uint32_t walls = 0, commas = 0;
        for (uint32_t i = o->m->tokens.last; i < n->d->m->tokens.first; i++) {
            char m = bc_work_mark(n->w, i);
            walls += m == ';' || m == '|';
            commas += m == ',';
        }
        bc_choice *c = n->choice;
        bool same_unit = o->m->unit_kind == n->d->m->unit_kind;
        bc_choice_say(c, BC_SAY_SOURCE, o->name_kind, offered * 4u + n->d->r.role);
        bc_choice_say(c, BC_SAY_SAME, (same_unit ? 1u : 0u) + 2u * (o->target == n->d->target),
                      (uint32_t)o->r.role * 4u + n->d->r.role);
        bc_choice_say(c, BC_SAY_MARKS, BC_NAME_INHERIT, (commas > 2 ? 2 : commas) * 3 + (walls > 2 ? 2 : walls));
        bc_choice_say(c, BC_SAY_GAP, BC_NAME_INHERIT, (offered ? 16u : 0u) + bc_bucket(n->fresh));
        bc_choice_say(c, BC_SAY_HEAD, BC_NAME_INHERIT,
                      offered * 4u + (o->c.inside ? 2u : 0u) + (n->d->c.inside ? 1u : 0u));
        bc_choice_say(c, BC_SAY_UNIT, unit_group(o), unit_group(n->d) * 4u + n->d->r.role);
        bc_choice_say(c, BC_SAY_BEFORE, n->place, 16u + n->d->r.role);
        bc_choice_say(c, BC_SAY_BEHIND, n->second, 16u + n->d->r.role);
        say_both(c, BC_NAME_INHERIT, 6u + n->d->r.role, n->place, n->lead);
        say_about(n, o);
        uint32_t noun = bc_draft_noun(n->w, o->m);
        bc_choice_say(c, BC_SAY_RULE, 64u + offered,
                      (!noun || !n->noun ? 0u
                       : noun == n->noun ? 1u
                                         : 2u) *
                              4u +
                          n->d->r.role);
        bc_choice_say(c, BC_SAY_RULE, BC_NAME_INHERIT, bc_draft_aligned(f, n->k, j) * 4u + n->d->r.role);
        offered++;
    }
}

static void offer_means(naming *n)
{
    const chunks *c = &n->left;
    uint32_t at = c->count;
    for (uint32_t i = c->count; i-- > 0 && i + 3 > c->count;)
        if (c->items[i].edge == BC_EDGE_AVERAGE)
            at = i;
    if (at == c->count)
        return;
    for (uint32_t j = n->k, met = 0; j-- > 0 && met < SIBLINGS;) {
        const bc_draft *o = &n->f->drafts[j];
        if (o->r.role != BC_ROLE_LEVEL || !o->name.count || o->name.count > 3)
            continue;
        bc_name name = o->name;
        name.parts[name.count++] = (bc_range){c->items[at].first, c->items[at].last};
        if (!offer(n, name, BC_NAME_MEAN, -1))
            return;
        bc_choice_say(n->choice, BC_SAY_SOURCE, BC_NAME_MEAN, o->name_kind * 2u + met);
        bc_choice_say(n->choice, BC_SAY_UNIT, 32u + unit_group(o), unit_group(n->d) * 2u + met);
        bc_choice_say(n->choice, BC_SAY_KNOWN, 96u + met, bc_draft_shared(n->w, n->d->m->unit, &o->name));
        say_both(n->choice, BC_NAME_MEAN, 6u, n->place, at + 1 < c->count ? c->items[at + 1].edge : BC_EDGE_FIGURE);
        met++;
    }
}

/* The words before the figure that are left when what relates them to it is taken off, from the nearest wall on. */
static bool own_words(const naming *n, uint32_t *from, uint32_t *to)
{
    const chunks *c = &n->left;
    uint32_t last = c->count;
    while (last > 0 && (bc_edge_bounds(c->items[last - 1].edge) || is_mark(c->items[last - 1].edge)) &&
           c->items[last - 1].edge != BC_EDGE_VERB)
        last--;
    uint32_t first = last;
    while (first > 0) {
        bc_edge e = c->items[first - 1].edge;
        if (e == BC_EDGE_COMMA || e == BC_EDGE_SEMICOLON || e == BC_EDGE_COLON || e == BC_EDGE_OPEN ||
            e == BC_EDGE_DOT || e == BC_EDGE_PART || e == BC_EDGE_TIME)
            break;
        first--;
    }
    while (first < last && bc_edge_bounds(c->items[first].edge) && c->items[first].edge != BC_EDGE_VERB)
        first++;
    *from = first;
    *to = last;
    return first < last;
}

static void say_head(naming *n, bc_name_kind kind, uint32_t level)
{
    const bc_block *b = &n->w->blocks[n->f->heads[level].block];
    uint32_t shape = b->opens_list ? 0u : b->heading ? 1u : 2u;
    bc_choice_say(n->choice, BC_SAY_HEAD, kind,
                  level * 32u + shape * 8u + (n->f->block->rank >= BC_RANK_STAR ? 4u : 0u) + (n->k ? 2u : 0u));
    bc_choice_say(n->choice, BC_SAY_LENGTH, kind, bc_bucket(bc_indicator_words(n->w, n->f->heads[level].name)));
    bc_choice_say(n->choice, BC_SAY_SOURCE, kind, n->f->block->rank);
    bool capitals = n->w->tokens[n->f->heads[level].name.first].flags & BC_TOKEN_ALL_CAPITALS;
    bc_choice_say(n->choice, BC_SAY_SOURCE, 32u + kind, (capitals ? 1u : 0u) + 2u * shape);
    say_holds(n, kind, n->f->heads[level].name.first, n->f->heads[level].name.last);
}

/* "Mặt đường tốt và khá 71%, trung bình 19%": the beginning of a name before, and the words of its own. */
static void offer_siblings(naming *n, bc_range words, uint32_t from, uint32_t to)
{
    const bc_frame *f = n->f;
    uint32_t met = 0, length;
    for (uint32_t j = n->k; j-- > 0 && met < SIBLINGS;) {
        const bc_draft *o = &f->drafts[j];
        if (o->name.count != 1 || o->name_from >= 0)
            continue;
        met++;
        bc_range whole = o->name.parts[0];
        for (uint32_t off = 1; off <= MOST_CUT && whole.first + off < whole.last; off++) {
            bc_range begin = {whole.first, whole.last - off};
            if (begin.last > words.first || !offer(n, (bc_name){{begin, words}, 2}, BC_NAME_SIBLING, -1))
                continue;
            bc_choice *c = n->choice;
            bc_choice_say(c, BC_SAY_HEAD, BC_NAME_SIBLING, off * 8u + met * 2u + (off == words.last - words.first));
            bc_choice_say(c, BC_SAY_SOURCE, BC_NAME_SIBLING,
                          o->name_kind * 2u + (n->d->m->unit_kind == o->m->unit_kind));
            say_both(c, BC_NAME_SIBLING, 11, bc_edge_at(n->w, begin.last, whole.last, &length),
                     bc_edge_at(n->w, words.first, words.last, &length));
            say_both(c, BC_NAME_SIBLING, 12, bc_edge_before(n->w, begin.first, begin.last, &length), n->place);
            bc_choice_say_word(c, WORD_ABOUT + 32u, begin.last - 1);
            bc_choice_say_word(c, WORD_ABOUT + 33u, begin.last);
            say_left(n, BC_NAME_SIBLING, from, to);
        }
    }
}

/* "Khách du lịch đạt 2 triệu lượt, trong đó:" and below "Khách quốc tế 5.000 lượt": the names of the figures above. */
static void offer_told(naming *n, bc_range words, uint32_t from, uint32_t to)
{
    const bc_frame *f = n->f;
    bc_choice *c = n->choice;
    for (uint32_t h = 0; h < f->head_count; h++) {
        const bc_head *head = &f->heads[h];
        if (!head->told.set)
            continue;
        for (uint32_t which = 0; which < 2; which++) {
            const bc_name *name = which ? &head->told.last : &head->told.first;
            if (which && same_name(name, &head->told.first))
                break;
            uint32_t what = h * 16u + which * 8u + (n->k ? 4u : 0u) + (f->w->blocks[head->block].opens_list ? 2u : 0u);
            if (!offer(n, *name, BC_NAME_TOLD, -1))
                return;
            bc_choice_say(c, BC_SAY_HEAD, BC_NAME_TOLD, what);
            bc_choice_say(c, BC_SAY_SOURCE, BC_NAME_TOLD, f->block->rank);
            bc_choice_say(c, BC_SAY_GAP, BC_NAME_TOLD, bc_bucket(n->fresh));
            bc_choice_say(c, BC_SAY_KNOWN, 88u, bc_draft_shared(n->w, n->d->m->unit, name));
            if (words.first == words.last || name->count > 3)
                continue;
            bc_name both = *name;
            both.parts[both.count++] = words;
            if (!offer(n, both, BC_NAME_TOLD_LEFT, -1))
                return;
            bc_choice_say(c, BC_SAY_HEAD, BC_NAME_TOLD_LEFT, what);
            bc_choice_say(c, BC_SAY_SOURCE, BC_NAME_TOLD_LEFT, f->block->rank);
            bc_choice_say(c, BC_SAY_KNOWN, 89u, bc_draft_shared(n->w, n->d->m->unit, name));
            bc_choice_say(c, BC_SAY_KNOWN, 90u, bc_draft_shared(n->w, words, name));
            say_left(n, BC_NAME_TOLD_LEFT, from, to);
        }
    }
}

static void offer_heads(naming *n)
{
    uint32_t from, to;
    bool own = own_words(n, &from, &to);
    bc_range words = own ? (bc_range){n->left.items[from].first, n->left.items[to - 1].last} : (bc_range){0};
    own = own && words.last - words.first <= BC_MAX_NAME_SYLLABLES;
    for (uint32_t level = 0; level < n->f->head_count; level++) {
        bc_range name = n->f->heads[level].name;
        if (name.first >= name.last)
            continue;
        if (!offer(n, one(name.first, name.last), BC_NAME_HEAD, -1))
            return;
        say_head(n, BC_NAME_HEAD, level);
        if (own && offer(n, (bc_name){{name, words}, 2}, BC_NAME_HEAD_LEFT, -1)) {
            say_head(n, BC_NAME_HEAD_LEFT, level);
            say_left(n, BC_NAME_HEAD_LEFT, from, to);
        }
        if (n->unit.first < n->unit.last && n->d->m->unit_kind == BC_UNIT_COUNT &&
            offer(n, (bc_name){{n->unit, name}, 2}, BC_NAME_HEAD_LEFT, -1)) {
            say_head(n, BC_NAME_HEAD_LEFT, level);
            bc_choice_say(n->choice, BC_SAY_GAP, BC_NAME_HEAD_LEFT, 32);
        }
    }
    offer_told(n, own ? words : (bc_range){0}, from, to);
    if (n->f->carried.count && offer(n, n->f->carried, BC_NAME_CARRY, -1))
        bc_choice_say(n->choice, BC_SAY_SOURCE, BC_NAME_CARRY, n->f->block->rank * 2u + (n->k ? 1u : 0u));
    if (!own)
        return;
    /* "Sản lượng thịt hơi: lợn 53.086 tấn, trâu 3.045 tấn" */
    uint32_t colon = n->f->s->tokens.first;
    while (colon < words.first && bc_work_mark(n->w, colon) != ':')
        colon++;
    if (colon < words.first) {
        bool verb;
        bc_range lead = bc_indicator_subject(n->w, n->f->s->tokens.first, colon, &verb);
        if (lead.first < lead.last && offer(n, (bc_name){{lead, words}, 2}, BC_NAME_LEAD_LEFT, -1)) {
            uint32_t length;
            bc_choice_say(n->choice, BC_SAY_HEAD, BC_NAME_LEAD_LEFT, bc_edge_at(n->w, lead.first, lead.last, &length));
            bc_choice_say(n->choice, BC_SAY_SOURCE, BC_NAME_LEAD_LEFT, bc_bucket(bc_indicator_words(n->w, lead)));
            say_left(n, BC_NAME_LEAD_LEFT, from, to);
        }
        if (lead.first < lead.last && offer(n, one(lead.first, lead.last), BC_NAME_LEAD_LEFT, -1)) {
            bc_choice_say(n->choice, BC_SAY_SOURCE, BC_NAME_LEAD_LEFT, 16u + bc_bucket(bc_indicator_words(n->w, lead)));
            bc_choice_say(n->choice, BC_SAY_HEAD, BC_NAME_LEAD_LEFT, 64u + bc_bucket(n->fresh));
        }
    }
    offer_siblings(n, words, from, to);
    /* "06 cụm công nghiệp với tổng diện tích 269 ha" */
    if (n->k) {
        const bc_draft *o = &n->f->drafts[n->k - 1];
        bc_name name = o->name;
        if (name.count && name.count < 4) {
            memmove(&name.parts[1], &name.parts[0], name.count * sizeof name.parts[0]);
            name.parts[0] = words;
            name.count++;
            if (offer(n, name, BC_NAME_LEFT_OF, -1)) {
                say_left(n, BC_NAME_LEFT_OF, from, to);
                bc_choice_say(n->choice, BC_SAY_SOURCE, BC_NAME_LEFT_OF, o->name_kind);
                bc_choice_say(n->choice, BC_SAY_UNIT, 16u + unit_group(o), unit_group(n->d));
            }
        }
    }
}

/* "Xuất khẩu và nhập khẩu" is one phrase of the lexicon and two things. */
static void split_joints(const bc_work *w, chunks *c)
{
    for (uint32_t i = 0; i < c->count && c->count + 2 < MAX_CHUNKS; i++) {
        chunk *x = &c->items[i];
        if (x->edge != BC_EDGE_INDICATOR)
            continue;
        uint32_t at = bc_work_find(w, x->first + 1, x->last, BC_TAG_AND);
        if (at + 1 >= x->last)
            continue;
        memmove(x + 3, x + 1, (c->count - i - 1) * sizeof *x);
        x[2] = (chunk){at + 1, x->last, BC_EDGE_INDICATOR};
        x[1] = (chunk){at, at + 1, BC_EDGE_AND};
        x[0].last = at;
        c->count += 2;
        i += 1;
    }
}

/* "Tỷ lệ suy dinh dưỡng thể nhẹ cân và thể thấp còi còn 5,8% và 6,9%": the things named before the run, by place. */
static void offer_pairs(naming *n)
{
    const bc_draft *d = n->d;
    if (d->runs < 2)
        return;
    chunks c;
    const bc_draft *head = &n->f->drafts[n->k - d->run];
    cut(n->w, head->c.left.first, head->m->tokens.first, &c);
    split_joints(n->w, &c);
    uint32_t last = c.count;
    while (last > 0 && (bc_edge_bounds(c.items[last - 1].edge) || is_mark(c.items[last - 1].edge)) &&
           !(c.items[last - 1].edge == BC_EDGE_VERB && last > 1 && c.items[last - 2].edge == BC_EDGE_AND))
        last--; /* "xuất khẩu và nhập khẩu": an act that is a thing */
    /* the last `runs` stretches between joining words, from the back; each begins and ends with a word of its own */
    uint32_t want = d->runs - d->run, seen = 0, to = last, from = last;
    bool found = false;
    for (uint32_t i = last; i-- > 0;) {
        bc_edge e = c.items[i].edge;
        bool wall = e == BC_EDGE_SEMICOLON || e == BC_EDGE_COLON || e == BC_EDGE_DOT || e == BC_EDGE_OPEN ||
                    e == BC_EDGE_PART || e == BC_EDGE_TIME;
        bool joint = e == BC_EDGE_COMMA || e == BC_EDGE_AND;
        if (!wall && !joint && i > 0)
            continue;
        from = wall || joint ? i + 1 : i;
        while (from < to && bc_edge_bounds(c.items[from].edge) && c.items[from].edge != BC_EDGE_VERB)
            from++;
        if (from < to && ++seen == want) {
            found = true;
            break;
        }
        to = i;
        if (wall)
            break;
    }
    if (!found || from >= to)
        return;
    bc_range own = {c.items[from].first, c.items[to - 1].last};
    uint32_t flags = (d->paired ? 1u : 0u) + (d->run ? 2u : 0u) + (d->runs > 2 ? 4u : 0u);
    if (own.last - own.first > BC_MAX_NAME_SYLLABLES || !offer(n, one(own.first, own.last), BC_NAME_PAIR, -1))
        return;
    bc_choice_say(n->choice, BC_SAY_HEAD, BC_NAME_PAIR, flags * 4u + d->r.role);
    bc_choice_say(n->choice, BC_SAY_LENGTH, BC_NAME_PAIR, bc_bucket(bc_indicator_words(n->w, own)));
    bc_choice_say(n->choice, BC_SAY_BEGINS, c.items[from].edge, 32u);
    say_holds(n, BC_NAME_PAIR, own.first, own.last);
    if (!d->run)
        return;
    /* what the first thing begins with, before its last word or two */
    const bc_name *whole = &head->name;
    if (!whole->count)
        return;
    bc_range lead = whole->parts[0];
    for (uint32_t cutoff = 1; cutoff <= 3 && lead.last > lead.first + cutoff; cutoff++) {
        bc_range begin = {lead.first, lead.last - cutoff};
        if (begin.last > own.first || !offer(n, (bc_name){{begin, own}, 2}, BC_NAME_PAIR_WHOLE, -1))
            continue;
        bc_choice_say(n->choice, BC_SAY_HEAD, BC_NAME_PAIR_WHOLE, flags * 4u + d->r.role);
        bc_choice_say(n->choice, BC_SAY_LENGTH, BC_NAME_PAIR_WHOLE,
                      bc_bucket(bc_indicator_words(n->w, own)) * 4u + cutoff);
        bc_choice_say(n->choice, BC_SAY_BEGINS, c.items[from].edge, 33u);
    }
}

static void look(naming *n)
{
    const bc_work *w = n->w;
    const bc_draft *d = n->d;
    const bc_frame *f = n->f;
    n->from = d->c.left.first;
    for (uint32_t j = n->k; j-- > 0 && f->drafts[j].dropped && n->from == f->drafts[j].m->tokens.last;)
        n->from = f->drafts[j].c.left.first; /* "(giá so sánh 2010)" parts nothing */
    cut(w, n->from, d->m->tokens.first, &n->left);
    cut(w, d->m->tokens.last, d->c.right.last, &n->tail);
    n->fresh = content_words(&n->left, 0, n->left.count);
    n->place = n->k ? BC_EDGE_FIGURE : BC_EDGE_SENTENCE;
    for (uint32_t i = n->left.count; i-- > 0;) {
        bc_edge e = n->left.items[i].edge;
        if (is_mark(e) || e == BC_EDGE_AND || e == BC_EDGE_PART || e == BC_EDGE_CONTRAST) {
            n->place = e;
            break;
        }
    }
    if (d->c.parenthesis && n->place == BC_EDGE_FIGURE)
        n->place = BC_EDGE_OPEN;
    n->lead = n->left.count ? n->left.items[n->left.count - 1].edge : BC_EDGE_SENTENCE;
    n->second = n->left.count > 1 ? n->left.items[n->left.count - 2].edge : BC_EDGE_SENTENCE;
    n->unit = bc_draft_counted(w, d->m);
    n->noun = bc_draft_noun(w, d->m);
}

/* Does the figure tell of a part: behind "trong đó", in a list that it opens, or under another's name? */
static bool is_component(const naming *n)
{
    const bc_frame *f = n->f;
    const bc_draft *d = n->d;
    if (d->name_kind == BC_NAME_HEAD_LEFT || d->name_kind == BC_NAME_LEAD_LEFT || f->block->rank == BC_RANK_PLUS ||
        bc_work_find(n->w, d->c.left.first, d->m->tokens.first, BC_TAG_PART) != d->m->tokens.first)
        return true;
    if (f->block->parent < 0 || !n->w->blocks[f->block->parent].opens_list)
        return false;
    bc_range head = {n->w->blocks[f->block->parent].body, n->w->blocks[f->block->parent].tokens.last};
    uint32_t part = bc_work_find_last(n->w, head.first, head.last, BC_TAG_PART);
    return part < head.last && part + 4 >= head.last;
}

/* Of names that are nearly as likely, the one that says most of what the others say: a name is as often misread by a
 * word too many or too few as it is another. */
static int32_t agreed(const naming *n)
{
    static const float SHARPNESS = 2.0F, LEAST = 4.0F; /* found by cross-validation; nats behind the likeliest */
    const bc_choice *c = n->choice;
    int32_t first = bc_choice_likeliest(c), best = first;
    uint32_t order[LIKELY], count = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        if (c->candidates[first].score - c->candidates[i].score > LEAST)
            continue;
        uint32_t at = count < LIKELY ? count++ : LIKELY;
        while (at > 0 && c->candidates[order[at - 1]].score < c->candidates[i].score) {
            if (at < LIKELY)
                order[at] = order[at - 1];
            at--;
        }
        if (at < LIKELY)
            order[at] = i;
    }
    float most = -1;
    for (uint32_t a = 0; a < count; a++) {
        float sum = 0;
        int32_t code = bc_indicator_code(n->w, &n->names[order[a]]);
        for (uint32_t b = 0; b < count; b++) {
            float same = bc_indicator_likeness(n->w, &n->names[order[a]], &n->names[order[b]]);
            if (same < SAME_CODE && code >= 0 && code == bc_indicator_code(n->w, &n->names[order[b]]))
                same = SAME_CODE;
            sum += same * expf(SHARPNESS * (c->candidates[order[b]].score - c->candidates[first].score));
        }
        if (sum > most) {
            most = sum;
            best = (int32_t)order[a];
        }
    }
    return best;
}

bool bc_draft_names(bc_frame *f)
{
    naming *n = f->room->names;
    if (!n && !(n = f->room->names = bc_arena_alloc(f->w->arena, sizeof *n)))
        return false;
    n->f = f;
    n->w = f->w;
    n->choice = &f->choice;
    n->room = true;
    for (uint32_t k = 0; k < f->count && n->room; k++) {
        n->k = k;
        n->d = &f->drafts[k];
        if (!bc_choice_begin(&f->choice, f->w, BC_DECIDE_NAME, bc_work_span(f->w, n->d->m->tokens)))
            return false;
        look(n);
        offer_counted(n);
        offer_inherited(n);
        offer_means(n);
        offer_heads(n);
        offer_outer(n);
        offer_pairs(n);
        offer_left(n);
        int32_t best = f->choice.count ? agreed(n) : -1;
        bc_choice_take(&f->choice, best);
        n->d->name_from = -1;
        if (best < 0)
            continue;
        bc_draft_note(n->d, &f->choice, KIND_NAMES[n->kinds[best]]);
        n->d->name = n->names[best];
        n->d->name_kind = n->kinds[best];
        n->d->name_from = n->sources[best];
        n->d->component = is_component(n);
    }
    return n->room;
}
