/* The constants that decide what trees look like, with what set them.
 *
 * "Families" are those of bench/quality/families.py over 24 news articles of
 * 350 to 900 words, 24 families of a kind for each seed; figures are averages
 * of news / manuscripts. Those of this table that name 72 families are of seeds
 * 21 to 23; docs/decisions/0010 has the figures on seeds never tuned on, the
 * older ones here are of the trees before it. "Chains" are 80 series of page
 * versions in their true order, without dates. */
#ifndef STM_TREE_WEIGHTS_H
#define STM_TREE_WEIGHTS_H

enum {
    /* words: a changed stretch costs no more; a lacuna is one event. On a
     * manuscript tradition whose tree is known 3 to 12 give 87-91 % sign
     * similarity, no cap 71 %; families: 4 to 10 are alike to .3 points */
    STM_TREE_HUNK_CAP = 6,
    /* words of a line that dates a page; by hand */
    STM_TREE_DATELINE = 12,
    /* words: a sentence that stands in one text only */
    STM_TREE_SENTENCE = 8,
    /* words on end that two texts share and a third never had; families: 8, 12
     * and 20 are alike to half a point; shorter ones are set phrases */
    STM_TREE_PASSAGE = 12,
    /* words of a text without a counterpart in its nearest kin from which on
     * further kin are asked, and how many: bounds the alignments */
    STM_TREE_ASK_KIN = 8,
    STM_TREE_KIN = 2,
    /* the same of a spun text, whose further kin are all whole texts, the
     * nearest first. 48 families of news: stretches of spun texts wrongly read
     * as changed against a whole one 811 with 0, 90 with 5 */
    STM_TREE_SPUN_ASK = 2,
    STM_TREE_SPUN_KIN = 5,
    STM_TREE_SPUN_LOOKS = 64, /* texts these are chosen from: a bound */
    /* words of the longest stretch that substitutions replace; places between
     * two words of a spun text where other readings are looked for: bounds */
    STM_TREE_SLIP_WORDS = 8,
    STM_TREE_SLIP_GAP = 24,
    /* places looked at where a stretch is matched with what others have
     * between the same neighbours, and cells of that comparison: bounds */
    STM_TREE_GAP = 2048,
    STM_TREE_GAP_CELLS = 1 << 20,
    /* of copyists: readings that the other two share, in which a text stands
     * alone, before it leaves the path; on 72 families parent and F1 of lost
     * texts are .827 and .73 with 2, .842 and .70 with 3 */
    STM_TREE_MEDIAN_EVENTS = 2,
    /* changes an edge that are enough to tell copyists from editors */
    STM_TREE_TELLING = 4,
    STM_TREE_MEDIAN_TRIES = 32, /* couples looked at closely: a bound */
    /* texts that share one reading compared two by two: a bound */
    STM_TREE_CLIQUE = 8,
    /* neighbours that a lost text is tried to be one with, those of a lost text
     * that is tried at all, and turns: bounds */
    STM_TREE_PRUNE_TRIES = 8,
    STM_TREE_PRUNE_NEAR = 4096,
    STM_TREE_PRUNE_TURNS = 8,
    /* neighbours of a text from which on it is rather cut than grown */
    STM_TREE_HUB = 3,
    /* words left out by a copyist that are many */
    STM_TREE_GAP_LONG = 4,
    /* words that go on in the midst of a sentence behind a cut */
    STM_TREE_CUT_WORDS = 12,
    /* sentences of its own that show that a spun text has a lost source;
     * smaller readings of its own where two others agree. Of 192 families each
     * of news and pages the first made 10 more lost texts with 2 than with 4,
     * of which 7 had been, though with no other copy */
    STM_TREE_SPUN_OWN = 2,
    /* words that two texts share before they agree against a third, where one
     * of them was spun and where both were. Parents of 64 families of news
     * right, F1 of the lost: 1 and 1 .874 and .41, 2 and 4 .902 and .54 */
    STM_TREE_SPUN_ONE = 2,
    STM_TREE_SPUN_BOTH = 4,
    /* misfit.c: words of a family that are looked at, and the fewest that teach
     * anything; places by which words that were thrown together are apart;
     * steps of the share; by hand */
    STM_TREE_MISFIT_SAMPLE = 4096,
    STM_TREE_MISFIT_LEAST = 200,
    STM_TREE_MISFIT_APART = 7,
    STM_TREE_MISFIT_STEPS = 20,
    /* foreign.c: words of a stretch that is no sentence of its own */
    STM_TREE_FOREIGN_WORDS = 12,
    /* lost texts between two captures that are still next of kin, and how many
     * of those one capture has at most: bounds */
    STM_TREE_REACH = 3,
    STM_TREE_NEXT_OF_KIN = 8,
    /* readings that a second source explains before it is drawn, of editors
     * and of copyists, and words of one passage that do the same alone (not
     * measured). bench/quality/contamination.py, 40 manuscript families, none
     * lost: second sources found and true .32/.75 with 5, .63/.63 with 3; no
     * edge in families without any. Of 24 news families without second sources
     * 1 had an edge with 5, 4 with 3 */
    STM_TREE_SECOND_EVENTS = 5,
    STM_TREE_SECOND_COPIED = 3,
    STM_TREE_SECOND_WORDS = 12,
    /* one word of its own in so many still makes an excerpt */
    STM_TREE_OWN_PART = 6,
    /* one changed word in so many still makes a reprint */
    STM_TREE_REPRINT = 50,
    /* times that a sentence is drawn into a sample: a bound */
    STM_TREE_DRAWN = 8,
    /* support.c: the fewest trees that say something where not all can be
     * drawn, captures that each is compared with, places walked over: bounds */
    STM_TREE_SUPPORT_LEAST = 20,
    STM_TREE_SUPPORT_NEAR = 12,
    STM_TREE_SUPPORT_WORK = 400 << 20,
    /* sure.c: neighbours looked at, and readings that count at most */
    STM_TREE_SIDE_LOOKS = 32,
    STM_TREE_SIDE_OWN = 4,
    /* words quoted in a note */
    STM_TREE_QUOTE = 12
};

