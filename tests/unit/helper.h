/* SPDX-License-Identifier: MIT */
/* helper.h - for tables of text and what is expected: one sentence through the whole engine. */
#ifndef BAOCAO_TEST_HELPER_H
#define BAOCAO_TEST_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "extract/extract.h"

static bc_engine *engine;
static bc_arena *arena;

static int set_up(void **state)
{
    (void)state;
    engine = bc_engine_create();
    arena = bc_arena_create((size_t)64 << 20);
    return engine && arena ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    bc_arena_destroy(arena);
    bc_engine_destroy(engine);
    return 0;
}

__attribute__((unused)) static bc_result read_issued(const char *text, bc_date issued)
{
    bc_result result;
    bc_input input = {.bytes = text, .len = strlen(text), .issued = issued};
    bc_arena_reset(arena);
    assert_int_equal(bc_extract(engine, arena, &input, &result), BC_OK);
    return result;
}

__attribute__((unused)) static bc_result read_text(const char *text)
{
    return read_issued(text, (bc_date){2023, 10, 15});
}

static void write_number(char *out, size_t size, bc_value v)
{
    double x = (double)v.number.digits;
    for (int i = 0; i < v.number.scale; i++)
        x /= 10;
    snprintf(out, size, "%.10g", x);
}

static void write_date(char *out, size_t size, bc_date d)
{
    if (d.year == 0)
        snprintf(out, size, "..");
    else
        snprintf(out, size, "%04d-%02d-%02d", d.year, d.month, d.day);
}

__attribute__((unused)) static void write_period(char *out, size_t size, bc_period p)
{
    char from[24], to[24];
    write_date(from, sizeof from, p.from);
    write_date(to, sizeof to, p.to);
    if (p.set)
        snprintf(out, size, "%s/%s", from, to);
    else
        snprintf(out, size, "null");
}

/* All facts as words: "level 1234.5 tỷ đồng; change 8.2 %" */
__attribute__((unused)) static void write_facts(char *out, size_t size, const bc_result *r)
{
    size_t n = 0;
    out[0] = 0;
    for (int cls = 0; cls < 2; cls++) {
        const bc_fact *facts = cls ? r->targets : r->metrics;
        size_t count = cls ? r->target_count : r->metric_count;
        for (size_t i = 0; i < count; i++) {
            char value[64], more[64], total[64];
            const bc_fact *f = &facts[i];
            if (f->value.set) {
                write_number(value, sizeof value, f->value);
                write_number(more, sizeof more, f->value_max);
                write_number(total, sizeof total, f->total);
                n += (size_t)snprintf(out + n, size - n, "%s%s %s%s%s%s%s%s%.*s", n ? "; " : "",
                                      cls ? "target" : "level", value, f->value_max.set ? ".." : "",
                                      f->value_max.set ? more : "", f->total.set ? "/" : "", f->total.set ? total : "",
                                      f->unit.len ? " " : "", (int)f->unit.len, f->unit.len ? f->unit.ptr : "");
            }
            for (size_t k = 0; k < f->comparison_count; k++) {
                const bc_comparison *c = &f->comparisons[k];
                write_number(value, sizeof value, c->value);
                n += (size_t)snprintf(out + n, size - n, "%s%s %s %.*s", n ? "; " : "", bc_comparison_name(c->kind),
                                      value, (int)c->unit.len, c->unit.len ? c->unit.ptr : "");
            }
        }
    }
}

#endif
