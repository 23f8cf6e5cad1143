#include "page.h"

static void what_is_not_shown_is_left_out(void **state)
{
    (void)state;
    page p = PAGE("<script>var a;</script><style>b{}</style><p>seen</p>"
                  "<template>c</template><svg><text>d</text></svg>"
                  "<select><option>e</select><!-- f -->");
    assert_text(&p, "seen");
    close_page(&p);
}

static void a_block_knows_where_it_stands(void **state)
{
    (void)state;
    page p = PAGE("<nav><ul><li><a href=/>Home</a></ul></nav>"
                  "<article><h2>A title</h2><blockquote><p>Words</p>"
                  "</blockquote></article>");
    const stm_block *home = block_of(&p, "Home");
    assert_int_equal(home->inside, STM_INSIDE_NAV | STM_INSIDE_LIST);
    assert_int_equal(home->linked, home->letters);
    const stm_block *title = block_of(&p, "A title");
    assert_int_equal(title->kind, STM_BLOCK_HEADING);
    assert_int_equal(title->level, 2);
    assert_int_equal(title->linked, 0);
    const stm_block *words = block_of(&p, "Words");
    assert_int_equal(words->kind, STM_BLOCK_QUOTE);
    assert_int_equal(words->inside, STM_INSIDE_ARTICLE | STM_INSIDE_QUOTE);
    close_page(&p);
}

static void names_hint_at_what_is_inside(void **state)
{
    (void)state;
    page p = PAGE("<div class=sidebar><p id=related-stories>x</p></div>");
    const stm_block *b = block_of(&p, "x");
    assert_true(b->hints & 1u << STM_HINT_SIDE);
    assert_true(b->hints & 1u << STM_HINT_RELATED);
    assert_true(b->own & 1u << STM_HINT_RELATED);
    assert_false(b->own & 1u << STM_HINT_SIDE);
    close_page(&p);
}

static void hidden_text_is_marked(void **state)
{
    (void)state;
    page p = PAGE("<p style='color: red; display : none'>a</p><p hidden>b</p>"
                  "<p aria-hidden=true>c</p><p style='display:block'>d</p>");
    assert_true(block_of(&p, "a")->inside & STM_INSIDE_HIDDEN);
    assert_true(block_of(&p, "b")->inside & STM_INSIDE_HIDDEN);
    assert_true(block_of(&p, "c")->inside & STM_INSIDE_HIDDEN);
    assert_false(block_of(&p, "d")->inside & STM_INSIDE_HIDDEN);
    close_page(&p);
}

static void boxes_add_up(void **state)
{
    (void)state;
    page p = PAGE("<div><p>one</p><p><a href=x>two</a></p></div><p>three</p>");
    const stm_html *h = p.html;
    assert_int_equal(h->boxes[0].letters, 11);
    assert_int_equal(h->boxes[0].linked, 3);
    assert_int_equal(h->boxes[0].first, 0);
    assert_int_equal(h->boxes[0].last, h->block_count);
    for (size_t i = 1; i < h->box_count; i++) {
        const stm_box *b = &h->boxes[i], *up = &h->boxes[b->parent];
        assert_true(b->parent < i);
        assert_true(b->first < b->last);
        assert_true(up->first <= b->first && b->last <= up->last);
    }
    const stm_box *div =
        &h->boxes[h->boxes[block_of(&p, "one")->parent].parent];
    assert_int_equal(div->letters, 6);
    assert_int_equal(div->children, 2);
    close_page(&p);
}

static void nested_lists_have_levels(void **state)
{
    (void)state;
    page p = PAGE("<ol><li>a<ul><li>b</ul></ol>");
    assert_int_equal(block_of(&p, "a")->level, 1);
    assert_true(block_of(&p, "a")->ordered);
    assert_int_equal(block_of(&p, "b")->level, 2);
    assert_false(block_of(&p, "b")->ordered);
    close_page(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_shown_is_left_out),
        cmocka_unit_test(a_block_knows_where_it_stands),
        cmocka_unit_test(names_hint_at_what_is_inside),
        cmocka_unit_test(hidden_text_is_marked),
        cmocka_unit_test(boxes_add_up),
        cmocka_unit_test(nested_lists_have_levels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
