/* SPDX-License-Identifier: MIT */
/* table.c - see table.h. */
#include "table.h"

#include <string.h>

#include "date.h"
#include "decimal.h"
#include "explain.h"
#include "indicator.h"
#include "limits.h"
#include "number.h"
#include "period.h"
#include "unit.h"

enum { HEAD_LINES = 2, HEAD_WORDS = 60, CELL_WORDS = 14, CAPTION_WORDS = 25 };

typedef enum { COLUMN_LEVEL, COLUMN_TARGET, COLUMN_PLAN, COLUMN_CHANGE, COLUMN_SHARE, COLUMN_GROWTH } column_role;

typedef struct {
    column_role role;
    bc_range head;
    bc_period period;
    bool has_period, estimate, ratio; /* ratio: 139,8 means +39.8 */
    bc_range named;                   /* words of its own: the column is an indicator, the rows its components */
    bc_range unit;                    /* in brackets: "Diện tích (ha)" */
    bc_unit parsed;
} column;

typedef struct {
    bc_range span; /* sign, digits, per cent */
    bc_value value;
} cell;

/* ---- shapes ---- */

/* The figures that end a line: "Kim ngạch xuất khẩu 77,52 731,2 39,13". Fills cells from the left; returns how many,
 * 0 where the line is no row. *name_end: where the words end. */
static uint32_t row_cells(const bc_work *w, bc_range line, cell *cells, uint32_t *name_end)
{
    uint32_t starts[BC_MAX_TABLE_COLUMNS], n = 0, i = line.last;
    while (i > line.first && n < BC_MAX_TABLE_COLUMNS) {
        uint32_t k = i - 1;
        if (bc_work_mark(w, k) == '|' || bc_work_mark(w, k) == ';') {
            i = k;
            continue;
        }
        if (bc_work_mark(w, k) == '%' && k > line.first)
            k--;
        bool alone = n > 0 ? (w->tokens[k + 1].flags & BC_TOKEN_SPACE) != 0
                           : k > line.first && w->tokens[k - 1].kind == BC_TOKEN_NUMBER;
        if (bc_work_mark(w, k) == '-' && (w->tokens[k].flags & BC_TOKEN_SPACE) &&
            alone) { /* nothing to tell in this column */
            starts[n++] = k;
            i = k;
            continue;
        }
        if (w->tokens[k].kind != BC_TOKEN_NUMBER)
            break;
        char sign = k > line.first ? bc_work_mark(w, k - 1) : 0;
        bool glued = !(w->tokens[k].flags & BC_TOKEN_SPACE);
        if ((sign == '-' || sign == '+') && glued)
            k--;
        else if (k > line.first && glued)
            break; /* 12/15, m2 */
        starts[n++] = k;
        i = k;
    }
    *name_end = i;
    if (n < 2 || i == line.first)
        return 0;
    for (uint32_t c = 0; c < n; c++) {
        uint32_t k = starts[n - 1 - c], at = k;
        bc_number number;
        char sign = bc_work_mark(w, k);
        if (sign == '-' && (k + 1 == line.last || (w->tokens[k + 1].flags & BC_TOKEN_SPACE))) {
            cells[c] = (cell){{k, k + 1}, {{0}, false}};
            continue;
        }
        at += sign != 0;
        if (!bc_number_digits(w, &at, line.last, &number))
            return 0;
        if (sign == '-')
            number.value = bc_decimal_negate(number.value);
        if (at < line.last && bc_work_mark(w, at) == '%')
            at++;
        cells[c] = (cell){{k, at}, {number.value, true}};
    }
    return n;
}

static uint32_t words_in(const bc_work *w, bc_range r)
{
    uint32_t n = 0;
    for (uint32_t i = r.first; i < r.last; i++)
        n += w->tokens[i].kind == BC_TOKEN_WORD;
    return n;
}

static uint32_t row_of(const bc_work *w, uint32_t block)
{
    cell cells[BC_MAX_TABLE_COLUMNS];
    uint32_t end;
    const bc_block *b = &w->blocks[block];
    if (b->furniture)
        return 0;
    uint32_t n = row_cells(w, b->tokens, cells, &end);
    bc_range name = {b->tokens.first, end};
    return n && words_in(w, name) > 0 && words_in(w, name) <= BC_MAX_NAME_SYLLABLES ? n : 0;
}

