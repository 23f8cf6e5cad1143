/** Words, sentences, stems, languages: the one tokeniser of the house.
 *
 * A capture is scanned into words once (`stm_words`); the page stage decides
 * which of them are content; `stm_text` is the content's words with sentences
 * and dense ids, every token keeping its way back to the captured bytes. */
#ifndef STEMMA_TEXT_H
#define STEMMA_TEXT_H

#include <stemma/base.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    STM_WORD_NUMBER = 1,     /**< starts with a decimal digit */
    STM_WORD_CAPITAL = 2,    /**< starts with an upper- or title-case letter */
    STM_WORD_SENTENCE = 4,   /**< first word of a sentence */
    STM_WORD_LINE = 8,       /**< first word of a line */
    STM_WORD_PARAGRAPH = 16, /**< first word after a blank line, or of all */
    STM_WORD_IDEOGRAPH = 32, /**< one character of a script without spaces */
    /* of a text that has been added to a lexicon: */
    STM_WORD_FUNCTION = 64 /**< a function word of some language */
};

/** All words of a capture, in order. Read-only; owned by itself. */
typedef struct stm_words {
    stm_str bytes; /**< the capture's text, borrowed */
    uint32_t count;
    const stm_range *at;  /**< [count] bytes of each word */
    const uint64_t *hash; /**< [count] of the folded word: case, width, accents
                               composed, apostrophe and hyphen style, points of
                               acronyms ("U.S." is "us"); never 0 */
    const uint8_t *flags; /**< [count] STM_WORD_* */
} stm_words;

/** Scans UTF-8 `bytes` (borrowed: must outlive the words).
 *
 * Words follow UAX #29 in substance: letters, marks and digits hold together,
 * apostrophes and points inside a word too ("don't", "U.S.", "3.5"); a
 * hyphen separates. Scripts without spaces give one word a character. A word
 * has at most 128 bytes; a longer run is cut into several.
 * Sentence starts follow end marks (with abbreviations known), blank lines,
 * and line ends that are not mere wrapping. Text that is not valid UTF-8 is
 * STM_EARG, over 4 GiB STM_ELIMIT. Linear time and memory. */
STM_API stm_status stm_words_scan(stm_words **out, stm_str bytes,
                                  stm_error *err);
/** The same without starts of sentences, for texts of which no tokens are made:
 * of the marks between words, only the ends of lines are looked at. */
STM_API stm_status stm_words_scan_lines(stm_words **out, stm_str bytes,
                                        stm_error *err);
STM_API void stm_words_free(stm_words *w);

/** Writes word `i`, folded (UTF-8, NUL-terminated, cut to fit), into `buf`;
 * returns its length. */
STM_API size_t stm_words_folded(const stm_words *w, uint32_t i, char *buf,
                                size_t size);

/** The hash `stm_words_scan` gives to `word` (one word of UTF-8). */
STM_API uint64_t stm_word_hash(stm_str word);

enum {
    STM_DISGUISE_ALIKE = 1,    /**< letters of another script that look alike */
    STM_DISGUISE_INVISIBLE = 2 /**< characters without width inside */
};

/** What hides one word of UTF-8 from programs while readers see nothing of it:
 * STM_DISGUISE_* bits. Soft hyphens hide nothing, and joiners do not in scripts
 * that need them. Folding takes all of it away. */
STM_API unsigned stm_word_disguise(stm_str word);

/** The words of a document as numbers, for jobs over millions of documents:
 * equal words have equal hashes, and that is all that is kept of them.
 *
 * A buffer that is used for one document after the other: start with {0}, free
 * it once. One a thread. */
typedef struct stm_hashes {
    size_t count;
    uint64_t *hash; /**< [count] as `stm_words` has them; never 0 */
    stm_range *at; /**< [count] bytes of each word, where they were asked for */
    size_t room;
    void *work; /**< of the scan */
} stm_hashes;

/** The words of UTF-8 `bytes`, the same and with the same hashes that
 * `stm_words_scan` finds, at several times its speed; replaces what was in
 * `out`. STM_EARG with the place where the text is not UTF-8, STM_ELIMIT over
 * 4 GiB, STM_ENOMEM; `out` then holds no words. */
STM_API stm_status stm_hashes_scan(stm_hashes *out, stm_str bytes,
                                   stm_error *err);
/** The same with the way back to the bytes. */
STM_API stm_status stm_hashes_scan_at(stm_hashes *out, stm_str bytes,
                                      stm_error *err);
STM_API void stm_hashes_free(stm_hashes *h);

/** The language of words [span) as ISO 639-1 ("en"), by function words and
 * script; "" when none stands out. Static. */
STM_API const char *stm_language_guess(const stm_words *w, stm_span span);

/** Every word and stem seen in a job: dense ids and how many texts have them.
 * Built by one thread; ids depend on the order of `stm_lexicon_add` only. */
typedef struct stm_lexicon stm_lexicon;

/** The content of one capture as tokens. Owned by itself; read-only once
 * `stm_lexicon_add` has been called on it. */
typedef struct stm_text {
    stm_str bytes;    /**< the captured text, borrowed */
    char language[8]; /**< ISO 639-1, or "" */
    uint32_t count;
    const stm_range *at;  /**< [count] bytes of each token */
    const uint8_t *flags; /**< [count] STM_WORD_*; a token after a gap in the
                               content starts a sentence and a line */
    const uint32_t *gap;  /**< [count] index of the content range it lies in */
    uint32_t *word;       /**< [count] lexicon id of the folded word */
    uint32_t *stem;       /**< [count] lexicon id of its stem */
    uint32_t sentence_count;
    const stm_span *sentence; /**< [sentence_count], together all tokens */
    /* after `stm_lexicon_add`, NULL in a text with a STM_WORD_IDEOGRAPH: */
    const uint32_t *own_stem; /**< [count] its stem as an index of `stems` */
    const uint32_t *stems;    /**< [stem_count] each stem's id once, by first
                                   place; STM_STEM_FUNCTION may be added */
    uint32_t stem_count;
} stm_text;

