/* Writes all texts of a family side by side, one after another along the tree:
 * each is aligned with its neighbour, and where much of it stays open with the
 * nearest of that one's other neighbours, a spun one with the nearest whole
 * texts; O(n) alignments in all. Equal words share a place, another word gets a
 * place of its own. How spun texts are read stands in slips.c. */
#include "tree/collate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tree/weights.h"

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for the texts side by side");
}

bool stm_tree__take(stm_tree__book *b, uint32_t y, uint32_t p, uint32_t token)
{
    stm_tree__sheet *s = &b->sheet[y];
    stm_tree__place *place = &b->place.items[p];
    if (place->user == y)
        return true;
    stm_tree__cell c = {p, token};
    if (!stm_vec_push(&s->cell, c))
        return false;
    place->user = y;
    if (token != STM_NO_TOKEN)
        s->at[token] = p, s->open--;
    return true;
}

static bool adopt_map(stm_tree__book *b, uint32_t y, uint32_t x,
                      const uint32_t *map)
{
    stm_tree__sheet *s = &b->sheet[y];
    const stm_tree__sheet *source = &b->sheet[x];
    for (uint32_t i = 0; i < s->text->count; i++) {
        uint32_t j = map[i];
        if (j == STM_NO_TOKEN || s->at[i] != STM_TREE_NOWHERE ||
            source->at[j] >= STM_TREE_SLIP ||
            s->text->word[i] != source->text->word[j])
            continue;
        if (!stm_tree__take(b, y, source->at[j], i))
            return false;
    }
    return true;
}

/* Which words of `u` stand for which of `v`, by an alignment of the two. */
static stm_status align_anew(const stm_tree__book *b, uint32_t u, uint32_t v,
                             uint32_t *map, uint32_t count, stm_error *err)
{
    const stm_tree__aligner *aligner = &b->f->in->aligner;
    stm_alignment *al = NULL;
    stm_status rc =
        aligner->align(aligner->user, u < v ? u : v, u < v ? v : u, &al, err);
    if (rc != STM_OK)
        return rc;
    if (count)
        memcpy(map, u < v ? al->a_to_b : al->b_to_a, count * sizeof *map);
    aligner->release(al);
    return STM_OK;
}

/* Gives `y` the places of its counterparts in `x`. The relation of two copies
 * mostly knows them. */
static stm_status adopt(stm_tree__book *b, uint32_t y, uint32_t x,
                        stm_error *err)
{
    const stm_tree__node *n = b->f->node.items;
    uint32_t u = n[y].witness, v = n[x].witness;
    stm_tree__pair pair = stm_tree__pair_of(b->f->in, u, v);
    uint32_t count = b->sheet[y].text->count;
    uint32_t *map = malloc((count + (size_t)1) * sizeof *map);
    if (!map)
        return no_memory(err);
    stm_status rc = STM_OK;
    if (!pair.relation || !stm_relation_map(pair.relation, u, map, count))
        rc = align_anew(b, u, v, map, count, err);
    bool spun = pair.spun_u || pair.spun_v;
    if (rc == STM_OK &&
        !(spun ? stm_tree__read_spun(b, y, x, map) : adopt_map(b, y, x, map)))
        rc = no_memory(err);
    free(map);
    return rc;
}

/* The nearest of x's neighbours that are in the book and are not `y`. */
static uint32_t nearest_kin(const stm_tree__book *b, uint32_t y, uint32_t x,
                            uint32_t not )
{
    const stm_tree__node *n = &b->f->node.items[x];
    uint32_t best = STM_LOST;
    double least = 0;
    for (size_t i = 0; i < n->near.count; i++) {
        uint32_t z = n->near.items[i];
        if (z == y || z == not || !b->sheet[z].written)
            continue;
        stm_tree__pair p = stm_tree__nodes_pair(b->f, y, z);
        if (!p.relation || !p.relation->passage_count)
            continue;
        double far = stm_tree__distance(b->f->in, p.relation);
        if (best == STM_LOST || far < least)
            best = z, least = far;
    }
    return best;
}

/* Texts around another, breadth first along the tree. */
typedef struct circle {
    uint32_t node[STM_TREE_SPUN_LOOKS], from[STM_TREE_SPUN_LOOKS];
    uint32_t count;
} circle;

static void walk_around(const stm_tree__book *b, uint32_t x, circle *c)
{
    c->node[0] = x, c->from[0] = STM_LOST;
    c->count = 1;
    for (uint32_t i = 0; i < c->count; i++) {
        const stm_tree__node *n = &b->f->node.items[c->node[i]];
        for (size_t k = 0; k < n->near.count; k++) {
            if (n->near.items[k] == c->from[i])
                continue;
            if (c->count == STM_TREE_SPUN_LOOKS)
                return;
            c->node[c->count] = n->near.items[k];
            c->from[c->count++] = c->node[i];
        }
    }
}

