/* SPDX-License-Identifier: MIT */
/* block.c - see block.h. */
#include "block.h"

#include "grid.h"
#include "limits.h"
#include "table.h"

enum { MAX_LEAD_WORDS = 12, LOOSE_HEADING_WORDS = 16, CROSSHEAD_WORDS = 14, PARAGRAPH_WORDS = 18 };

static bool newline_before(const bc_work *w, uint32_t i)
{
    return i == 0 || (w->tokens[i].flags & BC_TOKEN_NEWLINE);
}

static bool glued(const bc_work *w, uint32_t i)
{
    return i < w->token_count && !(w->tokens[i].flags & BC_TOKEN_SPACE);
}

static uint32_t length_of(const bc_work *w, uint32_t i)
{
    return w->tokens[i].end - w->tokens[i].start;
}

static bool is_number(const bc_work *w, uint32_t i, uint32_t end, uint32_t digits)
{
    return i < end && w->tokens[i].kind == BC_TOKEN_NUMBER && length_of(w, i) <= digits;
}

/* "IV - Tồn tại", "1 - Số vụ": a dash with a blank before it closes a mark where a capital follows. */
static bool spaced_dash(const bc_work *w, uint32_t i, uint32_t end)
{
    return i + 1 < end && bc_work_mark(w, i) == '-' && !glued(w, i) && !glued(w, i + 1) &&
           w->tokens[i + 1].kind == BC_TOKEN_WORD && (w->tokens[i + 1].flags & BC_TOKEN_CAPITAL);
}

/* The mark that opens a line: sets rank, returns the first token after it (`i`: no mark). */
static uint32_t read_mark(const bc_work *w, uint32_t i, uint32_t end, bc_rank *rank)
{
    const bc_token *t = &w->tokens[i];
    char m = bc_work_mark(w, i), next = i + 1 < end ? bc_work_mark(w, i + 1) : 0;
    bool closes = next == '.' || next == '/' || next == '-' || next == ')' || next == ':';
    *rank = BC_RANK_PLAIN;
    if (i + 1 >= end)
        return i;
    if (m == '-' && !(glued(w, i + 1) && w->tokens[i + 1].kind == BC_TOKEN_NUMBER && i + 2 >= end)) {
        *rank = BC_RANK_DASH;
        return i + 1;
    }
    if (m == '+') {
        *rank = BC_RANK_PLUS;
        return i + 1;
    }
    if (m == '*' && w->tokens[i + 1].kind != BC_TOKEN_MARK) {
        *rank = BC_RANK_STAR;
        return i + 1;
    }
    if (m == '(' && i + 3 < end && bc_work_mark(w, i + 2) == ')' &&
        (is_number(w, i + 1, end, 2) || length_of(w, i + 1) == 1 || bc_work_is(w, i + 1, i + 2, BC_TAG_ROMAN))) {
        *rank = BC_RANK_PARENTHESES;
        return i + 3;
    }
    if (t->kind == BC_TOKEN_NUMBER) {
        uint32_t dots = 0;
        for (uint32_t k = t->start; k < t->end; k++)
            dots += w->text.ptr[k] == '.';
        bool outline = length_of(w, i) <= 2 + 2 * dots + (dots ? 1 : 0) && length_of(w, i) <= 9;
        for (uint32_t k = t->start; k < t->end; k++)
            if (w->text.ptr[k] == ',')
                outline = false;
        if (!outline)
            return i;
        if (dots == 0) {
            if (spaced_dash(w, i + 1, end)) {
                *rank = BC_RANK_ARABIC;
                return i + 2;
            }
            if (!(closes && glued(w, i + 1)) || next == ':')
                return i;
            if (next != '.' && next != ')' && i + 2 < end && w->tokens[i + 2].kind == BC_TOKEN_NUMBER)
                return i; /* 14/15 chỉ tiêu, 8 - 10 */
            if (next == '.' && i + 2 < end && glued(w, i + 2) && w->tokens[i + 2].kind == BC_TOKEN_NUMBER)
                return i;
            *rank = BC_RANK_ARABIC;
            return i + 2;
        }
        bool dot = (next == '.' || next == '-' || next == ')' || next == '/') && glued(w, i + 1) &&
                   (next == '.' || (i + 2 < end && w->tokens[i + 2].kind == BC_TOKEN_WORD &&
                                    (w->tokens[i + 2].flags & BC_TOKEN_CAPITAL)));
        if (!dot &&
            !(i + 1 < end && w->tokens[i + 1].kind == BC_TOKEN_WORD && (w->tokens[i + 1].flags & BC_TOKEN_CAPITAL)))
            return i;
        *rank = dots == 1 ? BC_RANK_ARABIC_2 : BC_RANK_ARABIC_3;
        return i + (dot ? 2 : 1);
    }
    if (t->kind != BC_TOKEN_WORD)
        return i;
    const bc_match *roman = bc_work_match(w, i, end, BC_TAG_ROMAN);
    if (roman && roman->length == 1 && (t->flags & BC_TOKEN_CAPITAL) &&
        ((closes && glued(w, i + 1) && next != ':') || spaced_dash(w, i + 1, end))) {
        *rank = BC_RANK_ROMAN;
        return i + 2;
    }
    if (length_of(w, i) == 1 && (t->flags & BC_TOKEN_CAPITAL) && spaced_dash(w, i + 1, end)) {
        *rank = BC_RANK_LETTER;
        return i + 2;
    }
    bool small_roman = roman && roman->length == 1 && next == ')'; /* iii) */
    if ((length_of(w, i) <= 2 || small_roman) && !(t->flags & BC_TOKEN_HAS_DIGIT) && closes && glued(w, i + 1) &&
        next != ':' && i + 2 < end) {
        bool capital = t->flags & BC_TOKEN_CAPITAL;
        if (capital && (next == '.' || next == '-' || next == '/')) {
            if (next == '.' && glued(w, i + 2))
                return i; /* B.T, Q.1 */
            *rank = BC_RANK_LETTER;
            return i + 2;
        }
        if (!capital && (next == ')' || next == '.')) {
            *rank = BC_RANK_SMALL;
            return i + 2;
        }
    }
    return i;
}

