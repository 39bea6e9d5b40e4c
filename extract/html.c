/* SPDX-License-Identifier: MIT */
/* html.c - see html.h. */
#include "html.h"

#include <ctype.h>
#include <gumbo.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "attach.h"
#include "decode.h"
#include "limits.h"
#include "node.h"

enum {
    LONG_CELL = 400,
    CHARSET_BYTES = 40,
    META_BYTES = 4096,
    REFRESH_BYTES = 16384,
    MAX_COLUMNS = 64,
    MAX_ROWSPAN = 1000,
    SHORT_CAPTION = 200,
    DATE_LINE = 120,
    NEAR = 4,
    FAR = 8,
    HEADLINE = 300,
    COPIED_LINE = 60,
    COPY_TRIES = 8
};

typedef struct {
    bc_arena *arena;
    char *text;
    size_t len, room;
    bool failed;
    unsigned breaks;             /* line ends owed before the next word */
    bool blank;                  /* a blank owed */
    bool accented;               /* the page is written with diacritics */
    bool pictured;               /* nothing was written since a picture */
    unsigned spans[MAX_COLUMNS]; /* rows of the table that a cell above still fills, by column */
} writer;

static bool holds_articles(GumboTag tag)
{
    static const GumboTag CONTAINERS[] = {GUMBO_TAG_DIV,   GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,
                                          GUMBO_TAG_TABLE, GUMBO_TAG_TBODY,   GUMBO_TAG_TR,      GUMBO_TAG_TD,
                                          GUMBO_TAG_FORM,  GUMBO_TAG_CENTER,  GUMBO_TAG_SPAN,    GUMBO_TAG_FONT};
    for (size_t i = 0; i < sizeof CONTAINERS / sizeof *CONTAINERS; i++)
        if (CONTAINERS[i] == tag)
            return true;
    return false;
}

/* From the body down to the innermost container that still holds most of the prose. */
static const GumboNode *find_article(const GumboNode *n)
{
    size_t all = bc_node_weigh(n, false).prose;
    for (;;) {
        const GumboNode *next = NULL;
        for (unsigned i = 0; i < n->v.element.children.length && !next; i++) {
            const GumboNode *child = n->v.element.children.data[i];
            if (!bc_node_element(child) || !holds_articles(child->v.element.tag) || bc_node_furniture(child))
                continue;
            size_t prose = bc_node_weigh(child, false).prose;
            if (prose * 10 >= all * 7 && prose > 0)
                next = child;
        }
        if (!next)
            return n;
        n = next;
    }
}

static void put(writer *w, const char *s, size_t n)
{
    if (w->failed)
        return;
    if (w->len + n > w->room) {
        w->failed = true;
        return;
    }
    memcpy(w->text + w->len, s, n);
    w->len += n;
}

static void owe_breaks(writer *w, unsigned n)
{
    if (w->breaks < n)
        w->breaks = n;
    w->blank = false;
}

static void put_words(writer *w, const char *s)
{
    while (*s) {
        bool space = isspace((unsigned char)*s) || (s[0] == '\xC2' && s[1] == '\xA0');
        if (space) {
            w->blank = true;
            s += *s == '\xC2' ? 2 : 1;
            continue;
        }
        if (w->breaks && w->len)
            put(w, "\n\n", w->breaks > 2 ? 2 : w->breaks);
        else if (w->blank && w->len && w->text[w->len - 1] != '\n')
            put(w, " ", 1);
        w->breaks = 0;
        w->blank = w->pictured = false;
        put(w, s++, 1);
    }
}

static bool contains_tag(const GumboNode *n, GumboTag tag)
{
    if (!bc_node_element(n))
        return false;
    for (unsigned i = 0; i < n->v.element.children.length; i++) {
        const GumboNode *child = n->v.element.children.data[i];
        if (bc_node_element(child) && (child->v.element.tag == tag || contains_tag(child, tag)))
            return true;
    }
    return false;
}

