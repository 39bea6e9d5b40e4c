/* SPDX-License-Identifier: MIT */
/* convert.c - see convert.h. */
#include "convert.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "server/converter/status.h"

#define OWN "baocao-convert"
#define OWN_PACKAGE "it beside the service"

/* A document on its way. */
typedef struct {
    const config *config;
    char directory[PATH_MAX], file[PATH_MAX + 16];
    bool (*cancelled)(void *);
    void (*progress)(void *, unsigned, unsigned);
    void *context;
    char *detail, *log;
    size_t detail_size, log_size;
    converted *out;
    char *empty; /* pages of a PDF that have no words: "3,4" */
} work;

static error_id refuse(work *w, error_id id, const char *detail)
{
    snprintf(w->detail, w->detail_size, "%s", detail);
    return id;
}

static const char *own_directory(void)
{
    static _Thread_local char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    if (n <= 0)
        return NULL;
    path[n] = 0;
    char *slash = strrchr(path, '/');
    if (slash)
        *slash = 0;
    return path;
}

/* The program's path. package: what to install where it is missing. */
static error_id find(work *w, const char *name, const char *package, char *path, size_t size)
{
    bool own = strncmp(name, "baocao-", 7) == 0;
    if (child_find(name, own ? own_directory() : NULL, path, size))
        return ERROR_COUNT;
    snprintf(w->detail, w->detail_size,
             "This service has no %s, which reads such documents: install %s, run the image baocao:full, or post text.",
             name, package);
    return ERROR_CONVERTER_MISSING;
}

/* Runs a program of the given name. ERROR_COUNT: it ended by itself. */
static error_id run(work *w, const char *const *argv, const char *package, child_result *r)
{
    char path[PATH_MAX];
    const char *arguments[24] = {path};
    *r = (child_result){.end = CHILD_FAILED};
    error_id missing = find(w, argv[0], package, path, sizeof path);
    if (missing != ERROR_COUNT)
        return missing;
    for (size_t i = 1; argv[i] && i + 1 < sizeof arguments / sizeof *arguments; i++)
        arguments[i] = argv[i];
    child_order o = {.argv = arguments,
                     .directory = w->directory,
                     .memory = w->config->convert_memory,
                     .file_size = LIMIT_CONVERT_FILE,
                     .output = LIMIT_CONVERT_OUTPUT,
                     .cpu = (unsigned)w->config->convert_timeout,
                     .seconds = (unsigned)w->config->convert_timeout,
                     .cancelled = w->cancelled,
                     .context = w->context};
    child_run(&o, r);
    snprintf(w->log, w->log_size, "%s: end %d, status %d: %.200s", argv[0], (int)r->end, r->status, r->complaint);
    switch (r->end) {
    case CHILD_EXITED:
        return ERROR_COUNT;
    case CHILD_CANCELLED:
        return refuse(w, ERROR_DEADLINE, "Split the document, or raise --deadline.");
    case CHILD_TOO_MUCH:
        return refuse(w, ERROR_DOCUMENT_TOO_LARGE, "The document holds too much text: split it.");
    case CHILD_LIMITED:
        return refuse(w, ERROR_CONVERTER_CRASHED, "The converter took too long or too much on this document.");
    default:
        return refuse(w, ERROR_CONVERTER_CRASHED, "The converter crashed on this document.");
    }
}

/* What the project's own converter ends with. */
static error_id own_status(work *w, int status)
{
    switch (status) {
    case 0:
        return ERROR_COUNT;
    case EXIT_UNREADABLE:
        return refuse(w, ERROR_UNREADABLE, "The file is damaged or cut short: save it again.");
    case EXIT_ENCRYPTED:
        return refuse(w, ERROR_ENCRYPTED, "The document is protected by a password: save it without.");
    case EXIT_TOO_LARGE:
        return refuse(
            w, ERROR_DOCUMENT_TOO_LARGE,
            "The document unpacks to too much, or a page of it has too many pixels: split it, or scan it at 300 dpi.");
    case EXIT_UNSUPPORTED:
        return refuse(w, ERROR_UNSUPPORTED_MEDIA_TYPE,
                      "The file is an archive of another kind than DOCX, XLSX, ODT, ODS and ZIP of documents.");
    default:
        return refuse(w, ERROR_CONVERTER_CRASHED, "The converter ran out of memory on this document.");
    }
}

