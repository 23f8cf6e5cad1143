/* Documents that came as records of web archives go out as such. */
#ifndef STM_DEDUP_ARCHIVE_H
#define STM_DEDUP_ARCHIVE_H

#include "dedup/job.h"

/* Whether a file of such a name (".warc", ".wet", packed or not) is to be a web
 * archive; NULL is none. */
bool stm_archive__is_name(const char *name);
/* What an input that is no web archive is refused with. STM_EARG. */
stm_status stm_archive__refuse(stm_str source, stm_error *err);
/* Reads the inputs again, and writes the records of the documents kept as they
 * stand, each packed by itself where `how` says that they are to be packed. */
stm_status stm_archive__write(stm_dedup_job *j, const char *how,
                              const stm_sink *to, stm_error *err);

#endif
