/* SPDX-License-Identifier: MIT */
/* picture.c - see picture.h. */
#include "picture.h"

#include <leptonica/allheaders.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

#include "out.h"
#include "server/limits.h"

enum {
    DARK = 190,
    PAPER = 250,
    LEAST_HEIGHT = 8, /* pixels of a letter that can be read */
    LEAST_DPI = 70,   /* less is what programs write that do not know: tesseract's bound too */
    MOST_DPI = 1200,
    MOST_INCHES = 17 /* the longer side of A3: a page said to be larger is a photograph */
};

/* ---- files of pictures ---- */

typedef struct {
    FILE *file;
    l_int32 format; /* IFF_TIFF stands for all of its compressions */
    size_t pages;
} album;

static bool broken; /* libtiff has met an error */

static void note_error(thandle_t file, const char *where, const char *format, va_list more)
{
    (void)file;
    (void)where;
    (void)format;
    (void)more;
    broken = true;
}

/* Leptonica's own count ends at a link that is broken or leads back as at the last page: pages would be lost unsaid. */
static size_t tiff_pages(const char *path)
{
    TIFF *t = TIFFOpen(path, "r");
    size_t count = 1;
    if (!t)
        fail(EXIT_UNREADABLE, "a TIFF without pages");
    for (; !TIFFLastDirectory(t) && count <= LIMIT_SCAN_PAGES; count++)
        if (!TIFFReadDirectory(t))
            fail(EXIT_UNREADABLE, "the TIFF's list of pages is cut short");
    TIFFClose(t);
    return count;
}

/* Only these formats: what else leptonica reads, no document is posted as. */
static album open_album(const char *path)
{
    album a = {.file = fopen(path, "rb"), .pages = 1};
    char head[4] = "";
    if (!a.file || fread(head, 1, sizeof head, a.file) != sizeof head)
        fail(EXIT_UNREADABLE, "no picture");
    if (memcmp(head, "II*\0", 4) == 0 || memcmp(head, "MM\0*", 4) == 0) {
        a.format = IFF_TIFF;
        TIFFSetErrorHandlerExt(note_error);
        a.pages = tiff_pages(path);
    } else if (findFileFormatStream(a.file, &a.format) != 0) {
        a.format = IFF_UNKNOWN;
    }
    rewind(a.file);
    return a;
}

/* What page n, from 0, says of its size, before anything of it is decoded. */
static void check_size(const album *a, size_t n)
{
    l_int32 width = 0, height = 0, bad = 1;
    if (a->format == IFF_TIFF)
        bad = freadHeaderTiff(a->file, (l_int32)n, &width, &height, NULL, NULL, NULL, NULL, NULL);
    else if (a->format == IFF_PNG)
        bad = freadHeaderPng(a->file, &width, &height, NULL, NULL, NULL);
    else if (a->format == IFF_JFIF_JPEG)
        bad = freadHeaderJpeg(a->file, &width, &height, NULL, NULL, NULL);
    else if (a->format == IFF_PNM)
        bad = freadHeaderPnm(a->file, &width, &height, NULL, NULL, NULL, NULL);
    if (bad || width <= 0 || height <= 0)
        fail(EXIT_UNREADABLE, "no picture of a page");
    if ((uint64_t)width * (uint64_t)height > LIMIT_SCAN_AREA)
        fail(EXIT_TOO_LARGE, "a picture of too many pixels");
    rewind(a->file);
}

static PIX *read_page(const album *a, size_t n)
{
    check_size(a, n);
    if (a->format == IFF_PNG)
        return pixReadStreamPng(a->file);
    if (a->format != IFF_TIFF)
        return a->format == IFF_PNM ? pixReadStreamPnm(a->file) : pixReadStreamJpeg(a->file, 0, 1, NULL, 0);
    PIX *page = pixReadStreamTiff(a->file, (l_int32)n);
    return broken ? NULL : page; /* of colours leptonica leaves white what cannot be decoded */
}

size_t picture_pages(const char *path)
{
    album a = open_album(path);
    for (size_t i = 0; i < a.pages && a.pages <= LIMIT_SCAN_PAGES; i++)
        check_size(&a, i);
    return a.pages;
}

/* ---- stamps and rules ---- */

