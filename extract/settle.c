/* SPDX-License-Identifier: MIT */
/* settle.c - see settle.h. */
#include "settle.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "decimal.h"

enum {
    NEAR_BLOCKS = 2,    /* how far away figures of the same unit tell the size */
    NEAR_MENTIONS = 48, /* looked at on each side */
};

/* Natural logarithms of odds for the group mark; a sum of zero is the decimal mark. */
static const double WHOLE_UNIT = 9, FITS = 5, WRITER = 3, OTHER_WRITER = -0.5, SIZE_MOST = 4, DOUBT = -0.5;
static const double TOLERANCE = 0.006, LEAST_PART = 0.05;

/* How the document's unambiguous figures use their marks. */
typedef struct {
    unsigned vietnamese, english;
} habit;

/* A single dot or comma tells the habit where it cannot be the other's: 45.5 and 12,345,678 are English. */
static void count_marks(const bc_work *w, habit *h)
{
    for (uint32_t i = 0; i < w->mention_count; i++) {
        const bc_mention *m = &w->mentions[i];
        const bc_token *t = &w->tokens[m->number.first];
        unsigned dots = 0, commas = 0, behind = 0;
        char last = 0;
        if (t->kind != BC_TOKEN_NUMBER || m->number.last != m->number.first + 1)
            continue;
        for (uint32_t k = t->start; k < t->end; k++) {
            char c = w->text.ptr[k];
            behind = c == '.' || c == ',' ? 0 : behind + 1;
            dots += c == '.';
            commas += c == ',';
            last = c == '.' || c == ',' ? c : last;
        }
        if (dots && commas)
            (*(last == '.' ? &h->english : &h->vietnamese))++;
        else if (dots > 1 || (commas == 1 && behind != 3) || (dots == 1 && behind == 3))
            h->vietnamese++;
        else if (commas > 1 || dots == 1)
            h->english++;
    }
}

static bool is_rate(const bc_work *w, const bc_mention *m)
{
    for (uint32_t i = m->unit.first; i < m->unit.last; i++)
        if (bc_work_mark(w, i) == '/')
            return true;
    return false;
}

/* Whole by nature: people, dossiers, đồng without a scale word. */
static bool is_whole(const bc_work *w, const bc_mention *m)
{
    if (m->scale)
        return false;
    if (m->unit_kind == BC_UNIT_COUNT)
        return !is_rate(w, m);
    if (m->unit_kind != BC_UNIT_MONEY)
        return false;
    const bc_match *unit = bc_work_match(w, m->unit.first, m->unit.last, BC_TAG_UNIT);
    return unit && bc_decimal_compare(bc_lexicon_unit(w->lexicon, unit->value)->factor, bc_decimal_from(1)) == 0;
}

static double in_base(const bc_mention *m, bc_decimal d)
{
    return fabs(bc_decimal_double(d)) * pow(10, m->scale);
}

static bool comparable(const bc_mention *a, const bc_mention *b)
{
    return a->unit_kind == b->unit_kind && a->unit_row == b->unit_row && !b->ambiguous && b->value.number.digits != 0 &&
           !b->rank;
}

static bool near(double a, double b)
{
    return fabs(a - b) <= TOLERANCE;
}

/* Do x and y, with a per cent said in the same sentence, make a growth, a part or a ratio? */
static bool fits(double x, double y, double percent)
{
    double p = percent / 100, r = x / y;
    return near(r, 1 + p) || (p < 1 && near(r, 1 - p)) || near(1 / r, 1 + p) ||
           (p > LEAST_PART && (near(r, p) || near(1 / r, p)));
}

/* Figures and per cents of the sentence that fit one of the readings only. */
static double arithmetic(const bc_work *w, uint32_t k)
{
    const bc_mention *m = &w->mentions[k];
    uint32_t first = k, last = k + 1;
    while (first > 0 && w->mentions[first - 1].sentence == m->sentence && k - first < NEAR_MENTIONS)
        first--;
    while (last < w->mention_count && w->mentions[last].sentence == m->sentence && last - k < NEAR_MENTIONS)
        last++;
    bool decimal = false, group = false;
    for (uint32_t i = first; i < last; i++) {
        if (!comparable(m, &w->mentions[i]))
            continue;
        double y = in_base(&w->mentions[i], w->mentions[i].value.number);
        for (uint32_t j = first; j < last; j++) {
            if (w->mentions[j].unit_kind != BC_UNIT_PERCENT)
                continue;
            double p = fabs(bc_decimal_double(w->mentions[j].value.number));
            decimal |= fits(in_base(m, m->value.number), y, p);
            group |= fits(in_base(m, m->other), y, p);
        }
    }
    return FITS * ((double)group - (double)decimal);
}

