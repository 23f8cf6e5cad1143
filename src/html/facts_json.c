/* A reader that does not give up. About one page in fifty carries JSON-LD that
 * is no JSON: a trailing or a missing comma, a line break or a quotation mark
 * inside a string, comments, CDATA marks, a bracket too few. Strict readers
 * (those of the usual libraries) refuse all of such a body, browsers and search
 * engines do not. Commas and colons are therefore only hints here: a string
 * before a colon is a key, any other is a value, and a bracket closes the
 * nearest open one of its kind. */
#include "html/facts_json.h"

#include "base/hash.h"
#include "base/str.h"

enum { MOST_NODES = 1 << 15, DEEPEST = 48 };

typedef struct reader {
    stm_html__json_tree *tree;
    const char *p, *end;
    uint32_t open; /* node */
    unsigned depth;
    stm_str key; /* read, its value not yet */
} reader;

static bool add(reader *r, stm_json_kind kind, stm_str value)
{
    stm_html__json_tree *t = r->tree;
    uint32_t id = (uint32_t)t->count, open = r->open;
    stm_html__json node = {
        .key = r->key, .value = value, .parent = open, .kind = (uint8_t)kind};
    if (!stm_vec_push(t, node))
        return false;
    r->key = STM_NONE;
    if (!id)
        return true;
    if (t->items[open].last)
        t->items[t->items[open].last].next = id;
    else
        t->items[open].child = id;
    t->items[open].last = id;
    return true;
}

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && stm_ascii_space(*p))
        p++;
    return p;
}

/* What may stand behind a string. A quotation mark before anything else
 * belongs to the string. */
static bool may_follow(const char *p, const char *end)
{
    p = skip_blanks(p, end);
    return p == end || *p == ',' || *p == ':' || *p == '}' || *p == ']' ||
           *p == '/';
}

/* The top bit of the first of eight bytes that is `c`; maybe of later ones. */
static uint64_t first_of(uint64_t w, char c)
{
    const uint64_t ones = UINT64_MAX / 255;
    uint64_t x = w ^ ones * (unsigned char)c;
    return (x - ones) & ~x & ones * 128;
}

/* The next quotation mark or backslash. */
static const char *next_special(const char *p, const char *end)
{
    for (; end - p >= 8; p += 8) {
        uint64_t w = stm_load64(p);
        uint64_t found = first_of(w, '"') | first_of(w, '\\');
        if (found)
            return p + __builtin_ctzll(found) / 8;
    }
    while (p < end && *p != '"' && *p != '\\')
        p++;
    return p;
}

/* The string behind the mark at the reader's place. */
static stm_str read_string(reader *r)
{
    const char *start = ++r->p;
    for (; (r->p = next_special(r->p, r->end)) < r->end; r->p++) {
        if (*r->p == '\\' && r->p + 1 < r->end)
            r->p++;
        else if (*r->p == '"' && may_follow(r->p + 1, r->end))
            break;
    }
    stm_str s = {start, (size_t)(r->p - start)};
    if (r->p < r->end)
        r->p++;
    return s;
}

static bool take_string(reader *r)
{
    stm_str s = read_string(r);
    const char *p = skip_blanks(r->p, r->end);
    bool is_key = p < r->end && *p == ':' && !r->key.ptr &&
                  r->tree->items[r->open].kind == STM_JSON_OBJECT;
    if (!is_key)
        return add(r, STM_JSON_STRING, s);
    r->key = s;
    r->p = p + 1;
    return true;
}

static bool open_node(reader *r, stm_json_kind kind)
{
    uint32_t id = (uint32_t)r->tree->count;
    if (++r->depth > DEEPEST) {
        r->p = r->end;
        return true;
    }
    if (!add(r, kind, STM_NONE))
        return false;
    r->open = id;
    r->p++;
    return true;
}

static void close_node(reader *r, stm_json_kind kind)
{
    const stm_html__json *n = r->tree->items;
    uint32_t at = r->open;
    unsigned depth = r->depth;
    r->p++;
    r->key = STM_NONE;
    while (at && n[at].kind != kind) {
        at = n[at].parent;
        depth--;
    }
    if (!at)
        return; /* one bracket too many */
    r->open = n[at].parent;
    r->depth = depth - 1;
}

static void skip_comment(reader *r)
{
    stm_str rest = {r->p, (size_t)(r->end - r->p)};
    size_t n = 1;
    if (stm_str_starts(rest, STM_LIT("//"))) {
        n = stm_str_find(rest, STM_LIT("\n"), 0);
    } else if (stm_str_starts(rest, STM_LIT("/*"))) {
        n = stm_str_find(rest, STM_LIT("*/"), 2);
        n = n == SIZE_MAX ? n : n + 2;
    }
    r->p += n == SIZE_MAX ? rest.len : n;
}

static bool is_word(char c)
{
    char l = stm_ascii_lower(c);
    return (l >= 'a' && l <= 'z') || stm_ascii_digit(c) || c == '-' ||
           c == '+' || c == '.' || c == '_';
}

static bool take_word(reader *r)
{
    const char *start = r->p;
    while (r->p < r->end && is_word(*r->p))
        r->p++;
    stm_str s = {start, (size_t)(r->p - start)};
    if (s.len)
        return add(r, STM_JSON_WORD, s);
    r->p++; /* commas, colons, blanks, and what means nothing */
    return true;
}

static bool step(reader *r)
{
    switch (*r->p) {
    case '{':
        return open_node(r, STM_JSON_OBJECT);
    case '[':
        return open_node(r, STM_JSON_ARRAY);
    case '}':
        close_node(r, STM_JSON_OBJECT);
        return true;
    case ']':
        close_node(r, STM_JSON_ARRAY);
        return true;
    case '"':
        return take_string(r);
    case '/':
        skip_comment(r);
        return true;
    default:
        return take_word(r);
    }
}

bool stm_html__json_read(stm_html__json_tree *tree, stm_str text)
{
    text = text.len ? text : STM_LIT("");
    reader r = {.tree = tree, .p = text.ptr, .end = text.ptr + text.len};
    tree->count = 0;
    bool ok = add(&r, STM_JSON_ARRAY, STM_NONE);
    while (ok && r.p < r.end && tree->count < MOST_NODES)
        ok = step(&r);
    return ok;
}

uint32_t stm_html__json_get(const stm_html__json_tree *tree, uint32_t of,
                            const char *key)
{
    const stm_html__json *n = tree->items;
    if (n[of].kind != STM_JSON_OBJECT)
        return 0;
    uint32_t i = n[of].child;
    while (i && !stm_str_eq(n[i].key, stm_str_of(key)))
        i = n[i].next;
    return i;
}
