/* A name falls into words at everything that is no letter and where a capital
 * follows a small letter ("post-body", "postBody", "post_body2"); each word is
 * looked up whole, without the s of a plural. */
#include "html/hints.h"

#include "base/hash.h"
#include "base/str.h"

enum { LONGEST_WORD = 24, LONGEST_NAME = 1000 };

typedef struct meaning {
    const char *words; /* set apart by blanks */
    uint32_t hints;
} meaning;

#define BIT(h) STM_HINT_BIT(STM_HINT_##h)

static const meaning meanings[] = {
#include "html/hints.inc"
};

static void learn(stm_hint_words *h, uint64_t hash, uint32_t hints)
{
    size_t i = hash % STM_HINT_SLOTS;
    while (h->word[i].hash && h->word[i].hash != hash)
        i = (i + 1) % STM_HINT_SLOTS;
    h->word[i].hash = hash;
    h->word[i].hints |= hints;
}

static uint32_t look_up(const stm_hint_words *h, uint64_t hash)
{
    size_t i = hash % STM_HINT_SLOTS;
    while (h->word[i].hash && h->word[i].hash != hash)
        i = (i + 1) % STM_HINT_SLOTS;
    return h->word[i].hints;
}

static uint64_t hash_word(const char *p, size_t n)
{
    if (n > 3 && p[n - 1] == 's')
        n--;
    return stm_hash_bytes(p, n);
}

void stm_html__hints_init(stm_hint_words *h)
{
    memset(h, 0, sizeof *h);
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        const char *p = meanings[i].words;
        while (*p) {
            size_t n = strcspn(p, " ");
            learn(h, hash_word(p, n), meanings[i].hints);
            p += n + (p[n] == ' ');
        }
    }
}

static bool is_letter(char c)
{
    return (stm_ascii_lower(c) >= 'a' && stm_ascii_lower(c) <= 'z');
}

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

static uint32_t of_words(const stm_hint_words *h, stm_str name)
{
    char word[LONGEST_WORD];
    size_t n = 0;
    uint32_t hints = 0;
    for (size_t i = 0; i <= name.len; i++) {
        char c = i < name.len ? name.ptr[i] : ' ';
        bool turns = i && is_capital(c) && !is_capital(name.ptr[i - 1]);
        if (n && (turns || !is_letter(c))) {
            hints |= look_up(h, hash_word(word, n));
            n = 0;
        }
        if (is_letter(c) && n < LONGEST_WORD)
            word[n++] = stm_ascii_lower(c);
    }
    return hints;
}

uint32_t stm_html__hints(stm_hint_words *h, stm_str name, uint64_t *hash)
{
    if (name.len > LONGEST_NAME)
        name.len = LONGEST_NAME;
    *hash = stm_hash_bytes(name.ptr, name.len) | 1;
    size_t i = *hash >> 32 & (STM_HINTS_KNOWN - 1);
    if (h->known[i].hash != *hash) {
        h->known[i].hash = *hash;
        h->known[i].hints = of_words(h, name);
    }
    return h->known[i].hints;
}
