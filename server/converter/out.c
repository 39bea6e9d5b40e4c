/* SPDX-License-Identifier: MIT */
/* out.c - see out.h. */
#include "out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

_Noreturn void fail(int status, const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(status);
}

void *take(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);
    if (!p)
        fail(EXIT_MEMORY, "out of memory");
    return p;
}

void grow(void **items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return;
    size_t wide = *room ? *room * 2 : 16;
    void *p = wide > SIZE_MAX / size ? NULL : realloc(*items, wide * size);
    if (!p)
        fail(EXIT_MEMORY, "out of memory");
    memset((char *)p + *room * size, 0, (wide - *room) * size);
    *items = p;
    *room = wide;
}

void put(text *t, const char *bytes, size_t n)
{
    if (n > MOST_TEXT - t->len)
        fail(EXIT_TOO_LARGE, "the document holds too much text");
    if (t->len + n + 1 > t->room) {
        size_t room = (t->len + n + 1) * 2 + 64;
        char *wider = realloc(t->bytes, room);
        if (!wider)
            fail(EXIT_MEMORY, "out of memory");
        t->bytes = wider;
        t->room = room;
    }
    memcpy(t->bytes + t->len, bytes, n);
    t->len += n;
    t->bytes[t->len] = 0;
}

void put_string(text *t, const char *s)
{
    put(t, s, strlen(s));
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

void put_line(text *t, const char *bytes, size_t n)
{
    while (n && blank(*bytes))
        bytes++, n--;
    while (n && blank(bytes[n - 1]))
        n--;
    if (n == 0)
        return;
    put(t, bytes, n);
    put(t, "\n", 1);
}

void reset(text *t)
{
    t->len = 0;
    if (t->bytes)
        t->bytes[0] = 0;
}

const char *string_of(const text *t)
{
    return t->bytes ? t->bytes : "";
}

const char *local(const char *name)
{
    const char *space = strrchr(name, ' ');
    return space ? space + 1 : name;
}

const char *attribute(const XML_Char **list, const char *name)
{
    for (; *list; list += 2)
        if (strcmp(local(list[0]), name) == 0)
            return list[1];
    return NULL;
}

bool is(const char *name, const char *want)
{
    return strcmp(local(name), want) == 0;
}

static void refuse_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                           int internal)
{
    (void)context;
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    fail(EXIT_UNREADABLE, "a document type definition, which such files have no use for");
}

XML_Parser xml_parser(void *context, XML_StartElementHandler start, XML_EndElementHandler end,
                      XML_CharacterDataHandler words, bool dtd)
{
    XML_Parser p = XML_ParserCreateNS(NULL, ' ');
    if (!p)
        fail(EXIT_MEMORY, "out of memory");
    XML_SetUserData(p, context);
    XML_SetElementHandler(p, start, end);
    XML_SetCharacterDataHandler(p, words);
    if (!dtd)
        XML_SetStartDoctypeDeclHandler(p, refuse_doctype);
    return p;
}

void xml_feed(XML_Parser p, const char *bytes, size_t n, bool last)
{
    if (XML_Parse(p, bytes, (int)n, last) != XML_STATUS_OK)
        fail(EXIT_UNREADABLE, XML_ErrorString(XML_GetErrorCode(p)));
}

char *read_file(const char *path, size_t *len)
{
    char *bytes = maybe_file(path, len);
    if (!bytes)
        fail(EXIT_UNREADABLE, "the file cannot be opened");
    return bytes;
}

char *maybe_file(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    struct stat s;
    if (!f)
        return NULL;
    if (fstat(fileno(f), &s) != 0 || s.st_size < 0)
        fail(EXIT_UNREADABLE, "the file cannot be read");
    char *bytes = take((size_t)s.st_size + 1, 1);
    *len = fread(bytes, 1, (size_t)s.st_size, f);
    fclose(f);
    return bytes;
}
