/* SPDX-License-Identifier: MIT */
/* attachments.c - see attachments.h. */
#include "attachments.h"

#include <string.h>

#include "server/fetch.h"
#include "server/media.h"

void attachments_resolve(bc_arena *arena, bc_result *result, const char *page_url)
{
    char base[LIMIT_URL + 1], url[LIMIT_URL + 1];
    const char *own = page_url ? page_url : result->address.len ? result->address.ptr : "";
    if (!fetch_resolve(own, result->base.len ? result->base.ptr : "", base, sizeof base))
        base[0] = 0;
    for (size_t i = 0; i < result->attachment_count; i++) {
        bc_attachment *a = &result->attachments[i];
        char *title = bc_arena_alloc(arena, a->title.len + 1), *whole = NULL;
        if (fetch_resolve(base, a->url.ptr, url, sizeof url))
            whole = bc_arena_alloc(arena, strlen(url) + 1);
        if (whole) {
            memcpy(whole, url, strlen(url) + 1);
            a->url = (bc_str){whole, strlen(whole)};
        }
        if (title && a->title.len)
            memcpy(title, a->title.ptr, a->title.len);
        a->media = media_guess(a->url.ptr);
        if (!a->media && title)
            a->media = media_guess(title);
    }
}
