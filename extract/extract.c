/* SPDX-License-Identifier: MIT */
/* extract.c - see extract.h: the pipeline, stage by stage. */
#include "extract.h"

#include <stdlib.h>
#include <string.h>

#include "block.h"
#include "choice.h"
#include "compare.h"
#include "decode.h"
#include "document.h"
#include "fact.h"
#include "html.h"
#include "layout.h"
#include "lexicon.h"
#include "limits.h"
#include "mention.h"
#include "normalise.h"
#include "passage.h"
#include "period.h"
#include "respell.h"
#include "section.h"
#include "sentence.h"
#include "settle.h"
#include "table.h"
#include "utf8.h"
#include "work.h"

struct bc_engine {
    bc_lexicon *lexicon;
    bc_weights *weights;
};

bc_engine *bc_engine_create(void)
{
    bc_engine *engine = calloc(1, sizeof *engine);
    if (!engine)
        return NULL;
    engine->lexicon = bc_lexicon_create();
    engine->weights = bc_weights_create();
    if (!engine->lexicon || !engine->weights) {
        bc_engine_destroy(engine);
        return NULL;
    }
    return engine;
}

void bc_engine_destroy(bc_engine *engine)
{
    if (!engine)
        return;
    bc_lexicon_destroy(engine->lexicon);
    bc_weights_destroy(engine->weights);
    free(engine);
}

const bc_indicator_row *bc_engine_indicators(const bc_engine *engine, size_t *count)
{
    return bc_lexicon_indicators(engine->lexicon, count);
}

const bc_province_row *bc_engine_provinces(const bc_engine *engine, size_t *count)
{
    return bc_lexicon_provinces(engine->lexicon, count);
}

/* ---- stages of their own ---- */

static bool stage_tokens(bc_work *w)
{
    return bc_tokenize(w->lexicon, w->arena, w->text, &w->tokens, &w->token_count);
}

/* Every phrase of the lexicon in the text, once, for all stages. Of a fixed phrase nothing shorter counts: "mục tiêu"
 * is no aim in "chương trình mục tiêu". */
static bool stage_phrases(bc_work *w)
{
    size_t count = 0, capacity = 0;
    w->match_start = bc_arena_array(w->arena, (size_t)w->token_count + 2, sizeof *w->match_start);
    if (!w->match_start)
        return false;
    uint32_t fixed = 0; /* the end of the last fixed phrase */
    for (uint32_t i = 0; i < w->token_count; i++) {
        bc_match found[64];
        size_t n = bc_lexicon_match(w->lexicon, w->tokens, w->token_count, i, found, sizeof found / sizeof *found);
        w->match_start[i] = (uint32_t)count;
        bool inside = i < fixed;
        for (size_t k = 0; k < n; k++)
            if (found[k].tag == BC_TAG_FIXED && !found[k].loose && i + found[k].length > fixed)
                fixed = i + found[k].length;
        for (size_t k = 0; k < n; k++) {
            if (inside || i + found[k].length < fixed)
                continue;
            if (!bc_arena_grow(w->arena, (void **)&w->matches, count, &capacity, sizeof *w->matches))
                return false;
            w->matches[count++] = found[k];
        }
    }
    w->match_start[w->token_count] = w->match_start[w->token_count + 1] = (uint32_t)count;
    return true;
}

/* Byte offsets to code points: offsets in any order, so a checkpoint every 64 bytes. */
typedef struct {
    bc_str text;
    uint32_t *marks;
} code_points;

static uint32_t code_point_at(const code_points *c, uint32_t byte)
{
    uint32_t at = byte / 64 * 64;
    return c->marks[byte / 64] + (uint32_t)bc_utf8_count(c->text.ptr + at, byte - at);
}

static void turn(const code_points *c, bc_span *s)
{
    s->start = code_point_at(c, s->start);
    s->end = code_point_at(c, s->end);
}

static void turn_entries(const code_points *c, bc_explain *e)
{
    for (size_t i = 0; i < e->entry_count; i++)
        turn(c, &e->entries[i].span);
}

static void turn_facts(const code_points *c, bc_fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        turn(c, &facts[i].span);
        turn(c, &facts[i].evidence.span);
        turn_entries(c, &facts[i].explain);
        for (size_t k = 0; k < facts[i].comparison_count; k++) {
            turn(c, &facts[i].comparisons[k].span);
            turn_entries(c, &facts[i].comparisons[k].explain);
        }
    }
}