static bool all_capitals(const bc_work *w, uint32_t from, uint32_t to)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = from; i < to; i++) {
        if (w->tokens[i].kind != BC_TOKEN_WORD)
            continue;
        words++;
        capitals += (w->tokens[i].flags & BC_TOKEN_ALL_CAPITALS) ||
                    (length_of(w, i) <= 2 && (w->tokens[i].flags & BC_TOKEN_CAPITAL));
    }
    return words >= 1 && capitals * 10 >= words * 9;
}

static bool final_stop(const bc_work *w, uint32_t last)
{
    char m = bc_work_mark(w, last);
    return m == '.' || m == ';' || m == ':' || m == '!' || m == '?';
}

static bool is_part_line(const bc_work *w, uint32_t i, uint32_t end)
{
    static const char *const WORDS[] = {"phần", "chương", "Phần", "Chương", "PHẦN", "CHƯƠNG"};
    bc_str s = bc_work_text(w, (bc_range){i, i + 1});
    if (i + 1 >= end)
        return false;
    for (size_t k = 0; k < sizeof WORDS / sizeof *WORDS; k++) {
        size_t n = 0;
        while (WORDS[k][n] && n < s.len && WORDS[k][n] == s.ptr[n])
            n++;
        if (!WORDS[k][n] && n == s.len)
            return bc_work_is(w, i + 1, end, BC_TAG_ROMAN) || bc_work_is(w, i + 1, end, BC_TAG_ORDINAL) ||
                   is_number(w, i + 1, end, 2) ||
                   (length_of(w, i + 1) == 1 && (w->tokens[i + 1].flags & BC_TOKEN_CAPITAL) &&
                    (i + 2 >= end || w->tokens[i + 2].kind == BC_TOKEN_MARK));
    }
    return false;
}

