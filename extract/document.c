/* SPDX-License-Identifier: MIT */
/* document.c - see document.h. */
#include "document.h"

#include <string.h>

#include "date.h"
#include "period.h"

enum { HEAD_BLOCKS = 24, TITLE_LINES = 4, HEADLINE_WORDS = 6, BODY_WORDS = 12, SITE_WORDS = 16, TRAIL_WORDS = 10 };

static uint32_t words_in(const bc_work *w, bc_range r)
{
    uint32_t n = 0;
    for (uint32_t i = r.first; i < r.last; i++)
        n += w->tokens[i].kind == BC_TOKEN_WORD;
    return n;
}

static bool capitals(const bc_work *w, bc_range r)
{
    uint32_t words = 0, upper = 0;
    for (uint32_t i = r.first; i < r.last; i++) {
        words += w->tokens[i].kind == BC_TOKEN_WORD;
        upper += (w->tokens[i].flags & BC_TOKEN_ALL_CAPITALS) != 0;
    }
    return words > 0 && upper * 4 >= words * 3;
}

static uint32_t head_count(const bc_work *w)
{
    return w->block_count < HEAD_BLOCKS ? w->block_count : HEAD_BLOCKS;
}

static bool stops(const bc_work *w, const bc_block *b)
{
    char m = bc_work_mark(w, b->tokens.last - 1);
    return m == '.' || m == ':' || m == ';' || m == ',';
}

static bool has_number(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++)
        if (w->tokens[i].kind == BC_TOKEN_NUMBER)
            return true;
    return false;
}

/* "BÁO CÁO", "NGHỊ QUYẾT" alone on a line: the block behind it opens the title. In capitals with the title on the same
 * line, the title begins with it. */
static uint32_t official_title(bc_work *w)
{
    for (uint32_t k = 0; k < head_count(w); k++) {
        bc_block *b = &w->blocks[k];
        const bc_match *m = bc_work_match(w, b->tokens.first, b->tokens.last, BC_TAG_DOC_TYPE);
        if (!m || b->rank < BC_RANK_PLAIN || !capitals(w, b->tokens))
            continue;
        bool alone = words_in(w, b->tokens) == m->length;
        if (!alone && (words_in(w, b->tokens) < HEADLINE_WORDS || stops(w, b)))
            continue;
        w->result->document.type = (bc_document_type)m->value;
        b->furniture = true;
        b->heading = false;
        return alone ? k + 1 : k;
    }
    return w->block_count;
}

/* "Kinh tế » Công nghiệp": a closing quote that nothing opened, or one of another shape, is a step of the way. */
static bool has_arrow(bc_str s)
{
    static const char OPEN[] = "\xc2\xab", CLOSE[] = "\xc2\xbb", SINGLE[] = "\xe2\x80\xba";
    bool closed = false;
    for (size_t i = 0; i + 2 <= s.len; i++) {
        if (memcmp(s.ptr + i, OPEN, 2) == 0)
            return false;
        closed |= memcmp(s.ptr + i, CLOSE, 2) == 0 || (i + 3 <= s.len && memcmp(s.ptr + i, SINGLE, 3) == 0);
    }
    return closed;
}

/* "Chính trị   Kinh tế   Xã hội", "Thời sự - Kinh tế - Xã hội - Media": short names side by side */
static bool is_menu(const bc_work *w, const bc_block *b)
{
    enum { LEAST_PARTS = 4, MENU_WORDS = 5 };
    uint32_t parts = 1, words = 0;
    for (uint32_t i = b->tokens.first; i < b->tokens.last; i++) {
        const bc_token *t = &w->tokens[i];
        bool first = i == b->tokens.first;
        bool apart = !first && t->start >= w->tokens[i - 1].end + 2 && w->text.ptr[t->start - 1] == ' ' &&
                     w->text.ptr[t->start - 2] == ' ';
        bool dash = t->mark == '-' && !first && (t->flags & BC_TOKEN_SPACE) && i + 1 < b->tokens.last &&
                    (w->tokens[i + 1].flags & BC_TOKEN_SPACE);
        if (t->kind == BC_TOKEN_NUMBER)
            return false;
        if (apart || dash) {
            parts++;
            words = 0;
        }
        words += t->kind == BC_TOKEN_WORD;
        if (words > MENU_WORDS || (!dash && t->kind == BC_TOKEN_MARK && strchr(".;:", t->mark)))
            return false;
    }
    return parts >= LEAST_PARTS;
}

