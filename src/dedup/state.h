/* The folder of a job that can be interrupted: the corpus in files, and a
 * journal that says how much of them counts. See docs/format/dedup-state.md. */
#ifndef STM_DEDUP_STATE_H
#define STM_DEDUP_STATE_H

#include "dedup/corpus.h"

/* How far the reading has come: where to go on. */
typedef struct stm_place {
    uint32_t input; /* row of the input under way */
    uint64_t at;    /* its first byte that has not been read */
    uint64_t lines; /* of it that have */
    uint64_t skipped, unread, bytes;
    bool done; /* all has been read */
} stm_place;

/* A line of the journal. */
typedef struct stm_state_mark {
    stm_place place;
    uint64_t sizes[STM_CORPUS_STORES];
    uint32_t count, inputs, sources;
    uint32_t earlier, earlier_inputs; /* of another job */
} stm_state_mark;

enum { STM_STATE_MARK_BYTES = 8 * 21 };
void stm_state__write_mark(uint8_t out[STM_STATE_MARK_BYTES],
                           const stm_state_mark *m);
/* False where the bytes are no mark, or contradict themselves. */
bool stm_state__read_mark(stm_state_mark *out,
                          const uint8_t in[STM_STATE_MARK_BYTES]);

typedef struct stm_state {
    char *folder; /* NULL: the job has none */
    stm_disk lock, journal;
} stm_state;

#define STM_STATE_NONE ((stm_state){NULL, STM_DISK_CLOSED, STM_DISK_CLOSED})

/* Opens or makes the folder. The corpus, empty before, has what the journal
 * says, and `place` where to go on; `*found` is false where the job is new.
 * `about` is what of the options the reading depends on: STM_EARG where the
 * folder is of a job with another; absent: whatever it is. STM_EFORMAT:
 * damaged. */
stm_status stm_state__open(stm_state *s, const char *folder, stm_str about,
                           stm_corpus *c, stm_place *place, bool *found,
                           stm_error *err);
/* Puts all that the corpus has into the files, and a mark behind it. */
stm_status stm_state__mark(stm_state *s, stm_corpus *c, const stm_place *place,
                           stm_error *err);
/* What became of the documents: the one kept in the place of each. */
stm_status stm_state__write_result(const stm_state *s, const uint32_t *kept,
                                   const uint8_t *fate, uint32_t count,
                                   stm_error *err);
/* Of one document. STM_EARG: the job has not come so far. */
stm_status stm_state__read_result(const stm_state *s, uint32_t doc,
                                  uint32_t count, uint32_t *kept, uint8_t *fate,
                                  stm_error *err);
void stm_state__close(stm_state *s);

#endif
