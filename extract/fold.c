/* SPDX-License-Identifier: MIT */
/* fold.c - see fold.h. The tables are Unicode's canonical decompositions of the Latin letters of Vietnamese. */
#include "fold.h"

#include <string.h>

#include "utf8.h"

/* A letter as base, hat (1 breve, 2 circumflex, 3 horn, 4 bar) and tone (1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng). */
typedef struct {
    char base;
    uint8_t hat, tone;
    bool upper;
} letter;

static const letter LATIN[] = {
    /* U+00C0 to U+01B0 */
    {'a', 0, 1, 1},
    {'a', 0, 2, 1},
    {'a', 2, 0, 1},
    {'a', 0, 4, 1},
    {0},
    {0},
    {0},
    {0},
    {'e', 0, 1, 1},
    {'e', 0, 2, 1},
    {'e', 2, 0, 1},
    {0},
    {'i', 0, 1, 1},
    {'i', 0, 2, 1},
    {'i', 2, 0, 1},
    {0},
    {'d', 4, 0, 1},
    {'n', 0, 4, 1},
    {'o', 0, 1, 1},
    {'o', 0, 2, 1},
    {'o', 2, 0, 1},
    {'o', 0, 4, 1},
    {0},
    {0},
    {0},
    {'u', 0, 1, 1},
    {'u', 0, 2, 1},
    {'u', 2, 0, 1},
    {0},
    {'y', 0, 2, 1},
    {0},
    {0},
    {'a', 0, 1, 0},
    {'a', 0, 2, 0},
    {'a', 2, 0, 0},
    {'a', 0, 4, 0},
    {0},
    {0},
    {0},
    {0},
    {'e', 0, 1, 0},
    {'e', 0, 2, 0},
    {'e', 2, 0, 0},
    {0},
    {'i', 0, 1, 0},
    {'i', 0, 2, 0},
    {'i', 2, 0, 0},
    {0},
    {0},
    {'n', 0, 4, 0},
    {'o', 0, 1, 0},
    {'o', 0, 2, 0},
    {'o', 2, 0, 0},
    {'o', 0, 4, 0},
    {0},
    {0},
    {0},
    {'u', 0, 1, 0},
    {'u', 0, 2, 0},
    {'u', 2, 0, 0},
    {0},
    {'y', 0, 2, 0},
    {0},
    {0},
    {0},
    {0},
    {'a', 1, 0, 1},
    {'a', 1, 0, 0},
    {0},
    {0},
    {'c', 0, 2, 1},
    {'c', 0, 2, 0},
    {'c', 2, 0, 1},
    {'c', 2, 0, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'d', 4, 0, 1},
    {'d', 4, 0, 0},
    {0},
    {0},
    {'e', 1, 0, 1},
    {'e', 1, 0, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'g', 2, 0, 1},
    {'g', 2, 0, 0},
    {'g', 1, 0, 1},
    {'g', 1, 0, 0},
    {0},
    {0},
    {0},
    {0},
    {'h', 2, 0, 1},
    {'h', 2, 0, 0},
    {0},
    {0},
    {'i', 0, 4, 1},
    {'i', 0, 4, 0},
    {0},
    {0},
    {'i', 1, 0, 1},
    {'i', 1, 0, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'j', 2, 0, 1},
    {'j', 2, 0, 0},
    {0},
    {0},
    {0},
    {'l', 0, 2, 1},
    {'l', 0, 2, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'n', 0, 2, 1},
    {'n', 0, 2, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'o', 1, 0, 1},
    {'o', 1, 0, 0},
    {0},
    {0},
    {0},
    {0},
    {'r', 0, 2, 1},
    {'r', 0, 2, 0},
    {0},
    {0},
    {0},
    {0},
    {'s', 0, 2, 1},
    {'s', 0, 2, 0},
    {'s', 2, 0, 1},
    {'s', 2, 0, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'u', 0, 4, 1},
    {'u', 0, 4, 0},
    {0},
    {0},
    {'u', 1, 0, 1},
    {'u', 1, 0, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'w', 2, 0, 1},
    {'w', 2, 0, 0},
    {'y', 2, 0, 1},
    {'y', 2, 0, 0},
    {0},
    {'z', 0, 2, 1},
    {'z', 0, 2, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'d', 4, 0, 1},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'o', 3, 0, 1},
    {'o', 3, 0, 0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {0},
    {'u', 3, 0, 1},
    {'u', 3, 0, 0},
};