/* A head names columns: words, hardly a sentence. */
static bool is_head(const bc_work *w, uint32_t block, uint32_t cells)
{
    bc_range r = w->blocks[block].tokens;
    uint32_t columns = 0, bars = 0;
    if (bc_work_mark(w, r.last - 1) == '.' || words_in(w, r) > HEAD_WORDS)
        return false;
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_token *t = &w->tokens[i];
        bool year = t->kind == BC_TOKEN_NUMBER && t->end - t->start == 4 && bc_work_mark(w, i - 1) != '-';
        bars += i > r.first && (t->flags & BC_TOKEN_TAB);
        columns += year || bc_work_is(w, i, r.last, BC_TAG_COLUMN) || bc_work_is(w, i, r.last, BC_TAG_PLAN) ||
                   bc_work_is(w, i, r.last, BC_TAG_SAME_PERIOD) || bc_work_is(w, i, r.last, BC_TAG_MONTH);
        bars += bc_work_mark(w, i) == '|' || bc_work_mark(w, i) == ';';
    }
    return columns >= 2 || bars >= cells;
}

/* A line that is only a column's head: "Chỉ tiêu", "ĐVT". */
static bool is_column_word(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    const bc_match *m = bc_work_match(w, r.first, r.last, BC_TAG_COLUMN);
    return m && r.first + m->length == r.last;
}

static bool add_table(bc_work *w, bc_table t, size_t *capacity)
{
    if (!bc_arena_grow(w->arena, (void **)&w->tables, w->table_count, capacity, sizeof t))
        return false;
    w->tables[w->table_count++] = t;
    for (uint32_t k = t.head; t.lead && k > 0 && is_column_word(w, k - 1); k--)
        t.head = k - 1; /* "Chỉ tiêu", "ĐVT": heads of the words' own columns */
    for (uint32_t k = t.head; k < t.end; k++) {
        w->blocks[k].table = true;
        w->blocks[k].heading = false;
        w->blocks[k].furniture = false;
    }
    return true;
}

/* A line that is one figure. */
static bool is_cell(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    uint32_t i = r.first;
    if (bc_work_mark(w, i) == '-' || bc_work_mark(w, i) == '+')
        i++;
    if (i >= r.last || w->tokens[i].kind != BC_TOKEN_NUMBER)
        return false;
    i++;
    if (i < r.last && bc_work_mark(w, i) == '%')
        i++;
    return i == r.last;
}

static bool is_label(const bc_work *w, uint32_t block)
{
    uint32_t n = words_in(w, w->blocks[block].tokens);
    char last = bc_work_mark(w, w->blocks[block].tokens.last - 1);
    return n > 0 && n <= CELL_WORDS && last != '.' && last != ';' && last != ':';
}

/* A line that is a unit of measure. */
static bool is_unit_line(const bc_work *w, uint32_t block)
{
    bc_range r = w->blocks[block].tokens;
    uint32_t end = r.first;
    bc_unit unit;
    return bc_unit_parse(w, &end, r.last, &unit) && end == r.last;
}

/* One row: `lead` lines of words (a name; a name and its unit), n figures, and no more. */
static bool is_cell_row(const bc_work *w, uint32_t k, uint32_t lead, uint32_t n)
{
    if (k + lead + n > w->block_count || !is_label(w, k) || is_cell(w, k) || (lead == 2 && !is_unit_line(w, k + 1)))
        return false;
    for (uint32_t c = 0; c < n; c++)
        if (!is_cell(w, k + lead + c))
            return false;
    return k + lead + n == w->block_count || !is_cell(w, k + lead + n);
}

/* name, n figures, name, n figures ... under n short lines of heads; the block past it, 0: none begins at k */
static uint32_t cell_table(const bc_work *w, uint32_t k, bc_table *t)
{
    for (uint32_t lead = 1; lead <= 2; lead++) {
        uint32_t n = 0, end = k, rows = 0;
        while (k + lead + n < w->block_count && is_cell(w, k + lead + n))
            n++;
        if (n < 2 || n > BC_MAX_TABLE_COLUMNS || k < n)
            continue;
        for (; end < w->block_count && is_cell_row(w, end, lead, n); end += lead + n)
            rows++;
        bool heads = rows >= 2;
        for (uint32_t c = 1; c <= n && heads; c++)
            heads = is_label(w, k - c) && !is_cell(w, k - c);
        if (!heads)
            continue;
        *t = (bc_table){.head = k - n, .rows = k, .end = end, .columns = n, .lead = lead};
        return end;
    }
    return 0;
}

