/* SPDX-License-Identifier: MIT */
/*
 * out.h - what the converter's parts share: growing text, the ways out, XML by expat.
 *
 * The converter is a program of its own that the service runs in a sandbox on one file (server/child.h); it may end at
 * any point with fail(), and the process's memory is its arena: nothing is freed but what grows large.
 */
#ifndef BAOCAO_CONVERTER_OUT_H
#define BAOCAO_CONVERTER_OUT_H

#include <expat.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.h"

enum {
    MOST_TEXT = 32 << 20,      /* bytes written */
    MOST_UNPACKED = 256 << 20, /* bytes of an archive's members, all together */
    MOST_DEPTH = 512,          /* of elements */
    MOST_CELLS = 1 << 20,      /* of one table */
    MOST_COLUMNS = 256,
};

_Noreturn void fail(int status, const char *why);
void *take(size_t count, size_t size); /* zeroed; fails by itself */

typedef struct {
    char *bytes; /* NUL-terminated once anything was put; NULL before */
    size_t len, room;
} text;

void put(text *t, const char *bytes, size_t n);
void put_string(text *t, const char *s);
void put_line(text *t, const char *bytes, size_t n); /* trimmed; nothing where it is empty */
void reset(text *t);
const char *string_of(const text *t);

/* Grows *items of *room elements to hold one more than count. */
void grow(void **items, size_t count, size_t *room, size_t size);

/* Members of an XML name or attribute behind its namespace. */
const char *local(const char *name);
const char *attribute(const XML_Char **list, const char *name); /* by local name; NULL: none */
bool is(const char *name, const char *want);

/* A parser with namespaces that refuses document types (unless dtd) and deep nesting counts itself. */
XML_Parser xml_parser(void *context, XML_StartElementHandler start, XML_EndElementHandler end,
                      XML_CharacterDataHandler words, bool dtd);
void xml_feed(XML_Parser p, const char *bytes, size_t n, bool last);

/* The whole of a file; fails where it cannot be read. */
char *maybe_file(const char *path, size_t *len); /* NULL where it is not there */
char *read_file(const char *path, size_t *len);

#endif
