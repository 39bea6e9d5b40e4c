/* SPDX-License-Identifier: MIT */
/* flat.c - see flat.h. */
#include "flat.h"

#include "limits.h"
#include "period.h"

enum { HEAD_WORDS = 60, CELL_WORDS = 14, PAGE_DIGITS = 3 };
enum { NAME_HEAD, UNIT_HEAD, LEVEL_HEAD, SHARE_HEAD, SKIP_HEAD, RATE_HEAD }; /* values of BC_TAG_COLUMN */

/* ---- figures at a line's end ---- */

/* "Kim ngạch xuất khẩu 77,52 731,2 39,13": the figures from the left; how many, 0: the line is no row. *name_end: where
 * the words end. */
static uint32_t row_cells(const bc_work *w, bc_range line, bc_range *cells, uint32_t *name_end)
{
    bc_range found[BC_MAX_TABLE_COLUMNS];
    uint32_t n = 0, i = line.last;
    bc_cell cell;
    while (i > line.first && n < BC_MAX_TABLE_COLUMNS) {
        uint32_t k = i - 1;
        if (bc_work_mark(w, k) == '%' && k > line.first)
            k--;
        bool alone = n > 0 ? (w->tokens[k + 1].flags & BC_TOKEN_SPACE) != 0
                           : k > line.first && w->tokens[k - 1].kind == BC_TOKEN_NUMBER;
        bool empty = bc_work_mark(w, k) == '-' && (w->tokens[k].flags & BC_TOKEN_SPACE) && alone;
        if (!empty) {
            if (w->tokens[k].kind != BC_TOKEN_NUMBER)
                break;
            char sign = k > line.first ? bc_work_mark(w, k - 1) : 0;
            bool glued = !(w->tokens[k].flags & BC_TOKEN_SPACE);
            if ((sign == '-' || sign == '+') && glued)
                k--;
            else if (k > line.first && glued)
                break; /* 12/15, m2 */
            if (!bc_cell_figure(w, (bc_range){k, i}, &cell))
                return 0;
        }
        found[n++] = (bc_range){k, i};
        i = k;
    }
    *name_end = i;
    if (n < 2 || i == line.first)
        return 0;
    for (uint32_t c = 0; c < n; c++)
        cells[c] = found[n - 1 - c];
    return n;
}

static uint32_t row_of(const bc_work *w, uint32_t block)
{
    bc_range cells[BC_MAX_TABLE_COLUMNS];
    uint32_t end;
    const bc_block *b = &w->blocks[block];
    if (b->furniture || b->table)
        return 0;
    uint32_t n = row_cells(w, b->tokens, cells, &end);
    uint32_t words = n ? bc_indicator_words(w, (bc_range){b->tokens.first, end}) : 0;
    return words > 0 && words <= BC_MAX_NAME_SYLLABLES ? n : 0;
}

/* A head names columns: words, hardly a sentence. */
static bool is_head(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    uint32_t columns = 0;
    if (w->blocks[block].table || bc_work_mark(w, r.last - 1) == '.' || bc_indicator_words(w, r) > HEAD_WORDS)
        return false;
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_token *t = &w->tokens[i];
        bool year = t->kind == BC_TOKEN_NUMBER && t->end - t->start == 4 && i > 0 && bc_work_mark(w, i - 1) != '-';
        columns += year || bc_work_is(w, i, r.last, BC_TAG_COLUMN) || bc_work_is(w, i, r.last, BC_TAG_PLAN) ||
                   bc_work_is(w, i, r.last, BC_TAG_SAME_PERIOD) || bc_work_is(w, i, r.last, BC_TAG_MONTH);
    }
    return columns >= 2;
}

/* ---- a cell a line ---- */

static bool is_column_word(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    const bc_match *m = bc_work_match(w, r.first, r.last, BC_TAG_COLUMN);
    return m && r.first + m->length == r.last;
}

/* A line that is one figure, or says that there is none. */
static bool is_value(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    bc_cell cell;
    if (r.last - r.first > 6 || !bc_work_wordless(w, r))
        return false;
    return bc_cell_blank(w, r) || bc_cell_figure(w, r, &cell);
}

static bool is_label(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    uint32_t n = bc_indicator_words(w, r);
    char last = bc_work_mark(w, r.last - 1);
    return n > 0 && n <= CELL_WORDS && last != '.' && last != ';' && last != ':';
}

static bool is_unit_line(const bc_work *w, uint32_t block)
{
    bc_unit unit;
    bc_range number;
    return bc_cell_unit(w, w->blocks[block].tokens, &unit, &number);
}

