/* SPDX-License-Identifier: MIT */
/* indicator.c - see indicator.h. */
#include "indicator.h"

#include <string.h>

#include "limits.h"
#include "period.h"

enum { NAME_TOKENS = 96, MATCHES = 32, SHORT_SEGMENT = 5, FOREIGN_WORDS = 3 };

uint32_t bc_indicator_words(const bc_work *w, bc_range r)
{
    uint32_t n = 0;
    for (uint32_t i = r.first; i < r.last; i++)
        n += w->tokens[i].kind == BC_TOKEN_WORD;
    return n;
}

/* A phrase of one of the tags that starts at i and that a name may not begin with; its length, 0: none. */
static uint32_t opener(const bc_work *w, uint32_t i, uint32_t to)
{
    static const bc_tag TAGS[] = {BC_TAG_FILLER, BC_TAG_PART, BC_TAG_STATUS, BC_TAG_CONTRAST, BC_TAG_ACTOR,
                                  BC_TAG_AND,    BC_TAG_NOW,  BC_TAG_REACH,  BC_TAG_DONE};
    const bc_time *t = bc_time_at(w, i);
    if (t && t->tokens.first == i)
        return t->tokens.last - i;
    if (w->tokens[i].kind == BC_TOKEN_MARK)
        return 1;
    uint32_t longest = 0;
    for (size_t k = 0; k < sizeof TAGS / sizeof *TAGS; k++) {
        const bc_match *m = bc_work_match(w, i, to, TAGS[k]);
        if (m && m->length > longest)
            longest = m->length;
    }
    /* a longer phrase of the catalogue begins here: "thực hiện vốn", "vốn đầu tư thực hiện" */
    const bc_match *known = bc_work_match(w, i, to, BC_TAG_INDICATOR);
    const bc_match *act = bc_work_match(w, i, to, BC_TAG_VERB);
    return (known && known->length > longest) || (act && act->length > longest) ? 0 : longest;
}

static bool ends_name(const bc_work *w, uint32_t first, uint32_t last)
{
    static const bc_tag TAGS[] = {BC_TAG_FILLER, BC_TAG_STATUS, BC_TAG_REACH, BC_TAG_AND,
                                  BC_TAG_PART,   BC_TAG_BOUND,  BC_TAG_RATIO};
    for (uint32_t back = 1; back <= 4 && back <= last - first; back++)
        for (size_t k = 0; k < sizeof TAGS / sizeof *TAGS; k++) {
            const bc_match *m = bc_work_match(w, last - back, last, TAGS[k]);
            if (m && m->length == back)
                return true;
        }
    return false;
}

/* Does a phrase of the lexicon begin before token i and end behind it? */
static bool spans(const bc_work *w, uint32_t from, uint32_t i, uint32_t to)
{
    for (uint32_t k = i > from + BC_MAX_PHRASE_SYLLABLES ? i - BC_MAX_PHRASE_SYLLABLES : from; k < i; k++)
        for (uint32_t m = w->match_start[k]; m < w->match_start[k + 1]; m++)
            if (k + w->matches[m].length > i + 1 && k + w->matches[m].length <= to &&
                (w->matches[m].tag == BC_TAG_INDICATOR || w->matches[m].tag == BC_TAG_COUNTER ||
                 w->matches[m].tag == BC_TAG_VERB))
                return true;
    return false;
}

/* The start of the clause that `to` closes: behind the last ';', ':' of a lead-in, contrast, figure, or long comma. */
static uint32_t clause_start(const bc_work *w, uint32_t from, uint32_t to)
{
    uint32_t start = from;
    int depth = 0;
    for (uint32_t i = to; i-- > from;) {
        char m = bc_work_mark(w, i);
        if (m == ')') {
            depth++;
            continue;
        }
        if (m == '(') {
            if (depth == 0)
                return i + 1;
            depth--;
            continue;
        }
        if (depth)
            continue;
        if (m == ';' || m == '|' || m == '.')
            return i + 1;
        if (m == ':' && i + 1 < to)
            return i + 1;
        if (w->tokens[i].kind == BC_TOKEN_NUMBER && bc_work_mark(w, i + 1) != ')' && !bc_time_at(w, i) &&
            !(i > from && bc_work_is(w, i - 1, i, BC_TAG_NUMBERED)))
            start = start > i + 1 ? start : i; /* an unread figure is part of a name: keep looking */
        if (m == ',') {
            /* "khí đốt, hơi nước" goes on; "Theo báo cáo, tổng vốn" does not */
            uint32_t left = i;
            while (left > from && !bc_work_mark(w, left - 1) && !bc_time_at(w, left - 1) &&
                   !bc_work_is(w, left - 1, left, BC_TAG_PART))
                left--;
            if (spans(w, from, i, to))
                continue; /* a phrase of the lexicon goes over the comma */
            bool plain = i - left <= SHORT_SEGMENT && left < i;
            for (uint32_t k = left; k < i && plain; k++)
                plain = !bc_time_at(w, k) && !bc_work_is(w, k, i, BC_TAG_VERB) && !bc_work_is(w, k, i, BC_TAG_REACH) &&
                        !bc_work_is(w, k, i, BC_TAG_PART) && !bc_work_is(w, k, i, BC_TAG_CONTRAST) &&
                        w->tokens[k].kind == BC_TOKEN_WORD && !bc_work_is(w, k, i, BC_TAG_RISE) &&
                        !bc_work_is(w, k, i, BC_TAG_FALL) && !bc_work_is(w, k, i, BC_TAG_THAN);
            if (plain && opener(w, left, i) >= i - left)
                plain = false;
            if (!plain)
                return i + 1;
        }
        const bc_match *part = bc_work_match(w, i, to, BC_TAG_PART);
        if (part)
            return i + part->length;
        const bc_match *contrast = bc_work_match(w, i, to, BC_TAG_CONTRAST);
        if (contrast)
            return i + contrast->length;
        const bc_time *t = bc_time_at(w, i);
        if (t && t->tokens.last < to && t->tokens.last == i + 1 && (t->baseline || t->tokens.first > from) &&
            bc_indicator_words(w, (bc_range){t->tokens.last, to}) >= 2)
            return t->tokens.last;
    }
    return start;
}

