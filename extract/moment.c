/* SPDX-License-Identifier: MIT */
/* moment.c - see moment.h. */
#include "moment.h"

#include "date.h"
#include "number.h"

enum {
    MAX_TERM = 6,      /* years: party congresses and councils sit for five, one was put off */
    MAX_DURATION = 60, /* months; more is no part of a calendar */
};

int bc_moment_number(const bc_work *w, uint32_t i, uint32_t end, uint32_t digits)
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

int bc_moment_year(const bc_work *w, uint32_t i, uint32_t end)
{
    int n = bc_moment_number(w, i, end, 4);
    return n >= 1900 && n < 2200 ? n : -1;
}

static int number_at(const bc_cursor *c, uint32_t i, uint32_t digits)
{
    return bc_moment_number(c->w, i, c->end, digits);
}

static int year_at(const bc_cursor *c, uint32_t i)
{
    return bc_moment_year(c->w, i, c->end);
}

/* The time is kept, so that its figures are no facts, without an interval. */
static bool impossible(bc_cursor *c, bc_time *t, uint32_t last, const char *message)
{
    c->i = last;
    t->value = (bc_period){0};
    t->fault = message;
    return true;
}

int bc_moment_year_behind(const bc_cursor *c, uint32_t *i)
{
    uint32_t k = *i;
    char m = bc_mark_at(c, k);
    if ((m == '/' || m == '-' || m == '.') && year_at(c, k + 1) > 0) {
        *i = k + 2;
        return year_at(c, k + 1);
    }
    if (bc_at(c, k, BC_TAG_YEAR)) {
        uint32_t y = bc_past(c, k, BC_TAG_YEAR);
        int year = year_at(c, y);
        if (year > 0) {
            *i = y + 1;
            return year;
        }
        if (bc_at(c, k, BC_TAG_PREVIOUS)) {
            *i = bc_past(c, k, BC_TAG_PREVIOUS);
            return c->year - 1;
        }
        return 0;
    }
    int year = year_at(c, k);
    if (year > 0 && bc_mark_at(c, k + 1) != '/' && bc_mark_at(c, k + 1) != '-') {
        *i = k + 1;
        return year;
    }
    return 0;
}

/* "tháng 9 và 9 tháng năm 2024", "từ tháng 1 đến tháng 9/2019": the year that the next of a list names, or 0. */
static int year_ahead(const bc_cursor *c, uint32_t i)
{
    uint32_t k = bc_mark_at(c, i) == ',' || bc_mark_at(c, i) == '-' ? i + 1
                 : bc_at(c, i, BC_TAG_AND)                          ? bc_past(c, i, BC_TAG_AND)
                 : bc_at(c, i, BC_TAG_UNTIL)                        ? bc_past(c, i, BC_TAG_UNTIL)
                                                                    : bc_past(c, i, BC_TAG_RANGE);
    if (k == i || c->hops == 0)
        return 0;
    bc_cursor inner = *c;
    bc_time t = {.tokens = {k, k}};
    inner.i = k;
    inner.hops--;
    return bc_moment(&inner, &t, true) && inner.dated && t.value.set ? t.value.from.year : 0;
}

/* The year of a part of one: said behind it (and past it), by the list it stands in, or the year in force; the one
 * before where that would lie ahead of the report. */
static int year_for(bc_cursor *c, uint32_t *i, int first_month)
{
    int year = bc_moment_year_behind(c, i);
    c->dated = year > 0;
    if (!year)
        year = year_ahead(c, *i);
    if (year)
        return year;
    bc_date d = c->w->report_date;
    if (!c->future && d.month == 1 && first_month == 1 && c->year == d.year - 1)
        return d.year; /* "tháng 1" told in January */
    return !c->future && d.year && c->year == d.year && first_month > d.month ? c->year - 1 : c->year;
}

