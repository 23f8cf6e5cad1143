#include "capture/warc_head.h"

#include "base/str.h"
#include "capture/headers.h"

bool stm_warc__is_version(stm_str s)
{
    enum { NAME = 5, LONGEST = 12 };
    size_t i = NAME;
    if (!stm_str_starts(s, STM_LIT("WARC/")))
        return false;
    while (i < s.len && i < LONGEST &&
           (stm_ascii_digit(s.ptr[i]) || s.ptr[i] == '.'))
        i++;
    return i > NAME && i < s.len && stm_ascii_space(s.ptr[i]);
}

size_t stm_warc__find(stm_str s)
{
    size_t at = 0;
    while ((at = stm_str_find(s, STM_LIT("\nWARC/"), at)) != SIZE_MAX) {
        at++;
        if (stm_warc__is_version((stm_str){s.ptr + at, s.len - at}))
            return at;
    }
    return SIZE_MAX;
}

/* Some writers put it in the angle brackets that other headers have. */
stm_str stm_warc__target(stm_str head)
{
    stm_str uri = stm_headers__find(head, STM_LIT("WARC-Target-URI"));
    if (uri.len > 1 && *uri.ptr == '<' && uri.ptr[uri.len - 1] == '>')
        uri = (stm_str){uri.ptr + 1, uri.len - 2};
    return uri;
}

static bool is_type(stm_str head, const char *type)
{
    return stm_str_eq_nocase(stm_headers__find(head, STM_LIT("WARC-Type")),
                             stm_str_of(type));
}

bool stm_warc__is_answer(stm_str head)
{
    stm_str type = stm_headers__find(head, STM_LIT("Content-Type"));
    return is_type(head, "response") &&
           (!type.ptr ||
            stm_str_find_nocase(type, STM_LIT("application/http"), 0) == 0);
}

/* What was converted was converted to plain text, if nothing else is said. */
stm_str stm_warc__type(stm_str head)
{
    stm_str type = stm_headers__find(head, STM_LIT("Content-Type"));
    return !type.len && is_type(head, "conversion") ? STM_LIT("text/plain")
                                                    : type;
}

/* What a crawler has to say about its work, kept as if it had been fetched. */
static bool is_note(stm_str uri)
{
    static const char *const schemes[] = {
        "metadata:", "urn:", "dns:", "whois:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (stm_str_starts(uri, stm_str_of(schemes[i])))
            return true;
    return false;
}

bool stm_warc__may_hold_text(stm_str head)
{
    return (is_type(head, "response") || is_type(head, "resource") ||
            is_type(head, "conversion")) &&
           !is_note(stm_warc__target(head));
}
