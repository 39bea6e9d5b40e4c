/* SPDX-License-Identifier: MIT */
/* section.c - see section.h. */
#include "section.h"

enum { NEWS_OPENING = 16, SHORT_LEAD = 7, TABLE_REACH = 64 };

/* The kind that the words of a heading mean: the longest phrase, of equals the first. OTHER: none known. */
static bc_section_kind kind_of(const bc_work *w, bc_range r)
{
    bc_section_kind kind = BC_SECTION_OTHER;
    uint8_t length = 0;
    for (uint32_t i = r.first; i < r.last;) {
        if (length > 0 && bc_work_is(w, i, r.last, BC_TAG_AND))
            break; /* "Hạn chế và nguyên nhân", "Đánh giá chung và bài học": the first governs */
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_HEADING);
        const bc_match *turn = m ? NULL : bc_work_match(w, i, r.last, BC_TAG_CONTRAST);
        if (turn && turn->length > 2) { /* "Bên cạnh kết quả đạt được, ... bộc lộ một số hạn chế" */
            i += turn->length;
            continue;
        }
        if (m && m->length > length &&
            !(length > 0 && kind == BC_SECTION_SHORTCOMINGS && m->value == BC_SECTION_CAUSES)) {
            kind = (bc_section_kind)m->value;
            length = m->length;
        }
        i += m ? m->length : 1;
    }
    if (kind == BC_SECTION_GOALS) /* "Chỉ tiêu, nhiệm vụ": both; "Để thực hiện mục tiêu, các ngành cần tập trung:" */
        for (uint32_t i = r.first; i < r.last; i++) {
            const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_HEADING),
                           *modal = bc_work_match(w, i, r.last, BC_TAG_MODAL);
            if ((m && m->value == BC_SECTION_TASKS) || (modal && bc_work_is(w, i + modal->length, r.last, BC_TAG_TASK)))
                return BC_SECTION_TASKS;
        }
    return kind;
}

/* "Nguyên nhân đạt được kết quả": why it went well is no cause of failings. */
static bool of_success(const bc_work *w, bc_range r)
{
    uint32_t i = bc_work_find(w, r.first, r.last, BC_TAG_CAUSE);
    if (i == r.last)
        return false;
    bool good = bc_work_find(w, i, r.last, BC_TAG_SUCCESS) != r.last, bad = false;
    for (uint32_t k = i; k < r.last; k++) {
        const bc_match *m = bc_work_match(w, k, r.last, BC_TAG_HEADING);
        bad |= m && m->value == BC_SECTION_SHORTCOMINGS;
    }
    return good && !bad;
}

/* "2. Khó khăn": no word of failing, so hardship where advantages stand beside it. */
static bool is_hardship(const bc_work *w, bc_range r)
{
    const bc_match *m = bc_work_match(w, r.first, r.last, BC_TAG_HARDSHIP);
    uint32_t words = 0;
    for (uint32_t i = r.first; i < r.last; i++)
        words += w->tokens[i].kind == BC_TOKEN_WORD;
    return m && m->length >= words;
}

static bc_cause_kind cause_of(const bc_work *w, bc_range r)
{
    uint32_t i = bc_work_find(w, r.first, r.last, BC_TAG_CAUSE_KIND);
    const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_CAUSE_KIND);
    return m ? (bc_cause_kind)m->value : BC_CAUSE_UNKNOWN;
}

/* A month, a quarter, a year named in [r.first, r.last): which one, and its number; 0: none. "6 tháng" names none. */
typedef enum { NAMED_NONE, NAMED_MONTH, NAMED_QUARTER, NAMED_YEAR } named_part;

static named_part part_named(const bc_work *w, bc_range r, int *number)
{
    for (uint32_t i = r.first; i + 1 < r.last; i++) {
        const bc_token *behind = &w->tokens[i + 1];
        if (i > r.first && w->tokens[i - 1].kind == BC_TOKEN_NUMBER)
            continue;
        int digits = 0;
        for (uint32_t k = behind->start; behind->kind == BC_TOKEN_NUMBER && k < behind->end; k++)
            digits = w->text.ptr[k] >= '0' && w->text.ptr[k] <= '9' && digits < 10000
                         ? digits * 10 + (w->text.ptr[k] - '0')
                         : 100000;
        const bc_match *month = bc_work_match(w, i, r.last, BC_TAG_MONTH);
        const bc_match *roman = bc_work_match(w, i + 1, r.last, BC_TAG_ROMAN);
        *number = month && month->value > 0 ? month->value : digits;
        if (month && *number >= 1 && *number <= 12)
            return NAMED_MONTH;
        if (bc_work_is(w, i, r.last, BC_TAG_QUARTER) && (roman || digits)) {
            *number = roman ? roman->value : digits;
            return NAMED_QUARTER;
        }
        if (bc_work_is(w, i, r.last, BC_TAG_YEAR) && digits > 1900 && digits < 2100)
            return NAMED_YEAR;
    }
    return NAMED_NONE;
}

