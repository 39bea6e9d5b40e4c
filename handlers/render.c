/* SPDX-License-Identifier: MIT */
/* render.c - see render.h. The member names are the result model's (openapi.yaml, schema Result). */
#include "render.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DATE_SIZE = 16, PERIOD_SIZE = 32, NUMBER_SIZE = 48 };

static json_t *text_or_null(bc_str s)
{
    return s.len ? json_stringn(s.ptr, s.len) : json_null();
}

static json_t *word(const char *s)
{
    return s ? json_string(s) : json_null();
}

static double as_double(bc_decimal d)
{
    double value = (double)d.digits, power = 1;
    for (uint8_t i = 0; i < d.scale; i++)
        power *= 10;
    return value / power;
}

static json_t *number(bc_decimal d)
{
    while (d.scale && d.digits % 10 == 0) {
        d.digits /= 10;
        d.scale--;
    }
    return d.scale ? json_real(as_double(d)) : json_integer(d.digits);
}

static json_t *value(bc_value v)
{
    return v.set ? number(v.number) : json_null();
}

static json_t *span(bc_span s)
{
    return json_pack("[I,I]", (json_int_t)s.start, (json_int_t)s.end);
}

static void write_date(bc_date d, char *out)
{
    if (d.year == 0)
        snprintf(out, DATE_SIZE, "..");
    else if (d.month == 0)
        snprintf(out, DATE_SIZE, "%04d", d.year);
    else if (d.day == 0)
        snprintf(out, DATE_SIZE, "%04d-%02u", d.year, d.month);
    else
        snprintf(out, DATE_SIZE, "%04d-%02u-%02u", d.year, d.month, d.day);
}

static void write_period(bc_period p, char *out)
{
    char from[DATE_SIZE], to[DATE_SIZE];
    out[0] = 0;
    if (!p.set)
        return;
    write_date(p.from, from);
    write_date(p.to, to);
    snprintf(out, PERIOD_SIZE, "%s/%s", from, to);
}

static json_t *period(bc_period p)
{
    char s[PERIOD_SIZE];
    write_period(p, s);
    return s[0] ? json_string(s) : json_null();
}

static json_t *id(char letter, size_t n)
{
    char s[NUMBER_SIZE];
    snprintf(s, sizeof s, "%c%zu", letter, n + 1);
    return json_string(s);
}

static json_t *section_id(int32_t section)
{
    return section < 0 ? json_null() : id('s', (size_t)section);
}

static void put_optional(json_t *o, const char *name, bc_value v)
{
    if (v.set)
        json_object_set_new(o, name, number(v.number));
}

static void put_text(json_t *o, const char *name, bc_str s)
{
    if (s.len)
        json_object_set_new(o, name, json_stringn(s.ptr, s.len));
}

static void put_explain(json_t *o, const bc_explain *e)
{
    if (!e->rule_count && !e->entry_count)
        return;
    json_t *rules = json_array(), *entries = json_array();
    for (size_t i = 0; i < e->rule_count; i++) {
        const bc_explain_rule *r = &e->rules[i];
        json_array_append_new(rules, json_pack("{s:s,s:s,s:f}", "rule", r->rule, "choice", r->choice, "margin",
                                               round(r->margin * 100) / 100));
    }
    for (size_t i = 0; i < e->entry_count; i++) {
        const bc_explain_entry *x = &e->entries[i];
        json_array_append_new(entries, json_pack("{s:s,s:s,s:o,s:o}", "file", x->file, "tag", x->tag, "text",
                                                 text_or_null(x->text), "span", span(x->span)));
    }
    json_object_set_new(o, "explain", json_pack("{s:o,s:o}", "rules", rules, "lexicon", entries));
}

static json_t *comparison(const bc_comparison *c)
{
    json_t *o = json_object();
    json_object_set_new(o, "kind", word(bc_comparison_name(c->kind)));
    json_object_set_new(o, "value", value(c->value));
    put_optional(o, "value_max", c->value_max);
    json_object_set_new(o, "unit", text_or_null(c->unit));
    json_object_set_new(o, "bound", word(bc_bound_name(c->bound)));
    if (c->has_status)
        json_object_set_new(o, "status", word(bc_status_name(c->status)));
    if (c->has_period)
        json_object_set_new(o, "period", period(c->period));
    if (c->kind == BC_COMPARISON_CHANGE)
        json_object_set_new(o, "baseline", period(c->baseline));
    put_text(o, "against", c->against);
    json_object_set_new(o, "span", span(c->span));
    put_explain(o, &c->explain);
    return o;
}