bool bc_stage_table_shapes(bc_work *w)
{
    size_t capacity = 0;
    for (uint32_t k = 1; k < w->block_count;) {
        bc_table t;
        uint32_t past = cell_table(w, k, &t);
        if (past) {
            if (!add_table(w, t, &capacity))
                return false;
            k = past;
            continue;
        }
        uint32_t n = row_of(w, k), end = k;
        while (n && end < w->block_count && row_of(w, end) == n)
            end++;
        if (n && end >= k + 2 && is_head(w, k - 1, n)) {
            if (!add_table(w, (bc_table){.head = k - 1, .rows = k, .end = end, .columns = n}, &capacity))
                return false;
            k = end;
        } else {
            k++;
        }
    }
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

static const bc_time *time_in(const bc_work *w, bc_range r)
{
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count && w->times[k].tokens.first < r.last; k++)
        if (w->times[k].value.set && !w->times[k].same_period)
            return &w->times[k];
    return NULL;
}

static column read_column(const bc_work *w, bc_range r)
{
    column c = {.role = COLUMN_LEVEL, .head = r, .period = w->report_period};
    bool percent = has_percent(w, r), plan = has(w, r, BC_TAG_PLAN);
    bool same = has(w, r, BC_TAG_SAME_PERIOD) || has(w, r, BC_TAG_PREVIOUS), than = has(w, r, BC_TAG_THAN);
    bool is_signed = has(w, r, BC_TAG_SIGNED);
    uint32_t at = bc_work_find(w, r.first, r.last, BC_TAG_COLUMN);
    const bc_match *kind = bc_work_match(w, at, r.last, BC_TAG_COLUMN);
    const bc_time *t = time_in(w, r);
    if (kind && kind->value == 3)
        c.role = COLUMN_SHARE;
    else if (same || is_signed || (than && !plan))
        c.role = COLUMN_CHANGE;
    else if (plan && (percent || than))
        c.role = COLUMN_PLAN;
    else if (plan)
        c.role = COLUMN_TARGET;
    else if (percent)
        c.role = COLUMN_PLAN; /* "Tỷ lệ (%)", "Đạt (%)": of the plan beside it; checked below */
    c.ratio = c.role == COLUMN_CHANGE && !is_signed;
    c.estimate = has(w, r, BC_TAG_STATUS);
    if (t) {
        c.period = t->value;
        c.has_period = true;
    } else if (c.role == COLUMN_TARGET && c.period.set) {
        c.period = bc_period_year(c.period.to.year);
    }
    return c;
}

