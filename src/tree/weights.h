/* The constants that decide what trees look like, with what set them. */
#ifndef STM_TREE_WEIGHTS_H
#define STM_TREE_WEIGHTS_H

enum {
    /* words: a changed stretch costs no more; a lacuna is one event */
    STM_TREE_HUNK_CAP = 6,
    /* words: a sentence that stands in one text only */
    STM_TREE_SENTENCE = 8,
    /* words on end that two texts share and a third never had */
    STM_TREE_PASSAGE = 12,
    /* words of a text without a counterpart in its nearest kin from which on
     * further kin are asked */
    STM_TREE_ASK_KIN = 8,
    STM_TREE_KIN = 2,
    /* places looked at where a stretch is matched with what others have
     * between the same neighbours, and cells of that comparison */
    STM_TREE_GAP = 2048,
    STM_TREE_GAP_CELLS = 1 << 20,
    /* readings in which a text stands alone before it leaves the path */
    STM_TREE_MEDIAN_EVENTS = 4,
    STM_TREE_MEDIAN_TRIES = 32,
    /* texts that share one reading compared two by two */
    STM_TREE_CLIQUE = 8,
    /* neighbours of a text from which on it is rather cut than grown */
    STM_TREE_HUB = 3,
    /* words that go on in the midst of a sentence behind a cut */
    STM_TREE_CUT_WORDS = 12,
    /* sentences of its own that show that a spun text has a lost source;
     * smaller readings of its own where two others agree */
    STM_TREE_SPUN_OWN = 2,
    /* lost texts between two captures that are still next of kin */
    STM_TREE_REACH = 3,
    STM_TREE_NEXT_OF_KIN = 8,
    /* readings that a second source explains before it is drawn, and words of
     * one passage that do the same alone */
    STM_TREE_SECOND_EVENTS = 5,
    STM_TREE_SECOND_WORDS = 12,
    /* one word of its own in so many still makes an excerpt */
    STM_TREE_OWN_PART = 6,
    /* one changed word in so many still makes a reprint */
    STM_TREE_REPRINT = 50,
    /* sure.c: neighbours looked at, and readings that count at most */
    STM_TREE_SIDE_LOOKS = 32,
    STM_TREE_SIDE_OWN = 4,
    /* words quoted in a note */
    STM_TREE_QUOTE = 12
};

/* Share of the smaller difference that must be the middle text's own. */
#define STM_TREE_MEDIAN_SHARE 0.25
/* Share of changes of one or two words that makes a tradition of copyists. */
#define STM_TREE_SMALL_CHANGES 0.7
/* What a shared word is worth against a changed one. */
#define STM_TREE_SHARED 0.5
/* By how much more of its relations must be spun for one of two. */
#define STM_TREE_SPUN_LEAD 0.2
/* Part of a text that is left at most of it when its end was cut off: of one
 * from which others come too, and of one that stands at a tip. */
#define STM_TREE_CUT_OF_HUB 0.75
#define STM_TREE_CUT_OF_TIP 0.6
/* Nats. */
#define STM_TREE_CUT 2.0   /* a fragment is not what the whole grew from */
#define STM_TREE_SLIPS 1.0 /* times the log ratio of words found once */
#define STM_TREE_GAPS 1.0  /* times the log ratio of words left out */
#define STM_TREE_BAR 20.0  /* a spun or cut text gives what it lacks */
#define STM_TREE_FLOOR 8.0 /* no single pair says more than this */
#define STM_TREE_PRIOR 1.0 /* times the log of the number of histories */
#define STM_TREE_TIPS 0.4  /* share of tips from which on it holds in full */
#define STM_TREE_LOST_COST 2.0  /* of a lost text that no reading proves */
#define STM_TREE_LOST_WHOLE 1.0 /* of one that was cut or spun */
/* Readings that make a lost text about two thirds as sure again. */
#define STM_TREE_PROOF 4.0
/* Log-odds that nobody stands between two captures: to begin with, for each
 * reading of the source's and of the copy's own, and times the log of how much
 * farther the next one is, in words. Logistic regression over 1,344 edges of
 * 192 families of bench/quality/families.py: of the edges given at .9 to .95
 * then 95 of 100 are right, at .8 to .85 86, at .5 to .6 56. */
#define STM_TREE_SIDE_BASE 1.0
#define STM_TREE_SIDE_SOURCE 1.3
#define STM_TREE_SIDE_COPY 1.0
#define STM_TREE_SIDE_NEAR 0.66
#define STM_TREE_SIDE_MARGIN 40.0
/* A lost text that two siblings need. */
#define STM_TREE_SIBLINGS 0.75
/* Which of two identical captures came first is hardly known. */
#define STM_TREE_TWIN 0.6
/* Pairs share their hints, so their sum is too sure of itself. */
#define STM_TREE_TEMPERATURE 2.0

#endif
