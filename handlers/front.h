/* SPDX-License-Identifier: MIT */
/* front.h - GET / (what there is) and GET /openapi.yaml (the contract, compiled in). */
#ifndef BAOCAO_HANDLE_FRONT_H
#define BAOCAO_HANDLE_FRONT_H

#include "server/request.h"

void handle_front(request *r);
void handle_openapi(request *r);

#endif
