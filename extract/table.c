/* SPDX-License-Identifier: MIT */
/* table.c - see table.h. */
#include "table.h"

#include <string.h>

#include "date.h"
#include "flat.h"
#include "grid.h"
#include "period.h"
#include "sheet.h"

enum { CAPTION_WORDS = 25, CAPTION_LINES = 4, NAME_WORDS = 14, SECTION_WORDS = 16 };
enum { NAME_HEAD, UNIT_HEAD, LEVEL_HEAD, SHARE_HEAD, SKIP_HEAD, RATE_HEAD }; /* values of BC_TAG_COLUMN */

#define NONE UINT32_MAX

/* What a cell may be. */
enum { CELL_FIGURE = 1, CELL_YEARS = 2, CELL_INDEX = 4, CELL_UNIT = 8, CELL_TEXT = 16, CELL_BLANK = 32 };

/* How a grid is to be read. */
typedef struct {
    bc_grid grid;
    uint8_t *kinds;
    uint32_t head, body;        /* rows [head, body) are heads, those before captions, those behind the table's own */
    uint32_t index, name, unit; /* columns; NONE */
    uint32_t columns[BC_MAX_TABLE_COLUMNS], count; /* of figures */
} layout;

static bool is_empty(bc_range r)
{
    return r.first >= r.last;
}

static bool column_word_at(const bc_work *w, uint32_t i, uint32_t end, int value)
{
    const bc_match *m = bc_work_match(w, i, end, BC_TAG_COLUMN);
    return m && m->value == value;
}

/* ---- captions ---- */

static bool is_caption(const bc_work *w, bc_range r)
{
    return bc_work_is(w, r.first, r.last, BC_TAG_TABLE_CAPTION);
}

/* "ĐVT: tỷ đồng": where the unit begins, r.last: the range gives none. */
static uint32_t unit_said(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_COLUMN);
        if (m && m->value == UNIT_HEAD && i + m->length < r.last && bc_work_mark(w, i + m->length) == ':')
            return i + m->length + 1;
    }
    return r.last;
}

static bool is_unit_line(const bc_work *w, bc_range r)
{
    while (!is_empty(r) && bc_work_mark(w, r.first) == '(')
        r.first++;
    return column_word_at(w, r.first, r.last, UNIT_HEAD) && unit_said(w, r) < r.last;
}

/* ---- shapes of parted cells ---- */

static uint8_t kind_of(const bc_work *w, bc_range r)
{
    bc_cell figure;
    bc_unit unit;
    bc_range number;
    uint8_t kind = 0;
    if (bc_cell_blank(w, r))
        return CELL_BLANK | (is_empty(r) || !bc_cell_index(w, r) ? 0 : CELL_INDEX);
    if (bc_cell_years(w, r))
        kind |= CELL_YEARS;
    if (bc_cell_figure(w, r, &figure))
        kind |= CELL_FIGURE;
    if (bc_cell_index(w, r))
        kind |= CELL_INDEX;
    if (bc_cell_unit(w, r, &unit, &number) && (unit.known || unit.scale))
        kind |= CELL_UNIT;
    return kind & (CELL_FIGURE | CELL_INDEX) ? kind : kind | CELL_TEXT;
}

static uint8_t kind_at(const layout *l, uint32_t row, uint32_t column)
{
    return l->kinds[row * l->grid.columns + column];
}

static bool is_filled(uint8_t kind)
{
    return !(kind & CELL_BLANK);
}

static uint32_t filled_in(const layout *l, uint32_t row)
{
    uint32_t n = 0;
    for (uint32_t c = 0; c < l->grid.columns; c++)
        n += is_filled(kind_at(l, row, c));
    return n;
}

static bool is_data(const layout *l, uint32_t row)
{
    for (uint32_t c = l->name + 1; c < l->grid.columns; c++)
        if ((kind_at(l, row, c) & CELL_FIGURE) && !(kind_at(l, row, c) & CELL_YEARS))
            return true;
    return false;
}

