/* SPDX-License-Identifier: MIT */
/* passage.c - see passage.h. */
#include "passage.h"

#include "explain.h"

#include <string.h>

#include "date.h"
#include "limits.h"
#include "period.h"
#include "unmet.h"

typedef enum { MODE_NONE, MODE_SHORTCOMING, MODE_CAUSE, MODE_TASK } mode;

typedef struct {
    bc_work *w;
    bc_unmet_index *index;
    size_t group;                   /* first shortcoming that a list of causes explains */
    bool explained;                 /* it had its causes: the next shortcoming begins a new group */
    bool listed;                    /* the last one stood in a part on shortcomings */
    bool low;                       /* the sentence before told little or a fall */
    bool planned;                   /* the document has a part on tasks */
    bool failing_seen, future_seen; /* in running text: what is to be done comes behind */
} state;

enum {
    OPENING_WORDS = 14,
    CONTRAST_WORDS = 24,
    MODAL_WORDS = 20,
    ACT_WORDS = 9,
    TITLE_WORDS = 8,
    AIM_WORDS = 7,
    TURN_WORDS = 7,
    LEAD_WORDS = 3,
    SUBJECT_WORDS = 5,
    BC_AREAS = 16
};

static bool has(const bc_work *w, bc_range r, bc_tag tag)
{
    return bc_work_find(w, r.first, r.last, tag) != r.last;
}

/* A word of failing that no longer phrase takes back ("tháo gỡ khó khăn"), nor its clause ("chưa phát hiện ..."). */
static bool fails(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last;) {
        if (bc_work_is(w, i, r.last, BC_TAG_NONE_OF)) {
            while (i < r.last && bc_work_mark(w, i) != ',' && bc_work_mark(w, i) != ';' && bc_work_mark(w, i) != '.')
                i++;
            i++;
            continue;
        }
        const bc_match *mends = bc_work_match(w, i, r.last, BC_TAG_MENDS);
        if (mends) { /* "khắc phục những tồn tại, hạn chế" */
            for (i += mends->length; i < r.last;) {
                const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_HEADING);
                if (!m && !bc_work_is(w, i, r.last, BC_TAG_AND) && bc_work_mark(w, i) != ',' &&
                    !bc_work_is(w, i, r.last, BC_TAG_PLURAL))
                    break;
                i += m ? m->length : 1;
            }
            continue;
        }
        const bc_match *no = bc_work_match(w, i, r.last, BC_TAG_NO_FAILING);
        if (no) {
            i += no->length;
            continue;
        }
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_FAILING);
        if (m && !m->loose)
            return true;
        i++;
    }
    return false;
}

static bc_range trim(const bc_work *w, bc_range r)
{
    while (r.first < r.last && w->tokens[r.first].kind == BC_TOKEN_MARK && w->tokens[r.first].mark != '"' &&
           w->tokens[r.first].mark != '(')
        r.first++;
    return r;
}

static bc_range opening(const bc_work *w, bc_range r, uint32_t most)
{
    uint32_t words = 0, i = r.first;
    for (; i < r.last && words < most; i++)
        words += w->tokens[i].kind == BC_TOKEN_WORD;
    return (bc_range){r.first, i};
}

/* The words of one field vote, those at the head of the sentence the most: it names what fails. -1: none. */
static int area_by(const bc_work *w, bc_range r, bc_tag tag)
{
    int votes[BC_AREAS] = {0}, best = -1;
    bool subject = true;
    for (uint32_t i = r.first; i < r.last;) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_AREA),
                       *weak = bc_work_match(w, i, r.last, BC_TAG_AREA_WEAK);
        const bc_match *mine = tag == BC_TAG_AREA ? m : weak, *other = tag == BC_TAG_AREA ? weak : m;
        uint32_t length = 1;
        if (mine && !mine->loose && (!other || mine->length >= other->length)) {
            votes[mine->value] += (mine->length < 3 ? mine->length : 3) * 2 + (best < 0 ? 3 : 0) + (subject ? 1 : 0);
            if (best < 0 || votes[mine->value] > votes[best])
                best = mine->value;
            length = mine->length;
        } else if (other && !other->loose) {
            length = other->length;
        }
        if (bc_work_is(w, i, r.last, BC_TAG_FAILING))
            subject = false;
        i += length;
    }
    return best;
}

/* What a shortcoming is about: its own words, else those of its heading, else those of the body that reports. */
static const char *area_of(const bc_work *w, bc_range r, const bc_block *b)
{
    int area = area_by(w, r, BC_TAG_AREA);
    for (int32_t p = b->parent; p >= 0 && area < 0; p = w->blocks[p].parent)
        area = area_by(w, (bc_range){w->blocks[p].body, w->blocks[p].tokens.last}, BC_TAG_AREA);
    if (area < 0)
        area = area_by(w, w->organization, BC_TAG_AREA);
    if (area < 0)
        area = area_by(w, r, BC_TAG_AREA_WEAK);
    if (area < 0)
        area = area_by(w, w->title, BC_TAG_AREA);
    return area >= 0 ? bc_lexicon_area(area) : "other";
}

/* A passage is one by the section it stands in, or by words of its own. */
static bool explain(bc_work *w, const bc_block *b, bc_range r, bc_passage *p)
{
    bool sectioned = b->kind == BC_SECTION_SHORTCOMINGS || b->kind == BC_SECTION_CAUSES ||
                     b->kind == BC_SECTION_GOALS || b->kind == BC_SECTION_TASKS;
    return bc_explain_words(w, "passage", sectioned ? "section" : "running_text", r, &p->explain);
}

/* "(1) ...; (2) ...": where the nth of a list inside a sentence begins; r.last: there is none. */
static uint32_t inner_item(const bc_work *w, bc_range r, char n)
{
    for (uint32_t i = r.first; i + 3 < r.last; i++) {
        const bc_token *number = &w->tokens[i + 1];
        if (bc_work_mark(w, i) == '(' && bc_work_mark(w, i + 2) == ')' && number->kind == BC_TOKEN_NUMBER &&
            number->end - number->start == 1 && w->text.ptr[number->start] == n)
            return i;
    }
    return r.last;
}

static bool add_one_task(state *s, bc_range r, const bc_block *b)
{
    bc_result *x = s->w->result;
    r = trim(s->w, r);
    if (r.first >= r.last)
        return true;
    if (!bc_arena_grow(s->w->arena, (void **)&x->tasks, x->task_count, &s->w->task_capacity, sizeof *x->tasks))
        return false;
    x->tasks[x->task_count++] =
        (bc_passage){.text = bc_work_text(s->w, r), .span = bc_work_span(s->w, r), .section = b->section};
    return explain(s->w, b, r, &s->w->result->tasks[s->w->result->task_count - 1]);
}

