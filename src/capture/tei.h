/* TEI on its way to captures: the elements that matter as a flat list, who its
 * witnesses are, and what each of them reads. */
#ifndef STM_CAPTURE_TEI_H
#define STM_CAPTURE_TEI_H

#include <stemma/base.h>

#include "base/file.h"
#include "base/vec.h"

typedef enum stm_tei_kind {
    STM_TEI_OTHER,  /* as if only what is in it were there */
    STM_TEI_HIDDEN, /* nobody's text: notes, running heads */
    STM_TEI_CHOICE,
    STM_TEI_BESIDE, /* hidden in a choice: what an editor puts beside */
    STM_TEI_BLOCK,  /* a paragraph */
    STM_TEI_LINE,   /* of verse */
    STM_TEI_BREAK,  /* white space, unless it says that it is none */
    STM_TEI_WORD,
    STM_TEI_ROOT, /* a document, alone or in a corpus */
    STM_TEI_HEADER,
    STM_TEI_SOURCE, /* what texts were made from */
    STM_TEI_METHOD, /* of the apparatus */
    STM_TEI_LIST,   /* of witnesses */
    STM_TEI_WITNESS,
    STM_TEI_DATED,
    STM_TEI_TEXT,
    STM_TEI_GROUP, /* of texts, in a text */
    STM_TEI_APP,
    STM_TEI_LEMMA,
    STM_TEI_READING,
    STM_TEI_ENDS, /* from here on a witness has nothing: a lacuna, its end */
    STM_TEI_STARTS,
    STM_TEI_BEGINS /* a witness has nothing before this */
} stm_tei_kind;

/* Attributes that matter. */
typedef enum stm_tei_attr {
    STM_TEI_ID,
    STM_TEI_N,
    STM_TEI_WIT,
    STM_TEI_DECLS,
    STM_TEI_REND,
    STM_TEI_BY, /* method */
    STM_TEI_WHEN,
    STM_TEI_BROKEN, /* break */
    STM_TEI_ATTRS
} stm_tei_attr;

typedef enum stm_tei_what {
    STM_TEI_OPEN,
    STM_TEI_CLOSE,
    STM_TEI_CHARS
} stm_tei_what;

/* OPEN: values [from, to) of attributes, and where it is closed. CLOSE: where
 * it was opened. CHARS: bytes [from, to). */
typedef struct stm_tei_event {
    uint8_t what, kind;
    uint32_t from, to, other;
} stm_tei_event;

typedef struct stm_tei_value {
    stm_tei_attr name;
    uint32_t from, to; /* bytes */
} stm_tei_value;

typedef struct stm_tei_witness {
    stm_str id;
    stm_str dated; /* or absent */
    bool lost;     /* an editor inferred it: nobody has read it */
} stm_tei_witness;

/* Whom an id stands for: one witness, or all of a list. */
typedef struct stm_tei_name {
    stm_str id;
    uint32_t from, to; /* witnesses */
} stm_tei_name;

/* A text that holds no others. */
typedef struct stm_tei_text {
    uint32_t event; /* where it is opened */
    stm_str id;     /* its own or its document's, or absent */
    bool apparatus; /* it says what witnesses read */
} stm_tei_text;

typedef struct stm_tei {
    STM_VEC(stm_tei_event) event;
    STM_VEC(stm_tei_value) value;
    STM_VEC(char) bytes;
    uint64_t replaced; /* entities that nobody defines: U+FFFD */
    STM_VEC(stm_tei_witness) witness;
    STM_VEC(stm_tei_name) name; /* by id */
    STM_VEC(stm_tei_text) text;
    stm_str dated; /* of the source, where no witness is named; or absent */
} stm_tei;

void stm_tei__free(stm_tei *t);
/* Of an OPEN event; absent where it has none. */
stm_str stm_tei__value(const stm_tei *t, uint32_t event, stm_tei_attr name);

/* tei_xml.c: fills events, values and bytes. No entity is resolved and nothing
 * outside the bytes is looked at. STM_EFORMAT, with the place: damaged, too
 * deep, or with entities of its own. */
stm_status stm_tei__parse(stm_tei *t, stm_str bytes, stm_error *err);

/* tei_witnesses.c: fills witnesses, names and texts. False when out of memory.
 */
bool stm_tei__survey(stm_tei *t);
/* The next pointer of a list such as "#A #B", or absent at its end. */
stm_str stm_tei__next(stm_str *list);
/* Whom a pointer stands for, or NULL. */
const stm_tei_name *stm_tei__find(const stm_tei *t, stm_str id);

/* What one witness reads, or one text that has no apparatus. */
typedef struct stm_tei_reading {
    stm_str id, dated; /* or absent */
    stm_bytes text;    /* malloc'd; empty: it has nothing */
} stm_tei_reading;

typedef struct stm_tei_readings {
    STM_VEC(stm_tei_reading) items;
} stm_tei_readings;

/* tei_texts.c: all of them, witnesses last. STM_ELIMIT: together they are over
 * `limit` bytes. To be freed in any case. */
stm_status stm_tei__read(stm_tei_readings *out, const stm_tei *t,
                         uint64_t limit, stm_error *err);
void stm_tei__readings_free(stm_tei_readings *r);

#endif
