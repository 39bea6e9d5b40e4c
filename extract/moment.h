/* SPDX-License-Identifier: MIT */
/*
 * moment.h - one period said by itself, without words of from and until: a date, months, a quarter, a half, years, a
 * stage, a term, a school year. period.c puts them together.
 *
 *     ngày 14 tháng 6 năm 2023   06-16/8/2022   tháng 10/2019   T6/2024   quý I, II/2022   9 tháng đầu năm 2019
 *     2 quý đầu năm   nửa đầu năm   năm 2021 - 2023   giai đoạn 2016-2020   nhiệm kỳ 2020 – 2025
 *
 * What cannot be (tháng 13/2023, ngày 31/2/2023, nhiệm kỳ 2026-2021) is a time without an interval and with a fault: it
 * is never repaired. Data: periods.tsv.
 */
#ifndef BAOCAO_MOMENT_H
#define BAOCAO_MOMENT_H

#include "work.h"

/* Where the reader stands: tokens [i, end) of one block. */
typedef struct {
    bc_work *w;
    uint32_t i, end;
    int year;     /* that a part of a year without one belongs to */
    bool future;  /* a section of goals: a month past the report's date is meant */
    bool dated;   /* set by each reader: the period named its year */
    bool ranged;  /* likewise: it is of days with a dash between */
    uint8_t hops; /* how far to look ahead for the year of a list: "tháng 9 và 9 tháng năm 2024" */
} bc_cursor;

/* A period at c->i; moves past it on success only. named: a word of time stood before, a bare day/month is a date. */
bool bc_moment(bc_cursor *c, bc_time *t, bool named);

/* A date at c->i; first and last day of "06-16/8/2022". */
bool bc_moment_date(bc_cursor *c, bool named, bc_period *out);

/* A year in plain digits at token i, or -1. */
int bc_moment_year(const bc_work *w, uint32_t i, uint32_t end);

/* A whole number in plain digits of at most `digits` places, or -1. */
int bc_moment_number(const bc_work *w, uint32_t i, uint32_t end, uint32_t digits);

/* "/2022", "-2022", "năm 2022", "của năm 2022", "năm trước": the year behind a part of one, and past it; 0: none. */
int bc_moment_year_behind(const bc_cursor *c, uint32_t *i);

enum { BC_MOMENT_HOPS = 4 }; /* bc_cursor.hops at the start */

static inline bool bc_at(const bc_cursor *c, uint32_t i, bc_tag tag)
{
    return bc_work_is(c->w, i, c->end, tag);
}

static inline uint32_t bc_past(const bc_cursor *c, uint32_t i, bc_tag tag)
{
    const bc_match *m = bc_work_match(c->w, i, c->end, tag);
    return m ? i + m->length : i;
}

static inline char bc_mark_at(const bc_cursor *c, uint32_t i)
{
    return i < c->end ? bc_work_mark(c->w, i) : 0;
}

#endif
