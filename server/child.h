/* SPDX-License-Identifier: MIT */
/*
 * child.h - runs a program on a hostile file: a process of its own, in its own group, with limits on CPU, memory, file
 * size and files, no network, no further processes, no write outside its directory, nothing inherited but its three
 * standard streams; killed and reaped whatever happens.
 *
 * What the kernel does not grant (a network namespace, seccomp, Landlock) is left out and was logged by child_probe().
 */
#ifndef BAOCAO_CHILD_H
#define BAOCAO_CHILD_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *const *argv;          /* argv[0] is an absolute path: see child_find() */
    const char *directory;            /* where it runs and may write */
    size_t memory, file_size, output; /* bytes: address space, a file it writes, its standard output */
    unsigned cpu, seconds;            /* of processor time; of the clock */
    bool (*cancelled)(void *);
    void *context;
} child_order;

typedef enum {
    CHILD_EXITED,   /* by itself: status */
    CHILD_CRASHED,  /* by a signal of its own */
    CHILD_LIMITED,  /* took too much time or processor time, wrote too large a file */
    CHILD_TOO_MUCH, /* its output is longer than it may be */
    CHILD_CANCELLED,
    CHILD_FAILED, /* could not be started */
} child_end;

enum { CHILD_COMPLAINT = 400 };

typedef struct {
    child_end end;
    int status;   /* exit status or signal */
    char *output; /* malloc'ed, NUL-terminated; NULL unless EXITED */
    size_t len;
    char complaint[CHILD_COMPLAINT]; /* the start of what it wrote to standard error, printable ASCII */
} child_result;

/* Blocks until the child is gone. */
void child_run(const child_order *order, child_result *out);

/* The program's absolute path by $PATH, false: not there. beside: look in this directory first, may be NULL. */
bool child_find(const char *name, const char *beside, char *out, size_t size);

/* Tries what child_run() needs of the kernel, once, before any thread, and logs what there is, unless quiet. */
void child_probe(bool quiet);

/* An empty directory of its own under $TMPDIR or /tmp; and that with all that is in it removed. */
bool child_directory(char *out, size_t size);
void child_directory_remove(const char *directory);

#endif
