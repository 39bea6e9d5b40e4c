/* SPDX-License-Identifier: MIT */
/* layout.c - see layout.h. */
#include "layout.h"

#include <string.h>

#include "fold.h"

enum { MIN_PROSE = 4, MIN_HANGING = 6, MAX_TORN = 24, MAX_CLUSTER = 3, HEAD_TOKENS = 80, HEAD_DISTANCE = 20 };

static bool is_kind(const bc_work *w, uint32_t i, bc_token_kind kind)
{
    return i < w->token_count && w->tokens[i].kind == kind;
}

static uint32_t length_of(const bc_work *w, uint32_t i)
{
    return w->tokens[i].end - w->tokens[i].start;
}

static bool has_flag(const bc_work *w, uint32_t i, uint8_t flag)
{
    return (w->tokens[i].flags & flag) != 0;
}

static uint32_t line_end(const bc_work *w, uint32_t i)
{
    uint32_t end = i + 1;
    while (end < w->token_count && !has_flag(w, end, BC_TOKEN_NEWLINE))
        end++;
    return end < w->token_count ? end : w->token_count;
}

static bool is_stop(const bc_work *w, uint32_t i)
{
    char m = bc_work_mark(w, i);
    return m == '.' || m == ';' || m == ':' || m == '!' || m == '?';
}

static bool says(const bc_work *w, uint32_t i, bc_tag tag)
{
    return is_kind(w, i, BC_TOKEN_WORD) && bc_lexicon_says(w->lexicon, w->tokens[i].id, tag);
}

/* A word that waits for what it governs: "đạt", "so với", "năm", "của". */
static bool hangs(const bc_work *w, uint32_t i)
{
    static const bc_tag TAGS[] = {
        BC_TAG_REACH,    BC_TAG_RISE,     BC_TAG_FALL,   BC_TAG_RATIO,  BC_TAG_SHARE, BC_TAG_BOUND,
        BC_TAG_TO_LEVEL, BC_TAG_EXCEED,   BC_TAG_TIMES,  BC_TAG_UNTIL,  BC_TAG_YEAR,  BC_TAG_MONTH,
        BC_TAG_QUARTER,  BC_TAG_DOCUMENT, BC_TAG_STATUS, BC_TAG_FILLER,
    };
    for (size_t k = 0; k < sizeof TAGS / sizeof *TAGS; k++)
        if (says(w, i, TAGS[k]))
            return true;
    return false;
}

static bool all_capitals(const bc_work *w, uint32_t from, uint32_t to)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = from; i < to; i++) {
        words += is_kind(w, i, BC_TOKEN_WORD);
        capitals += is_kind(w, i, BC_TOKEN_WORD) && (has_flag(w, i, BC_TOKEN_ALL_CAPITALS) ||
                                                     (length_of(w, i) <= 2 && has_flag(w, i, BC_TOKEN_CAPITAL)));
    }
    return words > 2 && capitals * 10 >= words * 9;
}

/* A row of a table: figures side by side, or tabs. */
static bool is_row(const bc_work *w, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++)
        if (has_flag(w, i, BC_TOKEN_TAB) || (is_kind(w, i, BC_TOKEN_NUMBER) && is_kind(w, i - 1, BC_TOKEN_NUMBER)))
            return true;
    return false;
}

/* Is there an empty line before token i? */
static bool apart(const bc_work *w, uint32_t i)
{
    unsigned ends = 0;
    for (uint32_t k = w->tokens[i - 1].end; k < w->tokens[i].start; k++)
        ends += w->text.ptr[k] == '\n';
    return ends > 1;
}

static bool small_letter(const bc_work *w, uint32_t i)
{
    return is_kind(w, i, BC_TOKEN_WORD) && !has_flag(w, i, BC_TOKEN_CAPITAL);
}

/* "1.", "2)", "3/": the figure of an outline or a list. */
static bool is_list_number(const bc_work *w, uint32_t i)
{
    char m = bc_work_mark(w, i + 1);
    return length_of(w, i) <= 2 && (m == '.' || m == ')' || m == '/') && !has_flag(w, i + 1, BC_TOKEN_SPACE);
}

static bool has_amount(const bc_work *w, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i + 1 < to; i++)
        if (is_kind(w, i, BC_TOKEN_NUMBER) &&
            (bc_work_mark(w, i + 1) == '%' || says(w, i + 1, BC_TAG_SCALE) || says(w, i + 1, BC_TAG_UNIT)))
            return true;
    return false;
}

