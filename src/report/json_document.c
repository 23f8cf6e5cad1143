/* CONTRACT stemma.extract/1: a document a line. */
#include <stemma/report.h>

#include "report/json_capture.h"

stm_status stm_report_document_json(const stm_document *d, const stm_sink *out,
                                    stm_error *err)
{
    stm_json j;
    stm_json__start(&j, out);
    stm_json__open(&j, '{');
    stm_json__put_str(&j, "schema", STM_LIT("stemma.extract/1"));
    stm_json__capture(&j, d);
    stm_json__put_str(&j, "text", d->capture->text);
    stm_json__close(&j, '}');
    stm_status rc = stm_json__end(&j);
    return rc == STM_OK
               ? rc
               : stm_fail(err, rc, STM_NO_OFFSET, "cannot write the document");
}
