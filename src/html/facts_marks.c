/* A value in an attribute (`content`, `datetime`) is believed before the text:
 * it is written for machines. */
#include "html/facts_marks.h"

#include "base/str.h"
#include "html/facts_add.h"
#include "html/facts_ldjson.h"
#include "html/labels.h"

enum {
    MOST_LINKS = 24,      /* to persons, of a page */
    SCOPE_ABOVE = 10,     /* ancestors among which an itemscope is looked for */
    LONGEST_BYLINE = 300, /* bytes of text */
    LONGEST_DATE = 200,
    LONGEST_TITLE = 400,
    LONGEST_NAMES = 200 /* bytes of a class attribute looked at */
};

#define HAS(hints, hint) ((hints) >> STM_HINT_##hint & 1)

static lxb_dom_element_t *parent_of(lxb_dom_element_t *e)
{
    lxb_dom_node_t *p = e->node.parent;
    return p && p->type == LXB_DOM_NODE_TYPE_ELEMENT
               ? lxb_dom_interface_element(p)
               : NULL;
}

/* `word` in small letters, `s` in any. */
static bool holds(stm_str s, const char *word)
{
    size_t n = strlen(word), k;
    s.len = s.len > LONGEST_NAMES ? LONGEST_NAMES : s.len;
    for (size_t i = 0; i + n <= s.len; i++) {
        for (k = 0; k < n && stm_ascii_lower(s.ptr[i + k]) == word[k];)
            k++;
        if (k == n)
            return true;
    }
    return false;
}

/* One bit for each letter, small or not; other bytes share these bits. */
static uint32_t letters_of(const char *p, size_t n)
{
    uint32_t set = 0;
    for (size_t i = 0; i < n; i++)
        set |= UINT32_C(1) << (p[i] & 31);
    return set;
}

/* Most words have a letter among their first that the name has not. Words have
 * FIRST letters and more. */
static bool holds_any(stm_str s, const char *const *words, size_t count)
{
    enum { FIRST = 3 };
    if (!s.len)
        return false;
    size_t n = s.len > LONGEST_NAMES ? LONGEST_NAMES : s.len;
    uint32_t has = letters_of(s.ptr, n);
    for (size_t i = 0; i < count; i++)
        if (!(letters_of(words[i], FIRST) & ~has) && holds(s, words[i]))
            return true;
    return false;
}

/* A name that the site gave the element, by label or by attribute. */
static stm_str name_of(lxb_dom_element_t *e, stm_html__label which,
                       lxb_dom_attr_id_t id)
{
    return stm_html__has_label(e, which) ? stm_html__labels_of(e)->of[which]
                                         : stm_html__attribute(e, id);
}

/* Whether the class or id of the element, or of its parents, holds a word. */
static bool is_named(lxb_dom_element_t *e, const char *const *words,
                     size_t count, unsigned parents)
{
    for (; e; e = parents-- ? parent_of(e) : NULL)
        if (holds_any(name_of(e, STM_LABEL_CLASS, LXB_DOM_ATTR_CLASS), words,
                      count) ||
            holds_any(name_of(e, STM_LABEL_ID, LXB_DOM_ATTR_ID), words, count))
            return true;
    return false;
}
#define IS_NAMED(e, words, parents) \
    is_named(e, words, sizeof(words) / sizeof *(words), parents)

/* The nearest element around `e` that opens an item. */
static lxb_dom_element_t *scope_of(const stm_html__facts *f,
                                   lxb_dom_element_t *e)
{
    e = parent_of(e);
    for (unsigned k = 0; e && k < SCOPE_ABOVE; k++, e = parent_of(e))
        for (lxb_dom_attr_t *a = e->first_attr; a; a = a->next)
            if (a->node.local_name == f->names.itemscope && f->names.itemscope)
                return e;
    return NULL;
}

