/* SPDX-License-Identifier: MIT */
/* main.c - the command line: serve, extract, probe, version. Exit status 0 good, 1 failed, 2 wrong use. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "files.h"
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
          "baocao extract --jobs N [...] FILES... several, N at once: a line of JSON or rows of CSV for each\n"
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

static int extract_file(const file_order *o, const char *name)
{
    bc_arena *arena = bc_arena_create(LIMIT_FILE_ARENA);
    file_result r = {.code = "out_of_memory"};
    int status = 1;
    if (arena)
        file_extract(o, name, arena, &r);
    if (r.code)
        fprintf(stderr, "baocao: %s: %s: %s\n", name, r.code, r.detail);
    else if (fwrite(r.out, 1, r.len, stdout) != r.len || (!o->csv && putchar('\n') == EOF) || fflush(stdout) != 0)
        fprintf(stderr, "baocao: the result could not be written\n");
    else
        status = 0;
    free(r.out);
    bc_arena_destroy(arena);
    return status;
}

static bool read_jobs(const char *value, size_t *jobs)
{
    char *end;
    unsigned long n = strtoul(value, &end, 10);
    *jobs = n;
    return *value >= '0' && *value <= '9' && !*end && n >= 1 && n <= LIMIT_FILES_JOBS;
}

/* An option with its value; files are left in place. */
static bool read_option(const char *a, const char *value, files_order *b)
{
    file_order *o = &b->order;
    if (strcmp(a, "--format") == 0 && (strcmp(value, "json") == 0 || strcmp(value, "csv") == 0))
        o->csv = *value == 'c';
    else if (strcmp(a, "--type") == 0 && (strcmp(value, "text") == 0 || strcmp(value, "html") == 0))
        o->input.media = *value == 'h' ? BC_MEDIA_HTML : BC_MEDIA_TEXT, o->any_type = false;
    else if (strcmp(a, "--include") == 0 && strcmp(value, "text") == 0)
        o->parts |= RENDER_TEXT;
    else if (strcmp(a, "--explain") == 0 && (strcmp(value, "1") == 0 || strcmp(value, "0") == 0))
        o->input.explain = *value == '1';
    else if (strcmp(a, "--charset") == 0 && *value)
        o->input.charset = value;
    else if (strcmp(a, "--jobs") == 0)
        return read_jobs(value, &b->jobs);
    else
        return strcmp(a, "--issued") == 0 && body_date(value, &o->input.issued);
    return true;
}

static int extract(int argc, char **argv)
{
    files_order b = {.order = {.input = {.media = BC_MEDIA_TEXT}, .any_type = true, .parts = RENDER_ALL}};
    bool only_files = false, standard_input = false;
    size_t count = 0;
    for (int i = 0; i < argc; i++) {
        char *a = argv[i];
        if (only_files || strncmp(a, "--", 2) != 0) {
            if (strcmp(a, "-") == 0 && standard_input) {
                fprintf(stderr, "baocao extract: standard input can be read once\n");
                return 2;
            }
            standard_input |= strcmp(a, "-") == 0;
            argv[count++] = a; /* never ahead of i */
            continue;
        }
        only_files = a[2] == 0;
        if (only_files)
            continue;
        const char *value = ++i < argc ? argv[i] : "";
        if (!read_option(a, value, &b)) {
            fprintf(stderr, "baocao extract: %s %s: no such option or value\n", a, value);
            return usage(stderr);
        }
    }
    if (!count) {
        fprintf(stderr, "baocao extract: which file? (- for standard input)\n");
        return usage(stderr);
    }
    bc_engine *engine = bc_engine_create();
    if (!engine) {
        fprintf(stderr, "baocao: there is no memory, or a fault in the lexicon\n");
        return 1;
    }
    bool many = b.jobs || count > 1;
    b.order.engine = engine;
    b.files = (const char *const *)argv;
    b.count = count;
    b.jobs = b.jobs ? b.jobs : 1;
    int status = many ? files_run(&b) : extract_file(&b.order, argv[0]);
    bc_engine_destroy(engine);
    return status;
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
