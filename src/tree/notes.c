/* What is known of a lost text, for a person: whose source it was, the readings
 * that prove it, quoted, and when it was written at the latest. */
#include <stdio.h>

#include "tree/output.h"
#include "tree/weights.h"

enum { MOST_READINGS = 3, MOST_NAMED = 12, QUOTE_BYTES = 400 };

typedef struct note {
    stm_tree__output *out;
    stm_tree__family *f;
    const uint32_t *out_of;
    uint32_t lost;
    stm_tree__kin_vec kin;
    STM_VEC(char) text;
} note;

/* Cells [from, to) of a row. */
typedef struct cells {
    uint32_t from, to;
} cells;

static bool put(note *n, const char *s, size_t len)
{
    if (!stm_vec_reserve(&n->text, len))
        return false;
    for (size_t i = 0; i < len; i++)
        n->text.items[n->text.count++] = s[i];
    return true;
}

static bool put_text(note *n, const char *s)
{
    size_t len = 0;
    while (s[len])
        len++;
    return put(n, s, len);
}

static bool put_id(note *n, uint32_t node)
{
    return put_text(n, n->out->node.items[n->out_of[node]].id);
}

/* The captured words of tokens [from, to), on one line. */
static bool put_words(note *n, uint32_t node, uint32_t from, uint32_t to)
{
    const stm_text *t = n->f->in->witness[n->f->node.items[node].witness].text;
    uint32_t start = t->at[from].start, end = t->at[to - 1].end;
    bool space = false, whole = end - start <= QUOTE_BYTES;
    if (!whole) /* words far apart, furniture between them */
        end = t->at[from].end;
    for (uint32_t i = start; i < end; i++) {
        unsigned char c = (unsigned char)t->bytes.ptr[i];
        if (c <= ' ' || c == 0x7f) {
            space = true;
            continue;
        }
        if ((space && !put(n, " ", 1)) || !put(n, t->bytes.ptr + i, 1))
            return false;
        space = false;
    }
    return true;
}

static bool put_quote(note *n, uint32_t node, uint32_t from, uint32_t words)
{
    uint32_t quoted = words > STM_TREE_QUOTE ? STM_TREE_QUOTE : words;
    uint32_t count =
        n->f->in->witness[n->f->node.items[node].witness].text->count;
    if (quoted > count - from)
        quoted = count - from;
    return put_text(n, "“") && put_words(n, node, from, from + quoted) &&
           put_text(n, quoted < words ? " …”" : "”");
}

static uint32_t cell_of(const stm_tree__row *r, uint32_t place)
{
    uint32_t from = 0, to = r->count;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (r->place[mid] < place)
            from = mid + 1;
        else
            to = mid;
    }
    return from < r->count && r->place[from] == place ? from : STM_NO_TOKEN;
}

/* Quotes cells of the lost text from a capture that has them; nothing when
 * none of its kin does. */
static bool put_lost_words(note *n, uint32_t not, cells c, bool *done)
{
    const stm_tree__node *node = n->f->node.items;
    uint32_t place = node[n->lost].row.place[c.from];
    *done = false;
    for (size_t i = 0; i < n->kin.count; i++) {
        uint32_t u = n->kin.items[i].node;
        uint32_t cell = u == not ? STM_NO_TOKEN : cell_of(&node[u].row, place);
        if (cell == STM_NO_TOKEN || node[u].row.token[cell] == STM_NO_TOKEN)
            continue;
        *done = true;
        return put_quote(n, u, node[u].row.token[cell], c.to - c.from);
    }
    return true;
}

/* The longest changed stretch between two rows. */
static bool longest_change(const stm_tree__row *a, const stm_tree__row *b,
                           cells *best_a, cells *best_b)
{
    uint32_t i = 0, j = 0, from_i = 0, from_j = 0, most = 0;
    for (;;) {
        uint32_t p = i < a->count ? a->place[i] : UINT32_MAX;
        uint32_t q = j < b->count ? b->place[j] : UINT32_MAX;
        if (p != q) {
            i += p < q;
            j += q < p;
            continue;
        }
        if (i - from_i + (j - from_j) > most) {
            most = i - from_i + (j - from_j);
            *best_a = (cells){from_i, i};
            *best_b = (cells){from_j, j};
        }
        if (p == UINT32_MAX)
            return most > 0;
        from_i = ++i, from_j = ++j;
    }
}

/* First cell of `c` whose token is known. */
static uint32_t token_in(const stm_tree__row *r, cells c)
{
    for (uint32_t i = c.from; i < c.to; i++)
        if (r->token[i] != STM_NO_TOKEN)
            return r->token[i];
    return STM_NO_TOKEN;
}

