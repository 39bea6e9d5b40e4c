/* SPDX-License-Identifier: MIT */
/* lexicon_data.S - the data files of lexicon/, in the binary: bc_data_NAME up to bc_data_NAME_end. */
    .section .rodata
.macro embed name
    .global bc_data_\name
    .global bc_data_\name\()_end
bc_data_\name:
    .incbin "extract/lexicon/\name\().tsv"
bc_data_\name\()_end:
    .byte 0
.endm
    embed numbers
    embed units
    embed counters
    embed indicators
    embed provinces
    embed hedges
    embed relations
    embed periods
    embed lookalikes
    embed grammar
    embed headings
    embed cues
    embed areas
    embed weights
    embed spelling
    embed words
    embed districts
    .section .note.GNU-stack, "", %progbits