static bool add_task(state *s, bc_range r, const bc_block *b)
{
    uint32_t at = inner_item(s->w, r, '1');
    if (inner_item(s->w, r, '2') == r.last)
        at = r.last;
    if (at == r.last)
        return add_one_task(s, r, b);
    for (char n = '2'; at < r.last; n++) {
        uint32_t next = n <= '9' ? inner_item(s->w, (bc_range){at + 3, r.last}, n) : r.last;
        if (!add_one_task(s, (bc_range){at + 3, next}, b))
            return false;
        at = next;
    }
    return true;
}

/* The cause explains the shortcomings from `from` on. */
static bool add_cause(state *s, bc_range r, const bc_block *b, bc_cause_kind kind, size_t from)
{
    bc_work *w = s->w;
    bc_result *x = w->result;
    r = trim(w, r);
    if (r.first >= r.last)
        return true;
    if (!bc_arena_grow(w->arena, (void **)&x->causes, x->cause_count, &w->cause_capacity, sizeof *x->causes))
        return false;
    bool full = from < x->shortcoming_count && x->shortcomings[from].cause_count >= BC_MAX_CAUSES;
    for (size_t k = from; !full && k < x->shortcoming_count; k++) {
        bc_passage *o = &x->shortcomings[k];
        uint32_t *list = bc_arena_array(w->arena, o->cause_count + 1, sizeof *list);
        if (!list)
            return false;
        if (o->cause_count)
            memcpy(list, o->causes, o->cause_count * sizeof *list);
        list[o->cause_count++] = (uint32_t)x->cause_count;
        o->causes = list;
    }
    x->causes[x->cause_count++] =
        (bc_passage){.text = bc_work_text(w, r), .span = bc_work_span(w, r), .section = b->section, .cause = kind};
    return explain(w, b, r, &x->causes[x->cause_count - 1]);
}

/* "..., nguyên nhân do ngân sách khó khăn": the part of a sentence that says why; empty: none. */
static bc_range inner_cause(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first + 4; i < r.last; i++) {
        char before = bc_work_mark(w, i - 1);
        if ((before == ',' || before == ';' || before == '(') && bc_work_is(w, i, r.last, BC_TAG_CAUSE))
            return (bc_range){i, r.last};
    }
    return (bc_range){0};
}

static bool add_shortcoming(state *s, bc_range r, const bc_block *b)
{
    bc_work *w = s->w;
    bc_result *x = w->result;
    r = trim(w, r);
    if (r.first >= r.last)
        return true;
    const char *area = area_of(w, r, b);
    bool listed = b->kind == BC_SECTION_SHORTCOMINGS;
    if (s->explained || (listed && !s->listed)) { /* a new group begins */
        s->group = x->shortcoming_count;
        s->explained = false;
    }
    s->listed = listed;
    s->failing_seen = true;
    if (!bc_arena_grow(w->arena, (void **)&x->shortcomings, x->shortcoming_count, &w->shortcoming_capacity,
                       sizeof *x->shortcomings))
        return false;
    bc_passage *p = &x->shortcomings[x->shortcoming_count++];
    *p = (bc_passage){
        .text = bc_work_text(w, r), .span = bc_work_span(w, r), .section = b->section, .area = {area, strlen(area)}};
    bc_range why = inner_cause(w, r);
    return explain(w, b, r, p) && bc_unmet_find(w, s->index, r, p) &&
           (why.first >= why.last || add_cause(s, why, b, BC_CAUSE_UNKNOWN, x->shortcoming_count - 1));
}

static bool has_target(const bc_work *w, bc_range r)
{
    uint32_t k = bc_work_mention_from(w, r.first);
    return k < w->mention_count && w->mentions[k].tokens.last <= r.last;
}

static bool moves(const bc_work *w, bc_range r)
{
    return has(w, r, BC_TAG_RISE) || has(w, r, BC_TAG_FALL) || has(w, r, BC_TAG_REACH);
}

static bool opens_with(const bc_work *w, bc_range r, bc_tag tag)
{
    r = trim(w, r);
    return bc_work_is(w, r.first, r.last, tag);
}

/* An act, not just an aim ("phấn đấu"). */
static bool has_act(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++)
        if (bc_work_is(w, i, r.last, BC_TAG_TASK) && !bc_work_is(w, i, r.last, BC_TAG_STATUS))
            return true;
    return false;
}

/* "Tỷ lệ hộ nghèo còn ...", "100% xã ...": begins with what is measured, not with an act. */
static bool names_figure(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    bc_range front = opening(w, r, AIM_WORDS);
    for (uint32_t i = front.first; i < front.last; i++) { /* "Ngành phấn đấu ..." */
        const bc_match *m = bc_work_match(w, i, front.last, BC_TAG_STATUS);
        if (m && m->value == BC_STATUS_TARGET)
            return true;
    }
    return r.first < r.last &&
           (w->tokens[r.first].kind == BC_TOKEN_NUMBER || opens_with(w, r, BC_TAG_MEASURED) ||
            opens_with(w, r, BC_TAG_INDICATOR) || opens_with(w, r, BC_TAG_STATUS) ||
            (opens_with(w, r, BC_TAG_TASK_LEAD) && !has(w, front, BC_TAG_MODAL)) || opens_with(w, r, BC_TAG_QUARTER));
}

/* A figure with its unit, not the number of a name: "thủy điện Nậm Hóa 2". */
static bool has_measure(const bc_work *w, bc_range r)
{
    for (uint32_t k = bc_work_mention_from(w, r.first); k < w->mention_count && w->mentions[k].tokens.last <= r.last;
         k++)
        if (w->mentions[k].unit.first < w->mentions[k].unit.last)
            return true;
    return false;
}

/* Is there a figure before the first comma: "Nâng tỷ lệ che phủ lên 52%", not "Đôn đốc ..., phấn đấu phát điện 46 MW"?
 */
static bool figure_in_clause(const bc_work *w, bc_range r)
{
    for (uint32_t i = trim(w, r).first; i < r.last; i++)
        if (bc_work_mark(w, i) == ',' || bc_work_mark(w, i) == ';')
            return has_measure(w, (bc_range){r.first, i}) ||
                   (has_measure(w, r) && bc_work_find(w, i, r.last, BC_TAG_STATUS) == r.last);
    return has_measure(w, r);
}

