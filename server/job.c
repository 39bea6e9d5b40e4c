/* SPDX-License-Identifier: MIT */
/* job.c - see job.h. */
#include "job.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* Everything of a job but `cancelled` is under the table's lock; body is written once, before the job is over. */
struct job {
    job *next;
    jobs *table;
    char id[JOB_ID + 1];
    job_state state;
    unsigned refs, pages, pages_done, status;
    bool listed;
    atomic_bool cancelled;
    time_t created, started, finished, expires;
    double until; /* of the monotonic clock: when it expires */
    void *work;   /* NULL: finished or withdrawn */
    const char *type;
    char *body;
    size_t len, bytes; /* bytes: its share of the table's */
    job_waiter *waiters;
};

struct jobs {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    pthread_t clock;
    job_rules rules;
    job *first, **end; /* in order of their making */
    size_t count, bytes;
    bool closing, stopping;
};

enum { LOOK_FOR_GONE = 1 }; /* seconds between looks whether those who wait are still there */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

bool job_is_over(job_state s)
{
    return s >= JOB_DONE;
}

const char *job_state_name(job_state s)
{
    static const char *const NAMES[] = {"queued", "running", "done", "failed", "cancelled"};
    return NAMES[s];
}

/* ---- under the lock ---- */

static void let_go(job *j)
{
    if (--j->refs)
        return;
    free(j->body);
    free(j);
}

static void unlist(job *j)
{
    jobs *t = j->table;
    if (!j->listed)
        return;
    for (job **p = &t->first; *p; p = &(*p)->next) {
        if (*p != j)
            continue;
        *p = j->next;
        if (!*p)
            t->end = p;
        break;
    }
    j->listed = false;
    t->count--;
    if (!j->work) { /* else its body is still there */
        t->bytes -= j->bytes;
        j->bytes = 0;
    }
    let_go(j);
}

static void set_bytes(job *j, size_t bytes)
{
    j->table->bytes += bytes - j->bytes;
    j->bytes = bytes;
}

/* The waiters are the caller's, to wake without the lock. */
static job_waiter *end_job(job *j, job_state state)
{
    job_waiter *waiters = j->waiters;
    j->state = state;
    j->waiters = NULL;
    j->finished = time(NULL);
    j->expires = j->finished + (time_t)ceil(j->table->rules.ttl);
    j->until = now() + j->table->rules.ttl;
    pthread_cond_signal(&j->table->changed);
    return waiters;
}

static job_waiter *cancel(job *j)
{
    jobs *t = j->table;
    bool queued = j->state == JOB_QUEUED;
    atomic_store(&j->cancelled, true);
    job_waiter *waiters = end_job(j, JOB_CANCELLED);
    if (queued && t->rules.withdraw(t->rules.context, j->work)) {
        j->work = NULL;
        set_bytes(j, 0);
        j->refs--; /* not the last one: who cancels holds it too */
    }
    return waiters;
}

/* ---- without it ---- */

static void wake(job_waiter *list)
{
    for (job_waiter *w = list, *next; w; w = next) {
        next = w->next;
        w->wake(w);
    }
}

static job_waiter *join(job_waiter *a, job_waiter *b)
{
    job_waiter **end = &a;
    while (*end)
        end = &(*end)->next;
    *end = b;
    return a;
}

/* ---- the clock ---- */

/* Takes out who need not wait longer; the earliest moment that something is due. */
static double sift_waiters(job *j, double at, job_waiter **out)
{
    double due = INFINITY;
    for (job_waiter **p = &j->waiters; *p;) {
        job_waiter *w = *p;
        if (w->until <= at || w->gone(w)) {
            *p = w->next;
            w->next = *out;
            *out = w;
            continue;
        }
        due = fmin(due, fmin(w->until, at + LOOK_FOR_GONE));
        p = &w->next;
    }
    return due;
}

