#include "page/months.h"

#include "base/str.h"

/* Full names and usual abbreviations, small letters; "|" between words. */
static const char *const months[12] = {
    "|january|jan|januar|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|"
    "января|январь|янв|styczeń|stycznia|leden|ledna|tammikuu|tammikuuta|ocak|"
    "jänner|ianuarie|január|",
    "|february|feb|februar|février|fevrier|févr|fév|fevr|febrero|febbraio|"
    "febr|fevereiro|fev|februari|февраля|февраль|фев|февр|luty|lutego|únor|"
    "února|helmikuu|helmikuuta|şubat|feber|februarie|február|",
    "|march|mar|märz|mrz|mär|mars|marzo|março|marco|maart|mrt|марта|март|мар|"
    "marzec|marca|březen|března|maaliskuu|maaliskuuta|mart|marts|martie|"
    "március|",
    "|april|apr|avril|avr|abril|abr|aprile|апреля|апрель|апр|kwiecień|"
    "kwietnia|duben|dubna|huhtikuu|huhtikuuta|nisan|aprilie|április|",
    "|may|mai|mayo|maggio|mag|maio|mei|maj|мая|май|maja|květen|května|"
    "toukokuu|toukokuuta|mayıs|május|",
    "|june|jun|juni|juin|junio|giugno|giu|junho|июня|июнь|июн|czerwiec|"
    "czerwca|červen|června|kesäkuu|kesäkuuta|haziran|iunie|június|",
    "|july|jul|juli|juillet|juil|julio|luglio|lug|julho|июля|июль|июл|lipiec|"
    "lipca|červenec|července|heinäkuu|heinäkuuta|temmuz|iulie|július|",
    "|august|aug|août|aout|agosto|ago|augustus|августа|август|авг|sierpień|"
    "sierpnia|srpen|srpna|elokuu|elokuuta|ağustos|augusti|augusztus|",
    "|september|sep|sept|septembre|septiembre|setiembre|settembre|set|sett|"
    "setembro|сентября|сентябрь|сен|сент|wrzesień|września|září|syyskuu|"
    "syyskuuta|eylül|septembrie|szeptember|",
    "|october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|"
    "октября|октябрь|окт|październik|października|říjen|října|lokakuu|"
    "lokakuuta|ekim|octombrie|október|",
    "|november|nov|novembre|noviembre|novembro|ноября|ноябрь|нояб|ноя|"
    "listopad|listopada|listopadu|marraskuu|marraskuuta|kasım|noiembrie|",
    "|december|dec|dezember|dez|décembre|decembre|déc|diciembre|dic|"
    "dicembre|dezembro|декабря|декабрь|дек|grudzień|grudnia|prosinec|"
    "prosince|joulukuu|joulukuuta|aralık|decembrie|desember|des|",
};

static const char weekdays[] =
    "|monday|mon|tuesday|tue|tues|wednesday|wed|thursday|thu|thur|thurs|"
    "friday|fri|saturday|sat|sunday|sun|"
    "montag|mo|dienstag|di|mittwoch|mi|donnerstag|do|freitag|fr|samstag|sa|"
    "sonnabend|sonntag|so|"
    "lundi|lun|mardi|mer|mercredi|jeudi|jeu|vendredi|ven|samedi|sam|dimanche|"
    "dim|lunes|martes|mié|miércoles|jueves|jue|viernes|vie|sábado|sáb|domingo|"
    "dom|lunedì|martedì|mercoledì|giovedì|gio|venerdì|sabato|sab|domenica|"
    "segunda|terça|quarta|quinta|sexta|feira|seg|ter|qua|qui|sex|"
    "maandag|ma|dinsdag|woensdag|wo|donderdag|vrijdag|vr|zaterdag|za|zondag|"
    "zo|понедельник|вторник|среда|среду|четверг|пятница|пятницу|суббота|"
    "субботу|воскресенье|пн|вт|ср|чт|пт|сб|вс|"
    "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|"
    "søndag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|";

/* Small letters of what the tables hold; false where it does not fit. */
static bool lower(stm_str word, char *out, size_t room)
{
    size_t n = 0;
    if (word.len + 3 > room)
        return false;
    out[n++] = '|';
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        unsigned char b = i ? (unsigned char)out[n - 1] : 0;
        if (b == 0xc3 && c >= 0x80 && c <= 0x9e)
            c += 32; /* À to Þ */
        else if (b == 0xd0 && c >= 0x90 && c <= 0x9f)
            c += 32; /* А to П */
        else if (b == 0xd0 && c >= 0xa0 && c <= 0xaf) {
            out[n - 1] = (char)0xd1; /* Р to Я */
            c -= 32;
        }
        out[n++] = stm_ascii_lower((char)c);
    }
    out[n++] = '|';
    out[n] = '\0';
    return true;
}

enum { LONGEST = 40 };

unsigned stm_page__month(stm_str word)
{
    char key[LONGEST];
    if (word.len < 3 || !lower(word, key, sizeof key))
        return 0;
    for (unsigned i = 0; i < 12; i++)
        if (strstr(months[i], key))
            return i + 1;
    return 0;
}

bool stm_page__is_weekday(stm_str word)
{
    char key[LONGEST];
    return word.len >= 2 && lower(word, key, sizeof key) &&
           strstr(weekdays, key);
}