static void turn_passages(const code_points *c, bc_passage *passages, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        turn(c, &passages[i].span);
        turn_entries(c, &passages[i].explain);
        for (size_t k = 0; k < passages[i].unmet_count; k++)
            turn(c, &passages[i].unmet[k].span);
    }
}

static bool stage_spans(bc_work *w)
{
    size_t steps = w->text.len / 64 + 1;
    code_points c = {w->text, bc_arena_array(w->arena, steps, sizeof *c.marks)};
    bc_result *r = w->result;
    if (!c.marks)
        return false;
    for (size_t i = 1; i < steps; i++)
        c.marks[i] = c.marks[i - 1] + (uint32_t)bc_utf8_count(w->text.ptr + (i - 1) * 64, 64);
    turn_facts(&c, r->metrics, r->metric_count);
    turn_facts(&c, r->targets, r->target_count);
    turn_passages(&c, r->tasks, r->task_count);
    turn_passages(&c, r->shortcomings, r->shortcoming_count);
    turn_passages(&c, r->causes, r->cause_count);
    for (size_t i = 0; i < r->section_count; i++)
        turn(&c, &r->sections[i].span);
    for (size_t i = 0; i < r->warning_count; i++)
        turn(&c, &r->warnings[i].span);
    return true;
}

/* What the document's conversion has lost, and figures that a scan was read into with little confidence, or their
 * units: told, never mended. */
static bool stage_doubts(bc_work *w)
{
    static const char DOUBT[] =
        "This figure or its unit was read from a picture with little confidence: look at the document.";
    const bc_input *in = w->input;
    if (in->torn &&
        !bc_work_warn(w, "table_torn",
                      "Empty cells of a table could not be told from ends of rows, and it was not read as a "
                      "table: save the document as DOCX.",
                      (bc_span){0, 0}))
        return false;
    if (in->unread &&
        !bc_work_warn(w, "pages_unread",
                      "Pages of this document are pictures that this service has no tesseract to read: what "
                      "they say is missing.",
                      (bc_span){0, 0}))
        return false;
    if (in->doubt_count && w->text.ptr != in->bytes) /* the text was changed: their places are lost */
        return bc_work_warn(w, "ocr_doubtful",
                            "Words of this document were read from a picture with little confidence.", (bc_span){0, 0});
    size_t d = 0;
    for (uint32_t i = 0; i < w->mention_count && d < in->doubt_count; i++) {
        bc_range r = w->mentions[i].number, unit = w->mentions[i].unit;
        uint32_t last = unit.first < unit.last && unit.last > r.last ? unit.last : r.last;
        uint32_t start = w->tokens[r.first].start, end = w->tokens[r.last - 1].end;
        while (d < in->doubt_count && in->doubts[d].end <= start)
            d++;
        if (d < in->doubt_count && in->doubts[d].start < w->tokens[last - 1].end &&
            !bc_work_warn(w, "ocr_doubtful", DOUBT, (bc_span){start, end}))
            return false;
    }
    return true;
}

/* The pipeline in reading order. A stage returns false when the arena has no room. */
static const struct {
    const char *name;
    bool (*run)(bc_work *w);
} STAGES[] = {
    {"tokens", stage_tokens},                /* words, figures, marks */
    {"layout", bc_stage_layout},             /* page furniture, torn words, broken lines */
    {"respelling", bc_stage_respell},        /* damaged words that their neighbours give away */
    {"phrases", stage_phrases},              /* what the lexicon knows of them */
    {"blocks", bc_stage_blocks},             /* paragraphs, list items, headings */
    {"table shapes", bc_stage_table_shapes}, /* rows of figures are no headings */
    {"issued", bc_stage_issued},             /* title, number, date, body, province */
    {"sections", bc_stage_sections},         /* results, shortcomings, causes, tasks */
    {"periods", bc_stage_periods},           /* words of time */
    {"document", bc_stage_document},         /* what the report covers */
    {"tables", bc_stage_tables},             /* rows of figures under column heads */
    {"sentences", bc_stage_sentences},
    {"mentions", bc_stage_mentions}, /* numbers with units and hedges */
    {"settle", bc_stage_settle},     /* 126,484: thousands or thousandths */
    {"comparisons", bc_stage_comparisons},
    {"facts", bc_stage_facts},       /* metrics and targets */
    {"passages", bc_stage_passages}, /* shortcomings, causes, tasks */
    {"doubts", stage_doubts},        /* figures of a poor scan */
    {"spans", stage_spans},          /* bytes to code points */
};

static bool cancelled(const bc_input *input)
{
    return input->cancelled && input->cancelled(input->context);
}

static bool has_word(bc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] > ' ')
            return true;
    return false;
}

