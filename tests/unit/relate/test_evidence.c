#include "relate/evidence.h"

#include "pair.h"

static bool asked(const stm_case *c, const char *kind)
{
    for (size_t i = 0; i < c->said.count; i++)
        if (!strcmp(c->said.items[i].kind, kind))
            return true;
    return false;
}

static void kinds_are_asked_about_their_relations_only(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One two.", "One two. Three four five six.");
    pair_share(&p, "One two", "One two");
    p.page[0].title = p.page[1].title = STM_LIT("Title");
    pair_case(&p, STM_REPRINT);
    assert_true(stm_relate__gather(&p.c));
    assert_false(asked(&p.c, "growth"));
    p.c.kind = STM_REVISION;
    assert_true(stm_relate__gather(&p.c));
    assert_true(asked(&p.c, "growth"));
    pair_close(&p);
}

static void bare_texts_are_asked_as_states(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One two.", "One two. Three four five six.");
    pair_share(&p, "One two", "One two");
    pair_case(&p, STM_REPRINT);
    assert_true(stm_relate__gather(&p.c));
    assert_true(asked(&p.c, "growth"));
    p.c.said.count = 0;
    p.c.kind = STM_QUOTES;
    assert_true(stm_relate__gather(&p.c));
    assert_true(asked(&p.c, "growth"));
    pair_close(&p);
}

static void faint_signs_are_left_out(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One.", "Two.");
    stm_relate__say(&p.c, STM_A_TO_B, .001, STM_LIT("hardly"));
    assert_silent(&p.c);
    stm_relate__say(&p.c, STM_A_TO_B, 1, STM_LIT("clearly"));
    assert_says(&p.c, STM_A_TO_B, "clearly");
    pair_close(&p);
}

static void a_sentence_that_could_not_be_made_is_out_of_memory(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One.", "Two.");
    stm_relate__say(&p.c, STM_A_TO_B, 1, STM_NONE);
    assert_true(p.c.out_of_memory);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_asked_about_their_relations_only),
        cmocka_unit_test(bare_texts_are_asked_as_states),
        cmocka_unit_test(faint_signs_are_left_out),
        cmocka_unit_test(a_sentence_that_could_not_be_made_is_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
