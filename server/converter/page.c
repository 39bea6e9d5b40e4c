/* SPDX-License-Identifier: MIT */
/* page.c - see page.h. */
#include "page.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

#include "extract/utf8.h"
#include "grid.h"

enum { MOST_WORDS = 2000000, HEAD_LINES = 10, EDGE_ROWS = 2 };

page *pages_add(pages *p, float width, float height)
{
    grow((void **)&p->pages, p->count, &p->room, sizeof *p->pages);
    p->pages[p->count] = (page){.width = width, .height = height};
    return &p->pages[p->count++];
}

void page_add(page *p, float x0, float y0, float x1, float y1, const char *words, size_t n, bool doubtful)
{
    while (n && isspace((unsigned char)*words))
        words++, n--;
    while (n && isspace((unsigned char)words[n - 1]))
        n--;
    if (n == 0 || !(x1 > x0) || !(y1 > y0) || !isfinite(x0) || !isfinite(x1) || !isfinite(y0) || !isfinite(y1))
        return;
    if (p->count >= MOST_WORDS)
        fail(EXIT_TOO_LARGE, "a page holds too many words");
    grow((void **)&p->words, p->count, &p->room, sizeof *p->words);
    char *copy = take(n + 1, 1);
    memcpy(copy, words, n);
    if (!bc_utf8_valid(copy, n))
        return;
    for (char *mark; (mark = strstr(copy, MARK_DOUBT)) || (mark = strstr(copy, MARK_SURE));)
        memmove(mark, mark + 3, strlen(mark + 3) + 1); /* what means something of ours */
    utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)copy);
    if (nfc)
        copy = (char *)nfc;
    if (!*copy)
        return;
    p->words[p->count++] = (page_word){x0, y0, x1, y1, copy, doubtful, 0};
}

/* ---- rows: words side by side ---- */

typedef struct {
    size_t first, last; /* of the page's words, from left to right */
    float x0, y0, x1, y1;
    float em;  /* height of its letters, about */
    bool gone; /* a running head, a page number */
} row;

typedef struct {
    page *page;
    row *rows;
    size_t count;
    float pitch; /* from a line to the next of a paragraph, in heights of a word's box */
} sheet;

/* A piece of a row: words with no wide gap between them. */
typedef struct {
    size_t first, last;
    float x0, x1;
} segment;

typedef struct {
    segment items[64];
    size_t count;
} segments;

static int by_top(const void *a, const void *b)
{
    const page_word *v = a, *w = b;
    float x = (v->y0 + v->y1) / 2, y = (w->y0 + w->y1) / 2;
    return x < y ? -1 : x > y;
}

