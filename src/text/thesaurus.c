/* A thesaurus as sorted pairs of 32-bit hashes of stems, both ways round. Two
 * stems of one hash are taken for one; a thesaurus of 100,000 stems has one or
 * two such. */
#include "text/thesaurus.h"

#include <stdlib.h>
#include <string.h>

#include "base/stream.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/stem.h"
#include "text/word_hash.h"

typedef STM_VEC(uint64_t) keys; /* a stem's key above, another's below */

struct stm_thesaurus {
    uint32_t *stem;  /* [stems] ascending */
    size_t *start;   /* [stems + 1] where its others begin */
    uint32_t *other; /* [pairs] */
    size_t stems, pairs;
};

/* What is read, and how far. */
typedef struct reader {
    stm_stemmer *stemmer;
    keys pairs;
    bool latin1;
    stm_str text;
    size_t at;
} reader;

typedef STM_VEC(char) buffer;

enum { MOST_BYTES = 256 << 20, LINE = 1 << 16 };

uint32_t stm_thesaurus_key(stm_str stem)
{
    return (uint32_t)(stm_text__hash(stem.ptr, stem.len) >> 32);
}

static bool next_line(reader *r, stm_str *line)
{
    const char *from = r->text.ptr + r->at;
    size_t left = r->text.len - r->at;
    if (!left)
        return false;
    const char *end = memchr(from, '\n', left);
    size_t len = end ? (size_t)(end - from) : left;
    r->at += len + (end != NULL);
    *line = (stm_str){from, len};
    if (len && from[len - 1] == '\r')
        line->len--;
    return true;
}

/* Cuts what stands before the next bar off. */
static stm_str cut_field(stm_str *line)
{
    const char *bar = line->len ? memchr(line->ptr, '|', line->len) : NULL;
    size_t len = bar ? (size_t)(bar - line->ptr) : line->len;
    stm_str field = {line->ptr, len};
    len += bar != NULL;
    *line = (stm_str){line->ptr + len, line->len - len};
    return field;
}

/* ISO 8859-1 to UTF-8, cut to fit. */
static stm_str widen(stm_str s, char *to, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len && n + 2 <= room; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c >= 0x80)
            to[n++] = (char)(0xc0 | c >> 6);
        to[n++] = (char)(c < 0x80 ? c : 0x80 | (c & 0x3f));
    }
    return (stm_str){to, n};
}

/* "(generic term)" behind a word is a remark; a word with spaces is a phrase,
 * and an antonym stands for nothing. Returns the key of the stem, or 0. */
static uint32_t read_word(const reader *r, stm_str word)
{
    char wide[STM_TEXT_WORD_MAX], folded[STM_TEXT_FOLD_MAX];
    size_t remark = stm_str_find(word, STM_LIT(" ("), 0);
    if (stm_str_find(word, STM_LIT("(antonym"), 0) != SIZE_MAX)
        return 0;
    if (remark != SIZE_MAX)
        word.len = remark;
    if (!word.len || word.len > STM_TEXT_WORD_MAX / 2 ||
        memchr(word.ptr, ' ', word.len) || memchr(word.ptr, '-', word.len))
        return 0;
    if (r->latin1)
        word = widen(word, wide, sizeof wide);
    else if (stm_utf8_valid(word) != word.len)
        return 0;
    stm_str fold = {folded, stm_text__fold(word, folded)};
    stm_str stem = fold.len ? stm_text__stem(r->stemmer, fold) : fold;
    return stem.ptr && stem.len ? stm_thesaurus_key(stem) : 0;
}

static bool add(reader *r, uint32_t a, uint32_t b)
{
    if (!a || !b || a == b)
        return true;
    return stm_vec_push(&r->pairs, (uint64_t)a << 32 | b) &&
           stm_vec_push(&r->pairs, (uint64_t)b << 32 | a);
}

/* "word|meanings", then a line a meaning: "(noun)|other|another". */
static bool read_entries(reader *r)
{
    stm_str line;
    while (next_line(r, &line)) {
        uint32_t head = read_word(r, cut_field(&line));
        size_t meanings = 0;
        for (size_t i = 0; i < line.len && meanings < LINE; i++)
            if (line.ptr[i] >= '0' && line.ptr[i] <= '9')
                meanings = meanings * 10 + (size_t)(line.ptr[i] - '0');
        for (; meanings && next_line(r, &line); meanings--)
            for (cut_field(&line); line.len;)
                if (!add(r, head, read_word(r, cut_field(&line))))
                    return false;
    }
    return true;
}

static int by_key(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
    return (a > b) - (a < b);
}

