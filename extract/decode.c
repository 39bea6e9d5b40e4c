/* SPDX-License-Identifier: MIT */
/* decode.c - see decode.h. */
#include "decode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

#include "limits.h"
#include "utf8.h"

static bc_error convert(bc_arena *arena, const char *bytes, size_t len, const char *charset, bc_str *out)
{
    iconv_t cd = iconv_open("UTF-8", charset);
    if (cd == (iconv_t)-1)
        return errno == ENOMEM ? BC_ERROR_MEMORY : BC_ERROR_CHARSET;
    size_t room = len * 4 + 16, left = room;
    char *text = bc_arena_alloc(arena, room), *to = text, *from = (char *)(size_t)(const void *)bytes;
    bc_error err = BC_OK;
    if (!text)
        err = BC_ERROR_MEMORY;
    else if (iconv(cd, &from, &len, &to, &left) == (size_t)-1 || iconv(cd, NULL, NULL, &to, &left) == (size_t)-1)
        err = BC_ERROR_ENCODING;
    iconv_close(cd);
    if (err == BC_OK)
        *out = (bc_str){text, room - left};
    return err;
}

static bool starts(const char *bytes, size_t len, const char *mark, size_t n)
{
    return len >= n && memcmp(bytes, mark, n) == 0;
}

bc_error bc_decode(bc_arena *arena, const char *bytes, size_t len, const char *charset, bc_str *out)
{
    bc_error err = BC_OK;
    *out = (bc_str){bytes, len};
    if (len > BC_MAX_TEXT_BYTES)
        return BC_ERROR_TOO_LARGE;
    if (starts(bytes, len, "\xEF\xBB\xBF", 3)) {
        *out = (bc_str){bytes + 3, len - 3};
    } else if (starts(bytes, len, "\xFF\xFE", 2)) {
        err = convert(arena, bytes + 2, len - 2, "UTF-16LE", out);
    } else if (starts(bytes, len, "\xFE\xFF", 2)) {
        err = convert(arena, bytes + 2, len - 2, "UTF-16BE", out);
    } else if (charset && strcasecmp(charset, "utf-8") != 0 && strcasecmp(charset, "utf8") != 0 &&
               strcasecmp(charset, "us-ascii") != 0) {
        err = convert(arena, bytes, len, charset, out);
    }
    if (err != BC_OK)
        return err;
    if (!bc_utf8_valid(out->ptr, out->len) || memchr(out->ptr, 0, out->len))
        return BC_ERROR_ENCODING;
    return BC_OK;
}