/* The names of properties in a list such as "schema:author creator". */
static stm_str property_of(const stm_html__facts *f, lxb_dom_element_t *e)
{
    stm_str s = stm_html__attribute(e, f->names.itemprop);
    return s.len ? s : stm_html__attribute(e, f->names.property);
}

static bool is_property(stm_str list, const char *name)
{
    stm_str n = stm_str_of(name);
    for (size_t at = 0; (at = stm_str_find_nocase(list, n, at)) != SIZE_MAX;
         at += n.len) {
        char before = at ? list.ptr[at - 1] : ' ';
        char behind = at + n.len < list.len ? list.ptr[at + n.len] : ' ';
        if ((before == ' ' || before == ':' || before == '/') && behind == ' ')
            return true;
    }
    return false;
}

static const struct {
    char name[16];
    uint8_t kind, rank;
} properties[] = {
    {"headline", STM_FACT_TITLE, 0},
    {"datePublished", STM_FACT_PUBLISHED, 0},
    {"dateCreated", STM_FACT_PUBLISHED, 1},
    {"uploadDate", STM_FACT_PUBLISHED, 2},
    {"dateModified", STM_FACT_UPDATED, 0},
    {"author", STM_FACT_AUTHOR, 1},
    {"creator", STM_FACT_AUTHOR, 2},
    {"inLanguage", STM_FACT_LANGUAGE, 0},
};

/* "name" is the name of what the item around it is. */
static bool name_kind(stm_fact *fact, const stm_html__facts *f,
                      lxb_dom_element_t *e)
{
    lxb_dom_element_t *scope = scope_of(f, e);
    if (!scope)
        return false;
    stm_str role = property_of(f, scope);
    stm_str type = stm_html__attribute(scope, f->names.itemtype);
    fact->rank = 0;
    if (is_property(role, "author") || is_property(role, "creator"))
        fact->kind = STM_FACT_AUTHOR;
    else if (is_property(role, "publisher"))
        fact->kind = STM_FACT_SITE;
    else if (holds(type, "article") || holds(type, "posting"))
        fact->kind = STM_FACT_TITLE, fact->rank = 1;
    else
        return false;
    return true;
}

static bool microdata_kind(stm_fact *fact, const stm_html__facts *f,
                           lxb_dom_element_t *e)
{
    stm_str list = property_of(f, e);
    if (!list.len || list.len > LONGEST_NAMES)
        return false;
    fact->rank = 0;
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (is_property(list, properties[i].name)) {
            fact->kind = properties[i].kind;
            fact->rank = properties[i].rank;
            return true;
        }
    return is_property(list, "name") && name_kind(fact, f, e);
}

/* An author given as an item: its name, inside, says it better. */
static bool is_item(const stm_html__facts *f, lxb_dom_element_t *e)
{
    for (lxb_dom_attr_t *a = e->first_attr; a && f->names.itemscope;
         a = a->next)
        if (a->node.local_name == f->names.itemscope)
            return true;
    return false;
}

static stm_str machine_value(const stm_html__facts *f, lxb_dom_element_t *e,
                             const stm_fact *fact)
{
    stm_str s = stm_html__attribute(e, LXB_DOM_ATTR_CONTENT);
    bool day = fact->kind >= STM_FACT_PUBLISHED;
    if (!s.len && day)
        s = stm_html__attribute(e, f->names.datetime);
    if (!s.len && day)
        s = stm_html__attribute(e, LXB_DOM_ATTR_TITLE);
    /* a title that is no date: "Click for the archive" */
    return !day || (s.len >= 8 && stm_ascii_digit(s.ptr[0])) ? s : STM_NONE;
}

static bool add(stm_html__facts *f, lxb_dom_element_t *e, stm_fact fact,
                stm_str text)
{
    stm_str value = machine_value(f, e, &fact);
    return stm_html__facts_add(f, fact, value.len ? value : text,
                               STM_HTML__ESCAPES_NONE);
}