static json_t *fact(const bc_fact *f, char letter, size_t n)
{
    json_t *o = json_object(), *comparisons = json_array();
    json_object_set_new(o, "id", id(letter, n));
    if (letter == 'g')
        json_object_set_new(o, "kind", json_string("target"));
    json_object_set_new(o, "indicator", json_stringn(f->indicator.ptr ? f->indicator.ptr : "", f->indicator.len));
    put_text(o, "breakdown", f->breakdown);
    json_object_set_new(o, "code", text_or_null(f->code));
    json_object_set_new(o, "value", value(f->value));
    put_optional(o, "value_max", f->value_max);
    put_optional(o, "total", f->total);
    json_object_set_new(o, "unit", text_or_null(f->unit));
    if (f->base.set)
        json_object_set_new(
            o, "base", json_pack("{s:o,s:o}", "value", number(f->base.number), "unit", text_or_null(f->base_unit)));
    json_object_set_new(o, "bound", word(bc_bound_name(f->bound)));
    json_object_set_new(o, "status", word(bc_status_name(f->status)));
    json_object_set_new(o, "period", period(f->period));
    put_text(o, "qualifier", f->qualifier);
    json_object_set_new(o, "span", f->value.set ? span(f->span) : json_null());
    for (size_t i = 0; i < f->comparison_count; i++)
        json_array_append_new(comparisons, comparison(&f->comparisons[i]));
    json_object_set_new(o, "comparisons", comparisons);
    json_object_set_new(o, "evidence",
                        json_pack("{s:o,s:o,s:o}", "text", text_or_null(f->evidence.text), "span",
                                  span(f->evidence.span), "section", section_id(f->evidence.section)));
    put_explain(o, &f->explain);
    return o;
}

static json_t *passage(const bc_passage *p, char letter, size_t n)
{
    json_t *o = json_pack("{s:o,s:o,s:o,s:o}", "id", id(letter, n), "text", json_stringn(p->text.ptr, p->text.len),
                          "span", span(p->span), "section", section_id(p->section));
    put_explain(o, &p->explain);
    return o;
}

static json_t *province(const bc_document *d)
{
    if (!d->province.code)
        return json_null();
    json_t *o = json_pack("{s:s,s:s}", "code", d->province.code, "name", d->province.name);
    if (d->province_now.code)
        json_object_set_new(o, "now",
                            json_pack("{s:s,s:s}", "code", d->province_now.code, "name", d->province_now.name));
    return o;
}

static json_t *source(const bc_source *s)
{
    json_t *o = json_object();
    json_object_set_new(o, "media", word(s->media));
    json_object_set_new(o, "charset", word(s->charset));
    json_object_set_new(o, "detected", json_boolean(s->detected));
    if (s->misread)
        json_object_set_new(o, "misread_as", json_string("windows-1252"));
    if (s->entities)
        json_object_set_new(o, "entities", json_true());
    if (s->decomposed)
        json_object_set_new(o, "form", json_string("nfd"));
    if (s->pages)
        json_object_set_new(o, "pages", json_integer(s->pages));
    if (s->scanned)
        json_object_set_new(o, "scanned", json_integer(s->scanned));
    return o;
}

static json_t *attachments(const bc_result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->attachment_count; i++) {
        const bc_attachment *a = &r->attachments[i];
        json_array_append_new(list, json_pack("{s:o,s:o,s:o}", "url", text_or_null(a->url), "title",
                                              text_or_null(a->title), "media", word(a->media)));
    }
    return list;
}

static json_t *document(const bc_result *r, unsigned parts)
{
    const bc_document *d = &r->document;
    char issued[DATE_SIZE];
    json_t *o = json_object();
    write_date(d->issued, issued);
    json_object_set_new(o, "title", text_or_null(d->title));
    json_object_set_new(o, "type", word(bc_document_type_name(d->type)));
    json_object_set_new(o, "number", text_or_null(d->number));
    json_object_set_new(o, "issued", d->issued.year ? json_string(issued) : json_null());
    json_object_set_new(o, "organization", text_or_null(d->organization));
    json_object_set_new(o, "province", province(d));
    json_object_set_new(o, "period", period(d->period));
    json_object_set_new(o, "source", source(&r->source));
    if (r->attachment_count)
        json_object_set_new(o, "attachments", attachments(r));
    if (parts & RENDER_TEXT)
        json_object_set_new(o, "text", json_stringn(r->text.ptr, r->text.len));
    return o;
}

