/* SPDX-License-Identifier: MIT */
/*
 * page_cache.h - pages that were fetched and can be asked for again by ETag or Last-Modified.
 *
 * A page is given back only when its server has said (304) that it is still the same: nothing here is ever stale. The
 * least used go when LIMIT_CACHE is full. Thread-safe.
 */
#ifndef BAOCAO_PAGE_CACHE_H
#define BAOCAO_PAGE_CACHE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct page_cache page_cache;

enum { PAGE_VALIDATOR = 256 };

/* As the server gave them; "" where it did not. */
typedef struct {
    char etag[PAGE_VALIDATOR], modified[PAGE_VALIDATOR];
} page_validators;

page_cache *page_cache_create(void); /* NULL: no memory */
void page_cache_destroy(page_cache *c);

/* What to ask with; false: the page is not here. */
bool page_cache_ask(page_cache *c, const char *url, page_validators *out);

/* The page of these validators, malloc'ed; type may be NULL. False: it is gone meanwhile, or there is no memory. */
bool page_cache_get(page_cache *c, const char *url, const page_validators *v, char **body, size_t *len, char **type);

/* Keeps a copy, in place of another of this URL; where there is no room or memory, nothing. */
void page_cache_put(page_cache *c, const char *url, const page_validators *v, const char *body, size_t len,
                    const char *type);
void page_cache_drop(page_cache *c, const char *url);

#endif
