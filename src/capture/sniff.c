/* Which format an input has, told by its content. A format is a row: a mark at
 * a fixed place or a test, and the reader or the reason why there is none. The
 * first row that fits decides; plain text comes last and fits everything.
 *
 * Tests for formats that are text themselves are strict: prose that merely
 * holds a '<' or a '{' must stay prose. */
#include "base/str.h"
#include "capture/input.h"

typedef struct format {
    stm_str mark; /* bytes that stand at `at` */
    size_t at;
    bool (*fits)(stm_str head); /* where a mark is not enough, or NULL */
    stm_capture__reader *read;  /* NULL: cannot be read */
    const char *reason;         /* then why, and what to do */
} format;

static stm_str skip_bytes(stm_str s, size_t n)
{
    return (stm_str){s.ptr + n, s.len - n};
}

stm_str stm_capture__skip_blanks(stm_str s)
{
    if (stm_str_starts(s, STM_LIT("\xef\xbb\xbf")))
        s = skip_bytes(s, 3);
    while (s.len && stm_ascii_space(*s.ptr))
        s = skip_bytes(s, 1);
    return s;
}

static bool starts_nocase(stm_str s, stm_str with)
{
    return s.len >= with.len &&
           stm_str_eq_nocase((stm_str){s.ptr, with.len}, with);
}

static bool is_wide(stm_str s)
{
    size_t mark;
    return stm_capture__wide_charset(s, &mark);
}

/* A frame of zstd that holds no data, as stand before those that do. */
static bool is_zstd_skip(stm_str s)
{
    return s.len >= 8 && (s.ptr[0] & 0xf0) == 0x50 &&
           stm_str_starts(skip_bytes(s, 1), STM_LIT("\x2a\x4d\x18"));
}

/* The zip archives of office programs, by their first file. */
static bool is_office(stm_str s)
{
    static const char *const firsts[] = {
        "[Content_Types].xml",
        "_rels/",
        "docProps/",
        "word/",
        "xl/",
        "ppt/",
        "mimetypeapplication/vnd.oasis.opendocument"};
    if (s.len < 30 || !stm_str_starts(s, STM_LIT("PK\3\4")))
        return false;
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        if (stm_str_starts(skip_bytes(s, 30), stm_str_of(firsts[i])))
            return true;
    return false;
}

static bool is_pdf(stm_str s)
{
    return stm_str_starts(stm_capture__skip_blanks(s), STM_LIT("%PDF-"));
}

stm_str stm_capture__skip_prolog(stm_str s)
{
    for (;;) {
        s = stm_capture__skip_blanks(s);
        stm_str close;
        if (stm_str_starts(s, STM_LIT("<!--")))
            close = STM_LIT("-->");
        else if (stm_str_starts(s, STM_LIT("<?")))
            close = STM_LIT("?>");
        else
            return s;
        size_t end = stm_str_find(s, close, 2);
        if (end == SIZE_MAX)
            return s;
        s = skip_bytes(s, end + close.len);
    }
}

/* A document type, or an <html> that soon has a head or a body: an essay on
 * markup may open with the tag's name alone. */
bool stm_capture__is_html(stm_str s)
{
    enum { SOON = 1 << 16 };
    s = stm_capture__skip_prolog(s);
    if (starts_nocase(s, STM_LIT("<!doctype html")))
        return true;
    if (!starts_nocase(s, STM_LIT("<html")))
        return false;
    if (s.len > SOON)
        s.len = SOON;
    return stm_str_find_nocase(s, STM_LIT("<head"), 5) != SIZE_MAX ||
           stm_str_find_nocase(s, STM_LIT("<body"), 5) != SIZE_MAX;
}

/* The length of the string that begins at s.ptr, quotes and all, or 0. */
static size_t json_string(stm_str s)
{
    if (!s.len || *s.ptr != '"')
        return 0;
    for (size_t i = 1; i < s.len; i++) {
        if (s.ptr[i] == '\\')
            i++;
        else if (s.ptr[i] == '"')
            return i + 1;
    }
    return 0;
}

/* True for `{"name": ...}` whose brackets and strings close just at the end;
 * what stands between is not looked at closely. */
static bool is_json_object(stm_str s)
{
    size_t depth = 0;
    stm_str name = s.len ? stm_str_trim(skip_bytes(s, 1)) : s;
    size_t n = json_string(name);
    name = skip_bytes(name, n);
    if (!n || !stm_str_starts(stm_str_trim(name), STM_LIT(":")))
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '"') {
            n = json_string(skip_bytes(s, i));
            if (!n)
                return false;
            i += n - 1;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            if (!depth--)
                return false;
            if (!depth)
                return i + 1 == s.len;
        }
    }
    return false;
}

/* True for a line that begins like an object and is cut off by the end of what
 * is looked at. */
