/* SPDX-License-Identifier: MIT */
/* attach.c - see attach.h. */
#include "attach.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "date.h"
#include "fold.h"
#include "limits.h"
#include "utf8.h"

enum {
    WORDS = 400,        /* bytes of a link's or label's words that are looked at */
    LABEL_REACH = 120,  /* letters that may stand between a label and its files: sizes, dates */
    LABEL_LENGTH = 160, /* a longer text is a sentence, no label */
    ADDRESS = 2048,     /* a longer one is left alone */
    SCARCE_PROSE = 240, /* a page of less says hardly anything */
};

static const char *const SUFFIXES[] = {"pdf", "doc", "docx", "docm", "xls",  "xlsx", "xlsm", "odt",   "ods", "rtf",
                                       "zip", "rar", "7z",   "ppt",  "pptx", "csv",  "mht",  "mhtml", "tif", "tiff"};

/* Bare keys (fold.h), blanks between and around. */
static const char *const LABELS[] = {" dinh kem ",    " kem theo ", " tep ",         " tap tin ",  " file ",
                                     " tai ve ",      " tai file ", " tai xuong ",   " download ", " attachment ",
                                     " attachments ", " toan van ", " van ban goc ", " ban pdf "};
static const char *const MISSING[] = {" 404 ", " not found ", " khong tim thay ", " khong ton tai ",
                                      " page not found "};
static const char *const LOGIN[] = {" dang nhap ", " login ", " log in ", " sign in "};

/* In names of classes, ids and addresses, which are ASCII. */
static const char *const NAMES[] = {"attach",  "dinhkem",  "dinh-kem", "dinh_kem",  "kemtheo",   "taptin",  "tap-tin",
                                    "tailieu", "tai-lieu", "filelist", "list-file", "file-list", "download"};
static const char *const ADDRESSES[] = {"download",    "taive",       "tai-ve",     "getfile",  "get_file",
                                        "get-file",    "viewfile",    "dinhkem",    "dinh-kem", "attach",
                                        "contentfile", "filehandler", "/documents/"};

typedef struct {
    bc_arena *arena;
    bc_page *page;
    const GumboNode *article;
    bool narrow; /* the article is a part of the page */
    bool failed;
    unsigned labels, label_files; /* labels so far, files since the last */
    unsigned since;               /* letters since the last label; LABEL_REACH or more: none holds */
} search;

/* What is above a node. */
typedef struct {
    bool inside;    /* the article */
    bool listed;    /* a list of links */
    bool announced; /* by the name of a container, or alone beside the article */
} place;

static bool any_within(const char *s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcasestr(s, list[i]))
            return true;
    return false;
}

#define ANY_WITHIN(s, list) any_within(s, list, sizeof(list) / sizeof *(list))

/* ---- words ---- */

/* Text of a node, its blanks single, at most size - 1 bytes. */
static void words_of(const GumboNode *n, char *out, size_t size, size_t *len)
{
    if (bc_node_text(n)) {
        for (const char *p = n->v.text.text; *p; p++) {
            bool nbsp = p[0] == '\xC2' && p[1] == '\xA0', blank = nbsp || isspace((unsigned char)*p);
            p += nbsp;
            if (blank && (*len == 0 || out[*len - 1] == ' '))
                continue;
            if (*len + 1 < size)
                out[(*len)++] = blank ? ' ' : *p;
        }
    } else if (bc_node_element(n) || n->type == GUMBO_NODE_WHITESPACE) {
        if (*len && out[*len - 1] != ' ' && *len + 1 < size && (n->type == GUMBO_NODE_WHITESPACE || bc_node_block(n)))
            out[(*len)++] = ' ';
        for (unsigned i = 0; bc_node_element(n) && i < n->v.element.children.length; i++)
            words_of(n->v.element.children.data[i], out, size, len);
    }
    out[*len] = 0;
}

