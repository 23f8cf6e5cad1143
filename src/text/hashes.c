#include <stdlib.h>

#include <stemma/text.h>

#include "text/scan.h"

/* Room for positions comes with the first text that wants them. */
static bool add_positions(stm_hashes *h)
{
    if (!h->at && h->room)
        h->at = malloc(h->room * sizeof *h->at);
    return h->at || !h->room;
}

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory for words");
}

static stm_status scan(stm_hashes *h, stm_str bytes, bool with_at,
                       stm_error *err)
{
    h->count = 0;
    if (!h->work)
        h->work = malloc(sizeof(stm_scan_work));
    if (!h->work || (with_at && !add_positions(h)))
        return no_memory(err);
    stm_scan s = {.room = h->room, .hash = h->hash, .at = h->at};
    s.with_at = with_at || h->at;
    stm_status rc = stm_text__scan(&s, h->work, stm_text__kernel(), bytes, err);
    h->hash = s.hash;
    h->at = s.at;
    h->room = s.room;
    h->count = rc ? 0 : s.count;
    return rc;
}

stm_status stm_hashes_scan(stm_hashes *out, stm_str bytes, stm_error *err)
{
    return scan(out, bytes, false, err);
}

stm_status stm_hashes_scan_at(stm_hashes *out, stm_str bytes, stm_error *err)
{
    return scan(out, bytes, true, err);
}

void stm_hashes_free(stm_hashes *h)
{
    free(h->hash);
    free(h->at);
    free(h->work);
    *h = (stm_hashes){0};
}
