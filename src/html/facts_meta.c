/* There are hundreds of names for the same few things. They are compared in
 * small letters and without the marks between words, so that one row stands for
 * `article:published_time`, `article.published_time` and
 * `og:article:published_time`. The third column ranks the names of one kind:
 * the smaller, the nearer to what the page is about. */
#include "html/facts_meta.h"

#include <stdlib.h>

#include "base/str.h"
#include "html/facts_add.h"

enum { LONGEST_NAME = 40 };

typedef struct row {
    char name[32];
    uint8_t kind, rank;
} row;

enum {
    AUTHOR = STM_FACT_AUTHOR,
    DATE = STM_FACT_DATE,
    LANGUAGE = STM_FACT_LANGUAGE,
    PUBLISHED = STM_FACT_PUBLISHED,
    SITE = STM_FACT_SITE,
    TITLE = STM_FACT_TITLE,
    UPDATED = STM_FACT_UPDATED,
    ADDRESS = STM_FACT_CANONICAL
};

/* Sorted by name. */
static const row rows[] = {
    {"applemobilewebapptitle", SITE, 2},
    {"applicationname", SITE, 1},
    {"articleauthor", AUTHOR, 1},
    {"articleauthorname", AUTHOR, 0},
    {"articlecreated", PUBLISHED, 1},
    {"articledateoriginal", PUBLISHED, 0},
    {"articlemodified", UPDATED, 1},
    {"articlemodifiedtime", UPDATED, 0},
    {"articlepublicationdate", PUBLISHED, 0},
    {"articlepublished", PUBLISHED, 0},
    {"articlepublishedtime", PUBLISHED, 0},
    {"articletitle", TITLE, 1},
    {"articleupdated", UPDATED, 1},
    {"articleupdatedtime", UPDATED, 0},
    {"author", AUTHOR, 0},
    {"authorname", AUTHOR, 0},
    {"authors", AUTHOR, 0},
    {"btpubdate", PUBLISHED, 1},
    {"byl", AUTHOR, 0},
    {"byline", AUTHOR, 0},
    {"citationauthor", AUTHOR, 3},
    {"citationdate", PUBLISHED, 1},
    {"citationjournaltitle", SITE, 3},
    {"citationonlinedate", PUBLISHED, 0},
    {"citationpublicationdate", PUBLISHED, 1},
    {"citationtitle", TITLE, 0},
    {"contentlanguage", LANGUAGE, 1},
    {"created", PUBLISHED, 2},
    {"createdat", PUBLISHED, 2},
    {"creationdate", PUBLISHED, 2},
    {"creator", AUTHOR, 1},
    {"cxenseparseauthor", AUTHOR, 0},
    {"cxenseparsepublishtime", PUBLISHED, 1},
    {"cxenseparserecspublishtime", PUBLISHED, 1},
    {"cxenseparsetitle", TITLE, 1},
    {"date", DATE, 1},
    {"datecreated", PUBLISHED, 1},
    {"dateissued", PUBLISHED, 1},
    {"datemodified", UPDATED, 0},
    {"dateposted", PUBLISHED, 0},
    {"datepublished", PUBLISHED, 0},
    {"dateupdated", UPDATED, 0},
    {"dcauthor", AUTHOR, 1},
    {"dccreator", AUTHOR, 3},
    {"dcdate", DATE, 1},
    {"dcdatecreated", PUBLISHED, 0},
    {"dcdateissued", PUBLISHED, 0},
    {"dcdatemodified", UPDATED, 0},
    {"dclanguage", LANGUAGE, 2},
    {"dcpublisher", SITE, 3},
    {"dcsextarticlefirstpublished", PUBLISHED, 0},
    {"dcsextauthor", AUTHOR, 1},
    {"dctermsavailable", PUBLISHED, 2},
    {"dctermscreated", PUBLISHED, 1},
    {"dctermscreator", AUTHOR, 1},
    {"dctermsdate", DATE, 1},
    {"dctermsissued", PUBLISHED, 0},
    {"dctermslanguage", LANGUAGE, 2},
    {"dctermsmodified", UPDATED, 0},
    {"dctermstitle", TITLE, 2},
    {"dctitle", TITLE, 2},
    {"displaydate", PUBLISHED, 2},
    {"docmodified", UPDATED, 2},
    {"eprintsdate", PUBLISHED, 2},
    {"firstpublished", PUBLISHED, 0},
    {"firstpublishedat", PUBLISHED, 0},
    {"hdl", TITLE, 1},
    {"headline", TITLE, 0},
    {"issuedate", PUBLISHED, 1},
    {"language", LANGUAGE, 2},
    {"lastmod", UPDATED, 1},
    {"lastmodified", UPDATED, 1},
    {"lastupdated", UPDATED, 1},
    {"moddate", UPDATED, 1},
    {"modificationdate", UPDATED, 1},
    {"modified", UPDATED, 1},
    {"modifiedtime", UPDATED, 1},
    {"ogarticleauthor", AUTHOR, 1},
    {"ogarticlemodifiedtime", UPDATED, 0},
    {"ogarticlepublishedtime", PUBLISHED, 0},
    {"ogauthor", AUTHOR, 1},
    {"oglocale", LANGUAGE, 0},
    {"ogpubdate", PUBLISHED, 1},
    {"ogpublishedtime", PUBLISHED, 1},
    {"ogregdate", PUBLISHED, 1},
    {"ogsitename", SITE, 0},
    {"ogtitle", TITLE, 0},
    {"ogupdatedtime", UPDATED, 1},
    {"ogurl", ADDRESS, 0},
    {"originalpublicationdate", PUBLISHED, 0},
    {"parselyauthor", AUTHOR, 0},
    {"parselypubdate", PUBLISHED, 0},
    {"parselytitle", TITLE, 0},
    {"pdate", DATE, 1},
    {"prismpublicationdate", PUBLISHED, 1},
    {"pubdate", PUBLISHED, 0},
    {"publicationdate", PUBLISHED, 0},
    {"publicationtime", PUBLISHED, 0},
    {"publishdate", PUBLISHED, 0},
    {"published", PUBLISHED, 0},
    {"publishedat", PUBLISHED, 0},
    {"publisheddate", PUBLISHED, 0},
    {"publishedon", PUBLISHED, 0},
    {"publishedtime", PUBLISHED, 0},
    {"publishedtimestamp", PUBLISHED, 0},
    {"publisher", SITE, 3},
    {"publishtime", PUBLISHED, 0},
    {"pubtime", PUBLISHED, 0},
    {"rbauthors", AUTHOR, 0},
    {"releasedate", PUBLISHED, 1},
    {"revised", UPDATED, 1},
    {"revisiondate", UPDATED, 1},
    {"rnewsdatepublished", PUBLISHED, 0},
    {"sailthruauthor", AUTHOR, 0},
    {"sailthrudate", PUBLISHED, 1},
    {"sailthrutitle", TITLE, 1},
    {"shareaholicarticleauthorname", AUTHOR, 0},
    {"shareaholicarticlepublishedtime", PUBLISHED, 0},
    {"timestamp", DATE, 2},
    {"title", TITLE, 2},
    {"twittertitle", TITLE, 1},
    {"twitterurl", ADDRESS, 2},
    {"updated", UPDATED, 1},
    {"updatedat", UPDATED, 1},
    {"updatedtime", UPDATED, 1},
};