/* Most cells short, some row with two of them: figures, not layout. */
static void judge_table(const GumboNode *n, unsigned *rows, bool *layout)
{
    if (!bc_node_element(n))
        return;
    if (n->v.element.tag == GUMBO_TAG_TR) {
        unsigned cells = 0;
        for (unsigned i = 0; i < n->v.element.children.length; i++) {
            const GumboNode *cell = n->v.element.children.data[i];
            if (bc_node_element(cell) && (cell->v.element.tag == GUMBO_TAG_TD || cell->v.element.tag == GUMBO_TAG_TH)) {
                cells++;
                if (bc_node_weigh(cell, false).text > LONG_CELL || contains_tag(cell, GUMBO_TAG_TABLE))
                    *layout = true;
            }
        }
        *rows += cells >= 2;
        return;
    }
    for (unsigned i = 0; i < n->v.element.children.length; i++)
        judge_table(n->v.element.children.data[i], rows, layout);
}

static bool is_data_table(const GumboNode *n)
{
    unsigned rows = 0;
    bool layout = false;
    judge_table(n, &rows, &layout);
    return rows >= 2 && !layout;
}

static void write_node(writer *w, const GumboNode *n, bool data_table);

static void write_children(writer *w, const GumboNode *n, bool data_table)
{
    for (unsigned i = 0; i < n->v.element.children.length; i++)
        write_node(w, n->v.element.children.data[i], data_table);
}

/* A cell's colspan or rowspan. */
static unsigned span_of(const GumboNode *cell, const char *name, unsigned most)
{
    const char *s = bc_node_attribute(cell, name);
    unsigned long n = s ? strtoul(s, NULL, 10) : 1;
    return n < 1 ? 1 : n > most ? most : (unsigned)n;
}

static void part_cells(writer *w, bool *first)
{
    if (!*first)
        put_words(w, " | ");
    w->blank = !*first;
    *first = false;
}

/* Cells that one above fills are empty ones. */
static unsigned fill_spanned(writer *w, unsigned column, bool *first)
{
    for (; column < MAX_COLUMNS && w->spans[column] > 0; column++) {
        w->spans[column]--;
        part_cells(w, first);
    }
    return column;
}

static void write_row(writer *w, const GumboNode *row)
{
    bool first = true;
    unsigned column = 0;
    owe_breaks(w, 1);
    for (unsigned i = 0; i < row->v.element.children.length; i++) {
        const GumboNode *cell = row->v.element.children.data[i];
        if (!bc_node_element(cell))
            continue;
        column = fill_spanned(w, column, &first);
        bool opens = first;
        size_t before = w->len;
        part_cells(w, &first);
        size_t start = w->len;
        write_children(w, cell, true);
        while (opens && start < w->len && w->text[start] == '\n')
            start++; /* the row's own line end */
        for (size_t k = start; k < w->len; k++)
            if (w->text[k] == '\n')
                w->text[k] = ' ';
        w->breaks = opens && w->len == before ? w->breaks : 0;
        unsigned columns = span_of(cell, "colspan", MAX_COLUMNS), rows = span_of(cell, "rowspan", MAX_ROWSPAN);
        for (unsigned k = 0; k < columns && column < MAX_COLUMNS; k++, column++) {
            w->spans[column] = rows - 1;
            if (k > 0)
                part_cells(w, &first);
        }
    }
    fill_spanned(w, column, &first);
    owe_breaks(w, 1);
}

/* ---- captions ---- */

typedef struct {
    size_t letters, others, words; /* ASCII letters, bytes of others, runs of two letters or more */
    bool digits;
} script;

static void read_script(const GumboNode *n, size_t most, script *out)
{
    if (out->letters + out->others > most)
        return;
    if (bc_node_text(n)) {
        size_t run = 0;
        for (const char *p = n->v.text.text; *p; p++) {
            bool letter = isalpha((unsigned char)*p), nbsp = p[0] == '\xC2' && p[1] == '\xA0';
            out->letters += letter;
            out->others += (unsigned char)*p >= 0x80 && !nbsp;
            out->digits |= isdigit((unsigned char)*p) != 0;
            p += nbsp;
            run = letter ? run + 1 : 0;
            out->words += run == 2;
        }
        return;
    }
    for (unsigned i = 0; bc_node_element(n) && !bc_node_furniture(n) && i < n->v.element.children.length; i++)
        read_script(n->v.element.children.data[i], most, out);
}

static bool is_accented(const GumboNode *n)
{
    script s = {0};
    read_script(n, SIZE_MAX, &s);
    return s.others * 10 > s.letters; /* Vietnamese has a letter with marks in every other word */
}

/* Words without diacritics right behind a picture, in a page that has them: a caption, and no sentence of the report.
 */
