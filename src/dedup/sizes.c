/* What is still to be looked at lies on a stack of its own: nothing recurses,
 * and links are not followed, so the walk ends. */
#include "dedup/sizes.h"

#include <stdlib.h>

#include "base/disk.h"
#include "base/file.h"
#include "base/vec.h"

typedef STM_VEC(char *) stack;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static bool put(stack *s, const char *folder, const char *name)
{
    char *path = stm_disk_join(folder, name);
    if (path && stm_vec_push(s, path))
        return true;
    free(path);
    return false;
}

static stm_status open_folder(stack *s, const char *path, stm_error *err)
{
    char **names;
    size_t count;
    bool kept = true;
    if (stm_folder_list(&names, &count, path, NULL) != STM_OK)
        return STM_OK;
    for (size_t i = 0; i < count && kept; i++)
        kept = put(s, path, names[i]);
    stm_folder_free(names, count);
    return kept ? STM_OK : no_memory(err);
}

/* Adds a file's bytes, or puts what a folder holds on the stack. */
static stm_status look(uint64_t *bytes, stack *s, const char *path, bool follow,
                       stm_error *err)
{
    stm_path_kind kind;
    stm_disk_mark mark;
    if (stm_path_look(&kind, path, follow, NULL) != STM_OK)
        return STM_OK;
    if (kind == STM_PATH_FOLDER)
        return open_folder(s, path, err);
    if (kind == STM_PATH_FILE && stm_disk_look(&mark, path, NULL) == STM_OK)
        *bytes += mark.size;
    return STM_OK;
}

stm_status stm_sizes__of(uint64_t *bytes, const char *const *paths,
                         size_t count, stm_error *err)
{
    stack s = {0};
    stm_status rc = STM_OK;
    *bytes = 0;
    for (size_t i = 0; i < count && rc == STM_OK; i++) {
        rc = look(bytes, &s, paths[i], true, err);
        while (s.count && rc == STM_OK) {
            char *path = s.items[--s.count];
            rc = look(bytes, &s, path, false, err);
            free(path);
        }
    }
    while (s.count)
        free(s.items[--s.count]);
    stm_vec_free(&s);
    return rc;
}
