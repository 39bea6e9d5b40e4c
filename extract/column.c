/* SPDX-License-Identifier: MIT */
/* column.c - heads to roles, see sheet.h. */
#include <string.h>

#include "date.h"
#include "decimal.h"
#include "fold.h"
#include "period.h"
#include "sheet.h"

enum { NAME_HEAD, UNIT_HEAD, LEVEL_HEAD, SHARE_HEAD, SKIP_HEAD, RATE_HEAD }; /* values of BC_TAG_COLUMN */
enum { PREVIOUS_YEAR, PREVIOUS_MONTH, PREVIOUS_QUARTER };

static bool is_empty(bc_range r)
{
    return r.first >= r.last;
}

/* ---- words ---- */

/* The whole number that bytes [from, to) write, -1: they are not digits alone. */
static int digits_at(const bc_work *w, uint32_t from, uint32_t to)
{
    int n = 0;
    if (from >= to || to - from > 4)
        return -1;
    for (uint32_t k = from; k < to; k++) {
        char c = w->text.ptr[k];
        if (c < '0' || c > '9')
            return -1;
        n = n * 10 + (c - '0');
    }
    return n;
}

static bool is_year(int n)
{
    return n >= 1900 && n < 2200;
}

/* "KH2023", "CK2022": the year at a word's end, 0: none. *letters: bytes before it. */
static int glued_year(const bc_work *w, uint32_t i, uint32_t *letters)
{
    const bc_token *t = &w->tokens[i];
    if (t->kind != BC_TOKEN_WORD || !(t->flags & BC_TOKEN_HAS_DIGIT) || t->end - t->start < 5)
        return 0;
    int year = digits_at(w, t->end - 4, t->end);
    *letters = t->end - t->start - 4;
    return is_year(year) ? year : 0;
}

static bool glued_says(const bc_work *w, uint32_t i, bc_tag tag)
{
    uint32_t letters;
    bc_fold f;
    if (!glued_year(w, i, &letters))
        return false;
    bc_fold_word(w->text.ptr + w->tokens[i].start, letters, &f);
    return bc_lexicon_says(w->lexicon, bc_lexicon_word(w->lexicon, f.full, f.full_len), tag);
}

/* "T9", "Q3": the number behind the letter, 0: it is no such word. */
static int glued_part(const bc_work *w, uint32_t i, char letter)
{
    const bc_token *t = &w->tokens[i];
    if (t->kind != BC_TOKEN_WORD || t->end - t->start > 3 || (w->text.ptr[t->start] & ~0x20) != letter)
        return 0;
    int n = digits_at(w, t->start + 1, t->end);
    return n > 0 ? n : 0;
}

static int year_token(const bc_work *w, uint32_t i)
{
    const bc_token *t = &w->tokens[i];
    int n = t->kind == BC_TOKEN_NUMBER ? digits_at(w, t->start, t->end) : 0;
    return is_year(n) ? n : 0;
}

bool bc_sheet_says(const bc_work *w, bc_range r, bc_tag tag)
{
    for (uint32_t i = r.first; i < r.last; i++)
        if (bc_work_is(w, i, r.last, tag) || glued_says(w, i, tag))
            return true;
    return tag == BC_TAG_PLAN && bc_sheet_word(w, r, BC_TABLE_GOAL);
}

const bc_match *bc_sheet_opens(const bc_work *w, bc_range r, bc_table_word word)
{
    if (is_empty(r))
        return NULL;
    for (uint32_t k = w->match_start[r.first + 1]; k-- > w->match_start[r.first];) {
        const bc_match *m = &w->matches[k];
        if (m->tag == BC_TAG_TABLE && m->value == (int32_t)word && r.first + m->length <= r.last)
            return m;
    }
    return NULL;
}

bool bc_sheet_word(const bc_work *w, bc_range r, bc_table_word word)
{
    for (; r.first < r.last; r.first++)
        if (bc_sheet_opens(w, r, word))
            return true;
    return false;
}

static bool whole_word(const bc_work *w, bc_range r, bc_table_word word)
{
    const bc_match *m = bc_sheet_opens(w, r, word);
    return m && r.first + m->length == r.last;
}

static bool column_word(const bc_work *w, bc_range r, int value)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_COLUMN);
        if (m && m->value == value)
            return true;
    }
    return false;
}

static bool whole_rate(const bc_work *w, bc_range r)
{
    const bc_match *m = bc_work_match(w, r.first, r.last, BC_TAG_COLUMN);
    return m && m->value == RATE_HEAD && r.first + m->length == r.last;
}

