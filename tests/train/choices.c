/* SPDX-License-Identifier: MIT */
/*
 * choices.c - writes every choice that the engine makes in a text, with its candidates and their evidence, as JSON
 * lines for train.py: {"d": decision, "s": [start, end] in bytes, "b": best, "c": [[label, code, [key, ...]], ...]}. A
 * key is decision+1, say, a and b in one byte each (choice.c). Usage: choices FILE...; each file begins with a line
 * {"file": NAME}.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "extract/choice.h"
#include "extract/extract.h"

static void put_string(bc_str s)
{
    putchar('"');
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < ' ')
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void chosen(void *context, const bc_choice *c, int32_t best)
{
    (void)context;
    printf("{\"d\":\"%s\",\"s\":[%u,%u],\"b\":%d,\"c\":[", bc_decision_name(c->decision), c->span.start, c->span.end,
           best);
    for (uint32_t i = 0; i < c->count; i++) {
        const bc_candidate *x = &c->candidates[i];
        printf("%s[", i ? "," : "");
        put_string(x->label);
        putchar(',');
        put_string(x->code);
        printf(",[");
        for (uint32_t k = 0; k < x->count; k++)
            printf("%s%u", k ? "," : "", x->said[k]);
        printf("]]");
    }
    printf("]}\n");
}

static char *read_file(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    char *text = NULL;
    long size;
    if (fseek(f, 0, SEEK_END) == 0 && (size = ftell(f)) >= 0 && fseek(f, 0, SEEK_SET) == 0 &&
        (text = malloc((size_t)size + 1)) != NULL)
        *len = fread(text, 1, (size_t)size, f);
    fclose(f);
    return text;
}

int main(int argc, char **argv)
{
    struct bc_watch watch = {.chosen = chosen};
    bc_engine *engine = bc_engine_create();
    if (!engine)
        return 1;
    for (int i = 1; i < argc; i++) {
        size_t len = 0;
        char *text = read_file(argv[i], &len);
        bc_arena *arena = bc_arena_create((size_t)1 << 30);
        bc_input input = {.media = BC_MEDIA_TEXT, .bytes = text, .len = len, .watch = &watch};
        bc_result result;
        printf("{\"file\":");
        put_string((bc_str){argv[i], strlen(argv[i])});
        printf("}\n");
        if (!text || !arena || bc_extract(engine, arena, &input, &result) != BC_OK) {
            fprintf(stderr, "choices: cannot read %s\n", argv[i]);
            return 1;
        }
        bc_arena_destroy(arena);
        free(text);
    }
    bc_engine_destroy(engine);
    return 0;
}
