/* SPDX-License-Identifier: MIT */
/* mhtml.c - see formats.h. RFC 2045 (headers, quoted-printable, base64), 2046 (multipart), 2557 (the root part). */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "formats.h"

enum { MOST_LEVELS = 4, MOST_PARTS = 2000, MOST_PARAMETER = 1024 };

typedef struct {
    const char *head, *body; /* of one part, neither terminated */
    size_t head_len, len;
    bool closed; /* a boundary stands behind it */
} part;

/* A header's value, unfolded; "" where there is none. */
static void header(const part *p, const char *name, char *out, size_t size)
{
    size_t n = strlen(name), m = 0;
    const char *end = p->head + p->head_len;
    bool inside = false;
    for (const char *line = p->head, *stop; line < end; line = stop + 1) {
        stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop ? stop : end;
        const char *q = line;
        if (*line != ' ' && *line != '\t') { /* no continuation */
            if (inside)
                break;
            inside = (size_t)(stop - line) > n && strncasecmp(line, name, n) == 0 && line[n] == ':';
            q += n + 1;
        }
        for (; inside && q < stop; q++) {
            char c = *q == '\t' ? ' ' : *q;
            if (c != '\r' && (m || c != ' ') && m + 1 < size)
                out[m++] = c;
        }
    }
    while (m && out[m - 1] == ' ')
        m--;
    out[m] = 0;
}

/* A parameter of a header's value, unquoted; "" where there is none. */
static void parameter(const char *value, const char *name, char *out, size_t size)
{
    size_t n = strlen(name), m = 0;
    out[0] = 0;
    for (const char *p = strchr(value, ';'); p; p = strchr(p, ';')) {
        p += 1 + strspn(p + 1, " \t");
        if (strncasecmp(p, name, n) != 0 || p[n + strspn(p + n, " ")] != '=')
            continue;
        p += n + strspn(p + n, " ") + 1;
        p += strspn(p, " ");
        const char *ends = *p == '"' ? "\"" : "; \t";
        p += *p == '"';
        for (; *p && !strchr(ends, *p) && m + 1 < size; p++)
            out[m++] = *p;
        out[m] = 0;
        return;
    }
}

/* Head and body of what begins at bytes. */
static part open_part(const char *bytes, size_t len)
{
    part p = {.head = bytes, .head_len = len, .body = bytes + len};
    if (len && (*bytes == '\n' || (*bytes == '\r' && len > 1 && bytes[1] == '\n'))) { /* no head at all */
        size_t n = *bytes == '\n' ? 1 : 2;
        return (part){.head = bytes, .body = bytes + n, .len = len - n};
    }
    for (size_t i = 0; i + 1 < len; i++) {
        if (bytes[i] != '\n')
            continue;
        size_t n = bytes[i + 1] == '\n' ? 1 : bytes[i + 1] == '\r' && i + 2 < len && bytes[i + 2] == '\n' ? 2 : 0;
        if (n) {
            p.head_len = i + 1;
            p.body = bytes + i + 1 + n;
            p.len = len - i - 1 - n;
            break;
        }
    }
    return p;
}

/* The next line that is the boundary at or behind `at`; NULL: none. *after: behind the line; *last: it closes. */
static const char *find_boundary(const char *at, const char *end, const char *boundary, const char **after, bool *last)
{
    size_t n = strlen(boundary);
    for (const char *line = at; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop ? stop : end;
        if ((size_t)(stop - line) >= n + 2 && memcmp(line, "--", 2) == 0 && memcmp(line + 2, boundary, n) == 0) {
            const char *rest = line + 2 + n;
            *last = stop - rest >= 2 && rest[0] == '-' && rest[1] == '-';
            while (rest < stop && (*last || isspace((unsigned char)*rest)))
                rest++;
            if (rest == stop) {
                *after = stop < end ? stop + 1 : end;
                return line;
            }
        }
        line = stop + 1;
    }
    return NULL;
}

static bool is_kind(const char *type, const char *kind)
{
    return strncasecmp(type, kind, strlen(kind)) == 0;
}

