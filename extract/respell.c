/* SPDX-License-Identifier: MIT */
/* respell.c - see respell.h. */
#include "respell.h"

#include "fold.h"

enum { MAX_READINGS = 24 };

/* Words that say what the figure behind them is, and words that stand behind one. */
static const bc_tag BEFORE_FIGURE[] = {
    BC_TAG_RISE,  BC_TAG_FALL,  BC_TAG_REACH,  BC_TAG_EXCEED,   BC_TAG_RATIO,    BC_TAG_TIMES,
    BC_TAG_SHARE, BC_TAG_BOUND, BC_TAG_STATUS, BC_TAG_YEAR,     BC_TAG_MONTH,    BC_TAG_QUARTER,
    BC_TAG_DAY,   BC_TAG_UNTIL, BC_TAG_SINCE,  BC_TAG_TO_LEVEL, BC_TAG_DOCUMENT,
};
/* The same for words that the lexicon does not know: "lảm 5", "vả 6,3%"; many known ones look like these. */
static const bc_tag MAYBE_BEFORE_FIGURE[] = {BC_TAG_VERB, BC_TAG_AND};
static const bc_tag BEHIND_FIGURE[] = {BC_TAG_UNIT, BC_TAG_SCALE, BC_TAG_COUNTER, BC_TAG_MONTH};

static bool is_word(const bc_work *w, uint32_t i)
{
    return i < w->token_count && w->tokens[i].kind == BC_TOKEN_WORD;
}

static bool is_figure(const bc_work *w, uint32_t i)
{
    return i < w->token_count && w->tokens[i].kind == BC_TOKEN_NUMBER;
}

static bool means_one_of(const bc_work *w, uint16_t word, const bc_tag *tags, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (bc_lexicon_says(w->lexicon, word, tags[k]))
            return true;
    return false;
}

/* The words beside token i that belong to the word: none, one or two of them. */
static unsigned company(const bc_work *w, uint32_t i, uint16_t word)
{
    bool before = i > 0 && is_word(w, i - 1) && bc_lexicon_adjacent(w->lexicon, w->tokens[i - 1].id, word);
    bool behind = is_word(w, i + 1) && bc_lexicon_adjacent(w->lexicon, word, w->tokens[i + 1].id);
    return (unsigned)before + behind;
}

/* Does a figure beside token i give the word its sense: "giảm 5%", "giảm gần 5%", "5 tỷ đồng"? */
static bool with_figure(const bc_work *w, uint32_t i, uint16_t word, unsigned distance)
{
    bool behind = is_figure(w, i + 1) || (is_figure(w, i + 2) && is_word(w, i + 1) &&
                                          bc_lexicon_says(w->lexicon, w->tokens[i + 1].id, BC_TAG_BOUND));
    bool before = i > 0 && (is_figure(w, i - 1) || (i > 1 && is_figure(w, i - 2) && is_word(w, i - 1) &&
                                                    bc_lexicon_says(w->lexicon, w->tokens[i - 1].id, BC_TAG_SCALE)));
    bool unknown = !bc_lexicon_known(w->lexicon, w->tokens[i].id) && distance == 1;
    return (behind && means_one_of(w, word, BEFORE_FIGURE, sizeof BEFORE_FIGURE / sizeof *BEFORE_FIGURE)) ||
           (behind && unknown &&
            means_one_of(w, word, MAYBE_BEFORE_FIGURE, sizeof MAYBE_BEFORE_FIGURE / sizeof *MAYBE_BEFORE_FIGURE)) ||
           (before && means_one_of(w, word, BEHIND_FIGURE, sizeof BEHIND_FIGURE / sizeof *BEHIND_FIGURE));
}

static bool in_capitals(const bc_work *w, uint32_t i)
{
    return is_word(w, i) && (w->tokens[i].flags & BC_TOKEN_ALL_CAPITALS);
}

static void respell(bc_work *w, uint32_t i)
{
    bc_token *t = &w->tokens[i];
    uint16_t readings[MAX_READINGS], best = 0;
    unsigned best_score = 0;
    bc_fold f;
    if (t->id && (bc_lexicon_says_any(w->lexicon, t->id) || company(w, i, t->id)))
        return;
    if (in_capitals(w, i) && !in_capitals(w, i + 1) && !(i > 0 && in_capitals(w, i - 1)))
        return; /* an abbreviation: 02-NQ/TU */
    size_t n = bc_lexicon_readings(w->lexicon, t->bare, readings, MAX_READINGS);
    if (n == 0)
        return;
    bc_fold_word(w->text.ptr + t->start, t->end - t->start, &f);
    for (size_t k = 0; k < n; k++) {
        size_t len;
        const char *key = bc_lexicon_key(w->lexicon, readings[k], &len);
        unsigned distance = bc_fold_distance(f.full, f.full_len, key, len);
        unsigned words = company(w, i, readings[k]);
        /* "tang 4,2%" is tăng, "tặng 5 bằng khen" what it says */
        bool percent = is_figure(w, i + 1) && bc_work_mark(w, i + 2) == '%';
        bool may = percent || (distance == 1 && !bc_lexicon_plain(w->lexicon, t->id));
        bool figure = may && with_figure(w, i, readings[k], distance);
        unsigned score = 2 * (words + figure);
        if (readings[k] == t->id || distance > 2 || score == 0)
            continue;
        score += distance == 1;
        if (score > best_score) {
            best_score = score;
            best = readings[k];
        }
    }
    if (best)
        t->id = best;
}

bool bc_stage_respell(bc_work *w)
{
    for (uint32_t i = 0; i < w->token_count; i++)
        if (w->tokens[i].kind == BC_TOKEN_WORD && w->tokens[i].bare)
            respell(w, i);
    return true;
}
