/* A job's reading of its inputs, which come in blocks of lines: what its files
 * hand to each other. */
#ifndef STM_DEDUP_SCAN_H
#define STM_DEDUP_SCAN_H

#include "dedup/captures.h"
#include "dedup/job.h"
#include "dedup/shard.h"

/* A part stays in a core's own cache; a block has some for each worker, so that
 * slow ones even out. */
enum { STM_SCAN_PART = 128 << 10, STM_SCAN_PARTS_EACH = 8 };

typedef struct stm_scan {
    stm_dedup_job *job;
    stm_part *parts; /* [part_room] */
    size_t part_room, part_count;
    size_t parts_added; /* the first ones, of those of the block */
    const char *lines;  /* of the block */
    stm_part_opts reading;
    stm_place place; /* so far; at the start, where to go on */
    uint32_t walked; /* inputs that have come up */
    uint64_t next;   /* byte of the input behind the last block */
    uint64_t at;     /* of the block in its input */
    uint64_t base;   /* and where its bytes are kept */
    uint64_t marked; /* bytes read at the last mark */
    stm_shard shard;
    uint64_t piece_at, piece_base, piece_len; /* of a line that is too long */
    stm_captures *captures;         /* what came that is no JSON lines */
    const stm_capture_lines *block; /* while it is read; NULL: nothing is to be
                                       read ahead of it any more */
} stm_scan;

/* Reads the lines of the block under way and adds what they hold. */
stm_status stm_scan__lines(stm_scan *s, const stm_capture_lines *b,
                           stm_error *err);
/* A piece of a line that is larger than memory allows: it is kept, and not
 * compared. */
stm_status stm_scan__piece(stm_scan *s, const stm_capture_lines *b,
                           stm_error *err);
stm_status stm_scan__end_piece(stm_scan *s, stm_error *err);

/* Adds to what the job keeps: bytes of a store, */
stm_status stm_scan__append(stm_scan *s, int store, const void *bytes,
                            size_t len, stm_error *err);
/* the documents of a part, which begins at byte `at` of the block, */
stm_status stm_scan__add_part(stm_scan *s, stm_part *p, size_t at,
                              stm_error *err);
/* and a document of which no more is known than where it is. */
stm_status stm_scan__add_unread(stm_scan *s, stm_part_doc *d, stm_error *err);
/* Tells the caller of a line of the input under way, by its number from 0. */
void stm_scan__name_line(stm_scan *s, uint64_t line, uint64_t at,
                         const char *reason);

#endif
