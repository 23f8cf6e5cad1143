/* A small result made by hand: three letters of one family (one of them cut,
 * one reworded), a note that quotes them, and a stranger. Reports are tested on
 * it without the stages that would find all this. */
#ifndef STM_TEST_REPORT_FIXTURE_H
#define STM_TEST_REPORT_FIXTURE_H

#include <stdio.h>
#include <string.h>

#include <stemma/report.h>

#include "base/str.h"

enum { FIXTURE_TEXTS = 5, FIXTURE_TOKENS = 64 };

typedef struct fixture_text {
    stm_capture capture;
    stm_page page;
    stm_text text;
    stm_range content[2];
    stm_furniture furniture;
    stm_range at[FIXTURE_TOKENS];
    uint32_t word[FIXTURE_TOKENS];
    uint8_t flags[FIXTURE_TOKENS];
    stm_str author;
} fixture_text;

typedef struct fixture {
    fixture_text texts[FIXTURE_TEXTS];
    stm_witness witnesses[FIXTURE_TEXTS];
    stm_relation relations[4];
    const stm_relation *list[4];
    stm_shared passages[3];
    stm_difference differences[2];
    stm_replaced replaced[2];
    stm_evidence evidence[3];
    stm_node nodes[7];
    stm_edge edges[4];
    stm_secondary secondary[1];
    uint32_t members[FIXTURE_TEXTS];
    stm_family families[3];
    stm_tree tree;
    stm_result result;
} fixture;

static void fixture_add(fixture *f, uint32_t id, const char *source,
                        const char *text, const char *title)
{
    fixture_text *t = &f->texts[id];
    stm_str s = stm_str_of(text);
    t->capture.source = stm_str_of(source);
    t->capture.text = s;
    t->content[0] = (stm_range){0, (uint32_t)s.len};
    t->page.content = t->content;
    t->page.content_count = 1;
    t->page.title = stm_str_of(title);
    t->page.published.hour = t->page.updated.hour = -1;
    t->page.published.minute = t->page.updated.minute = -1;
    t->page.published.second = t->page.updated.second = -1;
    t->page.published.zone = t->page.updated.zone = STM_NO_ZONE;
    t->text.bytes = s;
    for (uint32_t i = 0; i < s.len && t->text.count < FIXTURE_TOKENS;) {
        while (i < s.len && stm_ascii_space(text[i]))
            i++;
        uint32_t from = i;
        while (i < s.len && !stm_ascii_space(text[i]))
            i++;
        if (i > from)
            t->at[t->text.count++] = (stm_range){from, i};
    }
    t->text.at = t->at;
    t->text.word = t->word;
    t->text.flags = t->flags;
    f->witnesses[id] =
        (stm_witness){id, &t->capture, NULL, &t->page, &t->text, NULL};
}