/* "tháng 6", "tháng Sáu", and past it; 0: none. *last behind "tháng 6-8". */
static int month_at(const bc_cursor *c, uint32_t *i, int *last)
{
    const bc_match *m = bc_work_match(c->w, *i, c->end, BC_TAG_MONTH);
    if (!m)
        return 0;
    uint32_t k = *i + m->length;
    int month = m->value;
    uint8_t capital = c->w->tokens[k - 1].flags & (BC_TOKEN_CAPITAL | BC_TOKEN_ALL_CAPITALS);
    if (month == 5 && m->length > 1 && year_at(c, k) > 0 && capital != BC_TOKEN_CAPITAL)
        return 0; /* "9 tháng năm 2023" */
    if (!month)
        month = number_at(c, k++, 2);
    if (month < 1 || month > 12)
        return 0;
    *last = month;
    if (bc_mark_at(c, k) == '-' && number_at(c, k + 1, 2) > month && number_at(c, k + 1, 2) <= 12) {
        *last = number_at(c, k + 1, 2);
        k += 2;
    }
    *i = k;
    return month;
}

/* The day of the week said before "ngày" at c->i, Monday 0; -1: none. "thứ Sáu, ngày", "thứ 6 ngày" */
static int weekday_before(const bc_cursor *c)
{
    uint32_t i = c->i;
    i -= i > 0 && bc_work_is(c->w, i - 1, i, BC_TAG_DAY);
    i -= i > 0 && bc_work_mark(c->w, i - 1) == ',';
    if (i < 2)
        return -1;
    const bc_match *m = bc_work_match(c->w, i - 2, i, BC_TAG_WEEKDAY);
    if (m && m->length == 2)
        return m->value;
    int n = bc_work_is(c->w, i - 2, i - 1, BC_TAG_ORDINAL) ? bc_moment_number(c->w, i - 1, i, 1) : -1;
    return n >= 2 && n <= 7 ? n - 2 : -1;
}

/* 17 as a year of two digits: of this century up to some years past the one in force. */
static int short_year(const bc_cursor *c, uint32_t i)
{
    bool two = i < c->end && c->w->tokens[i].end - c->w->tokens[i].start == 2;
    int n = two ? number_at(c, i, 2) : -1;
    if (n < 0)
        return -1;
    int year = c->year - c->year % 100 + n;
    return year > c->year + 20 ? year - 100 : year;
}

/* "20.9.2023" is one figure for the tokenizer */
static bool dotted_date(bc_cursor *c, bc_period *out)
{
    const bc_token *t = &c->w->tokens[c->i];
    int part[3] = {0}, n = 0;
    if (t->kind != BC_TOKEN_NUMBER || t->end - t->start > 10)
        return false;
    for (uint32_t k = t->start; k < t->end; k++) {
        char s = c->w->text.ptr[k];
        if (s == '.' && n < 2)
            n++;
        else if (s >= '0' && s <= '9')
            part[n] = part[n] * 10 + (s - '0');
        else
            return false;
    }
    if (n != 2 || !bc_date_valid(part[2], part[1], part[0]))
        return false;
    bc_date d = {(int16_t)part[2], (uint8_t)part[1], (uint8_t)part[0]};
    *out = bc_period_of(d, d);
    c->dated = true;
    c->i++;
    return true;
}

bool bc_moment_date(bc_cursor *c, bool named, bc_period *out)
{
    if (c->i < c->end && dotted_date(c, out))
        return true;
    uint32_t i = c->i;
    int day = number_at(c, i, 2), last = day, month, year = 0;
    if (day < 1 || day > 31)
        return false;
    i++;
    if (bc_mark_at(c, i) == '-' && number_at(c, i + 1, 2) > day && bc_mark_at(c, i + 2) == '/') {
        last = number_at(c, i + 1, 2);
        i += 2;
    }
    char sep = bc_mark_at(c, i);
    if (sep == '/' || sep == '-' || sep == '.') {
        month = number_at(c, i + 1, 2);
        i += 2;
        if (month < 1 || month > 12)
            return false;
        int full = bc_mark_at(c, i) == sep ? year_at(c, i + 1) : -1;
        if (full < 0 && sep == '/' && bc_mark_at(c, i) == sep)
            full = short_year(c, i + 1);
        if (full > 0) {
            year = full;
            c->dated = true;
            i += 2;
        } else if (!named || sep != '/') {
            return false; /* 14/5 alone is as likely a part of a whole */
        } else {
            year = year_for(c, &i, month);
        }
    } else {
        month = month_at(c, &i, &(int){0});
        if (!month)
            return false;
        year = year_for(c, &i, month);
        if (!named && !c->dated)
            return false; /* "6 tháng 10" is no date for sure */
    }
    int weekday = c->dated ? -1 : weekday_before(c);
    for (int y = c->year; weekday >= 0 && y >= c->year - 1; y--) {
        bc_date d = {(int16_t)y, (uint8_t)month, (uint8_t)day};
        if (bc_date_valid(y, month, day) && bc_date_weekday(d) == weekday) {
            year = y;
            break;
        }
    }
    if (!bc_date_valid(year, month, day) || !bc_date_valid(year, month, last))
        return false;
    *out = bc_period_of((bc_date){(int16_t)year, (uint8_t)month, (uint8_t)day},
                        (bc_date){(int16_t)year, (uint8_t)month, (uint8_t)last});
    c->i = i;
    return true;
}

