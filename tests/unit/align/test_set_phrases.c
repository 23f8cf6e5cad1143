#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "stories.h"
#include "texts.h"

#define NOTICE_EN                                                           \
    "(Additional reporting by our staff; editing by the news agency.) "     \
    "Copyright 2021 North Wire. All rights reserved. Nothing on this page " \
    "may be published, broadcast or redistributed in any form without the " \
    "prior written permission of the owner. "
#define NOTICE_DE                                                             \
    "Alle Rechte vorbehalten. Vervielfältigung und Verbreitung, auch "       \
    "auszugsweise, nur mit vorheriger schriftlicher Genehmigung des Verlags " \
    "und der Redaktion dieser Seite gestattet. "
#define NOTICE_FR                                                             \
    "Tous droits réservés. La reproduction totale ou partielle des textes " \
    "et des photos de ce site est interdite sans l'autorisation écrite "     \
    "préalable de la rédaction. "
#define NOTICE_RU                                                                                                                    \
    "Все права защищены. Использование материалов сайта без письменного "  \
    "разрешения редакции запрещено, при публикации обязательна активная " \
    "ссылка на источник информации. "
#define QUOTATION                                                           \
    "Below the chalk cliffs the coast guard found her nets cut, her lamp "  \
    "broken and her compass missing, and no rope on the whole of the deck " \
    "was longer than the arm of a child. "
/* Of a site that puts it under all its pages. */
#define FOOTER                                                            \
    "The swans of Lindow wish every walker along the canal dry feet and " \
    "a good appetite until the bells of the lower mill ring again. "

typedef struct pair {
    test_texts t;
    stm_alignment *x;
} pair;

static void align(pair *p, const char *a, const char *b)
{
    memset(p, 0, sizeof *p);
    const stm_text *x = test_text_add(&p->t, a), *y = test_text_add(&p->t, b);
    assert_int_equal(stm_align(&p->x, x, y, p->t.lex, NULL, NULL), STM_OK);
}

static void done(pair *p)
{
    stm_alignment_free(p->x);
    test_texts_free(&p->t);
}

static void share_nothing(const char *a, const char *b)
{
    pair p;
    align(&p, a, b);
    assert_int_equal(p.x->shared_count, 0);
    assert_int_equal(p.x->passage_count, 0);
    assert_int_equal(p.x->change_count, 0);
    assert_int_equal(p.x->covered_a + p.x->covered_b, 0);
    done(&p);
}

static void a_notice_in_two_texts_is_no_passage(void **state)
{
    (void)state;
    share_nothing(STORY_BEFORE NOTICE_EN, STORY_BEHIND NOTICE_EN);
    share_nothing(STORY_BEFORE NOTICE_DE, STORY_BEHIND NOTICE_DE);
    share_nothing(STORY_BEFORE NOTICE_FR, STORY_BEHIND NOTICE_FR);
    share_nothing(STORY_BEFORE NOTICE_RU, STORY_BEHIND NOTICE_RU);
}

static void a_quotation_in_two_texts_is_one(void **state)
{
    (void)state;
    pair p;
    align(&p, STORY_BEFORE QUOTATION, STORY_BEHIND QUOTATION);
    assert_int_equal(p.x->shared_count, 1);
    done(&p);
}

static void a_copy_keeps_the_notice_of_its_source(void **state)
{
    (void)state;
    pair p;
    align(&p, STORY_SOURCE NOTICE_EN, STORY_SOURCE NOTICE_EN);
    assert_int_equal(p.x->shared_count, 1);
    assert_int_equal(p.x->covered_a, p.t.text[0]->count);
    done(&p);
}

static void two_texts_that_are_a_notice_are_copies(void **state)
{
    (void)state;
    pair p;
    align(&p, NOTICE_EN, NOTICE_EN);
    assert_int_equal(p.x->shared_count, 1);
    done(&p);
}

/* The first two of so many texts that end with the footer. */
static size_t passages_among(unsigned texts)
{
    static const char *const own[TEST_TEXTS] = {
        STORY_BEFORE,
        STORY_BEHIND,
        STORY_OTHER,
        STORY_SOURCE,
        "Trams stop at ten. ",
        "Rain fell on the lower fields all June. ",
        "The dentist plays the tuba. ",
        "Nobody mended the gate. "};
    char text[TEST_TEXTS][2000];
    pair p = {0};
    for (unsigned i = 0; i < texts; i++) {
        snprintf(text[i], sizeof text[i], "%s%s", own[i], FOOTER);
        const stm_text *t = test_text_add(&p.t, text[i]);
        assert_int_equal(stm_lexicon_count_runs(p.t.lex, t, NULL), STM_OK);
    }
    assert_int_equal(
        stm_align(&p.x, p.t.text[0], p.t.text[1], p.t.lex, NULL, NULL), STM_OK);
    size_t n = p.x->shared_count;
    done(&p);
    return n;
}

static void what_many_of_the_texts_have_is_no_passage(void **state)
{
    (void)state;
    assert_int_equal(passages_among(2), 1);
    assert_int_equal(passages_among(TEST_TEXTS), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_notice_in_two_texts_is_no_passage),
        cmocka_unit_test(a_quotation_in_two_texts_is_one),
        cmocka_unit_test(a_copy_keeps_the_notice_of_its_source),
        cmocka_unit_test(two_texts_that_are_a_notice_are_copies),
        cmocka_unit_test(what_many_of_the_texts_have_is_no_passage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
