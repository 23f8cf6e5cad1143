/* How a text is set. A page that is worked on is tidied: typewriter dashes
 * become dashes of print, spaces at line ends go, and remains of markup are
 * cleaned away. */
#include "base/str.h"
#include "relate/next_mark.h"
#include "relate/states.h"

/* A text's bytes around one place; 0 beyond the ends. */
typedef struct look {
    const char *at;
    size_t before, after; /* bytes on either side of `at` */
} look;

static char peek(const look *l, int by)
{
    if (by < 0 ? l->before < (size_t)-by : l->after <= (size_t)by)
        return 0;
    return l->at[by];
}

static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/* Signs that one character is enough to tell. */
static stm_state_sign sign_of(char c)
{
    switch (c) {
    case ':':
        return STM_STATE_COLONS;
    case '?':
        return STM_STATE_QUESTIONS;
    case '!':
        return STM_STATE_SHOUTS;
    case '\'':
        return STM_STATE_APOSTROPHES;
    case '[':
    case ']':
        return STM_STATE_SQUARES;
    case '<':
    case '=':
    case '>':
    case '{':
    case '}':
    case '#':
        return STM_STATE_SIGNS;
    case '-':
        return STM_STATE_HYPHENS;
    case '\n':
        return STM_STATE_BREAKS;
    default:
        return STM_STATE_SIGNS_ALL;
    }
}

static void count_stop(const look *l, double *amount)
{
    char last = peek(l, -1), next = peek(l, 1);
    amount[STM_STATE_TIGHT] += is_letter(next);
    if (*l->at == ',' && stm_ascii_digit(last))
        amount[STM_STATE_GROUPED] +=
            stm_ascii_digit(next) && stm_ascii_digit(peek(l, 2));
}

static void count_hyphen(const look *l, double *amount)
{
    char last = peek(l, -1), next = peek(l, 1);
    amount[STM_STATE_TYPEWRITER] += last == '-' && next != '-';
    amount[STM_STATE_APART] += last == ' ' && next == ' ';
}

/* Of no letter, digit or space. */
static void count_at(const look *l, double *amount)
{
    char c = *l->at;
    stm_state_sign sign = sign_of(c);
    if (sign != STM_STATE_SIGNS_ALL)
        amount[sign]++;
    if (c == '-')
        count_hyphen(l, amount);
    else if (c == ',' || c == '.' || c == ';' || c == ':')
        count_stop(l, amount);
    if (c == '\n')
        amount[STM_STATE_BLANKS] += peek(l, 1) == '\n';
    else if ((unsigned char)c == 0x80 && (unsigned char)peek(l, -1) == 0xE2)
        amount[STM_STATE_DASHES] += (unsigned char)peek(l, 1) == 0x93 ||
                                    (unsigned char)peek(l, 1) == 0x94;
}

static void count_all(stm_str s, double *amount)
{
    stm_next_mark_fn *next = stm_relate__next_mark();
    for (size_t i = next(s.ptr, s.len); i < s.len;
         i += 1 + next(s.ptr + i + 1, s.len - i - 1)) {
        look l = {s.ptr + i, i, s.len - i};
        count_at(&l, amount);
    }
}

static void count_foreign(stm_str s, double *amount)
{
    enum { STEP = 240 };
    for (size_t from = 0; from < s.len; from += STEP) {
        size_t left = s.len - from, n = left < STEP ? left : STEP;
        uint8_t foreign = 0;
        for (size_t i = 0; i < n; i++)
            foreign =
                (uint8_t)(foreign + ((unsigned char)s.ptr[from + i] >> 7));
        amount[STM_STATE_FOREIGN] += foreign;
    }
}

/* Every sixth byte is a space, so these are counted without a branch, in steps
 * whose counts fit a byte. */
static void count_trailing(stm_str s, double *amount)
{
    enum { STEP = 240 };
    for (size_t from = 0; from + 1 < s.len; from += STEP) {
        size_t left = s.len - 1 - from, n = left < STEP ? left : STEP;
        const char *at = s.ptr + from;
        uint8_t trailing = 0;
        for (size_t i = 0; i < n; i++)
            trailing =
                (uint8_t)(trailing + ((at[i] == ' ') & (at[i + 1] == '\n')));
        amount[STM_STATE_TRAILING] += trailing;
    }
}

void stm_relate__state_marks(const stm_case *c, int side, double *amount)
{
    const stm_party *p = &c->f.side[side];
    for (size_t k = 0; k < p->w->page->content_count; k++) {
        stm_str s = stm_str_cut(p->t->bytes, p->w->page->content[k]);
        count_all(s, amount);
        count_foreign(s, amount);
        count_trailing(s, amount);
    }
}
