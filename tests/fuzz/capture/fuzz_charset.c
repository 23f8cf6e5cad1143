/* The first byte says what the server called the set; the rest is the page. */
#include "capture/decode.h"

#include "drain.h"

static const char *const labels[] = {
    "",       "utf-8",       "iso-8859-1", "shift_jis", "gb2312",      "euc-kr",
    "utf-16", "iso-2022-jp", "nonsense",   "big5",      "windows-1255"};
enum { LABELS = sizeof labels / sizeof *labels };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    stm_decoded d;
    stm_str label = STM_NONE;
    if (!size)
        return 0;
    if (*data % LABELS)
        label = stm_str_of(labels[*data % LABELS]);
    stm_bytes bytes = {malloc(size), size - 1};
    if (!bytes.ptr)
        return 0;
    memcpy(bytes.ptr, data + 1, size - 1);
    if (stm_charset__decode(&d, bytes, label, *data & 0x80, NULL) != STM_OK)
        abort();
    if (stm_utf8_valid((stm_str){d.text.ptr, d.text.len}) != d.text.len)
        abort();
    free(d.text.ptr);
    return 0;
}
