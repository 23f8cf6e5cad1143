#include "cli.h"

#include <string.h>

enum { SHOWN = 20 /* passages */, LONGEST = 160 /* bytes of one */ };

static void print_json_string(stm_str s)
{
    putchar('"');
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < 0x20)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static stm_str cut(stm_str s, stm_range r)
{
    return (stm_str){s.ptr + r.start, r.end - r.start};
}

static void print_share(const char *name, double share)
{
    unsigned n = (unsigned)(share * 1000 + .5);
    printf(",\"%s\":%u.%03u", name, n / 1000, n % 1000);
}

static void print_json(const stm_dedup_reason *r)
{
    printf("{\"schema\":\"stemma.explain/1\",\"id\":%.*s,\"dropped\":%s",
           (int)r->id.len, r->id.ptr, r->dropped ? "true" : "false");
    if (r->dropped) {
        printf(",\"kept\":%.*s,\"kind\":\"%s\"", (int)r->kept_id.len,
               r->kept_id.ptr, r->kind);
        print_share("similarity", r->similarity);
        print_share("share", r->share);
        printf(",\"passages\":[");
        for (size_t i = 0; i < r->passage_count; i++) {
            const stm_dedup_passage *p = &r->passages[i];
            printf("%s{\"dropped\":{\"start\":%u,\"end\":%u},"
                   "\"kept\":{\"start\":%u,\"end\":%u},\"text\":",
                   i ? "," : "", p->dropped.start, p->dropped.end,
                   p->kept.start, p->kept.end);
            print_json_string(cut(r->text, p->dropped));
            putchar('}');
        }
        putchar(']');
    }
    puts("}");
}

/* A passage on one line, its middle left out where it is long. Never inside a
 * character. */
static void print_passage(stm_str s)
{
    size_t head = s.len, tail = s.len;
    if (s.len > LONGEST) {
        head = LONGEST * 2 / 3;
        tail = s.len - LONGEST / 3;
        while (head && (s.ptr[head] & 0xc0) == 0x80)
            head--;
        while (tail < s.len && (s.ptr[tail] & 0xc0) == 0x80)
            tail++;
    }
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (i == head && tail < s.len)
            fputs(" … ", stdout);
        if (i < head || i >= tail)
            putchar(c < 0x20 || c == 0x7f ? ' ' : c);
    }
    putchar('\n');
}

static void print_text(const stm_dedup_reason *r)
{
    if (!r->dropped) {
        printf("%.*s was kept\n", (int)r->id.len, r->id.ptr);
        return;
    }
    printf("%.*s was dropped (%s); kept in its place: %.*s\n", (int)r->id.len,
           r->id.ptr, r->kind, (int)r->kept_id.len, r->kept_id.ptr);
    printf("%.0f %% of its words stand in the one kept; similarity %.3f; "
           "%zu passage%s\n",
           100 * r->share, r->similarity, r->passage_count,
           r->passage_count == 1 ? "" : "s");
    for (size_t i = 0; i < r->passage_count && i < SHOWN; i++) {
        fputs("  = ", stdout);
        print_passage(cut(r->text, r->passages[i].dropped));
    }
    if (r->passage_count > SHOWN)
        printf("  and %zu more (--json has them all)\n",
               r->passage_count - SHOWN);
}

int cli_explain(const cli_values *v)
{
    stm_dedup_reason *r;
    stm_error err = {0};
    if (v->operand_count != 2) {
        cli_say("stemma explain: name the folder of a job and the id of a "
                "document: stemma explain STATE ID");
        return CLI_USAGE;
    }
    if (stm_dedup_explain(&r, v->operands[0], v->operands[1], &err) != STM_OK)
        return cli_fail("explain", &err);
    if (v->form == CLI_JSON)
        print_json(r);
    else
        print_text(r);
    stm_dedup_reason_free(r);
    return CLI_DONE;
}
