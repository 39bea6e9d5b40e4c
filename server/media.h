/* SPDX-License-Identifier: MIT */
/* media.h - the types of documents: as a client declares them, as their first bytes show them. */
#ifndef BAOCAO_MEDIA_H
#define BAOCAO_MEDIA_H

#include <stdbool.h>
#include <stddef.h>

/* Rows: enumerator, type, suffix. Text and HTML are read in the process, all others by converters. */
#define MEDIA(X)                                                                                                       \
    X(MEDIA_TEXT, "text/plain", ".txt")                                                                                \
    X(MEDIA_HTML, "text/html", ".html")                                                                                \
    X(MEDIA_PDF, "application/pdf", ".pdf")                                                                            \
    X(MEDIA_DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")                  \
    X(MEDIA_XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")                        \
    X(MEDIA_ODT, "application/vnd.oasis.opendocument.text", ".odt")                                                    \
    X(MEDIA_ODS, "application/vnd.oasis.opendocument.spreadsheet", ".ods")                                             \
    X(MEDIA_DOC, "application/msword", ".doc")                                                                         \
    X(MEDIA_XLS, "application/vnd.ms-excel", ".xls")                                                                   \
    X(MEDIA_RTF, "application/rtf", ".rtf")                                                                            \
    X(MEDIA_MHTML, "multipart/related", ".mht")                                                                        \
    X(MEDIA_PNG, "image/png", ".png")                                                                                  \
    X(MEDIA_JPEG, "image/jpeg", ".jpg")                                                                                \
    X(MEDIA_TIFF, "image/tiff", ".tif")

#define MEDIA_ENUMERATOR(id, type, suffix) id,
typedef enum {
    MEDIA(MEDIA_ENUMERATOR) MEDIA_ZIP, /* an archive: which of DOCX, XLSX, ODT, ODS only its inside tells */
    MEDIA_OLE,                         /* the container of DOC and XLS, likewise */
    MEDIA_UNKNOWN,                     /* not said, or application/octet-stream; bytes that show nothing */
    MEDIA_OTHER,                       /* a type that is not read */
    MEDIA_COUNT
} media;
#undef MEDIA_ENUMERATOR

/* "text/html; charset=utf-8", a type's synonyms, "" and NULL (UNKNOWN). */
media media_by_type(const char *content_type);
media media_by_suffix(const char *filename); /* UNKNOWN where it says nothing */
const char *media_type(media m);             /* static; "application/octet-stream" for what has none */
const char *media_suffix(media m);           /* static, with its dot; "" for what has none */

/* The type that a file's name or address speaks of, read or not; static, NULL where it says nothing. */
const char *media_guess(const char *name);

/* By the first bytes: a document's mark, ZIP, OLE; MHTML where it begins with its headers; HTML where it begins like a
 * page; TEXT where it may be text; else UNKNOWN. */
media media_by_bytes(const char *bytes, size_t len);

/* The declared type cannot be what the bytes are. */
bool media_contradicts(media declared, media shown);

#endif
