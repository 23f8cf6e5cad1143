/* What stands between two words, as far as sentences are concerned. */
#ifndef STM_TEXT_GAP_H
#define STM_TEXT_GAP_H

#include <stemma/text.h>

typedef enum stm_mark {
    STM_MARK_NONE,
    STM_MARK_POINT,    /* one full stop */
    STM_MARK_ELLIPSIS, /* several, or the character */
    STM_MARK_STRONG,   /* ! ? and their kin */
    STM_MARK_FREE      /* of a script that needs no space after it */
} stm_mark;

typedef struct stm_gap {
    stm_mark mark;    /* the strongest end mark */
    bool space;       /* white space anywhere */
    bool space_after; /* after the last end mark */
    bool quote_after; /* a closing quote or bracket after the last end mark */
    bool blank;       /* a blank line, or the end of a paragraph */
    bool symbols;     /* a line of nothing but symbols ("* * *") */
    bool bullet;      /* a mark that is a bullet wherever it stands */
    bool dash;        /* a hyphen or star at the start of the line */
    uint32_t lines;   /* line ends */
    uint32_t feed;    /* byte of the first, or UINT32_MAX if no line feed */
} stm_gap;

/* Reads bytes `at` of `text`. `greek`: the semicolon is a question mark. */
stm_gap stm_text__gap(stm_str text, stm_range at, bool greek);

/* STM_WORD_LINE and _PARAGRAPH, for the word behind it. */
static inline uint8_t stm_text__gap_lines(const stm_gap *g)
{
    uint8_t flags = g->lines ? STM_WORD_LINE : 0;
    return g->blank ? flags | STM_WORD_PARAGRAPH : flags;
}

#endif