static bool has_mark(const bc_work *w, bc_range r, char mark)
{
    for (uint32_t i = r.first; i < r.last; i++)
        if (bc_work_mark(w, i) == mark)
            return true;
    return false;
}

/* ---- times ---- */

typedef struct {
    bc_period value;
    bool set, year_said, now;
} head_time;

/* The last period that a head names. */
static head_time time_in(const bc_work *w, bc_range r, int year)
{
    head_time found = {0};
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_time *t = bc_time_at(w, i);
        uint32_t letters;
        int glued = glued_year(w, i, &letters), month = glued_part(w, i, 'T'), quarter = glued_part(w, i, 'Q');
        if (t && t->tokens.first == i && t->tokens.last <= r.last) {
            if (t->value.set && !t->cumulative) {
                found = (head_time){t->value, true, false, t->now};
                for (uint32_t k = t->tokens.first; k < t->tokens.last; k++)
                    found.year_said |= year_token(w, k) != 0;
            }
            i = t->tokens.last - 1;
        } else if (glued) {
            found = (head_time){bc_period_year(glued), true, true, false};
        } else if ((month >= 1 && month <= 12) || (quarter >= 1 && quarter <= 4)) {
            char sep = i + 1 < r.last ? bc_work_mark(w, i + 1) : 0;
            int own = (sep == '/' || sep == '.' || sep == '-') && i + 2 < r.last ? year_token(w, i + 2) : 0;
            int y = own ? own : year;
            if (y > 1)
                found = (head_time){month ? bc_period_months(y, month, month) : bc_period_quarter(y, quarter), true,
                                    own != 0, false};
            i += own ? 2 : 0;
        }
    }
    return found;
}

bool bc_sheet_time(const bc_work *w, bc_range r, int year, bc_period *out)
{
    head_time t = time_in(w, r, year);
    if (t.set)
        *out = t.value;
    return t.set;
}

bool bc_sheet_holds(bc_period p, bc_period q)
{
    return p.set && q.set && p.from.year && q.from.year && bc_date_compare(p.from, q.from) <= 0 &&
           bc_date_compare(q.to, p.to) < 0 && p.from.year == p.to.year;
}

/* The same part of another year: "Quý I" under "Năm 2022". */
static bc_period of_year(bc_period p, int year)
{
    return bc_period_shift(p, 12 * (year - p.to.year));
}

static bool whole_year(bc_period p)
{
    return p.set && p.from.year == p.to.year && p.from.month == 1 && p.from.day == 1 && p.to.month == 12 &&
           p.to.day == 31;
}

/* How many months back "năm trước", "tháng trước", "cùng kỳ" lead; 0: none of them is said. */
static int8_t shift_in(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_PREVIOUS);
        if (bc_work_is(w, i, r.last, BC_TAG_SAME_PERIOD) || glued_says(w, i, BC_TAG_SAME_PERIOD))
            return -12;
        if (m && m->value <= PREVIOUS_QUARTER)
            return m->value == PREVIOUS_YEAR ? -12 : m->value == PREVIOUS_MONTH ? -1 : -3;
    }
    return 0;
}

/* ---- one head ---- */

/* A word of a head that tells a role, a time or a state and no thing; its length at i, 0: none. */
static uint32_t role_word(const bc_work *w, uint32_t i, uint32_t end)
{
    static const bc_tag TAGS[] = {BC_TAG_PLAN, BC_TAG_STATUS,   BC_TAG_THAN, BC_TAG_SIGNED, BC_TAG_SAME_PERIOD,
                                  BC_TAG_THIS, BC_TAG_PREVIOUS, BC_TAG_PART, BC_TAG_REACH};
    static const bc_table_word WORDS[] = {BC_TABLE_RANK, BC_TABLE_ABSOLUTE, BC_TABLE_COMPARE, BC_TABLE_CUMULATIVE,
                                          BC_TABLE_GOAL};
    const bc_match *known = bc_work_match(w, i, end, BC_TAG_INDICATOR);
    const bc_match *column = bc_work_match(w, i, end, BC_TAG_COLUMN);
    const bc_time *t = bc_time_at(w, i);
    uint32_t longest = 0, letters;
    if (t && t->tokens.first == i && t->tokens.last <= end)
        return t->tokens.last - i;
    if (w->tokens[i].kind != BC_TOKEN_WORD || glued_year(w, i, &letters) || glued_part(w, i, 'T') ||
        glued_part(w, i, 'Q'))
        return 1;
    for (size_t k = 0; k < sizeof TAGS / sizeof *TAGS; k++) {
        const bc_match *m = bc_work_match(w, i, end, TAGS[k]);
        if (m && m->length > longest)
            longest = m->length;
    }
    if (column && (column->value == LEVEL_HEAD || column->value == SHARE_HEAD) && column->length > longest)
        longest = column->length;
    for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
        const bc_match *m = bc_sheet_opens(w, (bc_range){i, end}, WORDS[k]);
        if (m && m->length > longest)
            longest = m->length;
    }
    bool rate = column && column->value == RATE_HEAD && column->length >= longest; /* "Đạt" */
    return rate || (known && known->length > longest) ? 0 : longest;
}

