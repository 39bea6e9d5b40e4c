/* SPDX-License-Identifier: MIT */
/*
 * fetch.h - gets a page by URL with libcurl; the only user of it.
 *
 * http and https only. The address is checked when the socket is opened and again before the request is sent, on the
 * binary address, against the IANA special-purpose registries; what --allow-fetch names is let through, the metadata
 * address 169.254.169.254 never. Redirects are followed by hand and checked like the first URL. Ports are 80 and 443,
 * or any where the address is allowed by name. The size is counted on decoded bytes. No proxy, cookies, credentials.
 *
 * A page that sends its reader on at once (<meta http-equiv=refresh>, Refresh) is a redirect like others. A page that
 * was got before is asked for by its ETag or Last-Modified. At most LIMIT_FETCH_PER_HOST connections to a host at once.
 * robots.txt is the caller's business: it is they who name each URL.
 */
#ifndef BAOCAO_FETCH_H
#define BAOCAO_FETCH_H

#include "config.h"
#include "handlers/errors.h"

typedef struct fetcher fetcher;

/* config is borrowed. NULL: no memory, or --fetch-ca has no certificates (it is logged). */
fetcher *fetcher_create(const config *c);
void fetcher_destroy(fetcher *f); /* nobody fetches any more; NULL is fine */

typedef struct {
    char *body, *type, *url; /* malloc'ed; type may be NULL; url: where redirects led */
    size_t len;
    long status;        /* what the server answered; 0: nothing */
    const char *advice; /* static: to the client, where there is more to say than by the error alone; NULL */
} fetched;

/* ERROR_COUNT: got it; else body, type and url are NULL. cancelled is asked now and then. detail: why, for the log
 * only. */
error_id fetch_page(fetcher *f, const char *url, bool (*cancelled)(void *), void *context, fetched *out, char *detail,
                    size_t detail_size);

/* A reference of a page at base as a whole URL, what it should not hold escaped; false: it is none, or base is none and
 * the reference relative. Either may be "". */
bool fetch_resolve(const char *base, const char *reference, char *out, size_t size);

/* Is the address (16 bytes, v4-mapped) one of the open internet, or let through by the configuration? */
bool fetch_address_allowed(const config *c, const uint8_t bytes[16], bool *by_name);

#endif