/* "ngày 25/8 - 3/9/2023" */
static bool read_days(bc_cursor *c, bool named, bc_period *out)
{
    if (!bc_moment_date(c, named, out))
        return false;
    bc_cursor inner = *c;
    bc_period to;
    inner.i = c->i + 1;
    if (bc_mark_at(c, c->i) != '-' || !bc_moment_date(&inner, true, &to) || bc_date_compare(out->from, to.to) > 0)
        return true;
    out->to = to.to;
    c->i = inner.i;
    c->dated = inner.dated;
    c->ranged = true;
    return true;
}

/* "31/2/2023", "31 tháng 9 năm 2023" behind ngày: the end of what is a date by its form; else c->i. */
static uint32_t date_form(const bc_cursor *c)
{
    uint32_t i = c->i + 1;
    if (number_at(c, c->i, 2) < 0)
        return c->i;
    if (bc_mark_at(c, i) == '/' && number_at(c, i + 1, 2) >= 0) {
        bool year = bc_mark_at(c, i + 2) == '/' && number_at(c, i + 3, 4) >= 1900;
        if (!year && (number_at(c, i + 1, 2) > 12 || number_at(c, c->i, 2) > 31))
            return c->i;
        return i + (year ? 4 : 2);
    }
    uint32_t month = bc_past(c, i, BC_TAG_MONTH);
    if (month == i || number_at(c, month, 2) < 0)
        return c->i;
    i = month + 1;
    bc_moment_year_behind(c, &i);
    return i;
}

/* Roman or Arabic 1 to 4, and past it; 0: none; more than 4 as it is. */
static int quarter_number(const bc_cursor *c, uint32_t *i, bool *roman)
{
    const bc_match *m = bc_work_match(c->w, *i, c->end, BC_TAG_ROMAN);
    const bc_match *word = bc_work_match(c->w, *i, c->end, BC_TAG_DIGIT);
    int n = m ? m->value : word ? word->value : number_at(c, *i, 2);
    if (n < 1 || (word && n > 4))
        return 0;
    *roman = m != NULL;
    *i += m ? m->length : word ? word->length : 1;
    return n;
}

/* quý III/2022, quý 3-2022, quý I, II và III năm 2022, quý cuối năm */
static bool read_quarter(bc_cursor *c, bc_time *t)
{
    bool roman, other;
    uint32_t i = bc_past(c, c->i, BC_TAG_QUARTER);
    if (bc_at(c, i, BC_TAG_LAST)) {
        i = bc_past(c, i, BC_TAG_LAST);
        int year = bc_moment_year_behind(c, &i);
        if (!year && bc_at(c, i, BC_TAG_YEAR))
            i = bc_past(c, i, BC_TAG_YEAR);
        t->value = bc_period_quarter(year ? year : c->year, 4);
        c->dated = year > 0;
        c->i = i;
        return true;
    }
    int first = quarter_number(c, &i, &roman), last = first;
    if (!first)
        return false;
    if (first > 4) {
        int year = bc_moment_year_behind(c, &i);
        return year && impossible(c, t, i, "There is no such quarter; no interval is given.");
    }
    while (roman && last < 4) {
        uint32_t k = bc_mark_at(c, i) == ',' || bc_mark_at(c, i) == '-' ? i + 1 : bc_past(c, i, BC_TAG_AND);
        bool leap = bc_mark_at(c, i) == '-';
        int n = k > i ? quarter_number(c, &k, &other) : 0;
        if (!n || !other || n > 4 || (leap ? n <= last : n != last + 1))
            break;
        last = n;
        i = k;
    }
    int year = year_for(c, &i, first * 3 - 2);
    t->value = bc_period_months(year, first * 3 - 2, last * 3);
    c->i = i;
    return true;
}

