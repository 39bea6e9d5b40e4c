/* SPDX-License-Identifier: MIT */
/* normalise.c - see normalise.h. */
#include "normalise.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "utf8.h"

/* Code points below U+0300 and the Vietnamese letters are NFC wherever they stand, if no mark follows them. */
static bool is_nfc(bc_str text)
{
    const char *p = text.ptr, *end = p + text.len;
    while (p < end) {
        if ((unsigned char)*p < 0xCC) { /* up to U+02FF */
            p += (unsigned char)*p < 0x80 ? 1 : 2;
            continue;
        }
        uint32_t c = bc_utf8_next(&p, end);
        bool safe = (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
                    c == 0x202F || (c >= 0x20A0 && c <= 0x20BF) || (c >= 0x2190 && c <= 0x21FF) ||
                    (c >= 0x2460 && c <= 0x27BF) || c == 0x2212 || c == 0x200B || c == 0xFEFF;
        if (!safe)
            return false;
    }
    return true;
}

static bc_error line_ends(bc_arena *arena, bc_str *text)
{
    if (!memchr(text->ptr, '\r', text->len))
        return BC_OK;
    char *copy = bc_arena_alloc(arena, text->len);
    size_t n = 0;
    if (!copy)
        return BC_ERROR_MEMORY;
    for (size_t i = 0; i < text->len; i++) {
        if (text->ptr[i] != '\r')
            copy[n++] = text->ptr[i];
        else if (i + 1 == text->len || text->ptr[i + 1] != '\n')
            copy[n++] = '\n';
    }
    *text = (bc_str){copy, n};
    return BC_OK;
}

bc_error bc_normalise(bc_arena *arena, bc_str text, bc_str *out)
{
    bc_error err = line_ends(arena, &text);
    *out = text;
    if (err != BC_OK || is_nfc(text))
        return err;
    utf8proc_uint8_t *nfc = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, &nfc,
                                      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n < 0)
        return n == UTF8PROC_ERROR_NOMEM ? BC_ERROR_MEMORY : BC_ERROR_ENCODING;
    char *copy = bc_arena_alloc(arena, (size_t)n);
    if (copy)
        memcpy(copy, nfc, (size_t)n);
    free(nfc);
    *out = (bc_str){copy, (size_t)n};
    return copy ? BC_OK : BC_ERROR_MEMORY;
}