static json_t *goals(const bc_result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->target_count; i++)
        json_array_append_new(list, fact(&r->targets[i], 'g', i));
    for (size_t i = 0; i < r->task_count; i++) {
        json_t *o = passage(&r->tasks[i], 'g', r->target_count + i);
        json_object_set_new(o, "kind", json_string("task"));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *unmet(const bc_passage *p)
{
    json_t *list = json_array();
    for (size_t i = 0; i < p->unmet_count; i++) {
        const bc_unmet *u = &p->unmet[i];
        json_array_append_new(list, json_pack("{s:o,s:o,s:o,s:o,s:o}", "indicator",
                                              json_stringn(u->indicator.ptr, u->indicator.len), "target",
                                              value(u->target), "actual", value(u->actual), "unit",
                                              text_or_null(u->unit), "span", span(u->span)));
    }
    return list;
}

static json_t *shortcomings(const bc_result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->shortcoming_count; i++) {
        const bc_passage *p = &r->shortcomings[i];
        json_t *o = passage(p, 's', i), *causes = json_array();
        json_object_set_new(o, "area", text_or_null(p->area));
        for (size_t k = 0; k < p->cause_count; k++)
            json_array_append_new(causes, id('c', p->causes[k]));
        json_object_set_new(o, "causes", causes);
        if (p->unmet_count)
            json_object_set_new(o, "unmet", unmet(p));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *causes(const bc_result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->cause_count; i++) {
        json_t *o = passage(&r->causes[i], 'c', i);
        json_object_set_new(o, "kind", word(bc_cause_name(r->causes[i].cause)));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *sections(const bc_result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->section_count; i++) {
        const bc_section *s = &r->sections[i];
        json_array_append_new(list, json_pack("{s:o,s:s,s:i,s:o,s:o}", "id", section_id((int32_t)i), "kind",
                                              bc_section_name(s->kind), "level", s->level, "heading",
                                              json_stringn(s->heading.ptr, s->heading.len), "span", span(s->span)));
    }
    return list;
}

static json_t *warnings(const bc_result *r)
{
    json_t *list = json_array();
    for (size_t i = 0; i < r->warning_count; i++) {
        const bc_warning *x = &r->warnings[i];
        json_array_append_new(list, json_pack("{s:s,s:o,s:o}", "code", x->code, "message",
                                              json_stringn(x->message.ptr, x->message.len), "span", span(x->span)));
    }
    return list;
}

/* Fifteen digits: 18.2 stays 18.2. Takes the reference. */
static char *dump(json_t *root, size_t *len)
{
    char *s = root ? json_dumps(root, JSON_COMPACT | JSON_REAL_PRECISION(15)) : NULL;
    json_decref(root);
    *len = s ? strlen(s) : 0;
    return s;
}

static json_t *result_object(const bc_result *r, unsigned parts)
{
    json_t *root = json_object();
    json_object_set_new(root, "document", document(r, parts));
    if (parts & RENDER_METRICS) {
        json_t *list = json_array();
        for (size_t i = 0; i < r->metric_count; i++)
            json_array_append_new(list, fact(&r->metrics[i], 'm', i));
        json_object_set_new(root, "metrics", list);
    }
    if (parts & RENDER_GOALS)
        json_object_set_new(root, "goals", goals(r));
    if (parts & RENDER_SHORTCOMINGS) {
        json_object_set_new(root, "shortcomings", shortcomings(r));
        json_object_set_new(root, "causes", causes(r));
    }
    json_object_set_new(root, "sections", sections(r));
    json_object_set_new(root, "warnings", warnings(r));
    return root;
}

char *render_result_json(const bc_result *r, unsigned parts, size_t *len)
{
    return dump(result_object(r, parts), len);
}

/* A file's name may be any bytes. */
static json_t *file_name(const char *name)
{
    json_t *s = json_string(name);
    char *plain = s ? NULL : strdup(name);
    for (char *p = plain; p && *p; p++)
        if ((unsigned char)*p >= 0x80)
            *p = '?';
    if (plain)
        s = json_string(plain);
    free(plain);
    return s;
}

/* A line of its own. Takes the reference. */
static char *dump_line(json_t *root, size_t *len)
{
    char *s = dump(root, len), *line = s ? realloc(s, *len + 2) : NULL;
    if (!line) {
        free(s);
        return NULL;
    }
    line[(*len)++] = '\n';
    line[*len] = 0;
    return line;
}

char *render_file_json(const char *file, const bc_result *r, unsigned parts, size_t *len)
{
    return dump_line(json_pack("{s:o,s:o}", "file", file_name(file), "result", result_object(r, parts)), len);
}

char *render_file_problem(const char *file, const char *code, const char *detail, size_t *len)
{
    return dump_line(json_pack("{s:o,s:{s:s,s:s}}", "file", file_name(file), "problem", "code", code, "detail", detail),
                     len);
}

char *render_indicators(const bc_engine *engine, size_t *len)
{
    size_t count;
    const bc_indicator_row *rows = bc_engine_indicators(engine, &count);
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *aliases = json_array();
        for (const char *p = rows[i].aliases; *p;) {
            size_t n = strcspn(p, ";");
            json_array_append_new(aliases, json_stringn(p, n));
            p += n;
            p += strspn(p, "; ");
        }
        json_array_append_new(list, json_pack("{s:s,s:s,s:s,s:o}", "code", rows[i].code, "name_vi", rows[i].name_vi,
                                              "name_en", rows[i].name_en, "aliases", aliases));
    }
    return dump(json_pack("{s:o}", "indicators", list), len);
}

char *render_provinces(const bc_engine *engine, size_t *len)
{
    size_t count;
    const bc_province_row *rows = bc_engine_provinces(engine, &count);
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list,
                              json_pack("{s:s,s:s,s:{s:s,s:s}}", "code", rows[i].old_code, "name", rows[i].old_name,
                                        "now", "code", rows[i].new_code, "name", rows[i].new_name));
    return dump(json_pack("{s:o}", "provinces", list), len);
}

