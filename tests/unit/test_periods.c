/* SPDX-License-Identifier: MIT */
/* test_periods.c - words of time to intervals; the report is of 2023-10-15. Each row says why. */
#include "helper.h"

static const struct {
    const char *text, *period, *why;
} ROWS[] = {
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng.", "2023-01-01/2023-12-31", "a year"},
    {"6 tháng đầu năm 2022, xuất khẩu đạt 10 tỷ đồng.", "2022-01-01/2022-06-30", "the first months"},
    {"9 tháng năm 2019, xuất khẩu đạt 10 tỷ đồng.", "2019-01-01/2019-09-30", "year to date"},
    {"Chín tháng năm 2019, xuất khẩu đạt 10 tỷ đồng.", "2019-01-01/2019-09-30", "in words"},
    {"Quý III/2022, xuất khẩu đạt 10 tỷ đồng.", "2022-07-01/2022-09-30", "a quarter, Roman"},
    {"Quý 3-2022, xuất khẩu đạt 10 tỷ đồng.", "2022-07-01/2022-09-30", "a quarter, Arabic"},
    {"Quí III năm 2022, xuất khẩu đạt 10 tỷ đồng.", "2022-07-01/2022-09-30", "quí is quý"},
    {"Tháng 10/2019, xuất khẩu đạt 10 tỷ đồng.", "2019-10-01/2019-10-31", "a month"},
    {"Tháng 2 năm 2020, xuất khẩu đạt 10 tỷ đồng.", "2020-02-01/2020-02-29", "a leap February"},
    {"Giai đoạn 2021 – 2023, xuất khẩu đạt 10 tỷ đồng.", "2021-01-01/2023-12-31", "a stage"},
    {"Từ năm 2021 đến năm 2023, xuất khẩu đạt 10 tỷ đồng.", "2021-01-01/2023-12-31", "from, to"},
    {"Nhiệm kỳ 2020 – 2025, xuất khẩu đạt 10 tỷ đồng.", "2020-01-01/2025-12-31", "a term"},
    {"Tính đến ngày 15/6/2023, xuất khẩu đạt 10 tỷ đồng.", "../2023-06-15", "up to a day"},
    {"Đến hết tháng 9/2023, xuất khẩu đạt 10 tỷ đồng.", "../2023-09-30", "up to a month's end"},
    {"Đến nay, tỉnh có 12 chợ.", "../2023-10-15", "now is the report's date"},
    {"Hiện có 12 chợ.", "../2023-10-15", "the present state"},
    {"Từ năm 2020 đến nay, xuất khẩu đạt 10 tỷ đồng.", "2020-01-01/2023-10-15", "since"},
    {"Phấn đấu đến năm 2030 xuất khẩu đạt 10 tỷ đồng.", "../2030-12-31", "a deadline"},
    {"Ngày 06-16/8/2022, xuất khẩu đạt 10 tỷ đồng.", "2022-08-06/2022-08-16", "a range of days"},
    {"Từ ngày 16/12/2016 đến 15/6/2017, xuất khẩu đạt 10 tỷ đồng.", "2016-12-16/2017-06-15", "over the new year"},
    {"Năm học 2022 - 2023, xuất khẩu đạt 10 tỷ đồng.", "2022-09-01/2023-05-31", "a school year"},
    {"Tháng 9, xuất khẩu đạt 10 tỷ đồng.", "2023-09-01/2023-09-30", "a month of the report's year"},
    {"Tháng 12, xuất khẩu đạt 10 tỷ đồng.", "2022-12-01/2022-12-31", "a month that is not yet: of the year before"},
};

static void test_rows(void **state)
{
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char got[64] = "no fact";
        bc_result r = read_text(ROWS[i].text);
        const bc_fact *f = r.metric_count ? &r.metrics[0] : r.target_count ? &r.targets[0] : NULL;
        if (f)
            write_period(got, sizeof got, f->period);
        if (strcmp(got, ROWS[i].period) != 0) {
            print_error("%s\n  expected: %s\n  got:      %s\n  (%s)\n", ROWS[i].text, ROWS[i].period, got, ROWS[i].why);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void test_baselines(void **state)
{
    static const struct {
        const char *text, *baseline, *why;
    } CASES[] = {
        {"Tháng 6/2022, IIP tăng 5% so với tháng trước.", "2022-05-01/2022-05-31", "the month before"},
        {"Tháng 6/2022, IIP tăng 5% so với cùng kỳ.", "2021-06-01/2021-06-30", "the month a year back"},
        {"Quý II/2022, IIP tăng 5% so với quý trước.", "2022-01-01/2022-03-31", "the quarter before"},
        {"Năm 2022, IIP tăng 5% so với năm 2020.", "2020-01-01/2020-12-31", "a year said"},
        {"Năm 2022, so với năm 2021, IIP tăng 5%.", "2021-01-01/2021-12-31", "said in front"},
        {"Giai đoạn 2021 - 2025, IIP tăng bình quân 5%/năm.", "null", "an average growth has none"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char got[64];
        bc_result r = read_text(CASES[i].text);
        assert_int_equal(r.metric_count, 1);
        assert_int_equal(r.metrics[0].comparison_count, 1);
        write_period(got, sizeof got, r.metrics[0].comparisons[0].baseline);
        if (strcmp(got, CASES[i].baseline) != 0)
            fail_msg("%s: %s, not %s (%s)", CASES[i].text, got, CASES[i].baseline, CASES[i].why);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows), cmocka_unit_test(test_baselines)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
