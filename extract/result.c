/* SPDX-License-Identifier: MIT */
/* result.c - the words of the closed sets of result.h and extract.h. */
#include "extract.h"

#define NAME(id, name) name,
#define DEFINE(function, type, count, set)                                                                             \
    const char *function(type value)                                                                                   \
    {                                                                                                                  \
        static const char *const NAMES[] = {set(NAME)};                                                                \
        return (unsigned)value < (unsigned)(count) ? NAMES[value] : NULL;                                              \
    }

DEFINE(bc_bound_name, bc_bound, BC_BOUND_COUNT, BC_BOUNDS)
DEFINE(bc_status_name, bc_status, BC_STATUS_COUNT, BC_STATUSES)
DEFINE(bc_comparison_name, bc_comparison_kind, BC_COMPARISON_COUNT, BC_COMPARISONS)
DEFINE(bc_cause_name, bc_cause_kind, BC_CAUSE_COUNT, BC_CAUSE_KINDS)
DEFINE(bc_section_name, bc_section_kind, BC_SECTION_COUNT, BC_SECTIONS)
DEFINE(bc_document_type_name, bc_document_type, BC_DOCUMENT_COUNT, BC_DOCUMENT_TYPES)
DEFINE(bc_error_name, bc_error, BC_ERROR_COUNT, BC_ERRORS)
