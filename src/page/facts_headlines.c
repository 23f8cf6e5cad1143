/* Titles in the head of a document carry the site's name and more ("Headline |
 * Section | Site", "Site: Headline"), so each also gives the parts before and
 * behind its separators. Strings with the same words are one candidate. */
#include "page/facts_headlines.h"

#include "base/str.h"
#include "page/chars.h"
#include "page/facts_address.h"
#include "page/facts_fold.h"
#include "page/facts_place.h"
#include "page/ranges.h"

enum {
    LONGEST = 400, /* bytes */
    MOST_PARTS = 6,
    MOST_NAMES = 8, /* of the site */
    SLUG_WORD = 3   /* letters of a word worth looking for in the address */
};

#define BIT(sign) (UINT64_C(1) << (sign))

typedef struct collector {
    stm_headlines *out;
    const stm_page_work *w;
    stm_places places;
    stm_str names[MOST_NAMES]; /* of the site, folded */
    unsigned name_count;
    stm_str title, og; /* elements, folded */
    stm_str path;      /* of the address, folded */
    bool failed;
} collector;

static void add(collector *k, stm_str text, stm_fact_origin origin,
                uint64_t signs)
{
    stm_headlines *o = k->out;
    text = stm_page__trim_marks(text);
    if (!text.len || text.len > LONGEST || k->failed)
        return;
    stm_str folded = stm_page__fold_words(k->w->mem, text);
    k->failed = !folded.ptr;
    if (!folded.len)
        return;
    unsigned i = 0;
    while (i < o->count && !stm_str_eq(o->items[i].folded, folded))
        i++;
    if (i == STM_HEADLINES_MAX)
        return;
    if (i == o->count)
        o->items[o->count++] = (stm_headline){text, folded, 0, (uint8_t)origin};
    o->items[i].signs |= signs;
}

static stm_str fold(collector *k, stm_str s)
{
    stm_str f = stm_page__fold_words(k->w->mem, s);
    k->failed = k->failed || !f.ptr;
    return f;
}

/* Whether the folded `s` names the site, however it is spaced. */
static bool is_site(const collector *k, stm_str s)
{
    char joined[64];
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == ' ')
            continue;
        if (n == sizeof joined)
            return false;
        joined[n++] = s.ptr[i];
    }
    for (unsigned i = 0; n && i < k->name_count; i++) {
        stm_str name = k->names[i];
        if (stm_str_eq(name, s) || stm_str_eq(name, (stm_str){joined, n}))
            return true;
    }
    return false;
}

/* The separator at `p`: its bytes with the blanks around it, 0 for none. */
static size_t separator(const char *start, const char *p, const char *end)
{
    uint32_t c = stm_page__char(p, end);
    size_t n = stm_page__step(p);
    bool before = p > start && p[-1] == ' ';
    bool behind = p + n < end && p[n] == ' ';
    switch (c) {
    case '|':
    case 0x2022:
    case 0xbb:
    case 0x203a:
    case 0xff5c:
        return n;
    case ':':
        if (p + 1 < end && p[1] == ':')
            return 2;
        return behind ? n : 0;
    case '-':
    case '/':
    case '<':
    case '>':
    case 0x2013:
    case 0x2014:
    case 0xb7:
    case '~':
        return before && behind ? n : 0;
    case 0xff1a: /* ： */
    case '_':
        return c == '_' && !before ? 0 : n;
    default:
        return 0;
    }
}

static void add_part(collector *k, stm_str part, stm_str dropped,
                     stm_fact_origin origin, uint64_t sign)
{
    stm_str rest = fold(k, dropped);
    if (!k->failed)
        add(k, part, origin,
            sign | BIT(is_site(k, rest) ? STM_HEADLINE_WITHOUT_SITE
                                        : STM_HEADLINE_WITHOUT_REST));
}

/* The name of the site stands at one end, set apart. */
static bool holds_site(collector *k, stm_str s)
{
    const char *p = s.ptr, *end = s.ptr + s.len;
    for (size_t n; p < end && !k->failed; p += n) {
        n = separator(s.ptr, p, end);
        if (n && (is_site(k, fold(k, (stm_str){s.ptr, (size_t)(p - s.ptr)})) ||
                  is_site(k, fold(k, (stm_str){p + n, (size_t)(end - p) - n}))))
            return true;
        n = n ? n : stm_page__step(p);
    }
    return false;
}