/* "A B 1 2 3=2/1", "(1) (2) (3)": numbers the columns. */
static bool numbers_columns(const bc_work *w, const layout *l, uint32_t row)
{
    uint32_t numbers = 0, letters = 0;
    for (uint32_t c = 0; c < l->grid.columns; c++) {
        bc_range r = bc_grid_cell(&l->grid, row, c);
        bool formula = false;
        if (is_empty(r))
            continue;
        for (uint32_t i = r.first; i < r.last; i++)
            formula |= bc_work_mark(w, i) == '=';
        while (!is_empty(r) && bc_work_mark(w, r.first) == '(')
            r.first++;
        if (is_empty(r))
            return false;
        const bc_token *t = &w->tokens[r.first];
        bool whole = formula || bc_cell_index(w, (bc_range){r.first, r.last});
        if (!whole || t->kind == BC_TOKEN_MARK || t->end - t->start > 2)
            return false;
        numbers += t->kind == BC_TOKEN_NUMBER;
        letters += t->kind == BC_TOKEN_WORD;
    }
    return numbers + letters >= 3 && numbers >= 1;
}

/* Rows of names: the first column of words. The one before it may number the rows. */
static bool find_name(layout *l)
{
    const bc_grid *g = &l->grid;
    for (uint32_t c = 0; c < g->columns; c++) {
        uint32_t text = 0, filled = 0, index = 0;
        for (uint32_t r = l->head + 1; r < g->rows; r++) {
            uint8_t kind = kind_at(l, r, c);
            text += (kind & CELL_TEXT) || (kind & CELL_YEARS && c == 0);
            index += (kind & CELL_INDEX) != 0;
            filled += is_filled(kind) || (kind & CELL_INDEX);
        }
        if (text > 0 && text * 2 >= filled) {
            l->name = c;
            return true;
        }
        if (filled > 0 && index * 2 >= filled)
            l->index = c;
    }
    return false;
}

static void find_unit(const bc_work *w, layout *l)
{
    const bc_grid *g = &l->grid;
    for (uint32_t c = l->name + 1; c < g->columns && l->unit == NONE; c++) {
        uint32_t units = 0, numbered = 0, filled = 0; /* numbered: "1.000 tấn", "12 người" */
        bc_range head = bc_grid_cell(g, l->head, c);
        for (uint32_t r = l->head + 1; r < g->rows; r++) {
            uint8_t kind = kind_at(l, r, c);
            units += (kind & CELL_UNIT) && !(kind & CELL_FIGURE);
            numbered += (kind & CELL_UNIT) && (kind & CELL_FIGURE);
            filled += is_filled(kind);
        }
        bool said = column_word_at(w, head.first, head.last, UNIT_HEAD);
        if ((said && (units + numbered) * 2 >= filled) || (units >= 2 && units * 4 >= filled * 3))
            l->unit = c;
    }
}

/* A converter leaves an empty unit out of its row: what stands there is the first figure. */
static void mend_rows(layout *l)
{
    const bc_grid *g = &l->grid;
    for (uint32_t r = l->head + 1; r < g->rows && l->unit != NONE; r++) {
        uint8_t kind = kind_at(l, r, l->unit);
        bool blank = (kind & CELL_BLANK) && !is_empty(bc_grid_cell(g, r, l->unit));
        if (g->widths[r] + 1 != g->columns || g->widths[r] <= l->unit + 1 || (kind & CELL_UNIT) ||
            !((kind & CELL_FIGURE) || blank))
            continue;
        for (uint32_t c = g->columns; c-- > l->unit + 1;) {
            g->cells[r * g->columns + c] = bc_grid_cell(g, r, c - 1);
            l->kinds[r * g->columns + c] = kind_at(l, r, c - 1);
        }
        bc_range *cell = &g->cells[r * g->columns + l->unit];
        cell->last = cell->first;
        l->kinds[r * g->columns + l->unit] = CELL_BLANK;
    }
}

static void move_cells(layout *l, uint32_t row, uint32_t from, uint32_t to, uint32_t n)
{
    const bc_grid *g = &l->grid;
    for (uint32_t k = n; k-- > 0 && to + n <= g->columns;) {
        g->cells[row * g->columns + to + k] = bc_grid_cell(g, row, from + k);
        l->kinds[row * g->columns + to + k] = kind_at(l, row, from + k);
        if (to > from) {
            bc_range *left = &g->cells[row * g->columns + from + k];
            if (from + k < to) {
                left->last = left->first;
                l->kinds[row * g->columns + from + k] = CELL_BLANK;
            }
        }
    }
}