static bool settle(stm_thesaurus *t, keys *k)
{
    size_t kept = 0;
    if (k->count)
        qsort(k->items, k->count, sizeof *k->items, by_key);
    for (size_t i = 0; i < k->count; i++)
        if (!kept || k->items[kept - 1] != k->items[i])
            k->items[kept++] = k->items[i];
    t->stem = malloc((kept + 1) * sizeof *t->stem);
    t->start = malloc((kept + 2) * sizeof *t->start);
    t->other = malloc((kept + 1) * sizeof *t->other);
    if (!t->stem || !t->start || !t->other)
        return false;
    for (size_t i = 0; i < kept; i++) {
        uint32_t stem = (uint32_t)(k->items[i] >> 32);
        if (!t->stems || t->stem[t->stems - 1] != stem) {
            t->start[t->stems] = i;
            t->stem[t->stems++] = stem;
        }
        t->other[i] = (uint32_t)k->items[i];
    }
    t->start[t->stems] = t->pairs = kept;
    return true;
}

static stm_status read_encoding(reader *r, const char *name, stm_error *err)
{
    stm_str line = STM_NONE;
    if (next_line(r, &line))
        r->latin1 = stm_str_eq(line, STM_LIT("ISO8859-1"));
    if (r->latin1 || stm_str_eq(line, STM_LIT("UTF-8")))
        return STM_OK;
    return stm_fail(err, STM_EFORMAT, 0,
                    "%s is no thesaurus: its first line is not UTF-8 or "
                    "ISO8859-1",
                    name);
}

stm_status stm_text__thesaurus_read(stm_thesaurus **out, stm_str bytes,
                                    const char *name, const char *language,
                                    stm_error *err)
{
    reader r = {.text = bytes};
    *out = NULL;
    stm_thesaurus *t = calloc(1, sizeof *t);
    stm_status rc = t ? stm_text__stemmer_new(&r.stemmer, language, err)
                      : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                                 "out of memory for a thesaurus");
    if (rc == STM_OK)
        rc = read_encoding(&r, name, err);
    if (rc == STM_OK && (!read_entries(&r) || !settle(t, &r.pairs)))
        rc = stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                      "out of memory for the thesaurus %s", name);
    stm_text__stemmer_free(r.stemmer);
    stm_vec_free(&r.pairs);
    if (rc == STM_OK)
        *out = t, t = NULL;
    stm_thesaurus_free(t);
    return rc;
}

static stm_status read_file(buffer *b, stm_stream *from, const char *path,
                            stm_error *err)
{
    stm_error why = {0};
    stm_status rc = STM_OK;
    size_t got = 1;
    while (rc == STM_OK && got) {
        if (b->count > MOST_BYTES)
            return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                            "the thesaurus %s is over 256 MiB", path);
        if (!stm_vec_reserve(b, LINE))
            return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                            "out of memory for the thesaurus %s", path);
        rc = from->read(from, b->items + b->count, LINE, &got, &why);
        b->count += rc == STM_OK ? got : 0;
    }
    return rc == STM_OK ? rc
                        : stm_fail(err, rc, STM_NO_OFFSET,
                                   "cannot read the thesaurus %s: %s", path,
                                   why.message);
}

stm_status stm_thesaurus_open(stm_thesaurus **out, const char *path,
                              const char *language, stm_error *err)
{
    buffer b = {0};
    stm_stream *from = NULL;
    stm_error why = {0};
    *out = NULL;
    stm_status rc = stm_stream_open(&from, path, &why);
    if (rc != STM_OK)
        return stm_fail(err, rc, STM_NO_OFFSET,
                        "cannot open the thesaurus %s: %s", path, why.message);
    rc = read_file(&b, from, path, err);
    stm_stream_close(from);
    if (rc == STM_OK)
        rc = stm_text__thesaurus_read(out, (stm_str){b.items, b.count}, path,
                                      language, err);
    stm_vec_free(&b);
    return rc;
}

void stm_thesaurus_free(stm_thesaurus *t)
{
    if (!t)
        return;
    free(t->stem);
    free(t->start);
    free(t->other);
    free(t);
}

size_t stm_thesaurus_size(const stm_thesaurus *t) { return t->pairs; }

static int find_key(const void *key, const void *item)
{
    uint32_t a = *(const uint32_t *)key, b = *(const uint32_t *)item;
    return (a > b) - (a < b);
}

const uint32_t *stm_thesaurus_find(const stm_thesaurus *t, uint32_t key,
                                   size_t *count)
{
    const uint32_t *at =
        t->stems ? bsearch(&key, t->stem, t->stems, sizeof key, find_key)
                 : NULL;
    *count = 0;
    if (!at)
        return NULL;
    size_t i = (size_t)(at - t->stem);
    *count = t->start[i + 1] - t->start[i];
    return t->other + t->start[i];
}
