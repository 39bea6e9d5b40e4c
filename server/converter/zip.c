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

typedef struct {
    zip *z;
    bool (*to)(void *, const char *, size_t);
    void *context;
    uLong sum;
} sink;

static int pour(sink *s, const unsigned char *bytes, size_t n)
{
    s->z->unpacked += n;
    if (s->z->unpacked > MOST_UNPACKED)
        return EXIT_TOO_LARGE;
    s->sum = crc32(s->sum, bytes, (uInt)n);
    return n == 0 || s->to(s->context, (const char *)bytes, n) ? 0 : EXIT_TOO_LARGE;
}

static int inflate_to(sink *k, const unsigned char *from, size_t n)
{
    unsigned char piece[16384];
    z_stream s = {.next_in = (unsigned char *)(size_t)(const void *)from, .avail_in = (uInt)n};
    int status = 0;
    if (inflateInit2(&s, -MAX_WBITS) != Z_OK)
        return EXIT_MEMORY;
    for (int code = Z_OK; code != Z_STREAM_END && status == 0;) {
        s.next_out = piece;
        s.avail_out = sizeof piece;
        code = inflate(&s, Z_NO_FLUSH);
        status = code == Z_OK || code == Z_STREAM_END ? pour(k, piece, sizeof piece - s.avail_out) : EXIT_UNREADABLE;
    }
    inflateEnd(&s);
    return status;
}

bool zip_next(const zip *z, size_t *at, zip_entry *out)
{
    const unsigned char *e = z->bytes + z->directory + *at;
    size_t left = z->directory > z->len || z->len - z->directory < *at ? 0 : z->len - z->directory - *at;
    if (left < 46 || memcmp(e, "PK\1\2", 4) != 0)
        return false;
    size_t names = u16(e + 28), skip = 46 + names + u16(e + 30) + u16(e + 32);
    if (skip > left)
        return false;
    *out = (zip_entry){
        .entry = e, .name = (const char *)e + 46, .name_len = names, .packed = u32(e + 20), .utf8 = u16(e + 8) & 0x800};
    *at += skip;
    return true;
}

int zip_unpack(zip *z, const zip_entry *e, bool (*to)(void *, const char *, size_t), void *context)
{
    size_t at = u32(e->entry + 42), method = u16(e->entry + 10);
    sink s = {z, to, context, crc32(0, NULL, 0)};
    if (u16(e->entry + 8) & 1)
        return EXIT_ENCRYPTED;
    if (method != 0 && method != 8)
        return EXIT_UNREADABLE;
    if (at > z->len || z->len - at < 30 || memcmp(z->bytes + at, "PK\3\4", 4) != 0)
        return EXIT_UNREADABLE;
    size_t data = at + 30 + u16(z->bytes + at + 26) + u16(z->bytes + at + 28);
    if (data > z->len || e->packed > z->len - data)
        return EXIT_UNREADABLE;
    const unsigned char *from = z->bytes + data;
    int status = method == 8 ? inflate_to(&s, from, e->packed) : pour(&s, from, e->packed);
    if (status == 0 && s.sum != u32(e->entry + 16)) /* a figure in it may be another one */
        return EXIT_UNREADABLE;
    return status;
}

typedef struct {
    void (*to)(void *, const char *, size_t);
    void *context;
} pieces;

static bool hand_on(void *context, const char *bytes, size_t n)
{
    const pieces *p = context;
    p->to(p->context, bytes, n);
    return true;
}

bool zip_member(zip *z, const char *name, void (*to)(void *, const char *, size_t), void *context)
{
    static const char *const WHY[] = {[EXIT_UNREADABLE] = "a member of the archive is damaged",
                                      [EXIT_ENCRYPTED] = "a member of the archive is encrypted",
                                      [EXIT_TOO_LARGE] = "the archive unpacks to too much",
                                      [EXIT_MEMORY] = "out of memory"};
    size_t at = 0, want = strlen(name);
    zip_entry e;
    for (size_t i = 0; i < z->count; i++) {
        if (!zip_next(z, &at, &e))
            fail(EXIT_UNREADABLE, "the archive's directory is damaged");
        if (e.name_len != want || memcmp(e.name, name, want) != 0)
            continue;
        int status = zip_unpack(z, &e, hand_on, &(pieces){to, context});
        if (status != 0)
            fail(status, WHY[status]);
        to(context, "", 0);
        return true;
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
