/* SPDX-License-Identifier: MIT */
/*
 * readings.c - what the engine reads in texts, for tests that hold tables of them: one document a line on stdin ("\n"
 * in it is a line end, "\t" a tab; "[issued 2023-10-15] " before it is its date), one JSON object a line on stdout:
 *
 *     {"mentions": [figures before the fact stage], "times": [...], "facts": [...], "warnings": [...]}
 *
 * Fields are those of work.h and result.h; absent values are left out, spans are in code points of the text.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "extract/choice.h"
#include "extract/extract.h"
#include "extract/unit.h"
#include "extract/utf8.h"

static void put_string(const char *name, bc_str s)
{
    printf(",\"%s\":\"", name);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < ' ')
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void put_word(const char *name, const char *word)
{
    put_string(name, (bc_str){word, strlen(word)});
}

/* As written: digits and a point, no rounding. */
static void put_value(const char *name, bc_value v)
{
    if (!v.set)
        return;
    char digits[32];
    uint64_t n = v.number.digits < 0 ? (uint64_t) - (v.number.digits + 1) + 1 : (uint64_t)v.number.digits;
    int len = snprintf(digits, sizeof digits, "%0*" PRIu64, v.number.scale + 1, n);
    printf(",\"%s\":%s%.*s", name, v.number.digits < 0 ? "-" : "", len - v.number.scale, digits);
    if (v.number.scale)
        printf(".%s", digits + len - v.number.scale);
}

static void put_date(bc_date d)
{
    if (d.year == 0)
        printf("..");
    else
        printf("%04d-%02d-%02d", d.year, d.month, d.day);
}

static void put_period(const char *name, bc_period p)
{
    if (!p.set) {
        printf(",\"%s\":null", name);
        return;
    }
    printf(",\"%s\":\"", name);
    put_date(p.from);
    putchar('/');
    put_date(p.to);
    putchar('"');
}

static void put_span(bc_span s)
{
    printf(",\"span\":[%u,%u]", s.start, s.end);
}

static bc_span code_points(const bc_work *w, bc_range r)
{
    bc_span s = bc_work_span(w, r);
    return (bc_span){(uint32_t)bc_utf8_count(w->text.ptr, s.start), (uint32_t)bc_utf8_count(w->text.ptr, s.end)};
}

static void put_mention(const bc_work *w, const bc_mention *m)
{
    bc_value base;
    bc_str base_unit;
    put_string("text", bc_work_text(w, m->tokens));
    put_value("value", m->value);
    put_value("value_max", m->value_max);
    put_value("total", m->total);
    put_string("unit", bc_work_text(w, m->unit));
    printf(",\"scale\":%d,\"sign\":%d,\"rank\":%s", m->scale, m->sign, m->rank ? "true" : "false");
    if (bc_unit_base(w, m->value.number, m->scale, m->unit_row, &base, &base_unit)) {
        put_value("base", base);
        put_string("base_unit", base_unit);
    }
    put_word("bound", bc_bound_name(m->bound));
    put_span(code_points(w, m->tokens));
}

static void put_time(const bc_work *w, const bc_time *t)
{
    put_string("text", bc_work_text(w, t->tokens));
    put_period("period", t->value);
    printf(",\"same_period\":%s,\"shift_year\":%d,\"shift_quarter\":%d,\"shift_month\":%d",
           t->same_period ? "true" : "false", t->shift_year, t->shift_quarter, t->shift_month);
    put_span(code_points(w, t->tokens));
}

static void staged(void *context, const char *stage, const bc_work *w)
{
    (void)context;
    if (strcmp(stage, "mentions") != 0)
        return;
    printf("\"mentions\":[");
    for (uint32_t i = 0; i < w->mention_count; i++) {
        printf("%s{\"i\":%u", i ? "," : "", i);
        put_mention(w, &w->mentions[i]);
        putchar('}');
    }
    printf("],\"times\":[");
    for (uint32_t i = 0; i < w->time_count; i++) {
        printf("%s{\"i\":%u", i ? "," : "", i);
        put_time(w, &w->times[i]);
        putchar('}');
    }
    printf("],");
}

