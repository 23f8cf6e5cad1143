/* Every statement gives a set of names; sets with the same names are one
 * candidate. Statements of one kind that each name somebody else also give
 * their sum: a page has one meta element, or one link, an author. */
#include "page/facts_bylines.h"

#include <stdlib.h>

#include "base/str.h"
#include "page/facts_address.h"
#include "page/facts_fold.h"
#include "page/facts_place.h"

enum {
    MOST_FACTS = 96,
    MOST_SITES = 8,
    LD_PAGE = 3,       /* rank / 8 of JSON-LD */
    SURNAME_FIRST = 3, /* rank of meta elements */
    APART = 120        /* bytes between links to authors of one byline */
};

#define BIT(sign) (UINT64_C(1) << (sign))

typedef struct collector {
    stm_bylines *out;
    const stm_page_work *w;
    stm_places places;
    stm_atoms atoms; /* of all statements */
    const stm_fact *fact[MOST_FACTS];
    stm_span span[MOST_FACTS]; /* atoms of each */
    unsigned facts;
    stm_str site[MOST_SITES]; /* names of the site, folded */
    unsigned sites;
    bool seen_head, failed;
} collector;

static int by_bytes(const void *a, const void *b)
{
    return stm_str_cmp(*(const stm_str *)a, *(const stm_str *)b);
}

/* The folded names in order, a bar behind each. */
static stm_str key_of(collector *k, const stm_str *names, unsigned count)
{
    stm_str folded[STM_PEOPLE_MAX];
    size_t len = 0, at = 0;
    for (unsigned i = 0; i < count; i++) {
        folded[i] = stm_page__fold_words(k->w->mem, names[i]);
        len += folded[i].len + 1;
        k->failed = k->failed || !folded[i].ptr;
    }
    char *key = stm_arena_take(k->w->mem, len + 1, 1);
    if (k->failed || !key) {
        k->failed = true;
        return STM_NONE;
    }
    qsort(folded, count, sizeof *folded, by_bytes);
    for (unsigned i = 0; i < count; i++) {
        memcpy(key + at, folded[i].ptr, folded[i].len);
        at += folded[i].len;
        key[at++] = '|';
    }
    return (stm_str){key, at};
}

static bool is_site(const collector *k, stm_str key)
{
    stm_str name = {key.ptr, key.len ? key.len - 1 : 0};
    for (unsigned i = 0; i < k->sites; i++)
        if (stm_str_eq(k->site[i], name))
            return true;
    return false;
}

