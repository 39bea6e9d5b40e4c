/* SPDX-License-Identifier: MIT */
/* file.c - see file.h. */
#include "file.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "convert.h"
#include "handlers/attachments.h"
#include "handlers/extract.h"
#include "handlers/render.h"
#include "handlers/reply.h"

static char *read_all(const char *name, size_t *len)
{
    FILE *f = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
    char *bytes = NULL;
    size_t room = 0;
    *len = 0;
    if (!f)
        return NULL;
    do {
        if (*len + 65536 > room) {
            room = room ? room * 2 : 1 << 20;
            char *wider = realloc(bytes, room);
            if (!wider) {
                free(bytes);
                bytes = NULL;
                errno = ENOMEM;
                break;
            }
            bytes = wider;
        }
        *len += fread(bytes + *len, 1, 65536, f);
    } while (!feof(f) && !ferror(f));
    if (bytes && ferror(f)) {
        int why = errno; /* fclose() has its own */
        free(bytes);
        bytes = NULL;
        if (f != stdin)
            fclose(f);
        errno = why;
        return NULL;
    }
    if (f != stdin)
        fclose(f);
    return bytes;
}

/* What converters need, once, and only where there is something to convert. */
static config settings;
static bool settings_read;

static void read_settings(void)
{
    settings_read = config_read(&settings, 0, NULL);
    child_probe(true);
}

static void fail(file_result *r, error_id id, const char *detail, const char *log)
{
    r->code = error_code(id);
    snprintf(r->detail, sizeof r->detail, *log ? "%s (%s)" : "%s", detail, log);
}

/* A document that is neither text nor HTML becomes text. False: it was said why not. */
static bool convert_bytes(const file_order *o, const char *name, char **bytes, size_t len, bc_input *input,
                          converted *got, file_result *r)
{
    char detail[200], log[400];
    media shown = media_by_bytes(*bytes, len), given = media_by_suffix(name);
    if (given == MEDIA_UNKNOWN || media_contradicts(given, shown))
        given = shown;
    input->media = given == MEDIA_HTML ? BC_MEDIA_HTML : BC_MEDIA_TEXT;
    if (given == MEDIA_TEXT || given == MEDIA_HTML)
        return true;
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, read_settings);
    if (!settings_read) {
        fail(r, ERROR_INTERNAL, "The environment has a wrong option.", "");
        return false;
    }
    error_id err = convert_document(&settings, given, *bytes, len, o->cancelled, o->progress, o->context, got, detail,
                                    sizeof detail, log, sizeof log);
    if (err != ERROR_COUNT) {
        fail(r, err, detail, log);
        return false;
    }
    if (got->members) {
        fail(r, ERROR_UNSUPPORTED_MEDIA_TYPE,
             "An archive of several documents: unpack it and name them, or post it to the service.", "");
        return false;
    }
    free(*bytes);
    *bytes = NULL;
    converted_input(got, input);
    return true;
}

/* page_url: of a web archive's page; NULL */
static void read_bytes(const file_order *o, const char *name, bc_arena *arena, const bc_input *input,
                       const char *page_url, file_result *r)
{
    bc_result result;
    bc_error err = bc_extract(o->engine, arena, input, &result);
    if (err != BC_OK) {
        error_id id = extract_error(err);
        fail(r, id, error_title(id), "");
        return;
    }
    attachments_resolve(arena, &result, page_url);
    if (o->named)
        r->out = o->csv ? render_file_csv(name, &result, o->parts, &r->len)
                        : render_file_json(name, &result, o->parts, &r->len);
    else
        r->out =
            o->csv ? render_result_csv(&result, o->parts, &r->len) : render_result_json(&result, o->parts, &r->len);
    if (!r->out)
        fail(r, ERROR_OUT_OF_MEMORY, "There is no memory for the result.", "");
}

void file_extract(const file_order *o, const char *name, bc_arena *arena, file_result *r)
{
    bc_input input = o->input;
    converted text = {0};
    size_t len;
    char *bytes = read_all(name, &len);
    *r = (file_result){0};
    input.bytes = bytes;
    input.len = len;
    input.cancelled = o->cancelled;
    input.context = o->context;
    if (!bytes) {
        r->code = "file_error";
        snprintf(r->detail, sizeof r->detail, "%s", strerror(errno));
    } else if (!o->any_type || convert_bytes(o, name, &bytes, len, &input, &text, r)) {
        read_bytes(o, name, arena, &input, text.base, r);
    }
    if (r->code && o->named && !o->csv)
        r->out = render_file_problem(name, r->code, r->detail, &r->len);
    free(bytes);
    converted_free(&text);
}
