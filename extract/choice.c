/* SPDX-License-Identifier: MIT */
/* choice.c - see choice.h. */
#include "choice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decimal.h"

/* lexicon_data.S */
extern const char bc_data_weights[], bc_data_weights_end[];

#define NAME(id, name) name,
static const char *const DECISIONS[] = {BC_DECISIONS(NAME)};
static const char *const SAYS[] = {BC_EVIDENCE(NAME)};

struct bc_weights {
    struct weight {
        uint32_t key; /* 0: free */
        float value;
    } * slots;
    uint32_t mask, used;
};

const char *bc_decision_name(bc_decision d)
{
    return DECISIONS[d];
}

static uint32_t key_of(bc_decision d, bc_say s, uint32_t a, uint32_t b)
{
    return ((uint32_t)d + 1) << 29 | (uint32_t)s << 24 | (a & 1023u) << 14 | (b & 16383u);
}

static uint32_t slot_of(const bc_weights *w, uint32_t key)
{
    uint32_t i = (key * 2654435761u) >> 7 & w->mask;
    while (w->slots[i].key && w->slots[i].key != key)
        i = (i + 1) & w->mask;
    return i;
}

/* A column's place in a list of names; moves *p past its tab. */
static int name_column(const char **p, const char *end, const char *const *names, int count)
{
    const char *tab = memchr(*p, '\t', (size_t)(end - *p));
    size_t len = tab ? (size_t)(tab - *p) : 0;
    int found = -1;
    for (int i = 0; i < count && found < 0; i++)
        if (strlen(names[i]) == len && memcmp(names[i], *p, len) == 0)
            found = i;
    *p = tab ? tab + 1 : end;
    return found;
}

/* A whole number up to `most`, -1: none; moves *p past its tab. */
static int number_column(const char **p, const char *end, int most)
{
    int n = 0;
    const char *at = *p;
    for (; at < end && *at >= '0' && *at <= '9' && n <= most; at++)
        n = n * 10 + (*at - '0');
    bool good = at > *p && at < end && *at == '\t' && n <= most;
    *p = at + 1;
    return good ? n : -1;
}

/* "decision say a b weight" */
static bool read_row(bc_weights *w, const char *p, const char *end)
{
    int d = name_column(&p, end, DECISIONS, BC_DECISION_COUNT);
    int s = name_column(&p, end, SAYS, BC_SAY_COUNT);
    int a = d < 0 || s < 0 ? -1 : number_column(&p, end, 1023);
    int b = a < 0 ? -1 : number_column(&p, end, 16383);
    char text[24];
    if (b < 0 || p >= end || (size_t)(end - p) >= sizeof text || w->used * 2 > w->mask)
        return false;
    memcpy(text, p, (size_t)(end - p));
    text[end - p] = 0;
    char *rest;
    float value = strtof(text, &rest);
    uint32_t key = key_of((bc_decision)d, (bc_say)s, (uint32_t)a, (uint32_t)b);
    struct weight *slot = &w->slots[slot_of(w, key)];
    if (*rest || slot->key)
        return false; /* no number; said twice */
    *slot = (struct weight){key, value};
    w->used++;
    return true;
}

bc_weights *bc_weights_create(void)
{
    enum { SLOTS = 1 << 18 };
    bc_weights *w = calloc(1, sizeof *w);
    if (!w || !(w->slots = calloc(SLOTS, sizeof *w->slots))) {
        free(w);
        return NULL;
    }
    w->mask = SLOTS - 1;
    bool head = true;
    for (const char *line = bc_data_weights; line < bc_data_weights_end;) {
        const char *end = memchr(line, '\n', (size_t)(bc_data_weights_end - line));
        if (!end)
            end = bc_data_weights_end;
        if (end > line && *line != '#') {
            if (!head && !read_row(w, line, end)) {
                fprintf(stderr, "weights.tsv: bad row: %.*s\n", (int)(end - line), line);
                bc_weights_destroy(w);
                return NULL;
            }
            head = false;
        }
        line = end + 1;
    }
    return w;
}

