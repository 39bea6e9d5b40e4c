/* SPDX-License-Identifier: MIT */
/* period.c - see period.h. */
#include "period.h"

#include "date.h"
#include "grid.h"
#include "moment.h"
#include "number.h"

enum {
    MIDDLE = 15, /* a report of the month's second half can count it */
    SPRING = 3,  /* a report of January to March looks back on the years before */
    MAX_RUN = 60 /* years, months or days gone or coming */
};

/* đầu năm, cuối năm 2022, cuối tháng 3/2020: a day at the edge of a period */
static bool read_edge(bc_cursor *c, bc_time *t)
{
    bool first = bc_at(c, c->i, BC_TAG_FIRST);
    if (!first && !bc_at(c, c->i, BC_TAG_LAST))
        return false;
    bc_cursor inner = *c;
    inner.i = bc_past(c, c->i, first ? BC_TAG_FIRST : BC_TAG_LAST);
    bc_time whole = *t;
    if (!bc_moment(&inner, &whole, false)) {
        if (bc_at(c, inner.i, BC_TAG_YEAR) || bc_at(c, inner.i, BC_TAG_TERM)) {
            bool year = bc_at(c, inner.i, BC_TAG_YEAR);
            inner.i = bc_past(c, inner.i, year ? BC_TAG_YEAR : BC_TAG_TERM);
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

static bool read_now(bc_cursor *c, bc_time *t)
{
    const bc_match *m = bc_work_match(c->w, c->i, c->end, BC_TAG_NOW);
    if (!m)
        return false;
    c->i += m->length;
    t->now = true;
    t->value = bc_period_of((bc_date){0}, c->w->report_date);
    return true;
}

/* "ngày 06 đến 16/8/2022": the first day has its month from the last */
static bool days_of_month(bc_cursor *c, bc_time *t)
{
    bc_cursor inner = *c;
    inner.i = bc_past(c, c->i, BC_TAG_DAY);
    int day = bc_moment_number(c->w, inner.i, c->end, 2);
    uint32_t k = inner.i + 1, next = bc_past(c, k, bc_at(c, k, BC_TAG_UNTIL) ? BC_TAG_UNTIL : BC_TAG_RANGE);
    inner.i = bc_past(c, next, BC_TAG_DAY);
    bc_period last;
    if (day < 1 || next == k || !bc_moment_date(&inner, true, &last) || last.from.day <= day)
        return false;
    last.from.day = (uint8_t)day;
    t->value = last;
    c->i = inner.i;
    c->ranged = true;
    return true;
}

/* từ năm 2020 đến nay, từ 15/12/2021 đến 14/6/2022, từ đầu năm đến 20/6 */
static bool read_since(bc_cursor *c, bc_time *t)
{
    if (!bc_at(c, c->i, BC_TAG_SINCE))
        return false;
    bc_cursor inner = *c;
    inner.ranged = false;
    inner.i = bc_past(c, c->i, BC_TAG_SINCE);
    if (bc_moment_year(c->w, inner.i, c->end) > 0 && bc_at(c, inner.i + 1, BC_TAG_COUNTER))
        return false; /* "từ 2015 hộ" */
    bc_time from = *t, to = *t;
    if (bc_at(&inner, inner.i, BC_TAG_FIRST)) {
        inner.i = bc_past(&inner, inner.i, BC_TAG_FIRST);
        if (bc_at(&inner, inner.i, BC_TAG_YEAR)) {
            inner.i = bc_past(&inner, inner.i, BC_TAG_YEAR);
            int year = bc_moment_year(c->w, inner.i, c->end);
            if (year > 0)
                inner.i++;
            from.value = bc_period_year(year > 0 ? year : c->year);
        } else if (bc_at(&inner, inner.i, BC_TAG_TERM)) {
            inner.i = bc_past(&inner, inner.i, BC_TAG_TERM);
            from.value = c->w->report_period;
        }
    } else if (!days_of_month(&inner, &from) && !bc_moment(&inner, &from, true)) {
        return false;
    }
    if (!from.value.set)
        return false;
    if (inner.ranged ||
        (from.value.from.year != from.value.to.year && from.value.from.year)) { /* "từ năm 2021 đến năm 2023" */
        c->i = inner.i;
        t->value = from.value;
        return true;
    }
    if (read_now(&inner, &to)) {
        to.value.set = to.value.to.year != 0;
    } else {
        uint32_t k = bc_at(&inner, inner.i, BC_TAG_UNTIL)   ? bc_past(&inner, inner.i, BC_TAG_UNTIL)
                     : bc_at(&inner, inner.i, BC_TAG_RANGE) ? bc_past(&inner, inner.i, BC_TAG_RANGE)
                     : bc_mark_at(&inner, inner.i) == '-'   ? inner.i + 1
                                                            : inner.i;
        if (k == inner.i) {
            t->value = bc_period_of(from.value.from, c->w->report_date);
            if (bc_date_compare(from.value.from, c->w->report_date) > 0)
                t->value.set = false;
            t->since = true;
            c->i = inner.i;
            return true;
        }
        inner.i = k;
        if (!bc_moment(&inner, &to, true))
            return false;
    }
    c->i = inner.i;
    t->value = bc_period_of(from.value.from, to.value.to);
    /* "từ 16/12 đến 15/6/2017": the first day lies before the last */
    if (t->value.set && bc_date_compare(t->value.from, t->value.to) > 0)
        t->value.from.year = (int16_t)(t->value.to.year - 1);
    return true;
}

/* từ nay đến cuối năm: from the report on */
static bool read_from_now(bc_cursor *c, bc_time *t)
{
    const bc_match *m = bc_work_match(c->w, c->i, c->end, BC_TAG_FROM_NOW);
    if (!m)
        return false;
    bc_cursor inner = *c;
    bc_time whole = *t;
    inner.i += m->length;
    inner.i = bc_past(&inner, inner.i, bc_at(&inner, inner.i, BC_TAG_UNTIL) ? BC_TAG_UNTIL : BC_TAG_RANGE);
    if (inner.i == c->i + m->length || (!read_edge(&inner, &whole) && !bc_moment(&inner, &whole, true)) ||
        !whole.value.set)
        return false;
    bc_date d = c->w->report_date;
    c->i = inner.i;
    t->value = bc_period_of(d, whole.value.to);
    if (d.year && bc_date_compare(d, whole.value.to) > 0)
        t->value.set = false;
    return true;
}

/* tính đến ngày 15/6, đến hết quý II/2023, đến năm 2030, trước ngày 30/11 */
static bool read_until(bc_cursor *c, bc_time *t)
{
    bool horizon = bc_at(c, c->i, BC_TAG_HORIZON);
    if (!horizon && !bc_at(c, c->i, BC_TAG_UNTIL))
        return false;
    bc_cursor inner = *c;
    inner.i = bc_past(c, c->i, horizon ? BC_TAG_HORIZON : BC_TAG_UNTIL);
    bc_time whole = *t;
    if (bc_at(&inner, inner.i, BC_TAG_NOW) && read_now(&inner, &whole)) {
        t->now = true;
    } else if (!read_edge(&inner, &whole) && !bc_moment(&inner, &whole, true)) {
        return false;
    }
    if (!whole.value.set && !t->now)
        return false;
    c->i = inner.i;
    t->value = bc_period_of((bc_date){0}, whole.value.to);
    t->deadline = true;
    t->horizon = horizon;
    return true;
}

static bc_period week(bc_date d, int step)
{
    if (!d.year)
        return (bc_period){0};
    bc_date monday = bc_date_add(d, 7 * step - bc_date_weekday(d));
    return bc_period_of(monday, bc_date_add(monday, 6));
}

static bc_part part_of(int32_t value)
{
    return value == 1 ? BC_PART_MONTH : value == 2 ? BC_PART_QUARTER : BC_PART_NONE;
}

/* "lũy kế 8 tháng", "lũy kế đến 30/9": a time of its own follows */
static bool names_time(const bc_cursor *c, uint32_t i)
{
    bc_cursor inner = *c;
    bc_time t = {0};
    inner.i = i;
    return bc_at(c, i, BC_TAG_UNTIL) || bc_at(c, i, BC_TAG_NOW) || bc_at(c, i, BC_TAG_SINCE) ||
           bc_moment(&inner, &t, false);
}

/* cùng kỳ, cùng kỳ năm 2021, tháng trước, năm ngoái, trong năm */
static bool read_relative(bc_cursor *c, bc_time *t)
{
    const bc_match *m;
    if ((m = bc_work_match(c->w, c->i, c->end, BC_TAG_SAME_PERIOD)) != NULL) {
        c->i += m->length;
        t->same_period = true;
        uint32_t i = c->i;
        if (bc_at(c, i, BC_TAG_PREVIOUS)) {
            c->i = bc_past(c, i, BC_TAG_PREVIOUS);
        } else {
            int year = bc_moment_year_behind(c, &i);
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
        if (m->value == 4)
            t->value = week(c->w->report_date, -1);
        return true;
    }
    if ((m = bc_work_match(c->w, c->i, c->end, BC_TAG_NEXT)) != NULL) {
        c->i += m->length;
        if (m->value == 0)
            t->value = bc_period_year(c->year + 1);
        else if (m->value == 4)
            t->value = week(c->w->report_date, 1);
        t->part = part_of(m->value);
        t->step = 1;
        return true;
    }
    if ((m = bc_work_match(c->w, c->i, c->end, BC_TAG_YEAR_TO_DATE)) != NULL && !names_time(c, c->i + m->length)) {
        c->i += m->length;
        bc_date d = c->w->report_date;
        t->cumulative = true;
        t->since = m->value == 0;
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
        ((c->w->tokens[c->i + m->length].kind == BC_TOKEN_NUMBER &&
          !(bc_at(c, c->i + m->length + 1, BC_TAG_COUNTER) && !bc_at(c, c->i + m->length + 1, BC_TAG_PLACE))) ||
         bc_at(c, c->i + m->length, BC_TAG_ROMAN)))
        m = NULL; /* "trong tháng 11"; not "trong tháng 06 vụ" */
    if (m) {
        c->i += m->length;
        int year = bc_moment_year_behind(c, &c->i);
        if (m->value == 0)
            t->value = bc_period_year(year ? year : c->year);
        else if (m->value == 4)
            t->value = week(c->w->report_date, 0);
        t->part = part_of(m->value);
        return true;
    }
    return false;
}

/* The whole months, years or days that ended last before the report. A report of the spring looks back on full years; a
 * count from January is one, whether or not the report's own month is in it. */
static bc_period months_gone(bc_date d, int n)
{
    int last = d.year * 12 + d.month - 1, first = last - n + 1; /* with the report's month */
    if (first % 12 != 0 || d.day < MIDDLE) {
        last--;
        first--;
    }
    if (first / 12 == last / 12)
        return bc_period_months(first / 12, first % 12 + 1, last % 12 + 1);
    return bc_period_of(bc_period_months(first / 12, first % 12 + 1, first % 12 + 1).from,
                        bc_period_months(last / 12, last % 12 + 1, last % 12 + 1).to);
}

static bc_period months_coming(bc_date d, int n)
{
    int first = d.year * 12 + d.month, last = first + n - 1;
    return bc_period_of(bc_period_months(first / 12, first % 12 + 1, first % 12 + 1).from,
                        bc_period_months(last / 12, last % 12 + 1, last % 12 + 1).to);
}

/* 3 năm qua, 2 tháng vừa rồi, 5 năm tới, 2 ngày vừa qua; in a title "Kết quả 03 năm thực hiện Chỉ thị": the whole years
 * that end with the report's */
static bool read_run(bc_cursor *c, bc_time *t)
{
    static const bc_tag UNITS[] = {BC_TAG_DAY, BC_TAG_MONTH, BC_TAG_YEAR};
    uint32_t i = c->i;
    bc_number n;
    if (i >= c->end || bc_at(c, i, BC_TAG_YEAR) ||
        !(bc_number_digits(c->w, &i, c->end, &n) || bc_number_words(c->w, &i, c->end, &n)) || n.value.scale ||
        n.value.digits < 1 || n.value.digits > MAX_RUN || n.grouped)
        return false;
    bc_tag unit = BC_TAG_COUNT;
    for (size_t k = 0; k < sizeof UNITS / sizeof *UNITS; k++)
        if (bc_at(c, i, UNITS[k]))
            unit = UNITS[k];
    bool carried =
        unit == BC_TAG_YEAR && c->i >= c->w->title.first && i < c->w->title.last && bc_at(c, i + 1, BC_TAG_CARRIED);
    bool gone = carried || bc_at(c, i + 1, BC_TAG_GONE);
    if (unit == BC_TAG_COUNT || !(gone || bc_at(c, i + 1, BC_TAG_COMING)))
        return false;
    i = bc_past(c, i + 1, carried ? BC_TAG_CARRIED : gone ? BC_TAG_GONE : BC_TAG_COMING);
    if (i < c->end && c->w->tokens[i].kind == BC_TOKEN_NUMBER)
        return false; /* "từ 2 năm tới 3 năm" */
    bc_date d = c->w->report_date;
    int count = (int)n.value.digits;
    c->i = i;
    if (!d.year)
        return true;
    if (unit == BC_TAG_DAY) {
        t->value = gone ? bc_period_of(bc_date_add(d, -count), bc_date_add(d, -1))
                        : bc_period_of(bc_date_add(d, 1), bc_date_add(d, count));
    } else if (unit == BC_TAG_MONTH) {
        t->value = gone ? months_gone(d, count) : months_coming(d, count);
    } else {
        int last = gone ? d.year - (d.month <= SPRING) : d.year + count, first = last - count + 1;
        t->value = bc_period_of((bc_date){(int16_t)first, 1, 1}, (bc_date){(int16_t)last, 12, 31});
        if (gone && !carried && bc_date_compare(t->value.to, d) > 0)
            t->value.to = d;
    }
    return true;
}

/* 03 năm thực hiện, sau gần 10 năm, 30 phút, 5 tuần: a length of time, whose figure is no fact. */
static bool read_duration(bc_cursor *c)
{
    uint32_t i = c->i;
    bc_number n;
    if (!bc_number_digits(c->w, &i, c->end, &n) && !bc_number_words(c->w, &i, c->end, &n))
        return false;
    if (n.in_words && bc_at(c, c->i, BC_TAG_YEAR) && i == c->i + 1)
        return false; /* "năm": year, not five */
    if (bc_at(c, i, BC_TAG_YEAR) && !(c->w->tokens[i].flags & BC_TOKEN_NEWLINE)) {
        uint32_t k = bc_past(c, i, BC_TAG_YEAR);
        if (bc_moment_year(c->w, k, c->end) > 0 && !(bc_mark_at(c, k + 1) == '-'))
            return false; /* "12 năm 2022": a page number, a month */
        c->i = k;
        return true;
    }
    return false;
}

bool bc_period_date(bc_work *w, uint32_t *i, uint32_t end, int year, bc_date *out)
{
    bc_cursor c = {.w = w, .i = *i, .end = end, .year = year ? year : 1900, .future = true, .hops = BC_MOMENT_HOPS};
    bool named = bc_at(&c, c.i, BC_TAG_DAY);
    if (named)
        c.i = bc_past(&c, c.i, BC_TAG_DAY);
    bc_period p = {0};
    if (bc_moment_date(&c, named, &p) && p.from.year != 1900) {
        *out = p.to;
        *i = c.i;
        return true;
    }
    if (named && bc_at(&c, c.i, BC_TAG_MONTH)) { /* the day was left blank */
        int month = bc_moment_number(w, c.i + 1, end, 2);
        uint32_t k = c.i + 2;
        int y = bc_moment_year_behind(&c, &k);
        if (month >= 1 && month <= 12 && y) {
            *out = (bc_date){(int16_t)y, (uint8_t)month, 0};
            *i = k;
            return true;
        }
    }
    return false;
}

static bool read_time(bc_cursor *c, bc_time *t)
{
    return read_run(c, t) || read_from_now(c, t) || read_since(c, t) || read_until(c, t) || read_now(c, t) ||
           read_relative(c, t) || read_edge(c, t) || bc_moment(c, t, false) || read_duration(c);
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
        if (bc_moment_year(w, i, last) > 0 && !bc_work_is(w, i, last, BC_TAG_UNIT))
            return bc_moment_year(w, i, last);
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
    /* what is told in January is of the year before, unless it is to come */
    int look_back = !fallback && w->report_date.year && w->report_date.month == 1;
    if (!fallback)
        fallback = w->report_date.year - look_back;
    if (!fallback)
        fallback = first_year(w, 0, w->token_count);
    for (uint32_t b = 0; b < w->block_count; b++)
        if (w->blocks[b].heading)
            heading_years[b] = first_year(w, w->blocks[b].body, w->blocks[b].tokens.last);

    for (uint32_t b = 0; b < w->block_count; b++) {
        const bc_block *block = &w->blocks[b];
        uint32_t last = block->tokens.last;
        bc_cursor c = {.w = w, .i = block->body, .end = block->table ? block->body : last, .hops = BC_MOMENT_HOPS};
        c.future = block->kind == BC_SECTION_GOALS || block->kind == BC_SECTION_TASKS;
        c.year = year_of_block(w, heading_years, b, fallback + (c.future ? look_back : 0));
        if (c.year == 0)
            c.year = 1900; /* no year anywhere: parts of a year get no interval below */
        while (c.i < last) {
            if (c.i >= c.end) /* no time goes over a cell's end */
                for (c.end = c.i + 1; c.end < last && !bc_grid_cuts(w, c.end);)
                    c.end++;
            bc_time t = {.tokens = {c.i, c.i}};
            uint32_t at = c.i;
            const bc_match *qualifier = bc_work_match(w, c.i, c.end, BC_TAG_QUALIFIER);
            if (qualifier) {
                c.i += qualifier->length;
                if (bc_moment_year(w, c.i, c.end) > 0)
                    c.i++;
                else if (bc_at(&c, c.i, BC_TAG_YEAR) && bc_moment_year(w, c.i + 1, c.end) > 0)
                    c.i += 2;
                if (bc_mark_at(&c, c.i) == '-' && bc_moment_year(w, c.i + 1, c.end) > 0)
                    c.i += 2; /* "chuẩn nghèo giai đoạn 2022 - 2025" */
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
            if (t.fault && !bc_work_warn(w, "impossible_period", t.fault, bc_work_span(w, t.tokens)))
                return false;
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

const bc_time *bc_time_baseline(const bc_work *w, uint32_t from, uint32_t to)
{
    for (uint32_t i = bc_time_from(w, from); i < w->time_count && w->times[i].tokens.first < to; i++)
        if (w->times[i].baseline)
            return &w->times[i];
    return NULL;
}

const bc_time *bc_time_at(const bc_work *w, uint32_t i)
{
    uint32_t k = bc_time_from(w, i + 1);
    return k > 0 && w->times[k - 1].tokens.last > i ? &w->times[k - 1] : NULL;
}
