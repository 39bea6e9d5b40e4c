/* SPDX-License-Identifier: MIT */
/* number.c - see number.h. */
#include "number.h"

#include <string.h>

#include "decimal.h"
#include "limits.h"

enum { MAX_WORDS_POWER = 15 }; /* 999 of the largest fit int64_t */

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
    if (!read_run(s, len, out))
        return false;
    *at += 1;
    return true;
}

/* One blank, and no more, before token i. */
static bool one_blank(const bc_work *w, uint32_t i)
{
    uint32_t from = w->tokens[i - 1].end, to = w->tokens[i].start;
    const char *s = w->text.ptr + from;
    return (to - from == 1 && *s == ' ') || (to - from == 2 && memcmp(s, "\xC2\xA0", 2) == 0) ||
           (to - from == 3 && memcmp(s, "\xE2\x80\xAF", 3) == 0);
}

static bool all_digits(const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (s[i] < '0' || s[i] > '9')
            return false;
    return true;
}

/* A figure's text as it is put together again. */
typedef struct {
    char text[64];
    size_t len;
    bool group, comma; /* what a blank stood for: a group mark, or beside a comma */
} torn;

static bool put(torn *x, const char *s, size_t len)
{
    if (x->len + len > sizeof x->text)
        return false;
    memcpy(x->text + x->len, s, len);
    x->len += len;
    return true;
}

/* Does token i go on with the figure? How many tokens it takes, 0: it does not. */
static uint32_t next_piece(const bc_work *w, const torn *x, uint32_t i, uint32_t end, bool *blank)
{
    char m = bc_work_mark(w, i);
    bool split = m == ',' || m == '.';
    uint32_t k = split ? i + 1 : i;
    if (k >= end || w->tokens[k].kind != BC_TOKEN_NUMBER || memchr(x->text, ',', x->len))
        return 0;
    const char *s = w->text.ptr + w->tokens[k].start;
    size_t len = w->tokens[k].end - w->tokens[k].start;
    *blank = false;
    if (!split) { /* "1 080", "12 450,5" */
        *blank = true;
        bool first = x->len <= 3 && x->text[0] != '0' && all_digits(x->text, x->len);
        return (x->group || first) && one_blank(w, k) && len >= 3 && all_digits(s, 3) &&
                       (len == 3 || (s[3] == ',' && all_digits(s + 4, len - 4)))
                   ? 1
                   : 0;
    }
    bool before = (w->tokens[i].flags & BC_TOKEN_SPACE) != 0, behind = (w->tokens[k].flags & BC_TOKEN_SPACE) != 0;
    if (before == behind || !one_blank(w, before ? i : k) || x->group)
        return 0;
    if (m == ',')
        return len <= 2 && all_digits(s, len) ? 2 : 0;
    return x->len <= 3 && len >= 3 && all_digits(s, 3) && (len == 3 || s[3] == ',') ? 2 : 0;
}

bool bc_number_torn(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out)
{
    uint32_t i = *at;
    torn x = {0};
    if (i >= end || w->tokens[i].kind != BC_TOKEN_NUMBER || (i > 0 && w->tokens[i - 1].kind == BC_TOKEN_NUMBER) ||
        !put(&x, w->text.ptr + w->tokens[i].start, w->tokens[i].end - w->tokens[i].start))
        return false;
    for (i++;;) {
        bool blank;
        uint32_t n = next_piece(w, &x, i, end, &blank);
        if (n == 0)
            break;
        char m = bc_work_mark(w, i);
        x.group |= blank;
        x.comma |= m == ',';
        const bc_token *t = &w->tokens[i + n - 1];
        if ((n == 2 && !put(&x, &m, 1)) || !put(&x, w->text.ptr + t->start, t->end - t->start))
            return false;
        i += n;
    }
    if (i == *at + 1 || i >= end || (w->tokens[i].flags & BC_TOKEN_NEWLINE))
        return false;
    bool scale = bc_work_is(w, i, end, BC_TAG_SCALE) || bc_work_mark(w, i) == '%';
    bool unit = scale || bc_work_is(w, i, end, BC_TAG_UNIT);
    /* a list of figures has no group mark in one that goes on behind a comma */
    bool enough = x.comma ? scale || (unit && memchr(x.text, '.', x.len)) : unit;
    if (!(enough || (x.group && bc_work_is(w, i, end, BC_TAG_COUNTER))) || !read_run(x.text, x.len, out))
        return false;
    if (x.group)
        out->grouped = true;
    *at = i;
    return true;
}