/* Does the line at `i` go on with the sentence of the line that ends before it? */
static bool joins(const bc_work *w, uint32_t line, uint32_t i, uint32_t end)
{
    bc_rank rank;
    const bc_token *t = &w->tokens[i];
    if (bc_table_parts(w, line, i, end))
        return false;
    if (i - line <= 4 && is_part_line(w, line, i) && !final_stop(w, i - 1))
        return read_mark(w, i, end, &rank) == i; /* "Phần thứ nhất", its name on the next line */
    if (final_stop(w, i - 1) || read_mark(w, i, end, &rank) != i)
        return false;
    if (t->kind != BC_TOKEN_WORD || (t->flags & BC_TOKEN_CAPITAL))
        return false;
    /* a heading above, a short caption above: the small letter opens a title */
    if (i - line < 4 || all_capitals(w, line, i))
        return false;
    return true;
}

static bool contains(const bc_work *w, uint32_t from, uint32_t to, bc_tag tag)
{
    return bc_work_find(w, from, to, tag) != to;
}

static bool has_figure(const bc_work *w, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (w->tokens[i].kind == BC_TOKEN_NUMBER && bc_work_mark(w, i + 1) == '%')
            return true;
    return false;
}

static bool has_number(const bc_work *w, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (w->tokens[i].kind == BC_TOKEN_NUMBER)
            return true;
    return false;
}

static uint32_t word_count(const bc_work *w, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++)
        n += w->tokens[i].kind == BC_TOKEN_WORD;
    return n;
}

/* "Khách quan:", "2.1. Chính trị, tư tưởng:": up to the colon. */
static bc_range read_lead(const bc_work *w, const bc_block *b)
{
    const bc_match *m = NULL;
    for (uint32_t i = b->body; i < b->body + 2 && !m; i++)
        m = bc_work_match(w, i, b->tokens.last, BC_TAG_HEADING);
    bool plan = m && (m->value == BC_SECTION_TASKS || m->value == BC_SECTION_GOALS); /* "Nhiệm vụ tháng 10:" */
    for (uint32_t i = b->body, words = 0; i + 1 < b->tokens.last && words <= MAX_LEAD_WORDS; i++) {
        if (bc_work_mark(w, i) == ':')
            return (bc_range){b->body, i};
        if (bc_work_mark(w, i) == ';' || bc_work_mark(w, i) == '.' ||
            (w->tokens[i].kind == BC_TOKEN_NUMBER && !(plan && length_of(w, i) <= 4)))
            break;
        words += w->tokens[i].kind == BC_TOKEN_WORD;
    }
    return (bc_range){0};
}

/* Menu lines, breadcrumbs, counters, bylines: web furniture around an article. */
static bool is_chrome(const bc_work *w, const bc_block *b)
{
    uint32_t bars = 0, words = word_count(w, b->body, b->tokens.last);
    for (uint32_t i = b->tokens.first; i < b->tokens.last; i++) {
        char m = bc_work_mark(w, i);
        bars += m == '|' || m == '>' || (m == '*' && i > b->tokens.first);
    }
    if (bars >= 2 && words <= 40 && !has_figure(w, b->body, b->tokens.last))
        return true;
    if (words <= 14 &&
        (contains(w, b->tokens.first, b->tokens.last, BC_TAG_CHROME) ||
         contains(w, b->tokens.first, b->tokens.last, BC_TAG_CONTACT)) &&
        !final_stop(w, b->tokens.last - 1) && b->rank == BC_RANK_PLAIN)
        return true;
    return words == 0;
}

static bool capital_word(const bc_work *w, uint32_t i, uint32_t end)
{
    return i < end && w->tokens[i].kind == BC_TOKEN_WORD && (w->tokens[i].flags & BC_TOKEN_CAPITAL);
}

/* "Tồn tại, hạn chế: ...", "Nhiệm vụ tháng 10: ..." at i: a heading that a flattened text runs in. */
static bool runs_in_heading(const bc_work *w, uint32_t i, uint32_t end, bc_rank rank)
{
    if (!capital_word(w, i, end))
        return false;
    const bc_match *named = NULL;
    for (uint32_t k = i; k < i + 3 && !named; k++)
        named = bc_work_match(w, k, end, BC_TAG_HEADING);
    if (!named || named->loose || named->value == BC_SECTION_CONTEXT || named->value == BC_SECTION_RESULTS ||
        named->value == BC_SECTION_FURNITURE || (named->value == BC_SECTION_CAUSES && rank > BC_RANK_PLAIN))
        return false;
    for (uint32_t k = i, words = 0; k + 1 < end && words <= MAX_LEAD_WORDS; k++) {
        char m = bc_work_mark(w, k);
        if (m == ':')
            return true;
        if (m == '.' || m == ';' || m == '%')
            return false;
        words += w->tokens[k].kind == BC_TOKEN_WORD;
    }
    return false;
}

