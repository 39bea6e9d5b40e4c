/* SPDX-License-Identifier: MIT */
/* files.c - see files.h. */
#include "files.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "handlers/render.h"
#include "limits.h"

typedef struct {
    file_result result;
    bool done;
} slot;

typedef struct {
    const files_order *wanted;
    pthread_mutex_t lock;
    pthread_cond_t written_more;
    slot *slots; /* one a file */
    size_t next, written, finished, failed;
    atomic_bool broken; /* the output takes no more */
    const char *pages;  /* the file whose pages are told of; NULL: none */
    unsigned pages_done, page_count;
    bool bar;
    double drawn; /* when */
} run;

/* What a converter's progress is told with. */
typedef struct {
    run *run;
    const char *file;
} reader;

static atomic_int stopped_by; /* a signal's number */

static void on_signal(int number)
{
    atomic_store(&stopped_by, number);
}

static bool is_stopped(void *context)
{
    const reader *r = context;
    return atomic_load(&stopped_by) != 0 || r->run->broken;
}

/* ---- the bar, under the lock ---- */

enum { BAR = 24, WIDEST = 400 };

static size_t columns(void)
{
    struct winsize w;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 0 ? w.ws_col : 80;
}

/* Cut to the width, in characters; nothing that could steer a terminal. */
static void write_line(const char *text, size_t width)
{
    char line[WIDEST * 4 + 8];
    size_t n = 0, used = 0;
    for (const unsigned char *p = (const unsigned char *)text; *p && n + 1 < sizeof line; p++) {
        if ((*p & 0xC0) != 0x80 && ++used > width)
            break;
        line[n++] = *p < ' ' || *p == 0x7F ? '?' : (char)*p;
    }
    fprintf(stderr, "\r%.*s\x1b[K", (int)n, line);
    fflush(stderr);
}

static void clear_bar(run *r)
{
    if (r->bar && r->drawn > 0)
        fputs("\r\x1b[K", stderr);
}

static void draw(run *r, bool now)
{
    char text[WIDEST + 600], bar[BAR + 1], pages[300] = "", failed[40] = "";
    struct timespec t;
    size_t count = r->wanted->count, filled = r->finished * BAR / count;
    clock_gettime(CLOCK_MONOTONIC, &t);
    double at = (double)t.tv_sec + (double)t.tv_nsec / 1e9;
    if (!r->bar || (!now && at - r->drawn < 0.1))
        return;
    r->drawn = at;
    for (size_t i = 0; i < BAR; i++)
        bar[i] = i < filled ? '#' : '-';
    bar[BAR] = 0;
    if (r->failed)
        snprintf(failed, sizeof failed, "  %zu failed", r->failed);
    if (r->pages)
        snprintf(pages, sizeof pages, "  page %u/%u of %.240s", r->pages_done, r->page_count, r->pages);
    snprintf(text, sizeof text, "[%s] %zu/%zu%s%s", bar, r->finished, count, failed, pages);
    write_line(text, columns() - 1);
}

static void on_page(void *context, unsigned done, unsigned pages)
{
    const reader *w = context;
    run *r = w->run;
    pthread_mutex_lock(&r->lock);
    r->pages = w->file;
    r->pages_done = done;
    r->page_count = pages;
    draw(r, false);
    pthread_mutex_unlock(&r->lock);
}

/* ---- files ---- */

/* What is done and has nothing undone before it. Under the lock. */
static void write_done(run *r)
{
    while (r->written < r->wanted->count && r->slots[r->written].done) {
        file_result *f = &r->slots[r->written].result;
        if (f->code) {
            clear_bar(r);
            fprintf(stderr, "baocao: %s: %s: %s\n", r->wanted->files[r->written], f->code, f->detail);
        }
        if (!r->broken && f->len && (fwrite(f->out, 1, f->len, stdout) != f->len || fflush(stdout) != 0)) {
            r->broken = true;
            clear_bar(r);
            fputs("baocao: the results could not be written\n", stderr);
        }
        free(f->out);
        f->out = NULL;
        r->written++;
    }
    pthread_cond_broadcast(&r->written_more);
}

static bool ends(const run *r)
{
    return r->broken || atomic_load(&stopped_by);
}

/* The next file, not too far ahead of what is written. */
static bool take(run *r, size_t *index)
{
    pthread_mutex_lock(&r->lock);
    while (!ends(r) && r->next < r->wanted->count && r->next >= r->written + LIMIT_FILES_AHEAD + r->wanted->jobs)
        pthread_cond_wait(&r->written_more, &r->lock);
    bool more = !ends(r) && r->next < r->wanted->count;
    if (more)
        *index = r->next++;
    pthread_mutex_unlock(&r->lock);
    return more;
}

static void *read_files(void *context)
{
    run *r = context;
    bc_arena *arena = bc_arena_create(LIMIT_FILE_ARENA);
    size_t i;
    while (arena && take(r, &i)) {
        reader w = {.run = r, .file = r->wanted->files[i]};
        file_order o = r->wanted->order;
        o.named = true;
        o.cancelled = is_stopped;
        o.progress = on_page;
        o.context = &w;
        file_result got;
        file_extract(&o, w.file, arena, &got);
        bc_arena_reset(arena);
        pthread_mutex_lock(&r->lock);
        if (ends(r)) { /* it may have been cut short */
            free(got.out);
            pthread_cond_broadcast(&r->written_more);
        } else {
            r->slots[i] = (slot){.result = got, .done = true};
            r->finished++;
            r->failed += got.code != NULL;
            if (r->pages == w.file)
                r->pages = NULL;
            write_done(r);
            draw(r, true);
        }
        pthread_mutex_unlock(&r->lock);
    }
    bc_arena_destroy(arena);
    return NULL;
}

static size_t start_readers(run *r, pthread_t *ids)
{
    pthread_attr_t attr;
    size_t n = 0;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, LIMIT_WORKER_STACK);
    while (n < r->wanted->jobs && n < r->wanted->count && pthread_create(&ids[n], &attr, read_files, r) == 0)
        n++;
    pthread_attr_destroy(&attr);
    return n;
}

int files_run(const files_order *b)
{
    const char *terminal = getenv("TERM");
    run r = {.wanted = b, .bar = isatty(STDERR_FILENO) && !(terminal && strcmp(terminal, "dumb") == 0)};
    pthread_t *ids = calloc(b->jobs, sizeof *ids);
    struct sigaction stop = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND}; /* the second one kills */
    r.slots = calloc(b->count, sizeof *r.slots);
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.written_more, NULL);
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    signal(SIGPIPE, SIG_IGN); /* told by the write */
    if (b->order.csv)
        r.broken = fputs(render_file_csv_head, stdout) == EOF;
    size_t threads = ids && r.slots ? start_readers(&r, ids) : 0;
    if (!threads)
        fputs("baocao: there is no memory or thread to read with\n", stderr);
    for (size_t i = 0; i < threads; i++)
        pthread_join(ids[i], NULL);
    bool good = threads && !r.broken && r.written == b->count && !r.failed && fflush(stdout) == 0;
    clear_bar(&r);
    if (r.bar)
        fprintf(stderr, "%zu of %zu files read, %zu failed\n", r.finished - r.failed, b->count, r.failed);
    for (size_t i = 0; r.slots && i < b->count; i++)
        free(r.slots[i].result.out); /* done behind one that was stopped */
    pthread_cond_destroy(&r.written_more);
    pthread_mutex_destroy(&r.lock);
    free(r.slots);
    free(ids);
    int number = atomic_load(&stopped_by);
    return number ? 128 + number : good ? 0 : 1;
}
