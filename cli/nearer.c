/* What somebody may have meant who typed a name that there is not. */
#include "cli.h"

#include <string.h>

/* Edit distance (insertions, deletions, replacements), of short names only. */
static size_t distance(const char *a, const char *b)
{
    enum { LONGEST = 32 };
    size_t row[LONGEST + 1], n = strlen(b);
    if (n > LONGEST || strlen(a) > LONGEST)
        return SIZE_MAX;
    for (size_t k = 0; k <= n; k++)
        row[k] = k;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t k = 1; k <= n; k++) {
            size_t best = diagonal + (a[i] != b[k - 1]);
            diagonal = row[k];
            if (row[k] + 1 < best)
                best = row[k] + 1;
            if (row[k - 1] + 1 < best)
                best = row[k - 1] + 1;
            row[k] = best;
        }
    }
    return row[n];
}

const char *cli_nearer(const char *typed, const char *name, const char *best,
                       size_t *least)
{
    size_t d = distance(typed, name);
    if (d >= *least || d >= strlen(name))
        return best;
    *least = d;
    return name;
}
