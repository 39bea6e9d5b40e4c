/* SPDX-License-Identifier: MIT */
/* grid.c - see grid.h. */
#include "grid.h"

#include <string.h>

#include "decimal.h"
#include "limits.h"
#include "number.h"

enum { MAX_CELLS = 64, CELL_TOKENS = 16, YEAR_FIRST = 1900, YEAR_LAST = 2199 };

/* ---- lines ---- */

/* The raw line round tokens [first, last): from behind the line end before it to the one after it. */
static bc_span raw_line(const bc_work *w, uint32_t first, uint32_t last)
{
    uint32_t start = w->tokens[first].start, end = w->tokens[last - 1].end;
    while (start > 0 && w->text.ptr[start - 1] != '\n')
        start--;
    while (end < w->text.len && w->text.ptr[end] != '\n')
        end++;
    return (bc_span){start, end};
}

static uint32_t count_bytes(const bc_work *w, bc_span s, char c)
{
    uint32_t n = 0;
    for (uint32_t i = s.start; i < s.end; i++)
        n += w->text.ptr[i] == c;
    return n;
}

char bc_grid_separator(const bc_work *w, uint32_t first, uint32_t last)
{
    uint32_t bars = 0, stops = 0, short_cells = 0, width = 0;
    bool tabs = false;
    for (uint32_t i = first; i < last; i++) {
        char m = bc_work_mark(w, i);
        tabs |= i > first && (w->tokens[i].flags & BC_TOKEN_TAB);
        bars += m == '|';
        stops += m == ';' && i + 1 < last;
        width++;
        if (m == ';' || i + 1 == last) {
            short_cells += width <= CELL_TOKENS;
            width = 0;
        }
    }
    uint32_t end = w->tokens[last - 1].end; /* tabs behind the last word: empty cells */
    while (end < w->text.len && (w->text.ptr[end] == ' ' || w->text.ptr[end] == '\t')) {
        tabs |= w->text.ptr[end] == '\t';
        end++;
    }
    if (tabs)
        return '\t';
    if (bars > 0)
        return '|';
    return stops >= 2 && short_cells > stops ? ';' : 0;
}

bool bc_grid_cuts(const bc_work *w, uint32_t i)
{
    char before = i > 0 ? bc_work_mark(w, i - 1) : 0;
    return (w->tokens[i].flags & BC_TOKEN_TAB) || before == '|' || before == ';' || bc_work_mark(w, i) == '|';
}

bool bc_grid_gap(const bc_work *w, uint32_t i)
{
    if (i == 0 || i >= w->token_count)
        return true;
    return count_bytes(w, (bc_span){w->tokens[i - 1].end, w->tokens[i].start}, '\n') >= 2;
}

/* The cells of one block; returns how many. */
static uint32_t split_line(const bc_work *w, const bc_block *b, char separator, bc_range *out)
{
    uint32_t first = b->tokens.first, last = b->tokens.last, n = 0, start = first;
    if (separator != '\t') {
        for (uint32_t i = first; i <= last && n < MAX_CELLS; i++) {
            if (i < last && bc_work_mark(w, i) != separator)
                continue;
            if (i == last && separator == ';' && start == last)
                break; /* a line's own final stop */
            out[n++] = (bc_range){start, i};
            start = i + 1;
        }
        return n;
    }
    bc_span line = raw_line(w, first, last);
    for (uint32_t i = first; i <= last && n < MAX_CELLS; i++) {
        bc_span gap = {i == first ? line.start : w->tokens[i - 1].end, i == last ? line.end : w->tokens[i].start};
        uint32_t tabs = count_bytes(w, gap, '\t');
        for (uint32_t t = 0; t < tabs && n < MAX_CELLS; t++) {
            out[n++] = t == 0 ? (bc_range){start, i} : (bc_range){i, i};
            start = i;
        }
    }
    if (n < MAX_CELLS)
        out[n++] = (bc_range){start, last};
    return n;
}

