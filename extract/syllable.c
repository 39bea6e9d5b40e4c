/* SPDX-License-Identifier: MIT */
/* syllable.c - see syllable.h. */
#include "syllable.h"

#include <string.h>
#include <utf8proc.h>

#include "utf8.h"

enum { LETTERS = 12, ENOUGH = 3, OUTWEIGH = 4 };

typedef enum { TONE_NONE, TONE_GRAVE, TONE_ACUTE, TONE_TILDE, TONE_HOOK, TONE_DOT } tone;

/* A word taken apart: letters in lower case with their shape (ă â ê ô ơ ư đ as A E I O U W D below), and its tone. */
typedef struct {
    char letters[LETTERS + 1];
    size_t count;
    tone tone;
    bool marked, broken; /* has a letter past ASCII; cannot be a syllable */
} word;

/* Shapes: 1 ă, 2 â, 3 ê, 4 ô, 5 ơ, 6 ư, 7 đ. */
static const char *const ONSETS[] = {"",  "b",  "c",   "ch", "d", "7",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
                                     "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x"};
static const char *const RIMES[] = {
    "a",    "ac",  "ach",  "ai",  "ak",   "am",  "an",   "ang", "anh",  "ao",   "ap",   "at",   "au",  "ay",
    "1c",   "1k",  "1m",   "1n",  "1ng",  "1p",  "1t",   "2c",  "2m",   "2n",   "2ng",  "2p",   "2t",  "2u",
    "2y",   "e",   "ec",   "em",  "en",   "eng", "eo",   "ep",  "et",   "3",    "3ch",  "3m",   "3n",  "3nh",
    "3p",   "3t",  "3u",   "3ng", "i",    "ia",  "ich",  "im",  "in",   "inh",  "ip",   "it",   "iu",  "i3c",
    "i3m",  "i3n", "i3ng", "i3p", "i3t",  "i3u", "o",    "oa",  "oac",  "oach", "oai",  "oam",  "oan", "oang",
    "oanh", "oao", "oap",  "oat", "oay",  "o1c", "o1m",  "o1n", "o1ng", "o1t",  "oc",   "oe",   "oen", "oeo",
    "oet",  "oi",  "om",   "on",  "ong",  "ooc", "oong", "op",  "ot",   "4",    "4c",   "4i",   "4k",  "4m",
    "4n",   "4ng", "4p",   "4t",  "5",    "5i",  "5m",   "5n",  "5p",   "5t",   "u",    "ua",   "uc",  "ui",
    "um",   "un",  "ung",  "up",  "ut",   "u2n", "u2ng", "u2t", "u2y",  "u3",   "u3ch", "u3nh", "u3n", "u5",
    "u4c",  "u4i", "u4m",  "u4n", "u4ng", "u4t", "uy",   "uya", "uych", "uynh", "uyp",  "uyt",  "uyu", "uy3n",
    "uy3t", "6",   "6a",   "6c",  "6i",   "6m",  "6n",   "6ng", "6t",   "6u",   "65c",  "65i",  "65m", "65n",
    "65ng", "65p", "65t",  "65u", "y",    "ych", "yn",   "ynh", "yt",   "y3m",  "y3n",  "y3ng", "y3t", "y3u"};

static bool among(const char *const *list, size_t n, const char *s, size_t len)
{
    for (size_t i = 0; i < n; i++)
        if (strncmp(list[i], s, len) == 0 && list[i][len] == 0)
            return true;
    return false;
}

static bool is_syllable(const word *w)
{
    size_t n = w->count;
    if (w->broken || n == 0)
        return false;
    char last = w->letters[n - 1];
    bool stop = strchr("cptk", last) || (last == 'h' && n > 1 && w->letters[n - 2] == 'c');
    if (stop && w->tone != TONE_ACUTE && w->tone != TONE_DOT)
        return false;
    for (size_t onset = 0; onset <= 3 && onset < n; onset++)
        if (among(ONSETS, sizeof ONSETS / sizeof *ONSETS, w->letters, onset) &&
            among(RIMES, sizeof RIMES / sizeof *RIMES, w->letters + onset, n - onset))
            return true;
    return false;
}

