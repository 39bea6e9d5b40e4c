/* SPDX-License-Identifier: MIT */
/*
 * code.c - the catalogue row that a figure's name means, see draft.h.
 *
 * A name that is a catalogue's phrase, small words apart, means that row. Else every row whose phrase or hint stands in
 * the name, the unit, the words around the figure or its heads is weighed against none of them.
 * Data: indicators.tsv (aliases, hints).
 */
#include "draft.h"

#include <string.h>

#include "period.h"

enum { MOST_ROWS = 24, NAME_TOKENS = 96, MATCHES = 64, MOST_WORDS = 24, NO_ROW = 255 };

/* Where a row's words were found; the nearer first. */
typedef enum { IN_NAME, IN_UNIT, IN_LEFT, IN_RIGHT, IN_SENTENCE, IN_HEAD, IN_FARTHER_HEAD, NOWHERE } where;

typedef struct {
    int32_t row;
    where phrase_at, hint_at; /* a phrase of the catalogue, a hint */
    uint32_t phrase, hint;    /* their length in words */
    uint32_t hints;           /* hints in the name */
    bool begins, ends;        /* the name does so with it */
} found;

typedef struct {
    found rows[MOST_ROWS];
    uint32_t count;
} finds;

static bool learned(const bc_work *w, int32_t row)
{
    size_t count;
    return bc_lexicon_indicators(w->lexicon, &count)[row].hints[0] != 0;
}

static void note(finds *f, const bc_match *m, where at, bool begins, bool ends)
{
    found *x = NULL;
    for (uint32_t i = 0; i < f->count && !x; i++)
        if (f->rows[i].row == m->value)
            x = &f->rows[i];
    if (!x) {
        if (f->count == MOST_ROWS)
            return;
        x = &f->rows[f->count++];
        *x = (found){.row = m->value, .phrase_at = NOWHERE, .hint_at = NOWHERE};
    }
    if (m->tag == BC_TAG_INDICATOR && (at < x->phrase_at || (at == x->phrase_at && m->length > x->phrase))) {
        x->phrase_at = at;
        x->phrase = m->length;
    }
    if (m->tag == BC_TAG_HINT && (at < x->hint_at || (at == x->hint_at && m->length > x->hint))) {
        x->hint_at = at;
        x->hint = m->length;
    }
    if (at == IN_NAME) {
        x->hints += m->tag == BC_TAG_HINT;
        x->begins |= begins;
        x->ends |= ends;
    }
}

static void search(const bc_work *w, finds *f, bc_range r, where at)
{
    for (uint32_t i = r.first; i < r.last; i++)
        for (uint32_t k = w->match_start[i]; k < w->match_start[i + 1]; k++) {
            const bc_match *m = &w->matches[k];
            if ((m->tag == BC_TAG_INDICATOR || m->tag == BC_TAG_HINT) && i + m->length <= r.last &&
                learned(w, m->value))
                note(f, m, at, false, false);
        }
}

/* The parts of a name are read as one phrase. */
static uint32_t search_name(const bc_work *w, finds *f, const bc_name *name)
{
    bc_token words[NAME_TOKENS];
    bc_match matches[MATCHES];
    uint32_t n = 0;
    for (uint32_t k = 0; k < name->count; k++)
        for (uint32_t i = name->parts[k].first; i < name->parts[k].last && n < NAME_TOKENS; i++)
            words[n++] = w->tokens[i];
    for (uint32_t i = 0; i < n; i++) {
        size_t count = bc_lexicon_match(w->lexicon, words, n, i, matches, MATCHES);
        for (size_t k = 0; k < count; k++)
            if ((matches[k].tag == BC_TAG_INDICATOR || matches[k].tag == BC_TAG_HINT) && learned(w, matches[k].value))
                note(f, &matches[k], IN_NAME, i == 0, i + matches[k].length == n);
    }
    return n;
}

static uint32_t least(uint32_t n, uint32_t most)
{
    return n < most ? n : most;
}

