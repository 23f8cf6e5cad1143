#include "read.h"

#include "pages.h"
#include "plain_texts.h"

static const char body[] =
    "The new ferry across the sound will carry the name of a dog, the "
    "harbour board said on Tuesday, after four thousand people voted.\n"
    "Biscuit, a brown mongrel, met every boat at the pier for eleven years "
    "until he died last autumn in his sleep.\n"
    "The ferry will enter service in July. It takes forty cars and three "
    "hundred people, and a basket behind the wheel for his successor.\n";

static char *join(const char *a, const char *b, const char *c)
{
    size_t x = strlen(a), y = strlen(b), z = strlen(c);
    char *text = malloc(x + y + z + 1);
    assert_non_null(text);
    memcpy(text, a, x);
    memcpy(text + x, b, y);
    memcpy(text + x + y, c, z + 1);
    return text;
}

static uint32_t folded_words(const reading *r)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->words->count; i++)
        for (size_t k = 0; k < r->page->repeat_count; k++)
            n += r->page->repeats[k].b.start <= r->words->at[i].start &&
                 r->words->at[i].end <= r->page->repeats[k].b.end;
    return n;
}

static void a_flattened_copy_is_folded_and_the_lines_are_kept(void **state)
{
    (void)state;
    reading r = read_page(page_that_stands_twice);
    size_t n = strlen(page_that_stands_twice);
    assert_true(r.page->repeat_count > 0);
    assert_in_range(folded_words(&r), 95, 125);
    for (size_t i = 0; i < r.page->repeat_count; i++) {
        stm_repeat x = r.page->repeats[i];
        assert_true(x.b.end < n / 2 + n / 10 && x.a.start > x.b.end);
    }
    assert_int_equal(kind_of(&r, "Biscuit, a brown mongrel"),
                     STM_FURNITURE_REPEAT);
    assert_true(is_gone(&r, "Share full article"));
    release(&r);
}

static void both_sides_of_a_repeat_are_the_same_words(void **state)
{
    (void)state;
    reading r = read_page(page_that_stands_twice);
    for (size_t i = 0; i < r.page->repeat_count; i++) {
        stm_repeat x = r.page->repeats[i];
        uint32_t a = 0, b = 0;
        while (r.words->at[a].start < x.a.start)
            a++;
        while (r.words->at[b].start < x.b.start)
            b++;
        for (; r.words->at[b].end <= x.b.end; a++, b++)
            assert_int_equal(r.words->hash[a], r.words->hash[b]);
    }
    release(&r);
}

static void a_text_pasted_twice_keeps_its_first_copy(void **state)
{
    (void)state;
    char *text = join(body, "\n", body);
    reading r = read_page(text);
    assert_true(is_kept(&r, "Biscuit, a brown mongrel"));
    assert_int_equal(r.page->repeat_count, 1);
    assert_int_equal(r.page->repeats[0].a.start, 0);
    assert_int_equal(folded_words(&r), r.words->count / 2);
    release(&r);
    free(text);
}

static void three_copies_leave_one(void **state)
{
    (void)state;
    char *text = join(body, body, body);
    reading r = read_page(text);
    assert_int_equal(folded_words(&r), r.words->count / 3 * 2);
    release(&r);
    free(text);
}

static void refrains_and_formulae_are_no_repeats(void **state)
{
    (void)state;
    static const char *const texts[] = {lyrics, legal};
    for (size_t i = 0; i < 2; i++) {
        reading r = read_page(texts[i]);
        assert_int_equal(r.page->repeat_count, 0);
        release(&r);
    }
}

static void a_teaser_of_a_longer_text_is_no_repeat(void **state)
{
    (void)state;
    char *text = join(
        "The ferry will enter service in July. It takes forty cars and three "
        "hundred people, and a basket behind the wheel for his successor.\n",
        body,
        "A statue was also proposed, but there is no money for it. The "
        "sculptor had asked for two tons of bronze and the leave to work by "
        "night, when, she said, the shape of a dog is easiest to see. The "
        "board declined with thanks and bought a second lifeboat instead.\n");
    reading r = read_page(text);
    assert_int_equal(r.page->repeat_count, 0);
    release(&r);
    free(text);
}

static void a_word_said_many_times_is_no_repeat(void **state)
{
    (void)state;
    char text[4001] = "";
    for (int i = 0; i < 1000; i++)
        memcpy(text + 4 * i, "row ", 5);
    reading r = read_page(text);
    assert_int_equal(r.page->repeat_count, 0);
    assert_int_equal(r.page->furniture_count, 0);
    release(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_flattened_copy_is_folded_and_the_lines_are_kept),
        cmocka_unit_test(both_sides_of_a_repeat_are_the_same_words),
        cmocka_unit_test(a_text_pasted_twice_keeps_its_first_copy),
        cmocka_unit_test(three_copies_leave_one),
        cmocka_unit_test(refrains_and_formulae_are_no_repeats),
        cmocka_unit_test(a_teaser_of_a_longer_text_is_no_repeat),
        cmocka_unit_test(a_word_said_many_times_is_no_repeat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
