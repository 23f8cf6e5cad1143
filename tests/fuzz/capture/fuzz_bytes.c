/* Any bytes give captures of valid UTF-8, or a reason. */
#include "drain.h"

static void check_first(const uint8_t *data, size_t size)
{
    stm_capture *c;
    stm_error err = {STM_OK, 0, ""};
    stm_status rc =
        stm_capture_from_bytes(&c, STM_LIT("fuzz"), data, size, NULL, &err);
    if (rc == STM_OK ? !c : rc != STM_EFORMAT || c || err.code != rc)
        abort();
    if (rc != STM_OK && !err.message[0])
        abort();
    stm_capture_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    drained d = drain(stm_capture__read, data, size, SIZE_MAX);
    (void)d;
    check_first(data, size);
    return 0;
}
