/* One input's bytes on their way to captures, and the readers they go to. */
#ifndef STM_CAPTURE_INPUT_H
#define STM_CAPTURE_INPUT_H

#include <stemma/capture.h>

#include "base/window.h"

/* What all inputs of a walk have in common. */
typedef struct stm_capture__job {
    const stm_capture_sink *sink;
    uint64_t limit;     /* bytes one capture may have */
    stm_str text_field; /* of JSON lines, or absent for the usual ones */
    /* takes JSON lines as they stand, or NULL */
    stm_status (*lines)(void *user, const stm_capture_lines *block,
                        stm_error *err);
    void *lines_user;
    size_t lines_bytes;
    /* sees records as they stand, or NULL */
    stm_status (*record)(void *user, stm_str bytes, stm_error *err);
    void *record_user;
} stm_capture__job;

/* `opts` may be NULL. */
void stm_capture__job_start(stm_capture__job *job, const stm_capture_opts *opts,
                            const stm_capture_sink *sink);
/* Reads all that comes from a stream. */
stm_status stm_capture__read_stream(const stm_capture__job *job, stm_str source,
                                    stm_stream *from, stm_error *err);

typedef struct stm_capture__input {
    const stm_capture__job *job;
    stm_str source;
    stm_window *bytes;
    unsigned packed;   /* compressions around these bytes, one in another */
    unsigned archives; /* archives around them */
} stm_capture__input;

/* Hands every capture of the input to its sink, and names what it leaves out.
 * Damaged input is STM_OK: only a lack of memory and the sink's own failures
 * end the work. */
typedef stm_status stm_capture__reader(stm_capture__input *in, stm_error *err);

/* Tells the format by content and calls its reader. */
stm_capture__reader stm_capture__read;
/* Text in UTF-8 or in a character set of one to four bytes a letter. */
stm_capture__reader stm_capture__read_plain;
/* Text in UTF-16 or UTF-32. */
stm_capture__reader stm_capture__read_wide;
/* A page. */
stm_capture__reader stm_capture__read_html;
/* Texts in TEI, and what witnesses read. */
stm_capture__reader stm_capture__read_tei;
/* A document a line. */
stm_capture__reader stm_capture__read_jsonl;
/* The same for a job that takes the lines themselves. */
stm_capture__reader stm_capture__read_lines;
/* Web archives: WARC, and what was before it. */
stm_capture__reader stm_capture__read_warc;
stm_capture__reader stm_capture__read_arc;
/* What holds other inputs: a compression, */
stm_capture__reader stm_capture__read_gzip;
stm_capture__reader stm_capture__read_zstd;
stm_capture__reader stm_capture__read_xz;
stm_capture__reader stm_capture__read_bzip2;
stm_capture__reader stm_capture__read_lz4;
/* or an archive, whose files have their paths in it behind its own. */
stm_capture__reader stm_capture__read_zip;
stm_capture__reader stm_capture__read_tar;

/* Bytes at the head of an input that its format is told by. */
enum { STM_CAPTURE_HEAD = 64 << 10 };

/* True for the head of a web page; strict, for prose may hold tags. */
bool stm_capture__is_html(stm_str head);
/* True for the head of a document in TEI. */
bool stm_capture__is_tei(stm_str head);
/* True for the head of JSON lines. */
bool stm_capture__is_jsonl(stm_str head);
/* The name of the wide character set that `bytes` are in, with the length of
 * the mark at their head, or NULL. Static. */
const char *stm_capture__wide_charset(stm_str bytes, size_t *mark);
/* Without the white space, and the mark of UTF-8 before it, at the head. */
stm_str stm_capture__skip_blanks(stm_str s);
/* The same with comments and processing instructions between. */
stm_str stm_capture__skip_prolog(stm_str s);

/* Leaves the input out, for a reason that says what to do about it. */
void stm_capture__skip(const stm_capture__input *in, const char *reason);
/* Leaves a part of it out. `record` may be absent. */
void stm_capture__skip_part(const stm_capture__input *in, stm_str record,
                            uint64_t offset, const char *reason);
/* Names the damage that broke the input's window. */
void stm_capture__name_break(const stm_capture__input *in, stm_str record);
/* The whole input; gives no bytes (NULL) where it was too large or damaged,
 * which is named then. */
stm_status stm_capture__whole(stm_capture__input *in, stm_bytes *out,
                              stm_error *err);

/* Says that an input is over that limit. */
stm_status stm_capture__too_large(uint64_t limit, stm_error *err);

#endif
