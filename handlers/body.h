/* SPDX-License-Identifier: MIT */
/* body.h - a request's body, of any kind the service takes, to the engine's input or a URL. */
#ifndef BAOCAO_BODY_H
#define BAOCAO_BODY_H

#include "server/request.h"

typedef struct {
    bc_input input;  /* bytes lead into the request's body or memory of `owned` */
    const char *url; /* to fetch instead */
    bool follows;    /* follow: attachments */
    bool is_text;    /* input is ready: text or a page in UTF-8 */
    media declared;  /* else: what the bytes are told to be */
    char charset[48];
    void *owned; /* freed with body_free() */
} body;

/* False: the reply is set. */
bool body_read(request *r, body *out);
void body_free(body *b);

/* The charset of "text/html; charset=utf-8"; "" where there is none. content_type may be NULL. */
void body_charset(const char *content_type, char *charset, size_t size);

/* "2023", "2023-10", "2023-10-23": a date that exists. */
bool body_date(const char *s, bc_date *out);

#endif