/* Does a new column begin at token i of a head line? */
static bool begins_column(const bc_work *w, uint32_t i, bc_range head, uint32_t start)
{
    bc_range so_far = {start, i};
    bool open = false; /* inside brackets */
    for (uint32_t k = start; k < i; k++)
        open = bc_work_mark(w, k) == '(' ? true : bc_work_mark(w, k) == ')' ? false : open;
    if (open)
        return false;
    const bc_match *column_word = bc_work_match(w, i, head.last, BC_TAG_COLUMN);
    const bc_match *first_word = bc_work_match(w, start, head.last, BC_TAG_COLUMN);
    if (column_word && first_word && column_word->value == 2 && first_word->value == 2 &&
        start + first_word->length >= i)
        return false; /* "Ước TH", "Ước lũy kế" */
    const bc_time *t = bc_time_at(w, i);
    bool time = t && t->tokens.first == i;
    bool plan = bc_work_is(w, i, head.last, BC_TAG_PLAN);
    bool compare = bc_work_is(w, i, head.last, BC_TAG_THAN) || bc_work_is(w, i, head.last, BC_TAG_SIGNED) ||
                   (bc_work_is(w, i, head.last, BC_TAG_SAME_PERIOD) && !has(w, so_far, BC_TAG_THAN) &&
                    !has(w, so_far, BC_TAG_SIGNED) && !has_percent(w, so_far)) ||
                   (bc_work_mark(w, i) == '%' && (!has(w, so_far, BC_TAG_THAN) || bc_work_mark(w, start) == '%'));
    bool comparing = has(w, so_far, BC_TAG_THAN) || has(w, so_far, BC_TAG_SIGNED) || bc_work_mark(w, start) == '%';
    if (start == i)
        return false;
    if (first_word && first_word->value != 2 && first_word->value != 3 && first_word->value != 5 &&
        i >= start + first_word->length && (compare || time || plan || column_word))
        return true; /* behind "Chỉ tiêu", "ĐVT" anything begins a column */
    if (compare)
        return !(bc_work_mark(w, start) == '%' && i == start + 1) && !(comparing && i <= start + 2);
    if (comparing && (plan || time || (column_word && column_word->value == 2)))
        return has_percent(w, so_far) && bc_work_mark(w, start) != '%' ? true
               : bc_work_mark(w, start) == '%' ? (has(w, so_far, BC_TAG_PLAN) || has(w, so_far, BC_TAG_SAME_PERIOD))
                                               : false;
    if (time) /* "Kế hoạch năm 2023", "Cộng dồn 10 tháng" */
        return time_in(w, so_far) != NULL ||
               !(has(w, so_far, BC_TAG_PLAN) || (has(w, so_far, BC_TAG_COLUMN) && words_in(w, so_far) <= 3 &&
                                                 bc_work_match(w, start, i, BC_TAG_COLUMN) != NULL &&
                                                 bc_work_match(w, start, i, BC_TAG_COLUMN)->value == 2));
    if (plan)
        return bc_work_mark(w, i - 1) != '/';
    return column_word != NULL && bc_work_mark(w, i - 1) != '/' && bc_time_at(w, i) == NULL;
}

/* The columns of figures of a head line; how many. */
static uint32_t split_head(const bc_work *w, bc_range head, column *out, bool *unit_column)
{
    uint32_t n = 0, start = head.first;
    bool bars = false;
    char bar = '|'; /* 0: tabs */
    *unit_column = false;
    for (uint32_t i = head.first; i < head.last; i++)
        if (bc_work_mark(w, i) == '|' || bc_work_mark(w, i) == ';') {
            bars = true;
            bar = bc_work_mark(w, i);
        }
    for (uint32_t i = head.first + 1; i < head.last && !bars; i++)
        if (w->tokens[i].flags & BC_TOKEN_TAB) {
            bars = true;
            bar = 0;
        }
    for (uint32_t i = head.first; i <= head.last && n < BC_MAX_TABLE_COLUMNS; i++) {
        bool cut = i == head.last || (bars && !bar ? i > start && (w->tokens[i].flags & BC_TOKEN_TAB)
                                      : bars       ? bc_work_mark(w, i) == bar
                                                   : begins_column(w, i, head, start));
        if (!cut)
            continue;
        bc_range r = {start, i};
        start = bars && bar ? i + 1 : i;
        const bc_match *kind = bc_work_match(w, r.first, r.last, BC_TAG_COLUMN);
        if (r.first >= r.last)
            continue;
        if (kind && kind->value == 1) {
            *unit_column = true;
            continue;
        }
        if (kind && (kind->value == 0 || kind->value == 4))
            continue;
        if (n == 0 && !bars && !time_in(w, r) && !has(w, r, BC_TAG_PLAN) && !kind && !has_percent(w, r))
            continue; /* the names' own column */
        if (bars && r.first == head.first)
            continue;
        out[n++] = read_column(w, r);
    }
    return n;
}

/* "ĐVT: triệu USD" in the head or the two lines above */
static bool find_unit(bc_work *w, const bc_table *t, bc_range *unit, bc_unit *parsed)
{
    for (uint32_t k = t->rows; k-- > 0 && k + 3 > t->head;) {
        const bc_block *b = &w->blocks[k];
        for (uint32_t i = b->tokens.first; i < b->tokens.last; i++) {
            const bc_match *m = bc_work_match(w, i, b->tokens.last, BC_TAG_COLUMN);
            if (!m || m->value != 1)
                continue;
            uint32_t at = i + m->length;
            if (at >= b->tokens.last || bc_work_mark(w, at) != ':')
                continue;
            uint32_t end = ++at;
            if (bc_unit_parse(w, &end, b->tokens.last, parsed)) {
                *unit = (bc_range){at, end};
                return true;
            }
        }
    }
    return false;
}