static void *keep_time(void *context)
{
    jobs *t = context;
    pthread_mutex_lock(&t->lock);
    while (!t->stopping) {
        job_waiter *woken = NULL;
        double at = now(), due = INFINITY;
        for (job *j = t->first, *next; j; j = next) {
            next = j->next;
            if (!job_is_over(j->state))
                due = fmin(due, sift_waiters(j, at, &woken));
            else if (j->until <= at)
                unlist(j);
            else
                due = fmin(due, j->until);
        }
        if (woken) {
            pthread_mutex_unlock(&t->lock);
            wake(woken);
            pthread_mutex_lock(&t->lock);
        } else if (isinf(due)) {
            pthread_cond_wait(&t->changed, &t->lock);
        } else {
            struct timespec when = {.tv_sec = (time_t)due, .tv_nsec = (long)((due - floor(due)) * 1e9)};
            pthread_cond_timedwait(&t->changed, &t->lock, &when);
        }
    }
    pthread_mutex_unlock(&t->lock);
    return NULL;
}

jobs *jobs_create(const job_rules *rules)
{
    pthread_condattr_t attr;
    jobs *t = calloc(1, sizeof *t);
    if (!t)
        return NULL;
    t->rules = *rules;
    t->end = &t->first;
    pthread_mutex_init(&t->lock, NULL);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&t->changed, &attr);
    pthread_condattr_destroy(&attr);
    if (pthread_create(&t->clock, NULL, keep_time, t) != 0) {
        pthread_cond_destroy(&t->changed);
        pthread_mutex_destroy(&t->lock);
        free(t);
        return NULL;
    }
    return t;
}

static bool result_wanted(const job *j)
{
    for (const job_waiter *w = j->waiters; w; w = w->next)
        if (w->wants_result)
            return true;
    return false;
}

size_t jobs_close(jobs *t, bool all)
{
    size_t count = 0;
    job_waiter *woken = NULL;
    pthread_mutex_lock(&t->lock);
    t->closing = true;
    for (job *j = t->first; j; j = j->next)
        if (!job_is_over(j->state) && (all || !result_wanted(j))) {
            woken = join(cancel(j), woken);
            count++;
        }
    pthread_mutex_unlock(&t->lock);
    wake(woken);
    return count;
}

void jobs_destroy(jobs *t)
{
    if (!t)
        return;
    pthread_mutex_lock(&t->lock);
    t->stopping = true;
    pthread_cond_signal(&t->changed);
    pthread_mutex_unlock(&t->lock);
    pthread_join(t->clock, NULL);
    for (job *j = t->first, *next; j; j = next) {
        next = j->next;
        unlist(j);
    }
    pthread_cond_destroy(&t->changed);
    pthread_mutex_destroy(&t->lock);
    free(t);
}

/* ---- jobs ---- */

static bool take_id(char out[JOB_ID + 1])
{
    uint8_t bytes[JOB_ID / 2];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return false;
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
    return true;
}

/* A cancelled job is the first that a full table does without. */
static void make_room(jobs *t)
{
    for (job *j = t->first; j; j = j->next)
        if (j->state == JOB_CANCELLED && !j->work) {
            unlist(j);
            return;
        }
}

static unsigned seconds_to_expiry(const jobs *t)
{
    double due = INFINITY, at = now();
    for (const job *j = t->first; j; j = j->next)
        if (job_is_over(j->state))
            due = fmin(due, j->until - at);
    return isinf(due) ? 5 : due < 1 ? 1 : due > 600 ? 600 : (unsigned)ceil(due);
}

job *jobs_open(jobs *t, void *work, size_t bytes, unsigned *retry_after)
{
    job *j = calloc(1, sizeof *j);
    *retry_after = 0;
    if (!j || !take_id(j->id)) {
        free(j);
        return NULL;
    }
    j->table = t;
    j->created = time(NULL);
    j->work = work;
    j->refs = 3; /* the table, the work, the caller */
    pthread_mutex_lock(&t->lock);
    if (t->count >= t->rules.most)
        make_room(t);
    bool full = t->count >= t->rules.most || bytes > t->rules.bytes || t->bytes > t->rules.bytes - bytes;
    if (full && !t->closing)
        *retry_after = seconds_to_expiry(t);
    if (full || t->closing) {
        free(j);
        j = NULL;
    } else {
        set_bytes(j, bytes);
        j->listed = true;
        *t->end = j;
        t->end = &j->next;
        t->count++;
    }
    pthread_mutex_unlock(&t->lock);
    return j;
}

