/* SPDX-License-Identifier: MIT */
/*
 * result.h - what an extraction returns: plain values, the C face of the
 * result model that openapi.yaml describes.
 *
 * Ownership: every pointer leads into the arena given to bc_extract() or into
 * the lexicon's static data; nothing is freed one by one. Strings are UTF-8
 * views, not NUL-terminated unless said so. An absent string has len 0.
 *
 * Spans are [start, end) in Unicode code points of bc_result.text.
 */
#ifndef BAOCAO_RESULT_H
#define BAOCAO_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *ptr;
    size_t len; /* bytes */
} bc_str;

typedef struct {
    uint32_t start, end;
} bc_span;

/* An exact decimal number: digits * 10^-scale. 37,48 is {3748, 2}. */
typedef struct {
    int64_t digits;
    uint8_t scale;
} bc_decimal;

/* A value that may be missing. */
typedef struct {
    bc_decimal number;
    bool set;
} bc_value;

/* A calendar day or a part of one: month 0 = only the year is known, day 0 = only year and month. Year 0 = none. */
typedef struct {
    int16_t year;
    uint8_t month, day;
} bc_date;

/* ISO 8601 interval, both ends included. set=false is null; from.year==0 is an open start, written "..". */
typedef struct {
    bc_date from, to;
    bool set;
} bc_period;

/* Closed sets. BC_x_NAMES rows: enumerator, the word in the result. */
#define BC_BOUNDS(X)                                                                                                   \
    X(BC_BOUND_EXACT, "exact")                                                                                         \
    X(BC_BOUND_ABOUT, "about")                                                                                         \
    X(BC_BOUND_OVER, "over")                                                                                           \
    X(BC_BOUND_UNDER, "under")                                                                                         \
    X(BC_BOUND_AT_LEAST, "at_least")                                                                                   \
    X(BC_BOUND_AT_MOST, "at_most")
#define BC_STATUSES(X)                                                                                                 \
    X(BC_STATUS_ACTUAL, "actual")                                                                                      \
    X(BC_STATUS_ESTIMATE, "estimate")                                                                                  \
    X(BC_STATUS_FORECAST, "forecast")                                                                                  \
    X(BC_STATUS_TARGET, "target")
#define BC_COMPARISONS(X)                                                                                              \
    X(BC_COMPARISON_CHANGE, "change")                                                                                  \
    X(BC_COMPARISON_PLAN, "plan")                                                                                      \
    X(BC_COMPARISON_SHARE, "share")
#define BC_CAUSE_KINDS(X)                                                                                              \
    X(BC_CAUSE_UNKNOWN, NULL)                                                                                          \
    X(BC_CAUSE_OBJECTIVE, "objective")                                                                                 \
    X(BC_CAUSE_SUBJECTIVE, "subjective")
#define BC_SECTIONS(X)                                                                                                 \
    X(BC_SECTION_OTHER, "other")                                                                                       \
    X(BC_SECTION_CONTEXT, "context")                                                                                   \
    X(BC_SECTION_RESULTS, "results")                                                                                   \
    X(BC_SECTION_SHORTCOMINGS, "shortcomings")                                                                         \
    X(BC_SECTION_CAUSES, "causes")                                                                                     \
    X(BC_SECTION_GOALS, "goals")                                                                                       \
    X(BC_SECTION_TASKS, "tasks")                                                                                       \
    X(BC_SECTION_LESSONS, "lessons")                                                                                   \
    X(BC_SECTION_PROPOSALS, "proposals")                                                                               \
    X(BC_SECTION_ASSESSMENT, "assessment")                                                                             \
    X(BC_SECTION_FURNITURE, "furniture") /* letterhead, signature, menus: nothing is read from it */
#define BC_DOCUMENT_TYPES(X)                                                                                           \
    X(BC_DOCUMENT_OTHER, "other")                                                                                      \
    X(BC_DOCUMENT_REPORT, "report")                                                                                    \
    X(BC_DOCUMENT_NEWS, "news")                                                                                        \
    X(BC_DOCUMENT_PLAN, "plan")                                                                                        \
    X(BC_DOCUMENT_RESOLUTION, "resolution")                                                                            \
    X(BC_DOCUMENT_NOTICE, "notice")

#define BC_ENUMERATOR(id, name) id,
typedef enum { BC_BOUNDS(BC_ENUMERATOR) BC_BOUND_COUNT } bc_bound;
typedef enum { BC_STATUSES(BC_ENUMERATOR) BC_STATUS_COUNT } bc_status;
typedef enum { BC_COMPARISONS(BC_ENUMERATOR) BC_COMPARISON_COUNT } bc_comparison_kind;
typedef enum { BC_CAUSE_KINDS(BC_ENUMERATOR) BC_CAUSE_COUNT } bc_cause_kind;
typedef enum { BC_SECTIONS(BC_ENUMERATOR) BC_SECTION_COUNT } bc_section_kind;
typedef enum { BC_DOCUMENT_TYPES(BC_ENUMERATOR) BC_DOCUMENT_COUNT } bc_document_type;
#undef BC_ENUMERATOR

/* The words above by enumerator; static, NUL-terminated, NULL where the set says so. */
const char *bc_bound_name(bc_bound b);
const char *bc_status_name(bc_status s);
const char *bc_comparison_name(bc_comparison_kind k);
const char *bc_cause_name(bc_cause_kind k);
const char *bc_section_name(bc_section_kind k);
const char *bc_document_type_name(bc_document_type t);