static stm_range fixture_find(const fixture *f, uint32_t id, const char *words)
{
    stm_str text = f->texts[id].capture.text;
    size_t at = stm_str_find(text, stm_str_of(words), 0);
    return (stm_range){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

static void fixture_texts(fixture *f)
{
    fixture_add(f, 0, "letters/a.txt",
                "Dear uncle, the mill burned on Friday. Nobody was hurt.",
                NULL);
    fixture_add(
        f, 1, "letters/b.txt",
        "MENU Home\nDear uncle, the mill burned on Friday night. Nobody "
        "was hurt. We rebuild in May.",
        "The mill");
    fixture_add(f, 2, "letters/c.txt",
                "Beloved relative, the mill blazed on Friday. No one was "
                "injured.",
                NULL);
    fixture_add(f, 3, "letters/d.txt",
                "A page on mills. Nobody was hurt. Wheels turn.", "Mills");
    fixture_add(f, 4, "letters/e.txt", "Of cabbages.", NULL);
    fixture_text *b = &f->texts[1];
    b->furniture = (stm_furniture){{0, 9}, STM_FURNITURE_NAV};
    b->page.furniture = &b->furniture;
    b->page.furniture_count = 1;
    b->content[0] = (stm_range){10, (uint32_t)b->capture.text.len};
    b->author = STM_LIT("Ada Miller");
    b->page.authors = &b->author;
    b->page.author_count = 1;
    b->page.published.year = 1871;
    b->page.published.month = 5;
    b->page.published.day = 2;
    memcpy(b->page.language, "en", 3);
}

static void fixture_relations(fixture *f)
{
    f->passages[0] =
        (stm_shared){fixture_find(f, 0, f->texts[0].capture.text.ptr),
                     fixture_find(f, 1,
                                  "Dear uncle, the mill burned on Friday "
                                  "night. Nobody was hurt."),
                     STM_PASSAGE_EDITED, .9f};
    f->differences[0] = (stm_difference){
        {fixture_find(f, 0, "Friday").end, fixture_find(f, 0, "Friday").end},
        fixture_find(f, 1, " night"),
        false};
    f->passages[1] =
        (stm_shared){fixture_find(f, 0, f->texts[0].capture.text.ptr),
                     fixture_find(f, 2, f->texts[2].capture.text.ptr),
                     STM_PASSAGE_SPUN, .5f};
    f->differences[1] = (stm_difference){fixture_find(f, 0, "burned"),
                                         fixture_find(f, 2, "blazed"), true};
    f->passages[2] = (stm_shared){fixture_find(f, 1, "Nobody was hurt."),
                                  fixture_find(f, 3, "Nobody was hurt."),
                                  STM_PASSAGE_VERBATIM, 1};
    f->replaced[0] =
        (stm_replaced){STM_LIT("dear uncle"), STM_LIT("beloved relative"), 1};
    f->replaced[1] = (stm_replaced){STM_LIT("burned"), STM_LIT("blazed"), 2};
    f->evidence[0] = (stm_evidence){
        STM_A_TO_B, 2.25, "date",
        STM_LIT("a is undated; b speaks of 'a night in May' of 1871")};
    f->evidence[1] =
        (stm_evidence){STM_B_TO_A, .5, "growth", STM_LIT("b is longer than a")};
    f->evidence[2] = (stm_evidence){STM_SIBLING, 1, "wording",
                                    STM_LIT("the wording of b was replaced")};
    f->relations[0] = (stm_relation){.a = 0,
                                     .b = 1,
                                     .kind = STM_REVISION,
                                     .direction = STM_A_TO_B,
                                     .confidence = .9312345,
                                     .coverage_a = 1,
                                     .coverage_b = .6,
                                     .passages = &f->passages[0],
                                     .passage_count = 1,
                                     .differences = &f->differences[0],
                                     .difference_count = 1,
                                     .evidence = f->evidence,
                                     .evidence_count = 2,
                                     .copied = 10};
    f->relations[1] = (stm_relation){.a = 0,
                                     .b = 2,
                                     .kind = STM_SPUN,
                                     .direction = STM_SIBLING,
                                     .confidence = .8,
                                     .coverage_a = 1,
                                     .coverage_b = 1,
                                     .passages = &f->passages[1],
                                     .passage_count = 1,
                                     .differences = &f->differences[1],
                                     .difference_count = 1,
                                     .substitutions = f->replaced,
                                     .substitution_count = 2,
                                     .evidence = &f->evidence[2],
                                     .evidence_count = 1,
                                     .spun_b = true,
                                     .copied = 9};
    f->relations[2] = (stm_relation){.a = 1,
                                     .b = 3,
                                     .kind = STM_QUOTES,
                                     .direction = STM_UNKNOWN,
                                     .confidence = .7,
                                     .coverage_a = .2,
                                     .coverage_b = .33,
                                     .passages = &f->passages[2],
                                     .passage_count = 1,
                                     .copied = 3};
    f->relations[3] = (stm_relation){.a = 2,
                                     .b = 3,
                                     .kind = STM_RELATED,
                                     .direction = STM_UNKNOWN,
                                     .confidence = .6};
    for (int i = 0; i < 4; i++)
        f->list[i] = &f->relations[i];
}

static void fixture_tree(fixture *f)
{
    for (uint32_t i = 0; i < FIXTURE_TEXTS; i++) {
        snprintf(f->nodes[i].id, sizeof f->nodes[i].id, "c%u", i);
        f->nodes[i].witness = f->members[i] = i;
        f->nodes[i].family = i < 3 ? 0 : i - 2;
    }
    f->nodes[5] =
        (stm_node){"x1", STM_LOST, 0, STM_LIT("the letter as it was sent")};
    f->nodes[6] = (stm_node){"x2", STM_LOST, 0, STM_LIT("a first copy")};
    f->edges[0] = (stm_edge){5, 6, STM_REVISION, .7, -1};
    f->edges[1] = (stm_edge){6, 0, STM_EXCERPT, .9, -1};
    f->edges[2] = (stm_edge){6, 1, STM_REVISION, .9, -1};
    f->edges[3] = (stm_edge){5, 2, STM_SPUN, .8, .87};
    f->secondary[0] = (stm_secondary){3, 5, 3, .7};
    f->families[0] = (stm_family){f->members, 3, 5};
    f->families[1] = (stm_family){f->members + 3, 1, 3};
    f->families[2] = (stm_family){f->members + 4, 1, 4};
    f->tree =
        (stm_tree){f->nodes, 7, f->edges, 4, f->secondary, 1, f->families, 3};
}

/* The letters, or (`tree` false) the first two of them as a diff. */
static const stm_result *fixture_make(fixture *f, bool tree)
{
    memset(f, 0, sizeof *f);
    fixture_texts(f);
    fixture_relations(f);
    fixture_tree(f);
    f->result = (stm_result){.witnesses = f->witnesses,
                             .witness_count = tree ? FIXTURE_TEXTS : 2,
                             .relations = f->list,
                             .relation_count = tree ? 4 : 1,
                             .tree = tree ? &f->tree : NULL};
    return &f->result;
}

#endif
