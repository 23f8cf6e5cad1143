/* The figures that decide how well words, sentences and languages are told, and
 * what was seen when they were set. "The corpus" is 4,973 documents, 21 MB:
 * novels in German, French, Portuguese and English, technical specifications,
 * news, help texts in Russian and Spanish, some in capitals throughout. */
#ifndef STM_TEXT_WEIGHTS_H
#define STM_TEXT_WEIGHTS_H

enum {
    /* The language of a stretch of words; the corpus, stretches of 8, 15, 30
     * and 60 words against the guess for the whole document:
     *     right 77.0 92.8 96.7 98.5 %, wrong 1.5 .9 .7 .4, the rest none.
     * 2 hits: right 88.7 94.7 97.6 98.5, wrong 2.6 1.3 .8 .4; 4 hits: right
     * 53.1 90.3 96.0 98.5, wrong .6 .8 .5 .4. From 3 to 10 percent right and
     * wrong move by .6 at most; running text has 20 to 50 percent of function
     * words, menus and lists 3 to 10. Words looked at are spread evenly: front
     * matter is often in another language than the text. */
    STM_TEXT_LANGUAGE_SAMPLE = 2000,
    STM_TEXT_SENTENCE_SAMPLE = 500, /* for abbreviations and ordinals */
    STM_TEXT_LANGUAGE_HITS = 3,
    STM_TEXT_LANGUAGE_PERCENT = 6,
    STM_TEXT_SCRIPT_PERCENT = 40,

    /* Filled lines. Books for the hand are set at 40 columns, mail at 72,
     * screens at up to 132; a line under 24 says nothing, menus consist of
     * them. The corpus laid out with a paragraph a line, then filled anew to
     * 72 columns: of 202,199 sentence starts 1.16 % differ, nearly all in
     * tables and indexes of specifications (novels .1 %). With 50 or 75
     * percent of line ends agreeing 1.06 and 1.20 %, with 5 or 40 percent of
     * small letters 1.12 and 1.28, with 5 line ends 1.17. Three headlines of
     * like length agree by chance, three that start with small letters do
     * not. Punctuation may hang over by a full-width character. */
    STM_TEXT_WRAP_NARROWEST = 24,
    STM_TEXT_WRAP_WIDEST = 160,
    STM_TEXT_WRAP_AGREEING = 3,
    STM_TEXT_WRAP_AGREEING_CASELESS = 6,
    STM_TEXT_WRAP_PERCENT = 60,
    STM_TEXT_WRAP_SMALL_PERCENT = 20,
    STM_TEXT_WRAP_HANGING = 2,
    STM_TEXT_WRAP_SAMPLE_BYTES = 1 << 18, /* of longer texts some lines */

    /* Sentences: when small letters count, and how far a look goes, so that
     * hostile text stays linear. */
    STM_TEXT_CASELESS_WORDS = 20,   /* fewer may do without by chance */
    STM_TEXT_CASELESS_PERMILLE = 2, /* capitals; running text has 50 to 250 */
    STM_TEXT_ADDRESS_BYTES = 64,    /* around a glued point */
    STM_TEXT_ORDINAL_BYTES = 2,     /* "16." */
    STM_TEXT_LIST_BYTES = 3,        /* "12." before an item */
    STM_TEXT_SECTION_BYTES = 8,     /* "10.4.2." before a heading */
    STM_TEXT_CHAIN_BYTES = 4,       /* longest part of "t.ex", "bl.a" */
    STM_TEXT_NOTES = 4              /* marks "[1][2]" after an end mark */
};

#endif
