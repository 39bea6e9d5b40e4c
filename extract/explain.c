/* SPDX-License-Identifier: MIT */
/* explain.c - see explain.h. */
#include "explain.h"

#include <string.h>

enum { MOST_ENTRIES = 24 };

/* Words that only part others explain nothing. */
static bool tells(uint8_t tag)
{
    switch (tag) {
    case BC_TAG_FILLER:
    case BC_TAG_STOP:
    case BC_TAG_HINT:
    case BC_TAG_PLURAL:
    case BC_TAG_DESCRIBE:
    case BC_TAG_AREA:
    case BC_TAG_ACTOR:
        return false;
    default:
        return true;
    }
}

/* The longest phrase of each tag at each token of the range. */
static bool add_entries(bc_work *w, bc_range r, bc_explain *out)
{
    size_t capacity = out->entry_count;
    for (uint32_t i = r.first; i < r.last && out->entry_count < MOST_ENTRIES; i++)
        for (uint32_t k = w->match_start[i]; k < w->match_start[i + 1] && out->entry_count < MOST_ENTRIES; k++) {
            const bc_match *m = &w->matches[k];
            const bc_match *longest = bc_work_match(w, i, r.last, (bc_tag)m->tag);
            if (longest != m || !tells(m->tag))
                continue;
            bc_range words = {i, i + m->length};
            if (!bc_arena_grow(w->arena, (void **)&out->entries, out->entry_count, &capacity, sizeof *out->entries))
                return false;
            out->entries[out->entry_count++] =
                (bc_explain_entry){bc_lexicon_tag_file(w->lexicon, (bc_tag)m->tag), bc_lexicon_tag_name((bc_tag)m->tag),
                                   bc_work_text(w, words), bc_work_span(w, words)};
        }
    return true;
}

bool bc_explain_draft(const bc_frame *f, const bc_draft *d, bc_explain *out)
{
    bc_work *w = f->w;
    if (!w->input->explain)
        return true;
    out->rules = bc_arena_array(w->arena, BC_DECISION_COUNT, sizeof *out->rules);
    if (!out->rules)
        return false;
    for (size_t i = 0; i < BC_DECISION_COUNT; i++)
        if (d->why[i].rule)
            out->rules[out->rule_count++] = d->why[i];
    /* from the figure before up to the next mark behind */
    uint32_t end = d->m->tokens.last;
    while (end < d->c.right.last && bc_work_mark(w, end) != ',' && bc_work_mark(w, end) != ';')
        end++;
    return add_entries(w, (bc_range){d->c.left.first, end}, out);
}

bool bc_explain_words(bc_work *w, const char *rule, const char *choice, bc_range words, bc_explain *out)
{
    if (!w->input->explain)
        return true;
    out->rules = bc_arena_array(w->arena, 1, sizeof *out->rules);
    if (!out->rules)
        return false;
    out->rules[out->rule_count++] = (bc_explain_rule){rule, choice, 0};
    return add_entries(w, words, out);
}
