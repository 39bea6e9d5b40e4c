/* SPDX-License-Identifier: MIT */
/* row.c - rows to facts, see sheet.h. */
#include <string.h>

#include "date.h"
#include "decimal.h"
#include "explain.h"
#include "number.h"
#include "period.h"
#include "sheet.h"

/* Where a row stands among the others; a smaller one is further out. */
typedef enum {
    ROW_LETTER = 1, /* A */
    ROW_ROMAN,
    ROW_NUMBER,   /* 1 */
    ROW_NUMBER_2, /* 1.1 */
    ROW_NUMBER_3,
    ROW_SMALL, /* a */
    ROW_PLAIN, /* no mark */
    ROW_DASH,
    ROW_PLUS,
} row_rank;

typedef struct {
    row_rank rank;
    bool marked;    /* by a dash or a plus, by "trong đó", by blanks before it */
    bool part_head; /* "Trong đó:" alone */
    bool total, time, own, aspect;
    bc_name name;       /* with what it stands under */
    bc_range breakdown; /* empty: it is no part */
    bc_period period;   /* of a row that is a time ... */
    bc_status status;   /* ... "Ước 2020" */
} row_place;

static bool is_empty(bc_range r)
{
    return r.first >= r.last;
}

static bool covers(const bc_match *m, bc_range r)
{
    return m && r.first + m->length == r.last;
}

static bool opens(const bc_work *w, bc_range r, bc_tag tag)
{
    return bc_work_is(w, r.first, r.last, tag);
}

/* A word that begins the name of a measure of its own: "số", "tổng số", "giá trị"; NULL: none. */
static const bc_match *opens_measure(const bc_work *w, bc_range r)
{
    static const bc_table_word WORDS[] = {BC_TABLE_OWN, BC_TABLE_MEASURE, BC_TABLE_TOTAL};
    const bc_match *longest = NULL;
    for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
        const bc_match *m = bc_sheet_opens(w, r, WORDS[k]);
        if (m && (!longest || m->length > longest->length))
            longest = m;
    }
    return longest;
}

/* ---- marks and names ---- */

static row_rank rank_of_word(const bc_work *w, uint32_t i)
{
    const bc_token *t = &w->tokens[i];
    uint32_t dots = 0;
    if (t->kind == BC_TOKEN_NUMBER) {
        for (uint32_t k = t->start; k < t->end; k++)
            dots += w->text.ptr[k] == '.';
        return dots == 0 ? ROW_NUMBER : dots == 1 ? ROW_NUMBER_2 : ROW_NUMBER_3;
    }
    if (t->kind == BC_TOKEN_MARK)
        return t->mark == '+' ? ROW_PLUS : ROW_DASH;
    if (!(t->flags & BC_TOKEN_CAPITAL))
        return ROW_SMALL;
    return bc_work_is(w, i, i + 1, BC_TAG_ROMAN) ? ROW_ROMAN : ROW_LETTER;
}

/* "1.", "1.1", "a)", "IV -" before a name; how many tokens, 0: none. loose: nothing parts an index from the name. */
static uint32_t mark_length(const bc_work *w, bc_range r, bool loose)
{
    const bc_token *t = &w->tokens[r.first];
    if (r.last - r.first < 2 || t->kind == BC_TOKEN_MARK || !bc_cell_index(w, (bc_range){r.first, r.first + 1}))
        return 0;
    char next = bc_work_mark(w, r.first + 1);
    if ((next == '.' || next == ')' || next == '/' || next == '-') && !(w->tokens[r.first + 1].flags & BC_TOKEN_SPACE))
        return 2;
    bool number = t->kind == BC_TOKEN_NUMBER && (loose || rank_of_word(w, r.first) > ROW_NUMBER);
    bool roman = loose && t->kind == BC_TOKEN_WORD && bc_work_is(w, r.first, r.last, BC_TAG_ROMAN) &&
                 r.last - r.first > 2 && ((t->flags & BC_TOKEN_ALL_CAPITALS) || t->end - t->start == 1) &&
                 (t->flags & BC_TOKEN_CAPITAL);
    return number || roman ? 1 : 0;
}

