/* SPDX-License-Identifier: MIT */
/* unit.c - see unit.h. */
#include "unit.h"

#include <string.h>

#include "decimal.h"
#include "fold.h"
#include "utf8.h"

/* A word that can be an unlisted counted noun: lower case, and nothing the grammar knows. */
static bool is_open_noun(const bc_work *w, uint32_t i, uint32_t end)
{
    static const bc_tag CLOSED[] = {
        BC_TAG_STOP,  BC_TAG_FILLER,   BC_TAG_RISE,   BC_TAG_FALL,  BC_TAG_TO_LEVEL, BC_TAG_RATIO, BC_TAG_SHARE,
        BC_TAG_THAN,  BC_TAG_REACH,    BC_TAG_STATUS, BC_TAG_PLAN,  BC_TAG_AND,      BC_TAG_VERB,  BC_TAG_YEAR,
        BC_TAG_MONTH, BC_TAG_QUARTER,  BC_TAG_DAY,    BC_TAG_UNTIL, BC_TAG_SINCE,    BC_TAG_PART,  BC_TAG_BOUND,
        BC_TAG_NOW,   BC_TAG_DURATION, BC_TAG_EXCEED, BC_TAG_TIMES, BC_TAG_DONE,     BC_TAG_ACTOR, BC_TAG_LAST,
    };
    if (i >= end || w->tokens[i].kind != BC_TOKEN_WORD || (w->tokens[i].flags & BC_TOKEN_NEWLINE))
        return false;
    for (size_t k = 0; k < sizeof CLOSED / sizeof *CLOSED; k++)
        if (bc_work_is(w, i, end, CLOSED[k]))
            return false;
    return true;
}

/* "/100 dân", "/1.000 lao động"; "585 nghìn tấn / 4.716 nghìn tấn" are two figures */
static bool round_base(const bc_work *w, uint32_t i)
{
    const char *s = w->text.ptr + w->tokens[i].start, *end = w->text.ptr + w->tokens[i].end;
    if (*s++ != '1')
        return false;
    while (s < end && (*s == '0' || *s == '.'))
        s++;
    return s == end;
}

/* "/ha", "/người/năm", "/10.000 dân", "/ năm" */
static uint32_t rate_end(const bc_work *w, uint32_t i, uint32_t end)
{
    while (i + 1 < end && bc_work_mark(w, i) == '/' && !bc_work_is(w, i + 1, end, BC_TAG_PLAN)) {
        uint32_t k = i + 1;
        if (w->tokens[k].kind == BC_TOKEN_NUMBER) {
            if (!round_base(w, k))
                return i;
            k++;
        }
        while (k < end && bc_work_is(w, k, end, BC_TAG_SCALE) && k > i)
            k++;
        const bc_match *m = bc_work_match(w, k, end, BC_TAG_COUNTER);
        const bc_match *u = bc_work_match(w, k, end, BC_TAG_UNIT);
        if (u && (!m || u->length >= m->length))
            m = u;
        if (m)
            k += m->length;
        else if (k < end && w->tokens[k].kind == BC_TOKEN_WORD)
            k++;
        else
            return i;
        i = k;
    }
    return i;
}

/* "192.486 em, bình quân 27,4": a longer phrase begins here; "14.250 con, đàn bò 441.300 con": a figure of its own
 * follows. */
static bool opens_clause(const bc_work *w, uint32_t i, uint32_t length, uint32_t end)
{
    for (uint32_t k = w->match_start[i]; k < w->match_start[i + 1]; k++)
        if (w->matches[k].length > length && w->matches[k].tag != BC_TAG_HINT && i + w->matches[k].length <= end)
            return true;
    for (uint32_t k = i + length; k < end && k < i + length + 4; k++) {
        if (w->tokens[k].kind == BC_TOKEN_MARK)
            return false;
        if (w->tokens[k].kind == BC_TOKEN_NUMBER)
            return true;
    }
    return false;
}

