/* SPDX-License-Identifier: MIT */
/* sentence.c - see sentence.h. */
#include "sentence.h"

#include "limits.h"
#include "number.h"

static bool ends_sentence(const bc_work *w, uint32_t i, uint32_t first, uint32_t end)
{
    char m = bc_work_mark(w, i);
    if (m != '.' && m != '!' && m != '?')
        return false;
    if (i + 1 >= end)
        return true;
    const bc_token *next = &w->tokens[i + 1];
    if (m == '.' && i > first && bc_work_is(w, i - 1, i, BC_TAG_ABBREVIATION) && !(w->tokens[i].flags & BC_TOKEN_SPACE))
        return false;
    if (!(next->flags & BC_TOKEN_SPACE))
        return next->kind == BC_TOKEN_WORD && (next->flags & BC_TOKEN_CAPITAL) &&
               ((i > 0 && w->tokens[i - 1].kind == BC_TOKEN_WORD &&
                 w->tokens[i - 1].end - w->tokens[i - 1].start > 2) ||
                (i > first && bc_work_mark(w, i - 1) == '.')); /* "...Công nghiệp" */
    if (next->kind == BC_TOKEN_WORD)
        return (next->flags & BC_TOKEN_CAPITAL) != 0;
    bc_number torn;
    if (m == '.' && next->kind == BC_TOKEN_NUMBER && i > first && bc_number_torn(w, &(uint32_t){i - 1}, end, &torn))
        return false; /* "3. 450 tỷ đồng" */
    return next->kind == BC_TOKEN_NUMBER || next->mark == '"' || next->mark == '(' || next->mark == '-' ||
           next->mark == '*' || next->mark == '+';
}

bool bc_stage_sentences(bc_work *w)
{
    size_t capacity = 0;
    for (uint32_t b = 0; b < w->block_count; b++) {
        const bc_block *block = &w->blocks[b];
        if (block->furniture || block->table || (block->heading && !block->lead.last))
            if (block->furniture || block->table || block->heading)
                continue;
        uint32_t start = block->body, end = block->tokens.last;
        int depth = 0;
        uint32_t figures = 0;
        for (uint32_t i = start; i < end; i++) {
            char m = bc_work_mark(w, i);
            depth += m == '(' ? 1 : m == ')' && depth > 0 ? -1 : 0;
            figures += w->tokens[i].kind == BC_TOKEN_NUMBER;
            bool last = i + 1 == end;
            bool full = figures > BC_MAX_SENTENCE_MENTIONS / 2 && /* a table run together */
                        (m == ',' || m == ';' || (!last && w->tokens[i + 1].flags & BC_TOKEN_NEWLINE));
            if (!last && !full && (depth > 0 || !ends_sentence(w, i, start, end)))
                continue;
            if (!bc_arena_grow(w->arena, (void **)&w->sentences, w->sentence_count, &capacity, sizeof *w->sentences))
                return false;
            w->sentences[w->sentence_count++] = (bc_sentence){{start, i + 1}, b};
            start = i + 1;
            depth = 0;
            figures = 0;
        }
    }
    return true;
}