/* "; had “…” where c0 has “…”" */
static bool put_reading(note *n, uint32_t u, bool *told)
{
    const stm_tree__node *node = n->f->node.items;
    cells mine, theirs;
    bool had = false;
    *told = false;
    if (!longest_change(&node[n->lost].row, &node[u].row, &mine, &theirs))
        return true;
    uint32_t token = token_in(&node[u].row, theirs);
    size_t start = n->text.count;
    if (mine.from < mine.to) {
        if (!put_text(n, "; had ") || !put_lost_words(n, u, mine, &had))
            return false;
        if (!had)
            n->text.count = start;
    }
    *told = had || token != STM_NO_TOKEN;
    if (!*told)
        return true;
    if (!put_text(n, had ? token == STM_NO_TOKEN ? ", which " : " where "
                         : "; did not have ") ||
        (had && !put_id(n, u)) ||
        (had && !put_text(n, token == STM_NO_TOKEN ? " lacks" : " has ")))
        return false;
    if (token != STM_NO_TOKEN &&
        !put_quote(n, u, token, theirs.to - theirs.from))
        return false;
    return had || (put_text(n, " of ") && put_id(n, u));
}

/* The child of the lost text that comes after `last` in the order of the
 * output; STM_LOST when there is none. */
static uint32_t next_child(const note *n, uint32_t last)
{
    const stm_tree__node *node = n->f->node.items;
    const stm_tree__node *lost = &node[n->lost];
    uint32_t next = STM_LOST;
    for (size_t i = 0; i < lost->near.count; i++) {
        uint32_t c = lost->near.items[i];
        if (c != lost->parent &&
            (last == STM_LOST || node[c].from > node[last].from) &&
            (next == STM_LOST || node[c].from < node[next].from))
            next = c;
    }
    return next;
}

static bool put_readings(note *n)
{
    unsigned told = 0;
    uint32_t c = next_child(n, STM_LOST);
    for (; c != STM_LOST && told < MOST_READINGS; c = next_child(n, c)) {
        bool here = false;
        if (!stm_tree__is_lost(n->f, c) && !put_reading(n, c, &here))
            return false;
        told += here;
    }
    for (size_t i = 0; i < n->kin.count && !told; i++) {
        bool here;
        if (!put_reading(n, n->kin.items[i].node, &here))
            return false;
        told += here;
    }
    return true;
}

static bool put_children(note *n)
{
    size_t left = n->f->node.items[n->lost].near.count;
    left -= n->f->node.items[n->lost].parent != STM_LOST;
    uint32_t c = next_child(n, STM_LOST);
    char others[48];
    if (!put_text(n, "lost source of ") || !put_id(n, c))
        return false;
    for (unsigned named = 1; --left; named++) {
        if (named == MOST_NAMED) {
            snprintf(others, sizeof others, " and %zu others", left);
            return put_text(n, others);
        }
        c = next_child(n, c);
        if (!put_text(n, left == 1 ? " and " : ", ") || !put_id(n, c))
            return false;
    }
    return true;
}

/* The earliest date below it. */
static bool put_date(note *n)
{
    const stm_tree__family *f = n->f;
    const stm_date *first = NULL;
    uint32_t whose = 0;
    for (size_t i = 0; i < n->kin.count; i++) {
        uint32_t u = n->kin.items[i].node;
        const stm_date *d =
            stm_tree__date(&f->in->witness[f->node.items[u].witness]);
        if (d && stm_tree__is_below(f, u, n->lost) &&
            stm_tree__date_cmp(d, first) < 0)
            first = d, whose = u;
    }
    char iso[40];
    if (!first || !stm_date_format(first, iso, sizeof iso))
        return true;
    return put_text(n, "; not after ") && put_text(n, iso) &&
           put_text(n, ", the date of ") && put_id(n, whose);
}

static bool put_proof(note *n)
{
    char s[64];
    uint32_t proof = n->f->node.items[n->lost].proof;
    if (!proof)
        return true;
    snprintf(s, sizeof s, "; proved by %u reading%s", proof,
             proof == 1 ? "" : "s");
    return put_text(n, s);
}

static bool write_note(note *n)
{
    n->kin.count = n->text.count = 0;
    if (next_child(n, STM_LOST) == STM_LOST)
        return true; /* nothing is left below it to speak of */
    if (!stm_tree__next_of_kin(n->f, n->lost, STM_LOST, &n->kin) ||
        !put_children(n) || !put_proof(n) || !put_readings(n) || !put_date(n))
        return false;
    stm_str whole = {n->text.items, n->text.count};
    stm_node *node = &n->out->node.items[n->out_of[n->lost]];
    node->note = stm_arena_copy(&n->out->mem, whole);
    return node->note.ptr != NULL;
}

bool stm_tree__write_notes(stm_tree__output *out, stm_tree__family *f,
                           const uint32_t *out_of)
{
    note n = {.out = out, .f = f, .out_of = out_of};
    bool ok = true;
    for (uint32_t u = f->captures; ok && u < f->node.count; u++) {
        n.lost = u;
        ok = write_note(&n);
    }
    stm_vec_free(&n.kin);
    stm_vec_free(&n.text);
    return ok;
}