/* A listed noun, "lượt" with what it counts, nouns side by side ("xã, phường, thị trấn"). */
static uint32_t counter_end(const bc_work *w, uint32_t i, uint32_t end)
{
    const bc_match *m = bc_work_match(w, i, end, BC_TAG_COUNTER);
    if (!m)
        return i;
    uint32_t k = i + m->length;
    for (;;) {
        uint32_t next = k;
        if (bc_work_mark(w, next) == ',')
            next++;
        else
            break;
        m = bc_work_match(w, next, end, BC_TAG_COUNTER);
        if (!m || (w->tokens[next].flags & BC_TOKEN_NEWLINE) || bc_work_is(w, next, end, BC_TAG_VERB))
            break; /* "hồ sơ, giải quyết" */
        /* "05 tập thể, cá nhân": side by side; "12 xã, hộ nghèo giảm": a new clause */
        uint32_t after = next + m->length;
        if (opens_clause(w, next, m->length, end))
            break;
        if (after < end && (bc_work_is(w, after, end, BC_TAG_RISE) || bc_work_is(w, after, end, BC_TAG_FALL) ||
                            bc_work_is(w, after, end, BC_TAG_REACH) || w->tokens[after].kind == BC_TOKEN_NUMBER))
            break;
        k = after;
    }
    return k;
}

/* "16.285 LĐ", "109 TYT xã": nouns in the writer's own letters; not a body, a Roman number, a paper's code, a headline.
 */
static bool is_abbreviation(const bc_work *w, uint32_t i, uint32_t end)
{
    enum { LEAST_BYTES = 2, MOST_BYTES = 8 };
    const bc_token *t = &w->tokens[i];
    if (i == 0 || i >= end || t->kind != BC_TOKEN_WORD || !(t->flags & BC_TOKEN_ALL_CAPITALS) ||
        !(t->flags & BC_TOKEN_SPACE) || (t->flags & (BC_TOKEN_NEWLINE | BC_TOKEN_HAS_DIGIT)) ||
        t->end - t->start < LEAST_BYTES || t->end - t->start > MOST_BYTES || w->tokens[i - 1].kind != BC_TOKEN_NUMBER ||
        (w->tokens[i - 1].flags & BC_TOKEN_NEWLINE))
        return false;
    if (bc_work_is(w, i, end, BC_TAG_BODY) || bc_work_is(w, i, end, BC_TAG_PLACE) || bc_work_is(w, i, end, BC_TAG_PLAN))
        return false;
    bool roman = true;
    for (uint32_t k = t->start; k < t->end; k++)
        roman = roman && strchr("IVXLCDM", w->text.ptr[k]);
    char next = bc_work_mark(w, i + 1);
    if (roman || ((next == '-' || next == '.') && i + 1 < end && !(w->tokens[i + 1].flags & BC_TOKEN_SPACE) &&
                  i + 2 < end && !(w->tokens[i + 2].flags & BC_TOKEN_SPACE)))
        return false;
    const bc_token *before = i > 1 ? &w->tokens[i - 2] : NULL;
    bool shouted = before && before->kind == BC_TOKEN_WORD && (before->flags & BC_TOKEN_ALL_CAPITALS);
    return !shouted;
}