static int by_row(const void *a, const void *b)
{
    const page_word *v = a, *w = b;
    if (v->row != w->row)
        return v->row < w->row ? -1 : 1;
    return v->x0 < w->x0 ? -1 : v->x0 > w->x0;
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

static float middle(float *values, size_t n, float part)
{
    if (n == 0)
        return 0;
    qsort(values, n, sizeof *values, by_value);
    return values[(size_t)((float)(n - 1) * part)];
}

/* Pieces that a change of font has cut off ("T", "Ỉ", "NH") are one word again. */
static void glue(page *p, row *r)
{
    size_t to = r->first;
    for (size_t i = r->first + 1; i < r->last; i++) {
        page_word *v = &p->words[to], *w = &p->words[i];
        if (w->x0 - v->x1 < r->em * 0.11f && w->x0 - v->x1 > -r->em * 0.5f) {
            size_t n = strlen(v->words), m = strlen(w->words);
            char *joined = take(n + m + 1, 1);
            memcpy(joined, v->words, n);
            memcpy(joined + n, w->words, m);
            v->words = joined;
            v->x1 = w->x1 > v->x1 ? w->x1 : v->x1;
            v->y0 = w->y0 < v->y0 ? w->y0 : v->y0;
            v->y1 = w->y1 > v->y1 ? w->y1 : v->y1;
            v->doubtful |= w->doubtful;
        } else {
            p->words[++to] = *w;
        }
    }
    r->last = to + 1;
}

/* From a word of the upper row to one right below it in the lower; 0: none is. */
static float step_down(const page *p, const row *upper, const row *lower)
{
    size_t i = upper->first, k = lower->first;
    while (i < upper->last && k < lower->last) {
        const page_word *v = &p->words[i], *w = &p->words[k];
        if (v->x0 < w->x1 && w->x0 < v->x1)
            return w->y1 - v->y1;
        if (v->x1 <= w->x0)
            i++;
        else
            k++;
    }
    return 0;
}

static sheet rows_of(page *p)
{
    sheet s = {.page = p, .rows = take(p->count, sizeof *s.rows)};
    if (p->count == 0)
        return s;
    qsort(p->words, p->count, sizeof *p->words, by_top);
    float top = 0, bottom = 0;
    for (size_t i = 0; i < p->count; i++) {
        page_word *w = &p->words[i];
        float mid = (w->y0 + w->y1) / 2;
        /* the middle of a word of the same row lies well inside the row */
        if (i == 0 || mid > bottom - (bottom - top) * 0.3f) {
            if (i)
                s.count++;
            top = w->y0;
            bottom = w->y1;
        }
        w->row = (unsigned)s.count;
    }
    s.count += p->count > 0;
    qsort(p->words, p->count, sizeof *p->words, by_row);
    float *heights = take(p->count, sizeof *heights), *pitches = take(p->count, sizeof *pitches);
    size_t n = 0;
    for (size_t i = 0, k = 0; k < s.count; k++) {
        row *r = &s.rows[k];
        *r = (row){.first = i, .x0 = INFINITY, .y0 = INFINITY};
        size_t m = 0;
        for (; i < p->count && p->words[i].row == k; i++) {
            const page_word *w = &p->words[i];
            r->x0 = fminf(r->x0, w->x0);
            r->y0 = fminf(r->y0, w->y0);
            r->x1 = fmaxf(r->x1, w->x1);
            r->y1 = fmaxf(r->y1, w->y1);
            heights[m++] = w->y1 - w->y0;
        }
        r->last = i;
        r->em = middle(heights, m, 0.5f) * 0.8f;
        glue(p, r);
        float down = 0;
        for (size_t up = k;
             up-- > 0 && k - up < 5 && down == 0;) /* cells side by side may have lines at other heights */
            down = step_down(p, &s.rows[up], r);
        if (down > 0.9f * r->em && down < 2.5f * r->em)
            pitches[n++] = down / r->em;
    }
    s.pitch = middle(pitches, n, 0.25f);
    free(heights);
    free(pitches);
    return s;
}

static float gap_before(const page *p, const row *r, size_t i)
{
    return i > r->first ? p->words[i].x0 - p->words[i - 1].x1 : 0;
}

static segments segments_of(const page *p, const row *r)
{
    segments s = {.count = 0};
    float gaps[256];
    size_t n = 0;
    for (size_t i = r->first + 1; i < r->last && n < 256; i++)
        gaps[n++] = gap_before(p, r, i);
    float usual = n > 4 ? middle(gaps, n, 0.4f) : r->em * 0.26f; /* justified lines are wide all along */
    float wide = fmaxf(fminf(usual, r->em * 0.8f) * 1.75f, r->em * 0.42f);
    for (size_t i = r->first; i < r->last; i++) {
        const page_word *w = &p->words[i];
        float gap = gap_before(p, r, i);
        bool apart = gap > wide || (gap > r->em * 0.75f && is_figure(w->words) && is_figure(p->words[i - 1].words));
        if (s.count == 0 || (apart && s.count < 64))
            s.items[s.count++] = (segment){i, i + 1, w->x0, w->x1};
        s.items[s.count - 1].last = i + 1;
        s.items[s.count - 1].x1 = fmaxf(s.items[s.count - 1].x1, w->x1);
    }
    return s;
}

static void put_words(const page *p, size_t first, size_t last, text *out)
{
    for (size_t i = first; i < last; i++) {
        if (i > first)
            put_string(out, " ");
        if (p->words[i].doubtful)
            put_string(out, MARK_DOUBT);
        put_string(out, p->words[i].words);
        if (p->words[i].doubtful)
            put_string(out, MARK_SURE);
    }
}

/* The same, as a plain string: to look at. */
static char *plain(const page *p, size_t first, size_t last)
{
    text t = {0};
    for (size_t i = first; i < last; i++) {
        if (i > first)
            put_string(&t, " ");
        put_string(&t, p->words[i].words);
    }
    put_string(&t, "");
    return t.bytes;
}

static bool segment_is_figure(const page *p, const segment *s)
{
    char *words = plain(p, s->first, s->last);
    bool yes = is_figure(words);
    free(words);
    return yes;
}

/* ---- what stands on every page ---- */

static bool is_page_number(const char *s)
{
    size_t digits = 0;
    if (strncasecmp(s, "trang", 5) == 0)
        s += 5;
    if (strlen(s) > 12)
        return false;
    for (; *s; s++) {
        if (isdigit((unsigned char)*s))
            digits++;
        else if (!strchr(" -/.|", *s) && (unsigned char)*s < 0x80)
            return false;
    }
    return digits > 0 && digits <= 6;
}

/* Letters alone: what a running head keeps from page to page. */
static char *without_digits(char *s)
{
    for (char *p = s; *p; p++)
        if (isdigit((unsigned char)*p))
            *p = '#';
    return s;
}

static row *edge_row(sheet *s, size_t n, bool bottom)
{
    return n < s->count ? &s->rows[bottom ? s->count - 1 - n : n] : NULL;
}

static bool at_edge(const sheet *s, const row *r)
{
    return r->y1 < s->page->height * 0.12f || r->y0 > s->page->height * 0.88f;
}

static void drop_edges(sheet *sheets, size_t count)
{
    for (int bottom = 0; bottom < 2; bottom++)
        for (size_t n = 0; n < EDGE_ROWS; n++) {
            char **words = take(count, sizeof *words);
            for (size_t i = 0; i < count; i++) {
                row *r = edge_row(&sheets[i], n, bottom);
                if (!r || !at_edge(&sheets[i], r))
                    continue;
                words[i] = plain(sheets[i].page, r->first, r->last);
                /* a number alone, apart from the text */
                const row *next = edge_row(&sheets[i], n + 1, bottom);
                bool apart = !next || fabsf(next->y0 - r->y0) > 1.3f * r->em;
                if (is_page_number(words[i]) && apart && (n == 0 || edge_row(&sheets[i], 0, bottom)->gone))
                    r->gone = true;
                without_digits(words[i]);
            }
            for (size_t i = 0; i < count && count > 1; i++) {
                size_t same = 0;
                for (size_t k = 0; k < count && words[i]; k++)
                    same += words[k] && strcmp(words[i], words[k]) == 0 &&
                            fabsf(edge_row(&sheets[i], n, bottom)->y0 - edge_row(&sheets[k], n, bottom)->y0) <
                                0.5f * edge_row(&sheets[i], n, bottom)->em;
                if (same >= 2 && same * 2 > count && (n == 0 || edge_row(&sheets[i], 0, bottom)->gone))
                    edge_row(&sheets[i], n, bottom)->gone = true;
            }
            for (size_t i = 0; i < count; i++)
                free(words[i]);
            free(words);
        }
    for (size_t i = 0; i < count; i++) {
        size_t to = 0;
        for (size_t k = 0; k < sheets[i].count; k++)
            if (!sheets[i].rows[k].gone)
                sheets[i].rows[to++] = sheets[i].rows[k];
        sheets[i].count = to;
    }
}

typedef struct {
    float x0, x1;
} span;

enum { MOST_SPANS = 64 };

typedef struct {
    size_t first, last; /* rows */
    size_t body;        /* the first with figures */
    span columns[MOST_SPANS];
    size_t count;
} table;

/* ---- paragraphs ---- */

typedef struct {
    text *out, line; /* the paragraph so far */
    bool open, marked, on_other_page;
    float x0, x1, y1, em; /* of its last line */
    float first_x0;       /* of its first line */
    unsigned lines;
    float right;  /* of the column that it stands in */
    bool indents; /* the column's paragraphs open with an indent, their other lines at left */
    float left;
    float apart;      /* in pitches: a wider step opens a paragraph */
    table table;      /* that the last page ended with; count 0: none */
    size_t table_end; /* of its last row, in out */
} writer;

static void end_paragraph(writer *w)
{
    if (w->open)
        put_line(w->out, string_of(&w->line), w->line.len);
    reset(&w->line);
    w->open = false;
}

/* "-", "+", "•": opens an item wherever it stands. */
static bool is_bullet(const char *s)
{
    return strcmp(s, "-") == 0 || strcmp(s, "+") == 0 || strcmp(s, "*") == 0 || strcmp(s, "\xE2\x80\xA2") == 0 ||
           strcmp(s, "\xE2\x80\x93") == 0 || strcmp(s, "\xEF\x82\xB7") == 0 || strcmp(s, "\xE2\x97\x8F") == 0;
}

/* "1.", "II.", "a)", "1.2.", "(3)" */
static bool is_number_mark(const char *s)
{
    size_t n = strlen(s), letters = 0, digits = 0;
    if (n < 2 || n > 9 || !strchr(".)", s[n - 1]))
        return false;
    for (size_t i = 0; i + 1 < n; i++) {
        letters += isalpha((unsigned char)s[i]) != 0;
        digits += isdigit((unsigned char)s[i]) != 0;
        if (!isalnum((unsigned char)s[i]) && !strchr(".(", s[i]))
            return false;
    }
    return letters + digits > 0 && (letters == 0 || digits == 0) && (letters <= 1 || strspn(s, "IVXivx") == letters) &&
           digits <= 6;
}

/* 1: words of capitals only; -1: with small letters; 0: too little to tell. */
static int letter_case(const char *s)
{
    size_t upper = 0;
    for (const char *p = s, *end = s + strlen(s); p < end;) {
        uint32_t c = bc_utf8_next(&p, end);
        bool beyond = c >= 0x1EA0 && c <= 0x1EF9;
        if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFF && c != 0xF7) || (beyond && (c & 1)) || c == 0x103 ||
            c == 0x111 || c == 0x129 || c == 0x169 || c == 0x1A1 || c == 0x1B0)
            return -1;
        upper += (c >= 'A' && c <= 'Z') || c >= 0xC0;
    }
    return upper > 5;
}

