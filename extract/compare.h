/* SPDX-License-Identifier: MIT */
/*
 * compare.h - what a figure says: a level, a change, a per cent of plan, a share; a target or a result.
 *
 *     "tăng 18,2% so với cùng kỳ"   change +18.2         "bằng 143,2% cùng kỳ"   change +43.2
 *     "vượt 5% kế hoạch"            plan 105             "chiếm 7,8% ..."        share 7.8
 *     "(KH: 26 vạn tấn)"            level, of a target   "giảm còn 5,72%"        level
 *
 * Rules: the model, section 2. Data: relations.tsv, hedges.tsv.
 */
#ifndef BAOCAO_COMPARE_H
#define BAOCAO_COMPARE_H

#include "work.h"

typedef enum { BC_ROLE_LEVEL, BC_ROLE_CHANGE, BC_ROLE_PLAN, BC_ROLE_SHARE } bc_role;

/* Where a mention stands: the words before it back to the figure before, and behind it up to the next. */
typedef struct {
    bc_range left, right;
    bool parenthesis; /* inside (...), and first figure of it */
    bool inside;      /* inside (...) */
    uint32_t opening; /* the '(' token, where inside */
} bc_context;

typedef struct {
    bc_role role;
    bc_value value, value_max; /* signed, ratios turned into changes */
    bool plan_figure;          /* a plan's own figure quoted beside a result: a target */
    bool growth_name;          /* its name is a growth: "tốc độ tăng GRDP" */
    bool explicit_role;        /* a word said it; false: the unit alone */
    bool weak_ratio;           /* "đạt 60 %" with no word for what of */
    bool lead_relation;        /* the relation word stands right before the figure: no name between */
    uint32_t relation;         /* first token of the words that relate the figure to its name; left.last: none */
} bc_reading;

/* Marks w->times[].baseline. After mentions. */
bool bc_stage_comparisons(bc_work *w);

bc_reading bc_compare_read(const bc_work *w, const bc_mention *m, const bc_context *c);

#endif
