/* In place of svg.c where stemma is built without Graphviz. */
#include <stemma/report.h>

stm_status stm_report_svg(const stm_result *r, const stm_report_opts *opts,
                          const stm_sink *out, stm_error *err)
{
    (void)r;
    (void)opts;
    (void)out;
    return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                    "this stemma was built without Graphviz and draws no SVG; "
                    "take --dot or --html");
}