/* "Phấn đấu giải quyết trên 90% đơn", "Phấn đấu thu 90 tỷ đồng; giao chỉ tiêu ...": an item of a list of tasks that
 * names an act, right behind the word or at the head of a later clause. */
static bool strives_by_act(const bc_work *w, bc_range r, const bc_block *b)
{
    r = trim(w, r);
    const bc_match *m = bc_work_match(w, r.first, r.last, BC_TAG_STATUS);
    if (b->kind != BC_SECTION_TASKS || b->rank == BC_RANK_PLAIN || !m || m->value != BC_STATUS_TARGET)
        return false;
    uint32_t k = bc_time_from(w, r.first), act = r.first + m->length;
    if (k < w->time_count && w->times[k].tokens.first <= act + 1 && w->times[k].tokens.last < r.last)
        act = w->times[k].tokens.last; /* "Phấn đấu đến 31/12 cấp giấy ..." */
    const bc_match *task = bc_work_match(w, act, r.last, BC_TAG_TASK),
                   *verb = bc_work_match(w, act, r.last, BC_TAG_VERB),
                   *measured = bc_work_match(w, act, r.last, BC_TAG_MEASURED); /* "thu hồi", not "thu" */
    if ((task && (!measured || task->length > measured->length)) ||
        (verb && (!measured || verb->length > measured->length)))
        return true;
    for (uint32_t i = act + 1; i < r.last; i++) {
        char before = bc_work_mark(w, i - 1);
        if ((before == ';' || before == ',') && bc_work_is(w, i, r.last, BC_TAG_TASK) &&
            !bc_work_is(w, i, r.last, BC_TAG_STATUS) && !bc_work_is(w, i, r.last, BC_TAG_MEASURED))
            return true;
    }
    return false;
}

/* "UBND tỉnh kính đề nghị Bộ ...": asked of those above. */
static bool begs(const bc_work *w, bc_range r)
{
    bc_range front = opening(w, r, OPENING_WORDS);
    uint32_t at = bc_work_find(w, front.first, front.last, BC_TAG_BEG);
    return at != front.last && !has_act(w, (bc_range){r.first, at});
}

/* A name under the last item, "Phòng Kế hoạch - Tài chính": a line without a stop that says nothing to do. */
static bool signs(const bc_work *w, bc_range r, const bc_block *b)
{
    return b->rank == BC_RANK_PLAIN && r.last == b->tokens.last && w->tokens[r.last - 1].kind == BC_TOKEN_WORD &&
           opening(w, r, TITLE_WORDS).last == r.last && !has_act(w, r) && !has(w, r, BC_TAG_VERB);
}

/* "Sở dự báo cả năm xuất khẩu đạt ...", not "Dự kiến trình 3 nghị quyết": a figure foretold, nothing to do. */
static bool foretells(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    bc_range front = opening(w, r, AIM_WORDS);
    for (uint32_t i = front.first; i < front.last; i++) {
        const bc_match *m = bc_work_match(w, i, front.last, BC_TAG_STATUS);
        if (m && m->value == BC_STATUS_FORECAST)
            return has_target(w, r) && !has(w, opening(w, (bc_range){i + m->length, r.last}, 2), BC_TAG_TASK);
    }
    return false;
}

/* "rà soát 41.270 hồ sơ, ...": an act with its count tells what was done. */
static bool counts_act(const bc_work *w, bc_range r)
{
    for (uint32_t k = bc_work_mention_from(w, r.first); k < w->mention_count && w->mentions[k].tokens.last <= r.last;
         k++) {
        uint32_t at = w->mentions[k].tokens.first;
        if (bc_work_before(w, r.first, at, BC_TAG_TASK) != at || bc_work_before(w, r.first, at, BC_TAG_VERB) != at)
            return true;
    }
    return false;
}

/* Any verb of an act counts where no figure before it tells what was done. */
static bool acts(const bc_work *w, bc_range r, bool any)
{
    return has(w, r, BC_TAG_TASK) || (any && has(w, r, BC_TAG_VERB));
}

/* "Sở sẽ rà soát ...", "yêu cầu các đơn vị tập trung ..." */
static bool tells_future(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    bc_range front = opening(w, r, MODAL_WORDS);
    if (has(w, front, BC_TAG_DONE))
        return false;
    for (uint32_t i = front.first; i < front.last; i++) {
        const bc_match *m = bc_work_match(w, i, front.last, BC_TAG_MODAL);
        if (m && counts_act(w, (bc_range){r.first, i}))
            return false;
        if (m && w->tokens[i + m->length].kind != BC_TOKEN_NUMBER &&          /* "nhắc nhở 48 cơ sở" */
            (i == r.first || !bc_work_is(w, i - 1, i, BC_TAG_CAUSE_START)) && /* "do tiếp tục giảm thuế": why */
            acts(w, opening(w, (bc_range){i + m->length, r.last}, ACT_WORDS),
                 !has_target(w, (bc_range){r.first, i}) && !fails(w, r)))
            return true;
    }
    return false;
}

/* "Cùng với đó, đẩy nhanh ...": one act more. */
static bool adds_act(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    const bc_match *more = bc_work_match(w, r.first, r.last, BC_TAG_MORE);
    return more && opens_with(w, (bc_range){r.first + more->length, r.last}, BC_TAG_TASK);
}

/* Does a sentence or item of the part on goals say what to do? One that only gives numbers is targets. */
static bool is_task(const bc_work *w, bc_range r, const bc_block *b)
{
    if (bc_work_mark(w, r.last - 1) == '?' || begs(w, r) || foretells(w, r) || signs(w, r, b))
        return false;
    if (opens_with(w, r, BC_TAG_DONE) || opens_with(w, r, BC_TAG_PAST) ||
        (opens_with(w, r, BC_TAG_PROPOSE) && !opens_with(w, r, BC_TAG_TASK)))
        return false;
    if (opens_with(w, r, BC_TAG_STATUS) && has_target(w, r))
        return strives_by_act(w, r, b);
    if (b->kind == BC_SECTION_GOALS) { /* an aim without an act is none */
        bc_range act = opening(w, r, MODAL_WORDS);
        if (has(w, act, BC_TAG_PLAN_LEAD) && !opens_with(w, r, BC_TAG_STATUS) && has_act(w, act))
            return true; /* "Trước mắt, Sở yêu cầu ..." */
        if (b->rank == BC_RANK_PLAIN && !opens_with(w, r, BC_TAG_STATUS) && (tells_future(w, r) || adds_act(w, r)))
            return true; /* "Theo đó, Sở sẽ tổ chức ...", "Cùng với đó, đẩy nhanh ..." */
        return (opens_with(w, r, BC_TAG_TASK) ||
                (opens_with(w, r, BC_TAG_VERB) && !opens_with(w, r, BC_TAG_MEASURED))) &&
               !figure_in_clause(w, r);
    }
    if (opens_with(w, r, BC_TAG_TASK))
        return true;
    return !has_target(w, r) || has_act(w, opening(w, r, OPENING_WORDS)) || !names_figure(w, r);
}

