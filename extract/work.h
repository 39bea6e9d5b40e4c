/* SPDX-License-Identifier: MIT */
/*
 * work.h - a document on its way through the pipeline: what each stage has
 * found, for the stages after it. All of it lives in the request's arena.
 * Positions are token indices unless a name says byte; ranges are [first, last).
 */
#ifndef BAOCAO_WORK_H
#define BAOCAO_WORK_H

#include "arena.h"
#include "extract.h"
#include "lexicon.h"
#include "token.h"

typedef struct {
    uint32_t first, last;
} bc_range;

/* Where a line stands in the outline; a smaller rank is further out. */
typedef enum {
    BC_RANK_PART = 1,    /* Phần thứ nhất */
    BC_RANK_LETTER,      /* A. */
    BC_RANK_ARTICLE,     /* Điều 1. */
    BC_RANK_ROMAN,       /* I. */
    BC_RANK_ARABIC,      /* 1. */
    BC_RANK_ARABIC_2,    /* 1.1. */
    BC_RANK_ARABIC_3,    /* 1.1.1. */
    BC_RANK_SMALL,       /* a) */
    BC_RANK_PARENTHESES, /* (1) */
    BC_RANK_PLAIN,       /* no mark */
    BC_RANK_STAR,        /* * */
    BC_RANK_DASH,        /* - */
    BC_RANK_PLUS,        /* + */
} bc_rank;

/* A logical line: a paragraph, list item, heading or table row; soft line ends inside a sentence are joined. */
typedef struct {
    bc_range tokens; /* with its mark */
    uint32_t body;   /* first token after the mark */
    bc_rank rank;
    int32_t parent;       /* index of the block it stands under, -1: none */
    int32_t section;      /* index into work.sections, -1: before the first */
    bc_range lead;        /* run-in heading "Khách quan:" at its start, empty: none */
    bool heading;         /* a heading only: no sentence of its own */
    bool opens_list;      /* ends in ':' */
    bool furniture;       /* letterhead, signature, menu, recipients, other articles: nothing is read from it */
    bool table;           /* consumed by the table stage */
    bc_section_kind kind; /* what its section, its own lead or its parent's lead make it */
    bc_cause_kind cause;  /* the same for objective and subjective */
} bc_block;

typedef struct {
    bc_range tokens; /* without the block's mark, with the final stop */
    uint32_t block;
} bc_sentence;

typedef enum { BC_PART_NONE, BC_PART_MONTH, BC_PART_QUARTER } bc_part;

/* A period of time said in the text. */
typedef struct {
    bc_range tokens;
    bc_period value;
    bool baseline;     /* said as what is compared with ("so với năm 2022"); set by the compare stage */
    bool deadline;     /* "đến năm 2025": value.from is open */
    bool horizon;      /* "tầm nhìn đến năm 2045": so far ahead that figures are seldom of it */
    bool same_period;  /* "cùng kỳ" with no year of its own: value is unset, the metric's shifted one year back */
    int8_t shift_year; /* "năm trước" -1; "tháng trước": shift_month -1; value is unset then */
    int8_t shift_month;
    int8_t shift_quarter;
    bc_part part;    /* "trong tháng", "quý tới": of the report's own period; the document stage gives the value */
    int8_t step;     /* 0 that one, 1 the next */
    bool cumulative; /* lũy kế, tính chung, từ đầu năm */
    bool since;      /* "từ đầu năm": its end is not said */
    bool now;        /* đến nay, hiện có */
    const char *fault; /* why what is said has no interval: it cannot be; static, else NULL */
} bc_time;