/* Ends in two figures: a row of a table without rules. */
static bool ends_in_figures(const char *s)
{
    const char *last = strrchr(s, ' ');
    if (!last || !is_figure(last + 1))
        return false;
    const char *before = last;
    while (before > s && before[-1] != ' ')
        before--;
    char word[32];
    size_t n = (size_t)(last - before);
    if (n == 0 || n >= sizeof word)
        return false;
    memcpy(word, before, n);
    word[n] = 0;
    return is_figure(word) && !strpbrk(word, "()-+") && strcmp(word, "-") != 0;
}

/* The rest of such a row. */
static bool only_figures(const page *p, size_t first, size_t last)
{
    while (first < last && (is_figure(p->words[first].words) || strcmp(p->words[first].words, "-") == 0))
        first++;
    return first == last;
}

static void put_row(writer *w, const page *p, const row *r, size_t first, size_t last, float right, float pitch,
                    bool join)
{
    const page_word *word = &p->words[first];
    float x0 = word->x0, x1 = p->words[last - 1].x1;
    bool bullet = is_bullet(word->words) && last > first + 1, number = is_number_mark(word->words);
    if (w->open) {
        char end = w->line.len ? w->line.bytes[w->line.len - 1] : 0;
        float room = w->right - w->x1 - r->em * 0.3f;
        bool full = room < word->x1 - word->x0 + r->em * 0.4f; /* its first word had no room on the line above */
        bool indented = x0 > w->x0 + r->em * 0.7f && !w->marked;
        bool apart = !w->on_other_page && (r->y1 - w->y1) > pitch * r->em * w->apart;
        bool other_size = r->em > w->em * 1.25f || w->em > r->em * 1.25f;
        bool at_left = w->indents && full && fabsf(x0 - w->left) < r->em * 0.3f; /* no paragraph opens there */
        bool heading = w->indents && w->lines == 1 && w->marked && x0 > w->left + r->em * 0.7f &&
                       fabsf(x0 - w->first_x0) < r->em * 0.3f; /* its own next line would stand at left */
        bool opens = (bullet && !at_left) || heading ||
                     (number && !at_left && (indented || strchr(".;:", end) || x0 > w->x0 + r->em * 0.7f));
        char *words = plain(p, first, last);
        bool capitals = letter_case(string_of(&w->line)) * letter_case(words) < 0;
        bool rows = ends_in_figures(string_of(&w->line)) && !only_figures(p, first, last);
        free(words);
        if (!join || !full || indented || apart || other_size || opens || capitals || rows)
            end_paragraph(w);
    }
    size_t n = w->line.len;
    bool hyphen = n > 1 && w->line.bytes[n - 1] == '-' && w->line.bytes[n - 2] != ' '; /* "22-" and "QĐ/TW" */
    if (w->open && !hyphen)
        put_string(&w->line, " ");
    else if (!w->open)
        w->marked = bullet || number;
    if (!w->open) {
        w->first_x0 = x0;
        w->lines = 0;
    }
    w->lines++;
    put_words(p, first, last, &w->line);
    w->open = true;
    w->on_other_page = false;
    w->x0 = x0;
    w->x1 = x1;
    w->y1 = r->y1;
    w->em = r->em;
    w->right = right;
}

/* ---- tables ---- */

static size_t figures_in(const page *p, const row *r)
{
    segments s = segments_of(p, r);
    size_t n = 0;
    for (size_t i = 1; i < s.count; i++)
        n += segment_is_figure(p, &s.items[i]);
    return n;
}

