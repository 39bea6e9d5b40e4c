/* SPDX-License-Identifier: MIT */
/* mention.c - see mention.h. */
#include "mention.h"

#include <string.h>

#include "decimal.h"
#include "lookalike.h"
#include "number.h"
#include "period.h"
#include "unit.h"

typedef struct {
    bc_work *w;
    uint32_t first, end; /* the block's body */
    size_t capacity;
} scan;

static bool glued(const bc_work *w, uint32_t i)
{
    return i < w->token_count && !(w->tokens[i].flags & BC_TOKEN_SPACE);
}

static bool is_word(const bc_work *w, uint32_t i, uint32_t end)
{
    return i < end && w->tokens[i].kind == BC_TOKEN_WORD;
}

/* The unit right behind a figure, on its line. */
static bool unit_behind(const bc_work *w, uint32_t *at, uint32_t end, bc_unit *out)
{
    *out = (bc_unit){.kind = BC_UNIT_NONE, .row = -1};
    return *at < end && !(w->tokens[*at].flags & BC_TOKEN_NEWLINE) && bc_unit_parse(w, at, end, out);
}

/* Is there a unit of the catalogue or a listed noun behind the figure at i or behind its whole? */
static bool counts(const bc_work *w, uint32_t i, uint32_t end)
{
    uint32_t u = bc_lookalike_slash_end(w, i, end), at = u;
    bc_unit unit;
    return unit_behind(w, &u, end, &unit) && (unit.known || unit.scale) && !bc_work_is(w, at, end, BC_TAG_VERB);
}

/* "mức độ 3, 4", "Kế hoạch số 03; 04": the figure before in the same enumeration was a name. "theo ISO 50001; 86 doanh
 * nghiệp": this one has a unit. */
static bool continues_name(const bc_work *w, uint32_t i, uint32_t end, uint32_t name_end)
{
    if (name_end == 0 || (i != name_end + 1 && i != name_end))
        return false;
    if (i == name_end)
        return true; /* Tổng đài 1800 6132 */
    if (counts(w, i, end))
        return false;
    char m = bc_work_mark(w, name_end);
    return m == ',' || m == ';' || m == '-' || bc_work_is(w, name_end, i, BC_TAG_AND);
}

/* 2316/BC-SCT, 18-NQ/TW, 43 – NQ/DU, 30/2020/NĐ-CP: the tokens of a document's number, or 0. */
static uint32_t document_number(const bc_work *w, uint32_t i, uint32_t end)
{
    uint32_t k = i + 1;
    if (bc_work_mark(w, k) == '/' && k + 1 < end && w->tokens[k + 1].kind == BC_TOKEN_NUMBER &&
        w->tokens[k + 1].end - w->tokens[k + 1].start == 4 && bc_work_mark(w, k + 2) == '/')
        k += 2;
    char m = bc_work_mark(w, k);
    if ((m != '/' && m != '-') || !is_word(w, k + 1, end))
        return 0;
    const bc_token *t = &w->tokens[k + 1];
    bool capitals =
        (t->flags & BC_TOKEN_ALL_CAPITALS) || ((t->flags & BC_TOKEN_CAPITAL) && bc_work_mark(w, k + 2) == '-');
    if (!capitals)
        return 0;
    if (bc_work_is(w, k + 1, end, BC_TAG_PLAN) && k + 2 < end && w->tokens[k + 2].kind == BC_TOKEN_NUMBER)
        return 0; /* "618/KH 900 ha" */
    if (m == '-' && (w->tokens[k].flags & BC_TOKEN_SPACE) && bc_work_mark(w, k + 2) != '/')
        return 0; /* "5 - FDI" */
    k += 2;
    while (k + 1 < end && (bc_work_mark(w, k) == '-' || bc_work_mark(w, k) == '/') && is_word(w, k + 1, end) &&
           (w->tokens[k + 1].flags & (BC_TOKEN_CAPITAL | BC_TOKEN_HAS_DIGIT)))
        k += 2;
    return k;
}