job *jobs_find(jobs *t, const char *id)
{
    pthread_mutex_lock(&t->lock);
    job *j = t->first;
    double at = now();
    while (j && strcmp(j->id, id) != 0)
        j = j->next;
    if (j && job_is_over(j->state) && j->until <= at)
        j = NULL; /* the clock is late */
    if (j)
        j->refs++;
    pthread_mutex_unlock(&t->lock);
    return j;
}

void job_hold(job *j)
{
    pthread_mutex_lock(&j->table->lock);
    j->refs++;
    pthread_mutex_unlock(&j->table->lock);
}

void job_release(job *j)
{
    if (!j)
        return;
    jobs *t = j->table;
    pthread_mutex_lock(&t->lock);
    let_go(j);
    pthread_mutex_unlock(&t->lock);
}

void job_look(job *j, job_view *out)
{
    pthread_mutex_lock(&j->table->lock);
    *out = (job_view){.id = j->id,
                      .state = j->state,
                      .pages = j->pages,
                      .pages_done = j->pages_done,
                      .created = j->created,
                      .started = j->started,
                      .finished = j->finished,
                      .expires = j->expires,
                      .status = j->status,
                      .type = j->type,
                      .body = j->body,
                      .len = j->len};
    pthread_mutex_unlock(&j->table->lock);
}

bool job_cancel(job *j)
{
    jobs *t = j->table;
    pthread_mutex_lock(&t->lock);
    bool open = !job_is_over(j->state);
    job_waiter *woken = open ? cancel(j) : NULL;
    pthread_mutex_unlock(&t->lock);
    wake(woken);
    return open;
}

void job_forget(job *j)
{
    jobs *t = j->table;
    pthread_mutex_lock(&t->lock);
    unlist(j);
    pthread_mutex_unlock(&t->lock);
}

bool job_wait(job *j, job_waiter *w, double seconds)
{
    jobs *t = j->table;
    pthread_mutex_lock(&t->lock);
    bool open = !job_is_over(j->state) && !(t->closing && !w->wants_result);
    if (open) {
        w->until = now() + seconds;
        w->next = j->waiters;
        j->waiters = w;
        pthread_cond_signal(&t->changed);
    }
    pthread_mutex_unlock(&t->lock);
    return open;
}

/* ---- the work ---- */

bool job_begin(job *j)
{
    pthread_mutex_lock(&j->table->lock);
    bool open = j->state == JOB_QUEUED;
    if (open) {
        j->state = JOB_RUNNING;
        j->started = time(NULL);
    }
    pthread_mutex_unlock(&j->table->lock);
    return open;
}

void job_progress(job *j, unsigned done, unsigned pages)
{
    pthread_mutex_lock(&j->table->lock);
    j->pages = pages;
    j->pages_done = done;
    pthread_mutex_unlock(&j->table->lock);
}

bool job_is_cancelled(job *j)
{
    return atomic_load(&j->cancelled);
}

bool job_finish(job *j, unsigned status, const char *type, char *body, size_t len)
{
    jobs *t = j->table;
    job_waiter *woken = NULL;
    pthread_mutex_lock(&t->lock);
    bool cancelled = j->state == JOB_CANCELLED, good = status == 200;
    size_t others = t->bytes - j->bytes;
    if (good && !cancelled && (len > t->rules.bytes || others > t->rules.bytes - len)) {
        pthread_mutex_unlock(&t->lock);
        return false;
    }
    j->work = NULL;
    if (cancelled) {
        free(body);
        set_bytes(j, 0);
    } else {
        j->status = status;
        j->type = type;
        j->body = body;
        j->len = len;
        set_bytes(j, j->listed ? len : 0);
        woken = end_job(j, good ? JOB_DONE : JOB_FAILED);
    }
    let_go(j);
    pthread_mutex_unlock(&t->lock);
    wake(woken);
    return true;
}