/* Whole code points, no blank at the end. */
static size_t trimmed(const char *s, size_t n)
{
    size_t back = 0;
    while (back < n && back < 4 && ((unsigned char)s[n - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back < n) {
        unsigned char lead = (unsigned char)s[n - 1 - back];
        size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (back + 1 < want)
            n -= back + 1;
    }
    while (n && s[n - 1] == ' ')
        n--;
    return n;
}

/* " bare keys of words " of the text. */
static void fold_text(const char *s, char *out, size_t size)
{
    const char *end = s + trimmed(s, strlen(s));
    size_t n = 1;
    out[0] = ' ';
    for (const char *p = s; p < end;) {
        const char *start = p, *stop = p;
        while (p < end) {
            uint32_t c = bc_utf8_next(&p, end);
            if (!bc_fold_is_letter(c) && !(c >= '0' && c <= '9'))
                break;
            stop = p;
        }
        bc_fold f;
        if (stop == start)
            continue;
        bc_fold_word(start, (size_t)(stop - start), &f);
        if (n + f.bare_len + 2 > size)
            break;
        memcpy(out + n, f.bare, f.bare_len);
        n += f.bare_len;
        out[n++] = ' ';
    }
    out[n] = 0;
}

static bool says(const char *text, const char *const *list, size_t n)
{
    char folded[WORDS + 2];
    fold_text(text, folded, sizeof folded);
    for (size_t i = 0; i < n; i++)
        if (strstr(folded, list[i]))
            return true;
    return false;
}

#define SAYS(text, list) says(text, list, sizeof(list) / sizeof *(list))

/* ---- addresses ---- */

/* A known suffix with nothing of a name behind it: ".pdf", ".docx?x=1", ".pdf/3f2a". Not in the host. */
static bool has_suffix(const char *s)
{
    const char *host = strstr(s, "//");
    const char *p = host && host < s + 8 ? host + 2 + strcspn(host + 2, "/?#") : s;
    for (p = strchr(p, '.'); p; p = strchr(p + 1, '.')) {
        size_t n = 0;
        while (isalnum((unsigned char)p[1 + n]))
            n++;
        for (size_t i = 0; i < sizeof SUFFIXES / sizeof *SUFFIXES; i++)
            if (strlen(SUFFIXES[i]) == n && strncasecmp(p + 1, SUFFIXES[i], n) == 0 && p[1 + n] != '.')
                return true;
    }
    return false;
}

static bool followable(const char *href)
{
    size_t n = strcspn(href, ":/?#");
    if (!*href || *href == '#' || strlen(href) > ADDRESS)
        return false;
    return href[n] != ':' || (n == 4 && strncasecmp(href, "http", 4) == 0) ||
           (n == 5 && strncasecmp(href, "https", 5) == 0);
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

/* "viewer.html?file=%2Fbc.pdf", "gview?url=http%3A...": the file itself. out has the length of href and more. */
static const char *unwrap(const char *href, char *out)
{
    static const char *const PARAMETERS[] = {"file=", "url=", "src="};
    const char *query = strchr(href, '?');
    char name[ADDRESS + 1];
    if (!query)
        return href;
    memcpy(name, href, (size_t)(query - href));
    name[query - href] = 0;
    if (!strcasestr(name, "viewer") && !strcasestr(name, "gview") && !strcasestr(name, "view.officeapps"))
        return href;
    for (const char *p = query + 1; p && *p; p = strchr(p, '&'), p += p != NULL)
        for (size_t i = 0; i < sizeof PARAMETERS / sizeof *PARAMETERS; i++) {
            size_t n = strlen(PARAMETERS[i]), m = 0;
            if (strncasecmp(p, PARAMETERS[i], n) != 0)
                continue;
            for (const char *q = p + n; *q && *q != '&' && *q != '#'; q++) {
                int high = *q == '%' ? hex(q[1]) : -1, low = high >= 0 ? hex(q[2]) : -1;
                if (low >= 0 && high * 16 + low > ' ' && high * 16 + low < 0x7F) {
                    out[m++] = (char)(high * 16 + low); /* other bytes stay as they are: an address is ASCII */
                    q += 2;
                } else {
                    out[m++] = *q;
                }
            }
            out[m] = 0;
            if (has_suffix(out) && followable(out))
                return out;
        }
    return href;
}

/* ---- files ---- */

/* What a label reaches beyond: its files may stand in the next row or item. */
#define ONE_ROW(tag)                                                                                                   \
    ((tag) == GUMBO_TAG_TR || (tag) == GUMBO_TAG_TD || (tag) == GUMBO_TAG_TBODY || (tag) == GUMBO_TAG_LI)

static bool copy(bc_arena *arena, const char *s, size_t n, bc_str *out)
{
    char *to = bc_arena_alloc(arena, n + 1);
    if (!to)
        return false;
    memcpy(to, s, n);
    *out = (bc_str){to, n};
    return true;
}

static void keep(search *s, const char *href, const char *title)
{
    s->label_files++;
    bc_page *page = s->page;
    size_t n = strlen(href), m = trimmed(title, strlen(title));
    while (n && isspace((unsigned char)href[n - 1]))
        n--;
    for (size_t i = 0; i < page->attachment_count; i++)
        if (page->attachments[i].url.len == n && memcmp(page->attachments[i].url.ptr, href, n) == 0)
            return;
    if (page->attachment_count == BC_MAX_ATTACHMENTS)
        return;
    if (m == 0) { /* the name in the address */
        size_t end = strcspn(href, "?#");
        size_t start = end;
        while (start && href[start - 1] != '/')
            start--;
        title = href + start;
        m = end - start;
    }
    bc_attachment a = {0};
    if (!bc_arena_grow(s->arena, (void **)&page->attachments, page->attachment_count, &page->attachment_room,
                       sizeof *page->attachments) ||
        !copy(s->arena, href, n, &a.url) || !copy(s->arena, title, m, &a.title)) {
        s->failed = true;
        return;
    }
    page->attachments[page->attachment_count++] = a;
}

static bool welcome(const search *s, place at)
{
    if (at.announced || s->since < LABEL_REACH)
        return true;
    return at.inside && (s->narrow || !at.listed);
}

/* Does the link lead to a file, whatever stands about it? */
static bool leads_to_file(const GumboNode *n, const char *href, const char *words, bool labelled)
{
    const char *title = bc_node_attribute(n, "title");
    if (has_suffix(href) || bc_node_attribute(n, "download") || has_suffix(words) || (title && has_suffix(title)))
        return true;
    return ANY_WITHIN(href, ADDRESSES) && (labelled || SAYS(words, LABELS) || (title && SAYS(title, LABELS)));
}

static const char *address_of(const GumboNode *n)
{
    const char *href = NULL;
    if (bc_node_element(n))
        switch (n->v.element.tag) {
        case GUMBO_TAG_A:
            href = bc_node_attribute(n, "href");
            break;
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_EMBED:
            href = bc_node_attribute(n, "src");
            break;
        case GUMBO_TAG_OBJECT:
            href = bc_node_attribute(n, "data");
            break;
        default:
            break;
        }
    while (href && isspace((unsigned char)*href))
        href++;
    return href && followable(href) ? href : NULL;
}

static void take_link(search *s, const GumboNode *n, const char *href, place at)
{
    char words[WORDS], bare[ADDRESS + 1];
    size_t len = 0;
    const char *title = bc_node_attribute(n, "title");
    bool link = n->v.element.tag == GUMBO_TAG_A;
    words[0] = 0;
    if (link)
        words_of(n, words, sizeof words, &len);
    const char *file = unwrap(href, bare);
    bool labelled = at.announced || s->since < LABEL_REACH;
    if (link ? leads_to_file(n, file, words, labelled) : has_suffix(file))
        if (welcome(s, at))
            keep(s, file, trimmed(words, len) ? words : title ? title : "");
}

/* All its links are files, and there are not many. */
static bool only_files(const GumboNode *n, unsigned *links)
{
    const char *href = address_of(n);
    char words[WORDS];
    size_t len = 0;
    if (!bc_node_element(n) || bc_node_furniture(n))
        return true;
    if (n->v.element.tag == GUMBO_TAG_A && href) {
        words_of(n, words, sizeof words, &len);
        return ++*links <= 5 && leads_to_file(n, href, words, false);
    }
    for (unsigned i = 0; i < n->v.element.children.length; i++)
        if (!only_files(n->v.element.children.data[i], links))
            return false;
    return true;
}

static unsigned letters(const char *s)
{
    unsigned n = 0;
    for (; *s; s++)
        n += isalpha((unsigned char)*s) || (unsigned char)*s >= 0x80;
    return n;
}

static bool is_head(const GumboNode *n)
{
    const char *name = bc_node_attribute(n, "class");
    switch (n->v.element.tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_LEGEND:
        return true;
    default:
        return name && (strcasestr(name, "title") || strcasestr(name, "heading"));
    }
}

static void walk(search *s, const GumboNode *n, place at)
{
    if (bc_node_text(n)) {
        const char *text = n->v.text.text;
        if (strlen(text) < LABEL_LENGTH && SAYS(text, LABELS)) {
            s->since = s->label_files = 0;
            s->labels++;
        } else if (s->since < LABEL_REACH)
            s->since += letters(text);
        return;
    }
    if (!bc_node_element(n) || s->failed)
        return;
    const char *href = address_of(n);
    if (href)
        take_link(s, n, href, at);
    if (n->v.element.tag == GUMBO_TAG_A || bc_node_furniture(n))
        return;
    bool opens = n == s->article;
    if (opens)
        at = (place){.inside = true};
    if (opens || is_head(n))
        s->since = LABEL_REACH; /* what was announced before is over */
    const char *class = bc_node_attribute(n, "class"), *id = bc_node_attribute(n, "id");
    at.announced |= (class && ANY_WITHIN(class, NAMES)) || (id && ANY_WITHIN(id, NAMES));
    if (at.inside && !s->narrow && !at.listed)
        at.listed = bc_node_link_list(n);
    bool behind = false;
    unsigned labels = s->labels;
    for (unsigned i = 0; i < n->v.element.children.length; i++) {
        const GumboNode *child = n->v.element.children.data[i];
        place below = at;
        unsigned links = 0;
        if (behind && bc_node_element(child) && !bc_node_furniture(child)) {
            behind = only_files(child, &links) && (links > 0 || bc_node_weigh(child, false).text == 0);
            below.announced |= behind;
        }
        walk(s, child, below);
        behind |= child == s->article;
    }
    bool told_here = s->labels != labels && s->label_files > 0;
    if (opens || (told_here && bc_node_block(n) && !ONE_ROW(n->v.element.tag)))
        s->since = LABEL_REACH;
}

/* ---- what the page says of itself ---- */

static const GumboNode *find(const GumboNode *n, GumboTag tag)
{
    for (unsigned i = 0; bc_node_element(n) && i < n->v.element.children.length; i++) {
        const GumboNode *child = n->v.element.children.data[i];
        if (bc_node_element(child) && child->v.element.tag == tag)
            return child;
        const GumboNode *found = find(child, tag);
        if (found)
            return found;
    }
    return NULL;
}

static bool node_says(const GumboNode *n, const char *const *list, size_t count)
{
    char words[WORDS];
    size_t len = 0;
    if (!n)
        return false;
    words[0] = 0;
    words_of(n, words, sizeof words, &len);
    return says(words, list, count);
}

static bool asks_password(const GumboNode *n)
{
    if (!bc_node_element(n))
        return false;
    const char *type = n->v.element.tag == GUMBO_TAG_INPUT ? bc_node_attribute(n, "type") : NULL;
    if (type && strcasecmp(type, "password") == 0)
        return true;
    for (unsigned i = 0; i < n->v.element.children.length; i++)
        if (asks_password(n->v.element.children.data[i]))
            return true;
    return false;
}

static void judge(search *s, const GumboNode *root, const GumboNode *body)
{
    static const GumboTag HEADS[] = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3};
    if (bc_node_weigh(s->article, false).prose > SCARCE_PROSE)
        return;
    const GumboNode *title = find(root, GUMBO_TAG_TITLE);
    bool missing = node_says(title, MISSING, sizeof MISSING / sizeof *MISSING);
    bool login = node_says(title, LOGIN, sizeof LOGIN / sizeof *LOGIN) || asks_password(body);
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
        missing |= node_says(find(body, HEADS[i]), MISSING, sizeof MISSING / sizeof *MISSING);
    s->page->missing = missing;
    s->page->login = login && !missing;
}

/* "2023-12-26T08:30:00+07:00" */
static bool read_day(const char *s, bc_date *out)
{
    int year = 0, month = 0, day = 0;
    if (sscanf(s, "%4d-%2d-%2d", &year, &month, &day) != 3 || !bc_date_valid(year, month, day))
        return false;
    *out = (bc_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

static bool find_published(const GumboNode *n, bc_date *out)
{
    static const char *const NAMED[] = {"article:published_time", "datePublished", "pubdate", "DC.date.issued"};
    if (!bc_node_element(n))
        return false;
    if (n->v.element.tag == GUMBO_TAG_META) {
        const char *says[] = {bc_node_attribute(n, "property"), bc_node_attribute(n, "itemprop"),
                              bc_node_attribute(n, "name")};
        const char *content = bc_node_attribute(n, "content");
        for (size_t i = 0; content && i < sizeof says / sizeof *says; i++)
            for (size_t k = 0; says[i] && k < sizeof NAMED / sizeof *NAMED; k++)
                if (strcasecmp(says[i], NAMED[k]) == 0 && read_day(content, out))
                    return true;
    }
    for (unsigned i = 0; i < n->v.element.children.length; i++)
        if (find_published(n->v.element.children.data[i], out))
            return true;
    return false;
}

static void find_addresses(search *s, const GumboNode *root)
{
    const GumboNode *base = find(root, GUMBO_TAG_BASE), *head = find(root, GUMBO_TAG_HEAD);
    const char *href = base ? bc_node_attribute(base, "href") : NULL, *own = NULL;
    for (unsigned i = 0; !own && head && i < head->v.element.children.length; i++) {
        const GumboNode *n = head->v.element.children.data[i];
        const char *rel = bc_node_element(n) && n->v.element.tag == GUMBO_TAG_LINK ? bc_node_attribute(n, "rel") : NULL;
        if (rel && strcasecmp(rel, "canonical") == 0)
            own = bc_node_attribute(n, "href");
    }
    if (href && followable(href))
        s->failed |= !copy(s->arena, href, strlen(href), &s->page->base);
    if (own && followable(own))
        s->failed |= !copy(s->arena, own, strlen(own), &s->page->address);
}

bool bc_attach(bc_arena *arena, const GumboNode *root, const GumboNode *body, const GumboNode *article, bc_page *page)
{
    search s = {.arena = arena, .page = page, .article = article, .narrow = article != body, .since = LABEL_REACH};
    *page = (bc_page){0};
    find_addresses(&s, root);
    find_published(root, &page->published);
    walk(&s, body, (place){0});
    judge(&s, root, body);
    return !s.failed;
}
