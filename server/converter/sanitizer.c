/* SPDX-License-Identifier: MIT */
/* sanitizer.c - under AddressSanitizer only: leaks are looked for with ptrace, which the sandbox forbids; a converter
 * ends by exit and gives nothing back on purpose. */
#ifdef __SANITIZE_ADDRESS__
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}
#else
typedef int convert_not_sanitized; /* no empty translation unit */
#endif