/* Why an item came out as it did; filled only where bc_input.explain asks for it. Names are static, NUL-terminated. */
typedef struct {
    const char *rule;   /* what was decided: role, class, name, code, parent, period, baseline; table; passage */
    const char *choice; /* how: one of the rule's few words (README, Explain) */
    double margin;      /* weight ahead of the next reading; 0 where nothing was weighed */
} bc_explain_rule;

typedef struct {
    const char *file, *tag; /* a lexicon entry: its file and what it means there */
    bc_str text;            /* as it stands in the document */
    bc_span span;
} bc_explain_entry;

typedef struct {
    bc_explain_rule *rules;
    size_t rule_count;
    bc_explain_entry *entries;
    size_t entry_count;
} bc_explain;

typedef struct {
    bc_comparison_kind kind;
    bc_value value;
    bc_value value_max; /* upper end of a range */
    bc_str unit;
    bc_bound bound;
    bc_status status;
    bc_period period; /* set only where it differs from its metric's */
    bool has_period;  /* the two fields above and below differ from the metric's */
    bool has_status;
    bc_period baseline; /* change: what it is compared with */
    bc_str against;     /* change against another place or an average, as the text names it */
    bc_span span;
    bc_explain explain;
} bc_comparison;

typedef struct {
    bc_str text;
    bc_span span;
    int32_t section; /* index into bc_result.sections, -1 = before the first */
} bc_evidence;

/* A metric, or a goal of kind target: the same shape. */
typedef struct {
    bc_str indicator;
    bc_str breakdown; /* the component's name where the fact is a part of a total */
    bc_str code;      /* catalogue code or absent */
    bc_value value;   /* not set: the comparisons stand alone */
    bc_value value_max;
    bc_value total;
    bc_str unit;      /* lower case, single spaces */
    bc_value base;    /* in base_unit */
    bc_str base_unit; /* ISO 4217 or UCUM; absent for counts */
    bc_bound bound;
    bc_status status;
    bc_period period;
    bc_str qualifier;
    bc_span span; /* {0,0} where value is not set */
    bc_comparison *comparisons;
    size_t comparison_count;
    bc_evidence evidence;
    bc_explain explain; /* of the level, or of the name where there is none */
} bc_fact;

/* A target that a shortcoming says was not met: what the text gives of it. A value not set: the text does not say it.
 * Where only the part of a plan is said ("đạt 72,4% kế hoạch"), actual is that part and unit is "% kế hoạch". */
typedef struct {
    bc_str indicator; /* as the text names it; may be a count of targets ("3/15 chỉ tiêu") */
    bc_value target, actual;
    bc_str unit;  /* of both; absent where neither is set */
    bc_span span; /* the clause that says so */
} bc_unmet;

/* A task, a shortcoming or a cause. */
typedef struct {
    bc_str text;
    bc_span span;
    int32_t section;
    bc_str area;            /* shortcoming: one of the model's areas */
    bc_cause_kind cause;    /* cause */
    const uint32_t *causes; /* shortcoming: indices into bc_result.causes */
    size_t cause_count;
    bc_unmet *unmet; /* shortcoming */
    size_t unmet_count;
    bc_explain explain;
} bc_passage;

typedef struct {
    bc_section_kind kind;
    int level; /* 1 is the outermost */
    bc_str heading;
    bc_span span; /* from the heading to the next one */
} bc_section;

typedef struct {
    const char *code; /* static, NUL-terminated: e.g. "ambiguous_number" */
    bc_str message;   /* English, one sentence */
    bc_span span;     /* {0,0}: the document as a whole */
} bc_warning;

typedef struct {
    const char *code, *name; /* static, NUL-terminated; NULL: no province found */
} bc_province_ref;

typedef struct {
    bc_str title;
    bc_document_type type;
    bc_str number;
    bc_date issued;
    bc_str organization;
    bc_province_ref province, province_now; /* now.code NULL where the 2025 merger changed nothing */
    bc_period period;
} bc_document;

/* A file that a page's article leads to. */
typedef struct {
    bc_str url;        /* as the page has it, NUL-terminated; whole once the caller has resolved it */
    bc_str title;      /* the link's words, else its title, else the file's name */
    const char *media; /* static; NULL: the engine knows no types of files, the caller may guess it */
} bc_attachment;

/* How the text was come by. */
typedef struct {
    const char *media;       /* static: the type it was read as, "text/plain" */
    const char *charset;     /* NUL-terminated; NULL: the type has none */
    bool detected;           /* the charset was told by the bytes, not by the caller or the page */
    bool misread;            /* the text came as that charset's bytes read as windows-1252, and was decoded again */
    bool entities;           /* plain text with HTML entities, which were decoded */
    uint32_t pages, scanned; /* as bc_input said */
    bool decomposed;         /* came in combining marks (NFD); the text here is NFC */
} bc_source;

typedef struct {
    bc_str text; /* the document text that spans count in: UTF-8, NFC, LF */
    bc_source source;
    bc_document document;
    bc_fact *metrics;
    size_t metric_count;
    bc_fact *targets;
    size_t target_count;
    bc_passage *tasks;
    size_t task_count;
    bc_passage *shortcomings;
    size_t shortcoming_count;
    bc_passage *causes;
    size_t cause_count;
    bc_section *sections;
    size_t section_count;
    bc_warning *warnings;
    size_t warning_count;
    bc_attachment *attachments; /* of a page */
    size_t attachment_count;
    bc_str base, address; /* of a page, NUL-terminated: what it says links are relative to; its own address */
} bc_result;

#endif