/* |---|---| */
static bool is_rule(const bc_work *w, const bc_block *b)
{
    for (uint32_t i = b->tokens.first; i < b->tokens.last; i++)
        if (w->tokens[i].kind != BC_TOKEN_MARK)
            return false;
    return true;
}

/* Bars at both ends of most lines are a frame, not cells. */
static bool is_framed(const bc_work *w, uint32_t first, uint32_t last)
{
    uint32_t framed = 0, lines = 0;
    for (uint32_t k = first; k < last; k++) {
        bc_range r = w->blocks[k].tokens;
        lines++;
        framed += bc_work_mark(w, r.first) == '|' && bc_work_mark(w, r.last - 1) == '|';
    }
    return framed * 2 > lines;
}

bool bc_grid_read(const bc_work *w, uint32_t first, uint32_t last, char separator, bc_grid *out)
{
    bc_range cells[MAX_CELLS];
    bool framed = separator == '|' && is_framed(w, first, last);
    *out = (bc_grid){.separator = separator};
    for (uint32_t k = first; k < last; k++) {
        uint32_t n = split_line(w, &w->blocks[k], separator, cells);
        n = framed && n > 2 ? n - 2 : n;
        out->columns = n > out->columns ? n : out->columns;
    }
    out->blocks = bc_arena_array(w->arena, last - first + 1, sizeof *out->blocks);
    out->widths = bc_arena_array(w->arena, last - first + 1, sizeof *out->widths);
    out->cells = bc_arena_array(w->arena, (size_t)(last - first + 1) * (out->columns + 1), sizeof *out->cells);
    if (!out->blocks || !out->widths || !out->cells)
        return false;
    for (uint32_t k = first; k < last; k++) {
        const bc_block *b = &w->blocks[k];
        if (is_rule(w, b))
            continue;
        uint32_t n = split_line(w, b, separator, cells), skip = 0;
        if (framed) {
            skip = bc_work_mark(w, b->tokens.first) == '|';
            n -= n > skip && bc_work_mark(w, b->tokens.last - 1) == '|';
        }
        bc_range *row = &out->cells[out->rows * out->columns];
        for (uint32_t c = 0; c < out->columns; c++)
            row[c] = c + skip < n ? cells[c + skip] : (bc_range){b->tokens.last, b->tokens.last};
        out->widths[out->rows] = n - skip;
        out->blocks[out->rows++] = k;
    }
    return true;
}

/* ---- cells ---- */

bool bc_cell_blank(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_token *t = &w->tokens[i];
        bool cross = t->kind == BC_TOKEN_WORD && t->end - t->start == 1 && (w->text.ptr[t->start] | 0x20) == 'x';
        char m = bc_work_mark(w, i);
        if (!cross && m != '-' && m != '.' && m != '*' && m != '/' && m != '_')
            return false;
    }
    return true;
}

static int plain_int(const bc_work *w, uint32_t i, uint32_t digits)
{
    const bc_token *t = &w->tokens[i];
    int n = 0;
    if (t->kind != BC_TOKEN_NUMBER || t->end - t->start > digits)
        return -1;
    for (uint32_t k = t->start; k < t->end; k++) {
        if (w->text.ptr[k] == '.' || w->text.ptr[k] == ',')
            return -1;
        n = n * 10 + (w->text.ptr[k] - '0');
    }
    return n;
}

bool bc_cell_years(const bc_work *w, bc_range r)
{
    uint32_t n = r.last - r.first;
    if (n != 1 && !(n == 3 && bc_work_mark(w, r.first + 1) == '-'))
        return false;
    for (uint32_t i = r.first; i < r.last; i += 2) {
        int year = plain_int(w, i, 4);
        if (year < YEAR_FIRST || year > YEAR_LAST)
            return false;
    }
    return true;
}