/* The root of a page: the part that `start` names, else the first that is HTML, else text. False: none. */
static bool find_root(const part *whole, unsigned level, part *out)
{
    char type[MOST_PARAMETER], boundary[MOST_PARAMETER], start[MOST_PARAMETER], id[MOST_PARAMETER];
    bool found = false, last = false;
    header(whole, "Content-Type", type, sizeof type);
    if (!is_kind(type, "multipart/")) {
        *out = *whole;
        return is_kind(type, "text/html") || is_kind(type, "application/xhtml") || is_kind(type, "text/plain");
    }
    parameter(type, "boundary", boundary, sizeof boundary);
    parameter(type, "start", start, sizeof start);
    if (level == MOST_LEVELS || !boundary[0])
        fail(EXIT_UNREADABLE, "parts without a boundary, or too deep");
    const char *end = whole->body + whole->len, *after = NULL;
    const char *at = find_boundary(whole->body, end, boundary, &after, &last);
    for (unsigned n = 0; at && !last; n++) {
        if (n == MOST_PARTS)
            fail(EXIT_TOO_LARGE, "too many parts");
        const char *begin = after, *next = find_boundary(begin, end, boundary, &after, &last);
        part p = open_part(begin, (size_t)((next ? next : end) - begin)), root;
        p.closed = next != NULL;
        at = next;
        if (!find_root(&p, level + 1, &root))
            continue;
        header(&root, "Content-Type", type, sizeof type);
        header(&p, "Content-ID", id, sizeof id);
        bool named = start[0] && strcmp(start, id) == 0, html = !is_kind(type, "text/plain");
        if (!found || named || html)
            *out = root;
        found = true;
        if (named || (html && !start[0]))
            return true;
    }
    return found;
}

static void quoted_printable(const char *s, size_t n, text *out)
{
    static const char DIGITS[] = "0123456789ABCDEF";
    for (size_t i = 0; i < n; i++) {
        if (s[i] != '=') {
            put(out, s + i, 1);
            continue;
        }
        size_t k = i + 1;
        while (k < n && (s[k] == ' ' || s[k] == '\t' || s[k] == '\r'))
            k++;
        if (k < n && s[k] == '\n') { /* a line goes on */
            i = k;
            continue;
        }
        const char *high = i + 2 < n ? strchr(DIGITS, toupper((unsigned char)s[i + 1])) : NULL;
        const char *low = high ? strchr(DIGITS, toupper((unsigned char)s[i + 2])) : NULL;
        if (high && low && *high && *low) {
            char byte = (char)((high - DIGITS) << 4 | (low - DIGITS));
            put(out, &byte, 1);
            i += 2;
        } else {
            put(out, s + i, 1);
        }
    }
}

static void base64(const char *s, size_t n, text *out)
{
    static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0, have = 0;
    for (size_t i = 0; i < n && s[i] != '='; i++) {
        const char *at = s[i] ? strchr(LETTERS, s[i]) : NULL;
        if (!at) {
            if (!isspace((unsigned char)s[i]))
                fail(EXIT_UNREADABLE, "the page's part is no base64");
            continue;
        }
        bits = bits << 6 | (unsigned)(at - LETTERS);
        have += 6;
        if (have >= 8) {
            have -= 8;
            char byte = (char)(bits >> have & 0xFF);
            put(out, &byte, 1);
        }
    }
}

void mhtml_text(const char *bytes, size_t len, text *out)
{
    char type[MOST_PARAMETER], charset[MOST_PARAMETER], encoding[64], location[2048];
    part whole = open_part(bytes, len), root;
    whole.closed = true;
    if (!find_root(&whole, 0, &root))
        fail(EXIT_UNREADABLE, "there is no page among the parts");
    if (!root.closed)
        fail(EXIT_UNREADABLE, "the page is cut short");
    header(&root, "Content-Type", type, sizeof type);
    header(&root, "Content-Transfer-Encoding", encoding, sizeof encoding);
    header(&root, "Content-Location", location, sizeof location);
    if (!location[0])
        header(&whole, "Snapshot-Content-Location", location, sizeof location);
    parameter(type, "charset", charset, sizeof charset);
    if (strcasecmp(encoding, "quoted-printable") == 0)
        quoted_printable(root.body, root.len, out);
    else if (strcasecmp(encoding, "base64") == 0)
        base64(root.body, root.len, out);
    else if (!encoding[0] || strcasecmp(encoding, "7bit") == 0 || strcasecmp(encoding, "8bit") == 0 ||
             strcasecmp(encoding, "binary") == 0)
        put(out, root.body, root.len);
    else
        fail(EXIT_UNREADABLE, "the page is encoded in a way that is not read");
    charset[strspn(charset, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:")] = 0;
    for (char *p = location; *p; p++)
        if (*p <= ' ' || *p > '~') {
            location[0] = 0; /* no address */
            break;
        }
    printf("%s; charset=%s; base=%s\n", is_kind(type, "text/plain") ? "text/plain" : "text/html", charset, location);
}