/* The power of ten that the scale words from i on mean, 0: none. *last: behind them. */
static int scale_at(const bc_work *w, uint32_t i, uint32_t end, uint32_t *last)
{
    int power = 0;
    const bc_match *m;
    while ((m = bc_work_match(w, i, end, BC_TAG_SCALE)) != NULL && !bc_work_is(w, i, end, BC_TAG_PROPORTION)) {
        power += m->value;
        i += m->length;
    }
    *last = i;
    return power;
}

/* "phẩy hai lăm": digits behind a decimal mark in words */
static uint32_t decimals(const bc_work *w, uint32_t i, uint32_t end, bc_decimal *value)
{
    const bc_match *point = bc_work_match(w, i, end, BC_TAG_POINT_WORD);
    if (!point)
        return i;
    uint32_t k = i + point->length, first = k;
    for (; k < end && value->scale < 4; k++) {
        const bc_match *m = bc_work_match(w, k, end, BC_TAG_DIGIT);
        if (!m && k > first)
            m = bc_work_match(w, k, end, BC_TAG_TAIL_DIGIT);
        if (!m || m->value > 9)
            break;
        value->digits = value->digits * 10 + m->value;
        value->scale++;
    }
    return k > first ? k : i;
}

bool bc_number_words(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out)
{
    int64_t whole = 0, below = 0, digit = 0; /* closed thousands; what stands since; what a scale word multiplies */
    int least = MAX_WORDS_POWER;             /* thousands come from the largest down */
    uint32_t i = *at, last;
    bool any = false;
    while (i < end) {
        const bc_match *m = bc_work_match(w, i, end, BC_TAG_DIGIT);
        const bc_match *tail = any ? bc_work_match(w, i, end, BC_TAG_TAIL_DIGIT) : NULL;
        const bc_match *scale = bc_work_match(w, i, end, BC_TAG_SCALE);
        if (any && bc_work_is(w, i, end, BC_TAG_NO_HUNDRED)) { /* không trăm */
            i += bc_work_match(w, i, end, BC_TAG_NO_HUNDRED)->length;
        } else if (tail && tail->value == 0) { /* linh, lẻ: a digit must follow */
            if (digit || !bc_work_is(w, i + 1, end, BC_TAG_DIGIT))
                break;
            i += tail->length;
        } else if (tail || m) {
            int value = tail ? tail->value : m->value;
            if (digit && (digit != 10 || value > 9))
                break; /* two figures side by side */
            below += digit;
            digit = value;
            any = true;
            i += tail ? tail->length : m->length;
        } else if (scale && any && scale->value <= 2 && digit > 0) {
            below += digit * (scale->value == 1 ? 10 : 100);
            digit = 0;
            i += scale->length;
        } else if (scale && any && below + digit > 0) {
            /* the last one is the unit's, unless it is thousand or more words of number follow */
            int power = scale_at(w, i, end, &last);
            bool more = bc_work_is(w, last, end, BC_TAG_DIGIT) || bc_work_is(w, last, end, BC_TAG_NO_HUNDRED);
            if (power < 3 || power >= least || (power != 3 && !more))
                break;
            int64_t thousands = below + digit;
            for (int k = 0; k < power; k++)
                thousands *= 10;
            whole += thousands;
            below = digit = 0;
            least = power;
            i = last;
        } else {
            break;
        }
    }
    if (!any)
        return false;
    *out = (bc_number){.value = {whole + below + digit, 0}, .in_words = true};
    i = decimals(w, i, end, &out->value);
    out->value = bc_decimal_trim(out->value);
    out->compound = i > *at + 1;
    *at = i;
    return true;
}
