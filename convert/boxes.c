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

void boxes_text(char *bytes, size_t len, text *out)
{
    reader *r = take(1, sizeof *r);
    XML_Parser p = xml_parser(r, start, end, words, true);
    XML_SetParamEntityParsing(p, XML_PARAM_ENTITY_PARSING_NEVER);
    blank_controls(bytes, len);
    xml_feed(p, bytes, len, true);
    XML_ParserFree(p);
    pages_write(&r->pages, true, out);
}

/* level page block par line word left top width height conf text */
void tsv_text(char *bytes, size_t len, text *out)
{
    pages p = {0};
    page *now = NULL;
    for (char *line = bytes, *end = bytes + len; line < end;) {
        char *stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop ? stop : end;
        int level = 0, left = 0, top = 0, width = 0, height = 0, used = 0;
        double confidence = 0;
        char saved = *stop;
        *stop = 0;
        if (sscanf(line, "%d\t%*d\t%*d\t%*d\t%*d\t%*d\t%d\t%d\t%d\t%d\t%lf\t%n", &level, &left, &top, &width, &height,
                   &confidence, &used) == 6) {
            if (level == 1)
                now = pages_add(&p, (float)width, (float)height);
            else if (level == 5 && now && used)
                page_add(now, (float)left, (float)top, (float)(left + width), (float)(top + height), line + used,
                         (size_t)(stop - line - used), confidence < 60);
        }
        *stop = saved;
        line = stop + 1;
    }
    pages_write(&p, false, out);
}
