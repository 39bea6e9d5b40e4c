/* SPDX-License-Identifier: MIT */
/* fetch.c - see fetch.h. */
#include "fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "extract/html.h"
#include "log.h"
#include "media.h"
#include "page_cache.h"

/* IANA IPv4 and IPv6 Special-Purpose Address Registries, and multicast. */
static const struct {
    const char *net;
    unsigned prefix;
} SPECIAL_V4[] = {{"0.0.0.0", 8},       {"10.0.0.0", 8},      {"100.64.0.0", 10},   {"127.0.0.0", 8},
                  {"169.254.0.0", 16},  {"172.16.0.0", 12},   {"192.0.0.0", 24},    {"192.0.2.0", 24},
                  {"192.31.196.0", 24}, {"192.52.193.0", 24}, {"192.88.99.0", 24},  {"192.168.0.0", 16},
                  {"192.175.48.0", 24}, {"198.18.0.0", 15},   {"198.51.100.0", 24}, {"203.0.113.0", 24},
                  {"224.0.0.0", 4},     {"240.0.0.0", 4}},
  SPECIAL_V6[] = {{"::", 96},         {"64:ff9b::", 96}, {"64:ff9b:1::", 48}, {"100::", 64},  {"2001::", 23},
                  {"2001:db8::", 32}, {"2002::", 16},    {"3fff::", 20},      {"5f00::", 16}, {"fc00::", 7},
                  {"fe80::", 10},     {"fec0::", 10},    {"ff00::", 8}};

typedef struct {
    const config *config;
    long port;
    bool blocked, too_large, wrong_type, checked;
    char *body;
    size_t len, room;
    CURL *curl;
    bool (*cancelled)(void *);
    void *context;
} transfer;

static void map_v4(const struct in_addr *v4, uint8_t out[16])
{
    memset(out, 0, 10);
    out[10] = out[11] = 0xFF;
    memcpy(out + 12, v4, 4);
}

static bool is_v4(const uint8_t b[16])
{
    static const uint8_t MAPPED[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    return memcmp(b, MAPPED, 12) == 0;
}

bool fetch_address_allowed(const config *c, const uint8_t bytes[16], bool *by_name)
{
    static const uint8_t METADATA[4] = {169, 254, 169, 254};
    *by_name = false;
    if (is_v4(bytes) && memcmp(bytes + 12, METADATA, 4) == 0)
        return false;
    for (size_t i = 0; i < c->allow_fetch.count; i++)
        if (config_cidr_holds(&c->allow_fetch.nets[i], bytes)) {
            *by_name = true;
            return true;
        }
    if (is_v4(bytes)) {
        for (size_t i = 0; i < sizeof SPECIAL_V4 / sizeof *SPECIAL_V4; i++) {
            config_cidr net = {.prefix = SPECIAL_V4[i].prefix + 96};
            struct in_addr v4;
            if (inet_pton(AF_INET, SPECIAL_V4[i].net, &v4) != 1)
                return false;
            map_v4(&v4, net.bytes);
            if (config_cidr_holds(&net, bytes))
                return false;
        }
        return true;
    }
    for (size_t i = 0; i < sizeof SPECIAL_V6 / sizeof *SPECIAL_V6; i++) {
        config_cidr net = {.prefix = SPECIAL_V6[i].prefix};
        if (inet_pton(AF_INET6, SPECIAL_V6[i].net, net.bytes) != 1 || config_cidr_holds(&net, bytes))
            return false;
    }
    return true;
}

static bool may_connect(transfer *t, const uint8_t bytes[16])
{
    bool by_name;
    bool ok = fetch_address_allowed(t->config, bytes, &by_name) && (by_name || t->port == 80 || t->port == 443);
    if (!ok)
        t->blocked = true;
    t->checked = true;
    return ok;
}

static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *a)
{
    uint8_t bytes[16];
    (void)purpose;
    if (a->family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, &a->addr, sizeof v4);
        map_v4(&v4.sin_addr, bytes);
    } else if (a->family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, &a->addr, sizeof v6);
        memcpy(bytes, &v6.sin6_addr, 16);
    } else {
        ((transfer *)context)->blocked = true;
        return CURL_SOCKET_BAD;
    }
    if (!may_connect(context, bytes))
        return CURL_SOCKET_BAD;
    return socket(a->family, a->socktype | SOCK_CLOEXEC, a->protocol);
}

