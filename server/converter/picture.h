/* SPDX-License-Identifier: MIT */
/* picture.h - pages that are pictures, made ready for tesseract: what poppler draws (PPM), PNG, JPEG and TIFF. */
#ifndef BAOCAO_CONVERTER_PICTURE_H
#define BAOCAO_CONVERTER_PICTURE_H

#include <stddef.h>

/* How many pages a file of pictures has, at most LIMIT_SCAN_PAGES + 1. Fails by itself where a page says that it has
 * more than LIMIT_SCAN_AREA pixels, or the list of them is cut short or leads back; no pixel is decoded. */
size_t picture_pages(const char *path);

/* Page n, from 1, as a gray PNG on standard output: no side longer than LIMIT_SCAN_PIXELS, stamps and ink white, the
 * rules of tables taken out, its own dots an inch where they can be true. Fails as picture_pages does. */
void picture_gray(const char *path, unsigned long n);

#endif