/* What is left of a head without its roles, times and brackets at either end. */
static bc_range thing_of(const bc_work *w, bc_range r)
{
    for (uint32_t n; !is_empty(r) && (n = role_word(w, r.first, r.last)) > 0;)
        r.first += n;
    while (!is_empty(r)) {
        uint32_t shorter = r.last;
        if (bc_work_mark(w, r.last - 1) == ')')
            for (shorter = r.last - 1; shorter > r.first && bc_work_mark(w, shorter) != '(';)
                shorter--;
        for (uint32_t back = r.last - r.first < 8 ? r.last - r.first : 8; back > 0 && shorter == r.last; back--)
            if (role_word(w, r.last - back, r.last) == back)
                shorter = r.last - back;
        if (shorter == r.last)
            break;
        r.last = shorter;
    }
    return r;
}

/* "(tỷ đồng)", "(1.000 tấn)", "(ĐVT: %)" in a head */
static void bracket_unit(const bc_work *w, bc_range r, bc_column *c)
{
    for (uint32_t i = r.first; i < r.last && is_empty(c->unit); i++) {
        if (bc_work_mark(w, i) != '(')
            continue;
        uint32_t end = i + 1;
        while (end < r.last && bc_work_mark(w, end) != ')')
            end++;
        bc_range inside = {i + 1, end}, number;
        bc_unit unit;
        for (uint32_t k = inside.first; k < inside.last; k++)
            if (bc_work_mark(w, k) == ':')
                inside.first = k + 1;
        if (end < r.last && bc_cell_unit(w, inside, &unit, &number)) {
            c->unit = inside;
            c->parsed = unit;
            c->unit_number = number;
        }
    }
}

/* Where a head names two things that are compared, the token between them; r.last: it does not. */
static uint32_t compare_at(const bc_work *w, bc_range r, uint32_t *behind)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *than = bc_work_match(w, i, r.last, BC_TAG_THAN);
        const bc_match *compare = bc_sheet_opens(w, (bc_range){i, r.last}, BC_TABLE_COMPARE);
        const bc_match *m = compare && (!than || compare->length > than->length) ? compare : than;
        if (m) {
            *behind = i + m->length;
            return i;
        }
        if (bc_work_mark(w, i) != '/' || i == r.first || i + 1 >= r.last)
            continue;
        const bc_match *level = bc_work_match(w, i + 1, r.last, BC_TAG_COLUMN);
        if ((year_token(w, i - 1) && year_token(w, i + 1)) || bc_work_is(w, i + 1, r.last, BC_TAG_PLAN) ||
            bc_work_is(w, i + 1, r.last, BC_TAG_SAME_PERIOD) || glued_says(w, i + 1, BC_TAG_PLAN) ||
            glued_says(w, i + 1, BC_TAG_SAME_PERIOD) || (level && level->value == LEVEL_HEAD) ||
            bc_work_is(w, i + 1, r.last, BC_TAG_MONTH) || bc_work_is(w, i + 1, r.last, BC_TAG_QUARTER)) {
            *behind = i + 1;
            return i;
        }
    }
    return r.last;
}

static bool opens_signed(const bc_work *w, bc_range r)
{
    while (!is_empty(r) && (bc_work_mark(w, r.first) == '%' || bc_time_at(w, r.first)))
        r.first++;
    return !is_empty(r) && (bc_work_is(w, r.first, r.last, BC_TAG_SIGNED) ||
                            (is_empty(thing_of(w, r)) && bc_sheet_says(w, r, BC_TAG_SIGNED)));
}

/* What a head compares with tells whether it is a plan or an earlier period. */
static bc_column_role compared(const bc_work *w, bc_range object)
{
    bool same = shift_in(w, object) != 0;
    if (bc_sheet_says(w, object, BC_TAG_PLAN) && !same)
        return BC_COLUMN_PLAN;
    if (same || time_in(w, object, 1).set || column_word(w, object, LEVEL_HEAD))
        return BC_COLUMN_CHANGE;
    return BC_COLUMN_SKIP;
}

