#include "relate/year.h"

enum { FIRST = 1500, LAST = 2099 };

uint32_t stm_relate__year(stm_str word)
{
    uint32_t year = 0;
    if (word.len != 4)
        return 0;
    for (size_t i = 0; i < 4; i++) {
        if (!stm_ascii_digit(word.ptr[i]))
            return 0;
        year = year * 10 + (uint32_t)(word.ptr[i] - '0');
    }
    return year >= FIRST && year <= LAST ? year : 0;
}