/* The reading whose size is nearer to the mean of the figures around. */
static double by_size(const bc_work *w, uint32_t k)
{
    const bc_mention *m = &w->mentions[k];
    double sum = 0;
    unsigned n = 0;
    uint32_t first = k > NEAR_MENTIONS ? k - NEAR_MENTIONS : 0;
    for (uint32_t i = first; i < w->mention_count && i <= k + NEAR_MENTIONS; i++) {
        const bc_mention *o = &w->mentions[i];
        if (!comparable(m, o) || o->block + NEAR_BLOCKS < m->block || o->block > m->block + NEAR_BLOCKS)
            continue;
        sum += log(in_base(o, o->value.number));
        n++;
    }
    if (n == 0 || m->value.number.digits == 0)
        return 0;
    double around = sum / n;
    double odds = fabs(log(in_base(m, m->value.number)) - around) - fabs(log(in_base(m, m->other)) - around);
    return odds > SIZE_MOST ? SIZE_MOST : odds < -SIZE_MOST ? -SIZE_MOST : odds;
}

static void swap(bc_value *v, bc_value *other)
{
    if (other->set) {
        bc_value x = *v;
        *v = *other;
        *other = x;
    }
}

bool bc_stage_settle(bc_work *w)
{
    habit h = {0};
    bool counted = false;
    for (uint32_t k = 0; k < w->mention_count; k++) {
        bc_mention *m = &w->mentions[k];
        if (!m->ambiguous)
            continue;
        if (m->unit_kind == BC_UNIT_PERCENT || m->unit_kind == BC_UNIT_POINT || m->unit_kind == BC_UNIT_TIMES ||
            m->unit_kind == BC_UNIT_SCORE) {
            m->ambiguous = false; /* 8,125 %: nobody writes thousands of them */
            continue;
        }
        if (!counted)
            count_marks(w, &h);
        counted = true;
        double odds = DOUBT + (is_whole(w, m) ? WHOLE_UNIT : 0) + arithmetic(w, k) + by_size(w, k);
        if (h.english > h.vietnamese)
            odds += WRITER;
        else if (h.vietnamese > 2 * h.english)
            odds += OTHER_WRITER;
        if (odds > 0) {
            bc_value other = {m->other, true};
            swap(&m->value, &other);
            m->other = other.number;
            swap(&m->value_max, &m->other_max);
            swap(&m->total, &m->other_total);
            m->grouped = true;
        }
    }
    return true;
}

static void write_decimal(char *out, size_t size, bc_decimal d)
{
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%0*" PRId64, d.scale + 1, d.digits);
    if (d.scale)
        snprintf(out, size, "%.*s.%s", len - d.scale, digits, digits + len - d.scale);
    else
        snprintf(out, size, "%s", digits);
}

bool bc_settle_warn(bc_work *w, const bc_mention *m)
{
    char taken[40], other[40];
    enum { ROOM = 160 };
    char *message = bc_arena_alloc(w->arena, ROOM);
    if (!message)
        return false;
    bool value = bc_decimal_compare(m->value.number, m->other) != 0;
    bc_decimal first = value ? m->value.number : m->total.set ? m->total.number : m->value_max.number;
    bc_decimal second = value ? m->other : m->other_total.set ? m->other_total.number : m->other_max.number;
    write_decimal(taken, sizeof taken, first);
    write_decimal(other, sizeof other, second);
    snprintf(message, ROOM, "One comma before three digits: read as a %s mark (%s); the other reading is %s.",
             m->grouped ? "group" : "decimal", taken, other);
    return bc_work_warn(w, "ambiguous_number", message, bc_work_span(w, m->number));
}
