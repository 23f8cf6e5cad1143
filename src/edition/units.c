/* Units: the places of a family cut where who has words, and whether they are
 * the same, changes. A unit is either a stretch that all who have it read
 * alike, which ends with the sentence, or a stretch in which somebody differs.
 *
 * Everything is found by walking each column once: a run of places it has not
 * is short (it reads something else, or leaves words out) or a whole passage
 * that it lacks. */
#include <string.h>

#include "edition/bench.h"
#include "edition/weights.h"

typedef struct sieve {
    stm_edition__bench *b;
    uint32_t *votes;  /* [places + 1] columns that have a word there */
    uint64_t *before; /* [places + 1] sum of the votes of all places before */
    uint32_t *word;   /* [places] the first word seen there */
    bool *differs;    /* [places] not all words there are that one */
    int32_t *missing; /* [places + 1] columns that lack it, as steps */
    bool *edge;       /* [places + 1] a passage starts or ends here for one */
    bool *sentence;   /* [places + 1] a sentence starts here */
} sieve;

static bool make_sieve(sieve *s)
{
    stm_arena *mem = &s->b->mem;
    size_t n = (size_t)s->b->places + 1;
    s->votes = STM_ARENA_NEW(mem, uint32_t, n);
    s->before = STM_ARENA_NEW(mem, uint64_t, n);
    s->word = STM_ARENA_NEW(mem, uint32_t, n);
    s->differs = STM_ARENA_NEW(mem, bool, n);
    s->missing = STM_ARENA_NEW(mem, int32_t, n);
    s->edge = STM_ARENA_NEW(mem, bool, n);
    s->sentence = STM_ARENA_NEW(mem, bool, n);
    return s->votes && s->before && s->word && s->differs && s->missing &&
           s->edge && s->sentence;
}

static void look_at_words(sieve *s)
{
    const stm_edition__bench *b = s->b;
    for (uint32_t c = 0; c < b->columns; c++) {
        const stm_edition__column *col = &b->column[c];
        for (uint32_t i = 0; i < col->count; i++) {
            uint32_t p = col->cell[i].place, t = col->cell[i].token;
            bool again = i && col->cell[i - 1].place == p;
            s->differs[p] |=
                again || (s->votes[p] && s->word[p] != col->text->word[t]);
            if (!s->votes[p])
                s->word[p] = col->text->word[t];
            s->sentence[p] |= !again && col->text->flags[t] & STM_WORD_SENTENCE;
            s->votes[p] += !again;
        }
    }
    for (uint32_t p = 0; p < b->places; p++)
        s->before[p + 1] = s->before[p] + s->votes[p];
}

/* Words that a text usually has at the places [from, to): where many read many
 * things, there are more places than words. */
static bool is_passage(const sieve *s, uint32_t from, uint32_t to)
{
    uint32_t most = 0;
    if (to - from < STM_EDITION_PASSAGE)
        return false;
    for (uint32_t p = from; p < to; p++)
        most = s->votes[p] > most ? s->votes[p] : most;
    return s->before[to] - s->before[from] >=
           (uint64_t)STM_EDITION_PASSAGE * most;
}

/* A short sentence that a column lacks is a unit of its own, else it would be
 * one wording with a word beside it that was replaced. */
static void mark_sentences(sieve *s, uint32_t from, uint32_t to)
{
    for (uint32_t p = from; p <= to; p++)
        s->edge[p] |= s->sentence[p];
}

/* A gap of a column between two of its cells. */
static bool mark_gap(sieve *s, uint32_t from, uint32_t to)
{
    bool far = from < to && is_passage(s, from, to);
    if (far) {
        s->edge[from] = s->edge[to] = true;
    } else if (from < to) {
        s->missing[from]++;
        s->missing[to]--;
        mark_sentences(s, from, to);
    }
    return far;
}

static bool look_at_gaps(sieve *s)
{
    stm_edition__bench *b = s->b;
    for (uint32_t c = 0; c < b->columns; c++) {
        stm_edition__column *col = &b->column[c];
        bool *far = STM_ARENA_NEW(&b->mem, bool, (size_t)col->count + 1);
        uint32_t next = 0;
        if (!far)
            return false;
        for (uint32_t i = 0; i < col->count; i++) {
            uint32_t p = col->cell[i].place;
            far[i] = p >= next && mark_gap(s, next, p);
            next = p + 1;
        }
        far[col->count] = mark_gap(s, next, b->places);
        col->far = far;
    }
    return true;
}

static bool cut(sieve *s)
{
    stm_edition__bench *b = s->b;
    b->start = STM_ARENA_NEW(&b->mem, uint32_t, (size_t)b->places + 1);
    b->agreed = STM_ARENA_NEW(&b->mem, bool, b->places);
    if (!b->start || !b->agreed)
        return false;
    int32_t missing = 0;
    for (uint32_t p = 0; p < b->places; p++) {
        missing += s->missing[p];
        bool agreed = !missing && !s->differs[p];
        bool fresh = !b->units || s->edge[p] ||
                     agreed != b->agreed[b->units - 1] ||
                     (agreed && s->sentence[p]);
        if (fresh) {
            b->agreed[b->units] = agreed;
            b->start[b->units++] = p;
        }
    }
    b->start[b->units] = b->places;
    return true;
}

/* The first cell of every unit, for each column. */
static bool count_cells(stm_edition__bench *b)
{
    for (uint32_t c = 0; c < b->columns; c++) {
        stm_edition__column *col = &b->column[c];
        uint32_t i = 0;
        col->from = STM_ARENA_NEW(&b->mem, uint32_t, (size_t)b->units + 1);
        if (!col->from)
            return false;
        for (uint32_t u = 0; u < b->units; u++) {
            while (i < col->count && col->cell[i].place < b->start[u])
                i++;
            col->from[u] = i;
        }
        col->from[b->units] = col->count;
    }
    return true;
}

bool stm_edition__units(stm_edition__bench *b)
{
    sieve s = {.b = b};
    if (!make_sieve(&s))
        return false;
    look_at_words(&s);
    return look_at_gaps(&s) && cut(&s) && count_cells(b);
}
