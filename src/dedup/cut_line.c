/* A string is walked character by character as it stands and as what it stands
 * for; where the second is cut the first is left out. So nothing is written
 * anew, and there is nothing to escape. */
#include "dedup/cut_line.h"

#include "base/str.h"
#include "base/utf8.h"

/* Bytes of a character: as it stands, and of the text. */
typedef struct step {
    uint32_t raw, text;
} step;

static uint32_t hex4(const char *p)
{
    uint32_t v = 0;
    for (int i = 0; i < 4; i++) {
        char c = stm_ascii_lower(p[i]);
        v = v << 4 |
            (uint32_t)(stm_ascii_digit(c) ? c - '0' : (c - 'a' + 10) & 15);
    }
    return v;
}

/* At a \u whose digits are there. Half of a pair stands for U+FFFD. */
static step step_code(const char *p, size_t left)
{
    uint32_t code = hex4(p + 2);
    if (code < 0x80)
        return (step){6, 1};
    if (code < 0x800)
        return (step){6, 2};
    bool first = code >= 0xd800 && code < 0xdc00;
    if (first && left >= 12 && p[6] == '\\' && p[7] == 'u') {
        uint32_t second = hex4(p + 8);
        if (second >= 0xdc00 && second < 0xe000)
            return (step){12, 4};
    }
    return (step){6, 3};
}

/* Ill-formed bytes became U+FFFD as the house repairs them. */
static step step_on(const char *p, size_t left)
{
    if (*p == '\\')
        return left >= 6 && p[1] == 'u' ? step_code(p, left) : (step){2, 1};
    if (!((unsigned char)*p & 0x80))
        return (step){1, 1};
    stm_utf8_sequence q = stm_utf8_step((stm_str){p, left});
    return (step){(uint32_t)q.len, q.good ? (uint32_t)q.len : 3};
}

bool stm_cut__value(stm_json_out *out, stm_str value, const stm_range *cuts,
                    size_t count)
{
    size_t at = 0, from = 0, i = 0; /* kept so far: before `from` */
    uint64_t text = 0;
    bool inside = false, put = true;
    while (at < value.len && put) {
        if (inside && text >= cuts[i].end) {
            inside = false;
            from = at;
            i++;
        }
        if (!inside && i < count && text >= cuts[i].start) {
            put = stm_json_out__put(out, value.ptr + from, at - from);
            inside = true;
        }
        step s = step_on(value.ptr + at, value.len - at);
        at = s.raw < value.len - at ? at + s.raw : value.len;
        text += s.text;
    }
    return put && (inside ||
                   stm_json_out__put(out, value.ptr + from, value.len - from));
}
