#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "capture/warc_head.h"

static void versions_are_told_from_what_begins_like_them(void **state)
{
    (void)state;
    assert_true(stm_warc__is_version(STM_LIT("WARC/1.0\r\n")));
    assert_true(stm_warc__is_version(STM_LIT("WARC/1.1\nA: b")));
    assert_true(stm_warc__is_version(STM_LIT("WARC/0.18\r\n")));
    assert_false(stm_warc__is_version(STM_LIT("WARC/1.0")));
    assert_false(stm_warc__is_version(STM_LIT("WARC/\r\n")));
    assert_false(stm_warc__is_version(STM_LIT("WARC/x.0\r\n")));
    assert_false(stm_warc__is_version(STM_LIT("WARC/1.0abc\r\n")));
    assert_false(stm_warc__is_version(STM_LIT("WARC/1.000000000000\r\n")));
    assert_false(stm_warc__is_version(STM_LIT("warc/1.0\r\n")));
    assert_false(stm_warc__is_version(STM_LIT("")));
}

static void only_a_line_can_begin_a_record(void **state)
{
    (void)state;
    assert_int_equal(stm_warc__find(STM_LIT("a\nWARC/1.0\r\n")), 2);
    assert_int_equal(stm_warc__find(STM_LIT("WARC/1.0\r\n")), SIZE_MAX);
    assert_int_equal(stm_warc__find(STM_LIT("a WARC/1.0\r\n")), SIZE_MAX);
    assert_int_equal(stm_warc__find(STM_LIT("\nWARC/x\n\nWARC/1.0\n")), 9);
    assert_int_equal(stm_warc__find(STM_LIT("")), SIZE_MAX);
}

#define HEAD(lines) STM_LIT("WARC/1.0\r\n" lines "\r\n")

static void angle_brackets_are_no_part_of_an_address(void **state)
{
    (void)state;
    assert_true(stm_str_eq(
        stm_warc__target(HEAD("WARC-Target-URI: <http://mill.example/>\r\n")),
        STM_LIT("http://mill.example/")));
    assert_true(stm_str_eq(stm_warc__target(HEAD("warc-target-uri: a b\r\n")),
                           STM_LIT("a b")));
    assert_null(stm_warc__target(HEAD("WARC-Type: response\r\n")).ptr);
}

static void answers_have_servers_headers(void **state)
{
    (void)state;
    assert_true(stm_warc__is_answer(
        HEAD("WARC-Type: response\r\nContent-Type: application/http; "
             "msgtype=response\r\n")));
    assert_true(stm_warc__is_answer(HEAD("WARC-Type: Response\r\n")));
    assert_false(stm_warc__is_answer(
        HEAD("WARC-Type: response\r\nContent-Type: text/dns\r\n")));
    assert_false(stm_warc__is_answer(
        HEAD("WARC-Type: resource\r\nContent-Type: application/http\r\n")));
}

static void conversions_are_plain_text_if_nothing_else_is_said(void **state)
{
    (void)state;
    assert_true(stm_str_eq(stm_warc__type(HEAD("WARC-Type: conversion\r\n")),
                           STM_LIT("text/plain")));
    assert_true(
        stm_str_eq(stm_warc__type(HEAD(
                       "WARC-Type: conversion\r\nContent-Type: text/html\r\n")),
                   STM_LIT("text/html")));
    assert_null(stm_warc__type(HEAD("WARC-Type: resource\r\n")).ptr);
}

static void requests_revisits_and_notes_hold_no_text(void **state)
{
    (void)state;
    assert_true(stm_warc__may_hold_text(HEAD("WARC-Type: response\r\n")));
    assert_true(stm_warc__may_hold_text(HEAD("WARC-Type: resource\r\n")));
    assert_true(stm_warc__may_hold_text(HEAD("WARC-Type: conversion\r\n")));
    assert_false(stm_warc__may_hold_text(HEAD("WARC-Type: request\r\n")));
    assert_false(stm_warc__may_hold_text(HEAD("WARC-Type: revisit\r\n")));
    assert_false(stm_warc__may_hold_text(HEAD("WARC-Type: metadata\r\n")));
    assert_false(
        stm_warc__may_hold_text(HEAD("WARC-Type: resource\r\nWARC-Target-URI: "
                                     "<metadata://mill/log>\r\n")));
    assert_false(stm_warc__may_hold_text(HEAD("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_are_told_from_what_begins_like_them),
        cmocka_unit_test(only_a_line_can_begin_a_record),
        cmocka_unit_test(angle_brackets_are_no_part_of_an_address),
        cmocka_unit_test(answers_have_servers_headers),
        cmocka_unit_test(conversions_are_plain_text_if_nothing_else_is_said),
        cmocka_unit_test(requests_revisits_and_notes_hold_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
