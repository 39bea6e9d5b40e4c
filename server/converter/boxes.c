/* SPDX-License-Identifier: MIT */
/* boxes.c - words with their places: the XHTML of pdftotext -bbox-layout, the TSV of tesseract. */
#include "formats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page.h"

typedef struct {
    pages pages;
    page *page;
    float box[4];
    text words;
    bool in_word;
} reader;

static float number_of(const XML_Char **a, const char *name)
{
    const char *value = attribute(a, name);
    return value ? strtof(value, NULL) : 0;
}

static void start(void *context, const XML_Char *name, const XML_Char **a)
{
    reader *r = context;
    if (is(name, "page")) {
        r->page = pages_add(&r->pages, number_of(a, "width"), number_of(a, "height"));
    } else if (is(name, "word")) {
        static const char *const SIDES[] = {"xMin", "yMin", "xMax", "yMax"};
        for (int i = 0; i < 4; i++)
            r->box[i] = number_of(a, SIDES[i]);
        reset(&r->words);
        r->in_word = true;
    }
}

static void end(void *context, const XML_Char *name)
{
    reader *r = context;
    if (!is(name, "word"))
        return;
    r->in_word = false;
    if (r->page)
        page_add(r->page, r->box[0], r->box[1], r->box[2], r->box[3], string_of(&r->words), r->words.len, false);
}

static void words(void *context, const XML_Char *s, int n)
{
    reader *r = context;
    if (r->in_word)
        put(&r->words, s, (size_t)n);
}

/* pdftotext writes control characters as they are, which no XML may hold. */
static void blank_controls(char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)bytes[i] < ' ' && !strchr("\t\n\r", bytes[i]))
            bytes[i] = ' ';
}

/* ---- tesseract ---- */

typedef struct {
    int top, height;
} text_line;

static int by_height(const void *a, const void *b)
{
    return ((const text_line *)a)->height - ((const text_line *)b)->height;
}

/* How a page lies: tesseract turns it upright to read it, its places are of the page as it lies. */
typedef enum { UPRIGHT, TURNED_RIGHT, UPSIDE_DOWN, TURNED_LEFT } turn;

/* A row of the table: level page block par line word left top width height conf text. */
typedef struct {
    int level, left, top, width, height;
    double confidence;
    const char *words;
    size_t len;
} tsv_row;

static bool next_row(char **at, char *end, tsv_row *r)
{
    while (*at < end) {
        char *line = *at, *stop = memchr(line, '\n', (size_t)(end - line));
        int used = 0;
        stop = stop ? stop : end;
        *at = stop + (stop < end);
        char saved = *stop; /* the file's bytes end in one more */
        *stop = 0;
        bool ok = sscanf(line, "%d\t%*d\t%*d\t%*d\t%*d\t%*d\t%d\t%d\t%d\t%d\t%lf\t%n", &r->level, &r->left, &r->top,
                         &r->width, &r->height, &r->confidence, &used) == 6;
        *stop = saved;
        r->words = line + used;
        r->len = used ? (size_t)(stop - line) - (size_t)used : 0;
        if (ok)
            return true;
    }
    return false;
}

/* Rules of tables are read as bars and specks at a word's ends: they are no part of it. */
static bool trim_rules(tsv_row *r)
{
    size_t before = r->len;
    while (r->len && strchr("|'`", r->words[r->len - 1]))
        r->len--;
    while (r->len > 1 && strchr("|'`.,_", r->words[0])) {
        r->words++;
        r->len--;
    }
    if (r->len == 1 && strchr("|'`.,_", r->words[0]))
        r->len = 0;
    return r->len != before;
}

/* Where most words stand from the ones they follow in their lines tells how the page that begins at bytes lies. */
static turn turn_of(char *bytes, char *end)
{
    size_t steps[4] = {0};
    tsv_row r, before = {0};
    bool begun = false;
    for (char *at = bytes; next_row(&at, end, &r);) {
        if (r.level == 1 && begun)
            break;
        begun = true;
        if (r.level == 5 && before.level == 5 && r.len) {
            int x = (2 * r.left + r.width) - (2 * before.left + before.width);
            int y = (2 * r.top + r.height) - (2 * before.top + before.height);
            if (abs(x) > abs(y) * 2)
                steps[x > 0 ? UPRIGHT : UPSIDE_DOWN]++;
            else if (abs(y) > abs(x) * 2)
                steps[y > 0 ? TURNED_RIGHT : TURNED_LEFT]++;
        }
        before = r;
    }
    turn most = UPRIGHT;
    for (turn t = UPRIGHT; t <= TURNED_LEFT; t++)
        most = steps[t] > steps[most] ? t : most;
    return most;
}

