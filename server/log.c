/* SPDX-License-Identifier: MIT */
/* log.c - see log.h. */
#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "handlers/render.h"

void log_event(const char *event, ...)
{
    char when[32] = "";
    struct timespec now;
    struct tm utc;
    size_t len;
    va_list args;
    clock_gettime(CLOCK_REALTIME, &now);
    if (gmtime_r(&now.tv_sec, &utc))
        strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &utc);
    va_start(args, event);
    char *line = render_log_line(when, event, args, &len);
    va_end(args);
    if (line)
        fprintf(stderr, "%s\n", line); /* one call, so lines of two threads do not mix */
    else
        fprintf(stderr, "{\"event\":\"log_failed\"}\n");
    free(line);
}
