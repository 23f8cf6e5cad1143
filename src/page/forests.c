/* The forests themselves. */
#include "page/forest.h"

#include "page/forest_markup_among.inc"
#include "page/forest_markup_own.inc"
#include "page/forest_plain_among.inc"
#include "page/forest_plain_own.inc"