/* Does the sentence of the line [line, next) go on with the line that starts at next? */
static bool goes_on(const bc_work *w, uint32_t line, uint32_t next)
{
    uint32_t last = next - 1;
    if (next + 1 >= w->token_count || next - line < MIN_PROSE || is_stop(w, last) || all_capitals(w, line, next) ||
        is_row(w, line, next) || is_row(w, next, line_end(w, next)))
        return false;
    bool figure = is_kind(w, last, BC_TOKEN_NUMBER), alone = line_end(w, next) == next + 1;
    if (figure || (says(w, last, BC_TAG_SCALE) && is_kind(w, last - 1, BC_TOKEN_NUMBER))) {
        bool unit = says(w, next, BC_TAG_UNIT) || says(w, next, BC_TAG_SCALE);
        bool capital = has_flag(w, next, BC_TOKEN_CAPITAL) && !has_flag(w, next, BC_TOKEN_ALL_CAPITALS);
        return bc_work_mark(w, next) == '%' || (unit && !capital && !alone);
    }
    if (is_kind(w, next, BC_TOKEN_NUMBER))
        return !bc_work_wordless(w, (bc_range){next, line_end(w, next)}) && !is_list_number(w, next) &&
               (hangs(w, last) || bc_work_mark(w, last) == ',');
    if (bc_work_mark(w, next) == '(' && apart(w, next) && has_flag(w, next + 1, BC_TOKEN_ALL_CAPITALS))
        return false; /* "(TNO) - ..." under a headline */
    if (bc_work_mark(w, next) == '(')
        return next - line >= MIN_HANGING && length_of(w, next + 1) > 2 && !says(w, next + 1, BC_TAG_DAY) &&
               has_amount(w, line, next);
    return next - line >= MIN_HANGING && is_kind(w, next, BC_TOKEN_WORD) && has_flag(w, next, BC_TOKEN_CAPITAL) &&
           !has_flag(w, next, BC_TOKEN_ALL_CAPITALS) && is_kind(w, next + 1, BC_TOKEN_WORD) &&
           says(w, last, BC_TAG_PLACE) && !apart(w, next);
}

static bool is_word(const bc_work *w, uint32_t i, const char *word)
{
    size_t n = strlen(word);
    if (!is_kind(w, i, BC_TOKEN_WORD) || length_of(w, i) != n)
        return false;
    for (size_t k = 0; k < n; k++)
        if ((w->text.ptr[w->tokens[i].start + k] | 0x20) != word[k])
            return false;
    return true;
}

/* A page's number with its ornaments: "- 5 -", "[4]", "Trang 3/12", "Page 4 of 12". */
static bool is_page_number(const bc_work *w, uint32_t i, uint32_t end)
{
    uint32_t figures = 0, before = 0, behind = 0;
    bool named = is_word(w, i, "trang") || is_word(w, i, "page");
    for (uint32_t k = named ? i + 1 : i; k < end; k++) {
        char m = bc_work_mark(w, k);
        if (is_kind(w, k, BC_TOKEN_NUMBER) && length_of(w, k) <= 3)
            figures++;
        else if (m == '-' || m == '[' || m == ']' || m == '~' || m == '|' || m == '*' || m == '_')
            *(figures ? &behind : &before) += 1;
        else if (!(figures == 1 && (m == '/' || is_word(w, k, "of"))))
            return false;
    }
    return named ? figures >= 1 && figures <= 2 : figures == 1 && before && behind;
}

static bool same_token(const bc_work *w, uint32_t a, uint32_t b)
{
    const bc_token *x = &w->tokens[a], *y = &w->tokens[b];
    if (x->kind != y->kind)
        return false;
    if (x->kind == BC_TOKEN_MARK)
        return x->mark == y->mark;
    if (x->bare || y->bare)
        return x->bare == y->bare;
    return x->end - x->start == y->end - y->start &&
           memcmp(w->text.ptr + x->start, w->text.ptr + y->start, x->end - x->start) == 0;
}

static bool names_type(const bc_work *w, uint32_t i)
{
    bc_match found[32];
    size_t n = bc_lexicon_match(w->lexicon, w->tokens, w->token_count, i, found, sizeof found / sizeof *found);
    for (size_t k = 0; k < n; k++)
        if (found[k].tag == BC_TAG_DOC_TYPE)
            return true;
    return false;
}

/* A running head: the line says again the type and title that stand at the top of the document. Without the type it may
 * be a part's heading. */
