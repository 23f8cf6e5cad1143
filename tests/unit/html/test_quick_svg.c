#include "page.h"

#include <stdio.h>
#include <stdlib.h>

/* What stands behind a drawing must be read, whatever is in it. */
static void reads_behind(const char *drawing, const char *text)
{
    char room[600];
    int n =
        snprintf(room, sizeof room,
                 "<!doctype html><body><p>before</p>%s<p>behind</p>", drawing);
    page p = page_of((stm_str){room, (size_t)n});
    assert_text(&p, text);
    close_page(&p);
}

static void a_drawing_ends_at_its_end_tag(void **state)
{
    (void)state;
    static const char *const drawings[] = {
        "<svg></svg>",
        "<svg viewBox='0 0 9 9'><path d='M0 0'/><g><circle r=1></g></svg>",
        "<svg><svg></svg><g></svg>",
        "<svg><g data-a='</svg>'></g></SVG >",
        "<svg><!-- </svg> --></svg>",
        "<svg><text>typed</text><title>named</title></svg>",
        "<svg/>",
    };
    for (size_t i = 0; i < sizeof drawings / sizeof *drawings; i++)
        reads_behind(drawings[i], "before\n\nbehind");
}

static void an_element_of_html_ends_a_drawing(void **state)
{
    (void)state;
    reads_behind("<svg><g><p>between</svg>", "before\n\nbetween\n\nbehind");
    reads_behind("<svg><g></p></svg>", "before\n\nbehind");
    reads_behind("<svg><font color=red>in</font></svg>",
                 "before\n\nin\n\nbehind");
}

static void a_drawing_that_does_not_end_reaches_to_the_end(void **state)
{
    (void)state;
    page p = PAGE("<!doctype html><p>before</p><svg><g><path d='M0 0'>text");
    assert_text(&p, "before");
    close_page(&p);
}

/* Each of them is looked through once, not once for each around it. */
static void many_that_do_not_end_are_read_in_good_time(void **state)
{
    (void)state;
    enum { TIMES = 200000 };
    char *room = malloc(TIMES * 5 + 100);
    stm_str opening = STM_LIT("<!doctype html><p>before</p>");
    size_t n = opening.len;
    memcpy(room, opening.ptr, n);
    for (unsigned i = 0; i < TIMES; i++, n += 5)
        memcpy(room + n, "<svg>", 5);
    page p = page_of((stm_str){room, n});
    assert_non_null(p.html->limit);
    close_page(&p);
    free(room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_drawing_ends_at_its_end_tag),
        cmocka_unit_test(an_element_of_html_ends_a_drawing),
        cmocka_unit_test(a_drawing_that_does_not_end_reaches_to_the_end),
        cmocka_unit_test(many_that_do_not_end_are_read_in_good_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
