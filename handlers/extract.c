/* SPDX-License-Identifier: MIT */
/* extract.c - see extract.h. */
#include "extract.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "attachments.h"
#include "body.h"
#include "render.h"
#include "reply.h"
#include "server/convert.h"
#include "server/fetch.h"
#include "server/log.h"
#include "server/service.h"

typedef struct {
    unsigned parts;
    bool csv, explain;
} wishes;

/* Does an Accept header take the type? No quality values: a range that names it will do. */
static bool accepts(const char *accept, const char *type)
{
    size_t n = strcspn(type, "/");
    for (const char *p = accept; p; p = strchr(p, ',')) {
        p += strspn(p, ", ");
        if (strncmp(p, "*/*", 3) == 0 || strncasecmp(p, type, strlen(type)) == 0 ||
            (strncasecmp(p, type, n) == 0 && strncmp(p + n, "/*", 2) == 0))
            return true;
    }
    return false;
}

static bool read_wishes(request *r, wishes *w)
{
    static const struct {
        const char *name;
        unsigned part;
    } PARTS[] = {{"metrics", RENDER_METRICS}, {"goals", RENDER_GOALS}, {"shortcomings", RENDER_SHORTCOMINGS}};
    *w = (wishes){.parts = r->only ? 0 : RENDER_ALL};
    if (r->unknown_parameter) {
        reply_error(r, ERROR_INVALID_PARAMETER,
                    "No such query parameter: there are include, only, format, explain, async and wait.");
        return false;
    }
    if (r->wait && !request_wants_job(r)) {
        reply_error(r, ERROR_INVALID_PARAMETER, "wait goes with async=1.");
        return false;
    }
    for (const char *p = r->only; p && *p;) {
        size_t n = strcspn(p, ","), i = 0;
        while (i < 3 && (strlen(PARTS[i].name) != n || strncmp(PARTS[i].name, p, n) != 0))
            i++;
        if (i == 3) {
            reply_error(r, ERROR_INVALID_PARAMETER, "only takes metrics, goals and shortcomings, separated by commas.");
            return false;
        }
        w->parts |= PARTS[i].part;
        p += n + (p[n] == ',');
    }
    if (r->only && !w->parts) {
        reply_error(r, ERROR_INVALID_PARAMETER, "only takes metrics, goals and shortcomings, separated by commas.");
        return false;
    }
    if (r->include && strcmp(r->include, "text") != 0) {
        reply_error(r, ERROR_INVALID_PARAMETER, "include takes text.");
        return false;
    }
    w->parts |= r->include ? RENDER_TEXT : 0;
    if (r->explain && strcmp(r->explain, "1") != 0 && strcmp(r->explain, "0") != 0) {
        reply_error(r, ERROR_INVALID_PARAMETER, "explain takes 1 or 0.");
        return false;
    }
    w->explain = r->explain && *r->explain == '1';
    if (r->format && strcmp(r->format, "json") != 0 && strcmp(r->format, "csv") != 0) {
        reply_error(r, ERROR_INVALID_PARAMETER, "format takes json or csv.");
        return false;
    }
    if (r->format) {
        w->csv = strcmp(r->format, "csv") == 0;
    } else if (r->accept && !accepts(r->accept, "application/json")) {
        w->csv = accepts(r->accept, "text/csv");
        if (!w->csv) {
            reply_error(r, ERROR_NOT_ACCEPTABLE, "Accept application/json or text/csv.");
            return false;
        }
    }
    return true;
}

static void reply_engine_error(request *r, bc_error err)
{
    switch (err) {
    case BC_ERROR_ENCODING:
        reply_error(
            r, ERROR_INVALID_ENCODING,
            "Send UTF-8, or name the charset in Content-Type (tcvn3, vni, viscii, windows-1258, utf-16le and others).");
        break;
    case BC_ERROR_CHARSET:
        reply_error(r, ERROR_UNSUPPORTED_CHARSET,
                    "Send UTF-8, tcvn3, vni, viscii, windows-1258 or a charset that iconv knows.");
        break;
    case BC_ERROR_NO_TEXT:
        reply_error(r, ERROR_NO_TEXT, "The document holds no words.");
        break;
    case BC_ERROR_TOO_LARGE:
        reply_error(r, ERROR_DOCUMENT_TOO_LARGE, "Split the document.");
        break;
    case BC_ERROR_CANCELLED:
        reply_error(r, ERROR_DEADLINE, "Split the document, or raise --deadline.");
        break;
    default:
        reply_error(r, ERROR_OUT_OF_MEMORY, "Split the document.");
        break;
    }
}