/* Where a flattened line parts: a web copy or a scan has lost the line ends before its headings and items. The first
 * token of the next logical line in (from, end), `end`: none. */
static uint32_t next_line(const bc_work *w, uint32_t from, uint32_t end)
{
    bc_rank rank, own;
    uint32_t body = read_mark(w, from, end, &own);
    if (own != BC_RANK_PLAIN && own <= BC_RANK_ARABIC_3) { /* a heading in capitals, then its text or first item */
        uint32_t k = body, words = 0;
        while (k < end && (w->tokens[k].kind == BC_TOKEN_MARK ? bc_work_mark(w, k) == ',' || bc_work_mark(w, k) == '-'
                                                              : (w->tokens[k].flags & BC_TOKEN_ALL_CAPITALS) != 0)) {
            words += w->tokens[k].kind == BC_TOKEN_WORD;
            k++;
        }
        if (words >= 2 && k < end && contains(w, body, k, BC_TAG_HEADING) &&
            (capital_word(w, k, end) || (read_mark(w, k, end, &rank) != k && capital_word(w, k + 2, end))))
            return k;
    }
    for (uint32_t i = body + 1; i + 2 < end; i++) {
        char before = bc_work_mark(w, i - 1);
        if ((before != '.' && before != ';') || !(w->tokens[i].flags & BC_TOKEN_SPACE) || i < 2 ||
            length_of(w, i - 2) < 2)
            continue;
        uint32_t text = read_mark(w, i, end, &rank);
        if (text != i && (rank == BC_RANK_ROMAN || rank == BC_RANK_ARABIC || rank == BC_RANK_LETTER) &&
            bc_work_mark(w, i + 1) == '.' && capital_word(w, text, end))
            return i;
        if (text == i && before == '.' && runs_in_heading(w, i, end, own))
            return i;
    }
    return end;
}

static bool add_block(bc_work *w, uint32_t i, uint32_t end, size_t *capacity)
{
    if (!bc_arena_grow(w->arena, (void **)&w->blocks, w->block_count, capacity, sizeof *w->blocks))
        return false;
    bc_block *b = &w->blocks[w->block_count++];
    *b = (bc_block){.tokens = {i, end}, .parent = -1, .section = -1};
    b->body = read_mark(w, i, end, &b->rank);
    if (b->rank == BC_RANK_PLAIN && is_part_line(w, i, end))
        b->rank = BC_RANK_PART;
    if (b->rank == BC_RANK_PLAIN && i + 1 < end && bc_work_mark(w, i + 2) == '.' &&
        bc_work_is(w, i, end, BC_TAG_NUMBERED) && is_number(w, i + 1, end, 2)) {
        b->rank = BC_RANK_ARTICLE; /* Điều 1. */
        b->body = i + 3 < end ? i + 3 : end;
    }
    return true;
}

static bool add_blocks(bc_work *w, size_t *capacity)
{
    for (uint32_t i = 0; i < w->token_count;) {
        uint32_t end = i + 1;
        while (end < w->token_count) {
            if (!newline_before(w, end)) {
                end++;
                continue;
            }
            /* a page number alone on its line does not part a sentence */
            uint32_t next = end;
            if (is_number(w, end, w->token_count, 3) && end + 1 < w->token_count && newline_before(w, end + 1))
                next = end + 1;
            uint32_t stop = next + 1;
            while (stop < w->token_count && !newline_before(w, stop))
                stop++;
            if (next != end || !joins(w, i, next, stop))
                break;
            w->tokens[end].flags &= (uint8_t)~BC_TOKEN_NEWLINE; /* a soft line end: a blank for the stages to come */
            end = stop;
        }
        bool row = bc_grid_row(w, i, end);
        while (i < end) {
            uint32_t stop = row ? end : next_line(w, i, end);
            if (!add_block(w, i, stop, capacity))
                return false;
            i = stop;
        }
    }
    return true;
}

