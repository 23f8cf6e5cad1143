/* Columns: every word of a text gets a cell, those of a spinner too. Where he
 * put other words, the synopsis knows the places that they stand for, not the
 * words; they go to the first of these places, or, where he slipped words in,
 * to the place of the word before. */
#include <stdlib.h>

#include "edition/bench.h"

static int by_place(const void *x, const void *y)
{
    const stm_edition__cell *a = x, *b = y;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return (a->token > b->token) - (a->token < b->token);
}

/* The place of each token and, for those that have one, the cell. */
typedef struct seats {
    uint32_t *place, *cell;
} seats;

static bool seat(seats *s, stm_arena *mem, const stm_column *c,
                 const stm_text *t)
{
    s->place = STM_ARENA_NEW(mem, uint32_t, t->count);
    s->cell = STM_ARENA_NEW(mem, uint32_t, t->count);
    if (!s->place || !s->cell)
        return false;
    for (uint32_t i = 0; i < t->count; i++)
        s->place[i] = s->cell[i] = STM_NO_TOKEN;
    for (uint32_t k = 0; k < c->count; k++)
        if (c->token[k] != STM_NO_TOKEN) {
            s->place[c->token[k]] = c->place[k];
            s->cell[c->token[k]] = k;
        }
    return true;
}

/* Where the words between two words that have a place belong. */
static uint32_t place_between(const seats *s, const stm_column *c,
                              uint32_t before, uint32_t after)
{
    if (before != STM_NO_TOKEN) {
        uint32_t k = s->cell[before] + 1;
        bool instead = k < c->count && c->token[k] == STM_NO_TOKEN;
        return instead ? c->place[k] : s->place[before];
    }
    if (after == STM_NO_TOKEN)
        return c->count ? c->place[0] : 0;
    uint32_t k = s->cell[after];
    while (k && c->token[k - 1] == STM_NO_TOKEN)
        k--;
    return c->place[k];
}

static void seat_the_rest(seats *s, const stm_column *c, uint32_t count)
{
    uint32_t before = STM_NO_TOKEN;
    for (uint32_t i = 0; i < count;) {
        uint32_t to = i;
        while (to < count && s->cell[to] == STM_NO_TOKEN)
            to++;
        if (to > i) {
            uint32_t after = to < count ? to : STM_NO_TOKEN;
            uint32_t place = place_between(s, c, before, after);
            while (i < to)
                s->place[i++] = place;
        }
        if (i < count)
            before = i++;
    }
}

static bool add_column(stm_edition__bench *b, stm_edition__column *out,
                       const stm_column *c)
{
    const stm_text *t = b->witness[c->witness].text;
    seats s;
    stm_edition__cell *cell =
        STM_ARENA_NEW(&b->mem, stm_edition__cell, t->count);
    if (!cell || !seat(&s, &b->mem, c, t))
        return false;
    seat_the_rest(&s, c, t->count);
    for (uint32_t i = 0; i < t->count; i++)
        cell[i] = (stm_edition__cell){s.place[i], i};
    if (t->count)
        qsort(cell, t->count, sizeof *cell, by_place);
    *out = (stm_edition__column){.text = t, .cell = cell, .count = t->count};
    return true;
}

bool stm_edition__columns(stm_edition__bench *b, const stm_synopsis *s)
{
    b->columns = (uint32_t)s->column_count;
    b->places = s->places;
    b->column = STM_ARENA_NEW(&b->mem, stm_edition__column, s->column_count);
    for (size_t i = 0; b->column && i < s->column_count; i++)
        if (!add_column(b, &b->column[i], &s->columns[i]))
            return false;
    return b->column != NULL;
}
