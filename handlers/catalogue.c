/* SPDX-License-Identifier: MIT */
/* catalogue.c - see catalogue.h. */
#include "catalogue.h"

#include "render.h"
#include "reply.h"
#include "server/service.h"

void handle_indicators(request *r)
{
    size_t len;
    char *text = render_indicators(r->service->engine, &len);
    reply_body(r, "application/json", text, len);
}

void handle_provinces(request *r)
{
    size_t len;
    char *text = render_provinces(r->service->engine, &len);
    reply_body(r, "application/json", text, len);
}
