/* Edit distance (Wagner and Fischer 1974) over letters, where what scanners
 * take for one another costs less than half: letters of like shape, two that
 * look like one ("rn" and "m"), a letter and the same with an accent. Which
 * shapes these are is common knowledge of all who correct scanned books; any
 * other slip is an edit like any, so no table has to be complete. */
#include "align/misread.h"

#include <utf8proc.h>

/* Costs in tenths of an edit. */
enum { EDIT = 10, ALIKE = 4, PAIR = 5, ACCENT = 3, FAR = 1000 };

typedef struct letters {
    int32_t at[STM_MISREAD_LETTERS];
    uint32_t count, digits;
} letters;

/* Letters with a bit in common look alike. From the lowest bit on: l1ijt o0ceq
 * ao nuvh hbk fst 5s 8b3 gq9 6bg 2z vy rt. */
static const uint16_t shapes[128] = {
    ['0'] = 0x0002, ['1'] = 0x0001, ['2'] = 0x0400, ['3'] = 0x0080,
    ['5'] = 0x0040, ['6'] = 0x0200, ['8'] = 0x0080, ['9'] = 0x0100,
    ['a'] = 0x0004, ['b'] = 0x0290, ['c'] = 0x0002, ['e'] = 0x0002,
    ['f'] = 0x0020, ['g'] = 0x0300, ['h'] = 0x0018, ['i'] = 0x0001,
    ['j'] = 0x0001, ['k'] = 0x0010, ['l'] = 0x0001, ['n'] = 0x0008,
    ['o'] = 0x0006, ['q'] = 0x0102, ['r'] = 0x1000, ['s'] = 0x0060,
    ['t'] = 0x1021, ['u'] = 0x0008, ['v'] = 0x0808, ['y'] = 0x0800,
    ['z'] = 0x0400,
};
/* Letters of one row look alike. */
static const int32_t cyrillic[][4] = {
    {0x43f, 0x43d, 0x438, 0},     /* p n i */
    {0x448, 0x449, 0x446, 0},     /* sh shch ts */
    {0x441, 0x435, 0x43e, '0'},   /* s e o */
    {0x437, 0x44d, '3', 0},       /* z e */
    {0x431, '6', 0, 0},           /* b */
    {0x43b, 0x43f, 0x434, 0},     /* l p d */
    {0x432, 0x44c, 0x43d, 0x44a}, /* v, the soft and the hard sign, n */
    {0x442, 0x433, 0, 0},         /* t g */
    {0x430, 0x43e, 0, 0},         /* a o */
};
/* Two letters that look like one. */
static const char pairs[][3] = {
    "rnm", "inm", "nim", "nnm", "cld", "cid", "old", "vvw", "ivw",
    "rin", "iin", "iiu", "lih", "lnh", "lbh", "tlh", "fif", "ljy",
};

enum {
    CYRILLIC = sizeof cyrillic / sizeof *cyrillic,
    PAIRS = sizeof pairs / sizeof *pairs
};

static bool spell(letters *w, stm_str s)
{
    w->count = w->digits = 0;
    for (size_t i = 0; i < s.len;) {
        if (w->count == STM_MISREAD_LETTERS)
            return false;
        if ((unsigned char)s.ptr[i] < 0x80) {
            int32_t letter = w->at[w->count++] = (unsigned char)s.ptr[i++];
            w->digits += letter >= '0' && letter <= '9';
            continue;
        }
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + i,
                             (utf8proc_ssize_t)(s.len - i), &w->at[w->count]);
        if (n <= 0)
            return false;
        w->count++;
        i += (size_t)n;
    }
    return w->count > 0;
}

static bool in_row(const int32_t *row, int32_t letter)
{
    return row[0] == letter || row[1] == letter || row[2] == letter ||
           row[3] == letter;
}

