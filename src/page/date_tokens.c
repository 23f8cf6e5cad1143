#include "page/date_tokens.h"

#include "base/str.h"
#include "page/chars.h"

enum { LONGEST_WORD = 40 }; /* bytes; longer ones name no month */

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0xa0 || c == 0x202f || c == 0x2009 ||
           c == 0x3000 || c == 0x200e || c == 0x200f || c == 0x200b;
}

static bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    return (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7) ||
           (c >= 0x386 && c <= 0x52f) || /* Greek, Cyrillic */
           (c >= 0x5d0 && c <= 0x5ea) || /* Hebrew */
           (c >= 0x621 && c <= 0x65f) || /* Arabic */
           (c >= 0x900 && c <= 0x94d) || /* Devanagari */
           (c >= 0x1e00 && c <= 0x1eff); /* Vietnamese */
}

static bool is_capital(uint32_t c)
{
    if (c >= 0x100 && c <= 0x17f) /* pairs; the first is the capital */
        return (c >= 0x139 && c <= 0x148) || c >= 0x179 ? c & 1 : !(c & 1);
    return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde) ||
           (c >= 0x386 && c <= 0x3ab && c != 0x390) ||
           (c >= 0x400 && c <= 0x42f);
}

static void read_number(stm_cursor *c, stm_token *t)
{
    t->kind = STM_TOKEN_NUMBER;
    for (; c->p < c->end && stm_ascii_digit(*c->p); c->p++, t->digits++)
        if (t->digits < 9)
            t->value = t->value * 10 + (uint32_t)(*c->p - '0');
}

static void read_word(stm_cursor *c, stm_token *t)
{
    const char *start = c->p;
    bool small = false;
    t->kind = STM_TOKEN_WORD;
    while (c->p < c->end && c->p - start < LONGEST_WORD) {
        uint32_t x = stm_page__char(c->p, c->end);
        if (!is_letter(x) || (small && is_capital(x)))
            return;
        small = !is_capital(x);
        c->p += stm_page__step(c->p);
    }
}

stm_token stm_page__token(stm_cursor *c)
{
    stm_token t = {STM_TOKEN_END, 0, 0, 0, {c->p, 0}, false};
    uint32_t x = stm_page__char(c->p, c->end);
    while (c->p < c->end && is_blank(x)) {
        t.blank = true;
        c->p += stm_page__step(c->p);
        x = stm_page__char(c->p, c->end);
    }
    t.text.ptr = c->p;
    if (c->p >= c->end)
        return t;
    if (stm_ascii_digit(*c->p)) {
        read_number(c, &t);
    } else if (is_letter(x)) {
        read_word(c, &t);
    } else {
        t.kind = STM_TOKEN_MARK;
        t.mark = x;
        c->p += stm_page__step(c->p);
    }
    t.text.len = (size_t)(c->p - t.text.ptr);
    return t;
}

stm_token stm_page__peek(stm_cursor c) { return stm_page__token(&c); }

bool stm_page__skip_mark(stm_cursor *c, uint32_t mark)
{
    stm_cursor ahead = *c;
    stm_token t = stm_page__token(&ahead);
    if (t.kind != STM_TOKEN_MARK || t.mark != mark)
        return false;
    *c = ahead;
    return true;
}

bool stm_page__skip_word(stm_cursor *c, const char *word)
{
    stm_cursor ahead = *c;
    stm_token t = stm_page__token(&ahead);
    if (t.kind != STM_TOKEN_WORD ||
        !stm_str_eq_nocase(t.text, stm_str_of(word)))
        return false;
    *c = ahead;
    return true;
}
