/* "Read more" behind words without a full stop looks like a text that goes on
 * elsewhere. But who has this button below all that he publishes has it below
 * captions, verses and signatures, too. So it is asked of all captures: a line
 * that stands behind as many whole texts as cut ones offers nothing. Of 400
 * articles of the web read together as plain text 6 were said to be cut and 2
 * are now, as HTML 7 and 2; none of the pages that changed is cut. Of 96
 * families of pages of bench/quality/families.py, seeds 1 and 2, 61 captures
 * were said to be cut, and 13 were; parents of 384, seeds 1 to 8, were right in
 * .859 before and are in .873. */
#include "run/offers.h"

#include "base/sort.h"
#include "base/vec.h"

typedef STM_VEC(stm_keyed) keyed; /* a line, and twice its capture, and one more
                                     where the text is cut */

/* What stands behind the last line of the text. */
static bool list_behind(const stm_lines *l, uint32_t item, keyed *out)
{
    bool ok = true;
    for (uint32_t k = l->count; ok && k > 0; k--) {
        stm_keyed x = {l->line[k - 1].whole, item};
        if (l->line[k - 1].kind == STM_PAGE_CONTENT)
            break;
        ok = stm_vec_push(out, x);
    }
    return ok;
}

static bool list_offer(const stm_lines *l, uint32_t item, keyed *out)
{
    bool ok = true;
    for (uint32_t k = 0; ok && k < l->count; k++) {
        stm_keyed x = {l->line[k].whole, item};
        ok = !l->line[k].offer || stm_vec_push(out, x);
    }
    return ok;
}

static bool list_all(const stm_job *job, const stm_lines *of, keyed *out)
{
    bool ok = true;
    for (uint32_t i = 0; ok && i < job->captures.count; i++)
        ok = job->witnesses[i].page->truncated
                 ? list_offer(&of[i], 2 * i + 1, out)
                 : list_behind(&of[i], 2 * i, out);
    keyed room = {0};
    ok = ok && stm_vec_reserve(&room, out->count);
    if (ok && out->count)
        stm_sort_keyed(out->items, room.items, out->count);
    stm_vec_free(&room);
    return ok;
}

/* Of lines [from, to), which are one: each capture counts once. */
static void settle(stm_job *job, const stm_keyed *x, size_t from, size_t to)
{
    size_t cut = 0, whole = 0;
    for (size_t i = from; i < to; i++) {
        if (i > from && x[i].item == x[i - 1].item)
            continue;
        cut += x[i].item % 2;
        whole += x[i].item % 2 == 0;
    }
    for (size_t i = from; i < to && whole >= cut; i++)
        if (x[i].item % 2)
            ((stm_page *)job->witnesses[x[i].item / 2].page)->truncated = false;
}

stm_status stm_offers__doubt(stm_job *job, const stm_lines *of, stm_error *err)
{
    keyed line = {0};
    bool ok = list_all(job, of, &line);
    for (size_t from = 0, to; ok && from < line.count; from = to) {
        for (to = from;
             to < line.count && line.items[to].key == line.items[from].key;)
            to++;
        settle(job, line.items, from, to);
    }
    stm_vec_free(&line);
    return ok ? STM_OK
              : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                         "out of memory for the ends of the captures");
}
