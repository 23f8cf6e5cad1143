#include "read.h"

#include "pages.h"
#include "plain_texts.h"

/* Every word of the text lies in content. */
static void assert_all_kept(const char *text)
{
    reading r = read_page(text);
    for (uint32_t i = 0; i < r.words->count; i++) {
        bool in = false;
        for (size_t k = 0; k < r.page->content_count; k++)
            in = in || (r.page->content[k].start <= r.words->at[i].start &&
                        r.words->at[i].end <= r.page->content[k].end);
        if (!in)
            print_error("lost: %.40s\n", text + r.words->at[i].start);
        assert_true(in);
    }
    assert_int_equal(r.page->furniture_count, 0);
    assert_int_equal(r.page->repeat_count, 0);
    assert_false(r.page->truncated);
    release(&r);
}

static void a_plain_text_keeps_every_word(void **state)
{
    (void)state;
    static const char *const texts[] = {
        poem,      haiku,   letter, dialogue, list,    recipe,
        legal,     chinese, lyrics, code,     wrapped, russian,
        chronicle, script,  german, glossary, faq,     spun};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_all_kept(texts[i]);
}

/* Parts, separated by "|", that must be kept, and that must be gone. */
static void assert_parts(const char *text, const char *kept, const char *gone)
{
    reading r = read_page(text);
    const char *lists[2] = {kept, gone};
    for (int k = 0; k < 2; k++)
        for (const char *p = lists[k]; *p; p += *p == '|') {
            char part[256];
            size_t n = strcspn(p, "|");
            assert_true(n < sizeof part);
            memcpy(part, p, n);
            part[n] = '\0';
            bool good = k ? is_gone(&r, part) : is_kept(&r, part);
            if (!good)
                print_error("%s: %s\n", k ? "kept" : "lost", part);
            assert_true(good);
            p += n;
        }
    release(&r);
}

static void menus_and_footers_go_and_the_article_stays(void **state)
{
    (void)state;
    assert_parts(german_page,
                 "Die Fähre fährt wieder|Nach zwei Jahren Pause|"
                 "Am Montagmorgen um sechs|Was sich ändert|ließ er offen.",
                 "Zum Inhalt springen|Politik|Anmelden|Artikel anhören|"
                 "Teilen|Merken|Zum Thema|Brücke am Hafen bleibt gesperrt|"
                 "Kommentar schreiben|Newsletter abonnieren|Impressum|"
                 "Alle Rechte vorbehalten");
    assert_parts(french_page,
                 "Le vieux moulin tourne à nouveau|Après dix ans de silence|"
                 "« On ne l'espérait plus »|Le meunier, lui",
                 "Aller au contenu|Se connecter|Publicité|Partager|"
                 "La suite après la publicité|À lire aussi|"
                 "Il vous reste 62 %|Mentions légales");
    assert_parts(spanish_page,
                 "El faro de Punta Brava|Mateo Salas subió|Desde hoy",
                 "Inicio|Última hora|Publicidad|Archivado en|Lo más leído|"
                 "Política de cookies");
    assert_parts(italian_page,
                 "Riapre la funivia|La funivia di Monteruga ha|Il sindaco",
                 "Vai al contenuto|Stampa|Leggi anche|"
                 "Neve in ritardo sulle piste|Riproduzione riservata");
}

static void other_languages_are_read_as_well(void **state)
{
    (void)state;
    assert_parts(portuguese_page,
                 "Padaria mais antiga|A padaria da Rua do Poço|\"Só mudou",
                 "Ir para o conteúdo|Publicidade|Leia também|"
                 "Deixe um comentário|Todos os direitos reservados");
    assert_parts(dutch_page, "Oude sluis krijgt|De sluis bij|Schippers zijn",
                 "Direct naar de inhoud|Inloggen|Lees ook|Privacybeleid");
    assert_parts(russian_page,
                 "В старом депо открыли|В бывшем депо|Музей работает",
                 "Главная|Войти|Реклама|Поделиться|Читайте также|"
                 "Все права защищены");
    assert_parts(chinese_page, "老码头上的最后一班船|星期一傍晚|新桥已经通车",
                 "首页|登录|注册|版权所有");
}

static void a_page_in_one_line_is_taken_apart(void **state)
{
    (void)state;
    assert_parts(flattened_page,
                 "Town council votes to keep the clock|"
                 "The town council voted on Thursday|The council declined.",
                 "Home News Sport|Advertisement SKIP ADVERTISEMENT|"
                 "Share full article|Subscribe to The Valley Post|"
                 "Martha Quill covers|More about Martha Quill|"
                 "Town Councils, Clocks");
    reading r = read_page(flattened_page);
    assert_title(&r, "Town council votes to keep the clock");
    assert_author(&r, 0, "Martha Quill");
    assert_date(&r.page->published, "2024-05-16T16:04:00-04:00");
    assert_true(r.page->truncated);
    release(&r);
}