static void read_mark(const bc_work *w, bc_row *r, row_place *p, bool loose)
{
    p->rank = ROW_PLAIN;
    if (!is_empty(r->index)) {
        uint32_t at = r->index.first;
        while (at + 1 < r->index.last && bc_work_mark(w, at) == '(')
            at++;
        p->rank = rank_of_word(w, at);
    }
    while (!is_empty(r->name)) {
        char m = bc_work_mark(w, r->name.first);
        uint32_t n = mark_length(w, r->name, loose);
        if (n > 0) {
            if (p->rank == ROW_PLAIN)
                p->rank = rank_of_word(w, r->name.first);
            r->name.first += n;
        } else if (m && m != '(' && m != '"' && m != '%') {
            if ((m == '-' || m == '+' || m == '*') && p->rank < ROW_DASH)
                p->rank = m == '+' ? ROW_PLUS : ROW_DASH;
            r->name.first++;
        } else {
            break;
        }
    }
    p->marked = p->rank >= ROW_DASH;
    const bc_match *part = bc_work_match(w, r->name.first, r->name.last, BC_TAG_PART);
    if (part) {
        uint32_t past = r->name.first + part->length;
        while (past < r->name.last && w->tokens[past].kind == BC_TOKEN_MARK)
            past++;
        p->part_head = past == r->name.last;
        p->marked = true;
        if (p->rank <= ROW_PLAIN)
            p->rank = ROW_DASH;
        if (!p->part_head)
            r->name.first = past;
    }
    while (!is_empty(r->name)) {
        char m = bc_work_mark(w, r->name.last - 1);
        if (w->tokens[r->name.last - 1].kind != BC_TOKEN_MARK || m == ')' || m == '"' || m == '%')
            break;
        r->name.last--;
    }
}

/* "Vốn đăng ký (tỷ đồng)" */
static void take_bracket_unit(const bc_work *w, bc_row *r)
{
    if (!is_empty(r->unit) || is_empty(r->name) || bc_work_mark(w, r->name.last - 1) != ')')
        return;
    uint32_t open = r->name.last - 1;
    while (open > r->name.first && bc_work_mark(w, open) != '(')
        open--;
    bc_unit unit;
    bc_range inside = {open + 1, r->name.last - 1}, number;
    if (open > r->name.first && bc_cell_unit(w, inside, &unit, &number) && (unit.known || unit.scale)) {
        r->unit = inside;
        r->parsed = unit;
        r->unit_number = number;
        r->name.last = open;
    }
}

static void read_kind(const bc_work *w, const bc_row *r, row_place *p)
{
    const bc_match *status = bc_work_match(w, r->name.first, r->name.last, BC_TAG_STATUS);
    uint32_t first = r->name.first + (status ? status->length : 0u);
    const bc_time *t = first < r->name.last ? bc_time_at(w, first) : NULL;
    const bc_match *total = bc_sheet_opens(w, r->name, BC_TABLE_TOTAL);
    bc_range behind = r->name;
    if (total)
        behind.first += total->length;
    p->total = total && (is_empty(behind) || bc_work_mark(w, behind.first) == '(');
    p->time = t && t->tokens.first == first && t->tokens.last == r->name.last && t->value.set && !t->same_period;
    if (p->time) {
        p->period = t->value;
        p->status = status ? (bc_status)status->value : BC_STATUS_ACTUAL;
    }
    p->aspect = covers(bc_work_match(w, r->name.first, r->name.last, BC_TAG_GENERIC), r->name) ||
                covers(bc_sheet_opens(w, r->name, BC_TABLE_MEASURE), r->name);
    p->own = opens(w, r->name, BC_TAG_PROPORTION) || opens(w, r->name, BC_TAG_GROWTH) ||
             opens(w, r->name, BC_TAG_GENERIC) || opens_measure(w, r->name);
}

/* ---- rows under rows ---- */

static bool same_unit(const bc_work *w, const bc_row *a, const bc_row *b)
{
    bc_str x = {0}, y = {0};
    if (is_empty(a->unit) || is_empty(b->unit))
        return true;
    return bc_unit_write(w, a->unit, &x) && bc_unit_write(w, b->unit, &y) && x.len == y.len &&
           memcmp(x.ptr, y.ptr, x.len) == 0;
}

