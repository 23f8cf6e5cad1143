/** Captures: one text as found. Files, folders and standard input become
 * captures here; formats are told by content, never by name.
 *
 * Read are plain text in any usual character set, web pages, TEI, JSON lines,
 * and web archives (WARC, ARC, WET), each of them plain or packed with gzip,
 * zstd, xz, bzip2 or lz4, and zip and tar archives of these. Whatever holds
 * many texts is read one text at a time.
 *
 * JSON lines: `record` is the document's id, or the line's number where it has
 * none; a document's text is a page where its field is "html", or where it
 * begins like one.
 *
 * TEI: each witness of an apparatus by parallel segmentation is a capture, its
 * siglum the `record`, and so is each text of a group or a corpus, with its
 * xml:id, its n, or its number. Damaged files are left out.
 *
 * Web archives: `record` is the number of the record in its file, from 1, all
 * kinds counted. Pages and plain texts become captures. Not captures, and no
 * damage either, are: requests, revisits (their text is that of the record
 * they refer to), metadata and the crawler's notes; pictures, scripts, data;
 * redirects and answers that say that something went wrong (any status but
 * 2xx); empty bodies. A record that is cut short is read as far as it goes,
 * and named unless the archive itself says that it was cut.
 *
 * Archives: each file in them is an input, whose `source` is the path it would
 * have if the archive were unpacked to a folder of its name. */
#ifndef STEMMA_CAPTURE_H
#define STEMMA_CAPTURE_H

#include <stemma/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One text as found. Plain record; everything in it belongs to the capture. */
typedef struct stm_capture {
    stm_str source;    /**< the path as given or walked to, and on into an
                            archive; "-" for stdin */
    stm_str record;    /**< id inside a container, or absent */
    stm_str uri;       /**< where it was fetched, or absent */
    stm_str captured;  /**< when it was fetched, ISO 8601, or absent */
    stm_str dated;     /**< the date its container gives the text, as it stands
                            there, or absent */
    stm_str charset;   /**< what the bytes were converted from, or absent */
    stm_str markup;    /**< the HTML of a page as valid UTF-8, absent for plain
                            text */
    stm_str text;      /**< valid UTF-8; a UTF-8 file's bytes as they are; of
                            a page, absent until `stm_html_read` gives it */
    uint64_t replaced; /**< invalid sequences that became U+FFFD */
} stm_capture;

/** Frees the capture and all it holds. NULL is fine. */
STM_API void stm_capture_free(stm_capture *c);

/** Gives a page its text: `len` bytes of valid UTF-8 from malloc, which are
 * taken over, and freed on failure. STM_EARG: it has a text. */
STM_API stm_status stm_capture_give_text(stm_capture *c, char *text, size_t len,
                                         stm_error *err);
/** Frees the markup of a page whose text has been read; `c->markup` is absent
 * then. Nothing to do for plain text. */
STM_API void stm_capture_drop_markup(stm_capture *c);

/** Something that could not be read, named and left out. Borrowed for the
 * length of the call. */
typedef struct stm_skip {
    stm_str source;
    stm_str record;  /**< or absent */
    uint64_t offset; /**< byte, or STM_NO_OFFSET: of the input, or, where it is
                          packed, of what is in it - but for damage to the
                          packing, which has its place in the file itself */
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

/** Lines of JSON as they stand, for who reads them by `stm_capture_line_read`.
 * Borrowed for the length of the call; STM_CAPTURE_SLACK bytes behind them may
 * be looked at, whatever they are. */
enum { STM_CAPTURE_SLACK = 128 };
typedef struct stm_capture_lines {
    stm_str source;
    stm_str bytes; /**< whole lines, each with its end but the input's last; or
                        a piece of one that is over `max_bytes` */
    uint64_t at;   /**< of the first byte in the input, unpacked */
    bool packed;   /**< the input is not the file's own bytes */
    bool piece;    /**< of a line too long; the last one has its end */
    /** Reads on while these lines are in use, so that the next ones are at hand
     * at once; for a job that has other threads work on these. Called once, or
     * not at all. May be NULL */
    void (*ahead)(void *user);
    void *ahead_user;
} stm_capture_lines;

typedef struct stm_capture_opts {
    size_t struct_size;
    uint64_t max_bytes; /**< a larger capture is skipped and named */
    stm_str text_field; /**< where JSON lines have their text; absent: "text",
                             else "raw_content", "content" or "html" */
    /** Takes JSON lines in the place of the captures in them, as many at a time
     * as `lines_bytes` hold, or one. A failure ends the walk. May be NULL */
    stm_status (*lines)(void *user, const stm_capture_lines *block,
                        stm_error *err);
    void *lines_user;
    size_t lines_bytes;
    /** Shows the record of a WARC file as it stands, before the capture that
     * comes of it, if any does; absent where it is cut short. Borrowed for the
     * length of the call. A failure ends the walk. May be NULL */
    stm_status (*record)(void *user, stm_str bytes, stm_error *err);
    void *record_user;
} stm_capture_opts;

#define STM_CAPTURE_OPTS_INIT                                                 \
    {                                                                         \
        sizeof(stm_capture_opts), (uint64_t)256 << 20, {NULL, 0}, NULL, NULL, \
            1 << 20, NULL, NULL                                               \
    }

/** What a line of JSON says. Values are as they stand there, strings with their
 * quotes; absent where the line has none, or an empty one. */
typedef struct stm_capture_line {
    stm_str text;     /**< its escapes resolved, in the caller's room */
    stm_str raw_text; /**< the same as it stands in the line */
    stm_str id, uri, dated, source;
    const char *wrong; /**< why it is no document, or NULL. Static */
    size_t wrong_at;   /**< byte of the line, where `wrong` */
    bool maybe_high;   /**< false: the text is ASCII */
} stm_capture_line;

/** Reads one line, without its end; STM_CAPTURE_SLACK bytes behind it may be
 * looked at. `room` has as many bytes as the line and the slack. An empty line
 * has neither a text nor anything wrong. */
STM_API void stm_capture_line_read(stm_capture_line *out, stm_str line,
                                   stm_str text_field, char *room);
/** A value of `stm_capture_line` without quotes and escapes, in `room`, which
 * has as many bytes as it and the slack. */
STM_API stm_str stm_capture_line_value(stm_str value, char *room);

/** Walks files, folders (in name order, without following links to folders)
 * and "-" (standard input), and hands over every capture.
 *
 * Unreadable, empty, binary, vanished and damaged inputs, and damaged parts of
 * inputs, go to `sink->skip` and do not end the walk. Memory does not grow
 * with an input, but with its largest text, which `max_bytes` limits. Returns
 * STM_ENOMEM, or what `take` returned. */
STM_API stm_status stm_capture_walk(const char *const *paths, size_t count,
                                    const stm_capture_opts *opts,
                                    const stm_capture_sink *sink,
                                    stm_error *err);

/** One capture from `len` bytes in memory (copied), as if read from `source`:
 * the first that is in them. STM_EFORMAT: there is none (`err` says why);
 * STM_ELIMIT: over `max_bytes`. */
STM_API stm_status stm_capture_from_bytes(stm_capture **out, stm_str source,
                                          const void *bytes, size_t len,
                                          const stm_capture_opts *opts,
                                          stm_error *err);

#ifdef __cplusplus
}
#endif
#endif
