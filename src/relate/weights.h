/* Every constant that decides a relation, a direction or how sure it is.
 *
 * What they were measured on, and how it came out (bench/quality/relate.md):
 *
 *   states   2,059 pairs of neighbouring revisions of 445 encyclopedia
 *            articles, order known, no dates; even articles to fit, odd ones to
 *            check
 *   spun     160 machine-spun copies (10 to 70 of 100 words replaced) and the
 *            240 pairs of two spun copies of one text
 *   topic    573 pairs of articles on one topic, 1,500 on two topics
 *   by hand  no collection tells it; set to the odds we would give, and to be
 *            measured when there is one
 */
#ifndef STM_RELATE_WEIGHTS_H
#define STM_RELATE_WEIGHTS_H

/* --- What is measured of a pair ------------------------------------------ */

/* A differing place or an unmatched stretch counts at most so many words in the
 * distance: one event, however long. Caps of 3 to 12 drew a known manuscript
 * tradition equally well (87-91 % of triples), none 71 %. */
enum { STM_RELATE_CAP_WORDS = 6 };
/* Words gone at an edge that make a cut, and how many of its own the cut text
 * may have there: a credit line, a title, a line about subscribing. By hand. */
enum { STM_RELATE_CUT_WORDS = 40, STM_RELATE_EDGE_OWN = 25 };
/* A stretch of its own that is worth a sentence. By hand. */
enum { STM_RELATE_STRETCH_WORDS = 8 };
/* Two words whose beginning and end agree in so many of 100 bytes are spellings
 * of one ("labour", "labor"). By hand, on scribal variants. */
enum { STM_RELATE_SPELLING_SHARE = 60 };
/* A longer place is rewritten, not replaced. */
enum { STM_RELATE_PHRASE_WORDS = 8 };
enum { STM_RELATE_MOST_SUBSTITUTIONS = 200 };

/* --- Relations: log-odds of each rule ------------------------------------ */

/* Stands for "beyond doubt". */
#define STM_RELATE_CERTAIN 6.0

/* Reprint: coverage of both without title, date line and credits (so many words
 * at most), and differing words a hundred. By hand. */
enum { STM_RELATE_FRAME_WORDS = 40 };
#define STM_RELATE_REPRINT_COVERAGE .95
#define STM_RELATE_REPRINT_SLOPE 60.0
#define STM_RELATE_REPRINT_CHANGES 3.0
/* Two dated states of one page that differ by more words are a revision. */
enum { STM_RELATE_STATE_WORDS = 3 };

/* Excerpt: coverage of the cut text, differing words a hundred, words of the
 * whole text that are missing inside, a hundred. By hand. */
#define STM_RELATE_EXCERPT_COVERAGE .85
#define STM_RELATE_EXCERPT_SLOPE 20.0
#define STM_RELATE_EXCERPT_CHANGES 3.0
#define STM_RELATE_EXCERPT_INSIDE 15.0
#define STM_RELATE_EXCERPT_INSIDE_SLOPE .2

/* Replaced wording, fitted by logistic regression on 399 spun pairs and 497
 * pairs of states with ten replaced words: 1 missed, 8 false. Which sentences
 * hold a replaced word added nothing to that; function words put for function
 * words are left out, as scribes do that as well as spinners. */
enum { STM_RELATE_SPUN_COUNT = 10 };
#define STM_RELATE_SPUN_BIAS (-8.4)
#define STM_RELATE_SPUN_RATE .2 /* a replaced word a hundred, up to 30 */
#define STM_RELATE_SPUN_RATE_MOST 30.0
#define STM_RELATE_SPUN_PLACES 5.2 /* share of the differing places */
#define STM_RELATE_SPUN_WORDS 4.5  /* share of the differing words, capped */

/* One article or a quotation: logistic regression on 1,817 pairs of states and
 * 582 pairs with passages put into another text, moved towards one article: 6
 * and 2 of 100 wrong; with the coverage of one side alone 11 and 12. */
#define STM_RELATE_WHOLE_BIAS (-2.8)
#define STM_RELATE_WHOLE_MOST 2.5  /* coverage of the side covered more */
#define STM_RELATE_WHOLE_LEAST 5.9 /* and of the other */
#define STM_RELATE_WHOLE_START 3.4 /* both begin with the same passage */
#define STM_RELATE_WHOLE_TITLE 1.0 /* both bear the same title; by hand */

