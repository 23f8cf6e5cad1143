#include "relate/mention.h"

#include "pair.h"

typedef struct heard {
    pair p;
    stm_mentions list;
} heard;

static void listen(heard *h, const char *text)
{
    pair_open(&h->p, text, "");
    h->list.items = NULL;
    h->list.count = h->list.room = 0;
    assert_true(stm_relate__mentions(&h->list, h->p.w[0].text, h->p.texts.lex));
}

static void hush(heard *h)
{
    stm_vec_free(&h->list);
    pair_close(&h->p);
}

static void a_day_in_a_report_is_over(void **state)
{
    (void)state;
    heard h;
    listen(&h, "The council of the town met on Thursday and they voted.");
    assert_int_equal(h.list.count, 1);
    assert_int_equal(h.list.items[0].day, 4);
    assert_int_equal(h.list.items[0].from, 0);
    assert_int_equal(h.list.items[0].to, 24);
    assert_false(h.list.items[0].ahead);
    hush(&h);
}

static void the_part_of_the_day_is_heard(void **state)
{
    (void)state;
    heard h;
    listen(&h, "The vote came late Thursday, and again on Friday morning.");
    assert_int_equal(h.list.count, 2);
    assert_int_equal(h.list.items[0].from, 18);
    assert_int_equal(h.list.items[0].quote.to - h.list.items[0].quote.from, 2);
    assert_int_equal(h.list.items[1].day, 5);
    assert_int_equal(h.list.items[1].from, 5);
    assert_int_equal(h.list.items[1].to, 12);
    hush(&h);
}

static void what_is_announced_is_ahead(void **state)
{
    (void)state;
    heard h;
    listen(&h, "On Friday, the minister is scheduled to open the lock. It will "
               "be shut from Sunday.");
    assert_int_equal(h.list.count, 2);
    assert_true(h.list.items[0].ahead);
    assert_true(h.list.items[1].ahead);
    hush(&h);
}

static void another_clause_announces_something_else(void **state)
{
    (void)state;
    heard h;
    listen(&h, "The visit, which began on Thursday and will end in the north, "
               "was long planned.");
    assert_int_equal(h.list.count, 1);
    assert_false(h.list.items[0].ahead);
    hush(&h);
}

static void last_and_every_are_other_weeks(void **state)
{
    (void)state;
    heard h;
    listen(&h, "They met last Friday as they do every Monday of the year.");
    assert_int_equal(h.list.count, 0);
    hush(&h);
}

static void names_with_a_day_in_them_are_no_days(void **state)
{
    (void)state;
    heard h;
    listen(&h, "On Black Friday the shops were full, wrote the Sunday Times. "
               "It was there on Monday, March 4, and on Tuesday Anna read it.");
    assert_int_equal(h.list.count, 1);
    assert_int_equal(h.list.items[0].day, 2);
    hush(&h);
}

static void german_writes_day_and_part_as_one(void **state)
{
    (void)state;
    heard h;
    listen(&h, "Das Feuer ist am Mittwochabend ausgebrochen, und die Feuerwehr "
               "war mit allen Wagen in der Stadt. Am Montag wird der Rat sich "
               "mit dem Neubau befassen.");
    assert_string_equal(h.p.w[0].text->language, "de");
    assert_int_equal(h.list.count, 2);
    assert_int_equal(h.list.items[0].day, 3);
    assert_int_equal(h.list.items[0].from, 17);
    assert_false(h.list.items[0].ahead);
    assert_int_equal(h.list.items[1].day, 1);
    assert_true(h.list.items[1].ahead);
    hush(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_in_a_report_is_over),
        cmocka_unit_test(the_part_of_the_day_is_heard),
        cmocka_unit_test(what_is_announced_is_ahead),
        cmocka_unit_test(another_clause_announces_something_else),
        cmocka_unit_test(last_and_every_are_other_weeks),
        cmocka_unit_test(names_with_a_day_in_them_are_no_days),
        cmocka_unit_test(german_writes_day_and_part_as_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