static bool repeats_head(const bc_work *w, uint32_t kept, uint32_t i, uint32_t end)
{
    uint32_t n = end - i;
    if (n < MIN_HANGING || !names_type(w, i))
        return false;
    for (uint32_t at = 0; at + n <= HEAD_TOKENS && at + n + HEAD_DISTANCE <= kept; at++) {
        uint32_t k = 0;
        while (k < n && same_token(w, at + k, i + k))
            k++;
        if (k == n)
            return true;
    }
    return false;
}

/* A line [i, end) that the page added: left out where it is nothing else, or stands inside a sentence. The line before
 * it that stays is [before, kept). */
static bool is_furniture(const bc_work *w, uint32_t before, uint32_t kept, uint32_t i, uint32_t end)
{
    if (is_page_number(w, i, end) || repeats_head(w, kept, i, end))
        return true;
    if (kept < HEAD_TOKENS && names_type(w, i))
        return false; /* "BÁO CÁO NHANH" over a title in small letters */
    bool number = end == i + 1 && is_kind(w, i, BC_TOKEN_NUMBER) && length_of(w, i) <= 3;
    if ((!number && !all_capitals(w, i, end)) || kept - before < MIN_PROSE || is_stop(w, kept - 1) ||
        end >= w->token_count || all_capitals(w, before, kept))
        return false;
    return small_letter(w, end) ||
           (is_kind(w, end, BC_TOKEN_NUMBER) && !number && !is_list_number(w, end) && hangs(w, kept - 1));
}

static void drop_furniture(bc_work *w)
{
    uint32_t kept = 0, before = 0;
    for (uint32_t i = 0; i < w->token_count;) {
        uint32_t end = line_end(w, i);
        if (kept == 0 || !is_furniture(w, before, kept, i, end)) {
            memmove(&w->tokens[kept], &w->tokens[i], (end - i) * sizeof *w->tokens);
            before = kept;
            kept += end - i;
        }
        i = end;
    }
    w->token_count = kept;
}

/* The word that two torn pieces were, 0: none. */
static uint16_t joined_word(const bc_work *w, const bc_token *a, const bc_token *b, bc_fold *f)
{
    char text[2 * MAX_TORN];
    size_t n = a->end - a->start, m = b->end - b->start;
    if (n > MAX_TORN || m > MAX_TORN)
        return 0;
    memcpy(text, w->text.ptr + a->start, n);
    memcpy(text + n, w->text.ptr + b->start, m);
    bc_fold_word(text, n + m, f);
    return bc_lexicon_word(w->lexicon, f->full, f->full_len);
}

static bool has_vowel(const bc_work *w, const bc_token *t)
{
    bc_fold f;
    if (t->end - t->start > MAX_CLUSTER)
        return true;
    bc_fold_word(w->text.ptr + t->start, t->end - t->start, &f);
    for (size_t i = 0; i < f.bare_len; i++)
        if (strchr("aeiouy", f.bare[i]))
            return true;
    return f.bare_len == 0;
}

/* Is "a b" one syllable torn in two? No piece without a vowel is a word; other pieces are none the lexicon knows. */
static bool is_torn(const bc_work *w, const bc_token *before, const bc_token *a, const bc_token *b, bc_fold *f)
{
    if (a->kind != BC_TOKEN_WORD || b->kind != BC_TOKEN_WORD ||
        (b->flags & (BC_TOKEN_NEWLINE | BC_TOKEN_HAS_DIGIT | BC_TOKEN_TAB)) ||
        ((b->flags & BC_TOKEN_CAPITAL) && !(b->flags & BC_TOKEN_ALL_CAPITALS)) || (a->flags & BC_TOKEN_HAS_DIGIT))
        return false;
    bool capitals = (a->flags & BC_TOKEN_CAPITAL) && (b->flags & BC_TOKEN_ALL_CAPITALS);
    if ((b->flags & BC_TOKEN_ALL_CAPITALS) && !capitals)
        return false;
    if ((a->flags & BC_TOKEN_ALL_CAPITALS) && !(b->flags & BC_TOKEN_ALL_CAPITALS))
        return false;
    bool head = !has_vowel(w, a), tail = !has_vowel(w, b);
    bool after_figure = before && before->kind == BC_TOKEN_NUMBER; /* 5 m */
    if (bc_lexicon_known(w->lexicon, a->id) && bc_lexicon_known(w->lexicon, b->id) && !head && !tail)
        return false;
    if (!head && !tail && b->id && !bc_lexicon_plain(w->lexicon, b->id) && bc_lexicon_says_any(w->lexicon, b->id))
        return false;
    if (after_figure && bc_lexicon_says_any(w->lexicon, a->id) &&
        (bc_lexicon_plain(w->lexicon, b->id) || bc_lexicon_says_any(w->lexicon, b->id)))
        return false;
    return joined_word(w, a, b, f) != 0;
}

