#include "family.h"

#define STORY                                                             \
    "The ferry stops on the third of November, the harbour office said. " \
    "Repairs to the slipway begin the same week. "

static void most_of_the_copies_decide_what_a_lost_text_read(void **state)
{
    (void)state;
    family f = {0};
    char buf[1024];
    text(&f, "The ferry stops on the third of November, said the office.");
    text(&f, "The ferry stops on the fifth of November, said the office.");
    text(&f, "The ferry stops on the third of December, said the office.");
    uint32_t x = lost(&f);
    for (uint32_t i = 0; i < 3; i++)
        edge(&f, x, i, STM_REVISION);
    const stm_collation *c = edit(&f);
    assert_int_equal(c->lost_count, 1);
    assert_int_equal(c->lost[0].node, x);
    assert_string_equal(
        wording(&c->lost[0], buf, sizeof buf),
        "The ferry stops on the third of November, said the office.");
    assert_true(c->lost[0].sure > .8 && c->lost[0].sure < 1);
    close_family(&f);
}

static void a_cut_copy_says_nothing_of_what_lies_behind_the_cut(void **state)
{
    (void)state;
    family f = {0};
    char buf[1024];
    text(&f, STORY "Season tickets will be paid back for the weeks that are "
                   "lost. The mayor hopes for a bus.");
    text(&f, STORY);
    uint32_t x = lost(&f);
    edge(&f, x, 0, STM_REVISION);
    edge(&f, x, 1, STM_EXCERPT);
    const stm_collation *c = edit(&f);
    assert_non_null(
        strstr(wording(&c->lost[0], buf, sizeof buf), "hopes for a bus."));
    close_family(&f);
}

static void what_only_a_spun_text_has_was_in_its_source(void **state)
{
    (void)state;
    family f = {0};
    char buf[1024];
    text(&f, STORY "The harbour master said that the war had begun to cost "
                   "the port its trade. The war is far away.");
    text(&f, STORY "The harbour master said that the war had begun to cost "
                   "the port its trade. The war is far away.");
    text(&f, "The ferry halts on the third of November, the haven office "
             "declared. Repairs to the slipway commence the same week. The "
             "haven master declared that the conflict had begun to cost the "
             "port its trade. Nobody in the haven believed on Monday that "
             "this conflict would ever come so near. The conflict is far "
             "away.");
    uint32_t x = lost(&f);
    edge(&f, x, 0, STM_REVISION);
    edge(&f, x, 1, STM_REVISION);
    edge(&f, x, 2, STM_SPUN);
    const stm_collation *c = edit(&f);
    const char *said = wording(&c->lost[0], buf, sizeof buf);
    assert_non_null(strstr(said, "Nobody in the harbour "));
    assert_non_null(strstr(said, "that this war would ever come so near."));
    bool marked = false;
    for (size_t i = 0; i < c->lost[0].stretch_count; i++) {
        const stm_stretch *s = &c->lost[0].stretches[i];
        marked |= s->restored;
        assert_true(s->witness_count > 0);
        assert_true(s->sure > 0 && s->sure <= 1);
    }
    assert_true(marked);
    assert_int_equal(reads(unit_with(c, "Nobody"), x)->kind,
                     STM_READING_RESTORED);
    close_family(&f);
}

static void another_form_of_a_replaced_word_is_given_back(void **state)
{
    (void)state;
    family f = {0};
    char buf[1024];
    text(&f, STORY "The harbour master said that the war had begun to cost "
                   "the port its trade. The war is far away.");
    text(&f, STORY "The harbour master said that the war had begun to cost "
                   "the port its trade. The war is far away.");
    text(&f, "The ferry halts on the third of November, the haven office "
             "declared. Repairs to the slipway commence the same week. The "
             "haven master declared that the conflict had begun to cost the "
             "port its trade. Nobody in the haven believed on Monday that two "
             "conflicts would ever come so near. The conflict is far away.");
    for (uint32_t i = 0; i < f.count; i++)
        memcpy(f.page[i].language, "en", 3);
    uint32_t x = lost(&f);
    edge(&f, x, 0, STM_REVISION);
    edge(&f, x, 1, STM_REVISION);
    edge(&f, x, 2, STM_SPUN);
    const stm_collation *c = edit(&f);
    assert_non_null(strstr(wording(&c->lost[0], buf, sizeof buf),
                           "two wars would ever come so near."));
    close_family(&f);
}