/* A second head row that lost the empty cells at its left: its cells belong under the group heads. */
static void mend_heads(const bc_work *w, layout *l)
{
    const bc_grid *g = &l->grid;
    uint32_t top = l->head, sub = l->head + 1;
    if (l->body != l->head + 2 || is_empty(bc_grid_cell(g, sub, 0)) || is_empty(bc_grid_cell(g, top, 0)))
        return;
    uint32_t tops = g->widths[top], subs = g->widths[sub], group = NONE, empties = 0;
    if (subs >= g->columns || subs + l->name + 1 > g->columns ||
        bc_sheet_opens(w, bc_grid_cell(g, sub, 0), BC_TABLE_ITEMS))
        return;
    for (uint32_t c = 0; c < tops; c++) {
        bool hole = is_empty(bc_grid_cell(g, top, c));
        empties += hole;
        if (hole && group == NONE && c > 0)
            group = c - 1;
    }
    if (empties == 0 && tops + subs > g->columns && tops < g->columns) { /* the groups lost theirs too */
        uint32_t groups = tops + subs - g->columns, first = tops - groups;
        if (groups == 0 || groups >= tops || subs % groups != 0)
            return;
        for (uint32_t k = groups; k-- > 0;)
            move_cells(l, top, first + k, first + k * (subs / groups), 1);
        group = first;
    } else if (group == NONE || group + subs > g->columns) {
        group = g->columns - subs;
    }
    move_cells(l, sub, 0, group, subs);
}

static bool find_body(const bc_work *w, layout *l)
{
    const bc_grid *g = &l->grid;
    uint32_t first = l->head;
    while (first < g->rows && (!is_data(l, first) || numbers_columns(w, l, first)))
        first++;
    if (first == g->rows || first == l->head)
        return false;
    while (first - 1 > l->head && !numbers_columns(w, l, first - 1)) { /* "I | NÔNG NGHIỆP | | |" */
        bool right = false;
        for (uint32_t c = l->name + 1; c < g->columns; c++)
            right |= is_filled(kind_at(l, first - 1, c));
        if (right || !is_filled(kind_at(l, first - 1, l->name)))
            break;
        first--;
    }
    l->body = first;
    return true;
}

static void find_figures(layout *l)
{
    const bc_grid *g = &l->grid;
    for (uint32_t c = l->name + 1; c < g->columns && l->count < BC_MAX_TABLE_COLUMNS; c++) {
        uint32_t figures = 0, filled = 0;
        for (uint32_t r = l->body; r < g->rows; r++) {
            uint8_t kind = kind_at(l, r, c);
            figures += (kind & CELL_FIGURE) != 0;
            filled += is_filled(kind);
        }
        if (c != l->unit && figures > 0 && figures * 2 >= filled)
            l->columns[l->count++] = c;
    }
}

/* False: no room. *found: the blocks are a table with heads. */
static bool lay_out(bc_work *w, uint32_t first, uint32_t last, char separator, layout *l, bool *found)
{
    *l = (layout){.index = NONE, .unit = NONE};
    *found = false;
    if (!bc_grid_read(w, first, last, separator, &l->grid))
        return false;
    const bc_grid *g = &l->grid;
    l->kinds = bc_arena_array(w->arena, (size_t)g->rows * g->columns + 1, sizeof *l->kinds);
    if (!l->kinds)
        return false;
    for (uint32_t r = 0; r < g->rows; r++)
        for (uint32_t c = 0; c < g->columns; c++)
            l->kinds[r * g->columns + c] = kind_of(w, bc_grid_cell(g, r, c));
    while (l->head < g->rows && filled_in(l, l->head) < 2)
        l->head++; /* a title over the table, its unit at the right */
    if (g->columns < 2 || l->head + 1 >= g->rows || !find_name(l))
        return true;
    find_unit(w, l);
    mend_rows(l);
    if (!find_body(w, l))
        return true;
    mend_heads(w, l);
    find_figures(l);
    *found = l->count > 0;
    return true;
}

/* A cell a line: "tấn", and a figure on the next line. */
static bool is_unit_cell(const bc_work *w, uint32_t i, uint32_t end)
{
    bc_unit unit;
    bc_range number;
    bc_cell figure;
    uint32_t next = end;
    while (next < w->token_count && (next == end || !(w->tokens[next].flags & BC_TOKEN_NEWLINE)))
        next++;
    return end < w->token_count && bc_cell_unit(w, (bc_range){i, end}, &unit, &number) && (unit.known || unit.scale) &&
           bc_work_wordless(w, (bc_range){end, next}) && bc_cell_figure(w, (bc_range){end, next}, &figure);
}

