#include "report/json.h"

#include "base/str.h"
#include "sink.h"

#include <stdio.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void assert_str(stm_str s, const char *expected)
{
    taken_bytes taken = {0};
    stm_sink sink = {take_bytes, &taken};
    stm_buf b;
    stm_buf_start(&b, &sink);
    stm_json__put_string(&b, s);
    assert_int_equal(stm_buf_end(&b), STM_OK);
    assert_string_equal(taken.bytes, expected);
    free(taken.bytes);
}

static void what_json_wants_escaped_is_escaped(void **state)
{
    (void)state;
    assert_str(STM_LIT("say \"hi\" \\ \b\f\n\r\t"),
               "\"say \\\"hi\\\" \\\\ \\b\\f\\n\\r\\t\"");
    assert_str(STM_LIT("\0\x01\x1f\x7f"), "\"\\u0000\\u0001\\u001f\\u007f\"");
    assert_str(STM_LIT("a\xe2\x80\xa8z\xe2\x80\xa9"), "\"a\\u2028z\\u2029\"");
    assert_str(STM_LIT("a\xe2\x80\xaez\xe2\x81\xa6"), "\"a\\u202ez\\u2066\"");
    assert_str(STM_LIT("a\xc2\x9bz\xc2\xa0"), "\"a\\u009bz\xc2\xa0\"");
}

static void other_characters_stay_as_they_are(void **state)
{
    (void)state;
    assert_str(STM_LIT("Gr\xc3\xbc\xc3\x9f' \xf0\x9f\x8c\xb3 </script>"),
               "\"Gr\xc3\xbc\xc3\x9f' \xf0\x9f\x8c\xb3 </script>\"");
}

static void bytes_that_are_not_utf8_come_out_as_text(void **state)
{
    (void)state;
    assert_str(STM_LIT("a\xff\xc3"), "\"a\\\\xff\\\\xc3\"");
    assert_str(STM_LIT("\xed\xa0\x80"), "\"\\\\xed\\\\xa0\\\\x80\"");
    assert_str(STM_LIT("\xc0\x80"), "\"\\\\xc0\\\\x80\"");
}

/* The bytes are looked through several at a time: each one counts at each place
 * among others that need nothing. */
static void every_byte_is_seen_at_every_place(void **state)
{
    (void)state;
    for (unsigned c = 0; c < 0x80; c++)
        for (size_t len = 1; len <= 20; len++)
            for (size_t at = 0; at < len; at++) {
                char text[21] = "xxxxxxxxxxxxxxxxxxxx", expected[32], escape[8];
                static const char named[] = "\b\f\n\r\t\"\\";
                const char *n = c ? strchr(named, (int)c) : NULL;
                if (n)
                    snprintf(escape, sizeof escape, "\\%c",
                             "bfnrt\"\\"[n - named]);
                else
                    snprintf(escape, sizeof escape,
                             c < 0x20 || c == 0x7f ? "\\u%04x" : "%c", c);
                snprintf(expected, sizeof expected, "\"%.*s%s%.*s\"", (int)at,
                         text, escape, (int)(len - at - 1), text);
                text[at] = (char)c;
                assert_str((stm_str){text, len}, expected);
            }
}

static void a_character_cut_at_the_end_is_not_read_beyond(void **state)
{
    static const char *const cut[] = {"\xc3", "\xe4\xbd", "\xf0\x9f\x8c",
                                      "xxxxxxx\xe2\x80"};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        size_t len = strlen(cut[i]);
        char *exact = malloc(len);
        taken_bytes taken = {0};
        stm_sink sink = {take_bytes, &taken};
        stm_buf b;
        assert_non_null(exact);
        memcpy(exact, cut[i], len);
        stm_buf_start(&b, &sink);
        stm_json__put_string(&b, (stm_str){exact, len});
        assert_int_equal(stm_buf_end(&b), STM_OK);
        assert_non_null(strstr(taken.bytes, "\\\\x"));
        free(taken.bytes);
        free(exact);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_json_wants_escaped_is_escaped),
        cmocka_unit_test(other_characters_stay_as_they_are),
        cmocka_unit_test(bytes_that_are_not_utf8_come_out_as_text),
        cmocka_unit_test(every_byte_is_seen_at_every_place),
        cmocka_unit_test(a_character_cut_at_the_end_is_not_read_beyond),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
