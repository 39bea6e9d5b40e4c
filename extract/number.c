/* SPDX-License-Identifier: MIT */
/* number.c - see number.h. */
#include "number.h"

#include <string.h>

#include "decimal.h"
#include "limits.h"

/* The marks of a digit run: how many of each, and the digits behind the last one. */
typedef struct {
    unsigned dots, commas, behind, digits, front;
    bool groups; /* every group behind the first has three digits, the first one to three and not "0" */
    char last;
} shape;

static shape shape_of(const char *s, size_t len)
{
    shape x = {.groups = true};
    unsigned group = 0;
    for (size_t i = 0; i < len; i++) {
        if (s[i] != '.' && s[i] != ',') {
            x.digits++;
            group++;
            continue;
        }
        if (x.last == 0) {
            x.front = group;
            if (group > 3 || (group == 1 && s[0] == '0'))
                x.groups = false;
        } else if (group != 3) {
            x.groups = false;
        }
        x.last = s[i];
        *(s[i] == '.' ? &x.dots : &x.commas) += 1;
        group = 0;
    }
    x.behind = group;
    if (x.last && group != 3)
        x.groups = false;
    return x;
}

/* The digits of s, with the last `scale` of them behind the point. */
static bc_decimal digits_of(const char *s, size_t len, unsigned scale)
{
    bc_decimal d = {0, (uint8_t)scale};
    for (size_t i = 0; i < len; i++)
        if (s[i] != '.' && s[i] != ',')
            d.digits = d.digits * 10 + (s[i] - '0');
    return bc_decimal_trim(d);
}

static bool read_run(const char *s, size_t len, bc_number *out)
{
    shape x = shape_of(s, len);
    if (x.digits > BC_MAX_NUMBER_DIGITS)
        return false;
    *out = (bc_number){0};
    unsigned marks = x.dots + x.commas;
    if (marks == 0) {
        out->value = digits_of(s, len, 0);
    } else if (x.dots && x.commas) {
        if ((x.last == '.' ? x.dots : x.commas) > 1)
            return false; /* 1.234,567.8,9: no number of any habit */
        out->value = digits_of(s, len, x.behind);
        out->grouped = out->decimal = true;
    } else if (x.groups && x.dots) {
        out->value = digits_of(s, len, 0);
        out->grouped = true;
    } else if (x.groups && x.commas > 1) {
        out->value = digits_of(s, len, 0);
        out->grouped = true;
    } else if (marks == 1) {
        out->value = digits_of(s, len, x.behind);
        out->decimal = true;
        if (x.groups) { /* one comma and three digits */
            out->ambiguous = true;
            out->other = digits_of(s, len, 0);
        }
    } else {
        return false; /* 0297.3872.219: a telephone number, a version, an address */
    }
    return true;
}

bool bc_number_digits(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out)
{
    const bc_token *t = &w->tokens[*at];
    if (*at >= end || t->kind != BC_TOKEN_NUMBER)
        return false;
    const char *s = w->text.ptr + t->start;
    size_t len = t->end - t->start;
    /* "17, 79 triệu": a comma stuck to the left figure and one or two digits behind a blank, then a unit */
    if (*at + 3 < end && bc_work_mark(w, *at + 1) == ',' && !(t[1].flags & BC_TOKEN_SPACE) &&
        t[2].kind == BC_TOKEN_NUMBER && t[2].end - t[2].start <= 2 && !memchr(s, ',', len) &&
        (bc_work_is(w, *at + 3, end, BC_TAG_SCALE) || bc_work_mark(w, *at + 3) == '%')) {
        char joined[64];
        size_t more = t[2].end - t[2].start;
        if (len + 1 + more > sizeof joined)
            return false;
        memcpy(joined, s, len);
        joined[len] = ',';
        memcpy(joined + len + 1, w->text.ptr + t[2].start, more);
        if (!read_run(joined, len + 1 + more, out))
            return false;
        *at += 3;
        return true;
    }
    if (!read_run(s, len, out))
        return false;
    *at += 1;
    return true;
}

bool bc_number_words(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out)
{
    int64_t total = 0, group = 0; /* group: what the next scale word multiplies */
    uint32_t i = *at;
    bool any = false;
    for (; i < end; i++) {
        const bc_match *digit = bc_work_match(w, i, end, BC_TAG_DIGIT);
        const bc_match *scale = bc_work_match(w, i, end, BC_TAG_SCALE);
        const bc_match *tail = any ? bc_work_match(w, i, end, BC_TAG_TAIL_DIGIT) : NULL;
        if (tail)
            digit = tail;
        if (digit) { /* linh and lẻ are digits of value 0 */
            group += digit->value;
            any = true;
        } else if (scale && any && scale->value <= 3 && group > 0) {
            int64_t power = scale->value == 1 ? 10 : scale->value == 2 ? 100 : 1000;
            total += group * power;
            group = 0;
        } else {
            break;
        }
    }
    if (!any)
        return false;
    *out = (bc_number){.value = {total + group, 0}, .in_words = true, .compound = i > *at + 1};
    *at = i;
    return true;
}