/* Coverage from which a text was copied as a whole at all: same-topic pairs
 * reach .16 at most, spun copies fall to .24 at 70 % replaced. */
#define STM_RELATE_WHOLE_COVERAGE .2
#define STM_RELATE_WHOLE_SLOPE 20.0

/* Words of a passage from which it is a quotation. By hand: the shortest whole
 * sentence that is not a set phrase. */
#define STM_RELATE_QUOTE_WORDS 11.5
#define STM_RELATE_QUOTE_SLOPE .3

/* Topic: logistic regression on the cosine; AUC .987, 6 % wrong at even odds.
 * Names weighing 1, 2, 3: .982, .987, .987. */
#define STM_RELATE_TOPIC_NAME 2
#define STM_RELATE_TOPIC_BIAS (-3.5)
#define STM_RELATE_TOPIC_COSINE 19.0

/* --- Evidence for a direction: nats at its clearest ---------------------- */

/* Not worth a sentence. */
#define STM_RELATE_FAINT .05

/* Stated dates: 19 of 20 believed. Crossed: each is older in one way. By
 * hand. */
#define STM_RELATE_DATE 3.0
#define STM_RELATE_DATE_CROSSED .5
/* One names its author, the other does not. By hand. */
#define STM_RELATE_BYLINE 1.0
/* A line that says "originally published in". By hand. */
#define STM_RELATE_MARK 2.0
/* Days of the week. By hand: less than a date, since weeks repeat; less again
 * within one day, since clocks and zones differ; least where one text merely
 * goes on to a later hour. */
#define STM_RELATE_CLOCK 2.0
#define STM_RELATE_CLOCK_SAME_DAY .7
#define STM_RELATE_CLOCK_LATEST .35
/* "will sign" against "signed"; "is" against "was". By hand. */
#define STM_RELATE_TENSE 1.5
#define STM_RELATE_TENSE_NOW .4
/* Fitted together on states: nats for e times the new words, as well as for e
 * times the words of text; for e times the places with words put in; for a
 * later year. Right on .79 of the states they speak of. A text that goes on at
 * the end is an excerpt as well as a growth, so that weighs less. */
#define STM_RELATE_GROWTH .45
#define STM_RELATE_GROWTH_PRIOR 2.0 /* words of text that say nothing */
#define STM_RELATE_GROWTH_MOST 3.0
#define STM_RELATE_GROWTH_APPENDED .4
#define STM_RELATE_INSERTS .75
#define STM_RELATE_INSERTS_MOST 2.0
#define STM_RELATE_YEARS .85

/* Times what the signs of two bare states add up to. Of articles that the
 * weights have not seen 1.02 fits best (.97 where the signs were not chosen on
 * them either), of those they have 1.13. */
#define STM_RELATE_STATES 1.08

/* A copyist's differences: at least so many places, and the share of them with
 * one word at most on either side, from which it begins to be a copyist and
 * over which it becomes sure. Made-up traditions of copyists have .75 and more
 * (of 94 in 100 pairs), states .70 and less (of 92 in 100); of the states that
 * look like a copyist's work from .65 on 28 in 100 are as their omissions say.
 */
enum { STM_RELATE_SCRIBE_PLACES = 6 };
#define STM_RELATE_SCRIBE_FROM .72
#define STM_RELATE_SCRIBE_RANGE .13
/* By hand, lower than on made-up traditions, where the words left out tell the
 * copy in .85 and the singular words in .89 of the pairs. */
#define STM_RELATE_OMISSIONS .7
#define STM_RELATE_OMISSIONS_PRIOR 2.0
#define STM_RELATE_OMISSIONS_MOST 2.0
#define STM_RELATE_SINGULAR .9
#define STM_RELATE_SINGULAR_MOST 3.0
/* Share of the words of both that other texts have: with another copy at hand
 * .96 and more, without .30 and less, on one topic up to .9. When each has two
 * singular words or more, the two are siblings in .9 of the pairs of made-up
 * families; but the first and last of three states look the same, so part of
 * the weight, and of that a part where editors, who drop sentences, were at
 * work. */