static bool is_bare_caption(const writer *w, const GumboNode *n)
{
    script s = {0};
    if (!w->accented || !w->pictured)
        return false;
    read_script(n, SHORT_CAPTION, &s);
    return s.others == 0 && s.words >= 3 && s.letters < SHORT_CAPTION && !s.digits;
}

static void write_node(writer *w, const GumboNode *n, bool data_table)
{
    if ((bc_node_text(n) || bc_node_element(n)) && is_bare_caption(w, n)) {
        w->pictured = false;
        return;
    }
    if (bc_node_text(n)) {
        put_words(w, n->v.text.text);
        return;
    }
    if (n->type == GUMBO_NODE_WHITESPACE) {
        w->blank = true;
        return;
    }
    if (!bc_node_element(n) || bc_node_furniture(n))
        return;
    GumboTag tag = n->v.element.tag;
    bool block = bc_node_block(n);
    w->pictured |= tag == GUMBO_TAG_IMG;
    if (bc_node_link_list(n))
        return;
    if (tag == GUMBO_TAG_BR) {
        owe_breaks(w, w->breaks ? 2 : 1);
        return;
    }
    if (tag == GUMBO_TAG_TABLE) {
        data_table = is_data_table(n);
        memset(w->spans, 0, sizeof w->spans); /* a table inside one is layout: its rows hold no data */
    }
    if (tag == GUMBO_TAG_TR && data_table) {
        write_row(w, n);
        return;
    }
    unsigned gap = tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TBODY ? 1 : 2;
    if (block)
        owe_breaks(w, gap);
    if (tag == GUMBO_TAG_LI && bc_node_weigh(n, false).text > 0) {
        put_words(w, "- ");
        w->blank = true;
    }
    write_children(w, n, data_table);
    if (block)
        owe_breaks(w, gap);
}

/* ---- the headline ---- */

static const GumboNode *find_tag(const GumboNode *n, GumboTag tag)
{
    if (!bc_node_element(n))
        return NULL;
    for (unsigned i = 0; i < n->v.element.children.length; i++) {
        const GumboNode *child = n->v.element.children.data[i];
        if (!bc_node_element(child))
            continue;
        if (child->v.element.tag == tag && !bc_node_hidden(child))
            return child;
        const GumboNode *found = find_tag(child, tag);
        if (found)
            return found;
    }
    return NULL;
}

static bool holds(bc_str text, bc_str part)
{
    return part.len > 0 && memmem(text.ptr, text.len, part.ptr, part.len) != NULL;
}

static unsigned depth_of(const GumboNode *n)
{
    unsigned depth = 0;
    for (; n->parent; n = n->parent)
        depth++;
    return depth;
}

/* The innermost node that holds both. */
static const GumboNode *common(const GumboNode *a, const GumboNode *b)
{
    unsigned x = depth_of(a), y = depth_of(b);
    for (; x > y; x--)
        a = a->parent;
    for (; y > x; y--)
        b = b->parent;
    while (a != b) {
        a = a->parent;
        b = b->parent;
    }
    return a;
}

/* What has been found of a headline: the nearest to the article in the tree. */
typedef struct {
    const GumboNode *article, *best;
    unsigned depth;
} nearest;

/* A link to the front page: the site's own name. */
static bool leads_home(const GumboNode *n)
{
    const char *href = NULL;
    if (!bc_node_element(n))
        return false;
    if (n->v.element.tag == GUMBO_TAG_A)
        href = bc_node_attribute(n, "href");
    const char *path = href && strstr(href, "://") ? strchr(strstr(href, "://") + 3, '/') : href;
    if (href && (!path || strcmp(path, "/") == 0))
        return true;
    for (unsigned i = 0; i < n->v.element.children.length; i++)
        if (leads_home(n->v.element.children.data[i]))
            return true;
    return false;
}

/* A class that names a title, not of a box or the site. */
static bool is_titled(const GumboNode *n)
{
    static const char *const TITLES[] = {"title", "tieude", "tieu-de", "tieu_de", "headline"};
    static const char *const OTHERS[] = {"portlet", "site", "box", "widget", "block", "sub", "list"};
    const char *class = bc_node_attribute(n, "class");
    bool found = false;
    for (size_t i = 0; class && i < sizeof TITLES / sizeof *TITLES; i++)
        found |= strcasestr(class, TITLES[i]) != NULL;
    for (size_t i = 0; found && i < sizeof OTHERS / sizeof *OTHERS; i++)
        found = strcasestr(class, OTHERS[i]) == NULL;
    return found;
}