/** Of a stem of `stm_text`: a function word of some language. */
#define STM_STEM_FUNCTION UINT32_C(0x80000000)

/** The words of `w` that lie in `content` (sorted, disjoint), in `language` or
 * "". `w` may be freed afterwards, its bytes may not. `word` and `stem` are ids
 * only after `stm_lexicon_add`. */
STM_API stm_status stm_text_new(stm_text **out, const stm_words *w,
                                const stm_range *content, size_t content_count,
                                const char *language, stm_error *err);
STM_API void stm_text_free(stm_text *t);

/** Makes texts one after the other and keeps its room between them. One a
 * thread. */
typedef struct stm_text_maker stm_text_maker;
STM_API stm_status stm_text_maker_new(stm_text_maker **out, stm_error *err);
STM_API void stm_text_maker_free(stm_text_maker *m);
/** What `stm_text_new` gives. */
STM_API stm_status stm_text_make(stm_text **out, stm_text_maker *m,
                                 const stm_words *w, const stm_range *content,
                                 size_t content_count, const char *language,
                                 stm_error *err);

STM_API stm_status stm_lexicon_new(stm_lexicon **out, stm_error *err);
STM_API void stm_lexicon_free(stm_lexicon *lex);
/** Gives every token of `t` its ids and counts it; words are stemmed by the
 * Snowball stemmer of the text's language where there is one, each once for all
 * texts. Not thread-safe. A second call on the same text is STM_EARG. */
STM_API stm_status stm_lexicon_add(stm_lexicon *lex, stm_text *t,
                                   stm_error *err);
/** What the lexicon says of two of its texts, as if there were no others, but
 * with the same ids. It is one lookup dearer to count in, and a function word
 * of one text's language is one in both. Borrows all three. */
STM_API stm_status stm_lexicon_of_two(stm_lexicon **out, const stm_lexicon *lex,
                                      const stm_text *a, const stm_text *b,
                                      stm_error *err);
/** Number of ids given out; words and stems share one space (a word that is
 * its own stem has one id). */
STM_API uint32_t stm_lexicon_size(const stm_lexicon *lex);
STM_API uint32_t stm_lexicon_texts(const stm_lexicon *lex);
/** How many texts have it as a word or as a stem (counted as stem). */
STM_API uint32_t stm_lexicon_df(const stm_lexicon *lex, uint32_t id);
/** How often it stands as a word in all texts. */
STM_API uint64_t stm_lexicon_cf(const stm_lexicon *lex, uint32_t id);
/** The folded word or stem; lives as long as the lexicon. */
STM_API stm_str stm_lexicon_word(const stm_lexicon *lex, uint32_t id);
/** Its hash, as `stm_words` has it; that of the stem for a stem. */
STM_API uint64_t stm_lexicon_hash(const stm_lexicon *lex, uint32_t id);
enum { STM_LEXICON_HINT_BITS = 14 };
/** By id, the lowest STM_LEXICON_HINT_BITS of that hash (and more bits above
 * them): enough to tell most words from a few that are looked for, sooner than
 * by the hash. Borrowed until the next `stm_lexicon_add`. */
STM_API const uint16_t *stm_lexicon_hints(const stm_lexicon *lex);
/** True for the function words of the languages of the texts that have it, as
 * far as the guesser knows them; a text without a language counts for all. A
 * function word is its own stem. */
STM_API bool stm_lexicon_is_function(const stm_lexicon *lex, uint32_t id);
/** True for the words of which credits of agencies, legal notices and lines
 * about subscribing are made, of any language. */
STM_API bool stm_lexicon_is_formula(const stm_lexicon *lex, uint32_t id);

enum { STM_SHINGLE_WORDS = 5 /**< words of a run whose texts are counted */ };
/** Counts the runs of words of a text of this lexicon, so that phrases that
 * many texts share can be told. At most once a text; not thread-safe. STM_EARG:
 * the text is in no lexicon. */
STM_API stm_status stm_lexicon_count_runs(stm_lexicon *lex, const stm_text *t,
                                          stm_error *err);
/** How many of the texts counted have the run of words at `i` of `t`, and 0
 * where that is not known: about every second run is counted. */
STM_API uint32_t stm_lexicon_run_texts(const stm_lexicon *lex,
                                       const stm_text *t, uint32_t i);

/** Which words may stand for which: a thesaurus that is installed, or not. */
typedef struct stm_thesaurus stm_thesaurus;

/** Reads a thesaurus in the format of MyThes (the th_*.dat files of word
 * processors; UTF-8 or ISO 8859-1), of a language as ISO 639-1: single words by
 * their stems. STM_EIO: no such file; STM_EFORMAT: another format. Read-only
 * afterwards and thread-safe. */
STM_API stm_status stm_thesaurus_open(stm_thesaurus **out, const char *path,
                                      const char *language, stm_error *err);
STM_API void stm_thesaurus_free(stm_thesaurus *t);
/** The number of pairs of stems, each counted both ways. */
STM_API size_t stm_thesaurus_size(const stm_thesaurus *t);
/** The keys of the stems that may stand for the stem with a key, ascending;
 * `*count` of them. Borrowed. */
STM_API const uint32_t *stm_thesaurus_find(const stm_thesaurus *t, uint32_t key,
                                           size_t *count);
/** The key of a stem (folded, as a lexicon has it). */
STM_API uint32_t stm_thesaurus_key(stm_str stem);

#ifdef __cplusplus
}
#endif
#endif
