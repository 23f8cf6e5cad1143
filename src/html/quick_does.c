#include "html/quick_does.h"

#include "html/elements.h"

bool stm_html__keeps_all(lxb_tag_id_t tag)
{
    switch (tag) {
    case LXB_TAG_B:
    case LXB_TAG_BIG:
    case LXB_TAG_CODE:
    case LXB_TAG_EM:
    case LXB_TAG_FONT:
    case LXB_TAG_I:
    case LXB_TAG_NOBR:
    case LXB_TAG_S:
    case LXB_TAG_SMALL:
    case LXB_TAG_STRIKE:
    case LXB_TAG_STRONG:
    case LXB_TAG_TT:
    case LXB_TAG_U:
    case LXB_TAG_ANNOTATION_XML:
        return true;
    default:
        return false;
    }
}

/* Tags that the rules of a body may ignore, or that leave their element open;
 * and tables, before which misplaced text is put. */
static bool is_unsure(lxb_tag_id_t tag)
{
    switch (tag) {
    case LXB_TAG_HTML:
    case LXB_TAG_BODY:
    case LXB_TAG_FORM:
    case LXB_TAG_CAPTION:
    case LXB_TAG_TABLE:
    case LXB_TAG_TBODY:
    case LXB_TAG_TFOOT:
    case LXB_TAG_THEAD:
    case LXB_TAG_TR:
        return true;
    default:
        return false;
    }
}

/* Elements that end a drawing, are drawn in one as HTML, or run. */
static const lxb_tag_id_t no_svg[] = {LXB_TAG_B,
                                      LXB_TAG_BIG,
                                      LXB_TAG_BLOCKQUOTE,
                                      LXB_TAG_BODY,
                                      LXB_TAG_BR,
                                      LXB_TAG_CENTER,
                                      LXB_TAG_CODE,
                                      LXB_TAG_DD,
                                      LXB_TAG_DIV,
                                      LXB_TAG_DL,
                                      LXB_TAG_DT,
                                      LXB_TAG_EM,
                                      LXB_TAG_EMBED,
                                      LXB_TAG_H1,
                                      LXB_TAG_H2,
                                      LXB_TAG_H3,
                                      LXB_TAG_H4,
                                      LXB_TAG_H5,
                                      LXB_TAG_H6,
                                      LXB_TAG_HEAD,
                                      LXB_TAG_HR,
                                      LXB_TAG_I,
                                      LXB_TAG_IMG,
                                      LXB_TAG_LI,
                                      LXB_TAG_LISTING,
                                      LXB_TAG_MENU,
                                      LXB_TAG_META,
                                      LXB_TAG_NOBR,
                                      LXB_TAG_OL,
                                      LXB_TAG_P,
                                      LXB_TAG_PRE,
                                      LXB_TAG_RUBY,
                                      LXB_TAG_S,
                                      LXB_TAG_SMALL,
                                      LXB_TAG_SPAN,
                                      LXB_TAG_STRONG,
                                      LXB_TAG_STRIKE,
                                      LXB_TAG_SUB,
                                      LXB_TAG_SUP,
                                      LXB_TAG_TABLE,
                                      LXB_TAG_TT,
                                      LXB_TAG_U,
                                      LXB_TAG_UL,
                                      LXB_TAG_VAR,
                                      LXB_TAG_FONT,
                                      LXB_TAG_DESC,
                                      LXB_TAG_FOREIGNOBJECT,
                                      LXB_TAG_TITLE,
                                      LXB_TAG_SCRIPT};

/* Labels are not for elements that the tree makes a second time, nor for those
 * to which later tags add attributes. */
static unsigned of_element(lxb_tag_id_t tag)
{
    stm_element e = stm_html__element(tag);
    bool line = e.flow == STM_FLOW_BLOCK || e.flow == STM_FLOW_LINE;
    bool page = tag == LXB_TAG_HTML || tag == LXB_TAG_BODY;
    unsigned does = line ? STM_QUICK_ENDS_LINE : 0;
    if (line && !is_unsure(tag))
        does |= STM_QUICK_OPENS | STM_QUICK_CLOSES | STM_QUICK_POPS;
    if (e.kind == STM_BLOCK_CODE)
        does |= STM_QUICK_AS_IS;
    if ((line || e.flow == STM_FLOW_CELL || tag == LXB_TAG_SPAN ||
         tag == LXB_TAG_LABEL) &&
        !page)
        does |= STM_QUICK_LABELLED;
    if (tag == LXB_TAG_A ||
        (stm_html__keeps_all(tag) && tag != LXB_TAG_ANNOTATION_XML))
        does |= STM_QUICK_FORMATS;
    return does;
}

static const lxb_tag_id_t drops[] = {LXB_TAG_IMG,    LXB_TAG_INPUT,
                                     LXB_TAG_LINK,   LXB_TAG_SCRIPT,
                                     LXB_TAG_SOURCE, LXB_TAG_STYLE};

/* Inline elements that are of no formatting. */
static const lxb_tag_id_t pops[] = {
    LXB_TAG_ABBR, LXB_TAG_CITE, LXB_TAG_LABEL, LXB_TAG_PICTURE,
    LXB_TAG_SPAN, LXB_TAG_SUP,  LXB_TAG_TIME};

static const lxb_tag_id_t parts[] = {
    LXB_TAG_ADDRESS, LXB_TAG_ARTICLE,  LXB_TAG_ASIDE,      LXB_TAG_BLOCKQUOTE,
    LXB_TAG_CENTER,  LXB_TAG_DETAILS,  LXB_TAG_DIALOG,     LXB_TAG_DIV,
    LXB_TAG_DL,      LXB_TAG_FIELDSET, LXB_TAG_FIGCAPTION, LXB_TAG_FIGURE,
    LXB_TAG_FOOTER,  LXB_TAG_HEADER,   LXB_TAG_HGROUP,     LXB_TAG_MAIN,
    LXB_TAG_MENU,    LXB_TAG_NAV,      LXB_TAG_OL,         LXB_TAG_P,
    LXB_TAG_SEARCH,  LXB_TAG_SECTION,  LXB_TAG_SUMMARY,    LXB_TAG_UL};

#define MARK(q, tags, bit)                                     \
    for (size_t i = 0; i < sizeof(tags) / sizeof *(tags); i++) \
    (q)->does[(tags)[i]] |= (bit)

void stm_html__quick_does(stm_html__quick *q)
{
    for (lxb_tag_id_t tag = 0; tag < LXB_TAG__LAST_ENTRY; tag++)
        q->does[tag] = (uint16_t)of_element(tag);
    MARK(q, no_svg, STM_QUICK_NO_SVG);
    MARK(q, drops, STM_QUICK_DROPS);
    MARK(q, pops, STM_QUICK_POPS | STM_QUICK_INLINE);
    MARK(q, parts, STM_QUICK_PARTS);
}
