/* SPDX-License-Identifier: MIT */
/* members.c - see formats.h: an archive of documents. */
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

#include "extract/utf8.h"
#include "formats.h"
#include "server/limits.h"

enum { ALWAYS_GOOD = 1 << 20 }; /* bytes that a member may unpack to whatever its ratio */

typedef struct {
    FILE *file;
    size_t written, packed, *total;
} unpacking;

static bool keep(void *context, const char *bytes, size_t n)
{
    unpacking *u = context;
    u->written += n;
    *u->total += n;
    if (*u->total > LIMIT_MEMBER_BYTES || (u->written > ALWAYS_GOOD && u->written / LIMIT_MEMBER_RATIO > u->packed))
        return false;
    return fwrite(bytes, 1, n, u->file) == n;
}

/* The extra field of Info-ZIP that has the name in UTF-8 (APPNOTE.TXT, 4.6.9): true where it is of this name. */
static bool unicode_name(const zip_entry *e, const char **name, size_t *len)
{
    const unsigned char *p = (const unsigned char *)e->name + e->name_len;
    size_t left = (size_t)e->entry[30] | (size_t)e->entry[31] << 8;
    while (left >= 4) {
        size_t n = (size_t)p[2] | (size_t)p[3] << 8;
        if (n > left - 4)
            return false;
        if (p[0] == 0x75 && p[1] == 0x70 && n > 5 && p[4] == 1) {
            uLong sum = p[5] | (uLong)p[6] << 8 | (uLong)p[7] << 16 | (uLong)p[8] << 24;
            *name = (const char *)p + 9;
            *len = n - 5;
            return sum == crc32(crc32(0, NULL, 0), (const Bytef *)e->name, (uInt)e->name_len) &&
                   bc_utf8_valid(*name, *len);
        }
        p += 4 + n;
        left -= 4 + n;
    }
    return false;
}

/* APPNOTE.TXT, appendix D: CP437 where the archive does not say UTF-8; many that do not say so write it. */
static void name_of(const zip_entry *e, text *out)
{
    const char *name = e->name;
    size_t n = e->name_len;
    char wide[4 * LIMIT_MEMBER_NAME + 4];
    reset(out);
    if (!unicode_name(e, &name, &n)) {
        name = e->name;
        n = e->name_len;
    }
    n = n > LIMIT_MEMBER_NAME ? LIMIT_MEMBER_NAME : n;
    while (n && n < e->name_len && ((unsigned char)name[n] & 0xC0) == 0x80)
        n--; /* no half letter at the end */
    if (!bc_utf8_valid(name, n)) {
        iconv_t c = iconv_open("UTF-8", "CP437");
        char *from = (char *)(size_t)(const void *)name, *to = wide;
        size_t left = n, room = sizeof wide;
        bool ok = c != (iconv_t)-1 && iconv(c, &from, &left, &to, &room) != (size_t)-1;
        if (c != (iconv_t)-1)
            iconv_close(c);
        for (size_t i = 0; i < n && !ok; i++)
            wide[i] = (char)((unsigned char)name[i] < 0x80 ? name[i] : '?');
        n = ok ? (size_t)(to - wide) : n;
        name = wide;
    }
    for (size_t i = 0; i < n; i++) {
        bool control = (unsigned char)name[i] < ' ' || name[i] == 0x7F ||
                       (name[i] == '\xC2' && i + 1 < n && (unsigned char)name[i + 1] < 0xA0);
        put(out, control ? "?" : name[i] == '\\' ? "/" : &name[i], 1);
        i += control && name[i] == '\xC2';
    }
    string_of(out);
}

/* Folders, and what systems and programs leave behind by themselves. */
static bool is_litter(const char *name)
{
    static const char *const NAMES[] = {".DS_Store", "Thumbs.db", "desktop.ini"};
    size_t n = strlen(name);
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
    if (n == 0 || *base == 0 || strncmp(name, "__MACOSX/", 9) == 0 || strncmp(base, "._", 2) == 0 ||
        strncmp(base, "~$", 2) == 0)
        return true;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcasecmp(base, NAMES[i]) == 0)
            return true;
    return false;
}

static int write_member(zip *z, const zip_entry *e, const char *directory, size_t n, size_t *total)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/member-%zu", directory, n);
    unpacking u = {.file = fopen(path, "wb"), .packed = e->packed, .total = total};
    if (!u.file)
        fail(EXIT_MEMORY, "no room for the members");
    int status = zip_unpack(z, e, keep, &u);
    if (ferror(u.file) || fclose(u.file) != 0)
        fail(EXIT_MEMORY, "no room for the members");
    if (status != 0)
        remove(path);
    return status;
}

void members(const char *bytes, size_t len, const char *directory)
{
    zip z;
    zip_entry e;
    text name = {0};
    size_t at = 0, n = 0, total = 0;
    zip_open(&z, bytes, len);
    for (size_t i = 0; i < z.count; i++) {
        if (!zip_next(&z, &at, &e))
            fail(EXIT_UNREADABLE, "the archive's directory is damaged");
        name_of(&e, &name);
        if (is_litter(string_of(&name)))
            continue;
        if (n == LIMIT_MEMBERS)
            fail(EXIT_TOO_LARGE, "the archive holds too many files");
        int status = write_member(&z, &e, directory, n++, &total);
        printf("%d %s\n", status, string_of(&name));
    }
}