/* "tháng 7, 8 và 9/2022": the last month of a list that ends with its year, and past it; else `month`. */
static int month_list(const bc_cursor *c, uint32_t *i, int month)
{
    uint32_t k = *i;
    int last = month;
    for (;;) {
        uint32_t next = bc_mark_at(c, k) == ',' ? k + 1 : bc_past(c, k, BC_TAG_AND);
        if (next == k || number_at(c, next, 2) != last + 1 || last == 12)
            break;
        last++;
        k = next + 1;
    }
    uint32_t y = k;
    if (last == month || !bc_moment_year_behind(c, &y))
        return month;
    *i = k;
    return last;
}

static bool read_month(bc_cursor *c, bc_time *t)
{
    uint32_t i = c->i;
    int last, first = month_at(c, &i, &last);
    if (!first) {
        uint32_t k = bc_past(c, c->i, BC_TAG_MONTH);
        int n = number_at(c, k, 2);
        k++;
        return n > 12 && bc_moment_year_behind(c, &k) &&
               impossible(c, t, k, "There is no such month; no interval is given.");
    }
    if (last == first)
        last = month_list(c, &i, first);
    int year = year_for(c, &i, first);
    t->value = bc_period_months(year, first, last);
    c->i = i;
    return true;
}

/* "T6/2024", "Q3/2022": a letter and digits in one word */
static bool read_short(bc_cursor *c, bc_time *t)
{
    const bc_token *k = &c->w->tokens[c->i];
    const char *s = c->w->text.ptr + k->start;
    uint32_t len = k->end - k->start, i = c->i + 1;
    if (k->kind != BC_TOKEN_WORD || len < 2 || len > 3 || (s[0] != 'T' && s[0] != 'Q'))
        return false;
    int n = 0;
    for (uint32_t d = 1; d < len; d++) {
        if (s[d] < '0' || s[d] > '9')
            return false;
        n = n * 10 + (s[d] - '0');
    }
    int year = bc_moment_year_behind(c, &i);
    if (!year || n < 1 || n > (s[0] == 'T' ? 12 : 4))
        return false;
    t->value = s[0] == 'T' ? bc_period_months(year, n, n) : bc_period_quarter(year, n);
    c->dated = true;
    c->i = i;
    return true;
}

/* A small whole number in digits or words, and past it; 0: none. */
static int count_at(const bc_cursor *c, uint32_t *i)
{
    int n = number_at(c, *i, 2);
    bc_number words;
    if (n > 0) {
        *i += 1;
        return n;
    }
    uint32_t k = *i;
    if (bc_at(c, k, BC_TAG_YEAR) || !bc_number_words(c->w, &k, c->end, &words) || words.value.scale ||
        words.value.digits > 12 || words.value.digits < 1)
        return 0;
    *i = k;
    return (int)words.value.digits;
}