/* "Giá hôm nay (đồng/kg): tôm thẻ: 98.000; hành tím: 32.000" */
static bool is_ticker(const bc_work *w, const bc_block *b)
{
    uint32_t figures = 0, parts = 0;
    for (uint32_t i = b->tokens.first; i < b->tokens.last; i++) {
        figures += w->tokens[i].kind == BC_TOKEN_NUMBER;
        parts += bc_work_mark(w, i) == ';' || bc_work_mark(w, i) == ':';
    }
    return figures > 1 && parts > 2;
}

/* A line of a web page that stands over its headline: the way there, the site's own name. */
static bool is_masthead(const bc_work *w, const bc_block *b)
{
    uint32_t steps = 0;
    for (uint32_t i = b->tokens.first; i + 1 < b->tokens.last; i++) {
        char m = bc_work_mark(w, i);
        if (m == '|' || m == '>')
            return true;
        steps += m == '/' && (w->tokens[i].flags & BC_TOKEN_SPACE) && (w->tokens[i + 1].flags & BC_TOKEN_SPACE);
    }
    if (steps > 1 || (steps == 1 && words_in(w, b->tokens) <= TRAIL_WORDS) || has_arrow(bc_work_text(w, b->tokens)) ||
        is_menu(w, b) || is_ticker(w, b))
        return true;
    for (uint32_t i = b->tokens.first + 1; i < b->tokens.last; i++) { /* "baodaklak.vn - Cơ quan của Đảng bộ tỉnh" */
        const bc_match *m = bc_work_match(w, i, b->tokens.last, BC_TAG_MASTHEAD);
        if (m && m->length >= 3 && w->tokens[i - 1].kind == BC_TOKEN_MARK)
            return true;
    }
    return bc_work_is(w, b->tokens.first, b->tokens.last, BC_TAG_MASTHEAD);
}

/* "Hạn chế, yếu kém", "Nhiệm vụ trọng tâm" behind a first line: a part's heading, no headline. */
static bool is_part_heading(const bc_work *w, const bc_block *b, bool first)
{
    for (uint32_t i = b->tokens.first; i < b->tokens.first + 3; i++) {
        const bc_match *m = bc_work_match(w, i, b->tokens.last, BC_TAG_HEADING);
        if (!m)
            continue;
        if (m->value == BC_SECTION_TASKS || m->value == BC_SECTION_GOALS)
            return !first && !has_number(w, b->tokens);
        return m->value == BC_SECTION_SHORTCOMINGS || m->value == BC_SECTION_CAUSES || m->value == BC_SECTION_LESSONS ||
               m->value == BC_SECTION_PROPOSALS;
    }
    return false;
}

