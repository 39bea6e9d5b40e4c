/* SPDX-License-Identifier: MIT */
/* service.c - see service.h. */
#include "service.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <unistd.h>

#include "child.h"
#include "handlers/batch.h"
#include "handlers/extract.h"
#include "handlers/jobs.h"
#include "handlers/reply.h"
#include "log.h"
#include "routes.h"

double request_age(const request *r)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - r->started.tv_sec) + (double)(now.tv_nsec - r->started.tv_nsec) / 1e9;
}

static bool client_gone(const request *r)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(r->connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct pollfd p = {.fd = info ? info->connect_fd : -1, .events = POLLRDHUP};
    /* most who go only close: that looks like a client that will send no more, and is taken for it */
    return poll(&p, 1, 0) > 0 && (p.revents & (POLLRDHUP | POLLHUP | POLLERR));
}

bool request_cancelled(void *context)
{
    request *r = context;
    if (r->job)
        return job_is_cancelled(r->job) || request_age(r) > (double)r->service->config.job_deadline;
    r->gone = r->gone || client_gone(r);
    return r->gone || request_age(r) > (double)r->service->config.deadline;
}

bool request_wants_job(const request *r)
{
    return r->async ? strcmp(r->async, "0") != 0 : r->prefers_async;
}

/* What a detached request copies of the connection's memory. */
enum { COPIES = 7 };

request *request_detach(request *r)
{
    request *w = calloc(1, sizeof *w);
    const char *from[COPIES] = {r->content_type, r->accept, r->only, r->include, r->format, r->explain, r->follow};
    const char **to[COPIES];
    size_t n = 0;
    for (size_t i = 0; i < COPIES; i++)
        n += from[i] ? strlen(from[i]) + 1 : 0;
    char *copy = w ? malloc(n + 1) : NULL;
    if (!copy) {
        free(w);
        return NULL;
    }
    w->copies = copy;
    to[0] = &w->content_type, to[1] = &w->accept, to[2] = &w->only;
    to[3] = &w->include, to[4] = &w->format, to[5] = &w->explain;
    to[6] = &w->follow;
    for (size_t i = 0; i < COPIES; i++)
        if (from[i]) {
            *to[i] = copy;
            copy = stpcpy(copy, from[i]) + 1;
        }
    memcpy(w->id, r->id, sizeof w->id);
    w->service = r->service;
    w->route = r->route;
    w->started = r->started;
    w->body = r->body;
    w->len = r->len;
    w->room = r->room;
    r->body = NULL;
    r->room = 0;
    return w;
}

void request_drop_document(request *r)
{
    free(r->url);
    free(r->page);
    free(r->page_type);
    free(r->page_url);
    free(r->decoded);
    converted_free(&r->text);
    r->url = r->page = r->page_type = r->page_url = r->decoded = NULL;
    r->document = NULL;
    r->page_len = r->document_len = 0;
    r->to_fetch = r->to_convert = r->is_converted = false;
}

void request_free(request *r)
{
    if (!r->reply.is_static)
        free(r->reply.body);
    free(r->log_path);
    free(r->body);
    free(r->copies);
    request_drop_document(r);
    batch_free(r->batch);
    free(r);
}

/* ---- reading ---- */

static void take_id(request *r, const char *given)
{
    static atomic_ulong counter;
    size_t n = given ? strlen(given) : 0;
    bool plain = n > 0 && n <= LIMIT_REQUEST_ID;
    for (size_t i = 0; i < n && plain; i++)
        plain = (given[i] >= '0' && given[i] <= '9') || (given[i] >= 'A' && given[i] <= 'Z') ||
                (given[i] >= 'a' && given[i] <= 'z') || strchr("-_.:/", given[i]);
    if (plain)
        memcpy(r->id, given, n + 1);
    else
        snprintf(r->id, sizeof r->id, "%lx-%x-%lx",
                 (unsigned long)r->started.tv_nsec ^ (unsigned long)r->started.tv_sec << 20, (unsigned)getpid(),
                 atomic_fetch_add(&counter, 1));
}

typedef struct {
    unsigned lengths, codings, hosts;
} head_count;

static enum MHD_Result count_header(void *context, enum MHD_ValueKind kind, const char *key, const char *value)
{
    head_count *n = context;
    (void)kind;
    (void)value;
    n->lengths += strcasecmp(key, "Content-Length") == 0;
    n->codings += strcasecmp(key, "Transfer-Encoding") == 0;
    n->hosts += strcasecmp(key, "Host") == 0;
    return MHD_YES;
}

