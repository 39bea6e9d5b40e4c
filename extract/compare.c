/* SPDX-License-Identifier: MIT */
/* compare.c - see compare.h. */
#include "compare.h"

#include "decimal.h"
#include "period.h"

/* The relation words, and where they stand. */
typedef struct {
    bc_tag tag; /* BC_TAG_COUNT: none */
    uint32_t first, last;
} relation;

static const bc_tag RELATIONS[] = {
    BC_TAG_RISE,  BC_TAG_FALL,  BC_TAG_TO_LEVEL,   BC_TAG_EXCEED, BC_TAG_RATIO, BC_TAG_TIMES,
    BC_TAG_SHARE, BC_TAG_REACH, BC_TAG_CONTRIBUTE, BC_TAG_GROWTH, BC_TAG_PLAN,
};

/* The longest relation phrase that starts at i. */
static relation relation_at(const bc_work *w, uint32_t i, uint32_t end)
{
    relation best = {BC_TAG_COUNT, i, i};
    for (size_t k = 0; k < sizeof RELATIONS / sizeof *RELATIONS; k++) {
        const bc_match *m = bc_work_match(w, i, end, RELATIONS[k]);
        if (m && i + m->length > best.last)
            best = (relation){RELATIONS[k], i, i + m->length};
    }
    return best;
}

/* May the token stand between a relation word and its figure? */
static uint32_t skip_back(const bc_work *w, uint32_t first, uint32_t i)
{
    const bc_time *t = bc_time_at(w, i - 1);
    if (t && t->tokens.last == i && t->tokens.first >= first)
        return t->tokens.first;
    static const bc_tag BETWEEN[] = {BC_TAG_AVERAGE, BC_TAG_PAIRED, BC_TAG_THAN, BC_TAG_STATUS,
                                     BC_TAG_FILLER,  BC_TAG_BOUND,  BC_TAG_SINCE};
    uint32_t best = i;
    for (uint32_t back = 1; back <= 4 && back <= i - first; back++)
        for (size_t k = 0; k < sizeof BETWEEN / sizeof *BETWEEN; k++) {
            const bc_match *m = bc_work_match(w, i - back, i, BETWEEN[k]);
            if (m && m->length == back)
                best = i - back;
        }
    return best;
}

/* The nearest relation word before `to` with nothing but small words and times between. */
static relation relation_before(const bc_work *w, uint32_t first, uint32_t to)
{
    uint32_t i = to;
    while (i > first) {
        relation best = {BC_TAG_COUNT, i, i};
        for (uint32_t back = 1; back <= 5 && back <= i - first; back++) {
            relation r = relation_at(w, i - back, i);
            if (r.tag != BC_TAG_COUNT && r.last == i)
                best = r;
        }
        if (best.tag != BC_TAG_COUNT) {
            /* "đạt bình quân tăng": the verb of reaching says least; look on for a stronger one right before it */
            if (best.tag == BC_TAG_REACH && best.first > first) {
                relation outer = relation_before(w, first, best.first);
                if (outer.tag != BC_TAG_COUNT && outer.tag != BC_TAG_REACH && outer.tag != BC_TAG_EXCEED &&
                    outer.tag != BC_TAG_RATIO)
                    return (relation){outer.tag == BC_TAG_PLAN ? BC_TAG_PLAN : outer.tag, outer.first, best.last};
            }
            return best;
        }
        char m = bc_work_mark(w, i - 1);
        if (m == ':') {
            i--;
            continue;
        }
        uint32_t k = skip_back(w, first, i);
        if (k == i)
            break;
        i = k;
    }
    return (relation){BC_TAG_COUNT, to, to};
}

/* A plan's name right behind the figure: "% kế hoạch", "% so với dự toán", "% tổng kế hoạch vốn". */
static bool plan_behind(const bc_work *w, bc_range r, bool than_needed)
{
    uint32_t i = r.first;
    bool than = false;
    for (uint32_t steps = 0; i < r.last && steps < 5; steps++) {
        if (bc_work_is(w, i, r.last, BC_TAG_PLAN))
            return than || !than_needed;
        if (bc_work_is(w, i, r.last, BC_TAG_PLURAL))
            return false; /* 100% các chỉ tiêu */
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_THAN);
        if (m) {
            than = true;
            i += m->length;
            continue;
        }
        char mark = bc_work_mark(w, i);
        if (mark || bc_time_at(w, i))
            return false;
        m = bc_work_match(w, i, r.last, BC_TAG_FILLER);
        if (!m && steps >= 2)
            return false;
        i += m ? m->length : 1;
    }
    return false;
}

