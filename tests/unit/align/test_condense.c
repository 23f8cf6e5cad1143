#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/regions.h"
#include "steps.h"
#include "stories.h"

/* A long report, and a paragraph that sums it up. */
#define REPORT                                                                \
    STORY_SOURCE                                                              \
    "On Monday the harbour council met behind closed doors in Dunmere hall. " \
    "Councillor Ibsen Raye demanded that every trawler carry two compasses. " \
    "Divers from the salvage tug Corrigan lifted the anchor on Wednesday. "   \
    "They reported scratches along the keel and a cracked rudder post. "      \
    "Widow Tamsin Hale told the inquest that her husband feared the shoals. " \
    "The inquest adjourned until the pilots' guild could be questioned. "     \
    "Guild secretary Orrin Pell denied that any pilot had been on strike. "   \
    "Fishmongers meanwhile raised the price of haddock by eleven pence. "     \
    "A relief fund collected four hundred crowns within the first evening. "  \
    "The bishop of Lindow offered prayers and the use of his barge. "         \
    "Engineers proposed a bell buoy beside the sunken reef at Gannet point. " \
    "Keeper Varga asked for a stronger lamp and a second assistant. "         \
    "The council granted the lamp, refused the assistant, and adjourned. "

#define DIGEST                                                                \
    "Keeper Anselm Varga's register showed the trawler Merope sailed "        \
    "without a pilot before her wreck below the chalk cliffs; insurance "     \
    "clerks refused to pay, councillor Raye demanded two compasses, divers "  \
    "of the Corrigan reported a cracked rudder, guild secretary Pell denied " \
    "a strike, engineers proposed a bell buoy at Gannet point, and the "      \
    "council granted a stronger lamp while a relief fund collected four "     \
    "hundred crowns. "

/* How many summaries there are; `held` words of a lie in regions. */
static size_t condensed(const char *a, const char *b, uint32_t *held)
{
    steps s;
    size_t n = 0;
    *held = 0;
    steps_begin(&s, a, b);
    assert_true(stm_align__runs(&s.p));
    assert_true(stm_align__regions(&s.p));
    for (size_t k = 0; k < s.p.regions.count; k++) {
        const stm_region *r = &s.p.regions.items[k];
        n += r->condensed;
        *held += r->a.to - r->a.from;
    }
    steps_end(&s);
    return n;
}

static void a_digest_is_found_one_way_or_the_other(void **state)
{
    (void)state;
    uint32_t held;
    condensed(STORY_OTHER DIGEST STORY_BEHIND, REPORT STORY_BEFORE, &held);
    assert_true(held >= 50);
}

static void a_text_on_something_else_is_no_digest(void **state)
{
    (void)state;
    uint32_t held;
    assert_int_equal(condensed(STORY_OTHER STORY_BEHIND, REPORT, &held), 0);
    assert_int_equal(held, 0);
}

static void a_copied_paragraph_is_no_digest(void **state)
{
    (void)state;
    uint32_t held;
    assert_int_equal(condensed(STORY_OTHER STORY_SOURCE, REPORT, &held), 0);
    assert_true(held >= 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_digest_is_found_one_way_or_the_other),
        cmocka_unit_test(a_text_on_something_else_is_no_digest),
        cmocka_unit_test(a_copied_paragraph_is_no_digest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