static bool add_microdata(stm_html__facts *f, lxb_dom_element_t *e,
                          stm_range at, stm_str text)
{
    stm_fact fact = {.origin = STM_ORIGIN_MICRODATA, .at = at};
    if (!microdata_kind(&fact, f, e))
        return true;
    if (fact.kind == STM_FACT_AUTHOR && is_item(f, e))
        fact.rank = 3;
    return add(f, e, fact, text);
}

/* What sort of day the names around it speak of. */
static stm_fact_kind day_kind(lxb_dom_element_t *e, unsigned parents)
{
    static const char *const updated[] = {"updat", "modif", "aktualis"};
    static const char *const published[] = {"publish", "pubdate", "posted",
                                            "entry-date", "created"};
    if (IS_NAMED(e, updated, parents) && !IS_NAMED(e, published, 0))
        return STM_FACT_UPDATED;
    return IS_NAMED(e, published, parents) ? STM_FACT_PUBLISHED : STM_FACT_DATE;
}

static bool add_time(stm_html__facts *f, lxb_dom_element_t *e, stm_range at,
                     stm_str text)
{
    if (!stm_html__facts_room(f, STM_ORIGIN_TIME))
        return true;
    stm_fact fact = {
        .kind = (uint8_t)day_kind(e, 2), .origin = STM_ORIGIN_TIME, .at = at};
    return add(f, e, fact, text);
}

static bool add_heading(stm_html__facts *f, lxb_dom_element_t *e, stm_range at,
                        stm_str text)
{
    (void)e;
    stm_fact fact = {.kind = STM_FACT_TITLE,
                     .origin = STM_ORIGIN_HEADING,
                     .rank = (uint8_t)(f->headings < 9 ? f->headings : 9),
                     .at = at};
    f->headings++;
    return stm_html__facts_add(f, fact, text, STM_HTML__ESCAPES_NONE);
}

/* Parts of a path that lead to persons, by length. */
static const struct {
    char name[13];
    uint8_t rank;
} paths[] = {{"by", 2},          {"user", 2},         {"team", 2},
             {"autor", 1},       {"users", 2},        {"staff", 2},
             {"author", 1},      {"auteur", 1},       {"autore", 1},
             {"people", 2},      {"person", 2},       {"byline", 2},
             {"writer", 2},      {"firmas", 2},       {"authors", 1},
             {"autoren", 1},     {"autores", 1},      {"auteurs", 1},
             {"profile", 2},     {"writers", 2},      {"experts", 2},
             {"profiles", 2},    {"reporter", 2},     {"reporters", 2},
             {"redaktion", 2},   {"redaction", 2},    {"columnist", 2},
             {"columnists", 2},  {"journalist", 2},   {"contributor", 2},
             {"journalists", 2}, {"contributors", 2}, {"journalistes", 2}};

/* Where the names of a length start in `paths`. */
static const uint8_t of_length[] = {0,  0,  0,  1,  1,  3,  6,
                                    14, 21, 23, 27, 29, 31, 33};

static int rank_of_part(const char *p, size_t n)
{
    if (n < 2 || n + 1 >= sizeof of_length)
        return -1;
    for (unsigned i = of_length[n]; i < of_length[n + 1]; i++)
        if (p[0] == paths[i].name[0] && !memcmp(p, paths[i].name, n))
            return paths[i].rank;
    return -1;
}

/* How surely a link leads to a person: 0 best, -1 not at all. A page has many
 * links, so each part of an address is looked up once. */
static int person_link(lxb_dom_element_t *e)
{
    stm_str rel = stm_html__attribute(e, LXB_DOM_ATTR_REL);
    if (rel.len && stm_str_find(rel, STM_LIT("author"), 0) != SIZE_MAX)
        return 0;
    stm_str href = stm_html__attribute(e, LXB_DOM_ATTR_HREF);
    if (!href.len)
        return -1;
    const char *p = href.ptr, *end = href.ptr + href.len, *slash;
    while (p < end && (slash = memchr(p, '/', (size_t)(end - p)))) {
        int rank = rank_of_part(p, (size_t)(slash - p));
        if (rank > 0)
            return rank;
        p = slash + 1;
    }
    return -1;
}

