/* Every object whose type is known gives its facts, wherever in the tree it
 * stands; its type, and whether it stands in a list of other articles, rank
 * them. Authors and publishers are objects of their own, often given by their
 * `@id` only. */
#include "html/facts_ldjson.h"

#include "base/str.h"
#include "html/facts_add.h"
#include "html/facts_json.h"

enum {
    MOST_BYTES = 1 << 20, /* of all bodies of a page */
    MOST_LOOKUPS = 64,    /* of ids, of a page */
    MOST_AUTHORS = 32,    /* of an object */
    DEEPEST_LIST = 64     /* ancestors looked at */
};

typedef struct object {
    stm_html__facts *facts;
    const stm_html__json_tree *tree;
    uint32_t at;
    uint8_t rank; /* of the object */
} object;

static bool ends_with(stm_str s, const char *end)
{
    size_t n = strlen(end);
    return s.len >= n && !memcmp(s.ptr + s.len - n, end, n);
}

static bool is_one_of(stm_str s, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (stm_str_eq(s, stm_str_of(list[i])))
            return true;
    return false;
}
#define IS_ONE_OF(s, list) is_one_of(s, list, sizeof(list) / sizeof *(list))

/* "https://schema.org/NewsArticle" is "NewsArticle". */
static stm_str last_name(stm_str s)
{
    for (size_t i = s.len; i-- > 0;)
        if (s.ptr[i] == '/' || s.ptr[i] == ':' || s.ptr[i] == '#')
            return (stm_str){s.ptr + i + 1, s.len - i - 1};
    return s;
}

static uint8_t class_of_type(stm_str type)
{
    static const char *const articles[] = {"Report",
                                           "Recipe",
                                           "HowTo",
                                           "Blog",
                                           "CreativeWork",
                                           "Review",
                                           "AnalysisNewsArticle"};
    static const char *const threads[] = {"Question", "Conversation"};
    static const char *const works[] = {
        "VideoObject",    "Product",       "Event",
        "Course",         "Book",          "SoftwareApplication",
        "Movie",          "Dataset",       "Game",
        "PodcastEpisode", "AudioObject",   "JobPosting",
        "Service",        "MusicRecording"};
    static const char *const sites[] = {"WebSite", "NewsMediaOrganization",
                                        "Organization", "Corporation"};
    type = last_name(type);
    if (IS_ONE_OF(type, works))
        return STM_LDJSON_WORK;
    if (ends_with(type, "Article") || ends_with(type, "Posting") ||
        IS_ONE_OF(type, articles))
        return STM_LDJSON_ARTICLE;
    if (ends_with(type, "QAPage") || IS_ONE_OF(type, threads))
        return STM_LDJSON_THREAD;
    if (ends_with(type, "Page"))
        return STM_LDJSON_WEBPAGE;
    return IS_ONE_OF(type, sites) ? STM_LDJSON_SITE : STM_LDJSON_NONE;
}

/* `@type` is a name or a list of names. */
static uint8_t class_of(const stm_html__json_tree *t, uint32_t i)
{
    uint32_t type = stm_html__json_get(t, i, "@type");
    if (!type)
        return STM_LDJSON_NONE;
    if (t->items[type].kind == STM_JSON_STRING)
        return class_of_type(t->items[type].value);
    uint8_t best = STM_LDJSON_NONE;
    for (uint32_t k = t->items[type].child; k; k = t->items[k].next) {
        uint8_t c = class_of_type(t->items[k].value);
        best = c < best ? c : best;
    }
    return best;
}

/* Below a member that names other things than the page: a list of teasers, the
 * site an article is a part of. */
static bool is_aside(const stm_html__json_tree *t, uint32_t i)
{
    static const char *const own[] = {"@graph", "mainEntity",
                                      "mainEntityOfPage", "item"};
    for (unsigned depth = 0; i && depth < DEEPEST_LIST; depth++) {
        const stm_html__json *n = &t->items[i];
        if (n->key.ptr && !IS_ONE_OF(n->key, own))
            return true;
        i = n->parent;
    }
    return false;
}

static bool add(const object *o, stm_fact_kind kind, uint8_t rank, stm_str raw)
{
    stm_fact fact = {.kind = (uint8_t)kind,
                     .origin = STM_ORIGIN_JSONLD,
                     .rank = (uint8_t)(o->rank * 8 + rank)};
    return stm_html__facts_add(o->facts, fact, raw, STM_HTML__ESCAPES_JSON);
}

