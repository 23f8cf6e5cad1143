/* What pages and servers call character sets. */
#ifndef STM_CAPTURE_LABELS_H
#define STM_CAPTURE_LABELS_H

#include <stemma/base.h>

/* The set that a label stands for, by the name iconv has for it; NULL for a
 * label that nobody uses. Static. */
const char *stm_charset__of_label(stm_str label);

#endif
