/* SPDX-License-Identifier: MIT */
/* zip.c - see zip.h. APPNOTE.TXT 6.3: the end record, the central directory, deflate and stored members. */
#include "zip.h"

#include <string.h>
#include <zlib.h>

static size_t u16(const unsigned char *p)
{
    return (size_t)p[0] | (size_t)p[1] << 8;
}

static size_t u32(const unsigned char *p)
{
    return u16(p) | u16(p + 2) << 16;
}

void zip_open(zip *z, const char *bytes, size_t len)
{
    *z = (zip){.bytes = (const unsigned char *)bytes, .len = len};
    if (len < 22)
        fail(EXIT_UNREADABLE, "the archive is cut short");
    for (size_t back = 22; back <= len && back <= 22 + 65535; back++) {
        const unsigned char *p = z->bytes + len - back;
        if (memcmp(p, "PK\5\6", 4) != 0 || u16(p + 20) + 22 > back)
            continue;
        z->count = u16(p + 10);
        z->directory = u32(p + 16);
        return;
    }
    fail(EXIT_UNREADABLE, "the archive has no directory: it is cut short");
}

static void unpack(zip *z, const unsigned char *from, size_t n, bool deflated, size_t crc,
                   void (*to)(void *, const char *, size_t), void *context)
{
    uLong sum = crc32(0, NULL, 0);
    unsigned char piece[16384];
    z_stream s = {.next_in = (unsigned char *)(size_t)(const void *)from, .avail_in = (uInt)n};
    if (!deflated) {
        z->unpacked += n;
        if (z->unpacked > MOST_UNPACKED)
            fail(EXIT_TOO_LARGE, "the archive unpacks to too much");
        if (crc32(sum, from, (uInt)n) != crc)
            fail(EXIT_UNREADABLE, "a member of the archive is damaged");
        to(context, (const char *)from, n);
        to(context, "", 0);
        return;
    }
    if (inflateInit2(&s, -MAX_WBITS) != Z_OK)
        fail(EXIT_MEMORY, "out of memory");
    for (int code = Z_OK; code != Z_STREAM_END;) {
        s.next_out = piece;
        s.avail_out = sizeof piece;
        code = inflate(&s, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END)
            fail(EXIT_UNREADABLE, "a member of the archive is damaged");
        size_t got = sizeof piece - s.avail_out;
        z->unpacked += got;
        if (z->unpacked > MOST_UNPACKED)
            fail(EXIT_TOO_LARGE, "the archive unpacks to too much");
        sum = crc32(sum, piece, (uInt)got);
        if (got)
            to(context, (const char *)piece, got);
    }
    inflateEnd(&s);
    if (sum != crc) /* a figure in it may be another one */
        fail(EXIT_UNREADABLE, "a member of the archive is damaged");
    to(context, "", 0);
}

bool zip_member(zip *z, const char *name, void (*to)(void *, const char *, size_t), void *context)
{
    size_t at = z->directory, want = strlen(name);
    for (size_t i = 0; i < z->count; i++) {
        if (at > z->len || z->len - at < 46 || memcmp(z->bytes + at, "PK\1\2", 4) != 0)
            fail(EXIT_UNREADABLE, "the archive's directory is damaged");
        const unsigned char *e = z->bytes + at;
        size_t names = u16(e + 28), skip = 46 + names + u16(e + 30) + u16(e + 32);
        if (skip > z->len - at)
            fail(EXIT_UNREADABLE, "the archive's directory is damaged");
        if (names == want && memcmp(e + 46, name, want) == 0) {
            size_t size = u32(e + 20), local_at = u32(e + 42), method = u16(e + 10);
            if (u16(e + 8) & 1)
                fail(EXIT_ENCRYPTED, "a member of the archive is encrypted");
            if (method != 0 && method != 8)
                fail(EXIT_UNREADABLE, "a member is packed in a way that is not read");
            if (local_at > z->len || z->len - local_at < 30 || memcmp(z->bytes + local_at, "PK\3\4", 4) != 0)
                fail(EXIT_UNREADABLE, "a member of the archive is missing");
            size_t data = local_at + 30 + u16(z->bytes + local_at + 26) + u16(z->bytes + local_at + 28);
            if (data > z->len || size > z->len - data)
                fail(EXIT_UNREADABLE, "a member of the archive is cut short");
            unpack(z, z->bytes + data, size, method == 8, u32(e + 16), to, context);
            return true;
        }
        at += skip;
    }
    return false;
}

static void feed(void *context, const char *bytes, size_t n)
{
    xml_feed(context, bytes, n, n == 0);
}

bool zip_xml(zip *z, const char *name, XML_Parser p)
{
    bool found = zip_member(z, name, feed, p);
    XML_ParserFree(p);
    return found;
}
