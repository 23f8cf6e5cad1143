/* Names are looked up by their first eight bytes as one number, in which all
 * letters are small. */
#include "html/quick_names.h"

#include <string.h>

#include "base/hash.h"
#include "base/str.h"

#define N STM_QUICK_NAME
#define S STM_QUICK_SPACE
#define L STM_QUICK_SLASH
#define C STM_QUICK_CLOSE
#define E STM_QUICK_EQUALS
#define O STM_QUICK_ODD
/* The rest are bytes of names. Control characters are odd, as they would look
 * like digits once letters are made small. */
const uint8_t stm_html__quick_class[256] = {
    /* clang-format off */
    O, O, O, O, O, O, O, O, O, S, S, O, S, S, O, O,
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    S, N, O, N, N, N, N, O, N, N, N, N, N, N, N, L,
    N, N, N, N, N, N, N, N, N, N, N, N, O, E, C, N,
    /* clang-format on */
};
#undef N
#undef S
#undef L
#undef C
#undef E
#undef O

/* All that any file of this room asks an element for, and what steers the tree:
 * the type of an input. */
static const char *const read[STM_QUICK_ATTRIBUTES] = {
    "class",
    "id",
    "style",
    "role",
    "hidden",
    "aria-hidden",
    "href",
    [STM_QUICK_REL] = "rel",
    [STM_QUICK_ITEMPROP] = "itemprop",
    "itemtype",
    "itemscope",
    [STM_QUICK_PROPERTY] = "property",
    "name",
    "datetime",
    "content",
    "title",
    [STM_QUICK_TYPE] = "type",
    "lang",
    "http-equiv"};

/* Small letters for capital ones; other bytes of a name may change, too, but
 * none into a letter, a digit or a hyphen. */
static uint64_t first_bytes(const lxb_char_t *name, size_t n)
{
    uint64_t w = stm_load64((const char *)name) | UINT64_C(0x2020202020202020);
    return n < sizeof w ? w & ((UINT64_C(1) << n * 8) - 1) : w;
}

static size_t slot_of(uint64_t name, size_t slots)
{
    return (name * UINT64_C(0x9e3779b97f4a7c15)) >> 32 & (slots - 1);
}

static void learn_tag(stm_html__quick *q, lxb_tag_id_t id)
{
    lxb_char_t room[STM_QUICK_SHORT] = {0};
    size_t n = 0;
    const lxb_char_t *name = lxb_tag_name_by_id(id, &n);
    if (!name || !n || n > STM_QUICK_SHORT || name[0] == '#' || name[0] == '!')
        return;
    memcpy(room, name, n);
    uint64_t key = first_bytes(room, n);
    size_t i = slot_of(key, STM_QUICK_TAGS);
    while (q->tag[i].name)
        i = (i + 1) % STM_QUICK_TAGS;
    q->tag[i].name = key;
    q->tag[i].id = id;
}

static void learn_attribute(stm_html__quick *q, unsigned attribute)
{
    lxb_char_t room[STM_QUICK_SHORT] = {0};
    size_t n = strlen(read[attribute]);
    memcpy(room, read[attribute], n < STM_QUICK_SHORT ? n : STM_QUICK_SHORT);
    uint64_t key = first_bytes(room, n);
    size_t i = slot_of(key, STM_QUICK_SLOTS);
    while (q->slot[i].name)
        i = (i + 1) % STM_QUICK_SLOTS;
    q->slot[i].name = key;
    q->slot[i].length = (uint8_t)n;
    q->slot[i].attribute = (uint8_t)attribute;
}

void stm_html__quick_learn(stm_html__quick *q)
{
    memset(q->tag, 0, sizeof q->tag);
    memset(q->slot, 0, sizeof q->slot);
    for (lxb_tag_id_t id = LXB_TAG__BEGIN; id < LXB_TAG__LAST_ENTRY; id++)
        learn_tag(q, id);
    for (unsigned i = 0; i < STM_QUICK_ATTRIBUTES; i++)
        learn_attribute(q, i);
}

lxb_tag_id_t stm_html__quick_tag(const stm_html__quick *q,
                                 const lxb_html_tokenizer_t *tkz,
                                 const lxb_char_t *name, size_t n)
{
    if (n <= STM_QUICK_SHORT) {
        uint64_t key = first_bytes(name, n);
        size_t i = slot_of(key, STM_QUICK_TAGS);
        while (q->tag[i].name && q->tag[i].name != key)
            i = (i + 1) % STM_QUICK_TAGS;
        if (q->tag[i].name)
            return q->tag[i].id;
    }
    const lxb_tag_data_t *tag = lxb_tag_data_by_name(tkz->tags, name, n);
    return tag ? tag->tag_id : LXB_TAG__UNDEF;
}

static bool rest_is(const lxb_char_t *name, size_t n, unsigned attribute)
{
    for (size_t i = STM_QUICK_SHORT; i < n; i++)
        if (stm_ascii_lower((char)name[i]) != read[attribute][i])
            return false;
    return true;
}

unsigned stm_html__quick_attribute(const stm_html__quick *q,
                                   const lxb_char_t *name, size_t n)
{
    uint64_t key = first_bytes(name, n);
    for (size_t i = slot_of(key, STM_QUICK_SLOTS); q->slot[i].name;
         i = (i + 1) % STM_QUICK_SLOTS)
        if (q->slot[i].name == key && q->slot[i].length == n &&
            rest_is(name, n, q->slot[i].attribute))
            return q->slot[i].attribute;
    return STM_QUICK_ATTRIBUTES;
}

const lxb_dom_attr_data_t *
stm_html__quick_known(stm_html__quick *q, const lxb_html_tokenizer_t *tkz,
                      unsigned attribute)
{
    const char *name = read[attribute];
    if (!q->attribute[attribute])
        q->attribute[attribute] = lxb_dom_attr_data_by_local_name(
            tkz->attrs, (const lxb_char_t *)name, strlen(name));
    return q->attribute[attribute];
}