/* A time it is compared with right behind the figure: "so với cùng kỳ", "cùng kỳ", "năm 2015" after gấp ... lần. */
static const bc_time *time_behind(const bc_work *w, bc_range r, bool *than)
{
    uint32_t i = r.first;
    *than = false;
    for (uint32_t steps = 0; i < r.last && steps < 6; steps++) {
        const bc_time *t = bc_time_at(w, i);
        if (t)
            return t;
        const bc_match *m = bc_work_match(w, i, r.last, BC_TAG_THAN);
        if (m) {
            *than = true;
            i += m->length;
            continue;
        }
        if (bc_work_mark(w, i) || bc_work_is(w, i, r.last, BC_TAG_RISE) || bc_work_is(w, i, r.last, BC_TAG_FALL))
            return NULL;
        i++;
    }
    return NULL;
}

static bc_value signed_value(bc_value v, bool negative)
{
    if (v.set && negative)
        v.number = bc_decimal_negate(v.number);
    return v;
}

static bc_value plus(bc_value v, int add)
{
    if (v.set && !bc_decimal_add(v.number, bc_decimal_from(add), &v.number))
        v.set = false;
    return v;
}

static void set_change(bc_reading *x, const bc_mention *m, bool negative)
{
    x->role = BC_ROLE_CHANGE;
    x->explicit_role = true;
    x->value = signed_value(m->value, negative);
    x->value_max = signed_value(m->value_max, negative);
}

static void set_plan(bc_reading *x, const bc_mention *m, int base, bool negative)
{
    x->role = BC_ROLE_PLAN;
    x->explicit_role = true;
    x->value = plus(signed_value(m->value, negative), base);
    x->value_max = plus(signed_value(m->value_max, negative), base);
}

/* The plan's own figure: "(kế hoạch 25 đơn vị)", "/KH 2,5 tỷ", "kế hoạch năm (780 triệu USD)". */
static bool is_plan_figure(const bc_work *w, const bc_context *c, relation r)
{
    uint32_t floor = c->left.first;
    if (r.tag == BC_TAG_PLAN) {
        relation outer = relation_before(w, floor, r.first);
        uint32_t before = r.first;
        bool than = before > floor && bc_work_is(w, before - 1, before, BC_TAG_THAN);
        if (before >= floor + 2 && bc_work_is(w, before - 2, before, BC_TAG_THAN))
            than = true;
        return outer.tag != BC_TAG_EXCEED && outer.tag != BC_TAG_REACH && !than;
    }
    if (c->parenthesis && bc_work_is(w, c->left.first, c->left.last, BC_TAG_PLAN))
        return true;
    if (c->parenthesis && c->opening > 0) {
        uint32_t from = c->opening > 6 ? c->opening - 6 : 0;
        for (uint32_t i = c->opening; i-- > from;) {
            const bc_match *m = bc_work_match(w, i, c->opening, BC_TAG_PLAN);
            if (m && i + m->length + 1 >= c->opening)
                return c->left.last <= c->opening + 1;
            if (bc_work_mark(w, i) && bc_work_mark(w, i) != '%')
                break;
        }
    }
    return false;
}

static void read_percent(const bc_work *w, const bc_mention *m, const bc_context *c, relation r, bc_reading *x)
{
    bool than, plan = plan_behind(w, c->right, false);
    const bc_time *behind = time_behind(w, c->right, &than);
    switch (r.tag) {
    case BC_TAG_RISE:
    case BC_TAG_FALL:
        if (plan_behind(w, c->right, true) || bc_work_find(w, r.last, m->tokens.first, BC_TAG_PLAN) != m->tokens.first)
            set_plan(x, m, 100, r.tag == BC_TAG_FALL);
        else
            set_change(x, m, r.tag == BC_TAG_FALL);
        return;
    case BC_TAG_EXCEED:
        set_plan(x, m, 100, false);
        return;
    case BC_TAG_PLAN: {
        relation outer = relation_before(w, c->left.first, r.first);
        if (outer.tag == BC_TAG_EXCEED || outer.tag == BC_TAG_RISE) {
            set_plan(x, m, 100, false);
            x->relation = outer.first;
            return;
        }
        if (outer.tag == BC_TAG_FALL) {
            set_plan(x, m, 100, true);
            x->relation = outer.first;
            return;
        }
        if (outer.tag == BC_TAG_REACH || outer.tag == BC_TAG_RATIO) {
            set_plan(x, m, 0, false);
            x->relation = outer.first;
            return;
        }
        break;
    }
    case BC_TAG_SHARE:
        x->role = BC_ROLE_SHARE;
        x->explicit_role = true;
        return;
    case BC_TAG_TIMES:
        set_change(x, m, false);
        return;
    case BC_TAG_GROWTH:
        if (bc_work_find(w, c->left.first, r.first, BC_TAG_PROPORTION) != r.first)
            return; /* the share of something in growth */
        set_change(x, m, false);
        x->growth_name = true;
        return;
    case BC_TAG_TO_LEVEL:
    case BC_TAG_CONTRIBUTE:
        x->explicit_role = true;
        return;
    default:
        break;
    }
    if (plan) {
        set_plan(x, m, 0, false);
        return;
    }
    bool ratio = r.tag == BC_TAG_RATIO;
    if ((behind && (than || behind->same_period || behind->shift_year) &&
         (ratio || r.tag == BC_TAG_REACH || c->inside)) ||
        (ratio && (!behind || than || behind->same_period || behind->shift_year || behind->value.set))) {
        x->role = BC_ROLE_CHANGE;
        x->explicit_role = true;
        x->value = plus(m->value, -100);
        x->value_max = plus(m->value_max, -100);
        return;
    }
    x->weak_ratio = r.tag == BC_TAG_REACH || r.tag == BC_TAG_COUNT;
}

