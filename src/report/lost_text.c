/* The words of a lost text alone, a paragraph a line, as a capture would be
 * read. */
#include <stemma/report.h>

#include "base/buf.h"
#include "report/clean.h"
#include "report/show.h"

stm_status stm_report_lost_text(const stm_result *r, const stm_lost *lost,
                                const stm_sink *out, stm_error *err)
{
    stm_buf b;
    (void)r;
    stm_buf_start(&b, out);
    for (size_t i = 0; i < lost->stretch_count; i++) {
        const stm_stretch *s = &lost->stretches[i];
        if (i && s->paragraph)
            stm_buf_text(&b, "\n\n");
        else if (i && !s->joined)
            stm_buf_text(&b, " ");
        stm_clean__line(&b, s->text);
    }
    stm_buf_text(&b, "\n");
    stm_status rc = stm_buf_end(&b);
    return rc == STM_OK ? rc : stm_show__fail(err, rc);
}
