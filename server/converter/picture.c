/* SPDX-License-Identifier: MIT */
/* picture.c - see picture.h. */
#include "picture.h"

#include <stdio.h>
#include <string.h>

#include "out.h"

enum { MOST_SIDE = 20000, DARK = 190, PAPER = 250, THICK = 10 };

static unsigned char lightest(const unsigned char *p)
{
    unsigned char light = p[0] > p[1] ? p[0] : p[1];
    return light > p[2] ? light : p[2];
}

/* By the lightest of the three colours red stamps and blue ink are pale, black is not. Then what is nearly as light as
 * the paper, such as they, becomes white. */
static void lighten(const unsigned char *pixels, unsigned char *gray, size_t count)
{
    size_t counts[256] = {0};
    unsigned paper = 128;
    unsigned char scale[256];
    for (size_t i = 0; i < count; i++) {
        gray[i] = lightest(pixels + 3 * i);
        counts[gray[i]]++;
    }
    for (unsigned v = 128; v < 256; v++)
        paper = counts[v] > counts[paper] ? v : paper;
    for (unsigned v = 0; v < 256; v++) {
        unsigned lighter = v * 100 / (paper * 70 / 100) * 255 / 100;
        scale[v] = (unsigned char)(lighter > 255 ? 255 : lighter);
    }
    for (size_t i = 0; i < count; i++)
        gray[i] = scale[gray[i]];
}

/* The pixels about p on both sides that are no paper: *before and *after of them, at most THICK. */
static void about(const unsigned char *p, size_t across, size_t room_before, size_t room_after, size_t *before,
                  size_t *after)
{
    *before = *after = 0;
    while (*before < THICK && *before < room_before && p[-(ptrdiff_t)((*before + 1) * across)] < PAPER)
        ++*before;
    while (*after < THICK && *after < room_after && p[(*after + 1) * across] < PAPER)
        ++*after;
}

/* Runs of dark pixels along one direction, longer than any letter and thin across it. along and across: from a pixel to
 * the next in either direction; lines of n pixels each, of them `lines`. */
static void take_out_rules(unsigned char *gray, size_t along, size_t across, size_t n, size_t lines, size_t longer)
{
    for (size_t line = 0; line < lines; line++) {
        unsigned char *first = gray + line * across;
        for (size_t i = 0; i < n;) {
            size_t run = i, thick = 0, looked = 0, before, after;
            while (run < n && first[run * along] < DARK)
                run++;
            for (size_t k = i; run - i >= longer && k < run; k += 8, looked++) {
                about(first + k * along, across, line, lines - 1 - line, &before, &after);
                thick += before + after >= THICK;
            }
            for (size_t k = i; run - i >= longer && thick * 3 < looked && k < run; k++) {
                unsigned char *p = first + k * along;
                about(p, across, line, lines - 1 - line, &before, &after);
                bool letter = before + after >= THICK; /* that touches the rule: it keeps what is its own */
                for (size_t d = 0; d <= (letter ? before > 0 : before); d++)
                    p[-(ptrdiff_t)(d * across)] = 255;
                for (size_t d = 1; d <= (letter ? after > 0 : after); d++)
                    p[d * across] = 255;
            }
            i = run + 1;
        }
    }
}

void picture_gray(const char *bytes, size_t len)
{
    unsigned width = 0, height = 0, most = 0;
    int used = 0;
    if (len < 16 || sscanf(bytes, "P6 %u %u %u%n", &width, &height, &most, &used) != 3 || most != 255 || width == 0 ||
        height == 0 || width > MOST_SIDE || height > MOST_SIDE || len - (size_t)used - 1 < (size_t)width * height * 3)
        fail(EXIT_UNREADABLE, "no picture of a page");
    size_t count = (size_t)width * height;
    unsigned char *gray = take(count, 1);
    lighten((const unsigned char *)bytes + used + 1, gray, count);
    size_t letter = (width > height ? width : height) / 47; /* 75 at 300 dots an inch: over a letter's height */
    take_out_rules(gray, width, 1, height, width, letter);
    take_out_rules(gray, 1, width, width, height, letter * 2);
    printf("P5\n%u %u\n255\n", width, height);
    if (fwrite(gray, 1, count, stdout) != count || fflush(stdout) != 0)
        fail(EXIT_MEMORY, "the picture could not be written");
}