/* The row's place on the page turned upright. width, height: of the page as it lies. */
static void set_upright(tsv_row *r, turn t, int width, int height)
{
    tsv_row was = *r;
    if (t == UPSIDE_DOWN) {
        r->left = width - was.left - was.width;
        r->top = height - was.top - was.height;
    } else if (t == TURNED_RIGHT) {
        r->left = was.top;
        r->top = width - was.left - was.width;
    } else if (t == TURNED_LEFT) {
        r->left = height - was.top - was.height;
        r->top = was.left;
    }
    if (t == TURNED_RIGHT || t == TURNED_LEFT) {
        r->width = was.height;
        r->height = was.width;
    }
}

/* How high the lines are, by the middle one of those that may be text. */
static float usual_height(char *bytes, size_t len)
{
    text_line *lines = NULL;
    size_t count = 0, room = 0;
    tsv_row r;
    turn lies = UPRIGHT;
    for (char *at = bytes, *end = bytes + len; next_row(&at, end, &r);) {
        if (r.level == 1)
            lies = turn_of(at, end);
        set_upright(&r, lies, 0, 0); /* only its size matters */
        if (r.level == 4 && r.height > 8 && r.width > r.height * 4) {
            grow((void **)&lines, count, &room, sizeof *lines);
            lines[count++] = (text_line){r.top, r.height};
        }
    }
    if (count)
        qsort(lines, count, sizeof *lines, by_height);
    size_t middle = count / 2;
    float height = count ? (float)lines[middle].height : 30;
    free(lines);
    return height;
}

/* Letters' own boxes differ in height from word to word: all words of a line stand as high as a usual line about its
 * middle. */
static void tsv_page(char *bytes, size_t len, page *to)
{
    float height = usual_height(bytes, len), middle = 0;
    tsv_row r;
    turn lies = UPRIGHT;
    int width = 0, high = 0; /* of the page as it lies */
    for (char *at = bytes, *end = bytes + len; next_row(&at, end, &r);) {
        if (r.level == 1) {
            lies = turn_of(at, end);
            width = r.width;
            high = r.height;
        }
        set_upright(&r, lies, width, high);
        if (r.level == 1) {
            to->width = (float)r.width;
            to->height = (float)r.height;
        } else if (r.level == 4) {
            middle = (float)r.top + (float)r.height / 2;
        } else if (r.level == 5 && r.len) {
            bool figure = false, trimmed = trim_rules(&r);
            for (size_t i = 0; i < r.len; i++)
                figure |= r.words[i] >= '0' && r.words[i] <= '9';
            page_add(to, (float)r.left, middle - height / 2, (float)(r.left + r.width), middle + height / 2, r.words,
                     r.len, r.confidence < (figure ? 80 : 60) || (figure && trimmed));
        }
    }
}

/* Pages without words from page-N.tsv of the directory, and the first line; *out is their text. */
static void pages_text(pages *p, const char *type, const char *directory, text *out)
{
    text empty = {0};
    size_t scanned = 0;
    for (size_t i = 0; i < p->count; i++) {
        char name[4200], number[24];
        size_t n;
        if (p->pages[i].count)
            continue;
        snprintf(name, sizeof name, "%s/page-%zu.tsv", directory, i + 1);
        char *tsv = maybe_file(name, &n);
        if (tsv) {
            tsv_page(tsv, n, &p->pages[i]);
            scanned++;
        } else {
            snprintf(number, sizeof number, "%s%zu", empty.len ? "," : "", i + 1);
            put_string(&empty, number);
        }
        free(tsv);
    }
    printf("%s; pages=%zu; scanned=%zu; empty=%s\n", type, p->count, scanned, string_of(&empty));
    pages_write(p, scanned == 0, out);
}

void boxes_text(char *bytes, size_t len, const char *directory, text *out)
{
    reader *r = take(1, sizeof *r);
    XML_Parser p = xml_parser(r, start, end, words, true);
    XML_SetParamEntityParsing(p, XML_PARAM_ENTITY_PARSING_NEVER);
    blank_controls(bytes, len);
    xml_feed(p, bytes, len, true);
    XML_ParserFree(p);
    pages_text(&r->pages, "application/pdf", directory, out);
}

void pictures_text(size_t count, const char *directory, text *out)
{
    pages p = {0};
    for (size_t i = 0; i < count; i++)
        pages_add(&p, 0, 0); /* tesseract tells their sizes */
    pages_text(&p, "image/png", directory, out);
}
