/* Any bytes through the date parser: what it finds lies in the text, moves on,
 * and is a day of the calendar that reads the same when it is written out. The
 * text must be UTF-8, as captures are. */
#include "page/dates.h"

#include <stdlib.h>

#include <stemma/text.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_date(const stm_date *d)
{
    char buf[32];
    stm_found_date again;
    must(d->year >= 1500 && d->year < 2200);
    must(d->month >= 1 && d->month <= 12 && d->day >= 1 && d->day <= 31);
    must(d->hour < 24 && d->minute < 60 && d->second < 60);
    must((d->hour < 0) == (d->minute < 0));
    int weekday = stm_date_weekday(d);
    must(weekday >= 0 && weekday < 7);
    size_t n = stm_date_format(d, buf, sizeof buf);
    must(n >= 10 && n < sizeof buf);
    must(stm_page__find_date(&again, (stm_str){buf, n}, 0, n, STM_MONTH_FIRST));
    must(stm_date_days(&again.date) == stm_date_days(d));
    must(again.date.hour == d->hour && again.date.minute == d->minute);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    stm_str s = {(const char *)data, size};
    stm_words *w;
    if (stm_words_scan(&w, s, NULL) != STM_OK)
        return 0;
    stm_words_free(w);
    for (int order = STM_MONTH_FIRST; order <= STM_DAY_FIRST; order++) {
        stm_found_date f;
        size_t from = 0;
        while (stm_page__find_date(&f, s, from, size, (stm_date_order)order)) {
            must(f.at.start >= from && f.at.end > f.at.start);
            must(f.at.end <= size);
            check_date(&f.date);
            from = f.at.end;
        }
    }
    stm_date d = {2024, 5, 16, -1, -1, -1, STM_NO_ZONE};
    stm_range at;
    if (stm_page__find_time(&d, &at, s, 0, size))
        must(at.end > at.start && at.end <= size && d.hour >= 0);
    return 0;
}
