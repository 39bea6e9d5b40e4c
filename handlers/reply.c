/* SPDX-License-Identifier: MIT */
/* reply.c - see reply.h. */
#include "reply.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render.h"
#include "server/service.h"

static const struct {
    unsigned status;
    const char *code, *title;
} TABLE[] = {
#define ROW(id, status, code, title) {status, code, title},
    ERRORS(ROW)
#undef ROW
};

const char *error_code(error_id id)
{
    return TABLE[id].code;
}

const char *error_title(error_id id)
{
    return TABLE[id].title;
}

static void drop_body(request *r)
{
    if (!r->reply.is_static)
        free(r->reply.body);
    r->reply.body = NULL;
    r->reply.is_static = false;
}

void reply_body(request *r, const char *type, char *body, size_t len)
{
    if (!body) {
        reply_error(r, ERROR_INTERNAL, "There was no memory for the answer; try again.");
        return;
    }
    drop_body(r);
    r->reply.status = 200;
    r->reply.type = type;
    r->reply.body = body;
    r->reply.len = len;
    r->reply.code[0] = 0;
}

void reply_static(request *r, const char *type, const char *body, size_t len)
{
    drop_body(r);
    r->reply.status = 200;
    r->reply.type = type;
    r->reply.body = (char *)(size_t)(const void *)body;
    r->reply.len = len;
    r->reply.is_static = true;
}

void reply_error(request *r, error_id id, const char *detail)
{
    reply_error_at(r, id, NULL, detail);
}

void reply_error_at(request *r, error_id id, const char *pointer, const char *detail)
{
    char type[64], own[200];
    size_t limit = 0;
    snprintf(type, sizeof type, "urn:baocao:error:%s", TABLE[id].code);
    if (id == ERROR_BODY_TOO_LARGE) {
        limit = r->service->config.max_body;
        snprintf(own, sizeof own, "Send at most %zu bytes, or raise --max-body.", limit);
        detail = detail ? detail : own;
    } else if (id == ERROR_DEADLINE && r->job) {
        detail = "The job took longer than --job-deadline: split the document, or raise it.";
    } else if (id == ERROR_DEADLINE && r->gone) {
        detail = "The client closed its side of the connection before the answer.";
    } else if (id == ERROR_DEADLINE) {
        snprintf(own, sizeof own, "%s For long work ask for a job: ?async=1 or Prefer: respond-async.",
                 detail ? detail : TABLE[id].title);
        detail = own;
    } else if (id == ERROR_FETCH_TOO_LARGE) {
        limit = r->service->config.fetch_max;
    }
    drop_body(r);
    r->reply.status = TABLE[id].status;
    r->reply.type = "application/problem+json";
    snprintf(r->reply.code, sizeof r->reply.code, "%s", TABLE[id].code);
    r->reply.body = render_problem(&(render_problem_values){.type = type,
                                                            .title = TABLE[id].title,
                                                            .code = TABLE[id].code,
                                                            .detail = detail ? detail : TABLE[id].title,
                                                            .request_id = r->id,
                                                            .pointer = pointer,
                                                            .status = TABLE[id].status,
                                                            .retry_after = r->reply.retry_after,
                                                            .limit = limit},
                                   &r->reply.len);
}