/* The first column whose figures add up. */
static uint32_t adding_column(const bc_sheet *s)
{
    uint32_t c = 0;
    while (c < s->column_count &&
           ((s->columns[c].role != BC_COLUMN_LEVEL && s->columns[c].role != BC_COLUMN_TARGET) || s->columns[c].rank))
        c++;
    return c;
}

static double cell_value(const bc_sheet *s, uint32_t row, uint32_t column)
{
    if (column >= s->column_count || !s->rows[row].cells[column].value.set)
        return 0;
    return bc_decimal_double(s->rows[row].cells[column].value.number);
}

static bool all_capitals(const bc_work *w, bc_range r)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = r.first; i < r.last; i++) {
        words += w->tokens[i].kind == BC_TOKEN_WORD;
        capitals += w->tokens[i].kind == BC_TOKEN_WORD && (w->tokens[i].flags & BC_TOKEN_ALL_CAPITALS);
    }
    return words > 0 && capitals * 10 >= words * 8;
}

/* Rows that nothing marks: parts of the numbered row above them, of "Trong đó:", or told by blanks before them. */
static void rank_plain_rows(const bc_sheet *s, row_place *places)
{
    uint32_t numbered = 0, indent = UINT32_MAX, adds = adding_column(s);
    bool under = false; /* the parts of a row go on */
    double sum = 0, total = 0;
    for (uint32_t k = 0; k < s->row_count; k++) {
        numbered += places[k].rank < ROW_PLAIN;
        indent = s->rows[k].indent < indent ? s->rows[k].indent : indent;
    }
    bool indexed = numbered * 3 >= s->row_count && numbered >= 2;
    for (uint32_t k = 0; k < s->row_count; k++) {
        row_place *p = &places[k];
        if (p->part_head) {
            under = k > 0;
            sum = 0;
            total = under ? cell_value(s, k - 1, adds) : 0;
            continue;
        }
        if (p->rank != ROW_PLAIN || p->total) {
            under = under && p->rank > ROW_PLAIN && !p->total;
            continue;
        }
        sum += under ? cell_value(s, k, adds) : 0;
        if (under && !indexed && (all_capitals(s->w, s->rows[k].name) || (total > 0 && sum > total * 1.0005)))
            under = false;
        if (under || s->rows[k].indent > indent || (indexed && !p->own && k > 0)) {
            p->marked = true;
            p->rank = ROW_DASH;
        }
    }
}

/* Sets what a row stands under. */
static void place_row(const bc_sheet *s, row_place *places, uint32_t k)
{
    row_place *p = &places[k];
    const bc_row *r = &s->rows[k];
    uint32_t j = k;
    p->name = (bc_name){{r->name}, 1};
    if (p->total || p->time || p->part_head)
        return;
    while (j-- > 0)
        if (!places[j].part_head && places[j].rank < p->rank && !is_empty(s->rows[j].name))
            break;
    if (j == UINT32_MAX)
        return;
    const bc_row *over = &s->rows[j];
    bool same = same_unit(s->w, r, over), section = places[j].rank <= ROW_ROMAN && !over->figures;
    if (section || places[j].total || (!p->marked && !over->figures))
        return;
    if (p->aspect && (!over->figures || !same)) { /* "Năng suất" of "Cây lúa" */
        p->name = (bc_name){{r->name, over->name}, 2};
        return;
    }
    bool rate = opens(s->w, r->name, BC_TAG_PROPORTION) || opens(s->w, r->name, BC_TAG_GROWTH);
    if (!same || rate || (p->own && (!p->marked || !over->figures)))
        return;
    p->name = (bc_name){{over->name, r->name}, 2};
    p->breakdown = r->name;
}

/* ---- names of cells ---- */

/* Rows that are places, products, kinds, and no indicators. */
static bool is_members(const bc_sheet *s)
{
    return !is_empty(s->name_head) && !bc_sheet_opens(s->w, s->name_head, BC_TABLE_ITEMS);
}

