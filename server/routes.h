/* SPDX-License-Identifier: MIT */
/* routes.h - what stands at which path. */
#ifndef BAOCAO_ROUTES_H
#define BAOCAO_ROUTES_H

#include "request.h"

struct route {
    const char *path, *method;
    void (*handle)(request *);
    void (*later)(request *); /* instead, where the client asks for a job; may be NULL */
    bool on_worker;           /* takes long: runs on a worker, the connection suspended */
    bool put;                 /* PUT does the same: it is what curl -T sends */
    bool by_id;               /* path is followed by an id, and that by `tail` */
    bool admin;               /* on the admin address */
    const char *tail;
};

/* The id in the path of a route that has one; false: it is not like one. */
bool route_id(const route *r, const char *path, char out[JOB_ID + 1]);

/* The route, or NULL with *allow the methods of the path ("" where there is no such path). */
const route *route_find(const char *path, const char *method, bool admin, const char **allow);

#endif
