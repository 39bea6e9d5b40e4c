/* SPDX-License-Identifier: MIT */
/* lexicon.c - see lexicon.h: reads the compiled-in data files into two tries, over full and over bare keys. */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fold.h"

/* lexicon_data.S */
#define FILES(X)                                                                                                       \
    X(numbers)                                                                                                         \
    X(units)                                                                                                           \
    X(counters)                                                                                                        \
    X(indicators)                                                                                                      \
    X(provinces)                                                                                                       \
    X(hedges)                                                                                                          \
    X(relations) X(periods) X(lookalikes) X(grammar) X(headings) X(cues) X(areas) X(spelling) X(words) X(districts)
#define DECLARE(name) extern const char bc_data_##name[], bc_data_##name##_end[];
FILES(DECLARE)

enum { MAX_COLUMNS = 5, WORD_SLOTS = 1 << 14, LEXICON_BYTES = 256 << 20 };

typedef struct {
    const char *name, *values;
} tag_info;

#define INFO(id, name, values) {name, values},
static const tag_info TAGS[] = {BC_TAGS(INFO)};
static const char *const UNIT_KINDS[] = {"none", "money",   "percent", "point", "times",
                                         "step", "measure", "score",   "count"};

/* Open addressing, keys interned in the arena: words to numbers. */
typedef struct {
    struct word {
        const char *key;
        uint8_t len;
        uint16_t id;
    } * slots;
    uint32_t mask, used;
} word_table;

/* Open addressing: (node, word) to node. Node 0 is the root. */
typedef struct {
    struct edge {
        uint32_t from;
        uint32_t to;
        uint16_t word;
    } * slots;
    uint32_t mask, used;
} edge_table;

typedef struct term {
    struct term *next;
    uint8_t tag;
    int32_t value;
} term;

typedef struct {
    edge_table edges;
    term **terms; /* by node */
    uint32_t nodes;
    size_t capacity;
} trie;

struct bc_lexicon {
    bc_arena *arena;
    word_table words, bare_words;
    trie full, bare;
    struct reading {
        const char *key;
        uint16_t next; /* another word of the same bare key, 0: none */
        uint8_t len;
        bool plain;          /* a word of spelling.tsv, alone */
    } * readings;            /* by word */
    uint16_t *first_reading; /* by bare word */
    uint16_t *common;        /* by word: its row in words.tsv, from 1; 0: none */
    uint16_t common_count;
    edge_table beside;               /* (word, word) that stand side by side in a phrase */
    const char *file;                /* being read */
    const char *files[BC_TAG_COUNT]; /* by tag: that brought it */
    bc_unit_row *units;
    int32_t counter_count;
    bc_indicator_row *indicators;
    bc_province_row *provinces;
    size_t unit_count, unit_capacity, indicator_count, indicator_capacity, province_count, province_capacity;
};

static uint32_t hash_bytes(const char *key, size_t len)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (uint8_t)key[i]) * 16777619u;
    return h ^ (h >> 15);
}

static uint32_t hash_edge(uint32_t from, uint16_t word)
{
    uint32_t h = (from * 0x9E3779B1u) ^ ((uint32_t)word * 0x85EBCA6Bu);
    return h ^ (h >> 15);
}

/* ---- words ---- */

static uint16_t word_find(const word_table *t, const char *key, size_t len)
{
    if (len == 0)
        return 0;
    for (uint32_t i = hash_bytes(key, len) & t->mask; t->slots[i].id; i = (i + 1) & t->mask)
        if (t->slots[i].len == len && memcmp(t->slots[i].key, key, len) == 0)
            return t->slots[i].id;
    return 0;
}

/* The table's own copy of a key that is in it. */
static const char *word_key(const word_table *t, const char *key, size_t len)
{
    for (uint32_t i = hash_bytes(key, len) & t->mask; t->slots[i].id; i = (i + 1) & t->mask)
        if (t->slots[i].len == len && memcmp(t->slots[i].key, key, len) == 0)
            return t->slots[i].key;
    return NULL;
}

static bool word_table_init(word_table *t, bc_arena *arena, uint32_t size)
{
    t->slots = bc_arena_array(arena, size, sizeof *t->slots);
    t->mask = size - 1;
    return t->slots != NULL;
}

