/* A claim is softened where hedges, modal verbs or attributions came into its
 * sentence or words of certainty left it, and where the one number that was
 * changed is lower; it is hardened where the contrary happened. That is a rule
 * about words, not an understanding of what is claimed: a sentence changed in
 * any other way, or in a language without a list, is called reworded. Lists are
 * short on purpose: words that mostly have another use are not in them. */
#include "edition/claims.h"

#include <string.h>

#include "base/str.h"

typedef struct claim_word {
    char language[3];
    int weight; /* +1 makes a claim weaker, -1 stronger */
    const char *word;
} claim_word;

static const claim_word words[] = {
    {"en", 1, "may"},
    {"en", 1, "might"},
    {"en", 1, "could"},
    {"en", 1, "would"},
    {"en", 1, "should"},
    {"en", 1, "can"},
    {"en", 1, "reportedly"},
    {"en", 1, "allegedly"},
    {"en", 1, "alleged"},
    {"en", 1, "apparently"},
    {"en", 1, "apparent"},
    {"en", 1, "possibly"},
    {"en", 1, "possible"},
    {"en", 1, "perhaps"},
    {"en", 1, "maybe"},
    {"en", 1, "probably"},
    {"en", 1, "likely"},
    {"en", 1, "seemingly"},
    {"en", 1, "supposedly"},
    {"en", 1, "purportedly"},
    {"en", 1, "suspected"},
    {"en", 1, "unconfirmed"},
    {"en", 1, "appears"},
    {"en", 1, "appear"},
    {"en", 1, "appeared"},
    {"en", 1, "seems"},
    {"en", 1, "seem"},
    {"en", 1, "seemed"},
    {"en", 1, "suggests"},
    {"en", 1, "suggest"},
    {"en", 1, "suggested"},
    {"en", 1, "believed"},
    {"en", 1, "believes"},
    {"en", 1, "estimated"},
    {"en", 1, "nearly"},
    {"en", 1, "almost"},
    {"en", 1, "approximately"},
    {"en", 1, "roughly"},
    {"en", 1, "potentially"},
    {"en", 1, "potential"},
    {"en", 1, "partly"},
    {"en", 1, "sometimes"},
    {"en", 1, "claimed"},
    {"en", 1, "claims"},
    {"en", 1, "according"},
    {"en", 1, "sources"},
    {"en", 1, "said"},
    {"en", 1, "says"},
    {"en", -1, "will"},
    {"en", -1, "must"},
    {"en", -1, "always"},
    {"en", -1, "never"},
    {"en", -1, "every"},
    {"en", -1, "certainly"},
    {"en", -1, "certain"},
    {"en", -1, "definitely"},
    {"en", -1, "clearly"},
    {"en", -1, "undoubtedly"},
    {"en", -1, "surely"},
    {"en", -1, "confirmed"},
    {"en", -1, "confirms"},
    {"en", -1, "proved"},
    {"en", -1, "proven"},
    {"en", -1, "proves"},
    {"en", -1, "entirely"},
    {"en", -1, "completely"},
    {"de", 1, "könnte"},
    {"de", 1, "könnten"},
    {"de", 1, "dürfte"},
    {"de", 1, "dürften"},
    {"de", 1, "soll"},
    {"de", 1, "sollen"},
    {"de", 1, "möglicherweise"},
    {"de", 1, "vielleicht"},
    {"de", 1, "wohl"},
    {"de", 1, "offenbar"},
    {"de", 1, "angeblich"},
    {"de", 1, "mutmaßlich"},
    {"de", 1, "vermutlich"},
    {"de", 1, "wahrscheinlich"},
    {"de", 1, "laut"},
    {"de", 1, "sagte"},
    {"de", -1, "wird"},
    {"de", -1, "muss"},
    {"de", -1, "immer"},
    {"de", -1, "nie"},
    {"de", -1, "sicher"},
    {"de", -1, "zweifellos"},
    {"de", -1, "bestätigt"},
    {"de", -1, "bewiesen"},
    {"fr", 1, "pourrait"},
    {"fr", 1, "pourraient"},
    {"fr", 1, "serait"},
    {"fr", 1, "seraient"},
    {"fr", 1, "aurait"},
    {"fr", 1, "auraient"},
    {"fr", 1, "semble"},
    {"fr", 1, "semblait"},
    {"fr", 1, "apparemment"},
    {"fr", 1, "probablement"},
    {"fr", 1, "présumé"},
    {"fr", 1, "selon"},
    {"fr", -1, "toujours"},
    {"fr", -1, "jamais"},
    {"fr", -1, "certainement"},
    {"fr", -1, "confirmé"},
    {"fr", -1, "doit"},
    {"es", 1, "podría"},
    {"es", 1, "podrían"},
    {"es", 1, "habría"},
    {"es", 1, "habrían"},
    {"es", 1, "sería"},
    {"es", 1, "parece"},
    {"es", 1, "posiblemente"},
    {"es", 1, "probablemente"},
    {"es", 1, "presunto"},
    {"es", 1, "supuestamente"},
    {"es", 1, "según"},
    {"es", -1, "siempre"},
    {"es", -1, "nunca"},
    {"es", -1, "confirmado"},
    {"es", -1, "debe"},
};