bool bc_table_parts(const bc_work *w, uint32_t line, uint32_t i, uint32_t end)
{
    if (is_unit_cell(w, i, end))
        return true;
    return bc_grid_row(w, line, i) || bc_grid_row(w, i, end);
}

static char separator_of(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    return bc_grid_separator(w, r.first, r.last);
}

/* A line without cells between rows: "I. CÔNG NGHIỆP". */
static bool is_section_row(const bc_work *w, uint32_t block, char separator)
{
    bc_range r = w->blocks[block].tokens;
    char last = bc_work_mark(w, r.last - 1);
    uint32_t words = bc_indicator_words(w, r);
    return words > 0 && words <= SECTION_WORDS && last != '.' && last != ';' && last != ':' &&
           !bc_grid_gap(w, r.first) && !is_caption(w, r) && !is_unit_line(w, r) && block + 1 < w->block_count &&
           separator_of(w, block + 1) == separator && !bc_grid_gap(w, w->blocks[block + 1].tokens.first);
}

/* Behind an empty line a row without figures is the head of another table. */
static bool begins_another(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    bc_cell cell;
    uint32_t cells = 1, start = r.first;
    if (!bc_grid_gap(w, r.first))
        return false;
    for (uint32_t i = r.first; i <= r.last; i++) {
        if (i < r.last && (i == start || !bc_grid_cuts(w, i)))
            continue;
        if (bc_cell_figure(w, (bc_range){start, i}, &cell) && !bc_cell_years(w, (bc_range){start, i}) &&
            start > r.first)
            return false;
        cells++;
        start = i;
    }
    return cells > 2;
}

static bool add_table(bc_work *w, bc_table t)
{
    if (!bc_arena_grow(w->arena, (void **)&w->tables, w->table_count, &w->table_capacity, sizeof t))
        return false;
    w->tables[w->table_count++] = t;
    uint32_t first = t.head; /* with the lines above that name it and its unit */
    while (first > 0 && first + CAPTION_LINES > t.head &&
           (is_caption(w, w->blocks[first - 1].tokens) || is_unit_line(w, w->blocks[first - 1].tokens)) &&
           bc_indicator_words(w, w->blocks[first - 1].tokens) <= CAPTION_WORDS)
        first--;
    for (uint32_t k = first; k < t.end; k++) {
        bc_block *b = &w->blocks[k];
        b->table = true;
        b->heading = b->furniture = b->opens_list = false;
        if (t.separator) { /* before the outline is linked: a row holds nothing */
            b->rank = BC_RANK_PLAIN;
            b->body = b->tokens.first;
        }
    }
    w->tables[w->table_count - 1].caption = first;
    return true;
}

bool bc_table_lines(bc_work *w)
{
    for (uint32_t k = 0; k < w->block_count;) {
        char separator = separator_of(w, k);
        uint32_t end = k + 1;
        if (!separator) {
            k++;
            continue;
        }
        while (end < w->block_count &&
               (separator_of(w, end) == separator ? !begins_another(w, end) : is_section_row(w, end, separator)))
            end++;
        layout l;
        bool found = false;
        if (end > k + 1 && !lay_out(w, k, end, separator, &l, &found))
            return false;
        if (found && !add_table(w, (bc_table){.head = k, .rows = k + 1, .end = end, .separator = separator}))
            return false;
        k = end;
    }
    return true;
}

bool bc_stage_table_shapes(bc_work *w)
{
    for (uint32_t k = 0; k < w->block_count;) {
        bc_table t;
        if (!bc_flat_find(w, k, &t)) {
            k++;
            continue;
        }
        if (!add_table(w, t))
            return false;
        k = t.end;
    }
    for (uint32_t k = 0; k < w->block_count; k++) /* figures of which nothing tells what they are */
        if (bc_grid_figures(w, w->blocks[k].tokens) >= 2)
            w->blocks[k].table = true;
    return true;
}

/* ---- a grid's heads and rows ---- */

static uint32_t blanks_before(const bc_work *w, bc_range r)
{
    uint32_t n = 0;
    for (uint32_t k = is_empty(r) ? 0 : w->tokens[r.first].start; k > 0; k--) {
        char c = w->text.ptr[k - 1];
        if (c != ' ' && (unsigned char)c != 0xA0 && (unsigned char)c != 0xC2)
            break;
        n += c == ' ' || (unsigned char)c == 0xA0;
    }
    return n;
}