/* Before the article or in it. */
static bool find_headline(const GumboNode *n, bool h1, nearest *out)
{
    if (!bc_node_element(n) || bc_node_furniture(n))
        return true;
    if (h1 ? n->v.element.tag == GUMBO_TAG_H1 : is_titled(n)) {
        bc_node_weight w = bc_node_weigh(n, false);
        unsigned depth = depth_of(common(n, out->article)), own = depth_of(out->article);
        if (depth == own) /* inside: one nearby that stands before the article goes first */
            depth = own > FAR ? own - FAR : 0;
        bool linked = w.links * 2 > w.text;
        if (w.text > (h1 ? 0 : 15) && w.text < HEADLINE && !leads_home(n) && (h1 || !linked) &&
            (!out->best || depth > out->depth)) {
            out->best = n;
            out->depth = depth;
        }
        return true;
    }
    for (unsigned i = 0; i < n->v.element.children.length; i++)
        if (!find_headline(n->v.element.children.data[i], h1, out))
            return false;
    return n != out->article;
}

static const char *named_title(const GumboNode *n)
{
    const char *found = NULL;
    if (!bc_node_element(n) || n->v.element.tag == GUMBO_TAG_BODY)
        return NULL;
    const char *name = n->v.element.tag == GUMBO_TAG_META ? bc_node_attribute(n, "property") : NULL;
    if (name && strcasecmp(name, "og:title") == 0)
        return bc_node_attribute(n, "content");
    for (unsigned i = 0; i < n->v.element.children.length && !found; i++)
        found = named_title(n->v.element.children.data[i]);
    return found;
}

/* An h1 that is not the site's, the page's word for it, what a class calls title, <title>; *at: where, NULL: nowhere in
 * the body. */
static bc_str headline(writer *w, const GumboNode *root, const GumboNode *body, const GumboNode *article,
                       const GumboNode **at)
{
    nearest found = {.article = article};
    const GumboNode *title = find_tag(root, GUMBO_TAG_TITLE);
    size_t start = w->len;
    w->breaks = 0;
    w->blank = false;
    find_headline(body, true, &found);
    const char *named = found.best ? NULL : named_title(root);
    if (!found.best)
        find_headline(body, false, &found);
    *at = found.best;
    const GumboNode *h1 = found.best;
    if (named)
        put_words(w, named);
    else if (h1)
        write_children(w, h1, false);
    if (w->len == start && title)
        write_children(w, title, false);
    w->breaks = 0;
    w->blank = false;
    for (size_t i = start; i < w->len; i++)
        if (w->text[i] == '\n')
            w->text[i] = ' ';
    size_t end = w->len;
    for (size_t i = start; i + 3 < w->len && (named || !h1); i++) /* "Tên bài | Cổng thông tin": the site's name goes */
        if (w->text[i] == '|' && i > start + 10) {
            end = i;
            break;
        }
    while (end > start && w->text[end - 1] == ' ')
        end--;
    return (bc_str){w->text + start, end - start};
}

/* ---- between the headline and the article ---- */

static bool holds_node(const GumboNode *n, const GumboNode *inner)
{
    while (inner && inner != n)
        inner = inner->parent;
    return inner != NULL;
}

/* 26/12/2023 */
static bool has_date(const GumboNode *n)
{
    if (bc_node_text(n)) {
        for (const char *p = n->v.text.text; *p; p++) {
            size_t day = strspn(p, "0123456789"), month, year;
            if (day == 0)
                continue;
            const char *q = p + day;
            month = strchr("/-.", *q) && *q ? strspn(q + 1, "0123456789") : 0;
            year = month && q[1 + month] == *q ? strspn(q + 2 + month, "0123456789") : 0;
            if (day <= 2 && month >= 1 && month <= 2 && year == 4)
                return true;
            p = q - 1;
        }
        return false;
    }
    for (unsigned i = 0; bc_node_element(n) && i < n->v.element.children.length; i++)
        if (has_date(n->v.element.children.data[i]))
            return true;
    return false;
}

