/* SPDX-License-Identifier: MIT */
/* page_cache.c - see page_cache.h. */
#include "page_cache.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "limits.h"

typedef struct {
    char *url, *body, *type; /* url NULL: free */
    size_t len;
    page_validators validators;
    unsigned long used;
} entry;

struct page_cache {
    pthread_mutex_t lock;
    entry entries[LIMIT_CACHE_PAGES];
    size_t bytes;
    unsigned long clock;
};

page_cache *page_cache_create(void)
{
    page_cache *c = calloc(1, sizeof *c);
    if (c)
        pthread_mutex_init(&c->lock, NULL);
    return c;
}

/* ---- under the lock ---- */

static void drop(page_cache *c, entry *e)
{
    c->bytes -= e->len;
    free(e->url);
    free(e->body);
    free(e->type);
    *e = (entry){0};
}

static entry *find(page_cache *c, const char *url)
{
    for (size_t i = 0; i < LIMIT_CACHE_PAGES; i++)
        if (c->entries[i].url && strcmp(c->entries[i].url, url) == 0)
            return &c->entries[i];
    return NULL;
}

/* A free place, with room for so many bytes. */
static entry *make_room(page_cache *c, size_t len)
{
    for (;;) {
        entry *oldest = NULL, *empty = NULL;
        for (size_t i = 0; i < LIMIT_CACHE_PAGES; i++) {
            entry *e = &c->entries[i];
            if (!e->url)
                empty = e;
            else if (!oldest || e->used < oldest->used)
                oldest = e;
        }
        if ((empty && c->bytes + len <= LIMIT_CACHE) || !oldest)
            return empty;
        drop(c, oldest);
    }
}

/* ---- for all ---- */

void page_cache_destroy(page_cache *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < LIMIT_CACHE_PAGES; i++)
        if (c->entries[i].url)
            drop(c, &c->entries[i]);
    pthread_mutex_destroy(&c->lock);
    free(c);
}

bool page_cache_ask(page_cache *c, const char *url, page_validators *out)
{
    pthread_mutex_lock(&c->lock);
    entry *e = find(c, url);
    if (e)
        *out = e->validators;
    pthread_mutex_unlock(&c->lock);
    return e != NULL;
}

bool page_cache_get(page_cache *c, const char *url, const page_validators *v, char **body, size_t *len, char **type)
{
    *body = *type = NULL;
    pthread_mutex_lock(&c->lock);
    entry *e = find(c, url);
    if (e && strcmp(e->validators.etag, v->etag) == 0 && strcmp(e->validators.modified, v->modified) == 0) {
        *body = malloc(e->len + 1);
        *type = e->type ? strdup(e->type) : NULL;
        *len = e->len;
        if (*body)
            memcpy(*body, e->body, e->len + 1);
        e->used = ++c->clock;
    }
    bool ok = *body && (!e->type || *type);
    pthread_mutex_unlock(&c->lock);
    if (!ok) {
        free(*body);
        free(*type);
        *body = *type = NULL;
    }
    return ok;
}

void page_cache_put(page_cache *c, const char *url, const page_validators *v, const char *body, size_t len,
                    const char *type)
{
    page_cache_drop(c, url);
    if (len > LIMIT_CACHE_PAGE)
        return;
    entry made = {.url = strdup(url), .body = malloc(len + 1), .type = type ? strdup(type) : NULL, .len = len};
    made.validators = *v;
    if (made.body) {
        if (len)
            memcpy(made.body, body, len);
        made.body[len] = 0;
    }
    bool ok = made.url && made.body && (!type || made.type);
    pthread_mutex_lock(&c->lock);
    entry *e = ok && !find(c, url) ? make_room(c, len) : NULL;
    if (e) {
        made.used = ++c->clock;
        *e = made;
        c->bytes += len;
    }
    pthread_mutex_unlock(&c->lock);
    if (!e) {
        free(made.url);
        free(made.body);
        free(made.type);
    }
}

void page_cache_drop(page_cache *c, const char *url)
{
    pthread_mutex_lock(&c->lock);
    entry *e = find(c, url);
    if (e)
        drop(c, e);
    pthread_mutex_unlock(&c->lock);
}
