/* SPDX-License-Identifier: MIT */
/* media.c - see media.h. */
#include "media.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const struct {
    media media;
    const char *type, *suffix;
} ROWS[] = {
#define ROW(id, type, suffix) {id, type, suffix},
    MEDIA(ROW)
#undef ROW
};

static const struct {
    const char *name;
    media media;
} TYPE_SYNONYMS[] = {{"application/xhtml+xml", MEDIA_HTML},
                     {"application/octet-stream", MEDIA_UNKNOWN},
                     {"binary/octet-stream", MEDIA_UNKNOWN},
                     {"application/force-download", MEDIA_UNKNOWN},
                     {"application/x-download", MEDIA_UNKNOWN},
                     {"application/download", MEDIA_UNKNOWN},
                     {"application/x-pdf", MEDIA_PDF},
                     {"message/rfc822", MEDIA_MHTML},
                     {"application/x-mimearchive", MEDIA_MHTML},
                     {"application/zip", MEDIA_ZIP},
                     {"application/x-zip-compressed", MEDIA_ZIP},
                     {"application/x-ole-storage", MEDIA_OLE},
                     {"application/vnd.ms-word", MEDIA_DOC},
                     {"application/x-msword", MEDIA_DOC},
                     {"application/msexcel", MEDIA_XLS},
                     {"application/x-msexcel", MEDIA_XLS},
                     {"text/rtf", MEDIA_RTF},
                     {"image/jpg", MEDIA_JPEG},
                     {"image/pjpeg", MEDIA_JPEG},
                     {"image/x-png", MEDIA_PNG},
                     {"image/tif", MEDIA_TIFF}},
  SUFFIX_SYNONYMS[] = {{".htm", MEDIA_HTML},
                       {".xhtml", MEDIA_HTML},
                       {".mhtml", MEDIA_MHTML},
                       {".jpeg", MEDIA_JPEG},
                       {".tiff", MEDIA_TIFF}};

static bool is_type(const char *content_type, const char *type)
{
    size_t n = strlen(type);
    return strncasecmp(content_type, type, n) == 0 && (content_type[n] == 0 || strchr("; \t", content_type[n]));
}

media media_by_type(const char *content_type)
{
    if (!content_type || !*content_type)
        return MEDIA_UNKNOWN;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (is_type(content_type, ROWS[i].type))
            return ROWS[i].media;
    for (size_t i = 0; i < sizeof TYPE_SYNONYMS / sizeof *TYPE_SYNONYMS; i++)
        if (is_type(content_type, TYPE_SYNONYMS[i].name))
            return TYPE_SYNONYMS[i].media;
    return MEDIA_OTHER;
}

media media_by_suffix(const char *filename)
{
    const char *dot = filename ? strrchr(filename, '.') : NULL;
    for (size_t i = 0; dot && i < sizeof ROWS / sizeof *ROWS; i++)
        if (strcasecmp(dot, ROWS[i].suffix) == 0)
            return ROWS[i].media;
    for (size_t i = 0; dot && i < sizeof SUFFIX_SYNONYMS / sizeof *SUFFIX_SYNONYMS; i++)
        if (strcasecmp(dot, SUFFIX_SYNONYMS[i].name) == 0)
            return SUFFIX_SYNONYMS[i].media;
    return MEDIA_UNKNOWN;
}

const char *media_type(media m)
{
    return (size_t)m < sizeof ROWS / sizeof *ROWS ? ROWS[m].type : "application/octet-stream";
}

const char *media_suffix(media m)
{
    return (size_t)m < sizeof ROWS / sizeof *ROWS ? ROWS[m].suffix : "";
}

const char *media_guess(const char *name)
{
    static const struct {
        const char *suffix, *type;
    } OTHERS[] = {{".zip", "application/zip"},
                  {".rar", "application/vnd.rar"},
                  {".7z", "application/x-7z-compressed"},
                  {".ppt", "application/vnd.ms-powerpoint"},
                  {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
                  {".csv", "text/csv"}};
    for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
        char suffix[8] = ".";
        size_t n = 1;
        while (n + 1 < sizeof suffix && isalnum((unsigned char)dot[n])) {
            suffix[n] = dot[n];
            n++;
        }
        suffix[n] = 0;
        media m = isalnum((unsigned char)dot[n]) || dot[n] == '.' ? MEDIA_UNKNOWN : media_by_suffix(suffix);
        if (m != MEDIA_UNKNOWN && m != MEDIA_HTML)
            return media_type(m);
        for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
            if (strcasecmp(suffix, OTHERS[i].suffix) == 0)
                return OTHERS[i].type;
    }
    return NULL;
}

static bool begins(const char *bytes, size_t len, const char *mark, size_t n)
{
    return len >= n && memcmp(bytes, mark, n) == 0;
}

