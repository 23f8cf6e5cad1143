/** Pages: what of a capture its author wrote, what a site wrapped around it,
 * what stands twice, and the facts it states about itself. */
#ifndef STEMMA_PAGE_H
#define STEMMA_PAGE_H

#include <stemma/html.h>
#include <stemma/text.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum stm_furniture_kind {
    STM_FURNITURE_NAV,
    STM_FURNITURE_ADVERT,
    STM_FURNITURE_SHARE,
    STM_FURNITURE_COMMENTS,
    STM_FURNITURE_PAYWALL,
    STM_FURNITURE_BIOGRAPHY,
    STM_FURNITURE_PROMO,
    STM_FURNITURE_RELATED,
    STM_FURNITURE_WIDGET,
    STM_FURNITURE_DATE,
    STM_FURNITURE_BYLINE,
    STM_FURNITURE_CAPTION,
    STM_FURNITURE_REPEAT, /**< the folded copy of a body that stands twice */
    STM_FURNITURE_OTHER,
    STM_FURNITURE_KINDS
} stm_furniture_kind;

/** "nav", "advert", ...: the names the reports use. Static. */
STM_API const char *stm_furniture_name(stm_furniture_kind kind);

typedef struct stm_furniture {
    stm_range at;
    stm_furniture_kind kind;
} stm_furniture;

/** The same words twice: `a` is the copy kept as content, `b` the one folded.
 */
typedef struct stm_repeat {
    stm_range a, b;
} stm_repeat;

/** A date as precise as the text states it. */
typedef struct stm_date {
    int16_t year;                /**< 0: no date at all */
    uint8_t month, day;          /**< 0: not stated */
    int8_t hour, minute, second; /**< -1: not stated */
    int16_t zone;                /**< minutes east of UTC, or STM_NO_ZONE */
} stm_date;
#define STM_NO_ZONE INT16_MIN

/** ISO 8601 with just the stated precision, NUL-terminated; returns length, 0
 * for no date. `size` of 32 always fits. */
STM_API size_t stm_date_format(const stm_date *d, char *buf, size_t size);
/** Days since 1970-01-01 in the proleptic Gregorian calendar; month and day
 * not stated count as 1. */
STM_API int32_t stm_date_days(const stm_date *d);
/** 0 Sunday .. 6 Saturday; -1 when the day is not stated. */
STM_API int stm_date_weekday(const stm_date *d);
/** 1..12 for the name of a month in one of many languages, else 0. */
STM_API unsigned stm_month_of(stm_str word);

/** A statement that the page makes about itself and that was not believed,
 * for another one contradicts it. */
typedef struct stm_conflict {
    stm_fact_kind kind;
    stm_fact_origin origin;
    stm_str value; /**< a date is given as ISO 8601 */
} stm_conflict;

/** What was found on a page. Read-only; owned by itself; slices point into the
 * capture's text or the page. Content and furniture are sorted and disjoint
 * and together hold every word of the text. */
typedef struct stm_page {
    const stm_range *content;
    size_t content_count;
    const stm_furniture *furniture;
    size_t furniture_count;
    const stm_repeat *repeats;
    size_t repeat_count;
    stm_str title; /**< or absent */
    const stm_str *authors;
    size_t author_count;
    stm_str site;      /**< name of the site, or absent */
    stm_str canonical; /**< the address the page gives itself, or absent */
    stm_date published, updated;
    const stm_conflict *conflicts;
    size_t conflict_count;
    char language[8]; /**< ISO 639-1, or "" */
    bool truncated;   /**< the text ends at a paywall or "read more", */
    stm_range offer;  /**< which is this */
} stm_page;

typedef struct stm_page_opts {
    size_t struct_size;
    bool as_is; /**< the whole text is content; only the language is guessed */
} stm_page_opts;
#define STM_PAGE_OPTS_INIT           \
    {                                \
        sizeof(stm_page_opts), false \
    }

/** Reads the page of a capture whose words are `w`. `html` is what its markup
 * says, NULL for plain text. The capture and `html` must outlive the page.
 * Linear time but for sorting. Thread-safe. */
STM_API stm_status stm_page_read(stm_page **out, const stm_capture *c,
                                 const stm_html *html, const stm_words *w,
                                 const stm_page_opts *opts, stm_error *err);
STM_API void stm_page_free(stm_page *p);

/** What a word is: a stm_furniture_kind or one of these. */
enum {
    STM_PAGE_CONTENT = STM_FURNITURE_KINDS,
    STM_PAGE_APART /**< it lies in two ranges */
};

/** Words [at) of a page are of `kind`. */
typedef struct stm_recast {
    stm_span at;
    uint8_t kind;
} stm_recast;

/** Fills `kind`, [words->count], with what the words are that `p` was read
 * from. */
STM_API void stm_page_kinds(const stm_page *p, const stm_words *words,
                            uint8_t *kind);

/** Gives words of `p`, which was read from `words`, other kinds: for who has
 * seen other captures of the page. A page with words that lie in two ranges
 * stays as it is. STM_ENOMEM; the page is then as it was. */
STM_API stm_status stm_page_recast(stm_page *p, const stm_words *words,
                                   const stm_recast *changes, size_t count,
                                   stm_error *err);

#ifdef __cplusplus
}
#endif
#endif
