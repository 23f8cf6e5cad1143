#include "aligned.h"

#define PRINTED                                                             \
    "The modern harbour commission inspected the old lighthouse on the "    \
    "second morning of November. Several hundred fishermen had complained " \
    "that the lamp remained dark during the terrible storm, and that the "  \
    "keeper could not be found anywhere in the village. The chairman "      \
    "declared that the government would replace both the lamp and the "     \
    "keeper before the beginning of winter."
#define SCANNED                                                              \
    "The modem harbour cornmission inspected the o1d lighthouse on the "     \
    "second moming of Novernber. Several hundrcd fishermen hacl complained " \
    "tbat the lamp remained dark during the terrib1e storm, and that the "   \
    "keeper could not bc found anywhere in the vi11age. The cbairman "       \
    "declared that the govemment would replace both the lamp and the "       \
    "keeper bcfore thc beginning of winter."
/* Every other word is misread. */
#define RUINED                                                               \
    "Tbe rnodern harbour cornmission inspectcd the old lighthouse on tbe "   \
    "sccond rnorning of Novernber. Several hundred fishennen hacl "          \
    "cornplained tbat the lamp remained dark duriug the terrible storrn, "   \
    "ancl tbat the keeper could uot be founcl anywhere iu tbe villagc. The " \
    "chairman declarecl tbat the government woulcl rcplace botb the larnp "  \
    "ancl the kecper before tbe bcginning of wintcr."
#define WRAPPED                                                             \
    "The modern harbour commission inspected the old light-\nhouse on the " \
    "second morning of November. Several hundred fisher-\nmen had com-\n"   \
    "plained that the lamp remained dark during the terrible storm, and "   \
    "that the keeper could not be found any\u2010\nwhere in the village. "  \
    "The chairman declared that the government would replace both the "     \
    "lamp and the keeper before the beginning of winter."
#define RUN_TOGETHER                                                        \
    "The modern harbour commission inspected theold lighthouse on the "     \
    "second morning ofNovember. Several hundred fisher men had complained " \
    "that thelamp remained dark during the terrible storm, and that the "   \
    "keeper could notbefound anywhere in the village. The chair man "       \
    "declared that the government wouldreplace both the lamp and the "      \
    "keeper before the beginning of winter."
/* An editor's words, two of them near to those they replace. */
#define EDITED                                                          \
    "The modest harbour commission visited the old lighthouse on the "  \
    "third morning of November. Several dozen sailors had complained "  \
    "that the lamp stayed dark during the terrible gale, and that the " \
    "keeper could not be found anywhere in the village. The mayor "     \
    "declared that the government would repair both the lamp and the "  \
    "keeper before the beginning of winter."

static uint32_t count(const pair *p, stm_noise noise)
{
    uint32_t n = 0;
    for (size_t k = 0; k < p->x->change_count; k++)
        n += p->x->changes[k].noise == noise;
    return n;
}

static void is_one_passage(const pair *p)
{
    assert_int_equal(p->x->shared_count, 1);
    assert_int_equal(p->x->covered_a, p->a->count);
    assert_int_equal(p->x->covered_b, p->b->count);
}

static void misread_words_are_noise_and_no_substitutions(void **state)
{
    (void)state;
    pair p;
    align(&p, PRINTED, SCANNED);
    is_one_passage(&p);
    assert_int_equal(p.x->shared[0].kind, STM_PASSAGE_EDITED);
    assert_int_equal(count(&p, STM_NOISE_MISREAD), 15);
    assert_int_equal(count(&p, STM_NOISE_NONE), 0);
    assert_int_equal(p.x->substitution_count, 0);
    stm_str word = test_text_of(p.b, p.x->changes[0].b);
    assert_memory_equal(word.ptr, "modem", 5);
    done(&p);
}

static void a_misread_word_has_its_counterpart(void **state)
{
    (void)state;
    pair p;
    align(&p, SCANNED, PRINTED);
    for (uint32_t i = 0; i < p.a->count; i++)
        assert_int_not_equal(p.x->a_to_b[i], STM_NO_TOKEN);
    done(&p);
}

static void a_text_with_most_words_misread_is_found(void **state)
{
    (void)state;
    pair p;
    align(&p, PRINTED, RUINED);
    is_one_passage(&p);
    assert_int_equal(p.x->shared[0].kind, STM_PASSAGE_EDITED);
    assert_true(p.x->shared[0].similarity < .6f);
    assert_true(count(&p, STM_NOISE_MISREAD) > p.a->count / 3);
    done(&p);
}

static void words_cut_at_the_ends_of_lines_are_the_same_words(void **state)
{
    (void)state;
    pair p;
    align(&p, WRAPPED, PRINTED);
    is_one_passage(&p);
    assert_int_equal(p.x->shared[0].kind, STM_PASSAGE_VERBATIM);
    assert_true(p.x->shared[0].similarity == 1);
    assert_int_equal(count(&p, STM_NOISE_HYPHEN), 4);
    assert_int_equal(p.x->change_count, 4);
    done(&p);
}

static void words_run_together_and_torn_apart_are_told(void **state)
{
    (void)state;
    pair p;
    align(&p, PRINTED, RUN_TOGETHER);
    is_one_passage(&p);
    assert_int_equal(p.x->shared[0].kind, STM_PASSAGE_EDITED);
    assert_int_equal(count(&p, STM_NOISE_SPACE), 7);
    assert_int_equal(p.x->change_count, 7);
    done(&p);
}

static void an_editors_words_are_no_noise(void **state)
{
    (void)state;
    pair p;
    align(&p, PRINTED, EDITED);
    is_one_passage(&p);
    assert_int_equal(count(&p, STM_NOISE_NONE), p.x->change_count);
    assert_true(p.x->change_count >= 8);
    done(&p);
}

static void the_other_order_gives_the_mirror_image(void **state)
{
    (void)state;
    pair p, q;
    align(&p, PRINTED, SCANNED);
    align(&q, SCANNED, PRINTED);
    assert_int_equal(p.x->change_count, q.x->change_count);
    for (size_t k = 0; k < p.x->change_count; k++) {
        assert_int_equal(p.x->changes[k].a.from, q.x->changes[k].b.from);
        assert_int_equal(p.x->changes[k].noise, q.x->changes[k].noise);
    }
    done(&p);
    done(&q);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(misread_words_are_noise_and_no_substitutions),
        cmocka_unit_test(a_misread_word_has_its_counterpart),
        cmocka_unit_test(a_text_with_most_words_misread_is_found),
        cmocka_unit_test(words_cut_at_the_ends_of_lines_are_the_same_words),
        cmocka_unit_test(words_run_together_and_torn_apart_are_told),
        cmocka_unit_test(an_editors_words_are_no_noise),
        cmocka_unit_test(the_other_order_gives_the_mirror_image),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
