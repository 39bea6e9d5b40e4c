/* SPDX-License-Identifier: MIT */
/* routes.c - see routes.h. */
#include "routes.h"

#include <string.h>

#include "handlers/catalogue.h"
#include "handlers/extract.h"
#include "handlers/front.h"
#include "handlers/health.h"
#include "handlers/jobs.h"

static const route ROUTES[] = {
    {.path = "/", .method = "GET", .handle = handle_front},
    {.path = "/openapi.yaml", .method = "GET", .handle = handle_openapi},
    {.path = "/v1/extract",
     .method = "POST",
     .put = true,
     .handle = handle_extract,
     .on_worker = true,
     .later = handle_job_post},
    {.path = "/v1/jobs/", .method = "GET", .handle = handle_job, .by_id = true},
    {.path = "/v1/jobs/", .method = "DELETE", .handle = handle_job_delete, .by_id = true},
    {.path = "/v1/jobs/", .method = "GET", .handle = handle_job_result, .by_id = true, .tail = "/result"},
    {.path = "/v1/indicators", .method = "GET", .handle = handle_indicators},
    {.path = "/v1/provinces", .method = "GET", .handle = handle_provinces},
    {.path = "/livez", .method = "GET", .handle = handle_live, .admin = true},
    {.path = "/readyz", .method = "GET", .handle = handle_ready, .admin = true},
    {.path = "/version", .method = "GET", .handle = handle_version, .admin = true},
};

/* Where the id of such a path is, or NULL. */
static const char *id_of(const route *r, const char *path, size_t *len)
{
    size_t n = strlen(r->path);
    if (!r->by_id || strncmp(path, r->path, n) != 0)
        return NULL;
    *len = strcspn(path + n, "/");
    return *len > 0 && strcmp(path + n + *len, r->tail ? r->tail : "") == 0 ? path + n : NULL;
}

bool route_id(const route *r, const char *path, char out[JOB_ID + 1])
{
    size_t n = 0;
    const char *id = id_of(r, path, &n);
    if (!id || n != JOB_ID)
        return false;
    memcpy(out, id, n);
    out[n] = 0;
    return true;
}

static bool is_at(const route *r, const char *path)
{
    size_t n;
    return r->by_id ? id_of(r, path, &n) != NULL : strcmp(r->path, path) == 0;
}

/* The methods of a path, as the Allow header has them. */
static const char *methods_of(const route *r)
{
    if (r->by_id)
        return r->tail ? "GET, HEAD" : "GET, HEAD, DELETE";
    return strcmp(r->method, "GET") == 0 ? "GET, HEAD" : r->put ? "POST, PUT" : r->method;
}

const route *route_find(const char *path, const char *method, bool admin, const char **allow)
{
    *allow = "";
    if (strcmp(method, "HEAD") == 0)
        method = "GET"; /* answered alike, the body left out by the daemon */
    for (size_t i = 0; i < sizeof ROUTES / sizeof *ROUTES; i++) {
        if (ROUTES[i].admin != admin || !is_at(&ROUTES[i], path))
            continue;
        if (strcmp(ROUTES[i].method, method) == 0 || (ROUTES[i].put && strcmp(method, "PUT") == 0))
            return &ROUTES[i];
        *allow = methods_of(&ROUTES[i]);
    }
    return NULL;
}