/* "bệnh viện hạng 2": hạng behind a noun is a class; behind nothing, xếp, đạt, lên or giữ it is a place. */
static bool is_class(const bc_work *w, uint32_t first, uint32_t rank, uint32_t i)
{
    static const bc_tag PLACE[] = {BC_TAG_REACH, BC_TAG_TO_LEVEL, BC_TAG_RANK, BC_TAG_RISE, BC_TAG_FALL, BC_TAG_BOUND};
    if (i - rank != 1 || rank == first || !bc_work_is(w, rank, i, BC_TAG_NUMBERED))
        return false;
    bool joined = bc_work_mark(w, rank - 1) == ',' || bc_work_is(w, rank - 1, rank, BC_TAG_AND);
    if (joined && rank >= first + 3 && w->tokens[rank - 2].kind == BC_TOKEN_NUMBER)
        return is_class(w, first, rank - 3, rank - 2); /* "chợ hạng 1, hạng 2" */
    if (!is_word(w, rank - 1, i))
        return false;
    for (size_t k = 0; k < sizeof PLACE / sizeof *PLACE; k++)
        if (bc_work_before(w, first, rank, PLACE[k]) != rank)
            return false;
    return true;
}

/* "ĐT: 3822.411 - 3822.412"; not "Đường dây nóng 0965.371.414 nhận 19 ý kiến", "GD&ĐT: 81/88 trường" */
static bool is_contact(const scan *s, uint32_t i)
{
    enum { WORDS_BETWEEN = 2, REACH = 12 };
    const bc_work *w = s->w;
    for (uint32_t k = i; k > s->first && k + REACH > i; k--)
        if (bc_work_is(w, k - 1, i, BC_TAG_CHROME))
            return true; /* "Ảnh: Lãnh đạo Sở kiểm tra 3 công trình" */
    if (counts(w, i, s->end))
        return false;
    for (uint32_t k = i, words = 0; k > s->first && k + REACH > i; k--) {
        if (bc_work_is(w, k - 1, i, BC_TAG_CONTACT))
            return true;
        words += w->tokens[k - 1].kind == BC_TOKEN_WORD;
        if (words > WORDS_BETWEEN || (words && w->tokens[k - 1].kind == BC_TOKEN_NUMBER))
            return false;
    }
    return false;
}

