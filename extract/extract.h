/* SPDX-License-Identifier: MIT */
/*
 * extract.h - the engine: a report's bytes in, its facts out. No HTTP, no
 * JSON, no network; the one header a caller needs (it brings result.h
 * and arena.h with it).
 *
 *     bc_engine *engine = bc_engine_create();          once, at start
 *     bc_arena *arena = bc_arena_create(limit);        per request
 *     bc_result result;
 *     bc_error err = bc_extract(engine, arena, &input, &result);
 *     ... read result; then bc_arena_destroy(arena)
 */
#ifndef BAOCAO_EXTRACT_H
#define BAOCAO_EXTRACT_H

#include "arena.h"
#include "result.h"

/* Why an input gives no result. Rows: enumerator, stable code. */
#define BC_ERRORS(X)                                                                                                   \
    X(BC_OK, "ok")                                                                                                     \
    X(BC_ERROR_ENCODING, "invalid_encoding")    /* bytes are not text in the charset given */                          \
    X(BC_ERROR_CHARSET, "unsupported_charset")  /* no decoder of that name */                                          \
    X(BC_ERROR_NO_TEXT, "no_text")              /* nothing left to read */                                             \
    X(BC_ERROR_TOO_LARGE, "document_too_large") /* more text, tokens or facts than limits.h allows */                  \
    X(BC_ERROR_MEMORY, "out_of_memory")         /* the arena's ceiling or malloc */                                    \
    X(BC_ERROR_CANCELLED, "cancelled")          /* input.cancelled returned true */
#define BC_ENUMERATOR(id, name) id,
typedef enum { BC_ERRORS(BC_ENUMERATOR) BC_ERROR_COUNT } bc_error;
#undef BC_ENUMERATOR
const char *bc_error_name(bc_error e);

typedef enum { BC_MEDIA_TEXT, BC_MEDIA_HTML } bc_media;

typedef struct {
    bc_media media;
    const char *bytes; /* borrowed for the call */
    size_t len;
    const char *charset; /* as the caller says: charset.h's names and iconv's; NULL: found out (decode.h) */
    bool misread; /* bytes are UTF-8 whose characters are the bytes of `charset` (decode.h): text pasted from a font */
    bool charset_is_hint; /* said by a server, not the caller: bytes that are not of it are looked at */
    const char *origin;   /* static: the type of the document that the text was converted from; NULL: the text itself */
    bool charset_kept;    /* ... and its bytes are still of its own charset */
    const bc_warning *notes; /* of the caller, to go with the result's warnings; borrowed as long as the result */
    size_t note_count;
    const bc_span *doubts; /* bytes of the text that a scan was read into with little confidence; in order */
    size_t doubt_count;
    uint32_t pages, scanned;          /* of the document: 0 where it has none; those that were read from pictures */
    bool unread;                      /* pages of it are pictures, which nothing could read */
    bool torn;                        /* cells of its tables could not be told from each other */
    bc_date issued;                   /* year 0: find it in the text */
    bool (*cancelled)(void *context); /* asked between stages; NULL: never */
    void *context;
    bool explain;                 /* fill the explain members of the result */
    const struct bc_watch *watch; /* choice.h: told of every choice; NULL: nobody */
} bc_input;

typedef struct bc_engine bc_engine;

/* Loads the compiled-in lexicon. NULL: out of memory or a lexicon fault (its message goes to stderr). Threads may
 * share an engine; it never changes. */
bc_engine *bc_engine_create(void);
void bc_engine_destroy(bc_engine *engine);

/* On BC_OK fills result, whose memory is arena's. On error result is zeroed and the arena may be reset or destroyed. */
bc_error bc_extract(const bc_engine *engine, bc_arena *arena, const bc_input *input, bc_result *result);

/* The catalogues, as the engine holds them. Pointers live as long as the engine. */
typedef struct {
    const char *code, *name_vi, *name_en, *aliases; /* aliases: separated by "; ", may be "" */
    const char *hints;                              /* likewise; words that only suggest it */
} bc_indicator_row;
typedef struct {
    const char *old_code, *old_name, *new_code, *new_name;
} bc_province_row;
const bc_indicator_row *bc_engine_indicators(const bc_engine *engine, size_t *count);
const bc_province_row *bc_engine_provinces(const bc_engine *engine, size_t *count);

#endif