static void join_torn(bc_work *w)
{
    uint32_t kept = 0;
    bc_fold f;
    for (uint32_t i = 0; i < w->token_count; i++) {
        bc_token *a = kept ? &w->tokens[kept - 1] : NULL;
        const bc_token *before = kept > 1 ? &w->tokens[kept - 2] : NULL;
        if (a && is_torn(w, before, a, &w->tokens[i], &f)) {
            a->end = w->tokens[i].end;
            a->id = bc_lexicon_word(w->lexicon, f.full, f.full_len);
            a->bare = bc_lexicon_bare_word(w->lexicon, f.bare, f.bare_len);
            a->flags = (uint8_t)((a->flags & (BC_TOKEN_SPACE | BC_TOKEN_NEWLINE | BC_TOKEN_CAPITAL)) |
                                 (w->tokens[i].flags & BC_TOKEN_ALL_CAPITALS));
            continue;
        }
        w->tokens[kept++] = w->tokens[i];
    }
    w->token_count = kept;
}

/* "xuất-" / "khẩu", "tri-" / "ển": the hyphen goes, and what it held apart is read together. */
static void drop_hyphens(bc_work *w)
{
    uint32_t kept = 0;
    bc_fold f;
    for (uint32_t i = 0; i < w->token_count; i++) {
        bool hyphen = kept && bc_work_mark(w, i) == '-' && w->tokens[kept - 1].kind == BC_TOKEN_WORD &&
                      !has_flag(w, i, BC_TOKEN_NEWLINE) && small_letter(w, i + 1) &&
                      has_flag(w, i + 1, BC_TOKEN_NEWLINE);
        if (hyphen && bc_lexicon_adjacent(w->lexicon, w->tokens[kept - 1].id, w->tokens[i + 1].id)) {
            w->tokens[i + 1].flags &= (uint8_t)~BC_TOKEN_NEWLINE;
            continue;
        }
        if (hyphen && joined_word(w, &w->tokens[kept - 1], &w->tokens[i + 1], &f)) {
            w->tokens[i + 1].flags &= (uint8_t)~BC_TOKEN_NEWLINE; /* torn: joined next */
            w->tokens[i + 1].id = 0;
            continue;
        }
        w->tokens[kept++] = w->tokens[i];
    }
    w->token_count = kept;
}

/* "tỷ đồng.2. Thương mại", "giấy phép.b) Kiểm tra": a blank was lost behind the stop. */
static void set_apart(bc_work *w)
{
    for (uint32_t i = 2; i + 2 < w->token_count; i++) {
        char stop = bc_work_mark(w, i - 1), close = bc_work_mark(w, i + 1);
        bool after_word =
            is_kind(w, i - 2, BC_TOKEN_WORD) && length_of(w, i - 2) > 2 && !has_flag(w, i - 1, BC_TOKEN_SPACE);
        bool capital = is_kind(w, i + 2, BC_TOKEN_WORD) && has_flag(w, i + 2, BC_TOKEN_CAPITAL);
        bool number = is_kind(w, i, BC_TOKEN_NUMBER) && length_of(w, i) <= 2;
        bool letter = is_kind(w, i, BC_TOKEN_WORD) && (length_of(w, i) == 1 || says(w, i, BC_TAG_ROMAN));
        if ((stop == '.' || stop == ';') && after_word && capital &&
            ((number && (close == '.' || close == ')')) || (letter && (close == ')' || says(w, i, BC_TAG_ROMAN)))))
            w->tokens[i].flags |= BC_TOKEN_SPACE;
    }
}

static void go_on(bc_work *w)
{
    for (uint32_t line = 0; line < w->token_count;) {
        uint32_t next = line_end(w, line);
        if (goes_on(w, line, next)) {
            w->tokens[next].flags &= (uint8_t)~BC_TOKEN_NEWLINE;
            w->tokens[next].flags |= BC_TOKEN_SPACE;
        } else {
            line = next;
        }
    }
}

bool bc_stage_layout(bc_work *w)
{
    drop_furniture(w);
    drop_hyphens(w);
    join_torn(w);
    set_apart(w);
    go_on(w);
    return true;
}