static void give(request *r, const wishes *w, bc_input *input)
{
    bc_result result;
    size_t len = 0;
    input->explain = w->explain;
    input->cancelled = request_cancelled;
    input->context = r;
    if (!r->arena) {
        reply_error(r, ERROR_OUT_OF_MEMORY, "Send the report again later.");
        return;
    }
    bc_error err = bc_extract(r->service->engine, r->arena, input, &result);
    if (err != BC_OK) {
        reply_engine_error(r, err);
        return;
    }
    attachments_resolve(r->arena, &result, r->page_url);
    if (w->csv) {
        char *text = render_result_csv(&result, w->parts, &len);
        reply_body(r, "text/csv; charset=utf-8", text, len);
    } else {
        char *text = render_result_json(&result, w->parts, &len);
        reply_body(r, "application/json", text, len);
    }
}

/* Text of a document, with a word on its type where that was not as declared. */
static void give_document(request *r, const wishes *w, bc_input *input, media is)
{
    char message[200];
    bc_warning note = {.code = "media_detected", .message = {message, 0}};
    input->media = is == MEDIA_HTML ? BC_MEDIA_HTML : BC_MEDIA_TEXT;
    if (r->declared == MEDIA_UNKNOWN)
        snprintf(message, sizeof message, "The type was not told; the content is %s.", media_type(is));
    else if (r->declared != is)
        snprintf(message, sizeof message, "The type was told to be %s; the content is %s and was read as that.",
                 r->declared == MEDIA_ZIP ? "application/zip" : media_type(r->declared), media_type(is));
    if (r->declared != is) {
        note.message.len = strlen(message);
        input->notes = &note;
        input->note_count = 1;
    }
    give(r, w, input);
    input->notes = NULL;
    input->note_count = 0;
}

/* Bytes of any type: read here, or left for the converters. */
static void take_document(request *r, const wishes *w, bc_input *input, media declared)
{
    media shown = media_by_bytes(input->bytes, input->len);
    r->declared = declared;
    r->given = declared == MEDIA_UNKNOWN || media_contradicts(declared, shown) ? shown : declared;
    r->issued = input->issued;
    if (r->given == MEDIA_TEXT || r->given == MEDIA_HTML) {
        give_document(r, w, input, r->given);
        return;
    }
    r->document = input->bytes;
    r->document_len = input->len;
    r->to_convert = true;
}

/* The page is here: its own type and charset decide. */
static void take_page(request *r, const wishes *w)
{
    char charset[48];
    bc_input input = {.bytes = r->page ? r->page : "", .len = r->page_len, .issued = r->issued};
    media declared = media_by_type(r->page_type);
    body_charset(r->page_type, charset, sizeof charset);
    input.charset = charset[0] ? charset : NULL;
    input.charset_is_hint = true;
    take_document(r, w, &input, declared == MEDIA_UNKNOWN && !r->page_type ? MEDIA_HTML : declared);
}

static void give_converted(request *r, const wishes *w)
{
    const converted *c = &r->text;
    bc_input input = {.bytes = c->text,
                      .len = c->len,
                      .charset = "utf-8",
                      .origin = media_type(c->media),
                      .doubts = c->doubts,
                      .doubt_count = c->doubt_count,
                      .pages = c->pages,
                      .scanned = c->scanned,
                      .torn = c->torn,
                      .issued = r->issued};
    give_document(r, w, &input, c->media);
}

static void start_fetch(request *r, const body *b)
{
    if (strlen(b->url) > LIMIT_URL) {
        reply_error_at(r, ERROR_INVALID_PARAMETER, "/url", "The URL is longer than 2048 characters.");
        return;
    }
    r->issued = b->input.issued;
    r->url = strdup(b->url);
    if (!r->url)
        reply_error(r, ERROR_OUT_OF_MEMORY, "Send the request again later.");
}

