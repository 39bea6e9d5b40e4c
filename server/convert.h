/* SPDX-License-Identifier: MIT */
/*
 * convert.h - documents other than text and HTML to text, by programs that run as children (child.h): poppler's
 * pdftotext and pdftoppm, catdoc, tesseract, and the converter of this project (server/converter/). None of their code
 * runs in the service.
 */
#ifndef BAOCAO_CONVERT_H
#define BAOCAO_CONVERT_H

#include "config.h"
#include "extract/extract.h"
#include "handlers/errors.h"
#include "media.h"

/* A document of an archive. */
typedef struct {
    char *name;         /* malloc'ed, UTF-8 without control characters; never a path to open */
    error_id error;     /* ERROR_COUNT: it was unpacked */
    const char *detail; /* static: why not */
} converted_member;

typedef struct {
    char *text; /* malloc'ed, UTF-8 */
    size_t len;
    media media; /* what it was read as */
    bool page;   /* text is a page, of a web archive */
    unsigned pages, scanned;
    bool unread;          /* pages are pictures, which nothing here can read */
    char *charset, *base; /* malloc'ed; of a web archive's page, NULL: it does not say. Then text is in that charset */
    bool torn;            /* cells of its tables could not be told from each other */
    bc_span *doubts;      /* malloc'ed: bytes of text that were read with little confidence */
    size_t doubt_count;

    /* of an archive of documents: no text, but its members, unpacked in a directory of their own until it is freed */
    converted_member *members; /* malloc'ed; NULL: no archive */
    size_t member_count;
    char *directory;
} converted;

void converted_free(converted *c);

/* The text and what is known of it, as the engine takes it; leads into c. What else input holds stays. */
void converted_input(const converted *c, bc_input *input);

/* The bytes of an unpacked member, malloc'ed. NULL: it has more than most (then *len is not 0) or there is no memory.
 */
char *converted_read(const converted *c, size_t member, size_t most, size_t *len);

/* ERROR_COUNT: done. given: the type declared or shown by the bytes; UNKNOWN is looked at. detail: why not, for the
 * client. progress: told where pages are read one by one; may be NULL. log: what the child said, for the log only. */
error_id convert_document(const config *c, media given, const char *bytes, size_t len, bool (*cancelled)(void *),
                          void (*progress)(void *context, unsigned done, unsigned pages), void *context, converted *out,
                          char *detail, size_t detail_size, char *log, size_t log_size);

#endif
