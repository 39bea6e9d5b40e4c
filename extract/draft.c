/* SPDX-License-Identifier: MIT */
/* draft.c - what the parts of the fact stage ask of drafts, see draft.h. */
#include "draft.h"

uint32_t bc_draft_unit_group(const bc_mention *m)
{
    if (m->rank)
        return 0;
    switch (m->unit_kind) {
    case BC_UNIT_COUNT:
        return 1;
    case BC_UNIT_PERCENT:
        return 2;
    case BC_UNIT_MONEY:
        return 3;
    case BC_UNIT_MEASURE:
        return 4;
    case BC_UNIT_NONE:
        return 5;
    case BC_UNIT_SCORE:
        return 6;
    default:
        return 7;
    }
}

bc_range bc_draft_counted(const bc_work *w, const bc_mention *m)
{
    bc_range unit = m->unit;
    while (unit.first < unit.last && bc_work_is(w, unit.first, unit.last, BC_TAG_SCALE))
        unit.first++;
    return unit;
}

uint32_t bc_draft_noun(const bc_work *w, const bc_mention *m)
{
    bc_range unit = bc_draft_counted(w, m);
    const bc_match *noun = bc_work_match(w, unit.first, unit.last, BC_TAG_COUNTER);
    return noun ? 1u + (uint32_t)noun->value : 0u;
}

uint32_t bc_draft_shared(const bc_work *w, bc_range r, const bc_name *name)
{
    enum { MOST = 3 };
    uint32_t n = 0;
    for (uint32_t i = r.first; i < r.last && n < MOST; i++) {
        bool found = w->tokens[i].kind != BC_TOKEN_WORD || !w->tokens[i].bare;
        for (uint32_t p = 0; p < name->count && !found; p++)
            for (uint32_t k = name->parts[p].first; k < name->parts[p].last && !found; k++)
                if (w->tokens[k].bare == w->tokens[i].bare) {
                    found = true;
                    n++;
                }
    }
    return n;
}

uint32_t bc_draft_root(const bc_frame *f, uint32_t k)
{
    while (f->drafts[k].name_from >= 0)
        k = (uint32_t)f->drafts[k].name_from;
    return k;
}

uint32_t bc_draft_aligned(const bc_frame *f, uint32_t k, uint32_t j)
{
    const bc_draft *d = &f->drafts[k];
    if (d->runs < 2)
        return 0;
    uint32_t levels = 0, at = 0;
    for (uint32_t x = k - d->run; x-- > 0 && levels < d->runs;)
        if (f->drafts[x].r.role == BC_ROLE_LEVEL && !f->drafts[x].dropped && ++levels && x == j)
            at = levels;
    if (levels < d->runs)
        return 0;
    return (at == d->runs - d->run ? 2u : 1u) + (d->paired ? 2u : 0u);
}