/* Share of the smaller difference that must be the middle text's own; .15 and
 * .25 are alike, .35 finds fewer. */
#define STM_TREE_MEDIAN_SHARE 0.25
/* Where editors were at work: nats for a reading that two others share against
 * one text, the share of a text's readings that the next editor drops, and the
 * nats that a lost text costs. On 72 families of news parent and F1 of lost
 * texts: 3, .06, 2 .854 and .39; 3, .04, 1 .852 and .42; 3, .03, .3 .820 and
 * .37; 2, .06, 2.5 .861 and .22. Since spun texts are read beside all whole
 * ones (slips.c), 192 families of news / pages: 3, .06, 2 .919 and .63 / .896
 * and .46; 3, .06, 1 .916 and .65 / .895 and .49; 3, .06, 0 .916 and .66 / .889
 * and .45. */
#define STM_TREE_MEDIAN_PUT 3.0
#define STM_TREE_MEDIAN_DROP 0.06
#define STM_TREE_MEDIAN_COST 1.0
/* prune.c, in changed stretches: what a lost text costs, and what it costs to
 * write again what several texts have: a word, each further word, at most. F1
 * of the lost that can be proved, 192 families of seeds 1 to 8, manuscripts:
 * all kept .65, at a price of 1.25 and 2 .70; of the lost of news that no tree
 * of the same cost does without: all kept .44, at 1.25 and 2 .48; of pages .17,
 * .27 and .28. The costs of words by hand; 1 to 3 for a word are alike. */
#define STM_TREE_LOST_PRICE 1.25
#define STM_TREE_AGAIN 1.75
#define STM_TREE_AGAIN_WORD 0.375
#define STM_TREE_AGAIN_MOST 6.25
/* Share of changes of one or two words that makes a tradition of copyists;
 * parent .802 / .849 at .5. */
