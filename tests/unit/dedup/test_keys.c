#include "dedup/keys.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void sketch_pair(stm_minhash *a, stm_minhash *b, double alike,
                        uint64_t seed)
{
    for (unsigned i = 0; i < STM_MINHASH_SLOTS; i++) {
        uint64_t x = stm_hash_pair(seed, i);
        a->slot[i] = (uint8_t)x;
        bool same = (double)(x >> 11) / 9007199254740992. < alike;
        b->slot[i] = (uint8_t)(same ? x : x + 1 + (x >> 8) % 255);
    }
}

enum { FEW = 1000, MANY = 5000000 };

static double share_found(double threshold, size_t documents, double alike)
{
    enum { PAIRS = 4000 };
    stm_keys k = stm_keys__for(threshold, documents);
    unsigned found = 0;
    for (unsigned p = 0; p < PAIRS; p++) {
        stm_minhash a, b;
        bool hit = false;
        sketch_pair(&a, &b, alike, p + 1);
        for (unsigned band = 0; band < k.bands && !hit; band++) {
            stm_band choice = stm_keys__band(&k, band);
            hit = stm_keys__key(&choice, &a) == stm_keys__key(&choice, &b);
        }
        found += hit;
    }
    return (double)found / PAIRS;
}

static void pairs_at_the_threshold_are_found(void **state)
{
    (void)state;
    assert_true(share_found(0.5, FEW, 0.5) > 0.985);
    assert_true(share_found(0.5, MANY, 0.5) > 0.985);
    assert_true(share_found(0.6, FEW, 0.6) > 0.985);
    assert_true(share_found(0.8, FEW, 0.8) > 0.99);
    assert_true(share_found(0.9, MANY, 0.9) > 0.99);
    assert_true(share_found(0.3, MANY, 0.35) > 0.97);
}

static void pairs_far_below_it_are_seldom_looked_at(void **state)
{
    (void)state;
    assert_true(share_found(0.8, FEW, 0.2) < 0.1);
    assert_true(share_found(0.5, MANY, 0.05) < 0.01);
}

static void check_slots(stm_keys k)
{
    unsigned each = STM_MINHASH_SLOTS / k.rows;
    for (unsigned set = 0; (set + 1) * each <= k.bands; set++) {
        bool used[STM_MINHASH_SLOTS] = {false};
        for (unsigned band = set * each; band < (set + 1) * each; band++) {
            stm_band choice = stm_keys__band(&k, band);
            for (unsigned i = 0; i < k.rows; i++) {
                assert_false(used[choice.slot[i]]);
                used[choice.slot[i]] = true;
            }
        }
    }
}

static void bands_of_one_set_share_no_slot(void **state)
{
    (void)state;
    assert_int_equal(stm_keys__for(0.5, FEW).rows, 3);
    assert_int_equal(stm_keys__for(0.5, MANY).rows, 4);
    check_slots(stm_keys__for(0.5, FEW));
    check_slots(stm_keys__for(0.5, MANY));
}

static void any_threshold_has_bands(void **state)
{
    (void)state;
    for (double t = 0.01; t <= 1; t += 0.01) {
        stm_keys k = stm_keys__for(t, t < .5 ? FEW : MANY);
        assert_in_range(k.bands, 1, 256);
        assert_in_range(k.rows, 3, 4);
    }
    assert_int_equal(stm_keys__for(1, FEW).bands, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_at_the_threshold_are_found),
        cmocka_unit_test(pairs_far_below_it_are_seldom_looked_at),
        cmocka_unit_test(bands_of_one_set_share_no_slot),
        cmocka_unit_test(any_threshold_has_bands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