/* The shape a base letter takes with a mark that is no tone; 0: none. */
static char shape(char letter, utf8proc_int32_t mark)
{
    switch (mark) {
    case 0x306:
        return letter == 'a' ? '1' : 0;
    case 0x302:
        return letter == 'a' ? '2' : letter == 'e' ? '3' : letter == 'o' ? '4' : 0;
    case 0x31B:
        return letter == 'o' ? '5' : letter == 'u' ? '6' : 0;
    default:
        return 0;
    }
}

static tone tone_of(utf8proc_int32_t mark)
{
    switch (mark) {
    case 0x300:
        return TONE_GRAVE;
    case 0x301:
        return TONE_ACUTE;
    case 0x303:
        return TONE_TILDE;
    case 0x309:
        return TONE_HOOK;
    case 0x323:
        return TONE_DOT;
    default:
        return TONE_NONE;
    }
}

/* One code point of a decomposed letter. */
static void add(word *w, utf8proc_int32_t c)
{
    if (c < 0x80) {
        char lower = (char)(c | 0x20);
        if (w->count == LETTERS || lower < 'a' || lower > 'z')
            w->broken = true;
        else
            w->letters[w->count++] = lower;
        return;
    }
    w->marked = true;
    tone t = tone_of(c);
    if (t != TONE_NONE) {
        w->broken |= w->tone != TONE_NONE || w->count == 0 || !strchr("aeiouy123456", w->letters[w->count - 1]);
        w->tone = t;
    } else if ((c == 0x110 || c == 0x111) && w->count < LETTERS) {
        w->letters[w->count++] = '7';
    } else {
        char s = w->count ? shape(w->letters[w->count - 1], c) : 0;
        if (s)
            w->letters[w->count - 1] = s;
        else
            w->broken = true;
    }
}

/* Signs that stand beside words in any text: they end a word and say nothing. */
static bool is_sign(uint32_t c)
{
    return c == 0xA0 || c == 0xAD || c == 0xAB || c == 0xBB || c == 0xB0 || c == 0xB1 || c == 0xB2 || c == 0xB3 ||
           c == 0xB7 || c == 0xD7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFEFF ||
           c == 0xFFFD;
}

static void close_word(word *w, bc_looks *l)
{
    if (w->marked && is_syllable(w))
        l->valid++;
    else if (w->marked)
        l->invalid++;
    memset(w, 0, sizeof *w);
}

bc_looks bc_syllable_looks(bc_str text)
{
    bc_looks looks = {0};
    word w = {0};
    const char *p = text.ptr, *end = p + text.len;
    while (p < end) {
        uint32_t before = p > text.ptr ? (unsigned char)p[-1] : ' ';
        const char *at = p;
        uint32_t c = bc_utf8_next(&p, end);
        if (c < 0x80) {
            uint32_t lower = c | 0x20;
            if (lower >= 'a' && lower <= 'z')
                add(&w, (utf8proc_int32_t)c);
            else
                close_word(&w, &looks);
            continue;
        }
        /* a sign inside a word is what a wrong charset leaves of a letter */
        uint32_t after = p < end ? (unsigned char)*p | 0x20 : ' ';
        bool inside = (before | 0x20) >= 'a' && (before | 0x20) <= 'z' && after >= 'a' && after <= 'z' && at > text.ptr;
        if (is_sign(c) && !(inside && c < 0x100 && c != 0xA0 && c != 0xAD)) {
            close_word(&w, &looks);
            continue;
        }
        utf8proc_int32_t parts[8];
        int boundary = 0;
        utf8proc_ssize_t n =
            utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &boundary);
        w.marked = true;
        w.broken |= n < 1 || n > 8;
        for (utf8proc_ssize_t i = 0; i < n && n <= 8; i++)
            add(&w, parts[i]);
    }
    close_word(&w, &looks);
    return looks;
}

long long bc_looks_value(bc_looks l)
{
    return (long long)l.valid - 2 * (long long)l.invalid;
}

bool bc_looks_vietnamese(bc_looks l)
{
    return l.valid >= ENOUGH && l.valid >= OUTWEIGH * l.invalid;
}