/* The string that `i` is or starts with. */
static stm_str string_of(const stm_html__json_tree *t, uint32_t i)
{
    if (i && t->items[i].kind == STM_JSON_ARRAY)
        i = t->items[i].child;
    return i && t->items[i].kind >= STM_JSON_STRING ? t->items[i].value
                                                    : STM_NONE;
}

static stm_str member(const stm_html__json_tree *t, uint32_t of,
                      const char *key)
{
    return string_of(t, stm_html__json_get(t, of, key));
}

/* The object with this `@id` that has a name. */
static uint32_t find_id(const stm_html__json_tree *t, stm_str id)
{
    for (uint32_t i = 1; id.len && i < t->count; i++)
        if (t->items[i].kind == STM_JSON_OBJECT &&
            stm_str_eq(member(t, i, "@id"), id) &&
            stm_html__json_get(t, i, "name"))
            return i;
    return 0;
}

/* Of an object with a name, or with the id of one. */
static stm_str name_of(const object *o, uint32_t i)
{
    const stm_html__json_tree *t = o->tree;
    stm_html__facts *f = o->facts;
    if (t->items[i].kind != STM_JSON_OBJECT)
        return string_of(t, i);
    stm_str name = member(t, i, "name");
    if (name.len)
        return name;
    uint32_t other =
        f->lookups++ < MOST_LOOKUPS ? find_id(t, member(t, i, "@id")) : 0;
    return other ? member(t, other, "name") : STM_NONE;
}

static bool is_organisation(const stm_html__json_tree *t, uint32_t i)
{
    return class_of(t, i) == STM_LDJSON_SITE;
}

static bool add_author(const object *o, uint32_t i, uint8_t rank)
{
    const stm_html__json_tree *t = o->tree;
    const stm_html__json *n = t->items;
    uint32_t names = stm_html__json_get(t, i, "name");
    if (is_organisation(t, i))
        rank = 3;
    if (!names || n[names].kind != STM_JSON_ARRAY)
        return add(o, STM_FACT_AUTHOR, rank, name_of(o, i));
    unsigned count = 0;
    for (uint32_t k = n[names].child; k && count++ < MOST_AUTHORS;
         k = n[k].next)
        if (!add(o, STM_FACT_AUTHOR, rank, string_of(t, k)))
            return false;
    return true;
}

static bool add_authors(const object *o, const char *key, uint8_t rank)
{
    const stm_html__json *n = o->tree->items;
    uint32_t i = stm_html__json_get(o->tree, o->at, key);
    if (!i)
        return true;
    if (n[i].kind != STM_JSON_ARRAY)
        return add_author(o, i, rank);
    unsigned count = 0;
    for (uint32_t k = n[i].child; k && count++ < MOST_AUTHORS; k = n[k].next)
        if (!add_author(o, k, rank))
            return false;
    return true;
}

static bool add_members(const object *o)
{
    static const struct {
        char key[16];
        uint8_t kind, rank;
    } members[] = {{"headline", STM_FACT_TITLE, 0},
                   {"name", STM_FACT_TITLE, 1},
                   {"datePublished", STM_FACT_PUBLISHED, 0},
                   {"dateCreated", STM_FACT_PUBLISHED, 1},
                   {"uploadDate", STM_FACT_PUBLISHED, 2},
                   {"dateModified", STM_FACT_UPDATED, 0},
                   {"inLanguage", STM_FACT_LANGUAGE, 0}};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (!add(o, members[i].kind, members[i].rank,
                 member(o->tree, o->at, members[i].key)))
            return false;
    return true;
}

static stm_str address_of(const object *o)
{
    uint32_t page = stm_html__json_get(o->tree, o->at, "mainEntityOfPage");
    stm_str s = string_of(o->tree, page);
    if (page && !s.len)
        s = member(o->tree, page, "@id");
    if (!stm_str_starts(s, STM_LIT("http")))
        s = member(o->tree, o->at, "url");
    return s.len ? s : member(o->tree, o->at, "@id");
}

static void remember(const object *o, size_t first, stm_str address)
{
    stm_html__facts *f = o->facts;
    if (f->objects == STM_HTML__OBJECTS || f->found.count == first)
        return;
    f->object[f->objects++] =
        (stm_html__object){.first = (uint32_t)first,
                           .last = (uint32_t)f->found.count,
                           .address = address};
}

