/* A source and what was made of it, for tests. Our own invention. */
#ifndef STM_TEST_ALIGN_STORIES_H
#define STM_TEST_ALIGN_STORIES_H

#define STORY_SOURCE                                                          \
    "The lighthouse keeper Anselm Varga counted nineteen trawlers before "    \
    "dusk and entered every one of them in the harbour register. "            \
    "Two days later the coast guard found the wreck of the trawler Merope "   \
    "below the chalk cliffs, with her nets cut and her compass missing. "     \
    "Insurance clerks from Lindow refused to pay, since the register showed " \
    "that the Merope had sailed without a pilot. "

/* The same with words shuffled, dropped and replaced. */
#define STORY_SHUFFLED                                                       \
    "Below chalk cliffs the guard of the coast found, two days on, a wreck " \
    "of Merope the trawler, compass missing and nets cut. "                  \
    "Nineteen trawlers Anselm Varga the lighthouse keeper counted by dusk, " \
    "in the register of the harbour he entered each. "                       \
    "Clerks refused insurance from Lindow, since without pilot the Merope "  \
    "had sailed as that register showed. "

#define STORY_BEFORE                                                        \
    "Gardeners in the valley grow quinces on the southern terraces. "       \
    "Frost came early and most of the blossom fell within a single night. " \
    "Beekeepers moved their hives to the orchard by the mill. "

#define STORY_BEHIND                                                        \
    "A new bakery opened beside the town hall on the first of May. "        \
    "Its owner learned the trade from an aunt who baked for the regiment. " \
    "Customers praise the rye loaf and complain about the queue. "

#define STORY_OTHER                                                         \
    "Rehearsals of the municipal choir begin at seven in the old tannery. " \
    "Sopranos are asked to bring a pencil and last year's programme. "      \
    "The conductor has promised a shorter second half and a warmer room. "  \
    "Chairs were lent by the fire brigade, which wants them back on Friday. "

#endif