static unsigned head_number(const char *head, const char *name)
{
    const char *at = strstr(head, name);
    return at ? (unsigned)strtoul(at + strlen(name), NULL, 10) : 0;
}

/* malloc'ed; NULL where it is empty. */
static char *head_word(const char *head, const char *name)
{
    const char *at = strstr(head, name);
    size_t n = at ? strcspn(at + strlen(name), "; ") : 0;
    return n ? strndup(at + strlen(name), n) : NULL;
}

/* The marks of doubt leave the text and become places. */
static bool take_doubts(converted *c)
{
    size_t to = 0, room = 0, start = 0;
    bool open = false;
    for (size_t i = 0; i < c->len; i++) {
        bool mark =
            c->len - i >= 3 && (memcmp(c->text + i, MARK_DOUBT, 3) == 0 || memcmp(c->text + i, MARK_SURE, 3) == 0);
        if (!mark) {
            c->text[to++] = c->text[i];
            continue;
        }
        bool opens = memcmp(c->text + i, MARK_DOUBT, 3) == 0;
        if (!opens && open) {
            if (c->doubt_count == room) {
                room = room ? room * 2 : 64;
                bc_span *wider = realloc(c->doubts, room * sizeof *wider);
                if (!wider)
                    return false;
                c->doubts = wider;
            }
            c->doubts[c->doubt_count++] = (bc_span){(uint32_t)start, (uint32_t)to};
        }
        open = opens;
        start = to;
        i += 2;
    }
    c->len = to;
    c->text[to] = 0;
    return true;
}

/* Text with the type and more on its first line: into out. */
static error_id take_text(work *w, child_result *r)
{
    converted *c = w->out;
    char *end = r->output ? memchr(r->output, '\n', r->len) : NULL;
    if (!end)
        return refuse(w, ERROR_CONVERTER_CRASHED, "The converter gave no text for this document.");
    *end = 0;
    media m = media_by_type(r->output);
    if (c->media == MEDIA_MHTML) {
        c->page = m == MEDIA_HTML;
        c->charset = head_word(r->output, "charset=");
        c->base = head_word(r->output, "base=");
        r->output[0] = 0;                                                  /* the address may say anything */
    } else if (m < MEDIA_ZIP && !(m == MEDIA_PNG && c->media > MEDIA_PNG)) /* pictures of any kind come as one */
        c->media = m;
    c->pages = head_number(r->output, "pages=");
    c->scanned = head_number(r->output, "scanned=");
    c->torn = head_number(r->output, "torn=") > 0;
    free(w->empty);
    const char *empty = strstr(r->output, "empty=");
    w->empty = strdup(empty ? empty + strlen("empty=") : "");
    free(c->text);
    c->len = r->len - (size_t)(end + 1 - r->output);
    memmove(r->output, end + 1, c->len);
    r->output[c->len] = 0;
    c->text = r->output;
    r->output = NULL;
    return w->empty && (c->scanned == 0 || take_doubts(c)) ? ERROR_COUNT
                                                           : refuse(w, ERROR_OUT_OF_MEMORY, "Send it again later.");
}

/* ---- archives of documents ---- */

