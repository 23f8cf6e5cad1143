#include "relate/matched.h"

#include "pair.h"

enum { A_WORDS = 6, B_WORDS = 7 };

#define A "one two three four five six"
#define B "zero one two four three five six"
#define NONE STM_NO_TOKEN

/* The relation that keeps these maps, and what is read out of it again. */
typedef struct kept {
    pair p;
    stm_relation r;
    uint32_t forth[A_WORDS], back[B_WORDS];
} kept;

static void keep(kept *k, stm_relation_kind kind, const uint32_t *a_to_b,
                 const uint32_t *b_to_a)
{
    pair_open(&k->p, A, B);
    pair_case(&k->p, kind);
    k->p.x.a_to_b = a_to_b;
    k->p.x.b_to_a = b_to_a;
    k->r = (stm_relation){.a = 4, .b = 9, .kind = kind};
    assert_true(stm_relate__matched(&k->r, &k->p.c));
}

static void comes_back(const uint32_t *a_to_b, const uint32_t *b_to_a)
{
    kept k;
    keep(&k, STM_REVISION, a_to_b, b_to_a);
    assert_true(stm_relation_map(&k.r, 4, k.forth, A_WORDS));
    assert_true(stm_relation_map(&k.r, 9, k.back, B_WORDS));
    assert_memory_equal(k.forth, a_to_b, sizeof k.forth);
    assert_memory_equal(k.back, b_to_a, sizeof k.back);
    pair_close(&k.p);
}

static void moved_words_come_back(void **state)
{
    (void)state;
    comes_back((uint32_t[]){1, 2, 4, 3, 5, 6},
               (uint32_t[]){NONE, 0, 1, 3, 2, 4, 5});
    comes_back((uint32_t[]){NONE, NONE, NONE, NONE, NONE, NONE},
               (uint32_t[]){NONE, NONE, NONE, NONE, NONE, NONE, NONE});
}

static void words_that_two_stand_for_come_back(void **state)
{
    (void)state;
    comes_back((uint32_t[]){1, 1, 4, 4, 5, NONE},
               (uint32_t[]){NONE, 0, 1, 2, 2, NONE, 4});
}

static void one_run_is_kept_once(void **state)
{
    (void)state;
    kept k;
    keep(&k, STM_REVISION, (uint32_t[]){1, 2, 3, 4, 5, 6},
         (uint32_t[]){NONE, 0, 1, 2, 3, 4, 5});
    assert_int_equal(k.r.forth_count, 1);
    assert_int_equal(k.r.forth[0].count, A_WORDS);
    assert_int_equal(k.r.back_count, 0);
    pair_close(&k.p);
}

static void quotations_keep_nothing(void **state)
{
    (void)state;
    kept k;
    keep(&k, STM_QUOTES, (uint32_t[]){1, 2, 3, 4, 5, 6},
         (uint32_t[]){NONE, 0, 1, 2, 3, 4, 5});
    assert_false(stm_relation_map(&k.r, 4, k.forth, A_WORDS));
    pair_close(&k.p);
}

static void a_stranger_has_no_map(void **state)
{
    (void)state;
    kept k;
    keep(&k, STM_REVISION, (uint32_t[]){1, 2, 3, 4, 5, 6},
         (uint32_t[]){NONE, 0, 1, 2, 3, 4, 5});
    assert_false(stm_relation_map(&k.r, 5, k.forth, A_WORDS));
    pair_close(&k.p);
}

static void a_shorter_map_stays_within_its_room(void **state)
{
    (void)state;
    kept k;
    uint32_t room[4] = {7, 7, 7, 7};
    keep(&k, STM_REVISION, (uint32_t[]){1, 2, 3, 4, 5, 6},
         (uint32_t[]){NONE, 0, 1, 2, 3, 4, 5});
    assert_true(stm_relation_map(&k.r, 4, room, 2));
    assert_int_equal(room[1], 2);
    assert_int_equal(room[2], 7);
    assert_true(stm_relation_map(&k.r, 9, room, 3));
    assert_int_equal(room[2], 1);
    assert_int_equal(room[3], 7);
    pair_close(&k.p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moved_words_come_back),
        cmocka_unit_test(words_that_two_stand_for_come_back),
        cmocka_unit_test(one_run_is_kept_once),
        cmocka_unit_test(quotations_keep_nothing),
        cmocka_unit_test(a_stranger_has_no_map),
        cmocka_unit_test(a_shorter_map_stays_within_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
