#include "text/char_table.h"

#include "text/chars.h"

#include "char_table.inc"

uint32_t stm_text__entry_slow(uint32_t cp)
{
    return (uint32_t)stm_text__char_slow(cp) << STM_CHAR_CLASS_SHIFT;
}
