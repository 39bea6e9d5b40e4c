/* SPDX-License-Identifier: MIT */
/* charset.c - see charset.h. */
#include "charset.h"

#include <string.h>
#include <strings.h>

#include "charset_tables.h"
#include "utf8.h"

static const struct {
    const char *name;
    bc_charset charset;
} NAMES[] = {
    {"utf-8", BC_CHARSET_UTF8},        {"utf8", BC_CHARSET_UTF8},
    {"utf-16le", BC_CHARSET_UTF16LE},  {"utf-16be", BC_CHARSET_UTF16BE},
    {"tcvn3", BC_CHARSET_TCVN3},       {"tcvn-3", BC_CHARSET_TCVN3},
    {"tcvn", BC_CHARSET_TCVN3},        {"tcvn-5712", BC_CHARSET_TCVN3},
    {"tcvn5712", BC_CHARSET_TCVN3},    {"x-tcvn3", BC_CHARSET_TCVN3},
    {"abc", BC_CHARSET_TCVN3},         {".vntime", BC_CHARSET_TCVN3},
    {"vntime", BC_CHARSET_TCVN3},      {"vni", BC_CHARSET_VNI},
    {"vni-windows", BC_CHARSET_VNI},   {"vni-win", BC_CHARSET_VNI},
    {"x-vni", BC_CHARSET_VNI},         {"vni-times", BC_CHARSET_VNI},
    {"viscii", BC_CHARSET_VISCII},     {"viscii1.1-1", BC_CHARSET_VISCII},
    {"csviscii", BC_CHARSET_VISCII},   {"x-viscii", BC_CHARSET_VISCII},
    {"windows-1258", BC_CHARSET_1258}, {"cp1258", BC_CHARSET_1258},
    {"x-cp1258", BC_CHARSET_1258},     {"windows-1252", BC_CHARSET_1252},
    {"cp1252", BC_CHARSET_1252},       {"x-cp1252", BC_CHARSET_1252},
    {"iso-8859-1", BC_CHARSET_1252},   {"iso8859-1", BC_CHARSET_1252},
    {"iso_8859-1", BC_CHARSET_1252},   {"latin1", BC_CHARSET_1252},
    {"latin-1", BC_CHARSET_1252},      {"x-user-defined", BC_CHARSET_1252},
    {"us-ascii", BC_CHARSET_NONE},     {"ascii", BC_CHARSET_NONE},
};

bc_charset bc_charset_by_name(const char *name)
{
    if (!name || !*name)
        return BC_CHARSET_NONE;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcasecmp(name, NAMES[i].name) == 0)
            return NAMES[i].charset;
    return BC_CHARSET_OTHER;
}

const char *bc_charset_name(bc_charset c)
{
    static const char *const CANONICAL[BC_CHARSET_COUNT] = {
        [BC_CHARSET_UTF8] = "utf-8",    [BC_CHARSET_UTF16LE] = "utf-16le", [BC_CHARSET_UTF16BE] = "utf-16be",
        [BC_CHARSET_TCVN3] = "tcvn3",   [BC_CHARSET_VNI] = "vni",          [BC_CHARSET_1258] = "windows-1258",
        [BC_CHARSET_VISCII] = "viscii", [BC_CHARSET_1252] = "windows-1252"};
    return CANONICAL[c];
}

/* ---- reading bytes, or characters that were bytes ---- */

typedef struct {
    const char *p, *end;
    bool misread;
} reader;

/* The byte that windows-1252 or ISO 8859-1 reads as this character; the character itself (above FF) where none is. */
static uint32_t as_byte(uint32_t c)
{
    if (c <= 0xFF)
        return c;
    for (uint32_t i = 0; i < 32; i++)
        if (WINDOWS_1252_C1[i] == c)
            return 0x80 + i;
    return c;
}

static uint32_t next_unit(reader *r)
{
    return r->misread ? as_byte(bc_utf8_next(&r->p, r->end)) : (unsigned char)*r->p++;
}

static uint32_t peek_unit(const reader *r)
{
    reader copy = *r;
    return copy.p < copy.end ? next_unit(&copy) : 0;
}

static uint32_t from_1252(uint32_t unit)
{
    return unit >= 0x80 && unit < 0xA0 ? WINDOWS_1252_C1[unit - 0x80] : unit;
}