static bc_cause_kind named_cause(const bc_work *w, bc_range r, bc_cause_kind otherwise)
{
    uint32_t i = bc_work_find(w, r.first, r.last, BC_TAG_CAUSE_KIND);
    const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_CAUSE_KIND);
    return m ? (bc_cause_kind)m->value : otherwise;
}

static bool announces(const bc_work *w, bc_range r)
{
    return bc_work_mark(w, r.last - 1) == ':';
}

/* "mới có 4 sản phẩm": a word of little with its figure behind. */
static bool reaches_little(const bc_work *w, bc_range r)
{
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_ONLY);
        if (!m || bc_work_mark(w, i - 1) == ',')
            continue;
        for (uint32_t k = i + m->length; k < r.last && k <= i + m->length + 2; k++)
            if (w->tokens[k].kind == BC_TOKEN_NUMBER)
                return true;
    }
    return false;
}

/* Does what stands behind a "nhưng" at i begin with a word of failing: "nhưng chưa ...", "song vẫn còn thấp"? */
static bool turns(const bc_work *w, uint32_t i, uint32_t end)
{
    const bc_match *yet = bc_work_match(w, i, end, BC_TAG_YET);
    uint32_t k = i + yet->length;
    const bc_match *still = bc_work_match(w, k, end, BC_TAG_STILL);
    if (still)
        k += still->length;
    for (uint32_t at = k + 1; !still && at < k + TURN_WORDS && at < end; at++) {
        if (w->tokens[at - 1].kind != BC_TOKEN_WORD || bc_work_is(w, at - 1, end, BC_TAG_FAILING))
            break;
        still = bc_work_match(w, at, end, BC_TAG_STILL); /* "song nền kinh tế còn nhiều khó khăn" */
        if (still)
            k = bc_work_is(w, at, end, BC_TAG_FAILING) ? at : at + still->length; /* "còn nhiều" is a failing */
    }
    const bc_match *failing = bc_work_match(w, k, end, BC_TAG_FAILING);
    return failing && !failing->loose && !bc_work_is(w, k, end, BC_TAG_NO_FAILING) && fails(w, (bc_range){k, end});
}

/* "Hội nghị cũng chỉ ra không ít bất cập.": ends in the noun that the sentences behind it fill. */
static bool announces_failings(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    uint32_t last = r.last;
    while (last > r.first && w->tokens[last - 1].kind == BC_TOKEN_MARK)
        last--;
    if (has_target(w, r) || opening(w, r, CONTRAST_WORDS).last != r.last)
        return false;
    const bc_match *turn = bc_work_match(w, r.first, r.last, BC_TAG_CONTRAST);
    uint32_t verb = turn ? r.first + turn->length : r.first;
    verb += bc_work_mark(w, verb) == ',';
    bool told = has(w, r, BC_TAG_ADMIT) || bc_work_is(w, verb, r.last, BC_TAG_STILL) ||
                bc_work_is(w, verb, r.last, BC_TAG_CONTRAST); /* nobody's failing: "Tuy nhiên, vẫn còn những hạn chế" */
    for (uint32_t i = r.first; i < last; i++) {
        const bc_match *m = bc_work_match(w, i, last, BC_TAG_HEADING);
        if (m && m->value == BC_SECTION_SHORTCOMINGS &&
            (told || bc_work_before(w, r.first, i, BC_TAG_CONTRAST) != i)) { /* "ông X cho rằng vẫn còn những ..." */
            uint32_t behind = i + m->length;
            while (behind < last &&
                   (bc_work_is(w, behind, last, BC_TAG_HEADING) || bc_work_is(w, behind, last, BC_TAG_AND) ||
                    w->tokens[behind].kind == BC_TOKEN_MARK))
                behind++;
            if (behind >= last)
                return true;
        }
    }
    return false;
}

/* "Tuy vậy, nợ thuế vẫn ở mức ...", "đuối nước vẫn làm 19 trẻ tử vong": what should not be there still is, or grew
 * where the writer turns to it. */
static bool weighs(const bc_work *w, bc_range r)
{
    bc_range front = opening(w, r, CONTRAST_WORDS);
    uint32_t at = bc_work_find(w, front.first, front.last, BC_TAG_BURDEN);
    if (at == front.last || !has_target(w, r) || has(w, (bc_range){r.first, at}, BC_TAG_NONE_OF))
        return false;
    bool turn = bc_work_is(w, r.first, r.last, BC_TAG_CONTRAST) || bc_work_is(w, r.first, r.last, BC_TAG_NOTABLE);
    bool less = false;
    for (uint32_t i = at; i < r.last && bc_work_mark(w, i) != ';'; i++)
        less |= bc_work_is(w, i, r.last, BC_TAG_FALL);
    return !less && (turn || has(w, front, BC_TAG_PERSISTS));
}

/* "Còn 07 công trình đưa vào sử dụng khi chưa ...": a remainder that fails; behind what was done it is a balance. */
static bool remains(const bc_work *w, bc_range r)
{
    const bc_match *left = bc_work_match(w, r.first, r.last, BC_TAG_LEFT);
    return left && r.first + left->length < r.last && w->tokens[r.first + left->length].kind == BC_TOKEN_NUMBER &&
           fails(w, r);
}

