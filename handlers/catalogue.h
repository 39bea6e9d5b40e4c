/* SPDX-License-Identifier: MIT */
/* catalogue.h - GET /v1/indicators and /v1/provinces: the catalogues the engine reads by. */
#ifndef BAOCAO_HANDLE_CATALOGUE_H
#define BAOCAO_HANDLE_CATALOGUE_H

#include "server/request.h"

void handle_indicators(request *r);
void handle_provinces(request *r);

#endif