static int32_t without_accent(int32_t letter)
{
    utf8proc_int32_t parts[4];
    int last = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char(letter, parts, 4, UTF8PROC_DECOMPOSE, &last);
    return n > 0 && n <= 4 ? parts[0] : letter;
}

/* What it costs to take one letter for another. */
static int swap(int32_t x, int32_t y)
{
    if (x == y)
        return 0;
    if (x < 0x80 && y < 0x80)
        return shapes[x] & shapes[y] ? ALIKE : EDIT;
    for (int i = 0; i < CYRILLIC; i++)
        if (in_row(cyrillic[i], x) && in_row(cyrillic[i], y))
            return ALIKE;
    return without_accent(x) == without_accent(y) ? ACCENT : EDIT;
}

static bool look_like(int32_t first, int32_t second, int32_t one)
{
    /* the last letters of the rows */
    static const bool is_two[128] = {
        ['m'] = true, ['d'] = true, ['w'] = true, ['n'] = true,
        ['u'] = true, ['h'] = true, ['f'] = true, ['y'] = true};
    if (one >= 0x80 || !is_two[one])
        return false;
    for (int i = 0; i < PAIRS; i++)
        if (pairs[i][0] == first && pairs[i][1] == second && pairs[i][2] == one)
            return true;
    return false;
}

static int least(int a, int b) { return a < b ? a : b; }

typedef struct rows {
    int far[3][STM_MISREAD_LETTERS + 1];
} rows;

static int cell(const rows *r, const letters *a, const letters *b, uint32_t i,
                uint32_t j)
{
    const int *now = r->far[i % 3], *up = r->far[(i + 2) % 3];
    const int *up2 = r->far[(i + 1) % 3];
    int cost = least(up[j], now[j - 1]) + EDIT;
    cost = least(cost, up[j - 1] + swap(a->at[i - 1], b->at[j - 1]));
    if (i > 1 && look_like(a->at[i - 2], a->at[i - 1], b->at[j - 1]))
        cost = least(cost, up2[j - 1] + PAIR);
    if (j > 1 && look_like(b->at[j - 2], b->at[j - 1], a->at[i - 1]))
        cost = least(cost, up[j - 2] + PAIR);
    return cost;
}

/* Rows are given up when all of one is over `most`. */
static int distance(const letters *a, const letters *b, int most)
{
    rows r;
    for (uint32_t j = 0; j <= b->count; j++)
        r.far[0][j] = (int)j * EDIT;
    for (uint32_t i = 1; i <= a->count; i++) {
        int *row = r.far[i % 3], nearest = row[0] = (int)i * EDIT;
        for (uint32_t j = 1; j <= b->count; j++) {
            row[j] = cell(&r, a, b, i, j);
            nearest = least(nearest, row[j]);
        }
        if (nearest > most + PAIR)
            return FAR;
    }
    return r.far[a->count % 3][b->count];
}

/* Tenths of an edit that a word of so many letters may lie from itself: about
 * every fourth letter of a long one. In noisy texts short words too. */
static int allowance(uint32_t length, bool noisy)
{
    if (length <= 2)
        return noisy ? EDIT : 0;
    if (length == 3)
        return noisy ? EDIT : PAIR;
    int extra = length > 5 ? ((int)length - 5) * 3 : 0;
    return EDIT + extra + (noisy ? EDIT : 0);
}

bool stm_align__is_misread(stm_str a, stm_str b, bool noisy)
{
    letters x, y;
    if (!spell(&x, a) || !spell(&y, b))
        return false;
    if (x.digits == x.count && y.digits == y.count)
        return false;
    uint32_t longer = x.count > y.count ? x.count : y.count;
    uint32_t shorter = x.count > y.count ? y.count : x.count;
    int most = allowance(longer, noisy);
    if ((int)(longer - shorter) * PAIR > most)
        return false;
    return distance(&x, &y, most) <= most;
}

bool stm_align__is_garbled(stm_str word)
{
    letters w;
    return spell(&w, word) && w.digits && w.digits < w.count;
}
