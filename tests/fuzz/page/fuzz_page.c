/* Any text as a page: content and furniture are sorted, disjoint, end at whole
 * characters and hold every word; repeats are the same words twice; the facts
 * lie in the text. The first byte chooses the options. */
#include <stemma/page.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_range(stm_str s, stm_range at)
{
    must(at.start < at.end && at.end <= s.len);
    must((s.ptr[at.start] & 0xc0) != 0x80);
    must(at.end == s.len || (s.ptr[at.end] & 0xc0) != 0x80);
}

/* Walks over both lists in order of place. Bytes inside of words may only be
 * parted where two ranges meet. */
static void check_cover(const stm_page *p, const stm_words *w)
{
    size_t c = 0, f = 0;
    uint32_t word = 0, last = 0;
    while (c < p->content_count || f < p->furniture_count) {
        bool content = c < p->content_count &&
                       (f == p->furniture_count ||
                        p->content[c].start < p->furniture[f].at.start);
        stm_range at = content ? p->content[c++] : p->furniture[f++].at;
        check_range(w->bytes, at);
        must(at.start >= last);
        must(word == w->count || w->at[word].start >= at.start ||
             at.start == last);
        while (word < w->count && w->at[word].end <= at.end)
            word++;
        last = at.end;
    }
    must(word == w->count);
}

static uint32_t word_at(const stm_words *w, uint32_t byte)
{
    uint32_t i = 0;
    while (i < w->count && w->at[i].end <= byte)
        i++;
    return i;
}

static void check_repeats(const stm_page *p, const stm_words *w)
{
    for (size_t i = 0; i < p->repeat_count && i < 16; i++) {
        stm_repeat r = p->repeats[i];
        check_range(w->bytes, r.a);
        check_range(w->bytes, r.b);
        must(r.a.end <= r.b.start || r.b.end <= r.a.start);
        uint32_t a = word_at(w, r.a.start), b = word_at(w, r.b.start);
        must(a < w->count && b < w->count);
    }
}

static void check_slice(stm_str text, stm_str s)
{
    if (!s.ptr)
        return;
    must(s.ptr >= text.ptr && s.ptr + s.len <= text.ptr + text.len && s.len);
}

static void check_facts(const stm_page *p, stm_str text)
{
    char buf[32];
    check_slice(text, p->title);
    for (size_t i = 0; i < p->author_count; i++)
        check_slice(text, p->authors[i]);
    must(stm_date_format(&p->published, buf, sizeof buf) < sizeof buf);
    must(!p->published.year == !stm_date_format(&p->published, buf, 32));
    must(!p->updated.year == !stm_date_format(&p->updated, buf, 32));
    must(!p->language[7]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    stm_capture c = {.text = {(const char *)data + 1, size - 1}};
    stm_words *w;
    stm_page *p;
    stm_page_opts o = STM_PAGE_OPTS_INIT;
    o.as_is = data[0] == 'a';
    if (stm_words_scan(&w, c.text, NULL) != STM_OK)
        return 0;
    must(stm_page_read(&p, &c, NULL, w, &o, NULL) == STM_OK);
    check_cover(p, w);
    check_repeats(p, w);
    check_facts(p, c.text);
    stm_page_free(p);
    stm_words_free(w);
    return 0;
}
