/* SPDX-License-Identifier: MIT */
/* reply.h - the ways out of a handler. All take effect once; the last one set is sent. */
#ifndef BAOCAO_REPLY_H
#define BAOCAO_REPLY_H

#include "errors.h"
#include "server/request.h"

/* body is malloc'ed and taken over; NULL answers 500. */
void reply_body(request *r, const char *type, char *body, size_t len);
void reply_static(request *r, const char *type, const char *body, size_t len);

/* The one way out for errors (RFC 9457). detail: what to do; NULL: the code's own sentence. */
void reply_error(request *r, error_id id, const char *detail);

/* The same, with a JSON Pointer to the member at fault. */
void reply_error_at(request *r, error_id id, const char *pointer, const char *detail);

/* The code and title of an error. */
const char *error_code(error_id id);
const char *error_title(error_id id);

#endif
