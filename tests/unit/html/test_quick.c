/* What is read from a page must not depend on who tells its tags apart: pages
 * are read from lexbor's own tree and from the one that was fed by the quick
 * reader, in pieces of all sizes, and compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "html/quick.h"
#include "html/walk.h"

enum { MOST_PIECES = 4096 };

typedef struct seen {
    lxb_html_document_t *document;
    char *piece[MOST_PIECES]; /* labels are bytes of these */
    unsigned pieces;
    stm_html__walk walk;
    stm_html__quick quick;
    stm_arena mem;
} seen;

static seen *seen_new(void)
{
    seen *s = calloc(1, sizeof *s);
    s->document = lxb_html_document_create();
    stm_html__hints_init(&s->walk.hints);
    stm_html__quick_init(&s->quick);
    return s;
}

static void forget_pieces(seen *s)
{
    while (s->pieces)
        free(s->piece[--s->pieces]);
}

static void seen_free(seen *s)
{
    forget_pieces(s);
    lxb_html_document_destroy(s->document);
    stm_html__walk_free(&s->walk);
    stm_arena_free(&s->mem);
    free(s);
}

/* Reads `page` in pieces of `piece` bytes; each is a copy of its own, so that a
 * step over its end is found out. */
static void look(seen *s, stm_str page, size_t piece, bool quick)
{
    lxb_html_document_clean(s->document);
    forget_pieces(s);
    stm_arena_reset(&s->mem);
    assert_int_equal(lxb_html_document_parse_chunk_begin(s->document), 0);
    if (quick)
        stm_html__quick_begin(&s->quick, s->document);
    for (size_t at = 0; at < page.len; at += piece) {
        size_t n = page.len - at < piece ? page.len - at : piece;
        assert_true(s->pieces < MOST_PIECES);
        char *copy = s->piece[s->pieces++] = malloc(n);
        memcpy(copy, page.ptr + at, n);
        assert_int_equal(lxb_html_document_parse_chunk(
                             s->document, (const lxb_char_t *)copy, n),
                         0);
    }
    assert_int_equal(lxb_html_document_parse_chunk_end(s->document), 0);
    assert_true(stm_html__walk_page(
        &s->walk, lxb_dom_interface_document(s->document), &s->mem));
}

static void same_block(const stm_block *a, const stm_block *b)
{
    assert_int_equal(a->at.start, b->at.start);
    assert_int_equal(a->at.end, b->at.end);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->level, b->level);
    assert_int_equal(a->depth, b->depth);
    assert_int_equal(a->inside, b->inside);
    assert_int_equal(a->hints, b->hints);
    assert_int_equal(a->own, b->own);
    assert_int_equal(a->parent, b->parent);
    assert_int_equal(a->letters, b->letters);
    assert_int_equal(a->linked, b->linked);
    assert_int_equal(a->ordered, b->ordered);
}

/* A name is a number of its own in each tree; likes are alike in both. */
static void same_box(const stm_html__walk *v, const stm_html__walk *w, size_t i)
{
    const stm_box *a = v->boxes.items, *b = w->boxes.items;
    assert_int_equal(a[i].parent, b[i].parent);
    assert_int_equal(a[i].hints, b[i].hints);
    assert_int_equal(a[i].tag, b[i].tag);
    for (size_t k = 0; k < i; k++)
        assert_int_equal(a[k].name == a[i].name, b[k].name == b[i].name);
}

static void same_fact(const stm_fact *a, const stm_fact *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->origin, b->origin);
    assert_int_equal(a->rank, b->rank);
    assert_int_equal(a->at.start, b->at.start);
    assert_int_equal(a->at.end, b->at.end);
    assert_true(stm_str_eq(a->value, b->value));
}

static void same(seen *a, seen *b)
{
    stm_html__walk *v = &a->walk, *w = &b->walk;
    assert_int_equal(v->lines.text.count, w->lines.text.count);
    if (v->lines.text.count)
        assert_memory_equal(v->lines.text.items, w->lines.text.items,
                            v->lines.text.count);
    assert_int_equal(v->lines.blocks.count, w->lines.blocks.count);
    for (size_t i = 0; i < v->lines.blocks.count; i++)
        same_block(&v->lines.blocks.items[i], &w->lines.blocks.items[i]);
    assert_int_equal(v->boxes.count, w->boxes.count);
    for (size_t i = 0; i < v->boxes.count; i++)
        same_box(v, w, i);
    const stm_fact *f, *g;
    size_t n, m;
    assert_true(stm_html__facts_finish(&v->facts, &f, &n));
    assert_true(stm_html__facts_finish(&w->facts, &g, &m));
    assert_int_equal(n, m);
    for (size_t i = 0; i < n; i++)
        same_fact(&f[i], &g[i]);
}

