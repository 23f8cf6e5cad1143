#include "folder.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

typedef struct place {
    int before; /* the folder we came from */
    char name[32];
} place;

int folder_enter(void **state)
{
    place *p = malloc(sizeof *p);
    if (!p)
        return -1;
    strncpy(p->name, "stemma-test-XXXXXX", sizeof p->name);
    p->before = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    *state = p;
    /* other users may look in, for the tests that take rights away */
    return p->before < 0 || !mkdtemp(p->name) || chmod(p->name, 0755) ||
                   chdir(p->name)
               ? -1
               : 0;
}

static int remove_one(const char *path, const struct stat *st, int kind,
                      struct FTW *walk)
{
    (void)st, (void)kind, (void)walk;
    return remove(path);
}

int folder_leave(void **state)
{
    place *p = *state;
    int rc = fchdir(p->before);
    close(p->before);
    if (!rc)
        rc = nftw(p->name, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(p);
    return rc;
}

void folder_file(const char *path, const void *bytes, size_t len)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    assert_true(fd >= 0);
    for (size_t done = 0; done < len;) {
        ssize_t n = write(fd, (const char *)bytes + done, len - done);
        assert_true(n > 0);
        done += (size_t)n;
    }
    assert_int_equal(close(fd), 0);
}

void folder_text(const char *path, const char *text)
{
    folder_file(path, text, strlen(text));
}

void folder_make(const char *path) { assert_int_equal(mkdir(path, 0755), 0); }