static uint16_t word_add(word_table *t, bc_arena *arena, const char *key, size_t len)
{
    uint16_t id = word_find(t, key, len);
    if (id || len == 0)
        return id;
    if (t->used >= t->mask - t->mask / 4)
        return 0;
    char *copy = bc_arena_alloc(arena, len);
    if (!copy)
        return 0;
    memcpy(copy, key, len);
    uint32_t i = hash_bytes(key, len) & t->mask;
    while (t->slots[i].id)
        i = (i + 1) & t->mask;
    t->slots[i] = (struct word){copy, (uint8_t)len, (uint16_t)++t->used};
    return t->slots[i].id;
}

/* ---- tries ---- */

static uint32_t trie_step(const trie *t, uint32_t node, uint16_t word)
{
    const edge_table *e = &t->edges;
    for (uint32_t i = hash_edge(node, word) & e->mask; e->slots[i].to; i = (i + 1) & e->mask)
        if (e->slots[i].from == node && e->slots[i].word == word)
            return e->slots[i].to;
    return 0;
}

static bool trie_init(trie *t, bc_arena *arena, uint32_t size)
{
    t->edges.slots = bc_arena_array(arena, size, sizeof *t->edges.slots);
    t->edges.mask = size - 1;
    t->capacity = size;
    t->terms = bc_arena_array(arena, size, sizeof *t->terms);
    t->nodes = 1;
    return t->edges.slots && t->terms;
}

static bool trie_add(trie *t, bc_arena *arena, const uint16_t *path, size_t len, uint8_t tag, int32_t value)
{
    uint32_t node = 0;
    for (size_t k = 0; k < len; k++) {
        uint32_t next = trie_step(t, node, path[k]);
        if (!next) {
            edge_table *e = &t->edges;
            if (e->used >= e->mask - e->mask / 4)
                return false;
            uint32_t i = hash_edge(node, path[k]) & e->mask;
            while (e->slots[i].to)
                i = (i + 1) & e->mask;
            next = t->nodes++;
            e->slots[i] = (struct edge){node, next, path[k]};
            e->used++;
        }
        node = next;
    }
    for (term *x = t->terms[node]; x; x = x->next)
        if (x->tag == tag)
            return true; /* the first owner keeps it; the lexicon test names duplicates */
    term *x = bc_arena_alloc(arena, sizeof *x);
    if (!x)
        return false;
    *x = (term){t->terms[node], tag, value};
    t->terms[node] = x;
    return true;
}

/* ---- data files ---- */

static bool fault(const char *file, unsigned line, const char *what)
{
    fprintf(stderr, "lexicon/%s.tsv:%u: %s\n", file, line, what);
    return false;
}

static bool add_beside(bc_lexicon *x, uint16_t first, uint16_t second)
{
    edge_table *e = &x->beside;
    uint32_t i = hash_edge(first, second) & e->mask;
    for (; e->slots[i].to; i = (i + 1) & e->mask)
        if (e->slots[i].from == first && e->slots[i].word == second)
            return true;
    if (e->used >= e->mask - e->mask / 4)
        return false;
    e->slots[i] = (struct edge){first, 1, second};
    e->used++;
    return true;
}

static void add_reading(bc_lexicon *x, uint16_t word, uint16_t bare, const bc_fold *f)
{
    struct reading *r = &x->readings[word];
    if (r->key)
        return;
    *r = (struct reading){word_key(&x->words, f->full, f->full_len), x->first_reading[bare], f->full_len, false};
    x->first_reading[bare] = word;
}

/* A phrase as words of both tables; fills paths of BC_MAX_PHRASE_SYLLABLES. Its length, 0: a fault. */
static uint32_t add_words(bc_lexicon *x, bc_str phrase, uint16_t *full, uint16_t *bare)
{
    bc_token *tokens;
    uint32_t n;
    if (!bc_tokenize(NULL, x->arena, phrase, &tokens, &n) || n > BC_MAX_PHRASE_SYLLABLES)
        return 0;
    for (uint32_t i = 0; i < n; i++) {
        bc_fold f = {0};
        const bc_token *t = &tokens[i];
        if (t->kind == BC_TOKEN_MARK && t->mark) {
            f.full[0] = f.bare[0] = t->mark;
            f.full_len = f.bare_len = 1;
        } else {
            bc_fold_word(phrase.ptr + t->start, t->end - t->start, &f);
        }
        full[i] = word_add(&x->words, x->arena, f.full, f.full_len);
        bare[i] = word_add(&x->bare_words, x->arena, f.bare, f.bare_len);
        if (!full[i] || !bare[i])
            return 0;
        if (t->kind == BC_TOKEN_WORD)
            add_reading(x, full[i], bare[i], &f);
        if (i > 0 && t->kind == BC_TOKEN_WORD && tokens[i - 1].kind == BC_TOKEN_WORD &&
            !add_beside(x, full[i - 1], full[i]))
            return 0;
    }
    return n;
}

