#include "page/chars.h"

bool stm_page__is_end_mark(uint32_t c)
{
    switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0x061f: /* ؟ */
    case 0x06d4: /* ۔ */
    case 0x0964: /* । */
        return true;
    default:
        return false;
    }
}

bool stm_page__is_closing(uint32_t c)
{
    switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '*':
    case '_':
    case 0xbb:   /* » */
    case 0x2019: /* ’ */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x300d: /* 」 */
    case 0x300f: /* 』 */
    case 0xff09: /* ） */
        return true;
    default:
        return false;
    }
}

bool stm_page__is_opening(uint32_t c)
{
    switch (c) {
    case '"':
    case '\'':
    case 0xab:   /* « */
    case 0xbb:   /* » */
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2015: /* ― */
    case 0x2018: /* ‘ */
    case 0x201a: /* ‚ */
    case 0x201c: /* “ */
    case 0x201e: /* „ */
    case 0x300c: /* 「 */
    case 0x300e: /* 『 */
        return true;
    default:
        return false;
    }
}

bool stm_page__is_bullet(uint32_t c)
{
    switch (c) {
    case '*':
    case '-':
    case '+':
    case 0xb7:   /* · */
    case 0x2022: /* • */
    case 0x2023: /* ‣ */
    case 0x25a0: /* ■ */
    case 0x25aa: /* ▪ */
    case 0x25b8: /* ▸ */
    case 0x25cf: /* ● */
    case 0x25e6: /* ◦ */
    case 0x2713: /* ✓ */
    case 0x2714: /* ✔ */
        return true;
    default:
        return false;
    }
}

bool stm_page__is_bar(uint32_t c)
{
    switch (c) {
    case '|':
    case '>':
    case 0xab:   /* « */
    case 0xbb:   /* » */
    case 0x2039: /* ‹ */
    case 0x203a: /* › */
    case 0x2190: /* ← */
    case 0x2192: /* → */
    case 0x25ba: /* ► */
        return true;
    default:
        return false;
    }
}