char *render_problem(const render_problem_values *p, size_t *len)
{
    json_t *o = json_pack("{s:s,s:s,s:i,s:s,s:s}", "type", p->type, "title", p->title, "status", (int)p->status, "code",
                          p->code, "detail", p->detail);
    if (p->request_id)
        json_object_set_new(o, "request_id", json_string(p->request_id));
    if (p->limit)
        json_object_set_new(o, "limit", json_integer((json_int_t)p->limit));
    if (p->retry_after)
        json_object_set_new(o, "retry_after", json_integer((json_int_t)p->retry_after));
    if (p->pointer)
        json_object_set_new(o, "errors", json_pack("[{s:s}]", "pointer", p->pointer));
    return dump(o, len);
}

static json_t *moment(time_t t)
{
    char s[32];
    struct tm utc;
    if (!t || !gmtime_r(&t, &utc) || !strftime(s, sizeof s, "%Y-%m-%dT%H:%M:%SZ", &utc))
        return json_null();
    return json_string(s);
}

char *render_job(const render_job_values *j, size_t *len)
{
    json_t *progress =
        j->pages ? json_pack("{s:i,s:i}", "pages_done", (int)j->pages_done, "pages", (int)j->pages) : json_null();
    json_t *o = json_pack("{s:s,s:s,s:o,s:o,s:o,s:o,s:o}", "id", j->id, "state", j->state, "progress", progress,
                          "created", moment(j->created), "started", moment(j->started), "finished", moment(j->finished),
                          "expires", moment(j->expires));
    if (j->result)
        json_object_set_new(o, "result", json_string(j->result));
    if (j->problem)
        json_object_set_new(o, "problem", json_loadb(j->problem, j->problem_len, 0, NULL));
    return dump(o, len);
}

static void put_pairs(json_t *o, va_list args)
{
    for (const char *name; (name = va_arg(args, const char *)) != NULL;) {
        size_t n = strlen(name);
        if (n > 2 && strcmp(name + n - 2, ":i") == 0) {
            json_object_setn_new(o, name, n - 2, json_integer(va_arg(args, long long)));
            continue;
        }
        const char *text = va_arg(args, const char *);
        if (text)
            json_object_set_new(o, name, json_string(text));
    }
}

char *render_pairs(size_t *len, ...)
{
    json_t *o = json_object();
    va_list args;
    va_start(args, len);
    put_pairs(o, args);
    va_end(args);
    return dump(o, len);
}

char *render_log_line(const char *time, const char *event, va_list pairs, size_t *len)
{
    json_t *o = json_pack("{s:s,s:s}", "time", time, "event", event);
    put_pairs(o, pairs);
    return dump(o, len);
}

/* ---- CSV ---- */

