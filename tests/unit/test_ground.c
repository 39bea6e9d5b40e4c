/* SPDX-License-Identifier: MIT */
/* test_ground.c - what the stages stand on: arena, UTF-8, folding, decimals, dates, normalising. */
#include "helper.h"

#include "extract/date.h"
#include "extract/decimal.h"
#include "extract/fold.h"
#include "extract/normalise.h"
#include "extract/utf8.h"

static void test_arena_keeps_its_ceiling(void **state)
{
    (void)state;
    bc_arena *a = bc_arena_create(100000);
    assert_non_null(bc_arena_alloc(a, 50000));
    assert_null(bc_arena_alloc(a, 90000));
    assert_true(bc_arena_failed(a));
    bc_arena_reset(a);
    assert_false(bc_arena_failed(a));
    assert_non_null(bc_arena_alloc(a, 1000));
    assert_null(bc_arena_array(a, SIZE_MAX / 2, 3));
    bc_arena_destroy(a);
}

static void test_utf8(void **state)
{
    static const char *const BAD[] = {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE1\xBA", "\x80", "a\xFF"};
    (void)state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        assert_false(bc_utf8_valid(BAD[i], strlen(BAD[i])));
    assert_true(bc_utf8_valid("tỷ đồng, 10 ký tự", strlen("tỷ đồng, 10 ký tự")));
    assert_int_equal(bc_utf8_count("tỷ đồng", strlen("tỷ đồng")), 7);
    assert_int_equal(bc_utf8_count("ngành Công Thương", strlen("ngành Công Thương")), 17);
}

static void test_fold_meets(void **state)
{
    static const struct {
        const char *a, *b;
        bool full, bare;
    } ROWS[] = {
        {"hòa", "hoà", true, true},   {"Uỷ", "ủy", true, true},      {"tỷ", "tỉ", true, true},
        {"QUÝ", "quí", true, true},   {"đảng", "dảng", false, true}, {"chỉ", "chi", false, true},
        {"mai", "may", false, false}, {"y", "i", false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        bc_fold a, b;
        bc_fold_word(ROWS[i].a, strlen(ROWS[i].a), &a);
        bc_fold_word(ROWS[i].b, strlen(ROWS[i].b), &b);
        bool full = a.full_len == b.full_len && memcmp(a.full, b.full, a.full_len) == 0;
        bool bare = a.bare_len == b.bare_len && memcmp(a.bare, b.bare, a.bare_len) == 0;
        if (full != ROWS[i].full || bare != ROWS[i].bare)
            fail_msg("%s and %s: full %d, bare %d", ROWS[i].a, ROWS[i].b, full, bare);
    }
}

static void test_decimals_are_exact(void **state)
{
    bc_decimal d;
    (void)state;
    assert_true(bc_decimal_add((bc_decimal){1432, 1}, bc_decimal_from(-100), &d));
    assert_int_equal(d.digits, 432);
    assert_int_equal(d.scale, 1);
    assert_true(bc_decimal_shift((bc_decimal){3412, 3}, 9, &d));
    assert_int_equal(d.digits, 3412000000);
    assert_int_equal(d.scale, 0);
    assert_false(bc_decimal_shift(bc_decimal_from(INT64_MAX), 3, &d));
}

static void test_period_shift(void **state)
{
    char got[64];
    (void)state;
    write_period(got, sizeof got, bc_period_shift(bc_period_months(2024, 2, 2), -12));
    assert_string_equal(got, "2023-02-01/2023-02-28");
    write_period(got, sizeof got, bc_period_shift(bc_period_months(2023, 2, 2), 12));
    assert_string_equal(got, "2024-02-01/2024-02-29");
    assert_false(bc_date_valid(2023, 2, 29));
}

static void test_normalise(void **state)
{
    static const struct {
        const char *in, *out;
    } ROWS[] = {{"a\r\nb\rc", "a\nb\nc"}, {"to\xCC\x89ng", "tỏng"}, {"t\xE1\xBB\xB7", "tỷ"}, {"\r", "\n"}, {"", ""}};
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        bc_str out;
        assert_int_equal(bc_normalise(arena, (bc_str){ROWS[i].in, strlen(ROWS[i].in)}, &out), BC_OK);
        assert_int_equal(out.len, strlen(ROWS[i].out));
        assert_memory_equal(out.ptr, ROWS[i].out, out.len);
    }
}

/* Any allocation may fail: the engine says so and does not crash. */
static void test_every_ceiling_is_survived(void **state)
{
    static const char TEXT[] =
        "I. KẾT QUẢ\n- Năm 2023, xuất khẩu đạt 10 tỷ đồng, tăng 5% so với cùng kỳ.\nII. HẠN CHẾ\n- Tiến độ chậm.\n";
    (void)state;
    unsigned good = 0, refused = 0;
    for (size_t limit = 1000; limit < 400000; limit += 997) {
        bc_arena *small = bc_arena_create(limit);
        bc_result r;
        bc_input input = {.bytes = TEXT, .len = sizeof TEXT - 1};
        bc_error err = bc_extract(engine, small, &input, &r);
        assert_true(err == BC_OK || err == BC_ERROR_MEMORY);
        good += err == BC_OK;
        refused += err == BC_ERROR_MEMORY;
        bc_arena_destroy(small);
    }
    assert_true(good > 0);
    assert_true(refused > 0);
}

/* Lines that begin with what stands inside others: a scan's speck before the first word. */
static void test_specks_at_the_start(void **state)
{
    static const char *const TEXTS[] = {
        ". UBND TỈNH đạt 5% kế hoạch.", "; a", ".", ". .", "- .", "1. . A", "; 1. A b", ".. 2. B"};
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        (void)read_text(TEXTS[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_keeps_its_ceiling),
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_fold_meets),
        cmocka_unit_test(test_decimals_are_exact),
        cmocka_unit_test(test_period_shift),
        cmocka_unit_test(test_normalise),
        cmocka_unit_test(test_specks_at_the_start),
        cmocka_unit_test(test_every_ceiling_is_survived),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