static bool has_head_below(const layout *l, uint32_t row, uint32_t c)
{
    for (uint32_t r = row + 1; r < l->body; r++)
        if (!is_empty(bc_grid_cell(&l->grid, r, c)))
            return true;
    return false;
}

/* A head over several columns: the nearest cell to the left, where both have heads of their own below. */
static bc_range group_head(const layout *l, uint32_t row, uint32_t c)
{
    uint32_t k = c;
    while (k > l->name + 1 && is_empty(bc_grid_cell(&l->grid, row, k)))
        k--;
    bc_range head = bc_grid_cell(&l->grid, row, k);
    return has_head_below(l, row, c) && has_head_below(l, row, k) ? head : (bc_range){0};
}

static void fill_heads(bc_sheet *s, const layout *l)
{
    const bc_work *w = s->w;
    s->column_count = l->count;
    for (uint32_t r = l->head; r < l->body && is_empty(s->name_head); r++)
        s->name_head = bc_grid_cell(&l->grid, r, l->name);
    for (uint32_t c = 0; c < l->count; c++) {
        bc_column *x = &s->columns[c];
        *x = (bc_column){.group = UINT32_MAX};
        for (uint32_t r = l->head; r < l->body; r++) {
            if (numbers_columns(w, l, r))
                continue;
            bc_range own = bc_grid_cell(&l->grid, r, l->columns[c]);
            bc_range head = is_empty(own) ? group_head(l, r, l->columns[c]) : own;
            if (is_empty(head))
                continue;
            if (x->head_count == BC_HEAD_ROWS)
                memmove(x->heads, x->heads + 1, (BC_HEAD_ROWS - 1) * sizeof *x->heads);
            else
                x->head_count++;
            x->heads[x->head_count - 1] = head;
        }
        if (x->head_count > 1)
            x->group = x->heads[x->head_count - 2].first;
    }
}

