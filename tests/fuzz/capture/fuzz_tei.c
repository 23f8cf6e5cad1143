/* Documents in TEI, broken or not. */
#include "drain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    drain_both_ways(stm_capture__read_tei, data, size);
    return 0;
}
