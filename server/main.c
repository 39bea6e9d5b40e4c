/* SPDX-License-Identifier: MIT */
/* main.c - the command line: serve, extract, probe, version. Exit status 0 good, 1 failed, 2 wrong use. */
#include <curl/curl.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "config.h"
#include "convert.h"
#include "handlers/attachments.h"
#include "handlers/body.h"
#include "handlers/health.h"
#include "handlers/render.h"
#include "service.h"

static int usage(FILE *to)
{
    fputs("baocao serve [--OPTION VALUE ...]      the HTTP service; baocao serve --help lists the options\n"
          "baocao extract [--format json|csv] [--type text|html] [--charset NAME] [--issued DATE] [--include text] "
          "[--explain 1] "
          "FILE|-\n"
          "                                       one report, no server, the same result\n"
          "baocao probe [ADDRESS]                 asks /livez of a running service (default 127.0.0.1:8081)\n"
          "baocao version\n",
          to);
    return to == stdout ? 0 : 2;
}

static int serve(int argc, char **argv)
{
    config c;
    if (argc > 0 && strcmp(argv[0], "--help") == 0) {
        puts("baocao serve: options, their environment variables, what they set");
        config_usage();
        return 0;
    }
    if (!config_read(&c, argc, argv))
        return 2;
    curl_global_init(CURL_GLOBAL_DEFAULT);
    int status = service_run(&c);
    curl_global_cleanup();
    return status;
}

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
        free(bytes);
        bytes = NULL;
    }
    if (f != stdin)
        fclose(f);
    return bytes;
}

/* A document that is neither text nor HTML becomes text. False: it was said why not. */
static bool convert_file(const char *name, char **bytes, size_t *len, bc_input *input, converted *got)
{
    config c;
    char detail[200], log[400];
    media shown = media_by_bytes(*bytes, *len), given = media_by_suffix(name);
    if (given == MEDIA_UNKNOWN || media_contradicts(given, shown))
        given = shown;
    input->media = given == MEDIA_HTML ? BC_MEDIA_HTML : BC_MEDIA_TEXT;
    if (given == MEDIA_TEXT || given == MEDIA_HTML)
        return true;
    if (!config_read(&c, 0, NULL))
        return false;
    child_probe(true);
    if (convert_document(&c, given, *bytes, *len, NULL, NULL, NULL, got, detail, sizeof detail, log, sizeof log) !=
        ERROR_COUNT) {
        fprintf(stderr, "baocao: %s: %s (%s)\n", name, detail, log);
        return false;
    }
    if (got->members) {
        fprintf(stderr, "baocao: %s: an archive of several documents: unpack it, or post it to the service\n", name);
        return false;
    }
    free(*bytes);
    *bytes = NULL;
    input->bytes = got->text;
    input->len = got->len;
    input->charset = "utf-8";
    input->origin = media_type(got->media);
    input->doubts = got->doubts;
    input->doubt_count = got->doubt_count;
    input->pages = got->pages;
    input->scanned = got->scanned;
    input->torn = got->torn;
    if (got->media == MEDIA_MHTML) {
        input->charset = got->charset;
        input->charset_is_hint = input->charset_kept = true;
        input->media = got->page ? BC_MEDIA_HTML : BC_MEDIA_TEXT;
    }
    return true;
}

static int extract_file(const char *name, bc_input *input, bool any_type, bool csv, unsigned parts)
{
    size_t len, out_len = 0;
    converted text = {0};
    char *bytes = read_all(name, &len), *out = NULL;
    if (!bytes) {
        fprintf(stderr, "baocao: %s: %s\n", name, strerror(errno));
        return 1;
    }
    input->bytes = bytes;
    input->len = len;
    if (any_type && !convert_file(name, &bytes, &len, input, &text)) {
        converted_free(&text);
        free(bytes);
        return 1;
    }
    bc_engine *engine = bc_engine_create();
    bc_arena *arena = bc_arena_create((size_t)4 << 30);
    bc_result result;
    bc_error err = BC_ERROR_MEMORY;
    if (engine && arena)
        err = bc_extract(engine, arena, input, &result);
    if (err == BC_OK)
        attachments_resolve(arena, &result, text.base);
    if (err == BC_OK)
        out = csv ? render_result_csv(&result, parts, &out_len) : render_result_json(&result, parts, &out_len);
    int status = 1;
    if (err != BC_OK)
        fprintf(stderr, "baocao: %s: %s\n", name, bc_error_name(err));
    else if (!out || fwrite(out, 1, out_len, stdout) != out_len || (!csv && putchar('\n') == EOF) ||
             fflush(stdout) != 0)
        fprintf(stderr, "baocao: the result could not be written\n");
    else
        status = 0;
    free(out);
    free(bytes);
    converted_free(&text);
    bc_arena_destroy(arena);
    bc_engine_destroy(engine);
    return status;
}