static bool is_small_number(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    const bc_token *t = &w->tokens[r.first];
    return r.last == r.first + 1 && t->kind == BC_TOKEN_NUMBER && t->end - t->start <= PAGE_DIGITS;
}

/* A page's number between empty lines, in a table whose lines have none between them. */
static bool is_page(const bc_work *w, uint32_t block, uint32_t row)
{
    return is_small_number(w, block) && bc_grid_gap(w, w->blocks[block].tokens.first) &&
           bc_grid_gap(w, w->blocks[block].tokens.last) && row + 1 < w->block_count && row + 1 != block &&
           !bc_grid_gap(w, w->blocks[row + 1].tokens.first);
}

typedef struct {
    bool index, unit;
    uint32_t columns;
} cell_shape;

/* The row at block k: a number perhaps, a name, a unit perhaps, the figures. Fills their blocks; the block past it, 0:
 * no such row. */
static uint32_t match_row(const bc_work *w, uint32_t k, const cell_shape *shape, uint32_t *name, uint32_t *values)
{
    uint32_t at = k;
    if (shape->index && (at >= w->block_count || !bc_cell_index(w, w->blocks[at++].tokens)))
        return 0;
    if (at >= w->block_count || !is_label(w, at) || is_value(w, at))
        return 0;
    *name = at++;
    if (shape->unit && (at >= w->block_count || !is_unit_line(w, at++)))
        return 0;
    for (uint32_t c = 0; c < shape->columns; c++) {
        if (at < w->block_count && is_page(w, at, *name))
            at++;
        if (at >= w->block_count || !is_value(w, at))
            return 0;
        values[c] = at++;
    }
    if (at < w->block_count && is_page(w, at, *name))
        at++;
    return at == w->block_count || !is_value(w, at) || (shape->index && is_small_number(w, at)) ? at : 0;
}

/* Figures that follow the first row's name, without those that a page and the next row's number add. */
static uint32_t count_values(const bc_work *w, uint32_t first, uint32_t name, bool index)
{
    uint32_t n = 0, at = first;
    for (; at < w->block_count && is_value(w, at) && n <= BC_MAX_TABLE_COLUMNS; at++)
        n += !is_page(w, at, name);
    return index && n > 0 && at < w->block_count && is_label(w, at) ? n - 1 : n;
}

static bool find_cells(const bc_work *w, uint32_t k, bc_table *out)
{
    for (uint32_t way = 0; way < 4; way++) {
        cell_shape shape = {.index = way & 2, .unit = way & 1};
        uint32_t name = k + shape.index, first = name + 1 + shape.unit, rows = 0, end = k, at;
        uint32_t values[BC_MAX_TABLE_COLUMNS];
        if (first >= w->block_count || !is_value(w, first))
            continue;
        shape.columns = count_values(w, first, name, shape.index);
        if (shape.columns < 2 || shape.columns > BC_MAX_TABLE_COLUMNS || k < shape.columns)
            continue;
        while (end < w->block_count && (at = match_row(w, end, &shape, &name, values)) > 0) {
            end = at;
            rows++;
        }
        bool heads = rows >= 2;
        for (uint32_t c = 1; c <= shape.columns && heads; c++)
            heads = is_label(w, k - c) && !is_value(w, k - c) && !w->blocks[k - c].table;
        for (uint32_t b = k; b < end && heads; b++)
            heads = !w->blocks[b].table;
        if (!heads)
            continue;
        uint32_t head = k - shape.columns;
        while (head > 0 && is_column_word(w, head - 1))
            head--; /* "TT", "Chỉ tiêu", "ĐVT" */
        *out = (bc_table){.head = head,
                          .rows = k,
                          .end = end,
                          .columns = shape.columns,
                          .cells = true,
                          .index = shape.index,
                          .unit = shape.unit};
        return true;
    }
    return false;
}

bool bc_flat_find(const bc_work *w, uint32_t k, bc_table *out)
{
    if (k == 0 || w->blocks[k].table)
        return false;
    if (find_cells(w, k, out))
        return true;
    uint32_t n = row_of(w, k), end = k;
    while (n && end < w->block_count && row_of(w, end) == n)
        end++;
    if (!n || end < k + 2 || !is_head(w, k - 1))
        return false;
    *out = (bc_table){.head = k - 1, .rows = k, .end = end, .columns = n};
    return true;
}

/* ---- heads ---- */

