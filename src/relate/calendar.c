/* One table for all languages, in byte order; a word that means different
 * things in two languages has two rows. A new language is new rows. Words are
 * as the tokeniser folds them: lower case, accents composed, "'" for every
 * apostrophe. */
#include "relate/calendar.h"

#include "base/str.h"

static const stm_time_word words[] = {
    {"a", "fr", STM_TIME_NOW, 0, 0},
    {"abend", "de", STM_TIME_PART, 17, 24},
    {"aber", "de", STM_TIME_JOIN, 0, 0},
    {"after", "en", STM_TIME_JOIN, 0, 0},
    {"afternoon", "en", STM_TIME_PART, 12, 18},
    {"although", "en", STM_TIME_JOIN, 0, 0},
    {"and", "en", STM_TIME_JOIN, 0, 0},
    {"antes", "es", STM_TIME_JOIN, 0, 0},
    {"après", "fr", STM_TIME_JOIN, 0, 0},
    {"are", "en", STM_TIME_NOW, 0, 0},
    {"aren't", "en", STM_TIME_NOW, 0, 0},
    {"aura", "fr", STM_TIME_AHEAD, 0, 0},
    {"auront", "fr", STM_TIME_AHEAD, 0, 0},
    {"avaient", "fr", STM_TIME_PAST, 0, 0},
    {"avait", "fr", STM_TIME_PAST, 0, 0},
    {"avant", "fr", STM_TIME_JOIN, 0, 0},
    {"aveva", "it", STM_TIME_PAST, 0, 0},
    {"avevano", "it", STM_TIME_PAST, 0, 0},
    {"avond", "nl", STM_TIME_PART, 17, 24},
    {"because", "en", STM_TIME_JOIN, 0, 0},
    {"before", "en", STM_TIME_JOIN, 0, 0},
    {"began", "en", STM_TIME_PAST, 0, 0},
    {"bevor", "de", STM_TIME_JOIN, 0, 0},
    {"but", "en", STM_TIME_JOIN, 0, 0},
    {"cada", "es", STM_TIME_OTHER_WEEK, 0, 0},
    {"came", "en", STM_TIME_PAST, 0, 0},
    {"chaque", "fr", STM_TIME_OTHER_WEEK, 0, 0},
    {"che", "it", STM_TIME_JOIN, 0, 0},
    {"czwartek", "pl", STM_TIME_DAY, 4, 0},
    {"dass", "de", STM_TIME_JOIN, 0, 0},
    {"dat", "nl", STM_TIME_JOIN, 0, 0},
    {"deberá", "es", STM_TIME_AHEAD, 0, 0},
    {"dernier", "fr", STM_TIME_OTHER_WEEK, 0, 0},
    {"después", "es", STM_TIME_JOIN, 0, 0},
    {"devraient", "fr", STM_TIME_AHEAD, 0, 0},
    {"devrait", "fr", STM_TIME_AHEAD, 0, 0},
    {"did", "en", STM_TIME_PAST, 0, 0},
    {"didn't", "en", STM_TIME_PAST, 0, 0},
    {"die", "nl", STM_TIME_JOIN, 0, 0},
    {"dienstag", "de", STM_TIME_DAY, 2, 0},
    {"dijo", "es", STM_TIME_PAST, 0, 0},
    {"dimanche", "fr", STM_TIME_DAY, 0, 0},
    {"dinsdag", "nl", STM_TIME_DAY, 2, 0},
    {"doit", "fr", STM_TIME_AHEAD, 0, 0},
    {"doivent", "fr", STM_TIME_AHEAD, 0, 0},
    {"domenica", "it", STM_TIME_DAY, 0, 0},
    {"domingo", "es", STM_TIME_DAY, 0, 0},
    {"donderdag", "nl", STM_TIME_DAY, 4, 0},
    {"donnerstag", "de", STM_TIME_DAY, 4, 0},
    {"dopo", "it", STM_TIME_JOIN, 0, 0},
    {"dovrebbe", "it", STM_TIME_AHEAD, 0, 0},
    {"dovrà", "it", STM_TIME_AHEAD, 0, 0},
    {"due", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"e", "it", STM_TIME_JOIN, 0, 0},
    {"each", "en", STM_TIME_OTHER_WEEK, 0, 0},
    {"early", "en", STM_TIME_PART, 0, 9},
    {"elke", "nl", STM_TIME_OTHER_WEEK, 0, 0},
    {"en", "nl", STM_TIME_JOIN, 0, 0},
    {"era", "es", STM_TIME_PAST, 0, 0},
    {"era", "it", STM_TIME_PAST, 0, 0},
    {"eran", "es", STM_TIME_PAST, 0, 0},
    {"erano", "it", STM_TIME_PAST, 0, 0},
    {"erklärte", "de", STM_TIME_PAST, 0, 0},
    {"es", "es", STM_TIME_NOW, 0, 0},
    {"est", "fr", STM_TIME_NOW, 0, 0},
    {"estaba", "es", STM_TIME_PAST, 0, 0},
    {"estaban", "es", STM_TIME_PAST, 0, 0},
    {"está", "es", STM_TIME_NOW, 0, 0},
    {"están", "es", STM_TIME_NOW, 0, 0},
    {"et", "fr", STM_TIME_JOIN, 0, 0},
    {"evening", "en", STM_TIME_PART, 17, 24},
    {"every", "en", STM_TIME_OTHER_WEEK, 0, 0},
    {"expected", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"fredag", "da", STM_TIME_DAY, 5, 0},
    {"fredag", "sv", STM_TIME_DAY, 5, 0},
    {"freitag", "de", STM_TIME_DAY, 5, 0},
    {"friday", "en", STM_TIME_DAY, 5, 0},
    {"früh", "de", STM_TIME_PART, 0, 9},
    {"frühen", "de", STM_TIME_PART, 0, 9},
    {"fu", "it", STM_TIME_PAST, 0, 0},
    {"fue", "es", STM_TIME_PAST, 0, 0},
    {"fueron", "es", STM_TIME_PAST, 0, 0},
    {"furent", "fr", STM_TIME_PAST, 0, 0},
    {"furono", "it", STM_TIME_PAST, 0, 0},
    {"fut", "fr", STM_TIME_PAST, 0, 0},
    {"gaan", "nl", STM_TIME_AHEAD, 0, 0},
    {"gaat", "nl", STM_TIME_AHEAD, 0, 0},
    {"gab", "de", STM_TIME_PAST, 0, 0},
    {"gave", "en", STM_TIME_PAST, 0, 0},
    {"geplant", "de", STM_TIME_AHEAD, 0, 0},
    {"ging", "de", STM_TIME_PAST, 0, 0},
    {"giovedì", "it", STM_TIME_DAY, 4, 0},
    {"going", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"ha", "es", STM_TIME_NOW, 0, 0},
    {"ha", "it", STM_TIME_NOW, 0, 0},
    {"haben", "de", STM_TIME_NOW, 0, 0},
    {"habrá", "es", STM_TIME_AHEAD, 0, 0},
    {"había", "es", STM_TIME_PAST, 0, 0},
    {"habían", "es", STM_TIME_PAST, 0, 0},
    {"had", "en", STM_TIME_PAST, 0, 0},
    {"had", "nl", STM_TIME_PAST, 0, 0},
    {"hadden", "nl", STM_TIME_PAST, 0, 0},
    {"hadn't", "en", STM_TIME_PAST, 0, 0},
    {"han", "es", STM_TIME_NOW, 0, 0},
    {"hanno", "it", STM_TIME_NOW, 0, 0},
    {"has", "en", STM_TIME_NOW, 0, 0},
    {"hasn't", "en", STM_TIME_NOW, 0, 0},
    {"hat", "de", STM_TIME_NOW, 0, 0},
    {"hatte", "de", STM_TIME_PAST, 0, 0},
    {"hatten", "de", STM_TIME_PAST, 0, 0},
    {"have", "en", STM_TIME_NOW, 0, 0},
    {"hebben", "nl", STM_TIME_NOW, 0, 0},
    {"heeft", "nl", STM_TIME_NOW, 0, 0},
    {"held", "en", STM_TIME_PAST, 0, 0},
    {"is", "en", STM_TIME_NOW, 0, 0},
    {"is", "nl", STM_TIME_NOW, 0, 0},
    {"isn't", "en", STM_TIME_NOW, 0, 0},
    {"ist", "de", STM_TIME_NOW, 0, 0},
    {"jeden", "de", STM_TIME_OTHER_WEEK, 0, 0},
    {"jeudi", "fr", STM_TIME_DAY, 4, 0},
    {"jueves", "es", STM_TIME_DAY, 4, 0},
    {"kam", "de", STM_TIME_PAST, 0, 0},
    {"kommenden", "de", STM_TIME_AHEAD, 0, 0},
    {"last", "en", STM_TIME_OTHER_WEEK, 0, 0},
    {"late", "en", STM_TIME_PART, 18, 24},
    {"left", "en", STM_TIME_PAST, 0, 0},
    {"letzte", "de", STM_TIME_OTHER_WEEK, 0, 0},
    {"letzten", "de", STM_TIME_OTHER_WEEK, 0, 0},
    {"likely", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"lost", "en", STM_TIME_PAST, 0, 0},
    {"lundi", "fr", STM_TIME_DAY, 1, 0},
    {"lunedì", "it", STM_TIME_DAY, 1, 0},
    {"lunes", "es", STM_TIME_DAY, 1, 0},
    {"lördag", "sv", STM_TIME_DAY, 6, 0},
    {"lørdag", "da", STM_TIME_DAY, 6, 0},
    {"ma", "it", STM_TIME_JOIN, 0, 0},
    {"maandag", "nl", STM_TIME_DAY, 1, 0},
    {"maar", "nl", STM_TIME_JOIN, 0, 0},
    {"made", "en", STM_TIME_PAST, 0, 0},
    {"madrugada", "es", STM_TIME_PART, 0, 9},
    {"mais", "fr", STM_TIME_JOIN, 0, 0},
    {"mandag", "da", STM_TIME_DAY, 1, 0},
    {"mardi", "fr", STM_TIME_DAY, 2, 0},
    {"martedì", "it", STM_TIME_DAY, 2, 0},
    {"martes", "es", STM_TIME_DAY, 2, 0},
    {"matin", "fr", STM_TIME_PART, 5, 12},
    {"matinée", "fr", STM_TIME_PART, 5, 12},
    {"mattina", "it", STM_TIME_PART, 5, 12},
    {"mediodía", "es", STM_TIME_PART, 11, 14},
    {"mentre", "it", STM_TIME_JOIN, 0, 0},
    {"mercoledì", "it", STM_TIME_DAY, 3, 0},
    {"mercredi", "fr", STM_TIME_DAY, 3, 0},
    {"met", "en", STM_TIME_PAST, 0, 0},
    {"middag", "nl", STM_TIME_PART, 12, 18},
    {"midday", "en", STM_TIME_PART, 11, 14},
    {"midi", "fr", STM_TIME_PART, 11, 14},
    {"mientras", "es", STM_TIME_JOIN, 0, 0},
    {"mittag", "de", STM_TIME_PART, 11, 14},
    {"mittwoch", "de", STM_TIME_DAY, 3, 0},
    {"miércoles", "es", STM_TIME_DAY, 3, 0},
    {"monday", "en", STM_TIME_DAY, 1, 0},
    {"montag", "de", STM_TIME_DAY, 1, 0},
    {"morgen", "de", STM_TIME_PART, 5, 12},
    {"morning", "en", STM_TIME_PART, 5, 12},
    {"måndag", "sv", STM_TIME_DAY, 1, 0},
    {"nachdem", "de", STM_TIME_JOIN, 0, 0},
    {"nachmittag", "de", STM_TIME_PART, 12, 18},
    {"nacht", "de", STM_TIME_PART, 19, 24},
    {"nacht", "nl", STM_TIME_PART, 19, 24},
    {"nadat", "nl", STM_TIME_JOIN, 0, 0},
    {"niedziela", "pl", STM_TIME_DAY, 0, 0},
    {"niedzielę", "pl", STM_TIME_DAY, 0, 0},
    {"night", "en", STM_TIME_PART, 19, 24},
    {"noche", "es", STM_TIME_PART, 19, 24},
    {"noon", "en", STM_TIME_PART, 11, 14},
    {"notte", "it", STM_TIME_PART, 19, 24},
    {"nuit", "fr", STM_TIME_PART, 19, 24},
    {"nächsten", "de", STM_TIME_AHEAD, 0, 0},
    {"ochtend", "nl", STM_TIME_PART, 5, 12},
    {"ogni", "it", STM_TIME_OTHER_WEEK, 0, 0},
    {"onsdag", "da", STM_TIME_DAY, 3, 0},
    {"onsdag", "sv", STM_TIME_DAY, 3, 0},
    {"ont", "fr", STM_TIME_NOW, 0, 0},
    {"pasado", "es", STM_TIME_OTHER_WEEK, 0, 0},
    {"pendant", "fr", STM_TIME_JOIN, 0, 0},
    {"pero", "es", STM_TIME_JOIN, 0, 0},
    {"piątek", "pl", STM_TIME_DAY, 5, 0},
    {"planned", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"plans", "en", STM_TIME_AHEAD, 0, 0},
    {"poised", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"pomeriggio", "it", STM_TIME_PART, 12, 18},
    {"poniedziałek", "pl", STM_TIME_DAY, 1, 0},
    {"previous", "en", STM_TIME_OTHER_WEEK, 0, 0},
    {"prevista", "es", STM_TIME_AHEAD, 0, 0},
    {"prevista", "it", STM_TIME_AHEAD, 0, 0},
    {"previsto", "es", STM_TIME_AHEAD, 0, 0},
    {"previsto", "it", STM_TIME_AHEAD, 0, 0},
    {"prevé", "es", STM_TIME_AHEAD, 0, 0},
    {"prevén", "es", STM_TIME_AHEAD, 0, 0},
    {"prima", "it", STM_TIME_JOIN, 0, 0},
    {"prochain", "fr", STM_TIME_AHEAD, 0, 0},
    {"prochaine", "fr", STM_TIME_AHEAD, 0, 0},
    {"prossimo", "it", STM_TIME_AHEAD, 0, 0},
    {"prévu", "fr", STM_TIME_AHEAD, 0, 0},
    {"prévue", "fr", STM_TIME_AHEAD, 0, 0},
    {"próximo", "es", STM_TIME_AHEAD, 0, 0},
    {"que", "es", STM_TIME_JOIN, 0, 0},
    {"que", "fr", STM_TIME_JOIN, 0, 0},
    {"qui", "fr", STM_TIME_JOIN, 0, 0},
    {"sabato", "it", STM_TIME_DAY, 6, 0},
    {"sagte", "de", STM_TIME_PAST, 0, 0},
    {"said", "en", STM_TIME_PAST, 0, 0},
    {"samedi", "fr", STM_TIME_DAY, 6, 0},
    {"samstag", "de", STM_TIME_DAY, 6, 0},
    {"saranno", "it", STM_TIME_AHEAD, 0, 0},
    {"sarà", "it", STM_TIME_AHEAD, 0, 0},
    {"saturday", "en", STM_TIME_DAY, 6, 0},
    {"scheduled", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"scorso", "it", STM_TIME_OTHER_WEEK, 0, 0},
    {"sera", "fr", STM_TIME_AHEAD, 0, 0},
    {"sera", "it", STM_TIME_PART, 17, 24},
    {"seront", "fr", STM_TIME_AHEAD, 0, 0},
    {"será", "es", STM_TIME_AHEAD, 0, 0},
    {"serán", "es", STM_TIME_AHEAD, 0, 0},
    {"set", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"shall", "en", STM_TIME_AHEAD, 0, 0},
    {"since", "en", STM_TIME_JOIN, 0, 0},
    {"sind", "de", STM_TIME_NOW, 0, 0},
    {"slated", "en", STM_TIME_AHEAD_TO, 0, 0},
    {"sobota", "pl", STM_TIME_DAY, 6, 0},
    {"sobotę", "pl", STM_TIME_DAY, 6, 0},
    {"soir", "fr", STM_TIME_PART, 17, 24},
    {"soirée", "fr", STM_TIME_PART, 17, 24},
    {"soll", "de", STM_TIME_AHEAD, 0, 0},
    {"sollen", "de", STM_TIME_AHEAD, 0, 0},
    {"son", "es", STM_TIME_NOW, 0, 0},
    {"sonnabend", "de", STM_TIME_DAY, 6, 0},
    {"sonntag", "de", STM_TIME_DAY, 0, 0},
    {"sono", "it", STM_TIME_NOW, 0, 0},
    {"sont", "fr", STM_TIME_NOW, 0, 0},
    {"spoke", "en", STM_TIME_PAST, 0, 0},
    {"späten", "de", STM_TIME_PART, 18, 24},
    {"sunday", "en", STM_TIME_DAY, 0, 0},
    {"sábado", "es", STM_TIME_DAY, 6, 0},
    {"söndag", "sv", STM_TIME_DAY, 0, 0},
    {"søndag", "da", STM_TIME_DAY, 0, 0},
    {"tard", "fr", STM_TIME_PART, 18, 24},
    {"tarde", "es", STM_TIME_PART, 12, 18},
    {"temprano", "es", STM_TIME_PART, 0, 9},
    {"terwijl", "nl", STM_TIME_JOIN, 0, 0},
    {"that", "en", STM_TIME_JOIN, 0, 0},
    {"thursday", "en", STM_TIME_DAY, 4, 0},
    {"tirsdag", "da", STM_TIME_DAY, 2, 0},
    {"tisdag", "sv", STM_TIME_DAY, 2, 0},
    {"told", "en", STM_TIME_PAST, 0, 0},
    {"tomorrow", "en", STM_TIME_AHEAD, 0, 0},
    {"took", "en", STM_TIME_PAST, 0, 0},
    {"torsdag", "da", STM_TIME_DAY, 4, 0},
    {"torsdag", "sv", STM_TIME_DAY, 4, 0},
    {"tuesday", "en", STM_TIME_DAY, 2, 0},
    {"und", "de", STM_TIME_JOIN, 0, 0},
    {"upcoming", "en", STM_TIME_AHEAD, 0, 0},
    {"vendredi", "fr", STM_TIME_DAY, 5, 0},
    {"venerdì", "it", STM_TIME_DAY, 5, 0},
    {"vergangenen", "de", STM_TIME_OTHER_WEEK, 0, 0},
    {"viernes", "es", STM_TIME_DAY, 5, 0},
    {"voraussichtlich", "de", STM_TIME_AHEAD, 0, 0},
    {"vorige", "nl", STM_TIME_OTHER_WEEK, 0, 0},
    {"vormittag", "de", STM_TIME_PART, 5, 12},
    {"vrijdag", "nl", STM_TIME_DAY, 5, 0},
    {"war", "de", STM_TIME_PAST, 0, 0},
    {"waren", "de", STM_TIME_PAST, 0, 0},
    {"waren", "nl", STM_TIME_PAST, 0, 0},
    {"was", "en", STM_TIME_PAST, 0, 0},
    {"was", "nl", STM_TIME_PAST, 0, 0},
    {"wasn't", "en", STM_TIME_PAST, 0, 0},
    {"wednesday", "en", STM_TIME_DAY, 3, 0},
    {"weil", "de", STM_TIME_JOIN, 0, 0},
    {"went", "en", STM_TIME_PAST, 0, 0},
    {"werd", "nl", STM_TIME_PAST, 0, 0},
    {"werden", "de", STM_TIME_AHEAD, 0, 0},
    {"werden", "nl", STM_TIME_PAST, 0, 0},
    {"were", "en", STM_TIME_PAST, 0, 0},
    {"weren't", "en", STM_TIME_PAST, 0, 0},
    {"when", "en", STM_TIME_JOIN, 0, 0},
    {"which", "en", STM_TIME_JOIN, 0, 0},
    {"while", "en", STM_TIME_JOIN, 0, 0},
    {"who", "en", STM_TIME_JOIN, 0, 0},
    {"will", "de", STM_TIME_AHEAD, 0, 0},
    {"will", "en", STM_TIME_AHEAD, 0, 0},
    {"wird", "de", STM_TIME_AHEAD, 0, 0},
    {"woensdag", "nl", STM_TIME_DAY, 3, 0},
    {"wollen", "de", STM_TIME_AHEAD, 0, 0},
    {"won", "en", STM_TIME_PAST, 0, 0},
    {"won't", "en", STM_TIME_AHEAD, 0, 0},
    {"wtorek", "pl", STM_TIME_DAY, 2, 0},
    {"wurde", "de", STM_TIME_PAST, 0, 0},
    {"wurden", "de", STM_TIME_PAST, 0, 0},
    {"während", "de", STM_TIME_JOIN, 0, 0},
    {"y", "es", STM_TIME_JOIN, 0, 0},
    {"zal", "nl", STM_TIME_AHEAD, 0, 0},
    {"zaterdag", "nl", STM_TIME_DAY, 6, 0},
    {"zijn", "nl", STM_TIME_NOW, 0, 0},
    {"zondag", "nl", STM_TIME_DAY, 0, 0},
    {"zullen", "nl", STM_TIME_AHEAD, 0, 0},
    {"è", "it", STM_TIME_NOW, 0, 0},
    {"étaient", "fr", STM_TIME_PAST, 0, 0},
    {"était", "fr", STM_TIME_PAST, 0, 0},
    {"środa", "pl", STM_TIME_DAY, 3, 0},
    {"środę", "pl", STM_TIME_DAY, 3, 0},
    {"воскресенье", "ru", STM_TIME_DAY, 0, 0},
    {"вторник", "ru", STM_TIME_DAY, 2, 0},
    {"понедельник", "ru", STM_TIME_DAY, 1, 0},
    {"пятницу", "ru", STM_TIME_DAY, 5, 0},
    {"среду", "ru", STM_TIME_DAY, 3, 0},
    {"субботу", "ru", STM_TIME_DAY, 6, 0},
    {"четверг", "ru", STM_TIME_DAY, 4, 0},
};

