/* SPDX-License-Identifier: MIT */
/* routes.h - what stands at which path. */
#ifndef BAOCAO_ROUTES_H
#define BAOCAO_ROUTES_H

#include "request.h"

struct route {
    const char *path, *method;
    void (*handle)(request *);
    bool on_worker; /* takes long: runs on a worker, the connection suspended */
    bool put;       /* PUT does the same: it is what curl -T sends */
    bool admin;     /* on the admin address */
};

/* The route, or NULL with *allow the methods of the path ("" where there is no such path). */
const route *route_find(const char *path, const char *method, bool admin, const char **allow);

#endif
