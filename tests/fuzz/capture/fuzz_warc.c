/* Web archives of both kinds, plain, whatever they claim. */
#include "drain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    drain_both_ways(stm_capture__read_warc, data, size);
    drain_both_ways(stm_capture__read_arc, data, size);
    return 0;
}