/* "Diện tích", "Số dự án", "Lao động (người)": what is measured; "Thành thị" is whose. */
static bool measures(const bc_work *w, const bc_column *c)
{
    bc_range r = c->named.parts[0];
    return !is_empty(c->unit) || c->percent || opens(w, r, BC_TAG_PROPORTION) || opens(w, r, BC_TAG_GENERIC) ||
           opens(w, r, BC_TAG_COUNTER) || opens(w, r, BC_TAG_MEASURED) || opens_measure(w, r);
}

static void add_part(bc_name *name, bc_range r)
{
    if (name->count < sizeof name->parts / sizeof *name->parts && !is_empty(r))
        name->parts[name->count++] = r;
}

static void add_parts(bc_name *name, const bc_name *more)
{
    for (uint32_t k = 0; k < more->count; k++)
        add_part(name, more->parts[k]);
}

/* The name of row r's cell in column c, and the part that it is of. */
static bc_name cell_name(const bc_sheet *s, const bc_column *c, const bc_row *r, const row_place *p,
                         bc_range *breakdown)
{
    bc_name name = {.count = 0};
    bool caption = !is_empty(s->caption_name), members = is_members(s);
    *breakdown = (bc_range){0};
    if (c->named.count > 0) {
        if (p->total || p->time)
            return c->named;
        bool rows_measure = !members && !is_empty(s->name_head) && !measures(s->w, c);
        name = rows_measure ? p->name : c->named;
        add_parts(&name, rows_measure ? &c->named : &p->name);
        *breakdown = rows_measure ? c->named.parts[c->named.count - 1] : r->name;
        return name;
    }
    if (p->total || p->time) {
        add_part(&name, caption ? s->caption_name : p->time ? name.parts[0] : r->name);
        return name;
    }
    *breakdown = p->breakdown;
    bool counted = !is_empty(c->unit) && c->parsed.kind == BC_UNIT_COUNT && is_empty(r->unit);
    caption = caption && s->caption_own;
    if (!members || s->unit_column || c->rank || (!caption && !counted))
        return p->name;
    add_part(&name, caption ? s->caption_name : c->unit);
    add_parts(&name, &p->name);
    if (is_empty(*breakdown))
        *breakdown = r->name;
    return name;
}

static bool name_fact(const bc_sheet *s, const bc_column *c, const bc_row *r, const row_place *p, bc_fact *f)
{
    bc_work *w = s->w;
    bc_range breakdown;
    bc_name name = cell_name(s, c, r, p, &breakdown);
    if (!bc_indicator_text(w, &name, &f->indicator))
        return false;
    int32_t code = -1;
    if (is_empty(breakdown)) {
        code = bc_indicator_code(w, &name);
    } else if (c->named.count == 0) { /* a part has a code where the row itself is in the catalogue */
        const bc_match *m = bc_work_match(w, r->name.first, r->name.last, BC_TAG_INDICATOR);
        code = covers(m, r->name) ? m->value : -1;
    }
    if (code >= 0) {
        size_t count;
        const char *x = bc_lexicon_indicators(w->lexicon, &count)[code].code;
        f->code = (bc_str){x, strlen(x)};
    }
    f->breakdown = bc_work_text(w, breakdown);
    f->evidence = (bc_evidence){bc_work_text(w, r->line), bc_work_span(w, r->line), w->blocks[r->block].section};
    return bc_explain_words(w, "table", "row", r->line, &f->explain);
}

/* ---- units ---- */

typedef struct {
    bc_range range, number;
    bc_unit parsed;
    const char *word; /* "%", "rank": no range says it */
} cell_unit;

/* The counted noun that a name begins with, behind "Số", "Tổng số". *said: one of these stands before it. */
static bc_range counted_noun(const bc_work *w, bc_range r, bool *said)
{
    const bc_match *own = bc_sheet_opens(w, r, BC_TABLE_TOTAL);
    const bc_match *noun = bc_work_match(w, r.first, r.last, BC_TAG_COUNTER);
    if (!own)
        own = bc_work_match(w, r.first, r.last, BC_TAG_PLURAL);
    *said = own && !(noun && noun->length > own->length);
    if (*said) {
        r.first += own->length;
        noun = bc_work_match(w, r.first, r.last, BC_TAG_COUNTER);
    }
    if (!noun)
        return (bc_range){0};
    uint32_t length = noun->length;
    if (covers(noun, r) && length >= 4) { /* "doanh nghiệp thành lập mới": the noun, and what is said of it */
        const bc_match *shorter = bc_work_match(w, r.first, r.last - 1, BC_TAG_COUNTER);
        length = shorter ? shorter->length : length;
    }
    return (bc_range){r.first, r.first + length};
}