bc_reading bc_compare_read(const bc_work *w, const bc_mention *m, const bc_context *c)
{
    bc_reading x = {.role = BC_ROLE_LEVEL, .value = m->value, .value_max = m->value_max};
    uint32_t to = m->tokens.first > c->left.first ? m->tokens.first : c->left.first;
    relation r = relation_before(w, c->left.first, to);
    x.relation = r.tag == BC_TAG_COUNT ? to : r.first;
    x.lead_relation = r.tag != BC_TAG_COUNT && r.last == to;
    if (m->rank) {
        x.relation = to;
        return x;
    }
    x.plan_figure = is_plan_figure(w, c, r);
    if (m->sign) {
        set_change(&x, m, m->sign < 0);
        return x;
    }
    if (x.plan_figure) {
        if (r.tag == BC_TAG_RISE || r.tag == BC_TAG_FALL)
            set_change(&x, m, r.tag == BC_TAG_FALL);
        return x;
    }
    switch (m->unit_kind) {
    case BC_UNIT_PERCENT:
        read_percent(w, m, c, r, &x);
        /* the name itself is a growth: "Tốc độ tăng GRDP: 7,5%" */
        if (x.role == BC_ROLE_LEVEL && !x.explicit_role && r.tag != BC_TAG_SHARE) {
            uint32_t g = bc_work_find_last(w, c->left.first, to, BC_TAG_GROWTH);
            if (g < to && bc_work_find(w, g, to, BC_TAG_PROPORTION) == to) {
                set_change(&x, m, false);
                x.growth_name = true;
            }
        }
        break;
    case BC_UNIT_TIMES:
        if (r.tag == BC_TAG_RISE || r.tag == BC_TAG_FALL || r.tag == BC_TAG_TIMES || r.tag == BC_TAG_RATIO)
            set_change(&x, m, r.tag == BC_TAG_FALL);
        break;
    case BC_UNIT_POINT:
    case BC_UNIT_STEP:
    default:
        if (r.tag == BC_TAG_RISE || r.tag == BC_TAG_FALL)
            set_change(&x, m, r.tag == BC_TAG_FALL);
        else if (r.tag == BC_TAG_TIMES && m->unit_kind == BC_UNIT_NONE)
            set_change(&x, m, false);
        else if (r.tag == BC_TAG_TO_LEVEL)
            x.explicit_role = true;
        break;
    }
    return x;
}

/* "so với năm 2022", "so CK", "cao hơn năm trước", "gấp 6 lần năm 2015", "bằng 91% cùng kỳ" */
bool bc_stage_comparisons(bc_work *w)
{
    uint32_t next_mention = 0;
    for (uint32_t k = 0; k < w->time_count; k++) {
        bc_time *t = &w->times[k];
        uint32_t i = t->tokens.first;
        while (next_mention < w->mention_count && w->mentions[next_mention].tokens.last <= i)
            next_mention++;
        if (t->same_period || t->shift_year || t->shift_month || t->shift_quarter)
            t->baseline = true;
        for (uint32_t back = 1; back <= 3 && back <= i; back++) {
            if (bc_work_mark(w, i - back))
                break;
            const bc_match *than = bc_work_match(w, i - back, i, BC_TAG_THAN);
            if (than && (than->length == back || back <= 3)) {
                t->baseline = true;
                break;
            }
            relation r = relation_at(w, i - back, i);
            if ((r.tag == BC_TAG_RISE || r.tag == BC_TAG_FALL) && r.last == i && r.last - r.first >= 2)
                t->baseline = true;
        }
        if (next_mention > 0 && !t->baseline) {
            const bc_mention *m = &w->mentions[next_mention - 1];
            if (m->unit_kind == BC_UNIT_TIMES && m->tokens.last == i)
                t->baseline = true;
        }
    }
    return true;
}
