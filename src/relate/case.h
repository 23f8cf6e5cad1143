/* One pair under judgement: the two texts, how they align, and what was
 * measured of them. Every rule and every kind of evidence reads it, and writes
 * what it has to say into it. */
#ifndef STM_RELATE_CASE_H
#define STM_RELATE_CASE_H

#include <stemma/relate.h>

#include "base/arena.h"
#include "base/vec.h"

/* A run of one text's words that no passage covers. */
typedef struct stm_stretch {
    stm_span at;
    uint32_t next; /* passage that follows in this text, or passage_count */
    uint32_t last; /* passage that stands before it, or passage_count */
    bool beyond;   /* the other text ends before it: a cut, not a choice */
} stm_stretch;

/* What one of the two texts is in this pair. Counts are words. */
typedef struct stm_party {
    const stm_witness *w;
    const stm_text *t;
    uint32_t words;
    uint32_t covered;      /* in passages */
    uint32_t head;         /* before the shared part */
    uint32_t tail;         /* after it */
    uint32_t beyond;       /* uncovered, explained by the other's cut */
    uint32_t own;          /* uncovered, explained by nothing */
    uint32_t added;        /* words in differing places that the other lacks */
    uint32_t additions;    /* differing places where the other has no word */
    const uint32_t *order; /* passages by their place in this text */
    const stm_stretch *stretch;
    size_t stretch_count;
    bool cut;    /* this text ends (or starts) where the other goes on */
    bool broken; /* and it does so in the midst of a sentence */
} stm_party;

typedef struct stm_topic {
    double cosine;  /* of the weighted stems, function words left out */
    uint32_t names; /* distinct names that stand in both */
    double odds;    /* log-odds that both speak of one thing */
} stm_topic;

typedef struct stm_features {
    stm_party side[2];
    bool bare; /* neither page states a fact of itself: states of a text, not
                  captures of a site */
    double most_covered; /* share in passages, of the side covered more */
    double least_covered;
    bool same_start;  /* both begin, but for a title, with the same passage */
    uint32_t copied;  /* words of the smaller side in passages */
    uint32_t longest; /* longest passage, words of its smaller side */
    uint32_t kept;    /* words kept in place */
    uint32_t spun;    /* words of a in passages marked as spun */
    uint32_t changes; /* differing places */
    uint32_t changed; /* words in them, larger side */
    uint32_t events;  /* the same, no place counting more than a few words */
    uint32_t small;   /* places of one word at most on either side */
    uint32_t replacements; /* places with a word or phrase for another */
    uint32_t replaced;     /* words in them, smaller side */
    uint32_t noisy;        /* places where words are the same but for noise */
    double replaced_odds;  /* log-odds that wording was replaced word by word */
    double scribal;        /* 0 an editor's changes .. 1 a copyist's */
    double distance;
    stm_topic topic; /* measured only where nothing was copied */
} stm_features;

typedef struct stm_case {
    const stm_alignment *x;
    const stm_lexicon *lex;
    stm_arena *mem;    /* the relation's: what it hands out lives there */
    stm_arena scratch; /* gone when the pair is judged */
    stm_features f;
    stm_relation_kind kind;
    double probability; /* that `kind` is right */
    int spun_side;      /* whose wording was replaced; -1: neither, or unsure */
    const char *asked;  /* the kind of evidence that is being asked */
    double company; /* 0 no other copy in the job .. 1 there is; singular.c */
    const struct stm_usage *usage; /* see usage.h; NULL until asked for */
    STM_VEC(stm_evidence) said;
    bool out_of_memory;
} stm_case;

/* Measures everything in `f` but `topic`. False when out of memory. */
bool stm_relate__measure(stm_case *c, const stm_witness *a,
                         const stm_witness *b);

/* Did a cut take what lies beyond the end of `side`, or was it added to the
 * other text later? States of a bare text grow; nobody ends inside a sentence.
 */
static inline bool stm_relate__was_cut(const stm_case *c, int side)
{
    const stm_party *s = &c->f.side[side];
    return s->broken || (s->cut && !c->f.bare);
}

/* Is the wording of one side the replaced wording of the other? */
static inline bool stm_relate__is_replaced(const stm_case *c)
{
    return c->f.replaced_odds > 0;
}

/* "a" or "b", for sentences. */
static inline char stm_relate__name(int side) { return (char)('a' + side); }

/* The direction in which `side` is the source. */
static inline stm_direction stm_relate__source(int side)
{
    return side ? STM_B_TO_A : STM_A_TO_B;
}

static inline double stm_relate__per_hundred(double part, double whole)
{
    return whole > 0 ? 100.0 * part / whole : 0;
}

#endif