static uint32_t from_viscii(uint32_t unit)
{
    switch (unit) {
    case 0x02:
        return 0x1EB2;
    case 0x05:
        return 0x1EB4;
    case 0x06:
        return 0x1EAA;
    case 0x14:
        return 0x1EF6;
    case 0x19:
        return 0x1EF8;
    case 0x1E:
        return 0x1EF4;
    default:
        return unit >= 0x80 && unit <= 0xFF ? VISCII[unit - 0x80] : unit;
    }
}

/* ---- VNI: a vowel, then a sign that carries its tone and its shape ---- */

/* Marks behind a e o u y and the letters F4 (ơ), F6 (ư); a capital's are 20 less. */
static const struct {
    uint8_t sign;
    const char *vowels;
    uint16_t shape, tone;
} VNI_SIGNS[] = {
    {0xF9, "aeouy\xF4\xF6", 0, 0x301}, {0xF8, "aeouy\xF4\xF6", 0, 0x300}, {0xFB, "aeouy\xF4\xF6", 0, 0x309},
    {0xF5, "aeouy\xF4\xF6", 0, 0x303}, {0xEF, "aeouy\xF4\xF6", 0, 0x323}, {0xE2, "aeo", 0x302, 0},
    {0xE1, "aeo", 0x302, 0x301},       {0xE0, "aeo", 0x302, 0x300},       {0xE5, "aeo", 0x302, 0x309},
    {0xE3, "aeo", 0x302, 0x303},       {0xE4, "aeo", 0x302, 0x323},       {0xEA, "a", 0x306, 0},
    {0xE9, "a", 0x306, 0x301},         {0xE8, "a", 0x306, 0x300},         {0xFA, "a", 0x306, 0x309},
    {0xFC, "a", 0x306, 0x303},         {0xEB, "a", 0x306, 0x323},
};

/* Letters of one sign. */
static uint32_t from_vni(uint32_t unit)
{
    static const struct {
        uint8_t unit;
        uint16_t lower, upper;
    } LETTERS[] = {{0xED, 0xED, 0xCD},   {0xEC, 0xEC, 0xCC},     {0xE6, 0x1EC9, 0x1EC8},
                   {0xF3, 0x129, 0x128}, {0xF2, 0x1ECB, 0x1ECA}, {0xF4, 0x1A1, 0x1A0},
                   {0xF6, 0x1B0, 0x1AF}, {0xF1, 0x111, 0x110},   {0xEE, 0x1EF5, 0x1EF4}};
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        if (unit == LETTERS[i].unit)
            return LETTERS[i].lower;
        if (unit + 0x20 == LETTERS[i].unit)
            return LETTERS[i].upper;
    }
    return from_1252(unit);
}

static uint32_t lower_unit(uint32_t unit)
{
    return (unit >= 'A' && unit <= 'Z') || (unit >= 0xC0 && unit <= 0xDE) ? unit + 0x20 : unit;
}

static char *vni_signs(reader *r, uint32_t vowel, char *to)
{
    uint32_t sign = lower_unit(peek_unit(r)), base = lower_unit(vowel);
    if (base > 0xFF || base == 0)
        return to;
    for (size_t i = 0; i < sizeof VNI_SIGNS / sizeof *VNI_SIGNS; i++) {
        if (sign != VNI_SIGNS[i].sign || !strchr(VNI_SIGNS[i].vowels, (int)(char)base))
            continue;
        (void)next_unit(r);
        if (VNI_SIGNS[i].shape)
            to += bc_utf8_put(to, VNI_SIGNS[i].shape);
        if (VNI_SIGNS[i].tone)
            to += bc_utf8_put(to, VNI_SIGNS[i].tone);
        break;
    }
    return to;
}

/* ---- TCVN3: capitals with a tone share the codes of the small letters (a font of capitals shows them) ---- */

static bool is_small_toned(uint32_t c)
{
    switch (c) {
    case 0x103: /* ă â ê ô ơ ư đ have capitals of their own */
    case 0xE2:
    case 0xEA:
    case 0xF4:
    case 0x1A1:
    case 0x1B0:
    case 0x111:
        return false;
    default:
        return (c >= 0xE0 && c <= 0xFD) || c == 0x129 || c == 0x169 || (c >= 0x1EA0 && c <= 0x1EF9 && (c & 1));
    }
}

