/* The lost texts in a folder: of each its words in a file, and in another one
 * whose words they are and how sure each stretch is. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef stm_status lost_fn(const stm_result *r, const stm_lost *lost,
                           const stm_sink *out, stm_error *err);

static int write_file(const stm_result *r, const stm_lost *lost, char *path,
                      lost_fn *write)
{
    cli_target t = {.path = path, .fd = -1};
    stm_sink sink = {cli_target_write, &t};
    stm_error err = {0};
    if (!cli_target_open(&t)) {
        cli_target_close(&t, false);
        return cli_target_problem("tree", &t);
    }
    stm_status rc = write(r, lost, &sink, &err);
    cli_target_close(&t, rc == STM_OK);
    if (t.problem)
        return cli_target_problem("tree", &t);
    return rc == STM_OK ? CLI_DONE : cli_fail("tree", &err);
}

static int write_lost(const stm_result *r, const stm_lost *lost,
                      const char *folder)
{
    const char *id = r->tree->nodes[lost->node].id;
    size_t size = strlen(folder) + strlen(id) + sizeof "/.json";
    char *path = malloc(size);
    if (!path) {
        cli_say("stemma tree: out of memory");
        return CLI_LIMIT;
    }
    snprintf(path, size, "%s/%s.txt", folder, id);
    int code = write_file(r, lost, path, stm_report_lost_text);
    snprintf(path, size, "%s/%s.json", folder, id);
    if (code == CLI_DONE)
        code = write_file(r, lost, path, stm_report_lost_json);
    free(path);
    return code;
}

int cli_write_lost(const cli_values *v, const stm_result *r)
{
    int code = CLI_DONE;
    size_t written = 0;
    if (mkdir(v->reconstruct, 0777) < 0 && errno != EEXIST) {
        cli_say("stemma tree: cannot make the folder %s: %s", v->reconstruct,
                strerror(errno));
        return CLI_USAGE;
    }
    for (size_t i = 0; i < r->edition->collation_count; i++) {
        const stm_collation *c = &r->edition->collations[i];
        for (size_t k = 0; code == CLI_DONE && k < c->lost_count; k++) {
            code = write_lost(r, &c->lost[k], v->reconstruct);
            written++;
        }
    }
    if (code == CLI_DONE && !written && !v->quiet)
        cli_say("note: no version is thought to be lost, so %s stays empty",
                v->reconstruct);
    return code;
}