static int weight_of(stm_str word, const char *language)
{
    const char *in = *language ? language : "en";
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].language, in) &&
            stm_str_eq(word, stm_str_of(words[i].word)))
            return words[i].weight;
    return 0;
}

static stm_str written(const stm_edition__odd *o)
{
    return stm_str_cut(o->text->bytes, o->text->at[o->token]);
}

/* "adds “may”, without “will”" */
static bool say(stm_edition__chars *says, const char *how,
                const stm_edition__odd *o)
{
    return (!says->count || stm_edition__put(says, STM_LIT(", "))) &&
           stm_edition__put(says, stm_str_of(how)) &&
           stm_edition__put(says, STM_LIT(" “")) &&
           stm_edition__put(says, written(o)) &&
           stm_edition__put(says, STM_LIT("”"));
}

/* Adds up the words of one side that weigh; `sign` is -1 for those gone. */
static bool add_words(int *sum, stm_edition__chars *says,
                      const stm_edition__odds *side, int sign,
                      const char *language, const stm_lexicon *lex)
{
    for (size_t i = 0; i < side->count; i++) {
        const stm_edition__odd *o = &side->items[i];
        uint32_t word = o->text->word[o->token];
        int w = weight_of(stm_lexicon_word(lex, word), language);
        *sum += sign * w;
        if (w && !say(says, sign > 0 ? "adds" : "without", o))
            return false;
    }
    return true;
}

/* Digits with separators of thousands; -1 for years and all else. */
static double value_of(const stm_edition__odd *o)
{
    stm_str s = written(o);
    double n = 0, unit = 0;
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (stm_ascii_digit(s.ptr[i])) {
            n = n * 10 + (s.ptr[i] - '0');
            unit *= 10;
            digits++;
        } else if (s.ptr[i] == '.' && unit == 0) {
            unit = 1;
        } else if (s.ptr[i] != ',') {
            return -1;
        }
    }
    if (digits == 4 && n >= 1900 && n < 2100 && s.len == 4)
        return -1;
    return digits && digits < 16 ? n / (unit > 0 ? unit : 1) : -1;
}

/* The only number on a side, or NULL. */
static const stm_edition__odd *number_of(const stm_edition__odds *side)
{
    const stm_edition__odd *found = NULL;
    for (size_t i = 0; i < side->count; i++) {
        const stm_edition__odd *o = &side->items[i];
        if (!(o->text->flags[o->token] & STM_WORD_NUMBER))
            continue;
        if (found)
            return NULL;
        found = o;
    }
    return found;
}

static bool is_month(const stm_text *t, uint32_t i)
{
    return stm_month_of(stm_str_cut(t->bytes, t->at[i]));
}

/* "5 May", "May 5, 2024": another day is nothing counted anew. */
static bool is_of_a_date(const stm_edition__odd *o)
{
    const stm_text *t = o->text;
    uint32_t i = o->token;
    if (i && is_month(t, i - 1))
        return true;
    return i + 1 < t->count &&
           (is_month(t, i + 1) || t->flags[i + 1] & STM_WORD_NUMBER);
}

/* The same thing counted anew: the word behind the number is the same. */
static bool weigh_numbers(int *sum, stm_edition__chars *says,
                          const stm_edition__odds *gone,
                          const stm_edition__odds *come)
{
    const stm_edition__odd *was = number_of(gone), *is = number_of(come);
    if (!was || !is || was->beside == STM_NO_TOKEN || was->beside != is->beside)
        return true;
    if (is_of_a_date(was) || is_of_a_date(is))
        return true;
    double before = value_of(was), after = value_of(is);
    if (before < 0 || after < 0 || before == after)
        return true;
    *sum = after < before ? 1 : -1;
    return stm_edition__put(says, written(is)) &&
           stm_edition__put(says, STM_LIT(" for ")) &&
           stm_edition__put(says, written(was));
}

bool stm_edition__weigh(stm_alteration_kind *out, stm_edition__chars *says,
                        const stm_edition__odds *gone,
                        const stm_edition__odds *come, const char *language,
                        const stm_lexicon *lex)
{
    int sum = 0;
    says->count = 0;
    *out = STM_ALTERED_REWORDED;
    if (!add_words(&sum, says, come, 1, language, lex) ||
        !add_words(&sum, says, gone, -1, language, lex))
        return false;
    if (!sum) {
        says->count = 0;
        if (!weigh_numbers(&sum, says, gone, come))
            return false;
    }
    if (sum)
        *out = sum > 0 ? STM_ALTERED_SOFTENED : STM_ALTERED_HARDENED;
    return true;
}