static enum MHD_Result take_parameter(void *context, enum MHD_ValueKind kind, const char *key, const char *value)
{
    request *r = context;
    (void)kind;
    if (strcmp(key, "only") == 0)
        r->only = value ? value : "";
    else if (strcmp(key, "include") == 0)
        r->include = value ? value : "";
    else if (strcmp(key, "format") == 0)
        r->format = value ? value : "";
    else if (strcmp(key, "explain") == 0)
        r->explain = value ? value : "";
    else if (strcmp(key, "follow") == 0)
        r->follow = value ? value : "";
    else if (strcmp(key, "async") == 0)
        r->async = value ? value : "";
    else if (strcmp(key, "wait") == 0)
        r->wait = value ? value : "";
    else
        r->unknown_parameter = key;
    return MHD_YES;
}

/* RFC 7240: respond-async and wait, of a list in one header or several. */
static enum MHD_Result take_preference(void *context, enum MHD_ValueKind kind, const char *key, const char *value)
{
    request *r = context;
    (void)kind;
    if (strcasecmp(key, "Prefer") != 0)
        return MHD_YES;
    for (const char *p = value; p && *p;) {
        p += strspn(p, ", \t");
        size_t n = strcspn(p, ",");
        const char *rest = p + strcspn(p, "=;, \t");
        if (rest - p == 13 && strncasecmp(p, "respond-async", 13) == 0)
            r->prefers_async = true;
        else if (rest - p == 4 && strncasecmp(p, "wait", 4) == 0 && *rest == '=')
            r->prefers_wait = rest + 1;
        p += n;
    }
    return MHD_YES;
}

/* What can be said of a request before its body: true where a reply is already set. */
static bool refuse_head(request *r, bool admin)
{
    service *s = r->service;
    head_count n = {0};
    const char *allow, *length = MHD_lookup_connection_value(r->connection, MHD_HEADER_KIND, "Content-Length");
    MHD_get_connection_values(r->connection, MHD_HEADER_KIND, count_header, &n);
    if (n.lengths > 1 || n.codings > 1 || (n.lengths && n.codings)) {
        r->reply.close = true;
        reply_error(r, ERROR_CONFLICTING_LENGTH,
                    "Send one Content-Length or one Transfer-Encoding, not both and neither twice.");
        return true;
    }
    if (n.hosts != 1) {
        r->reply.close = true;
        reply_error(r, ERROR_MISSING_HOST, "Send one Host header.");
        return true;
    }
    r->route = route_find(r->path, r->method, admin, &allow);
    if (!r->route) {
        r->reply.allow = *allow ? allow : NULL;
        if (*allow)
            reply_error(r, ERROR_METHOD_NOT_ALLOWED, "Use a method that the Allow header names.");
        else
            reply_error(r, ERROR_NOT_FOUND, "See GET / for the paths of this service.");
        return true;
    }
    if (r->route->by_id && r->log_path && strlen(r->log_path) > strlen(r->route->path) + 8)
        r->log_path[strlen(r->route->path) + 8] = 0; /* who reads the log must not be able to read the job */
    if (!admin && atomic_load(&s->draining)) {
        r->reply.close = true;
        r->reply.retry_after = 5;
        reply_error(r, ERROR_SHUTTING_DOWN, "Send the request again; another instance will take it.");
        return true;
    }
    if (length && strtoull(length, NULL, 10) > s->config.max_body) {
        r->reply.close = true;
        reply_error(r, ERROR_BODY_TOO_LARGE, NULL);
        return true;
    }
    MHD_get_connection_values(r->connection, MHD_GET_ARGUMENT_KIND, take_parameter, r);
    r->content_type = MHD_lookup_connection_value(r->connection, MHD_HEADER_KIND, "Content-Type");
    r->accept = MHD_lookup_connection_value(r->connection, MHD_HEADER_KIND, "Accept");
    MHD_get_connection_values(r->connection, MHD_HEADER_KIND, take_preference, r);
    return false;
}

