/* SPDX-License-Identifier: MIT */
/* work.c - see work.h. */
#include "work.h"

#include <string.h>

const bc_match *bc_work_match(const bc_work *w, uint32_t i, uint32_t end, bc_tag tag)
{
    if (i >= end)
        return NULL;
    for (uint32_t k = w->match_start[i + 1]; k-- > w->match_start[i];) /* longest last */
        if (w->matches[k].tag == tag && i + w->matches[k].length <= end)
            return &w->matches[k];
    return NULL;
}

uint32_t bc_work_find(const bc_work *w, uint32_t from, uint32_t to, bc_tag tag)
{
    for (uint32_t i = from; i < to; i++)
        if (bc_work_is(w, i, to, tag))
            return i;
    return to;
}

uint32_t bc_work_find_last(const bc_work *w, uint32_t from, uint32_t to, bc_tag tag)
{
    for (uint32_t i = to; i-- > from;)
        if (bc_work_is(w, i, to, tag))
            return i;
    return to;
}

uint32_t bc_work_before(const bc_work *w, uint32_t first, uint32_t i, bc_tag tag)
{
    uint32_t found = i;
    for (uint32_t back = 1; back <= 5 && back <= i - first; back++)
        for (uint32_t k = w->match_start[i - back]; k < w->match_start[i - back + 1]; k++)
            if (w->matches[k].tag == tag && w->matches[k].length == back && !w->matches[k].loose)
                found = i - back;
    return found;
}

uint32_t bc_work_mention_from(const bc_work *w, uint32_t i)
{
    uint32_t low = 0, high = w->mention_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (w->mentions[middle].tokens.first < i)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool bc_work_wordless(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++)
        if (w->tokens[i].kind == BC_TOKEN_WORD)
            return false;
    return true;
}

bc_str bc_work_text(const bc_work *w, bc_range r)
{
    if (r.first >= r.last)
        return (bc_str){0};
    uint32_t start = w->tokens[r.first].start;
    return (bc_str){w->text.ptr + start, w->tokens[r.last - 1].end - start};
}

bc_span bc_work_span(const bc_work *w, bc_range r)
{
    if (r.first >= r.last)
        return (bc_span){0};
    return (bc_span){w->tokens[r.first].start, w->tokens[r.last - 1].end};
}

bool bc_work_warn(bc_work *w, const char *code, const char *message, bc_span span)
{
    bc_result *r = w->result;
    if (!bc_arena_grow(w->arena, (void **)&r->warnings, r->warning_count, &w->warning_capacity, sizeof *r->warnings))
        return false;
    r->warnings[r->warning_count++] = (bc_warning){code, {message, strlen(message)}, span};
    return true;
}
