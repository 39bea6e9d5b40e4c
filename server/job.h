/* SPDX-License-Identifier: MIT */
/*
 * job.h - the table of jobs: what each is doing, its result until it expires, and who waits for it.
 *
 * Knows nothing of HTTP and nothing of the work. Thread-safe; a thread of its own ends waits and drops what has
 * expired. A job is owned by the table while it is listed, by its work until job_finish(), and by whoever holds it. The
 * table outlives every holder.
 */
#ifndef BAOCAO_JOB_H
#define BAOCAO_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct jobs jobs;
typedef struct job job;

typedef enum { JOB_QUEUED, JOB_RUNNING, JOB_DONE, JOB_FAILED, JOB_CANCELLED } job_state;

enum { JOB_ID = 32 }; /* hexadecimal digits of 128 random bits: who knows the id may read and cancel */

typedef struct {
    size_t most;  /* jobs listed */
    size_t bytes; /* of bodies that wait and results that are kept */
    double ttl;   /* seconds that a finished job is listed */

    /* Takes the work of a queued job out of its queue and frees it; false: a worker has it. Called with the table
     * locked: it must not call back. */
    bool (*withdraw)(void *context, void *work);
    void *context;
} job_rules;

/* What there is to say of a job at a moment. Strings live as long as the job is held. */
typedef struct {
    const char *id;
    job_state state;
    unsigned pages, pages_done;                 /* pages 0: not known */
    time_t created, started, finished, expires; /* 0: not yet */

    /* of a finished one: the answer that the request would have got */
    unsigned status;
    const char *type, *body; /* type is static; body may be NULL */
    size_t len;
} job_view;

/* Somebody who waits; the memory is theirs. */
typedef struct job_waiter {
    struct job_waiter *next;
    double until;
    bool wants_result; /* keeps the job alive when the table is closing */
    bool (*gone)(struct job_waiter *);
    void (*wake)(
        struct job_waiter *); /* once, from any thread, without a lock; the waiter is not the table's after it */
} job_waiter;

/* NULL: no memory or no thread. */
jobs *jobs_create(const job_rules *rules);

/* No new jobs; unfinished ones are cancelled, but for those whose result somebody waits for, unless all. How
 * many were cancelled. */
size_t jobs_close(jobs *t, bool all);

/* All waiters were woken and all work was finished. */
void jobs_destroy(jobs *t);

/* A queued job, held by the caller and by its work, whose body has so many bytes. NULL: the table is full and
 * *retry_after says for how many seconds at least (0: it is closing, or there is no memory). */
job *jobs_open(jobs *t, void *work, size_t bytes, unsigned *retry_after);

/* Held; NULL: there is none of this id (any more). */
job *jobs_find(jobs *t, const char *id);
void job_hold(job *j);    /* once more */
void job_release(job *j); /* may be NULL */

void job_look(job *j, job_view *out);
const char *job_state_name(job_state s);
bool job_is_over(job_state s);

/* Unfinished becomes cancelled, its work is told to stop, waiters are woken. False: it was over already. */
bool job_cancel(job *j);

/* Off the table at once. */
void job_forget(job *j);

/* False: the job is over, the waiter was not taken. */
bool job_wait(job *j, job_waiter *w, double seconds);

/* ---- for the work ---- */

/* False: it was cancelled meanwhile; finish it all the same. */
bool job_begin(job *j);
void job_progress(job *j, unsigned done, unsigned pages);
bool job_is_cancelled(job *j);

/* Takes body (malloc'ed) over and gives the work's hold up; a cancelled job stays one. False: the result (status 200)
 * has no room and nothing happened; any other answer always has. */
bool job_finish(job *j, unsigned status, const char *type, char *body, size_t len);

#endif