/* ---- rows ---- */

typedef struct {
    bc_range name;
    bc_range unit;
    bc_unit parsed;
    bool has_unit, component;
    cell cells[BC_MAX_TABLE_COLUMNS];
} row;

/* "Vốn đăng ký (tỷ đồng)", "Sản lượng lúa tấn": a unit at the end of a row's name */
static void take_unit(const bc_work *w, row *r, bool unit_column)
{
    for (uint32_t i = r->name.first + 1; i < r->name.last; i++) {
        bool bracket = bc_work_mark(w, i - 1) == '(';
        uint32_t end = i;
        bc_unit unit;
        if (!(bracket || unit_column) || !bc_unit_parse(w, &end, r->name.last, &unit) || !unit.known)
            continue;
        if (bracket ? bc_work_mark(w, end) == ')' : end == r->name.last) {
            r->unit = (bc_range){i, end};
            r->parsed = unit;
            r->has_unit = true;
            r->name.last = bracket ? i - 1 : i;
            if (!bracket && w->tokens[i - 1].kind == BC_TOKEN_NUMBER && i - 1 > r->name.first) { /* 1.000 m3 */
                r->unit.first = --r->name.last;
                r->parsed.row = -1;
            }
            return;
        }
    }
}

static void trim_name(const bc_work *w, row *r)
{
    while (r->name.first < r->name.last &&
           (w->tokens[r->name.first].kind == BC_TOKEN_MARK || w->tokens[r->name.first].kind == BC_TOKEN_NUMBER ||
            (bc_work_is(w, r->name.first, r->name.last, BC_TAG_ROMAN) && r->name.last - r->name.first > 2 &&
             ((w->tokens[r->name.first].flags & BC_TOKEN_ALL_CAPITALS) ||
              w->tokens[r->name.first].end - w->tokens[r->name.first].start == 1)))) {
        char m = bc_work_mark(w, r->name.first);
        r->component |= m == '-' || m == '+';
        r->name.first++;
    }
    while (r->name.last > r->name.first && w->tokens[r->name.last - 1].kind == BC_TOKEN_MARK &&
           bc_work_mark(w, r->name.last - 1) != ')')
        r->name.last--;
}

static bc_fact *new_fact(bc_work *w, bool target)
{
    bc_result *x = w->result;
    if (target) {
        if (!bc_arena_grow(w->arena, (void **)&x->targets, x->target_count, &w->target_capacity, sizeof *x->targets))
            return NULL;
        return &x->targets[x->target_count++];
    }
    if (!bc_arena_grow(w->arena, (void **)&x->metrics, x->metric_count, &w->metric_capacity, sizeof *x->metrics))
        return NULL;
    return &x->metrics[x->metric_count++];
}

static bool name_fact(bc_work *w, bc_fact *f, const row *r, bc_range total, bc_range line, uint32_t block)
{
    bc_name name = {{r->name}, 1};
    if (r->component && total.first < total.last)
        name = (bc_name){{total, r->name}, 2};
    if (!bc_indicator_text(w, &name, &f->indicator))
        return false;
    int32_t code = bc_indicator_code(w, &name);
    if (code >= 0 && !r->component) {
        size_t count;
        const char *c = bc_lexicon_indicators(w->lexicon, &count)[code].code;
        f->code = (bc_str){c, strlen(c)};
    }
    if (r->component)
        f->breakdown = bc_work_text(w, r->name);
    f->evidence = (bc_evidence){bc_work_text(w, line), bc_work_span(w, line), w->blocks[block].section};
    return bc_explain_words(w, "table", "row", line, &f->explain);
}

static bool set_unit(bc_work *w, bc_fact *f, const row *r, bc_range unit, const bc_unit *parsed, bool known)
{
    bc_range from = r->has_unit ? r->unit : unit;
    const bc_unit *u = r->has_unit ? &r->parsed : parsed;
    if (r->has_unit || known) {
        if (!bc_unit_write(w, from, &f->unit))
            return false;
        bc_unit_base(w, f->value.number, u->scale, u->rate ? -1 : u->row, &f->base, &f->base_unit);
        return true;
    }
    /* a count: what the row's name begins with */
    const bc_match *noun = bc_work_match(w, r->name.first, r->name.last, BC_TAG_COUNTER);
    if (noun)
        return bc_unit_write(w, (bc_range){r->name.first, r->name.first + noun->length}, &f->unit);
    return true;
}

