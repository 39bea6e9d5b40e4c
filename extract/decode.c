/* SPDX-License-Identifier: MIT */
/* decode.c - see decode.h. */
#include "decode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

#include "limits.h"
#include "syllable.h"
#include "utf8.h"

static bc_error convert(bc_arena *arena, const char *bytes, size_t len, const char *charset, bc_str *out)
{
    iconv_t cd = iconv_open("UTF-8", charset);
    if (cd == (iconv_t)-1)
        return errno == ENOMEM ? BC_ERROR_MEMORY : BC_ERROR_CHARSET;
    size_t room = len * 4 + 16, left = room;
    char *text = bc_arena_alloc(arena, room), *to = text, *from = (char *)(size_t)(const void *)bytes;
    bc_error err = BC_OK;
    if (!text)
        err = BC_ERROR_MEMORY;
    else if (iconv(cd, &from, &len, &to, &left) == (size_t)-1 || iconv(cd, NULL, NULL, &to, &left) == (size_t)-1)
        err = BC_ERROR_ENCODING;
    iconv_close(cd);
    if (err == BC_OK)
        *out = (bc_str){text, room - left};
    return err;
}

/* UTF-16 without a mark, by the half that text keeps at zero: no letter of ours stands past U+1EFF. */
static bc_charset which_utf16(const char *bytes, size_t len)
{
    size_t n = len < BC_DETECT_BYTES ? len & ~(size_t)1 : BC_DETECT_BYTES, zero[2] = {0}, odd[2] = {0};
    if (len % 2)
        return BC_CHARSET_NONE;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)bytes[i];
        zero[i % 2] += c == 0;
        odd[i % 2] += c > 0x25 && c != 0xF0 && c != 0xFE; /* not the upper half of a letter, a sign, a font's bullet */
    }
    for (size_t high = 0; high < 2; high++)
        if (zero[high] * 4 > n / 2 && odd[high] * 50 < n / 2 && zero[!high] == 0)
            return high ? BC_CHARSET_UTF16LE : BC_CHARSET_UTF16BE;
    return BC_CHARSET_NONE;
}

static bool has_control(bc_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c < ' ' && !strchr("\t\n\r\f\v", c)) || c == 0x7F ||
            (c == 0xC2 && i + 1 < text.len && (unsigned char)text.ptr[i + 1] < 0xA0))
            return true;
    }
    return false;
}

static const bc_charset FONTS[] = {BC_CHARSET_TCVN3, BC_CHARSET_1258, BC_CHARSET_VNI, BC_CHARSET_VISCII};
enum { FONT_COUNT = sizeof FONTS / sizeof *FONTS };

/* Of the charsets with one byte a code the one whose text looks most Vietnamese; NONE: none does. */
static bc_error which_font(bc_arena *arena, const char *bytes, size_t len, bc_charset *best)
{
    size_t start = 0;
    while (start < len && (signed char)bytes[start] >= 0)
        start++;
    start -= start < 64 ? start : 64;
    bc_str sample = {bytes + start, len - start < BC_DETECT_BYTES ? len - start : BC_DETECT_BYTES};
    long long value = 0;
    *best = BC_CHARSET_NONE;
    for (size_t i = 0; i < FONT_COUNT; i++) {
        bc_str text;
        bc_error err = bc_charset_decode(arena, FONTS[i], sample, false, &text);
        if (err == BC_ERROR_MEMORY)
            return err;
        if (err != BC_OK || has_control(text))
            continue;
        bc_looks looks = bc_syllable_looks(text);
        if (bc_looks_vietnamese(looks) && bc_looks_value(looks) > value) {
            value = bc_looks_value(looks);
            *best = FONTS[i];
        }
    }
    return BC_OK;
}

static bool is_font(bc_charset c)
{
    return c == BC_CHARSET_TCVN3 || c == BC_CHARSET_VNI || c == BC_CHARSET_VISCII;
}

static bool starts(bc_str s, const char *mark, size_t n)
{
    return s.len >= n && memcmp(s.ptr, mark, n) == 0;
}

/* The charset, once it is known, applied. */
static bc_error apply(bc_arena *arena, bc_charset c, const char *name, bc_str in, bool page, bc_str *out,
                      bc_charset *later)
{
    *out = in;
    switch (c) {
    case BC_CHARSET_UTF8:
        return BC_OK;
    case BC_CHARSET_UTF16LE:
        return convert(arena, in.ptr, in.len, "UTF-16LE", out);
    case BC_CHARSET_UTF16BE:
        return convert(arena, in.ptr, in.len, "UTF-16BE", out);
    case BC_CHARSET_OTHER:
        return convert(arena, in.ptr, in.len, name, out);
    default:
        if (page && is_font(c)) {
            *later = c;
            c = BC_CHARSET_1252;
        }
        return bc_charset_decode(arena, c, in, false, out);
    }
}