#define STM_RELATE_COMPANY_FROM .9
#define STM_RELATE_COMPANY_RANGE .06
#define STM_RELATE_SINGULAR_SIBLING .7
#define STM_RELATE_SINGULAR_EDITED .4
enum { STM_RELATE_SINGULAR_LEAST = 2 };

/* A cut marks the copy (.96 on captured pages). At the end of a paragraph the
 * rest may have been added, and on bare states it has been, 9 times in 10; a
 * paywall hides what stood there. Shares by hand. */
#define STM_RELATE_CUT 3.0
#define STM_RELATE_CUT_PARAGRAPH .5
#define STM_RELATE_CUT_PAYWALL .5
#define STM_RELATE_CUT_BARE .6
/* Which side was spun: sum of the signs' log-ratios, of which so much is kept.
 * On spun all of 157 spun sides are told, none wrong. Below the least the side
 * is not told. */
#define STM_RELATE_SPUN 5.0
#define STM_RELATE_SPUN_SCALE .8
#define STM_RELATE_SPUN_SIDE 1.0
/* Nats a word by which a wording must be likelier to count. */
#define STM_RELATE_SPUN_COST .25
/* Nats that a word costs more when the word before it was never seen before it;
 * the .4 of the authors of the method. */
#define STM_RELATE_BACKOFF .916
/* Sentences in replaced wording that the other lacks: at least so many words
 * put in by the spinner, and so many for each word that it replaces elsewhere.
 * 2 of 158 spun copies of the very text seemed to have some, by sentences that
 * were not found again: below a share of the spun text that was, they count
 * only where the other text has not as much left over. Weight and share by
 * hand. */
#define STM_RELATE_READINGS 2.0
#define STM_RELATE_FINDS_COVERED .6
enum { STM_RELATE_FINDS = 3, STM_RELATE_FINDS_PER_WORD = 3 };
/* Words disguised in one text alone; a single one may be a slip of the
 * keyboard. By hand. */
#define STM_RELATE_HIDING 3.0
enum { STM_RELATE_HIDDEN_WORDS = 2 };
/* Words misread in one text: whoever prints from a scan corrects it as well as
 * whoever scans a print misreads it, so this says little. So many places to be
 * worth a sentence, and what that is worth. By hand. */
#define STM_RELATE_NOISE .7
#define STM_RELATE_NOISE_SAID .3
enum { STM_RELATE_NOISY_PLACES = 4 };
/* Passages that kept less than this share of their words are reworded; so many
 * of their words must stand in both to be worth a sentence, which is for the
 * reader and weighs little. By hand. */
#define STM_RELATE_CARRIED .3
#define STM_RELATE_CARRIED_ALIKE .5f
enum { STM_RELATE_CARRIED_LEAST = 5 };
/* No relation is surer than this in its sentence of evidence. */
#define STM_RELATE_SHAPE_SUREST .9975

/* --- From evidence to a direction ---------------------------------------- */

/* Log-odds that two texts are siblings against that a given one is the source,
 * before anything is looked at. By hand: states of an article mostly follow one
 * another, quotations come as often from a third text. */
#define STM_RELATE_SIBLING_SAME (-2.0)
#define STM_RELATE_SIBLING_EXCERPT (-2.5)
#define STM_RELATE_SIBLING_REVISION (-2.5)
#define STM_RELATE_SIBLING_SPUN (-1.5)
#define STM_RELATE_SIBLING_QUOTES (-.3)
/* Of two bare texts without a third. By hand. */
#define STM_RELATE_SIBLING_STATES (-4.5)
/* The same for two of three copies or more: most pairs of a large family are
 * siblings. Parents right on generated families of seeds 1 to 4 (news, pages,
 * manuscripts): .7 .814, .704, .869; 0 .814, .708, .871; of seeds 11 to 14 .3
 * instead of .7 gives .826, .675, .901 for .822, .668, .900. */
#define STM_RELATE_SIBLING_COMPANY .3
/* A direction must be likelier than all others together. */
#define STM_RELATE_ABSTAIN .5
/* Of two bare states one order must be twice as likely as the rest. The surest
 * .75 of all pairs are right in .902, of all then .801, the others counted half
 * (.857 and .814 if all are called), by signs and weights chosen on other
 * articles. */
#define STM_RELATE_ABSTAIN_STATES (2 / 3.0)

#endif