typedef struct {
    char *text;
    size_t len, room;
    bool failed, row_open;
    const char *file; /* the first cell of each row; NULL: none */
} sheet;

static void put(sheet *s, const char *bytes, size_t n)
{
    if (s->failed)
        return;
    if (s->len + n + 1 > s->room) {
        size_t room = (s->len + n + 1) * 2;
        char *wider = realloc(s->text, room);
        if (!wider) {
            s->failed = true;
            return;
        }
        s->text = wider;
        s->room = room;
    }
    memcpy(s->text + s->len, bytes, n);
    s->len += n;
    s->text[s->len] = 0;
}

static void separate(sheet *s)
{
    if (s->row_open)
        put(s, ",", 1);
    s->row_open = true;
}

static void cell(sheet *s, bc_str text)
{
    separate(s);
    put(s, "\"", 1);
    if (text.len && strchr("=+-@\t\r", text.ptr[0])) /* a spreadsheet must not take text for a formula */
        put(s, "'", 1);
    for (size_t i = 0; i < text.len; i++)
        put(s, text.ptr[i] == '"' ? "\"\"" : &text.ptr[i], text.ptr[i] == '"' ? 2 : 1);
    put(s, "\"", 1);
}

static void cell_word(sheet *s, const char *text)
{
    cell(s, (bc_str){text ? text : "", text ? strlen(text) : 0});
}

static void cell_value(sheet *s, bc_value v)
{
    char buffer[NUMBER_SIZE] = "";
    separate(s);
    if (v.set)
        snprintf(buffer, sizeof buffer, "%.15g", as_double(v.number));
    put(s, buffer, strlen(buffer));
}

static void cell_id(sheet *s, char letter, size_t n)
{
    char buffer[NUMBER_SIZE];
    if (s->file)
        cell_word(s, s->file);
    separate(s);
    snprintf(buffer, sizeof buffer, "%c%zu", letter, n + 1);
    put(s, buffer, strlen(buffer));
}

static void cell_period(sheet *s, bc_period p)
{
    char buffer[PERIOD_SIZE];
    write_period(p, buffer);
    cell_word(s, buffer);
}

static void cell_span(sheet *s, bc_span p)
{
    char buffer[NUMBER_SIZE];
    separate(s);
    snprintf(buffer, sizeof buffer, "%" PRIu32 ",%" PRIu32, p.start, p.end);
    put(s, buffer, (size_t)(strchr(buffer, ',') - buffer));
    separate(s);
    put(s, strchr(buffer, ',') + 1, strlen(strchr(buffer, ',') + 1));
}

static void end_row(sheet *s)
{
    put(s, "\r\n", 2);
    s->row_open = false;
}

static void fact_rows(sheet *s, const bc_fact *f, char letter, size_t n)
{
    for (size_t k = f->value.set ? 0 : 1; k <= f->comparison_count; k++) {
        const bc_comparison *c = k ? &f->comparisons[k - 1] : NULL;
        cell_id(s, letter, n);
        cell_word(s, letter == 'm' ? "metric" : "target");
        cell_word(s, c ? bc_comparison_name(c->kind) : "level");
        cell(s, f->indicator);
        cell(s, f->code);
        cell_value(s, c ? c->value : f->value);
        cell_value(s, c ? c->value_max : f->value_max);
        cell_value(s, c ? (bc_value){0} : f->total);
        cell(s, c ? c->unit : f->unit);
        cell_word(s, bc_bound_name(c ? c->bound : f->bound));
        cell_word(s, bc_status_name(c && c->has_status ? c->status : f->status));
        cell_period(s, c && c->has_period ? c->period : f->period);
        cell_period(s, c ? c->baseline : (bc_period){0});
        cell(s, f->evidence.text);
        cell_span(s, c ? c->span : f->span);
        end_row(s);
    }
}

static void passage_row(sheet *s, const bc_passage *p, char letter, size_t n, const char *kind, const char *role)
{
    cell_id(s, letter, n);
    cell_word(s, kind);
    cell_word(s, role);
    for (int i = 0; i < 10; i++)
        cell_word(s, "");
    cell(s, p->text);
    cell_span(s, p->span);
    end_row(s);
}

#define CSV_COLUMNS                                                                                                    \
    "id,kind,role,indicator,code,value,value_max,total,unit,bound,status,period,baseline,text,start,end\r\n"
#define CSV_MARK "\xEF\xBB\xBF"

const char render_file_csv_head[] = CSV_MARK "file," CSV_COLUMNS;