static void say_row(bc_frame *f, const bc_draft *d, const found *x, int32_t rule, uint32_t words, int32_t inherited)
{
    bc_choice *c = &f->choice;
    uint32_t row = (uint32_t)x->row, group = bc_draft_unit_group(d->m);
    where nearest = x->phrase_at < x->hint_at ? x->phrase_at : x->hint_at;
    uint32_t cover = words ? least(x->phrase_at == IN_NAME ? x->phrase * 4 / words : 0, 4) : 0;
    uint32_t hinted = words ? least(x->hint_at == IN_NAME ? x->hint * 4 / words : 0, 4) : 0;
    bc_choice_say(c, BC_SAY_ROW, row, nearest * 2u + (x->phrase_at <= x->hint_at));
    bc_choice_say(c, BC_SAY_UNIT, row, group);
    bc_choice_say(c, BC_SAY_ROLE, row, d->r.role);
    bc_choice_say(c, BC_SAY_KIND, row, d->name_kind);
    bc_choice_say(c, BC_SAY_BOTH, row, bc_draft_noun(f->w, d->m));
    bc_choice_say(c, BC_SAY_KNOWN, x->phrase_at, x->hint_at);
    bc_choice_say(c, BC_SAY_LENGTH, least(x->phrase, 7), least(x->hint, 7));
    bc_choice_say(c, BC_SAY_FRESH, cover, hinted);
    bc_choice_say(c, BC_SAY_GAP, bc_bucket(words), cover * 8u + hinted);
    bc_choice_say(c, BC_SAY_BEGINS, (x->begins ? 1u : 0u) + (x->ends ? 2u : 0u), least(x->hints, 3));
    bc_choice_say(c, BC_SAY_BEGINS, 8u + (x->begins ? 1u : 0u) + (x->ends ? 2u : 0u), cover);
    bc_choice_say(c, BC_SAY_RULE, rule == x->row ? 1u : rule >= 0 ? 2u : 0u, nearest);
    bc_choice_say(c, BC_SAY_SOURCE, inherited == x->row ? 1u : inherited >= 0 ? 2u : 0u, d->name_kind);
    bc_choice_say(c, BC_SAY_TARGET, row,
                  8u + (x->begins ? 1u : 0u) + (x->ends ? 2u : 0u) + 4u * (words <= x->phrase || words <= x->hint));
    bc_choice_say(c, BC_SAY_SECTION, row,
                  (d->component ? 1u : 0u) + 2u * (x->phrase_at == IN_NAME) + 4u * (rule == x->row) +
                      8u * (f->block->rank >= BC_RANK_STAR));
}

/* The common words of the name, for or against the row. */
static void say_words(bc_frame *f, const bc_name *name, uint32_t row)
{
    for (uint32_t k = 0, said = 0; k < name->count; k++)
        for (uint32_t i = name->parts[k].first; i < name->parts[k].last && said < MOST_WORDS; i++, said++)
            bc_choice_say_word(&f->choice, row, i);
}

static bool choose_code(bc_frame *f, uint32_t k)
{
    const bc_work *w = f->w;
    bc_draft *d = &f->drafts[k];
    bc_choice *c = &f->choice;
    finds x = {0};
    int32_t rule = bc_indicator_code(w, &d->name);
    d->code = rule;
    if (rule >= 0 && !learned(w, rule))
        return true;
    if (!bc_choice_begin(c, w, BC_DECIDE_CODE, bc_work_span(w, d->m->tokens)))
        return false;
    uint32_t words = search_name(w, &x, &d->name);
    search(w, &x, d->m->unit, IN_UNIT);
    search(w, &x, d->c.left, IN_LEFT);
    search(w, &x, d->c.right, IN_RIGHT);
    search(w, &x, f->s->tokens, IN_SENTENCE);
    for (uint32_t h = 0; h < f->head_count; h++)
        search(w, &x, f->heads[h].words, h ? IN_FARTHER_HEAD : IN_HEAD);
    int32_t inherited = d->name_from >= 0 ? f->drafts[d->name_from].code : k ? f->drafts[k - 1].code : -1;
    if (inherited >= 0 && !learned(w, inherited))
        inherited = -1;
    uint32_t group = bc_draft_unit_group(d->m);
    size_t rows;
    const bc_indicator_row *catalogue = bc_lexicon_indicators(w->lexicon, &rows);
    bc_choice_candidate(c); /* none */
    bc_choice_say(c, BC_SAY_ROW, NO_ROW, rule >= 0);
    bc_choice_say(c, BC_SAY_UNIT, NO_ROW, group);
    bc_choice_say(c, BC_SAY_ROLE, NO_ROW, d->r.role);
    bc_choice_say(c, BC_SAY_KIND, NO_ROW, d->name_kind);
    bc_choice_say(c, BC_SAY_BOTH, NO_ROW, bc_draft_noun(w, d->m));
    bc_choice_say(c, BC_SAY_LENGTH, 16u + bc_bucket(words), rule >= 0);
    say_words(f, &d->name, NO_ROW);
    bc_choice_say(c, BC_SAY_SOURCE, 16u + (inherited >= 0), d->name_kind);
    bc_choice_say(c, BC_SAY_SECTION, NO_ROW, d->component + 8u * (f->block->rank >= BC_RANK_STAR));
    for (uint32_t i = 0; i < x.count && bc_choice_candidate(c); i++) {
        say_row(f, d, &x.rows[i], rule, words, inherited);
        say_words(f, &d->name, (uint32_t)x.rows[i].row);
        if (bc_choice_watched(c) && !bc_choice_mark(c, catalogue[x.rows[i].row].code))
            return false;
    }
    int32_t best = bc_choice_best(c);
    d->code = best > 0 ? x.rows[best - 1].row : -1;
    bc_draft_note(d, c, d->code < 0 ? "none" : catalogue[d->code].code);
    return true;
}

bool bc_draft_codes(bc_frame *f)
{
    for (uint32_t k = 0; k < f->count; k++)
        if (f->drafts[k].name.count && !choose_code(f, k))
            return false;
        else if (!f->drafts[k].name.count)
            f->drafts[k].code = -1;
    return true;
}
