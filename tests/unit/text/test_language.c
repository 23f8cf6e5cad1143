#include "said.h"

static void assert_language(const char *text, const char *code)
{
    stm_words *w = said_scan(text);
    assert_string_equal(stm_language_guess(w, (stm_span){0, w->count}), code);
    stm_words_free(w);
}

static void languages_of_the_latin_script_are_told_apart(void **state)
{
    (void)state;
    static const char *const said[][2] = {
        {"en", "The old mill at the ford has been closed for years, and it "
               "will not open before the spring."},
        {"de", "Die alte Mühle an der Furt ist seit Jahren geschlossen und "
               "wird nicht vor dem Frühling öffnen."},
        {"fr", "Le vieux moulin du gué est fermé depuis des années et ne va "
               "pas rouvrir avant le printemps."},
        {"es", "El viejo molino del vado está cerrado desde hace años y no se "
               "abrirá antes de la primavera."},
        {"it", "Il vecchio mulino del guado è chiuso da anni e non riaprirà "
               "prima della primavera."},
        {"pt", "O velho moinho do vau está fechado há anos e não vai abrir "
               "antes da primavera."},
        {"ca", "El vell molí del gual és tancat des de fa anys i no obrirà "
               "abans de la primavera amb els altres."},
        {"nl", "De oude molen bij de oversteek is al jaren gesloten en gaat "
               "niet voor het voorjaar open."},
        {"sv", "Den gamla kvarnen vid vadet har varit stängd i flera år och "
               "öppnar inte före våren."},
        {"da", "Den gamle mølle ved vadestedet har været lukket i årevis og "
               "åbner ikke før foråret, men nogle venter."},
        {"no", "Den gamle mølla ved vadestedet har vært stengt i årevis og "
               "åpner ikke før våren, men noen venter."},
        {"fi", "Vanha mylly kahlaamon luona on ollut suljettuna jo vuosia, "
               "eikä se avaudu ennen kevättä, mutta he odottavat."},
        {"et", "Vana veski koolme juures on olnud suletud ja see ei avane "
               "enne kevadet, kuid nad ootavad veel."},
        {"lt", "Senas malūnas prie brastos yra uždarytas jau daug metų ir "
               "nebus atidarytas iki pavasario, bet jie laukia."},
        {"lv", "Vecās dzirnavas pie brasla ir slēgtas jau gadiem un tās "
               "nebūs vaļā līdz pavasarim, bet viņi gaida."},
        {"pl", "Stary młyn przy brodzie jest zamknięty od lat i nie będzie "
               "otwarty przed wiosną, ale oni czekają."},
        {"cs", "Starý mlýn u brodu je už léta zavřený a nebude otevřen před "
               "jarem, ale oni na to čekají."},
        {"sk", "Starý mlyn pri brode je už roky zatvorený a nebude otvorený "
               "pred jarou, ale oni na to čakajú."},
        {"sl", "Stari mlin ob brodu je že leta zaprt in ne bo odprt pred "
               "pomladjo, vendar na to še čakajo."},
        {"hr", "Stari mlin kod gaza već je godinama zatvoren i neće se "
               "otvoriti prije proljeća, ali oni čekaju što će biti."},
        {"hu", "A gázló melletti régi malom már évek óta zárva van, és nem "
               "nyit ki a tavasz előtt, de ők várnak."},
        {"ro", "Moara veche de la vad este închisă de ani de zile și nu se va "
               "deschide înainte de primăvară."},
        {"tr", "Geçitteki eski değirmen yıllardır kapalı ve bahardan önce "
               "açılmayacak, ama onlar bunu bekliyor."},
        {"id", "Kincir tua di tepi sungai itu sudah tutup selama bertahun dan "
               "tidak akan buka sebelum musim hujan."},
        {"vi", "Cối xay cũ ở bên sông đã đóng cửa nhiều năm và sẽ không mở "
               "lại trước mùa xuân."},
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        assert_language(said[i][1], said[i][0]);
}

static void languages_of_other_scripts_are_told_apart(void **state)
{
    (void)state;
    static const char *const said[][2] = {
        {"ru", "Старая мельница у брода закрыта уже много лет, и она не "
               "откроется до весны."},
        {"uk", "Старий млин біля броду закритий вже багато років, і він не "
               "відкриється до весни."},
        {"bg", "Старата мелница при брода е затворена от години и няма да "
               "отвори преди пролетта."},
        {"sr", "Стари млин код газа већ је годинама затворен и неће се "
               "отворити пре пролећа."},
        {"el", "Ο παλιός μύλος στο πέρασμα είναι κλειστός εδώ και χρόνια."},
        {"ar", "الطاحونة القديمة على النهر مغلقة منذ سنوات ولن تفتح قبل "
               "الربيع."},
        {"fa",
         "آسیاب کهنه در کنار رود سال‌هاست که "
         "بسته "
         "است."},
        {"ur", "ندی کے کنارے پرانی چکی برسوں سے بند ہے اور بہار سے پہلے نہیں "
               "کھلے گی۔"},
        {"he", "הטחנה הישנה ליד הנהר סגורה כבר שנים ולא תיפתח לפני האביב."},
        {"hi", "नदी के पास की पुरानी चक्की वर्षों से बंद है और वसंत से पहले "
               "नहीं खुलेगी।"},
        {"zh", "河边的老磨坊已经关了很多年，春天以前不会开。"},
        {"ja", "川のそばの古い水車小屋は何年も閉まっていて、春まで開かない。"},
        {"ko", "강가의 오래된 방앗간은 몇 년째 닫혀 있고 봄까지 열리지 "
               "않는다."},
        {"th", "โรงสีเก่าริมแม่น้ำปิดมาหลายปีแล้ว"},
        {"ka", "მდინარესთან ძველი წისქვილი წლებია დაკეტილია."},
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        assert_language(said[i][1], said[i][0]);
}

static void a_text_without_a_language_has_none(void **state)
{
    (void)state;
    assert_language("", "");
    assert_language("1998 2004 12:30 7", "");
    assert_language("Brandt Osei Vance Petrie Lund Marsh Weiss", "");
    assert_language("the", "");
}

static void the_span_alone_is_judged(void **state)
{
    (void)state;
    stm_words *w = said_scan("the mill is old and it was not open "
                             "die mühle ist alt und sie war nicht offen");
    assert_string_equal(stm_language_guess(w, (stm_span){0, 9}), "en");
    assert_string_equal(stm_language_guess(w, (stm_span){9, 18}), "de");
    assert_string_equal(stm_language_guess(w, (stm_span){9, 999}), "de");
    assert_string_equal(stm_language_guess(w, (stm_span){99, 999}), "");
    assert_string_equal(stm_language_guess(w, (stm_span){5, 2}), "");
    stm_words_free(w);
}

static void front_matter_does_not_decide(void **state)
{
    (void)state;
    enum { SIZE = 1 << 18 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    size_t used = 0;
    for (int i = 0; i < 400; i++)
        used += (size_t)snprintf(text + used, SIZE - used,
                                 "this is the licence of the book and not "
                                 "the book. ");
    for (int i = 0; i < 3000; i++)
        used += (size_t)snprintf(text + used, SIZE - used,
                                 "die mühle ist alt und sie war nicht offen. ");
    assert_language(text, "de");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_of_the_latin_script_are_told_apart),
        cmocka_unit_test(languages_of_other_scripts_are_told_apart),
        cmocka_unit_test(a_text_without_a_language_has_none),
        cmocka_unit_test(the_span_alone_is_judged),
        cmocka_unit_test(front_matter_does_not_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