/* "C. CÔNG TÁC THÁNG 8" in a report on July: the part of the year behind the one that the title names. */
static bool names_next_part(const bc_work *w, bc_range r)
{
    int here, told;
    named_part part = part_named(w, r, &here);
    if (part == NAMED_NONE || part != part_named(w, w->title, &told))
        return false;
    int round = part == NAMED_MONTH ? 12 : part == NAMED_QUARTER ? 4 : 0;
    return here == told + 1 || (round && told == round && here == 1);
}

static bool add_section(bc_work *w, uint32_t block, bc_section_kind kind, size_t *capacity)
{
    bc_result *r = w->result;
    bc_block *b = &w->blocks[block];
    if (!bc_arena_grow(w->arena, (void **)&r->sections, r->section_count, capacity, sizeof *r->sections))
        return false;
    uint32_t end = (uint32_t)w->text.len;
    for (uint32_t k = block + 1; k < w->block_count; k++)
        if (w->blocks[k].furniture || (w->blocks[k].heading && w->blocks[k].rank <= b->rank)) {
            end = w->tokens[w->blocks[k].tokens.first].start;
            break;
        }
    b->section = (int32_t)r->section_count;
    int level = 1;
    for (int32_t p = b->parent; p >= 0; p = w->blocks[p].parent)
        level++;
    r->sections[r->section_count++] = (bc_section){.kind = kind,
                                                   .level = level,
                                                   .heading = bc_work_text(w, b->tokens),
                                                   .span = {w->tokens[b->tokens.first].start, end}};
    return true;
}

/* "Nghị quyết 12 ...", "Quyết định số ...": not the "số" of "một số". */
static bool names_document(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_DOCUMENT);
        if (m && (m->length > 1 || (w->tokens[i].flags & BC_TOKEN_CAPITAL)))
            return true;
    }
    return false;
}

static bc_range last_sentence(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++)
        if (bc_work_mark(w, i) == '.')
            r.first = i + 1;
    return r;
}

/* "trong điều kiện khó khăn, ngành thực hiện nhiệm vụ đạt kết quả như sau:": what is named last is announced. */
static bool announces_results(const bc_work *w, bc_range r)
{
    bool results = false;
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_HEADING);
        if (m)
            results = m->value == BC_SECTION_RESULTS;
    }
    return results;
}

/* "Tiếp tục ...", "Phấn đấu ...": a paragraph that begins with what is to be done */
static bool opens_future(const bc_work *w, const bc_block *b)
{
    const bc_match *m = bc_work_match(w, b->body, b->tokens.last, BC_TAG_STATUS);
    return bc_work_is(w, b->body, b->tokens.last, BC_TAG_TASK) ||
           bc_work_is(w, b->body, b->tokens.last, BC_TAG_TASK_LEAD) || (m && m->value == BC_STATUS_TARGET);
}

/* "Kết quả của ba đơn vị đứng đầu như sau:": an unmarked line over its items, no heading of what stands behind them. */
static bool held_list(const bc_work *w, const bc_block *b)
{
    const bc_block *next = b + 1;
    return b->heading && b->rank == BC_RANK_PLAIN && b->kind == BC_SECTION_RESULTS &&
           bc_work_mark(w, b->tokens.last - 1) == ':' && next < w->blocks + w->block_count &&
           (next->table || next->rank > BC_RANK_PLAIN);
}