static void read_comparison(const bc_sheet *s, bc_column *c, bc_range own, bc_range groups)
{
    const bc_work *w = s->w;
    uint32_t behind = own.last, at = compare_at(w, own, &behind);
    bool split = at < own.last;
    bc_range object = split ? (bc_range){behind, own.last} : own;
    bc_range subject = split ? (bc_range){own.first, at} : (bc_range){own.first, own.first};
    int year = s->period.to.year;
    c->role = compared(w, object);
    if (c->role == BC_COLUMN_SKIP && split)
        c->role = compared(w, own);  /* "% KH so" */
    if (c->role == BC_COLUMN_SKIP) { /* "So với cùng kỳ" over "%", "Tuyệt đối" */
        uint32_t from = groups.first, cut = compare_at(w, groups, &from);
        object = cut < groups.last ? (bc_range){from, groups.last} : groups;
        c->role = compared(w, object);
    }
    if (c->role == BC_COLUMN_SKIP)
        c->role = c->is_signed ? BC_COLUMN_CHANGE : BC_COLUMN_RATE;
    head_time of = time_in(w, subject, year);
    if (!of.set)
        of = time_in(w, groups, year);
    if (of.set)
        c->subject = of.value;
    c->of_target = bc_sheet_says(w, subject, BC_TAG_PLAN);
    c->about = thing_of(w, own);
    if (c->role != BC_COLUMN_CHANGE)
        return;
    head_time with = time_in(w, object, year);
    c->shift = shift_in(w, object);
    if (with.set && !split && c->is_signed && !c->shift) /* "Tăng bình quân 2016-2020": nothing to compare with */
        c->subject = with.value;
    else if (with.set)
        c->object = with.value;
}

static void read_period(const bc_sheet *s, bc_column *c, bc_range own)
{
    const bc_work *w = s->w;
    head_time t = time_in(w, own, s->period.to.year), outer = {0};
    for (uint32_t k = c->head_count - 1; k-- > 0 && !outer.set;)
        outer = time_in(w, c->heads[k], s->period.to.year);
    if (t.set && !t.year_said && outer.set && whole_year(outer.value) && t.value.to.year != outer.value.to.year)
        t.value = of_year(t.value, outer.value.to.year);
    if (!t.set && outer.set) {
        t = outer;
        if (c->role == BC_COLUMN_LEVEL && bc_sheet_holds(t.value, s->w->report_period))
            t.value = s->w->report_period; /* "Năm 2023" over plan and result, in a report of nine months */
    }
    if (t.now && s->period.set && !s->period.from.year)
        t.set = false; /* "Hiện có" under "Tổng đàn (thời điểm 01/4/2015)" */
    bool cumulative = false;
    for (uint32_t k = 0; k < c->head_count; k++)
        cumulative |= bc_sheet_word(w, c->heads[k], BC_TABLE_CUMULATIVE);
    bc_date to = s->period.to;
    int8_t shift = shift_in(w, own);
    c->period = c->role == BC_COLUMN_TARGET ? s->plan_period : s->period;
    if (c->role != BC_COLUMN_LEVEL && c->role != BC_COLUMN_TARGET)
        return;
    if (shift == -12) { /* "CK 2022": a year before the level beside it, unless a part of a year is said */
        c->earlier = true;
        c->has_period = t.set;
        if (t.set)
            c->period = t.value;
    } else if (shift && s->period.set) {
        c->period = bc_period_shift(shift == -1 ? bc_period_months(to.year, to.month, to.month)
                                                : bc_period_quarter(to.year, (to.month + 2) / 3),
                                    shift);
        c->has_period = true;
    } else if (t.set) {
        c->period = t.value;
        c->has_period = true;
    } else if (s->period.set && cumulative && c->role == BC_COLUMN_LEVEL) {
        c->period = bc_period_of((bc_date){to.year, 1, 1}, to);
        c->has_period = true;
    }
}

static void read_status(const bc_sheet *s, bc_column *c)
{
    const bc_work *w = s->w;
    if (c->role == BC_COLUMN_TARGET) {
        c->status = BC_STATUS_TARGET;
        return;
    }
    c->status = c->has_period || c->earlier ? BC_STATUS_ACTUAL : s->status;
    for (uint32_t k = 0; k < c->head_count; k++) {
        uint32_t at = bc_work_find(w, c->heads[k].first, c->heads[k].last, BC_TAG_STATUS);
        const bc_match *m = bc_work_match(w, at, c->heads[k].last, BC_TAG_STATUS);
        if (m)
            c->status = (bc_status)m->value;
    }
}

