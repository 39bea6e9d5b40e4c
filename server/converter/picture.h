/* SPDX-License-Identifier: MIT */
/* picture.h - a scanned page made ready for tesseract. */
#ifndef BAOCAO_CONVERTER_PICTURE_H
#define BAOCAO_CONVERTER_PICTURE_H

#include <stddef.h>

/* PPM (P6) to PGM (P5) on standard output: stamps and ink become white, the rules of tables are taken out. */
void picture_gray(const char *bytes, size_t len);

#endif
