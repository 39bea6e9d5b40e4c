/* SPDX-License-Identifier: MIT */
/* period.c - see period.h. */
#include "period.h"

#include "date.h"
#include "number.h"

/* Where the parser stands: tokens [i, end) of one block, and the year that a part of a year belongs to. */
typedef struct {
    bc_work *w;
    uint32_t i, end;
    int year;
    bool future; /* a section of goals: a month past the report's date is meant */
} cursor;

/* A whole number in plain digits of at most `digits` places, or -1. */
static int plain_number(const bc_work *w, uint32_t i, uint32_t end, uint32_t digits)
{
    if (i >= end || w->tokens[i].kind != BC_TOKEN_NUMBER || w->tokens[i].end - w->tokens[i].start > digits)
        return -1;
    int n = 0;
    for (uint32_t k = w->tokens[i].start; k < w->tokens[i].end; k++) {
        char c = w->text.ptr[k];
        if (c < '0' || c > '9')
            return -1;
        n = n * 10 + (c - '0');
    }
    return n;
}

static int year_at(const bc_work *w, uint32_t i, uint32_t end)
{
    int n = plain_number(w, i, end, 4);
    return n >= 1900 && n < 2200 ? n : -1;
}

static bool is(const cursor *c, uint32_t i, bc_tag tag)
{
    return bc_work_is(c->w, i, c->end, tag);
}

static uint32_t after(const cursor *c, uint32_t i, bc_tag tag)
{
    const bc_match *m = bc_work_match(c->w, i, c->end, tag);
    return m ? i + m->length : i;
}

static char mark(const cursor *c, uint32_t i)
{
    return i < c->end ? bc_work_mark(c->w, i) : 0;
}

/* "/2022", "-2022", "năm 2022", "của năm 2022", "năm học": the year behind a part of one; 0 where none stands. */
static int year_behind(const cursor *c, uint32_t *i)
{
    uint32_t k = *i;
    if ((mark(c, k) == '/' || mark(c, k) == '-' || mark(c, k) == '.') && year_at(c->w, k + 1, c->end) > 0) {
        *i = k + 2;
        return year_at(c->w, k + 1, c->end);
    }
    if (is(c, k, BC_TAG_YEAR)) {
        uint32_t y = after(c, k, BC_TAG_YEAR);
        int year = year_at(c->w, y, c->end);
        if (year > 0) {
            *i = y + 1;
            return year;
        }
        if (is(c, k, BC_TAG_PREVIOUS)) {
            *i = after(c, k, BC_TAG_PREVIOUS);
            return c->year - 1;
        }
        return 0;
    }
    int year = year_at(c->w, k, c->end);
    if (year > 0 && (k + 1 >= c->end || (mark(c, k + 1) != '/' && mark(c, k + 1) != '-'))) {
        *i = k + 1;
        return year;
    }
    return 0;
}

/* A month or quarter with no year of its own: the year in force, or the one before where it would lie ahead. */
static int year_for(const cursor *c, int first_month)
{
    bc_date d = c->w->report_date;
    if (!c->future && d.year && c->year == d.year && first_month > d.month)
        return c->year - 1;
    return c->year;
}

