#include <stemma/html.h>

const char *stm_fact_origin_name(stm_fact_origin origin)
{
    static const char *const names[STM_ORIGINS] = {
        [STM_ORIGIN_JSONLD] = "json-ld",
        [STM_ORIGIN_MICRODATA] = "microdata",
        [STM_ORIGIN_OPENGRAPH] = "opengraph",
        [STM_ORIGIN_META] = "meta",
        [STM_ORIGIN_LINK] = "link",
        [STM_ORIGIN_TITLE] = "title",
        [STM_ORIGIN_HEADING] = "heading",
        [STM_ORIGIN_TIME] = "time",
        [STM_ORIGIN_CLASS] = "class",
        [STM_ORIGIN_REL] = "rel",
        [STM_ORIGIN_LANG] = "lang",
        [STM_ORIGIN_ADDRESS] = "address",
        [STM_ORIGIN_CONTAINER] = "container",
        [STM_ORIGIN_TEXT] = "text",
    };
    return (unsigned)origin < STM_ORIGINS ? names[origin] : "text";
}
