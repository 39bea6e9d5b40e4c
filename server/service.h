/* SPDX-License-Identifier: MIT */
/*
 * service.h - the running service: the public daemon, the admin daemon, the pools between.
 *
 * The public daemon reads and writes on epoll threads; a report is queued and its connection suspended until a worker
 * has the answer; a job is a request without a connection on workers of its own. Probes live on a daemon of their own,
 * so they never wait behind reports.
 */
#ifndef BAOCAO_SERVICE_H
#define BAOCAO_SERVICE_H

#include <stdatomic.h>

#include "config.h"
#include "fetch.h"
#include "job.h"
#include "pool.h"
#include "request.h"

struct service {
    config config;
    bc_engine *engine;
    fetcher *fetcher;
    pool *workers, *fetchers, *converters, *job_workers;
    jobs *jobs;
    struct MHD_Daemon *public_daemon, *admin_daemon;
    atomic_bool draining;
    atomic_size_t in_flight; /* requests begun and not yet answered */
};

/* Runs until SIGTERM or SIGINT, then drains. The process's exit status. */
int service_run(const config *c);

/* A worker is done with the request: its reply is queued, the connection resumed. r is not the caller's after that. */
void service_answer(request *r);

/* The handler is called again, with r->waited, once the job is over or the seconds are. It returns without a reply. */
void service_wait(request *r, job *j, unsigned seconds, bool wants_result);

#endif