#define STM_TREE_SMALL_CHANGES 0.70
/* What a shared word is worth against a changed one. Sign similarity of news
 * families without lost versions: 0 89.3 %, .1 91.7, .3 93.2, 1 93.1. */
#define STM_TREE_SHARED 0.5
/* Words by which two captures are nearer when all lines around them are the
 * same: about what an event costs. Parents of 64 families of pages right: 0
 * .764, 6 .793; with identical captures sorted by site, 6 and 10 .803. */
#define STM_TREE_SAME_SITE 6.0
/* Words that spinning costs at most. Parents of 64 families of news right: 0
 * .858, 10 .863. */
#define STM_TREE_SPINNING 10.0
/* Nats that two words cost at least before they are not of the most usual
 * pairs, and the width of a band behind that; by hand. */
#define STM_TREE_MISFIT_USUAL 11.0
#define STM_TREE_MISFIT_BAND 3.0
/* Changes that speak for a share of 0 to begin with. With 3 parents of 96
 * families of news are right in .847, with 1 in .853, with no share learnt in
 * .852; a series of encyclopedia states is in line in .890 with 1 and 3. */
#define STM_TREE_MISFIT_DOUBT 1.0
/* Nats of the words of one stretch; and that one change, and all of them, say
 * for a direction. 2 or 3 for one change are alike, and so are 8 and 20 for
 * all. */
#define STM_TREE_MISFIT_MOST 20.0
#define STM_TREE_MISFIT_ONE 3.0
#define STM_TREE_MISFIT_ALL 8.0
/* Log-odds that a word was thrown in, when the rest of the text has it and when
 * not, from .3 against .55 that have. Parents of 192 families of news (seeds 1
 * to 8) right, and pairs of 150 series of encyclopedia states in line the right
 * way: without .932 and .915, half of it .941 and .918, all .944 and .918; all,
 * and the share learnt with it, too, .949 and .905. */
#define STM_TREE_RECURS (-0.6)
#define STM_TREE_FOREIGN 0.44
/* By how much more of its relations must be spun for one of two. */
#define STM_TREE_SPUN_LEAD 0.2
/* Part of a text that is left at most of it when its end was cut off: of one
 * from which others come too, and of one that stands at a tip. Versions are put
 * in line the right way in .885 of news families with the rule and .76 without,
 * in .858 and .864 of chains, where what looks cut has grown; with .75 at tips,
 * too, in .82 of chains. */
#define STM_TREE_CUT_OF_HUB 0.75
#define STM_TREE_CUT_OF_TIP 0.6
/* Nats. */
#define STM_TREE_CUT                                        \
    2.0 /* a fragment is not what the whole grew from; so 3 \
         */
/* Of copyists, in nats: where one word stands for another, that it is found
 * nowhere else and the other is; times the cost of its letters above the
 * other's, up to so many nats; words left out, one, a few, or many, and that
 * they end as they began. Logistic regression over 1,198 copies and their
 * sources, crossed by family: .72, .37, .07, .95, 3.9 and 1.8; those of many
 * words and of skips halved, since scribes explain and editors expand.
 * Manuscripts of seeds 1 to 8 and 61 to 64, 48 families each: in line the right
 * way .964 and .961 with what was there before, .987 and .992
 * (docs/decisions/0028). */
#define STM_TREE_RARE 0.8
#define STM_TREE_ODD 0.4
#define STM_TREE_ODD_MOST 4.0
#define STM_TREE_GAP_WORD 0.2
#define STM_TREE_GAP_FEW 0.6
#define STM_TREE_GAP_MANY 2.0
#define STM_TREE_GAP_SKIP 1.0
#define STM_TREE_BAR 20.0  /* a spun or cut text gives what it lacks */
#define STM_TREE_FLOOR 8.0 /* no single pair says more than this */
/* Times the log of the number of histories, and the share of tips from which on
 * it holds in full. In line the right way: 0 .82 / .81, .5 .88 / .84, 1 .90 /
 * .88, 1.5 .91 / .91; of chains .86, and .84 with 1 and the share, .78 without
 * the share. */