/* How far `y` is from `z`; INFINITY where it cannot be read beside it. */
static double far_from_whole(const stm_tree__book *b, uint32_t y, uint32_t z)
{
    if (b->f->node.items[z].spun || !b->sheet[z].written)
        return INFINITY;
    stm_tree__pair p = stm_tree__nodes_pair(b->f, y, z);
    if (!p.relation || !p.relation->passage_count)
        return INFINITY;
    return stm_tree__distance(b->f->in, p.relation);
}

/* What a spinner had before him may be lost, and what he kept of it in several
 * texts; one of them is not enough to see through his words. */
static stm_status ask_whole_texts(stm_tree__book *b, uint32_t y, stm_error *err)
{
    circle c;
    double far[STM_TREE_SPUN_LOOKS];
    stm_status rc = STM_OK;
    walk_around(b, b->sheet[y].kin, &c);
    far[0] = INFINITY; /* asked already */
    for (uint32_t i = 1; i < c.count; i++)
        far[i] = far_from_whole(b, y, c.node[i]);
    for (int k = 0; k < STM_TREE_SPUN_KIN && rc == STM_OK; k++) {
        uint32_t best = 0;
        for (uint32_t i = 1; i < c.count; i++)
            if (far[i] < far[best])
                best = i;
        if (!best || b->sheet[y].open < STM_TREE_SPUN_ASK)
            break;
        far[best] = INFINITY;
        rc = adopt(b, y, c.node[best], err);
    }
    return rc;
}

static stm_status ask_kin(stm_tree__book *b, uint32_t y, stm_error *err)
{
    uint32_t x = b->sheet[y].kin, asked = STM_LOST;
    stm_status rc = STM_OK;
    for (int k = 0; rc == STM_OK && k < STM_TREE_KIN; k++) {
        if (b->sheet[y].open < STM_TREE_ASK_KIN)
            break;
        asked = nearest_kin(b, y, x, asked);
        if (asked == STM_LOST)
            break;
        rc = adopt(b, y, asked, err);
    }
    return rc;
}

static stm_status write_capture(stm_tree__book *b, uint32_t y, stm_error *err)
{
    stm_tree__sheet *s = &b->sheet[y];
    stm_status rc = STM_OK;
    if (s->kin != STM_LOST) {
        rc = adopt(b, y, s->kin, err);
        if (rc == STM_OK && b->f->node.items[y].spun)
            rc = ask_whole_texts(b, y, err);
        if (rc == STM_OK)
            rc = ask_kin(b, y, err);
    }
    if (rc == STM_OK && !stm_tree__fill(b, y))
        rc = no_memory(err);
    s->written = true;
    return rc;
}

static bool open_sheet(stm_tree__book *b, uint32_t y)
{
    const stm_tree__input *in = b->f->in;
    stm_tree__sheet *s = &b->sheet[y];
    const stm_witness *w = &in->witness[b->f->node.items[y].witness];
    s->text = w->text;
    s->open = w->text->count;
    s->kin = STM_LOST;
    s->at = malloc((s->open + (size_t)1) * sizeof *s->at);
    s->slips = calloc(s->open + (size_t)1, sizeof *s->slips);
    for (uint32_t i = 0; s->at && i < s->open; i++)
        s->at[i] = STM_TREE_NOWHERE;
    return s->at && s->slips;
}

static uint32_t first_whole(const stm_tree__family *f)
{
    for (uint32_t u = 0; u < f->captures; u++)
        if (!f->node.items[u].poor)
            return u;
    return 0;
}

/* Whole texts first, then cut ones, then spun ones, so that none has to be read
 * through a spinner's words, behind which its own are taken for slips. Parents
 * of 64 families of pages right: .803 as they come, .832 with the whole ones
 * first; of news .863 and .874. */
static int turn_of(const stm_tree__node *n) { return n->poor + n->spun; }