static bool add_phrase(bc_lexicon *x, bc_str phrase, uint8_t tag, int32_t value)
{
    if (!x->files[tag])
        x->files[tag] = x->file;
    uint16_t full[BC_MAX_PHRASE_SYLLABLES], bare[BC_MAX_PHRASE_SYLLABLES];
    uint32_t n = add_words(x, phrase, full, bare);
    return n && trie_add(&x->full, x->arena, full, n, tag, value) && trie_add(&x->bare, x->arena, bare, n, tag, value);
}

/* The place of a word in a list "a b c", -1 if it is not in it. */
static int32_t place_in(const char *list, bc_str word)
{
    int32_t place = 0;
    for (const char *p = list; *p; place++) {
        size_t len = strcspn(p, " ");
        if (len == word.len && word.ptr && memcmp(p, word.ptr, len) == 0)
            return place;
        p += len;
        p += *p == ' ';
    }
    return -1;
}

static char *copy_text(bc_arena *arena, bc_str s)
{
    char *copy = bc_arena_alloc(arena, s.len + 1);
    if (copy && s.len)
        memcpy(copy, s.ptr, s.len);
    return copy;
}

static bool read_tagged(bc_lexicon *x, const bc_str *c)
{
    for (size_t tag = 0; tag < BC_TAG_COUNT; tag++) {
        if (!c[0].ptr || strlen(TAGS[tag].name) != c[0].len || memcmp(TAGS[tag].name, c[0].ptr, c[0].len) != 0)
            continue;
        int32_t value = 0;
        if (TAGS[tag].values[0] == '#')
            value = c[2].len ? (int32_t)strtol(c[2].ptr, NULL, 10) : 0;
        else if (TAGS[tag].values[0])
            value = place_in(TAGS[tag].values, c[2]);
        else if (c[2].len)
            return false;
        return value >= 0 && add_phrase(x, c[1], (uint8_t)tag, value);
    }
    return false;
}

static bool read_unit(bc_lexicon *x, const bc_str *c)
{
    bc_unit_row row = {.kind = BC_UNIT_NONE, .base = copy_text(x->arena, c[2])};
    for (size_t k = 0; k < sizeof UNIT_KINDS / sizeof *UNIT_KINDS; k++)
        if (c[1].ptr && strlen(UNIT_KINDS[k]) == c[1].len && memcmp(UNIT_KINDS[k], c[1].ptr, c[1].len) == 0)
            row.kind = (bc_unit_kind)k;
    for (size_t i = 0, point = 0; i < c[3].len; i++) { /* "0.01": digits and at most one point */
        if (c[3].ptr[i] == '.') {
            point = 1;
            continue;
        }
        row.factor.digits = row.factor.digits * 10 + (c[3].ptr[i] - '0');
        row.factor.scale = (uint8_t)(row.factor.scale + point);
    }
    if (row.kind == BC_UNIT_NONE || !row.base ||
        !bc_arena_grow(x->arena, (void **)&x->units, x->unit_count, &x->unit_capacity, sizeof row))
        return false;
    x->units[x->unit_count] = row;
    return add_phrase(x, c[0], BC_TAG_UNIT, (int32_t)x->unit_count++);
}

static bool read_counter(bc_lexicon *x, const bc_str *c)
{
    return add_phrase(x, c[0], BC_TAG_COUNTER, x->counter_count++);
}