/* "<!doctype html", "<html", or such a tag a little further on. */
static bool is_page(const char *bytes, size_t len)
{
    static const char *const TAGS[] = {"<!doctype html", "<html", "<head", "<body"};
    size_t n = len < 1024 ? len : 1024, i = begins(bytes, len, "\xEF\xBB\xBF", 3) ? 3 : 0;
    while (i < n && isspace((unsigned char)bytes[i]))
        i++;
    if (i == n || bytes[i] != '<')
        return false;
    for (; i < n; i++)
        for (size_t k = 0; k < sizeof TAGS / sizeof *TAGS && bytes[i] == '<'; k++)
            if (n - i >= strlen(TAGS[k]) && strncasecmp(bytes + i, TAGS[k], strlen(TAGS[k])) == 0)
                return true;
    return false;
}

/* Header lines from the first byte on, MIME-Version and a type among them. */
static bool is_web_archive(const char *bytes, size_t len)
{
    size_t n = len < 4096 ? len : 4096;
    bool version = false, type = false;
    for (size_t i = 0, stop; i < n; i = stop + 1) {
        const char *end = memchr(bytes + i, '\n', n - i), *line = bytes + i;
        stop = end ? (size_t)(end - bytes) : n;
        size_t left = stop - i, name = 0;
        if (left == 0 || *line == '\r')
            break;
        if (*line == ' ' || *line == '\t')
            continue;
        while (name < left && (isalnum((unsigned char)line[name]) || line[name] == '-'))
            name++;
        if (name == 0 || name == left || line[name] != ':')
            return false;
        version |= name == 12 && strncasecmp(line, "MIME-Version", name) == 0;
        type |= name == 12 && strncasecmp(line, "Content-Type", name) == 0;
    }
    return version && type;
}

media media_by_bytes(const char *bytes, size_t len)
{
    static const struct {
        const char *mark;
        size_t n;
        media media;
    } MARKS[] = {{"%PDF-", 5, MEDIA_PDF},
                 {"PK\x03\x04", 4, MEDIA_ZIP},
                 {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, MEDIA_OLE},
                 {"{\\rtf", 5, MEDIA_RTF},
                 {"\x89PNG\r\n\x1A\n", 8, MEDIA_PNG},
                 {"\xFF\xD8\xFF", 3, MEDIA_JPEG},
                 {"II*\0", 4, MEDIA_TIFF},
                 {"MM\0*", 4, MEDIA_TIFF}};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (begins(bytes, len, MARKS[i].mark, MARKS[i].n))
            return MARKS[i].media;
    for (size_t i = 0; i + 5 <= len && i < 1024; i++) /* readers take a PDF that begins a little late */
        if (memcmp(bytes + i, "%PDF-", 5) == 0 && memchr(bytes, 0, len < 4096 ? len : 4096))
            return MEDIA_PDF;
    if (is_web_archive(bytes, len))
        return MEDIA_MHTML;
    if (is_page(bytes, len))
        return MEDIA_HTML;
    size_t n = len < 4096 ? len : 4096, controls = 0, zeros[2] = {0};
    for (size_t i = 0; i < n; i++) {
        zeros[i % 2] += bytes[i] == 0;
        controls += (unsigned char)bytes[i] < ' ' && bytes[i] != 0 && !strchr("\t\n\r\f\v", bytes[i]);
    }
    if (zeros[0] + zeros[1] > n / 8) /* UTF-16 has them in one half of its units, for the decoder to judge */
        return zeros[0] * 50 < zeros[1] || zeros[1] * 50 < zeros[0] ? MEDIA_TEXT : MEDIA_UNKNOWN;
    return zeros[0] + zeros[1] == 0 && controls * 20 < n + 20 ? MEDIA_TEXT
                                                              : MEDIA_UNKNOWN; /* a few are VISCII's letters */
}

bool media_contradicts(media declared, media shown)
{
    switch (shown) {
    case MEDIA_ZIP:
        return declared != MEDIA_ZIP && declared != MEDIA_DOCX && declared != MEDIA_XLSX && declared != MEDIA_ODT &&
               declared != MEDIA_ODS;
    case MEDIA_OLE: /* an encrypted DOCX or XLSX is one, too */
        return declared != MEDIA_OLE && declared != MEDIA_DOC && declared != MEDIA_XLS && declared != MEDIA_DOCX &&
               declared != MEDIA_XLSX;
    case MEDIA_TEXT:
    case MEDIA_UNKNOWN:
        return false; /* nothing said: a broken file of the declared type may look so */
    case MEDIA_HTML:  /* people declare pages as text, and portals call pages .doc and .xls */
        return declared != MEDIA_HTML && declared != MEDIA_TEXT;
    case MEDIA_RTF: /* Word opens RTF under the name .doc */
        return declared != MEDIA_RTF;
    default:
        return declared != shown;
    }
}