static char *lower_copy(bc_arena *arena, const char *name)
{
    size_t n = strlen(name);
    char *copy = bc_arena_alloc(arena, n + 1);
    for (size_t i = 0; copy && i < n; i++)
        copy[i] = (char)(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
    return copy;
}

bc_error bc_decode(bc_arena *arena, const char *bytes, size_t len, const char *charset, bool page, bc_str *out,
                   bc_source *source, bc_charset *later)
{
    bc_str in = {bytes, len};
    bc_charset c = bc_charset_by_name(charset);
    *later = BC_CHARSET_NONE;
    *out = in;
    if (len > BC_MAX_TEXT_BYTES)
        return BC_ERROR_TOO_LARGE;
    source->detected = c == BC_CHARSET_NONE;
    size_t mark = 0;
    if (starts(in, "\xEF\xBB\xBF", 3)) {
        c = BC_CHARSET_UTF8;
        mark = 3;
    } else if (starts(in, "\xFF\xFE", 2) || starts(in, "\xFE\xFF", 2)) {
        c = in.ptr[0] == '\xFF' ? BC_CHARSET_UTF16LE : BC_CHARSET_UTF16BE;
        mark = 2;
    } else if (c == BC_CHARSET_NONE && memchr(in.ptr, 0, in.len)) {
        c = which_utf16(in.ptr, in.len);
    } else if (c == BC_CHARSET_NONE && bc_utf8_valid(in.ptr, in.len)) {
        c = BC_CHARSET_UTF8;
    } else if (c == BC_CHARSET_NONE) {
        bc_error err = which_font(arena, in.ptr, in.len, &c);
        if (err != BC_OK)
            return err;
    }
    if (c == BC_CHARSET_NONE)
        return BC_ERROR_ENCODING;
    bc_error err = apply(arena, c, charset, (bc_str){in.ptr + mark, in.len - mark}, page, out, later);
    if (err != BC_OK)
        return err;
    source->charset = c == BC_CHARSET_OTHER ? lower_copy(arena, charset) : bc_charset_name(c);
    if (!source->charset)
        return BC_ERROR_MEMORY;
    return bc_utf8_valid(out->ptr, out->len) && !memchr(out->ptr, 0, out->len) ? BC_OK : BC_ERROR_ENCODING;
}

/* ---- text that was misread before it came here ---- */

/* A line, or a cell of one: its bytes without the separator. */
static bc_str next_piece(bc_str text, size_t *at)
{
    size_t start = *at;
    while (*at < text.len && text.ptr[*at] != '\n' && text.ptr[*at] != '\t')
        ++*at;
    return (bc_str){text.ptr + start, *at - start};
}

typedef enum { ASCII, WESTERN, BEYOND } reach;

/* Letters past ASCII, and all of them such as windows-1252 has: it may be misread. */
static reach reach_of(bc_str piece)
{
    static const uint16_t C1[] = {0x152,  0x153,  0x160,  0x161,  0x178,  0x17D,  0x17E,  0x192,  0x2C6, 0x2DC,
                                  0x201A, 0x201E, 0x2020, 0x2021, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122};
    bool any = false;
    for (const char *p = piece.ptr, *end = p + piece.len; p < end;) {
        uint32_t c = bc_utf8_next(&p, end);
        bool western = c >= 0x80 && c <= 0xFF;
        for (size_t i = 0; c > 0xFF && i < sizeof C1 / sizeof *C1 && !western; i++)
            western = c == C1[i];
        any |= western;
        if (!western && ((c >= 0x100 && c <= 0x1FF) || (c >= 0x300 && c <= 0x36F) || (c >= 0x1E00 && c <= 0x1EFF)))
            return BEYOND;
    }
    return any ? WESTERN : ASCII;
}

static const bc_charset MISREAD[] = {BC_CHARSET_UTF8, BC_CHARSET_TCVN3, BC_CHARSET_1258, BC_CHARSET_VNI,
                                     BC_CHARSET_VISCII};
enum { MISREAD_COUNT = sizeof MISREAD / sizeof *MISREAD };

/* Decoded again; false: no text of the charset, or no memory (the arena tells). */
static bool again(bc_arena *arena, bc_charset c, bc_str piece, bc_str *out)
{
    return bc_charset_decode(arena, c, piece, true, out) == BC_OK && (c == BC_CHARSET_UTF8 || !has_control(*out)) &&
           !memchr(out->ptr, 0, out->len);
}

/* What the text's odd pieces most look like; NONE: as they stand. most: they are more than the good ones. */
static bc_charset which_misread(bc_arena *arena, bc_str text, bool *most)
{
    bc_looks sums[MISREAD_COUNT] = {{0}};
    size_t seen = 0, good = 0;
    for (size_t at = 0; at < text.len && seen < BC_DETECT_BYTES; at++) {
        bc_str piece = next_piece(text, &at);
        reach r = reach_of(piece);
        bc_looks as_is = {0};
        good += r == BEYOND ? piece.len : 0;
        if (r == WESTERN)
            as_is = bc_syllable_looks(piece);
        if (as_is.invalid == 0)
            continue;
        seen += piece.len;
        for (size_t i = 0; i < MISREAD_COUNT; i++) {
            bc_str decoded;
            bc_looks looks = as_is;
            if (again(arena, MISREAD[i], piece, &decoded)) /* what is UTF-8 by its form is, whatever it says */
                looks = MISREAD[i] == BC_CHARSET_UTF8 ? (bc_looks){as_is.invalid + as_is.valid, 0}
                                                      : bc_syllable_looks(decoded);
            sums[i].valid += looks.valid;
            sums[i].invalid += looks.invalid;
        }
    }
    bc_charset best = BC_CHARSET_NONE;
    long long value = 0;
    for (size_t i = 0; i < MISREAD_COUNT; i++)
        if (bc_looks_vietnamese(sums[i]) && bc_looks_value(sums[i]) > value) {
            value = bc_looks_value(sums[i]);
            best = MISREAD[i];
        }
    *most = seen > good;
    return best;
}

/* all: every piece; most: also those that look as good either way. */
static bc_error mend_once(bc_arena *arena, bc_str text, bc_charset c, bool all, bool most, bc_str *out)
{
    size_t room = text.len * 3 + 8, n = 0;
    char *mended = bc_arena_alloc(arena, room);
    if (!mended)
        return BC_ERROR_MEMORY;
    for (size_t at = 0; at < text.len; at++) {
        bc_str piece = next_piece(text, &at), decoded;
        bool readable = (all || reach_of(piece) == WESTERN) && again(arena, c, piece, &decoded);
        if (all && !readable)
            return bc_arena_failed(arena) ? BC_ERROR_MEMORY : BC_ERROR_ENCODING;
        if (readable && !all && c != BC_CHARSET_UTF8) {
            long long gain = bc_looks_value(bc_syllable_looks(decoded)) - bc_looks_value(bc_syllable_looks(piece));
            readable = gain > 0 || (most && gain == 0);
        }
        if (readable)
            piece = decoded;
        memcpy(mended + n, piece.ptr, piece.len);
        n += piece.len;
        if (at < text.len)
            mended[n++] = text.ptr[at];
    }
    *out = (bc_str){mended, n};
    return bc_arena_failed(arena) ? BC_ERROR_MEMORY : BC_OK;
}

bc_error bc_mend_utf8(bc_arena *arena, bc_str text, bc_str *out, bc_source *source)
{
    bool most;
    *out = text;
    if (which_misread(arena, text, &most) != BC_CHARSET_UTF8)
        return bc_arena_failed(arena) ? BC_ERROR_MEMORY : BC_OK;
    source->charset = bc_charset_name(BC_CHARSET_UTF8);
    source->misread = true;
    return mend_once(arena, text, BC_CHARSET_UTF8, false, most, out);
}

bc_error bc_mend(bc_arena *arena, bc_str text, bc_charset later, bc_str *out, bc_source *source)
{
    *out = text;
    if (later != BC_CHARSET_NONE) {
        source->charset = bc_charset_name(later); /* the callers give none of iconv's */
        return mend_once(arena, text, later, true, true, out);
    }
    for (int round = 0; round < 3; round++) {
        bool most;
        bc_charset c = which_misread(arena, *out, &most);
        if (bc_arena_failed(arena))
            return BC_ERROR_MEMORY;
        if (c == BC_CHARSET_NONE)
            return BC_OK;
        bc_error err = mend_once(arena, *out, c, false, most, out);
        if (err != BC_OK)
            return err;
        source->charset = bc_charset_name(c);
        source->misread = true;
        if (c != BC_CHARSET_UTF8)
            break;
    }
    return BC_OK;
}

/* ---- entities in plain text ---- */

static const struct {
    const char *name;
    uint16_t code_point;
} ENTITIES[] = {
    {"Agrave", 0xC0},   {"Aacute", 0xC1},  {"Acirc", 0xC2},   {"Atilde", 0xC3},  {"Egrave", 0xC8},  {"Eacute", 0xC9},
    {"Ecirc", 0xCA},    {"Igrave", 0xCC},  {"Iacute", 0xCD},  {"ETH", 0xD0},     {"Ograve", 0xD2},  {"Oacute", 0xD3},
    {"Ocirc", 0xD4},    {"Otilde", 0xD5},  {"Ugrave", 0xD9},  {"Uacute", 0xDA},  {"Yacute", 0xDD},  {"agrave", 0xE0},
    {"aacute", 0xE1},   {"acirc", 0xE2},   {"atilde", 0xE3},  {"egrave", 0xE8},  {"eacute", 0xE9},  {"ecirc", 0xEA},
    {"igrave", 0xEC},   {"iacute", 0xED},  {"ograve", 0xF2},  {"oacute", 0xF3},  {"ocirc", 0xF4},   {"otilde", 0xF5},
    {"ugrave", 0xF9},   {"uacute", 0xFA},  {"yacute", 0xFD},  {"nbsp", 0xA0},    {"laquo", 0xAB},   {"raquo", 0xBB},
    {"deg", 0xB0},      {"plusmn", 0xB1},  {"sup2", 0xB2},    {"sup3", 0xB3},    {"middot", 0xB7},  {"times", 0xD7},
    {"frac12", 0xBD},   {"Dstrok", 0x110}, {"dstrok", 0x111}, {"Abreve", 0x102}, {"abreve", 0x103}, {"ndash", 0x2013},
    {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bull", 0x2022},
    {"hellip", 0x2026}, {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"le", 0x2264},     {"ge", 0x2265},
};

/* The entity at the start of s: its length with '&' and ';', and what it stands for; 0: none. */
static size_t entity(bc_str s, uint32_t *code_point)
{
    size_t stop = 1;
    while (stop < s.len && stop < 12 && s.ptr[stop] != ';')
        stop++;
    if (stop < 3 || stop == s.len || s.ptr[stop] != ';')
        return 0;
    if (s.ptr[1] == '#') {
        bool hex = (s.ptr[2] | 0x20) == 'x';
        uint32_t value = 0;
        size_t i = hex ? 3 : 2;
        if (i == stop)
            return 0;
        for (; i < stop; i++) {
            char c = (char)(s.ptr[i] | 0x20);
            uint32_t digit = c >= '0' && c <= '9'          ? (uint32_t)(c - '0')
                             : hex && c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                                                           : 99;
            if (digit == 99 || value > 0x10FFFF)
                return 0;
            value = value * (hex ? 16 : 10) + digit;
        }
        if (value < ' ' || value == 0x7F || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF)
            return 0;
        *code_point = value;
        return stop + 1;
    }
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++)
        if (strlen(ENTITIES[i].name) == stop - 1 && memcmp(ENTITIES[i].name, s.ptr + 1, stop - 1) == 0) {
            *code_point = ENTITIES[i].code_point;
            return stop + 1;
        }
    return 0;
}

bc_error bc_entities(bc_arena *arena, bc_str text, bc_str *out, bc_source *source)
{
    unsigned letters = 0;
    uint32_t c = 0;
    *out = text;
    for (const char *p = text.ptr, *end = p + text.len;
         letters < 2 && p < end && (p = memchr(p, '&', (size_t)(end - p))) != NULL; p++)
        letters += entity((bc_str){p, (size_t)(end - p)}, &c) > 0 && c >= 0xC0 && c <= 0x1EFF;
    if (letters < 2)
        return BC_OK;
    char *plain = bc_arena_alloc(arena, text.len + 1);
    size_t n = 0;
    if (!plain)
        return BC_ERROR_MEMORY;
    for (size_t i = 0; i < text.len;) {
        size_t used = text.ptr[i] == '&' ? entity((bc_str){text.ptr + i, text.len - i}, &c) : 0;
        if (used)
            n += bc_utf8_put(plain + n, c);
        else
            plain[n++] = text.ptr[i];
        i += used ? used : 1;
    }
    *out = (bc_str){plain, n};
    source->entities = true;
    return BC_OK;
}