/* Words that only keep others from being taken for damaged ones: no phrase. */
static bool read_spelling(bc_lexicon *x, const bc_str *c)
{
    uint16_t full[BC_MAX_PHRASE_SYLLABLES], bare[BC_MAX_PHRASE_SYLLABLES];
    uint32_t n = add_words(x, c[0], full, bare);
    if (n == 1)
        x->readings[full[0]].plain = true;
    return n > 0;
}

/* The words that evidence may name: no phrase. */
static bool read_word(bc_lexicon *x, const bc_str *c)
{
    bc_fold f = {0};
    bc_fold_word(c[0].ptr, c[0].len, &f);
    uint16_t word = word_add(&x->words, x->arena, f.full, f.full_len);
    if (word)
        x->common[word] = ++x->common_count;
    return word != 0;
}

/* A column of phrases separated by ';'. */
static bool add_aliases(bc_lexicon *x, bc_str list, uint8_t tag, int32_t value)
{
    const char *p = list.ptr, *end = list.ptr + list.len;
    while (p < end) {
        const char *stop = memchr(p, ';', (size_t)(end - p));
        if (!stop)
            stop = end;
        while (p < stop && *p == ' ')
            p++;
        if (p < stop && !add_phrase(x, (bc_str){p, (size_t)(stop - p)}, tag, value))
            return false;
        p = stop + 1;
    }
    return true;
}

static bool read_indicator(bc_lexicon *x, const bc_str *c)
{
    if (!bc_arena_grow(x->arena, (void **)&x->indicators, x->indicator_count, &x->indicator_capacity,
                       sizeof *x->indicators))
        return false;
    bc_indicator_row *row = &x->indicators[x->indicator_count];
    *row = (bc_indicator_row){copy_text(x->arena, c[0]), copy_text(x->arena, c[1]), copy_text(x->arena, c[2]),
                              copy_text(x->arena, c[3]), copy_text(x->arena, c[4])};
    int32_t value = (int32_t)x->indicator_count++;
    return row->code && row->name_vi && row->name_en && row->aliases && row->hints &&
           add_phrase(x, c[1], BC_TAG_INDICATOR, value) && add_aliases(x, c[3], BC_TAG_INDICATOR, value) &&
           add_aliases(x, c[4], BC_TAG_HINT, value);
}

static bool read_province(bc_lexicon *x, const bc_str *c)
{
    if (!bc_arena_grow(x->arena, (void **)&x->provinces, x->province_count, &x->province_capacity,
                       sizeof *x->provinces))
        return false;
    bc_province_row *row = &x->provinces[x->province_count];
    *row = (bc_province_row){copy_text(x->arena, c[0]), copy_text(x->arena, c[1]), copy_text(x->arena, c[2]),
                             copy_text(x->arena, c[3])};
    int32_t value = (int32_t)x->province_count++;
    return row->old_code && row->old_name && row->new_code && row->new_name &&
           add_phrase(x, c[1], BC_TAG_PROVINCE, value) && add_aliases(x, c[4], BC_TAG_PROVINCE, value);
}

static bool read_districts(bc_lexicon *x, const bc_str *c)
{
    for (size_t i = 0; i < x->province_count; i++)
        if (c[0].ptr && strlen(x->provinces[i].old_code) == c[0].len &&
            memcmp(x->provinces[i].old_code, c[0].ptr, c[0].len) == 0)
            return add_aliases(x, c[1], BC_TAG_DISTRICT, (int32_t)i);
    return false;
}

/* Lines of tab-separated columns; '#' opens a comment line; the first other line names the columns. */
static bool read_file(bc_lexicon *x, const char *name, const char *p, const char *end, const char *header,
                      bool (*read_row)(bc_lexicon *, const bc_str *))
{
    x->file = name;
    bool headed = false;
    for (unsigned line = 1; p < end; line++) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        bc_str row = {p, (size_t)((stop ? stop : end) - p)};
        p = stop ? stop + 1 : end;
        if (row.len == 0 || row.ptr[0] == '#')
            continue;
        if (!headed) {
            headed = true;
            if (strlen(header) != row.len || memcmp(header, row.ptr, row.len) != 0)
                return fault(name, line, "unknown columns");
            continue;
        }
        bc_str columns[MAX_COLUMNS] = {{0}};
        const char *at = row.ptr, *last = row.ptr + row.len;
        for (size_t k = 0; k < MAX_COLUMNS && at <= last; k++) {
            const char *tab = memchr(at, '\t', (size_t)(last - at));
            columns[k] = (bc_str){at, (size_t)((tab ? tab : last) - at)};
            at = tab ? tab + 1 : last + 1;
        }
        if (at <= last)
            return fault(name, line, "too many columns");
        if (!read_row(x, columns))
            return fault(name, line, "a row the loader cannot take");
    }
    return true;
}

