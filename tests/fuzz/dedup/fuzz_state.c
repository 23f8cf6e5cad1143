/* Any bytes as the files of a state folder: it opens as what it was, or is
 * refused; a mark that is read is written again as the same bytes. The first
 * byte chooses the file that the others are. */
#include "dedup/state.h"

#include <stdlib.h>
#include <string.h>

#include "folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_mark(const uint8_t *data)
{
    uint8_t again[STM_STATE_MARK_BYTES];
    stm_state_mark m;
    if (!stm_state__read_mark(&m, data))
        return;
    stm_state__write_mark(again, &m);
    must(!memcmp(again, data, sizeof again));
}

/* A folder with one document of one input, which is in the spool. */
static void make_state(void)
{
    stm_state s;
    stm_corpus c;
    stm_place p;
    bool found;
    uint32_t row;
    stm_doc d = {.raw_len = 3, .id_len = 1};
    stm_minhash sketch = {{0}};
    stm_edges edges = {{{0}}};
    stm_corpus__start(&c);
    must(
        !stm_state__open(&s, "state", (stm_str){"a", 1}, &c, &p, &found, NULL));
    must(!stm_corpus__input(&row, &c, (stm_str){"-", 1}, true, NULL) &&
         !stm_corpus__source(&row, &c, (stm_str){"x", 1}, NULL) &&
         !stm_store__append(&c.store[STM_DOCS], &d, sizeof d, NULL) &&
         !stm_store__append(&c.store[STM_SKETCHES], &sketch, sizeof sketch,
                            NULL) &&
         !stm_store__append(&c.store[STM_EDGES], &edges, sizeof edges, NULL) &&
         !stm_store__append(&c.store[STM_IDS], "1", 1, NULL) &&
         !stm_store__append(&c.store[STM_SPOOL], "{}\n", 3, NULL));
    c.count = 1;
    must(!stm_state__mark(&s, &c, &p, NULL));
    stm_state__close(&s);
    stm_corpus__free(&c);
}

static void open_state(void)
{
    stm_state s;
    stm_corpus c;
    stm_place p;
    stm_error err;
    bool found;
    stm_corpus__start(&c);
    stm_status rc =
        stm_state__open(&s, "state", (stm_str){"a", 1}, &c, &p, &found, &err);
    for (uint32_t i = 0; rc == STM_OK && i < c.count; i++) {
        stm_doc d;
        must(!stm_corpus__doc(&d, &c, i, &err) && d.input < c.inputs.count &&
             d.source < c.sources.count);
    }
    stm_state__close(&s);
    stm_corpus__free(&c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const files[] = {"state/docs", "state/names",
                                        "state/ids",  "state/journal",
                                        "state/job",  "state/prints"};
    void *folder = NULL;
    if (!size)
        return 0;
    if (size > STM_STATE_MARK_BYTES)
        check_mark(data + 1);
    folder_enter(&folder);
    make_state();
    folder_file(files[data[0] % (sizeof files / sizeof *files)], data + 1,
                size - 1);
    open_state();
    folder_leave(&folder);
    return 0;
}