/* The title, and what stands before and behind each of its separators. */
static void add_parts(collector *k, stm_str s, stm_fact_origin origin,
                      uint64_t whole, uint64_t part)
{
    const char *p = s.ptr, *end = s.ptr + s.len;
    unsigned parts = 0;
    add(k, s, origin, whole);
    while (p < end && parts < MOST_PARTS) {
        size_t n = separator(s.ptr, p, end);
        if (n) {
            stm_str before = {s.ptr, (size_t)(p - s.ptr)};
            stm_str behind = {p + n, (size_t)(end - p - (ptrdiff_t)n)};
            add_part(k, before, behind, origin,
                     part | BIT(STM_HEADLINE_PART_FIRST));
            add_part(k, behind, before, origin,
                     part | BIT(STM_HEADLINE_PART_LAST));
            parts++;
        }
        p += n ? n : stm_page__step(p);
    }
}

static void add_heading(collector *k, const stm_fact *f)
{
    stm_where at = stm_page__where(&k->places, f->at);
    uint64_t signs = BIT(f->rank ? STM_HEADLINE_H1_LATER : STM_HEADLINE_H1);
    if (at.aside)
        signs |= BIT(STM_HEADLINE_H1_ASIDE);
    if (f->at.start > k->places.body)
        signs |= BIT(STM_HEADLINE_H1_BEHIND);
    add(k, f->value, STM_ORIGIN_HEADING, signs);
}

static void add_fact(collector *k, const stm_fact *f)
{
    switch (f->origin) {
    case STM_ORIGIN_HEADING:
        add_heading(k, f);
        break;
    case STM_ORIGIN_OPENGRAPH:
        add_parts(k, f->value, STM_ORIGIN_OPENGRAPH, BIT(STM_HEADLINE_OG),
                  BIT(STM_HEADLINE_OG_PART));
        break;
    case STM_ORIGIN_META:
        add_parts(k, f->value, STM_ORIGIN_META, BIT(STM_HEADLINE_META),
                  BIT(STM_HEADLINE_META_PART));
        break;
    case STM_ORIGIN_TITLE:
        add_parts(k, f->value, STM_ORIGIN_TITLE, BIT(STM_HEADLINE_TITLE),
                  BIT(STM_HEADLINE_TITLE_PART));
        break;
    case STM_ORIGIN_JSONLD:
        add_parts(k, f->value, STM_ORIGIN_JSONLD,
                  BIT(f->rank == 0      ? STM_HEADLINE_LD
                      : f->rank / 8 < 4 ? STM_HEADLINE_LD_NAME
                                        : STM_HEADLINE_LD_OTHER),
                  BIT(STM_HEADLINE_LD_PART));
        break;
    case STM_ORIGIN_MICRODATA:
        add(k, f->value, STM_ORIGIN_MICRODATA,
            BIT(f->rank ? STM_HEADLINE_MICRO_NAME : STM_HEADLINE_MICRO));
        break;
    default:
        if (f->at.start <= k->places.body)
            add(k, f->value, STM_ORIGIN_CLASS,
                BIT(f->rank ? STM_HEADLINE_CLASS_OTHER : STM_HEADLINE_CLASS));
    }
}

/* "The Example" also by its host, "the-example.co.uk". */
static void add_host(collector *k, const stm_capture *c)
{
    stm_str host = stm_page__address_host(c->uri);
    size_t dot = stm_str_find(host, STM_LIT("."), 0);
    if (!host.len || k->name_count + 2 > MOST_NAMES)
        return;
    k->names[k->name_count++] = fold(k, host);
    if (dot != SIZE_MAX)
        k->names[k->name_count++] = fold(k, (stm_str){host.ptr, dot});
}

