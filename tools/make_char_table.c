/* Runs while stemma is built: prints what every character of the first two
 * planes is to words and what it folds to, as text/char_table.h has it, from
 * the slow functions that define both. */
#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "text/char_table.h"
#include "text/chars.h"
#include "text/fold.h"

enum { BLOCKS = STM_CHAR_TABLE_END / STM_CHAR_TABLE_BLOCK };

static uint32_t blocks[BLOCKS][STM_CHAR_TABLE_BLOCK];
static unsigned block_count, place[BLOCKS];
static bool is_second[STM_CHAR_TABLE_END]; /* of a composition */

/* Every composition is undone by one step of canonical decomposition. */
static void find_seconds(void)
{
    for (uint32_t cp = 128; cp < STM_CHAR_TABLE_END; cp++) {
        utf8proc_int32_t parts[8];
        utf8proc_ssize_t n = utf8proc_decompose_char(
            (utf8proc_int32_t)cp, parts, 8, UTF8PROC_DECOMPOSE, NULL);
        for (utf8proc_ssize_t i = 1; i < n && i < 8; i++)
            if (parts[i] < STM_CHAR_TABLE_END)
                is_second[parts[i]] = true;
    }
}

static unsigned mark_order(uint32_t cp)
{
    return (unsigned)utf8proc_get_property((utf8proc_int32_t)cp)
        ->combining_class;
}

/* What the folded characters say of using the folding wherever the character
 * stands: they must not compose with or change places with others, nor make or
 * unmake a number around a point. */
typedef struct folding {
    bool fixed;
    unsigned first_order, last_order, digits;
} folding;

static folding look(const char *s, size_t n)
{
    folding f = {.fixed = true};
    utf8proc_int32_t cp;
    for (size_t i = 0; i < n;) {
        utf8proc_ssize_t step = utf8proc_iterate(
            (const utf8proc_uint8_t *)s + i, (utf8proc_ssize_t)(n - i), &cp);
        if (step <= 0 || cp == '.' || cp >= STM_CHAR_TABLE_END || is_second[cp])
            return (folding){0};
        f.last_order = mark_order((uint32_t)cp);
        if (!i)
            f.first_order = f.last_order;
        f.digits += utf8proc_category(cp) == UTF8PROC_CATEGORY_ND;
        i += (size_t)step;
    }
    return f;
}

static bool is_known(const folding *f, stm_char class, size_t n)
{
    bool digit = class == STM_CHAR_DIGIT, mark = class == STM_CHAR_MARK;
    bool ordered = f->first_order || f->last_order;
    return f->fixed && n <= 3 && f->digits == digit && (!ordered || mark) &&
           (n || mark);
}

static uint32_t entry_of(uint32_t cp)
{
    char self[4], folded[STM_TEXT_FOLD_MAX];
    unsigned n = stm_utf8_encode(cp, self);
    stm_char class = stm_text__char_slow(cp);
    uint32_t entry = (uint32_t) class << STM_CHAR_CLASS_SHIFT;
    if (class == STM_CHAR_OTHER)
        return entry;
    size_t len = stm_text__fold_slow((stm_str){self, n}, folded);
    folding f = look(folded, len);
    if (!is_known(&f, class, len))
        return entry;
    bool itself = len == n && !memcmp(self, folded, n);
    bool ordered = f.first_order || f.last_order;
    if (ordered && !itself)
        return entry;
    if (itself)
        return entry | (uint32_t)(ordered ? STM_CHAR_ORDERED : STM_CHAR_ITSELF)
                           << STM_CHAR_KNOWN_SHIFT;
    entry |= STM_CHAR_FOLDED << STM_CHAR_KNOWN_SHIFT |
             (uint32_t)len << STM_CHAR_LENGTH_SHIFT;
    for (size_t i = 0; i < len; i++)
        entry |= (uint32_t)(unsigned char)folded[i] << 8 * i;
    return entry;
}

static void fill(unsigned block)
{
    uint32_t *now = blocks[block_count];
    for (unsigned i = 0; i < STM_CHAR_TABLE_BLOCK; i++) {
        uint32_t cp = block * STM_CHAR_TABLE_BLOCK + i;
        bool surrogate = cp >= 0xd800 && cp < 0xe000;
        now[i] = surrogate ? 0 : entry_of(cp);
    }
    unsigned same = 0;
    while (memcmp(blocks[same], now, sizeof *blocks))
        same++;
    place[block] = same;
    block_count += same == block_count;
}

int main(void)
{
    find_seconds();
    for (unsigned i = 0; i < BLOCKS; i++)
        fill(i);
    printf("const uint32_t stm_text__entries[][STM_CHAR_TABLE_BLOCK] = {\n");
    for (unsigned i = 0; i < block_count; i++) {
        printf("{");
        for (unsigned k = 0; k < STM_CHAR_TABLE_BLOCK; k++)
            printf("0x%x,", (unsigned)blocks[i][k]);
        printf("},\n");
    }
    printf("};\nconst uint16_t stm_text__places[] = {\n");
    for (unsigned i = 0; i < BLOCKS; i++)
        printf("%u,%s", place[i], i % 16 == 15 ? "\n" : "");
    printf("};\n");
    return fflush(stdout) || ferror(stdout);
}
