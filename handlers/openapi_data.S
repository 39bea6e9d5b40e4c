/* SPDX-License-Identifier: MIT */
/* openapi_data.S - openapi.yaml in the binary. */
    .section .rodata
    .global openapi_yaml
    .global openapi_yaml_end
openapi_yaml:
    .incbin "openapi.yaml"
openapi_yaml_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