/* A figure of the text that states an amount. */
typedef struct {
    bc_range number; /* the digits or number words */
    bc_range tokens; /* with hedge, scale words and unit */
    bc_range unit;   /* scale words and unit as written; may be empty */
    bc_value value, value_max, total;
    bc_unit_kind unit_kind;
    int32_t unit_row; /* units.tsv; -1: none or a counted noun */
    int8_t scale;     /* power of ten that the scale words inside unit mean */
    int8_t sign;      /* -1 or +1 where written (+25,4%), else 0 */
    bc_bound bound;
    bool ambiguous;                  /* one comma before exactly three digits, in value, value_max or total */
    bool grouped;                    /* ... and read as a group mark */
    bc_decimal other;                /* the reading not taken; the value itself where only another part is ambiguous */
    bc_value other_max, other_total; /* set where ambiguous */
    bool joined;                     /* 3 tỷ 412 triệu đồng: value is a sum, the unit is the larger one */
    bool rank;                       /* xếp thứ n */
    bool in_words;                   /* written as words */
    uint32_t block, sentence;
} bc_mention;

/* A table: blocks of heads, then rows (table.h). */
typedef struct {
    uint32_t caption;         /* first of the lines above that belong to it; head where there are none */
    uint32_t head, rows, end; /* blocks [head, rows) and [rows, end) */
    uint32_t columns;         /* of figures, where nothing parts the cells */
    char separator;           /* what parts the cells, 0: nothing */
    bool cells;               /* a cell a line */
    bool index, unit;         /* a row has a line for its number, for its unit */
} bc_table;

typedef struct {
    const bc_lexicon *lexicon;
    const struct bc_weights *weights;
    bc_arena *arena;
    const bc_input *input;
    bc_str text;
    bc_token *tokens;
    uint32_t token_count;

    bc_match *matches;     /* all phrases, by their first token */
    uint32_t *match_start; /* matches of token i: [match_start[i], match_start[i + 1]) */

    bc_block *blocks;
    uint32_t block_count;
    bc_table *tables;
    uint32_t table_count;
    size_t table_capacity;
    bc_sentence *sentences;
    uint32_t sentence_count;
    bc_time *times; /* in text order */
    uint32_t time_count;
    bc_mention *mentions; /* in text order */
    uint32_t mention_count;

    bc_date published; /* as a page's head says; year 0: it does not */
    bc_range title;    /* of the report, empty where none was found */
    bc_range organization;
    bc_date report_date; /* D of the model; year 0: unknown */
    bc_period report_period;
    bc_result *result; /* filled as facts are found */
    size_t metric_capacity, target_capacity, task_capacity, shortcoming_capacity, cause_capacity, section_capacity,
        warning_capacity;
} bc_work;

/* The longest phrase of the tag that starts at token i and ends before `end`, or NULL. */
const bc_match *bc_work_match(const bc_work *w, uint32_t i, uint32_t end, bc_tag tag);
static inline bool bc_work_is(const bc_work *w, uint32_t i, uint32_t end, bc_tag tag)
{
    return bc_work_match(w, i, end, tag) != NULL;
}

/* Is there a phrase of the tag within [from, to)? Its place, or `to`. */
uint32_t bc_work_find(const bc_work *w, uint32_t from, uint32_t to, bc_tag tag);

/* The last one that ends at or before `to`; its place, or `to` where there is none. */
uint32_t bc_work_find_last(const bc_work *w, uint32_t from, uint32_t to, bc_tag tag);

/* Does a phrase of the tag end right before token i, without lost marks? Its first token (the longest's), or i. */
uint32_t bc_work_before(const bc_work *w, uint32_t first, uint32_t i, bc_tag tag);

static inline char bc_work_mark(const bc_work *w, uint32_t i)
{
    return i < w->token_count && w->tokens[i].kind == BC_TOKEN_MARK ? w->tokens[i].mark : 0;
}

/* The first mention that starts at token i or behind it; mention_count: none. */
uint32_t bc_work_mention_from(const bc_work *w, uint32_t i);

/* Is there nothing in the range but figures and marks? */
bool bc_work_wordless(const bc_work *w, bc_range r);

/* The text of a token range as it stands, a view. */
bc_str bc_work_text(const bc_work *w, bc_range r);

/* The same in bytes, as a span: result spans are in bytes until the last stage turns them into code points. */
bc_span bc_work_span(const bc_work *w, bc_range r);

bool bc_work_warn(bc_work *w, const char *code, const char *message, bc_span span);

#endif