bool bc_stage_sections(bc_work *w)
{
    size_t capacity = 0;
    int32_t section = -1, plain_at = -1;
    bool failing_seen = false;
    int32_t announcer = -1;                   /* a paragraph that announced the numbered list that is being read */
    bc_section_kind plain = BC_SECTION_OTHER; /* of unmarked paragraphs under an unmarked heading */
    for (uint32_t k = 0; k < w->block_count; k++) {
        bc_block *b = &w->blocks[k];
        if (b->furniture)
            continue;
        const bc_block *parent = b->parent >= 0 ? &w->blocks[b->parent] : NULL;
        if (parent && parent->table) { /* a table's head was taken for one: the heading over the table */
            int32_t p = b->parent;
            while (p >= 0 && b->parent - p < TABLE_REACH && !(w->blocks[p].heading && w->blocks[p].rank < b->rank))
                p--;
            parent = p >= 0 && b->parent - p < TABLE_REACH ? &w->blocks[p] : NULL;
        }
        /* "1. ...", or a line that counts itself: "Một là, ..." */
        bool counted =
            !b->heading && ((b->rank >= BC_RANK_ARABIC && b->rank < BC_RANK_PLAIN) ||
                            (b->rank == BC_RANK_PLAIN && bc_work_is(w, b->body, b->tokens.last, BC_TAG_MORE)));
        if (announcer >= 0 && b->rank <= BC_RANK_PLAIN && !counted)
            announcer = -1;
        if (k > 0 && b[-1].rank == BC_RANK_PLAIN && b[-1].opens_list && !b[-1].heading && counted)
            announcer = (int32_t)k - 1;
        if (announcer >= 0 && (!parent || b->parent < announcer))
            parent = &w->blocks[announcer];
        if (parent && plain_at > b->parent && plain != BC_SECTION_OTHER && !(b->heading && b->rank < BC_RANK_PLAIN))
            parent = NULL; /* an unmarked heading stands between */
        while (parent && !b->heading && b->rank == BC_RANK_PLAIN && held_list(w, parent)) /* its list is over */
            parent = parent->parent >= 0 ? &w->blocks[parent->parent] : NULL;
        bc_section_kind inherited = parent ? parent->kind : b->heading ? BC_SECTION_OTHER : plain;
        bc_cause_kind cause = parent ? parent->cause : BC_CAUSE_UNKNOWN;
        b->kind = inherited;
        b->cause = cause;
        bc_range words = b->heading ? (bc_range){b->body, b->tokens.last} : b->lead;
        bc_section_kind own = words.first < words.last ? kind_of(w, words) : BC_SECTION_OTHER;
        if (own == BC_SECTION_OTHER && b->heading && b->rank < BC_RANK_PLAIN && names_next_part(w, words))
            own = BC_SECTION_TASKS;
        if (b->heading && b->tokens.first >= w->title.first && b->tokens.last <= w->title.last)
            own = BC_SECTION_OTHER; /* a title names all parts: "Kết quả năm 2020; phương hướng, nhiệm vụ năm 2021" */
        if (own == BC_SECTION_CAUSES && of_success(w, words))
            own = BC_SECTION_RESULTS;
        if (own == BC_SECTION_SHORTCOMINGS && inherited == BC_SECTION_CONTEXT && is_hardship(w, words))
            own = BC_SECTION_CONTEXT; /* "1. Thuận lợi", "2. Khó khăn" of the situation */
        bool opens =
            b->heading || b->rank <= BC_RANK_STAR || own == BC_SECTION_CAUSES ||
            (own == BC_SECTION_SHORTCOMINGS && words.last - words.first <= SHORT_LEAD); /* "- Khuyết điểm: ..." */
        if (own != BC_SECTION_OTHER && opens) {
            /* a word of results inside the part on goals ("Kết quả ...") stays with its part */
            bool inside_future = inherited == BC_SECTION_TASKS || inherited == BC_SECTION_GOALS;
            bool inside_past = inherited == BC_SECTION_RESULTS;
            if (!(inside_future && own == BC_SECTION_RESULTS) &&
                !(inside_past && (own == BC_SECTION_GOALS || own == BC_SECTION_TASKS)))
                b->kind = own;
            bc_cause_kind named = cause_of(w, words);
            b->cause = b->kind == BC_SECTION_CAUSES ? (named ? named : cause) : BC_CAUSE_UNKNOWN;
        }
        if (!b->heading && b->opens_list && b->kind != BC_SECTION_CAUSES &&
            !names_document(w, last_sentence(w, b->tokens))) { /* "hội nghị chỉ rõ một số hạn chế:" */
            uint32_t from = last_sentence(w, b->tokens).first; /* that announces the list */
            bc_section_kind list = kind_of(w, (bc_range){from, b->tokens.last});
            bool figures = false;
            for (uint32_t i = from; i < b->tokens.last; i++)
                figures |= bc_work_mark(w, i) == '%';
            if (figures || announces_results(w, (bc_range){from, b->tokens.last}))
                list = BC_SECTION_OTHER;
            if (list == BC_SECTION_SHORTCOMINGS || list == BC_SECTION_TASKS || list == BC_SECTION_CAUSES ||
                list == BC_SECTION_PROPOSALS || (list == BC_SECTION_GOALS && b->kind != BC_SECTION_RESULTS))
                b->kind = list;
            else if (!announces_results(w, (bc_range){from, b->tokens.last}))
                b->kind = bc_work_find(w, b->tokens.first, b->tokens.last, BC_TAG_TASK_LEAD) != b->tokens.last
                              ? BC_SECTION_TASKS
                              : b->kind;
        }
        if (!b->heading && b->kind == BC_SECTION_OTHER && b->rank == BC_RANK_PLAIN) {
            /* news: what is to be done follows what was not, or says so itself */
            uint32_t front = b->body + NEWS_OPENING < b->tokens.last ? b->body + NEWS_OPENING : b->tokens.last;
            if (bc_work_find(w, b->body, front, BC_TAG_CONTRAST) != front &&
                bc_work_find(w, b->body, b->tokens.last, BC_TAG_FAILING) != b->tokens.last)
                failing_seen = true;
            else if ((failing_seen && opens_future(w, b)) ||
                     (k * 2 > w->block_count && bc_work_find(w, b->body, front, BC_TAG_TASK_LEAD) != front &&
                      bc_work_find(w, b->body, front, BC_TAG_DONE) == front))
                b->kind = BC_SECTION_TASKS;
        }
        if (b->heading) {
            if (!add_section(w, k, b->kind, &capacity))
                return false;
            section = b->section;
            if (b->rank >= BC_RANK_PLAIN && !held_list(w, b)) {
                plain = b->kind;
                plain_at = (int32_t)k;
            }
        }
        b->section = section;
    }
    return true;
}