/* The thing that a column is about: of its own head, then of those over it. */
static void read_name(const bc_sheet *s, bc_column *c, bc_range own)
{
    const bc_work *w = s->w;
    bc_range thing = thing_of(w, own), outer = {0};
    for (uint32_t k = c->head_count - 1; k-- > 0 && is_empty(outer);)
        outer = thing_of(w, c->heads[k]);
    if (is_empty(outer) || whole_word(w, outer, BC_TABLE_TOTAL) || whole_rate(w, outer))
        outer = (bc_range){0};
    if (is_empty(thing) || whole_word(w, thing, BC_TABLE_TOTAL) || whole_rate(w, thing) ||
        bc_indicator_words(w, thing) == 0)
        thing = (bc_range){0};
    if (is_empty(thing) && is_empty(outer))
        return;
    if (whole_word(w, thing, BC_TABLE_SCORE)) { /* "Điểm số": a unit */
        c->unit = (bc_range){thing.first, thing.first + 1};
        c->parsed = (bc_unit){.kind = BC_UNIT_SCORE, .row = -1};
        return;
    }
    if (is_empty(thing) || is_empty(outer)) {
        c->named = (bc_name){{is_empty(thing) ? outer : thing}, 1};
        return;
    }
    bool measured = bc_work_is(w, thing.first, thing.last, BC_TAG_MEASURED) ||
                    bc_work_is(w, thing.first, thing.last, BC_TAG_GENERIC);
    c->named = measured ? (bc_name){{thing, outer}, 2} : (bc_name){{outer, thing}, 2};
}

static bool tells_nothing(const bc_work *w, bc_range r)
{
    return bc_indicator_words(w, r) == 0 && !has_mark(w, r, '%') && !time_in(w, r, 1).set;
}

static void read_column(const bc_sheet *s, bc_column *c)
{
    const bc_work *w = s->w;
    bc_range own = c->heads[c->head_count - 1], none = {own.first, own.first};
    bc_range groups = c->head_count > 1 ? c->heads[c->head_count - 2] : none, thing = thing_of(w, own);
    uint32_t behind;
    bool own_compares = compare_at(w, own, &behind) < own.last;
    bool outer_compares = compare_at(w, groups, &behind) < groups.last;
    bool own_percent = has_mark(w, own, '%');
    for (uint32_t k = c->head_count; k-- > 0;)
        bracket_unit(w, c->heads[k], c);
    for (uint32_t k = 0; k < c->head_count; k++)
        c->percent |= has_mark(w, c->heads[k], '%');
    if (!is_empty(c->unit) && c->parsed.kind != BC_UNIT_PERCENT)
        c->percent = own_percent && !is_empty(groups);
    c->average = bc_sheet_says(w, own, BC_TAG_AVERAGE);
    c->is_signed =
        opens_signed(w, own) || opens_signed(w, groups) || (own_compares && bc_sheet_says(w, own, BC_TAG_SIGNED));
    c->absolute = bc_sheet_word(w, own, BC_TABLE_ABSOLUTE);
    c->rank = bc_sheet_word(w, own, BC_TABLE_RANK);
    c->part = bc_work_is(w, own.first, own.last, BC_TAG_PART) || bc_work_is(w, groups.first, groups.last, BC_TAG_PART);
    bool plan = bc_sheet_says(w, own, BC_TAG_PLAN), level = column_word(w, own, LEVEL_HEAD);
    bool same = shift_in(w, own) != 0, rate = !is_empty(thing) && whole_rate(w, thing), time = time_in(w, own, 1).set;
    if (bc_sheet_word(w, own, BC_TABLE_SKIP) || tells_nothing(w, own))
        c->role = BC_COLUMN_SKIP;
    else if (c->rank)
        c->role = BC_COLUMN_LEVEL;
    else if (column_word(w, own, SHARE_HEAD) && !own_compares)
        c->role = BC_COLUMN_SHARE;
    else if (own_compares || outer_compares || c->is_signed || (c->percent && (plan || same)))
        read_comparison(s, c, own, groups);
    else if (rate && bc_sheet_says(w, own, BC_TAG_DISBURSE))
        c->role = BC_COLUMN_PLAN;
    else if (rate || (c->percent && is_empty(thing) && !level && !time))
        c->role = BC_COLUMN_RATE;
    else if (plan || (!level && !same && bc_sheet_says(w, groups, BC_TAG_PLAN))) /* "Kế hoạch" over its parts */
        c->role = BC_COLUMN_TARGET;
    else
        c->role = BC_COLUMN_LEVEL;
    read_period(s, c, own);
    read_status(s, c);
    if ((c->role == BC_COLUMN_LEVEL || c->role == BC_COLUMN_TARGET) && !c->rank)
        read_name(s, c, own);
    if (s->growth && c->role == BC_COLUMN_LEVEL && c->named.count == 0) { /* "Tốc độ tăng GRDP (%)" over years */
        c->role = BC_COLUMN_CHANGE;
        c->is_signed = c->average = true;
        c->subject = c->period;
        c->of_target = true; /* of no level: there is no target column to hang on */
    }
}