bool bc_unit_parse(const bc_work *w, uint32_t *at, uint32_t end, bc_unit *out)
{
    uint32_t i = *at;
    *out = (bc_unit){.kind = BC_UNIT_NONE, .row = -1};
    for (const bc_match *s; (s = bc_work_match(w, i, end, BC_TAG_SCALE)) != NULL; i += s->length) {
        if (bc_work_is(w, i, end, BC_TAG_PROPORTION) || (w->tokens[i].flags & BC_TOKEN_NEWLINE && i > *at))
            break; /* tỷ lệ, tỷ trọng */
        out->scale = (int8_t)(out->scale + s->value);
    }
    if (out->scale && bc_work_mark(w, i) == '.' && i + 1 < end && !(w->tokens[i].flags & BC_TOKEN_SPACE) &&
        !(w->tokens[i + 1].flags & BC_TOKEN_SPACE) && bc_work_is(w, i + 1, end, BC_TAG_UNIT))
        i++; /* tr.đ */
    const bc_match *half = out->scale ? bc_work_match(w, i, end, BC_TAG_HALF) : NULL;
    if (half) {
        out->half = true;
        i += half->length;
    }
    const bc_match *unit = bc_work_match(w, i, end, BC_TAG_UNIT);
    const bc_match *counter = bc_work_match(w, i, end, BC_TAG_COUNTER);
    if (bc_work_is(w, i, end, BC_TAG_PAIRED))
        return false; /* "năm 2018 và 2019 lần lượt tăng" */
    if (unit && bc_work_is(w, i, end, BC_TAG_NOT_MONEY))
        unit = NULL;
    if (unit && counter && counter->length > unit->length)
        unit = NULL;
    if (unit) {
        out->row = unit->value;
        out->kind = bc_lexicon_unit(w->lexicon, unit->value)->kind;
        out->known = true;
        i += unit->length;
        if (out->kind == BC_UNIT_MEASURE || out->kind == BC_UNIT_MONEY || out->kind == BC_UNIT_PERCENT) {
            uint32_t k = rate_end(w, i, end);
            out->rate = k > i;
            i = k;
        }
    } else if (counter) {
        uint32_t k = counter_end(w, i, end);
        uint32_t rate = rate_end(w, k, end);
        out->kind = BC_UNIT_COUNT;
        out->known = true;
        out->rate = rate > k;
        i = rate;
    } else if (out->scale == 0 && is_abbreviation(w, i, end)) {
        uint32_t rate = rate_end(w, i + 1, end);
        out->kind = BC_UNIT_COUNT;
        out->known = true;
        out->rate = rate > i + 1;
        i = rate;
    } else if (is_open_noun(w, i, end) && !(w->tokens[i].flags & BC_TOKEN_CAPITAL)) {
        out->kind = BC_UNIT_COUNT;
        i++;
        if (is_open_noun(w, i, end) && !(w->tokens[i].flags & BC_TOKEN_CAPITAL))
            i++;
    } else if (out->scale == 0) {
        return false;
    }
    *at = i;
    return true;
}

bool bc_unit_write(const bc_work *w, bc_range r, bc_str *out)
{
    char *copy = bc_arena_alloc(w->arena, bc_work_text(w, r).len + 1);
    size_t n = 0;
    if (!copy)
        return false;
    uint32_t half = bc_work_find(w, r.first, r.last, BC_TAG_HALF); /* rưỡi is a part of the value */
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_token *t = &w->tokens[i];
        if (i == half)
            continue;
        bool slash = bc_work_mark(w, i) == '/' || (i > r.first && bc_work_mark(w, i - 1) == '/');
        if (n > 0 && (t->flags & BC_TOKEN_SPACE) && !slash)
            copy[n++] = ' ';
        for (const char *p = w->text.ptr + t->start, *end = w->text.ptr + t->end; p < end;) {
            uint32_t c = bc_utf8_next(&p, end);
            if (c != ' ' && c != '\n' && c != '\t' && c != 0xA0 && c != 0x202F) /* a torn word's blanks */
                n += bc_utf8_put(copy + n, bc_fold_lower(c));
        }
    }
    *out = (bc_str){copy, n};
    return true;
}

bool bc_unit_base(const bc_work *w, bc_decimal value, int8_t scale, int32_t row, bc_value *base, bc_str *name)
{
    if (row < 0)
        return false;
    const bc_unit_row *unit = bc_lexicon_unit(w->lexicon, row);
    bc_decimal d;
    if (!*unit->base || !bc_decimal_multiply(value, unit->factor, &d) || !bc_decimal_shift(d, scale, &d))
        return false;
    *base = (bc_value){d, true};
    *name = (bc_str){unit->base, strlen(unit->base)};
    return true;
}
