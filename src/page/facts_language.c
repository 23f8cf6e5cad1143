/* The lang attribute is often that of a template: where the text is long
 * enough to tell, the text wins. */
#include "page/facts_language.h"

#include <string.h>

#include "base/str.h"
#include "page/facts_address.h"

enum { ENOUGH_WORDS = 40 };

/* "en" of "en-GB", "pt_BR", "EN"; false for what is no such code. */
static bool primary_code(char out[8], stm_str s)
{
    size_t n = 0;
    s = stm_str_trim(s);
    while (n < s.len && n < 4) {
        char c = stm_ascii_lower(s.ptr[n]);
        if (c < 'a' || c > 'z')
            break;
        out[n++] = c;
    }
    out[n] = '\0';
    bool ends = n == s.len || s.ptr[n] == '-' || s.ptr[n] == '_' ||
                s.ptr[n] == ',' || s.ptr[n] == ';';
    if (n != 2 || !ends) {
        out[0] = '\0';
        return false;
    }
    if (!strcmp(out, "nb") || !strcmp(out, "nn"))
        memcpy(out, "no", 3);
    return true;
}

/* Smaller is better. */
static unsigned order_of(const stm_fact *f)
{
    return f->origin == STM_ORIGIN_LANG        ? 0
           : f->origin == STM_ORIGIN_META      ? 1U + f->rank
           : f->origin == STM_ORIGIN_OPENGRAPH ? 4
                                               : 5;
}

void stm_page__read_language(stm_page_work *w, const stm_html *html)
{
    char code[8];
    unsigned least = 99;
    w->facts.language[0] = '\0';
    for (size_t i = 0; html && i < html->fact_count; i++) {
        const stm_fact *f = &html->facts[i];
        if (f->kind != STM_FACT_LANGUAGE || order_of(f) >= least ||
            !primary_code(code, f->value))
            continue;
        least = order_of(f);
        memcpy(w->facts.language, code, sizeof code);
    }
}

/* English-speaking countries that write the day first. */
static bool is_day_first_region(stm_str s)
{
    static const char regions[] = "|gb|uk|au|nz|ie|in|za|sg|hk|my|ng|ke|gh|pk|"
                                  "mt|jm|tt|lk|bd|";
    char key[5] = "|xx|";
    if (s.len != 2)
        return false;
    key[1] = stm_ascii_lower(s.ptr[0]);
    key[2] = stm_ascii_lower(s.ptr[1]);
    return strstr(regions, key);
}

static stm_str region_of(stm_str language)
{
    for (size_t i = 0; i < language.len; i++)
        if (language.ptr[i] == '-' || language.ptr[i] == '_')
            return stm_str_trim(
                (stm_str){language.ptr + i + 1, language.len - i - 1});
    return STM_NONE;
}

static stm_str country_of(stm_str uri)
{
    stm_str host = stm_page__address_host(uri);
    for (size_t i = host.len; i-- > 0;)
        if (host.ptr[i] == '.')
            return (stm_str){host.ptr + i + 1, host.len - i - 1};
    return STM_NONE;
}

bool stm_page__is_day_first(const stm_page_work *w, const stm_capture *c,
                            const stm_html *html)
{
    if (w->language[0] && strcmp(w->language, "en") != 0)
        return true;
    if (is_day_first_region(country_of(c->uri)))
        return true;
    for (size_t i = 0; html && i < html->fact_count; i++) {
        const stm_fact *f = &html->facts[i];
        if (f->kind == STM_FACT_LANGUAGE &&
            is_day_first_region(region_of(f->value)))
            return true;
        if (f->kind == STM_FACT_CANONICAL &&
            is_day_first_region(country_of(f->value)))
            return true;
    }
    return false;
}

const char *stm_page__language(const stm_page_work *w, const char *guessed,
                               uint32_t words)
{
    if (*guessed && (words >= ENOUGH_WORDS || !w->facts.language[0]))
        return guessed;
    return w->facts.language[0] ? w->facts.language : guessed;
}