char *converted_read(const converted *c, size_t member, size_t most, size_t *len)
{
    char path[PATH_MAX + 32];
    *len = 0;
    snprintf(path, sizeof path, "%s/member-%zu", c->directory, member);
    FILE *f = fopen(path, "rb");
    long size = f && fseek(f, 0, SEEK_END) == 0 ? ftell(f) : -1;
    char *bytes = NULL;
    if (size >= 0 && (size_t)size > most)
        *len = (size_t)size;
    else if (size >= 0 && fseek(f, 0, SEEK_SET) == 0 && (bytes = malloc((size_t)size + 1)) != NULL)
        *len = fread(bytes, 1, (size_t)size, f);
    if (bytes)
        bytes[*len] = 0;
    if (f)
        fclose(f);
    return bytes;
}

static void judge_member(converted_member *m, int status)
{
    switch (status) {
    case 0:
        m->error = ERROR_COUNT;
        break;
    case EXIT_ENCRYPTED:
        m->error = ERROR_ENCRYPTED;
        m->detail = "The file is protected by a password: pack it without.";
        break;
    case EXIT_TOO_LARGE:
        m->error = ERROR_DOCUMENT_TOO_LARGE;
        m->detail = "The file, or the archive before it, unpacks to too much: post it alone.";
        break;
    default:
        m->error = ERROR_UNREADABLE;
        m->detail = "The file is damaged in the archive, or packed in a way that is not read: pack it again.";
    }
}

/* Lines of status, a blank and a name, as `baocao-convert members` gives them. */
static error_id take_members(work *w, child_result *r)
{
    converted *c = w->out;
    for (char *line = r->output; line && *line;) {
        char *end = strchr(line, '\n'), *name;
        if (!end)
            return refuse(w, ERROR_CONVERTER_CRASHED, "The converter gave no list of this archive.");
        *end = 0;
        int status = (int)strtol(line, &name, 10);
        converted_member *wider = realloc(c->members, (c->member_count + 1) * sizeof *wider);
        if (!wider)
            return refuse(w, ERROR_OUT_OF_MEMORY, "Send it again later.");
        c->members = wider;
        wider[c->member_count] = (converted_member){.name = strdup(*name ? name + 1 : "")};
        if (!wider[c->member_count].name)
            return refuse(w, ERROR_OUT_OF_MEMORY, "Send it again later.");
        judge_member(&wider[c->member_count++], status);
        line = end + 1;
    }
    if (!c->member_count)
        return refuse(w, ERROR_NO_TEXT, "The archive holds no documents.");
    c->directory = strdup(w->directory);
    return c->directory ? ERROR_COUNT : refuse(w, ERROR_OUT_OF_MEMORY, "Send it again later.");
}

/* Unpacked beside it, for the caller to read one by one. */
static error_id read_members(work *w)
{
    child_result r;
    error_id err = run(w, (const char *const[]){OWN, "members", w->file, NULL}, OWN_PACKAGE, &r);
    if (err == ERROR_COUNT && r.status == EXIT_TOO_LARGE) {
        snprintf(w->detail, w->detail_size, "The archive holds more than %u files: split it.", LIMIT_MEMBERS);
        err = ERROR_TOO_MANY;
    }
    if (err == ERROR_COUNT)
        err = own_status(w, r.status);
    if (err == ERROR_COUNT)
        err = take_members(w, &r);
    free(r.output);
    return err;
}

static error_id own(work *w, const char *verb, const char *file)
{
    child_result r;
    error_id err = run(w, (const char *const[]){OWN, verb, file, NULL}, OWN_PACKAGE, &r);
    if (err == ERROR_COUNT && r.status == EXIT_MEMBERS) {
        free(r.output);
        return read_members(w);
    }
    if (err == ERROR_COUNT)
        err = own_status(w, r.status);
    if (err == ERROR_COUNT)
        err = take_text(w, &r);
    free(r.output);
    return err;
}

static bool write_file(const char *path, const char *bytes, size_t len)
{
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(bytes, 1, len, f) == len;
    return f && fclose(f) == 0 && ok;
}

