/* SPDX-License-Identifier: MIT */
/*
 * render.h - results, catalogues and problems as JSON and CSV. JSON is built here and nowhere else.
 *
 * Every function returns a malloc'ed string (free() it) and its length, or NULL when memory ran out.
 */
#ifndef BAOCAO_RENDER_H
#define BAOCAO_RENDER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "extract/extract.h"

/* Which parts of a result to give. */
enum {
    RENDER_METRICS = 1,
    RENDER_GOALS = 2,
    RENDER_SHORTCOMINGS = 4, /* with their causes */
    RENDER_ALL = 7,
    RENDER_TEXT = 8, /* document.text as well */
};

/* An answer other than a result, RFC 9457. Members that are NULL or 0 are left out. */
typedef struct {
    const char *type, *title, *code, *detail, *request_id, *pointer;
    unsigned status, retry_after;
    size_t limit;
} render_problem_values;

/* A job. Members that are NULL are left out; progress is null where pages is 0. */
typedef struct {
    const char *id, *state, *result; /* result: path */
    unsigned pages, pages_done;
    time_t created, started, finished, expires; /* 0: null */
    const char *problem;                        /* as JSON */
    size_t problem_len;
} render_job_values;

char *render_job(const render_job_values *j, size_t *len);
/* An answer of one of several documents. */
typedef struct {
    char *name;   /* NULL: the page itself */
    char *answer; /* a result or a problem in JSON, or rows of CSV; NULL: there was no memory */
    size_t len;
    bool problem;
} render_document;

char *render_result_json(const bc_result *result, unsigned parts, size_t *len);
char *render_result_csv(const bc_result *result, unsigned parts, size_t *len); /* UTF-8 with BOM, RFC 4180 */

/* Of one file among several: {"file":...,"result":{...}} or {"file":...,"problem":{"code":...,"detail":...}} and a line
 * end; rows of CSV with the file in front, without their head. */
char *render_file_json(const char *file, const bc_result *result, unsigned parts, size_t *len);
char *render_file_problem(const char *file, const char *code, const char *detail, size_t *len);
char *render_file_csv(const char *file, const bc_result *result, unsigned parts, size_t *len);
extern const char render_file_csv_head[];

/* A problem (JSON) as a row of render_file_csv(). */
char *render_problem_csv(const char *problem, size_t problem_len, const char *name, size_t *len);

/* {"documents": [...]}; the first document with the others as the results of its attachments; rows under one head. */
char *render_documents(const render_document *list, size_t count, size_t *len);
char *render_with_attachments(const render_document *list, size_t count, size_t *len);
char *render_documents_csv(const render_document *list, size_t count, size_t *len);
char *render_indicators(const bc_engine *engine, size_t *len);
char *render_provinces(const bc_engine *engine, size_t *len);
char *render_problem(const render_problem_values *p, size_t *len);

/* A flat object from NULL-ended pairs: a name and a string, or a name ending in ":i" and a long long. A NULL string is
 * left out. */
char *render_pairs(size_t *len, ...);

/* The same behind "time" and "event": a line of the log. */
char *render_log_line(const char *time, const char *event, va_list pairs, size_t *len);

#endif
