/* SPDX-License-Identifier: MIT */
/* extract.c - see extract.h. */
#include "extract.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "attachments.h"
#include "batch.h"
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
                    "No such query parameter: there are include, only, format, explain, follow, async and wait.");
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
    if (r->follow && strcmp(r->follow, "attachments") != 0) {
        reply_error(r, ERROR_INVALID_PARAMETER, "follow takes attachments.");
        return false;
    }
    r->follows |= r->follow != NULL;
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

error_id extract_error(bc_error err)
{
    switch (err) {
    case BC_ERROR_ENCODING:
        return ERROR_INVALID_ENCODING;
    case BC_ERROR_CHARSET:
        return ERROR_UNSUPPORTED_CHARSET;
    case BC_ERROR_NO_TEXT:
        return ERROR_NO_TEXT;
    case BC_ERROR_TOO_LARGE:
        return ERROR_DOCUMENT_TOO_LARGE;
    case BC_ERROR_CANCELLED:
        return ERROR_DEADLINE;
    default:
        return ERROR_OUT_OF_MEMORY;
    }
}

static void reply_engine_error(request *r, bc_error err)
{
    static const char *const ADVICE[ERROR_COUNT] = {
        [ERROR_INVALID_ENCODING] =
            "Send UTF-8, or name the charset in Content-Type (tcvn3, vni, viscii, windows-1258, utf-16le and others).",
        [ERROR_UNSUPPORTED_CHARSET] = "Send UTF-8, tcvn3, vni, viscii, windows-1258 or a charset that iconv knows.",
        [ERROR_NO_TEXT] = "The document holds no words.",
        [ERROR_DOCUMENT_TOO_LARGE] = "Split the document.",
        [ERROR_DEADLINE] = "Split the document, or raise --deadline.",
        [ERROR_OUT_OF_MEMORY] = "Split the document.",
    };
    error_id id = extract_error(err);
    reply_error(r, id, ADVICE[id]);
}

/* The request's own end, or that of the part of its time that a document of several may take. */
static bool cancelled(void *context)
{
    request *r = context;
    return request_cancelled(r) || batch_late(r);
}

/* A page that was fetched and is no report. */
static bool is_refused(request *r, const bc_result *result)
{
    if (!r->page_url || result->metric_count || result->target_count)
        return false;
    for (size_t i = 0; i < result->warning_count; i++) {
        if (strcmp(result->warnings[i].code, "page_missing") == 0)
            reply_error(r, ERROR_PAGE_MISSING, "The URL leads to a page that says so: check it.");
        else if (strcmp(result->warnings[i].code, "page_login") == 0)
            reply_error(r, ERROR_PAGE_LOGIN, "Save the page behind the login and post it.");
        else
            continue;
        return true;
    }
    return false;
}

static void render(request *r, const wishes *w, const bc_result *result)
{
    size_t len = 0;
    bool several = r->follows && (result->attachment_count || w->csv); /* its rows have one more column */
    if (!r->batch && several && !batch_of_attachments(r, result, w->csv)) {
        reply_error(r, ERROR_OUT_OF_MEMORY, "Send the report again later.");
        return;
    }
    char *text = !w->csv    ? render_result_json(result, w->parts, &len)
                 : r->batch ? render_file_csv(batch_name(r), result, w->parts, &len)
                            : render_result_csv(result, w->parts, &len);
    reply_body(r, w->csv ? "text/csv; charset=utf-8" : "application/json", text, len);
}

static void give(request *r, const wishes *w, bc_input *input)
{
    bc_result result;
    input->explain = w->explain;
    input->cancelled = cancelled;
    input->context = r;
    if (!r->arena) {
        reply_error(r, ERROR_OUT_OF_MEMORY, "Send the report again later.");
        return;
    }
    bc_error err = bc_extract(r->service->engine, r->arena, input, &result);
    if (err != BC_OK) {
        reply_engine_error(r, err);
    } else if (!is_refused(r, &result)) {
        attachments_resolve(r->arena, &result, r->page_url ? r->page_url : r->text.base);
        render(r, w, &result);
    }
}

/* Text of a document, with a word on its type where that was not as declared. */
static void give_document(request *r, const wishes *w, bc_input *input, media is)
{
    char message[200];
    bc_warning note = {.code = "media_detected", .message = {message, 0}};
    if (is != MEDIA_MHTML)
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
    bc_input input = {.issued = r->issued};
    converted_input(&r->text, &input);
    give_document(r, w, &input, r->text.media);
}

static void start_fetch(request *r, const body *b)
{
    if (strlen(b->url) > LIMIT_URL) {
        reply_error_at(r, ERROR_INVALID_PARAMETER, "/url", "The URL is longer than 2048 characters.");
        return;
    }
    r->issued = b->input.issued;
    r->url = strdup(b->url);
    r->to_fetch = r->url != NULL;
    if (!r->url)
        reply_error(r, ERROR_OUT_OF_MEMORY, "Send the request again later.");
}

static void read_body(request *r, const wishes *w)
{
    body b;
    if (body_read(r, &b)) {
        r->follows |= b.follows;
        if (b.url)
            start_fetch(r, &b);
        else if (b.is_text)
            give(r, w, &b.input);
        else
            take_document(r, w, &b.input, b.declared);
    }
    body_free(&b);
}

