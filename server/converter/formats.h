/* SPDX-License-Identifier: MIT */
/* formats.h - the formats that the converter reads, each to UTF-8 text, a line a paragraph or a row of a table. */
#ifndef BAOCAO_CONVERTER_FORMATS_H
#define BAOCAO_CONVERTER_FORMATS_H

#include "out.h"
#include "zip.h"

/* Unpacks the documents of an archive to member-0, member-1 ... of the directory and lists them on standard output: a
 * line each of a status (0 or status.h), a blank and the name. Folders and what systems put in by themselves are left
 * out. One that cannot be unpacked harms no other. */
void members(const char *bytes, size_t len, const char *directory);

void docx_text(zip *z, const char *part, text *out);
void xlsx_text(zip *z, text *out);
void odf_text(zip *z, bool sheet, text *out);
/* The page of a web archive (MHTML), its transfer encoding undone, in its own charset; puts the first line on standard
 * output by itself: its type, charset and address. A parser of our own: gmime would bring glib and its object system
 * into the sandbox to find one part of one structure. */
void mhtml_text(const char *bytes, size_t len, text *out);
void rtf_text(const char *bytes, size_t len, text *out);
/* What pdftotext -bbox-layout gives, and a file of that many pictures; pages without words are read from page-N.tsv of
 * the directory, as tesseract writes it, where that is. Both put the first line on standard output by themselves: the
 * type (of any picture image/png), pages=, scanned= and empty=, the numbers of the pages still without. */
void boxes_text(char *bytes, size_t len, const char *directory, text *out);
void pictures_text(size_t count, const char *directory, text *out);
/* Lines, rows of tables apart by tabs: catdoc's. False: cells of a table could not be told from each other; its lines
 * are text then. */
bool rows_text(const char *bytes, size_t len, text *out);
void cells_text(const char *bytes, size_t len, text *out); /* rows of cells apart by tabs, as xls2csv gives them */

#endif