/* Vietnamese of some words has letters beyond ASCII; a line without is a picture's name. */
static bool is_ascii(bc_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

/* A portal says the headline twice: as a link and over the article. The second one. */
static uint32_t repeated_line(const bc_work *w)
{
    for (uint32_t k = 1; k < head_count(w); k++) {
        bc_str line = bc_work_text(w, w->blocks[k].tokens);
        if (words_in(w, w->blocks[k].tokens) < HEADLINE_WORDS || bc_work_mark(w, w->blocks[k].tokens.last - 1) == '.' ||
            is_ascii(line))
            continue;
        for (uint32_t j = 0; j < k; j++) {
            bc_str other = bc_work_text(w, w->blocks[j].tokens);
            if (line.len == other.len && memcmp(line.ptr, other.ptr, line.len) == 0)
                return k;
        }
    }
    return w->block_count;
}

/* A line that no title begins with: "6 tháng cuối năm 2016", a small letter. */
static bool runs_on(const bc_work *w, const bc_block *b)
{
    uint32_t i = b->tokens.first;
    return w->tokens[i].kind == BC_TOKEN_WORD ||
           (w->tokens[i].kind == BC_TOKEN_NUMBER && bc_work_is(w, i + 1, b->tokens.last, BC_TAG_MONTH));
}

static void find_title(bc_work *w)
{
    uint32_t first = official_title(w), last = first;
    if (first < w->block_count) {
        while (last < w->block_count && last < first + TITLE_LINES) {
            const bc_block *b = &w->blocks[last];
            bool shouted = capitals(w, b->tokens) && !capitals(w, w->blocks[first].tokens);
            bool body = capitals(w, b->tokens) && bc_work_is(w, b->tokens.first, b->tokens.last, BC_TAG_OFFICE);
            char before = last > first ? bc_work_mark(w, w->blocks[last - 1].tokens.last - 1) : 0;
            bool continues = (before == ',' || before == ';' || runs_on(w, b)) &&
                             !(w->tokens[b->tokens.first].flags & BC_TOKEN_CAPITAL);
            bool bracket = bc_work_mark(w, b->tokens.first) == '(' || words_in(w, b->tokens) == 0;
            if (last > first && (b->rank < BC_RANK_PLAIN || stops(w, b) || shouted || body || bracket ||
                                 (b->heading && !continues && !capitals(w, b->tokens))))
                break;
            if (last > first && bc_work_is(w, b->tokens.first, b->tokens.last, BC_TAG_RECIPIENTS))
                break;
            last++;
            char end = bc_work_mark(w, w->blocks[last - 1].tokens.last - 1);
            if (end == '.' || end == ':')
                break;
        }
    } else if ((first = repeated_line(w)) < w->block_count) {
        last = first + 1;
    } else if (w->block_count > 1) { /* a single line is what somebody wants read, no headline */
        /* a headline: the first line of some words, no menu, no full stop; in capitals only where none is not */
        uint32_t shouted = w->block_count;
        for (uint32_t k = 0; k < head_count(w) && first == w->block_count; k++) {
            const bc_block *b = &w->blocks[k];
            char end = bc_work_mark(w, b->tokens.last - 1);
            if (end == ':' || words_in(w, b->tokens) < HEADLINE_WORDS || (b->furniture && k > 0) ||
                b->rank < BC_RANK_PLAIN || end == '.' || is_masthead(w, b) || is_ascii(bc_work_text(w, b->tokens)) ||
                is_part_heading(w, b, k == 0))
                continue;
            if (!capitals(w, b->tokens))
                first = k;
            else if (shouted == w->block_count)
                shouted = k;
            if (words_in(w, b->tokens) > 60)
                break;
        }
        if (first == w->block_count)
            first = shouted;
        last = first < w->block_count ? first + 1 : first;
    }
    if (first >= last)
        return;
    w->title = (bc_range){w->blocks[first].tokens.first, w->blocks[last - 1].tokens.last};
    while (w->title.last > w->title.first + 1 && strchr("-*_=.:;,", bc_work_mark(w, w->title.last - 1)) &&
           bc_work_mark(w, w->title.last - 1))
        w->title.last--; /* the rule under a title */
    if (w->result->document.type == BC_DOCUMENT_NEWS) {
        const bc_match *m = bc_work_match(w, w->title.first, w->title.last, BC_TAG_DOC_TYPE);
        if (m && m->value == BC_DOCUMENT_REPORT)
            w->result->document.type = BC_DOCUMENT_REPORT; /* a page that carries "Báo cáo kết quả ..." */
    }
    for (uint32_t k = first; k < last; k++) {
        w->blocks[k].furniture = true;
        w->blocks[k].heading = false;
    }
    /* soft line ends of the title become blanks */
    bc_str raw = bc_work_text(w, w->title);
    char *text = bc_arena_alloc(w->arena, raw.len + 1);
    if (!text)
        return;
    for (size_t i = 0; i < raw.len; i++)
        text[i] = raw.ptr[i] == '\n' ? ' ' : raw.ptr[i];
    w->result->document.title = (bc_str){text, raw.len};
}

/* "735  /BC-UBND" without the blanks round its stroke. */
static bc_str bare(bc_work *w, bc_str s)
{
    char *text = bc_arena_alloc(w->arena, s.len + 1);
    size_t n = 0;
    for (size_t i = 0; text && i < s.len; i++) {
        size_t next = i;
        while (next < s.len && s.ptr[next] == ' ')
            next++;
        if (next > i && next < s.len && (s.ptr[next] == '/' || (n && text[n - 1] == '/')))
            i = next;
        text[n++] = s.ptr[i];
    }
    return text ? (bc_str){text, n} : s;
}

/* "Số: 2316/BC-SCT", "Số 87-BC/ĐU" */
static void find_number(bc_work *w)
{
    for (uint32_t k = 0; k < head_count(w); k++) {
        const bc_block *b = &w->blocks[k];
        uint32_t i = b->tokens.first, end = b->tokens.last;
        const bc_match *m = bc_work_match(w, i, end, BC_TAG_DOCUMENT);
        if (!b->furniture || !m || m->length != 1 || words_in(w, b->tokens) > 12)
            continue;
        i++;
        if (i < end && bc_work_mark(w, i) == ':')
            i++;
        if (i >= end || w->tokens[i].kind != BC_TOKEN_NUMBER)
            continue;
        uint32_t last = i + 1;
        while (last < end && (bc_work_mark(w, last) == '/' || bc_work_mark(w, last) == '-' ||
                              (!(w->tokens[last].flags & BC_TOKEN_SPACE) || bc_work_mark(w, last - 1) == '-')))
            last++;
        if (last > i + 1) {
            w->result->document.number = bare(w, bc_work_text(w, (bc_range){i, last}));
            return;
        }
    }
}

static bool date_in(bc_work *w, bc_range r, int year, bc_date *out)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        uint32_t k = i;
        if (bc_period_date(w, &k, r.last, year, out))
            return true;
    }
    return false;
}

