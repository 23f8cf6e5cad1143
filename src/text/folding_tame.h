/* Small letters for the tame capitals (units.h). */
#ifndef STM_TEXT_FOLDING_TAME_H
#define STM_TEXT_FOLDING_TAME_H

/* Makes a tame capital small, and two letters s of a sharp one; `letter` is its
 * two bytes. */
static inline void stm_text__fold_tame(char *letter)
{
    unsigned char *b = (unsigned char *)letter;
    if (b[0] == 0xc3 && b[1] == 0x9f) {
        b[0] = b[1] = 's';
    } else if (b[1] < 0xa0 && b[0] != 0xd1) {
        b[1] |= 0x20;
    } else if (b[0] == 0xd0 && b[1] < 0xb0) {
        b[0] = 0xd1;
        b[1] = (unsigned char)(b[1] - 0x20);
    }
}

#endif
