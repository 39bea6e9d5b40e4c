/* SPDX-License-Identifier: MIT */
/*
 * request.h - one HTTP request from its first byte to its answer.
 *
 * Made at the first callback, freed when libmicrohttpd tells that the request is over. While it is suspended a worker
 * owns it; the connection's thread touches it again only after the resume. Handlers see this struct and nothing of
 * libmicrohttpd.
 */
#ifndef BAOCAO_REQUEST_H
#define BAOCAO_REQUEST_H

#include <microhttpd.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "convert.h"
#include "extract/extract.h"
#include "job.h"
#include "limits.h"
#include "media.h"

typedef struct service service;
typedef struct route route;
typedef struct batch batch;

typedef struct {
    unsigned status;
    const char *type; /* static */
    char *body;       /* malloc'ed, or static where is_static */
    size_t len;
    bool is_static, close, no_store;
    bool preference_applied; /* respond-async */
    unsigned retry_after;
    const char *allow; /* static */
    char location[16 + JOB_ID];
    char code[40]; /* of a problem, for the log */
} reply;

typedef struct request {
    service *service;
    const route *route;
    struct MHD_Connection *connection;
    char id[LIMIT_REQUEST_ID + 1];
    struct timespec started;
    const char *method, *path; /* valid while the request lives */
    char *log_path;

    char *body;
    size_t len, room;
    bool too_large, submitted, answered, counted, gone; /* gone: the client closed its side */

    /* read from headers and query by the connection's thread */
    const char *content_type, *accept;
    const char *only, *include, *format, *explain, *follow, *async, *wait;
    const char *unknown_parameter;
    bool prefers_async;       /* Prefer: respond-async */
    const char *prefers_wait; /* Prefer: wait=... */
    char *copies;             /* malloc'ed: of a detached request, what the above lead into */

    /* jobs: the one that this is the work of; the one that this posted; waiting for one */
    job *job, *posted;
    job_waiter waiter;
    bool waited;

    bool follows; /* a page's attachments are wanted too */
    batch *batch; /* several documents; what follows is of the current one */

    /* a page got for the body's URL; malloc'ed */
    char *url, *page, *page_type, *page_url;
    size_t page_len;
    bc_date issued;

    /* a document for the converters: bytes of the body, the page or `decoded`; then its text */
    const char *document;
    size_t document_len;
    char *decoded;         /* malloc'ed */
    media declared, given; /* by the client; what it is taken for */
    converted text;
    bool to_fetch, to_convert, is_converted;

    bc_arena *arena; /* the worker's, while it runs */
    reply reply;
    struct request *next; /* in a queue */
} request;

/* Does the client ask for a job instead of the answer? */
bool request_wants_job(const request *r);

/* A request of its own, without a connection, with r's body and all that handlers read; NULL: no memory, r as it was.
 */
request *request_detach(request *r);
void request_free(request *r);

/* Forgets the document at hand: its page, bytes and text, not the body. */
void request_drop_document(request *r);

/* Seconds since the request began. */
double request_age(const request *r);

/* The deadline has passed, the client is gone or the job cancelled: work on it is in vain. */
bool request_cancelled(void *r);

#endif