static void find_issued(bc_work *w)
{
    bc_date *issued = &w->result->document.issued;
    uint32_t n = head_count(w), title = n;
    if (w->input->issued.year) {
        *issued = w->input->issued;
        return;
    }
    for (uint32_t k = 0; k < n; k++)
        if (w->title.first < w->title.last && w->blocks[k].tokens.first <= w->title.first)
            title = k;
    /* place and date of the letterhead: a short line "Hà Tĩnh, ngày 20 tháng 12 năm 2019" */
    for (uint32_t k = 0; k < n; k++) {
        const bc_block *b = &w->blocks[k];
        uint32_t day = bc_work_find(w, b->tokens.first, b->tokens.last, BC_TAG_DAY);
        if (bc_work_is(w, b->tokens.first, b->tokens.last, BC_TAG_MASTHEAD))
            continue; /* "Hôm nay, ngày ...": the visitor's */
        if (words_in(w, b->tokens) <= 14 && day < b->tokens.last && (b->furniture || k <= title) &&
            date_in(w, (bc_range){day, b->tokens.last}, 0, issued))
            return;
    }
    /* a web page's line of date and views near the headline, then above it */
    for (uint32_t k = title; k < n && k <= title + 3; k++)
        if (words_in(w, w->blocks[k].tokens) <= 14 && date_in(w, w->blocks[k].tokens, 0, issued))
            return;
    for (uint32_t k = title; k-- > 0;)
        if (words_in(w, w->blocks[k].tokens) <= 14 && date_in(w, w->blocks[k].tokens, 0, issued))
            return;
    if (w->published.year) { /* a web page's word for it, where it shows none */
        *issued = w->published;
        return;
    }
    /* the meeting's date in the first paragraphs */
    for (uint32_t k = title; k < n && k <= title + 4; k++) {
        bc_range r = {w->blocks[k].tokens.first, w->blocks[k].tokens.last};
        for (uint32_t i = r.first; i < r.last; i++) {
            uint32_t at = i;
            if (bc_work_is(w, i, r.last, BC_TAG_DAY) && bc_period_date(w, &at, r.last, 0, issued))
                return;
        }
    }
}

static const bc_match *province_at(const bc_work *w, uint32_t i, uint32_t end)
{
    const bc_match *m = bc_work_match(w, i, end, BC_TAG_PROVINCE);
    return m && !m->loose && (w->tokens[i].flags & BC_TOKEN_CAPITAL) ? m : NULL;
}

