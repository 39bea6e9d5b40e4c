/* SPDX-License-Identifier: MIT */
/* jobs.c - see jobs.h. */
#include "jobs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "extract.h"
#include "render.h"
#include "reply.h"
#include "server/log.h"
#include "server/routes.h"
#include "server/service.h"

/* ---- reading ---- */

static bool read_number(const char *s, unsigned most, unsigned *out)
{
    char *end;
    if (*s < '0' || *s > '9')
        return false;
    unsigned long n = strtoul(s, &end, 10);
    if (*end || n > most)
        return false;
    *out = (unsigned)n;
    return true;
}

/* Seconds; false: the reply is set. */
static bool read_wait(request *r, unsigned *seconds)
{
    char detail[64];
    *seconds = 0;
    if (!r->wait || read_number(r->wait, LIMIT_JOB_WAIT, seconds))
        return true;
    snprintf(detail, sizeof detail, "wait takes seconds from 0 to %u.", LIMIT_JOB_WAIT);
    reply_error(r, ERROR_INVALID_PARAMETER, detail);
    return false;
}

/* The job that the path names, held; NULL: the reply is set. */
static job *find_job(request *r, bool may_wait, unsigned *wait)
{
    char id[JOB_ID + 1];
    *wait = 0;
    if (r->unknown_parameter || r->only || r->include || r->format || r->explain || r->follow || r->async ||
        (r->wait && !may_wait)) {
        reply_error(r, ERROR_INVALID_PARAMETER,
                    may_wait ? "No such query parameter here: there is wait." : "There are no query parameters here.");
        return NULL;
    }
    if (!read_wait(r, wait))
        return NULL;
    job *j = route_id(r->route, r->path, id) ? jobs_find(r->service->jobs, id) : NULL;
    if (!j)
        reply_error(r, ERROR_JOB_GONE,
                    "The job has expired, was deleted, or the service has been restarted: post the document again.");
    return j;
}

/* ---- answering ---- */

static void reply_job(request *r, const job_view *v)
{
    char result[JOB_ID + 32];
    size_t len;
    snprintf(result, sizeof result, "/v1/jobs/%s/result", v->id);
    char *text = render_job(&(render_job_values){.id = v->id,
                                                 .state = job_state_name(v->state),
                                                 .result = v->state == JOB_DONE ? result : NULL,
                                                 .pages = v->pages,
                                                 .pages_done = v->pages_done,
                                                 .created = v->created,
                                                 .started = v->started,
                                                 .finished = v->finished,
                                                 .expires = v->expires,
                                                 .problem = v->state == JOB_FAILED ? v->body : NULL,
                                                 .problem_len = v->len},
                            &len);
    if (!job_is_over(v->state))
        r->reply.retry_after = LIMIT_JOB_POLL;
    r->reply.no_store = true;
    reply_body(r, "application/json", text, len);
}

/* The answer that the request would have got. */
static void reply_outcome(request *r, const job_view *v)
{
    char *copy = malloc(v->len + 1);
    r->reply.no_store = true;
    if (copy && v->body)
        memcpy(copy, v->body, v->len);
    reply_body(r, v->type, copy, v->body ? v->len : 0);
    if (copy)
        r->reply.status = v->status;
}

static void log_job(const char *event, const job_view *v, const request *w)
{
    char short_id[9];
    snprintf(short_id, sizeof short_id, "%.8s", v->id);
    log_event(event, "job", short_id, "state", job_state_name(v->state), "request_id", w ? w->id : NULL, "status:i",
              (long long)v->status, "code", w && w->reply.code[0] ? w->reply.code : NULL, "pages:i",
              (long long)v->pages, "waited_s:i", (long long)((v->started ? v->started : v->finished) - v->created),
              "took_s:i", (long long)(v->started ? v->finished - v->started : 0), NULL);
}

/* ---- the endpoints ---- */

static void refuse_job(request *r, unsigned retry_after)
{
    if (retry_after) {
        r->reply.retry_after = retry_after;
        reply_error(r, ERROR_JOBS_FULL,
                    "Read finished jobs and delete them, post again later, or raise --jobs and --job-bytes.");
    } else if (atomic_load(&r->service->draining)) {
        r->reply.retry_after = 5;
        reply_error(r, ERROR_SHUTTING_DOWN, "Send the request again; another instance will take it.");
    } else {
        reply_error(r, ERROR_OUT_OF_MEMORY, "Send the report again later.");
    }
}

