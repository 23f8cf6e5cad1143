/* Windows that occurred before: where, and where first. */
#ifndef STM_DEDUP_CUT_PLACES_H
#define STM_DEDUP_CUT_PLACES_H

#include "base/vec.h"
#include "dedup/store.h"

/* A window: its key, and its place: the document's number, a byte of its text,
 * and whether that is where the window ends, and not where it starts. So places
 * come in the corpus' order. Texts have less than 2^31 bytes. */
typedef struct stm_cut_window {
    uint64_t key, at;
} stm_cut_window;

/* A window at `at` has its like at `first`, where it came first: both by their
 * starts, or both by their ends. */
typedef struct stm_cut_place {
    uint64_t at, first;
} stm_cut_place;

static inline uint64_t stm_cut__at(uint32_t doc, uint32_t start)
{
    return (uint64_t)doc << 32 | start << 1;
}
static inline uint64_t stm_cut__at_end(uint32_t doc, uint32_t end)
{
    return (uint64_t)doc << 32 | end << 1 | 1;
}
static inline uint32_t stm_cut__doc(uint64_t at)
{
    return (uint32_t)(at >> 32);
}
static inline uint32_t stm_cut__byte(uint64_t at) { return (uint32_t)at >> 1; }
static inline bool stm_cut__is_end(uint64_t at) { return at & 1; }

/* Windows and places on the disk, on their way from one to the other. */
enum { STM_CUT_BUCKETS = 16 };
typedef struct stm_cut_run {
    uint64_t from, to; /* bytes of the places */
} stm_cut_run;
typedef struct stm_cut_places {
    const char *scratch; /* borrowed */
    uint32_t least;      /* bytes of a window, at least */
    stm_store bucket[STM_CUT_BUCKETS], places;
    STM_VEC(stm_cut_run) runs; /* each ascending */
    struct stm_cut_source *sources;
    uint32_t *heap; /* sources by their next places */
    size_t heap_count;
} stm_cut_places;

stm_status stm_cut_places__start(stm_cut_places *p, const char *scratch,
                                 uint32_t least, stm_error *err);
void stm_cut_places__free(stm_cut_places *p);
/* Windows come by ascending places. */
stm_status stm_cut_places__add(stm_cut_places *p, const stm_cut_window *w,
                               size_t count, stm_error *err);
/* Finds the places, within some `memory`. The first window of a key has none;
 * nor has one in the same text that starts less than `least` behind the first
 * one. */
stm_status stm_cut_places__find(stm_cut_places *p, uint64_t memory,
                                stm_error *err);
/* In the place of windows, places that are known: those of a run ascend. */
stm_status stm_cut_places__put(stm_cut_places *p, stm_cut_place place,
                               stm_error *err);
stm_status stm_cut_places__end_run(stm_cut_places *p, stm_error *err);
/* When all runs have ended; then the places can be asked for. */
stm_status stm_cut_places__merge(stm_cut_places *p, stm_error *err);
/* The next place before `end`; `*found` is false where there is none. They come
 * in order. */
stm_status stm_cut_places__next(stm_cut_places *p, uint64_t end,
                                stm_cut_place *out, bool *found,
                                stm_error *err);

#endif
