/* SPDX-License-Identifier: MIT */
/* node.c - see node.h. */
#include "node.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { LONG_BLOCK = 40 };

static bool one_of(GumboTag tag, const GumboTag *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] == tag)
            return true;
    return false;
}

#define ONE_OF(tag, list) one_of(tag, list, sizeof(list) / sizeof *(list))

static const GumboTag SKIPPED[] = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV,
                                   GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE,   GUMBO_TAG_IFRAME,   GUMBO_TAG_SELECT,
                                   GUMBO_TAG_BUTTON, GUMBO_TAG_OBJECT,  GUMBO_TAG_SVG,      GUMBO_TAG_TEMPLATE,
                                   GUMBO_TAG_HEAD,   GUMBO_TAG_TEXTAREA};
static const GumboTag BLOCKS[] = {
    GUMBO_TAG_P,     GUMBO_TAG_DIV,    GUMBO_TAG_LI,  GUMBO_TAG_UL,         GUMBO_TAG_OL,         GUMBO_TAG_TABLE,
    GUMBO_TAG_TBODY, GUMBO_TAG_TR,     GUMBO_TAG_TD,  GUMBO_TAG_TH,         GUMBO_TAG_H1,         GUMBO_TAG_H2,
    GUMBO_TAG_H3,    GUMBO_TAG_H4,     GUMBO_TAG_H5,  GUMBO_TAG_H6,         GUMBO_TAG_SECTION,    GUMBO_TAG_ARTICLE,
    GUMBO_TAG_MAIN,  GUMBO_TAG_HEADER, GUMBO_TAG_PRE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FORM,       GUMBO_TAG_CENTER,
    GUMBO_TAG_DL,    GUMBO_TAG_DT,     GUMBO_TAG_DD,  GUMBO_TAG_FIGURE,     GUMBO_TAG_FIGCAPTION, GUMBO_TAG_BODY};

const char *bc_node_attribute(const GumboNode *n, const char *name)
{
    GumboAttribute *a = gumbo_get_attribute(&n->v.element.attributes, name);
    return a ? a->value : NULL;
}

/* Is one of the words in the class or id, as a word or at its start: "main-menu", "sidebarRight"? */
static bool hinted(const char *value)
{
    static const char *const HINTS[] = {"menu",     "nav",     "footer",    "sidebar", "breadcrumb",  "share",
                                        "social",   "related", "banner",    "comment", "tinlienquan", "tin-lien-quan",
                                        "lienquan", "advert",  "quangcao",  "popup",   "copyright",   "search",
                                        "login",    "print",   "othernews", "tinkhac", "tin-khac",    "toolbar",
                                        "pager",    "topbar",  "hotline"};
    if (!value)
        return false;
    for (const char *p = value; *p; p++) {
        if (p > value && isalnum((unsigned char)p[-1]) &&
            !(islower((unsigned char)p[-1]) && isupper((unsigned char)*p)))
            continue;
        for (size_t i = 0; i < sizeof HINTS / sizeof *HINTS; i++)
            if (strncasecmp(p, HINTS[i], strlen(HINTS[i])) == 0)
                return true;
    }
    return false;
}

static bool styled(const char *style, const char *property, const char *value)
{
    for (const char *p = style; p && (p = strcasestr(p, property)) != NULL; p++) {
        const char *q = p + strlen(property);
        q += strspn(q, " :");
        if (strncasecmp(q, value, strlen(value)) == 0)
            return true;
    }
    return false;
}

bool bc_node_hidden(const GumboNode *n)
{
    const char *style = bc_node_attribute(n, "style"), *aria = bc_node_attribute(n, "aria-hidden");
    if (bc_node_attribute(n, "hidden") || (aria && strcasecmp(aria, "true") == 0))
        return true;
    return styled(style, "display", "none") || styled(style, "visibility", "hidden");
}

bool bc_node_element(const GumboNode *n)
{
    return n->type == GUMBO_NODE_ELEMENT;
}

bool bc_node_furniture(const GumboNode *n)
{
    if (!bc_node_element(n))
        return false;
    if (ONE_OF(n->v.element.tag, SKIPPED) || bc_node_hidden(n))
        return true;
    if (n->v.element.tag == GUMBO_TAG_BODY || n->v.element.tag == GUMBO_TAG_ARTICLE ||
        n->v.element.tag == GUMBO_TAG_MAIN || n->v.element.tag == GUMBO_TAG_HTML)
        return false;
    const char *role = bc_node_attribute(n, "role");
    return hinted(bc_node_attribute(n, "class")) || hinted(bc_node_attribute(n, "id")) ||
           (role && (strcasecmp(role, "navigation") == 0 || strcasecmp(role, "contentinfo") == 0));
}

static size_t word_bytes(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += !isspace((unsigned char)*s);
    return n;
}

bool bc_node_text(const GumboNode *n)
{
    return n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_CDATA;
}

bc_node_weight bc_node_weigh(const GumboNode *n, bool link)
{
    bc_node_weight sum = {0};
    if (bc_node_text(n)) {
        sum.text = word_bytes(n->v.text.text);
        sum.links = link ? sum.text : 0;
        return sum;
    }
    if (!bc_node_element(n) || bc_node_furniture(n))
        return sum;
    link |= n->v.element.tag == GUMBO_TAG_A;
    size_t inline_text = 0, inline_links = 0;
    for (unsigned i = 0; i < n->v.element.children.length; i++) {
        const GumboNode *child = n->v.element.children.data[i];
        bc_node_weight w = bc_node_weigh(child, link);
        sum.text += w.text;
        sum.links += w.links;
        sum.prose += w.prose;
        if (!bc_node_element(child) || !ONE_OF(child->v.element.tag, BLOCKS)) {
            inline_text += w.text - (w.prose < w.text ? w.prose : w.text);
            inline_links += w.links;
        }
    }
    if (ONE_OF(n->v.element.tag, BLOCKS) && inline_text >= LONG_BLOCK && inline_links * 2 < inline_text)
        sum.prose += inline_text;
    return sum;
}

bool bc_node_block(const GumboNode *n)
{
    return bc_node_element(n) && ONE_OF(n->v.element.tag, BLOCKS);
}

bool bc_node_link_list(const GumboNode *n)
{
    if (!bc_node_block(n) || n->v.element.tag == GUMBO_TAG_BODY)
        return false;
    bc_node_weight x = bc_node_weigh(n, false);
    return x.text > 15 && x.links * 10 > x.text * 6 && x.prose == 0;
}
