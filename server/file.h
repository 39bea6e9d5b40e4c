/* SPDX-License-Identifier: MIT */
/* file.h - a report in a file to its result, for the command line. */
#ifndef BAOCAO_FILE_H
#define BAOCAO_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "extract/extract.h"

typedef struct {
    const bc_engine *engine;
    bc_input input; /* charset, issued, explain; media where not any_type */
    bool any_type;  /* name and content tell */
    bool csv;
    bool named; /* the result says which file it is of: a line of JSON, rows of CSV without their head */
    unsigned parts;
    bool (*cancelled)(void *);
    void (*progress)(void *, unsigned done, unsigned pages); /* see convert.h */
    void *context;
} file_order;

typedef struct {
    const char *code; /* static; NULL: done. Else one of handlers/errors.h, or file_error */
    char detail[640];
    char *out; /* malloc'ed; of a file that failed its line of JSON where that is asked for, or NULL */
    size_t len;
} file_result;

/* name: "-" is standard input. arena: reset before. */
void file_extract(const file_order *o, const char *name, bc_arena *arena, file_result *out);

#endif
