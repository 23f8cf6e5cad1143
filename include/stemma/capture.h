/** Captures: one text as found. Files, folders and standard input become
 * captures here; formats are told by content, never by name. */
#ifndef STEMMA_CAPTURE_H
#define STEMMA_CAPTURE_H

#include <stemma/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One text as found. Plain record; everything in it belongs to the capture. */
typedef struct stm_capture {
    stm_str source;    /**< the path as given or walked to; "-" for stdin */
    stm_str record;    /**< id inside a container, or absent */
    stm_str uri;       /**< where it was fetched, or absent */
    stm_str captured;  /**< when it was fetched, ISO 8601, or absent */
    stm_str charset;   /**< what the bytes were converted from, or absent */
    stm_str text;      /**< valid UTF-8; a UTF-8 file's bytes as they are */
    uint64_t replaced; /**< invalid sequences that became U+FFFD */
} stm_capture;

/** Frees the capture and all it holds. NULL is fine. */
STM_API void stm_capture_free(stm_capture *c);

/** Something that could not be read, named and left out. Borrowed for the
 * length of the call. */
typedef struct stm_skip {
    stm_str source;
    stm_str record;  /**< or absent */
    uint64_t offset; /**< byte, or STM_NO_OFFSET */
    const char *reason;
} stm_skip;

/** Takes what a walk finds, in order. */
typedef struct stm_capture_sink {
    /** Ownership of `c` passes to the callee. A failure ends the walk. */
    stm_status (*take)(void *user, stm_capture *c, stm_error *err);
    /** An input, or a part of one, that was left out. */
    void (*skip)(void *user, const stm_skip *what);
    void *user;
} stm_capture_sink;

typedef struct stm_capture_opts {
    size_t struct_size;
    uint64_t max_bytes; /**< a larger capture is skipped and named */
} stm_capture_opts;

#define STM_CAPTURE_OPTS_INIT                         \
    {                                                 \
        sizeof(stm_capture_opts), (uint64_t)256 << 20 \
    }

/** Walks files, folders (in name order, without following links to folders)
 * and "-" (standard input), and hands over every capture.
 *
 * Unreadable, empty, binary, vanished and damaged inputs go to `sink->skip`
 * and do not end the walk. Returns STM_ENOMEM, or what `take` returned. */
STM_API stm_status stm_capture_walk(const char *const *paths, size_t count,
                                    const stm_capture_opts *opts,
                                    const stm_capture_sink *sink,
                                    stm_error *err);

/** One capture from `len` bytes in memory (copied), as if read from `source`.
 * STM_EFORMAT: not text (`err` says why); STM_ELIMIT: over `max_bytes`. */
STM_API stm_status stm_capture_from_bytes(stm_capture **out, stm_str source,
                                          const void *bytes, size_t len,
                                          const stm_capture_opts *opts,
                                          stm_error *err);

#ifdef __cplusplus
}
#endif
#endif