/* Changes and ratios hang on the level column before them, or on the later of two a year apart. */
static uint32_t parent_column(const column *columns, uint32_t n, uint32_t c)
{
    uint32_t found = n;
    for (uint32_t k = 0; k < c; k++)
        if (columns[k].role == COLUMN_LEVEL &&
            (found == n || columns[c].role != COLUMN_CHANGE || !columns[k].has_period || !columns[found].has_period ||
             bc_date_compare(columns[k].period.to, columns[found].period.to) >= 0))
            found = k;
    return found;
}

static bool emit_row(bc_work *w, const column *columns, uint32_t n, const row *r, bc_range total, bc_range unit,
                     const bc_unit *parsed, bool known, bc_range line, uint32_t block)
{
    size_t index[BC_MAX_TABLE_COLUMNS];
    bool future = w->blocks[block].kind == BC_SECTION_GOALS || w->blocks[block].kind == BC_SECTION_TASKS;
    for (uint32_t c = 0; c < n; c++)
        future = future && columns[c].role != COLUMN_TARGET; /* beside a plan's column the others are results */
    for (uint32_t c = 0; c < n; c++) {
        if (columns[c].role != COLUMN_LEVEL && columns[c].role != COLUMN_TARGET)
            continue;
        bool target = columns[c].role == COLUMN_TARGET || (future && !columns[c].estimate);
        if (!r->cells[c].value.set)
            continue;
        bc_fact *f = new_fact(w, target);
        row named = *r;
        bc_range of = total;
        if (columns[c].named.first < columns[c].named.last) {
            of = columns[c].named;
            named.component = true;
            if (columns[c].unit.first < columns[c].unit.last) {
                named.unit = columns[c].unit;
                named.parsed = columns[c].parsed;
                named.has_unit = true;
            } else {
                named.name = of; /* the counted noun of the head */
                uint32_t noun = bc_work_find(w, of.first, of.last, BC_TAG_COUNTER);
                const bc_match *x = bc_work_match(w, noun, of.last, BC_TAG_COUNTER);
                named.has_unit = x != NULL;
                named.unit = x ? (bc_range){noun, noun + x->length} : of;
                named.parsed = (bc_unit){.kind = BC_UNIT_COUNT, .row = -1};
                named.name = r->name;
            }
        }
        if (!f || !name_fact(w, f, &named, of, line, block))
            return false;
        f->value = r->cells[c].value;
        f->span = bc_work_span(w, r->cells[c].span);
        f->period = columns[c].period;
        f->status = target ? BC_STATUS_TARGET : columns[c].estimate ? BC_STATUS_ESTIMATE : BC_STATUS_ACTUAL;
        if (!set_unit(w, f, &named, unit, parsed, known))
            return false;
        index[c] = (target ? w->result->target_count : w->result->metric_count) - 1;
    }
    for (uint32_t c = 0; c < n; c++) {
        if (columns[c].role == COLUMN_LEVEL || columns[c].role == COLUMN_TARGET)
            continue;
        if (!r->cells[c].value.set)
            continue;
        uint32_t p = columns[c].role == COLUMN_GROWTH ? n : parent_column(columns, n, c);
        if (p < n && !r->cells[p].value.set)
            p = n;
        bc_fact *f;
        if (p < n && !future) {
            f = &w->result->metrics[index[p]];
        } else {
            f = new_fact(w, future);
            if (!f || !name_fact(w, f, r, total, line, block))
                return false;
            f->period = columns[c].period;
            f->status = future ? BC_STATUS_TARGET : BC_STATUS_ACTUAL;
        }
        bc_comparison *list = bc_arena_array(w->arena, f->comparison_count + 1, sizeof *list);
        if (!list)
            return false;
        if (f->comparison_count)
            memcpy(list, f->comparisons, f->comparison_count * sizeof *list);
        bc_comparison *x = &list[f->comparison_count++];
        f->comparisons = list;
        x->kind = columns[c].role == COLUMN_CHANGE || columns[c].role == COLUMN_GROWTH ? BC_COMPARISON_CHANGE
                  : columns[c].role == COLUMN_PLAN                                     ? BC_COMPARISON_PLAN
                                                                                       : BC_COMPARISON_SHARE;
        x->value = r->cells[c].value;
        if (columns[c].ratio && !bc_decimal_add(x->value.number, bc_decimal_from(-100), &x->value.number))
            return false;
        x->unit = (bc_str){"%", 1};
        if (columns[c].role == COLUMN_GROWTH && !bc_unit_write(w, unit, &x->unit))
            return false;
        x->span = bc_work_span(w, r->cells[c].span);
        if (columns[c].role == COLUMN_CHANGE) {
            x->baseline = bc_period_shift(f->period, -12);
            for (uint32_t k = 0; k < n; k++)
                if (k != p && columns[k].role == COLUMN_LEVEL && columns[k].has_period && p < n &&
                    columns[p].has_period && bc_date_compare(columns[k].period.to, columns[p].period.to) < 0)
                    x->baseline = columns[k].period;
        }
    }
    return true;
}

