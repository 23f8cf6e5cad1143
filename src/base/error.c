#include <stemma/base.h>

#include <stdarg.h>
#include <stdio.h>

stm_status stm_fail(stm_error *err, stm_status code, uint64_t offset,
                    const char *format, ...)
{
    if (!err)
        return code;
    err->code = code;
    err->offset = offset;
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return code;
}

const char *stm_version(void) { return "0.1.0"; }