/* Does a sentence tell a failing by itself, outside of a part on shortcomings? */
static bool tells_failing(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    bc_range front = opening(w, r, CONTRAST_WORDS);
    uint32_t at = bc_work_find(w, front.first, front.last, BC_TAG_CONTRAST);
    if (at != front.last && (fails(w, (bc_range){at, r.last}) || reaches_little(w, (bc_range){at, r.last})))
        return true;
    if (weighs(w, r) || remains(w, r))
        return true;
    for (uint32_t i = r.first + 4; i < front.last; i++) /* "phục hồi nhưng chưa thật vững: ..." */
        if (bc_work_is(w, i, r.last, BC_TAG_YET) && !has_target(w, (bc_range){r.first, i}) && turns(w, i, r.last))
            return true;
    for (uint32_t i = front.last; i < r.last; i++) /* "..., tuy nhiên số lượng chưa nhiều" */
        if (w->tokens[i - 1].kind == BC_TOKEN_MARK && bc_work_is(w, i, r.last, BC_TAG_CONTRAST) &&
            fails(w, (bc_range){i, r.last}))
            return true;
    at = bc_work_find(w, front.first, front.last, BC_TAG_ADMIT);
    const bc_match *admit = bc_work_match(w, at, r.last, BC_TAG_ADMIT);
    if (admit && at != front.last && fails(w, (bc_range){at, r.last}) &&
        !(at + admit->length < r.last &&
          w->tokens[at + admit->length].kind == BC_TOKEN_NUMBER)) /* "kiểm tra chỉ ra 112 tồn tại": counted at others */
        return true;
    if (bc_work_is(w, r.first, r.last, BC_TAG_YET) && !bc_work_is(w, r.first, r.last, BC_TAG_NO_FAILING) && fails(w, r))
        return true;
    bc_range three = opening(w, r, 3);
    at = bc_work_find(w, three.first, three.last, BC_TAG_CONCEDE);
    if (at == three.last)
        return false;
    for (uint32_t i = at + 1; i < r.last; i++)
        if (bc_work_is(w, i, r.last, BC_TAG_YET) || bc_work_is(w, i, r.last, BC_TAG_STILL))
            return fails(w, (bc_range){i, r.last});
    return false;
}

/* "Những hạn chế trên một phần do ...": why, of what was told before. One that says no more than that there are causes
 * is none. */
static bool explains_above(const bc_work *w, bc_range r)
{
    bc_range front = opening(w, r, OPENING_WORDS), subject = opening(w, r, SUBJECT_WORDS);
    uint32_t pointer = bc_work_find(w, r.first + 1, subject.last, BC_TAG_ABOVE);
    for (uint32_t i = pointer + 1; pointer < subject.last && i < pointer + SUBJECT_WORDS && i < r.last; i++) {
        if (bc_work_is(w, i, r.last, BC_TAG_CAUSE_START) || bc_work_is(w, i, r.last, BC_TAG_CAUSE))
            return true; /* "Tình trạng này chủ yếu là do ..." */
        if (!bc_work_is(w, i, r.last, BC_TAG_FILLER) && !bc_work_is(w, i, r.last, BC_TAG_ANNOUNCE) &&
            !bc_work_is(w, i, r.last, BC_TAG_DESCRIBE))
            break;
    }
    uint32_t noun = bc_work_find(w, front.first, front.last, BC_TAG_FAILING);
    uint32_t above = bc_work_find(w, noun, front.last, BC_TAG_ABOVE);
    if (noun == front.last || above == front.last)
        return false;
    for (uint32_t i = above + 1; i < front.last; i++)
        if (bc_work_is(w, i, r.last, BC_TAG_CAUSE_START) || bc_work_is(w, i, r.last, BC_TAG_CAUSE))
            return true;
    return false;
}

/* "Những hạn chế trên có nguyên nhân khách quan và chủ quan." */
static bool announces_causes(const bc_work *w, bc_range r)
{
    bc_range front = opening(w, r, OPENING_WORDS);
    uint32_t at = bc_work_find(w, r.first, front.last, BC_TAG_CAUSE);
    if (at == front.last)
        return false;
    bool kinds = false;
    for (uint32_t i = at; i < r.last;) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_CAUSE_KIND);
        kinds |= m != NULL;
        if (!m && i > at + 3 && w->tokens[i].kind == BC_TOKEN_WORD && !bc_work_is(w, i, r.last, BC_TAG_AND) &&
            !bc_work_is(w, i, r.last, BC_TAG_ANNOUNCE))
            return false;
        i += m ? m->length : 1;
    }
    return kinds;
}

/* "Nguyên nhân là do ...", not of a success. */
static bool tells_cause(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    bc_range front = opening(w, r, OPENING_WORDS);
    uint32_t at = bc_work_find(w, front.first, front.last, BC_TAG_CAUSE);
    if (at == front.last)
        return explains_above(w, r) || has(w, r, BC_TAG_CAUSE_END);
    const bc_match *m = bc_work_match(w, at, r.last, BC_TAG_CAUSE);
    if (at > r.first && has_measure(w, (bc_range){r.first, at}))
        return false; /* "CPI tăng 0,94% chủ yếu do ...": of its own figure */
    return !bc_work_is(w, at + m->length, r.last, BC_TAG_SUCCESS);
}

/* "Năm 2024, ngành đẩy mạnh ...": a time behind what the document covers, then an act. */
static bool tells_next_period(const bc_work *w, bc_range r)
{
    bc_date now = w->report_period.set ? w->report_period.to : w->report_date;
    r = trim(w, r);
    if (!now.year)
        return false;
    for (uint32_t k = bc_time_from(w, r.first); k < w->time_count && w->times[k].tokens.first < r.first + MODAL_WORDS;
         k++) {
        const bc_time *t = &w->times[k];
        if (t->tokens.last > r.last)
            break;
        if (t->value.set && !t->baseline && t->value.from.year && t->value.from.year >= w->report_date.year &&
            bc_date_compare(t->value.from, now) > 0 && bc_date_compare(t->value.from, t->value.to) != 0) {
            bc_range act = opening(w, (bc_range){t->tokens.last, r.last}, ACT_WORDS);
            return has(w, act, BC_TAG_TASK) && !has(w, act, BC_TAG_DONE);
        }
    }
    return false;
}

/* "Thời gian tới, ...", "Để khắc phục, ...": at the head of the sentence or of a clause; a year that money was carried
 * into ("kéo dài sang năm 2021") leads nowhere. */
static bool leads_on(const bc_work *w, bc_range r, bc_range front)
{
    if (has(w, front, BC_TAG_DONE))
        return false;
    uint32_t first = trim(w, r).first;
    bool figures = has_target(w, r) && !has_act(w, r);
    for (uint32_t i = first; i < front.last; i++)
        if (bc_work_is(w, i, front.last, BC_TAG_TASK_LEAD) || bc_work_is(w, i, front.last, BC_TAG_PLAN_LEAD))
            if (!figures || i <= first + 1 || w->tokens[i - 1].kind == BC_TOKEN_MARK || has(w, r, BC_TAG_STATUS))
                return true;
    return false;
}

