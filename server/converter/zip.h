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

void zip_open(zip *z, const char *bytes, size_t len);

/* False: no such member. to is called with pieces, and once with none at the end. */
bool zip_member(zip *z, const char *name, void (*to)(void *context, const char *bytes, size_t n), void *context);

/* The member through an XML parser. */
bool zip_xml(zip *z, const char *name, XML_Parser p);

#endif