/* Asked when the connection stands, a reused one too. */
static int before_request(void *context, char *remote, char *local, int remote_port, int local_port)
{
    uint8_t bytes[16];
    struct in_addr v4;
    (void)local;
    (void)remote_port;
    (void)local_port;
    if (inet_pton(AF_INET, remote, &v4) == 1)
        map_v4(&v4, bytes);
    else if (inet_pton(AF_INET6, remote, bytes) != 1) {
        ((transfer *)context)->blocked = true;
        return CURL_PREREQFUNC_ABORT;
    }
    return may_connect(context, bytes) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

static size_t keep(char *bytes, size_t size, size_t count, void *context)
{
    transfer *t = context;
    size_t n = size * count;
    long status = 0;
    char *type = NULL;
    curl_easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200)
        return n; /* a redirect's or an error's page is of no use */
    curl_easy_getinfo(t->curl, CURLINFO_CONTENT_TYPE, &type);
    if (media_by_type(type) == MEDIA_OTHER) {
        t->wrong_type = true;
        return 0;
    }
    if (n > t->config->fetch_max - t->len) {
        t->too_large = true;
        return 0;
    }
    if (t->len + n + 1 > t->room) {
        size_t room = (t->len + n + 1) * 2;
        char *wider = realloc(t->body, room);
        if (!wider)
            return 0;
        t->body = wider;
        t->room = room;
    }
    memcpy(t->body + t->len, bytes, n);
    t->len += n;
    t->body[t->len] = 0;
    return n;
}

static int progress(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
    transfer *t = context;
    (void)a;
    (void)b;
    (void)c;
    (void)d;
    return t->cancelled && t->cancelled(t->context);
}

/* http or https, a host, no user: and the port, for the port rule. */
static CURLU *read_url(const char *url, const CURLU *base, transfer *t)
{
    CURLU *u = base ? curl_url_dup((CURLU *)(size_t)(const void *)base) : curl_url();
    char *scheme = NULL, *user = NULL, *port = NULL;
    bool ok = u && curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
              curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK &&
              (strcasecmp(scheme, "http") == 0 || strcasecmp(scheme, "https") == 0) &&
              curl_url_get(u, CURLUPART_USER, &user, 0) == CURLUE_NO_USER &&
              curl_url_get(u, CURLUPART_PORT, &port, CURLU_DEFAULT_PORT) == CURLUE_OK;
    t->port = ok ? strtol(port, NULL, 10) : 0;
    curl_free(scheme);
    curl_free(user);
    curl_free(port);
    if (ok)
        return u;
    curl_url_cleanup(u);
    return NULL;
}

bool fetch_resolve(const char *base, const char *reference, char *out, size_t size)
{
    CURLU *u = curl_url();
    char *whole = NULL;
    bool ok = u && (!*base || curl_url_set(u, CURLUPART_URL, base, CURLU_URLENCODE) == CURLUE_OK) &&
              (!*reference || curl_url_set(u, CURLUPART_URL, reference, CURLU_URLENCODE) == CURLUE_OK) &&
              curl_url_get(u, CURLUPART_URL, &whole, 0) == CURLUE_OK && strlen(whole) < size;
    if (ok)
        memcpy(out, whole, strlen(whole) + 1);
    curl_free(whole);
    curl_url_cleanup(u);
    return ok;
}

/* ---- the fetcher ---- */

/* A thread that fetches from a host, or waits to. */
typedef struct visit {
    const char *host;
    struct visit *next;
} visit;

struct fetcher {
    const config *config;
    page_cache *cache;
    char *certificates; /* PEM: the system's and those of --fetch-ca; NULL: the system's */
    size_t certificates_len;
    pthread_mutex_t lock;
    pthread_cond_t left;
    visit *visits; /* on the stacks of their threads */
};

static bool append_file(const char *path, char **text, size_t *len)
{
    FILE *f = fopen(path, "rb");
    bool ok = f != NULL;
    for (size_t got = 1; ok && got > 0;) {
        char *wider = realloc(*text, *len + 65536 + 2);
        ok = wider != NULL;
        if (!ok)
            break;
        *text = wider;
        got = fread(wider + *len, 1, 65536, f);
        *len += got;
        wider[*len] = 0;
    }
    if (ok)
        (*text)[(*len)++] = '\n';
    if (f)
        fclose(f);
    return ok;
}