/* 6 tháng đầu năm 2022, chín tháng, 3 tháng cuối năm, 3 tháng còn lại của năm, 2 quý đầu năm */
static bool read_months(bc_cursor *c, bc_time *t)
{
    uint32_t i = c->i;
    int n = count_at(c, &i);
    bool quarters = bc_at(c, i, BC_TAG_QUARTER);
    if (n < 1 || n > MAX_DURATION || !(quarters || bc_at(c, i, BC_TAG_MONTH)))
        return false;
    i++; /* the word alone: "tháng năm" may be May elsewhere */
    if (number_at(c, i, 2) > 0)
        return false; /* "ngày 5 tháng 6" */
    bool first = bc_at(c, i, BC_TAG_FIRST), last = !first && bc_at(c, i, BC_TAG_LAST);
    if (first || last)
        i = bc_past(c, i, first ? BC_TAG_FIRST : BC_TAG_LAST);
    if (quarters && !first && !last)
        return false;
    n = quarters ? n * 3 : n;
    int year = bc_moment_year_behind(c, &i);
    c->dated = year > 0;
    if (!year && (first || last) && bc_at(c, i, BC_TAG_YEAR))
        i = bc_past(c, i, BC_TAG_YEAR);
    if (!year)
        year = year_ahead(c, i);
    uint32_t bound = bc_work_before(c->w, 0, c->i, BC_TAG_BOUND);
    bool lasts = !first && !last && !year &&
                 (bc_work_before(c->w, 0, bound, BC_TAG_LASTS) != bound ||
                  (bound != c->i && bc_work_before(c->w, 0, bound, BC_TAG_WITHIN) != bound)); /* "sau hơn 4 tháng" */
    if (n > 12 || (n == 12 && !year) || lasts)
        t->value.set = false; /* a duration */
    else
        t->value =
            last ? bc_period_months(year ? year : c->year, 13 - n, 12) : bc_period_months(year ? year : c->year, 1, n);
    c->i = i;
    return true;
}

/* What says that digits are a year: nothing, a word of from or until before them, the word year. */
typedef enum { YEAR_BARE, YEAR_EDGE, YEAR_SAID } year_cue;

/* năm 2023, các năm 2021, 2022, năm 2021 - 2023, 2016-2020 */
static bool read_years(bc_cursor *c, bc_time *t, year_cue cue, bool term)
{
    uint32_t i = c->i;
    int year = year_at(c, i);
    if (year < 0)
        return false;
    i++;
    uint32_t k = bc_mark_at(c, i) == '-' ? i + 1 : bc_past(c, i, BC_TAG_RANGE);
    if (k > i) {
        if (bc_at(c, k, BC_TAG_YEAR))
            k = bc_past(c, k, BC_TAG_YEAR);
        int to = year_at(c, k);
        if (to > 0 && (cue == YEAR_SAID || !bc_at(c, k + 1, BC_TAG_UNIT))) {
            c->dated = true;
            c->i = k + 1;
            if (to < year)
                return impossible(c, t, k + 1, "The period ends before it begins; no interval is given.");
            if (term && to - year > MAX_TERM)
                return impossible(c, t, k + 1, "The term is longer than any; no interval is given.");
            t->value = bc_period_of((bc_date){(int16_t)year, 1, 1}, (bc_date){(int16_t)to, 12, 31});
            return true;
        }
    }
    bool behind = i < c->end && !(c->w->tokens[i].flags & BC_TOKEN_NEWLINE) &&
                  !bc_at(c, i, BC_TAG_PAIRED); /* "2018 và 2019 lần lượt" */
    if (behind && cue != YEAR_SAID && (bc_at(c, i, BC_TAG_UNIT) || bc_at(c, i, BC_TAG_SCALE)))
        return false;
    if (behind && cue == YEAR_BARE && (bc_at(c, i, BC_TAG_COUNTER) || bc_mark_at(c, i) == '/'))
        return false; /* "2000 hộ" is an amount */
    t->value = bc_period_year(year);
    c->dated = true;
    c->i = i;
    return true;
}

/* "năm 20214": digits that are no year, with nothing behind that they could count */
static bool read_no_year(bc_cursor *c, bc_time *t, uint32_t i)
{
    int n = number_at(c, i, 6);
    if (n < 1000 || year_at(c, i) > 0 || bc_at(c, i + 1, BC_TAG_UNIT) || bc_at(c, i + 1, BC_TAG_SCALE) ||
        (i + 1 < c->end && c->w->tokens[i + 1].kind == BC_TOKEN_WORD && !bc_at(c, i + 1, BC_TAG_REACH)))
        return false;
    if (n < 1900) { /* history */
        c->i = i + 1;
        return true;
    }
    return impossible(c, t, i + 1, "There is no such year; no interval is given.");
}

static bool read_named_years(bc_cursor *c, bc_time *t, bc_tag tag)
{
    bc_cursor inner = *c;
    inner.i = bc_past(c, c->i, tag);
    if (tag != BC_TAG_YEAR && bc_at(c, inner.i, BC_TAG_YEAR))
        inner.i = bc_past(c, inner.i, BC_TAG_YEAR);
    if (!read_years(&inner, t, tag == BC_TAG_STAGE ? YEAR_BARE : YEAR_SAID, tag == BC_TAG_TERM) &&
        !read_no_year(&inner, t, inner.i))
        return false;
    c->i = inner.i;
    c->dated = inner.dated;
    return true;
}