bc_range bc_indicator_subject(const bc_work *w, uint32_t from, uint32_t to, bool *verb)
{
    *verb = false;
    /* strip behind: marks, times, small words */
    while (to > from) {
        char m = bc_work_mark(w, to - 1);
        const bc_time *t = bc_time_at(w, to - 1);
        if (m == ')') { /* "GRDP (giá so sánh 2010)": what is in brackets is no end of a name */
            uint32_t open = to - 1;
            while (open > from && bc_work_mark(w, open) != '(')
                open--;
            if (bc_work_mark(w, open) != '(')
                break;
            to = open;
        } else if (m) {
            to--;
        } else if (t && t->tokens.first >= from) {
            to = t->tokens.first;
        } else if (ends_name(w, from, to)) {
            uint32_t shorter = to - 1;
            for (uint32_t back = 2; back <= 4 && back <= to - from; back++)
                for (uint32_t k = w->match_start[to - back]; k < w->match_start[to - back + 1]; k++) {
                    const bc_match *x = &w->matches[k];
                    if (x->length == back && (x->tag == BC_TAG_FILLER || x->tag == BC_TAG_STATUS ||
                                              x->tag == BC_TAG_REACH || x->tag == BC_TAG_BOUND))
                        shorter = to - back;
                }
            /* "vốn đầu tư thực hiện": the catalogue's own last word */
            bool whole = false;
            for (uint32_t i = from; i < to && !whole; i++)
                for (uint32_t k = w->match_start[i]; k < w->match_start[i + 1]; k++)
                    whole |= w->matches[k].tag == BC_TAG_INDICATOR && i + w->matches[k].length == to &&
                             w->matches[k].length >= 3;
            if (whole)
                break;
            to = shorter;
        } else {
            break;
        }
    }
    uint32_t first = clause_start(w, from, to);
    for (uint32_t n; first < to && (n = opener(w, first, to)) > 0;)
        first += n;
    if (first >= to)
        return (bc_range){to, to};
    /* an act inside: the name begins behind it ("đã kéo chỉ số ..."), unless it begins the clause */
    const bc_match *act = bc_work_match(w, first, to, BC_TAG_VERB);
    const bc_match *known = bc_work_match(w, first, to, BC_TAG_INDICATOR);
    if (act && (!known || known->length <= act->length))
        *verb = true;
    while (to - first > BC_MAX_NAME_SYLLABLES) { /* too long for a name: from its last comma or verb on */
        uint32_t cut = first;
        for (uint32_t i = first + 1; i < to; i++)
            if (bc_work_mark(w, i) == ',' || bc_work_is(w, i, to, BC_TAG_DONE)) {
                cut = i + 1;
                break;
            }
        if (cut == first)
            cut = to - BC_MAX_NAME_SYLLABLES;
        first = cut;
        for (uint32_t n; first < to && (n = opener(w, first, to)) > 0;)
            first += n;
    }
    return (bc_range){first, to};
}