/* Row numbers that stand close before the names ("9 Tổng đàn", "10 Sản lượng"), all names at one x: a column. */
static void split_marks(const sheet *s, table *t, const bool *figure_row)
{
    const page *p = s->page;
    float *names = take(t->last - t->body, sizeof *names), right = 0;
    size_t rows = 0, n = 0, same = 0;
    for (size_t i = t->body; i < t->last; i++) {
        const row *r = &s->rows[i];
        if (!figure_row[i] || r->last - r->first < 3 || p->words[r->first + 1].x0 > t->columns[0].x1)
            continue;
        rows++;
        if (is_row_mark(p->words[r->first].words))
            names[n++] = p->words[r->first + 1].x0;
    }
    float left = middle(names, n, 0.5f), em = s->rows[t->body].em;
    for (size_t i = t->body; i < t->last; i++) {
        const row *r = &s->rows[i];
        if (figure_row[i] && r->last - r->first >= 3 && is_row_mark(p->words[r->first].words) &&
            fabsf(p->words[r->first + 1].x0 - left) < em * 0.1f) {
            same++;
            right = fmaxf(right, p->words[r->first].x1);
        }
    }
    free(names);
    if (n < 4 || n * 10 < rows * 9 || same * 10 < n * 9 || right >= left || t->count >= MOST_SPANS)
        return;
    memmove(t->columns + 1, t->columns, t->count * sizeof *t->columns);
    t->columns[0].x1 = right;
    t->columns[1].x0 = left;
    t->count++;
}

/* White strips that all rows with figures leave free, and most of which they have words on both sides of. */
static void find_columns(const sheet *s, table *t, const bool *figure_row)
{
    const page *p = s->page;
    size_t words = 0, n = 0;
    for (size_t i = t->body; i < t->last; i++)
        words += figure_row[i] ? s->rows[i].last - s->rows[i].first : 0;
    span *all = take(words, sizeof *all);
    float em = s->rows[t->body].em;
    for (size_t i = t->body; i < t->last; i++)
        for (size_t k = s->rows[i].first; k < s->rows[i].last && figure_row[i]; k++)
            all[n++] = (span){p->words[k].x0, p->words[k].x1};
    qsort(all, n, sizeof *all, by_value);
    t->count = 0;
    for (size_t i = 0; i < n; i++) {
        span *last = t->count ? &t->columns[t->count - 1] : NULL;
        bool gap = !last || all[i].x0 > last->x1 + em * 0.3f;
        if (gap && last) {
            size_t both = 0, wide = 0;
            for (size_t k = t->body; k < t->last; k++) {
                const row *r = &s->rows[k];
                for (size_t m = r->first + 1; m < r->last && figure_row[k]; m++)
                    if (p->words[m - 1].x1 <= last->x1 + 0.01f && p->words[m].x0 >= all[i].x0 - 0.01f) {
                        both++;
                        wide += gap_before(p, r, m) > em * 0.4f;
                    }
            }
            gap = both > 0 && wide * 10 >= both * 6;
        }
        if (gap && t->count < MOST_SPANS)
            t->columns[t->count++] = all[i];
        else
            last->x1 = fmaxf(last->x1, all[i].x1);
    }
    free(all);
    split_marks(s, t, figure_row);
}

/* The columns that a piece stands under or over: [*first, *last). */
static void columns_of(const table *t, float x0, float x1, float em, size_t *first, size_t *last)
{
    float most = -INFINITY;
    *first = 0;
    for (size_t i = 0; i < t->count; i++) {
        float shared = fminf(x1, t->columns[i].x1) - fmaxf(x0, t->columns[i].x0);
        if (shared > most) {
            most = shared;
            *first = i;
        }
    }
    *last = *first + 1;
    while (*first > 0 && x0 < t->columns[*first - 1].x1 - em * 0.5f)
        --*first;
    while (*last < t->count && x1 > t->columns[*last].x0 + em * 0.5f)
        ++*last;
}

typedef struct {
    text cells[MOST_SPANS];
    size_t spans[MOST_SPANS];
    bool any;
} line;

static void flush_line(line *l, size_t columns, grid *g)
{
    if (l->any) {
        grid_row(g);
        for (size_t i = 0; i < columns; i++) {
            if (i > g->at)
                grid_skip(g, i - g->at);
            if (l->cells[i].len && i >= g->at)
                grid_add(g, string_of(&l->cells[i]), l->spans[i]);
        }
    }
    for (size_t i = 0; i < columns; i++)
        reset(&l->cells[i]);
    l->any = false;
}

typedef enum { APART, LIKELY, CERTAIN } completion;

/* Is rest what a cell had no room for behind its figure: "2.650.00" over "0", "18.320" over ",5"? LIKELY: what stands
 * above might be a figure of its own ("268.40", "1.450,2"). */
static completion completes(const char *figure, const char *rest)
{
    size_t marks = 0, digits = 0, more = strspn(rest, "0123456789");
    const char *last = strrchr(figure, ',') ? strrchr(figure, ',') : strrchr(figure, '.');
    if (!is_figure(figure) || !isdigit((unsigned char)figure[0]))
        return APART;
    if (strchr(".,", rest[0]))
        return rest[1] && strspn(rest + 1, "0123456789") == strlen(rest + 1) && !strchr(figure, ',') ? CERTAIN : APART;
    if (!last || more == 0 || rest[more])
        return APART;
    for (const char *c = figure; *c; c++)
        marks += *c == *last;
    digits = strspn(last + 1, "0123456789");
    if (last[1 + digits])
        return APART;
    if (digits == 0)
        return CERTAIN;
    if (marks > 1 || *last == '.')
        return digits + more != 3 ? APART : marks > 1 ? CERTAIN : LIKELY;
    return digits + more <= 3 ? LIKELY : APART;
}

