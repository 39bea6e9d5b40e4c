/* SPDX-License-Identifier: MIT */
/* edge.c - see edge.h. */
#include "edge.h"

#include "period.h"

#define ROW(id, tag) [tag] = id,
static const uint8_t OF_TAG[BC_TAG_COUNT] = {BC_EDGE_TAGS(ROW)};

enum { LONGEST = 8 };

static bc_edge mark_edge(const bc_work *w, uint32_t i)
{
    switch (bc_work_mark(w, i)) {
    case ',':
        return BC_EDGE_COMMA;
    case ';':
    case '|':
        return BC_EDGE_SEMICOLON;
    case ':':
        return BC_EDGE_COLON;
    case '(':
        return BC_EDGE_OPEN;
    case ')':
        return BC_EDGE_CLOSE;
    case '-':
        return BC_EDGE_DASH;
    case '.':
        return BC_EDGE_DOT;
    case '"':
        return BC_EDGE_QUOTE;
    case '/':
        return BC_EDGE_SLASH;
    default:
        return BC_EDGE_MARK;
    }
}

static bool better(uint8_t edge, uint32_t length, uint8_t best, uint32_t best_length)
{
    return edge && (length > best_length || (length == best_length && (!best || edge < best)));
}

bc_edge bc_edge_at(const bc_work *w, uint32_t i, uint32_t end, uint32_t *length)
{
    *length = 0;
    if (i >= end)
        return BC_EDGE_SENTENCE;
    *length = 1;
    const bc_time *t = bc_time_at(w, i);
    if (t && t->tokens.first == i) {
        *length = t->tokens.last - i;
        return BC_EDGE_TIME;
    }
    if (w->tokens[i].kind == BC_TOKEN_MARK)
        return mark_edge(w, i);
    uint8_t best = BC_EDGE_WORD;
    uint32_t longest = 0;
    for (uint32_t k = w->match_start[i]; k < w->match_start[i + 1]; k++) {
        const bc_match *m = &w->matches[k];
        if (i + m->length <= end && better(OF_TAG[m->tag], m->length, best, longest)) {
            best = OF_TAG[m->tag];
            longest = m->length;
        }
    }
    if (longest)
        *length = longest;
    else if (w->tokens[i].kind == BC_TOKEN_NUMBER)
        return BC_EDGE_FIGURE;
    return (bc_edge)best;
}

bc_edge bc_edge_before(const bc_work *w, uint32_t first, uint32_t i, uint32_t *length)
{
    *length = 0;
    if (i <= first)
        return BC_EDGE_SENTENCE;
    *length = 1;
    const bc_time *t = bc_time_at(w, i - 1);
    if (t && t->tokens.last == i) {
        *length = i - (t->tokens.first > first ? t->tokens.first : first);
        return BC_EDGE_TIME;
    }
    if (w->tokens[i - 1].kind == BC_TOKEN_MARK)
        return mark_edge(w, i - 1);
    uint8_t best = BC_EDGE_WORD;
    uint32_t longest = 0;
    for (uint32_t back = 1; back <= LONGEST && back <= i - first; back++)
        for (uint32_t k = w->match_start[i - back]; k < w->match_start[i - back + 1]; k++) {
            const bc_match *m = &w->matches[k];
            if (m->length == back && better(OF_TAG[m->tag], back, best, longest)) {
                best = OF_TAG[m->tag];
                longest = back;
            }
        }
    if (longest)
        *length = longest;
    else if (w->tokens[i - 1].kind == BC_TOKEN_NUMBER)
        return BC_EDGE_FIGURE;
    return (bc_edge)best;
}

bool bc_edge_bounds(bc_edge e)
{
    switch (e) {
    case BC_EDGE_WORD:
    case BC_EDGE_INDICATOR:
    case BC_EDGE_COUNTER:
    case BC_EDGE_GENERIC:
    case BC_EDGE_PROPORTION:
    case BC_EDGE_PROVINCE:
    case BC_EDGE_PLACE:
    case BC_EDGE_BODY:
    case BC_EDGE_NUMBERED:
    case BC_EDGE_QUOTE:
    case BC_EDGE_SLASH:
        return false;
    default:
        return true;
    }
}