#define STM_TREE_PRIOR 1.0
#define STM_TREE_TIPS 0.4
/* Of a lost text that no reading proves, and of one that was cut or spun.
 * Parent right: .5 .800 / .831, 1 .817 / .842, 2 .824 / .849; of news, pages
 * and manuscripts of seeds 1 to 4 2 .814, .704, .869, 3 .816, .706, .873. */
#define STM_TREE_LOST_COST 3.0
#define STM_TREE_LOST_WHOLE 1.0
/* Nats by which two captures are rather siblings before a lost text is put
 * above both of them once the root is known. Parents of 192 families of pages
 * right: 0 .851, .5 .854, 1 and 4 .855; of news and manuscripts the same. Of
 * the lost texts of pages that .5 makes 10 of 10 were false. */
#define STM_TREE_LEAN 4.0
/* ties.c: nats by which a capture has to look more like the source of its
 * source than like its copy, where it could stand on either side. Parents of
 * 192 families of news right: not asked .893, 0 .902, .5 .906, 1 .905; of edges
 * given at .8 or more .983 ran the right way before and .993 at .5. Of 96
 * families of other seeds .888, .903, .904, .904; .988 and 1.000. */
#define STM_TREE_TURN 0.5
/* And a copy of its source than its source itself, where both are as near: of
 * 202 such ties in these 288 families by more 13 were so, and 2 were not; by up
 * to that much either way 25 and 35. Parents then .911 and .913. */
#define STM_TREE_BETTER 0.3
/* Of whole sentences behind the last word of the other text. In 288 families of
 * news, seeds 1 to 8, 427 such ends were new and 13 taken away; of encyclopedia
 * states 120 and 39, no more than in the midst of them. Parents of 192 and of
 * 96 families of other seeds right: 0 .929 and .921, .5 .930 and .928, 1 .932
 * and .930, 2 .933 and .928; of 150 series of encyclopedia states in line the
 * right way 1,486 of 1,623 pairs with 0, 1,487 of 1,625 with 1. Parents here
 * and at STM_TREE_RECURS with a rule that is gone (docs/decisions/0025). */
#define STM_TREE_APPENDED 1.0
/* Readings that make a lost text about two thirds as sure again. */
#define STM_TREE_PROOF 4.0
/* Log-odds that nobody stands between two captures: to begin with, for each
 * reading of the source's and of the copy's own, and times the log of how much
 * farther the next one is, in words. Logistic regression over 1,344 edges of
 * 192 families: of the edges given at .9 to .95 then 95 of 100 are right, at .8
 * to .85 86, at .5 to .6 56. */
#define STM_TREE_SIDE_BASE 1.0
#define STM_TREE_SIDE_SOURCE 1.3
#define STM_TREE_SIDE_COPY 1.0
#define STM_TREE_SIDE_NEAR 0.66
#define STM_TREE_SIDE_MARGIN 40.0
/* What an edge is given, to what it is worth: slope and bias of its log-odds,
 * and what is added where the source is lost. Logistic regression over 2,250
 * edges of 96 families of a kind (seeds 1 to 4 of bench/quality/families.py);
 * afterwards of copyists' edges given at .96 .97 are right, at .85 .80, at .75
 * .77; of editors' at .85 .91, at .75 .73, at .65 .61; of pages' at .85 .85, at
 * .75 .77, at .65 .63. */
#define STM_TREE_SURE_COPYISTS 1.44, -0.03, -1.1
#define STM_TREE_SURE_EDITORS 0.88, -0.30, 0.8
#define STM_TREE_SURE_PAGES 0.89, -0.76, 0.8
#define STM_TREE_SURE_LEAST 0.01
#define STM_TREE_SURE_MOST 0.995
/* A lost text that two siblings need. */
#define STM_TREE_SIBLINGS 0.75
/* Which of two identical captures came first is hardly known. */
#define STM_TREE_TWIN 0.6
/* Pairs share their hints, so their sum is too sure of itself: divided by this,
 * directions given at .9 to .95 are right in 92 of 100, at .98 in 99. */
#define STM_TREE_TEMPERATURE 2.0

#endif
