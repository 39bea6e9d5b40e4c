/* SPDX-License-Identifier: MIT */
/* lookalike.c - see lookalike.h. */
#include "lookalike.h"

#include "unit.h"

enum { MAX_QUOTE = 14 };

static bool glued(const bc_work *w, uint32_t i)
{
    return i < w->token_count && !(w->tokens[i].flags & BC_TOKEN_SPACE);
}

static bool is_figure(const bc_work *w, uint32_t i, uint32_t end)
{
    return i < end && w->tokens[i].kind == BC_TOKEN_NUMBER;
}

static bool is_word(const bc_work *w, uint32_t i, uint32_t end)
{
    return i < end && w->tokens[i].kind == BC_TOKEN_WORD;
}

/* A figure of one to four digits and no marks: its value, else -1. */
static int whole(const bc_work *w, uint32_t i, uint32_t end)
{
    int n = 0;
    if (!is_figure(w, i, end) || w->tokens[i].end - w->tokens[i].start > 5)
        return -1;
    for (uint32_t k = w->tokens[i].start; k < w->tokens[i].end; k++) {
        char c = w->text.ptr[k];
        if (c < '0' || c > '9')
            return -1;
        n = n * 10 + (c - '0');
    }
    return n;
}

static uint32_t length_of(const bc_work *w, uint32_t i)
{
    return w->tokens[i].end - w->tokens[i].start;
}

static uint32_t digits_of(const bc_work *w, uint32_t i)
{
    uint32_t n = 0;
    for (uint32_t k = w->tokens[i].start; k < w->tokens[i].end; k++)
        n += w->text.ptr[k] >= '0' && w->text.ptr[k] <= '9';
    return n;
}

/* A unit that is listed, or scale words: what no name has behind it. */
static bool amount_behind(const bc_work *w, uint32_t at, uint32_t end)
{
    bc_unit unit;
    return at < end && !(w->tokens[at].flags & BC_TOKEN_NEWLINE) && bc_unit_parse(w, &at, end, &unit) &&
           (unit.known || unit.scale);
}

static uint32_t slashed(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    int a = whole(w, i, end), b = whole(w, i + 2, end);
    if (bc_work_mark(w, i + 1) != '/' || !glued(w, i + 1) || !glued(w, i + 2) || a < 0 || b < 0)
        return i;
    bool year = bc_work_mark(w, i + 3) == '/' && glued(w, i + 3) && glued(w, i + 4) && whole(w, i + 4, end) >= 1000;
    if (year && a >= 1 && a <= 31 && b >= 1 && b <= 12)
        return i + 5; /* 19/5/1890 */
    if (a == 24 && (b == 24 || b == 7))
        return i + 3; /* round the clock */
    if (a == 1 && b >= 100 && b % 100 == 0)
        return i + 3; /* a map's scale */
    bool holiday = bc_work_before(w, first, i, BC_TAG_HOLIDAY) != i && a >= 1;
    bool dated = (w->text.ptr[w->tokens[i].start] == '0' || w->text.ptr[w->tokens[i + 2].start] == '0') && a >= 1 &&
                 !is_word(w, i + 3, end); /* "(điều tra 01/4)" */
    if ((a > b || holiday || dated) && a <= 31 && b >= 1 && b <= 12 && !amount_behind(w, i + 3, end))
        return i + 3; /* 30/4: no part is greater than its whole */
    return i;
}

/* "8 giờ 30 phút", "lúc 8 giờ", "đến 14 giờ ngày 10/10" */
static uint32_t clock_time(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    if (whole(w, i, end) < 0 || whole(w, i, end) > 24 || !bc_work_is(w, i + 1, end, BC_TAG_DURATION))
        return i;
    uint32_t k = i + 2;
    bool minutes = whole(w, k, end) >= 0 && whole(w, k, end) < 60 && bc_work_is(w, k + 1, end, BC_TAG_DURATION);
    bool said = bc_work_before(w, first, i, BC_TAG_CLOCK) != i;
    if (!minutes && whole(w, k, end) >= 0 && whole(w, k, end) < 60 && bc_work_is(w, k + 1, end, BC_TAG_DAY))
        return k + 1; /* "17 giờ 00 ngày 26/10" */
    if (!said && !bc_work_is(w, minutes ? k + 2 : k, end, BC_TAG_DAY))
        return i;
    return minutes ? k + 2 : k;
}

