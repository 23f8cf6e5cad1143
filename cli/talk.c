#include "cli.h"

#include <stdarg.h>
#include <string.h>

enum { LONGEST = 2048 /* bytes of a line */ };

/* Bytes of the UTF-8 character at `s`, 0 where it is none or a control. */
static size_t harmless(const unsigned char *s)
{
    if (s[0] < 0x80)
        return s[0] >= 0x20 && s[0] != 0x7f;
    size_t n = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
    if (s[0] < 0xc2 || s[0] > 0xf4 || (s[0] == 0xc2 && s[1] < 0xa0))
        return 0;
    for (size_t i = 1; i < n; i++)
        if ((s[i] & 0xc0) != 0x80)
            return 0;
    return n;
}

/* In one call: standard error is not buffered. */
static void put_line(const char *line)
{
    char shown[4 * LONGEST + 1];
    size_t len = 0;
    const unsigned char *s = (const unsigned char *)line;
    cli_progress_clear();
    while (*s) {
        size_t n = harmless(s);
        if (n)
            memcpy(shown + len, s, n);
        else
            snprintf(shown + len, sizeof shown - len, "\\x%02x", *s);
        len += n ? n : 4;
        s += n ? n : 1;
    }
    shown[len++] = '\n';
    fwrite(shown, 1, len, stderr);
}

void cli_say(const char *format, ...)
{
    char line[LONGEST];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    put_line(line);
}

static void say_where(const char *fate, const stm_skip *what)
{
    char record[256] = "", place[48] = "";
    if (what->record.ptr)
        snprintf(record, sizeof record, ", record %.*s", (int)what->record.len,
                 what->record.ptr);
    if (what->offset != STM_NO_OFFSET)
        snprintf(place, sizeof place, ", byte %llu",
                 (unsigned long long)what->offset);
    cli_say("%s: %.*s%s%s: %s", fate, (int)what->source.len, what->source.ptr,
            record, place, what->reason);
}

void cli_skip(void *user, const stm_skip *what)
{
    (void)user;
    say_where("skipped", what);
}

void cli_cut(void *user, const stm_skip *what)
{
    (void)user;
    say_where("read in part", what);
}

int cli_fail(const char *command, const stm_error *err)
{
    if (err->code == STM_ECANCEL) {
        cli_say("stemma %s: interrupted; nothing was written", command);
        return CLI_INTERRUPTED;
    }
    cli_say("stemma %s: %s", command, err->message);
    return err->code == STM_ELIMIT || err->code == STM_ENOMEM ? CLI_LIMIT
                                                              : CLI_USAGE;
}