void bc_weights_destroy(bc_weights *w)
{
    if (!w)
        return;
    free(w->slots);
    free(w);
}

bool bc_choice_begin(bc_choice *c, const bc_work *w, bc_decision decision, bc_span span)
{
    bc_candidate *room = c->candidates;
    if (!room)
        room = bc_arena_array(w->arena, BC_MAX_CANDIDATES, sizeof *room);
    *c = (bc_choice){.w = w, .decision = decision, .span = span, .candidates = room};
    return room != NULL;
}

bool bc_choice_candidate(bc_choice *c)
{
    if (c->count == BC_MAX_CANDIDATES)
        return false;
    c->candidates[c->count].count = 0;
    c->candidates[c->count].score = 0;
    c->candidates[c->count].label = c->candidates[c->count].code = (bc_str){0};
    c->count++;
    return true;
}

void bc_choice_say(bc_choice *c, bc_say say, uint32_t a, uint32_t b)
{
    bc_candidate *x = &c->candidates[c->count - 1];
    uint32_t key = key_of(c->decision, say, a, b);
    if (x->count == BC_MAX_EVIDENCE)
        return;
    x->said[x->count++] = key;
    const struct weight *slot = &c->w->weights->slots[slot_of(c->w->weights, key)];
    if (slot->key)
        x->score += slot->value;
}

void bc_choice_say_word(bc_choice *c, uint32_t a, uint32_t i)
{
    const bc_token *t = i < c->w->token_count ? &c->w->tokens[i] : NULL;
    uint16_t word = t && t->kind == BC_TOKEN_WORD ? bc_lexicon_common(c->w->lexicon, t->id) : 0;
    if (word)
        bc_choice_say(c, BC_SAY_WORD, a, word);
}

static bool copy_text(bc_choice *c, const char *text, bc_str *out)
{
    size_t len = strlen(text);
    char *copy = bc_arena_alloc(c->w->arena, len + 1);
    if (!copy)
        return false;
    memcpy(copy, text, len + 1);
    *out = (bc_str){copy, len};
    return true;
}

static bool set_label(bc_choice *c, const char *text)
{
    return copy_text(c, text, &c->candidates[c->count - 1].label);
}

bool bc_choice_mark(bc_choice *c, const char *code)
{
    return copy_text(c, code, &c->candidates[c->count - 1].code);
}

bool bc_choice_label(bc_choice *c, bc_value v)
{
    char text[40] = "";
    if (v.set)
        snprintf(text, sizeof text, "%.10g", bc_decimal_double(v.number));
    return set_label(c, text);
}

static void write_date(char text[16], bc_date d)
{
    if (d.year)
        snprintf(text, 16, "%04d-%02d-%02d", d.year, d.month, d.day);
    else
        snprintf(text, 16, "..");
}

bool bc_choice_label_period(bc_choice *c, bc_period p)
{
    char from[16], to[16], text[40] = "";
    write_date(from, p.from);
    write_date(to, p.to);
    if (p.set)
        snprintf(text, sizeof text, "%s/%s", from, to);
    return set_label(c, text);
}

int32_t bc_choice_likeliest(const bc_choice *c)
{
    int32_t best = -1;
    for (uint32_t i = 0; i < c->count; i++)
        if (best < 0 || c->candidates[i].score > c->candidates[best].score)
            best = (int32_t)i;
    return best;
}

void bc_choice_take(bc_choice *c, int32_t best)
{
    c->margin = 0;
    for (uint32_t i = 0, seen = 0; i < c->count && best >= 0; i++) {
        float behind = c->candidates[best].score - c->candidates[i].score;
        if ((int32_t)i != best && (!seen++ || behind < c->margin))
            c->margin = behind > 0 ? behind : 0;
    }
    if (bc_choice_watched(c))
        c->w->input->watch->chosen(c->w->input->watch->context, c, best);
}

int32_t bc_choice_best(bc_choice *c)
{
    int32_t best = bc_choice_likeliest(c);
    bc_choice_take(c, best);
    return best;
}