static bool has(const bc_work *w, bc_range r, bc_tag tag)
{
    return bc_work_find(w, r.first, r.last, tag) != r.last;
}

static bool has_percent(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++)
        if (bc_work_mark(w, i) == '%')
            return true;
    return false;
}

static bool has_time(const bc_work *w, bc_range r)
{
    bc_period p;
    return bc_sheet_time(w, r, 0, &p);
}

/* Does a new column begin at token i of a head line? */
static bool begins_column(const bc_work *w, uint32_t i, bc_range head, uint32_t start)
{
    bc_range so_far = {start, i};
    bool open = false; /* inside brackets */
    for (uint32_t k = start; k < i; k++)
        open = bc_work_mark(w, k) == '(' ? true : bc_work_mark(w, k) == ')' ? false : open;
    if (open || start == i)
        return false;
    const bc_match *column_word = bc_work_match(w, i, head.last, BC_TAG_COLUMN);
    const bc_match *first_word = bc_work_match(w, start, head.last, BC_TAG_COLUMN);
    bool level = column_word && column_word->value == LEVEL_HEAD,
         first_level = first_word && first_word->value == LEVEL_HEAD;
    if (level && first_level && start + first_word->length >= i)
        return false; /* "Ước TH", "Ước lũy kế" */
    const bc_time *t = bc_time_at(w, i);
    bool time = t && t->tokens.first == i, plan = bc_work_is(w, i, head.last, BC_TAG_PLAN);
    bool percent_first = bc_work_mark(w, start) == '%';
    bool compare = bc_work_is(w, i, head.last, BC_TAG_THAN) || bc_work_is(w, i, head.last, BC_TAG_SIGNED) ||
                   (bc_work_is(w, i, head.last, BC_TAG_SAME_PERIOD) && !has(w, so_far, BC_TAG_THAN) &&
                    !has(w, so_far, BC_TAG_SIGNED) && !has_percent(w, so_far)) ||
                   (bc_work_mark(w, i) == '%' && (!has(w, so_far, BC_TAG_THAN) || percent_first));
    bool comparing = has(w, so_far, BC_TAG_THAN) || has(w, so_far, BC_TAG_SIGNED) || percent_first;
    if (first_word && first_word->value != LEVEL_HEAD && first_word->value != SHARE_HEAD &&
        first_word->value != RATE_HEAD && i >= start + first_word->length && (compare || time || plan || column_word))
        return true; /* behind "Chỉ tiêu", "ĐVT" anything begins a column */
    if (compare)
        return !(percent_first && i == start + 1) && !(comparing && i <= start + 2);
    if (comparing && (plan || time || level)) {
        if (percent_first)
            return has(w, so_far, BC_TAG_PLAN) || has(w, so_far, BC_TAG_SAME_PERIOD);
        return has_percent(w, so_far);
    }
    if (time) { /* "Kế hoạch năm 2023", "Cộng dồn 10 tháng" */
        const bc_match *before = bc_work_match(w, start, i, BC_TAG_COLUMN);
        bool of_level = before && before->value == LEVEL_HEAD && bc_indicator_words(w, so_far) <= 3;
        return has_time(w, so_far) || !(has(w, so_far, BC_TAG_PLAN) || of_level);
    }
    if (plan)
        return bc_work_mark(w, i - 1) != '/';
    return column_word && bc_work_mark(w, i - 1) != '/' && !t;
}

/* The columns of figures of a head line; how many. */
static uint32_t split_head(bc_sheet *s, bc_range head)
{
    const bc_work *w = s->w;
    uint32_t n = 0, start = head.first;
    for (uint32_t i = head.first; i <= head.last && n < BC_MAX_TABLE_COLUMNS; i++) {
        if (i < head.last && !begins_column(w, i, head, start))
            continue;
        bc_range r = {start, i};
        start = i;
        const bc_match *kind = bc_work_match(w, r.first, r.last, BC_TAG_COLUMN);
        if (r.first >= r.last)
            continue;
        if (kind && kind->value == UNIT_HEAD) {
            s->unit_column = true;
            continue;
        }
        if (kind && kind->value == NAME_HEAD)
            s->name_head = r;
        if (kind && (kind->value == NAME_HEAD || kind->value == SKIP_HEAD))
            continue;
        if (n == 0 && !has_time(w, r) && !has(w, r, BC_TAG_PLAN) && !kind && !has_percent(w, r))
            continue; /* the names' own column */
        s->columns[n++] = (bc_column){.heads = {r}, .head_count = 1, .group = UINT32_MAX};
    }
    return n;
}

