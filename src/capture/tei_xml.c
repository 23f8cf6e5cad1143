/* XML by expat, which opens nothing and knows no network. Of the elements only
 * those that matter are kept, in one flat list, so that all that follows is a
 * walk along it and needs no recursion. Attribute values and text go into one
 * heap of bytes.
 *
 * Everything is given to expat at once: in pieces, a token that is longer than
 * they are would be looked at again with each of them. */
#include <expat.h>

#include "base/str.h"
#include "capture/tei.h"

/* Elements in one another; the deepest editions that we know have some 30. */
enum { DEPTH = 256, PIECE = 1 << 30 };

typedef struct element {
    const char *name;
    stm_tei_kind kind;
} element;

/* Guidelines for Electronic Text Encoding, P5 (and TEI.2 of P4). */
static const element elements[] = {
    {"TEI", STM_TEI_ROOT},         {"TEI.2", STM_TEI_ROOT},
    {"ab", STM_TEI_BLOCK},         {"abbr", STM_TEI_BESIDE},
    {"app", STM_TEI_APP},          {"argument", STM_TEI_BLOCK},
    {"back", STM_TEI_BLOCK},       {"body", STM_TEI_BLOCK},
    {"byline", STM_TEI_BLOCK},     {"cb", STM_TEI_BREAK},
    {"cell", STM_TEI_BLOCK},       {"choice", STM_TEI_CHOICE},
    {"closer", STM_TEI_BLOCK},     {"corr", STM_TEI_BESIDE},
    {"del", STM_TEI_HIDDEN},       {"div", STM_TEI_BLOCK},
    {"div1", STM_TEI_BLOCK},       {"div2", STM_TEI_BLOCK},
    {"div3", STM_TEI_BLOCK},       {"docTitle", STM_TEI_BLOCK},
    {"egXML", STM_TEI_HIDDEN},     {"epigraph", STM_TEI_BLOCK},
    {"figDesc", STM_TEI_HIDDEN},   {"front", STM_TEI_BLOCK},
    {"fw", STM_TEI_HIDDEN},        {"group", STM_TEI_GROUP},
    {"head", STM_TEI_BLOCK},       {"item", STM_TEI_BLOCK},
    {"l", STM_TEI_LINE},           {"lacunaEnd", STM_TEI_STARTS},
    {"lacunaStart", STM_TEI_ENDS}, {"lb", STM_TEI_BREAK},
    {"lem", STM_TEI_LEMMA},        {"lg", STM_TEI_BLOCK},
    {"list", STM_TEI_BLOCK},       {"listWit", STM_TEI_LIST},
    {"milestone", STM_TEI_BREAK},  {"note", STM_TEI_HIDDEN},
    {"opener", STM_TEI_BLOCK},     {"origDate", STM_TEI_DATED},
    {"p", STM_TEI_BLOCK},          {"pb", STM_TEI_BREAK},
    {"rdg", STM_TEI_READING},      {"reg", STM_TEI_BESIDE},
    {"row", STM_TEI_BLOCK},        {"salute", STM_TEI_BLOCK},
    {"signed", STM_TEI_BLOCK},     {"sourceDesc", STM_TEI_SOURCE},
    {"sp", STM_TEI_BLOCK},         {"space", STM_TEI_BREAK},
    {"speaker", STM_TEI_BLOCK},    {"stage", STM_TEI_BLOCK},
    {"table", STM_TEI_BLOCK},      {"teiHeader", STM_TEI_HEADER},
    {"text", STM_TEI_TEXT},        {"titlePart", STM_TEI_BLOCK},
    {"trailer", STM_TEI_BLOCK},    {"variantEncoding", STM_TEI_METHOD},
    {"w", STM_TEI_WORD},           {"wit", STM_TEI_HIDDEN},
    {"witDetail", STM_TEI_HIDDEN}, {"witEnd", STM_TEI_ENDS},
    {"witStart", STM_TEI_BEGINS},  {"witness", STM_TEI_WITNESS},
};

static const char *const attributes[STM_TEI_ATTRS] = {
    "xml:id", "n", "wit", "decls", "rend", "method", "when", "break"};

typedef struct reader {
    XML_Parser xml;
    stm_tei *t;
    uint8_t kind[DEPTH];
    uint32_t open[DEPTH]; /* event, or UINT32_MAX */
    unsigned depth, hidden, texts;
    const char *wrong; /* why it was stopped */
    bool full;         /* out of memory */
} reader;

static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static stm_tei_kind kind_of(const char *name)
{
    size_t from = 0, to = sizeof elements / sizeof *elements;
    name = local(name);
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        int c = strcmp(elements[mid].name, name);
        if (!c)
            return elements[mid].kind;
        if (c < 0)
            from = mid + 1;
        else
            to = mid;
    }
    return STM_TEI_OTHER;
}

static void stop(reader *r, const char *wrong)
{
    r->wrong = wrong;
    r->full = !wrong;
    XML_StopParser(r->xml, XML_FALSE);
}

static bool put(stm_tei *t, const char *s, size_t n)
{
    if (n > UINT32_MAX - t->bytes.count || !stm_vec_reserve(&t->bytes, n + 1))
        return false;
    memcpy(t->bytes.items + t->bytes.count, s, n);
    t->bytes.count += n;
    return true;
}

/* P4 has "id" for "xml:id". */
static stm_tei_attr attr_of(const char *name)
{
    int k = 0;
    if (!strcmp(name, "id"))
        return STM_TEI_ID;
    while (k < STM_TEI_ATTRS && strcmp(attributes[k], name) != 0)
        k++;
    return (stm_tei_attr)k;
}