fetcher *fetcher_create(const config *c)
{
    fetcher *f = calloc(1, sizeof *f);
    if (!f)
        return NULL;
    f->config = c;
    f->cache = page_cache_create();
    pthread_mutex_init(&f->lock, NULL);
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&f->left, &attr);
    pthread_condattr_destroy(&attr);
    bool ok = f->cache != NULL;
    if (c->fetch_ca.text[0]) {
        const curl_version_info_data *v = curl_version_info(CURLVERSION_NOW);
        ok = ok && append_file(c->fetch_ca.text, &f->certificates, &f->certificates_len) &&
             memmem(f->certificates, f->certificates_len, "-----BEGIN CERTIFICATE", 22) != NULL;
        if (!ok)
            log_event("start_failed", "message", "--fetch-ca has no certificates", NULL);
        else if (v->age >= CURLVERSION_SEVENTH && v->cainfo)
            append_file(v->cainfo, &f->certificates, &f->certificates_len); /* there may be none */
    }
    if (!ok) {
        fetcher_destroy(f);
        return NULL;
    }
    return f;
}

void fetcher_destroy(fetcher *f)
{
    if (!f)
        return;
    page_cache_destroy(f->cache);
    pthread_cond_destroy(&f->left);
    pthread_mutex_destroy(&f->lock);
    free(f->certificates);
    free(f);
}

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* False: it was not its turn in time, or it was cancelled. v is in the list until leave(). */
static bool enter(fetcher *f, visit *v, const transfer *t, long long until)
{
    bool mine = false, over = false;
    pthread_mutex_lock(&f->lock);
    while (!mine && !over) {
        unsigned others = 0;
        for (const visit *o = f->visits; o; o = o->next)
            others += strcasecmp(o->host, v->host) == 0;
        mine = others < LIMIT_FETCH_PER_HOST;
        if (mine)
            break;
        long long at = now_ms() + 100;
        struct timespec when = {.tv_sec = (time_t)(at / 1000), .tv_nsec = (long)(at % 1000 * 1000000)};
        pthread_cond_timedwait(&f->left, &f->lock, &when);
        over = now_ms() >= until || (t->cancelled && t->cancelled(t->context));
    }
    if (mine) {
        v->next = f->visits;
        f->visits = v;
    }
    pthread_mutex_unlock(&f->lock);
    return mine;
}

static void leave(fetcher *f, const visit *v)
{
    pthread_mutex_lock(&f->lock);
    for (visit **p = &f->visits; *p; p = &(*p)->next)
        if (*p == v) {
            *p = v->next;
            break;
        }
    pthread_cond_broadcast(&f->left);
    pthread_mutex_unlock(&f->lock);
}

/* ---- one request ---- */

/* What came of it. Strings are malloc'ed. */
typedef struct {
    long status;
    char *location, *type;
    char refresh[LIMIT_URL + 32]; /* the header; "" */
    page_validators validators;
    bool no_store;
    char complaint[CURL_ERROR_SIZE];
    CURLcode code;
} hop;

static void hop_free(hop *h)
{
    free(h->location);
    free(h->type);
    *h = (hop){0};
}

static void take_header(CURL *h, const char *name, char *out, size_t size)
{
    struct curl_header *header;
    out[0] = 0;
    if (curl_easy_header(h, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK && strlen(header->value) < size)
        memcpy(out, header->value, strlen(header->value) + 1);
}

static void take_answer(CURL *h, hop *out)
{
    char *next = NULL, *type = NULL, caching[256];
    curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, &out->status);
    curl_easy_getinfo(h, CURLINFO_REDIRECT_URL, &next);
    curl_easy_getinfo(h, CURLINFO_CONTENT_TYPE, &type);
    out->location = next ? strdup(next) : NULL;
    out->type = type ? strdup(type) : NULL;
    take_header(h, "ETag", out->validators.etag, sizeof out->validators.etag);
    take_header(h, "Last-Modified", out->validators.modified, sizeof out->validators.modified);
    take_header(h, "Refresh", out->refresh, sizeof out->refresh);
    take_header(h, "Cache-Control", caching, sizeof caching);
    out->no_store = strcasestr(caching, "no-store") != NULL;
}

static struct curl_slist *request_headers(const page_validators *known)
{
    char line[PAGE_VALIDATOR + 32];
    struct curl_slist *list = curl_slist_append(NULL, "Accept-Language: vi, en;q=0.5");
    if (known && known->etag[0]) {
        snprintf(line, sizeof line, "If-None-Match: %s", known->etag);
        list = curl_slist_append(list, line);
    }
    if (known && known->modified[0]) {
        snprintf(line, sizeof line, "If-Modified-Since: %s", known->modified);
        list = curl_slist_append(list, line);
    }
    return list;
}

static const char *tls_advice(const hop *h)
{
    if (h->code == CURLE_PEER_FAILED_VERIFICATION)
        return "The server's certificate is not trusted here: it has expired, is for another name, or its issuer is "
               "not "
               "known (--fetch-ca). Save the page and post it.";
    if (strstr(h->complaint, "wrong version number"))
        return "The server does not speak TLS at this port: try http.";
    return "The server's TLS is too old or faulty for a safe connection (TLS 1.2 is the least): try http where it has "
           "that, or save the page and post it.";
}

