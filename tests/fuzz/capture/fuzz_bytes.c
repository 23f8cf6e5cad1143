/* Any bytes give a capture of valid, visible UTF-8 or a reason. */
#include <stdlib.h>

#include <stemma/capture.h>

#include "base/str.h"
#include "capture/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_capture(const stm_capture *c, const uint8_t *data,
                          size_t size)
{
    bool as_is = !c->charset.ptr && !c->replaced;
    if (stm_utf8_look(c->text).bad || stm_utf8_is_blank(c->text))
        abort();
    if (as_is && !stm_str_eq(c->text, (stm_str){(const char *)data, size}))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    stm_capture *c;
    stm_error err = {STM_OK, 0, ""};
    stm_status rc =
        stm_capture_from_bytes(&c, STM_LIT("fuzz"), data, size, NULL, &err);
    if (rc == STM_OK)
        check_capture(c, data, size);
    else if (rc != STM_EFORMAT || c || err.code != rc || !err.message[0])
        abort();
    stm_capture_free(c);
    return 0;
}
