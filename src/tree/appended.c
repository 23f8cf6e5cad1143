/* What comes late is appended: sentences that one text goes on with where the
 * other ends are rather new than taken away, as long as they are few; where
 * much is missing, or the text ends in the midst of a sentence, it was cut
 * (odds.c). */
#include "tree/appended.h"

#include "tree/weights.h"

/* The first word of `of` behind the last word of `text`; `of->count` where
 * nothing follows or it lacks that. */
static uint32_t behind(const stm_tree__row *of, const stm_tree__row *text)
{
    uint32_t i = of->count;
    if (!text->count)
        return of->count;
    while (i && of->place[i - 1] > text->place[text->count - 1])
        i--;
    bool has_last = i && of->place[i - 1] == text->place[text->count - 1];
    return has_last ? i : of->count;
}

bool stm_tree__breaks_off(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    const stm_tree__node *n = f->node.items;
    uint32_t i = behind(&n[v].row, &n[u].row);
    if (i == n[v].row.count || n[v].row.token[i] == STM_NO_TOKEN)
        return false;
    const stm_text *t = f->in->witness[n[v].witness].text;
    return !(t->flags[n[v].row.token[i]] &
             (STM_WORD_SENTENCE | STM_WORD_PARAGRAPH));
}

static bool goes_on(const stm_tree__family *f, uint32_t v, uint32_t u)
{
    const stm_tree__row *row = &f->node.items[v].row;
    uint32_t from = behind(row, &f->node.items[u].row);
    return row->count - from >= STM_TREE_SENTENCE &&
           !stm_tree__breaks_off(f, u, v);
}

double stm_tree__appended(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    if (goes_on(f, v, u))
        return STM_TREE_APPENDED;
    return goes_on(f, u, v) ? -STM_TREE_APPENDED : 0;
}