/* "Còn đó những gam màu tối", "Việc của năm 2023": a short line without a stop between paragraphs, as web pages set
 * their crossheads. No caption, no figure. */
static bool is_crosshead(const bc_work *w, uint32_t k)
{
    const bc_block *b = &w->blocks[k];
    if (k == 0 || k + 1 >= w->block_count || b->rank != BC_RANK_PLAIN)
        return false;
    const bc_block *before = b - 1, *next = b + 1;
    uint32_t last = b->tokens.last - 1, words = word_count(w, b->body, b->tokens.last);
    char stop = bc_work_mark(w, last);
    if (words < 2 || words > CROSSHEAD_WORDS ||
        (w->tokens[last].kind == BC_TOKEN_MARK && stop != '?' && stop != '!' && stop != '"') ||
        !(w->tokens[b->body].flags & BC_TOKEN_CAPITAL) || bc_work_is(w, b->body, b->tokens.last, BC_TAG_CAPTION) ||
        next->rank != BC_RANK_PLAIN || bc_work_mark(w, before->tokens.last - 1) != '.' ||
        word_count(w, before->body, before->tokens.last) < PARAGRAPH_WORDS ||
        word_count(w, next->body, next->tokens.last) < PARAGRAPH_WORDS)
        return false;
    for (uint32_t i = b->body; i < b->tokens.last; i++)
        if (w->tokens[i].kind == BC_TOKEN_NUMBER &&
            !(i > b->body && (bc_work_is(w, i - 1, i, BC_TAG_YEAR) || bc_work_is(w, i - 1, i, BC_TAG_MONTH))))
            return false;
    return true;
}

static void mark_headings(bc_work *w)
{
    for (uint32_t k = 0; k < w->block_count; k++) {
        bc_block *b = &w->blocks[k];
        if (b->table)
            continue;
        uint32_t last = b->tokens.last - 1, words = word_count(w, b->body, b->tokens.last);
        char stop = bc_work_mark(w, last);
        const bc_match *whole = bc_work_match(w, b->body, b->tokens.last, BC_TAG_HEADING);
        uint32_t named = bc_work_find(w, b->body, b->tokens.last, BC_TAG_HEADING);
        if (!whole && named < b->tokens.last)
            whole = bc_work_match(w, named, b->tokens.last, BC_TAG_HEADING);
        if (whole && !has_number(w, b->body, b->tokens.last) && stop == '.' && words <= whole->length + 2u) {
            b->heading = true; /* "- Một số bài học kinh nghiệm." */
            continue;
        }
        const bc_block *next = k + 1 < w->block_count ? b + 1 : NULL;
        b->opens_list = stop == ':';
        b->lead = read_lead(w, b);
        if (words == 0 || words > BC_MAX_HEADING_SYLLABLES || stop == '.' || stop == ';' ||
            has_figure(w, b->body, b->tokens.last))
            continue;
        bool deeper = next && next->rank > b->rank && next->rank != BC_RANK_PLAIN;
        bool phrase = contains(w, b->body, b->tokens.last, BC_TAG_HEADING);
        bool outline = b->rank <= BC_RANK_PARENTHESES;
        bool inner_stop = false;
        for (uint32_t i = b->body; i < last; i++)
            inner_stop |= bc_work_mark(w, i) == ';' || (bc_work_mark(w, i) == ':' && i + 1 < last);
        if (b->rank == BC_RANK_PART || (outline && all_capitals(w, b->body, b->tokens.last)))
            b->heading = true;
        else if (inner_stop)
            continue;
        else if (outline && (stop == ':' || deeper || (next && next->rank == BC_RANK_PLAIN) ||
                             (phrase && words <= LOOSE_HEADING_WORDS)))
            b->heading = true;
        else if (b->rank == BC_RANK_PLAIN && all_capitals(w, b->body, b->tokens.last) && phrase)
            b->heading = true;
        else if (b->rank > BC_RANK_PLAIN && whole && words <= whole->length + 2u && next &&
                 (next->rank > b->rank || (b->rank == BC_RANK_STAR && next->rank == BC_RANK_PLAIN)))
            b->heading = true; /* "* Nguyên nhân" over "- Do ..." */
        else if (b->rank >= BC_RANK_PLAIN && phrase && words <= LOOSE_HEADING_WORDS && stop == ':')
            b->heading = bc_work_is(w, b->body, b->tokens.last, BC_TAG_HEADING) ||
                         bc_work_find(w, b->body, b->tokens.last, BC_TAG_HEADING) <= b->body + 3;
        else if (b->rank == BC_RANK_PLAIN && phrase && words <= LOOSE_HEADING_WORDS &&
                 (k > 0 || (whole && words <= whole->length + 1u)) &&
                 bc_work_is(w, b->body, b->tokens.last, BC_TAG_HEADING))
            b->heading = true;
        else if (is_crosshead(w, k))
            b->heading = true;
    }
}

