/* SPDX-License-Identifier: MIT */
/* status.h - what baocao-convert ends with, for the service to read. */
#ifndef BAOCAO_CONVERT_STATUS_H
#define BAOCAO_CONVERT_STATUS_H

enum { EXIT_UNREADABLE = 3, EXIT_ENCRYPTED = 4, EXIT_TOO_LARGE = 5, EXIT_UNSUPPORTED = 6, EXIT_MEMORY = 7 };

#endif