/* The row by which the document's date reads a name: after the merger "Bắc Ninh" is the new province. */
static void set_province(bc_work *w, int32_t at)
{
    static const bc_date MERGED = {2025, 7, 1};
    size_t count;
    const bc_province_row *rows = bc_lexicon_provinces(w->lexicon, &count), *row = &rows[at];
    bc_document *d = &w->result->document;
    if (d->issued.year && bc_date_compare(bc_date_last(d->issued), MERGED) >= 0)
        for (size_t i = 0; i < count; i++)
            if (strcmp(rows[i].new_name, row->old_name) == 0) {
                d->province = (bc_province_ref){rows[i].new_code, rows[i].new_name};
                return;
            }
    d->province = (bc_province_ref){row->old_code, row->old_name};
    if (strcmp(row->old_code, row->new_code) != 0 || strcmp(row->old_name, row->new_name) != 0)
        d->province_now = (bc_province_ref){row->new_code, row->new_name};
}

/* Is a place named at i only as a partner, a neighbour, a destination: "hợp tác với tỉnh Đồng Nai"? */
static bool in_passing(const bc_work *w, uint32_t from, uint32_t i)
{
    uint32_t start = from;
    for (uint32_t k = i; k-- > from && start == from;)
        if (bc_work_mark(w, k) == '.' || bc_work_mark(w, k) == ';')
            start = k + 1;
    return bc_work_find(w, start, i, BC_TAG_PARTNER) != i;
}

/* Hồ Chí Minh is a person too: the bare name must follow a place word. In running text every name must, and the
 * sentence must not name it in passing. */
static bool take_province(bc_work *w, bc_range r, bool placed)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = province_at(w, i, r.last);
        if (!m)
            continue;
        uint32_t place = i;
        if (i > r.first && bc_work_is(w, i - 1, i, BC_TAG_PLACE))
            place = i - 1;
        else if (i > r.first + 1 && bc_work_is(w, i - 2, i, BC_TAG_PLACE))
            place = i - 2;
        bool person = bc_work_is(w, i, i + m->length, BC_TAG_PERSON);
        if (place == i && (placed || person) && !bc_work_is(w, i, r.last, BC_TAG_PLACE))
            continue;
        if (placed && in_passing(w, r.first, place))
            continue;
        set_province(w, m->value);
        return true;
    }
    return false;
}

/* "Cổng thông tin điện tử Sở Công Thương Tây Ninh", "SỞ CÔNG THƯƠNG QUẢNG NAM" alone on a line. */
static bool is_site_name(const bc_work *w, const bc_block *b)
{
    return words_in(w, b->tokens) <= SITE_WORDS && !stops(w, b) &&
           (is_masthead(w, b) || bc_work_is(w, b->tokens.first, b->tokens.last, BC_TAG_OFFICE) ||
            bc_work_is(w, b->tokens.first, b->tokens.first + 1, BC_TAG_PRESS) ||
            bc_work_is(w, b->tokens.last - 1, b->tokens.last, BC_TAG_PRESS));
}

/* "ỦY BAN NHÂN DÂN HUYỆN KRÔNG NĂNG": the issuing district's province. */
static bool take_district(bc_work *w, bc_range r)
{
    uint32_t i = bc_work_find(w, r.first, r.last, BC_TAG_DISTRICT);
    const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_DISTRICT);
    if (m)
        set_province(w, m->value);
    return m != NULL;
}

static void find_province(bc_work *w)
{
    uint32_t n = head_count(w);
    for (uint32_t k = 0; k < n; k++) { /* issuer, place and date, portal name */
        const bc_block *b = &w->blocks[k];
        bool above = b->tokens.first < (w->title.last ? w->title.last : UINT32_MAX);
        if (above && (b->furniture || (w->title.last && is_site_name(w, b))) && take_province(w, b->tokens, false))
            return;
    }
    if (take_province(w, w->title, false))
        return;
    for (uint32_t k = 0; k < w->block_count && k < n + 40; k++)
        if ((k < n || !w->blocks[k].furniture) && take_province(w, w->blocks[k].tokens, true))
            return;
    for (uint32_t k = 0; k < n; k++)
        if (w->blocks[k].furniture && take_district(w, w->blocks[k].tokens))
            return;
    take_district(w, w->title);
}

