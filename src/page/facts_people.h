/* The names in a statement about authors. */
#ifndef STM_PAGE_FACTS_PEOPLE_H
#define STM_PAGE_FACTS_PEOPLE_H

#include "page/atoms.h"

enum { STM_PEOPLE_MAX = 16 };

typedef struct stm_people {
    stm_str name[STM_PEOPLE_MAX];
    unsigned count;
    bool role;  /* something else was told of them, or a word of an office */
    bool small; /* a name starts with a small letter */
    bool sole;  /* a single word is all */
} stm_people;

typedef enum stm_people_form {
    STM_PEOPLE_VALUE,   /* names, and what separates them */
    STM_PEOPLE_SURNAME, /* "Doe, Jane" may be one */
    STM_PEOPLE_LINE     /* text around names: offices, dates, biographies */
} stm_people_form;

/* Reads atoms [from, to). Names are slices of the atoms' text. */
void stm_page__people(stm_people *out, const stm_atoms *a, uint32_t from,
                      uint32_t to, stm_people_form form);

#endif
