/* SPDX-License-Identifier: MIT */
/* fetch.c - see fetch.h. */
#include "fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "media.h"

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

static error_id one_hop(const config *c, CURLU *url, long long left_ms, transfer *t, long *status, char **location,
                        char **type, char *detail, size_t detail_size)
{
    CURL *h = curl_easy_init();
    if (!h)
        return ERROR_OUT_OF_MEMORY;
    t->curl = h;
    curl_easy_setopt(h, CURLOPT_CURLU, url);
    curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, "http,https");
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
    curl_easy_setopt(h, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)c->fetch_max);
    CURLcode code = curl_easy_perform(h);
    char *next = NULL, *got = NULL;
    curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, status);
    curl_easy_getinfo(h, CURLINFO_REDIRECT_URL, &next);
    curl_easy_getinfo(h, CURLINFO_CONTENT_TYPE, &got);
    free(*type);
    *type = got ? strdup(got) : NULL;
    *location = next ? strdup(next) : NULL;
    curl_easy_cleanup(h);
    t->curl = NULL;
    if (code != CURLE_OK)
        snprintf(detail, detail_size, "%s", curl_easy_strerror(code));
    if (t->blocked)
        return ERROR_FETCH_BLOCKED;
    if (t->too_large || code == CURLE_FILESIZE_EXCEEDED)
        return ERROR_FETCH_TOO_LARGE;
    if (t->wrong_type)
        return ERROR_FETCH_UNSUPPORTED;
    if (code == CURLE_ABORTED_BY_CALLBACK)
        return ERROR_DEADLINE;
    if (code == CURLE_OPERATION_TIMEDOUT)
        return ERROR_FETCH_TIMEOUT;
    return code == CURLE_OK ? ERROR_COUNT : ERROR_FETCH_FAILED;
}

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

error_id fetch_page(const config *c, const char *url, bool (*cancelled)(void *), void *context, fetched *out,
                    char *detail, size_t detail_size)
{
    transfer t = {.config = c, .cancelled = cancelled, .context = context};
    long long until = now_ms() + (long long)c->fetch_timeout * 1000;
    char *type = NULL, *location = NULL;
    long status = 0;
    detail[0] = 0;
    *out = (fetched){0};
    CURLU *u = read_url(url, NULL, &t);
    if (!u) {
        snprintf(detail, detail_size, "not an http or https URL, or one with a user in it");
        return ERROR_FETCH_BLOCKED;
    }
    error_id err = ERROR_FETCH_FAILED;
    for (unsigned hop = 0; hop <= LIMIT_REDIRECTS; hop++) {
        long long left = until - now_ms();
        if (left <= 0) {
            err = ERROR_FETCH_TIMEOUT;
            break;
        }
        t.len = 0;
        err = one_hop(c, u, left, &t, &status, &location, &type, detail, detail_size);
        if (err != ERROR_COUNT || !location || status < 300 || status >= 400)
            break;
        CURLU *next = read_url(location, u, &t);
        free(location);
        location = NULL;
        curl_url_cleanup(u);
        u = next;
        err = ERROR_FETCH_FAILED;
        if (!u) {
            err = ERROR_FETCH_BLOCKED;
            break;
        }
        snprintf(detail, detail_size, "more than %u redirects", LIMIT_REDIRECTS);
    }
    if (err == ERROR_COUNT && status != 200) {
        snprintf(detail, detail_size, "the page answered %ld", status);
        err = status == 404 || status == 410 ? ERROR_PAGE_MISSING
              : status == 401                ? ERROR_PAGE_LOGIN
                                             : ERROR_FETCH_FAILED;
    }
    char *final = NULL;
    if (err == ERROR_COUNT && curl_url_get(u, CURLUPART_URL, &final, 0) != CURLUE_OK)
        err = ERROR_OUT_OF_MEMORY;
    char *whole = final ? strdup(final) : NULL;
    curl_free(final);
    curl_url_cleanup(u);
    free(location);
    if (err == ERROR_COUNT && !whole)
        err = ERROR_OUT_OF_MEMORY;
    if (err != ERROR_COUNT) {
        free(t.body);
        free(type);
        free(whole);
        return err;
    }
    *out = (fetched){.body = t.body, .type = type, .url = whole, .len = t.len};
    return err;
}