/* Behind a body's full name: "tỉnh Hòa Bình", "TP. Hồ Chí Minh", "Thái Bình"; the token after it. */
static uint32_t place_behind(const bc_work *w, uint32_t i, uint32_t end)
{
    const bc_match *place = bc_work_match(w, i, end, BC_TAG_PLACE);
    uint32_t k = place ? i + place->length : i;
    if (place && bc_work_mark(w, k) == '.')
        k++;
    const bc_match *province = k < end ? province_at(w, k, end) : NULL;
    if (province)
        return k + province->length;
    if (place && k < end && (w->tokens[k].flags & BC_TOKEN_CAPITAL)) /* a district's name */
        for (uint32_t words = 0;
             k < end && words < 3 && (w->tokens[k].flags & BC_TOKEN_CAPITAL) && w->tokens[k].kind == BC_TOKEN_WORD;
             words++)
            k++;
    else
        k = i;
    return k;
}

/* A body's name: "Sở Nông nghiệp và PTNT tỉnh Hòa Bình", from its first word on. */
static bc_range body_name(const bc_work *w, uint32_t i, uint32_t end)
{
    const bc_match *m = bc_work_match(w, i, end, BC_TAG_BODY);
    uint32_t k = i + (m ? m->length : 1);
    uint32_t words = 0;
    bool shouted = w->tokens[i].flags & BC_TOKEN_ALL_CAPITALS;
    if (m && m->length >= 3)
        return (bc_range){i, place_behind(w, k, end)};
    while (k < end && words < BODY_WORDS) {
        const bc_token *t = &w->tokens[k];
        if (t->kind != BC_TOKEN_WORD && !(t->mark == '-' && k + 1 < end) && !(t->mark == '&'))
            break;
        bool and = bc_work_is(w, k, end, BC_TAG_AND) && k + 1 < end && (w->tokens[k + 1].flags & BC_TOKEN_CAPITAL);
        bool place = bc_work_is(w, k, end, BC_TAG_PLACE) && k + 1 < end && (w->tokens[k + 1].flags & BC_TOKEN_CAPITAL);
        bool upper = t->flags & BC_TOKEN_CAPITAL;
        bool inside = words > 0 && (w->tokens[k - 1].flags & BC_TOKEN_CAPITAL) && t->kind == BC_TOKEN_WORD &&
                      !(t->flags & BC_TOKEN_NEWLINE) && k + 1 < end && words < 3 && !shouted &&
                      !bc_work_is(w, k, end, BC_TAG_FILLER) && !bc_work_is(w, k, end, BC_TAG_VERB) &&
                      !bc_work_is(w, k, end, BC_TAG_STOP) && !bc_work_is(w, k, end, BC_TAG_RISE);
        if (!upper && !and&&!place && !inside && t->kind == BC_TOKEN_WORD)
            break;
        words++;
        k++;
    }
    return (bc_range){i, k};
}

/* "Nghị quyết Đại hội Đảng bộ tỉnh": the body whose paper is carried out, not the one that reports. */
static bool in_a_name(const bc_work *w, uint32_t from, uint32_t i)
{
    for (uint32_t k = i > from + 4 ? i - 4 : from; k < i; k++)
        if (bc_work_is(w, k, i, BC_TAG_CONGRESS))
            return true;
    return false;
}

static void find_organization(bc_work *w)
{
    bc_document *d = &w->result->document;
    uint32_t n = head_count(w);
    bc_range best = {0};
    /* issuer lines of the letterhead: the last body above the title is the one that reports */
    for (uint32_t k = 0; k < n && w->blocks[k].tokens.first < w->title.first; k++) {
        const bc_block *b = &w->blocks[k];
        if (!bc_work_is(w, b->tokens.first, b->tokens.last, BC_TAG_BODY) || words_in(w, b->tokens) > 14 ||
            !b->furniture)
            continue;
        bc_range r = b->tokens;
        for (uint32_t i = r.first; i < r.last; i++) /* the motto may stand on the same line */
            if (i > r.first && bc_work_is(w, i, r.last, BC_TAG_LETTERHEAD))
                r.last = i;
        if (k + 1 < n && w->blocks[k + 1].tokens.first < w->title.first &&
            bc_work_is(w, w->blocks[k + 1].tokens.first, w->blocks[k + 1].tokens.last, BC_TAG_PLACE) &&
            words_in(w, w->blocks[k + 1].tokens) <= 8)
            r.last = w->blocks[k + 1].tokens.last;
        best = r;
    }
    for (uint32_t pass = 0; pass < 3; pass++) /* a site's own name, a guest's body only where the text names none */
        for (uint32_t k = 0; k < w->block_count && k < n && best.first >= best.last; k++) {
            const bc_block *b = &w->blocks[k];
            if (pass == 0 && b->tokens.first < w->title.first && is_masthead(w, b))
                continue;
            for (uint32_t i = b->tokens.first; i < b->tokens.last && best.first >= best.last; i++) {
                const bc_match *m = bc_work_match(w, i, b->tokens.last, BC_TAG_OFFICE);
                if (!m || !(w->tokens[i].flags & BC_TOKEN_CAPITAL) || in_a_name(w, b->tokens.first, i) ||
                    (pass < 2 && bc_work_before(w, b->tokens.first, i, BC_TAG_CHAIR) != i))
                    continue;
                bc_range r = body_name(w, i, b->tokens.last);
                if (r.last - r.first > m->length || m->length >= 3)
                    best = r;
            }
        }
    if (best.first >= best.last)
        return;
    bc_str raw = bc_work_text(w, best);
    char *text = bc_arena_alloc(w->arena, raw.len + 1);
    if (!text)
        return;
    for (size_t i = 0; i < raw.len; i++)
        text[i] = raw.ptr[i] == '\n' ? ' ' : raw.ptr[i];
    d->organization = (bc_str){text, raw.len};
    w->organization = best;
}

