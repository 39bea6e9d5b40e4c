/* SPDX-License-Identifier: MIT */
/* docx.c - WordprocessingML (ECMA-376): the body's paragraphs with their numbering, and its tables. */
#include "formats.h"

#include <stdlib.h>
#include <string.h>

#include "flow.h"
#include "list.h"

/* ---- numbering.xml and styles.xml ---- */

typedef struct {
    char id[24];
    list list;
} abstract_list;

typedef struct {
    char id[24], abstract[24];
    unsigned restart[LIST_LEVELS]; /* startOverride + 1; 0: none */
    bool restarted[LIST_LEVELS];
} numbering;

typedef struct {
    char id[64], based[64], number[24];
    int level;
} style;

typedef struct {
    abstract_list *abstracts;
    size_t abstract_count, abstract_room;
    numbering *numbers;
    size_t number_count, number_room;
    style *styles;
    size_t style_count, style_room;
    unsigned level;
    bool in_number;
} lists;

static void keep(char *to, size_t size, const char *from)
{
    size_t n = from ? strnlen(from, size - 1) : 0;
    memcpy(to, from ? from : "", n);
    to[n] = 0;
}

static unsigned number_of(const char *s)
{
    long n = s ? strtol(s, NULL, 10) : 0;
    return n < 0 || n > 100000 ? 0 : (unsigned)n;
}

static unsigned level_of(const char *s)
{
    unsigned n = number_of(s);
    return n < LIST_LEVELS ? n : LIST_LEVELS - 1;
}

static void start_numbering(void *context, const XML_Char *name, const XML_Char **a)
{
    lists *l = context;
    const char *value = attribute(a, "val");
    if (is(name, "abstractNum")) {
        grow((void **)&l->abstracts, l->abstract_count, &l->abstract_room, sizeof *l->abstracts);
        keep(l->abstracts[l->abstract_count++].id, sizeof l->abstracts->id, attribute(a, "abstractNumId"));
        l->in_number = false;
    } else if (is(name, "num")) {
        grow((void **)&l->numbers, l->number_count, &l->number_room, sizeof *l->numbers);
        keep(l->numbers[l->number_count++].id, sizeof l->numbers->id, attribute(a, "numId"));
        l->in_number = true;
    } else if (is(name, "abstractNumId") && l->in_number && l->number_count) {
        keep(l->numbers[l->number_count - 1].abstract, sizeof l->numbers->abstract, value);
    } else if (is(name, "lvl") || is(name, "lvlOverride")) {
        l->level = level_of(attribute(a, "ilvl"));
    } else if (is(name, "startOverride") && l->in_number && l->number_count) {
        l->numbers[l->number_count - 1].restart[l->level] = number_of(value) + 1;
    } else if (!l->in_number && l->abstract_count) {
        list_level *v = &l->abstracts[l->abstract_count - 1].list.levels[l->level];
        if (is(name, "start"))
            v->start = number_of(value);
        else if (is(name, "numFmt"))
            v->kind = number_by_name(value);
        else if (is(name, "lvlText"))
            keep(v->pattern, sizeof v->pattern, value);
    }
}

static void start_styles(void *context, const XML_Char *name, const XML_Char **a)
{
    lists *l = context;
    if (is(name, "style")) {
        grow((void **)&l->styles, l->style_count, &l->style_room, sizeof *l->styles);
        keep(l->styles[l->style_count++].id, sizeof l->styles->id, attribute(a, "styleId"));
        l->styles[l->style_count - 1].level = -1;
    } else if (l->style_count) {
        style *s = &l->styles[l->style_count - 1];
        if (is(name, "basedOn"))
            keep(s->based, sizeof s->based, attribute(a, "val"));
        else if (is(name, "numId"))
            keep(s->number, sizeof s->number, attribute(a, "val"));
        else if (is(name, "ilvl"))
            s->level = (int)level_of(attribute(a, "val"));
    }
}

static const style *style_by_id(const lists *l, const char *id)
{
    for (size_t i = 0; i < l->style_count && *id; i++)
        if (strcmp(l->styles[i].id, id) == 0)
            return &l->styles[i];
    return NULL;
}

/* The mark of a paragraph with this number and level, either of which its style may give. */
static void mark_of(lists *l, const char *number, int level, const char *style_id, text *out)
{
    const style *s = style_by_id(l, style_id);
    for (int depth = 0; s && depth < 16 && (!*number || level < 0); depth++) {
        if (!*number && s->number[0])
            number = s->number;
        if (level < 0)
            level = s->level;
        s = style_by_id(l, s->based);
    }
    level = level < 0 ? 0 : level;
    for (size_t i = 0; i < l->number_count && *number; i++) {
        numbering *n = &l->numbers[i];
        if (strcmp(n->id, number) != 0)
            continue;
        for (size_t k = 0; k < l->abstract_count; k++) {
            abstract_list *x = &l->abstracts[k];
            if (strcmp(x->id, n->abstract) != 0)
                continue;
            if (n->restart[level] && !n->restarted[level]) {
                x->list.counts[level] = n->restart[level] - 1 ? n->restart[level] - 2 : 0;
                n->restarted[level] = true;
            }
            list_mark(&x->list, (unsigned)level, out);
            return;
        }
    }
}