/* The bytes of an archive's member: its name tells its type. */
static void take_member(request *r, const wishes *w)
{
    bc_input input = {.bytes = r->decoded, .len = r->document_len, .issued = r->issued};
    take_document(r, w, &input, media_by_suffix(batch_name(r)));
}

/* An archive's text is its documents. */
static void take_archive(request *r, const wishes *w)
{
    if (r->batch)
        reply_error(r, ERROR_UNSUPPORTED_MEDIA_TYPE, "An archive among other documents is not read: post it alone.");
    else if (!batch_of_members(r, w->csv))
        reply_error(r, ERROR_OUT_OF_MEMORY, "Send the request again later.");
}

/* What can be done here with the current document: a reply is set, or it is to be fetched or converted. */
static void step(request *r, const wishes *w)
{
    if (r->is_converted && r->text.members)
        take_archive(r, w);
    if (r->reply.status)
        return;
    if (r->is_converted)
        give_converted(r, w);
    else if (r->page_url)
        take_page(r, w);
    else if (!r->batch)
        read_body(r, w);
    else
        batch_begin(r);
    if (r->batch && r->decoded && !r->reply.status && !r->to_convert)
        take_member(r, w);
}

void handle_extract(request *r)
{
    wishes w;
    if (!read_wishes(r, &w))
        return;
    do {
        if (!r->reply.status)
            step(r, &w);
        if (r->to_fetch || r->to_convert)
            return;
        if (r->arena && r->batch)
            bc_arena_reset(r->arena);
    } while (batch_next(r));
}

bool extract_check(request *r)
{
    wishes w;
    return read_wishes(r, &w);
}

/* On to a pool. A request of several documents was let in when its first one was. */
static bool submit(request *r, pool *p, const char *detail)
{
    if (r->batch ? pool_return(p, r) : pool_submit(p, r))
        return true;
    r->reply.retry_after = pool_retry_after(p);
    reply_error(r, ERROR_QUEUE_FULL, detail);
    return false;
}

void extract_work(request *r)
{
    if (request_cancelled(r))
        reply_error(r, ERROR_DEADLINE, "The queue was long; send the report again.");
    else
        handle_extract(r);
    if (r->to_fetch &&
        submit(r, r->service->fetchers, "Too many pages are being fetched; send the request again later."))
        return;
    if (r->to_convert &&
        submit(r, r->service->converters, "Too many documents wait to be converted; send the request again later."))
        return;
    service_answer(r);
}

/* False: the reply is set. */
static bool fetch(request *r)
{
    r->to_fetch = false;
    static const char *const ADVICE[ERROR_COUNT] = {
        [ERROR_FETCH_BLOCKED] = "Only http and https addresses of the open internet, or those of --allow-fetch.",
        [ERROR_FETCH_FAILED] = "Check the URL, or save the page and post it.",
        [ERROR_PAGE_MISSING] = "The server has nothing at this URL: check it.",
        [ERROR_PAGE_LOGIN] = "Save the page behind the login and post it.",
        [ERROR_FETCH_TIMEOUT] = "Try again later, or save the page and post it.",
        [ERROR_FETCH_TOO_LARGE] = "Save the part you need and post it, or raise --fetch-max.",
        [ERROR_FETCH_UNSUPPORTED] = "The URL must lead to a page, a text or a document of a type that is read.",
        [ERROR_DEADLINE] = "The request took longer than --deadline.",
    };
    char detail[160];
    fetched page;
    error_id err = fetch_page(r->service->fetcher, r->url, cancelled, r, &page, detail, sizeof detail);
    if (err != ERROR_COUNT) {
        log_event("fetch_failed", "request_id", r->id, "message", detail, NULL);
        char answered[120];
        snprintf(answered, sizeof answered, "The server answered %ld: check the URL, or save the page and post it.",
                 page.status);
        reply_error(r, err,
                    page.advice                                       ? page.advice
                    : err == ERROR_FETCH_FAILED && page.status >= 400 ? answered
                                                                      : ADVICE[err]);
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
    r->to_convert = false;
    char detail[200], log[400];
    error_id err = convert_document(&r->service->config, r->given, r->document, r->document_len, cancelled,
                                    tell_progress, r, &r->text, detail, sizeof detail, log, sizeof log);
    if (err != ERROR_COUNT) {
        log_event("convert_failed", "request_id", r->id, "message", log, NULL);
        reply_error(r, err, detail);
        return false;
    }
    r->is_converted = true;
    return true;
}

/* Back to the workers, where there is something to do still. */
static void go_on(request *r)
{
    if ((r->reply.status && !r->batch) ||
        !submit(r, r->service->workers, "Send the request again after the seconds of Retry-After."))
        service_answer(r);
}

void extract_fetch(request *r)
{
    fetch(r);
    go_on(r);
}

void extract_convert(request *r)
{
    convert(r);
    go_on(r);
}

void extract_all(request *r)
{
    handle_extract(r);
    while (r->to_fetch || r->to_convert) {
        if (r->to_fetch)
            fetch(r);
        else
            convert(r);
        if (request_cancelled(r)) {
            r->to_fetch = r->to_convert = false;
            reply_error(r, ERROR_DEADLINE, "Split the document, or raise --deadline.");
            return;
        }
        handle_extract(r);
    }
}
