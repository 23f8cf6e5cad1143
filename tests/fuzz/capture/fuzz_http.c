/* Answers of servers: what is made of the body lies in it, or was unpacked. */
#include "capture/http.h"

#include "drain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    stm_error err = {STM_OK, 0, ""};
    stm_bytes unpacked;
    stm_str plain;
    char *block = malloc(size + 1);
    if (!block)
        return 0;
    if (size)
        memcpy(block, data, size);
    stm_http h = stm_http__read((stm_str){block, size});
    if (h.head.len + h.body.len != size || h.status < 0 || h.status > 999)
        abort();
    stm_status rc = stm_http__body(&h, block + h.head.len, DRAIN_LIMIT, &plain,
                                   &unpacked, &err);
    if (plain.len > h.body.len || (rc != STM_OK) != (err.message[0] != 0))
        abort();
    if (rc == STM_OK && unpacked.len > DRAIN_LIMIT)
        abort();
    free(unpacked.ptr);
    free(block);
    return 0;
}