/* ---- columns beside each other ---- */

static bool is_level(const bc_column *c)
{
    return c->role == BC_COLUMN_LEVEL && !c->rank;
}

static bool lies_before(bc_period p, bc_period q)
{
    return p.set && q.set && bc_date_compare(p.to, q.to) < 0;
}

/* Levels "cùng kỳ" are a year before the level that they stand beside. */
static void date_earlier(bc_sheet *s)
{
    for (uint32_t c = 0; c < s->column_count; c++) {
        bc_column *x = &s->columns[c];
        if (!x->earlier)
            continue;
        bc_period current = s->period;
        uint32_t best = UINT32_MAX;
        for (uint32_t k = 0; k < s->column_count; k++) {
            const bc_column *o = &s->columns[k];
            uint32_t far = (k > c ? k - c : c - k) + (o->group == x->group ? 0 : BC_MAX_TABLE_COLUMNS);
            if (is_level(o) && !o->earlier && far < best) {
                best = far;
                current = o->period;
            }
        }
        if (!x->has_period)
            x->period = bc_period_shift(current, -12);
        else if (whole_year(x->period) && current.set && current.to.year != x->period.to.year)
            x->period = of_year(current, x->period.to.year);
        x->has_period = true;
    }
}

static bool single_month(bc_period p)
{
    return p.set && p.from.year == p.to.year && p.from.month == p.to.month;
}

static bool same_text(const bc_work *w, bc_range a, bc_range b)
{
    bc_str x = bc_work_text(w, a), y = bc_work_text(w, b);
    return x.len > 0 && x.len == y.len && memcmp(x.ptr, y.ptr, x.len) == 0;
}

/* The column that a comparison qualifies. */
static uint32_t find_parent(const bc_sheet *s, uint32_t c)
{
    const bc_work *w = s->w;
    const bc_column *x = &s->columns[c];
    uint32_t n = s->column_count, found = n;
    int best = -1;
    for (uint32_t k = 0; k < n; k++) {
        const bc_column *o = &s->columns[k];
        if (x->of_target ? o->role != BC_COLUMN_TARGET : !is_level(o) || o->earlier)
            continue;
        int score = 16;
        for (uint32_t j = 0; j < n; j++)
            if (is_level(&s->columns[j]) && !s->columns[j].earlier && (j < c || k > c) &&
                lies_before(o->period, s->columns[j].period))
                score = 0; /* there is a later level; one that only follows the comparison is not it */
        if (o->named.count > 0 && same_text(w, x->about, o->named.parts[0]))
            score += 128;
        if (x->subject.set && !x->average && o->period.set && bc_period_equal(x->subject, o->period))
            score += 64;
        if (x->group != UINT32_MAX && o->group == x->group)
            score += 32;
        if (x->shift == -1 && single_month(o->period))
            score += 8;
        if (k < c)
            score += 4;
        if (score > best || (score == best && k < c)) { /* of equals the nearest before it */
            best = score;
            found = k;
        }
    }
    return found;
}

/* The level of the period that a change is counted from, n: there is no such column. */
static uint32_t base_column(const bc_sheet *s, uint32_t c)
{
    const bc_column *x = &s->columns[c];
    uint32_t n = s->column_count, found = n;
    if (x->parent >= n)
        return n;
    const bc_column *p = &s->columns[x->parent];
    for (uint32_t k = 0; k < n; k++) {
        const bc_column *o = &s->columns[k];
        if (k == x->parent || !is_level(o) || !lies_before(o->period, p->period) ||
            (x->object.set && !bc_period_equal(x->object, o->period)) ||
            (x->shift && p->period.set && !bc_period_equal(o->period, bc_period_shift(p->period, x->shift))))
            continue;
        if (found == n || lies_before(s->columns[found].period, o->period))
            found = k;
    }
    return found;
}