static bool has_children(const bc_work *w, uint32_t block)
{
    if (block + 1 >= w->block_count)
        return false;
    const bc_block *next = &w->blocks[block + 1];
    return next->parent == (int32_t)block ||
           (w->blocks[block].opens_list && next->rank == BC_RANK_PLAIN &&
            bc_work_is(w, next->body, next->tokens.last, BC_TAG_MORE)) ||
           (w->blocks[block].rank == BC_RANK_PLAIN && next->rank != BC_RANK_PLAIN && !next->heading);
}

/* "... đạt kết quả như sau:" over the first heading. */
static bool heads_on(const bc_work *w, const bc_block *b)
{
    return b + 1 < w->blocks + w->block_count && b[1].heading;
}

static mode mode_of(bc_section_kind kind)
{
    switch (kind) {
    case BC_SECTION_SHORTCOMINGS:
        return MODE_SHORTCOMING;
    case BC_SECTION_CAUSES:
        return MODE_CAUSE;
    case BC_SECTION_GOALS:
    case BC_SECTION_TASKS:
        return MODE_TASK;
    default:
        return MODE_NONE;
    }
}

/* An item of a list of shortcomings: the failing, then perhaps sentences that say why. */
static bool read_item(state *s, uint32_t first, uint32_t last, const bc_block *b)
{
    const bc_work *w = s->w;
    uint32_t k = first + 1;
    while (k < last && !tells_cause(w, w->sentences[k].tokens))
        k++;
    if (!add_shortcoming(s, (bc_range){w->sentences[first].tokens.first, w->sentences[k - 1].tokens.last}, b))
        return false;
    size_t own = w->result->shortcoming_count - 1;
    for (; k < last; k++)
        if (!add_cause(s, w->sentences[k].tokens, b, named_cause(w, w->sentences[k].tokens, BC_CAUSE_UNKNOWN), own))
            return false;
    return true;
}

/* A page of news has no heading over what comes: does it begin here, behind the failings? */
static bool turns_to_tasks(const state *s, bc_range r, bool opens)
{
    const bc_work *w = s->w;
    bc_range act = opening(w, r, MODAL_WORDS);
    if (s->planned || !s->failing_seen || has(w, act, BC_TAG_DONE))
        return false;
    if (leads_on(w, r, opening(w, r, OPENING_WORDS)) &&
        (has_act(w, act) || has(w, act, BC_TAG_STATUS) || has(w, act, BC_TAG_MODAL)))
        return true;
    return tells_next_period(w, r) || (opens && (s->future_seen || !fails(w, r)) && tells_future(w, r));
}

/* A block of a part of its own, sentence by sentence. */
static bool read_part(state *s, uint32_t first, uint32_t last, const bc_block *b, mode part, bc_range start)
{
    const bc_work *w = s->w;
    bc_cause_kind kind = b->cause;
    mode now = part;
    for (uint32_t k = first; k < last; k++) {
        bc_range r = w->sentences[k].tokens;
        if (k == first)
            r.first = start.first;
        if (part != MODE_TASK &&
            (tells_cause(w, r) || (now == MODE_SHORTCOMING && opens_with(w, r, BC_TAG_CAUSE_START))))
            now = MODE_CAUSE;
        if (now == MODE_CAUSE)
            kind = named_cause(w, r, kind);
        if ((now != MODE_TASK && opens_with(w, r, BC_TAG_PROPOSE)) ||
            (now == MODE_SHORTCOMING && !fails(w, r) && has(w, opening(w, r, OPENING_WORDS), BC_TAG_PROPOSE)) ||
            (announces(w, r) && has_children(w, w->sentences[first].block)) || announces_causes(w, r))
            continue;
        bool done = now == MODE_SHORTCOMING ? add_shortcoming(s, r, b)
                    : now == MODE_CAUSE     ? add_cause(s, r, b, kind, s->group)
                                            : !is_task(w, r, b) || add_task(s, r, b);
        if (!done)
            return false;
        s->explained |= now == MODE_CAUSE;
    }
    return true;
}

/* "CNHT ngành cơ khí chưa có nhiều chuyển biến": judged so wherever it stands, but not what is mended. */
static bool gives_verdict(const bc_work *w, bc_range r)
{
    uint32_t at = bc_work_find(w, r.first, r.last, BC_TAG_VERDICT);
    if (at == r.last || bc_work_before(w, r.first, at, BC_TAG_MODAL) != at)
        return false; /* "sẽ còn gặp khó khăn" is to come */
    for (uint32_t i = at > r.first + 4 ? at - 4 : r.first; i < at; i++)
        if (bc_work_is(w, i, at, BC_TAG_PLURAL) && !(i > r.first && bc_work_is(w, i - 1, at, BC_TAG_VAGUE)))
            return false; /* "các khâu còn yếu" as a topic, not "ở một số cơ quan còn yếu" */
    if (bc_work_find(w, r.first, at, BC_TAG_MENDS) != at)
        return false; /* "đã khắc phục tình trạng giải ngân còn chậm" */
    uint32_t end = at + bc_work_match(w, at, r.last, BC_TAG_VERDICT)->length;
    if (bc_work_find(w, at, end, BC_TAG_MISSED) != end && at > r.first + LEAD_WORDS)
        return false; /* "Trong 19 chỉ tiêu có 17 chỉ tiêu đạt, 02 chỉ tiêu không đạt": a balance */
    for (uint32_t i = at; i-- > r.first && bc_work_mark(w, i) != ',';)
        if (bc_work_is(w, i, at, BC_TAG_CONCEDE))
            return false; /* "Mặc dù gặp nhiều khó khăn, ..." */
    return true;
}

/* Is the heading right above one of an assessment by its own words? */
static bool assesses(const bc_work *w, const bc_block *b)
{
    if (b->kind != BC_SECTION_ASSESSMENT || b->parent < 0)
        return false;
    const bc_block *over = &w->blocks[b->parent];
    for (uint32_t i = over->body; i < over->tokens.last; i++) {
        const bc_match *m = bc_work_match(w, i, over->tokens.last, BC_TAG_HEADING);
        if (m && m->value == BC_SECTION_ASSESSMENT)
            return true;
    }
    return false;
}

/* A sentence of an assessment that only tells what fails, granting nothing. */
static bool judges(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    return fails(w, r) && !has(w, opening(w, r, LEAD_WORDS), BC_TAG_CONCEDE) && !has(w, r, BC_TAG_DONE) &&
           !has(w, r, BC_TAG_MODAL) && !opens_with(w, r, BC_TAG_TASK) && !has_measure(w, r);
}

static bool has_digits(const bc_work *w, bc_range r)
{
    for (uint32_t k = bc_work_mention_from(w, r.first); k < w->mention_count && w->mentions[k].tokens.last <= r.last;
         k++)
        if (!w->mentions[k].in_words)
            return true;
    return false;
}