bool bc_cell_index(const bc_work *w, bc_range r)
{
    while (r.first < r.last && bc_work_mark(w, r.first) == '(')
        r.first++;
    while (r.first < r.last && (bc_work_mark(w, r.last - 1) == ')' || bc_work_mark(w, r.last - 1) == '.'))
        r.last--;
    if (r.last != r.first + 1)
        return false;
    const bc_token *t = &w->tokens[r.first];
    const char *s = w->text.ptr + t->start;
    uint32_t len = t->end - t->start;
    if (t->kind == BC_TOKEN_MARK)
        return t->mark == '-' || t->mark == '+' || t->mark == '*';
    if (t->kind == BC_TOKEN_NUMBER)
        return len <= 3 || (len <= 8 && memchr(s, '.', len) && !memchr(s, ',', len));
    return len == 1 || bc_work_is(w, r.first, r.last, BC_TAG_ROMAN);
}

bool bc_cell_unit(const bc_work *w, bc_range r, bc_unit *out, bc_range *number)
{
    uint32_t i = r.first;
    *number = (bc_range){r.first, r.first};
    if (i < r.last && w->tokens[i].kind == BC_TOKEN_NUMBER) /* 1.000 tấn */
        number->last = ++i;
    return i < r.last && bc_unit_parse(w, &i, r.last, out) && i == r.last;
}

/* Digits with blanks between groups of three, "12 480": their value. Moves *at past them. */
static bool spaced_number(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out)
{
    uint32_t i = *at, groups = 0;
    unsigned digits = 0;
    bc_decimal d = {0};
    bool point = false;
    for (; i < end && w->tokens[i].kind == BC_TOKEN_NUMBER && !point; i++) {
        const bc_token *t = &w->tokens[i];
        size_t len = t->end - t->start;
        const char *s = w->text.ptr + t->start, *mark = memchr(s, ',', len);
        size_t whole = mark ? (size_t)(mark - s) : len;
        if (memchr(s, '.', len) || (groups == 0 ? whole > 3 || *s == '0' : whole != 3))
            return false;
        for (size_t k = 0; k < len; k++) {
            if (s[k] == ',') {
                if (point)
                    return false;
                point = true;
                continue;
            }
            if (++digits > BC_MAX_NUMBER_DIGITS)
                return false;
            d.digits = d.digits * 10 + (s[k] - '0');
            d.scale = (uint8_t)(d.scale + point);
        }
        groups++;
    }
    if (groups < 2)
        return false;
    *out = (bc_number){.value = bc_decimal_trim(d), .grouped = true, .decimal = point};
    *at = i;
    return true;
}

static bool read_number(const bc_work *w, uint32_t *at, uint32_t end, bc_number *out)
{
    return spaced_number(w, at, end, out) || bc_number_digits(w, at, end, out);
}

static bool token_is(const bc_work *w, uint32_t i, const char *s)
{
    bc_str t = bc_work_text(w, (bc_range){i, i + 1});
    return t.len == strlen(s) && memcmp(t.ptr, s, t.len) == 0;
}

/* ">= 95", "≥ 95", "trên 95": moves *at past the bound. */
static bc_bound read_bound(const bc_work *w, uint32_t *at, uint32_t end)
{
    if (*at >= end)
        return BC_BOUND_EXACT;
    const bc_match *m = bc_work_match(w, *at, end, BC_TAG_BOUND);
    char mark = bc_work_mark(w, *at);
    if (m) {
        *at += m->length;
        return (bc_bound)m->value;
    }
    if (token_is(w, *at, "≥") || token_is(w, *at, "≤")) {
        *at += 1;
        return token_is(w, *at - 1, "≥") ? BC_BOUND_AT_LEAST : BC_BOUND_AT_MOST;
    }
    if (mark == '>' || mark == '<') {
        bool equal = bc_work_mark(w, *at + 1) == '=';
        *at += equal ? 2 : 1;
        if (mark == '>')
            return equal ? BC_BOUND_AT_LEAST : BC_BOUND_OVER;
        return equal ? BC_BOUND_AT_MOST : BC_BOUND_UNDER;
    }
    return BC_BOUND_EXACT;
}