static bool repeats_head(const bc_work *w, const layout *l, uint32_t row)
{
    bc_str a = bc_work_text(w, bc_grid_cell(&l->grid, l->head, l->name));
    bc_str b = bc_work_text(w, bc_grid_cell(&l->grid, row, l->name));
    return a.len > 0 && a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static bool fill_rows(bc_sheet *s, const layout *l)
{
    bc_work *w = s->w;
    const bc_grid *g = &l->grid;
    s->rows = bc_arena_array(w->arena, g->rows + 1, sizeof *s->rows);
    if (!s->rows)
        return false;
    for (uint32_t r = l->body; r < g->rows; r++) {
        bc_row *x = &s->rows[s->row_count];
        if (numbers_columns(w, l, r) || repeats_head(w, l, r))
            continue;
        *x = (bc_row){
            .block = g->blocks[r], .line = w->blocks[g->blocks[r]].tokens, .name = bc_grid_cell(g, r, l->name)};
        if (l->index != NONE && (kind_at(l, r, l->index) & CELL_INDEX))
            x->index = bc_grid_cell(g, r, l->index);
        for (uint32_t c = 0; c < l->name && is_empty(x->name); c++) /* "Tổng cộng" over the numbers' column too */
            if (kind_at(l, r, c) & CELL_TEXT)
                x->name = bc_grid_cell(g, r, c);
        x->indent = blanks_before(w, x->name);
        if (l->unit != NONE && is_filled(kind_at(l, r, l->unit))) {
            x->unit = bc_grid_cell(g, r, l->unit);
            if (!bc_cell_unit(w, x->unit, &x->parsed, &x->unit_number))
                x->parsed = (bc_unit){.kind = BC_UNIT_COUNT, .row = -1};
        }
        x->cells = bc_arena_array(w->arena, s->column_count, sizeof *x->cells);
        if (!x->cells)
            return false;
        for (uint32_t c = 0; c < s->column_count; c++) {
            bc_range cell = bc_grid_cell(g, r, l->columns[c]);
            if ((kind_at(l, r, l->columns[c]) & CELL_BLANK) || !bc_cell_figure(w, cell, &x->cells[c]))
                x->cells[c] = (bc_cell){.span = cell};
            x->figures |= x->cells[c].value.set;
        }
        s->row_count++;
    }
    return true;
}

/* ---- what stands above a table ---- */

static void add_caption(bc_sheet *s, bc_range r)
{
    if (s->caption_count < BC_CAPTIONS && !is_empty(r))
        s->captions[s->caption_count++] = r;
}

/* The last sentence of a paragraph, and the one before it. */
static bc_range last_sentences(const bc_work *w, bc_range r)
{
    uint32_t stops = 0;
    for (uint32_t i = r.last - 1; i-- > r.first;)
        if (bc_work_mark(w, i) == '.' && (w->tokens[i + 1].flags & BC_TOKEN_SPACE) && ++stops == 2)
            return (bc_range){i + 1, r.last};
    return r;
}

/* Nearest first; returns how many stand inside the grid. */
static uint32_t find_captions(bc_sheet *s, const bc_table *t, const layout *l)
{
    const bc_work *w = s->w;
    for (uint32_t r = l ? l->head : 0; r-- > 0;)
        for (uint32_t c = 0; c < l->grid.columns; c++)
            if (is_filled(kind_at(l, r, c)))
                add_caption(s, bc_grid_cell(&l->grid, r, c));
    uint32_t inside = s->caption_count;
    for (uint32_t k = t->head; k-- > 0 && k + CAPTION_LINES >= t->head;) {
        const bc_block *b = &w->blocks[k];
        bc_range r = b->tokens;
        bool named = is_caption(w, r), unit = is_unit_line(w, r), near = k + 1 == t->head || k + 1 == t->caption;
        char last = bc_work_mark(w, r.last - 1);
        bool line = bc_indicator_words(w, r) <= CAPTION_WORDS && last != '.' && last != ';';
        if (b->table && k < t->caption)
            break; /* another table */
        if (bc_work_mark(w, r.first) == '(' && bc_work_find(w, r.first, r.last, BC_TAG_DOCUMENT) != r.last)
            continue; /* "(Kèm theo Báo cáo số ...)" */
        if (!named && !unit && !(near && (line || last == ':')))
            break;
        add_caption(s, line ? r : last_sentences(w, r));
        if (!named && !unit && b->heading)
            break;
    }
    return inside;
}

static bool same_day(bc_period p)
{
    return bc_date_compare(p.from, p.to) == 0;
}

static bool same_sentence(const bc_work *w, uint32_t i, uint32_t end)
{
    while (i < end && !(bc_work_mark(w, i) == '.' && w->tokens[i + 1].flags & BC_TOKEN_SPACE))
        i++;
    return i == end;
}

/* The period that a line above the table gives: the report's own where its last sentence names several, else the last.
 */
static bool caption_period(const bc_work *w, bc_range r, bc_period *out)
{
    bool found = false;
    uint32_t at = r.first;
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count && w->times[k].tokens.first < r.last; k++) {
        const bc_time *t = &w->times[k];
        if (!t->value.set || t->same_period ||
            (k > 0 && bc_work_before(w, r.first, t->tokens.first, BC_TAG_THAN) != t->tokens.first))
            continue;
        bc_period p = t->value;
        if (same_day(p))
            p.from = (bc_date){0}; /* state on a day */
        if (found && bc_period_equal(*out, w->report_period) && same_sentence(w, at, t->tokens.first))
            break;
        *out = p;
        at = t->tokens.last;
        found = true;
    }
    return found;
}

static bool full_year(bc_period p)
{
    return p.set && p.from.year == p.to.year && p.from.month == 1 && p.to.month == 12;
}

static void read_periods(bc_sheet *s, uint32_t block)
{
    const bc_work *w = s->w;
    bc_period report = w->report_period, found = {0};
    s->period = report;
    if (s->future && report.set && report.to.year == report.from.year)
        s->period = bc_period_year(report.to.month == 12 ? report.to.year + 1 : report.to.year);
    for (int32_t b = w->blocks[block].parent; b >= 0 && !found.set; b = w->blocks[b].parent) {
        bc_period p;
        if (w->blocks[b].heading && caption_period(w, (bc_range){w->blocks[b].body, w->blocks[b].tokens.last}, &p) &&
            p.from.year)
            found = p;
    }
    for (uint32_t k = s->caption_count; k-- > 0;) {
        bc_period p;
        if (caption_period(w, s->captions[k], &p))
            found = p;
    }
    s->plan_period = s->period;
    if (found.set) {
        s->plan_period = found;
        if (s->future || !bc_sheet_holds(found, report))
            s->period = found;
    }
    if (!s->period.set && w->report_date.year)
        s->plan_period = bc_period_year(w->report_date.year);
    else if (s->plan_period.set && !full_year(s->plan_period) &&
             (s->plan_period.from.year == s->plan_period.to.year || !s->plan_period.from.year))
        s->plan_period = bc_period_year(s->plan_period.to.year);
}