enum { WORDS = sizeof words / sizeof *words };

/* As stm_str_cmp, without the length of the row: most differ at once. */
static int compare(const char *row, stm_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (row[i] != word.ptr[i] || !row[i])
            return (unsigned char)row[i] < (unsigned char)word.ptr[i] ? -1 : 1;
    return row[word.len] ? 1 : 0;
}

/* The first row whose word is not before `word`. */
static size_t lower_bound(stm_str word)
{
    size_t from = 0, to = WORDS;
    while (from < to) {
        size_t mid = (from + to) / 2;
        if (compare(words[mid].word, word) < 0)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

/* "thursday's" is about Thursday. */
static stm_str without_genitive(stm_str word)
{
    if (word.len > 2 && word.ptr[word.len - 1] == 's' &&
        word.ptr[word.len - 2] == '\'')
        word.len -= 2;
    return word;
}

const stm_time_word *stm_relate__time_word(stm_str word, const char *language)
{
    stm_str want = stm_str_of(*language ? language : "en");
    word = without_genitive(word);
    for (size_t i = lower_bound(word); i < WORDS; i++) {
        if (compare(words[i].word, word) != 0)
            break;
        if (words[i].class == STM_TIME_DAY ||
            stm_str_eq(stm_str_of(words[i].language), want))
            return &words[i];
    }
    return NULL;
}

const stm_time_word *stm_relate__time_at(const stm_text *t,
                                         const stm_lexicon *lex, uint32_t i)
{
    const stm_time_word *w =
        stm_relate__time_word(stm_lexicon_word(lex, t->word[i]), t->language);
    if (!w || w->class != STM_TIME_AHEAD_TO)
        return w;
    if (i + 1 >= t->count)
        return NULL;
    stm_str next = stm_lexicon_word(lex, t->word[i + 1]);
    return stm_str_eq(next, STM_LIT("to")) ? w : NULL;
}

stm_time_class stm_relate__time_class(const stm_text *t, const stm_lexicon *lex,
                                      uint32_t i)
{
    const stm_time_word *w = stm_relate__time_at(t, lex, i);
    if (!w)
        return STM_TIME_NONE;
    return w->class == STM_TIME_AHEAD_TO ? STM_TIME_AHEAD : w->class;
}

const char *stm_relate__day_name(int weekday)
{
    static const char *const names[] = {"Sunday",    "Monday",   "Tuesday",
                                        "Wednesday", "Thursday", "Friday",
                                        "Saturday"};
    return weekday >= 0 && weekday < 7 ? names[weekday] : "";
}
