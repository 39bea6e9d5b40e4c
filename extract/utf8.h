/* SPDX-License-Identifier: MIT */
/* utf8.h - UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing past U+10FFFF. */
#ifndef BAOCAO_UTF8_H
#define BAOCAO_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool bc_utf8_valid(const char *bytes, size_t len);

/* The code point at *p of valid UTF-8; moves *p past it. *p < end. */
uint32_t bc_utf8_next(const char **p, const char *end);

/* Writes a code point, up to 4 bytes; returns how many. */
size_t bc_utf8_put(char *out, uint32_t code_point);

/* Code points in len bytes of valid UTF-8. */
size_t bc_utf8_count(const char *bytes, size_t len);

#endif
