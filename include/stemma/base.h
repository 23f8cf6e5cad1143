/** The alphabet of every stage: status codes, errors, slices and ranges.
 *
 * All functions of the library are reentrant; there is no global state. Unless
 * a declaration says otherwise an object may be read by many threads at once,
 * and changed by one.
 */
#ifndef STEMMA_BASE_H
#define STEMMA_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define STM_API __attribute__((visibility("default")))
#define STM_PRINTF(f, a) __attribute__((format(printf, f, a)))

/** What the program does next. */
typedef enum stm_status {
    STM_OK = 0,
    STM_ENOMEM,  /**< an allocation failed */
    STM_EIO,     /**< a file could not be opened, read or written */
    STM_EFORMAT, /**< bytes from outside are not what they claim to be */
    STM_ELIMIT,  /**< a limit on size, memory, depth or time was hit */
    STM_EARG,    /**< the caller asked for something that makes no sense */
    STM_ECANCEL  /**< a callback asked to stop */
} stm_status;

#define STM_NO_OFFSET UINT64_MAX

/** One line for a person: what, where, what to do. Owned by the caller. */
typedef struct stm_error {
    stm_status code;
    uint64_t offset; /**< byte in the input, or STM_NO_OFFSET */
    char message[512];
} stm_error;

/** Fills `err` (which may be NULL) and returns `code`. */
STM_API stm_status stm_fail(stm_error *err, stm_status code, uint64_t offset,
                            const char *format, ...) STM_PRINTF(4, 5);

/** Bytes that somebody else owns; UTF-8 unless said otherwise; may hold NUL.
 * `ptr == NULL` is "absent", which is not the same as empty. */
typedef struct stm_str {
    const char *ptr;
    size_t len;
} stm_str;

#ifndef __cplusplus
#define STM_LIT(s) ((stm_str){"" s, sizeof(s) - 1})
#define STM_NONE ((stm_str){NULL, 0})
#endif

/** Half-open range of bytes of a text, never inside a code point. */
typedef struct stm_range {
    uint32_t start, end;
} stm_range;

/** Half-open range of tokens of a text. */
typedef struct stm_span {
    uint32_t from, to;
} stm_span;

/** Where results go. `write` must take all `len` bytes or return a failure,
 * which ends the report with that status. */
typedef struct stm_sink {
    stm_status (*write)(void *user, const char *bytes, size_t len);
    void *user;
} stm_sink;

/** "0.1.0"; static. */
STM_API const char *stm_version(void);

#ifdef __cplusplus
}
#endif
#endif