static bool is_between(char c)
{
    return c == ':' || c == '.' || c == '_' || c == '-' || c == ' ';
}

/* Small letters and digits of `s`, NUL-terminated; false where they are too
 * many for a name of ours. */
static bool fold_name(char *out, size_t room, stm_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = stm_ascii_lower(s.ptr[i]);
        if (is_between(c))
            continue;
        if (n + 1 >= room)
            return false;
        out[n++] = c;
    }
    out[n] = '\0';
    return n;
}

static int by_name(const void *name, const void *item)
{
    return strcmp(name, ((const row *)item)->name);
}

static const row *find_row(stm_str name)
{
    char key[LONGEST_NAME];
    if (!fold_name(key, sizeof key, name))
        return NULL;
    return bsearch(key, rows, sizeof rows / sizeof *rows, sizeof *rows,
                   by_name);
}

/* The row of a name. Publishing systems put their own name before common ones
 * (parsely-pub-date, rnews:datePublished), and there is no list of them all;
 * the day of publication is found behind any. */
static const row *row_of(stm_str name)
{
    const row *r = find_row(name);
    for (size_t i = 0; !r && i + 1 < name.len && i < LONGEST_NAME; i++) {
        if (!is_between(name.ptr[i]))
            continue;
        r = find_row((stm_str){name.ptr + i + 1, name.len - i - 1});
        if (r && (r->kind != STM_FACT_PUBLISHED || r->rank))
            r = NULL;
    }
    return r;
}

