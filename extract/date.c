/* SPDX-License-Identifier: MIT */
/* date.c - see date.h. */
#include "date.h"

int bc_days_in_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0))
        return 29;
    return DAYS[month - 1];
}

bool bc_date_valid(int year, int month, int day)
{
    return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= bc_days_in_month(year, month);
}

static bc_date date(int year, int month, int day)
{
    return (bc_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

bc_period bc_period_months(int year, int first, int last)
{
    return (bc_period){date(year, first, 1), date(year, last, bc_days_in_month(year, last)), true};
}

bc_period bc_period_year(int year)
{
    return bc_period_months(year, 1, 12);
}

bc_period bc_period_quarter(int year, int quarter)
{
    return bc_period_months(year, quarter * 3 - 2, quarter * 3);
}

bc_period bc_period_of(bc_date from, bc_date to)
{
    return (bc_period){from, to, to.year != 0};
}

bc_date bc_date_last(bc_date d)
{
    if (d.year == 0)
        return d;
    if (d.month == 0)
        return date(d.year, 12, 31);
    if (d.day == 0)
        return date(d.year, d.month, bc_days_in_month(d.year, d.month));
    return d;
}

int bc_date_compare(bc_date a, bc_date b)
{
    int x = (a.year * 16 + a.month) * 32 + a.day, y = (b.year * 16 + b.month) * 32 + b.day;
    return (x > y) - (x < y);
}

bool bc_period_equal(bc_period a, bc_period b)
{
    return a.set == b.set && (!a.set || (bc_date_compare(a.from, b.from) == 0 && bc_date_compare(a.to, b.to) == 0));
}

static bc_date shift(bc_date d, int months)
{
    if (d.year == 0)
        return d;
    int m = d.year * 12 + d.month - 1 + months;
    int year = m / 12, month = m % 12 + 1, last = bc_days_in_month(year, month);
    bool was_last = d.day == bc_days_in_month(d.year, d.month);
    return date(year, month, was_last || d.day > last ? last : d.day);
}

bc_period bc_period_shift(bc_period p, int months)
{
    if (!p.set)
        return p;
    return (bc_period){shift(p.from, months), shift(p.to, months), true};
}

/* Days since 1 March of the year 0, so that leap days end a year. */
static int day_number(bc_date d)
{
    int year = d.month > 2 ? d.year : d.year - 1, month = d.month > 2 ? d.month - 3 : d.month + 9;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + d.day - 1;
}

bc_date bc_date_add(bc_date d, int days)
{
    int year = d.year, month = d.month, day = d.day + days;
    while (day < 1) {
        year -= month == 1;
        month = month == 1 ? 12 : month - 1;
        day += bc_days_in_month(year, month);
    }
    while (day > bc_days_in_month(year, month)) {
        day -= bc_days_in_month(year, month);
        year += month == 12;
        month = month == 12 ? 1 : month + 1;
    }
    return date(year, month, day);
}

int bc_date_weekday(bc_date d)
{
    return (day_number(d) + 2) % 7; /* 1 March 0000 was a Wednesday */
}