/* A gray picture's bytes in reading order, a line of them every `stride`. */
typedef struct {
    unsigned char *bytes;
    size_t width, height, stride;
} canvas;

/* What is nearly as light as the paper becomes white. */
static void lighten(canvas *c)
{
    size_t counts[256] = {0};
    unsigned paper = 128;
    unsigned char scale[256];
    for (size_t y = 0; y < c->height; y++)
        for (size_t x = 0; x < c->width; x++)
            counts[c->bytes[y * c->stride + x]]++;
    for (unsigned v = 128; v < 256; v++)
        paper = counts[v] > counts[paper] ? v : paper;
    for (unsigned v = 0; v < 256; v++) {
        unsigned lighter = v * 100 / (paper * 70 / 100) * 255 / 100;
        scale[v] = (unsigned char)(lighter > 255 ? 255 : lighter);
    }
    for (size_t y = 0; y < c->height; y++)
        for (size_t x = 0; x < c->width; x++)
            c->bytes[y * c->stride + x] = scale[c->bytes[y * c->stride + x]];
}

/* The pixels about p on both sides that are no paper: *before and *after of them, at most thick. */
static void about(const unsigned char *p, size_t across, size_t room_before, size_t room_after, size_t thick,
                  size_t *before, size_t *after)
{
    *before = *after = 0;
    while (*before < thick && *before < room_before && p[-(ptrdiff_t)((*before + 1) * across)] < PAPER)
        ++*before;
    while (*after < thick && *after < room_after && p[(*after + 1) * across] < PAPER)
        ++*after;
}

/* Runs of dark pixels along one direction, longer than any letter and thin across it. along and across: from a pixel to
 * the next in either direction; lines of n pixels each, of them `lines`. */
static void take_out_rules(unsigned char *gray, size_t along, size_t across, size_t n, size_t lines, size_t longer,
                           size_t thick)
{
    for (size_t line = 0; line < lines; line++) {
        unsigned char *first = gray + line * across;
        for (size_t i = 0; i < n;) {
            size_t run = i, letters = 0, looked = 0, before, after;
            while (run < n && first[run * along] < DARK)
                run++;
            for (size_t k = i; run - i >= longer && k < run; k += 8, looked++) {
                about(first + k * along, across, line, lines - 1 - line, thick, &before, &after);
                letters += before + after >= thick;
            }
            for (size_t k = i; run - i >= longer && letters * 3 < looked && k < run; k++) {
                unsigned char *p = first + k * along;
                about(p, across, line, lines - 1 - line, thick, &before, &after);
                bool letter = before + after >= thick; /* that touches the rule: it keeps what is its own */
                for (size_t d = 0; d <= (letter ? before > 0 : before); d++)
                    p[-(ptrdiff_t)(d * across)] = 255;
                for (size_t d = 1; d <= (letter ? after > 0 : after); d++)
                    p[d * across] = 255;
            }
            i = run + 1;
        }
    }
}

/* How high letters are, by the upper quarter of what stands alone and may be one: marks and dots stand alone too. */
static size_t letter_height(PIX *gray, size_t longest)
{
    PIX *ink = pixThresholdToBinary(gray, DARK);
    BOXA *parts = ink ? pixConnCompBB(ink, 8) : NULL;
    size_t *counts = take(longest + 1, sizeof *counts), all = 0, above = 0, height = longest / 6;
    if (!parts)
        fail(EXIT_MEMORY, "out of memory");
    for (l_int32 i = 0; i < boxaGetCount(parts); i++) {
        l_int32 w = 0, h = 0;
        boxaGetBoxGeometry(parts, i, NULL, NULL, &w, &h);
        if (h >= LEAST_HEIGHT && (size_t)h <= height && w <= h * 8) {
            counts[h]++;
            all++;
        }
    }
    while (height > 0 && (above += counts[height]) * 4 < all)
        height--;
    boxaDestroy(&parts);
    pixDestroy(&ink);
    free(counts);
    return all ? height : 0;
}

/* By the lightest of the three colours red stamps and blue ink are pale, black is not. */
static PIX *gray_of(PIX *page)
{
    if (pixGetDepth(page) == 32)
        return pixConvertRGBToGrayMinMax(page, L_CHOOSE_MAX);
    return pixConvertTo8(page, 0);
}

