#include "said.h"

#include <stdio.h>

#include "page/facts.h"

#define MANY(sentence) sentence sentence sentence sentence sentence sentence

/* Pages without a word for machines, in many languages. */
static const struct {
    const char *markup, *published, *authors, *title;
} pages[] = {
    {"<h1>Brücke wieder offen</h1><p class=datum>Veröffentlicht am 16. Mai "
     "2012 von Jana Holt</p><p>" MANY("Die alte Brücke über den Fluss ist seit "
                                      "gestern wieder für alle offen. "),
     "2012-05-16", "Jana Holt", "Brücke wieder offen"},
    {"<h1>Le pont rouvre</h1><div>Par Anne Roux et Luc Petit</div><div>Publié "
     "le 3 août 2019 à 14h30 - Mis à jour le 5 août 2019</div><p>" MANY(
         "Le vieux pont sur la rivière est de nouveau ouvert depuis hier. "),
     "2019-08-03T14:30:00", "Anne Roux, Luc Petit", "Le pont rouvre"},
    {"<h1>El puente reabre</h1><span class=autor>Por María Gómez</span> <span "
     "class=fecha>16 de mayo de 2018</span><p>" MANY(
         "El viejo puente sobre el río está de nuevo abierto desde ayer. "),
     "2018-05-16", "María Gómez", "El puente reabre"},
    {"<h1>Il ponte riapre</h1><p>di Carla Rossi - 7 gennaio 2015</p><p>" MANY(
         "Il vecchio ponte sul fiume è di nuovo aperto da ieri per tutti. "),
     "2015-01-07", "Carla Rossi", "Il ponte riapre"},
    {"<h1>Ponte reabre</h1><div>Por Ana Lima e Rui Costa</div><div>Publicado "
     "em 4 de maio de 2019 às 10h12</div><p>" MANY(
         "A velha ponte sobre o rio está de novo aberta desde ontem. "),
     "2019-05-04T10:12:00", "Ana Lima, Rui Costa", "Ponte reabre"},
    {"<h1>Brug weer open</h1><div>Door Piet Vos op 4 mei 2019</div><p>" MANY(
         "De oude brug over de rivier is sinds gisteren weer open. "),
     "2019-05-04", "Piet Vos", "Brug weer open"},
    {"<h1>Мост открыт</h1><div>Автор: Анна Белова</div><div>16 мая 2016, "
     "12:30</div><p>" MANY("Старый мост через реку снова открыт со вчерашнего "
                           "дня для всех. "),
     "2016-05-16T12:30:00", "Анна Белова", "Мост открыт"},
    {"<h1>大桥重新开放</h1><div>2019年03月12日 10:22 "
     "来源：山谷报</div><p>" MANY(
         "河上的老桥从昨天起重新开放，人们对这个消息感到非常高兴。"),
     "2019-03-12T10:22:00", NULL, "大桥重新开放"},
    {"<h1>橋が再開</h1><div>公開日：2020年7月1日</div><p>" MANY(
         "川にかかる古い橋が昨日から再び通れるようになり、人々は喜んでいる。"),
     "2020-07-01", NULL, "橋が再開"},
    {"<h1>Megnyílt a híd</h1><div>2019. május 4. 10:12</div><p>" MANY(
         "A folyó régi hídja tegnap óta újra nyitva van mindenkinek. "),
     "2019-05-04T10:12:00", NULL, "Megnyílt a híd"},
    {"<h1>Άνοιξε η γέφυρα</h1><div>4 Μαΐου 2019</div><p>" MANY(
         "Η παλιά γέφυρα του ποταμού είναι ξανά ανοιχτή από χθες. "),
     "2019-05-04", NULL, "Άνοιξε η γέφυρα"},
    {"<h1>Köprü açıldı</h1><div>12 Ağustos 2021 Perşembe 14:05</div><p>" MANY(
         "Nehirdeki eski köprü dünden beri herkes için yeniden açık. "),
     "2021-08-12T14:05:00", NULL, "Köprü açıldı"},
};

static void facts_are_read_in_many_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        said s = read_markup(pages[i].markup);
        assert_published(&s, pages[i].published);
        assert_str(s.page->title, pages[i].title);
        if (pages[i].authors)
            assert_authors(&s, pages[i].authors);
        drop_said(&s);
    }
}

static void a_page_without_a_word_has_facts(void **state)
{
    (void)state;
    said s = read_markup("<title>A bridge reopens</title><meta property="
                         "article:published_time content=2024-05-16>"
                         "<meta name=author content='Ann Reed'>");
    assert_published(&s, "2024-05-16");
    assert_str(s.page->title, "A bridge reopens");
    assert_authors(&s, "Ann Reed");
    drop_said(&s);
}

static void conflicts_are_bounded(void **state)
{
    (void)state;
    enum { MANY_DAYS = 60 };
    char page[8000] = "<h1>A bridge reopens</h1>" SAID_TEXT;
    for (int i = 0; i < MANY_DAYS; i++) {
        size_t n = strlen(page);
        snprintf(page + n, sizeof page - n,
                 "<meta name=pubdate content='20%02d-%02d-11'>", i % 25,
                 i % 12 + 1);
    }
    said s = read_markup(page);
    assert_true(s.page->conflict_count > 0);
    assert_true(s.page->conflict_count <= STM_CONFLICTS_MAX);
    drop_said(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_are_read_in_many_languages),
        cmocka_unit_test(a_page_without_a_word_has_facts),
        cmocka_unit_test(conflicts_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