static bool is_opengraph(stm_str name)
{
    return stm_str_starts(name, STM_LIT("og:")) ||
           stm_str_starts(name, STM_LIT("article:"));
}

static bool add_named(stm_html__facts *f, const row *r, stm_str name,
                      stm_str content)
{
    stm_fact fact = {.kind = r->kind, .rank = r->rank};
    fact.origin = is_opengraph(name) ? STM_ORIGIN_OPENGRAPH : STM_ORIGIN_META;
    if (r->kind == STM_FACT_CANONICAL && !r->rank)
        f->addresses[1] = content;
    return stm_html__facts_add(f, fact, content, STM_HTML__ESCAPES_NONE);
}

/* <meta name="twitter:label1" content="Written by">, then data1. */
static bool add_labelled(stm_html__facts *f, stm_str name, stm_str content)
{
    static const char *const labels[] = {
        "written by", "verfasst von",    "escrito por", "écrit par",
        "scritto da", "geschreven door", "author",      "autor",
        "автор",      "napisane przez",  "skriven av",  "skrevet av",
        "yazan",      "執筆者",          "作者",        "написано автором"};
    if (stm_str_eq_nocase(name, STM_LIT("twitter:label1"))) {
        f->labelled = false;
        for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
            f->labelled = f->labelled ||
                          stm_str_eq_nocase(content, stm_str_of(labels[i]));
        return true;
    }
    if (!f->labelled || !stm_str_eq_nocase(name, STM_LIT("twitter:data1")))
        return true;
    stm_fact fact = {.kind = STM_FACT_AUTHOR, .origin = STM_ORIGIN_META};
    return stm_html__facts_add(f, fact, content, STM_HTML__ESCAPES_NONE);
}

bool stm_html__facts_meta(stm_html__facts *f, lxb_dom_element_t *e)
{
    stm_str content = stm_html__attribute(e, LXB_DOM_ATTR_CONTENT);
    if (!content.len)
        return true;
    const lxb_dom_attr_id_t at[] = {f->names.property, f->names.name,
                                    LXB_DOM_ATTR_HTTP_EQUIV};
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        stm_str name = stm_html__attribute(e, at[i]);
        const row *r = row_of(name);
        if (r)
            return add_named(f, r, name, content);
        if (name.len > 8 && !add_labelled(f, name, content))
            return false;
    }
    return true;
}

bool stm_html__facts_link(stm_html__facts *f, lxb_dom_element_t *e)
{
    stm_str rel = stm_html__attribute(e, LXB_DOM_ATTR_REL);
    stm_str href = stm_html__attribute(e, LXB_DOM_ATTR_HREF);
    if (!stm_str_eq_nocase(stm_str_trim(rel), STM_LIT("canonical")))
        return true;
    f->addresses[0] = href;
    stm_fact fact = {.kind = STM_FACT_CANONICAL, .origin = STM_ORIGIN_LINK};
    return stm_html__facts_add(f, fact, href, STM_HTML__ESCAPES_NONE);
}
