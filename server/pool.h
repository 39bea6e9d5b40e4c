/* SPDX-License-Identifier: MIT */
/* pool.h - a bounded queue of requests and the threads that work it off. */
#ifndef BAOCAO_POOL_H
#define BAOCAO_POOL_H

#include "request.h"

typedef struct pool pool;

/* run is called with an arena of the thread's own, reset before each request. NULL: no memory or no thread. */
pool *pool_create(size_t threads, size_t queue, size_t arena_limit, void (*run)(request *));

/* False: the queue is full. */
bool pool_submit(pool *p, request *r);

/* Takes a request out of the queue again; false: it is not in it. */
bool pool_withdraw(pool *p, const request *r);

/* The same for a request that was taken already and goes on: whatever the queue. False: the pool is closing. */
bool pool_return(pool *p, request *r);

/* Lets the queue run dry and ends the threads; what is submitted after that is refused. */
void pool_close(pool *p);

/* Closes and frees; nobody may submit any more. */
void pool_destroy(pool *p);

/* Seconds until the queue is likely to have room: its length times the mean time of a request, at least 1. */
unsigned pool_retry_after(pool *p);

#endif
