/* SPDX-License-Identifier: MIT */
/* extract.h - POST /v1/extract: a report in, its facts out. */
#ifndef BAOCAO_HANDLE_EXTRACT_H
#define BAOCAO_HANDLE_EXTRACT_H

#include "server/request.h"

void handle_extract(request *r);

/* What the pools run: the handler on a worker; the fetch of a URL and the conversion of a document,
 * which then go back to the workers. */
void extract_work(request *r);
void extract_fetch(request *r);
void extract_convert(request *r);

/* The same from end to end on the caller's thread: a job. The reply is set. */
void extract_all(request *r);

/* How the service names what the engine ended with. */
error_id extract_error(bc_error err);

/* Is what is asked for in order, as far as it shows before the body is read? False: the reply is set. */
bool extract_check(request *r);

#endif