static bool add_object(const object *o)
{
    stm_html__facts *f = o->facts;
    size_t first = f->found.count;
    if (o->rank == STM_LDJSON_SITE)
        return add(o, STM_FACT_SITE, 0, member(o->tree, o->at, "name"));
    uint32_t publisher = stm_html__json_get(o->tree, o->at, "publisher");
    stm_str address = address_of(o);
    bool ok = add_members(o) && add_authors(o, "author", 0) &&
              add_authors(o, "creator", 2) &&
              (!publisher || add(o, STM_FACT_SITE, 1, name_of(o, publisher))) &&
              (!stm_str_starts(address, STM_LIT("http")) ||
               add(o, STM_FACT_CANONICAL, 0, address));
    if (ok && o->rank == STM_LDJSON_ARTICLE)
        remember(o, first, address);
    return ok;
}

bool stm_html__facts_ldjson(stm_html__facts *f, stm_str body)
{
    if (body.len > MOST_BYTES - f->json)
        return true;
    f->json += body.len;
    if (!stm_html__json_read(&f->tree, body))
        return false;
    const stm_html__json_tree *t = &f->tree;
    for (uint32_t i = 1; i < t->count; i++) {
        object o = {f, t, i, STM_LDJSON_NONE};
        if (t->items[i].kind != STM_JSON_OBJECT)
            continue;
        o.rank = class_of(t, i);
        if (o.rank == STM_LDJSON_NONE)
            continue;
        if (is_aside(t, i)) {
            if (o.rank != STM_LDJSON_ARTICLE)
                continue;
            o.rank = STM_LDJSON_LISTED;
        }
        if (!add_object(&o))
            return false;
    }
    return true;
}

/* The same page, whatever the scheme, the query and the last slash. */
static stm_str path_of(stm_str s)
{
    size_t scheme = stm_str_find(s, STM_LIT("://"), 0);
    if (scheme != SIZE_MAX)
        s = (stm_str){s.ptr + scheme + 3, s.len - scheme - 3};
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '#' || s.ptr[i] == '?')
            s.len = i;
    while (s.len && s.ptr[s.len - 1] == '/')
        s.len--;
    return s;
}

static bool is_own_address(const stm_html__facts *f, stm_str address)
{
    stm_str a = path_of(address);
    for (size_t i = 0; i < 2; i++)
        if (a.len && stm_str_eq(a, path_of(f->addresses[i])))
            return true;
    return false;
}

/* Elements that speak of the page itself, and of no teaser on it. */
static bool is_of_page(const stm_fact *f)
{
    return f->kind == STM_FACT_TITLE &&
           (f->origin == STM_ORIGIN_OPENGRAPH || f->origin == STM_ORIGIN_META ||
            f->origin == STM_ORIGIN_TITLE || f->origin == STM_ORIGIN_HEADING);
}

/* The headline opens what other elements give as the title. */
static bool is_own_title(const stm_html__facts *f, const stm_html__object *o)
{
    const stm_fact *all = f->found.items;
    for (size_t h = o->first; h < o->last; h++)
        for (size_t i = 0; all[h].kind == STM_FACT_TITLE && i < f->found.count;
             i++)
            if (is_of_page(&all[i]) &&
                (stm_str_starts(all[i].value, all[h].value) ||
                 stm_str_starts(all[h].value, all[i].value)))
                return true;
    return false;
}

static void set_rank(stm_html__facts *f, const stm_html__object *o,
                     unsigned rank)
{
    for (size_t i = o->first; i < o->last; i++)
        f->found.items[i].rank =
            (uint8_t)(rank * 8 + f->found.items[i].rank % 8);
}

void stm_html__facts_choose(stm_html__facts *f)
{
    bool own[STM_HTML__OBJECTS], any = false;
    for (unsigned k = 0; k < f->objects; k++) {
        const stm_html__object *o = &f->object[k];
        own[k] = f->objects == 1 || is_own_address(f, o->address) ||
                 is_own_title(f, o);
        any = any || own[k];
    }
    for (unsigned k = 0; any && k < f->objects; k++)
        set_rank(f, &f->object[k],
                 own[k] ? STM_LDJSON_THIS : STM_LDJSON_LISTED);
}
