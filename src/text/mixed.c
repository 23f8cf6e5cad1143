/* Words: UAX #29 in substance. What joins inside a word beyond letters, marks
 * and digits:
 *   apostrophe  letter'letter and digit'digit  ("don't", 1'000)
 *   point       digit.digit, and letter.letter where every part is one letter
 *               ("U.S", "a.m"; "needed.He" and "example.com" are two words)
 *   comma       digit,digit
 *   middle dot  letter-letter ("col·lecció")
 *   quote       between Hebrew letters
 * A run longer than STM_TEXT_WORD_MAX bytes is cut into several words; a run
 * that folds to nothing (invisible characters only) is no word. */
#include "text/mixed.h"

#include "text/mixed_quick.h"

/* Where a word stands while it is read. */
typedef struct part {
    stm_char last;       /* class of the last letter or digit */
    uint32_t last_point; /* and its code point */
    unsigned letters;    /* in the part since the last joiner */
    bool after_mark;
} part;

typedef struct reader {
    const char *p, *end;
    stm_letter now; /* at `p` */
} reader;

static inline void look(reader *r) { r->now = stm_text__letter(r->p, r->end); }

static inline void step(reader *r)
{
    r->p += r->now.len;
    look(r);
}

/* Whether the part after a point at `p` is one letter and no more. */
static bool single_letter(const char *p, const char *end)
{
    stm_letter l = stm_text__letter(p, end);
    if (!is_letter(stm_letter_class(&l)))
        return false;
    l = stm_text__letter(p + l.len, end);
    stm_char after = stm_letter_class(&l);
    return after != STM_CHAR_LETTER && after != STM_CHAR_DIGIT &&
           after != STM_CHAR_MARK && after != STM_CHAR_APOSTROPHE;
}

static bool joins(const part *w, stm_char joiner, const char *after,
                  const char *end)
{
    stm_letter l = stm_text__letter(after, end);
    stm_char next = stm_letter_class(&l);
    bool letters = is_letter(w->last) && is_letter(next);
    bool digits = w->last == STM_CHAR_DIGIT && next == STM_CHAR_DIGIT;
    switch (joiner) {
    case STM_CHAR_APOSTROPHE:
        return letters || digits;
    case STM_CHAR_POINT:
        return digits ||
               (letters && w->letters == 1 && single_letter(after, end));
    case STM_CHAR_COMMA:
        return digits;
    case STM_CHAR_MIDDOT:
        return letters;
    case STM_CHAR_QUOTE:
        return letters && stm_text__is_hebrew(w->last_point) &&
               stm_text__is_hebrew(l.cp);
    default:
        return false;
    }
}

/* Whether the character at `r` belongs to the word that started at `start` with
 * a character of class `first`. */
static inline bool goes_on(const reader *r, part *w, stm_char first,
                           const char *start)
{
    stm_char c = stm_letter_class(&r->now);
    if (!r->now.len || r->p + r->now.len - start > STM_TEXT_WORD_MAX)
        return false;
    if (c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT) {
        w->last = c;
        w->last_point = r->now.cp;
        w->letters += is_letter(c);
        return first != STM_CHAR_IDEOGRAPH;
    }
    if (c == STM_CHAR_IDEOGRAPH)
        return r->p == start;
    if (c == STM_CHAR_MARK)
        return true;
    bool joined = joins(w, c, r->p + r->now.len, r->end);
    w->letters = 0;
    return joined;
}

/* Points that join letters go, those of numbers stay. */
static void fold_point(stm_folding *f, const part *w, const stm_letter *l)
{
    f->unknown |= w->after_mark || l->cp != '.';
    if (w->last == STM_CHAR_DIGIT)
        *f->out++ = '.';
}

/* Reads the word at `r`, folding it into the batch; its folded length. */
static inline size_t fold_word(stm_word_batch *b, reader *r)
{
    const char *start = r->p;
    stm_char first = stm_letter_class(&r->now);
    part w = {first, 0, 0, false};
    stm_folding f = {.out = b->bytes + b->used};
    stm_char c = STM_CHAR_OTHER;
    while (goes_on(r, &w, first, start)) {
        c = stm_letter_class(&r->now);
        if (c == STM_CHAR_POINT)
            fold_point(&f, &w, &r->now);
        else
            stm_text__fold_letter(&f, &r->now);
        w.after_mark = c == STM_CHAR_MARK;
        step(r);
    }
    /* a point at which a long word is cut joins nothing */
    if (c != STM_CHAR_POINT && stm_text__is_folded(&f))
        return (size_t)(f.out - (b->bytes + b->used));
    return stm_text__fold_slow((stm_str){start, (size_t)(r->p - start)},
                               b->bytes + b->used);
}

static void take_word(stm_word_batch *b, reader *r, stm_str text)
{
    const char *start = r->p;
    size_t n = fold_word(b, r);
    b->cut = r->p - start > STM_TEXT_WORD_MAX - 4;
    if (n)
        add_word(b, text, start, r->p, n);
}

/* Reads on by the rules until something can be read quickly again. */
static void read_slowly(stm_word_batch *b, reader *r, stm_str text)
{
    look(r);
    stm_char c = stm_letter_class(&r->now);
    if (c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT ||
        c == STM_CHAR_IDEOGRAPH || (c == STM_CHAR_MARK && b->cut)) {
        take_word(b, r, text);
        return;
    }
    b->cut = false;
    r->p += r->now.len;
}

size_t stm_text__read_mixed(stm_word_batch *b, stm_str text, size_t at,
                            size_t stop)
{
    const char *last = text.ptr + stop;
    reader r = {.p = text.ptr + at, .end = text.ptr + text.len};
    b->damaged = false;
    while (r.p < last && !stm_text__is_full(b)) {
        if (!b->cut && stm_text__byte[(unsigned char)*r.p] == STM_CHAR_OTHER)
            break;
        if (!b->cut && take_quickly(b, &r.p, text, last))
            continue;
        const char *before = r.p;
        read_slowly(b, &r, text);
        if (r.p == before) {
            b->damaged = true;
            break;
        }
    }
    return (size_t)(r.p - text.ptr);
}
