/* SPDX-License-Identifier: MIT */
/* health.c - see health.h. */
#include "health.h"

#include <string.h>

#include "render.h"
#include "reply.h"
#include "server/service.h"

static void reply_status(request *r, const char *status)
{
    size_t len;
    char *text = render_pairs(&len, "status", status, NULL);
    reply_body(r, "application/json", text, len);
}

void handle_live(request *r)
{
    reply_status(r, "ok");
}

/* A sentence that every part of the pipeline has a hand in; the figure must come back. */
static bool extracts(const bc_engine *engine)
{
    static const char SAMPLE[] =
        "Năm 2023, giá trị sản xuất công nghiệp ước đạt 1.234,5 tỷ đồng, tăng 8,2% so với cùng kỳ.\n";
    bc_arena *arena = bc_arena_create(LIMIT_ARENA_FLOOR);
    bc_result result;
    bc_input input = {.bytes = SAMPLE, .len = sizeof SAMPLE - 1};
    bool good = arena && bc_extract(engine, arena, &input, &result) == BC_OK && result.metric_count == 1 &&
                result.metrics[0].value.number.digits == 12345 && result.metrics[0].comparison_count == 1;
    bc_arena_destroy(arena);
    return good;
}

void handle_ready(request *r)
{
    static atomic_int known; /* 0 not asked, 1 good, 2 bad: the engine never changes */
    if (atomic_load(&r->service->draining)) {
        reply_error(r, ERROR_SHUTTING_DOWN, "The service is draining.");
        return;
    }
    if (atomic_load(&known) == 0)
        atomic_store(&known, extracts(r->service->engine) ? 1 : 2);
    if (atomic_load(&known) == 1)
        reply_status(r, "ready");
    else
        reply_error(r, ERROR_INTERNAL, "The built-in sample was not extracted; the build is faulty.");
}

void handle_version(request *r)
{
    size_t len;
    char *text = render_pairs(&len, "name", "baocao", "version", BAOCAO_VERSION, NULL);
    reply_body(r, "application/json", text, len);
}
