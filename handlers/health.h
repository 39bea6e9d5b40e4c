/* SPDX-License-Identifier: MIT */
/* health.h - GET /livez, /readyz, /version on the admin address. */
#ifndef BAOCAO_HANDLE_HEALTH_H
#define BAOCAO_HANDLE_HEALTH_H

#include "server/request.h"

#ifndef BAOCAO_VERSION
#define BAOCAO_VERSION "0.1.0"
#endif

void handle_live(request *r);
void handle_ready(request *r); /* has extracted a built-in sample */
void handle_version(request *r);

#endif