/* The national motto or the party's name, in capitals: "Đảng bộ Đảng Cộng sản Việt Nam tỉnh" in a masthead is neither.
 */
static bool has_motto(const bc_work *w, const bc_block *b)
{
    uint32_t at = bc_work_find(w, b->tokens.first, b->tokens.last, BC_TAG_LETTERHEAD);
    const bc_match *m = bc_work_match(w, at, b->tokens.last, BC_TAG_LETTERHEAD);
    return m && ((w->tokens[at].flags & BC_TOKEN_ALL_CAPITALS) || bc_work_mark(w, at + 2) == '-');
}

/* The letterhead at the top, the recipients and the signature at the end, other articles after that. */
static void mark_furniture(bc_work *w)
{
    uint32_t n = w->block_count;
    uint32_t head = n < 24 ? n : 24;
    uint32_t motto = n;
    for (uint32_t k = 0; k < head; k++)
        if (has_motto(w, &w->blocks[k]))
            motto = k;
    for (uint32_t k = 0; k < head && motto == n; k++) { /* no motto: up to the type's name alone on its line */
        const bc_block *b = &w->blocks[k];
        const bc_match *type = bc_work_match(w, b->tokens.first, b->tokens.last, BC_TAG_DOC_TYPE);
        if (k > 0 && type && type->length == word_count(w, b->tokens.first, b->tokens.last) &&
            all_capitals(w, b->tokens.first, b->tokens.last))
            motto = k - 1;
    }
    /* up to the type name or title: lines without a sentence */
    for (uint32_t k = 0; motto < n && k < head; k++) {
        bc_block *b = &w->blocks[k];
        if (b->table || b->rank < BC_RANK_PLAIN || (k > motto && (final_stop(w, b->tokens.last - 1) || b->heading)))
            break;
        b->furniture = true;
        b->heading = false;
    }
    bool tail = false;
    for (uint32_t k = 0; k < n; k++) {
        bc_block *b = &w->blocks[k];
        if (b->table) { /* annexes follow the signature */
            tail = false;
            continue;
        }
        uint32_t words = word_count(w, b->tokens.first, b->tokens.last);
        if (is_chrome(w, b) || (k < head && words <= 12 && bc_work_is(w, b->body, b->tokens.last, BC_TAG_RECIPIENTS)))
            b->furniture = true;
        if (k * 2 > n || k > 20) {
            if (words <= 8 && bc_work_is(w, b->body, b->tokens.last, BC_TAG_TAIL))
                tail = true;
            if (bc_work_is(w, b->body, b->tokens.last, BC_TAG_RECIPIENTS) && words <= 12)
                tail = true;
            if (b->rank == BC_RANK_PLAIN && words <= 12 && all_capitals(w, b->tokens.first, b->tokens.last) &&
                bc_work_is(w, b->tokens.first, b->tokens.last, BC_TAG_SIGNER))
                tail = true;
        }
        if (tail && b->rank <= BC_RANK_ARABIC && b->heading)
            tail = false; /* annexes */
        if (tail) {
            b->furniture = true;
            b->heading = false;
        }
    }
    /* a name or byline alone on the last lines of an article */
    for (uint32_t k = n; k-- > 0 && n - k <= 6;) {
        bc_block *b = &w->blocks[k];
        if (b->furniture)
            continue;
        if (!b->table && b->rank == BC_RANK_PLAIN && word_count(w, b->tokens.first, b->tokens.last) <= 10 &&
            bc_work_mark(w, b->tokens.last - 1) != '.' && !has_number(w, b->tokens.first, b->tokens.last) && k > 2)
            b->furniture = true;
        else
            break;
    }
}

