/** Everything, in the order in which a capture walks through the house. */
#ifndef STEMMA_STEMMA_H
#define STEMMA_STEMMA_H

#include <stemma/base.h>
#include <stemma/capture.h>
#include <stemma/html.h>
#include <stemma/text.h>
#include <stemma/page.h>
#include <stemma/align.h>
#include <stemma/relate.h>
#include <stemma/tree.h>
#include <stemma/edition.h>
#include <stemma/run.h>
#include <stemma/report.h>
#include <stemma/dedup.h>

#endif