void handle_extract(request *r)
{
    wishes w;
    body b;
    if (!read_wishes(r, &w))
        return;
    if (r->is_converted) {
        give_converted(r, &w);
        return;
    }
    if (r->url) {
        take_page(r, &w);
        return;
    }
    if (body_read(r, &b)) {
        if (b.url)
            start_fetch(r, &b);
        else if (b.is_text)
            give(r, &w, &b.input);
        else
            take_document(r, &w, &b.input, b.declared);
    }
    body_free(&b);
}

bool extract_check(request *r)
{
    wishes w;
    return read_wishes(r, &w);
}

void extract_work(request *r)
{
    bool fetched = r->url != NULL;
    if (request_cancelled(r))
        reply_error(r, ERROR_DEADLINE, "The queue was long; send the report again.");
    else
        handle_extract(r);
    if (r->url && !fetched && !r->reply.status) {
        if (pool_submit(r->service->fetchers, r))
            return;
        r->reply.retry_after = pool_retry_after(r->service->fetchers);
        reply_error(r, ERROR_QUEUE_FULL, "Too many pages are being fetched; send the request again later.");
    }
    if (r->to_convert && !r->reply.status) {
        r->to_convert = false;
        if (pool_submit(r->service->converters, r))
            return;
        r->reply.retry_after = pool_retry_after(r->service->converters);
        reply_error(r, ERROR_QUEUE_FULL, "Too many documents wait to be converted; send the request again later.");
    }
    service_answer(r);
}

/* False: the reply is set. */
static bool fetch(request *r)
{
    static const char *const ADVICE[ERROR_COUNT] = {
        [ERROR_FETCH_BLOCKED] = "Only http and https addresses of the open internet, or those of --allow-fetch.",
        [ERROR_FETCH_FAILED] = "Check the URL, or save the page and post it.",
        [ERROR_FETCH_TIMEOUT] = "Try again later, or save the page and post it.",
        [ERROR_FETCH_TOO_LARGE] = "Save the part you need and post it, or raise --fetch-max.",
        [ERROR_FETCH_UNSUPPORTED] = "The URL must lead to a page, a text or a document of a type that is read.",
        [ERROR_DEADLINE] = "The request took longer than --deadline.",
    };
    char detail[160];
    fetched page;
    error_id err = fetch_page(&r->service->config, r->url, request_cancelled, r, &page, detail, sizeof detail);
    if (err != ERROR_COUNT) {
        log_event("fetch_failed", "request_id", r->id, "message", detail, NULL);
        reply_error(r, err, ADVICE[err]);
        return false;
    }
    r->page = page.body;
    r->page_len = page.len;
    r->page_type = page.type;
    r->page_url = page.url;
    return true;
}

static void tell_progress(void *context, unsigned done, unsigned pages)
{
    request *r = context;
    if (r->job)
        job_progress(r->job, done, pages);
}

static bool convert(request *r)
{
    char detail[200], log[400];
    error_id err = convert_document(&r->service->config, r->given, r->document, r->document_len, request_cancelled,
                                    tell_progress, r, &r->text, detail, sizeof detail, log, sizeof log);
    if (err != ERROR_COUNT) {
        log_event("convert_failed", "request_id", r->id, "message", log, NULL);
        reply_error(r, err, detail);
        return false;
    }
    r->is_converted = true;
    return true;
}

/* Back to the workers. */
static void go_on(request *r)
{
    if (pool_submit(r->service->workers, r))
        return;
    r->reply.retry_after = pool_retry_after(r->service->workers);
    reply_error(r, ERROR_QUEUE_FULL, "Send the request again after the seconds of Retry-After.");
    service_answer(r);
}

void extract_fetch(request *r)
{
    if (fetch(r))
        go_on(r);
    else
        service_answer(r);
}

void extract_convert(request *r)
{
    if (convert(r))
        go_on(r);
    else
        service_answer(r);
}

void extract_all(request *r)
{
    handle_extract(r);
    if (r->url && !r->reply.status && fetch(r))
        handle_extract(r);
    if (r->to_convert && !r->reply.status && convert(r))
        handle_extract(r);
}