/* The end of a figure that is a name or a place in a list and no amount, or i where it may be one. */
static uint32_t lookalike(const scan *s, uint32_t i, uint32_t name_end)
{
    const bc_work *w = s->w;
    uint32_t end = s->end;
    const bc_token *t = &w->tokens[i];
    uint32_t doc = document_number(w, i, end);
    if (doc)
        return doc;
    uint32_t shaped = bc_lookalike(w, s->first, i, end);
    if (continues_name(w, i, end, name_end))
        return shaped > i ? shaped : bc_lookalike_slash_end(w, i, end);
    if (shaped > i)
        return shaped;
    if (bc_work_mark(w, i + 1) == ':' && glued(w, i + 1) && i + 2 < end && w->tokens[i + 2].kind == BC_TOKEN_NUMBER &&
        glued(w, i + 2))
        return i + 3; /* 08:15, 9001:2015 */
    if (is_word(w, i + 1, end) && glued(w, i + 1) && !bc_work_is(w, i + 1, end, BC_TAG_UNIT) &&
        !bc_work_is(w, i + 1, end, BC_TAG_SCALE) && !bc_work_is(w, i + 1, end, BC_TAG_COUNTER))
        return i + 2; /* 1A, 14h */
    if (i > s->first) {
        uint32_t before = i;
        char m = bc_work_mark(w, before - 1);
        if (m == '(' && bc_work_mark(w, i + 1) == ')' && t->end - t->start <= 2 && i >= s->first + 1 &&
            !(i >= 2 + s->first && w->tokens[i - 2].kind == BC_TOKEN_NUMBER))
            return i + 1; /* (1) */
        if ((m == '-' || m == '.') && before - 1 > s->first && glued(w, before) && is_word(w, before - 2, end) &&
            (m == '.' || glued(w, before - 1)))
            before--; /* Covid-19, QL.2 */
        if (m == '-' && before == i && before - 1 > s->first && is_word(w, before - 2, end) &&
            bc_work_is(w, before - 2, before, BC_TAG_NUMBERED) && !bc_work_is(w, i + 1, end, BC_TAG_UNIT))
            before--;
        static const bc_tag NAMES[] = {BC_TAG_DOCUMENT, BC_TAG_NUMBERED, BC_TAG_ORDINAL};
        for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++) {
            uint32_t name = bc_work_before(w, s->first, before, NAMES[k]);
            if (name == before || bc_time_at(w, name))
                continue; /* "nhiều hơn cùng kỳ 17 hộ" */
            uint32_t rank = bc_work_before(w, s->first, i, BC_TAG_RANK);
            if (rank != i && !is_class(w, s->first, rank, i))
                continue; /* xếp thứ 5 */
            /* "loại 2" names; "kiểm tra 12 cơ sở", "khu 5 ha" with a unit behind do not */
            uint32_t u = bc_lookalike_slash_end(w, i, end);
            bc_unit unit;
            if (u > i + 1 &&
                memchr(w->text.ptr + w->tokens[u - 1].start, ',', w->tokens[u - 1].end - w->tokens[u - 1].start))
                u = i + 1; /* "trạm 35/0,4 kV": no part of a whole */
            bool amount = unit_behind(w, &u, end, &unit) && (unit.known || unit.scale);
            if (amount && u < end && w->tokens[u].kind == BC_TOKEN_NUMBER && bc_work_is(w, i + 1, u, BC_TAG_NUMBERED))
                amount = false; /* tại điểm 2.1 khoản 2 */
            bool opens = name == s->first || w->tokens[name - 1].kind == BC_TOKEN_MARK;
            bool capital = (w->tokens[name].flags & BC_TOKEN_CAPITAL) &&
                           (!opens || !bc_work_is(w, name, before, BC_TAG_VERB)); /* "Tài nguyên: Cấp 22 giấy phép" */
            bool ordinal = NAMES[k] == BC_TAG_ORDINAL && t->end - t->start <= 2; /* "cả giai đoạn 1.645 tỷ đồng" */
            bool strict = capital || ordinal || before != i;
            if (amount && !strict)
                continue;
            if (amount && before == i && unit.kind != BC_UNIT_COUNT && !ordinal)
                continue;
            if (bc_work_mark(w, i + 1) == '%')
                continue;
            return i + 1;
        }
    }
    /* "Dự án 5: xóa mù chữ", "Dự án 8, Dự án 9" */
    uint32_t titled = bc_work_before(w, s->first, i, BC_TAG_TITLED);
    char behind = bc_work_mark(w, i + 1);
    if (titled != i && (w->tokens[titled].flags & BC_TOKEN_CAPITAL) && t->end - t->start <= 2 &&
        (behind == ':' || behind == ',' || behind == ')' || behind == '('))
        return i + 1;
    return is_contact(s, i) ? i + 1 : i;
}

/* Hedge before the figure: "khoảng", "tối thiểu", "hơn"; moves *first onto it. */
static bc_bound bound_before(const bc_work *w, uint32_t floor, uint32_t *first)
{
    bc_bound bound = BC_BOUND_EXACT;
    uint32_t at = bc_work_before(w, floor, *first, BC_TAG_BOUND);
    /* "thấp hơn 3%", "cao hơn 5%": the word belongs to the comparison */
    uint32_t rise = bc_work_before(w, floor, *first, BC_TAG_RISE), fall = bc_work_before(w, floor, *first, BC_TAG_FALL);
    if (rise < at || fall < at)
        return bound;
    if (at != *first) {
        const bc_match *m = bc_work_match(w, at, *first, BC_TAG_BOUND);
        bound = m ? (bc_bound)m->value : BC_BOUND_EXACT;
        *first = at;
        /* "tối thiểu từ", "từ trên" */
        uint32_t outer = bc_work_before(w, floor, at, BC_TAG_BOUND);
        if (outer != at && bound != BC_BOUND_AT_LEAST && bound != BC_BOUND_AT_MOST) {
            m = bc_work_match(w, outer, at, BC_TAG_BOUND);
            if (m && (m->value == BC_BOUND_AT_LEAST || m->value == BC_BOUND_AT_MOST))
                bound = (bc_bound)m->value;
        }
    }
    return bound;
}

static bool next_figure(const bc_work *w, uint32_t *i, uint32_t end, bc_number *n)
{
    return *i < end && w->tokens[*i].kind == BC_TOKEN_NUMBER &&
           (bc_number_torn(w, i, end, n) || bc_number_digits(w, i, end, n));
}

enum { THOUSAND = 3 }; /* its power of ten */