static bool is_nobody(stm_str key)
{
    static const char *const names[] = {"admin|",      "administrator|",
                                        "author|",     "editor|",
                                        "guest|",      "user|",
                                        "webmaster|",  "root|",
                                        "staff|",      "anonymous|",
                                        "unknown|",    "super user|",
                                        "wpadmin|",    "editorial staff|",
                                        "editors|",    "redaktion|",
                                        "redaccion|",  "none|",
                                        "null|",       "undefined|",
                                        "site admin|", "website|",
                                        "team|",       "adm|"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (stm_str_eq(key, stm_str_of(names[i])))
            return true;
    return false;
}

static uint64_t shape_signs(const collector *k, const stm_byline *b)
{
    unsigned words = 0;
    for (size_t i = 0; i < b->key.len; i++)
        words += b->key.ptr[i] == ' ' || b->key.ptr[i] == '|';
    words = (words + b->count - 1) / b->count;
    uint64_t set = BIT(words <= 1   ? STM_BYLINE_WORD_1
                       : words <= 3 ? STM_BYLINE_WORDS_2
                       : words <= 5 ? STM_BYLINE_WORDS_4
                                    : STM_BYLINE_WORDS_6);
    if (is_site(k, b->key))
        set |= BIT(STM_BYLINE_SITE);
    if (is_nobody(b->key))
        set |= BIT(STM_BYLINE_NOBODY);
    return set;
}

static void add(collector *k, const stm_str *names, unsigned count,
                stm_fact_origin origin, uint64_t signs)
{
    stm_bylines *o = k->out;
    if (!count || k->failed)
        return;
    stm_str key = key_of(k, names, count);
    unsigned i = 0;
    while (i < o->count && !stm_str_eq(o->items[i].key, key))
        i++;
    if (k->failed || i == STM_BYLINES_MAX)
        return;
    if (i == o->count) {
        stm_byline *b = &o->items[o->count++];
        *b =
            (stm_byline){.count = count, .key = key, .origin = (uint8_t)origin};
        memcpy(b->name, names, count * sizeof *names);
        b->signs = shape_signs(k, b);
    }
    o->items[i].signs |= signs;
}

static stm_byline_sign sign_of(const stm_fact *f)
{
    static const uint8_t micro[] = {STM_BYLINE_MICRO_NAME, STM_BYLINE_MICRO};
    static const uint8_t links[] = {STM_BYLINE_REL, STM_BYLINE_LINK};
    static const uint8_t classes[] = {
        STM_BYLINE_CLASS_NAME, STM_BYLINE_CLASS_BYLINE, STM_BYLINE_CLASS};
    switch (f->origin) {
    case STM_ORIGIN_JSONLD:
        if (f->rank / 8 == LD_PAGE)
            return STM_BYLINE_LD_PAGE;
        if (f->rank / 8 > 1)
            return STM_BYLINE_LD_OTHER;
        return f->rank % 8 == 3 ? STM_BYLINE_LD_ORGANISATION : STM_BYLINE_LD;
    case STM_ORIGIN_META:
        return f->rank == 0 || f->rank == SURNAME_FIRST ? STM_BYLINE_META
                                                        : STM_BYLINE_META_OTHER;
    case STM_ORIGIN_OPENGRAPH:
        return STM_BYLINE_OG;
    case STM_ORIGIN_MICRODATA:
        return f->rank < 2 ? micro[f->rank] : STM_BYLINE_MICRO_OTHER;
    case STM_ORIGIN_REL:
        return f->rank < 2 ? links[f->rank] : STM_BYLINE_LINK_OTHER;
    default:
        return f->rank < 3 ? classes[f->rank] : STM_BYLINE_CLASS_OTHER;
    }
}

static uint64_t place_signs(collector *k, const stm_fact *f)
{
    static const uint8_t signs[STM_AT_PLACES] = {
        [STM_AT_ABOVE] = STM_BYLINE_ABOVE,
        [STM_AT_HEAD] = STM_BYLINE_HEAD,
        [STM_AT_BODY] = STM_BYLINE_BODY,
        [STM_AT_END] = STM_BYLINE_END,
        [STM_AT_BEHIND] = STM_BYLINE_BEHIND};
    stm_where where = stm_page__where(&k->places, f->at);
    if (where.place == STM_AT_NOWHERE)
        return 0;
    if (where.comment)
        return BIT(STM_BYLINE_COMMENT);
    uint64_t set = BIT(signs[where.place]);
    if (where.aside)
        set |= BIT(STM_BYLINE_ASIDE);
    if (where.card)
        set |= BIT(STM_BYLINE_CARD);
    if (!k->seen_head && where.place == STM_AT_HEAD) {
        k->seen_head = true;
        set |= BIT(STM_BYLINE_FIRST);
    }
    return set;
}

static stm_people_form form_of(const stm_fact *f)
{
    if (f->origin == STM_ORIGIN_META && f->rank == SURNAME_FIRST)
        return STM_PEOPLE_SURNAME;
    bool line = f->origin == STM_ORIGIN_CLASS || f->origin == STM_ORIGIN_REL ||
                (f->origin == STM_ORIGIN_MICRODATA && f->rank);
    return line ? STM_PEOPLE_LINE : STM_PEOPLE_VALUE;
}

/* Whether fact `b` goes on with the list of names that `a` belongs to. */
static bool goes_on(const stm_fact *a, const stm_fact *b)
{
    if (a->origin != b->origin || a->rank / 8 != b->rank / 8)
        return false;
    if (a->origin == STM_ORIGIN_REL || a->origin == STM_ORIGIN_CLASS)
        return a->rank == b->rank && b->at.start >= a->at.end &&
               b->at.start - a->at.end < APART;
    return a->rank == b->rank;
}

typedef struct sum {
    const stm_fact *last;
    stm_str name[STM_PEOPLE_MAX];
    unsigned count, facts;
    uint64_t signs;
} sum;

static void close_sum(collector *k, const sum *s)
{
    if (s->last && s->facts > 1)
        add(k, s->name, s->count, (stm_fact_origin)s->last->origin,
            s->signs | BIT(STM_BYLINE_SEVERAL));
}

static bool has_name(const sum *s, stm_str name)
{
    for (unsigned i = 0; i < s->count; i++)
        if (stm_str_eq_nocase(s->name[i], name))
            return true;
    return false;
}

static void add_to_sum(sum *s, const stm_fact *f, const stm_people *p,
                       uint64_t signs)
{
    bool grown = false;
    for (unsigned i = 0; i < p->count && s->count < STM_PEOPLE_MAX; i++)
        if (!has_name(s, p->name[i])) {
            s->name[s->count++] = p->name[i];
            grown = true;
        }
    s->facts += grown;
    s->signs |= signs;
    s->last = f;
}

static void add_facts(collector *k)
{
    sum s = {0};
    for (unsigned i = 0; i < k->facts; i++) {
        stm_people p;
        const stm_fact *f = k->fact[i];
        stm_page__people(&p, &k->atoms, k->span[i].from, k->span[i].to,
                         form_of(f));
        if (!p.count)
            continue;
        uint64_t signs = BIT(sign_of(f)) | place_signs(k, f);
        signs |= p.role ? BIT(STM_BYLINE_ROLE) : 0;
        signs |= p.small ? BIT(STM_BYLINE_SMALL) : 0;
        add(k, p.name, p.count, (stm_fact_origin)f->origin, signs);
        if (s.last && !goes_on(s.last, f)) {
            close_sum(k, &s);
            s = (sum){0};
        }
        add_to_sum(&s, f, &p, signs);
    }
    close_sum(k, &s);
}

/* All statements in one text, a paragraph each, so that they are scanned at
 * once. */
static bool join(collector *k, stm_str *out, const stm_html *html)
{
    size_t len = 0;
    for (size_t i = 0; i < html->fact_count && k->facts < MOST_FACTS; i++)
        if (html->facts[i].kind == STM_FACT_AUTHOR) {
            k->fact[k->facts++] = &html->facts[i];
            len += html->facts[i].value.len + 2;
        }
    char *p = stm_arena_take(k->w->mem, len + 1, 1);
    *out = (stm_str){p, len};
    for (unsigned i = 0; p && i < k->facts; i++) {
        stm_str s = k->fact[i]->value;
        memcpy(p, s.ptr, s.len);
        p += s.len;
        *p++ = '\n';
        *p++ = '\n';
    }
    return out->ptr;
}

/* The atoms of each statement. */
static void find_spans(collector *k)
{
    uint32_t atom = 0;
    size_t end = 0;
    for (unsigned i = 0; i < k->facts; i++) {
        end += k->fact[i]->value.len;
        k->span[i].from = atom;
        while (atom < k->atoms.count && k->atoms.items[atom].end <= end)
            atom++;
        k->span[i].to = atom;
        end += 2;
    }
}

static bool read_facts(collector *k, const stm_html *html)
{
    stm_str text;
    stm_words *words = NULL;
    if (!join(k, &text, html))
        return false;
    if (!k->facts)
        return true;
    stm_status rc = stm_words_scan_lines(&words, text, NULL);
    if (rc != STM_OK)
        return rc != STM_ENOMEM; /* no UTF-8: no names */
    bool ok = stm_page__atoms(&k->atoms, words, k->w->mem);
    stm_words_free(words);
    if (ok) {
        find_spans(k);
        add_facts(k);
    }
    return ok;
}

static void add_site(collector *k, stm_str name)
{
    if (k->sites == MOST_SITES || !name.len)
        return;
    k->site[k->sites] = stm_page__fold_words(k->w->mem, name);
    k->failed = k->failed || !k->site[k->sites].ptr;
    k->sites++;
}

static void read_sites(collector *k, const stm_capture *c, const stm_html *html)
{
    stm_str host = stm_page__address_host(c->uri);
    size_t dot = stm_str_find(host, STM_LIT("."), 0);
    add_site(k, host);
    if (dot != SIZE_MAX)
        add_site(k, (stm_str){host.ptr, dot});
    for (size_t i = 0; i < html->fact_count; i++)
        if (html->facts[i].kind == STM_FACT_SITE)
            add_site(k, html->facts[i].value);
}

/* Whether all names of `a` stand in `b`, which has more. */
static bool is_less(const stm_byline *a, const stm_byline *b)
{
    if (a->count >= b->count)
        return false;
    for (size_t from = 0; from < a->key.len;) {
        stm_str rest = {a->key.ptr + from, a->key.len - from};
        size_t n = stm_str_find(rest, STM_LIT("|"), 0) + 1;
        if (stm_str_find(b->key, (stm_str){rest.ptr, n}, 0) == SIZE_MAX)
            return false;
        from += n;
    }
    return true;
}

static void compare_all(stm_bylines *o)
{
    for (unsigned i = 0; i < o->count; i++)
        for (unsigned j = 0; j < o->count; j++)
            if (is_less(&o->items[i], &o->items[j])) {
                o->items[i].signs |= BIT(STM_BYLINE_LESS);
                o->items[j].signs |= BIT(STM_BYLINE_MORE);
            }
}

bool stm_page__bylines(stm_bylines *out, const stm_page_work *w,
                       const stm_capture *c, const stm_html *html)
{
    collector k = {.out = out, .w = w};
    out->count = 0;
    k.places = stm_page__places(w, html);
    if (html) {
        read_sites(&k, c, html);
        if (!read_facts(&k, html))
            return false;
    }
    add(&k, w->authors, w->author_count, STM_ORIGIN_TEXT, BIT(STM_BYLINE_TEXT));
    compare_all(out);
    return !k.failed;
}
