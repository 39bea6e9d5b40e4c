/* SPDX-License-Identifier: MIT */
/* list.c - see list.h. */
#include "list.h"

#include <stdio.h>
#include <string.h>

number_kind number_by_name(const char *format)
{
    static const struct {
        const char *name;
        number_kind kind;
    } NAMES[] = {{"bullet", NUMBER_BULLET},          {"decimal", NUMBER_DECIMAL},   {"decimalZero", NUMBER_DECIMAL},
                 {"lowerLetter", NUMBER_LOWER},      {"upperLetter", NUMBER_UPPER}, {"upperRoman", NUMBER_ROMAN},
                 {"lowerRoman", NUMBER_SMALL_ROMAN}, {"none", NUMBER_NONE}};
    for (size_t i = 0; format && i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(format, NAMES[i].name) == 0)
            return NAMES[i].kind;
    return format ? NUMBER_DECIMAL : NUMBER_NONE;
}

static void put_number(number_kind kind, unsigned n, text *out)
{
    static const struct {
        unsigned value;
        const char *upper, *lower;
    } ROMAN[] = {{100, "C", "c"}, {90, "XC", "xc"}, {50, "L", "l"},  {40, "XL", "xl"}, {10, "X", "x"},
                 {9, "IX", "ix"}, {5, "V", "v"},    {4, "IV", "iv"}, {1, "I", "i"}};
    char decimal[16];
    switch (kind) {
    case NUMBER_LOWER:
    case NUMBER_UPPER:
        for (unsigned i = 0; i <= (n - 1) / 26 && i < 3; i++) {
            char letter = (char)((kind == NUMBER_LOWER ? 'a' : 'A') + (n - 1) % 26);
            put(out, &letter, 1);
        }
        break;
    case NUMBER_ROMAN:
    case NUMBER_SMALL_ROMAN:
        for (size_t i = 0; i < sizeof ROMAN / sizeof *ROMAN && n < 400; i++)
            for (; n >= ROMAN[i].value; n -= ROMAN[i].value)
                put_string(out, kind == NUMBER_ROMAN ? ROMAN[i].upper : ROMAN[i].lower);
        break;
    default:
        snprintf(decimal, sizeof decimal, "%u", n);
        put_string(out, decimal);
        break;
    }
}

void list_mark(list *l, unsigned level, text *out)
{
    if (level >= LIST_LEVELS)
        level = LIST_LEVELS - 1;
    const list_level *v = &l->levels[level];
    l->counts[level] = l->counts[level] ? l->counts[level] + 1 : v->start ? v->start : 1;
    for (unsigned i = level + 1; i < LIST_LEVELS; i++)
        l->counts[i] = 0;
    if (v->kind == NUMBER_NONE)
        return;
    if (v->kind == NUMBER_BULLET) {
        put_string(out, v->pattern[0] == '+' ? "+ " : v->pattern[0] == '*' ? "* " : "- ");
        return;
    }
    size_t before = out->len;
    for (const char *p = v->pattern; *p; p++) {
        if (*p != '%' || p[1] < '1' || p[1] > '9') {
            put(out, p, 1);
            continue;
        }
        unsigned of = (unsigned)(*++p - '1');
        if (of > level || l->levels[of].kind == NUMBER_BULLET)
            continue;
        if (l->counts[of] == 0)
            l->counts[of] = l->levels[of].start ? l->levels[of].start : 1;
        put_number(l->levels[of].kind, l->counts[of], out);
    }
    if (out->len > before)
        put_string(out, " ");
}
