/* SPDX-License-Identifier: MIT */
/*
 * main.c - baocao-convert VERB FILE [PAGE]: a document's text on standard output.
 *
 * The first line is the type it was read as. Verbs: archive (DOCX, XLSX, ODT, ODS, by what is inside), members (a ZIP
 * of documents: unpacks them beside it and lists them), mhtml (a web archive), rtf, rows
 * (catdoc), cells (xls2csv), boxes (pdftotext -bbox-layout), pictures (PNG, JPEG, TIFF: both read what tesseract wrote
 * beside the file), gray (PAGE of the pictures, or of a PPM, as a PNG for tesseract, stamps and rules taken out) and
 * type (libmagic's word for the file, no text). Exit status: status.h.
 */
#include <magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats.h"
#include "picture.h"

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
        fail(EXIT_MEMBERS, "an archive, but no document");
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

int main(int argc, char **argv)
{
    text out = {0};
    size_t len = 0, count;
    bool gray = argc == 4 && strcmp(argv[1], "gray") == 0, pictures = argc == 3 && strcmp(argv[1], "pictures") == 0;
    if (argc != 3 && !gray) {
        fputs(
            "usage: baocao-convert archive|members|mhtml|rtf|rows|cells|boxes|pictures|type FILE, or gray FILE PAGE\n",
            stderr);
        return 2;
    }
    if (gray) {
        picture_gray(argv[2], strtoul(argv[3], NULL, 10));
        return 0;
    }
    char *bytes = pictures ? NULL : read_file(argv[2], &len); /* those are read by leptonica */
    const char *type = NULL;
    if (strcmp(argv[1], "archive") == 0)
        type = archive_text(bytes, len, &out);
    else if (strcmp(argv[1], "members") == 0)
        members(bytes, len, directory_of(argv[2]));
    else if (strcmp(argv[1], "mhtml") == 0)
        mhtml_text(bytes, len, &out);
    else if (strcmp(argv[1], "rtf") == 0)
        rtf_text(bytes, len, &out), type = "application/rtf";
    else if (strcmp(argv[1], "cells") == 0)
        cells_text(bytes, len, &out), type = "application/vnd.ms-excel";
    else if (strcmp(argv[1], "rows") == 0)
        type = rows_text(bytes, len, &out) ? "application/msword" : "application/msword; torn=1";
    else if (strcmp(argv[1], "boxes") == 0)
        boxes_text(bytes, len, directory_of(argv[2]), &out);
    else if (pictures)
        count = picture_pages(argv[2]), pictures_text(count, directory_of(argv[2]), &out);
    else if (strcmp(argv[1], "type") == 0)
        type = type_of(bytes, len);
    else
        return 2;
    if (type)
        printf("%s\n", type);
    return fwrite(string_of(&out), 1, out.len, stdout) == out.len && fflush(stdout) == 0 ? 0 : EXIT_MEMORY;
}