/* "3 tỷ 412 triệu đồng": a second, smaller part in the same currency; true and the sum where one follows. */
static bool smaller_part(const bc_work *w, uint32_t *i, uint32_t end, const bc_unit *unit, bc_decimal *value,
                         bc_unit *whole)
{
    uint32_t k = *i;
    bc_number part;
    bc_unit small;
    bc_decimal shifted;
    if (unit->scale == 0 || unit->kind != BC_UNIT_NONE || !next_figure(w, &k, end, &part) || part.ambiguous ||
        part.value.scale || !unit_behind(w, &k, end, &small) ||
        (small.kind != BC_UNIT_MONEY && (small.kind != BC_UNIT_NONE || small.scale == 0)))
        return false;
    if (unit->scale <= THOUSAND && small.scale > THOUSAND) { /* "1 nghìn 743 tỷ đồng" */
        if (!bc_decimal_shift(*value, unit->scale, &shifted) || !bc_decimal_add(shifted, part.value, value))
            return false;
        *whole = small;
        *i = k;
        return true;
    }
    int8_t scale = small.scale; /* "940 tr.đ": the scale is in the unit's own row */
    for (int64_t f = small.kind == BC_UNIT_MONEY ? bc_lexicon_unit(w->lexicon, small.row)->factor.digits : 1; f >= 10;
         f /= 10)
        scale++;
    if (scale >= unit->scale || !bc_decimal_shift(part.value, scale - unit->scale, &shifted) ||
        !bc_decimal_add(*value, shifted, value))
        return false;
    small.scale = unit->scale;
    *whole = small;
    *i = k;
    return true;
}

/* Where the words behind the last figure of the range begin. */
static uint32_t last_unit(const bc_work *w, uint32_t first, uint32_t last)
{
    while (last > first && w->tokens[last - 1].kind != BC_TOKEN_NUMBER)
        last--;
    return last;
}

static bool is_year(const bc_work *w, uint32_t i, const bc_number *n)
{
    return !n->grouped && !n->decimal && n->value.scale == 0 && n->value.digits >= 1900 && n->value.digits < 2100 &&
           w->tokens[i].end - w->tokens[i].start == 4;
}

/* "bảy ngàn đồng", "hai mươi phần trăm": one small word before a unit that is no noun is as likely another word. */
static bool measured_in_words(const bc_number *n, const bc_unit *unit)
{
    bool measured = unit->kind == BC_UNIT_MONEY || unit->kind == BC_UNIT_PERCENT || unit->kind == BC_UNIT_POINT ||
                    unit->kind == BC_UNIT_MEASURE;
    return measured && (n->compound || unit->scale);
}

/* "$10", "EUR 20": a foreign currency before the figure that is not the unit of another. Its first token, or i. */
static uint32_t currency_before(const bc_work *w, uint32_t first, uint32_t i)
{
    uint32_t at = bc_work_before(w, first, i, BC_TAG_UNIT);
    const bc_match *m = at < i ? bc_work_match(w, at, i, BC_TAG_UNIT) : NULL;
    const bc_unit_row *row = m ? bc_lexicon_unit(w->lexicon, m->value) : NULL;
    if (!row || row->kind != BC_UNIT_MONEY || strcmp(row->base, "VND") == 0)
        return i;
    if (at > first && (w->tokens[at - 1].kind == BC_TOKEN_NUMBER || bc_work_before(w, first, at, BC_TAG_SCALE) != at))
        return i;
    return at;
}

/* The sign of the figure at i: 0, or where it is written (*at: its token). "(+25,4%)", "-33,2", "âm 3 tỷ", "là - 3". */
static int8_t sign_before(const bc_work *w, uint32_t first, uint32_t i, uint32_t *at)
{
    if (i == first)
        return 0;
    *at = i - 1;
    if (bc_work_is(w, i - 1, i, BC_TAG_MINUS) && !(w->tokens[i - 1].flags & BC_TOKEN_CAPITAL))
        return -1;
    char sign = bc_work_mark(w, i - 1);
    if (sign == '-' && !glued(w, i) && i >= first + 2 && !glued(w, i - 1) &&
        !(w->tokens[i - 1].flags & BC_TOKEN_NEWLINE) && bc_work_is(w, i - 2, i - 1, BC_TAG_REACH))
        return -1;
    if ((sign != '+' && sign != '-') || !glued(w, i) ||
        !(i - 1 == first || !glued(w, i - 1) || bc_work_mark(w, i - 2) == '(' || bc_work_mark(w, i - 2) == '/'))
        return 0;
    if (i >= first + 2 && w->tokens[i - 2].kind == BC_TOKEN_NUMBER && glued(w, i - 1))
        return 0;
    return sign == '+' ? 1 : -1;
}

