/* SPDX-License-Identifier: MIT */
/* token.c - see token.h. */
#include "token.h"

#include "fold.h"
#include "lexicon.h"
#include "utf8.h"

enum { LEAST_UNIT_BYTES = 3 }; /* m2 and km2 are words */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x202F || c == 0x2007 || c == 0x3000 || c == 0x200B ||
           c == 0xFEFF || (c >= 0x2000 && c <= 0x200A) || c < 0x20;
}

/* Many signs, few senses: reports mix dashes, quotes and bullets freely. */
static char sense_of(uint32_t c)
{
    if (c < 0x80)
        return (char)c;
    switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xAD:
        return '-';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2EE:
    case 0xAB:
    case 0x2033:
        return '"';
    case 0x2018:
    case 0x2019:
    case 0x2032:
        return '\'';
    case 0x2022:
    case 0xB7:
    case 0x25CF:
    case 0x25AA:
    case 0x25A0:
    case 0x25CB:
    case 0x25E6:
    case 0xBB:
    case 0x27A2:
    case 0x2726:
    case 0x2756:
    case 0xF0B7:
    case 0x2666:
    case 0x203A:
        return '*';
    case 0x2026:
        return '.';
    case 0x2044:
    case 0x2215:
        return '/';
    case 0xFF05:
        return '%';
    default:
        return 0;
    }
}

/* 1.234,5 - digits, and a '.' or ',' only between two digits. */
static const char *end_of_number(const char *p, const char *end)
{
    while (p < end && (is_digit(*p) || ((*p == '.' || *p == ',') && p + 1 < end && is_digit(p[1]))))
        p++;
    return p;
}

/* m2, QH15, but "giảm5,6%": digits behind a small letter with a mark are a figure of their own. */
static const char *end_of_word(const char *p, const char *end)
{
    bool marked = false;
    while (p < end) {
        const char *next = p;
        uint32_t c = bc_utf8_next(&next, end);
        if (!bc_fold_is_letter(c) && (!(c < 0x80 && is_digit((char)c)) || marked))
            break;
        marked |= c >= 0x80 && c < 0x2000 && !bc_fold_is_upper(c);
        p = next;
    }
    return p;
}

/* "USD1,23", "EUR20": a unit stuck before its figure is a word of its own. Its end, or the word's. */
static const char *end_of_unit(const bc_lexicon *lexicon, const char *word, const char *end)
{
    const char *p = word;
    bc_fold f;
    while (p < end && !is_digit(*p))
        p++;
    const char *q = p;
    while (q < end && is_digit(*q))
        q++;
    if (p == end || q < end || p - word < LEAST_UNIT_BYTES)
        return end;
    bc_fold_word(word, (size_t)(p - word), &f);
    uint16_t id = bc_lexicon_word(lexicon, f.full, f.full_len);
    return id && bc_lexicon_says(lexicon, id, BC_TAG_UNIT) ? p : end;
}

bool bc_tokenize(const bc_lexicon *lexicon, bc_arena *arena, bc_str text, bc_token **tokens, uint32_t *count)
{
    const char *p = text.ptr, *end = text.ptr + text.len;
    bc_token *list = NULL;
    size_t n = 0, capacity = 0;
    uint8_t before = 0;

    while (p < end) {
        const char *at = p;
        uint32_t c = bc_utf8_next(&p, end);
        if (is_space(c)) {
            before |= BC_TOKEN_SPACE;
            if (c == '\n')
                before |= BC_TOKEN_NEWLINE;
            else if (c == '\t')
                before |= BC_TOKEN_TAB;
            continue;
        }
        if (!bc_arena_grow(arena, (void **)&list, n, &capacity, sizeof *list))
            return false;
        bc_token *t = &list[n++];
        *t = (bc_token){.start = (uint32_t)(at - text.ptr), .flags = before};
        before = 0;
        if (c < 0x80 && is_digit((char)c)) {
            t->kind = BC_TOKEN_NUMBER;
            p = end_of_number(at, end);
            if (lexicon) {
                bc_fold f;
                bc_fold_word(at, (size_t)(p - at), &f);
                t->id = bc_lexicon_word(lexicon, f.full, f.full_len);
            }
        } else if (bc_fold_is_letter(c)) {
            bc_fold f;
            t->kind = BC_TOKEN_WORD;
            p = end_of_word(at, end);
            if (lexicon)
                p = end_of_unit(lexicon, at, p);
            bc_fold_word(at, (size_t)(p - at), &f);
            if (f.capital)
                t->flags |= BC_TOKEN_CAPITAL;
            if (f.all_capitals)
                t->flags |= BC_TOKEN_ALL_CAPITALS;
            if (f.digits)
                t->flags |= BC_TOKEN_HAS_DIGIT;
            if (lexicon) {
                t->id = bc_lexicon_word(lexicon, f.full, f.full_len);
                t->bare = bc_lexicon_bare_word(lexicon, f.bare, f.bare_len);
            }
        } else {
            t->kind = BC_TOKEN_MARK;
            t->mark = sense_of(c);
            if (lexicon && t->mark) {
                t->id = bc_lexicon_word(lexicon, &t->mark, 1);
            } else if (lexicon) { /* a sign of a unit: €, ‰, ° */
                bc_fold f;
                bc_fold_word(at, (size_t)(p - at), &f);
                t->id = bc_lexicon_word(lexicon, f.full, f.full_len);
            }
        }
        t->end = (uint32_t)(p - text.ptr);
    }
    *tokens = list;
    *count = (uint32_t)n;
    return true;
}