static int extract(int argc, char **argv)
{
    bc_input input = {.media = BC_MEDIA_TEXT};
    const char *file = NULL;
    bool csv = false, any_type = true;
    unsigned parts = RENDER_ALL;
    for (int i = 0; i < argc; i++) {
        const char *a = argv[i], *value = i + 1 < argc ? argv[i + 1] : "";
        if (strncmp(a, "--", 2) != 0) {
            if (file) {
                fprintf(stderr, "baocao extract: one file at a time: \"%s\" is a second one\n", a);
                return 2;
            }
            file = a;
            continue;
        }
        i++;
        if (strcmp(a, "--format") == 0 && (strcmp(value, "json") == 0 || strcmp(value, "csv") == 0))
            csv = *value == 'c';
        else if (strcmp(a, "--type") == 0 && (strcmp(value, "text") == 0 || strcmp(value, "html") == 0))
            input.media = *value == 'h' ? BC_MEDIA_HTML : BC_MEDIA_TEXT, any_type = false;
        else if (strcmp(a, "--include") == 0 && strcmp(value, "text") == 0)
            parts |= RENDER_TEXT;
        else if (strcmp(a, "--explain") == 0 && (strcmp(value, "1") == 0 || strcmp(value, "0") == 0))
            input.explain = *value == '1';
        else if (strcmp(a, "--charset") == 0 && *value)
            input.charset = value;
        else if (strcmp(a, "--issued") == 0 && body_date(value, &input.issued))
            ;
        else {
            fprintf(stderr, "baocao extract: %s %s: no such option or value\n", a, value);
            return usage(stderr);
        }
    }
    if (!file) {
        fprintf(stderr, "baocao extract: which file? (- for standard input)\n");
        return usage(stderr);
    }
    return extract_file(file, &input, any_type, csv, parts);
}

/* For a container's health check: no shell, no curl in the image. */
static int probe(const char *address)
{
    char url[128];
    long status = 0;
    snprintf(url, sizeof url, "http://%s/livez", address);
    CURL *h = curl_easy_init();
    if (!h)
        return 1;
    curl_easy_setopt(h, CURLOPT_URL, url);
    curl_easy_setopt(h, CURLOPT_PROXY, "");
    curl_easy_setopt(h, CURLOPT_TIMEOUT_MS, 2000L);
    curl_easy_setopt(h, CURLOPT_NOBODY, 1L);
    CURLcode code = curl_easy_perform(h);
    curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(h);
    if (code != CURLE_OK || status != 200)
        fprintf(stderr, "baocao probe: %s: %s (%ld)\n", url, curl_easy_strerror(code), status);
    return code == CURLE_OK && status == 200 ? 0 : 1;
}

int main(int argc, char **argv)
{
    const char *verb = argc > 1 ? argv[1] : "";
    if (strcmp(verb, "serve") == 0)
        return serve(argc - 2, argv + 2);
    if (strcmp(verb, "extract") == 0)
        return extract(argc - 2, argv + 2);
    if (strcmp(verb, "probe") == 0)
        return probe(argc > 2 ? argv[2] : "127.0.0.1:8081");
    if (strcmp(verb, "version") == 0) {
        puts("baocao " BAOCAO_VERSION);
        return 0;
    }
    if (strcmp(verb, "help") == 0 || strcmp(verb, "--help") == 0)
        return usage(stdout);
    fprintf(stderr, "baocao: %s\n", *verb ? "no such verb" : "which verb?");
    return usage(stderr);
}