static void check(seen *plain, seen *quick, stm_str page, size_t piece)
{
    look(plain, page, page.len ? page.len : 1, false);
    look(quick, page, piece, true);
    same(plain, quick);
}

static const char page[] =
    "<!DOCTYPE html>\n<html lang=en>\n<head>\n<title>Tide &amp; time</title>\n"
    "<meta name=\"author\" content=\"Ada Quill\" data-x='1'>\n"
    "<meta property='og:title' content='Tide &quot;tables&quot;'>\n"
    "<link rel=canonical href=https://example.org/a?b=1&amp;c=2 />\n"
    "<style>p > a::before { content: '</p>' }</STYLE >\n"
    "<script>if (a < b) document.write('<p>no</p>');</script>\n"
    "<script type=\"application/ld+json\">{\"@type\":\"Article\","
    "\"headline\":\"Tide\",\"author\":{\"name\":\"Ada Quill\"}}</script>\n"
    "<script><!-- <script>x</script> --> 'still a script'</script>\n"
    "</head>\n<body class=\"post-body\" onload='x(\"<p>\")'>\n"
    "<nav  class=\"site-menu\"\n id=top >\n<ul>\n<li><a "
    "href='/'>Home</a></li>\n"
    "<li><a  href = \"/tides\"  target=_blank>Tides</a> </li></ul></nav>\n"
    "<article>\n  <h1 itemprop=headline>When the tide\n turns</h1>\n"
    "  <p class=lead>It <b title=\"a\">turns</b> <i>twice</i> a day&nbsp;here"
    "<br/> and at night.</p>\r\n  <DIV STYLE='display: none'>secret</DIV>\n"
    "  <div hidden>also</div><span aria-hidden=\"true\">too</span>\n"
    "  <pre>\n one\n   two </pre>\n"
    "  <table>\n<tr>\n<td> 1 </td>\n<td>2</td></tr>\nstray</table>\n"
    "  <svg viewBox='0 0 1 1'><path d='M0 0L1 1'/><g id=\"x\"/></svg>\n"
    "  <x-note kind=a>own element</x-note><iframe src=a>not <b>read</iframe>\n"
    "  <textarea>typed</textarea><p>a < b and </ c> d</p></article>\n"
    "<!-- a comment -->\n<footer>\n<p>&copy; 2024<p>more</footer>\n"
    "</body>\n</html>\n";

static void a_page_reads_the_same_in_pieces_of_any_size(void **state)
{
    (void)state;
    seen *plain = seen_new(), *quick = seen_new();
    stm_str whole = {page, sizeof page - 1};
    for (size_t piece = 1; piece < 200; piece++)
        check(plain, quick, whole, piece);
    check(plain, quick, whole, whole.len);
    seen_free(plain);
    seen_free(quick);
}

static void a_page_that_breaks_off_reads_the_same(void **state)
{
    (void)state;
    seen *plain = seen_new(), *quick = seen_new();
    for (size_t n = 0; n < sizeof page; n++)
        check(plain, quick, (stm_str){page, n}, n % 61 + 40);
    seen_free(plain);
    seen_free(quick);
}

