/* SPDX-License-Identifier: MIT */
/* body.c - see body.h. */
#include "body.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "extract/charset.h"
#include "extract/date.h"
#include "reply.h"

static bool is_type(const char *content_type, const char *type)
{
    size_t n = strlen(type);
    return strncasecmp(content_type, type, n) == 0 && (content_type[n] == 0 || strchr("; \t", content_type[n]));
}

/* The value of a parameter of a header, without quotes; false: not there or too long. */
static bool parameter(const char *header, const char *name, char *out, size_t size)
{
    size_t n = strlen(name);
    for (const char *p = strchr(header, ';'); p; p = strchr(p, ';')) {
        p++;
        p += strspn(p, " \t");
        if (strncasecmp(p, name, n) != 0 || p[n] != '=')
            continue;
        p += n + 1;
        bool quoted = *p == '"';
        p += quoted;
        size_t len = strcspn(p, quoted ? "\"" : "; \t");
        if (len >= size)
            return false;
        memcpy(out, p, len);
        out[len] = 0;
        return len > 0;
    }
    return false;
}

void body_charset(const char *content_type, char *charset, size_t size)
{
    if (!content_type || !parameter(content_type, "charset", charset, size))
        charset[0] = 0;
}

bool body_date(const char *s, bc_date *out)
{
    int year = 0, month = 0, day = 0, used = 0;
    size_t n = strlen(s);
    for (size_t i = 0; i < n; i++)
        if ((i == 4 || i == 7) != (s[i] == '-') || (s[i] != '-' && (s[i] < '0' || s[i] > '9')))
            return false;
    if (n == 10 && sscanf(s, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3)
        ;
    else if (n == 7 && sscanf(s, "%4d-%2d%n", &year, &month, &used) == 2)
        ;
    else if (n == 4 && sscanf(s, "%4d%n", &year, &used) == 1)
        ;
    else
        return false;
    if (!bc_date_valid(year, n >= 7 ? month : 1, n == 10 ? day : 1))
        return false;
    *out = (bc_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

static bool set_issued(request *r, const char *value, body *out)
{
    if (body_date(value, &out->input.issued))
        return true;
    reply_error_at(r, ERROR_INVALID_PARAMETER, "/issued", "Give issued as a date: 2023-10-23, 2023-10 or 2023.");
    return false;
}

static bool set_follow(request *r, const char *value, body *out)
{
    out->follows = strcmp(value, "attachments") == 0;
    if (!out->follows)
        reply_error_at(r, ERROR_INVALID_PARAMETER, "/follow", "follow takes attachments.");
    return out->follows;
}

static bool set_charset(request *r, const char *value, body *out)
{
    if (strlen(value) < sizeof out->charset) {
        snprintf(out->charset, sizeof out->charset, "%s", value);
        return true;
    }
    reply_error_at(r, ERROR_UNSUPPORTED_CHARSET, "/charset", "Give the charset by its short name, such as tcvn3.");
    return false;
}

/* Text of a JSON body is UTF-8 already; a charset with it says what its characters were before they were pasted. */
static bool pasted(request *r, body *out)
{
    bc_charset c = bc_charset_by_name(out->charset);
    out->input.misread = c == BC_CHARSET_TCVN3 || c == BC_CHARSET_VNI || c == BC_CHARSET_1258 || c == BC_CHARSET_VISCII;
    out->input.charset = out->input.misread ? out->charset : "utf-8";
    if (out->input.misread || c == BC_CHARSET_NONE || c == BC_CHARSET_UTF8)
        return true;
    reply_error_at(r, ERROR_UNSUPPORTED_CHARSET, "/charset",
                   "JSON is UTF-8; charset says that the text is tcvn3, vni, viscii or windows-1258 pasted into it.");
    return false;
}

/* RFC 4648, line ends allowed; malloc'ed. NULL: not base64, or no memory. */
static char *from_base64(const char *s, size_t *len)
{
    static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *out = malloc(strlen(s) / 4 * 3 + 4);
    unsigned bits = 0, have = 0, padding = 0;
    *len = 0;
    for (; out && *s; s++) {
        const char *at = strchr(LETTERS, *s);
        if (*s == '\r' || *s == '\n')
            continue;
        if (*s == '=' && ++padding <= 2)
            continue;
        if (!at || padding) {
            free(out);
            return NULL;
        }
        bits = bits << 6 | (unsigned)(at - LETTERS);
        have += 6;
        if (have >= 8) {
            have -= 8;
            out[(*len)++] = (char)(bits >> have & 0xFF);
        }
    }
    return out;
}

static bool take_file(request *r, const char *base64, body *out)
{
    r->decoded = from_base64(base64, &out->input.len);
    out->input.bytes = r->decoded;
    if (r->decoded && out->input.len)
        return true;
    reply_error_at(r, ERROR_MALFORMED_JSON, "/file", "Give the file's bytes in base64.");
    return false;
}

static bool read_json(request *r, body *out)
{
    json_error_t e;
    char detail[256];
    json_t *root = json_loadb(r->body, r->len, JSON_REJECT_DUPLICATES, &e);
    out->owned = root;
    if (!root) {
        snprintf(detail, sizeof detail, "Line %d, column %d: %.120s. Send one JSON object in UTF-8.", e.line, e.column,
                 e.text);
        for (char *p = detail; *p; p++)
            if ((unsigned char)*p < ' ' || (unsigned char)*p > '~')
                *p = '?'; /* the parser quotes what stood near */
        reply_error(r, ERROR_MALFORMED_JSON, detail);
        return false;
    }
    const char *name;
    json_t *value;
    unsigned sources = 0;
    if (!json_is_object(root)) {
        reply_error(
            r, ERROR_MALFORMED_JSON,
            "Send an object: {\"text\": \"...\"}, {\"html\": \"...\"}, {\"file\": \"base64\"} or {\"url\": \"...\"}.");
        return false;
    }
    json_object_foreach (root, name, value) {
        bool text = strcmp(name, "text") == 0, html = strcmp(name, "html") == 0, url = strcmp(name, "url") == 0,
             file = strcmp(name, "file") == 0;
        snprintf(detail, sizeof detail, "/%.60s", name);
        if (!text && !html && !url && !file && strcmp(name, "issued") != 0 && strcmp(name, "charset") != 0 &&
            strcmp(name, "filename") != 0 && strcmp(name, "follow") != 0) {
            reply_error_at(r, ERROR_MALFORMED_JSON, detail,
                           "No such member: use text, html, file or url, and issued, charset, filename, follow.");
            return false;
        }
        if (!json_is_string(value)) {
            reply_error_at(r, ERROR_MALFORMED_JSON, detail, "The member must be a string.");
            return false;
        }
        if (strcmp(name, "issued") == 0) {
            if (!set_issued(r, json_string_value(value), out))
                return false;
            continue;
        }
        if (strcmp(name, "charset") == 0) {
            if (!set_charset(r, json_string_value(value), out))
                return false;
            continue;
        }
        if (strcmp(name, "follow") == 0) {
            if (!set_follow(r, json_string_value(value), out))
                return false;
            continue;
        }
        if (strcmp(name, "filename") == 0) {
            out->declared = media_by_suffix(json_string_value(value));
            continue;
        }
        sources++;
        if (file) {
            if (!take_file(r, json_string_value(value), out))
                return false;
        } else if (url) {
            out->url = json_string_value(value);
        } else {
            out->is_text = true;
            out->input.media = text ? BC_MEDIA_TEXT : BC_MEDIA_HTML;
            out->input.bytes = json_string_value(value);
            out->input.len = json_string_length(value);
        }
    }
    if (sources != 1) {
        reply_error(r, ERROR_MALFORMED_JSON, "Give exactly one of text, html, file and url.");
        return false;
    }
    if (!out->is_text && !out->url)
        out->input.charset = out->charset[0] ? out->charset : NULL;
    return !out->is_text || pasted(r, out);
}

/* ---- multipart/form-data (RFC 7578) ---- */

typedef struct {
    const char *head, *bytes;
    size_t head_len, len;
} part;

static char *find(char *p, char *end, const char *what, size_t n)
{
    return p <= end ? memmem(p, (size_t)(end - p), what, n) : NULL;
}

/* The next part behind *at; false: none left (end set) or malformed. */
static bool next_part(char **at, char *end, const char *boundary, part *out, bool *finished)
{
    size_t n = strlen(boundary);
    char delimiter[LIMIT_BOUNDARY + 8];
    *finished = false;
    char *p = *at;
    if ((size_t)(end - p) >= 2 && p[0] == '-' && p[1] == '-') {
        *finished = true;
        return false;
    }
    if ((size_t)(end - p) < 2 || p[0] != '\r' || p[1] != '\n')
        return false;
    p += 2;
    char *head_end = find(p, end, "\r\n\r\n", 4);
    int m = snprintf(delimiter, sizeof delimiter, "\r\n--%s", boundary);
    if (!head_end || m < 0)
        return false;
    out->head = p;
    out->head_len = (size_t)(head_end - p);
    out->bytes = head_end + 4;
    char *next = find(head_end + 4, end, delimiter, n + 4);
    if (!next)
        return false;
    out->len = (size_t)(next - out->bytes);
    *at = next + n + 4;
    return true;
}

/* A header line of a part, copied without its name; false: not there. */
static bool part_header(const part *p, const char *name, char *out, size_t size)
{
    size_t n = strlen(name);
    for (const char *line = p->head, *end = p->head + p->head_len; line < end;) {
        const char *stop = memmem(line, (size_t)(end - line), "\r\n", 2);
        size_t len = (size_t)((stop ? stop : end) - line);
        if (len > n && strncasecmp(line, name, n) == 0 && line[n] == ':') {
            line += n + 1;
            len -= n + 1;
            while (len && *line == ' ')
                line++, len--;
            if (len >= size)
                return false;
            memcpy(out, line, len);
            out[len] = 0;
            return true;
        }
        line = stop ? stop + 2 : end;
    }
    return false;
}

static void refuse_type(request *r)
{
    reply_error(
        r, ERROR_UNSUPPORTED_MEDIA_TYPE,
        "Send text, HTML, PDF, DOCX, DOC, XLSX, XLS, ODT, ODS, RTF, MHTML, PNG, JPEG, TIFF or a ZIP of them with "
        "its own type, or with none.");
}

static bool take_part(request *r, const part *p, body *out, unsigned *sources)
{
    char disposition[512], name[32], type[256];
    if (!part_header(p, "Content-Disposition", disposition, sizeof disposition) ||
        !parameter(disposition, "name", name, sizeof name)) {
        reply_error(r, ERROR_MALFORMED_MULTIPART, "Each part needs Content-Disposition: form-data; name=\"...\".");
        return false;
    }
    char *value = (char *)(size_t)(const void *)p->bytes;
    if (strcmp(name, "issued") == 0 || strcmp(name, "url") == 0 || strcmp(name, "charset") == 0 ||
        strcmp(name, "follow") == 0) {
        value[p->len] = 0; /* the boundary's first byte */
        if (strcmp(name, "issued") == 0)
            return set_issued(r, value, out);
        if (strcmp(name, "charset") == 0)
            return set_charset(r, value, out);
        if (strcmp(name, "follow") == 0)
            return set_follow(r, value, out);
        out->url = value;
    } else if (strcmp(name, "text") == 0) {
        out->declared = MEDIA_TEXT;
    } else if (strcmp(name, "file") == 0) {
        if (!part_header(p, "Content-Type", type, sizeof type))
            type[0] = 0;
        out->declared = media_by_type(type);
        if (out->declared == MEDIA_OTHER) {
            refuse_type(r);
            return false;
        }
        if (out->declared == MEDIA_UNKNOWN && parameter(disposition, "filename", type, sizeof type))
            out->declared = media_by_suffix(type);
        if (!out->charset[0])
            body_charset(type, out->charset, sizeof out->charset);
    } else {
        reply_error(r, ERROR_MALFORMED_MULTIPART, "Use the parts file, text or url, and issued, charset, follow.");
        return false;
    }
    if (!out->url) {
        out->input.bytes = p->bytes;
        out->input.len = p->len;
    }
    ++*sources;
    return true;
}

static bool read_multipart(request *r, body *out)
{
    char boundary[LIMIT_BOUNDARY + 1];
    unsigned sources = 0;
    bool finished = false;
    if (!parameter(r->content_type, "boundary", boundary, sizeof boundary)) {
        reply_error(r, ERROR_MALFORMED_MULTIPART, "The Content-Type needs a boundary of at most 70 characters.");
        return false;
    }
    char *end = r->body + r->len, *at = find(r->body, end, boundary, strlen(boundary));
    if (!at || at - r->body != 2 || memcmp(r->body, "--", 2) != 0) {
        reply_error(r, ERROR_MALFORMED_MULTIPART, "The body must begin with the boundary of its Content-Type.");
        return false;
    }
    at += strlen(boundary);
    part p;
    for (unsigned n = 0; next_part(&at, end, boundary, &p, &finished); n++) {
        if (n == LIMIT_MULTIPART_PARTS) {
            reply_error(r, ERROR_MALFORMED_MULTIPART, "There are too many parts.");
            return false;
        }
        if (!take_part(r, &p, out, &sources))
            return false;
    }
    if (!finished) {
        reply_error(r, ERROR_MALFORMED_MULTIPART, "The body ends inside a part.");
        return false;
    }
    if (sources != 1) {
        reply_error(r, ERROR_MALFORMED_MULTIPART, "Send exactly one of the parts file, text and url.");
        return false;
    }
    out->input.charset = out->charset[0] ? out->charset : NULL;
    return true;
}

bool body_read(request *r, body *out)
{
    memset(out, 0, sizeof *out);
    out->declared = MEDIA_UNKNOWN;
    if (r->len == 0) {
        reply_error(r, ERROR_EMPTY_BODY,
                    "Send a report: curl -H 'Content-Type: text/plain' --data-binary @report.txt URL");
        return false;
    }
    if (r->content_type && is_type(r->content_type, "application/x-www-form-urlencoded")) {
        reply_error(r, ERROR_UNSUPPORTED_MEDIA_TYPE,
                    "Say what the body is: -H 'Content-Type: text/plain' --data-binary @report.txt (or text/html, "
                    "application/json, multipart/form-data), or send the file with curl -T.");
        return false;
    }
    if (r->content_type && is_type(r->content_type, "application/json"))
        return read_json(r, out);
    if (r->content_type && is_type(r->content_type, "multipart/form-data"))
        return read_multipart(r, out);
    out->declared = media_by_type(r->content_type);
    if (out->declared == MEDIA_OTHER) {
        refuse_type(r);
        return false;
    }
    body_charset(r->content_type, out->charset, sizeof out->charset);
    out->input.bytes = r->body;
    out->input.len = r->len;
    out->input.charset = out->charset[0] ? out->charset : NULL;
    return true;
}

void body_free(body *b)
{
    json_decref(b->owned);
    b->owned = NULL;
}
