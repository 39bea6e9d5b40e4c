/* SPDX-License-Identifier: MIT */
/* date.h - calendar arithmetic on the proleptic Gregorian calendar (ISO 8601). */
#ifndef BAOCAO_DATE_H
#define BAOCAO_DATE_H

#include "result.h"

int bc_days_in_month(int year, int month);
bool bc_date_valid(int year, int month, int day); /* years 1900 to 2199 */

/* Whole years, quarters (1-4), months as intervals. */
bc_period bc_period_year(int year);
bc_period bc_period_quarter(int year, int quarter);
bc_period bc_period_months(int year, int first, int last);
bc_period bc_period_of(bc_date from, bc_date to); /* from.year 0: open */

/* The last day a date of any precision can mean: 2022-07 is 2022-07-31. */
bc_date bc_date_last(bc_date d);
int bc_date_compare(bc_date a, bc_date b);
bool bc_period_equal(bc_period a, bc_period b);

/* The period moved by whole months (negative: back); an end on a month's last day stays on one. */
bc_period bc_period_shift(bc_period p, int months);

/* A full date moved by days; its day of the week, Monday 0. */
bc_date bc_date_add(bc_date d, int days);
int bc_date_weekday(bc_date d);

#endif