/* ---- what the figures tell ---- */

static double unit_in_last_place(bc_decimal d)
{
    double u = 1;
    for (uint8_t i = 0; i < d.scale; i++)
        u /= 10;
    return u;
}

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

/* How far a quotient of two rounded figures may lie from the true one, in parts of it. */
static double looseness(const bc_cell *a, const bc_cell *b)
{
    double x = size_of(bc_decimal_double(a->value.number)), y = size_of(bc_decimal_double(b->value.number));
    return (x > 0 ? unit_in_last_place(a->value.number) / x : 0) +
           (y > 0 ? unit_in_last_place(b->value.number) / y : 0);
}

typedef struct {
    uint32_t seen, ratio, percent, difference;
} votes;

/* How the figures of column c come from those of columns a and b. */
static votes vote(const bc_sheet *s, uint32_t c, uint32_t a, uint32_t b)
{
    votes v = {0};
    for (uint32_t k = 0; k < s->row_count; k++) {
        const bc_cell *x = &s->rows[k].cells[c], *p = &s->rows[k].cells[a], *q = &s->rows[k].cells[b];
        if (!x->value.set || !p->value.set || !q->value.set || q->value.number.digits == 0)
            continue;
        double value = bc_decimal_double(x->value.number), top = bc_decimal_double(p->value.number);
        double bottom = bc_decimal_double(q->value.number), ratio = top / bottom * 100;
        double slack = 0.6 * unit_in_last_place(x->value.number);
        slack = (slack < 0.051 ? 0.051 : slack) + size_of(ratio) * looseness(p, q);
        v.seen++;
        v.ratio += size_of(value - ratio) < slack;
        v.percent += size_of(value - (ratio - 100)) < slack;
        v.difference += size_of(value - (top - bottom)) <
                        unit_in_last_place(x->value.number) + unit_in_last_place(p->value.number) / 2;
    }
    return v;
}

/* Ratios lie round 100 and bear no sign. */
static bool looks_like_ratio(const bc_sheet *s, uint32_t c)
{
    uint32_t near = 0, count = 0;
    for (uint32_t k = 0; k < s->row_count; k++) {
        const bc_cell *x = &s->rows[k].cells[c];
        if (!x->value.set)
            continue;
        double v = bc_decimal_double(x->value.number);
        if (v < 0 || x->written_sign)
            return false;
        count++;
        near += v > 40 && v < 400;
    }
    return count > 0 && near * 3 >= count * 2;
}

static bool sums_to_100(const bc_sheet *s, uint32_t c)
{
    double sum = 0;
    for (uint32_t k = 0; k < s->row_count; k++)
        if (s->rows[k].cells[c].value.set && !bc_sheet_opens(s->w, s->rows[k].name, BC_TABLE_TOTAL))
            sum += bc_decimal_double(s->rows[k].cells[c].value.number);
    return sum > 98.9 && sum < 101.1;
}

static bool most(uint32_t part, uint32_t whole)
{
    return whole > 0 && part * 2 > whole;
}

static void settle_change(bc_sheet *s, uint32_t c)
{
    bc_column *x = &s->columns[c];
    uint32_t base = base_column(s, c);
    votes v = base < s->column_count ? vote(s, c, x->parent, base) : (votes){0};
    if (!x->percent && is_empty(x->unit) && most(v.difference, v.seen) && v.difference > v.percent)
        x->absolute = true;
    if (x->absolute || x->average)
        return;
    if (most(v.ratio, v.seen) && v.ratio > v.percent)
        x->ratio = true;
    else if (!most(v.percent, v.seen) && !x->is_signed)
        x->ratio = looks_like_ratio(s, c);
}