/* A child's output, for the next one to read. */
static error_id hand_on(work *w, child_result *r, const char *verb)
{
    char file[PATH_MAX + 16];
    error_id err = ERROR_COUNT;
    if (r->status != 0)
        err = refuse(w, ERROR_UNREADABLE, "The file is damaged or cut short: save it again.");
    snprintf(file, sizeof file, "%s/%s", w->directory, verb);
    if (err == ERROR_COUNT && !write_file(file, r->output, r->len))
        err = refuse(w, ERROR_INTERNAL, "There is no room for temporary files.");
    return err == ERROR_COUNT ? own(w, verb, file) : err;
}

static error_id read_doc(work *w)
{
    child_result r;
    error_id err =
        run(w, (const char *const[]){"catdoc", "-w", "-s", "cp1252", "-d", "utf-8", w->file, NULL}, "catdoc", &r);
    if (err == ERROR_COUNT)
        err = hand_on(w, &r, "rows");
    free(r.output);
    return err;
}

static error_id read_xls(work *w)
{
    child_result r;
    error_id err = run(w,
                       (const char *const[]){"xls2csv", "-x", "-q0", "-c\t", "-b\f", "-s", "cp1252", "-d", "utf-8",
                                             "-f", "%d/%m/%Y", w->file, NULL},
                       "catdoc", &r);
    if (err == ERROR_COUNT)
        err = hand_on(w, &r, "cells");
    free(r.output);
    return err;
}

/* What is in the OLE container, or in bytes that show nothing, by libmagic: out->media, or why not. */
static error_id look(work *w)
{
    child_result r;
    error_id err = run(w, (const char *const[]){OWN, "type", w->file, NULL}, OWN_PACKAGE, &r);
    if (err == ERROR_COUNT)
        err = own_status(w, r.status);
    if (err == ERROR_COUNT) {
        r.output[strcspn(r.output, "\n")] = 0;
        media m = media_by_type(r.output);
        if (strcmp(r.output, "application/encrypted") == 0 || strcmp(r.output, "application/CDFV2-encrypted") == 0)
            err = refuse(w, ERROR_ENCRYPTED, "The document is protected by a password: save it without.");
        else if (m < MEDIA_ZIP)
            w->out->media = m;
        else if (m == MEDIA_OLE || strcmp(r.output, "application/CDFV2") == 0)
            err = refuse(w, ERROR_UNREADABLE, "The file is damaged, or no DOC or XLS.");
        else {
            snprintf(w->detail, w->detail_size, "The content is %.80s, which is not read.", r.output);
            err = ERROR_UNSUPPORTED_MEDIA_TYPE;
        }
    }
    free(r.output);
    return err;
}

/* ---- scans ---- */

static error_id read_picture(work *w, const char *picture, const char *base)
{
    child_result r;
    error_id err = run(w, (const char *const[]){"tesseract", picture, base, "-l", "vie", "--psm", "1", "tsv", NULL},
                       "tesseract-ocr and tesseract-ocr-vie", &r);
    if (err == ERROR_COUNT && r.status != 0) {
        bool data = strstr(r.complaint, "loading language") || strstr(r.complaint, "traineddata");
        err = data ? refuse(w, ERROR_CONVERTER_MISSING,
                            "This service's tesseract has no Vietnamese: install tesseract-ocr-vie.")
                   : refuse(w, ERROR_UNREADABLE, "The picture is damaged or cut short: save it again.");
    }
    free(r.output);
    return err;
}

/* Page n of the file, in which it is the nth picture or, of a PDF, drawn first: stamps and rules are taken out, then it
 * is read into page-n.tsv. */