static cell_unit unit_of(const bc_sheet *s, const bc_column *c, const bc_row *r, const bc_cell *x)
{
    const bc_work *w = s->w;
    const cell_unit none = {.parsed = {.kind = BC_UNIT_NONE, .row = -1}};
    const cell_unit column = {c->unit, c->unit_number, c->parsed, NULL};
    cell_unit u = none;
    bool named = c->named.count > 0, said;
    if (c->rank) {
        u.word = "rank";
        return u;
    }
    if (!is_empty(x->unit))
        return (cell_unit){x->unit, {0}, x->parsed, NULL};
    bc_range thing = named ? c->named.parts[0] : r->name, noun = counted_noun(w, thing, &said);
    bool percent = x->percent || (named && c->percent);
    if (named && !is_empty(c->unit))
        return column;
    if (!percent && !is_empty(r->unit) && !(named && !is_empty(noun)))
        return (cell_unit){r->unit, r->unit_number, r->parsed, NULL};
    if (!percent && !named && !is_empty(c->unit))
        return column;
    if (percent || c->percent || opens(w, thing, BC_TAG_PROPORTION)) {
        u.word = "%";
        u.parsed.kind = BC_UNIT_PERCENT;
        return u;
    }
    bool counts = said || named || (is_empty(s->unit) && !is_members(s)); /* a place "Kênh Đông Sơn" counts nothing */
    if (is_empty(noun) && is_members(s) && s->caption_own && !named && is_empty(s->unit)) {
        noun = counted_noun(w, s->caption_name, &said);
        counts = true;
    }
    if (!is_empty(noun) && counts)
        return (cell_unit){noun, {0}, {.kind = BC_UNIT_COUNT, .row = -1}, NULL};
    return is_empty(s->unit) ? none : (cell_unit){s->unit, s->unit_number, s->parsed, NULL};
}

static bool set_unit(bc_work *w, const cell_unit *u, bc_fact *f)
{
    if (u->word) {
        f->unit = (bc_str){u->word, strlen(u->word)};
        if (u->parsed.kind == BC_UNIT_PERCENT) {
            f->base = f->value;
            f->base_unit = (bc_str){"percent", strlen("percent")};
        }
        return true;
    }
    if (is_empty(u->range))
        return true;
    if (!bc_unit_write(w, u->range, &f->unit))
        return false;
    bc_decimal value = f->value.number;
    if (!is_empty(u->number)) { /* "1.000 tấn" */
        uint32_t at = u->number.first;
        bc_number n;
        if (!bc_number_digits(w, &at, u->number.last, &n) || !bc_decimal_multiply(value, n.value, &value))
            return true;
    }
    bc_unit_base(w, value, u->parsed.scale, u->parsed.rate ? -1 : u->parsed.row, &f->base, &f->base_unit);
    return true;
}

/* ---- facts ---- */

typedef struct {
    bool set, target;
    size_t index;
} made;

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

static bc_comparison *add_comparison(bc_work *w, bc_fact *f, bc_comparison_kind kind, const bc_cell *cell)
{
    bc_comparison *list = bc_arena_array(w->arena, f->comparison_count + 1, sizeof *list);
    if (!list)
        return NULL;
    if (f->comparison_count)
        memcpy(list, f->comparisons, f->comparison_count * sizeof *list);
    f->comparisons = list;
    bc_comparison *x = &list[f->comparison_count++];
    *x = (bc_comparison){.kind = kind,
                         .value = cell->value,
                         .value_max = cell->value_max,
                         .bound = cell->bound,
                         .unit = {"%", 1},
                         .span = bc_work_span(w, cell->span)};
    return x;
}

