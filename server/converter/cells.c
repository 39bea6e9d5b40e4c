/* SPDX-License-Identifier: MIT */
/* cells.c - rows of cells apart by tabs: what xls2csv gives of an old workbook, catdoc of an old document's tables. */
#include "formats.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "grid.h"
#include "number.h"

/* xls2csv writes numbers with a point. */
static void put_cell(const char *s, size_t n, text *out)
{
    char *stop, words[64];
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < n; i++) {
        digits += isdigit((unsigned char)s[i]) != 0;
        points += s[i] == '.';
        if (!isdigit((unsigned char)s[i]) && s[i] != '.' && !(i == 0 && s[i] == '-'))
            digits = n + 1; /* more than a number */
    }
    if (n == 0 || n >= sizeof words || digits == 0 || digits > n || points != 1) {
        put(out, s, n);
        return;
    }
    memcpy(words, s, n);
    words[n] = 0;
    double v = strtod(words, &stop);
    if (*stop)
        put(out, s, n);
    else
        number_put(v, -1, out);
}

void cells_text(const char *bytes, size_t len, text *out)
{
    grid g = {0};
    for (size_t i = 0; i < len;) {
        size_t stop = i;
        while (stop < len && bytes[stop] != '\n' && bytes[stop] != '\f')
            stop++;
        grid_row(&g);
        for (size_t k = i; k <= stop;) {
            size_t cell = k;
            while (cell < stop && bytes[cell] != '\t')
                cell++;
            text shown = {0};
            put_cell(bytes + k, cell - k - (cell > k && bytes[cell - 1] == '\r'), &shown);
            grid_add(&g, string_of(&shown), 1);
            free(shown.bytes);
            k = cell + 1;
        }
        if (stop == len || bytes[stop] == '\f')
            sheet_write(&g, out);
        i = stop + 1;
    }
    if (g.count)
        sheet_write(&g, out);
}

void rows_text(const char *bytes, size_t len, text *out)
{
    grid g = {0};
    for (size_t i = 0; i < len;) {
        const char *end = memchr(bytes + i, '\n', len - i);
        size_t stop = end ? (size_t)(end - bytes) : len;
        if (memchr(bytes + i, '\t', stop - i)) {
            grid_row(&g);
            for (size_t k = i; k <= stop;) {
                size_t cell = k;
                while (cell < stop && bytes[cell] != '\t')
                    cell++;
                text words = {0};
                put(&words, bytes + k, cell - k);
                grid_add(&g, string_of(&words), 1);
                free(words.bytes);
                k = cell + 1;
            }
        } else {
            grid_write(&g, out);
            put_line(out, bytes + i, stop - i);
        }
        i = stop + 1;
    }
    grid_write(&g, out);
}