/* Put together in any order they make pages as bad as there are any. */
static const char *const pieces[] = {
    "<div>",
    "</div>",
    "<div class=\"card-body x\">",
    "<p>",
    "</p>",
    "<p id=a>",
    "<b>",
    "</b>",
    "<i class='share'>",
    "</i>",
    "<font color=red size=2>",
    "</font>",
    "<a href=\"/authors/ada\" rel=author data-a=\"1\">",
    "</a>",
    "<a href='/x?a=1&amp;b=2' class=nav>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th scope=\"col\">",
    "<caption>",
    "<pre>",
    "</pre>",
    "<h1>",
    "</h1>",
    "<h2 class=\"title\">",
    "</h2>",
    "<span>",
    "</span>",
    "<span class='author'>",
    "<br>",
    "<br/>",
    "<hr>",
    "<img src=\"a.png\" alt='a > b'>",
    "<a href='/author/a?b&c=d&amp;e=&#65;'>",
    "<a href=\"/by?a=1&copy=2&lt\" rel='&#97;uthor'>",
    "<p class='[&_b]:c author' title=\"&\">",
    "<div itemprop='auth&#111;r' content=\"&x; &rsquo;&\">",
    "<img src=a itemprop=author content=Ada>",
    "<img src=\"b.png?c&amp;d\" class='author'>",
    "<source srcset=a>",
    "<source property=author content=Eve>",
    "<link rel=stylesheet href='a.css'>",
    "<link rel=canonical href=https://a.example/b>",
    "<link rel='Canonical ' href=\"https://a.example/c\" />",
    "<link itemprop=url href=a>",
    "<script type='text/javascript'>a < b</script>",
    "<script type=application/ld+json>{\"headline\":\"A tide\"}</script >",
    "<script>'<!--' </SCRIPT\n>",
    "<style media=all>p > a { b: c }</style>",
    "<style>a</style b>",
    "<input type=hidden value='>'>",
    "<input class=author disabled/>",
    "<select><option selected>",
    "</select>",
    "<svg>",
    "</svg>",
    "<path d=\"M1\"/>",
    "<math>",
    "</math>",
    "<foreignObject>",
    "<svg class=icon viewBox='0 0 1 1'><g id=a><path d='M0 0'></g></svg>",
    "<svg><title>A tide</title><use href=#a /></svg>",
    "<svg><style>p{}</style><text>typed</text><!-- > --></svg>",
    "<svg><g></p></g></svg>",
    "<svg><desc><b>bold</b></desc></svg>",
    "<g>",
    "</g>",
    "<desc>",
    "<circle r=1></circle>",
    "<script>",
    "</script>",
    "<script src=a></script>",
    "<script><!--",
    "-->",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<iframe>",
    "</iframe>",
    "<noscript>",
    "</noscript>",
    "<template>",
    "</template>",
    "<form>",
    "</form>",
    "<input type=hidden name=a>",
    "<input type=\"text\">",
    "<button>",
    "</button>",
    "<body class=b>",
    "<html lang=de>",
    "</body>",
    "</html>",
    "<head>",
    "<frameset>",
    "<!-- c -->",
    "<!---->",
    "<!-->",
    "<!--->",
    "<!--!>",
    "<!----!>",
    "<!-- <!-- a --!>",
    "<!-- a > b - -- >",
    "<!doctype html>",
    "<![CDATA[ d ]]>",
    "<?x?>",
    "</ >",
    "<3",
    "<x-y a=1>",
    "</x-y>",
    "<DIV CLASS=A class=b>",
    "<p\n\tclass = lead >",
    "<p/>",
    "<p a=\"\" b=''>",
    "<p class=a/>",
    "<p =x>",
    "<p a\"b>",
    "<p 'x'>",
    "<time datetime=2024-05-16>",
    "</time>",
    "<meta name=author content=Ada>",
    "<div itemscope itemprop=author>",
    "<nobr>",
    "<textarea>",
    "</textarea>",
    "<dl><dt>",
    "<dd>",
    "<blockquote>",
    "</blockquote>",
    "<section>",
    "</section>",
    "<article>",
    "</article>",
    " ",
    "\n",
    "\n  \t",
    "\r\n",
    "a",
    "tide",
    " tables ",
    "two words",
    "&amp;",
    "&nbsp;",
    "&#65;",
    "&x",
    "&",
    "& ",
    "&;",
    "&lt;p&gt;",
    "a &hellip; b",
    "&rsquo;",
    "&rsquox;",
    "&AMP;",
    "&amp",
    "&#x1F600;",
    "&#xd800;",
    "&#150;",
    "&#0;",
    "&#x110000;",
    "&#12345678901;",
    "&#x;",
    "&#",
    "&#32;",
    "<div id=b class='hidden' style='display:none' role=main>",
    "<li class=\"a&amp;b\" class=c>",
    "<section class=d class='e&amp;f'>",
    "<h3 id role=>",
    "<td class=comment>",
    "\xc2\xa0",
    "\xc3\xa9",
    "<plaintext>",
    "<xmp>",
    "</xmp>",
    "<option>",
    "<center>",
};
enum { PIECES = sizeof pieces / sizeof *pieces, MOST = 60 };

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static size_t make_page(char *to, uint32_t *seed)
{
    size_t n = 0;
    for (uint32_t k = next(seed) % MOST; k; k--) {
        const char *p = pieces[next(seed) % PIECES];
        memcpy(to + n, p, strlen(p));
        n += strlen(p);
        if (next(seed) % 500 == 0)
            to[n++] = '\0';
    }
    return n;
}