static bool read_all(bc_lexicon *x)
{
    static const char TAGGED[] = "tag\tphrase\tvalue";
#define READ(file, header, row) read_file(x, #file, bc_data_##file, bc_data_##file##_end, header, row)
    return READ(numbers, TAGGED, read_tagged) && READ(units, "phrase\tkind\tbase\tfactor", read_unit) &&
           READ(counters, "phrase", read_counter) &&
           READ(indicators, "code\tname_vi\tname_en\taliases\thints", read_indicator) &&
           READ(provinces, "old_code\told_name\tnew_code\tnew_name\taliases", read_province) &&
           READ(districts, "old_code\tdistricts", read_districts) && READ(hedges, TAGGED, read_tagged) &&
           READ(relations, TAGGED, read_tagged) && READ(periods, TAGGED, read_tagged) &&
           READ(lookalikes, TAGGED, read_tagged) && READ(grammar, TAGGED, read_tagged) &&
           READ(headings, TAGGED, read_tagged) && READ(cues, TAGGED, read_tagged) && READ(areas, TAGGED, read_tagged) &&
           READ(spelling, "phrase", read_spelling) && READ(words, "phrase", read_word);
#undef READ
}

bc_lexicon *bc_lexicon_create(void)
{
    bc_arena *arena = bc_arena_create(LEXICON_BYTES);
    bc_lexicon *x = arena ? bc_arena_alloc(arena, sizeof *x) : NULL;
    if (!x) {
        bc_arena_destroy(arena);
        return NULL;
    }
    x->arena = arena;
    x->readings = bc_arena_array(arena, WORD_SLOTS, sizeof *x->readings);
    x->first_reading = bc_arena_array(arena, WORD_SLOTS, sizeof *x->first_reading);
    x->common = bc_arena_array(arena, WORD_SLOTS, sizeof *x->common);
    x->beside.slots = bc_arena_array(arena, 1u << 15, sizeof *x->beside.slots);
    x->beside.mask = (1u << 15) - 1;
    if (!x->readings || !x->first_reading || !x->common || !x->beside.slots ||
        !word_table_init(&x->words, arena, WORD_SLOTS) || !word_table_init(&x->bare_words, arena, WORD_SLOTS) ||
        !trie_init(&x->full, arena, 1u << 16) || !trie_init(&x->bare, arena, 1u << 16) || !read_all(x)) {
        bc_arena_destroy(arena);
        return NULL;
    }
    return x;
}

void bc_lexicon_destroy(bc_lexicon *lexicon)
{
    if (lexicon)
        bc_arena_destroy(lexicon->arena);
}

uint16_t bc_lexicon_word(const bc_lexicon *lexicon, const char *key, size_t len)
{
    return word_find(&lexicon->words, key, len);
}

uint16_t bc_lexicon_bare_word(const bc_lexicon *lexicon, const char *key, size_t len)
{
    return word_find(&lexicon->bare_words, key, len);
}

size_t bc_lexicon_readings(const bc_lexicon *lexicon, uint16_t bare, uint16_t *out, size_t room)
{
    size_t n = 0;
    for (uint16_t word = lexicon->first_reading[bare]; word && n < room; word = lexicon->readings[word].next)
        out[n++] = word;
    return n;
}

const char *bc_lexicon_key(const bc_lexicon *lexicon, uint16_t word, size_t *len)
{
    *len = lexicon->readings[word].len;
    return lexicon->readings[word].key;
}

bool bc_lexicon_adjacent(const bc_lexicon *lexicon, uint16_t first, uint16_t second)
{
    const edge_table *e = &lexicon->beside;
    if (first == 0 || second == 0)
        return false;
    for (uint32_t i = hash_edge(first, second) & e->mask; e->slots[i].to; i = (i + 1) & e->mask)
        if (e->slots[i].from == first && e->slots[i].word == second)
            return true;
    return false;
}