static bool take_body(request *r, const char *bytes, size_t n)
{
    size_t most = r->service->config.max_body;
    if (r->too_large || n > most - r->len) {
        r->too_large = true;
        r->len += n; /* counted, not kept */
        return r->len <= most + LIMIT_DRAIN_BODY;
    }
    if (r->len + n + 1 > r->room) {
        size_t room = (r->len + n + 1) * 2;
        char *wider = realloc(r->body, room);
        if (!wider)
            return false;
        r->body = wider;
        r->room = room;
    }
    memcpy(r->body + r->len, bytes, n);
    r->len += n;
    r->body[r->len] = 0;
    return true;
}

/* ---- answering ---- */

static enum MHD_Result send_reply(request *r)
{
    reply *a = &r->reply;
    static char nothing[] = "";
    struct MHD_Response *response = MHD_create_response_from_buffer(
        a->len, a->body ? a->body : nothing, a->is_static || !a->body ? MHD_RESPMEM_PERSISTENT : MHD_RESPMEM_MUST_FREE);
    if (!response)
        return MHD_NO;
    if (!a->is_static)
        a->body = NULL; /* the response's now */
    r->answered = true;
    bool ok = MHD_add_response_header(response, "X-Request-Id", r->id) == MHD_YES;
    if (a->type)
        ok &= MHD_add_response_header(response, "Content-Type", a->type) == MHD_YES;
    if (a->allow)
        ok &= MHD_add_response_header(response, "Allow", a->allow) == MHD_YES;
    if (a->retry_after) {
        char seconds[16];
        snprintf(seconds, sizeof seconds, "%u", a->retry_after);
        ok &= MHD_add_response_header(response, "Retry-After", seconds) == MHD_YES;
    }
    if (a->location[0])
        ok &= MHD_add_response_header(response, "Location", a->location) == MHD_YES;
    if (a->preference_applied)
        ok &= MHD_add_response_header(response, "Preference-Applied", "respond-async") == MHD_YES;
    if (a->no_store)
        ok &= MHD_add_response_header(response, "Cache-Control", "no-store") == MHD_YES;
    ok &= MHD_add_response_header(response, "X-Content-Type-Options", "nosniff") == MHD_YES;
    if (a->close || atomic_load(&r->service->draining))
        ok &= MHD_add_response_header(response, "Connection", "close") == MHD_YES;
    enum MHD_Result result = ok ? MHD_queue_response(r->connection, a->status, response) : MHD_NO;
    MHD_destroy_response(response);
    return result;
}

void service_answer(request *r)
{
    MHD_resume_connection(r->connection);
}

static bool waiter_gone(job_waiter *w)
{
    request *r = (request *)((char *)w - offsetof(request, waiter));
    r->gone = client_gone(r);
    return r->gone;
}

static void wake_waiter(job_waiter *w)
{
    MHD_resume_connection(((request *)((char *)w - offsetof(request, waiter)))->connection);
}

void service_wait(request *r, job *j, unsigned seconds, bool wants_result)
{
    r->submitted = r->waited = true;
    r->waiter = (job_waiter){.wants_result = wants_result, .gone = waiter_gone, .wake = wake_waiter};
    MHD_suspend_connection(r->connection);
    if (!job_wait(j, &r->waiter, seconds))
        MHD_resume_connection(r->connection);
}

/* A handler that answers at once, or waits for a job and is called again. */
static enum MHD_Result answer_here(request *r)
{
    (r->route->later && request_wants_job(r) ? r->route->later : r->route->handle)(r);
    return r->reply.status ? send_reply(r) : MHD_YES;
}