/* "trong 05 ngày làm việc", "thời hạn 24 tháng": a time allowed or spent */
static uint32_t time_allowed(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    static const bc_tag LENGTHS[] = {BC_TAG_DAY, BC_TAG_MONTH, BC_TAG_YEAR, BC_TAG_DURATION};
    uint32_t at = bc_work_before(w, first, i, BC_TAG_BOUND);
    if (bc_work_before(w, first, at, BC_TAG_WITHIN) == at && bc_work_before(w, first, at, BC_TAG_LASTS) == at)
        return i;
    for (size_t k = 0; k < sizeof LENGTHS / sizeof *LENGTHS; k++)
        if (bc_work_is(w, i + 1, end, LENGTHS[k]))
            return i + 2;
    return i;
}

/* "trẻ 6-36 tháng", "chậm từ 6 đến 9 tháng": an age, a length of time */
static uint32_t months(const bc_work *w, uint32_t i, uint32_t end)
{
    bool range = whole(w, i, end) >= 0 && whole(w, i + 2, end) > whole(w, i, end) &&
                 (bc_work_mark(w, i + 1) == '-' || bc_work_is(w, i + 1, i + 2, BC_TAG_RANGE));
    return range && bc_work_is(w, i + 3, end, BC_TAG_MONTH) && !bc_work_is(w, i + 4, end, BC_TAG_FIRST) &&
                   !bc_work_is(w, i + 4, end, BC_TAG_LAST) && !bc_work_is(w, i + 4, end, BC_TAG_YEAR)
               ? i + 4
               : i;
}

/* "bác sĩ trên 1 vạn dân", "trên 100.000 trẻ đẻ sống": one, ten or more such, of which something is told */
static uint32_t per_head(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    if (w->text.ptr[w->tokens[i].start] != '1' || bc_work_before(w, first, i, BC_TAG_PER) == i)
        return i;
    for (uint32_t k = w->tokens[i].start + 1; k < w->tokens[i].end; k++)
        if (w->text.ptr[k] != '0' && w->text.ptr[k] != '.')
            return i;
    uint32_t k = i + 1;
    while (k < end && bc_work_is(w, k, end, BC_TAG_SCALE))
        k++;
    bool one = w->tokens[i].end - w->tokens[i].start == 1 && k == i + 1;
    return !one && bc_work_is(w, k, end, BC_TAG_HEADS) ? k : i;
}

/* “5 không, 3 sạch”: a short quotation that begins with a figure is a name. */
static uint32_t quoted(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    uint32_t open = i;
    while (open > first && i - open < MAX_QUOTE && bc_work_mark(w, open) != '"' && bc_work_mark(w, open) != '\'')
        open--;
    char m = bc_work_mark(w, open);
    if ((m != '"' && m != '\'') || !glued(w, open + 1) || whole(w, open + 1, end) < 0)
        return i;
    if (open > first && glued(w, open) && bc_work_mark(w, open - 1) != '(')
        return i; /* a closing one */
    for (uint32_t k = open + 1; k < end && k - open < MAX_QUOTE; k++) {
        if (bc_work_mark(w, k) == '%')
            return i;
        if (bc_work_mark(w, k) == m)
            return k > i ? i + 1 : i;
    }
    return i;
}

/* One or two digits, a dot, one or two digits: a day of a month. */
static bool dotted_day(const bc_work *w, uint32_t i)
{
    const char *s = w->text.ptr + w->tokens[i].start;
    uint32_t length = w->tokens[i].end - w->tokens[i].start, dot = 0;
    for (uint32_t k = 0; k < length; k++)
        if (s[k] == '.')
            dot = dot ? length : k;
        else if (s[k] < '0' || s[k] > '9')
            return false;
    return dot > 0 && dot < 3 && length > dot + 1 && length < dot + 4;
}

/* "5 trong 1", "2 trong 1": one digit each way round a word of place */
static bool in_one(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    bool head = digits_of(w, i) == 1 && bc_work_is(w, i + 1, i + 2, BC_TAG_WITHIN) && whole(w, i + 2, end) == 1;
    bool tail = whole(w, i, end) == 1 && i >= first + 2 && bc_work_is(w, i - 1, i, BC_TAG_WITHIN) &&
                is_figure(w, i - 2, end) && digits_of(w, i - 2) == 1;
    return head || tail;
}

/* "1 phải 5 giảm, 3 giảm 3 tăng": one digit each, a word of rise or fall behind it, and the same again beside it */
static bool farm_slogan(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    bool here =
        digits_of(w, i) == 1 && (bc_work_is(w, i + 1, end, BC_TAG_RISE) || bc_work_is(w, i + 1, end, BC_TAG_FALL));
    if (!here)
        return false;
    uint32_t next = i + 2, before = i;
    next += bc_work_mark(w, next) == ',';
    before -= before > first && bc_work_mark(w, before - 1) == ',';
    bool more = is_figure(w, next, end) && digits_of(w, next) == 1 &&
                (bc_work_is(w, next + 1, end, BC_TAG_RISE) || bc_work_is(w, next + 1, end, BC_TAG_FALL));
    bool less = before >= first + 2 && is_figure(w, before - 2, end) && digits_of(w, before - 2) == 1 &&
                (bc_work_is(w, before - 1, end, BC_TAG_RISE) || bc_work_is(w, before - 1, end, BC_TAG_FALL));
    return more || less;
}