static void read_unit(bc_sheet *s)
{
    const bc_work *w = s->w;
    for (uint32_t k = 0; k < s->caption_count && is_empty(s->unit); k++) {
        bc_range r = s->captions[k];
        uint32_t at = unit_said(w, r);
        bool said = at < r.last;
        for (uint32_t i = said ? at : r.first; i < r.last && is_empty(s->unit); i++) {
            uint32_t end = i;
            if (!said && (i == r.first || bc_work_mark(w, i - 1) != '('))
                continue;
            bool number = w->tokens[i].kind == BC_TOKEN_NUMBER;
            end += number;
            if (bc_unit_parse(w, &end, r.last, &s->parsed) && (said || bc_work_mark(w, end) == ')')) {
                s->unit = (bc_range){i, end};
                s->unit_number = (bc_range){i, number ? i + 1 : i};
            }
            if (said)
                break;
        }
    }
}

static bool word_opens(const bc_work *w, bc_range *r, bc_table_word word)
{
    const bc_match *m = bc_sheet_opens(w, *r, word);
    if (m)
        r->first += m->length;
    return m != NULL;
}

/* "Biểu 2: Tình hình giải ngân vốn đầu tư công đến 30/9/2023" names "giải ngân vốn đầu tư công". */
static bc_range name_in(const bc_work *w, bc_range r)
{
    const bc_match *label = bc_work_match(w, r.first, r.last, BC_TAG_TABLE_CAPTION);
    const bc_range none = {0};
    if (label) {
        r.first += label->length;
        while (!is_empty(r) &&
               (w->tokens[r.first].kind != BC_TOKEN_WORD ||
                (bc_work_is(w, r.first, r.last, BC_TAG_ROMAN) && w->tokens[r.first + 1].kind == BC_TOKEN_MARK)))
            r.first++;
    }
    while (!is_empty(r) && (word_opens(w, &r, BC_TABLE_LEAD) || bc_work_mark(w, r.first)))
        r.first += bc_work_mark(w, r.first) != 0;
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_time *t = bc_time_at(w, i);
        char m = bc_work_mark(w, i);
        if ((t && t->tokens.first == i) || m == '(' || m == ':' || m == ';' || bc_grid_cuts(w, i + (i == r.first)) ||
            bc_sheet_opens(w, (bc_range){i, r.last}, BC_TABLE_CUT)) {
            r.last = i;
            break;
        }
    }
    while (!is_empty(r) && w->tokens[r.last - 1].kind == BC_TOKEN_MARK)
        r.last--;
    if (is_empty(r) || bc_indicator_words(w, r) > NAME_WORDS || bc_sheet_word(w, r, BC_TABLE_ITEMS) ||
        (bc_work_is(w, r.first, r.last, BC_TAG_PLURAL) && !bc_sheet_opens(w, r, BC_TABLE_OWN)) ||
        bc_work_is(w, r.first, r.last, BC_TAG_VAGUE))
        return none;
    return r;
}

static void read_caption_name(bc_sheet *s, uint32_t block, uint32_t grid_captions)
{
    const bc_work *w = s->w;
    for (uint32_t k = 0; k < s->caption_count && is_empty(s->caption_name); k++)
        if (is_caption(w, s->captions[k]) || (k < grid_captions && !is_unit_line(w, s->captions[k])))
            s->caption_name = name_in(w, s->captions[k]);
    s->caption_own = !is_empty(s->caption_name);
    for (int32_t b = w->blocks[block].parent; b >= 0 && is_empty(s->caption_name); b = w->blocks[b].parent) {
        bc_name name = {{name_in(w, (bc_range){w->blocks[b].body, w->blocks[b].tokens.last})}, 1};
        if (w->blocks[b].heading && !is_empty(name.parts[0]) && bc_indicator_code(w, &name) >= 0)
            s->caption_name = name.parts[0];
    }
}