typedef struct {
    const GumboNode *from, *to; /* from NULL: from the start */
    bool open, closed;
} stretch;

/* The line of the date, and sentences that stand before the article's own container. */
static void write_between(writer *w, const GumboNode *n, stretch *s)
{
    if (s->closed)
        return;
    if (n == s->from || n == s->to) {
        s->open |= n == s->from;
        s->closed |= n == s->to;
        return;
    }
    bool parts = holds_node(n, s->to) || (s->from && holds_node(n, s->from));
    if (!parts) {
        if (!s->open || bc_node_furniture(n) || bc_node_link_list(n))
            return;
        bc_node_weight x = bc_node_weigh(n, false);
        if (x.text == 0 || x.links * 2 > x.text)
            return;
        if ((x.prose > 0 && x.links == 0) || (x.text < DATE_LINE && has_date(n))) {
            owe_breaks(w, 2);
            write_node(w, n, false);
            owe_breaks(w, 2);
            return;
        }
    }
    for (unsigned i = 0; bc_node_element(n) && i < n->v.element.children.length; i++)
        write_between(w, n->v.element.children.data[i], s);
}

static void write_top(writer *w, const GumboNode *headline, const GumboNode *article)
{
    const GumboNode *top = article;
    stretch s = {.from = headline, .to = article};
    if (headline && holds_node(article, headline))
        return;
    if (headline)
        top = common(headline, article);
    if (!headline || depth_of(article) - depth_of(top) > FAR) {
        top = article;
        for (unsigned i = 0; i < NEAR && top->parent && top->v.element.tag != GUMBO_TAG_BODY; i++)
            top = top->parent;
        s.from = NULL;
    }
    s.open = !s.from;
    if (top != article)
        write_between(w, top, &s);
}

/* Sentences without a link right behind the article's container: it goes on there. */
static void write_rest(writer *w, const GumboNode *article)
{
    const GumboNode *parent = article->parent;
    if (!parent || article->v.element.tag == GUMBO_TAG_BODY || !bc_node_element(parent))
        return;
    for (unsigned i = (unsigned)article->index_within_parent + 1; i < parent->v.element.children.length; i++) {
        const GumboNode *n = parent->v.element.children.data[i];
        if (!bc_node_element(n) || bc_node_furniture(n))
            continue;
        bc_node_weight x = bc_node_weigh(n, false);
        if (x.links > 0)
            return;
        if (x.prose > 0)
            write_node(w, n, false);
    }
}

/* ---- copies ---- */

static size_t line_end(bc_str t, size_t at)
{
    const char *p = memchr(t.ptr + at, '\n', t.len - at);
    return p ? (size_t)(p - t.ptr) : t.len;
}

static bool same_line(bc_str t, bc_span a, bc_span b)
{
    return a.end - a.start == b.end - b.start && memcmp(t.ptr + a.start, t.ptr + b.start, a.end - a.start) == 0;
}

/* Lines that are not empty; of long ones, the one before with the same hash, -1: none. */
typedef struct {
    bc_span *at;
    int32_t *before;
    size_t count;
} lines;

static bool is_long(bc_span line)
{
    return line.end - line.start >= COPIED_LINE;
}

static bool list_lines(bc_arena *arena, bc_str t, lines *out)
{
    size_t n = 1, size = 64;
    for (size_t i = 0; i < t.len; i++)
        n += t.ptr[i] == '\n';
    while (size < n * 2)
        size *= 2;
    int32_t *last = bc_arena_array(arena, size, sizeof *last); /* by hash, one more than the line */
    out->at = bc_arena_array(arena, n, sizeof *out->at);
    out->before = bc_arena_array(arena, n, sizeof *out->before);
    out->count = 0;
    if (!last || !out->at || !out->before)
        return false;
    for (size_t from = 0; from < t.len; from = line_end(t, from) + 1) {
        bc_span line = {(uint32_t)from, (uint32_t)line_end(t, from)};
        uint32_t hash = 2166136261u;
        if (line.end == line.start)
            continue;
        for (uint32_t i = line.start; i < line.end; i++)
            hash = (hash ^ (unsigned char)t.ptr[i]) * 16777619u;
        int32_t *slot = &last[hash & (size - 1)];
        out->before[out->count] = is_long(line) ? *slot - 1 : -1;
        if (is_long(line))
            *slot = (int32_t)out->count + 1;
        out->at[out->count++] = line;
    }
    return true;
}