bool bc_stage_issued(bc_work *w)
{
    bc_document *d = &w->result->document;
    d->type = BC_DOCUMENT_NEWS;
    find_title(w);
    if (w->title.first == w->title.last)
        d->type = BC_DOCUMENT_OTHER;
    find_number(w);
    find_issued(w);
    find_province(w);
    find_organization(w);
    w->report_date = bc_date_last(d->issued);
    return !bc_arena_failed(w->arena);
}

static int months_of(bc_period p)
{
    return (p.to.year - p.from.year) * 12 + p.to.month - p.from.month;
}

/* "Thu nội địa quý II giảm sâu, dồn lực cho nửa cuối năm" at the beginning of July: it comes, or has just begun. */
static bool is_ahead(const bc_work *w, bc_period p)
{
    enum { BEGUN = 20 }; /* days */
    bc_date day = w->report_date;
    if (!day.year)
        return false;
    return bc_date_compare(p.from, months_of(p) >= 2 ? bc_date_add(day, -BEGUN) : day) > 0;
}

/* The longest period of the words that say what was done; those behind "nhiệm vụ, phương hướng" are the plan's. */
static bc_period period_of(const bc_work *w, bc_range r, bool coming, bool *term)
{
    bc_period best = {0};
    uint32_t behind = r.first, seen = r.first;
    bool tasks = false, plan = false; /* said up to `seen`; the latter since `behind` */
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count && w->times[k].tokens.first < r.last; k++) {
        const bc_time *t = &w->times[k];
        if (best.set && t->value.set && t->deadline && bc_date_compare(t->value.to, best.from) > 0 &&
            bc_date_compare(t->value.to, best.to) < 0)
            best.to = t->value.to; /* "kế hoạch vốn năm 2021 đến hết ngày 31/10/2021" */
        if (!t->value.set || t->baseline || t->value.from.year == 0 || bc_date_compare(t->value.from, t->value.to) == 0)
            continue;
        if (!coming && is_ahead(w, t->value))
            continue;
        bool of_term = bc_work_is(w, t->tokens.first, t->tokens.last, BC_TAG_TERM);
        if (best.set && months_of(best) > 12 && t->value.to.year > w->report_date.year && w->report_date.year)
            break; /* "03 năm thực hiện Chỉ thị ... giai đoạn 2020 - 2025" */
        for (; seen < t->tokens.first; seen++) {
            const bc_match *m = bc_work_match(w, seen, t->tokens.first, BC_TAG_HEADING);
            tasks |= m && (m->value == BC_SECTION_TASKS || m->value == BC_SECTION_GOALS);
            /* "9 tháng năm 2018, ước thực hiện cả năm"; "6 tháng đầu năm, kế hoạch năm 2019" */
            plan |= seen >= behind && (bc_work_is(w, seen, t->tokens.first, BC_TAG_STATUS) ||
                                       bc_work_is(w, seen, t->tokens.first, BC_TAG_PLAN));
        }
        if (best.set && !of_term && (tasks || plan))
            break; /* a term is no plan: "05 năm thực hiện Nghị quyết ..., nhiệm kỳ 2015 - 2020" */
        if (!best.set || months_of(t->value) > months_of(best)) {
            best = t->value;
            behind = t->tokens.last;
            plan = false;
            *term = of_term;
        }
    }
    return best;
}