/* "Bên cạnh đó, về chủ quan, ...": one more, and it says that it is a cause. */
static bool adds_cause(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    const bc_match *more = bc_work_match(w, r.first, r.last, BC_TAG_MORE);
    if (!more)
        return false;
    r.first += more->length;
    return opens_with(w, r, BC_TAG_CAUSE_START) || opens_with(w, r, BC_TAG_CAUSE_KIND) ||
           opens_with(w, r, BC_TAG_CAUSE);
}

static bool asks_why(const bc_work *w, bc_range r)
{
    return bc_work_mark(w, r.last - 1) == '?' && opens_with(w, r, BC_TAG_CAUSE_START);
}

/* "Theo lãnh đạo Sở, thu nhập bấp bênh, ...": somebody's reasons behind a run of failings, no figures and no failing
 * that he names so. */
static bool gives_reasons(const bc_work *w, bc_range r)
{
    if (!opens_with(w, r, BC_TAG_SAYS) || has_target(w, r) || has(w, r, BC_TAG_CONTRAST) || has(w, r, BC_TAG_ADMIT))
        return false;
    for (uint32_t i = r.first; i < r.last; i++) {
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_HEADING);
        if (m && !m->loose && m->value == BC_SECTION_SHORTCOMINGS)
            return false;
    }
    return true;
}

/* "Song cũng phải nhìn thẳng ...", "Mặt khác ..." behind a cause: one more. */
static bool goes_on(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    if (bc_work_is(w, r.first, r.last, BC_TAG_MORE) && fails(w, r) && !has(w, r, BC_TAG_MISSED) && !has_digits(w, r))
        return true; /* a number word is no figure to tell: "bàn giao giữa hai sở còn lúng túng" */
    return (bc_work_is(w, r.first, r.last, BC_TAG_YET) || bc_work_is(w, r.first, r.last, BC_TAG_MORE)) &&
           !has_target(w, r);
}

/* A block outside of the parts on shortcomings, causes and tasks: news, results, assessments. */
static bool read_running(state *s, uint32_t first, uint32_t last, const bc_block *b, mode from_heading)
{
    const bc_work *w = s->w;
    bc_cause_kind kind = BC_CAUSE_UNKNOWN;
    mode now = from_heading;
    bool crosshead = from_heading == MODE_SHORTCOMING;
    size_t before = w->result->shortcoming_count; /* those that a cause in this block explains */
    bool open = b->kind == BC_SECTION_OTHER || b->kind == BC_SECTION_ASSESSMENT || crosshead;
    bool late = s->failing_seen || s->future_seen;
    bool asked = false; /* "Vì sao chậm?" */
    /* the sentence before, or the crosshead right above, said that failings follow */
    bool listed = crosshead && !s->future_seen &&
                  (w->sentences[first].block == 0 || b[-1].heading || fails(w, w->sentences[first].tokens));
    for (uint32_t k = first; k < last; k++) {
        bc_range r = w->sentences[k].tokens;
        bc_range front = opening(w, r, OPENING_WORDS);
        bool dialogue = opens_with(w, r, BC_TAG_PROPOSE);
        mode zone = now;
        if (announces(w, r) && (has_children(w, w->sentences[first].block) || (k + 1 == last && heads_on(w, b))))
            continue;
        bool verdict = now != MODE_CAUSE && now != MODE_TASK && gives_verdict(w, r);
        bool starts = opens_with(w, r, BC_TAG_CAUSE_START) &&
                      (now == MODE_SHORTCOMING || now == MODE_CAUSE || !has_target(w, r) ||
                       !has(w, front, BC_TAG_DONE)); /* "Do dịch bệnh, đã có 87 doanh nghiệp ...": news, no reason */
        if (now == MODE_SHORTCOMING && opens_with(w, r, BC_TAG_SAYS) && has(w, r, BC_TAG_HENCE))
            now = MODE_CAUSE;
        else if (crosshead && now != MODE_TASK && turns_to_tasks(s, r, k == first))
            now = MODE_TASK;
        else if (now == MODE_SHORTCOMING && w->result->shortcoming_count > before + 1 && gives_reasons(w, r))
            now = MODE_CAUSE;
        else if ((now == MODE_SHORTCOMING || now == MODE_CAUSE) && adds_cause(w, r))
            now = MODE_CAUSE;
        else if ((tells_cause(w, r) || starts) &&
                 (now == MODE_SHORTCOMING || now == MODE_CAUSE || s->low || w->result->shortcoming_count > 0))
            now = MODE_CAUSE;
        else if (now == MODE_CAUSE && goes_on(w, r))
            ;
        else if (tells_failing(w, r) || verdict || (assesses(w, b) && judges(w, r)))
            now = MODE_SHORTCOMING;
        else if (open && !crosshead && leads_on(w, r, front))
            now = MODE_TASK;
        else if (b->kind == BC_SECTION_OTHER && !s->planned && now != MODE_CAUSE &&
                 (tells_next_period(w, r) || ((late || s->failing_seen) && tells_future(w, r))))
            now = MODE_TASK;
        else if (now == MODE_CAUSE && !crosshead && !has(w, front, BC_TAG_CAUSE_KIND) &&
                 (!open || (has_target(w, r) && moves(w, r))))
            now = MODE_NONE; /* figures again */
        s->low = has(w, r, BC_TAG_ONLY) || has(w, r, BC_TAG_FALL);
        if (asked) /* the answer */
            now = MODE_CAUSE;
        asked = asks_why(w, r);
        if (asked)
            continue;
        if (dialogue || announces_causes(w, r))
            continue;
        if (crosshead && now == MODE_SHORTCOMING && !fails(w, r) &&
            (has(w, front, BC_TAG_PROPOSE) || has(w, front, BC_TAG_DONE)))
            continue; /* what somebody asked for or did */
        if (zone == MODE_NONE && k + 1 < last && announces_failings(w, r)) {
            now = MODE_SHORTCOMING;
            listed = true;
            continue;
        }
        if (now == MODE_SHORTCOMING) {
            if (!listed && !tells_failing(w, r) && !fails(w, r) && !has(w, r, BC_TAG_WANTING))
                continue;
            if (!add_shortcoming(s, r, b))
                return false;
            if (zone != MODE_SHORTCOMING && verdict && !tells_failing(w, r) && (k > first || has_target(w, r)))
                now = MODE_NONE; /* judged in passing: what follows is told anew */
        } else if (now == MODE_CAUSE) {
            size_t from = w->result->shortcoming_count > before ? before : s->group;
            kind = named_cause(w, r, kind);
            if (!add_cause(s, r, b, kind, from))
                return false;
            s->explained = true;
        } else if (now == MODE_TASK) {
            s->future_seen = true;
            bool figures = crosshead && has_target(w, r) && !has_act(w, r) && !has(w, front, BC_TAG_MODAL) &&
                           !(opens_with(w, r, BC_TAG_MORE) && !moves(w, r)); /* a forecast among the acts */
            if (!figures && is_task(w, r, b) && !add_task(s, r, b))
                return false;
        }
    }
    return true;
}

