/* SPDX-License-Identifier: MIT */
/* arena.c - see arena.h: a chain of blocks, each twice as large as the one before. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 << 10, LARGEST_STEP = 16 << 20, ALIGNMENT = alignof(max_align_t) };

typedef struct block {
    struct block *older;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
} block;

struct bc_arena {
    block *newest;
    size_t limit, taken; /* taken: sum of the blocks' sizes */
    size_t used;
    bool failed;
};

bc_arena *bc_arena_create(size_t limit)
{
    bc_arena *arena = calloc(1, sizeof *arena);
    if (arena)
        arena->limit = limit;
    return arena;
}

static void free_blocks(block *b)
{
    while (b) {
        block *older = b->older;
        free(b);
        b = older;
    }
}

void bc_arena_destroy(bc_arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->newest);
    free(arena);
}

void bc_arena_reset(bc_arena *arena)
{
    block *keep = arena->newest;
    if (keep) {
        free_blocks(keep->older);
        keep->older = NULL;
        keep->used = 0;
    }
    arena->taken = keep ? keep->size : 0;
    arena->used = 0;
    arena->failed = false;
}

static block *add_block(bc_arena *arena, size_t need)
{
    size_t size = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_STEP)
        size = LARGEST_STEP;
    if (size < need)
        size = need;
    if (size > arena->limit - arena->taken)
        size = arena->limit - arena->taken;
    if (size < need)
        return NULL;
    block *b = malloc(sizeof *b + size);
    if (!b)
        return NULL;
    *b = (block){.older = arena->newest, .size = size};
    arena->newest = b;
    arena->taken += size;
    return b;
}

void *bc_arena_alloc(bc_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT) {
        arena->failed = true;
        return NULL;
    }
    size_t need = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    block *b = arena->newest;
    if (!b || need > b->size - b->used)
        b = add_block(arena, need);
    if (!b) {
        arena->failed = true;
        return NULL;
    }
    void *p = b->bytes + b->used;
    b->used += need;
    arena->used += need;
    return memset(p, 0, size);
}

void *bc_arena_array(bc_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) {
        arena->failed = true;
        return NULL;
    }
    return bc_arena_alloc(arena, count * size);
}

bool bc_arena_grow(bc_arena *arena, void **items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return true;
    size_t wider = *capacity ? *capacity * 2 : 16;
    void *copy = bc_arena_array(arena, wider, size);
    if (!copy)
        return false;
    if (count)
        memcpy(copy, *items, count * size);
    *items = copy;
    *capacity = wider;
    return true;
}

bool bc_arena_failed(const bc_arena *arena)
{
    return arena->failed;
}

size_t bc_arena_used(const bc_arena *arena)
{
    return arena->used;
}