/* Reads the mention whose digits start at i; *next is where the scan goes on. */
static bool read_mention(scan *s, uint32_t i, uint32_t *next, bc_mention *m)
{
    const bc_work *w = s->w;
    uint32_t end = s->end, k = i;
    bc_number n, more;
    bc_unit unit = {.kind = BC_UNIT_NONE, .row = -1};
    bool words = w->tokens[i].kind == BC_TOKEN_WORD;

    *next = i + 1;
    if (words ? !bc_number_words(w, &k, end, &n) : !next_figure(w, &k, end, &n))
        return false;
    *m = (bc_mention){.number = {i, k}, .value = {n.value, true}, .unit_row = -1, .in_words = words};
    m->ambiguous = n.ambiguous;
    m->other = n.ambiguous ? n.other : n.value;
    uint32_t first = i;

    if (words) {
        /* năm is five only where nothing else can stand */
        if (k == i + 1 && bc_work_is(w, i, end, BC_TAG_YEAR) && i > s->first && !bc_work_mark(w, i - 1) &&
            !bc_work_is(w, i - 1, i, BC_TAG_AND) && bc_work_before(w, s->first, i, BC_TAG_HAVE) == i &&
            bc_work_before(w, s->first, i, BC_TAG_VERB) == i)
            return false;
        uint32_t u = k;
        if (bc_work_is(w, i, end, BC_TAG_VAGUE) ||
            (bc_decimal_compare(n.value, bc_decimal_from(1)) == 0 && !(w->tokens[i].flags & BC_TOKEN_CAPITAL) &&
             bc_work_before(w, s->first, i, BC_TAG_INDEFINITE) != i) ||
            (bc_decimal_compare(n.value, bc_decimal_from(1)) == 0 &&
             bc_work_before(w, s->first, i, BC_TAG_AVERAGE) != i) ||
            !unit_behind(w, &u, end, &unit) || !unit.known ||
            !(unit.kind == BC_UNIT_COUNT || measured_in_words(&n, &unit)) ||
            bc_work_before(w, s->first, i, BC_TAG_ORDINAL) != i ||
            (w->tokens[i].flags & BC_TOKEN_CAPITAL && is_word(w, k, end) && w->tokens[k].flags & BC_TOKEN_CAPITAL))
            return false;
        m->unit = (bc_range){k, u};
        k = u;
    } else {
        /* part of a whole, then a range */
        uint32_t t = k + 1;
        if (bc_work_mark(w, k) == '/' && next_figure(w, &t, end, &more) && (glued(w, k) || glued(w, k + 1))) {
            m->total = (bc_value){more.value, true};
            m->ambiguous |= more.ambiguous;
            m->other_total = (bc_value){more.other, more.ambiguous};
            m->number.last = t;
            k = t;
        }
        uint32_t u = k;
        if (unit_behind(w, &u, end, &unit)) {
            m->unit = (bc_range){k, u};
            if (smaller_part(w, &u, end, &unit, &m->value.number, &unit)) {
                bool whole = unit.scale > THOUSAND && bc_work_is(w, k, u, BC_TAG_SCALE) &&
                             bc_work_match(w, k, u, BC_TAG_SCALE)->value <= THOUSAND;
                m->joined = !whole; /* of "1 nghìn 743 tỷ đồng" the unit is what stands last */
                m->unit = (bc_range){whole ? last_unit(w, k, u) : k, u};
            }
            k = u;
        } else if (bc_work_is(w, k, end, BC_TAG_DURATION) || (n.decimal && bc_work_is(w, k, end, BC_TAG_DAY))) {
            uint32_t u = k + 1; /* "32 giờ", "lưu trú bình quân 1,58 ngày/khách": no calendar has parts of a day */
            u += bc_work_mark(w, u) == '/' && is_word(w, u + 1, end) ? 2u : 0u;
            m->unit = (bc_range){k, u};
            unit.kind = BC_UNIT_COUNT;
            unit.known = true;
            k = u;
        }
        uint32_t r = k;
        bool range = bc_work_mark(w, r) == '-' || bc_work_is(w, r, end, BC_TAG_RANGE) ||
                     (bc_work_is(w, r, end, BC_TAG_AND) && bc_work_before(w, s->first, i, BC_TAG_BETWEEN) != i);
        if (range && !m->total.set) {
            uint32_t second = r + 1;
            if (next_figure(w, &second, end, &more) && bc_decimal_compare(more.value, n.value) > 0 &&
                !bc_time_at(w, r + 1)) {
                bc_unit same = {.kind = BC_UNIT_NONE, .row = -1};
                uint32_t v = second;
                bool has_unit = unit_behind(w, &v, end, &same);
                bool dash_of_list = bc_work_mark(w, r) == '-' && (w->tokens[r].flags & BC_TOKEN_NEWLINE);
                bool agrees = unit.kind == BC_UNIT_NONE || !has_unit || same.kind == unit.kind;
                if (!dash_of_list && agrees && (has_unit || unit.kind != BC_UNIT_NONE)) {
                    m->value_max = (bc_value){more.value, true};
                    m->ambiguous |= more.ambiguous;
                    m->other_max = (bc_value){more.other, more.ambiguous};
                    m->number.last = second;
                    if (has_unit) {
                        m->unit = (bc_range){second, v};
                        unit = same;
                        k = v;
                    } else {
                        k = second;
                    }
                }
            }
        }
        if (is_year(w, i, &n) && unit.kind == BC_UNIT_NONE)
            return false;
        uint32_t at = i;
        m->sign = sign_before(w, s->first, i, &at);
        if (m->sign)
            first = at;
        if (unit.kind == BC_UNIT_NONE && !unit.scale && !m->total.set) {
            uint32_t currency = currency_before(w, s->first, first);
            if (currency < first) {
                m->unit = (bc_range){currency, first};
                unit.row = bc_work_match(w, currency, first, BC_TAG_UNIT)->value;
                unit.kind = BC_UNIT_MONEY;
                unit.known = true;
                first = currency;
            }
        }
    }
    if (unit.half && !m->joined && !bc_decimal_add(m->value.number, (bc_decimal){5, 1}, &m->value.number))
        return false;
    if (m->unit.first < m->unit.last && bc_work_is(w, m->unit.first, m->unit.last, BC_TAG_THRESHOLD) &&
        unit.scale == 0 && !n.decimal && !(i > s->first && bc_work_is(w, i - 1, i, BC_TAG_REACH)))
        return false; /* trẻ em dưới 5 tuổi */
    if (n.value.digits == 0 && !unit.known)
        return false;
    m->unit_kind = unit.kind;
    m->unit_row = unit.rate ? -1 : unit.row;
    m->scale = unit.scale;
    if (i > s->first && !m->sign)
        m->bound = bound_before(w, s->first, &first);
    uint32_t rank = bc_work_before(w, s->first, i, BC_TAG_RANK);
    if (rank != i && m->unit_kind != BC_UNIT_PERCENT && m->unit_kind != BC_UNIT_MEASURE &&
        m->unit_kind != BC_UNIT_MONEY && m->unit_kind != BC_UNIT_SCORE) {
        m->rank = true;
        m->unit = (bc_range){0};
        m->unit_kind = BC_UNIT_NONE;
        k = m->number.last;
        first = m->number.first;
        if (first > s->first && bc_work_before(w, s->first, first, BC_TAG_ORDINAL) != first)
            first--;
    }
    const bc_match *after = bc_work_match(w, k, end, BC_TAG_BOUND_AFTER);
    if (after) {
        m->bound = (bc_bound)after->value;
        k += after->length;
        if (first > s->first && bc_work_is(w, first - 1, first, BC_TAG_SINCE))
            first--;
    } else if (m->value_max.set && first > s->first && bc_work_is(w, first - 1, first, BC_TAG_SINCE)) {
        first--;
    }
    m->tokens = (bc_range){first, k};
    *next = k;
    return true;
}