static bool keep_values(stm_tei *t, stm_tei_event *e, const char **attrs)
{
    e->from = (uint32_t)t->value.count;
    for (; *attrs; attrs += 2) {
        stm_tei_value v = {attr_of(attrs[0]), (uint32_t)t->bytes.count, 0};
        if (v.name == STM_TEI_ATTRS)
            continue;
        if (!put(t, attrs[1], strlen(attrs[1])))
            return false;
        v.to = (uint32_t)t->bytes.count;
        if (!stm_vec_push(&t->value, v))
            return false;
    }
    e->to = (uint32_t)t->value.count;
    return true;
}

static bool hides(stm_tei_kind k)
{
    return k == STM_TEI_HIDDEN || k == STM_TEI_HEADER || k == STM_TEI_LIST;
}

/* What is looked at in hidden places, too. */
static bool tells_of_witnesses(stm_tei_kind k)
{
    return (k >= STM_TEI_SOURCE && k <= STM_TEI_DATED) || k == STM_TEI_ROOT;
}

static bool matters(const reader *r, stm_tei_kind k)
{
    if (k < STM_TEI_BLOCK || k == STM_TEI_HEADER)
        return false;
    return !r->hidden || tells_of_witnesses(k);
}

static void XMLCALL on_open(void *user, const char *name, const char **attrs)
{
    reader *r = user;
    stm_tei_kind kind = kind_of(name);
    if (r->depth == DEPTH) {
        stop(r, "elements nested deeper than 256");
        return;
    }
    if (kind == STM_TEI_BESIDE)
        kind = r->depth && r->kind[r->depth - 1] == STM_TEI_CHOICE
                   ? STM_TEI_HIDDEN
                   : STM_TEI_OTHER;
    r->kind[r->depth] = (uint8_t)kind;
    r->open[r->depth] = UINT32_MAX;
    if (matters(r, kind)) {
        stm_tei_event e = {.what = STM_TEI_OPEN, .kind = (uint8_t)kind};
        r->open[r->depth] = (uint32_t)r->t->event.count;
        if (!keep_values(r->t, &e, attrs) || !stm_vec_push(&r->t->event, e))
            stop(r, NULL);
    }
    r->depth++;
    r->hidden += hides(kind);
    r->texts += kind == STM_TEI_TEXT;
}

static void XMLCALL on_close(void *user, const char *name)
{
    reader *r = user;
    (void)name;
    stm_tei_kind kind = (stm_tei_kind)r->kind[--r->depth];
    uint32_t open = r->open[r->depth];
    r->hidden -= hides(kind);
    r->texts -= kind == STM_TEI_TEXT;
    if (open == UINT32_MAX)
        return;
    stm_tei_event e = {STM_TEI_CLOSE, (uint8_t)kind, 0, 0, open};
    r->t->event.items[open].other = (uint32_t)r->t->event.count;
    if (!stm_vec_push(&r->t->event, e))
        stop(r, NULL);
}

static void XMLCALL on_text(void *user, const char *s, int len)
{
    reader *r = user;
    stm_tei *t = r->t;
    stm_tei_event *last =
        t->event.count ? &t->event.items[t->event.count - 1] : NULL;
    if (r->hidden || !r->texts)
        return;
    uint32_t from = (uint32_t)t->bytes.count;
    bool ok = put(t, s, (size_t)len);
    uint32_t to = (uint32_t)t->bytes.count;
    if (last && last->what == STM_TEI_CHARS && last->to == from)
        last->to = to;
    else
        ok = ok && stm_vec_push(&t->event, ((stm_tei_event){STM_TEI_CHARS, 0,
                                                            from, to, 0}));
    if (!ok)
        stop(r, NULL);
}

/* Entities of a document type that is not looked at. */
static void XMLCALL on_skipped(void *user, const char *name, int parameter)
{
    reader *r = user;
    (void)name;
    if (parameter || r->hidden || !r->texts)
        return;
    r->t->replaced++;
    on_text(r, "\xef\xbf\xbd", 3);
}

static void XMLCALL on_entity(void *user, const char *name, int parameter,
                              const char *value, int len, const char *base,
                              const char *system, const char *public,
                              const char *notation)
{
    (void)name, (void)parameter, (void)value, (void)len, (void)base;
    (void)system, (void)public, (void)notation;
    stop(user, "it declares entities, which are not read; resolve them first "
               "(xmllint --noent)");
}

static stm_status fail(const reader *r, stm_error *err)
{
    enum XML_Error code = XML_GetErrorCode(r->xml);
    if (r->full || code == XML_ERROR_NO_MEMORY)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    return stm_fail(err, STM_EFORMAT, (uint64_t)XML_GetCurrentByteIndex(r->xml),
                    "damaged or not supported XML: %s",
                    r->wrong ? r->wrong : XML_ErrorString(code));
}

static stm_status run(reader *r, stm_str bytes, stm_error *err)
{
    bool last;
    do {
        size_t n = bytes.len < PIECE ? bytes.len : PIECE;
        last = n == bytes.len;
        if (XML_Parse(r->xml, bytes.ptr, (int)n, last) != XML_STATUS_OK)
            return fail(r, err);
        bytes.ptr += n;
        bytes.len -= n;
    } while (!last);
    return STM_OK;
}

stm_status stm_tei__parse(stm_tei *t, stm_str bytes, stm_error *err)
{
    reader r = {.xml = XML_ParserCreate("UTF-8"), .t = t};
    if (!r.xml)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    XML_SetUserData(r.xml, &r);
    XML_SetElementHandler(r.xml, on_open, on_close);
    XML_SetCharacterDataHandler(r.xml, on_text);
    XML_SetSkippedEntityHandler(r.xml, on_skipped);
    XML_SetEntityDeclHandler(r.xml, on_entity);
    stm_status rc = run(&r, bytes, err);
    XML_ParserFree(r.xml);
    return rc;
}