/* Columns of values round 100 with no sign word are ratios; else they are changes as they stand. */
static void judge_ratios(column *columns, uint32_t n, const row *rows, uint32_t count)
{
    for (uint32_t c = 0; c < n; c++) {
        if (!columns[c].ratio)
            continue;
        uint32_t near = 0;
        for (uint32_t k = 0; k < count; k++) {
            double v = bc_decimal_double(rows[k].cells[c].value.number);
            near += v > 55 && v < 400;
        }
        columns[c].ratio = near * 4 >= count * 3;
    }
}

static bool give_back(bc_work *w, const bc_table *t)
{
    for (uint32_t k = t->head; k < t->end; k++)
        w->blocks[k].table = false;
    return true;
}

/* "Diện tích (ha)", "Số CCN": heads that are indicators of their own. A bare "(%)" beside them is their unit. */
static void name_columns(const bc_work *w, column *columns, uint32_t n)
{
    for (uint32_t c = 0; c < n; c++) {
        column *x = &columns[c];
        bc_range r = x->head;
        for (uint32_t i = r.first; i + 1 < r.last; i++) {
            uint32_t end = i + 1;
            if (bc_work_mark(w, i) == '(' && bc_unit_parse(w, &end, r.last, &x->parsed) &&
                bc_work_mark(w, end) == ')') {
                x->unit = (bc_range){i + 1, end};
                r.last = i;
                break;
            }
        }
        uint32_t at = bc_work_find(w, r.first, r.last, BC_TAG_COLUMN);
        const bc_match *head = bc_work_match(w, at, r.last, BC_TAG_COLUMN);
        bool rate = head && head->value == 5 && at == r.first && r.first + head->length < r.last; /* Tỷ lệ lấp đầy */
        bool own = r.first < r.last && !has(w, r, BC_TAG_PLAN) && !has(w, r, BC_TAG_SAME_PERIOD) &&
                   !has(w, r, BC_TAG_THAN) && !has(w, r, BC_TAG_SIGNED) && (!head || rate) && !time_in(w, r) &&
                   !has(w, r, BC_TAG_STATUS) && words_in(w, r) > 0;
        const bc_match *proportion = bc_work_match(w, r.first, r.last, BC_TAG_PROPORTION);
        if (!own || (proportion && r.first + proportion->length == r.last))
            continue; /* "Tỷ lệ (%)" alone is of the plan */
        x->named = r;
        if (x->role == COLUMN_PLAN)
            x->role = COLUMN_LEVEL;
    }
}

/* The line above the head that tells of the table: "Biểu 2: Một số địa bàn (30/11/2017)"; empty: none. */
static bc_range caption_of(const bc_work *w, const bc_table *t)
{
    for (uint32_t k = t->head; k-- > 0 && k + 2 >= t->head;) {
        bc_range r = {w->blocks[k].tokens.first, w->blocks[k].tokens.last};
        if (bc_work_is(w, r.first, r.last, BC_TAG_TABLE_CAPTION))
            return r;
        /* "Tình hình các KCN (đến ngày 15/6/2020)" */
        uint32_t open = r.last;
        while (open > r.first && bc_work_mark(w, open - 1) != '(')
            open--;
        if (k + 1 == t->head && words_in(w, r) <= CAPTION_WORDS && bc_work_mark(w, r.last - 1) == ')' &&
            open > r.first && time_in(w, (bc_range){open, r.last}))
            return r;
    }
    return (bc_range){0};
}