static void put_facts(const bc_fact *facts, size_t count, const char *class, size_t *n)
{
    for (size_t i = 0; i < count; i++) {
        const bc_fact *f = &facts[i];
        if (f->value.set) {
            printf("%s{\"class\":\"%s\",\"role\":\"level\"", (*n)++ ? "," : "", class);
            put_string("indicator", f->indicator);
            put_value("value", f->value);
            put_value("value_max", f->value_max);
            put_value("total", f->total);
            put_string("unit", f->unit);
            put_value("base", f->base);
            if (f->base.set)
                put_string("base_unit", f->base_unit);
            put_word("bound", bc_bound_name(f->bound));
            put_word("status", bc_status_name(f->status));
            put_period("period", f->period);
            put_span(f->span);
            putchar('}');
        }
        for (size_t k = 0; k < f->comparison_count; k++) {
            const bc_comparison *c = &f->comparisons[k];
            printf("%s{\"class\":\"%s\",\"role\":\"%s\"", (*n)++ ? "," : "", class, bc_comparison_name(c->kind));
            put_string("indicator", f->indicator);
            put_value("of", f->value);
            put_value("value", c->value);
            put_value("value_max", c->value_max);
            put_string("unit", c->unit);
            put_word("bound", bc_bound_name(c->bound));
            put_word("status", bc_status_name(c->has_status ? c->status : f->status));
            put_period("period", c->has_period ? c->period : f->period);
            put_period("baseline", c->baseline);
            put_span(c->span);
            putchar('}');
        }
    }
}

static void unescape(char *s)
{
    char *to = s;
    for (; *s; s++) {
        if (*s == '\\' && (s[1] == 'n' || s[1] == 't'))
            *to++ = *++s == 'n' ? '\n' : '\t';
        else
            *to++ = *s;
    }
    *to = 0;
}

static bool read_line(const bc_engine *engine, bc_arena *arena, char *line, const struct bc_watch *watch)
{
    bc_input input = {.watch = watch};
    bc_result r;
    int year, month, day, skip = 0;
    if (sscanf(line, "[issued %d-%d-%d] %n", &year, &month, &day, &skip) == 3 && skip) {
        input.issued = (bc_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
        line += skip;
    }
    unescape(line);
    input.bytes = line;
    input.len = strlen(line);
    bc_arena_reset(arena);
    putchar('{');
    if (bc_extract(engine, arena, &input, &r) != BC_OK)
        return false;
    size_t n = 0;
    printf("\"facts\":[");
    put_facts(r.metrics, r.metric_count, "metric", &n);
    put_facts(r.targets, r.target_count, "goal", &n);
    printf("],\"warnings\":[");
    for (size_t i = 0; i < r.warning_count; i++) {
        printf("%s{\"code\":\"%s\"", i ? "," : "", r.warnings[i].code);
        put_string("message", r.warnings[i].message);
        put_span(r.warnings[i].span);
        putchar('}');
    }
    printf("]}\n");
    return true;
}

int main(void)
{
    const struct bc_watch watch = {.staged = staged};
    bc_engine *engine = bc_engine_create();
    bc_arena *arena = bc_arena_create((size_t)1 << 30);
    char *line = NULL;
    size_t room = 0;
    bool ok = engine && arena;
    ssize_t len;
    while (ok && (len = getline(&line, &room, stdin)) >= 0) {
        if (len && line[len - 1] == '\n')
            line[len - 1] = 0;
        ok = read_line(engine, arena, line, &watch);
        if (!ok)
            fprintf(stderr, "readings: cannot read %s\n", line);
    }
    free(line);
    bc_arena_destroy(arena);
    bc_engine_destroy(engine);
    return ok ? 0 : 1;
}