static bool has_marks(bc_str text)
{
    for (const char *p = text.ptr, *end = p + text.len; p < end && (p = memchr(p, 0xCC, (size_t)(end - p))); p++)
        if (p + 1 < end && (unsigned char)p[1] >= 0x80)
            return true;
    return false;
}

/* What a page has beside its text. */
static bc_error take_page(bc_work *w, bc_page *page, bc_charset later)
{
    for (size_t i = 0; i < page->attachment_count; i++) {
        bc_source aside = {0};
        bc_str *title = &page->attachments[i].title;
        bc_error err = bc_mend(w->arena, *title, later, title, &aside);
        if (err == BC_OK)
            err = bc_normalise(w->arena, *title, title);
        if (err != BC_OK)
            return err;
    }
    w->result->attachments = page->attachments;
    w->result->attachment_count = page->attachment_count;
    w->published = page->published;
    w->result->base = page->base;
    w->result->address = page->address;
    bool ok = true;
    if (page->missing)
        ok &= bc_work_warn(w, "page_missing", "The page says that what it should show is not there.", (bc_span){0, 0});
    if (page->login)
        ok &=
            bc_work_warn(w, "page_login", "The page asks for a login and shows hardly anything else.", (bc_span){0, 0});
    if (page->attachment_count == BC_MAX_ATTACHMENTS)
        ok &=
            bc_work_warn(w, "attachments_left_out", "The page has more attachments than are listed.", (bc_span){0, 0});
    return ok ? BC_OK : BC_ERROR_MEMORY;
}

/* The input's bytes to w->text, and how that went to the result's source. */
static bc_error read_text(bc_work *w, const char *charset)
{
    const bc_input *in = w->input;
    bc_source *source = &w->result->source;
    bc_str text = {0};
    bc_charset later = BC_CHARSET_NONE;
    bool page = in->media == BC_MEDIA_HTML;
    bc_page got = {0};
    *source = (bc_source){.media = page ? "text/html" : "text/plain"};
    const char *named = in->misread ? "utf-8" : charset;
    bc_error err = page ? bc_html_text(w->arena, in->bytes, in->len, named, &text, &got, source, &later)
                        : bc_decode(w->arena, in->bytes, in->len, named, false, &text, source, &later);
    if (in->misread)
        later = bc_charset_by_name(charset);
    source->misread |= in->misread;
    if (err == BC_OK && !page)
        err = bc_entities(w->arena, text, &text, source);
    if (err == BC_OK)
        err = bc_mend(w->arena, text, later, &text, source);
    if (err == BC_OK && page)
        err = take_page(w, &got, later);
    if (err != BC_OK)
        return err;
    if (in->origin) { /* the converter gave UTF-8; what is told is what the document's own bytes were, where that is
                         known */
        source->media = in->origin;
        source->pages = in->pages;
        source->scanned = in->scanned;
        if (!in->charset_kept) {
            source->charset = source->misread ? source->charset : NULL;
            source->detected = source->misread;
        }
    }
    source->decomposed = source->charset && strncmp(source->charset, "utf", 3) == 0 && has_marks(text);
    return bc_normalise(w->arena, text, &w->text);
}

bc_error bc_extract(const bc_engine *engine, bc_arena *arena, const bc_input *input, bc_result *result)
{
    memset(result, 0, sizeof *result);
    bc_work w = {
        .lexicon = engine->lexicon, .weights = engine->weights, .arena = arena, .input = input, .result = result};
    bc_error err = read_text(&w, input->charset);
    if (input->charset_is_hint && (err == BC_ERROR_ENCODING || err == BC_ERROR_CHARSET))
        err = read_text(&w, NULL);
    if (err == BC_OK && !has_word(w.text))
        err = BC_ERROR_NO_TEXT;
    for (size_t i = 0; i < input->note_count && err == BC_OK; i++)
        if (!bc_work_warn(&w, input->notes[i].code, input->notes[i].message.ptr, input->notes[i].span))
            err = BC_ERROR_MEMORY;
    for (size_t i = 0; i < sizeof STAGES / sizeof *STAGES && err == BC_OK; i++) {
        if (cancelled(input))
            err = BC_ERROR_CANCELLED;
        else if (!STAGES[i].run(&w) || bc_arena_failed(arena))
            err = BC_ERROR_MEMORY;
        else if (input->watch && input->watch->staged)
            input->watch->staged(input->watch->context, STAGES[i].name, &w);
    }
    if (err != BC_OK)
        memset(result, 0, sizeof *result);
    else
        result->text = w.text;
    return err;
}