static void collect_context(collector *k, const stm_capture *c,
                            const stm_html *html)
{
    stm_str address = c->uri;
    for (size_t i = 0; html && i < html->fact_count; i++) {
        const stm_fact *f = &html->facts[i];
        if (f->kind == STM_FACT_SITE && k->name_count + 2 < MOST_NAMES)
            k->names[k->name_count++] = fold(k, f->value);
        if (f->kind == STM_FACT_CANONICAL && f->origin == STM_ORIGIN_LINK &&
            !address.len)
            address = f->value;
        if (f->kind == STM_FACT_TITLE && f->origin == STM_ORIGIN_TITLE &&
            !k->title.ptr)
            k->title = fold(k, f->value);
        if (f->kind == STM_FACT_TITLE && f->origin == STM_ORIGIN_OPENGRAPH &&
            !k->og.ptr)
            k->og = fold(k, f->value);
    }
    add_host(k, c);
    k->path = fold(k, stm_page__address_path(address));
}

/* Share of the longer words that the address has, too; -1 where it tells
 * nothing. */
static float in_address(const collector *k, stm_str folded)
{
    unsigned words = 0, found = 0;
    for (size_t i = 0, n; i < folded.len; i += n + 1) {
        stm_str word = {folded.ptr + i, folded.len - i};
        for (n = 0; n < word.len && word.ptr[n] != ' ';)
            n++;
        word.len = n;
        if (n < SLUG_WORD)
            continue;
        words++;
        found += stm_page__holds_words(k->path, word);
    }
    return words ? (float)found / (float)words : -1;
}

static unsigned count_words(stm_str folded)
{
    unsigned n = folded.len != 0;
    for (size_t i = 0; i < folded.len; i++)
        n += folded.ptr[i] == ' ';
    return n;
}

static bool is_cut_short(stm_str s)
{
    return (s.len > 3 && !memcmp(s.ptr + s.len - 3, "...", 3)) ||
           (s.len > 3 && !memcmp(s.ptr + s.len - 3, "\u2026", 3));
}

static uint64_t shape_signs(collector *k, const stm_headline *h)
{
    unsigned words = count_words(h->folded);
    bool wide = h->folded.len > 3 * words * 6; /* no blanks between words */
    uint64_t set = BIT(words == 1 && !wide   ? STM_HEADLINE_WORDS_1
                       : words == 2 && !wide ? STM_HEADLINE_WORDS_2
                       : words <= 4          ? STM_HEADLINE_WORDS_3
                       : words <= 14         ? STM_HEADLINE_WORDS_5
                       : words <= 22         ? STM_HEADLINE_WORDS_15
                                             : STM_HEADLINE_WORDS_23);
    if (is_site(k, h->folded))
        set |= BIT(STM_HEADLINE_IS_SITE);
    if (holds_site(k, h->text))
        set |= BIT(STM_HEADLINE_HOLDS_SITE);
    if (stm_page__holds_words(k->title, h->folded))
        set |= BIT(STM_HEADLINE_IN_TITLE);
    if (stm_page__holds_words(k->og, h->folded))
        set |= BIT(STM_HEADLINE_IN_OG);
    if (k->title.len && stm_str_starts(k->title, h->folded))
        set |= BIT(STM_HEADLINE_OPENS_TITLE);
    if (is_cut_short(h->text))
        set |= BIT(STM_HEADLINE_CUT_SHORT);
    float share = in_address(k, h->folded);
    if (k->path.len > 6 && share >= 0)
        set |= BIT(share >= .6F    ? STM_HEADLINE_ADDRESS
                   : share >= .25F ? STM_HEADLINE_ADDRESS_SOME
                                   : STM_HEADLINE_ADDRESS_NOT);
    return set;
}

bool stm_page__headlines(stm_headlines *out, const stm_page_work *w,
                         const stm_capture *c, const stm_html *html)
{
    collector k = {.out = out, .w = w, .path = {"", 0}};
    out->count = 0;
    k.places = stm_page__places(w, html);
    collect_context(&k, c, html);
    for (size_t i = 0; html && i < html->fact_count; i++)
        if (html->facts[i].kind == STM_FACT_TITLE)
            add_fact(&k, &html->facts[i]);
    if (w->title != STM_NO_SEGMENT)
        add(&k, stm_page__title_text(w), STM_ORIGIN_TEXT,
            BIT(STM_HEADLINE_TEXT));
    for (unsigned i = 0; i < out->count; i++)
        out->items[i].signs |= shape_signs(&k, &out->items[i]);
    return !k.failed;
}
