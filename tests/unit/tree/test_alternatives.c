#include "tradition.h"

/* Three texts, of which 1 and 2 come from 0 and from lost text 3. */
typedef struct made {
    tradition t;
    stm_node node[4];
    stm_edge edge[3];
    stm_family family;
    stm_tree tree;
    stm_alternatives *found;
} made;

static void open_made(made *m)
{
    static const stm_node nodes[4] = {
        {"c0", 0, 0, {NULL, 0}},
        {"c1", 1, 0, {NULL, 0}},
        {"c2", 2, 0, {NULL, 0}},
        {"x1", STM_LOST, 0, {NULL, 0}},
    };
    *m = (made){0};
    text(&m->t, "one two three four");
    text(&m->t, "one two three five");
    text(&m->t, "one two six five");
    relate_all(&m->t);
    memcpy(m->node, nodes, sizeof nodes);
    m->edge[0] = (stm_edge){0, 3, STM_REVISION, .9, -1};
    m->edge[1] = (stm_edge){3, 1, STM_REVISION, .8, -1};
    m->edge[2] = (stm_edge){3, 2, STM_REVISION, .95, -1};
    m->family = (stm_family){m->t.member, 3, 0};
    m->tree = (stm_tree){.nodes = m->node,
                         .node_count = 4,
                         .edges = m->edge,
                         .edge_count = 3,
                         .families = &m->family,
                         .family_count = 1};
}

static void find(made *m, size_t most)
{
    assert_int_equal(stm_tree_alternatives(&m->found, &m->tree, most,
                                           m->t.witness, m->t.count,
                                           m->t.sorted, m->t.pairs, NULL),
                     STM_OK);
}

static void close_made(made *m)
{
    stm_alternatives_free(m->found);
    close_tradition(&m->t);
}

static const stm_alternative *saying(const made *m, const char *part)
{
    for (size_t i = 0; i < m->found->count; i++)
        if (strstr(m->found->items[i].text.ptr, part))
            return &m->found->items[i];
    return NULL;
}

static void the_likeliest_come_first_and_no_more_than_asked_for(void **state)
{
    (void)state;
    made m;
    open_made(&m);
    find(&m, 100);
    size_t all = m.found->count;
    assert_true(all >= 3);
    for (size_t i = 1; i < all; i++)
        assert_true(m.found->items[i - 1].loss <= m.found->items[i].loss);
    for (size_t i = 0; i < all; i++)
        assert_true(m.found->items[i].confidence <= .5);
    stm_alternatives_free(m.found);
    find(&m, 2);
    assert_int_equal(m.found->count, 2);
    close_made(&m);
}

static void a_lost_text_may_be_left_out(void **state)
{
    (void)state;
    made m;
    open_made(&m);
    find(&m, 100);
    const stm_alternative *a = saying(&m, "there was no x1");
    assert_non_null(a);
    assert_int_equal(a->without, 3);
    assert_int_equal(a->edge_count, 2);
    assert_int_equal(a->edges[0].from, 0); /* c1 takes its place */
    assert_int_equal(a->edges[0].to, 1);
    assert_int_equal(a->edges[1].from, 1);
    assert_int_equal(a->edges[1].to, 2);
    close_made(&m);
}

static void an_edge_of_captures_may_run_the_other_way(void **state)
{
    (void)state;
    made m;
    open_made(&m);
    m.edge[0] = (stm_edge){0, 1, STM_REVISION, .8, -1};
    m.edge[1] = (stm_edge){1, 2, STM_REVISION, .9, -1};
    m.tree.edge_count = 2;
    m.tree.node_count = 3;
    find(&m, 100);
    const stm_alternative *a = saying(&m, "c1 is the source of c0");
    assert_non_null(a);
    assert_int_equal(a->edges[0].from, STM_LOST);
    assert_int_equal(a->edges[0].to, 1);
    assert_int_equal(a->edges[1].from, 1);
    assert_int_equal(a->edges[1].to, 0);
    a = saying(&m, "both come from a text that is lost");
    assert_non_null(a);
    assert_int_equal(a->edges[1].from, STM_NEW_LOST);
    close_made(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_likeliest_come_first_and_no_more_than_asked_for),
        cmocka_unit_test(a_lost_text_may_be_left_out),
        cmocka_unit_test(an_edge_of_captures_may_run_the_other_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
