/* What the options of `stemma dedup` take. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* Digits with a point among them; false where there is anything else. */
static bool read_fraction(const char *s, double *out)
{
    double value = 0, scale = 1;
    bool point = false, any = false;
    for (; *s; s++) {
        if (*s == '.' && !point) {
            point = true;
            continue;
        }
        if (*s < '0' || *s > '9')
            return false;
        any = true;
        value = value * 10 + (*s - '0');
        scale *= point ? 10 : 1;
    }
    *out = value / scale;
    return any;
}

const char *cli_set_threshold(cli_values *v, const char *value)
{
    double t;
    if (!read_fraction(value, &t) || t <= 0 || t > 1)
        return "takes a share over 0 and at most 1, such as 0.8";
    v->dedup.threshold = t;
    return NULL;
}

const char *cli_set_contained(cli_values *v, const char *value)
{
    (void)value;
    v->dedup.contained = true;
    return NULL;
}

static const char *set_priority(cli_values *v, const char *list)
{
    static const char problem[] = "takes priority:SOURCE,SOURCE,...";
    size_t n = 1;
    if (!*list)
        return problem;
    for (const char *p = list; *p; p++)
        n += *p == ',';
    free(v->dedup.priority);
    v->dedup.priority = calloc(n, sizeof *v->dedup.priority);
    v->dedup.names = strdup(list);
    if (!v->dedup.priority || !v->dedup.names)
        return "needs more memory than there is";
    char *name = v->dedup.names;
    for (size_t i = 0; i < n; i++) {
        char *end = strchr(name, ',');
        if (end)
            *end = '\0';
        if (!*name)
            return problem;
        v->dedup.priority[i] = name;
        name = end ? end + 1 : name;
    }
    v->dedup.priority_count = n;
    v->dedup.keep = STM_DEDUP_PRIORITY;
    return NULL;
}

const char *cli_set_keep(cli_values *v, const char *value)
{
    static const char priority[] = "priority:";
    v->dedup.keep_chosen = true;
    if (!strcmp(value, "first"))
        v->dedup.keep = STM_DEDUP_FIRST;
    else if (!strcmp(value, "longest"))
        v->dedup.keep = STM_DEDUP_LONGEST;
    else if (!strcmp(value, "earliest"))
        v->dedup.keep = STM_DEDUP_EARLIEST;
    else if (!strncmp(value, priority, sizeof priority - 1))
        return set_priority(v, value + sizeof priority - 1);
    else
        return "takes first, longest, earliest or priority:SOURCE,...";
    return NULL;
}

static const char *set_path(const char **to, const char *value)
{
    *to = value;
    return *value ? NULL : "needs a name";
}

const char *cli_set_report(cli_values *v, const char *value)
{
    return set_path(&v->dedup.report, value);
}

const char *cli_set_against(cli_values *v, const char *value)
{
    return set_path(&v->dedup.against, value);
}

/* A number of at most five digits, and `*s` behind it; 0: there is none. */
static uint32_t read_small(const char **s)
{
    uint32_t n = 0;
    for (int i = 0; i < 5 && **s >= '0' && **s <= '9'; i++)
        n = n * 10 + (uint32_t)(*(*s)++ - '0');
    return n;
}

const char *cli_set_shard(cli_values *v, const char *value)
{
    uint32_t which = read_small(&value);
    bool bar = *value == '/';
    value += bar;
    uint32_t of = read_small(&value);
    if (!bar || *value || !which || which > of)
        return "takes a shard and how many there are, such as 1/8";
    v->dedup.shard = which;
    v->dedup.shards = of;
    return NULL;
}

const char *cli_set_substrings(cli_values *v, const char *value)
{
    uint32_t n = 0;
    const char *s = value;
    for (; *s >= '0' && *s <= '9' && n < 100000000; s++)
        n = n * 10 + (uint32_t)(*s - '0');
    if (*s || !n)
        return "takes the least number of bytes of a passage, such as 200";
    v->dedup.substrings = n;
    return NULL;
}

const char *cli_set_exact_substrings(cli_values *v, const char *value)
{
    v->dedup.exact = true;
    return cli_set_substrings(v, value);
}

const char *cli_set_dry_run(cli_values *v, const char *value)
{
    (void)value;
    v->dedup.dry_run = true;
    return NULL;
}

const char *cli_set_state(cli_values *v, const char *value)
{
    return set_path(&v->dedup.state, value);
}

const char *cli_set_clusters(cli_values *v, const char *value)
{
    return set_path(&v->dedup.clusters, value);
}
