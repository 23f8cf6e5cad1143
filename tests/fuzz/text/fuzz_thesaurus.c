/* Any bytes as a thesaurus: what stands for a stem is found for it again, and
 * as many pairs as there are lead both ways. */
#include "text/thesaurus.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static bool has(const stm_thesaurus *t, uint32_t key, uint32_t other)
{
    size_t n;
    const uint32_t *x = stm_thesaurus_find(t, key, &n);
    for (size_t i = 0; i < n; i++)
        if (x[i] == other)
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    stm_thesaurus *t;
    stm_str bytes = {(const char *)data, size};
    stm_status rc = stm_text__thesaurus_read(&t, bytes, "it", "en", NULL);
    must(rc == STM_OK || rc == STM_EFORMAT);
    if (rc != STM_OK) {
        must(!t);
        return 0;
    }
    must(stm_thesaurus_size(t) % 2 == 0 && stm_thesaurus_size(t) <= 2 * size);
    for (size_t i = 0; i + 4 <= size && i < 64; i++) {
        size_t n;
        uint32_t key = stm_thesaurus_key((stm_str){bytes.ptr + i, 4});
        const uint32_t *x = stm_thesaurus_find(t, key, &n);
        for (size_t k = 0; k < n; k++)
            must(has(t, x[k], key) && (!k || x[k - 1] < x[k]));
    }
    stm_thesaurus_free(t);
    return 0;
}