static void all_rows(sheet *s, const bc_result *r, unsigned parts)
{
    for (size_t i = 0; i < r->metric_count && parts & RENDER_METRICS; i++)
        fact_rows(s, &r->metrics[i], 'm', i);
    for (size_t i = 0; i < r->target_count && parts & RENDER_GOALS; i++)
        fact_rows(s, &r->targets[i], 'g', i);
    for (size_t i = 0; i < r->task_count && parts & RENDER_GOALS; i++)
        passage_row(s, &r->tasks[i], 'g', r->target_count + i, "task", "");
    for (size_t i = 0; i < r->shortcoming_count && parts & RENDER_SHORTCOMINGS; i++)
        passage_row(s, &r->shortcomings[i], 's', i, "shortcoming", "");
    for (size_t i = 0; i < r->cause_count && parts & RENDER_SHORTCOMINGS; i++)
        passage_row(s, &r->causes[i], 'c', i, "cause", bc_cause_name(r->causes[i].cause));
}

static char *give_sheet(sheet *s, size_t *len)
{
    if (s->failed) {
        free(s->text);
        return NULL;
    }
    *len = s->len;
    return s->text;
}

char *render_result_csv(const bc_result *r, unsigned parts, size_t *len)
{
    static const char HEAD[] = CSV_MARK CSV_COLUMNS;
    sheet s = {0};
    put(&s, HEAD, sizeof HEAD - 1);
    all_rows(&s, r, parts);
    return give_sheet(&s, len);
}

char *render_file_csv(const char *file, const bc_result *r, unsigned parts, size_t *len)
{
    sheet s = {.file = file};
    put(&s, "", 0); /* a file without a row is no failure */
    all_rows(&s, r, parts);
    return give_sheet(&s, len);
}

char *render_problem_csv(const char *problem, size_t problem_len, const char *name, size_t *len)
{
    sheet s = {0};
    json_t *o = json_loadb(problem, problem_len, 0, NULL);
    cell_word(&s, name);
    cell_word(&s, "");
    cell_word(&s, "problem");
    cell_word(&s, json_string_value(json_object_get(o, "code")));
    for (int i = 0; i < 10; i++)
        cell_word(&s, "");
    cell_word(&s, json_string_value(json_object_get(o, "detail")));
    cell_word(&s, "");
    cell_word(&s, "");
    end_row(&s);
    json_decref(o);
    return give_sheet(&s, len);
}

char *render_documents_csv(const render_document *list, size_t count, size_t *len)
{
    static const char HEAD[] = CSV_MARK "document," CSV_COLUMNS;
    sheet s = {0};
    put(&s, HEAD, sizeof HEAD - 1);
    for (size_t i = 0; i < count; i++) {
        s.failed |= !list[i].answer;
        if (list[i].answer)
            put(&s, list[i].answer, list[i].len);
    }
    return give_sheet(&s, len);
}

char *render_documents(const render_document *list, size_t count, size_t *len)
{
    sheet s = {0};
    put(&s, "{\"documents\":[", 14);
    for (size_t i = 0; i < count; i++) {
        json_t *string = json_string(list[i].name);
        char *name = string ? json_dumps(string, JSON_ENCODE_ANY) : NULL;
        json_decref(string);
        s.failed |= !name || !list[i].answer;
        if (!s.failed) {
            put(&s, i ? ",{\"name\":" : "{\"name\":", i ? 9 : 8);
            put(&s, name, strlen(name));
            put(&s, list[i].problem ? ",\"problem\":" : ",\"result\":", list[i].problem ? 11 : 10);
            put(&s, list[i].answer, list[i].len);
            put(&s, "}", 1);
        }
        free(name);
    }
    put(&s, "]}", 2);
    return give_sheet(&s, len);
}

char *render_with_attachments(const render_document *list, size_t count, size_t *len)
{
    json_t *root = list[0].answer ? json_loadb(list[0].answer, list[0].len, 0, NULL) : NULL;
    json_t *attachments = json_object_get(json_object_get(root, "document"), "attachments");
    bool ok = root != NULL;
    for (size_t i = 1; i < count; i++) {
        json_t *one = list[i].answer ? json_loadb(list[i].answer, list[i].len, 0, NULL) : NULL;
        ok &= one &&
              json_object_set_new(json_array_get(attachments, i - 1), list[i].problem ? "problem" : "result", one) == 0;
    }
    if (ok)
        return dump(root, len);
    json_decref(root);
    return NULL;
}