/* September to May; a crop year has no months of its own */
static bool read_school_year(bc_cursor *c, bc_time *t)
{
    const bc_match *m = bc_work_match(c->w, c->i, c->end, BC_TAG_SCHOOL_YEAR);
    uint32_t i = c->i + m->length;
    int from = year_at(c, i), to = bc_mark_at(c, i + 1) == '-' ? year_at(c, i + 2) : -1;
    if (from < 0 || to < 0)
        return false;
    if (to != from + 1)
        return impossible(c, t, i + 3, "A school year ends in the year after it begins; no interval is given.");
    if (m->value == 1)
        t->value = bc_period_of((bc_date){(int16_t)from, 9, 1}, (bc_date){(int16_t)to, 5, 31});
    else
        t->value.set = false;
    c->i = i + 3;
    return true;
}

static bool read_half_year(bc_cursor *c, bc_time *t)
{
    const bc_match *m = bc_work_match(c->w, c->i, c->end, BC_TAG_HALF_YEAR);
    uint32_t i = c->i + m->length;
    int first = m->value == 1 ? 1 : 7, year = bc_moment_year_behind(c, &i);
    c->dated = year > 0;
    t->value = bc_period_months(year ? year : c->year, first, first + 5);
    c->i = i;
    return true;
}

/* ngày đầu tiên của tháng 3 */
static bool read_first_day(bc_cursor *c, bc_time *t)
{
    bc_cursor inner = *c;
    inner.i = bc_past(c, c->i, BC_TAG_FIRST_DAY);
    if (!bc_moment(&inner, t, true) || !t->value.set || !t->value.from.year)
        return false;
    t->value.to = t->value.from;
    c->i = inner.i;
    return true;
}

static bool read_day(bc_cursor *c, bc_time *t)
{
    bc_cursor inner = *c;
    inner.i = bc_past(c, c->i, BC_TAG_DAY);
    if (read_days(&inner, true, &t->value)) {
        c->i = inner.i;
        c->dated = inner.dated;
        return true;
    }
    uint32_t last = date_form(&inner);
    return last > inner.i && impossible(c, t, last, "There is no such day; no interval is given.");
}

/* "dạy nghề theo Đề án 1956": a document's number; "kế hoạch 2019" is of a year */
static bool numbers_document(const bc_cursor *c)
{
    uint32_t at = bc_work_before(c->w, 0, c->i, BC_TAG_DOCUMENT);
    return at != c->i && !bc_work_is(c->w, at, c->i, BC_TAG_PLAN);
}

bool bc_moment(bc_cursor *c, bc_time *t, bool named)
{
    uint32_t i = c->i;
    c->dated = c->ranged = false;
    if (i >= c->end)
        return false;
    if (bc_at(c, i, BC_TAG_FIRST_DAY))
        return read_first_day(c, t);
    if (bc_at(c, i, BC_TAG_DAY))
        return read_day(c, t);
    if (read_days(c, named, &t->value) || read_months(c, t) || read_short(c, t))
        return true;
    if (bc_at(c, i, BC_TAG_MONTH) && read_month(c, t))
        return true;
    if (bc_at(c, i, BC_TAG_QUARTER))
        return read_quarter(c, t);
    if (bc_at(c, i, BC_TAG_HALF_YEAR))
        return read_half_year(c, t);
    if (bc_at(c, i, BC_TAG_SCHOOL_YEAR))
        return read_school_year(c, t);
    if (bc_at(c, i, BC_TAG_STAGE))
        return read_named_years(c, t, BC_TAG_STAGE);
    if (bc_at(c, i, BC_TAG_TERM))
        return read_named_years(c, t, BC_TAG_TERM);
    if (bc_at(c, i, BC_TAG_YEAR))
        return read_named_years(c, t, BC_TAG_YEAR);
    return !numbers_document(c) && read_years(c, t, named ? YEAR_EDGE : YEAR_BARE, false);
}