static const term *terms_of_word(const bc_lexicon *lexicon, uint16_t word)
{
    uint32_t node = word ? trie_step(&lexicon->full, 0, word) : 0;
    return node ? lexicon->full.terms[node] : NULL;
}

bool bc_lexicon_says(const bc_lexicon *lexicon, uint16_t word, bc_tag tag)
{
    for (const term *x = terms_of_word(lexicon, word); x; x = x->next)
        if (x->tag == tag)
            return true;
    return false;
}

bool bc_lexicon_known(const bc_lexicon *lexicon, uint16_t word)
{
    return lexicon->readings[word].key != NULL;
}

uint16_t bc_lexicon_common(const bc_lexicon *lexicon, uint16_t word)
{
    return lexicon->common[word];
}

bool bc_lexicon_plain(const bc_lexicon *lexicon, uint16_t word)
{
    return lexicon->readings[word].plain;
}

bool bc_lexicon_says_any(const bc_lexicon *lexicon, uint16_t word)
{
    return terms_of_word(lexicon, word) != NULL;
}

/* Tags whose longer phrases are found through lost tones and hats as well. */
static bool forgiving(uint8_t tag, unsigned length)
{
    switch (tag) {
    case BC_TAG_INDICATOR:
    case BC_TAG_HEADING:
    case BC_TAG_COUNTER:
        return length >= 2;
    case BC_TAG_CAUSE:
    case BC_TAG_LETTERHEAD:
    case BC_TAG_TAIL:
    case BC_TAG_RECIPIENTS:
        return length >= 2;
    default:
        return length >= 3;
    }
}

size_t bc_lexicon_match(const bc_lexicon *lexicon, const bc_token *tokens, uint32_t count, uint32_t at, bc_match *out,
                        size_t room)
{
    size_t n = 0;
    uint32_t node = 0, bare_node = 0;
    for (uint32_t k = at; k < count; k++) {
        if (k > at && node == 0 && bare_node == 0)
            break;
        bool alive = k == at || node != 0, bare_alive = k == at || bare_node != 0;
        node = alive && tokens[k].id ? trie_step(&lexicon->full, node, tokens[k].id) : 0;
        uint16_t bare = tokens[k].kind == BC_TOKEN_WORD ? tokens[k].bare : 0;
        bare_node = bare_alive && bare ? trie_step(&lexicon->bare, bare_node, bare) : 0;
        if (node == 0 && bare_node == 0)
            break;
        uint8_t length = (uint8_t)(k - at + 1);
        size_t exact = n;
        for (const term *x = node ? lexicon->full.terms[node] : NULL; x && n < room; x = x->next)
            out[n++] = (bc_match){x->tag, length, false, x->value};
        for (const term *x = bare_node ? lexicon->bare.terms[bare_node] : NULL; x && n < room; x = x->next) {
            bool known = !forgiving(x->tag, length);
            for (size_t i = exact; i < n && !known; i++)
                known = out[i].tag == x->tag;
            if (!known)
                out[n++] = (bc_match){x->tag, length, true, x->value};
        }
    }
    return n;
}

const char *bc_lexicon_tag_name(bc_tag tag)
{
    return TAGS[tag].name;
}

const char *bc_lexicon_tag_file(const bc_lexicon *lexicon, bc_tag tag)
{
    return lexicon->files[tag] ? lexicon->files[tag] : "";
}

const bc_unit_row *bc_lexicon_unit(const bc_lexicon *lexicon, int32_t row)
{
    return &lexicon->units[row];
}

const bc_indicator_row *bc_lexicon_indicators(const bc_lexicon *lexicon, size_t *count)
{
    *count = lexicon->indicator_count;
    return lexicon->indicators;
}

const bc_province_row *bc_lexicon_provinces(const bc_lexicon *lexicon, size_t *count)
{
    *count = lexicon->province_count;
    return lexicon->provinces;
}

const char *bc_lexicon_area(int32_t value)
{
    static const char *const AREAS[] = {"industry",   "trade",       "exports",   "energy", "logistics",
                                        "investment", "agriculture", "budget",    "social", "administration",
                                        "personnel",  "party",       "emulation", "other"};
    return value >= 0 && (size_t)value < sizeof AREAS / sizeof *AREAS ? AREAS[value] : "other";
}
