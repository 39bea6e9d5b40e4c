/* SPDX-License-Identifier: MIT */
/* config.c - see config.h. */
#include "config.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "options.h"

extern char **environ;

static bool read_size(const char *s, long long least, long long most, bool units, size_t *out)
{
    char *end;
    errno = 0;
    long long n = strtoll(s, &end, 10);
    if (end == s || errno)
        return false;
    if (units && (*end == 'K' || *end == 'k' || *end == 'M' || *end == 'm')) {
        long long factor = *end == 'K' || *end == 'k' ? 1 << 10 : 1 << 20;
        if (n > most / factor)
            return false;
        n *= factor;
        end++;
    }
    if (*end || n < least || n > most)
        return false;
    *out = (size_t)n;
    return true;
}

static bool read_NUMBER(const char *s, long long least, long long most, size_t *out)
{
    return read_size(s, least, most, false, out);
}

static bool read_SIZE(const char *s, long long least, long long most, size_t *out)
{
    return read_size(s, least, most, true, out);
}

static bool read_ADDRESS(const char *s, long long least, long long most, config_address *out)
{
    (void)least;
    (void)most;
    char host[64];
    const char *colon = strrchr(s, ':');
    size_t port, n = colon ? (size_t)(colon - s) : 0;
    if (!colon || n >= sizeof host || strlen(s) >= sizeof out->text || !read_NUMBER(colon + 1, 0, 65535, &port))
        return false;
    bool brackets = n >= 2 && s[0] == '[' && s[n - 1] == ']';
    snprintf(host, sizeof host, "%.*s", (int)(brackets ? n - 2 : n), s + (brackets ? 1 : 0));
    memset(out, 0, sizeof *out);
    struct sockaddr_in *v4 = (struct sockaddr_in *)&out->address;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&out->address;
    if (inet_pton(AF_INET, *host ? host : "0.0.0.0", &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons((uint16_t)port);
    } else if (inet_pton(AF_INET6, host, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons((uint16_t)port);
    } else {
        return false;
    }
    snprintf(out->text, sizeof out->text, "%s", s);
    return true;
}

static bool read_cidr(const char *s, config_cidr *net)
{
    char host[64];
    size_t prefix, n = strcspn(s, "/");
    struct in_addr v4;
    if (n >= sizeof host)
        return false;
    snprintf(host, sizeof host, "%.*s", (int)n, s);
    memset(net, 0, sizeof *net);
    if (inet_pton(AF_INET, host, &v4) == 1) {
        prefix = 32;
        if (s[n] && !read_NUMBER(s + n + 1, 0, 32, &prefix))
            return false;
        net->bytes[10] = net->bytes[11] = 0xFF;
        memcpy(net->bytes + 12, &v4, 4);
        net->prefix = (unsigned)prefix + 96;
        return true;
    }
    prefix = 128;
    if (inet_pton(AF_INET6, host, net->bytes) != 1 || (s[n] && !read_NUMBER(s + n + 1, 0, 128, &prefix)))
        return false;
    net->prefix = (unsigned)prefix;
    return true;
}

static bool read_LIST(const char *s, long long least, long long most, config_list *out)
{
    (void)least;
    (void)most;
    char one[64];
    if (strlen(s) >= sizeof out->text)
        return false;
    snprintf(out->text, sizeof out->text, "%s", s);
    out->count = 0;
    while (*s) {
        size_t n = strcspn(s, ",");
        if (n >= sizeof one || out->count == LIMIT_CIDRS)
            return false;
        snprintf(one, sizeof one, "%.*s", (int)n, s);
        if (!read_cidr(one, &out->nets[out->count++]))
            return false;
        s += n + (s[n] == ',');
    }
    return true;
}

static bool read_PATH(const char *s, long long least, long long most, config_path *out)
{
    (void)least;
    (void)most;
    if (strlen(s) >= sizeof out->text || (*s && access(s, R_OK) != 0))
        return false;
    snprintf(out->text, sizeof out->text, "%s", s);
    return true;
}

bool config_cidr_holds(const config_cidr *net, const uint8_t bytes[16])
{
    unsigned whole = net->prefix / 8, rest = net->prefix % 8;
    if (memcmp(net->bytes, bytes, whole) != 0)
        return false;
    return rest == 0 || ((net->bytes[whole] ^ bytes[whole]) >> (8 - rest)) == 0;
}

typedef struct {
    const char *name, *env, *kind, *fallback, *sentence;
    long long least, most;
} option;

#define ROW(field, name, env, kind, fallback, least, most, sentence)                                                   \
    {name, env, #kind, fallback, sentence, least, most},
static const option ROWS[] = {OPTIONS(ROW)};
enum { OPTION_COUNT = sizeof ROWS / sizeof *ROWS };

static bool set(config *c, const char *name, const char *value)
{
#define SET(field, n, env, kind, fallback, least, most, sentence)                                                      \
    if (strcmp(name, n) == 0)                                                                                          \
        return read_##kind(value, least, most, &c->field);
    OPTIONS(SET)
    return false;
}

static bool set_or_say(config *c, const option *o, const char *value, const char *from)
{
    if (set(c, o->name, value))
        return true;
    if (o->most)
        fprintf(stderr, "baocao: %s: \"%s\" is no value for it; it takes a number from %lld to %lld%s (%s)\n", from,
                value, o->least, o->most, strcmp(o->kind, "SIZE") == 0 ? ", K and M allowed" : "", o->sentence);
    else
        fprintf(stderr, "baocao: %s: \"%s\" is no value for it; it takes %s (%s)\n", from, value,
                strcmp(o->kind, "ADDRESS") == 0 ? "an address and port, such as 127.0.0.1:8080"
                : strcmp(o->kind, "PATH") == 0  ? "the path of a file that can be read"
                                                : "networks such as 10.0.0.0/8",
                o->sentence);
    return false;
}

static bool read_environment(config *c)
{
    for (char **e = environ; *e; e++) {
        const option *found = NULL;
        size_t n = strcspn(*e, "=");
        if (strncmp(*e, "BAOCAO_", 7) != 0)
            continue;
        for (size_t i = 0; i < OPTION_COUNT; i++)
            if (strlen(ROWS[i].env) == n && strncmp(ROWS[i].env, *e, n) == 0)
                found = &ROWS[i];
        if (!found) {
            fprintf(stderr, "baocao: environment: %.*s is no option; see baocao serve --help\n", (int)n, *e);
            return false;
        }
        if (!set_or_say(c, found, *e + n + ((*e)[n] == '='), found->env))
            return false;
    }
    return true;
}

bool config_read(config *c, int argc, char **argv)
{
    memset(c, 0, sizeof *c);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (!set_or_say(c, &ROWS[i], ROWS[i].fallback, ROWS[i].name))
            return false;
    if (!read_environment(c))
        return false;
    for (int i = 0; i < argc; i++) {
        const char *a = argv[i], *value = NULL;
        const option *found = NULL;
        size_t n = strcspn(a, "=");
        for (size_t k = 0; k < OPTION_COUNT && strncmp(a, "--", 2) == 0; k++)
            if (strlen(ROWS[k].name) + 2 == n && strncmp(a + 2, ROWS[k].name, n - 2) == 0)
                found = &ROWS[k];
        if (!found) {
            fprintf(stderr, "baocao: %s: no such option; see baocao serve --help\n", a);
            return false;
        }
        value = a[n] == '=' ? a + n + 1 : i + 1 < argc ? argv[++i] : NULL;
        if (!value) {
            fprintf(stderr, "baocao: %s: a value is missing\n", a);
            return false;
        }
        if (!set_or_say(c, found, value, a))
            return false;
    }
    return true;
}

void config_usage(void)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        printf("  --%-15s %-22s %s (default %s)\n", ROWS[i].name, ROWS[i].env, ROWS[i].sentence,
               *ROWS[i].fallback ? ROWS[i].fallback : "none");
}

void config_log(const config *c)
{
    log_event("configuration", "listen", c->listen.text, "admin_listen", c->admin_listen.text, "workers:i",
              (long long)c->workers, "queue:i", (long long)c->queue, "max_body:i", (long long)c->max_body, "deadline:i",
              (long long)c->deadline, "connections:i", (long long)c->connections, "idle_timeout:i",
              (long long)c->idle_timeout, "io_threads:i", (long long)c->io_threads, "drain:i", (long long)c->drain,
              "allow_fetch", c->allow_fetch.text, "fetch_ca", c->fetch_ca.text, "fetch_timeout:i",
              (long long)c->fetch_timeout, "fetch_max:i", (long long)c->fetch_max, "converters:i",
              (long long)c->converters, "convert_timeout:i", (long long)c->convert_timeout, "convert_memory:i",
              (long long)c->convert_memory, "jobs:i", (long long)c->jobs, "job_workers:i", (long long)c->job_workers,
              "job_bytes:i", (long long)c->job_bytes, "job_deadline:i", (long long)c->job_deadline, "job_ttl:i",
              (long long)c->job_ttl, NULL);
}