/* "Tỷ lệ (%)": of what? */
static void settle_rate(bc_sheet *s, uint32_t c)
{
    const bc_work *w = s->w;
    bc_column *x = &s->columns[c];
    uint32_t n = s->column_count;
    bc_range own = x->heads[x->head_count - 1];
    bool level = false;
    for (uint32_t k = 0; k < n; k++) {
        if (s->columns[k].role == BC_COLUMN_TARGET) {
            x->role = BC_COLUMN_PLAN;
            return;
        }
        level |= is_level(&s->columns[k]) && k < c;
    }
    for (uint32_t a = 0; a < n; a++)
        for (uint32_t b = 0; b < n; b++) {
            if (a == b || !is_level(&s->columns[a]) || !is_level(&s->columns[b]))
                continue;
            votes v = vote(s, c, a, b);
            if (v.seen < 2 || v.ratio != v.seen)
                continue;
            x->ratio = lies_before(s->columns[b].period, s->columns[a].period);
            x->role = x->ratio ? BC_COLUMN_CHANGE : BC_COLUMN_SHARE;
            x->parent = a;
            return;
        }
    bc_range thing = thing_of(w, own);
    bool reached = !is_empty(thing) && !bc_work_is(w, thing.first, thing.last, BC_TAG_PROPORTION);
    if (reached)
        x->role = BC_COLUMN_PLAN; /* "Đạt (%)" */
    else
        x->role = level && sums_to_100(s, c) ? BC_COLUMN_SHARE : BC_COLUMN_SKIP;
}

/* A level "CK" that no level beside it is like is a ratio after all. */
static void doubt_levels(bc_sheet *s)
{
    for (uint32_t c = 0; c < s->column_count; c++) {
        bc_column *x = &s->columns[c];
        if (!x->earlier || !is_empty(x->unit) || x->named.count > 0 || !looks_like_ratio(s, c))
            continue;
        uint32_t like = 0, seen = 0;
        for (uint32_t p = 0; p < s->column_count; p++)
            for (uint32_t k = 0; k < s->row_count && is_level(&s->columns[p]) && p != c; k++) {
                const bc_cell *a = &s->rows[k].cells[c], *b = &s->rows[k].cells[p];
                if (!a->value.set || !b->value.set)
                    continue;
                double u = bc_decimal_double(a->value.number), v = bc_decimal_double(b->value.number);
                seen++;
                like += u > v / 4 && u < v * 4;
            }
        if (seen > 0 && like * 2 < seen) {
            x->role = BC_COLUMN_CHANGE;
            x->earlier = x->has_period = false;
            x->shift = -12;
        }
    }
}

/* "Số lượng", "Giá trị" alone name no thing; two different ones do. */
static void drop_measures(bc_sheet *s)
{
    const bc_work *w = s->w;
    bool other = false;
    bc_str first = {0};
    for (uint32_t c = 0; c < s->column_count; c++) {
        const bc_name *name = &s->columns[c].named;
        if (name->count == 0)
            continue;
        bc_str text = bc_work_text(w, name->parts[0]);
        if (!first.len)
            first = text;
        other |= text.len != first.len;
    }
    for (uint32_t c = 0; c < s->column_count; c++) {
        bc_column *x = &s->columns[c];
        if (x->named.count == 1 && !other && whole_word(w, x->named.parts[0], BC_TABLE_MEASURE))
            x->named.count = 0;
        if (x->role == BC_COLUMN_TARGET && x->named.count == 1 && bc_indicator_words(w, x->named.parts[0]) < 2)
            x->named.count = 0; /* "KH vốn" */
    }
    for (uint32_t c = 1; c < s->column_count; c++) {
        bc_column *x = &s->columns[c];
        if (!x->part || x->role != BC_COLUMN_LEVEL || x->named.count != 1)
            continue;
        bc_range whole = s->caption_own ? s->caption_name : (bc_range){0};
        for (uint32_t k = 0; k < c; k++)
            if (s->columns[k].named.count == 1 && !s->columns[k].part)
                whole = s->columns[k].named.parts[0];
        if (!is_empty(whole))
            x->named = (bc_name){{whole, x->named.parts[0]}, 2};
    }
}

bool bc_sheet_columns(bc_sheet *s)
{
    bool amounts = false;
    for (uint32_t c = 0; c < s->column_count; c++) {
        bc_column *x = &s->columns[c];
        x->parent = s->column_count;
        if (x->head_count > 0)
            read_column(s, x);
        amounts |=
            x->role == BC_COLUMN_LEVEL || x->role == BC_COLUMN_TARGET || (s->growth && x->role == BC_COLUMN_CHANGE);
    }
    if (!amounts)
        return false;
    date_earlier(s);
    doubt_levels(s);
    drop_measures(s);
    for (uint32_t c = 0; c < s->column_count; c++) {
        bc_column *x = &s->columns[c];
        if (x->role == BC_COLUMN_RATE)
            settle_rate(s, c);
        if (x->role < BC_COLUMN_PLAN)
            continue;
        if (x->parent == s->column_count)
            x->parent = find_parent(s, c);
        if (x->role == BC_COLUMN_CHANGE && !x->ratio)
            settle_change(s, c);
    }
    return true;
}
