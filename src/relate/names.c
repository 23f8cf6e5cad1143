#include <stemma/relate.h>

static const char *const kinds[STM_RELATION_KINDS] = {
    "identical", "reprint", "excerpt", "revision",
    "spun",      "quotes",  "related", "unrelated"};

const char *stm_relation_name(stm_relation_kind kind)
{
    return (unsigned)kind < STM_RELATION_KINDS ? kinds[kind] : "unrelated";
}

bool stm_relation_is_copy(stm_relation_kind kind)
{
    return (unsigned)kind <= STM_SPUN;
}

static const char *const directions[STM_DIRECTIONS] = {"a>b", "b>a", "sibling",
                                                       "unknown"};

const char *stm_direction_name(stm_direction d)
{
    return (unsigned)d < STM_DIRECTIONS ? directions[d] : "unknown";
}