/* False: the reply is set. */
static bool start_job(request *r)
{
    unsigned retry_after = 0;
    if (r->len == 0) {
        reply_error(r, ERROR_EMPTY_BODY, "Send a report: curl -T report.pdf 'URL?async=1'");
        return false;
    }
    size_t size = r->len;
    request *w = request_detach(r);
    job *j = w ? jobs_open(r->service->jobs, w, size, &retry_after) : NULL;
    if (!j) {
        if (w)
            request_free(w);
        refuse_job(r, retry_after);
        return false;
    }
    w->job = j;
    if (!pool_submit(r->service->job_workers, w)) { /* it has room for all jobs but when it closes */
        job_cancel(j);
        job_forget(j);
        job_finish(j, 0, NULL, NULL, 0);
        request_free(w);
        job_release(j);
        refuse_job(r, 0);
        return false;
    }
    r->posted = j;
    return true;
}

static bool read_post(request *r, unsigned *seconds)
{
    if (r->async && strcmp(r->async, "1") != 0) {
        reply_error(r, ERROR_INVALID_PARAMETER, "async takes 1 or 0.");
        return false;
    }
    if (!extract_check(r) || !read_wait(r, seconds))
        return false;
    if (!r->wait && r->prefers_wait) { /* a preference: as much of it as may be */
        unsigned long n = strtoul(r->prefers_wait, NULL, 10);
        *seconds = n > LIMIT_JOB_WAIT ? LIMIT_JOB_WAIT : (unsigned)n;
    }
    return true;
}

void handle_job_post(request *r)
{
    unsigned seconds = 0;
    job_view v;
    if (!r->posted) {
        if (!read_post(r, &seconds) || !start_job(r))
            return;
        if (seconds) {
            service_wait(r, r->posted, seconds, true);
            return;
        }
    }
    job_look(r->posted, &v);
    if (r->gone && job_cancel(r->posted)) { /* who posted it never learns its id */
        job_forget(r->posted);
        reply_error(r, ERROR_DEADLINE, NULL);
        return;
    }
    if (r->waited && (v.state == JOB_DONE || v.state == JOB_FAILED)) {
        job_forget(r->posted); /* answered: nobody need come for it */
        reply_outcome(r, &v);
        return;
    }
    if (v.state == JOB_CANCELLED && atomic_load(&r->service->draining)) {
        refuse_job(r, 0);
        return;
    }
    reply_job(r, &v);
    r->reply.preference_applied = r->prefers_async && !r->async;
    if (r->reply.status == 200) {
        r->reply.status = 202;
        r->reply.retry_after = LIMIT_JOB_POLL;
        snprintf(r->reply.location, sizeof r->reply.location, "/v1/jobs/%s", v.id);
    }
}

void handle_job(request *r)
{
    unsigned wait;
    job_view v;
    job *j = find_job(r, true, &wait);
    if (!j)
        return;
    job_look(j, &v);
    if (wait && !r->waited && !job_is_over(v.state))
        service_wait(r, j, wait, false);
    else
        reply_job(r, &v);
    job_release(j);
}

void handle_job_result(request *r)
{
    unsigned wait;
    job_view v;
    job *j = find_job(r, true, &wait);
    if (!j)
        return;
    job_look(j, &v);
    if (wait && !r->waited && !job_is_over(v.state)) {
        service_wait(r, j, wait, true);
    } else if (v.state == JOB_DONE || v.state == JOB_FAILED) {
        reply_outcome(r, &v);
    } else if (v.state == JOB_CANCELLED) {
        reply_error(r, ERROR_JOB_NOT_DONE, "The job was cancelled: post the document again.");
    } else {
        r->reply.retry_after = LIMIT_JOB_POLL;
        reply_error(r, ERROR_JOB_NOT_DONE, "The job is not finished: ask again, or with ?wait=30.");
    }
    job_release(j);
}

/* An unfinished job is stopped and stays readable as cancelled; a finished one is forgotten. */
void handle_job_delete(request *r)
{
    unsigned wait;
    job_view v;
    job *j = find_job(r, false, &wait);
    if (!j)
        return;
    if (job_cancel(j)) {
        job_look(j, &v);
        log_job("job", &v, NULL);
        reply_job(r, &v);
    } else {
        job_forget(j);
        r->reply.status = 204;
    }
    job_release(j);
}

/* ---- the work ---- */

void job_work(request *w)
{
    job *j = w->job;
    job_view v;
    job_hold(j);
    if (job_begin(j)) {
        clock_gettime(CLOCK_MONOTONIC, &w->started); /* the deadline is for the work, not for the queue */
        extract_all(w);
    }
    if (!job_finish(j, w->reply.status, w->reply.type, w->reply.body, w->reply.len)) {
        reply_error(w, ERROR_JOBS_FULL,
                    "The result has no room beside those of other jobs: read and delete them and post again, or "
                    "raise --job-bytes.");
        job_finish(j, w->reply.status, w->reply.type, w->reply.body, w->reply.len);
    }
    w->reply.body = NULL; /* the job's now */
    job_look(j, &v);
    log_job(v.state == JOB_CANCELLED ? "job_stopped" : "job", &v, w);
    job_release(j);
    request_free(w);
}