static bool add_link(stm_html__facts *f, lxb_dom_element_t *e, stm_range at,
                     stm_str text)
{
    stm_fact fact = {.kind = STM_FACT_AUTHOR,
                     .origin = STM_ORIGIN_REL,
                     .rank = (uint8_t)person_link(e),
                     .at = at};
    return stm_html__facts_add(f, fact, text, STM_HTML__ESCAPES_NONE);
}

static uint8_t author_rank(lxb_dom_element_t *e, uint32_t hints)
{
    static const char *const names[] = {"author-name", "author_name",
                                        "authorname",  "author__name",
                                        "byline-name", "byline__name"};
    static const char *const bylines[] = {"byline", "by-line"};
    static const char *const others[] = {"avatar", "image", "photo", "social",
                                         "box"};
    if (HAS(hints, BIO) || HAS(hints, COMMENTS) || IS_NAMED(e, others, 0))
        return 3;
    if (IS_NAMED(e, names, 0))
        return 0;
    return IS_NAMED(e, bylines, 0) ? 1 : 2;
}

static uint8_t title_rank(lxb_dom_element_t *e)
{
    static const char *const names[] = {
        "entry-title", "post-title",     "article-title", "headline",
        "p-name",      "article__title", "post__title"};
    return !IS_NAMED(e, names, 0);
}

static bool add_class(stm_html__facts *f, lxb_dom_element_t *e, uint32_t hints,
                      stm_range at, stm_str text)
{
    stm_fact fact = {.origin = STM_ORIGIN_CLASS, .at = at};
    bool ok = true;
    if (!stm_html__facts_room(f, STM_ORIGIN_CLASS) || !text.len)
        return true;
    if (HAS(hints, AUTHOR) && text.len <= LONGEST_BYLINE) {
        fact.kind = STM_FACT_AUTHOR;
        fact.rank = author_rank(e, hints);
        ok = stm_html__facts_add(f, fact, text, STM_HTML__ESCAPES_NONE);
    }
    if (ok && HAS(hints, DATE) && text.len <= LONGEST_DATE) {
        fact.kind = (uint8_t)day_kind(e, 1);
        fact.rank = 0;
        ok = add(f, e, fact, text);
    }
    if (ok && HAS(hints, TITLE) && text.len <= LONGEST_TITLE &&
        e->node.local_name != LXB_TAG_H1) {
        fact.kind = STM_FACT_TITLE;
        fact.rank = title_rank(e);
        ok = stm_html__facts_add(f, fact, text, STM_HTML__ESCAPES_NONE);
    }
    return ok;
}

bool stm_html__facts_marked(stm_html__facts *f, lxb_dom_element_t *e,
                            uint32_t hints)
{
    if ((hints & STM_HTML__FACT_HINTS) || property_of(f, e).len)
        return true;
    switch (e->node.local_name) {
    case LXB_TAG_TIME:
    case LXB_TAG_H1:
        return true;
    case LXB_TAG_A:
        return f->links < MOST_LINKS && person_link(e) >= 0 && ++f->links;
    default:
        return false;
    }
}

bool stm_html__facts_mark(stm_html__facts *f, lxb_dom_element_t *e,
                          uint32_t hints, stm_range at, stm_str text)
{
    if (!add_microdata(f, e, at, text))
        return false;
    switch (e->node.local_name) {
    case LXB_TAG_TIME:
        return add_time(f, e, at, text);
    case LXB_TAG_H1:
        if (!add_heading(f, e, at, text))
            return false;
        break;
    case LXB_TAG_A:
        if (person_link(e) >= 0 && !add_link(f, e, at, text))
            return false;
        break;
    default:
        break;
    }
    return !(hints & STM_HTML__FACT_HINTS) || add_class(f, e, hints, at, text);
}