/* ngày 14 tháng 6 năm 2023, 15/6/2023, ngày 15/6, 06-16/8/2022. `named`: "ngày" or the like stood before. */
static bool read_date(cursor *c, bool named, bc_period *out)
{
    uint32_t i = c->i;
    int day = plain_number(c->w, i, c->end, 2), last = day, month, year = 0;
    if (day < 1 || day > 31)
        return false;
    i++;
    if (mark(c, i) == '-' && plain_number(c->w, i + 1, c->end, 2) > day && mark(c, i + 2) == '/') {
        last = plain_number(c->w, i + 1, c->end, 2);
        i += 2;
    }
    char sep = mark(c, i);
    if (sep == '/' || sep == '-' || sep == '.') {
        month = plain_number(c->w, i + 1, c->end, 2);
        i += 2;
        if (mark(c, i) == sep && year_at(c->w, i + 1, c->end) > 0) {
            year = year_at(c->w, i + 1, c->end);
            i += 2;
        } else if (!named || sep != '/') {
            return false; /* 14/5 alone is as likely a part of a whole */
        }
    } else if (named && is(c, i, BC_TAG_MONTH)) {
        month = plain_number(c->w, i + 1, c->end, 2);
        i += 2;
        year = year_behind(c, &i);
    } else {
        return false;
    }
    if (month < 1 || month > 12)
        return false;
    if (!year)
        year = year_for(c, month);
    if (!bc_date_valid(year, month, day) || !bc_date_valid(year, month, last))
        return false;
    out->from = (bc_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    out->to = (bc_date){(int16_t)year, (uint8_t)month, (uint8_t)last};
    out->set = true;
    c->i = i;
    return true;
}

/* Roman or Arabic 1 to 4 */
static int quarter_number(const cursor *c, uint32_t *i)
{
    const bc_match *roman = bc_work_match(c->w, *i, c->end, BC_TAG_ROMAN);
    int n = roman ? roman->value : plain_number(c->w, *i, c->end, 1);
    if (n < 1 || n > 4)
        return 0;
    *i += roman ? roman->length : 1;
    return n;
}

/* 6 tháng đầu năm 2022, chín tháng, 3 tháng cuối năm, 3 tháng còn lại của năm */
static bool read_months(cursor *c, bc_time *t)
{
    uint32_t i = c->i;
    int n = plain_number(c->w, i, c->end, 2);
    if (n > 0) {
        i++;
    } else {
        bc_number words;
        if (!bc_number_words(c->w, &i, c->end, &words) || words.value.digits > 12)
            return false;
        n = (int)words.value.digits;
    }
    if (n < 1 || n > 60 || !is(c, i, BC_TAG_MONTH))
        return false;
    i = after(c, i, BC_TAG_MONTH);
    if (plain_number(c->w, i, c->end, 2) > 0 && year_at(c->w, i, c->end) < 0)
        return false; /* "ngày 5 tháng 6" */
    bool first = false, last = false;
    if (is(c, i, BC_TAG_FIRST)) {
        first = true;
        i = after(c, i, BC_TAG_FIRST);
    } else if (is(c, i, BC_TAG_LAST)) {
        last = true;
        i = after(c, i, BC_TAG_LAST);
    }
    int year = year_behind(c, &i);
    if (!year && (first || last) && is(c, i, BC_TAG_YEAR))
        i = after(c, i, BC_TAG_YEAR);
    if (n > 12 || (n == 12 && !year)) {
        t->value.set = false; /* a duration */
    } else {
        int y = year ? year : last ? c->year : c->year;
        t->value = last ? bc_period_months(y, 13 - n, 12) : bc_period_months(y, 1, n);
    }
    c->i = i;
    return true;
}

/* năm 2023, các năm 2021, 2022, năm 2021 - 2023, 2016-2020 */
static bool read_years(cursor *c, bc_time *t, bool named)
{
    uint32_t i = c->i;
    int year = year_at(c->w, i, c->end);
    if (year < 0)
        return false;
    i++;
    uint32_t k = i;
    if (mark(c, k) == '-')
        k++;
    else if (is(c, k, BC_TAG_RANGE))
        k = after(c, k, BC_TAG_RANGE);
    if (k > i) {
        if (is(c, k, BC_TAG_YEAR))
            k = after(c, k, BC_TAG_YEAR);
        int to = year_at(c->w, k, c->end);
        if (to > 0) {
            c->i = k + 1;
            t->value = bc_period_of((bc_date){(int16_t)year, 1, 1}, (bc_date){(int16_t)to, 12, 31});
            if (to < year) {
                t->value.set = false;
                return bc_work_warn(c->w, "impossible_period",
                                    "The period ends before it begins; no interval is given.",
                                    bc_work_span(c->w, (bc_range){t->tokens.first, c->i}));
            }
            return true;
        }
    }
    if (!named && i < c->end && !(c->w->tokens[i].flags & BC_TOKEN_NEWLINE) &&
        (is(c, i, BC_TAG_UNIT) || is(c, i, BC_TAG_COUNTER) || is(c, i, BC_TAG_SCALE) || mark(c, i) == '/'))
        return false; /* "2000 hộ" is an amount */
    t->value = bc_period_year(year);
    c->i = i;
    return true;
}

/* One period without from/until words, at c->i. `named`: a word of time stood before, a bare day/month is a date. */
static bool read_plain(cursor *c, bc_time *t, bool named)
{
    uint32_t i = c->i;
    const bc_match *m;
    if (is(c, i, BC_TAG_DAY)) {
        cursor inner = *c;
        inner.i = after(c, i, BC_TAG_DAY);
        if (read_date(&inner, true, &t->value)) {
            c->i = inner.i;
            return true;
        }
        return false;
    }
    if (read_date(c, named, &t->value) || read_months(c, t))
        return true;
    if ((m = bc_work_match(c->w, i, c->end, BC_TAG_MONTH)) != NULL) {
        i += m->length;
        int month = m->value ? m->value : plain_number(c->w, i, c->end, 2);
        if (month >= 1 && month <= 12) {
            i += m->value ? 0 : 1;
            int first = month;
            if (mark(c, i) == '-' && plain_number(c->w, i + 1, c->end, 2) > month &&
                plain_number(c->w, i + 1, c->end, 2) <= 12) {
                month = plain_number(c->w, i + 1, c->end, 2);
                i += 2;
            }
            int year = year_behind(c, &i);
            t->value = bc_period_months(year ? year : year_for(c, first), first, month);
            c->i = i;
            return true;
        }
    }
    if (is(c, i, BC_TAG_QUARTER)) {
        i = after(c, i, BC_TAG_QUARTER);
        int quarter = quarter_number(c, &i);
        if (quarter) {
            int year = year_behind(c, &i);
            t->value = bc_period_quarter(year ? year : year_for(c, quarter * 3 - 2), quarter);
            c->i = i;
            return true;
        }
        if (is(c, i, BC_TAG_LAST)) { /* quý cuối năm */
            i = after(c, i, BC_TAG_LAST);
            if (is(c, i, BC_TAG_YEAR))
                i = after(c, i, BC_TAG_YEAR);
            t->value = bc_period_quarter(c->year, 4);
            c->i = i;
            return true;
        }
        return false;
    }
    if ((m = bc_work_match(c->w, i, c->end, BC_TAG_HALF_YEAR)) != NULL) {
        i += m->length;
        int year = year_behind(c, &i);
        t->value = bc_period_months(year ? year : c->year, m->value == 1 ? 1 : 7, m->value == 1 ? 6 : 12);
        c->i = i;
        return true;
    }
    if (is(c, i, BC_TAG_SCHOOL_YEAR)) { /* September to May */
        i = after(c, i, BC_TAG_SCHOOL_YEAR);
        int from = year_at(c->w, i, c->end), to = mark(c, i + 1) == '-' ? year_at(c->w, i + 2, c->end) : -1;
        if (from < 0 || to != from + 1)
            return false;
        t->value = bc_period_of((bc_date){(int16_t)from, 9, 1}, (bc_date){(int16_t)to, 5, 31});
        c->i = i + 3;
        return true;
    }
    if (is(c, i, BC_TAG_STAGE) || is(c, i, BC_TAG_TERM)) {
        bool term = is(c, i, BC_TAG_TERM);
        uint32_t k = after(c, i, term ? BC_TAG_TERM : BC_TAG_STAGE);
        cursor inner = *c;
        inner.i = is(c, k, BC_TAG_YEAR) ? after(c, k, BC_TAG_YEAR) : k;
        if (read_years(&inner, t, true)) {
            c->i = inner.i;
            return true;
        }
        return false;
    }
    if (is(c, i, BC_TAG_YEAR)) {
        uint32_t k = after(c, i, BC_TAG_YEAR);
        cursor inner = *c;
        inner.i = k;
        if (read_years(&inner, t, true)) {
            c->i = inner.i;
            return true;
        }
        return false;
    }
    return read_years(c, t, named);
}

/* đầu năm, cuối năm 2022, cuối tháng 3/2020: a day at the edge of a period */
static bool read_edge(cursor *c, bc_time *t)
{
    bool first = is(c, c->i, BC_TAG_FIRST);
    if (!first && !is(c, c->i, BC_TAG_LAST))
        return false;
    cursor inner = *c;
    inner.i = after(c, c->i, first ? BC_TAG_FIRST : BC_TAG_LAST);
    bc_time whole = *t;
    if (!read_plain(&inner, &whole, false)) {
        if (is(c, inner.i, BC_TAG_YEAR) || is(c, inner.i, BC_TAG_TERM)) {
            bool year = is(c, inner.i, BC_TAG_YEAR);
            inner.i = after(c, inner.i, year ? BC_TAG_YEAR : BC_TAG_TERM);
            bc_period term = c->w->report_period;
            whole.value = year ? bc_period_year(c->year) : term;
            if (!year)
                whole.value.set = term.set;
        } else {
            return false;
        }
    }
    if (!whole.value.set)
        return false;
    c->i = inner.i;
    /* the first day of a year is told as the last of the one before: so balances are dated */
    bc_date day = whole.value.to;
    if (first)
        day = (bc_date){(int16_t)(whole.value.from.year - 1), 12, 31};
    t->value = bc_period_of((bc_date){0}, day);
    return true;
}

static bool read_now(cursor *c, bc_time *t)
{
    const bc_match *m = bc_work_match(c->w, c->i, c->end, BC_TAG_NOW);
    if (!m)
        return false;
    c->i += m->length;
    t->now = true;
    t->value = bc_period_of((bc_date){0}, c->w->report_date);
    return true;
}

/* từ năm 2020 đến nay, từ 15/12/2021 đến 14/6/2022, từ đầu năm đến 20/6 */
static bool read_since(cursor *c, bc_time *t)
{
    if (!is(c, c->i, BC_TAG_SINCE))
        return false;
    cursor inner = *c;
    inner.i = after(c, c->i, BC_TAG_SINCE);
    bc_time from = *t, to = *t;
    if (is(&inner, inner.i, BC_TAG_FIRST)) {
        inner.i = after(&inner, inner.i, BC_TAG_FIRST);
        if (is(&inner, inner.i, BC_TAG_YEAR)) {
            inner.i = after(&inner, inner.i, BC_TAG_YEAR);
            int year = year_at(c->w, inner.i, c->end);
            if (year > 0)
                inner.i++;
            from.value = bc_period_year(year > 0 ? year : c->year);
        } else if (is(&inner, inner.i, BC_TAG_TERM)) {
            inner.i = after(&inner, inner.i, BC_TAG_TERM);
            from.value = c->w->report_period;
        }
    } else if (!read_plain(&inner, &from, true)) {
        return false;
    }
    if (!from.value.set)
        return false;
    if (from.value.from.year != from.value.to.year && from.value.from.year) { /* "từ năm 2021 đến năm 2023" */
        c->i = inner.i;
        t->value = from.value;
        return true;
    }
    if (read_now(&inner, &to)) {
        to.value.set = to.value.to.year != 0;
    } else {
        uint32_t k = is(&inner, inner.i, BC_TAG_UNTIL)   ? after(&inner, inner.i, BC_TAG_UNTIL)
                     : is(&inner, inner.i, BC_TAG_RANGE) ? after(&inner, inner.i, BC_TAG_RANGE)
                     : mark(&inner, inner.i) == '-'      ? inner.i + 1
                                                         : inner.i;
        if (k == inner.i) {
            t->value = bc_period_of(from.value.from, c->w->report_date);
            if (bc_date_compare(from.value.from, c->w->report_date) > 0)
                t->value.set = false;
            c->i = inner.i;
            return true;
        }
        inner.i = k;
        if (!read_plain(&inner, &to, true))
            return false;
    }
    c->i = inner.i;
    t->value = bc_period_of(from.value.from, to.value.to);
    /* "từ 16/12 đến 15/6/2017": the first day lies before the last */
    if (t->value.set && bc_date_compare(t->value.from, t->value.to) > 0)
        t->value.from.year = (int16_t)(t->value.to.year - 1);
    return true;
}

/* tính đến ngày 15/6, đến hết quý II/2023, đến năm 2030, trước ngày 30/11 */
static bool read_until(cursor *c, bc_time *t)
{
    if (!is(c, c->i, BC_TAG_UNTIL))
        return false;
    cursor inner = *c;
    inner.i = after(c, c->i, BC_TAG_UNTIL);
    bc_time whole = *t;
    if (is(&inner, inner.i, BC_TAG_NOW) && read_now(&inner, &whole)) {
        t->now = true;
    } else if (!read_edge(&inner, &whole) && !read_plain(&inner, &whole, true)) {
        return false;
    }
    if (!whole.value.set && !t->now)
        return false;
    c->i = inner.i;
    t->value = bc_period_of((bc_date){0}, whole.value.to);
    t->deadline = true;
    return true;
}

/* cùng kỳ, cùng kỳ năm 2021, tháng trước, năm ngoái, trong năm */
static bool read_relative(cursor *c, bc_time *t)
{
    const bc_match *m;
    if ((m = bc_work_match(c->w, c->i, c->end, BC_TAG_SAME_PERIOD)) != NULL) {
        c->i += m->length;
        t->same_period = true;
        uint32_t i = c->i;
        if (is(c, i, BC_TAG_PREVIOUS)) {
            c->i = after(c, i, BC_TAG_PREVIOUS);
        } else {
            int year = year_behind(c, &i);
            if (year) {
                t->value = bc_period_year(year);
                c->i = i;
            }
        }
        return true;
    }
    if ((m = bc_work_match(c->w, c->i, c->end, BC_TAG_PREVIOUS)) != NULL) {
        c->i += m->length;
        t->shift_year = m->value == 0 ? -1 : 0;
        t->shift_month = m->value == 1 ? -1 : 0;
        t->shift_quarter = m->value == 2 ? -1 : 0;
        return true;
    }
    if ((m = bc_work_match(c->w, c->i, c->end, BC_TAG_NEXT)) != NULL) {
        c->i += m->length;
        if (m->value == 0)
            t->value = bc_period_year(c->year + 1);
        return true;
    }
    if ((m = bc_work_match(c->w, c->i, c->end, BC_TAG_YEAR_TO_DATE)) != NULL) {
        c->i += m->length;
        bc_date d = c->w->report_date;
        t->cumulative = true;
        t->value = bc_period_of((bc_date){(int16_t)c->year, 1, 1}, d.year == c->year ? d : (bc_date){0});
        return true;
    }
    if ((m = bc_work_match(c->w, c->i, c->end, BC_TAG_TERM_TO_DATE)) != NULL) {
        c->i += m->length;
        t->cumulative = true;
        t->value = bc_period_of(c->w->report_period.from, c->w->report_date);
        if (!c->w->report_period.set)
            t->value.set = false;
        return true;
    }
    m = bc_work_match(c->w, c->i, c->end, BC_TAG_THIS);
    if (m && m->value > 0 && c->i + m->length < c->end &&
        (c->w->tokens[c->i + m->length].kind == BC_TOKEN_NUMBER || is(c, c->i + m->length, BC_TAG_ROMAN)))
        m = NULL; /* "trong tháng 11" */
    if (m) {
        c->i += m->length;
        int year = year_behind(c, &c->i);
        if (m->value == 0)
            t->value = bc_period_year(year ? year : c->year);
        return true;
    }
    return false;
}

/* 03 năm thực hiện, sau gần 10 năm, 30 phút, 5 tuần: a length of time, whose figure is no fact. */
static bool read_duration(cursor *c)
{
    uint32_t i = c->i;
    bc_number n;
    if (!bc_number_digits(c->w, &i, c->end, &n) && !bc_number_words(c->w, &i, c->end, &n))
        return false;
    if (n.in_words && is(c, c->i, BC_TAG_YEAR) && i == c->i + 1)
        return false; /* "năm": year, not five */
    if (is(c, i, BC_TAG_YEAR) && !(c->w->tokens[i].flags & BC_TOKEN_NEWLINE)) {
        uint32_t k = after(c, i, BC_TAG_YEAR);
        if (year_at(c->w, k, c->end) > 0 && !(mark(c, k + 1) == '-'))
            return false; /* "12 năm 2022": a page number, a month */
        c->i = k;
        return true;
    }
    return false;
}

bool bc_period_date(bc_work *w, uint32_t *i, uint32_t end, int year, bc_date *out)
{
    cursor c = {.w = w, .i = *i, .end = end, .year = year ? year : 1900, .future = true};
    bool named = is(&c, c.i, BC_TAG_DAY);
    if (named)
        c.i = after(&c, c.i, BC_TAG_DAY);
    bc_period p = {0};
    if (read_date(&c, named, &p) && p.from.year != 1900) {
        *out = p.to;
        *i = c.i;
        return true;
    }
    if (named && is(&c, c.i, BC_TAG_MONTH)) { /* the day was left blank */
        int month = plain_number(w, c.i + 1, end, 2);
        uint32_t k = c.i + 2;
        int y = year_behind(&c, &k);
        if (month >= 1 && month <= 12 && y) {
            *out = (bc_date){(int16_t)y, (uint8_t)month, 0};
            *i = k;
            return true;
        }
    }
    return false;
}

static bool read_time(cursor *c, bc_time *t)
{
    return read_since(c, t) || read_until(c, t) || read_now(c, t) || read_relative(c, t) || read_edge(c, t) ||
           read_plain(c, t, false) || read_duration(c);
}

/* The year that the headings above a block name, else the report's. */
static int year_of_block(const bc_work *w, const int *heading_years, uint32_t block, int fallback)
{
    for (int32_t b = (int32_t)block; b >= 0; b = w->blocks[b].parent)
        if (heading_years[b])
            return heading_years[b];
    return fallback;
}

/* The first explicit year of the text from token `first` on. */
static int first_year(const bc_work *w, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        const bc_match *price_base = bc_work_match(w, i, last, BC_TAG_QUALIFIER);
        if (price_base) {
            i += price_base->length; /* and the year behind it: "giá so sánh 2010" */
            if (bc_work_is(w, i, last, BC_TAG_YEAR))
                i++;
            continue;
        }
        if (year_at(w, i, last) > 0 && !bc_work_is(w, i, last, BC_TAG_UNIT))
            return year_at(w, i, last);
    }
    return 0;
}