bool bc_indicator_text(const bc_work *w, const bc_name *name, bc_str *out)
{
    size_t room = 1;
    for (uint32_t k = 0; k < name->count; k++)
        room += bc_work_text(w, name->parts[k]).len + 2;
    char *text = bc_arena_alloc(w->arena, room + 64);
    size_t n = 0;
    if (!text)
        return false;
    for (uint32_t k = 0; k < name->count; k++) {
        int depth = 0;
        for (uint32_t i = name->parts[k].first; i < name->parts[k].last; i++) {
            char m = bc_work_mark(w, i);
            depth += m == '(';
            if (depth == 0) {
                bool blank = n > 0 && ((w->tokens[i].flags & BC_TOKEN_SPACE) || i == name->parts[k].first);
                if (blank && text[n - 1] != ' ')
                    text[n++] = ' ';
                size_t len = w->tokens[i].end - w->tokens[i].start;
                memcpy(text + n, w->text.ptr + w->tokens[i].start, len);
                n += len;
            }
            depth -= m == ')' && depth > 0;
        }
    }
    while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == ',' || text[n - 1] == ':'))
        n--;
    *out = (bc_str){text, n};
    return true;
}

/* Words that do not change what a catalogue's phrase means. */
static bool is_small(uint8_t tag)
{
    static const bc_tag TAGS[] = {BC_TAG_FILLER,    BC_TAG_ACTOR,     BC_TAG_AVERAGE,  BC_TAG_PLACE, BC_TAG_VERB,
                                  BC_TAG_PROVINCE,  BC_TAG_QUALIFIER, BC_TAG_GROWTH,   BC_TAG_AND,   BC_TAG_COUNTER,
                                  BC_TAG_INDICATOR, BC_TAG_GENERIC,   BC_TAG_DESCRIBE, BC_TAG_STOP,  BC_TAG_HAVE};
    for (size_t k = 0; k < sizeof TAGS / sizeof *TAGS; k++)
        if (TAGS[k] == tag)
            return true;
    return false;
}

/* The parts of a name are read as one phrase: "đảng viên" and "kết nạp" are the catalogue's "đảng viên kết nạp". */
int32_t bc_indicator_code(const bc_work *w, const bc_name *name)
{
    bc_token words[NAME_TOKENS];
    uint32_t n = 0;
    for (uint32_t k = 0; k < name->count; k++) {
        bool inside = false; /* brackets */
        for (uint32_t i = name->parts[k].first; i < name->parts[k].last && n < NAME_TOKENS; i++) {
            char m = bc_work_mark(w, i);
            inside |= m == '(';
            if (!inside)
                words[n++] = w->tokens[i];
            inside &= m != ')';
        }
    }
    int32_t code = -1;
    uint32_t best = 0, foreign = 0;
    for (uint32_t i = 0; i < n;) {
        bc_match found[MATCHES];
        size_t count = bc_lexicon_match(w->lexicon, words, n, i, found, MATCHES);
        uint32_t step = 0, known = 0;
        for (size_t m = 0; m < count; m++) {
            if (found[m].tag == BC_TAG_INDICATOR && found[m].length > known) {
                known = found[m].length;
                if (known >= best) { /* of equals the last: what was done says more than to whom */
                    best = known;
                    code = found[m].value;
                }
            }
            if (is_small(found[m].tag) && found[m].length > step)
                step = found[m].length;
        }
        if (known)
            step = known;
        else if (step == 0)
            foreign += words[i].kind == BC_TOKEN_WORD;
        i += step ? step : 1;
    }
    uint32_t allowed = best >= 3 ? FOREIGN_WORDS : best == 2 ? 1 : 0;
    return foreign <= allowed ? code : -1;
}

static bool same_word(const bc_work *w, uint32_t i, uint32_t k)
{
    const bc_token *a = &w->tokens[i], *b = &w->tokens[k];
    return i == k || (a->id && a->id == b->id) ||
           (!a->id && !b->id && a->end - a->start == b->end - b->start &&
            memcmp(w->text.ptr + a->start, w->text.ptr + b->start, a->end - a->start) == 0);
}

float bc_indicator_likeness(const bc_work *w, const bc_name *a, const bc_name *b)
{
    uint64_t used[4] = {0}; /* of b's words, by part */
    uint32_t shared = 0, words = 0;
    for (uint32_t p = 0; p < b->count; p++)
        for (uint32_t k = b->parts[p].first; k < b->parts[p].last; k++)
            words += w->tokens[k].kind != BC_TOKEN_MARK;
    for (uint32_t q = 0; q < a->count; q++)
        for (uint32_t i = a->parts[q].first; i < a->parts[q].last; i++) {
            bool found = w->tokens[i].kind == BC_TOKEN_MARK;
            words += !found;
            for (uint32_t p = 0; p < b->count && !found; p++)
                for (uint32_t k = b->parts[p].first; k < b->parts[p].last && !found; k++) {
                    uint64_t bit = UINT64_C(1) << ((k - b->parts[p].first) & 63);
                    if (w->tokens[k].kind != BC_TOKEN_MARK && !(used[p] & bit) && same_word(w, i, k)) {
                        used[p] |= bit;
                        shared++;
                        found = true;
                    }
                }
        }
    return words ? 2.0F * (float)shared / (float)words : 0.0F;
}
