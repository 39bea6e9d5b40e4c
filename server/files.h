/* SPDX-License-Identifier: MIT */
/*
 * files.h - `baocao extract` of several files: read in parallel, written in the order of their names, each as soon as
 * those before it are.
 */
#ifndef BAOCAO_FILES_H
#define BAOCAO_FILES_H

#include "file.h"

typedef struct {
    file_order order; /* engine, input, any_type, csv, parts */
    const char *const *files;
    size_t count, jobs; /* jobs: files read at once */
} files_order;

/* On standard output a line of JSON a file, or CSV with one head; what went wrong, and on a terminal how far it is, on
 * standard error. The exit status: 0, 1 where a file failed or the output could not be written, 128 and the signal
 * after SIGINT or SIGTERM, which stop the converters and leave nothing behind. */
int files_run(const files_order *b);

#endif