static void put_cell(line *l, size_t column, size_t span, const page *p, size_t first, size_t last)
{
    text *cell = &l->cells[column];
    if (cell->len && (last > first + 1 || completes(string_of(cell), p->words[first].words) == APART))
        put_string(cell, " ");
    put_words(p, first, last, cell);
    l->spans[column] = span;
    l->any = true;
}

/* A piece of a head: over one column, over several, or several heads with little room between them. */
static void put_heads(line *l, const table *t, const page *p, const row *r, size_t from, size_t to)
{
    size_t first, last, widest = from;
    float gaps[256], most = 0;
    size_t n = 0;
    columns_of(t, p->words[from].x0, p->words[to - 1].x1, r->em, &first, &last);
    for (size_t i = from + 1; i < to && n < 256; i++) {
        float gap = gap_before(p, r, i);
        size_t f, e, g, h;
        gaps[n++] = gap;
        columns_of(t, p->words[from].x0, p->words[i - 1].x1, r->em, &f, &e);
        columns_of(t, p->words[i].x0, p->words[to - 1].x1, r->em, &g, &h);
        if (gap > most && e <= g) { /* what is left and right of it stands over columns of its own */
            most = gap;
            widest = i;
        }
    }
    if (last - first > 1 && widest > from && most > middle(gaps, n, 0.4f) * 1.25f) {
        put_heads(l, t, p, r, from, widest);
        put_heads(l, t, p, r, widest, to);
    } else {
        put_cell(l, first, last - first, p, from, to);
    }
}

static bool has_marks(const sheet *s, const table *t)
{
    return t->count > 2 && t->columns[0].x1 - t->columns[0].x0 < 4 * s->rows[t->body].em;
}

/* Does the row have words in the column of row numbers? */
static bool leads(const sheet *s, const table *t, const row *r)
{
    size_t first, last;
    bool any = false;
    for (size_t k = r->first; k < r->last && has_marks(s, t); k++) {
        columns_of(t, s->page->words[k].x0, s->page->words[k].x1, r->em, &first, &last);
        any |= first == 0;
    }
    return any;
}

/* Do all figures of a line complete ones that the line above breaks off? Where that is only likely, few may. */
static bool goes_on(const sheet *s, const table *t, const row *r)
{
    const page *p = s->page;
    const row *above = r - 1;
    size_t completed = 0, figures = 0;
    bool likely = false;
    for (size_t m = above->first; m < above->last; m++)
        figures += is_figure(p->words[m].words);
    for (size_t k = r->first; k < r->last; k++) {
        const page_word *w = &p->words[k];
        size_t first, last;
        completion best = APART;
        columns_of(t, w->x0, w->x1, r->em, &first, &last);
        for (size_t m = above->first; m < above->last; m++) {
            size_t f, n;
            columns_of(t, p->words[m].x0, p->words[m].x1, above->em, &f, &n);
            completion c = f == first ? completes(p->words[m].words, w->words) : APART;
            best = c > best ? c : best;
        }
        if (is_figure(w->words) && best == APART)
            return false;
        completed += best != APART;
        likely |= best == LIKELY;
    }
    return completed && (!likely || (has_marks(s, t) && leads(s, t, above) && completed * 2 <= figures));
}

/* Lines that stand less than a line's height below each other: one row's, whose cells are centred. */
typedef struct {
    size_t first, last;
    bool own; /* has figures or a number of the row's */
} band;

static float step(const sheet *s, const band *upper, const band *lower)
{
    return s->rows[lower->first].y1 - s->rows[upper->last - 1].y1;
}

static size_t bands_of(const sheet *s, const table *t, const bool *figure_row, band *bands)
{
    size_t count = 0;
    bool marks = has_marks(s, t), headed = false; /* the band has its number, or figures where rows have none */
    for (size_t i = t->body; i < t->last; i++) {
        const row *r = &s->rows[i];
        bool first = i == t->body, marked = leads(s, t, r);
        bool own = marked || (figure_row[i] && (first || marked || !goes_on(s, t, r)));
        bool heads = marks ? marked : own;
        float near = fminf(s->pitch * 0.75f, 0.95f) * r->em, up = first ? near : r->y1 - r[-1].y1;
        float down = i + 1 < t->last ? r[1].y1 - r->y1 : near;
        if (up >= near || (headed && (heads || down < up - 0.05f * r->em))) {
            bands[count++] = (band){.first = i};
            headed = false;
        }
        bands[count - 1].last = i + 1;
        bands[count - 1].own |= own;
        headed |= heads;
    }
    return count;
}

/* Of bands [first, last) without figures, which stand between a row above and one below: from which on they belong to
 * the one below. above: how many of the upper row's stand above its figures; cells that are centred have as many below.
 */
static size_t split_of(const sheet *s, const band *bands, size_t first, size_t last, bool centred, size_t above)
{
    float em = s->rows[bands[first].first].em, widest = 0, narrowest = INFINITY;
    size_t split = last;
    for (size_t k = first; k <= last; k++) {
        float gap = step(s, &bands[k - 1], &bands[k]);
        narrowest = fminf(narrowest, gap);
        if (gap > widest + 0.05f * em) {
            widest = gap;
            split = k;
        }
    }
    if (widest > narrowest + 0.12f * s->pitch * em)
        return split;
    return centred && above < last - first ? first + above : last;
}

/* opens[i - t->body]: line i is the first of a row. A line without figures goes with the row above it or, where cells
 * are centred, below it; one that stands apart is a row of its own. */
