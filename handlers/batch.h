/* SPDX-License-Identifier: MIT */
/*
 * batch.h - a request of several documents: the members of an archive, or a page and the attachments it follows.
 *
 * The documents are read one after another, each as if it were the request's only one; what it was answered is kept
 * here, a problem like a result, until all are done. A document that fails harms no other. Nothing new is begun once
 * LIMIT_BATCH_SHARE of the request's time is over, so that what was read can still be answered.
 */
#ifndef BAOCAO_HANDLE_BATCH_H
#define BAOCAO_HANDLE_BATCH_H

#include "extract/extract.h"
#include "server/request.h"

/* A page's attachments, to be fetched; their addresses are whole where they can be. False: no memory. */
bool batch_of_attachments(request *r, const bc_result *result, bool csv);

/* The archive that r->text holds, which becomes the batch's. False: no memory. */
bool batch_of_members(request *r, bool csv);

/* The reply that is set is of the current document: it is kept and the next one made current. False: there is none any
 * more, the reply is that of the request. */
bool batch_next(request *r);

/* The current document, where it must be begun: sets r->url and r->to_fetch, or gives a member's bytes in r->decoded; a
 * reply is set where it cannot be begun. */
void batch_begin(request *r);

/* The name of the current one for a row of CSV: "" for the page itself. */
const char *batch_name(const request *r);
bool batch_late(const request *r);
void batch_free(batch *b); /* NULL is fine */

#endif