static const letter VIETNAMESE[] = {
    /* U+1EA0 to U+1EF9 */
    {'a', 0, 5, 1}, {'a', 0, 5, 0}, {'a', 0, 3, 1}, {'a', 0, 3, 0}, {'a', 2, 2, 1}, {'a', 2, 2, 0}, {'a', 2, 1, 1},
    {'a', 2, 1, 0}, {'a', 2, 3, 1}, {'a', 2, 3, 0}, {'a', 2, 4, 1}, {'a', 2, 4, 0}, {'a', 2, 5, 1}, {'a', 2, 5, 0},
    {'a', 1, 2, 1}, {'a', 1, 2, 0}, {'a', 1, 1, 1}, {'a', 1, 1, 0}, {'a', 1, 3, 1}, {'a', 1, 3, 0}, {'a', 1, 4, 1},
    {'a', 1, 4, 0}, {'a', 1, 5, 1}, {'a', 1, 5, 0}, {'e', 0, 5, 1}, {'e', 0, 5, 0}, {'e', 0, 3, 1}, {'e', 0, 3, 0},
    {'e', 0, 4, 1}, {'e', 0, 4, 0}, {'e', 2, 2, 1}, {'e', 2, 2, 0}, {'e', 2, 1, 1}, {'e', 2, 1, 0}, {'e', 2, 3, 1},
    {'e', 2, 3, 0}, {'e', 2, 4, 1}, {'e', 2, 4, 0}, {'e', 2, 5, 1}, {'e', 2, 5, 0}, {'i', 0, 3, 1}, {'i', 0, 3, 0},
    {'i', 0, 5, 1}, {'i', 0, 5, 0}, {'o', 0, 5, 1}, {'o', 0, 5, 0}, {'o', 0, 3, 1}, {'o', 0, 3, 0}, {'o', 2, 2, 1},
    {'o', 2, 2, 0}, {'o', 2, 1, 1}, {'o', 2, 1, 0}, {'o', 2, 3, 1}, {'o', 2, 3, 0}, {'o', 2, 4, 1}, {'o', 2, 4, 0},
    {'o', 2, 5, 1}, {'o', 2, 5, 0}, {'o', 3, 2, 1}, {'o', 3, 2, 0}, {'o', 3, 1, 1}, {'o', 3, 1, 0}, {'o', 3, 3, 1},
    {'o', 3, 3, 0}, {'o', 3, 4, 1}, {'o', 3, 4, 0}, {'o', 3, 5, 1}, {'o', 3, 5, 0}, {'u', 0, 5, 1}, {'u', 0, 5, 0},
    {'u', 0, 3, 1}, {'u', 0, 3, 0}, {'u', 3, 2, 1}, {'u', 3, 2, 0}, {'u', 3, 1, 1}, {'u', 3, 1, 0}, {'u', 3, 3, 1},
    {'u', 3, 3, 0}, {'u', 3, 4, 1}, {'u', 3, 4, 0}, {'u', 3, 5, 1}, {'u', 3, 5, 0}, {'y', 0, 1, 1}, {'y', 0, 1, 0},
    {'y', 0, 5, 1}, {'y', 0, 5, 0}, {'y', 0, 3, 1}, {'y', 0, 3, 0}, {'y', 0, 4, 1}, {'y', 0, 4, 0},
};

static letter letter_of(uint32_t c)
{
    if (c < 0x80) {
        bool upper = c >= 'A' && c <= 'Z';
        return (letter){(char)(upper ? c + 32 : c), 0, 0, upper};
    }
    if (c >= 0xC0 && c <= 0x1B0)
        return LATIN[c - 0xC0];
    if (c >= 0x1EA0 && c <= 0x1EF9)
        return VIETNAMESE[c - 0x1EA0];
    return (letter){0};
}

bool bc_fold_is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0x250)
        return c >= 0xC0 && c != 0xD7 && c != 0xF7;
    if (c < 0x2000)
        return true; /* combining marks and the alphabets up to U+1FFF, Vietnamese among them */
    return c >= 0x2C00 && (c < 0x2E00 || c > 0x303F) && c < 0xE000;
}

bool bc_fold_is_upper(uint32_t c)
{
    return letter_of(c).upper;
}

uint32_t bc_fold_lower(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (!letter_of(c).upper)
        return c;
    if (c == 0xD0 || c == 0x110 || c == 0x189)
        return 0x111;
    if (c < 0xDF)
        return c + 32;
    return c + 1; /* in both blocks the small letter follows its capital */
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

void bc_fold_word(const char *word, size_t len, bc_fold *out)
{
    const char *p = word, *end = word + len;
    size_t full = 0, bare = 0, letters = 0;
    uint8_t tone = 0;
    bool lower_seen = false, fits = true;

    memset(out, 0, offsetof(bc_fold, full));
    while (p < end) {
        const char *at = p;
        uint32_t c = bc_utf8_next(&p, end);
        letter l = letter_of(c);
        if (full + 8 > BC_MAX_SYLLABLE_BYTES) {
            fits = false;
            break;
        }
        if (!l.base) { /* a letter of another alphabet stands for itself */
            memcpy(out->full + full, at, (size_t)(p - at));
            memcpy(out->bare + bare, at, (size_t)(p - at));
            full += (size_t)(p - at);
            bare += (size_t)(p - at);
            lower_seen = true;
            letters++;
            continue;
        }
        if (l.upper && letters == 0)
            out->capital = true;
        if (l.base >= '0' && l.base <= '9')
            out->digits = true;
        else if (!l.upper)
            lower_seen = true;
        letters++;
        if (l.tone)
            tone = l.tone;
        out->bare[bare++] = l.base;
        out->full[full++] = l.base;
        if (l.hat)
            out->full[full++] = (char)l.hat;
    }
    if (!fits)
        return;
    out->all_capitals = letters > 1 && !lower_seen;
    /* tỷ = tỉ, but not "y" alone, nor the y of ây, ay, uy (the u of qu is a consonant) */
    bool after_consonant = bare == 2 || (bare == 3 && (out->bare[0] == 'q' || !is_vowel(out->bare[1])));
    if (bare >= 2 && after_consonant && out->bare[bare - 1] == 'y' && !is_vowel(out->bare[0])) {
        out->bare[bare - 1] = 'i';
        out->full[full - 1] = 'i';
    }
    if (tone)
        out->full[full++] = (char)(0x10 + tone);
    out->full_len = (uint8_t)full;
    out->bare_len = (uint8_t)bare;
}

unsigned bc_fold_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    unsigned n = 0;
    size_t i = 0, k = 0;
    while (i < a_len || k < b_len) {
        char x = i < a_len ? a[i] : 0, y = k < b_len ? b[k] : 0;
        bool mark_x = x > 0 && x<0x20, mark_y = y> 0 && y < 0x20;
        n += (mark_x || mark_y) && x != y;
        i += (mark_x || !mark_y) && i < a_len;
        k += (mark_y || !mark_x) && k < b_len;
    }
    return n;
}