/* How many lines from i on stood before, one after another, two long ones or more among them. */
static size_t copied(bc_str t, const lines *l, size_t i)
{
    int32_t j = l->before[i];
    for (unsigned tries = 0; j >= 0 && tries < COPY_TRIES; tries++, j = l->before[j]) {
        size_t k = 0, longs = 0, from = (size_t)j;
        while (i + k < l->count && from + k < i && same_line(t, l->at[i + k], l->at[from + k]))
            longs += is_long(l->at[i + k++]);
        if (longs >= 2)
            return k;
    }
    return 0;
}

/* A stylesheet may hide a second copy for printing, which looks like any other part: such lines are read once. */
static bool drop_copies(bc_arena *arena, bc_str *text)
{
    lines l;
    size_t to = 0, kept = 0; /* bytes written; bytes dealt with */
    char *out = bc_arena_alloc(arena, text->len + 1);
    if (!out || !list_lines(arena, *text, &l))
        return false;
    for (size_t i = 0; i < l.count; i++) {
        size_t n = copied(*text, &l, i);
        if (n == 0)
            continue;
        memcpy(out + to, text->ptr + kept, l.at[i].start - kept);
        to += l.at[i].start - kept;
        i += n - 1;
        kept = l.at[i].end;
    }
    if (kept == 0)
        return true;
    memcpy(out + to, text->ptr + kept, text->len - kept);
    to += text->len - kept;
    while (to && out[to - 1] == '\n')
        to--;
    *text = (bc_str){out, to};
    return true;
}

/* ---- what comes in ---- */

/* charset="..." of a <meta> in the first bytes */
static bool meta_charset(const char *bytes, size_t len, char *name)
{
    size_t n = len < META_BYTES ? len : META_BYTES;
    for (size_t i = 0; i + 8 < n; i++) {
        if (strncasecmp(bytes + i, "charset", 7) != 0)
            continue;
        size_t k = i + 7, m = 0;
        while (k < n && (bytes[k] == ' ' || bytes[k] == '=' || bytes[k] == '"' || bytes[k] == '\''))
            k++;
        while (k < n && m + 1 < CHARSET_BYTES && (isalnum((unsigned char)bytes[k]) || strchr("-_", bytes[k])))
            name[m++] = bytes[k++];
        name[m] = 0;
        return m > 0;
    }
    return false;
}

/* Open tags that must be closed, at their deepest: gumbo and this walk recurse once a level. */
static size_t nesting(bc_str s)
{
    size_t depth = 0, deepest = 0;
    for (size_t i = 0; i + 1 < s.len; i++) {
        if (s.ptr[i] != '<')
            continue;
        char c = (char)tolower((unsigned char)s.ptr[i + 1]);
        char d = i + 2 < s.len ? (char)tolower((unsigned char)s.ptr[i + 2]) : 0;
        if (c == '/') {
            depth -= depth > 0;
            continue;
        }
        bool single = strchr(" >/", d) != NULL;
        bool open_ended = (c == 'p' && single) || (c == 'b' && d == 'r') || (c == 'l' && d == 'i') ||
                          (c == 't' && strchr("drhb", d)) || (c == 'i' && (d == 'm' || d == 'n')) ||
                          (c == 'm' && d == 'e') || (c == 'h' && d == 'r') || (c == 'o' && d == 'p') ||
                          (c == 'd' && (d == 'd' || d == 't'));
        if (isalpha((unsigned char)c) && !open_ended && ++depth > deepest)
            deepest = depth;
    }
    return deepest;
}

