/* Passes on what has been read. */
#ifndef STM_HTML_QUICK_PASS_H
#define STM_HTML_QUICK_PASS_H

#include <lexbor/html/html.h>

/* Passes the token on; false when that fails. */
static inline bool stm_html__pass(lxb_html_tokenizer_t *tkz)
{
    tkz->token =
        tkz->callback_token_done(tkz, tkz->token, tkz->callback_token_ctx);
    if (!tkz->token) {
        if (tkz->status == LXB_STATUS_OK)
            tkz->status = LXB_STATUS_ERROR;
        return false;
    }
    lxb_html_token_clean(tkz->token);
    tkz->pos = tkz->start;
    return true;
}

static inline bool stm_html__pass_text(lxb_html_tokenizer_t *tkz,
                                       const lxb_char_t *from,
                                       const lxb_char_t *to)
{
    lxb_html_token_t *t = tkz->token;
    t->tag_id = LXB_TAG__TEXT;
    t->begin = t->text_start = from;
    t->end = t->text_end = to;
    return stm_html__pass(tkz);
}

#endif
