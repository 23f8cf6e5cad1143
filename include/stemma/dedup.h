/** Near-duplicate removal over a corpus: documents in, those kept out, and why
 * the others went.
 *
 * Documents are the same when their words are, in order; near when their
 * Jaccard index over runs of five words reaches the threshold; contained when
 * most of one stands in another. What many documents share, as a site's header
 * and footer, speaks for none of these. Documents that are so joined form a
 * cluster, of which one is kept. The result depends on nothing but the
 * documents and these options: not on threads, memory, or interruptions. */
#ifndef STEMMA_DEDUP_H
#define STEMMA_DEDUP_H

#include <stemma/capture.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Which document of a cluster is kept; of equals always the first. */
typedef enum stm_dedup_keep {
    STM_DEDUP_FIRST,
    STM_DEDUP_LONGEST,  /**< most words */
    STM_DEDUP_EARLIEST, /**< by date; documents without one come last */
    STM_DEDUP_PRIORITY /**< by source, as the list has them; others come last */
} stm_dedup_keep;

/** Where the results go; each may be NULL. */
typedef struct stm_dedup_out {
    const stm_sink *kept;     /**< the documents kept, in order: lines of JSON
                                   unchanged, others as lines with "id", "url",
                                   "date" and "text" */
    const stm_sink *report;   /**< a line of JSON for each dropped document, or
                                   for each passage cut */
    const stm_sink *clusters; /**< a line of JSON for each cluster */
    const char *name; /**< of the documents kept: its ending (".gz", ".zst",
                           ".xz", ".bz2", ".lz4") packs them; before that,
                           ".warc" or ".wet" makes it a web archive of the
                           records they came in, each packed by itself, and
                           else it is lines of JSON. May be NULL */
} stm_dedup_out;

typedef struct stm_dedup_opts {
    size_t struct_size;
    unsigned threads;    /**< 0: as many as the machine has */
    uint64_t max_memory; /**< bytes; 0: no bound */
    double threshold;    /**< over 0, at most 1 */
    bool contained;      /**< drop also what stands mostly in another */
    bool as_is;          /**< what many documents share counts like the rest */
    stm_dedup_keep keep;
    const char *const *priority; /**< [priority_count] sources */
    size_t priority_count;
    const char *text_field; /**< see stm_capture_opts; NULL: the usual ones */
    const char *state;      /**< folder to go on from, or NULL */
    const char *scratch;    /**< folder for what does not fit into memory */
    /** Called for every input left out, from the calling thread. May be NULL */
    void (*skip)(void *user, const stm_skip *what);
    /** See stm_run_opts. May be NULL */
    bool (*progress)(void *user, const char *stage, uint64_t done,
                     uint64_t all);
    void *user;
    const char *against;    /**< state of a job over an earlier corpus, whose
                                 documents are kept before all others and
                                 not written again; or NULL */
    uint32_t shard, shards; /**< read only part `shard` of 1..`shards` of the
                                 inputs, which are files, into the state, and
                                 stop; 0: all */
    bool merge;             /**< the paths are the states of the shards, in
                                 order: the result is that of one job */
    bool forecast;          /**< read a sample, fill the forecast, and stop */
    uint32_t substrings;    /**< cut passages of at least so many bytes that
                                 occurred before, instead of dropping documents;
                                 0: drop documents */
    bool exact; /**< find these passages by a suffix array over the words of all
                     documents, in memory: STM_ELIMIT where that is over
                     `max_memory`, STM_EARG where the library was built without
                     libsais */
} stm_dedup_opts;
#define STM_DEDUP_OPTS_INIT                                                \
    {                                                                      \
        sizeof(stm_dedup_opts), 0, 0, 0.8, false, false, STM_DEDUP_FIRST,  \
            NULL, 0, NULL, NULL, ".", NULL, NULL, NULL, NULL, 0, 0, false, \
            false, 0, false                                                \
    }

/** What a job will take, from a sample. */
typedef struct stm_dedup_forecast {
    uint64_t bytes;     /**< of the inputs, as they are on the disk */
    uint64_t documents; /**< about */
    uint64_t memory;    /**< bytes, with these options */
    uint64_t disk;      /**< bytes beside the output */
    uint64_t sampled;   /**< bytes that were read to know */
} stm_dedup_forecast;

/** What a source lost. */
typedef struct stm_dedup_source {
    stm_str name; /**< a document's "source", else its file */
    uint64_t documents, kept, bytes, kept_bytes;
} stm_dedup_source;

/** What a job has done. Owns what it shows. */
typedef struct stm_dedup_summary {
    uint64_t documents, kept, exact, near, contained, clusters;
    uint64_t bytes, kept_bytes; /**< of the records */
    uint64_t skipped;           /**< inputs left out */
    uint64_t unread;            /**< documents kept without being compared */
    stm_dedup_forecast forecast;
    uint64_t same_ids;            /**< documents whose id an earlier one has */
    uint64_t shortened, passages; /**< documents cut, and passages of them */
    uint64_t bare;                /**< documents without a word left */
    const stm_dedup_source *sources; /**< in order of their first documents */
    size_t source_count;
} stm_dedup_summary;

/** STM_EIO: nothing readable, or a file or sink fails; STM_ELIMIT: over
 * `max_memory`, or the disk is full; STM_EARG: the options make no sense. */
STM_API stm_status stm_dedup_run(stm_dedup_summary **out,
                                 const char *const *paths, size_t count,
                                 const stm_dedup_opts *opts,
                                 const stm_dedup_out *to, stm_error *err);
STM_API void stm_dedup_summary_free(stm_dedup_summary *s);

/** What two documents share. */
typedef struct stm_dedup_passage {
    stm_range dropped, kept; /**< bytes of their texts */
} stm_dedup_passage;

/** Why a document was dropped. Owns what it shows. */
typedef struct stm_dedup_reason {
    stm_str id, kept_id; /**< as JSON has them */
    bool dropped;        /**< false: it was kept, and the rest is empty */
    const char *kind;    /**< "exact", "near" or "contained"; static */
    double similarity;   /**< Jaccard index of their texts */
    double share;        /**< of its words that stand in the one kept */
    stm_str text, kept_text;
    const stm_dedup_passage *passages; /**< in order of `text` */
    size_t passage_count;
} stm_dedup_reason;

/** Looks into the state of a finished job. `id` is the document's, as JSON has
 * it or without its quotes; of several with one id the first that was dropped
 * counts. STM_EARG: there is no such id, or the job is not finished. */
STM_API stm_status stm_dedup_explain(stm_dedup_reason **out, const char *state,
                                     const char *id, stm_error *err);
STM_API void stm_dedup_reason_free(stm_dedup_reason *r);

#ifdef __cplusplus
}
#endif
#endif
