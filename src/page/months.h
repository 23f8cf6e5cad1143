/* Names of months and weekdays in many languages. */
#ifndef STM_PAGE_MONTHS_H
#define STM_PAGE_MONTHS_H

#include <stemma/base.h>

enum { STM_WEEKDAY = 13 };

/* 1..12 or STM_WEEKDAY, or 0 for a word that is neither. */
unsigned stm_page__month_or_weekday(stm_str word);

/* 1..12, or 0 for a word that is no month. Case and accents as people write
 * them; a point behind an abbreviation is not part of the word. */
unsigned stm_page__month(stm_str word);
bool stm_page__is_weekday(stm_str word);

#endif
