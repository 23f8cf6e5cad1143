/* A folder of a test's own: made in the current folder, entered, and removed
 * with all it holds. Everything here fails the test when the system refuses. */
#ifndef STM_TESTS_FOLDER_H
#define STM_TESTS_FOLDER_H

#include <stddef.h>

/* Makes and enters a new folder. cmocka set-up and tear-down, too. */
int folder_enter(void **state);
int folder_leave(void **state);

void folder_file(const char *path, const void *bytes, size_t len);
void folder_text(const char *path, const char *text);
void folder_make(const char *path);

#endif