/* What the caption says of all columns: their period, a unit in brackets, that they are growths. */
static void take_caption(const bc_work *w, bc_range caption, column *columns, uint32_t n, bc_range *unit,
                         bc_unit *parsed, bool *known)
{
    const bc_time *t = time_in(w, caption);
    bool growth = has(w, caption, BC_TAG_GROWTH);
    for (uint32_t i = caption.first; i + 1 < caption.last && !*known; i++) {
        uint32_t end = i + 1;
        if (bc_work_mark(w, i) == '(' && bc_unit_parse(w, &end, caption.last, parsed) && bc_work_mark(w, end) == ')') {
            *unit = (bc_range){i + 1, end};
            *known = true;
        }
    }
    for (uint32_t c = 0; c < n; c++) {
        column *x = &columns[c];
        if (growth && x->role == COLUMN_LEVEL && x->has_period && *known && bc_work_mark(w, unit->first) == '%')
            x->role = COLUMN_GROWTH;
        if (!t || x->has_period || x->role == COLUMN_TARGET)
            continue;
        x->period = t->value;
        x->has_period = true;
        if (bc_date_compare(t->value.from, t->value.to) == 0)
            x->period.from = (bc_date){0}; /* state on a day */
    }
}

static bool read_table(bc_work *w, const bc_table *t)
{
    column columns[BC_MAX_TABLE_COLUMNS];
    uint32_t step = t->lead ? t->columns + t->lead : 1, count = (t->end - t->rows) / step, n = 0;
    bool unit_column = false;
    if (t->lead) {
        for (; n < t->columns; n++)
            columns[n] = read_column(w, w->blocks[t->head + n].tokens);
    } else {
        n = split_head(w, w->blocks[t->head].tokens, columns, &unit_column);
    }
    bool understood = n == t->columns, level = false, target = false;
    name_columns(w, columns, n);
    for (uint32_t c = 0; c < n; c++) {
        level |= columns[c].role == COLUMN_LEVEL;
        target |= columns[c].role == COLUMN_TARGET;
    }
    if (!understood || !(level || target))
        return give_back(w, t);
    row *rows = bc_arena_array(w->arena, count, sizeof *rows);
    if (!rows)
        return false;
    for (uint32_t k = 0; k < count; k++) {
        row *r = &rows[k];
        const bc_block *b = &w->blocks[t->rows + k * step];
        uint32_t end = b->tokens.last;
        if (t->lead) {
            for (uint32_t c = 0; c < n; c++) {
                bc_range line = w->blocks[t->rows + k * step + t->lead + c].tokens;
                uint32_t at = line.first + (bc_work_mark(w, line.first) != 0);
                bc_number number;
                if (!bc_number_digits(w, &at, line.last, &number))
                    return give_back(w, t);
                if (bc_work_mark(w, line.first) == '-')
                    number.value = bc_decimal_negate(number.value);
                r->cells[c] = (cell){line, {number.value, true}};
            }
        } else if (row_cells(w, b->tokens, r->cells, &end) != n) {
            return give_back(w, t);
        }
        r->name = (bc_range){b->tokens.first, end};
        trim_name(w, r);
        take_unit(w, r, unit_column);
        if (t->lead == 2) {
            r->unit = w->blocks[t->rows + k * step + 1].tokens;
            uint32_t past = r->unit.first;
            r->has_unit = bc_unit_parse(w, &past, r->unit.last, &r->parsed);
        }
        trim_name(w, r);
    }
    judge_ratios(columns, n, rows, count);
    bc_range unit = {0}, total = {0};
    bc_unit parsed = {.row = -1};
    bool known = find_unit(w, t, &unit, &parsed);
    take_caption(w, caption_of(w, t), columns, n, &unit, &parsed, &known);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t block = t->rows + k * step;
        bc_range line = {w->blocks[block].tokens.first, w->blocks[block + step - 1].tokens.last};
        if (!rows[k].component)
            total = rows[k].name;
        if (!emit_row(w, columns, n, &rows[k], total, unit, &parsed, known, line, block))
            return false;
    }
    return true;
}

bool bc_stage_tables(bc_work *w)
{
    for (uint32_t k = 0; k < w->table_count; k++)
        if (!read_table(w, &w->tables[k]))
            return false;
    return !bc_arena_failed(w->arena);
}