bc_error bc_html_text(bc_arena *arena, const char *bytes, size_t len, const char *charset, bc_str *out, bc_page *found,
                      bc_source *source, bc_charset *later)
{
    char named[CHARSET_BYTES];
    bc_str page;
    bc_error err = BC_ERROR_CHARSET;
    if (!charset && meta_charset(bytes, len, named))
        err = bc_decode(arena, bytes, len, named, true, &page, source, later);
    if (charset || err == BC_ERROR_CHARSET || err == BC_ERROR_ENCODING)
        err = bc_decode(arena, bytes, len, charset, true, &page, source, later);
    if (err == BC_OK && *later == BC_CHARSET_NONE)
        err = bc_mend_utf8(arena, page, &page, source);
    if (err != BC_OK)
        return err;
    if (nesting(page) > BC_MAX_HTML_DEPTH)
        return BC_ERROR_TOO_LARGE;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput *tree = gumbo_parse_with_options(&options, page.ptr, page.len);
    if (!tree)
        return BC_ERROR_MEMORY;
    writer w = {.arena = arena, .room = page.len * 2 + 4096};
    w.text = bc_arena_alloc(arena, w.room);
    const GumboNode *body = find_tag(tree->root, GUMBO_TAG_BODY);
    if (w.text && body) {
        const GumboNode *article = find_article(body), *at;
        w.accented = is_accented(article);
        bc_str head = headline(&w, tree->root, body, article, &at);
        size_t head_end = w.len;
        w.breaks = 0;
        size_t start = w.len;
        write_top(&w, at, article);
        write_node(&w, article, false);
        write_rest(&w, article);
        w.failed |= !bc_attach(arena, tree->root, body, article, found);
        while (start < w.len && w.text[start] == '\n')
            start++;
        bc_str text = {w.text + start, w.len - start};
        w.failed |= !w.failed && !drop_copies(arena, &text);
        if (w.len == head_end || holds(text, head) || head.len == 0) {
            *out = w.len == head_end ? head : text;
        } else {
            char *joined = bc_arena_alloc(arena, head.len + 2 + text.len);
            if (joined) {
                memcpy(joined, head.ptr, head.len);
                joined[head.len] = joined[head.len + 1] = '\n';
                memcpy(joined + head.len + 2, text.ptr, text.len);
            }
            *out = (bc_str){joined, head.len + 2 + text.len};
            w.failed |= !joined;
        }
    } else {
        w.failed = true;
    }
    gumbo_destroy_output(&options, tree);
    return w.failed ? BC_ERROR_MEMORY : BC_OK;
}

/* ---- refresh ---- */

char *bc_refresh_address(const char *content, unsigned *seconds)
{
    char *p;
    unsigned long n = strtoul(content, &p, 10);
    if (p == content && *p != '.')
        return NULL;
    *seconds = n > 3600 ? 3600 : (unsigned)n;
    p += strspn(p, ".0123456789");
    size_t gap = strspn(p, " \t\r\n;,");
    p += gap;
    if (gap == 0 || !*p)
        return NULL;
    if (strncasecmp(p, "url", 3) == 0 && p[3 + strspn(p + 3, " ")] == '=') {
        p += 3 + strspn(p + 3, " ") + 1;
        p += strspn(p, " ");
    }
    char quote = *p == '"' || *p == '\'' ? *p++ : 0;
    size_t len = quote ? strcspn(p, quote == '"' ? "\"" : "'") : strlen(p);
    while (len && isspace((unsigned char)p[len - 1]))
        len--;
    return len ? strndup(p, len) : NULL;
}

static char *find_refresh(const GumboNode *n, unsigned most)
{
    char *found = NULL;
    if (!bc_node_element(n) || n->v.element.tag == GUMBO_TAG_NOSCRIPT)
        return NULL;
    const char *name = n->v.element.tag == GUMBO_TAG_META ? bc_node_attribute(n, "http-equiv") : NULL;
    const char *content = name && strcasecmp(name, "refresh") == 0 ? bc_node_attribute(n, "content") : NULL;
    unsigned seconds = 0;
    if (content && (found = bc_refresh_address(content, &seconds)) != NULL && seconds <= most)
        return found;
    free(found);
    for (unsigned i = 0; i < n->v.element.children.length; i++)
        if ((found = find_refresh(n->v.element.children.data[i], most)) != NULL)
            return found;
    return NULL;
}

char *bc_html_refresh(const char *bytes, size_t len, unsigned most)
{
    size_t n = len < REFRESH_BYTES ? len : REFRESH_BYTES;
    bool hint = false;
    for (size_t i = 0; i + 7 <= n && !hint; i++)
        hint = strncasecmp(bytes + i, "refresh", 7) == 0;
    if (!hint || nesting((bc_str){bytes, n}) > BC_MAX_HTML_DEPTH)
        return NULL;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput *tree = gumbo_parse_with_options(&options, bytes, n);
    char *found = tree ? find_refresh(tree->root, most) : NULL;
    if (tree)
        gumbo_destroy_output(&options, tree);
    return found;
}
