/* SPDX-License-Identifier: MIT */
/*
 * main.c - baocao-convert VERB FILE: a document's text on standard output.
 *
 * The first line is the type it was read as. Verbs: archive (DOCX, XLSX, ODT, ODS, by what is inside), rtf, rows
 * (catdoc), cells (xls2csv), boxes (pdftotext -bbox-layout), tsv (tesseract), gray (a PPM picture to PGM, stamps made
 * pale) and type (libmagic's word for the file, no text). Exit status: out.h.
 */
#include <magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats.h"

#define OOXML "application/vnd.openxmlformats-officedocument."
#define OPENDOCUMENT "application/vnd.oasis.opendocument."

static void keep_piece(void *context, const char *bytes, size_t n)
{
    put(context, bytes, n);
}

static const char *archive_text(const char *bytes, size_t len, text *out)
{
    zip z;
    text type = {0};
    zip_open(&z, bytes, len);
    if (zip_member(&z, "mimetype", keep_piece, &type)) {
        const char *name = string_of(&type);
        text manifest = {0};
        if (zip_member(&z, "META-INF/manifest.xml", keep_piece, &manifest) &&
            strstr(string_of(&manifest), "encryption-data"))
            fail(EXIT_ENCRYPTED, "the document is encrypted");
        if (strncmp(name, OPENDOCUMENT "text", strlen(OPENDOCUMENT "text")) == 0) {
            odf_text(&z, false, out);
            return OPENDOCUMENT "text";
        }
        if (strncmp(name, OPENDOCUMENT "spreadsheet", strlen(OPENDOCUMENT "spreadsheet")) == 0) {
            odf_text(&z, true, out);
            return OPENDOCUMENT "spreadsheet";
        }
        fail(EXIT_UNSUPPORTED, "an archive of another kind");
    }
    if (!zip_member(&z, "[Content_Types].xml", keep_piece, &type))
        fail(EXIT_UNSUPPORTED, "an archive, but no document");
    const char *types = string_of(&type);
    if (strstr(types, "wordprocessingml.document.main+xml") || strstr(types, "wordprocessingml.template.main+xml") ||
        strstr(types, "document.macroEnabled.main+xml")) {
        docx_text(&z, "word/document.xml", out);
        return OOXML "wordprocessingml.document";
    }
    if (strstr(types, "spreadsheetml.sheet.main+xml") || strstr(types, "sheet.macroEnabled.main+xml") ||
        strstr(types, "spreadsheetml.template.main+xml")) {
        xlsx_text(&z, out);
        return OOXML "spreadsheetml.sheet";
    }
    fail(EXIT_UNSUPPORTED, "an archive of another kind");
}

static const char *type_of(const char *bytes, size_t len)
{
    magic_t m = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR);
    if (!m || magic_load(m, NULL) != 0)
        fail(EXIT_MEMORY, "libmagic has no data");
    const char *type = magic_buffer(m, bytes, len);
    return type ? type : "application/octet-stream";
}

static char *directory_of(char *path)
{
    static char here[] = ".";
    char *slash = strrchr(path, '/');
    if (!slash)
        return here;
    *slash = 0; /* the file is read by now */
    return path;
}

static unsigned char lightest(const unsigned char *p)
{
    unsigned char light = p[0] > p[1] ? p[0] : p[1];
    return light > p[2] ? light : p[2];
}

/* P6 to P5 by the lightest of the three colours: red stamps and blue ink turn pale, black stays. Then what is nearly as
 * light as the paper, such as they, becomes white. */
static int gray(const char *bytes, size_t len)
{
    unsigned width = 0, height = 0, most = 0, paper = 255;
    size_t counts[256] = {0};
    int used = 0;
    if (len < 16 || sscanf(bytes, "P6 %u %u %u%n", &width, &height, &most, &used) != 3 || most != 255 || width == 0 ||
        height == 0 || width > 20000 || height > 20000 || len - (size_t)used - 1 < (size_t)width * height * 3)
        fail(EXIT_UNREADABLE, "no picture of a page");
    const unsigned char *pixels = (const unsigned char *)bytes + used + 1;
    unsigned char *row = take(width, 1), scale[256];
    for (size_t i = 0; i < (size_t)width * height; i++)
        counts[lightest(pixels + 3 * i)]++;
    for (unsigned v = 128; v < 256; v++)
        if (counts[v] > counts[paper] || v == 128)
            paper = v;
    for (unsigned v = 0; v < 256; v++) {
        unsigned lighter = v * 100 / (paper * 70 / 100) * 255 / 100;
        scale[v] = (unsigned char)(lighter > 255 ? 255 : lighter);
    }
    printf("P5\n%u %u\n255\n", width, height);
    for (unsigned y = 0; y < height; y++) {
        for (unsigned x = 0; x < width; x++, pixels += 3)
            row[x] = scale[lightest(pixels)];
        if (fwrite(row, 1, width, stdout) != width)
            return EXIT_MEMORY;
    }
    return fflush(stdout) == 0 ? 0 : EXIT_MEMORY;
}

int main(int argc, char **argv)
{
    text out = {0};
    size_t len;
    if (argc != 3) {
        fputs("usage: baocao-convert archive|rtf|rows|cells|boxes|tsv|gray|type FILE\n", stderr);
        return 2;
    }
    char *bytes = read_file(argv[2], &len);
    const char *type = NULL;
    if (strcmp(argv[1], "archive") == 0)
        type = archive_text(bytes, len, &out);
    else if (strcmp(argv[1], "rtf") == 0)
        rtf_text(bytes, len, &out), type = "application/rtf";
    else if (strcmp(argv[1], "cells") == 0)
        cells_text(bytes, len, &out), type = "application/vnd.ms-excel";
    else if (strcmp(argv[1], "rows") == 0)
        rows_text(bytes, len, &out), type = "application/msword";
    else if (strcmp(argv[1], "boxes") == 0)
        boxes_text(bytes, len, directory_of(argv[2]), &out);
    else if (strcmp(argv[1], "tsv") == 0)
        tsv_text(bytes, len, &out);
    else if (strcmp(argv[1], "gray") == 0)
        return gray(bytes, len);
    else if (strcmp(argv[1], "type") == 0)
        type = type_of(bytes, len);
    else
        return 2;
    if (type)
        printf("%s\n", type);
    return fwrite(string_of(&out), 1, out.len, stdout) == out.len && fflush(stdout) == 0 ? 0 : EXIT_MEMORY;
}
