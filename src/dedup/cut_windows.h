/* The shortest passages that are looked for, and the places in them by which
 * they are found.
 *
 * A window is a run of whole words with at least `least` bytes that would have
 * fewer without its first word, or without its last one. What has that many
 * bytes or more is covered by the windows in it, so a passage is repeated where
 * its windows are. In each window one word is its anchor, chosen by nothing but
 * what stands in the window, so equal windows have equal anchors; neighbours
 * mostly share theirs, of which there are few. */
#ifndef STM_DEDUP_CUT_WINDOWS_H
#define STM_DEDUP_CUT_WINDOWS_H

#include <stemma/text.h>

#include "base/vec.h"

/* The windows that begin with one word: the shortest ends with word `last`; the
 * others, which would be too short without their first word, end with those
 * behind it and before `until`. */
typedef struct stm_cut_span {
    uint32_t word, last, until;
    uint32_t anchor;
} stm_cut_span;

/* Sums of hashes over the words before each word, and the last word of the key
 * that was made of them last, with its own hash. */
typedef struct stm_cut_sums {
    STM_VEC(uint64_t) sum;
    bool made;
    size_t last;
    uint64_t hash;
} stm_cut_sums;

/* A buffer for one text after the other: start with {0}. */
typedef struct stm_cut_windows {
    stm_str text;
    const stm_hashes *words;
    uint32_t key;             /* bytes of an anchor's key, at least */
    stm_cut_sums bytes, like; /* of the words as they stand, and folded */
    STM_VEC(uint64_t) power;  /* of the base of the sums */
    STM_VEC(uint32_t) order;  /* of each word */
    STM_VEC(uint32_t)
    least; /* the word of least order from each word on, up
              to some later one */
} stm_cut_windows;

typedef stm_status stm_cut_take(void *user, const stm_cut_span *s,
                                stm_error *err);
/* Hands over all windows of a text, by their first words. `least` is at least
 * 1; the text and its words are borrowed until the next call. */
stm_status stm_cut_windows__each(stm_cut_windows *w, stm_str text,
                                 const stm_hashes *words, uint32_t least,
                                 stm_cut_take *take, void *user,
                                 stm_error *err);
void stm_cut_windows__free(stm_cut_windows *w);
/* The number of the anchor of the span that was handed over last: equal where
 * the words are from the anchor on, half a window far. */
uint64_t stm_cut_windows__anchor(stm_cut_windows *w, const stm_cut_span *s);
/* The number of the bytes of a window of that span, from its first word to word
 * `last`. `*key`; STM_ENOMEM. */
stm_status stm_cut_windows__key(uint64_t *key, stm_cut_windows *w,
                                const stm_cut_span *s, size_t last,
                                stm_error *err);

/* The word that the shortest run of words from `word` on with `least` bytes
 * ends with, which is not before `from`; the count of words where the text ends
 * before. */
size_t stm_cut_windows__last(const stm_hashes *words, size_t word, size_t from,
                             uint32_t least);

#endif
