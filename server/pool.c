/* SPDX-License-Identifier: MIT */
/* pool.c - see pool.h. */
#include "pool.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t work;
    request *first, *last;
    size_t waiting, queue, threads, arena_limit;
    double mean; /* seconds, exponential */
    bool closing;
    void (*run)(request *);
    pthread_t ids[];
};

static request *take(pool *p)
{
    pthread_mutex_lock(&p->lock);
    while (!p->first && !p->closing)
        pthread_cond_wait(&p->work, &p->lock);
    request *r = p->first;
    if (r) {
        p->first = r->next;
        if (!p->first)
            p->last = NULL;
        p->waiting--;
    }
    pthread_mutex_unlock(&p->lock);
    return r;
}

static void *work(void *context)
{
    pool *p = context;
    bc_arena *arena = bc_arena_create(p->arena_limit);
    for (request *r; (r = take(p)) != NULL;) {
        struct timespec from, to;
        clock_gettime(CLOCK_MONOTONIC, &from);
        r->arena = arena;
        p->run(r); /* r may be gone after this */
        if (arena)
            bc_arena_reset(arena);
        clock_gettime(CLOCK_MONOTONIC, &to);
        double took = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
        pthread_mutex_lock(&p->lock);
        p->mean += (took - p->mean) / 16;
        pthread_mutex_unlock(&p->lock);
    }
    bc_arena_destroy(arena);
    return NULL;
}

pool *pool_create(size_t threads, size_t queue, size_t arena_limit, void (*run)(request *))
{
    pthread_attr_t attr;
    pool *p = calloc(1, sizeof *p + threads * sizeof *p->ids);
    if (!p)
        return NULL;
    p->queue = queue;
    p->arena_limit = arena_limit;
    p->run = run;
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->work, NULL);
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, LIMIT_WORKER_STACK);
    while (p->threads < threads && pthread_create(&p->ids[p->threads], &attr, work, p) == 0)
        p->threads++;
    pthread_attr_destroy(&attr);
    if (p->threads < threads) {
        pool_destroy(p);
        return NULL;
    }
    return p;
}

static bool add(pool *p, request *r, size_t queue)
{
    pthread_mutex_lock(&p->lock);
    bool room = p->waiting < queue && !p->closing;
    if (room) {
        r->next = NULL;
        if (p->last)
            p->last->next = r;
        else
            p->first = r;
        p->last = r;
        p->waiting++;
        pthread_cond_signal(&p->work);
    }
    pthread_mutex_unlock(&p->lock);
    return room;
}

bool pool_submit(pool *p, request *r)
{
    return add(p, r, p->queue);
}

bool pool_return(pool *p, request *r)
{
    return add(p, r, SIZE_MAX);
}

bool pool_withdraw(pool *p, const request *r)
{
    request *before = NULL;
    pthread_mutex_lock(&p->lock);
    request *q = p->first;
    while (q && q != r) {
        before = q;
        q = q->next;
    }
    if (q) {
        if (before)
            before->next = q->next;
        else
            p->first = q->next;
        if (p->last == q)
            p->last = before;
        p->waiting--;
    }
    pthread_mutex_unlock(&p->lock);
    return q != NULL;
}

void pool_close(pool *p)
{
    pthread_mutex_lock(&p->lock);
    p->closing = true;
    pthread_cond_broadcast(&p->work);
    pthread_mutex_unlock(&p->lock);
    for (size_t i = 0; i < p->threads; i++)
        pthread_join(p->ids[i], NULL);
    p->threads = 0;
}

void pool_destroy(pool *p)
{
    if (!p)
        return;
    pool_close(p);
    pthread_cond_destroy(&p->work);
    pthread_mutex_destroy(&p->lock);
    free(p);
}

unsigned pool_retry_after(pool *p)
{
    pthread_mutex_lock(&p->lock);
    double seconds = (double)(p->waiting + 1) * p->mean / (double)(p->threads ? p->threads : 1);
    pthread_mutex_unlock(&p->lock);
    return seconds < 1 ? 1 : seconds > 600 ? 600 : (unsigned)seconds + 1;
}