static bool opens_object(stm_str s)
{
    if (!s.len || *s.ptr != '{')
        return false;
    stm_str name = stm_str_trim(skip_bytes(s, 1));
    size_t n = json_string(name);
    return n && stm_str_starts(stm_str_trim(skip_bytes(name, n)), STM_LIT(":"));
}

/* 1 for an object, 0 for what may be a broken one, -1 for anything else. */
static int weigh_line(stm_str line, bool cut)
{
    line = stm_str_trim(line);
    if (!line.len)
        return 0;
    if (is_json_object(line))
        return 1;
    return opens_object(line) ? cut : -1;
}

/* The first line begins like an object, and more lines are objects than are
 * anything else. The last may be cut off by the end of the head. */
bool stm_capture__is_jsonl(stm_str s)
{
    bool cut = s.len >= STM_CAPTURE_HEAD;
    long sum = 0;
    s = stm_capture__skip_blanks(s);
    if (!opens_object(s))
        return false;
    while (s.len) {
        const char *end = memchr(s.ptr, '\n', s.len);
        stm_str line = {s.ptr, end ? (size_t)(end - s.ptr) : s.len};
        sum += weigh_line(line, cut && !end);
        s = skip_bytes(s, line.len + (end != NULL));
    }
    return sum > 0;
}

#define MARK(bytes)              \
    {                            \
        bytes, sizeof(bytes) - 1 \
    }
#define AS_TEXT "; save it as plain text first"

static const format formats[] = {
    {MARK("\x1f\x8b\x08"), 0, NULL, stm_capture__read_gzip, NULL},
    {MARK("\x28\xb5\x2f\xfd"), 0, NULL, stm_capture__read_zstd, NULL},
    {{NULL, 0}, 0, is_zstd_skip, stm_capture__read_zstd, NULL},
    {MARK("\xfd"
          "7zXZ\0"),
     0, NULL, stm_capture__read_xz, NULL},
    {MARK("1AY&SY"), 4, NULL, stm_capture__read_bzip2, NULL},
    {MARK("\x04\x22\x4d\x18"), 0, NULL, stm_capture__read_lz4, NULL},
    {{NULL, 0}, 0, is_office, NULL, "an office document" AS_TEXT},
    {MARK("PK\3\4"), 0, NULL, stm_capture__read_zip, NULL},
    {MARK("PK\5\6"), 0, NULL, NULL, "an empty zip archive"},
    {MARK("ustar"), 257, NULL, stm_capture__read_tar, NULL},
    {{NULL, 0}, 0, is_pdf, NULL, "a PDF document" AS_TEXT},
    {MARK("{\\rtf"), 0, NULL, NULL, "an RTF document" AS_TEXT},
    {MARK("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 0, NULL, NULL,
     "an office document" AS_TEXT},
    {{NULL, 0}, 0, is_wide, stm_capture__read_wide, NULL},
    {MARK("WARC/"), 0, NULL, stm_capture__read_warc, NULL},
    {MARK("filedesc://"), 0, NULL, stm_capture__read_arc, NULL},
    {{NULL, 0}, 0, stm_capture__is_html, stm_capture__read_html, NULL},
    {{NULL, 0}, 0, stm_capture__is_tei, stm_capture__read_tei, NULL},
    {{NULL, 0}, 0, stm_capture__is_jsonl, stm_capture__read_jsonl, NULL},
    {{NULL, 0}, 0, NULL, stm_capture__read_plain, NULL},
};

static bool format_fits(const format *f, stm_str head)
{
    if (f->fits)
        return f->fits(head);
    return head.len >= f->at &&
           stm_str_starts(skip_bytes(head, f->at), f->mark);
}

static const format *find_format(stm_str head)
{
    const format *f = formats;
    if (head.len > STM_CAPTURE_HEAD)
        head.len = STM_CAPTURE_HEAD;
    while (!format_fits(f, head))
        f++;
    return f;
}

stm_status stm_capture__read(stm_capture__input *in, stm_error *err)
{
    stm_window *w = in->bytes;
    for (bool first = true;; first = false) {
        stm_status rc = stm_window_want(w, STM_CAPTURE_HEAD, err);
        if (rc != STM_OK)
            return rc;
        stm_str head = stm_window_bytes(w);
        const format *f = find_format(head);
        bool told = f->mark.ptr || f->fits;
        /* where nothing is told from what there is before damage, it may be
         * from what there is behind */
        if (w->broken && (!head.len || (!told && w->why.code == STM_EFORMAT))) {
            stm_capture__name_break(in, STM_NONE);
            stm_window_mend(w);
            continue;
        }
        if (!head.len && !first)
            return STM_OK;
        if (f->read)
            return f->read(in, err);
        stm_capture__skip(in, f->reason);
        return STM_OK;
    }
}