static enum MHD_Result take_request(request *r)
{
    service *s = r->service;
    if (r->too_large) {
        reply_error(r, ERROR_BODY_TOO_LARGE, NULL);
        return send_reply(r);
    }
    if (!r->route->on_worker || (r->route->later && request_wants_job(r)))
        return answer_here(r);
    r->submitted = true;
    MHD_suspend_connection(r->connection);
    if (!pool_submit(s->workers, r)) {
        r->reply.retry_after = pool_retry_after(s->workers);
        reply_error(r, ERROR_QUEUE_FULL, "Send the report again after the seconds of Retry-After.");
        MHD_resume_connection(r->connection);
    }
    return MHD_YES;
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                                  const char *version, const char *upload, size_t *upload_size, void **state,
                                  bool admin)
{
    service *s = context;
    request *r = *state;
    (void)version;
    if (!r) {
        r = calloc(1, sizeof *r);
        if (!r)
            return MHD_NO;
        *state = r;
        r->service = s;
        r->connection = connection;
        r->method = method;
        r->path = url;
        r->log_path = strdup(url);
        clock_gettime(CLOCK_MONOTONIC, &r->started);
        take_id(r, MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "X-Request-Id"));
        if (!admin) {
            atomic_fetch_add(&s->in_flight, 1);
            r->counted = true;
        }
        return refuse_head(r, admin) ? send_reply(r) : MHD_YES;
    }
    if (r->answered)
        return MHD_YES;
    if (*upload_size) {
        bool ok = take_body(r, upload, *upload_size);
        *upload_size = 0;
        return ok ? MHD_YES : MHD_NO;
    }
    if (r->waited)
        return answer_here(r); /* resumed: the job is over, or the wait */
    if (r->submitted)
        return send_reply(r); /* resumed: the worker is done */
    return take_request(r);
}

static enum MHD_Result on_public(void *context, struct MHD_Connection *c, const char *url, const char *method,
                                 const char *version, const char *upload, size_t *size, void **state)
{
    return on_request(context, c, url, method, version, upload, size, state, false);
}

static enum MHD_Result on_admin(void *context, struct MHD_Connection *c, const char *url, const char *method,
                                const char *version, const char *upload, size_t *size, void **state)
{
    return on_request(context, c, url, method, version, upload, size, state, true);
}

static void on_completed(void *context, struct MHD_Connection *connection, void **state,
                         enum MHD_RequestTerminationCode why)
{
    request *r = *state;
    (void)context;
    (void)connection;
    if (!r)
        return;
    if (r->counted) {
        log_event("request", "request_id", r->id, "method", r->route ? r->route->method : "?", "path",
                  r->log_path ? r->log_path : "", "status:i", (long long)r->reply.status, "code",
                  r->reply.code[0] ? r->reply.code : NULL, "bytes:i", (long long)r->len, "ms:i",
                  (long long)(request_age(r) * 1000), "end",
                  why == MHD_REQUEST_TERMINATED_COMPLETED_OK ? NULL : "aborted", NULL);
        atomic_fetch_sub(&r->service->in_flight, 1);
    }
    if (r->posted && why != MHD_REQUEST_TERMINATED_COMPLETED_OK && job_cancel(r->posted))
        job_forget(r->posted); /* nobody knows of it */
    job_release(r->posted);
    request_free(r);
    *state = NULL;
}

/* ---- life ---- */

static void on_mhd_log(void *context, const char *format, va_list args)
{
    char line[512];
    (void)context;
    vsnprintf(line, sizeof line, format, args);
    line[strcspn(line, "\n")] = 0;
    log_event("daemon", "message", line, NULL);
}

static struct MHD_Daemon *start(service *s, const config_address *a, MHD_AccessHandlerCallback handler,
                                unsigned threads, unsigned connections)
{
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
    if (a->address.ss_family == AF_INET6)
        flags |= MHD_USE_IPv6;
    struct MHD_OptionItem pool_option[] = {{MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)threads, NULL},
                                           {MHD_OPTION_END, 0, NULL}};
    if (threads < 2)
        pool_option[0].option = MHD_OPTION_END;
    return MHD_start_daemon(flags, 0, NULL, NULL, handler, s, MHD_OPTION_EXTERNAL_LOGGER, on_mhd_log, NULL,
                            MHD_OPTION_SOCK_ADDR, (const struct sockaddr *)&a->address, MHD_OPTION_CONNECTION_LIMIT,
                            connections, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)s->config.idle_timeout,
                            MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_CONNECTION_MEMORY,
                            MHD_OPTION_NOTIFY_COMPLETED, on_completed, NULL, MHD_OPTION_LISTEN_BACKLOG_SIZE, 4096u,
                            MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u, MHD_OPTION_ARRAY, pool_option, MHD_OPTION_END);
}

/* Descriptors for all connections; what the hard limit does not give is said. */
static unsigned raise_descriptors(size_t connections)
{
    struct rlimit l;
    rlim_t want = connections + 128;
    if (getrlimit(RLIMIT_NOFILE, &l) != 0)
        return (unsigned)connections;
    if (l.rlim_cur < want) {
        l.rlim_cur = want < l.rlim_max ? want : l.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &l) != 0)
            log_event("limit", "message", "the limit of open files could not be raised", NULL);
    }
    if (l.rlim_cur < want) {
        connections = l.rlim_cur > 192 ? l.rlim_cur - 128 : 64;
        log_event("limit", "message", "fewer connections than asked for: raise the limit of open files",
                  "connections:i", (long long)connections, NULL);
    }
    return (unsigned)connections;
}