static error_id read_page(work *w, bool drawn, unsigned n)
{
    child_result r;
    char number[16], most[16], base[PATH_MAX + 32], drawing[PATH_MAX + 40], picture[PATH_MAX + 40];
    error_id err = ERROR_COUNT;
    snprintf(number, sizeof number, "%u", n);
    snprintf(most, sizeof most, "%d", LIMIT_SCAN_PIXELS);
    snprintf(base, sizeof base, "%s/page-%u", w->directory, n);
    snprintf(drawing, sizeof drawing, "%s.ppm", base);
    snprintf(picture, sizeof picture, "%s.png", base);
    if (drawn) {
        err = run(w,
                  (const char *const[]){"pdftoppm", "-f", number, "-l", number, "-scale-to", most, "-singlefile",
                                        w->file, base, NULL},
                  "poppler-utils", &r);
        if (err == ERROR_COUNT && r.status != 0)
            err = refuse(w, ERROR_UNREADABLE, "A page of the document cannot be drawn.");
        free(r.output);
    }
    if (err != ERROR_COUNT)
        return err;
    err = run(w, (const char *const[]){OWN, "gray", drawn ? drawing : w->file, drawn ? "1" : number, NULL}, OWN_PACKAGE,
              &r);
    unlink(drawing);
    if (err == ERROR_COUNT)
        err = own_status(w, r.status);
    if (err == ERROR_COUNT && !write_file(picture, r.output, r.len))
        err = refuse(w, ERROR_INTERNAL, "There is no room for temporary files.");
    free(r.output);
    if (err == ERROR_COUNT)
        err = read_picture(w, picture, base);
    unlink(picture);
    return err;
}

/* The text of file by a verb that tells which pages of the document have no words; those are read as pictures first,
 * then the verb finds what was read of them. */
static error_id read_pages(work *w, const char *verb, const char *file, bool drawn)
{
    error_id err = own(w, verb, file);
    if (err != ERROR_COUNT || !*w->empty)
        return err;
    size_t pages = 1;
    for (const char *p = w->empty; *p; p++)
        pages += *p == ',';
    if (pages > LIMIT_SCAN_PAGES)
        return refuse(w, ERROR_DOCUMENT_TOO_LARGE,
                      "Too many pages have no text and would be read as pictures: split the document.");
    char *empty = w->empty, *next = empty;
    bool some_text = w->out->len > 0;
    w->empty = NULL;
    for (unsigned left = (unsigned)pages; *next && err == ERROR_COUNT; next += *next == ',', left--) {
        if (w->progress && w->out->pages >= left)
            w->progress(w->context, w->out->pages - left, w->out->pages);
        err = read_page(w, drawn, (unsigned)strtoul(next, &next, 10));
    }
    if (w->progress)
        w->progress(w->context, w->out->pages, w->out->pages);
    free(empty);
    if (err == ERROR_CONVERTER_MISSING && some_text) { /* what there is of text is given, and that pages are not */
        w->out->unread = true;
        return ERROR_COUNT;
    }
    return err == ERROR_COUNT ? own(w, verb, file) : err;
}

/* Words with their places, then their reading order. */
static error_id read_pdf(work *w)
{
    child_result r;
    char boxes[PATH_MAX + 16];
    snprintf(boxes, sizeof boxes, "%s/boxes", w->directory);
    error_id err = run(w, (const char *const[]){"pdftotext", "-bbox-layout", "-enc", "UTF-8", w->file, boxes, NULL},
                       "poppler-utils", &r);
    if (err == ERROR_COUNT && r.status != 0) {
        bool locked = strstr(r.complaint, "password") || r.status == 3;
        err = locked ? refuse(w, ERROR_ENCRYPTED, "The document is protected by a password: save it without.")
                     : refuse(w, ERROR_UNREADABLE, "The file is damaged or cut short: save it again.");
    }
    free(r.output);
    return err == ERROR_COUNT ? read_pages(w, "boxes", boxes, true) : err;
}