static error_id judge(const transfer *t, const hop *h)
{
    if (t->blocked)
        return ERROR_FETCH_BLOCKED;
    if (t->too_large || h->code == CURLE_FILESIZE_EXCEEDED)
        return ERROR_FETCH_TOO_LARGE;
    if (t->wrong_type)
        return ERROR_FETCH_UNSUPPORTED;
    switch (h->code) {
    case CURLE_OK:
        return ERROR_COUNT;
    case CURLE_ABORTED_BY_CALLBACK:
        return ERROR_DEADLINE;
    case CURLE_OPERATION_TIMEDOUT:
        return ERROR_FETCH_TIMEOUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
        return ERROR_FETCH_TLS;
    default:
        return ERROR_FETCH_FAILED;
    }
}

static error_id one_hop(const fetcher *f, CURLU *url, const page_validators *known, long long left_ms, transfer *t,
                        hop *out)
{
    CURL *h = curl_easy_init();
    *out = (hop){0};
    if (!h)
        return ERROR_OUT_OF_MEMORY;
    struct curl_slist *headers = request_headers(known);
    t->curl = h;
    curl_easy_setopt(h, CURLOPT_CURLU, url);
    curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(h, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    curl_easy_setopt(h, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(h, CURLOPT_PROXY, "");
    curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(h, CURLOPT_TIMEOUT_MS, (long)left_ms);
    curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT_MS, (long)(left_ms < 5000 ? left_ms : 5000));
    curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, t);
    curl_easy_setopt(h, CURLOPT_PREREQFUNCTION, before_request);
    curl_easy_setopt(h, CURLOPT_PREREQDATA, t);
    curl_easy_setopt(h, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(h, CURLOPT_WRITEDATA, t);
    curl_easy_setopt(h, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(h, CURLOPT_XFERINFOFUNCTION, progress);
    curl_easy_setopt(h, CURLOPT_XFERINFODATA, t);
    curl_easy_setopt(h, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(h, CURLOPT_USERAGENT, "baocao");
    curl_easy_setopt(h, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(h, CURLOPT_ERRORBUFFER, out->complaint);
    curl_easy_setopt(h, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)f->config->fetch_max);
    struct curl_blob certificates = {.data = f->certificates, .len = f->certificates_len};
    if (f->certificates)
        curl_easy_setopt(h, CURLOPT_CAINFO_BLOB, &certificates);
    out->code = curl_easy_perform(h);
    take_answer(h, out);
    curl_easy_cleanup(h);
    curl_slist_free_all(headers);
    t->curl = NULL;
    return judge(t, out);
}

/* ---- a page ---- */

/* A page on its way: its URL, and what was got there. */
typedef struct {
    fetcher *f;
    transfer t;
    CURLU *url;
    char *whole; /* the URL, curl_free() it */
    hop hop;
    long long until;
    char *detail;
    size_t detail_size;
} trip;

/* The page at the URL, from the cache where the server says that it is the same. */
static error_id get_here(trip *p, bool conditional)
{
    page_validators known;
    char *host = NULL;
    bool asked = conditional && page_cache_ask(p->f->cache, p->whole, &known);
    if (curl_url_get(p->url, CURLUPART_HOST, &host, 0) != CURLUE_OK)
        return ERROR_FETCH_BLOCKED;
    visit v = {.host = host};
    if (!enter(p->f, &v, &p->t, p->until)) {
        snprintf(p->detail, p->detail_size, "other fetches of this host took the time");
        curl_free(host);
        return p->t.cancelled && p->t.cancelled(p->t.context) ? ERROR_DEADLINE : ERROR_FETCH_TIMEOUT;
    }
    long long left = p->until - now_ms();
    error_id err = ERROR_FETCH_TIMEOUT;
    p->t.len = 0;
    hop_free(&p->hop);
    if (left > 0)
        err = one_hop(p->f, p->url, asked ? &known : NULL, left, &p->t, &p->hop);
    leave(p->f, &v);
    curl_free(host);
    if (err != ERROR_COUNT) {
        snprintf(p->detail, p->detail_size, "%s",
                 p->hop.complaint[0] ? p->hop.complaint : curl_easy_strerror(p->hop.code));
        return err;
    }
    if (p->hop.status == 304 && asked) {
        char *body, *type;
        size_t len;
        if (!page_cache_get(p->f->cache, p->whole, &known, &body, &len, &type))
            return get_here(p, false); /* it went meanwhile */
        free(p->t.body);
        free(p->hop.type);
        p->t.body = body;
        p->t.len = len;
        p->t.room = len + 1;
        p->hop.type = type;
        p->hop.status = 200;
    } else if (p->hop.status == 200) {
        const page_validators *v2 = &p->hop.validators;
        if ((v2->etag[0] || v2->modified[0]) && !p->hop.no_store)
            page_cache_put(p->f->cache, p->whole, v2, p->t.body ? p->t.body : "", p->t.len, p->hop.type);
        else
            page_cache_drop(p->f->cache, p->whole);
    }
    return ERROR_COUNT;
}

/* Where the answer sends on, malloc'ed; NULL: it is the page. */
static char *next_address(trip *p)
{
    if (p->hop.status >= 300 && p->hop.status < 400) {
        char *next = p->hop.location;
        p->hop.location = NULL;
        return next;
    }
    media m = media_by_type(p->hop.type);
    unsigned seconds = 0;
    char *sent = p->hop.status == 200 && p->hop.refresh[0] ? bc_refresh_address(p->hop.refresh, &seconds) : NULL;
    if (sent && seconds <= LIMIT_REFRESH)
        return sent;
    free(sent);
    if (p->hop.status != 200 || !p->t.body || (m != MEDIA_HTML && p->hop.type))
        return NULL;
    return bc_html_refresh(p->t.body, p->t.len, LIMIT_REFRESH);
}

/* ERROR_COUNT: the trip goes on there; or *same: it is where it is already. */
static error_id go_to(trip *p, const char *address, bool *same)
{
    char *whole = NULL;
    CURLU *next = read_url(address, p->url, &p->t);
    if (!next || curl_url_get(next, CURLUPART_URL, &whole, 0) != CURLUE_OK) {
        curl_url_cleanup(next);
        snprintf(p->detail, p->detail_size, "sent on to what is no http or https URL");
        return ERROR_FETCH_BLOCKED;
    }
    *same = strcmp(whole, p->whole) == 0;
    curl_url_cleanup(p->url);
    curl_free(p->whole);
    p->url = next;
    p->whole = whole;
    return ERROR_COUNT;
}

static error_id travel(trip *p)
{
    for (unsigned n = 0; n <= LIMIT_REDIRECTS; n++) {
        bool same = false;
        error_id err = get_here(p, true);
        char *next = err == ERROR_COUNT ? next_address(p) : NULL;
        if (!next)
            return err;
        err = go_to(p, next, &same);
        free(next);
        if (err != ERROR_COUNT || (same && p->hop.status == 200)) /* a page that only renews itself */
            return err;
    }
    snprintf(p->detail, p->detail_size, "more than %u redirects", LIMIT_REDIRECTS);
    return ERROR_FETCH_FAILED;
}

error_id fetch_page(fetcher *f, const char *url, bool (*cancelled)(void *), void *context, fetched *out, char *detail,
                    size_t detail_size)
{
    trip p = {.f = f,
              .t = {.config = f->config, .cancelled = cancelled, .context = context},
              .until = now_ms() + (long long)f->config->fetch_timeout * 1000,
              .detail = detail,
              .detail_size = detail_size};
    detail[0] = 0;
    *out = (fetched){0};
    p.url = read_url(url, NULL, &p.t);
    if (!p.url || curl_url_get(p.url, CURLUPART_URL, &p.whole, 0) != CURLUE_OK) {
        curl_url_cleanup(p.url);
        snprintf(detail, detail_size, "not an http or https URL, or one with a user in it");
        return ERROR_FETCH_BLOCKED;
    }
    error_id err = travel(&p);
    out->status = p.hop.status;
    if (err == ERROR_FETCH_TLS)
        out->advice = tls_advice(&p.hop);
    if (err == ERROR_COUNT && p.hop.status != 200) {
        snprintf(detail, detail_size, "the page answered %ld", p.hop.status);
        err = p.hop.status == 404 || p.hop.status == 410 ? ERROR_PAGE_MISSING
              : p.hop.status == 401                      ? ERROR_PAGE_LOGIN
                                                         : ERROR_FETCH_FAILED;
    }
    if (err == ERROR_COUNT && (out->url = strdup(p.whole)) == NULL)
        err = ERROR_OUT_OF_MEMORY;
    if (err == ERROR_COUNT) {
        out->body = p.t.body;
        out->type = p.hop.type;
        out->len = p.t.len;
        p.t.body = p.hop.type = NULL;
    }
    free(p.t.body);
    hop_free(&p.hop);
    curl_url_cleanup(p.url);
    curl_free(p.whole);
    return err;
}