static void drain(service *s)
{
    atomic_store(&s->draining, true);
    int listening = MHD_quiesce_daemon(s->public_daemon);
    if (listening >= 0)
        close(listening);
    size_t cancelled = jobs_close(s->jobs, false); /* nobody can come for their results any more */
    log_event("draining", "in_flight:i", (long long)atomic_load(&s->in_flight), "jobs_cancelled:i",
              (long long)cancelled, NULL);
    for (size_t i = 0; i < s->config.drain * 20 && atomic_load(&s->in_flight) > 0; i++)
        usleep(50000);
    jobs_close(s->jobs, true);
    pool_close(s->job_workers);
    /* what the workers hold must be resumed before the daemon stops: let the queues run dry */
    pool_close(s->fetchers);
    pool_close(s->converters); /* what comes back from either is refused by then, or done by the workers */
    pool_close(s->workers);
    for (int i = 0; i < 40 && atomic_load(&s->in_flight) > 0; i++)
        usleep(10000);
}

static bool withdraw_job(void *context, void *work)
{
    service *s = context;
    bool queued = pool_withdraw(s->job_workers, work);
    if (queued)
        request_free(work);
    return queued;
}

int service_run(const config *c)
{
    static service s;
    sigset_t set;
    int signal_number = 0, status = 1;
    s.config = *c;
    signal(SIGPIPE, SIG_IGN);
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, NULL); /* before any thread: only sigwait takes them */
    config_log(c);
    child_probe(false);
    unsigned connections = raise_descriptors(c->connections);
    size_t arena = c->max_body * LIMIT_ARENA_FACTOR;
    if (arena < LIMIT_ARENA_FLOOR)
        arena = LIMIT_ARENA_FLOOR;
    s.engine = bc_engine_create();
    s.fetcher = fetcher_create(&s.config);
    if (s.engine && s.fetcher) {
        s.workers = pool_create(c->workers, c->queue, arena, extract_work);
        s.fetchers = pool_create(LIMIT_FETCHERS, c->queue, LIMIT_ARENA_FLOOR, extract_fetch);
        s.converters = pool_create(c->converters, c->queue, LIMIT_ARENA_FLOOR, extract_convert);
        s.job_workers = pool_create(c->job_workers, c->jobs, arena, job_work);
        s.jobs = jobs_create(&(job_rules){.most = c->jobs,
                                          .bytes = c->job_bytes,
                                          .ttl = (double)c->job_ttl,
                                          .withdraw = withdraw_job,
                                          .context = &s});
    }
    if (!s.engine || !s.fetcher || !s.workers || !s.fetchers || !s.converters || !s.job_workers || !s.jobs) {
        log_event("start_failed", "message", "no memory, no thread, or a fault in the lexicon", NULL);
        goto out;
    }
    s.admin_daemon = start(&s, &c->admin_listen, on_admin, 1, 64);
    s.public_daemon = s.admin_daemon ? start(&s, &c->listen, on_public, (unsigned)c->io_threads, connections) : NULL;
    if (!s.public_daemon) {
        log_event("start_failed", "message", "an address is in use or not this machine's", "listen", c->listen.text,
                  "admin_listen", c->admin_listen.text, NULL);
        goto out;
    }
    log_event("ready", "listen", c->listen.text, "admin_listen", c->admin_listen.text, NULL);
    sigwait(&set, &signal_number);
    log_event("signal", "number:i", (long long)signal_number, NULL);
    drain(&s);
    status = 0;
out:
    if (s.public_daemon)
        MHD_stop_daemon(s.public_daemon);
    if (s.admin_daemon)
        MHD_stop_daemon(s.admin_daemon);
    pool_destroy(s.fetchers);
    pool_destroy(s.converters);
    pool_destroy(s.workers);
    pool_destroy(s.job_workers);
    jobs_destroy(s.jobs);
    fetcher_destroy(s.fetcher);
    bc_engine_destroy(s.engine);
    log_event("stopped", NULL);
    return status;
}
