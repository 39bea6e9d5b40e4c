/* SPDX-License-Identifier: MIT */
/*
 * sheet.h - a table on its way from cells to facts: what table.c, column.c and row.c hand to each other.
 *
 * However a table is written (separated cells, a cell a line, figures at the line's end), it comes to columns of
 * figures with heads and rows with a name. It lives in the request's arena. Data: relations.tsv (column, signed,
 * table).
 */
#ifndef BAOCAO_SHEET_H
#define BAOCAO_SHEET_H

#include "grid.h"
#include "indicator.h"
#include "limits.h"
#include "work.h"

enum { BC_HEAD_ROWS = 3, BC_CAPTIONS = 6 };

/* What the words of BC_TAG_TABLE mean, in the order of its values. */
typedef enum {
    BC_TABLE_TOTAL,      /* Tổng số, Toàn tỉnh: the whole of the other rows */
    BC_TABLE_RANK,       /* Xếp hạng */
    BC_TABLE_ABSOLUTE,   /* Tuyệt đối: a difference in the row's unit */
    BC_TABLE_COMPARE,    /* So sánh */
    BC_TABLE_LEAD,       /* Tình hình, Kết quả: before a caption's indicator */
    BC_TABLE_CUT,        /* của các, phân theo: behind it */
    BC_TABLE_ITEMS,      /* Chỉ tiêu, Nội dung: heads of rows that are indicators */
    BC_TABLE_SKIP,       /* Năm sinh, Mã số: figures that are no amounts */
    BC_TABLE_CUMULATIVE, /* lũy kế, cộng dồn */
    BC_TABLE_MEASURE,    /* Số lượng, Giá trị: heads that name no thing of their own */
    BC_TABLE_SCORE,      /* Điểm số */
    BC_TABLE_OWN,        /* số, tổng, thu: begins the name of a measure of its own */
    BC_TABLE_GOAL,       /* MT: an aim in a head, the environment elsewhere */
} bc_table_word;

typedef enum {
    BC_COLUMN_SKIP,
    BC_COLUMN_LEVEL,
    BC_COLUMN_TARGET,
    BC_COLUMN_PLAN,
    BC_COLUMN_CHANGE,
    BC_COLUMN_SHARE,
    BC_COLUMN_RATE, /* "Tỷ lệ (%)": of the plan, of the year before or of the whole: the figures tell */
} bc_column_role;

typedef struct {
    bc_range heads[BC_HEAD_ROWS]; /* outermost first; the last is its own */
    uint32_t head_count;
    bc_column_role role;
    bc_name named;  /* the column is an indicator, or a part, of its own; count 0: none */
    bc_range about; /* of a comparison: the thing that its head names, "Lượng so CK (%)" */
    bool part;      /* "Trong đó: nữ": a part of the named column before it */
    bc_range unit;  /* in brackets, with its number; empty: none */
    bc_unit parsed;
    bc_range unit_number;
    bc_period period;
    bool has_period;
    bc_status status;
    bool percent, is_signed, ratio, absolute, rank, average;
    bool earlier;      /* cùng kỳ, năm trước as a level */
    bool of_target;    /* "KH 2024 so với TH 2023": the plan is what is compared */
    bc_period subject; /* the time said of what is compared */
    bc_period object;  /* ... and of what it is compared with */
    int8_t shift;      /* or how many months back that is */
    uint32_t group;    /* first token of the head it shares with others; UINT32_MAX: none */
    uint32_t parent;   /* of a comparison: the column it qualifies; column_count: none */
} bc_column;

typedef struct {
    bc_range index, name;
    bc_range unit; /* of its own; empty: none */
    bc_unit parsed;
    bc_range unit_number;
    uint32_t indent; /* blanks before the name */
    uint32_t block;
    bc_range line;
    bool figures;   /* some cell is set */
    bc_cell *cells; /* column_count of them */
} bc_row;

typedef struct {
    bc_work *w;
    bc_column columns[BC_MAX_TABLE_COLUMNS];
    uint32_t column_count;
    bc_row *rows;
    uint32_t row_count;
    bc_range name_head; /* head of the names' column; may be empty */
    bool unit_column;
    bool loose;  /* its cells' bounds are lost: an index may stand before a name without a mark */
    bool future; /* in the part on goals */

    bc_range captions[BC_CAPTIONS]; /* nearest first */
    uint32_t caption_count;
    bc_range caption_name; /* the indicator that the caption names; empty: none */
    bool caption_own;      /* it stands in a caption proper, not in a heading above */
    bool growth;           /* the caption says that the figures are growths */
    bc_period period;      /* of what names none */
    bc_period plan_period; /* of plans that name none */
    bc_status status;
    bc_range unit; /* "ĐVT: tỷ đồng"; empty: none */
    bc_unit parsed;
    bc_range unit_number;
} bc_sheet;

/* column.c: what the columns hold, from their heads and, where these leave it open, from the figures. After rows are
 * filled. False: the heads are not understood, and nothing may be read. */
bool bc_sheet_columns(bc_sheet *s);

/* Is there a phrase of the tag in the range, or glued to a year ("KH2023")? */
bool bc_sheet_says(const bc_work *w, bc_range r, bc_tag tag);
bool bc_sheet_word(const bc_work *w, bc_range r, bc_table_word word);

/* The phrase of that meaning that the range begins with, NULL: none. */
const bc_match *bc_sheet_opens(const bc_work *w, bc_range r, bc_table_word word);

/* The last period in a range that is no baseline; false: none. year: for parts of a year without one. */
bool bc_sheet_time(const bc_work *w, bc_range r, int year, bc_period *out);

/* Is q a part of the year p that ends before it? Results of the whole year are not known to a report of q. */
bool bc_sheet_holds(bc_period p, bc_period q);

/* row.c: facts of all rows into w->result. False: no room. */
bool bc_sheet_facts(bc_sheet *s);

#endif
