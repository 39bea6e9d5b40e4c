/* SPDX-License-Identifier: MIT */
/*
 * arena.h - memory of one request: taken piece by piece, given back at once.
 *
 * An arena never hands out more than its ceiling. When it cannot serve, it
 * returns NULL and stays "failed", so that a stage may check once at its end.
 * Not for use by two threads at a time.
 */
#ifndef BAOCAO_ARENA_H
#define BAOCAO_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct bc_arena bc_arena;

/* limit in bytes. NULL: out of memory. */
bc_arena *bc_arena_create(size_t limit);
void bc_arena_destroy(bc_arena *arena); /* NULL is fine */

/* Forgets all that was handed out, keeps one block for the next request. */
void bc_arena_reset(bc_arena *arena);

/* Zeroed memory, aligned for any type; NULL when the ceiling or malloc says no. */
void *bc_arena_alloc(bc_arena *arena, size_t size);

/* count * size, checked for overflow. */
void *bc_arena_array(bc_arena *arena, size_t count, size_t size);

/* Grows *items (of *capacity elements of the given size, count in use) to hold one more; false when out of room. */
bool bc_arena_grow(bc_arena *arena, void **items, size_t count, size_t *capacity, size_t size);

bool bc_arena_failed(const bc_arena *arena);
size_t bc_arena_used(const bc_arena *arena);

#endif