/* Levels under goals are aimed at, where no column says that it is the plan. */
static bool is_target(const bc_sheet *s, const bc_column *c)
{
    bool planned = false;
    for (uint32_t k = 0; k < s->column_count; k++)
        planned |= s->columns[k].role == BC_COLUMN_TARGET;
    bool past = c->has_period && c->period.set && s->w->report_date.year &&
                bc_date_compare(c->period.to, s->w->report_date) <= 0;
    return c->role == BC_COLUMN_TARGET ||
           (s->future && !planned && !past && !c->earlier && c->status != BC_STATUS_ESTIMATE);
}

static bool is_growth(const bc_work *w, const bc_row *r, const cell_unit *u)
{
    return opens(w, r->name, BC_TAG_GROWTH) && (u->parsed.kind == BC_UNIT_PERCENT || u->parsed.kind == BC_UNIT_NONE) &&
           !(u->word && u->parsed.kind == BC_UNIT_NONE);
}

static bool emit_level(const bc_sheet *s, uint32_t c, const bc_row *r, const row_place *p, made *out)
{
    bc_work *w = s->w;
    const bc_column *x = &s->columns[c];
    const bc_cell *cell = &r->cells[c];
    bool target = is_target(s, x);
    bc_fact *f = new_fact(w, target);
    if (!f || !name_fact(s, x, r, p, f))
        return false;
    *out = (made){true, target, (target ? w->result->target_count : w->result->metric_count) - 1};
    f->period = p->time && !x->has_period ? p->period : x->period;
    f->status = target ? BC_STATUS_TARGET : p->time && x->status == BC_STATUS_ACTUAL ? p->status : x->status;
    cell_unit u = unit_of(s, x, r, cell);
    if (x->named.count == 0 && is_growth(w, r, &u)) { /* the value of a growth is a change */
        bc_comparison *g = add_comparison(w, f, BC_COMPARISON_CHANGE, cell);
        if (g && !is_empty(u.range) && !bc_unit_write(w, u.range, &g->unit))
            return false;
        if (g && bc_work_find(w, r->name.first, r->name.last, BC_TAG_AVERAGE) == r->name.last)
            g->baseline = bc_period_shift(f->period, -12);
        return g != NULL;
    }
    f->value = cell->value;
    f->value_max = cell->value_max;
    f->total = cell->total;
    f->bound = cell->bound;
    f->span = bc_work_span(w, cell->span);
    return set_unit(w, &u, f);
}

/* What a change is counted from. */
static bc_period baseline_of(const bc_sheet *s, const bc_column *x, bc_period own)
{
    bc_period found = {0};
    if (x->average)
        return found;
    if (x->object.set) {
        bool year = x->object.from.year == x->object.to.year && x->object.from.month == 1 && x->object.to.month == 12;
        if (year && x->shift && own.set) /* "cùng kỳ năm 2022" */
            return bc_period_shift(own, 12 * (x->object.to.year - own.to.year));
        return x->object;
    }
    if (x->shift)
        return bc_period_shift(own, x->shift);
    for (uint32_t k = 0; k < s->column_count; k++) {
        const bc_column *o = &s->columns[k];
        if (k != x->parent && o->role == BC_COLUMN_LEVEL && !o->rank && o->has_period && o->period.set && own.set &&
            bc_date_compare(o->period.to, own.to) < 0 && (!found.set || bc_date_compare(o->period.to, found.to) > 0))
            found = o->period;
    }
    return found.set ? found : bc_period_shift(own, -12);
}

static bool add_to(bc_value *v, int64_t n)
{
    return !v->set || bc_decimal_add(v->number, bc_decimal_from(n), &v->number);
}

/* The fact that a comparison belongs to: its column's parent, or one without a level. */
static bc_fact *fact_for(const bc_sheet *s, const bc_column *x, const bc_row *r, const row_place *p, const made *facts)
{
    bc_work *w = s->w;
    const bc_column *parent = x->parent < s->column_count ? &s->columns[x->parent] : NULL;
    if (parent && facts[x->parent].set) {
        const made *m = &facts[x->parent];
        return m->target ? &w->result->targets[m->index] : &w->result->metrics[m->index];
    }
    bool target = is_target(s, parent ? parent : x);
    bc_fact *f = new_fact(w, target);
    if (!f || !name_fact(s, parent ? parent : x, r, p, f))
        return NULL;
    f->period = p->time ? p->period : parent ? parent->period : x->subject.set ? x->subject : x->period;
    f->status = target ? BC_STATUS_TARGET : parent ? parent->status : x->status;
    return f;
}