bool bc_stage_periods(bc_work *w)
{
    size_t capacity = 0;
    int *heading_years = bc_arena_array(w->arena, w->block_count + 1, sizeof *heading_years);
    if (!heading_years)
        return false;
    int fallback = first_year(w, w->title.first, w->title.last);
    if (!fallback)
        fallback = w->report_date.year;
    if (!fallback)
        fallback = first_year(w, 0, w->token_count);
    for (uint32_t b = 0; b < w->block_count; b++)
        if (w->blocks[b].heading)
            heading_years[b] = first_year(w, w->blocks[b].body, w->blocks[b].tokens.last);

    for (uint32_t b = 0; b < w->block_count; b++) {
        const bc_block *block = &w->blocks[b];
        cursor c = {.w = w, .i = block->body, .end = block->tokens.last};
        c.year = year_of_block(w, heading_years, b, fallback);
        c.future = block->kind == BC_SECTION_GOALS || block->kind == BC_SECTION_TASKS;
        if (c.year == 0)
            c.year = 1900; /* no year anywhere: parts of a year get no interval below */
        while (c.i < c.end) {
            bc_time t = {.tokens = {c.i, c.i}};
            uint32_t at = c.i;
            const bc_match *qualifier = bc_work_match(w, c.i, c.end, BC_TAG_QUALIFIER);
            if (qualifier) {
                c.i += qualifier->length;
                if (year_at(w, c.i, c.end) > 0)
                    c.i++;
                else if (is(&c, c.i, BC_TAG_YEAR) && year_at(w, c.i + 1, c.end) > 0)
                    c.i += 2;
                continue;
            }
            if (!read_time(&c, &t)) {
                c.i = at + 1;
                continue;
            }
            t.tokens.last = c.i;
            if (c.year == 1900 && t.value.set && t.value.to.year == 1900)
                t.value.set = false;
            if (!bc_arena_grow(w->arena, (void **)&w->times, w->time_count, &capacity, sizeof t))
                return false;
            w->times[w->time_count++] = t;
        }
    }
    return !bc_arena_failed(w->arena);
}

uint32_t bc_time_from(const bc_work *w, uint32_t i)
{
    uint32_t low = 0, high = w->time_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (w->times[middle].tokens.first < i)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const bc_time *bc_time_at(const bc_work *w, uint32_t i)
{
    uint32_t k = bc_time_from(w, i + 1);
    return k > 0 && w->times[k - 1].tokens.last > i ? &w->times[k - 1] : NULL;
}
