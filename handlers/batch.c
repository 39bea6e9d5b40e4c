/* SPDX-License-Identifier: MIT */
/* batch.c - see batch.h. */
#include "batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render.h"
#include "reply.h"
#include "server/fetch.h"
#include "server/service.h"

struct batch {
    bool csv, attachments; /* of a page; else members of an archive */
    converted archive;
    render_document *items; /* names and answers are malloc'ed; of attachments the page is the first, without a name */
    size_t count, at;
    size_t bytes, fetched; /* of all answers; of all that was fetched */
};

static batch *make(size_t count, bool csv)
{
    batch *b = calloc(1, sizeof *b);
    render_document *items = b ? calloc(count, sizeof *items) : NULL;
    if (!items) {
        free(b);
        return NULL;
    }
    b->items = items;
    b->count = count;
    b->csv = csv;
    return b;
}

void batch_free(batch *b)
{
    if (!b)
        return;
    for (size_t i = 0; i < b->count; i++) {
        free(b->items[i].name);
        free(b->items[i].answer);
    }
    free(b->items);
    converted_free(&b->archive);
    free(b);
}

bool batch_of_attachments(request *r, const bc_result *result, bool csv)
{
    batch *b = make(result->attachment_count + 1, csv);
    if (!b)
        return false;
    b->attachments = true;
    for (size_t i = 0; i < result->attachment_count; i++) {
        bc_str url = result->attachments[i].url;
        b->items[i + 1].name = strndup(url.ptr, url.len);
        if (!b->items[i + 1].name) {
            batch_free(b);
            return false;
        }
    }
    r->batch = b;
    return true;
}

bool batch_of_members(request *r, bool csv)
{
    batch *b = make(r->text.member_count, csv);
    if (!b)
        return false;
    for (size_t i = 0; i < b->count; i++) {
        b->items[i].name = r->text.members[i].name;
        r->text.members[i].name = NULL;
    }
    b->archive = r->text;
    r->text = (converted){0};
    r->batch = b;
    request_drop_document(r);
    return true;
}

const char *batch_name(const request *r)
{
    const char *name = r->batch ? r->batch->items[r->batch->at].name : NULL;
    return name ? name : "";
}

bool batch_late(const request *r)
{
    const config *c = &r->service->config;
    double deadline = (double)(r->job ? c->job_deadline : c->deadline);
    return r->batch && request_age(r) * 100 > deadline * LIMIT_BATCH_SHARE;
}

static void begin_member(request *r, const batch *b)
{
    const converted_member *m = &b->archive.members[b->at];
    char detail[200];
    if (m->error != ERROR_COUNT) {
        reply_error(r, m->error, m->detail);
        return;
    }
    r->decoded = converted_read(&b->archive, b->at, r->service->config.max_body, &r->document_len);
    if (r->decoded)
        return;
    snprintf(detail, sizeof detail, "The file unpacks to more than %zu bytes: raise --max-body.",
             r->service->config.max_body);
    reply_error(r, r->document_len ? ERROR_BODY_TOO_LARGE : ERROR_OUT_OF_MEMORY,
                r->document_len ? detail : "Send the request again later.");
}

static void begin_attachment(request *r, const batch *b)
{
    char detail[120], whole[LIMIT_URL + 1];
    const char *url = b->items[b->at].name;
    if (b->at > LIMIT_FOLLOW) {
        snprintf(detail, sizeof detail, "At most %u attachments of a page are followed: fetch this one by its URL.",
                 LIMIT_FOLLOW);
        reply_error(r, ERROR_TOO_MANY, detail);
    } else if (b->fetched > LIMIT_FOLLOW_BYTES) {
        reply_error(r, ERROR_FETCH_TOO_LARGE,
                    "The attachments before this one were too large together: fetch it by its URL.");
    } else if (!fetch_resolve("", url, whole, sizeof whole)) {
        reply_error(r, ERROR_FETCH_BLOCKED,
                    "The address is relative and the page does not say to what: fetch the page by its URL, or give it "
                    "a <base>.");
    } else {
        r->issued = (bc_date){0}; /* said of the page */
        r->url = strdup(url);
        r->to_fetch = r->url != NULL;
        if (!r->url)
            reply_error(r, ERROR_OUT_OF_MEMORY, "Send the request again later.");
    }
}

void batch_begin(request *r)
{
    const batch *b = r->batch;
    if (batch_late(r))
        reply_error(r, ERROR_DEADLINE, "The documents before this one took the time of the request.");
    else if (b->attachments)
        begin_attachment(r, b);
    else
        begin_member(r, b);
}

/* The answers become one. */
static void reply_all(request *r)
{
    batch *b = r->batch;
    size_t len = 0;
    char *text = b->csv           ? render_documents_csv(b->items, b->count, &len)
                 : b->attachments ? render_with_attachments(b->items, b->count, &len)
                                  : render_documents(b->items, b->count, &len);
    reply_body(r, b->csv ? "text/csv; charset=utf-8" : "application/json", text, len);
}

bool batch_next(request *r)
{
    batch *b = r->batch;
    if (!b || b->at == b->count)
        return false;
    if (b->attachments && b->at == 0 && r->reply.status != 200)
        return false; /* the page itself */
    bool page = b->attachments && b->at == 0;
    if (!page && b->bytes + r->reply.len > LIMIT_BATCH_ANSWER)
        reply_error(r, ERROR_DOCUMENT_TOO_LARGE, "The answers of the request are too large together: post it alone.");
    render_document *item = &b->items[b->at];
    item->problem = r->reply.status != 200;
    if (item->problem && b->csv) {
        char *row = render_problem_csv(r->reply.body, r->reply.len, batch_name(r), &item->len);
        free(r->reply.body);
        item->answer = row;
    } else {
        item->answer = r->reply.body;
        item->len = r->reply.len;
    }
    r->reply = (reply){0};
    b->bytes += item->len;
    b->fetched += page ? 0 : r->page_len;
    request_drop_document(r);
    if (++b->at < b->count)
        return true;
    reply_all(r);
    return false;
}
