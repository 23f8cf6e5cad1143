#include "text/alike.h"

#include <utf8proc.h>

enum { GREEK, CYRILLIC, SCRIPTS };

typedef struct likeness {
    uint16_t letter[SCRIPTS]; /* 0: none */
    char latin;
} likeness;

static const likeness table[] = {
    {{0x0391, 0x0410}, 'A'}, {{0x0392, 0x0412}, 'B'}, {{0x03f9, 0x0421}, 'C'},
    {{0x0395, 0x0415}, 'E'}, {{0x0397, 0x041d}, 'H'}, {{0x0399, 0x0406}, 'I'},
    {{0x037f, 0x0408}, 'J'}, {{0x039a, 0x041a}, 'K'}, {{0x039c, 0x041c}, 'M'},
    {{0x039d, 0}, 'N'},      {{0x039f, 0x041e}, 'O'}, {{0x03a1, 0x0420}, 'P'},
    {{0, 0x0405}, 'S'},      {{0x03a4, 0x0422}, 'T'}, {{0x03a7, 0x0425}, 'X'},
    {{0x03a5, 0x0423}, 'Y'}, {{0x0396, 0}, 'Z'},      {{0x03b1, 0x0430}, 'a'},
    {{0x03f2, 0x0441}, 'c'}, {{0, 0x0501}, 'd'},      {{0, 0x0435}, 'e'},
    {{0, 0x04bb}, 'h'},      {{0x03b9, 0x0456}, 'i'}, {{0x03f3, 0x0458}, 'j'},
    {{0x03ba, 0x043a}, 'k'}, {{0x03bf, 0x043e}, 'o'}, {{0x03c1, 0x0440}, 'p'},
    {{0, 0x051b}, 'q'},      {{0, 0x0455}, 's'},      {{0x03c5, 0}, 'u'},
    {{0x03bd, 0}, 'v'},      {{0, 0x051d}, 'w'},      {{0, 0x0445}, 'x'},
    {{0x03b3, 0x0443}, 'y'},
};

enum { ROWS = sizeof table / sizeof *table };

static bool is_latin(uint32_t cp)
{
    return ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z') ||
           (cp >= 0xc0 && cp < 0x250 && cp != 0xd7 && cp != 0xf7);
}

static int script_of(uint32_t cp)
{
    if (cp >= 0x0400 && cp < 0x0530)
        return CYRILLIC;
    return cp >= 0x0370 && cp < 0x0400 ? GREEK : SCRIPTS;
}

static uint32_t to_latin(uint32_t cp)
{
    int script = script_of(cp);
    for (int i = 0; script < SCRIPTS && i < ROWS; i++)
        if (table[i].letter[script] == cp)
            return (unsigned char)table[i].latin;
    return 0;
}

static uint32_t from_latin(uint32_t cp, int script)
{
    for (int i = 0; i < ROWS; i++)
        if ((unsigned char)table[i].latin == cp)
            return table[i].letter[script];
    return 0;
}

/* The like of a letter that is not of the script wanted; itself else. */
static uint32_t like(uint32_t cp, int wanted)
{
    if (wanted == SCRIPTS)
        return script_of(cp) < SCRIPTS ? to_latin(cp) : cp;
    return is_latin(cp) ? from_latin(cp, wanted) : cp;
}

static bool turn(uint32_t *letters, size_t count, int wanted)
{
    for (size_t i = 0; i < count; i++)
        if (!like(letters[i], wanted))
            return false;
    for (size_t i = 0; i < count; i++)
        letters[i] = like(letters[i], wanted);
    return true;
}

bool stm_text__unmask(uint32_t *letters, size_t count)
{
    size_t latin = 0, of[SCRIPTS + 1] = {0};
    for (size_t i = 0; i < count; i++) {
        latin += is_latin(letters[i]);
        of[script_of(letters[i])]++;
    }
    if (!latin || !of[GREEK] == !of[CYRILLIC])
        return false;
    int other = of[GREEK] ? GREEK : CYRILLIC;
    int wanted = of[other] > latin ? other : SCRIPTS;
    int else_wanted = wanted == other ? SCRIPTS : other;
    if (turn(letters, count, wanted) || turn(letters, count, else_wanted))
        return true;
    /* Some letters have a like only when small, and folding makes them so: what
     * is folded must not be turned by folding it again. */
    for (size_t i = 0; i < count; i++)
        letters[i] = (uint32_t)utf8proc_tolower((utf8proc_int32_t)letters[i]);
    return turn(letters, count, wanted) || turn(letters, count, else_wanted);
}