/* What shows through is paper. In place: leptonica's own takes the memory of two pictures more. */
static void put_on_white(PIX *page)
{
    l_uint32 *p = pixGetData(page), *end = p + (size_t)pixGetWpl(page) * (size_t)pixGetHeight(page);
    for (; p < end; p++) {
        l_uint32 alpha = *p & 0xff, out = 0;
        for (unsigned shift = L_BLUE_SHIFT; shift <= L_RED_SHIFT; shift += 8)
            out |= (255 - (255 - (*p >> shift & 0xff)) * alpha / 255) << shift;
        *p = out;
    }
    pixSetSpp(page, 3);
}

/* No larger than tesseract needs; scaled as a picture with grays and colours, and on white where it is transparent. */
static PIX *scaled(PIX *page)
{
    l_int32 width = pixGetWidth(page), height = pixGetHeight(page), most = LIMIT_SCAN_PIXELS;
    PIX *plain = pixGetColormap(page) ? pixRemoveColormap(page, REMOVE_CMAP_BASED_ON_SRC) : pixClone(page);
    pixDestroy(&page);
    if (plain && pixGetDepth(plain) == 32 && pixGetSpp(plain) == 4)
        put_on_white(plain);
    if (plain && pixGetDepth(plain) != 32 && pixGetDepth(plain) != 8) {
        page = pixConvertTo8(plain, 0);
        pixDestroy(&plain);
        plain = page;
    }
    if (!plain || (width <= most && height <= most))
        return plain;
    page = width > height ? pixScaleToSize(plain, most, 0) : pixScaleToSize(plain, 0, most);
    pixDestroy(&plain);
    return page;
}

/* Dots an inch of a picture after it was scaled from `was` pixels to `is`; 0: what it says cannot be true. */
static l_int32 true_dpi(l_int32 x, l_int32 y, l_int32 was, l_int32 is)
{
    bool sane = x == y && x >= LEAST_DPI && x <= MOST_DPI && was <= x * MOST_INCHES;
    return sane ? (l_int32)((int64_t)x * is / was) : 0;
}

static l_int32 longer_side(PIX *p)
{
    return L_MAX(pixGetWidth(p), pixGetHeight(p));
}

void picture_gray(const char *path, unsigned long n)
{
    album a = open_album(path);
    PIX *page = n && n <= a.pages ? read_page(&a, n - 1) : NULL;
    if (!page)
        fail(EXIT_UNREADABLE, "the picture is damaged");
    l_int32 was = longer_side(page), x = pixGetXRes(page), y = pixGetYRes(page);
    page = scaled(page);
    PIX *gray = page ? gray_of(page) : NULL;
    if (!gray)
        fail(EXIT_MEMORY, "out of memory");
    pixDestroy(&page);
    canvas c = {(unsigned char *)pixGetData(gray), (size_t)pixGetWidth(gray), (size_t)pixGetHeight(gray),
                (size_t)pixGetWpl(gray) * 4};
    size_t longest = (size_t)longer_side(gray), letter = longest / 47; /* 75 at 300 dots an inch of A4 */
    pixEndianByteSwap(gray);                                           /* leptonica's bytes stand in words */
    lighten(&c);
    pixEndianByteSwap(gray);
    size_t height = letter_height(gray, longest); /* of less than a page letters may be larger */
    letter = letter > 2 * height ? letter : 2 * height;
    size_t thick = letter * 2 / 15 > 3 ? letter * 2 / 15 : 3;
    pixEndianByteSwap(gray);
    take_out_rules(c.bytes, c.stride, 1, c.height, c.width, letter, thick);
    take_out_rules(c.bytes, 1, c.stride, c.width, c.height, letter * 2, thick);
    pixEndianByteSwap(gray);
    l_int32 dpi = true_dpi(x, y, was, longer_side(gray));
    pixSetResolution(gray, dpi, dpi);
    pixSetZlibCompression(gray, 1); /* it is read once */
    if (pixWriteStreamPng(stdout, gray, 0) != 0 || fflush(stdout) != 0)
        fail(EXIT_MEMORY, "the picture could not be written");
}
