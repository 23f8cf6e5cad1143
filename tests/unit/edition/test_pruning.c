#include "family.h"

#include "edition/pruning.h"

/* A root with two captures; the root is not known. */
typedef struct cherry {
    stm_edition__bench b;
    stm_edition__pruning p;
    uint32_t parent[3], order[3], state[3];
    float sure[3];
} cherry;

static void open_cherry(cherry *c, uint32_t left, uint32_t right)
{
    *c = (cherry){.parent = {2, 2, STM_NO_LOCAL},
                  .order = {2, 0, 1},
                  .state = {left, right, STM_NO_LOCAL}};
    c->b.columns = 2;
    c->b.nodes = 3;
    c->b.parent = c->parent;
    c->b.order = c->order;
    assert_true(stm_edition__pruning_make(&c->p, &c->b, 3));
    for (int i = 0; i < 3; i++) {
        c->p.step[i] = (stm_edition__step){.1, .1};
        c->p.root[i] = 1;
    }
}

static void agreement_is_as_sure_as_the_copyists(void **state)
{
    (void)state;
    cherry c;
    open_cherry(&c, 1, 1);
    stm_edition__prune(&c.p, 2, c.state, c.sure);
    assert_int_equal(c.state[2], 1);
    /* both kept it, .81, or both changed it, .01 */
    assert_float_equal(c.sure[2], .81f / .82f, 1e-5f);
    stm_arena_free(&c.b.mem);
}

static void the_better_copyist_is_believed(void **state)
{
    (void)state;
    cherry c;
    open_cherry(&c, 0, 1);
    c.p.step[0] = (stm_edition__step){.4, .4};
    stm_edition__prune(&c.p, 2, c.state, c.sure);
    assert_int_equal(c.state[2], 1);
    /* .4 * .9 against .6 * .1 */
    assert_float_equal(c.sure[2], .36f / .42f, 1e-5f);
    stm_arena_free(&c.b.mem);
}

static void a_copy_that_is_not_known_says_nothing(void **state)
{
    (void)state;
    cherry c;
    open_cherry(&c, 2, STM_NO_LOCAL);
    stm_edition__prune(&c.p, 3, c.state, c.sure);
    assert_int_equal(c.state[2], 2);
    assert_float_equal(c.sure[2], .9f, 1e-5f);
    assert_int_equal(c.state[1], 2);
    stm_arena_free(&c.b.mem);
}

static void one_answer_alone_is_certain(void **state)
{
    (void)state;
    cherry c;
    open_cherry(&c, 0, 0);
    stm_edition__prune(&c.p, 1, c.state, c.sure);
    assert_int_equal(c.state[2], 0);
    assert_float_equal(c.sure[2], 1, 1e-6f);
    stm_arena_free(&c.b.mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agreement_is_as_sure_as_the_copyists),
        cmocka_unit_test(the_better_copyist_is_believed),
        cmocka_unit_test(a_copy_that_is_not_known_says_nothing),
        cmocka_unit_test(one_answer_alone_is_certain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
