/* SPDX-License-Identifier: MIT */
/* attachments.h - the files that a page leads to: their addresses and types. */
#ifndef BAOCAO_HANDLE_ATTACHMENTS_H
#define BAOCAO_HANDLE_ATTACHMENTS_H

#include "extract/extract.h"

/* Makes the addresses of the result's attachments whole and guesses their types. page_url: where the page was got;
 * NULL: its canonical address, where it names one. What cannot be made whole stays as the page has it. */
void attachments_resolve(bc_arena *arena, bc_result *result, const char *page_url);

#endif
