/* Paths -> inputs. What is still to be visited lies on a stack of its own, the
 * next on top, so that a folder's names come in order and nothing recurses. */
#include <stemma/capture.h>

#include <stdlib.h>
#include <string.h>

#include "base/checked.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/file.h"
#include "capture/input.h"

/* Deeper than any collection of texts we know; stops mounts that hold
 * themselves. */
enum { DEEPEST = 100 };

typedef struct place {
    char *path;
    unsigned depth; /* 0: named by the caller */
} place;

typedef struct walk {
    STM_VEC(place) ahead;
    stm_capture__job job;
    stm_error *err;
} walk;

static stm_status no_memory(walk *w)
{
    return stm_fail(w->err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* Leaves a place out. Only a lack of memory ends the walk. */
static stm_status leave_out(walk *w, const char *path, const stm_error *why)
{
    if (why->code == STM_ENOMEM)
        return no_memory(w);
    stm_capture__input in = {&w->job, stm_str_of(path), NULL, 0, 0};
    stm_capture__skip(&in, why->message);
    return STM_OK;
}

static stm_status leave_out_because(walk *w, const char *path,
                                    const char *reason)
{
    stm_error why;
    stm_fail(&why, STM_EIO, STM_NO_OFFSET, "%s", reason);
    return leave_out(w, path, &why);
}

/* `folder`/`name`, malloc'd; `folder` may be NULL. */
static char *join(const char *folder, const char *name)
{
    stm_str f = stm_str_of(folder), n = stm_str_of(name);
    size_t bar = f.len && f.ptr[f.len - 1] != '/', size;
    if (!stm_add_size(f.len, n.len, &size) || !stm_add_size(size, 2, &size))
        return NULL;
    char *path = malloc(size);
    if (!path)
        return NULL;
    if (f.len)
        memcpy(path, f.ptr, f.len);
    path[f.len] = '/';
    memcpy(path + f.len + bar, n.ptr, n.len);
    path[f.len + bar + n.len] = '\0';
    return path;
}

static stm_status put_ahead(walk *w, const char *folder, const char *name,
                            unsigned depth)
{
    place p = {join(folder, name), depth};
    if (p.path && stm_vec_push(&w->ahead, p))
        return STM_OK;
    free(p.path);
    return no_memory(w);
}

static stm_status open_folder(walk *w, const place *p)
{
    stm_error why;
    char **names;
    size_t count;
    stm_status rc;
    if (p->depth == DEEPEST)
        return leave_out_because(w, p->path,
                                 "folders lie over 100 deep here; name the "
                                 "inner ones on the command line");
    if (stm_folder_list(&names, &count, p->path, &why) != STM_OK)
        return leave_out(w, p->path, &why);
    rc = STM_OK;
    for (size_t i = count; i-- && rc == STM_OK;)
        rc = put_ahead(w, p->path, names[i], p->depth + 1);
    stm_folder_free(names, count);
    return rc;
}

static stm_status read_file(walk *w, const char *path)
{
    stm_error why;
    stm_stream *from;
    stm_status rc = stm_stream_open(&from, path, &why);
    if (rc != STM_OK)
        return leave_out(w, path, &why);
    rc = stm_capture__read_stream(&w->job, stm_str_of(path), from, w->err);
    stm_stream_close(from);
    return rc;
}

/* A link inside a folder: to a file it is read, to a folder it might lead
 * anywhere, and in a circle. */
static stm_status follow_link(walk *w, const char *path)
{
    stm_error why;
    stm_path_kind kind;
    if (stm_path_look(&kind, path, true, &why) != STM_OK) {
        if (why.code == STM_ENOMEM)
            return no_memory(w);
        return leave_out_because(w, path, "a link that leads nowhere");
    }
    if (kind == STM_PATH_FILE)
        return read_file(w, path);
    return leave_out_because(w, path,
                             kind == STM_PATH_FOLDER
                                 ? "a link to a folder; name it on the "
                                   "command line to have it read"
                                 : "a link to something that is not a file");
}

static stm_status visit(walk *w, const place *p)
{
    stm_error why;
    stm_path_kind kind;
    if (!p->depth && !strcmp(p->path, "-"))
        return read_file(w, p->path);
    if (stm_path_look(&kind, p->path, !p->depth, &why) != STM_OK)
        return leave_out(w, p->path, &why);
    switch (kind) {
    case STM_PATH_FILE:
        return read_file(w, p->path);
    case STM_PATH_FOLDER:
        return open_folder(w, p);
    case STM_PATH_LINK:
        return follow_link(w, p->path);
    case STM_PATH_STREAM:
        if (!p->depth)
            return read_file(w, p->path);
        return leave_out_because(w, p->path,
                                 "a pipe or device in a folder; name it on "
                                 "the command line to have it read");
    case STM_PATH_OTHER:
        break;
    }
    return leave_out_because(w, p->path, "a socket or disk, not a file");
}

stm_status stm_capture_walk(const char *const *paths, size_t count,
                            const stm_capture_opts *opts,
                            const stm_capture_sink *sink, stm_error *err)
{
    walk w = {.err = err};
    stm_capture__job_start(&w.job, opts, sink);
    stm_status rc = STM_OK;
    for (size_t i = 0; i < count && rc == STM_OK; i++) {
        rc = put_ahead(&w, NULL, paths[i], 0);
        while (w.ahead.count && rc == STM_OK) {
            place p = w.ahead.items[--w.ahead.count];
            rc = visit(&w, &p);
            free(p.path);
        }
    }
    while (w.ahead.count)
        free(w.ahead.items[--w.ahead.count].path);
    stm_vec_free(&w.ahead);
    return rc;
}
