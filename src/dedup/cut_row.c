#include "dedup/cut_row.h"

#include <string.h>

#include "dedup/cut_windows.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

void stm_cut_row__free(stm_cut_row *r)
{
    stm_vec_free(&r->number);
    stm_vec_free(&r->start);
    stm_vec_free(&r->last);
    stm_vec_free(&r->end);
    stm_vec_free(&r->single);
    stm_vec_free(&r->tagged);
    stm_cut_numbers__free(&r->words);
    stm_cut_numbers__free(&r->all);
    stm_vec_free(&r->len);
}

uint64_t stm_cut_row__bytes(const stm_cut_row *r)
{
    return (uint64_t)r->number.count * STM_CUT_ROW_EACH +
           (uint64_t)stm_cut_row__numbers(r) * STM_CUT_ROW_NUMBER +
           stm_cut_numbers__bytes(&r->words) + stm_cut_numbers__bytes(&r->all);
}

uint32_t stm_cut_row__doc(const stm_cut_row *r, uint32_t i)
{
    size_t from = 0, to = r->end.count;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (r->end.items[middle] < i)
            from = middle + 1;
        else
            to = middle;
    }
    return (uint32_t)from;
}

static stm_status add_number(stm_cut_row *r, stm_str word, stm_error *err)
{
    uint32_t single;
    stm_status rc = stm_cut_numbers__of(&single, &r->words, word, err);
    if (rc != STM_OK)
        return rc;
    return stm_vec_push(&r->single, single) &&
                   stm_vec_push(&r->len, (uint32_t)word.len)
               ? STM_OK
               : no_memory(err);
}

/* Bytes that were a shorter or longer word elsewhere, with what stands behind
 * it, for words end where the next ones let them: the length tells them apart,
 * behind a byte that no text has. */
static stm_status tagged_number(uint32_t *out, stm_cut_row *r, stm_str all,
                                size_t len, stm_error *err)
{
    r->tagged.count = 0;
    if (!stm_vec_reserve(&r->tagged, all.len + 1 + sizeof len))
        return no_memory(err);
    char *to = r->tagged.items;
    memcpy(to, all.ptr, all.len);
    to[all.len] = '\xff';
    memcpy(to + all.len + 1, &len, sizeof len);
    return stm_cut_numbers__of(out, &r->all,
                               (stm_str){to, all.len + 1 + sizeof len}, err);
}

/* The number of a word with what stands behind it. */
static stm_status number_of(uint32_t *out, stm_cut_row *r, stm_str word,
                            size_t with_gap, stm_error *err)
{
    stm_str all = {word.ptr, with_gap};
    stm_status rc = stm_cut_numbers__of(out, &r->all, all, err);
    if (rc == STM_OK && *out < r->len.count && r->len.items[*out] != word.len)
        rc = tagged_number(out, r, all, word.len, err);
    if (rc == STM_OK && *out == r->len.count)
        rc = add_number(r, word, err);
    return rc;
}

static bool make_room(stm_cut_row *r, size_t more)
{
    return stm_vec_reserve(&r->number, more) &&
           stm_vec_reserve(&r->start, more) && stm_vec_reserve(&r->last, more);
}

static stm_status add_end(stm_cut_row *r, stm_error *err)
{
    uint32_t at = (uint32_t)r->number.count;
    if (!make_room(r, 1) || !stm_vec_push(&r->end, at))
        return no_memory(err);
    r->number.items[r->number.count++] = -1;
    r->start.items[r->start.count++] = 0;
    r->last.items[r->last.count++] = at;
    return STM_OK;
}

stm_status stm_cut_row__add(stm_cut_row *r, stm_str text,
                            const stm_hashes *words, uint32_t least,
                            stm_error *err)
{
    size_t first = r->number.count, last = 0, n = words->count;
    if (n >= INT32_MAX - first)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "over two billion words in all");
    if (!make_room(r, n))
        return no_memory(err);
    for (size_t i = 0; i < n; i++) {
        stm_range at = words->at[i];
        uint32_t next = i + 1 < n ? words->at[i + 1].start : at.end;
        stm_str word = {text.ptr + at.start, at.end - at.start};
        uint32_t number;
        stm_status rc = number_of(&number, r, word, next - at.start, err);
        if (rc != STM_OK)
            return rc;
        last = stm_cut_windows__last(words, i, last, least);
        r->number.items[first + i] = (int32_t)number;
        r->start.items[first + i] = at.start;
        r->last.items[first + i] = (uint32_t)(first + last);
    }
    r->number.count = r->start.count = r->last.count = first + n;
    return add_end(r, err);
}

/* Where the numbers of each word begin, from 1 on. */
static void count_singles(uint32_t *from, const stm_cut_row *r)
{
    uint32_t words = stm_cut_numbers__count(&r->words), sum = 1;
    for (size_t i = 0; i < r->single.count; i++)
        from[r->single.items[i]]++;
    for (uint32_t w = 0; w < words; w++) {
        uint32_t n = from[w];
        from[w] = sum;
        sum += n;
    }
}

/* Puts the items in the order of the new numbers, behind that of 0. */
static void put_anew(uint32_t *items, size_t count, const uint32_t *anew,
                     uint32_t *room)
{
    memcpy(room, items, count * sizeof *room);
    items[0] = 0;
    for (size_t i = 0; i < count; i++)
        items[anew[i]] = room[i];
}

/* Numbers in the order of words. */
static void number_anew(stm_cut_row *r, uint32_t *from, uint32_t *anew,
                        uint32_t *room)
{
    size_t count = r->single.count;
    for (size_t i = 0; i < count; i++)
        anew[i] = from[r->single.items[i]++]++;
    put_anew(r->single.items, count, anew, room);
    put_anew(r->len.items, count, anew, room);
    r->single.count = r->len.count = count + 1;
    for (size_t i = 0; i < r->number.count; i++) {
        int32_t *n = &r->number.items[i];
        *n = *n < 0 ? 0 : (int32_t)anew[*n];
    }
}

stm_status stm_cut_row__end(stm_cut_row *r, stm_error *err)
{
    size_t numbers = r->single.count;
    uint32_t *from =
        calloc((size_t)stm_cut_numbers__count(&r->words) + 1, sizeof *from);
    uint32_t *anew = malloc((numbers + 1) * sizeof *anew);
    uint32_t *room = malloc((numbers + 1) * sizeof *room);
    bool there = from && anew && room && stm_vec_reserve(&r->single, 1) &&
                 stm_vec_reserve(&r->len, 1);
    if (there) {
        count_singles(from, r);
        number_anew(r, from, anew, room);
    }
    free(from);
    free(anew);
    free(room);
    return there ? STM_OK : no_memory(err);
}
