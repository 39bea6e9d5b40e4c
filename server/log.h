/* SPDX-License-Identifier: MIT */
/* log.h - one JSON line an event on stderr: time (RFC 3339, UTC), event, then the pairs as render_pairs() takes them.
 */
#ifndef BAOCAO_LOG_H
#define BAOCAO_LOG_H

void log_event(const char *event, ...);

#endif
