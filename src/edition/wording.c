#include "edition/wording.h"

#include "base/str.h"

enum { LONGEST_MARKS = 24 /* bytes; more is no punctuation */ };

bool stm_edition__put(stm_edition__chars *out, stm_str s)
{
    if (!stm_vec_reserve(out, s.len))
        return false;
    for (size_t i = 0; i < s.len; i++)
        out->items[out->count++] = s.ptr[i];
    return true;
}

bool stm_edition__put_space(stm_edition__chars *out)
{
    if (!out->count || out->items[out->count - 1] == ' ')
        return true;
    return stm_vec_push(out, ' ');
}

/* What lies between token `i` - 1 and token `i` (0 and count: the ends of the
 * text), nothing where furniture does. */
static stm_str before(const stm_text *t, uint32_t i)
{
    bool inside = i && i < t->count;
    if (inside && t->gap[i - 1] != t->gap[i])
        return (stm_str){t->bytes.ptr + t->at[i].start, 0};
    size_t from = i ? t->at[i - 1].end : 0;
    size_t to = i < t->count ? t->at[i].start : t->bytes.len;
    if (!inside && to - from > LONGEST_MARKS)
        return (stm_str){t->bytes.ptr + from, 0};
    return (stm_str){t->bytes.ptr + from, to - from};
}

/* Of what lies before token `i` the part that hangs on it: all behind the last
 * white space, nothing where there is none and a word before. */
static size_t hanging(uint32_t i, stm_str s)
{
    size_t n = 0;
    while (n < s.len && !stm_ascii_space(s.ptr[s.len - 1 - n]))
        n++;
    return n == s.len && i ? 0 : n;
}

stm_str stm_edition__marks_before(const stm_text *t, uint32_t i)
{
    stm_str s = before(t, i);
    size_t n = hanging(i, s);
    return (stm_str){s.ptr + s.len - n, n};
}

stm_str stm_edition__marks_behind(const stm_text *t, uint32_t i)
{
    stm_str s = before(t, i + 1);
    if (i + 1 < t->count)
        s.len -= hanging(i + 1, s);
    while (s.len && stm_ascii_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool stm_edition__is_joined(const stm_text *t, uint32_t i)
{
    if (!i || t->gap[i - 1] != t->gap[i])
        return false;
    for (uint32_t k = t->at[i - 1].end; k < t->at[i].start; k++)
        if (stm_ascii_space(t->bytes.ptr[k]))
            return false;
    return true;
}

/* On one line. */
static bool put_marks(stm_edition__chars *out, stm_str s)
{
    for (size_t k = 0; k < s.len; k++) {
        bool space = stm_ascii_space(s.ptr[k]);
        if (space ? !stm_edition__put_space(out) : !stm_vec_push(out, s.ptr[k]))
            return false;
    }
    return true;
}

bool stm_edition__put_between(stm_edition__chars *out, const stm_text *t,
                              uint32_t i)
{
    if (i + 1 < t->count && t->gap[i] == t->gap[i + 1])
        return put_marks(out, before(t, i + 1));
    return put_marks(out, stm_edition__marks_behind(t, i)) &&
           stm_edition__put_space(out);
}

bool stm_edition__put_cells(stm_edition__chars *out,
                            const stm_edition__column *c, stm_span cells)
{
    const stm_text *t = c->text;
    for (uint32_t i = cells.from; i < cells.to; i++) {
        uint32_t token = c->cell[i].token;
        bool first = i == cells.from || c->cell[i - 1].token + 1 != token;
        bool last = i + 1 == cells.to || c->cell[i + 1].token != token + 1;
        stm_str word = stm_str_cut(t->bytes, t->at[token]);
        if (first && i > cells.from && !stm_edition__is_joined(t, token) &&
            !stm_edition__put_space(out))
            return false;
        if (first &&
            !stm_edition__put(out, stm_edition__marks_before(t, token)))
            return false;
        if (!stm_edition__put(out, word))
            return false;
        if (last ? !put_marks(out, stm_edition__marks_behind(t, token))
                 : !stm_edition__put_between(out, t, token))
            return false;
    }
    return true;
}

bool stm_edition__put_tokens(stm_edition__chars *out, const stm_text *t,
                             uint32_t from, uint32_t to)
{
    if (from < to && !stm_edition__put(out, stm_edition__marks_before(t, from)))
        return false;
    for (uint32_t i = from; i < to; i++) {
        if (!stm_edition__put(out, stm_str_cut(t->bytes, t->at[i])))
            return false;
        if (i + 1 < to ? !stm_edition__put_between(out, t, i)
                       : !put_marks(out, stm_edition__marks_behind(t, i)))
            return false;
    }
    return true;
}

stm_str stm_edition__keep(stm_arena *mem, const stm_edition__chars *s)
{
    size_t n = s->count;
    while (n && s->items[n - 1] == ' ')
        n--;
    return stm_arena_copy(mem, (stm_str){n ? s->items : "", n});
}