static bool emit_comparison(const bc_sheet *s, uint32_t c, const bc_row *r, const row_place *p, const made *facts)
{
    static const char POINTS[] = "điểm %";
    bc_work *w = s->w;
    const bc_column *x = &s->columns[c];
    const bc_cell *cell = &r->cells[c];
    bc_fact *f = fact_for(s, x, r, p, facts);
    bc_comparison *out = f ? add_comparison(w, f,
                                            x->role == BC_COLUMN_CHANGE ? BC_COMPARISON_CHANGE
                                            : x->role == BC_COLUMN_PLAN ? BC_COMPARISON_PLAN
                                                                        : BC_COMPARISON_SHARE,
                                            cell)
                           : NULL;
    if (!out)
        return false;
    double value = bc_decimal_double(cell->value.number);
    int64_t more = x->role == BC_COLUMN_CHANGE && x->ratio ? -100 : 0;
    if (x->role == BC_COLUMN_PLAN && x->is_signed && (cell->written_sign || value < 40))
        more = 100; /* "tăng, giảm so với KH" */
    if (more && !(add_to(&out->value, more) && add_to(&out->value_max, more)))
        return false;
    if (x->role != BC_COLUMN_CHANGE)
        return true;
    bc_range unit = !is_empty(x->unit) && x->average  ? x->unit
                    : s->growth && !is_empty(s->unit) ? s->unit
                                                      : (bc_range){0};
    if (!is_empty(unit) && !bc_unit_write(w, unit, &out->unit))
        return false;
    if (x->absolute && !cell->percent) {
        bc_fact of = {0};
        cell_unit u = unit_of(s, x->parent < s->column_count ? &s->columns[x->parent] : x, r, cell);
        if (!set_unit(w, &u, &of))
            return false;
        out->unit = u.parsed.kind == BC_UNIT_PERCENT ? (bc_str){POINTS, strlen(POINTS)} : of.unit;
    }
    out->baseline = baseline_of(s, x, f->period);
    if (x->average && x->subject.set && !bc_period_equal(x->subject, f->period)) {
        out->has_period = true;
        out->period = x->subject;
    }
    return true;
}

static bool emit_row(const bc_sheet *s, const bc_row *r, const row_place *p)
{
    made facts[BC_MAX_TABLE_COLUMNS] = {{0}};
    for (uint32_t c = 0; c < s->column_count; c++) {
        const bc_column *x = &s->columns[c];
        if ((x->role == BC_COLUMN_LEVEL || x->role == BC_COLUMN_TARGET) && r->cells[c].value.set &&
            !emit_level(s, c, r, p, &facts[c]))
            return false;
    }
    for (uint32_t c = 0; c < s->column_count; c++) {
        bc_column_role role = s->columns[c].role;
        if ((role == BC_COLUMN_PLAN || role == BC_COLUMN_CHANGE || role == BC_COLUMN_SHARE) && r->cells[c].value.set &&
            !emit_comparison(s, c, r, p, facts))
            return false;
    }
    return true;
}

bool bc_sheet_facts(bc_sheet *s)
{
    bc_work *w = s->w;
    row_place *places = bc_arena_array(w->arena, s->row_count + 1, sizeof *places);
    if (!places)
        return false;
    for (uint32_t k = 0; k < s->row_count; k++) {
        places[k] = (row_place){0};
        read_mark(w, &s->rows[k], &places[k], s->loose);
        take_bracket_unit(w, &s->rows[k]);
        read_kind(w, &s->rows[k], &places[k]);
    }
    rank_plain_rows(s, places);
    for (uint32_t k = 0; k < s->row_count; k++)
        place_row(s, places, k);
    for (uint32_t k = 0; k < s->row_count; k++) {
        const bc_row *r = &s->rows[k];
        bool nameless = places[k].time && is_empty(s->caption_name);
        for (uint32_t c = 0; c < s->column_count && nameless; c++)
            nameless = s->columns[c].named.count == 0;
        if (!is_empty(r->name) && !places[k].part_head && !nameless && !emit_row(s, r, &places[k]))
            return false;
    }
    return true;
}