void converted_input(const converted *c, bc_input *input)
{
    input->bytes = c->text;
    input->len = c->len;
    input->charset = "utf-8";
    input->origin = media_type(c->media);
    input->doubts = c->doubts;
    input->doubt_count = c->doubt_count;
    input->pages = c->pages;
    input->scanned = c->scanned;
    input->torn = c->torn;
    input->unread = c->unread;
    if (c->media == MEDIA_MHTML) {
        input->charset = c->charset;
        input->charset_is_hint = input->charset_kept = true;
        input->media = c->page ? BC_MEDIA_HTML : BC_MEDIA_TEXT;
    }
}

void converted_free(converted *c)
{
    free(c->text);
    free(c->doubts);
    free(c->charset);
    free(c->base);
    for (size_t i = 0; i < c->member_count; i++)
        free(c->members[i].name);
    free(c->members);
    if (c->directory)
        child_directory_remove(c->directory);
    free(c->directory);
    *c = (converted){0};
}

static bool has_words(const converted *c)
{
    for (size_t i = 0; i < c->len; i++)
        if ((unsigned char)c->text[i] > ' ')
            return true;
    return false;
}

static error_id convert(work *w, media given)
{
    error_id err = ERROR_COUNT;
    w->out->media = given;
    if (given == MEDIA_UNKNOWN || given == MEDIA_OLE || given == MEDIA_DOC || given == MEDIA_XLS)
        err = look(w);
    if (err == ERROR_UNREADABLE && (given == MEDIA_DOC || given == MEDIA_XLS)) {
        err = ERROR_COUNT; /* its own reader may know better */
        w->out->media = given;
    }
    if (err != ERROR_COUNT)
        return err;
    switch (w->out->media) {
    case MEDIA_ZIP:
    case MEDIA_DOCX:
    case MEDIA_XLSX:
    case MEDIA_ODT:
    case MEDIA_ODS:
        return own(w, "archive", w->file);
    case MEDIA_PDF:
        return read_pdf(w);
    case MEDIA_PNG:
    case MEDIA_JPEG:
    case MEDIA_TIFF:
        return read_pages(w, "pictures", w->file, false);
    case MEDIA_RTF:
        return own(w, "rtf", w->file);
    case MEDIA_MHTML:
        return own(w, "mhtml", w->file);
    case MEDIA_DOC:
        return read_doc(w);
    case MEDIA_XLS:
        return read_xls(w);
    default:
        return refuse(w, ERROR_UNSUPPORTED_MEDIA_TYPE, "Documents of this type are not read.");
    }
}

error_id convert_document(const config *c, media given, const char *bytes, size_t len, bool (*cancelled)(void *),
                          void (*progress)(void *context, unsigned done, unsigned pages), void *context, converted *out,
                          char *detail, size_t detail_size, char *log, size_t log_size)
{
    work w = {.config = c,
              .cancelled = cancelled,
              .progress = progress,
              .context = context,
              .detail = detail,
              .log = log,
              .detail_size = detail_size,
              .log_size = log_size,
              .out = out};
    detail[0] = log[0] = 0;
    *out = (converted){0};
    char path[PATH_MAX];
    if (find(&w, OWN, OWN_PACKAGE, path, sizeof path) != ERROR_COUNT) /* without it nothing is read */
        return ERROR_CONVERTER_MISSING;
    if (!child_directory(w.directory, sizeof w.directory)) {
        snprintf(log, log_size, "no temporary directory: %s", strerror(errno));
        return refuse(&w, ERROR_INTERNAL, "There is no room for temporary files: give the service a TMPDIR.");
    }
    snprintf(w.file, sizeof w.file, "%s/in%s", w.directory, media_suffix(given));
    error_id err = write_file(w.file, bytes, len) ? convert(&w, given)
                                                  : refuse(&w, ERROR_INTERNAL, "There is no room for temporary files.");
    if (err == ERROR_COUNT && !out->members && !has_words(out))
        err = refuse(&w, ERROR_NO_TEXT, "The document holds no words.");
    if (!out->directory)
        child_directory_remove(w.directory);
    free(w.empty);
    if (err != ERROR_COUNT)
        converted_free(out);
    return err;
}