/* Is the lead a heading that runs in, no part of the sentence: "Nguyên nhân chủ quan:", not "Hội nghị chỉ ra hạn chế:"?
 */
static bool runs_in(const bc_work *w, bc_range lead)
{
    bc_range front = opening(w, lead, LEAD_WORDS);
    front.last = front.last < lead.last ? front.last : lead.last;
    for (uint32_t i = front.first; i < lead.last; i++)
        if (bc_work_is(w, i, lead.last, BC_TAG_FAILING) && bc_work_is(w, i + 2, lead.last, BC_TAG_ABOVE))
            return false; /* "Những khó khăn trên bắt nguồn từ:" */
    for (uint32_t i = front.first; i < lead.last; i++) {
        const bc_match *m = bc_work_match(w, i, lead.last, BC_TAG_ANNOUNCE);
        if (m && i + m->length < lead.last && m->length == 1 && !bc_work_is(w, i, lead.last, BC_TAG_HEADING))
            return false; /* "Nỗi lo lớn nhất là nguồn nhân lực:" */
    }
    for (uint32_t i = front.first; i < front.last; i++) {
        if (bc_work_is(w, i, lead.last, BC_TAG_HEADING) || bc_work_is(w, i, lead.last, BC_TAG_CAUSE) ||
            bc_work_is(w, i, lead.last, BC_TAG_CAUSE_KIND))
            return lead.first < lead.last;
        if (bc_work_is(w, i, lead.last, BC_TAG_CONTRAST) || bc_work_is(w, i, lead.last, BC_TAG_ADMIT))
            break;
    }
    return false;
}

/* "Dù vậy, lãnh đạo Sở thừa nhận ... còn phụ thuộc vào ...": turns from what went well, to nothing that is to be done.
 */
static bool admits(const bc_work *w, bc_range r)
{
    r = trim(w, r);
    return bc_work_is(w, r.first, r.last, BC_TAG_CONTRAST) && tells_failing(w, r) && !tells_future(w, r) &&
           !leads_on(w, r, opening(w, r, OPENING_WORDS));
}

/* The sentences [first, last) of one block. */
static bool read_block(state *s, uint32_t first, uint32_t last)
{
    const bc_work *w = s->w;
    uint32_t block = w->sentences[first].block;
    const bc_block *b = &w->blocks[block];
    mode part = mode_of(b->kind);
    bc_range whole = {w->sentences[first].tokens.first, w->sentences[last - 1].tokens.last};
    bool lead_names = runs_in(w, b->lead);
    if (part == MODE_TASK && b->rank == BC_RANK_PLAIN && !lead_names && admits(w, w->sentences[first].tokens))
        return read_running(s, first, last, b, MODE_SHORTCOMING); /* "Còn nhiều việc phải làm": of what is not done */
    if (b->kind == BC_SECTION_CONTEXT && s->listed && !s->explained && tells_cause(w, w->sentences[first].tokens))
        return read_running(s, first, last, b, MODE_CAUSE); /* why, behind a list of failings in the introduction */
    if (b->kind == BC_SECTION_PROPOSALS || b->kind == BC_SECTION_LESSONS || b->kind == BC_SECTION_CONTEXT ||
        (b->heading && b->rank == BC_RANK_PART))
        return true;
    if (part == MODE_NONE)
        return read_running(s, first, last, b, MODE_NONE);
    if (b->rank == BC_RANK_PLAIN && last - first > 1 && announces(w, w->sentences[last - 1].tokens) &&
        (b->parent < 0 || w->blocks[b->parent].kind != b->kind)) /* only its last sentence belongs to the list */
        return read_running(s, first, last - 1, b, MODE_NONE);
    if (part == MODE_SHORTCOMING && b->rank == BC_RANK_PLAIN && !s->planned && !lead_names && b->parent >= 0 &&
        w->blocks[b->parent].rank == BC_RANK_PLAIN && !b->opens_list)
        return read_running(s, first, last, b, part);
    bool title = b->rank <= BC_RANK_ARABIC_3 && opening(w, whole, TITLE_WORDS).last == whole.last &&
                 !opens_with(w, whole, BC_TAG_TASK); /* "I/ Công tác thi đua." over its items */
    if ((announces(w, whole) || title) && has_children(w, block) && last - first == 1)
        return true;
    /* "- Khách quan: ..." is an item of a list, "2.1. Nguyên nhân khách quan: ..." a heading that runs in */
    bool labelled = part == MODE_CAUSE && b->rank >= BC_RANK_DASH &&
                    has(w, (bc_range){b->lead.first, b->lead.last + 1}, BC_TAG_CAUSE_KIND);
    if (b->rank == BC_RANK_PLAIN || (lead_names && !labelled) || (labelled && last - first > 1)) {
        bc_range start = w->sentences[first].tokens;
        if (lead_names && !labelled && b->lead.last + 1 < start.last)
            start.first = b->lead.last + 1;
        return read_part(s, first, last, b, part, start);
    }
    if (part == MODE_TASK)
        return !is_task(w, whole, b) || add_task(s, whole, b);
    if (part == MODE_SHORTCOMING && !tells_cause(w, w->sentences[first].tokens))
        return read_item(s, first, last, b);
    s->explained = true;
    return add_cause(s, whole, b, named_cause(w, whole, b->cause), s->group);
}

bool bc_stage_passages(bc_work *w)
{
    state s = {.w = w, .index = bc_unmet_index_create(w)};
    if (!s.index)
        return false;
    for (size_t i = 0; i < w->result->section_count; i++)
        s.planned |= mode_of(w->result->sections[i].kind) == MODE_TASK;
    for (uint32_t i = 0; i < w->sentence_count;) {
        uint32_t k = i;
        while (k < w->sentence_count && w->sentences[k].block == w->sentences[i].block)
            k++;
        if (!read_block(&s, i, k))
            return false;
        i = k;
    }
    return !bc_arena_failed(w->arena);
}
