/* The forest itself. */
#include "relate/forest.h"

#include "relate/forest_states.inc"