/* "5G", "3T": a capital stuck to the figure is no gram and no ton. */
static uint32_t capital_behind(const bc_work *w, uint32_t i, uint32_t end)
{
    if (!is_word(w, i + 1, end) || !glued(w, i + 1) || whole(w, i, end) < 0)
        return i;
    const bc_token *t = &w->tokens[i + 1];
    char c = w->text.ptr[t->start];
    return t->end - t->start == 1 && c >= 'A' && c <= 'Z' && c != 'W' ? i + 2 : i;
}

/* "Thủy điện Sông Tranh 2 hòa lưới", "Khu công nghiệp VSIP 2 thu hút": a capital before a small figure and a word
 * behind it that is no unit. */
static uint32_t named(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    int n = whole(w, i, end);
    if (i < first + 2 || n < 1 || n > 999 || !is_word(w, i - 1, end) || !(w->tokens[i - 1].flags & BC_TOKEN_CAPITAL) ||
        (w->tokens[i].flags & BC_TOKEN_NEWLINE) || !is_word(w, i + 1, end) ||
        (amount_behind(w, i + 1, end) && !bc_work_is(w, i + 1, end, BC_TAG_VERB)))
        return i; /* "tổ chức" is an act here, no count */
    static const bc_tag SAYS[] = {BC_TAG_RISE,     BC_TAG_FALL,  BC_TAG_REACH, BC_TAG_RATIO, BC_TAG_SHARE,
                                  BC_TAG_TO_LEVEL, BC_TAG_BOUND, BC_TAG_PLAN,  BC_TAG_VERB,  BC_TAG_STATUS};
    for (size_t k = 0; k < sizeof SAYS / sizeof *SAYS; k++)
        if (bc_work_before(w, first, i, SAYS[k]) != i)
            return i;
    return i + 1;
}

uint32_t bc_lookalike_slash_end(const bc_work *w, uint32_t i, uint32_t end)
{
    while (bc_work_mark(w, i + 1) == '/' && glued(w, i + 1) && glued(w, i + 2) && is_figure(w, i + 2, end))
        i += 2;
    return i + 1;
}

uint32_t bc_lookalike(const bc_work *w, uint32_t first, uint32_t i, uint32_t end)
{
    uint32_t past = slashed(w, first, i, end);
    if (past == i)
        past = clock_time(w, first, i, end);
    if (past == i)
        past = time_allowed(w, first, i, end);
    if (past == i)
        past = months(w, i, end);
    if (past == i)
        past = per_head(w, first, i, end);
    if (past == i)
        past = quoted(w, first, i, end);
    if (past == i)
        past = capital_behind(w, i, end);
    if (past == i)
        past = named(w, first, i, end);
    if (past != i)
        return past;
    if (whole(w, i, end) >= 0 && digits_of(w, i) == 1 && bc_work_is(w, i + 1, end, BC_TAG_SLOGAN))
        return i + 1; /* 3 sạch, 4 tại chỗ */
    if (bc_work_is(w, i + 1, i + 2, BC_TAG_NUMBERED) && whole(w, i + 2, end) >= 0 &&
        bc_work_is(w, i + 3, end, BC_TAG_NUMBERED) && bc_work_is(w, i + 4, end, BC_TAG_ROMAN))
        return i + 1; /* điểm 2.1 khoản 2 mục III */
    if (whole(w, i, end) >= 0 && bc_work_is(w, i + 1, i + 2, BC_TAG_DAY) && !amount_behind(w, i + 1, end))
        return i + 1; /* "90 ngày cuối năm" */
    if (dotted_day(w, i) && bc_work_before(w, first, i, BC_TAG_DAY) != i && !amount_behind(w, i + 1, end))
        return i + 1; /* "ngày 24.3" */
    if (in_one(w, first, i, end))
        return i + 1;
    if (farm_slogan(w, first, i, end))
        return i + 1;
    if (w->text.ptr[w->tokens[i].start] == '0' && digits_of(w, i) > (length_of(w, i) > digits_of(w, i) ? 6u : 4u))
        return i + 1; /* 024.38252916, 020145 */
    if (whole(w, i, end) >= 1 && whole(w, i, end) <= 31 && bc_work_before(w, first, i, BC_TAG_DAY) != i &&
        !amount_behind(w, i + 1, end))
        return i + 1; /* ngày 15 hằng tháng */
    return i;
}