static void bad_pages_read_the_same(void **state)
{
    (void)state;
    char room[MOST * 64];
    uint32_t seed = 5;
    seen *plain = seen_new(), *quick = seen_new();
    for (unsigned round = 0; round < 6000; round++) {
        size_t n = make_page(room, &seed);
        check(plain, quick, (stm_str){room, n}, 1 + next(&seed) % 300);
    }
    seen_free(plain);
    seen_free(quick);
}

/* Of each attribute that is left out lexbor would keep a node. */
static void attributes_that_nobody_reads_are_left_out(void **state)
{
    (void)state;
    seen *s = seen_new();
    look(s, STM_LIT("<p data-a=1 class=x onclick='y' lang=en>text</p>        "),
         1000, true);
    lxb_dom_element_t *p =
        lxb_dom_interface_element(lxb_html_document_body_element(s->document)
                                      ->element.element.node.first_child);
    unsigned count = 0;
    for (lxb_dom_attr_t *a = p->first_attr; a; a = a->next)
        count++;
    assert_int_equal(count, 1); /* the class is a label */
    seen_free(s);
}

static lxb_dom_node_t *first_of_body(const seen *s)
{
    return lxb_html_document_body_element(s->document)
        ->element.element.node.first_child;
}

static void insides_of_drawings_are_left_out(void **state)
{
    (void)state;
    seen *s = seen_new();
    look(s,
         STM_LIT("<body>a<svg><g><path d='M0 0 > 1'></g><!-- > --></SVG>b"
                 "                "),
         1000, true);
    lxb_dom_node_t *svg = first_of_body(s)->next;
    assert_null(svg->first_child);
    assert_non_null(svg->next);
    seen_free(s);
}

static void labels_of_an_element_are_no_attributes(void **state)
{
    (void)state;
    seen *s = seen_new();
    look(s,
         STM_LIT("<body><p class=a id='b c' class=d lang=en>e</p>"
                 "                "),
         1000, true);
    lxb_dom_element_t *p = lxb_dom_interface_element(first_of_body(s));
    const stm_html__labels *l = stm_html__labels_of(p);
    assert_non_null(l);
    assert_true(stm_str_eq(l->of[STM_LABEL_CLASS], STM_LIT("a")));
    assert_true(stm_str_eq(l->of[STM_LABEL_ID], STM_LIT("b c")));
    assert_false(stm_html__has_label(p, STM_LABEL_ROLE));
    assert_ptr_equal(p->first_attr, p->last_attr);
    seen_free(s);
}

static void insides_of_scripts_are_left_out(void **state)
{
    (void)state;
    seen *s = seen_new();
    look(s,
         STM_LIT("<head><script>'<!--' + '<b>';</script><style>p{}</style a>"
                 "<script type=application/LD+JSON>{}</script></head>        "),
         1000, true);
    lxb_dom_node_t *n = lxb_html_document_head_element(s->document)
                            ->element.element.node.first_child;
    assert_null(n->first_child);
    assert_null(n->next->first_child);
    assert_non_null(n->next->next->first_child);
    seen_free(s);
}

static void elements_of_which_nothing_is_read_are_left_out(void **state)
{
    (void)state;
    seen *s = seen_new();
    look(s,
         STM_LIT("<body>a<img src='b>'><input><source><link rel=icon>"
                 "<script>'<b>'</script><style>p{}</style >c               "),
         1000, true);
    lxb_dom_node_t *n = first_of_body(s);
    assert_int_equal(n->type, LXB_DOM_NODE_TYPE_TEXT);
    assert_null(n->next);
    seen_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_reads_the_same_in_pieces_of_any_size),
        cmocka_unit_test(a_page_that_breaks_off_reads_the_same),
        cmocka_unit_test(bad_pages_read_the_same),
        cmocka_unit_test(attributes_that_nobody_reads_are_left_out),
        cmocka_unit_test(insides_of_drawings_are_left_out),
        cmocka_unit_test(labels_of_an_element_are_no_attributes),
        cmocka_unit_test(insides_of_scripts_are_left_out),
        cmocka_unit_test(elements_of_which_nothing_is_read_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
