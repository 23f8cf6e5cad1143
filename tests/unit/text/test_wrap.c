#include "said.h"

#include "text/wrap.h"

static const char *const story[] = {
    "The old mill at the ford had been closed for twenty years when Mr. Harlan "
    "Petrie bought it. He had seen it first as a boy. “It will turn again,” he "
    "told Anna, his daughter, who ran the bakery in Lower Marsh; she did not "
    "believe him. The roof was gone, the wheel lay in the mud, and Dr. Osei of "
    "the River Trust had written, in a letter of 1,200 words, that the dam was "
    "unsafe. Would Petrie give up? He would not. By March 3 the Bridge Street "
    "masons had set the first stones, and in May Anna's bread was baked from "
    "flour that the mill had ground.",
    "Die alte Mühle an der Furt war seit zwanzig Jahren geschlossen, als Herr "
    "Harlan Petri sie kaufte. Er hatte sie als Kind zum ersten Mal gesehen. "
    "»Sie wird sich wieder drehen«, sagte er zu Anna, seiner Tochter, die in "
    "Niedermarsch die Bäckerei führte; sie glaubte ihm nicht. Das Dach fehlte, "
    "das Rad lag im Schlamm, und Dr. Osei vom Amt für Gewässer hatte am 3. Mai "
    "geschrieben, der Damm sei nicht sicher. Würde Petri aufgeben? Nein. Im "
    "März setzten die Maurer der Brückenstraße die ersten Steine.",
    "THE OLD MILL AT THE FORD HAD BEEN CLOSED FOR TWENTY YEARS WHEN HARLAN "
    "PETRIE BOUGHT IT. HE HAD SEEN IT FIRST AS A BOY. IT WILL TURN AGAIN, HE "
    "TOLD ANNA, HIS DAUGHTER, WHO RAN THE BAKERY IN LOWER MARSH; SHE DID NOT "
    "BELIEVE HIM. THE ROOF WAS GONE, THE WHEEL LAY IN THE MUD, AND THE RIVER "
    "TRUST HAD WRITTEN THAT THE DAM WAS UNSAFE. WOULD PETRIE GIVE UP? HE WOULD "
    "NOT. BY MARCH THE MASONS HAD SET THE FIRST STONES, AND IN MAY THE BREAD "
    "WAS BAKED FROM FLOUR THAT THE MILL HAD GROUND. MANY CAME FROM THE OTHER "
    "SIDE OF THE RIVER, SAT AT THE DOOR AND ATE. NOBODY SPOKE OF THE LETTER, "
    "AND WHEN THE WATER ROSE IN AUTUMN THE DAM HELD.",
    "Старая мельница у брода стояла закрытой двадцать лет, когда её купил Иван "
    "Петрович Лужин. Впервые он увидел её мальчиком. «Она снова завертится», — "
    "сказал он дочери Анне, которая держала пекарню в Нижнем Логу; она не "
    "поверила. Крыши не было, колесо лежало в грязи, и д-р Осей из Речного "
    "треста написал письмо в 1200 слов. Сдастся ли Лужин? Нет. В марте "
    "каменщики с Мостовой улицы положили первые камни.",
};

/* Breaks at the last space before `width` characters are over. */
static void wrap(char *text, unsigned width)
{
    char *space = NULL, *line = text;
    for (char *p = text; *p; p++) {
        unsigned columns = 0;
        for (char *q = line; q <= p; q++)
            columns += (*q & 0xc0) != 0x80;
        if (columns > width && space) {
            *space = '\n';
            line = space + 1;
            space = NULL;
        }
        if (*p == ' ')
            space = p;
    }
}

static void wrapping_changes_neither_words_nor_sentences(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof story / sizeof *story; k++) {
        for (unsigned width = 50; width <= 100; width++) {
            char text[2048];
            snprintf(text, sizeof text, "%s", story[k]);
            wrap(text, width);
            stm_words *flat = said_scan(story[k]), *filled = said_scan(text);
            assert_int_equal(flat->count, filled->count);
            for (uint32_t i = 0; i < flat->count; i++) {
                assert_true(flat->hash[i] == filled->hash[i]);
                assert_int_equal(flat->flags[i] & STM_WORD_SENTENCE,
                                 filled->flags[i] & STM_WORD_SENTENCE);
            }
            stm_words_free(flat);
            stm_words_free(filled);
        }
    }
}

static unsigned width_of(const char *text)
{
    return stm_text__wrap_width((stm_str){text, strlen(text)});
}

static void filled_text_tells_its_width(void **state)
{
    (void)state;
    for (unsigned width = 50; width <= 100; width += 10) {
        char text[2048];
        snprintf(text, sizeof text, "%s", story[0]);
        wrap(text, width);
        assert_in_range(width_of(text), width - 8, width);
    }
}

static void quoted_mail_tells_its_width(void **state)
{
    (void)state;
    assert_in_range(width_of("> the wheel of the old mill at the ford turned "
                             "again\n> when it rained, and the bread of "
                             "Lower Marsh was good\n> and cheap, so that many "
                             "came from the other side of\n> the river and sat "
                             "with us.\n"),
                    54, 57);
}

static void ideographs_count_two_columns_and_break_anywhere(void **state)
{
    (void)state;
    const char *text = "河边的老磨坊关了二十年以后被一个叫做李海的人买\n"
                       "下他小时候第一次看见这座磨坊那时屋顶还没有塌下\n"
                       "轮子还在水里转他对女儿说它会再转起来可是女儿没\n"
                       "有相信他的话因为大坝已经不安全了医生写了一封信\n"
                       "说明理由但是他没有放弃到了三月石匠们放下了第一\n"
                       "块石头到了五月女儿的面包就是用磨坊磨的面粉做的\n"
                       "人们从河的对岸过来坐在门口吃面包喝茶\n";
    assert_int_equal(width_of(text), 46);
}

static void headlines_and_unfilled_text_have_no_width(void **state)
{
    (void)state;
    assert_int_equal(width_of("Mill at the Ford to Turn Again After Years\n"
                              "Bridge Street Masons Set the First Stones\n"
                              "River Trust Letter Finds the Dam Is Unsafe\n"
                              "Lower Marsh Bakery Wins Prize for Its Bread\n"
                              "Petrie Buys Another Mill in Upper Marsh\n"),
                     0);
    assert_int_equal(width_of("apples\npears\nplums\nquinces\n"), 0);
    assert_int_equal(width_of(""), 0);
    assert_int_equal(width_of("one line and no end"), 0);
    assert_int_equal(width_of("\n\n\n"), 0);
    char text[4096] = "";
    for (size_t k = 0; k < 4; k++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s\n",
                 story[k]);
    assert_int_equal(width_of(text), 0);
}

static void a_line_that_left_room_is_not_wrapped(void **state)
{
    (void)state;
    stm_str text = STM_LIT("the mill\nstood at the ford of the river\nall\n");
    assert_false(stm_text__is_wrap(text, 8, 32));
    assert_true(stm_text__is_wrap(text, 39, 32));
    assert_false(stm_text__is_wrap(text, 39, 0));
    assert_false(stm_text__is_wrap(text, 43, 32));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrapping_changes_neither_words_nor_sentences),
        cmocka_unit_test(filled_text_tells_its_width),
        cmocka_unit_test(quoted_mail_tells_its_width),
        cmocka_unit_test(ideographs_count_two_columns_and_break_anywhere),
        cmocka_unit_test(headlines_and_unfilled_text_have_no_width),
        cmocka_unit_test(a_line_that_left_room_is_not_wrapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