/* ---- document.xml ---- */

typedef struct {
    flow flow;
    lists lists;
    unsigned skip;              /* elements open inside one that is not read */
    bool words, hidden, in_run; /* inside w:t; inside a hidden run */
    bool in_properties;         /* of a paragraph */
    char number[24], style[64];
    int level;
    size_t span;
    bool merged; /* the cell goes on from the row above */
} reader;

static const char *const SKIPPED[] = {"del",        "moveFrom",  "Fallback",  "instrText",    "delText",     "footnote",
                                      "annotation", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "ruby"};

static void start(void *context, const XML_Char *name, const XML_Char **a)
{
    reader *r = context;
    const char *n = local(name), *value = attribute(a, "val");
    text *words = flow_words(&r->flow);
    if (r->skip) {
        if (++r->skip > MOST_DEPTH)
            fail(EXIT_UNREADABLE, "elements stand inside elements too deep");
        return;
    }
    for (size_t i = 0; i < sizeof SKIPPED / sizeof *SKIPPED; i++)
        if (strcmp(n, SKIPPED[i]) == 0) {
            r->skip = 1;
            return;
        }
    bool off = value && (strcmp(value, "0") == 0 || strcmp(value, "false") == 0);
    if (strcmp(n, "p") == 0) {
        flow_paragraph(&r->flow);
        r->number[0] = r->style[0] = 0;
        r->level = -1;
        r->hidden = false;
    } else if (strcmp(n, "pPr") == 0) {
        r->in_properties = true;
    } else if (strcmp(n, "pStyle") == 0) {
        keep(r->style, sizeof r->style, value);
    } else if (strcmp(n, "numId") == 0) {
        keep(r->number, sizeof r->number, value);
    } else if (strcmp(n, "ilvl") == 0) {
        r->level = (int)level_of(value);
    } else if (strcmp(n, "r") == 0) {
        r->hidden = false;
        r->in_run = true;
    } else if (strcmp(n, "vanish") == 0 && r->in_run) {
        r->hidden = !off;
    } else if (strcmp(n, "t") == 0) {
        r->words = true;
    } else if (strcmp(n, "tab") == 0 && words && !r->in_properties) {
        put_string(words, " ");
    } else if ((strcmp(n, "br") == 0 || strcmp(n, "cr") == 0) && words) {
        put_string(words, "\n");
    } else if (strcmp(n, "noBreakHyphen") == 0 && words) {
        put_string(words, "-");
    } else if (strcmp(n, "tbl") == 0) {
        flow_table(&r->flow);
    } else if (strcmp(n, "tr") == 0) {
        flow_row(&r->flow);
    } else if (strcmp(n, "gridBefore") == 0 && r->flow.table_count) {
        grid_skip(&r->flow.tables[r->flow.table_count - 1].table, number_of(value));
    } else if (strcmp(n, "tc") == 0) {
        flow_cell(&r->flow, 1);
    } else if (strcmp(n, "gridSpan") == 0 && r->flow.table_count && number_of(value)) {
        r->flow.tables[r->flow.table_count - 1].span = number_of(value);
    }
}

static void end(void *context, const XML_Char *name)
{
    reader *r = context;
    const char *n = local(name);
    if (r->skip) {
        r->skip--;
        return;
    }
    if (strcmp(n, "p") == 0) {
        text mark = {0};
        const char *words = flow_words(&r->flow) ? string_of(flow_words(&r->flow)) : "";
        if (words[strspn(words, " \t\n")])
            mark_of(&r->lists, r->number, r->level, r->style, &mark);
        flow_paragraph_end(&r->flow, string_of(&mark));
        free(mark.bytes);
    } else if (strcmp(n, "pPr") == 0) {
        r->in_properties = false;
    } else if (strcmp(n, "t") == 0) {
        r->words = false;
    } else if (strcmp(n, "r") == 0) {
        r->in_run = r->hidden = false;
    } else if (strcmp(n, "tc") == 0) {
        flow_cell_end(&r->flow);
    } else if (strcmp(n, "tbl") == 0) {
        flow_table_end(&r->flow);
    }
}

static void words(void *context, const XML_Char *s, int n)
{
    reader *r = context;
    text *to = flow_words(&r->flow);
    if (r->words && !r->hidden && !r->skip && to)
        put(to, s, (size_t)n);
}

void docx_text(zip *z, const char *part, text *out)
{
    reader *r = take(1, sizeof *r);
    r->flow.out = out;
    zip_xml(z, "word/numbering.xml", xml_parser(&r->lists, start_numbering, NULL, NULL, false));
    zip_xml(z, "word/styles.xml", xml_parser(&r->lists, start_styles, NULL, NULL, false));
    if (!zip_xml(z, part, xml_parser(r, start, end, words, false)))
        fail(EXIT_UNREADABLE, "the document's text is missing");
}
