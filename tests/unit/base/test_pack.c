#include "base/pack.h"

#include <stdlib.h>
#include <string.h>

#include "base/inflate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

typedef struct out {
    char bytes[1 << 16];
    size_t len, most;
} out;

static stm_status take(void *user, const char *bytes, size_t len)
{
    out *o = user;
    if (o->len + len > o->most)
        return STM_ELIMIT;
    memcpy(o->bytes + o->len, bytes, len);
    o->len += len;
    return STM_OK;
}

static stm_status pack(out *o, const char *how, size_t most)
{
    stm_pack *p;
    stm_sink to = {take, o};
    stm_status rc = STM_OK;
    *o = (out){.most = most};
    assert_int_equal(stm_pack_open(&p, how, &to, NULL), STM_OK);
    for (int i = 0; i < 20000 && rc == STM_OK; i++)
        rc = stm_pack_write(p, "the tide comes in twice a day\n", 30);
    if (rc == STM_OK)
        rc = stm_pack_end(p);
    stm_pack_free(p);
    return rc;
}

static void what_is_packed_can_be_unpacked(void **state)
{
    (void)state;
    static out o;
    stm_bytes b;
    assert_int_equal(pack(&o, "gzip", sizeof o.bytes), STM_OK);
    assert_int_equal(stm_inflate(&b, (stm_str){o.bytes, o.len}, 1 << 20, NULL),
                     STM_OK);
    assert_int_equal(b.len, 600000);
    free(b.ptr);
    assert_int_equal(pack(&o, "zstd", sizeof o.bytes), STM_OK);
    assert_int_equal(
        stm_inflate_zstd(&b, (stm_str){o.bytes, o.len}, 1 << 20, NULL), STM_OK);
    assert_int_equal(b.len, 600000);
    assert_memory_equal(b.ptr, "the tide comes in", 17);
    free(b.ptr);
}

static void the_same_bytes_are_packed_alike(void **state)
{
    (void)state;
    static out a, b;
    const char *const hows[] = {"gzip", "zstd", "xz", "bzip2", "lz4"};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(pack(&a, hows[i], sizeof a.bytes), STM_OK);
        assert_int_equal(pack(&b, hows[i], sizeof b.bytes), STM_OK);
        assert_int_equal(a.len, b.len);
        assert_memory_equal(a.bytes, b.bytes, a.len);
    }
}

static void a_sink_that_fails_ends_it(void **state)
{
    (void)state;
    static out o;
    assert_int_equal(pack(&o, "gzip", 20), STM_ELIMIT);
    assert_int_equal(pack(&o, "zstd", 0), STM_ELIMIT);
}

static void endings_tell_the_packing(void **state)
{
    (void)state;
    assert_string_equal(stm_pack_for("a.jsonl.gz"), "gzip");
    assert_string_equal(stm_pack_for("a.zst"), "zstd");
    assert_string_equal(stm_pack_for("b.bz2"), "bzip2");
    assert_null(stm_pack_for("a.jsonl"));
    assert_null(stm_pack_for(".gz"));
    assert_null(stm_pack_for(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_packed_can_be_unpacked),
        cmocka_unit_test(the_same_bytes_are_packed_alike),
        cmocka_unit_test(a_sink_that_fails_ends_it),
        cmocka_unit_test(endings_tell_the_packing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