static bool is_upper(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || c == 0x102 || c == 0xC2 || c == 0xCA || c == 0xD4 || c == 0x1A0 || c == 0x1AF ||
           c == 0x110 || (c >= 0x1EA0 && c <= 0x1EF9 && !(c & 1));
}

static bool is_small(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || c == 0x103 || c == 0xE2 || c == 0xEA || c == 0xF4 || c == 0x1A1 || c == 0x1B0 ||
           c == 0x111;
}

static uint32_t upper_of(uint32_t c)
{
    if (c >= 0xE0 && c <= 0xFD)
        return c - 0x20;
    return c == 0x129 || c == 0x169 || (c >= 0x1EA0 && c <= 0x1EF9) ? c & ~1u : c;
}

/* Writes the range again with its toned small letters as capitals; both take the same bytes. */
static void raise_toned(char *from, const char *to)
{
    for (const char *p = from; p < to;) {
        char *at = from + (p - from);
        uint32_t c = bc_utf8_next(&p, to);
        if (is_small_toned(c))
            (void)bc_utf8_put(at, upper_of(c));
    }
}

static bool is_letter(uint32_t c)
{
    return is_small(c) || is_small_toned(c) || is_upper(c);
}

/* No small letter, and more capitals than one outside of codes such as 12/BC-UBND: a line of capitals. */
static bool of_capitals(const char *line, const char *stop)
{
    size_t upper = 0;
    uint32_t before = ' ';
    for (const char *p = line; p < stop;) {
        uint32_t c = bc_utf8_next(&p, stop);
        if (is_small(c))
            return false;
        bool in_code = before == '/' || before == '-' || before == '&';
        upper += is_upper(c) && !in_code;
        before = in_code && is_letter(c) ? before : c;
    }
    return upper > 1;
}

/* Words that have a capital past their first letter and no small letter but toned ones. */
static void raise_words(char *line, const char *stop)
{
    char *word = line;
    bool plain = true, later = false;
    for (const char *p = line; p < stop;) {
        const char *at = p;
        uint32_t c = bc_utf8_next(&p, stop);
        if (is_letter(c)) {
            plain &= !is_small(c);
            later |= is_upper(c) && at > word;
        }
        if (plain && later && (!is_letter(c) || p == stop))
            raise_toned(word, p);
        if (!is_letter(c)) {
            word = line + (p - line);
            plain = true;
            later = false;
        }
    }
}

static void raise_capitals(char *text, size_t len)
{
    for (char *line = text, *end = text + len; line < end;) {
        char *stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop ? stop : end;
        if (of_capitals(line, stop))
            raise_toned(line, stop);
        else
            raise_words(line, stop);
        line = stop + (stop < end);
    }
}

bc_error bc_charset_decode(bc_arena *arena, bc_charset c, bc_str in, bool misread, bc_str *out)
{
    char *text = bc_arena_alloc(arena, in.len * 3 + 8), *to = text;
    reader r = {in.ptr, in.ptr + in.len, misread};
    if (!text)
        return BC_ERROR_MEMORY;
    while (r.p < r.end) {
        uint32_t unit = next_unit(&r);
        switch (c) {
        case BC_CHARSET_UTF8:
            if (unit <= 0xFF)
                *to++ = (char)unit;
            else
                to += bc_utf8_put(to, unit);
            break;
        case BC_CHARSET_TCVN3:
            to += bc_utf8_put(to, unit >= 0x80 && unit <= 0xFF ? TCVN3[unit - 0x80] : unit);
            break;
        case BC_CHARSET_1258:
            to += bc_utf8_put(to, unit >= 0x80 && unit <= 0xFF ? WINDOWS_1258[unit - 0x80] : unit);
            break;
        case BC_CHARSET_VISCII:
            to += bc_utf8_put(to, misread && unit == 0xA0 ? unit : from_viscii(unit)); /* a no-break space, not Õ */
            break;
        case BC_CHARSET_VNI:
            to += bc_utf8_put(to, from_vni(unit));
            to = vni_signs(&r, unit, to);
            break;
        default:
            to += bc_utf8_put(to, from_1252(unit));
            break;
        }
    }
    if (!bc_utf8_valid(text, (size_t)(to - text)))
        return BC_ERROR_ENCODING;
    if (c == BC_CHARSET_TCVN3)
        raise_capitals(text, (size_t)(to - text));
    *out = (bc_str){text, (size_t)(to - text)};
    return BC_OK;
}