static void few_signs_of_a_page_are_enough_for_few_lines(void **state)
{
    (void)state;
    assert_parts(bare_page,
                 "Lighthouse keeper's diary found in wall|Builders found|"
                 "\"Gulls,\"|The museum will show",
                 "Share this article|Related stories|Storm damages");
}

static void a_short_true_paragraph_inside_stays(void **state)
{
    (void)state;
    assert_parts(blog_page,
                 "What you need\nEpoxy\nA toothpick\nPatience|"
                 "It holds water now.",
                 "Skip to content|Share this:|Leave a Reply|"
                 "Proudly powered by WordPress");
}

static void as_is_takes_the_whole_text_and_its_language(void **state)
{
    (void)state;
    stm_page_opts o = STM_PAGE_OPTS_INIT;
    o.as_is = true;
    reading r = read_with(german_page, &o);
    assert_int_equal(r.page->content_count, 1);
    assert_int_equal(r.page->content[0].start, 0);
    assert_int_equal(r.page->content[0].end, strlen(german_page));
    assert_int_equal(r.page->furniture_count, 0);
    assert_title(&r, NULL);
    assert_string_equal(r.page->language, "de");
    assert_int_equal(r.page->published.year, 0);
    release(&r);
}

static void the_language_is_that_of_the_text(void **state)
{
    (void)state;
    reading r = read_page(french_page);
    assert_string_equal(r.page->language, "fr");
    release(&r);
    r = read_page(chinese);
    assert_string_equal(r.page->language, "zh");
    release(&r);
}

static void a_text_without_words_is_an_empty_page(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n\n", "*** — ***\n"};
    for (size_t i = 0; i < 3; i++) {
        reading r = read_page(texts[i]);
        assert_int_equal(r.page->content_count, 0);
        assert_int_equal(r.page->furniture_count, 0);
        assert_title(&r, NULL);
        release(&r);
    }
}

static void words_of_another_capture_are_refused(void **state)
{
    (void)state;
    stm_capture c = {.text = STM_LIT("one text")};
    stm_words *w;
    stm_page *p;
    stm_error err;
    assert_int_equal(stm_words_scan(&w, STM_LIT("another one"), NULL), STM_OK);
    assert_int_equal(stm_page_read(&p, &c, NULL, w, NULL, &err), STM_EARG);
    assert_null(p);
    stm_words_free(w);
    stm_page_free(NULL);
}

static void kinds_have_names(void **state)
{
    (void)state;
    assert_string_equal(stm_furniture_name(STM_FURNITURE_NAV), "nav");
    assert_string_equal(stm_furniture_name(STM_FURNITURE_REPEAT), "repeat");
    for (unsigned k = 0; k < STM_FURNITURE_KINDS; k++)
        assert_non_null(stm_furniture_name((stm_furniture_kind)k));
}

/* A text of `count` copies of `part`. */
static char *many(const char *part, size_t count)
{
    size_t n = strlen(part);
    char *text = malloc(n * count + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + n * i, part, n);
    text[n * count] = '\0';
    return text;
}

static void hostile_texts_take_linear_time(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "a\n",
        "the ",
        "Share full article\n",
        "Advertisement ",
        "By Ann Bell May 5, 2024 ",
        "Ann Bell\nMay 5, 2024\n",
        "Credit...A B ",
        "aBaBaBaB",
        "1.2.3/4-5:6 ",
        "Home News Sport Contact ",
        "See more on: ",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char *text = many(parts[i], 1000000 / strlen(parts[i]));
        reading r = read_page(text);
        release(&r);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_text_keeps_every_word),
        cmocka_unit_test(menus_and_footers_go_and_the_article_stays),
        cmocka_unit_test(other_languages_are_read_as_well),
        cmocka_unit_test(a_page_in_one_line_is_taken_apart),
        cmocka_unit_test(few_signs_of_a_page_are_enough_for_few_lines),
        cmocka_unit_test(a_short_true_paragraph_inside_stays),
        cmocka_unit_test(as_is_takes_the_whole_text_and_its_language),
        cmocka_unit_test(the_language_is_that_of_the_text),
        cmocka_unit_test(a_text_without_words_is_an_empty_page),
        cmocka_unit_test(words_of_another_capture_are_refused),
        cmocka_unit_test(kinds_have_names),
        cmocka_unit_test(hostile_texts_take_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
