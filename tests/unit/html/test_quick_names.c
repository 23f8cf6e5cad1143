#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "html/quick_find.h"
#include "html/quick_names.h"

typedef struct names {
    stm_html__quick quick;
    lxb_html_tokenizer_t *tkz;
} names;

static int make(void **state)
{
    names *n = calloc(1, sizeof *n);
    n->tkz = lxb_html_tokenizer_create();
    assert_int_equal(lxb_html_tokenizer_init(n->tkz), 0);
    assert_int_equal(lxb_html_tokenizer_tags_make(n->tkz, 16), 0);
    stm_html__quick_learn(&n->quick);
    *state = n;
    return 0;
}

static int drop(void **state)
{
    names *n = *state;
    lxb_html_tokenizer_tags_destroy(n->tkz);
    lxb_html_tokenizer_destroy(n->tkz);
    free(n);
    return 0;
}

/* With bytes behind it that are not its own. */
static const lxb_char_t *padded(const char *name)
{
    static char room[64];
    memset(room, 'x', sizeof room);
    memcpy(room, name, strlen(name));
    return (const lxb_char_t *)room;
}

static lxb_tag_id_t tag(void **state, const char *name)
{
    const names *n = *state;
    return stm_html__quick_tag(&n->quick, n->tkz, padded(name), strlen(name));
}

static void every_element_is_known_in_letters_of_any_case(void **state)
{
    for (lxb_tag_id_t id = LXB_TAG_A; id < LXB_TAG__LAST_ENTRY; id++) {
        size_t n;
        char upper[32];
        const char *name = (const char *)lxb_tag_name_by_id(id, &n);
        if (name[0] < 'a' || name[0] > 'z')
            continue; /* a comment, a text */
        assert_int_equal(tag(state, name), id);
        for (size_t i = 0; i <= n; i++)
            upper[i] = name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - 32)
                                                        : name[i];
        assert_int_equal(tag(state, upper), id);
    }
}

static void other_names_are_no_elements(void **state)
{
    static const char *const none[] = {"x-y", "divs",        "di",     "d\xc9v",
                                       "h7",  "blockquotes", "sectiom"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(tag(state, none[i]), LXB_TAG__UNDEF);
}

static unsigned attribute(void **state, const char *name)
{
    const names *n = *state;
    return stm_html__quick_attribute(&n->quick, padded(name), strlen(name));
}

static void attributes_are_told_by_all_their_letters(void **state)
{
    unsigned class = attribute(state, "class");
    assert_true(class < STM_QUICK_ATTRIBUTES);
    assert_int_equal(attribute(state, "CLASS"), class);
    assert_true(attribute(state, "itemtype") < STM_QUICK_ATTRIBUTES);
    assert_true(attribute(state, "aria-hidden") < STM_QUICK_ATTRIBUTES);
    assert_true(attribute(state, "itemscope") != attribute(state, "itemtype"));
    static const char *const none[] = {"clas",        "classes",   "src",
                                       "aria-hiddex", "itemscopx", "data-class",
                                       "aria-label"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(attribute(state, none[i]), STM_QUICK_ATTRIBUTES);
}

/* Each length, each place, each of the bytes that are looked for. */
static void both_finders_find_the_same(void **state)
{
    (void)state;
    static const lxb_char_t marks[] = {'<', '&', '\r', 0, '"', 0xe4, ' '};
    enum { LONGEST = 70 };
    for (size_t n = 0; n < LONGEST; n++)
        for (size_t at = 0; at < n; at++)
            for (size_t k = 0; k < sizeof marks; k++) {
                lxb_char_t *p = malloc(n);
                memset(p, 'a', n);
                p[at] = marks[k];
                assert_ptr_equal(stm_html__quick_find(p, p + n, '<'),
                                 stm_html__quick_find_scalar(p, p + n, '<'));
                free(p);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            every_element_is_known_in_letters_of_any_case, make, drop),
        cmocka_unit_test_setup_teardown(other_names_are_no_elements, make,
                                        drop),
        cmocka_unit_test_setup_teardown(
            attributes_are_told_by_all_their_letters, make, drop),
        cmocka_unit_test(both_finders_find_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