/* Running text that opens with a month or quarter and goes on to the year up to its end is of the latter. */
static bc_period to_date(const bc_work *w, bc_period p)
{
    for (uint32_t k = 0; k < w->time_count && p.set && p.from.month > 1; k++) {
        const bc_time *t = &w->times[k];
        if (t->value.set && !t->baseline && t->value.from.year == p.from.year && t->value.from.month == 1 &&
            t->value.from.day == 1 && bc_date_compare(t->value.to, p.to) == 0)
            return t->value;
    }
    return p;
}

/* "Sau một năm 2023 chững lại ..." in July 2024, "Tổng đài: 1900 9068": not what the document is about. */
static bool is_past(const bc_work *w, bc_period p)
{
    enum { LATE = 4 }; /* months after a period's end; a report of it is out by then */
    bc_date day = w->report_date;
    return day.year && p.set && months_of(p) < 12 && months_of(bc_period_of(p.to, day)) > LATE;
}

/* "(tính đến ngày 30/10/2025)" in or under a title that names no period */
static bc_period as_of(const bc_work *w)
{
    uint32_t last = w->title.last;
    bool plan = w->result->document.type == BC_DOCUMENT_PLAN; /* "... đến năm 2025" */
    for (uint32_t b = 0; b < head_count(w); b++)
        if (w->blocks[b].tokens.first == last && bc_work_mark(w, last) == '(') {
            last = w->blocks[b].tokens.last;
            break;
        }
    for (uint32_t k = bc_time_from(w, w->title.first); k < w->time_count && w->times[k].tokens.first < last; k++) {
        const bc_time *t = &w->times[k];
        if (t->value.set && !t->baseline && t->value.from.year == 0 &&
            (plan || bc_date_compare(t->value.to, w->report_date) <= 0))
            return t->value;
    }
    return (bc_period){0};
}

bool bc_stage_document(bc_work *w)
{
    bool term = false;
    bc_document_type type = w->result->document.type;
    bool coming = type == BC_DOCUMENT_PLAN || type == BC_DOCUMENT_RESOLUTION || type == BC_DOCUMENT_NOTICE;
    bc_period p = period_of(w, w->title, coming, &term);
    if (!p.set)
        p = as_of(w);
    for (uint32_t k = 0; k < w->block_count && k < HEAD_BLOCKS && !p.set; k++) {
        if (w->blocks[k].furniture && !w->blocks[k].heading)
            continue;
        p = to_date(w, period_of(w, w->blocks[k].tokens, coming, &term));
        if (is_past(w, p))
            p = (bc_period){0};
    }
    if (!p.set)
        p = period_of(w, w->title, true, &term);
    /* "sơ kết giữa kỳ ... giai đoạn 2021 - 2025" */
    bool midway = w->result->document.type == BC_DOCUMENT_REPORT && p.set && p.from.year < w->report_date.year &&
                  w->report_date.year < p.to.year;
    if ((term || midway) && w->report_date.year && bc_date_compare(w->report_date, p.to) < 0)
        p.to = w->report_date; /* a report inside the term covers it up to its own date */
    w->report_period = w->result->document.period = p;
    for (uint32_t k = 0; k < w->time_count; k++) {
        bc_time *t = &w->times[k];
        bc_date day = p.set && p.to.year && months_of(p) < 12 ? p.to : w->report_date;
        if (t->part != BC_PART_NONE && !t->value.set && day.year) {
            int months = day.year * 12 + day.month - 1 + t->step * (t->part == BC_PART_MONTH ? 1 : 3);
            t->value = t->part == BC_PART_MONTH ? bc_period_months(months / 12, months % 12 + 1, months % 12 + 1)
                                                : bc_period_quarter(months / 12, months % 12 / 3 + 1);
        }
        if (t->since && t->value.set && p.set && t->value.from.year == p.to.year && p.from.year)
            t->value.to = p.to;
        if (t->cumulative && !t->value.set && p.set)
            t->value = bc_period_of(p.from, w->report_date.year ? w->report_date : p.to);
    }
    return true;
}
