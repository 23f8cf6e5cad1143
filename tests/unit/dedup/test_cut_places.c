#include "dedup/cut_places.h"

#include <string.h>

#include "base/hash.h"
#include "folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { LEAST = 10, DOCS = 50, EACH = 400, WINDOWS = DOCS * EACH };

static stm_cut_window window[WINDOWS];
static stm_cut_place wanted[WINDOWS];

/* Windows of which each key comes some four times, and, in order, the places
 * that they should give. */
static size_t make(void)
{
    size_t count = 0;
    for (uint32_t i = 0; i < WINDOWS; i++) {
        uint32_t doc = i / EACH, byte = i % EACH * 3;
        window[i] = (stm_cut_window){stm_mix64(i * UINT64_C(7919) % 5003),
                                     i % 4 ? stm_cut__at(doc, byte)
                                           : stm_cut__at_end(doc, byte)};
        size_t k = 0;
        while (window[k].key != window[i].key)
            k++;
        if (k == i || (stm_cut__doc(window[k].at) == doc &&
                       byte - stm_cut__byte(window[k].at) < LEAST))
            continue;
        wanted[count++] = (stm_cut_place){window[i].at, window[k].at};
    }
    return count;
}

static void check(uint64_t memory, uint32_t step)
{
    stm_cut_places p;
    stm_cut_place got;
    size_t count = make(), n = 0;
    bool found = true;
    assert_int_equal(stm_cut_places__start(&p, ".", LEAST, NULL), STM_OK);
    for (size_t i = 0; i < WINDOWS; i += 100)
        assert_int_equal(stm_cut_places__add(&p, window + i, 100, NULL),
                         STM_OK);
    assert_int_equal(stm_cut_places__find(&p, memory, NULL), STM_OK);
    for (uint32_t doc = step; doc < DOCS + step; doc += step)
        for (found = true; found; n += found) {
            uint64_t end = stm_cut__at(doc, 0);
            assert_int_equal(stm_cut_places__next(&p, end, &got, &found, NULL),
                             STM_OK);
            if (!found)
                continue;
            assert_true(got.at < end && n < count);
            assert_true(got.at == wanted[n].at);
            assert_true(got.first == wanted[n].first);
        }
    assert_int_equal(n, count);
    stm_cut_places__free(&p);
}

static void each_window_but_the_first_has_a_place(void **state)
{
    (void)state;
    check(1 << 20, 1);
    check(1 << 20, 7);
}

static void little_memory_changes_nothing(void **state)
{
    (void)state;
    check(20000, 1);
    check(1000, 3);
}

static void nothing_gives_nothing(void **state)
{
    (void)state;
    stm_cut_places p;
    stm_cut_place got;
    bool found = true;
    assert_int_equal(stm_cut_places__start(&p, ".", LEAST, NULL), STM_OK);
    assert_int_equal(stm_cut_places__find(&p, 1000, NULL), STM_OK);
    assert_int_equal(stm_cut_places__next(&p, UINT64_MAX, &got, &found, NULL),
                     STM_OK);
    assert_false(found);
    stm_cut_places__free(&p);
}

static void a_folder_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    stm_cut_places p;
    stm_error err;
    assert_int_not_equal(stm_cut_places__start(&p, "no/folder", LEAST, &err),
                         STM_OK);
    assert_non_null(strstr(err.message, "no/folder"));
    stm_cut_places__free(&p);
}

int main(void)
{
#define IN_FOLDER(f) \
    cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(each_window_but_the_first_has_a_place),
        IN_FOLDER(little_memory_changes_nothing),
        IN_FOLDER(nothing_gives_nothing),
        IN_FOLDER(a_folder_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
