/* SPDX-License-Identifier: MIT */
/* node.h - what html.c and attach.c ask of an element of gumbo's tree. */
#ifndef BAOCAO_NODE_H
#define BAOCAO_NODE_H

#include <gumbo.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct {
    size_t text, links; /* bytes of words under a node, and of those inside <a> */
    size_t prose;       /* bytes in blocks that read like sentences */
} bc_node_weight;

/* Recurses once a level: bc_html_text refuses deep pages. link: the node stands inside a link. */
bc_node_weight bc_node_weigh(const GumboNode *n, bool link);

bool bc_node_furniture(const GumboNode *n); /* menus, footers, hidden parts: not read */
bool bc_node_hidden(const GumboNode *n);    /* by its attributes or style */
bool bc_node_block(const GumboNode *n);
bool bc_node_link_list(const GumboNode *n); /* a block of hardly anything but links */
bool bc_node_element(const GumboNode *n);
bool bc_node_text(const GumboNode *n);
const char *bc_node_attribute(const GumboNode *n, const char *name); /* NULL: none */

#endif
