/* SPDX-License-Identifier: MIT */
/*
 * jobs.h - long work: POST /v1/extract with async=1 makes a job; GET and DELETE /v1/jobs/{id}, GET
 * /v1/jobs/{id}/result.
 *
 * The result has a path of its own, so that it is to the byte what the request would have been answered, JSON, CSV or
 * problem, and asking how far a job is stays small.
 */
#ifndef BAOCAO_HANDLE_JOBS_H
#define BAOCAO_HANDLE_JOBS_H

#include "server/request.h"

void handle_job_post(request *r);
void handle_job(request *r);
void handle_job_result(request *r);
void handle_job_delete(request *r);

/* What the pool of jobs runs: w is a detached request, freed here. */
void job_work(request *w);

#endif
