/* Lines of JSON, broken or not. */
#include "drain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    drain_both_ways(stm_capture__read_jsonl, data, size);
    return 0;
}
