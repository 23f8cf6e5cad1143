/* Where lines and paragraphs start, for texts whose sentences nobody wants:
 * most gaps between words are one blank, and most others ends of lines. */
#include "text/gap.h"
#include "text/sentence.h"

/* Whether the gap may hold the end of a line: a control character, or one
 * beyond ASCII. */
static bool may_end_line(stm_str bytes, stm_range at)
{
    for (uint32_t k = at.start; k < at.end; k++)
        if ((unsigned char)(bytes.ptr[k] - ' ') > '~' - ' ')
            return true;
    return false;
}

/* The ends of lines in a gap of these and blanks only, as nearly all gaps with
 * any are; false where there is something else. */
static bool plain_lines(stm_str bytes, stm_range at, uint8_t *flags)
{
    unsigned lines = 0;
    for (uint32_t k = at.start; k < at.end; k++) {
        if (bytes.ptr[k] != '\n' && bytes.ptr[k] != ' ')
            return false;
        lines += bytes.ptr[k] == '\n';
    }
    *flags = lines > 1   ? STM_WORD_LINE | STM_WORD_PARAGRAPH
             : lines > 0 ? STM_WORD_LINE
                         : 0;
    return true;
}

void stm_text__mark_lines(const stm_words *w, uint8_t *flags)
{
    if (!w->count)
        return;
    flags[0] |= STM_WORD_LINE | STM_WORD_PARAGRAPH;
    for (uint32_t i = 1; i < w->count; i++) {
        stm_range at = {w->at[i - 1].end, w->at[i].start};
        if (!may_end_line(w->bytes, at))
            continue;
        uint8_t lines;
        if (!plain_lines(w->bytes, at, &lines)) {
            stm_gap g = stm_text__gap(w->bytes, at, false);
            lines = stm_text__gap_lines(&g);
        }
        flags[i] |= lines;
    }
}
