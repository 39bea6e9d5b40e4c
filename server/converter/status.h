/* SPDX-License-Identifier: MIT */
/* status.h - what baocao-convert ends with, for the service to read. */
#ifndef BAOCAO_CONVERTER_STATUS_H
#define BAOCAO_CONVERTER_STATUS_H

enum {
    EXIT_UNREADABLE = 3,
    EXIT_ENCRYPTED = 4,
    EXIT_TOO_LARGE = 5,
    EXIT_UNSUPPORTED = 6,
    EXIT_MEMORY = 7,
    EXIT_MEMBERS = 8 /* a ZIP of documents, for the verb members */
};

/* Around words that were read with little confidence, in the text that the converter gives for scans: U+E000, U+E001.
 */
#define MARK_DOUBT "\xEE\x80\x80"
#define MARK_SURE "\xEE\x80\x81"

#endif