/* "gấp đôi", "gấp rưỡi": a factor in one word behind gấp */
static bool read_multiple(const scan *s, uint32_t i, bc_mention *m)
{
    const bc_work *w = s->w;
    if (i == s->first || bc_work_before(w, s->first, i, BC_TAG_TIMES) == i)
        return false;
    const bc_match *n = bc_work_match(w, i, s->end, BC_TAG_DOUBLE);
    const bc_match *half = bc_work_match(w, i, s->end, BC_TAG_HALF);
    if (!n && !half)
        return false;
    uint32_t last = i + (n ? n->length : half->length);
    if (last < s->end && bc_work_is(w, last, s->end, BC_TAG_UNIT))
        last++; /* gấp ba lần */
    *m = (bc_mention){.number = {i, i + 1},
                      .tokens = {i, last},
                      .value = {n ? bc_decimal_from(n->value) : (bc_decimal){15, 1}, true},
                      .unit_kind = BC_UNIT_TIMES,
                      .unit_row = -1,
                      .in_words = true};
    return true;
}

/* "đứng thứ ba", "xếp thứ nhất": a place in words */
static bool read_place(const scan *s, uint32_t i, bc_mention *m)
{
    const bc_work *w = s->w;
    bc_number n = {.value = {0, 0}};
    uint32_t last = i;
    if (i <= s->first || bc_work_before(w, s->first, i, BC_TAG_RANK) == i || !bc_work_is(w, i - 1, i, BC_TAG_ORDINAL))
        return false;
    const bc_match *one = bc_work_match(w, i, s->end, BC_TAG_PLACE_WORD);
    const bc_match *tail = bc_work_match(w, i, s->end, BC_TAG_TAIL_DIGIT);
    if (one || (tail && tail->value)) { /* nhất, tư */
        n.value = bc_decimal_from(one ? one->value : tail->value);
        last += one ? one->length : tail->length;
    } else if (w->tokens[i].kind != BC_TOKEN_WORD || !bc_number_words(w, &last, s->end, &n) || n.value.digits < 1) {
        return false;
    }
    *m = (bc_mention){.number = {i, last},
                      .tokens = {i - 1, last},
                      .value = {n.value, true},
                      .unit_row = -1,
                      .rank = true,
                      .in_words = true};
    return true;
}