static void find_rows(const sheet *s, const table *t, const bool *figure_row, bool *opens)
{
    band *bands = take(t->last - t->body, sizeof *bands);
    size_t count = bands_of(s, t, figure_row, bands), above = 0, next;
    bool centred = !bands[0].own;
    for (size_t i = 0; i < count; i++)
        centred |= bands[i].last - bands[i].first > 1;
    bool joined = false; /* what stands before it has opened the row */
    for (size_t i = 0; i < count; i = next) {
        size_t first = i;
        for (; first < count && bands[first].own; first++)
            opens[bands[first].first - t->body] = first > i || !joined;
        for (next = first; next < count && !bands[next].own;)
            next++;
        if (next == first)
            break;
        above = first - i == 1 ? above : 0;
        size_t split = first == 0 ? 0 : next == count ? next : split_of(s, bands, first, next, centred, above);
        for (size_t k = first; k < next; k++) {
            float near = s->pitch * s->rows[bands[k].first].em;
            float up = k ? step(s, &bands[k - 1], &bands[k]) : INFINITY;
            float down = k + 1 < count ? step(s, &bands[k], &bands[k + 1]) : INFINITY;
            bool close = up < near * 1.12f || (up <= down + 0.05f * near && up < near * 1.4f);
            opens[bands[k].first - t->body] = k == split || !close;
        }
        joined = split < next && next < count &&
                 step(s, &bands[next - 1], &bands[next]) < s->pitch * s->rows[bands[next].first].em * 1.12f;
        above = joined ? next - split : 0;
    }
    opens[0] = true;
    free(bands);
}

static void write_table(const sheet *s, const table *t, const bool *figure_row, text *out)
{
    grid g = {.heads = t->body - t->first};
    line *l = take(1, sizeof *l);
    bool *opens = take(t->last - t->body, sizeof *opens);
    const page *p = s->page;
    find_rows(s, t, figure_row, opens);
    for (size_t i = t->first; i < t->last; i++) {
        const row *r = &s->rows[i];
        if (i < t->body) { /* heads: pieces, which may stand over several columns */
            segments pieces = segments_of(p, r);
            flush_line(l, t->count, &g);
            for (size_t k = 0; k < pieces.count; k++)
                put_heads(l, t, p, r, pieces.items[k].first, pieces.items[k].last);
            continue;
        }
        if (opens[i - t->body])
            flush_line(l, t->count, &g);
        for (size_t k = r->first; k < r->last; k++) {
            size_t first, last, end = k + 1;
            columns_of(t, p->words[k].x0, p->words[k].x1, r->em, &first, &last);
            for (; end < r->last; end++) { /* the words of the same column */
                size_t f, n;
                columns_of(t, p->words[end].x0, p->words[end].x1, r->em, &f, &n);
                if (f != first)
                    break;
            }
            put_cell(l, first, 1, p, k, end);
            k = end - 1;
        }
    }
    flush_line(l, t->count, &g);
    grid_write(&g, out);
    for (size_t i = 0; i < MOST_SPANS; i++)
        free(l->cells[i].bytes);
    free(l);
    free(opens);
    free(g.cells);
}

/* Reads as running text: long, in one piece. */
static bool is_prose(const sheet *s, const row *r)
{
    segments pieces = segments_of(s->page, r);
    return pieces.count == 1 && r->last - r->first > 7 && r->x1 - r->x0 > s->page->width * 0.5f;
}

/* Is row i nearer to the one below it than lines of different rows are? */
static bool belongs_below(const sheet *s, size_t i)
{
    const row *r = &s->rows[i];
    float down = r[1].y1 - r->y1, up = i ? r->y1 - r[-1].y1 : 0;
    return down < 0.95f * r->em || (segments_of(s->page, r).count == 1 && down < s->pitch * r->em * 1.12f &&
                                    up > down + 0.12f * s->pitch * r->em);
}

/* A table at row i or a little below: false, or its extent. */
static bool table_at(const sheet *s, size_t i, const bool *figure_row, table *t)
{
    size_t last = i + 1, rows = 1;
    if (!figure_row[i])
        return false;
    for (size_t k = i + 1; k < s->count; k++) {
        if (is_prose(s, &s->rows[k]) || s->rows[k].y0 - s->rows[k - 1].y1 > 3.5f * s->rows[k].em)
            break;
        if (figure_row[k]) {
            rows++;
            last = k + 1;
        } else if (k - last > 5) {
            break;
        }
    }
    if (rows < 2)
        return false;
    *t = (table){.first = i, .body = i, .last = last};
    find_columns(s, t, figure_row);
    if (t->count < 2)
        return false;
    /* the last line of heads may be figures too ("năm / 2023"): nothing under the names' column, others have */
    for (; t->body + 1 < t->last; t->body++) {
        size_t first, end, named = 0;
        columns_of(t, s->rows[t->body].x0, s->rows[t->body].x0 + 1, s->rows[t->body].em, &first, &end);
        for (size_t k = t->body + 1; k < t->last && k < t->body + 4; k++) {
            size_t f, n;
            columns_of(t, s->rows[k].x0, s->rows[k].x0 + 1, s->rows[k].em, &f, &n);
            named += f < first;
        }
        if (first == 0 || named == 0)
            break;
    }
    while (t->body > 0 && belongs_below(s, t->body - 1))
        --t->body; /* a line of the first row, whose cells are centred */
    t->first = t->body < t->first ? t->body : t->first;
    /* lines of the last row that stand close below */
    while (t->last < s->count && !is_prose(s, &s->rows[t->last]) && !figure_row[t->last]) {
        const row *r = &s->rows[t->last];
        if (r->y1 - s->rows[t->last - 1].y1 > s->pitch * r->em * 1.35f || r->x0 < t->columns[0].x0 - r->em ||
            segments_of(s->page, r).count > 1)
            break;
        size_t first, end;
        columns_of(t, r->x0, r->x1, r->em, &first, &end);
        if (end > first + 1 || (first == 0 && t->count > 2 && t->columns[0].x1 - t->columns[0].x0 < 4 * r->em))
            break;
        t->last++;
    }
    /* the heads above: pieces that stand over columns */
    while (t->first > 0 && t->body - t->first < HEAD_LINES) {
        const row *r = &s->rows[t->first - 1];
        segments pieces = segments_of(s->page, r);
        float gap = s->rows[t->first].y0 - r->y1;
        if (is_prose(s, r) || gap > 1.6f * r->em)
            break;
        if (pieces.count == 1) { /* the first line of a head over one column, or a line of the text above */
            size_t first, end;
            columns_of(t, r->x0, r->x1, r->em, &first, &end);
            bool more = t->body - t->first > 0 && segments_of(s->page, &s->rows[t->first]).count >= 2;
            more |= t->first > 1 && segments_of(s->page, &s->rows[t->first - 2]).count >= 2 &&
                    r->y0 - s->rows[t->first - 2].y1 < 0.6f * r->em; /* its last line */
            if (!more || end - first == t->count || r->last - r->first > 6)
                break;
        }
        t->first--;
    }
    return true;
}

