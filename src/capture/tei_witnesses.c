/* Who the witnesses are: those of the lists; where sigla stand in the apparatus
 * that no list has, these too. */
#include <stdlib.h>

#include "base/str.h"
#include "capture/tei.h"

void stm_tei__free(stm_tei *t)
{
    stm_vec_free(&t->event);
    stm_vec_free(&t->value);
    stm_vec_free(&t->bytes);
    stm_vec_free(&t->witness);
    stm_vec_free(&t->name);
    stm_vec_free(&t->text);
}

stm_str stm_tei__value(const stm_tei *t, uint32_t event, stm_tei_attr name)
{
    const stm_tei_event *e = &t->event.items[event];
    for (uint32_t i = e->from; i < e->to; i++) {
        const stm_tei_value *v = &t->value.items[i];
        if (v->name == name && v->from < v->to)
            return stm_str_trim(
                (stm_str){t->bytes.items + v->from, v->to - v->from});
    }
    return STM_NONE;
}

stm_str stm_tei__next(stm_str *list)
{
    *list = stm_str_trim(*list);
    size_t n = 0, hash = 0;
    while (n < list->len && !stm_ascii_space(list->ptr[n])) {
        n++;
        if (list->ptr[n - 1] == '#')
            hash = n;
    }
    stm_str one = {list->ptr + hash, n - hash};
    if (!n)
        return STM_NONE;
    *list = (stm_str){list->ptr + n, list->len - n};
    return one;
}

static int by_id(const void *x, const void *y)
{
    const stm_tei_name *a = x, *b = y;
    int c = stm_str_cmp(a->id, b->id);
    return c ? c : (a->from > b->from) - (a->from < b->from);
}

const stm_tei_name *stm_tei__find(const stm_tei *t, stm_str id)
{
    size_t from = 0, to = t->name.count;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (stm_str_cmp(t->name.items[mid].id, id) < 0)
            from = mid + 1;
        else
            to = mid;
    }
    bool found = from < t->name.count && stm_str_eq(t->name.items[from].id, id);
    return found ? &t->name.items[from] : NULL;
}

static void sort_names(stm_tei *t)
{
    if (t->name.count)
        qsort(t->name.items, t->name.count, sizeof *t->name.items, by_id);
}

static bool add_witness(stm_tei *t, stm_str id, bool lost)
{
    uint32_t k = (uint32_t)t->witness.count;
    stm_tei_witness w = {id, STM_NONE, lost};
    stm_tei_name n = {id, k, k + 1};
    return stm_vec_push(&t->witness, w) && stm_vec_push(&t->name, n);
}

/* Where a list starts; its end is known when it closes. */
static bool open_list(stm_tei *t, uint32_t event)
{
    stm_tei_name n = {stm_tei__value(t, event, STM_TEI_ID),
                      (uint32_t)t->witness.count, event};
    return !n.id.ptr || stm_vec_push(&t->name, n);
}

static void close_list(stm_tei *t, uint32_t open)
{
    if (!stm_tei__value(t, open, STM_TEI_ID).ptr)
        return;
    for (size_t i = t->name.count; i-- > 0;)
        if (t->name.items[i].to == open &&
            stm_str_eq(t->name.items[i].id,
                       stm_tei__value(t, open, STM_TEI_ID))) {
            t->name.items[i].to = (uint32_t)t->witness.count;
            return;
        }
}

static void date(stm_tei *t, uint32_t event, bool of_witness)
{
    stm_str when = stm_tei__value(t, event, STM_TEI_WHEN);
    stm_str *to = &t->dated;
    if (of_witness)
        to = &t->witness.items[t->witness.count - 1].dated;
    if (!to->ptr)
        *to = when;
}

static bool list_witnesses(stm_tei *t)
{
    bool ok = true, in_witness = false;
    for (uint32_t i = 0; ok && i < t->event.count; i++) {
        const stm_tei_event *e = &t->event.items[i];
        bool open = e->what == STM_TEI_OPEN;
        bool list = e->kind == STM_TEI_LIST || e->kind == STM_TEI_SOURCE;
        if (e->what == STM_TEI_CHARS)
            continue;
        if (list && open)
            ok = open_list(t, i);
        else if (list)
            close_list(t, e->other);
        else if (e->kind == STM_TEI_DATED && open)
            date(t, i, in_witness);
        if (e->kind != STM_TEI_WITNESS)
            continue;
        stm_str id = open ? stm_tei__value(t, i, STM_TEI_ID) : STM_NONE;
        in_witness = id.ptr;
        if (id.ptr)
            ok = add_witness(t, id,
                             stm_str_eq(stm_tei__value(t, i, STM_TEI_REND),
                                        STM_LIT("lost")));
    }
    return ok;
}

/* Sigla without a list: in the order of their bytes, each once. */
static bool add_unlisted(stm_tei *t)
{
    STM_VEC(stm_tei_name) found = {0};
    bool ok = true;
    for (uint32_t i = 0; ok && i < t->event.count; i++) {
        if (t->event.items[i].what != STM_TEI_OPEN)
            continue;
        stm_str list = stm_tei__value(t, i, STM_TEI_WIT);
        for (stm_str id; ok && (id = stm_tei__next(&list)).ptr;)
            if (id.len && !stm_tei__find(t, id))
                ok = stm_vec_push(&found, ((stm_tei_name){id, 0, 0}));
    }
    if (found.count)
        qsort(found.items, found.count, sizeof *found.items, by_id);
    for (size_t i = 0; ok && i < found.count; i++)
        if (!i || !stm_str_eq(found.items[i].id, found.items[i - 1].id))
            ok = add_witness(t, found.items[i].id, false);
    stm_vec_free(&found);
    sort_names(t);
    return ok;
}

static bool is_open(const stm_tei_event *e, stm_tei_kind kind)
{
    return e->what == STM_TEI_OPEN && e->kind == kind;
}

/* The texts that hold no others, each with the id of the nearest thing around
 * it that has one. */
static bool list_texts(stm_tei *t)
{
    stm_str document = STM_NONE;
    for (uint32_t i = 0; i < t->event.count; i++) {
        const stm_tei_event *e = &t->event.items[i];
        if (is_open(e, STM_TEI_ROOT) || is_open(e, STM_TEI_TEXT)) {
            stm_str id = stm_tei__value(t, i, STM_TEI_ID);
            if (!id.ptr)
                id = stm_tei__value(t, i, STM_TEI_N);
            if (e->kind == STM_TEI_ROOT)
                document = id;
            else if (!stm_vec_push(
                         &t->text,
                         ((stm_tei_text){i, id.ptr ? id : document, false})))
                return false;
        }
        stm_tei_text *last =
            t->text.count ? &t->text.items[t->text.count - 1] : NULL;
        if (!last || i > t->event.items[last->event].other)
            continue;
        if (is_open(e, STM_TEI_GROUP))
            t->text.count--;
        else if (e->what == STM_TEI_OPEN && e->kind >= STM_TEI_APP)
            last->apparatus |= stm_tei__value(t, i, STM_TEI_WIT).len > 0;
    }
    return true;
}

bool stm_tei__survey(stm_tei *t)
{
    bool ok = list_witnesses(t);
    sort_names(t);
    return ok && add_unlisted(t) && list_texts(t);
}