static bool scan_sentence(scan *s, uint32_t sentence)
{
    bc_work *w = s->w;
    const bc_sentence *x = &w->sentences[sentence];
    uint32_t name_end = 0;
    s->first = x->tokens.first;
    s->end = x->tokens.last;
    for (uint32_t i = s->first; i < s->end;) {
        const bc_time *time = bc_time_at(w, i);
        if (time && time->tokens.first == i) {
            i = time->tokens.last;
            continue;
        }
        bool digits = w->tokens[i].kind == BC_TOKEN_NUMBER;
        bc_mention twice;
        if (read_multiple(s, i, &twice) || read_place(s, i, &twice)) {
            twice.block = x->block;
            twice.sentence = sentence;
            if (!bc_arena_grow(w->arena, (void **)&w->mentions, w->mention_count, &s->capacity, sizeof twice))
                return false;
            w->mentions[w->mention_count++] = twice;
            i = twice.tokens.last;
            continue;
        }
        if (!digits && !bc_work_is(w, i, s->end, BC_TAG_DIGIT)) {
            const bc_match *q = bc_work_match(w, i, s->end, BC_TAG_QUALIFIER);
            i += q ? q->length : 1;
            continue;
        }
        if (digits && i >= s->first + 2 && bc_work_mark(w, i - 1) == '/' && glued(w, i) &&
            w->tokens[i - 2].kind == BC_TOKEN_WORD && !bc_work_is(w, i - 2, i, BC_TAG_UNIT)) {
            i++; /* giường bệnh/10.000 dân */
            continue;
        }
        uint32_t past = digits ? lookalike(s, i, name_end) : i;
        if (past > i) {
            name_end = past;
            i = past;
            continue;
        }
        bc_mention m;
        uint32_t next;
        if (read_mention(s, i, &next, &m)) {
            m.block = x->block;
            m.sentence = sentence;
            if (!bc_arena_grow(w->arena, (void **)&w->mentions, w->mention_count, &s->capacity, sizeof m))
                return false;
            w->mentions[w->mention_count++] = m;
        }
        i = next;
    }
    return true;
}

bool bc_stage_mentions(bc_work *w)
{
    scan s = {.w = w};
    for (uint32_t i = 0; i < w->sentence_count; i++)
        if (!scan_sentence(&s, i))
            return false;
    return true;
}