static void read_context(bc_sheet *s, const bc_table *t, const layout *l)
{
    const bc_work *w = s->w;
    uint32_t block = t->head;
    s->future = w->blocks[block].kind == BC_SECTION_GOALS || w->blocks[block].kind == BC_SECTION_TASKS;
    s->status = BC_STATUS_ACTUAL;
    uint32_t in_grid = find_captions(s, t, l);
    read_periods(s, block);
    read_unit(s);
    read_caption_name(s, block, in_grid);
    for (uint32_t k = s->caption_count; k-- > 0;) {
        bc_range r = s->captions[k];
        uint32_t at = bc_work_find(w, r.first, r.last, BC_TAG_STATUS);
        const bc_match *m = bc_work_match(w, at, r.last, BC_TAG_STATUS);
        if (m && bc_indicator_words(w, r) <= CAPTION_WORDS && m->value != BC_STATUS_TARGET)
            s->status = (bc_status)m->value;
        s->growth |= is_caption(w, r) && bc_work_find(w, r.first, r.last, BC_TAG_GROWTH) != r.last &&
                     s->parsed.kind == BC_UNIT_PERCENT;
    }
}

/* ---- figures whose comma may group ---- */

/* Which habit the figures of a table show: '.' or ',' as the decimal mark, 0: neither, or both. */
static char decimal_mark(const bc_sheet *s)
{
    const bc_work *w = s->w;
    bool comma = false, dot = false;
    for (uint32_t k = 0; k < s->row_count; k++)
        for (uint32_t c = 0; c < s->column_count; c++) {
            bc_range r = s->rows[k].cells[c].span;
            for (uint32_t i = r.first; i < r.last; i++) {
                const bc_token *t = &w->tokens[i];
                uint32_t commas = 0, dots = 0, behind = 0;
                char last = 0;
                for (uint32_t b = t->start; t->kind == BC_TOKEN_NUMBER && b < t->end; b++) {
                    char m = w->text.ptr[b];
                    commas += m == ',';
                    dots += m == '.';
                    behind = m == ',' || m == '.' ? 0 : behind + 1;
                    last = m == ',' || m == '.' ? m : last;
                }
                comma |= (last == ',' && (dots > 0 || (commas == 1 && behind != 3))) || (last == '.' && dots > 1);
                dot |= (last == '.' && (commas > 0 || (dots == 1 && behind != 3))) || (last == ',' && commas > 1);
            }
        }
    return comma == dot ? 0 : comma ? ',' : '.';
}

static bool settle_commas(bc_sheet *s)
{
    static const char DECIMAL[] = "One comma before three digits, read as a decimal mark.";
    static const char GROUP[] =
        "One comma before three digits, read as grouping thousands as the table's other figures do.";
    char mark = decimal_mark(s);
    for (uint32_t k = 0; k < s->row_count; k++)
        for (uint32_t c = 0; c < s->column_count; c++) {
            bc_cell *x = &s->rows[k].cells[c];
            if (!x->value.set || !x->ambiguous || mark == ',')
                continue;
            if (mark == '.')
                x->value.number = x->other;
            if (!bc_work_warn(s->w, "ambiguous_number", mark ? GROUP : DECIMAL, bc_work_span(s->w, x->span)))
                return false;
        }
    return true;
}

/* ---- reading ---- */

/* To the sentence stages; but short cells and a figure are no sentence. */
static void give_back(bc_work *w, const bc_table *t)
{
    for (uint32_t k = t->caption; k < t->end; k++)
        w->blocks[k].table = bc_grid_figures(w, w->blocks[k].tokens) > 0;
}

static bool read_table(bc_work *w, const bc_table *t)
{
    bc_sheet *s = bc_arena_alloc(w->arena, sizeof *s);
    layout l;
    bool fits = true;
    if (!s)
        return false;
    memset(s, 0, sizeof *s);
    s->w = w;
    s->parsed.row = -1;
    if (t->separator) {
        if (!lay_out(w, t->head, t->end, t->separator, &l, &fits))
            return false;
        fill_heads(s, &l);
        s->unit_column = l.unit != NONE;
        if (!fill_rows(s, &l))
            return false;
    } else if (!bc_flat_fill(s, t, &fits)) {
        return false;
    }
    if (fits) {
        read_context(s, t, t->separator ? &l : NULL);
        fits = bc_sheet_columns(s);
    }
    if (!fits) {
        give_back(w, t);
        return true;
    }
    return settle_commas(s) && bc_sheet_facts(s);
}

bool bc_stage_tables(bc_work *w)
{
    for (uint32_t k = 0; k < w->table_count; k++)
        if (!read_table(w, &w->tables[k]))
            return false;
    return !bc_arena_failed(w->arena);
}
