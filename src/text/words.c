/* The words of one text with all that is known of them: scan.c finds them,
 * sentence.c looks at what stands between. */
#include <stdlib.h>
#include <string.h>

#include <stemma/text.h>

#include "text/fold.h"
#include "text/scan.h"
#include "text/sentence.h"
#include "text/word_hash.h"

static stm_status scan_all(stm_scan *s, stm_str bytes, stm_error *err)
{
    stm_scan_work *work = malloc(sizeof *work);
    if (!work)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for words");
    stm_status rc = stm_text__scan(s, work, stm_text__kernel(), bytes, err);
    free(work);
    return rc;
}

typedef void mark_fn(const stm_words *w, uint8_t *flags);

static stm_status scan_words(stm_words **out, stm_str bytes, mark_fn *mark,
                             stm_error *err)
{
    stm_scan s = {.with_at = true, .with_flags = true};
    *out = NULL;
    stm_status rc = scan_all(&s, bytes, err);
    stm_words *w = rc ? NULL : malloc(sizeof *w);
    if (!w) {
        free(s.at);
        free(s.hash);
        free(s.flags);
        return rc ? rc
                  : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                             "out of memory for words");
    }
    *w = (stm_words){bytes, (uint32_t)s.count, s.at, s.hash, s.flags};
    mark(w, s.flags);
    *out = w;
    return STM_OK;
}

stm_status stm_words_scan(stm_words **out, stm_str bytes, stm_error *err)
{
    return scan_words(out, bytes, stm_text__mark_sentences, err);
}

stm_status stm_words_scan_lines(stm_words **out, stm_str bytes, stm_error *err)
{
    return scan_words(out, bytes, stm_text__mark_lines, err);
}

void stm_words_free(stm_words *w)
{
    if (!w)
        return;
    free((void *)w->at);
    free((void *)w->hash);
    free((void *)w->flags);
    free(w);
}

size_t stm_words_folded(const stm_words *w, uint32_t i, char *buf, size_t size)
{
    char folded[STM_TEXT_FOLD_MAX];
    stm_range at = w->at[i];
    size_t n = stm_text__fold(
        (stm_str){w->bytes.ptr + at.start, at.end - at.start}, folded);
    if (!size)
        return 0;
    if (n > size - 1) {
        n = size - 1;
        while (n && (folded[n] & 0xc0) == 0x80)
            n--;
    }
    memcpy(buf, folded, n);
    buf[n] = '\0';
    return n;
}

uint64_t stm_word_hash(stm_str word)
{
    char folded[STM_TEXT_FOLD_MAX];
    return stm_text__hash(folded, stm_text__fold(word, folded));
}