/* ---- sheets ---- */

/* "Sản lượng lúa tấn", "Gỗ khai thác 1.000 m3": the unit's own column, at the end of a row's words. */
static void take_unit(const bc_work *w, bc_row *r)
{
    for (uint32_t i = r->name.first + 1; i < r->name.last; i++) {
        uint32_t end = i;
        bc_unit unit;
        if (bc_work_mark(w, i - 1) == '(' || !bc_unit_parse(w, &end, r->name.last, &unit) || !unit.known ||
            end != r->name.last)
            continue;
        bool number = w->tokens[i - 1].kind == BC_TOKEN_NUMBER && i - 1 > r->name.first;
        r->unit = (bc_range){number ? i - 1 : i, end};
        r->unit_number = (bc_range){i - 1, number ? i : i - 1};
        r->parsed = unit;
        r->name.last = r->unit.first;
        return;
    }
}

static bool fill_cells(bc_sheet *s, bc_row *r, const bc_range *cells)
{
    bc_work *w = s->w;
    r->cells = bc_arena_array(w->arena, s->column_count, sizeof *r->cells);
    for (uint32_t c = 0; r->cells && c < s->column_count; c++) {
        if (bc_cell_blank(w, cells[c]) || !bc_cell_figure(w, cells[c], &r->cells[c]))
            r->cells[c] = (bc_cell){.span = cells[c]};
        r->figures |= r->cells[c].value.set;
    }
    return r->cells != NULL;
}

static bool fill_lines(bc_sheet *s, const bc_table *t, bool *fits)
{
    const bc_work *w = s->w;
    *fits = split_head(s, w->blocks[t->head].tokens) == t->columns;
    for (uint32_t k = t->rows; k < t->end && *fits; k++) {
        bc_range cells[BC_MAX_TABLE_COLUMNS], line = w->blocks[k].tokens;
        bc_row *r = &s->rows[s->row_count++];
        uint32_t end = line.last;
        *r = (bc_row){.block = k, .line = line};
        *fits = row_cells(w, line, cells, &end) == t->columns;
        r->name = (bc_range){line.first, end};
        if (s->unit_column)
            take_unit(w, r);
        if (*fits && !fill_cells(s, r, cells))
            return false;
    }
    return true;
}

static bool fill_blocks(bc_sheet *s, const bc_table *t)
{
    const bc_work *w = s->w;
    cell_shape shape = {t->index, t->unit, t->columns};
    uint32_t values[BC_MAX_TABLE_COLUMNS] = {0}, name = 0, past;
    for (uint32_t c = 0; c < t->columns; c++)
        s->columns[c] =
            (bc_column){.heads = {w->blocks[t->rows - t->columns + c].tokens}, .head_count = 1, .group = UINT32_MAX};
    for (uint32_t k = t->head; k < t->rows - t->columns; k++) {
        const bc_match *m = bc_work_match(w, w->blocks[k].tokens.first, w->blocks[k].tokens.last, BC_TAG_COLUMN);
        if (m && m->value == NAME_HEAD)
            s->name_head = w->blocks[k].tokens;
    }
    s->unit_column = t->unit;
    for (uint32_t k = t->rows; k < t->end && (past = match_row(w, k, &shape, &name, values)) > 0; k = past) {
        bc_range cells[BC_MAX_TABLE_COLUMNS];
        bc_row *r = &s->rows[s->row_count++];
        *r = (bc_row){.block = k,
                      .line = {w->blocks[k].tokens.first, w->blocks[values[t->columns - 1]].tokens.last},
                      .name = w->blocks[name].tokens};
        if (t->index)
            r->index = w->blocks[k].tokens;
        if (t->unit) {
            r->unit = w->blocks[name + 1].tokens;
            bc_cell_unit(w, r->unit, &r->parsed, &r->unit_number);
        }
        for (uint32_t c = 0; c < t->columns; c++)
            cells[c] = w->blocks[values[c]].tokens;
        if (!fill_cells(s, r, cells))
            return false;
    }
    return true;
}

bool bc_flat_fill(bc_sheet *s, const bc_table *t, bool *fits)
{
    s->rows = bc_arena_array(s->w->arena, t->end - t->rows + 1, sizeof *s->rows);
    s->column_count = t->columns;
    s->loose = true;
    *fits = true;
    if (!s->rows)
        return false;
    return t->cells ? fill_blocks(s, t) : fill_lines(s, t, fits);
}
