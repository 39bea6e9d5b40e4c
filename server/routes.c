/* SPDX-License-Identifier: MIT */
/* routes.c - see routes.h. */
#include "routes.h"

#include <string.h>

#include "handlers/catalogue.h"
#include "handlers/extract.h"
#include "handlers/front.h"
#include "handlers/health.h"

static const route ROUTES[] = {
    {.path = "/", .method = "GET", .handle = handle_front},
    {.path = "/openapi.yaml", .method = "GET", .handle = handle_openapi},
    {.path = "/v1/extract", .method = "POST", .put = true, .handle = handle_extract, .on_worker = true},
    {.path = "/v1/indicators", .method = "GET", .handle = handle_indicators},
    {.path = "/v1/provinces", .method = "GET", .handle = handle_provinces},
    {.path = "/livez", .method = "GET", .handle = handle_live, .admin = true},
    {.path = "/readyz", .method = "GET", .handle = handle_ready, .admin = true},
    {.path = "/version", .method = "GET", .handle = handle_version, .admin = true},
};

const route *route_find(const char *path, const char *method, bool admin, const char **allow)
{
    *allow = "";
    if (strcmp(method, "HEAD") == 0)
        method = "GET"; /* answered alike, the body left out by the daemon */
    for (size_t i = 0; i < sizeof ROUTES / sizeof *ROUTES; i++) {
        if (ROUTES[i].admin != admin || strcmp(ROUTES[i].path, path) != 0)
            continue;
        if (strcmp(ROUTES[i].method, method) == 0 || (ROUTES[i].put && strcmp(method, "PUT") == 0))
            return &ROUTES[i];
        *allow = strcmp(ROUTES[i].method, "GET") == 0 ? "GET, HEAD" : ROUTES[i].put ? "POST, PUT" : ROUTES[i].method;
    }
    return NULL;
}
