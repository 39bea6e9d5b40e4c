/* SPDX-License-Identifier: MIT */
/* test_encodings.c - charsets of old Vietnamese text: by name, by their looks, misread, in entities. */
#include "helper.h"

#include "extract/charset.h"
#include "extract/syllable.h"

static void decoded(const char *bytes, const char *charset, bool misread, bc_result *out, bc_error want)
{
    bc_input input = {.bytes = bytes, .len = strlen(bytes), .charset = charset, .misread = misread};
    bc_arena_reset(arena);
    bc_error err = bc_extract(engine, arena, &input, out);
    if (err != want)
        fail_msg("%s: %s, not %s", bytes, bc_error_name(err), bc_error_name(want));
}

static void is_text(bc_result *r, const char *want)
{
    if (r->text.len != strlen(want) || memcmp(r->text.ptr, want, r->text.len) != 0)
        fail_msg("\"%.*s\", not \"%s\"", (int)r->text.len, r->text.ptr, want);
}

/* "Tỉnh có tỷ lệ nghèo giảm" in each, told and found out. */
static void test_by_name_and_by_looks(void **state)
{
    static const struct {
        const char *charset, *bytes;
    } ROWS[] = {
        {"tcvn3", "T\xD8nh c\xE3 t\xFB l\xD6 ngh\xCCo gi\xB6m"},
        {"vni", "T\xE6nh co\xF9 ty\xFB le\xE4 nghe\xF8o gia\xFBm"},
        {"viscii", "T\xEFnh c\xF3 t\xD6 l\xAE ngh\xE8o gi\xE4m"},
        {"windows-1258", "Ti\xD2nh co\xEC ty\xD2 l\xEA\xF2 nghe\xCCo gia\xD2m"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const char *want = "Tỉnh có tỷ lệ nghèo giảm";
        for (int told = 0; told < 2; told++) {
            bc_result r;
            decoded(ROWS[i].bytes, told ? ROWS[i].charset : NULL, false, &r, BC_OK);
            is_text(&r, want);
            assert_string_equal(r.source.charset, ROWS[i].charset);
            assert_int_equal(r.source.detected, !told);
            assert_false(r.source.misread);
        }
    }
}

static void test_what_is_refused(void **state)
{
    bc_result r;
    (void)state;
    decoded("\xFF\xFD\xFC", NULL, false, &r, BC_ERROR_ENCODING);
    decoded("Caf\xE9 soci\xE9t\xE9 d\xE9j\xE0 vu na\xEFve", NULL, false, &r, BC_ERROR_ENCODING);
    decoded("T\xD8nh", "utf-8", false, &r, BC_ERROR_ENCODING);
    decoded("T", "klingon", false, &r, BC_ERROR_CHARSET);
}

static void test_misread(void **state)
{
    bc_result r;
    (void)state;
    decoded("BÃ¡o cÃ¡o: tá»· lá»‡ Ä‘Ã´ thá»‹ hÃ³a", NULL, false, &r, BC_OK);
    is_text(&r, "Báo cáo: tỷ lệ đô thị hóa");
    assert_string_equal(r.source.charset, "utf-8");
    assert_true(r.source.misread);
    decoded("B¸o c¸o: tû lÖ ®« thÞ hãa", NULL, false, &r, BC_OK);
    is_text(&r, "Báo cáo: tỷ lệ đô thị hóa");
    assert_string_equal(r.source.charset, "tcvn3");
    decoded("tû lÖ", "tcvn3", true, &r, BC_OK);
    is_text(&r, "tỷ lệ");
    decoded("Tỷ lệ đạt 5% – théâtre, à la carte", NULL, false, &r, BC_OK);
    is_text(&r, "Tỷ lệ đạt 5% – théâtre, à la carte");
    assert_false(r.source.misread);
}

static void test_entities(void **state)
{
    bc_result r;
    (void)state;
    decoded("T&#7927; l&#x1EC7; &aacute;p d&#7909;ng &amp; &#0; &unknown; &#xD800;", NULL, false, &r, BC_OK);
    is_text(&r, "Tỷ lệ áp dụng & &#0; &unknown; &#xD800;");
    assert_true(r.source.entities);
    decoded("Chỉ một: &aacute;, R&amp;D", NULL, false, &r, BC_OK);
    is_text(&r, "Chỉ một: &aacute;, R&amp;D");
    assert_false(r.source.entities);
}

static void test_decomposed(void **state)
{
    bc_result r;
    (void)state;
    decoded("ty\xCC\x89", NULL, false, &r, BC_OK);
    is_text(&r, "tỷ");
    assert_true(r.source.decomposed);
}

static void test_syllables(void **state)
{
    static const struct {
        const char *text;
        size_t valid, invalid;
    } ROWS[] = {
        {"nghiệp khuyến giường quốc gì Đắk ý ở ngoằn Uỷ ỦY quỹ", 12, 0},
        {"tràc hộc̀ b¸o café naïve ſ", 0, 6},
        {"25°C 100 m² “đạt” – 5‰", 1, 0},
        {"ASCII only", 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        bc_looks l = bc_syllable_looks((bc_str){ROWS[i].text, strlen(ROWS[i].text)});
        if (l.valid != ROWS[i].valid || l.invalid != ROWS[i].invalid)
            fail_msg("%s: %zu valid, %zu invalid", ROWS[i].text, l.valid, l.invalid);
    }
}

/* No bytes, and no memory, break the decoders. */
static void test_any_bytes(void **state)
{
    static const char *const NAMES[] = {"tcvn3", "vni", "viscii", "windows-1258", "windows-1252", "utf-16le", NULL};
    unsigned seed = 1;
    (void)state;
    for (int round = 0; round < 700; round++) {
        char bytes[257];
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * 1103515245u + 12345u;
            bytes[i] = (char)(seed >> 16);
        }
        bc_input input = {.bytes = bytes, .len = sizeof bytes, .charset = NAMES[round % 7], .media = round % 3 == 0};
        bc_arena *small = bc_arena_create((size_t)(round % 13 + 1) * 2000);
        bc_result r;
        bc_error err = bc_extract(engine, small, &input, &r);
        assert_true(err == BC_OK || err == BC_ERROR_MEMORY || err == BC_ERROR_ENCODING || err == BC_ERROR_NO_TEXT);
        bc_arena_destroy(small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_name_and_by_looks),
        cmocka_unit_test(test_what_is_refused),
        cmocka_unit_test(test_misread),
        cmocka_unit_test(test_entities),
        cmocka_unit_test(test_decomposed),
        cmocka_unit_test(test_syllables),
        cmocka_unit_test(test_any_bytes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
