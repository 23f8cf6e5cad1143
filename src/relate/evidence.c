#include "relate/evidence.h"

#include "relate/weights.h"

#define ON(kind) (1u << (kind))
#define ALL UINT32_MAX
#define STATES (ON(STM_REPRINT) | ON(STM_EXCERPT) | ON(STM_REVISION))
#define CHANGED (STATES | ON(STM_SPUN) | ON(STM_QUOTES))
#define SHARED (CHANGED | ON(STM_IDENTICAL))
#define COPIES (SHARED & ~ON(STM_QUOTES))
#define SPUN (ON(STM_SPUN) | ON(STM_QUOTES))
#define COPIED (ON(STM_REPRINT) | ON(STM_REVISION))
#define WHOLE (STATES | ON(STM_SPUN))
#define REWORDED (ON(STM_REVISION) | ON(STM_SPUN) | ON(STM_QUOTES))
#define CUTS (ON(STM_EXCERPT) | ON(STM_REVISION))
#define ORDERED (STATES | ON(STM_IDENTICAL) | ON(STM_QUOTES))

/* Weights and their sources: weights.h. Bare texts are taken as states of one
 * text, so what tells states apart is asked about other copies and quotations
 * too; captures of pages are asked what pages tell. */
static const stm_evidence_kind kinds[] = {
    {"relation", stm_relate__shape, 0, ALL, ALL},
    {"date", stm_relate__dates, STM_RELATE_DATE, SHARED, 0},
    {"byline", stm_relate__byline, STM_RELATE_BYLINE, COPIES, 0},
    {"mark", stm_relate__marks, STM_RELATE_MARK, SHARED, SHARED},
    {"clock", stm_relate__clock, STM_RELATE_CLOCK, CHANGED, CHANGED},
    {"tense", stm_relate__tense, STM_RELATE_TENSE, CHANGED, CHANGED},
    {"years", stm_relate__years, STM_RELATE_YEARS, ON(STM_REVISION), 0},
    {"growth", stm_relate__growth, STM_RELATE_GROWTH, ON(STM_REVISION), 0},
    {"inserts", stm_relate__inserts, STM_RELATE_INSERTS, ON(STM_REVISION), 0},
    {"states", stm_relate__states, STM_RELATE_STATES, 0, ORDERED},
    {"omissions", stm_relate__omissions, STM_RELATE_OMISSIONS, COPIED, COPIED},
    {"singular", stm_relate__singular, STM_RELATE_SINGULAR, WHOLE, WHOLE},
    {"cut", stm_relate__cut, STM_RELATE_CUT, CUTS, CUTS},
    {"wording", stm_relate__spun, STM_RELATE_SPUN, SPUN, SPUN},
    {"readings", stm_relate__readings, STM_RELATE_READINGS, SPUN, SPUN},
    {"hiding", stm_relate__hiding, STM_RELATE_HIDING, SHARED, SHARED},
    {"noise", stm_relate__noise, STM_RELATE_NOISE, SHARED, SHARED},
    {"carried", stm_relate__carried, STM_RELATE_CARRIED, REWORDED, REWORDED},
};

bool stm_relate__gather(stm_case *c)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        uint32_t on = c->f.bare ? kinds[i].bare : kinds[i].on;
        if (!(on & ON(c->kind)))
            continue;
        c->asked = kinds[i].name;
        kinds[i].look(c, kinds[i].weight);
    }
    return !c->out_of_memory;
}

void stm_relate__say(stm_case *c, stm_direction says, double weight,
                     stm_str text)
{
    if (weight < STM_RELATE_FAINT)
        return;
    stm_evidence e = {says, weight, c->asked, text};
    if (!text.ptr || !stm_vec_push(&c->said, e))
        c->out_of_memory = true;
}