/* What may stand behind the digits: per cent, a range's other end, the whole, a unit, "trở lên". */
static void read_rest(const bc_work *w, uint32_t *at, uint32_t end, bc_cell *c)
{
    bc_number more;
    uint32_t i = *at;
    if (i < end && bc_work_mark(w, i) == '%') {
        c->percent = true;
        i++;
    }
    const bc_match *to = bc_work_match(w, i, end, BC_TAG_RANGE);
    uint32_t next = to ? i + to->length : i + 1;
    if (i < end && (to || bc_work_mark(w, i) == '-') && read_number(w, &next, end, &more)) {
        c->value_max = (bc_value){more.value, true};
        i = next;
    } else if (i < end && bc_work_mark(w, i) == '/') {
        next = i + 1;
        if (read_number(w, &next, end, &more)) {
            c->total = (bc_value){more.value, true};
            i = next;
        }
    }
    if (i < end && bc_work_mark(w, i) == '%') {
        c->percent = true;
        i++;
    } else if (i < end) {
        uint32_t past = i;
        if (bc_unit_parse(w, &past, end, &c->parsed) && (c->parsed.known || c->parsed.scale)) {
            c->unit = (bc_range){i, past};
            i = past;
        }
    }
    const bc_match *after = bc_work_match(w, i, end, BC_TAG_BOUND_AFTER);
    if (after) {
        c->bound = (bc_bound)after->value;
        i += after->length;
    }
    *at = i;
}

bool bc_cell_figure(const bc_work *w, bc_range r, bc_cell *out)
{
    *out = (bc_cell){.span = r};
    uint32_t i = r.first, end = r.last;
    if (i >= end)
        return false;
    bool brackets = bc_work_mark(w, i) == '(' && bc_work_mark(w, end - 1) == ')' && end > i + 2;
    if (brackets) { /* (10,1): a fall as accountants write it */
        i++;
        end--;
    }
    out->bound = read_bound(w, &i, end);
    char sign = i < end ? bc_work_mark(w, i) : 0;
    if (sign == '-' || sign == '+') {
        out->written_sign = true;
        i++;
    }
    bc_number n;
    if (!read_number(w, &i, end, &n))
        return false;
    bool negative = sign == '-' || (brackets && !out->written_sign);
    out->value = (bc_value){negative ? bc_decimal_negate(n.value) : n.value, true};
    out->written_sign |= brackets;
    out->ambiguous = n.ambiguous;
    out->other = negative ? bc_decimal_negate(n.other) : n.other;
    read_rest(w, &i, end, out);
    if (negative && out->value_max.set)
        out->value_max.number = bc_decimal_negate(out->value_max.number);
    return i == end;
}

uint32_t bc_grid_figures(const bc_work *w, bc_range line)
{
    char separator = bc_grid_separator(w, line.first, line.last);
    uint32_t start = line.first, n = 0;
    bc_cell cell;
    for (uint32_t i = line.first + 1; i <= line.last && separator; i++) {
        bool tab = separator == '\t';
        if (i < line.last && (tab ? !(w->tokens[i].flags & BC_TOKEN_TAB) : bc_work_mark(w, i) != separator))
            continue;
        bool figure = start > line.first && bc_cell_figure(w, (bc_range){start, i}, &cell);
        n += figure && cell.unit.first == cell.unit.last;
        if (!figure && i - start > CELL_TOKENS)
            return 0;
        start = tab ? i : i + 1;
    }
    return n;
}

bool bc_grid_row(const bc_work *w, uint32_t first, uint32_t last)
{
    char separator = bc_grid_separator(w, first, last);
    return separator == ';' ? bc_grid_figures(w, (bc_range){first, last}) > 0 : separator != 0;
}
