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
    bool (*fits)(stm_str bytes); /* where a mark is not enough, or NULL */
    stm_capture__reader *read;   /* NULL: cannot be read */
    const char *reason;          /* then why, and what to do */
} format;

static stm_str skip_bytes(stm_str s, size_t n)
{
    return (stm_str){s.ptr + n, s.len - n};
}

static stm_str skip_mark_and_space(stm_str s)
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

static bool is_pdf(stm_str s)
{
    return stm_str_starts(skip_mark_and_space(s), STM_LIT("%PDF-"));
}

/* Past what may stand before a page's first tag: comments and processing
 * instructions. */
static stm_str skip_prolog(stm_str s)
{
    for (;;) {
        s = skip_mark_and_space(s);
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
static bool is_html(stm_str s)
{
    enum { SOON = 1 << 16 };
    s = skip_prolog(s);
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

/* The first line is an object, and the second, where there is one, opens
 * another. */
static bool is_jsonl(stm_str s)
{
    s = skip_mark_and_space(s);
    if (!stm_str_starts(s, STM_LIT("{")))
        return false;
    size_t end = stm_str_find(s, STM_LIT("\n"), 0);
    stm_str line = {s.ptr, end == SIZE_MAX ? s.len : end};
    stm_str rest = skip_mark_and_space(skip_bytes(s, line.len));
    return (!rest.len || *rest.ptr == '{') &&
           is_json_object(stm_str_trim(line));
}

#define MARK(bytes)              \
    {                            \
        bytes, sizeof(bytes) - 1 \
    }
#define UNPACK "; unpack it first"
#define AS_TEXT "; save it as plain text first"

static const format formats[] = {
    {MARK("\x1f\x8b\x08"), 0, NULL, NULL, "a gzip file" UNPACK},
    {MARK("\x28\xb5\x2f\xfd"), 0, NULL, NULL, "a zstd file" UNPACK},
    {MARK("\xfd"
          "7zXZ\0"),
     0, NULL, NULL, "an xz file" UNPACK},
    {MARK("1AY&SY"), 4, NULL, NULL, "a bzip2 file" UNPACK},
    {MARK("PK\3\4"), 0, NULL, NULL,
     "a zip archive or an office document; unpack it, or save it as plain "
     "text, first"},
    {MARK("PK\5\6"), 0, NULL, NULL, "an empty zip archive"},
    {MARK("ustar"), 257, NULL, NULL, "a tar archive" UNPACK},
    {{NULL, 0}, 0, is_pdf, NULL, "a PDF document" AS_TEXT},
    {MARK("{\\rtf"), 0, NULL, NULL, "an RTF document" AS_TEXT},
    {MARK("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 0, NULL, NULL,
     "an office document" AS_TEXT},
    {{NULL, 0}, 0, is_wide, stm_capture__read_wide, NULL},
    {MARK("WARC/1."), 0, NULL, NULL,
     "a web archive (WARC), which cannot be read yet; save its texts as plain "
     "text first"},
    {{NULL, 0},
     0,
     is_html,
     NULL,
     "a web page (HTML), which cannot be read yet; save its text as plain "
     "text first"},
    {{NULL, 0},
     0,
     is_jsonl,
     NULL,
     "JSON lines, which cannot be read yet; save each text as a file of its "
     "own first"},
    {{NULL, 0}, 0, NULL, stm_capture__read_plain, NULL},
};

static bool format_fits(const format *f, stm_str bytes)
{
    if (f->fits)
        return f->fits(bytes);
    return bytes.len >= f->at &&
           stm_str_starts(skip_bytes(bytes, f->at), f->mark);
}

stm_status stm_capture__read(stm_capture__input *in, stm_error *err)
{
    stm_str bytes = {in->bytes.ptr, in->bytes.len};
    const format *f = formats;
    while (!format_fits(f, bytes))
        f++;
    if (f->read)
        return f->read(in, err);
    stm_capture__skip(in, f->reason);
    return STM_OK;
}