/* ---- columns of text ---- */

/* From row i on: rows that leave a strip free between words on its left and words on its right. Returns the row behind
 * them, i where there is no such strip. */
static size_t columns_at(const sheet *s, size_t i, span *strip)
{
    segments pieces = segments_of(s->page, &s->rows[i]);
    size_t best = i;
    for (size_t g = 1; g < pieces.count; g++) {
        span free_strip = {pieces.items[g - 1].x1, pieces.items[g].x0};
        size_t last = i + 1, both = 1;
        for (size_t k = i + 1; k < s->count; k++) {
            const row *r = &s->rows[k];
            segments more = segments_of(s->page, r);
            span next = free_strip;
            bool crossed = false, left = false, right = false;
            for (size_t m = 0; m < more.count; m++) {
                float x0 = more.items[m].x0, x1 = more.items[m].x1;
                if (x0 <= free_strip.x0 && x1 >= free_strip.x1) {
                    crossed = true;
                } else if (x0 + x1 < free_strip.x0 + free_strip.x1) {
                    next.x0 = fmaxf(next.x0, x1);
                    left = true;
                } else {
                    next.x1 = fminf(next.x1, x0);
                    right = true;
                }
            }
            if (crossed || next.x1 - next.x0 < r->em * 0.6f || r->y0 - s->rows[k - 1].y1 > 4 * r->em)
                break;
            free_strip = next;
            if (left && right) {
                both++;
                last = k + 1;
            } else if (both >= 5 && r->y1 - s->rows[k - 1].y1 < s->pitch * r->em * 1.7f && last == k) {
                last = k + 1; /* one column of a page of two is longer */
            }
        }
        if (last > best) {
            best = last;
            *strip = free_strip;
        }
    }
    return best;
}

static void write_rows(writer *w, sheet *s);

/* The words on one side of the strip as a page of their own. */
static void write_side(writer *w, const sheet *s, size_t first, size_t last, float from, float to, bool join)
{
    page side = {.width = to - from, .height = s->page->height};
    for (size_t i = first; i < last; i++)
        for (size_t k = s->rows[i].first; k < s->rows[i].last; k++) {
            const page_word *v = &s->page->words[k];
            float mid = (v->x0 + v->x1) / 2;
            if (mid >= from && mid < to)
                page_add(&side, v->x0, v->y0, v->x1, v->y1, v->words, strlen(v->words), v->doubtful);
        }
    sheet own = rows_of(&side);
    if (join) {
        write_rows(w, &own);
    } else {
        for (size_t i = 0; i < own.count; i++)
            put_row(w, &side, &own.rows[i], own.rows[i].first, own.rows[i].last, side.width, own.pitch, false);
    }
    free(own.rows);
}

/* Lines that fill their side of the strip, of those that have words there. */
static bool full_lines(const sheet *s, size_t first, size_t last, float from, float to)
{
    float left = INFINITY, right = -INFINITY;
    size_t rows = 0, full = 0;
    for (int round = 0; round < 2; round++)
        for (size_t i = first; i < last; i++) {
            float x0 = INFINITY, x1 = -INFINITY;
            size_t words = 0;
            for (size_t k = s->rows[i].first; k < s->rows[i].last; k++) {
                const page_word *v = &s->page->words[k];
                if (v->x0 < from || v->x1 > to)
                    continue;
                x0 = fminf(x0, v->x0);
                x1 = fmaxf(x1, v->x1);
                words++;
            }
            if (round == 0) {
                left = fminf(left, x0);
                right = fmaxf(right, x1);
            } else if (words) {
                rows++;
                full += words >= 4 && x1 - x0 > 0.8f * (right - left);
            }
        }
    return rows >= 6 && full * 3 >= rows;
}

/* A strip about the middle of the page with lines of text on both sides of it: rows [*first, *last). */
static bool two_columns(const sheet *s, size_t *first, size_t *last, float *middle_of)
{
    float left = INFINITY, right = -INFINITY;
    size_t most = 0;
    size_t *figures = take(s->count + 1, sizeof *figures); /* rows of figures above */
    for (size_t i = 0; i < s->count; i++) {
        figures[i + 1] = figures[i] + (figures_in(s->page, &s->rows[i]) >= 2);
        left = fminf(left, s->rows[i].x0);
        right = fmaxf(right, s->rows[i].x1);
    }
    if (s->count < 6 || right - left < 36 * s->rows[s->count / 2].em) /* a column of a page has none inside it */
        right = left;
    for (int step = 30; step <= 70 && right > left; step++) {
        float x = left + (right - left) * (float)step / 100;
        size_t from = 0;
        for (size_t i = 0; i <= s->count; i++) {
            bool crossed = i == s->count;
            for (size_t k = crossed ? 0 : s->rows[i].first; !crossed && k < s->rows[i].last; k++) {
                const page_word *v = &s->page->words[k];
                crossed = v->x0 < x + 0.3f * s->rows[i].em && v->x1 > x - 0.3f * s->rows[i].em;
            }
            if (!crossed)
                continue;
            bool table = (figures[i] - figures[from]) * 10 > i - from;
            if (i - from > most && !table && full_lines(s, from, i, -INFINITY, x) &&
                full_lines(s, from, i, x, INFINITY)) {
                most = i - from;
                *first = from;
                *last = i;
                *middle_of = x;
            }
            from = i + 1;
        }
    }
    free(figures);
    return most >= 6;
}

/* The rest of a row that a page's end has cut: lines under one column each, before the next row. Appends it to the
 * cells of the row that out ends in; returns the first row behind it. */