/* A report, twice, and what a spinner made of it, who alone has `more`. */
static void spun_report(family *f, const char *more)
{
    static char spun[2][1024];
    char *own = spun[f->second ? 1 : 0];
    const char *report =
        STORY "The harbour master said that the war had begun to cost the port "
              "its trade. The war is far away, said the harbour master. Mr "
              "Dorn, Mrs Quill, Miss Arden and Captain Ellis of the Kittiwake "
              "met Mayor Brand of Whitby on Friday. The boat is old.";
    text(f, report);
    text(f, report);
    snprintf(
        own, sizeof spun[0],
        "The ferry halts on the third of November, the haven office "
        "declared. Repairs to the slipway commence the same week. The "
        "haven master declared that the conflict had begun to cost the "
        "port its trade. The conflict is far away, declared the haven "
        "master. Mr Dorn, Mrs Quill, Miss Arden and Captain Ellis of the "
        "Kittiwake met Mayor Brand of Whitby on Friday. The vessel is old. %s",
        more);
    text(f, own);
}

static void join(family *f, uint32_t first, uint32_t x)
{
    edge(f, x, first, STM_REVISION);
    edge(f, x, first + 1, STM_REVISION);
    edge(f, x, first + 2, STM_SPUN);
}

static void a_name_that_looks_like_a_spun_word_is_left_alone(void **state)
{
    (void)state;
    family f = {0};
    char buf[1024];
    spun_report(&f,
                "Nobody on Monday asked Captain Vessel of Staithe about the "
                "tides or the weather at sea.");
    uint32_t x = lost(&f);
    join(&f, 0, x);
    const stm_collation *c = edit(&f);
    assert_non_null(
        strstr(wording(&c->lost[0], buf, sizeof buf), "asked Captain Vessel"));
    close_family(&f);
}

/* The second spinner was never seen to put "slain" for "killed". */
static void
what_spinners_agree_on_is_undone_where_one_was_never_seen(void **state)
{
    (void)state;
    family f = {0};
    char buf[1024];
    text(&f, STORY "The harbour master said that three men were killed in the "
                   "war, and that the war is far away. Two more were killed on "
                   "a boat in the harbour.");
    text(&f, STORY "The harbour master said that three men were killed in the "
                   "war, and that the war is far away. Two more were killed on "
                   "a boat in the harbour.");
    text(&f, "The ferry halts on the third of November, the haven office "
             "declared. Repairs to the slipway commence the same week. The "
             "haven master declared that three men were slain in the "
             "conflict, and that the conflict is far away. Two more were slain "
             "on a boat in the haven.");
    f.second = f.count;
    spun_report(&f, "Nobody on Monday believed that seven sailors had been "
                    "slain so near to the coast.");
    uint32_t x = lost(&f), y = lost(&f);
    f.node[y].family = 1;
    join(&f, 0, x);
    join(&f, f.second, y);
    edit(&f);
    const stm_collation *c = &f.edition->collations[1];
    assert_non_null(strstr(wording(&c->lost[0], buf, sizeof buf),
                           "had been killed so near"));
    close_family(&f);
}

static void stretches_name_all_who_have_them(void **state)
{
    (void)state;
    family f = {0};
    text(&f, "The ferry stops on the third of November, said the office.");
    text(&f, "The ferry stops on the fifth of November, said the office.");
    text(&f, "The ferry stops on the third of November, said the office.");
    uint32_t x = lost(&f);
    edge(&f, x, 0, STM_REVISION);
    edge(&f, x, 1, STM_REVISION);
    edge(&f, 0, 2, STM_IDENTICAL);
    const stm_collation *c = edit(&f);
    const stm_stretch *first = &c->lost[0].stretches[0];
    assert_int_equal(first->witness_count, 3);
    assert_int_equal(first->witnesses[2], 2);
    close_family(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(most_of_the_copies_decide_what_a_lost_text_read),
        cmocka_unit_test(a_cut_copy_says_nothing_of_what_lies_behind_the_cut),
        cmocka_unit_test(what_only_a_spun_text_has_was_in_its_source),
        cmocka_unit_test(stretches_name_all_who_have_them),
        cmocka_unit_test(another_form_of_a_replaced_word_is_given_back),
        cmocka_unit_test(a_name_that_looks_like_a_spun_word_is_left_alone),
        cmocka_unit_test(
            what_spinners_agree_on_is_undone_where_one_was_never_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
