/* SPDX-License-Identifier: MIT */
/* engine.c - MB/s of the engine over the files named on the command line, for some seconds. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "extract/extract.h"

enum { MAX_FILES = 64, SECONDS = 5 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    static char *texts[MAX_FILES];
    static size_t sizes[MAX_FILES];
    int count = 0;
    for (int i = 1; i < argc && count < MAX_FILES; i++) {
        FILE *f = fopen(argv[i], "rb");
        if (!f)
            continue;
        texts[count] = malloc(1 << 20);
        sizes[count] = texts[count] ? fread(texts[count], 1, 1 << 20, f) : 0;
        fclose(f);
        count++;
    }
    double load = now();
    bc_engine *engine = bc_engine_create();
    load = now() - load;
    bc_arena *arena = bc_arena_create((size_t)256 << 20);
    if (!engine || !arena || !count)
        return 1;
    double bytes = 0, from = now(), to = from;
    unsigned long documents = 0, facts = 0;
    while (to - from < SECONDS) {
        for (int i = 0; i < count; i++) {
            bc_result r;
            bc_input input = {.bytes = texts[i], .len = sizes[i]};
            if (bc_extract(engine, arena, &input, &r) != BC_OK)
                return 1;
            facts += r.metric_count + r.target_count;
            bytes += (double)sizes[i];
            documents++;
            bc_arena_reset(arena);
        }
        to = now();
    }
    printf("engine: %.1f MB/s, %.0f documents/s, %lu facts read, lexicon loaded in %.1f ms\n",
           bytes / 1e6 / (to - from), (double)documents / (to - from), facts, load * 1e3);
    bc_arena_destroy(arena);
    bc_engine_destroy(engine);
    return 0;
}