static size_t finish_row(writer *w, const sheet *s, const bool *figure_row)
{
    const table *t = &w->table;
    size_t rest = 0;
    bool marks = t->count > 2 && t->columns[0].x1 - t->columns[0].x0 < 4 * s->rows[0].em;
    if (t->count == 0 || w->out->len != w->table_end)
        return 0;
    for (; rest < s->count && rest < 4 && !figure_row[rest]; rest++) {
        const row *r = &s->rows[rest];
        segments pieces = segments_of(s->page, r);
        for (size_t k = 0; k < pieces.count; k++) {
            size_t first, last;
            columns_of(t, pieces.items[k].x0, pieces.items[k].x1, r->em, &first, &last);
            if (last > first + 1 || (marks && first == 0) || fabsf(pieces.items[k].x0 - t->columns[first].x0) > r->em)
                return 0;
        }
    }
    if (rest == 0 || rest == 4 || (rest < s->count && !figure_row[rest]))
        return 0;
    for (size_t i = 0; i < rest; i++) {
        segments pieces = segments_of(s->page, &s->rows[i]);
        for (size_t k = 0; k < pieces.count; k++) {
            size_t first, last, at = w->out->len - 1, line = at;
            columns_of(t, pieces.items[k].x0, pieces.items[k].x1, s->rows[i].em, &first, &last);
            while (line > 0 && w->out->bytes[line - 1] != '\n')
                line--;
            for (size_t cell = first - marks; line < at && cell < MOST_SPANS; line++)
                if (w->out->bytes[line] == '\t' && cell-- == 0)
                    break;
            text tail = {0};
            put(&tail, w->out->bytes + line, w->out->len - line);
            w->out->len = line;
            put_string(w->out, " ");
            put_words(s->page, pieces.items[k].first, pieces.items[k].last, w->out);
            put(w->out, string_of(&tail), tail.len);
            free(tail.bytes);
        }
    }
    return rest;
}

/* Do paragraphs open with an indent? So it is where most lines begin at one x, and most that open with a mark to its
 * right. */
static void find_indents(writer *w, const sheet *s)
{
    float *lefts = take(s->count, sizeof *lefts);
    size_t at_left = 0, marked = 0, indented = 0;
    for (size_t i = 0; i < s->count; i++)
        lefts[i] = s->rows[i].x0;
    w->left = middle(lefts, s->count, 0.2f);
    for (size_t i = 0; i < s->count; i++) {
        const row *r = &s->rows[i];
        const char *word = s->page->words[r->first].words;
        at_left += fabsf(r->x0 - w->left) < r->em * 0.3f;
        if (is_bullet(word) || is_number_mark(word)) {
            marked++;
            indented += r->x0 > w->left + r->em * 0.7f;
        }
    }
    w->indents = at_left * 2 > s->count && marked >= 2 && indented * 10 >= marked * 7;
    free(lefts);
}

static void write_rows(writer *w, sheet *s)
{
    size_t from, to;
    float mid;
    if (two_columns(s, &from, &to, &mid)) {
        sheet above = *s, below = *s;
        above.count = from;
        below.rows += to;
        below.count -= to;
        write_rows(w, &above);
        write_side(w, s, from, to, -INFINITY, mid, true);
        w->on_other_page = true; /* a paragraph goes on at the top of the next column */
        write_side(w, s, from, to, mid, INFINITY, true);
        write_rows(w, &below);
        return;
    }
    bool *figure_row = take(s->count, sizeof *figure_row);
    float right = 0;
    find_indents(w, s);
    for (size_t i = 0; i < s->count; i++) {
        figure_row[i] = figures_in(s->page, &s->rows[i]) > 0;
        right = fmaxf(right, s->rows[i].x1);
    }
    size_t begin = w->on_other_page && s->count ? finish_row(w, s, figure_row) : 0;
    w->table.count = 0;
    for (size_t i = begin; i < s->count;) {
        table t;
        span strip = {0, 0};
        size_t head = i, end;
        /* heads stand above the first row with figures */
        while (head < s->count && head < i + HEAD_LINES && !figure_row[head])
            head++;
        if (head < s->count && table_at(s, head, figure_row, &t) && t.first <= i) {
            end_paragraph(w);
            t.first = i;
            write_table(s, &t, figure_row, w->out);
            i = t.last;
            w->table = t;
            w->table.count = i == s->count ? t.count : 0;
            w->table_end = w->out->len;
            continue;
        }
        const row *r = &s->rows[i];
        segments pieces = segments_of(s->page, r);
        bool item = pieces.count == 2 && pieces.items[0].last == pieces.items[0].first + 1 &&
                    (is_bullet(s->page->words[r->first].words) || is_number_mark(s->page->words[r->first].words));
        end = pieces.count > 1 && !item ? columns_at(s, i, &strip) : i;
        bool alone = end == i + 1 && pieces.count == 2 && strip.x1 - strip.x0 > 2 * r->em;
        if (end > i + 1 || alone) {
            float mid = (strip.x0 + strip.x1) / 2;
            bool text_columns = end - i >= 8;
            end_paragraph(w);
            write_side(w, s, i, end, -INFINITY, mid, text_columns);
            if (!text_columns)
                end_paragraph(w);
            write_side(w, s, i, end, mid, INFINITY, text_columns);
            if (!text_columns)
                end_paragraph(w);
            i = end;
            continue;
        }
        put_row(w, s->page, r, r->first, r->last, right, s->pitch, true);
        i++;
    }
    free(figure_row);
}

void pages_write(pages *p, bool exact, text *out)
{
    sheet *sheets = take(p->count, sizeof *sheets);
    writer w = {.out = out, .apart = exact ? 1.13f : 1.3f};
    for (size_t i = 0; i < p->count; i++)
        sheets[i] = rows_of(&p->pages[i]);
    drop_edges(sheets, p->count);
    for (size_t i = 0; i < p->count; i++) {
        w.on_other_page = true;
        write_rows(&w, &sheets[i]);
    }
    end_paragraph(&w);
    free(w.line.bytes);
}
