/* SPDX-License-Identifier: MIT */
/* flow.c - see flow.h. */
#include "flow.h"

#include <string.h>

static text *here(flow *f)
{
    if (f->table_count && f->tables[f->table_count - 1].in_cell)
        return &f->tables[f->table_count - 1].cell;
    return f->out;
}

void flow_paragraph(flow *f)
{
    if (f->paragraph_count == FLOW_DEPTH)
        fail(EXIT_UNREADABLE, "paragraphs stand inside paragraphs too deep");
    reset(&f->paragraphs[f->paragraph_count++]);
}

text *flow_words(flow *f)
{
    return f->paragraph_count ? &f->paragraphs[f->paragraph_count - 1] : NULL;
}

void flow_paragraph_end(flow *f, const char *mark)
{
    if (f->paragraph_count == 0)
        return;
    text *p = &f->paragraphs[--f->paragraph_count];
    const char *words = string_of(p);
    if (words[strspn(words, " \t\n")] == 0)
        return;
    text *to = here(f);
    words += strspn(words, " \t\n");
    put_string(to, mark);
    put_line(to, words, strlen(words));
}

void flow_table(flow *f)
{
    if (f->table_count == FLOW_DEPTH)
        fail(EXIT_UNREADABLE, "tables stand inside tables too deep");
    f->tables[f->table_count].in_cell = false;
    f->table_count++;
}

void flow_row(flow *f)
{
    if (f->table_count)
        grid_row(&f->tables[f->table_count - 1].table);
}

void flow_cell(flow *f, size_t span)
{
    if (!f->table_count)
        return;
    f->tables[f->table_count - 1].in_cell = true;
    f->tables[f->table_count - 1].span = span;
    reset(&f->tables[f->table_count - 1].cell);
}

void flow_cell_end(flow *f)
{
    if (!f->table_count || !f->tables[f->table_count - 1].in_cell)
        return;
    f->tables[f->table_count - 1].in_cell = false;
    grid_add(&f->tables[f->table_count - 1].table, string_of(&f->tables[f->table_count - 1].cell),
             f->tables[f->table_count - 1].span);
}

void flow_table_end(flow *f)
{
    if (!f->table_count)
        return;
    flow_cell_end(f);
    f->table_count--;
    grid_write(&f->tables[f->table_count].table, here(f));
}