/* All captures, breadth first along the tree. */
static stm_status write_all(stm_tree__book *b, stm_error *err)
{
    const stm_tree__family *f = b->f;
    STM_VEC(uint32_t) queue = {0};
    stm_status rc = STM_OK;
    bool ok = stm_vec_push(&queue, first_whole(f));
    for (size_t i = 0; ok && i < queue.count; i++) {
        uint32_t x = queue.items[i];
        const stm_tree__node *n = &f->node.items[x];
        for (size_t k = 0; ok && k < n->near.count; k++) {
            uint32_t y = n->near.items[k];
            if (y == b->sheet[x].kin)
                continue;
            b->sheet[y].kin = x;
            ok = stm_vec_push(&queue, y);
        }
    }
    for (int turn = 0; ok && turn < 3; turn++)
        for (size_t i = 0; rc == STM_OK && i < queue.count; i++)
            if (turn_of(&f->node.items[queue.items[i]]) == turn)
                rc = write_capture(b, queue.items[i], err);
    stm_vec_free(&queue);
    return ok ? rc : no_memory(err);
}

static int by_place(const void *x, const void *y)
{
    uint32_t a = ((const stm_tree__cell *)x)->place;
    uint32_t b = ((const stm_tree__cell *)y)->place;
    return (a > b) - (a < b);
}

static bool keep_row(stm_tree__family *f, stm_tree__sheet *s, uint32_t y,
                     const uint32_t *rank)
{
    size_t n = s->cell.count;
    uint32_t *place = STM_ARENA_NEW(&f->mem, uint32_t, n);
    uint32_t *token = STM_ARENA_NEW(&f->mem, uint32_t, n);
    if (!place || !token)
        return false;
    for (size_t i = 0; i < n; i++)
        s->cell.items[i].place = rank[s->cell.items[i].place];
    if (n)
        qsort(s->cell.items, n, sizeof *s->cell.items, by_place);
    for (size_t i = 0; i < n; i++) {
        place[i] = s->cell.items[i].place;
        token[i] = s->cell.items[i].token;
    }
    f->node.items[y].row = (stm_tree__row){place, token, (uint32_t)n};
    return true;
}

/* Marks places whose word stands at no other place. */
static bool find_rare(stm_tree__book *b, const uint32_t *rank)
{
    stm_tree__family *f = b->f;
    uint32_t most = 0;
    for (size_t i = 1; i < b->place.count; i++)
        if (b->place.items[i].word > most)
            most = b->place.items[i].word;
    uint32_t *times = calloc((size_t)most + 1, sizeof *times);
    f->rare = STM_ARENA_NEW(&f->mem, bool, b->place.count);
    if (times && f->rare) {
        for (size_t i = 1; i < b->place.count; i++)
            times[b->place.items[i].word]++;
        for (size_t i = 1; i < b->place.count; i++)
            f->rare[rank[i]] = times[b->place.items[i].word] == 1;
    }
    bool ok = times && f->rare;
    free(times);
    return ok;
}

/* Numbers the places in text order and keeps the rows. */
static bool keep_rows(stm_tree__book *b)
{
    stm_tree__family *f = b->f;
    size_t n = b->place.count;
    uint32_t *rank = STM_ARENA_NEW(&f->mem, uint32_t, n);
    f->votes = STM_ARENA_NEW(&f->mem, uint32_t, n);
    f->places = (uint32_t)n;
    if (!rank || !f->votes)
        return false;
    uint32_t next = 0;
    for (uint32_t p = b->place.items[0].next; p; p = b->place.items[p].next)
        rank[p] = next++;
    bool ok = find_rare(b, rank);
    for (uint32_t y = 0; ok && y < f->captures; y++)
        ok = keep_row(f, &b->sheet[y], y, rank);
    return ok;
}

static bool open_book(stm_tree__book *b, stm_tree__family *f)
{
    *b = (stm_tree__book){.f = f};
    b->sheet = calloc(f->captures, sizeof *b->sheet);
    bool ok = b->sheet != NULL;
    for (uint32_t y = 0; ok && y < f->captures; y++)
        ok = open_sheet(b, y);
    stm_tree__place start = {0, 0, STM_LOST};
    return ok && stm_vec_push(&b->place, start);
}

static void close_book(stm_tree__book *b)
{
    for (uint32_t y = 0; b->sheet && y < b->f->captures; y++) {
        free(b->sheet[y].at);
        free(b->sheet[y].slips);
        stm_vec_free(&b->sheet[y].cell);
    }
    free(b->sheet);
    stm_vec_free(&b->place);
    stm_vec_free(&b->gap);
    stm_vec_free(&b->matches);
}

stm_status stm_tree__collate(stm_tree__family *f, stm_error *err)
{
    stm_tree__book b;
    stm_status rc = STM_OK;
    if (!open_book(&b, f))
        rc = no_memory(err);
    if (rc == STM_OK)
        rc = write_all(&b, err);
    if (rc == STM_OK && !keep_rows(&b))
        rc = no_memory(err);
    close_book(&b);
    return rc;
}