/* "1.", "I.", "a)", "A.": the first of a list. */
static bool opens_numbering(const bc_work *w, const bc_block *b)
{
    bc_str mark = bc_work_text(w, (bc_range){b->tokens.first, b->tokens.first + 1});
    return mark.len == 1 && (*mark.ptr == '1' || *mark.ptr == 'I' || *mark.ptr == 'a' || *mark.ptr == 'A');
}

/* Does a numbered list that begins at b stand under the unmarked heading o? */
static bool holds_numbers(const bc_work *w, const bc_block *o, const bc_block *b, bool next)
{
    if (!o->heading || b->rank == BC_RANK_PART || !opens_numbering(w, b))
        return false;
    return next || (b->rank >= BC_RANK_ARABIC && all_capitals(w, o->body, o->tokens.last));
}

/* Would b find the parent that o before it found? What is asked of the blocks before o depends on no more than this. */
static bool shares_parent(const bc_work *w, const bc_block *o, const bc_block *b)
{
    if (o->rank != b->rank || (b->rank == BC_RANK_PLAIN && (o->heading != b->heading || opens_numbering(w, o))))
        return false;
    return opens_numbering(w, o) || !opens_numbering(w, b);
}

static void link_parents(bc_work *w)
{
    for (uint32_t k = 0; k < w->block_count; k++) {
        bc_block *b = &w->blocks[k];
        if (b->furniture)
            continue;
        const bc_block *q = k > 0 ? b - 1 : NULL; /* the item before, of the same list: long lists are one pass */
        if (q && !q->furniture && q->rank == b->rank && q->heading == b->heading &&
            (b->rank >= BC_RANK_PLAIN || !opens_numbering(w, b))) {
            b->parent = q->parent;
            continue;
        }
        for (uint32_t p = k; p-- > 0;) {
            const bc_block *o = &w->blocks[p];
            if (o->furniture)
                continue;
            bool outer = o->rank < b->rank && (b->rank != BC_RANK_PLAIN || o->heading);
            if (o->rank == b->rank && b->rank < BC_RANK_PLAIN && o->parent >= 0 &&
                w->blocks[o->parent].rank == BC_RANK_PLAIN) {
                b->parent = o->parent; /* goes on with a list under an unmarked heading */
                break;
            }
            if (o->rank == BC_RANK_PLAIN) /* a paragraph holds a list only where it announces one */
                outer = b->rank > BC_RANK_PLAIN ? o->opens_list || o->heading : holds_numbers(w, o, b, k == p + 1);
            if (o->rank == BC_RANK_PLAIN && o->heading && b->rank == BC_RANK_PLAIN && !b->heading)
                outer = true;
            if (o->rank > BC_RANK_PLAIN && b->rank > o->rank && !o->opens_list && o->rank != BC_RANK_STAR &&
                b->rank != BC_RANK_PLUS)
                outer = false;
            if (b->rank == BC_RANK_STAR && o->rank == BC_RANK_DASH && o->opens_list)
                outer = true;
            if (b->heading && b->rank == BC_RANK_PLAIN)
                outer = o->rank == BC_RANK_PART || (o->rank < BC_RANK_PLAIN && o->heading && o->rank <= BC_RANK_ROMAN);
            if (outer || shares_parent(w, o, b)) {
                b->parent = outer ? (int32_t)p : o->parent;
                break;
            }
        }
    }
}

bool bc_stage_blocks(bc_work *w)
{
    size_t capacity = 0;
    if (!add_blocks(w, &capacity) || !bc_table_lines(w))
        return false;
    mark_headings(w);
    mark_furniture(w);
    link_parents(w);
    return true;
}
