/* The letters of fixture.h with an edition made by hand: a place where all
 * agree, one with variants that want escaping in every form, one that a spinner
 * alone has; a lost text, two versions in time, a next best tree. */
#ifndef STM_TEST_REPORT_FIXTURE_EDITION_H
#define STM_TEST_REPORT_FIXTURE_EDITION_H

#include "fixture.h"

#define HOSTILE "=1+1 <b>&\"x\"\xe2\x80\xae\x1b[31m]]>\xef\xbf\xbe"

typedef struct fixture_edition {
    fixture letters;
    stm_attestation by[5];
    stm_reading reading[6];
    stm_unit unit[3];
    uint32_t nodes[4], witness[2];
    stm_stretch stretch[2];
    stm_lost lost[1];
    stm_alteration alteration[2];
    stm_stage stage[2];
    stm_collation collation;
    stm_edition edition;
    stm_regraft graft[2];
    stm_alternative alternative[1];
    stm_alternatives alternatives;
} fixture_edition;

static void edition_units(fixture_edition *f)
{
    static const uint32_t nodes[4] = {0, 1, 2, 5};
    for (int i = 0; i < 4; i++) {
        f->nodes[i] = nodes[i];
        f->by[i] = (stm_attestation){nodes[i], nodes[i] == 5 ? .75f : 1};
    }
    f->reading[0] =
        (stm_reading){STM_READING_WORDS, STM_LIT("Dear uncle,"), f->by, 4};
    f->reading[1] =
        (stm_reading){STM_READING_WORDS, STM_LIT(HOSTILE), f->by, 1};
    f->reading[2] =
        (stm_reading){STM_READING_OMITTED, STM_LIT(""), f->by + 1, 3};
    f->reading[3] = (stm_reading){STM_READING_ABSENT, STM_LIT(""), f->by, 2};
    f->reading[4] = (stm_reading){STM_READING_WORDS, STM_LIT("the mill blazed"),
                                  f->by + 2, 1};
    f->reading[5] = (stm_reading){STM_READING_RESTORED,
                                  STM_LIT("the mill burned"), f->by + 3, 1};
    f->unit[0] = (stm_unit){f->reading, 1, true, false};
    f->unit[1] = (stm_unit){f->reading + 1, 2, false, true};
    f->unit[2] = (stm_unit){f->reading + 3, 3, true, false};
}

static void edition_texts(fixture_edition *f)
{
    const stm_date day = {1871, 5, 2, -1, -1, -1, STM_NO_ZONE};
    f->witness[1] = 1;
    f->stretch[0] = (stm_stretch){
        STM_LIT("Dear uncle,"), f->witness, 2, .95, false, true, false};
    f->stretch[1] = (stm_stretch){
        STM_LIT(HOSTILE), f->witness + 1, 1, .5, true, false, true};
    f->lost[0] = (stm_lost){5, f->stretch, 2, 6, .8};
    f->alteration[0] =
        (stm_alteration){STM_ALTERED_SOFTENED, STM_LIT("It will."),
                         STM_LIT(HOSTILE), STM_LIT("without \"will\"")};
    f->alteration[1] = (stm_alteration){STM_ALTERED_DROPPED, STM_LIT("Gone."),
                                        STM_LIT(""), STM_LIT("")};
    f->stage[0] =
        (stm_stage){.node = 5, .latest = {day, 1}, .before = STM_LOST};
    f->stage[1] = (stm_stage){.node = 1,
                              .dated = day,
                              .earliest = {day, 0},
                              .conflict = true,
                              .before = 5,
                              .alterations = f->alteration,
                              .alteration_count = 2,
                              .count = {0, 1, 1, 0, 0}};
}

/* A result with all that `stemma tree` can be asked for. */
static const stm_result *edition_make(fixture_edition *f)
{
    memset(f, 0, sizeof *f);
    fixture_make(&f->letters, true);
    edition_units(f);
    edition_texts(f);
    f->collation = (stm_collation){.nodes = f->nodes,
                                   .node_count = 4,
                                   .units = f->unit,
                                   .unit_count = 3,
                                   .lost = f->lost,
                                   .lost_count = 1,
                                   .versions = f->stage,
                                   .version_count = 2};
    f->edition = (stm_edition){&f->collation, 1};
    f->graft[0] = (stm_regraft){STM_LOST, STM_NEW_LOST};
    f->graft[1] = (stm_regraft){STM_NEW_LOST, 1};
    f->alternative[0] = (stm_alternative){
        0, .2, 1.5, STM_LIT("c1 is no copy of x1"), f->graft, 2, STM_LOST};
    f->alternatives = (stm_alternatives){f->alternative, 1};
    f->letters.result.edition = &f->edition;
    f->letters.result.alternatives = &f->alternatives;
    return &f->letters.result;
}

#endif
