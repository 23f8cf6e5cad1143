/* A file that is a web page. */
#include "base/str.h"
#include "capture/decode.h"
#include "capture/input.h"
#include "capture/own.h"

stm_status stm_capture__read_html(stm_capture__input *in, stm_error *err)
{
    stm_bytes b;
    stm_decoded d;
    stm_capture *c;
    stm_status rc = stm_capture__whole(in, &b, err);
    if (rc != STM_OK || !b.ptr)
        return rc;
    rc = stm_charset__decode(&d, b, STM_NONE, true, err);
    if (rc != STM_OK)
        return rc;
    stm_capture__about a = {.source = in->source,
                            .charset = stm_str_of(d.charset),
                            .replaced = d.replaced};
    rc = stm_capture__new_page(&c, &a, d.text, err);
    const stm_capture_sink *sink = in->job->sink;
    return rc == STM_OK ? sink->take(sink->user, c, err) : rc;
}
