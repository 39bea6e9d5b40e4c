/* SPDX-License-Identifier: MIT */
/* zip.h - members of a ZIP file, unpacked piece by piece with all sizes counted. Encrypted ones fail as such. */
#ifndef BAOCAO_CONVERTER_ZIP_H
#define BAOCAO_CONVERTER_ZIP_H

#include "out.h"

typedef struct {
    const unsigned char *bytes;
    size_t len, directory, count;
    size_t unpacked; /* so far, of all members */
} zip;

/* One member, as the directory tells of it. */
typedef struct {
    const unsigned char *entry; /* its record in the directory */
    const char *name;           /* as it stands, not terminated */
    size_t name_len, packed;
    bool utf8; /* said to be */
} zip_entry;

void zip_open(zip *z, const char *bytes, size_t len);

/* False: no such member. to is called with pieces, and once with none at the end. */
bool zip_member(zip *z, const char *name, void (*to)(void *context, const char *bytes, size_t n), void *context);

/* The next member behind *at, which begins as 0; false: there is none any more. */
bool zip_next(const zip *z, size_t *at, zip_entry *out);

/* Unpacks it; 0, or a status of status.h. to returns false to stop: EXIT_TOO_LARGE. */
int zip_unpack(zip *z, const zip_entry *e, bool (*to)(void *context, const char *bytes, size_t n), void *context);

/* The member through an XML parser. */
bool zip_xml(zip *z, const char *name, XML_Parser p);

#endif
