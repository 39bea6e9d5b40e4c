/* SPDX-License-Identifier: MIT */
/* test_facts.c - one sentence, the facts it states. Each row says why. */
#include "helper.h"

static const struct {
    const char *text, *facts, *why;
} ROWS[] = {
    /* numbers */
    {"Năm 2023, xuất khẩu đạt 44.387 tỷ đồng.", "level 44387 tỷ đồng", "dots group thousands"},
    {"Năm 2023, xuất khẩu đạt 5,27 tỷ đồng.", "level 5.27 tỷ đồng", "a comma is the decimal mark"},
    {"Năm 2023, xuất khẩu đạt 4.262,7 tỷ đồng.", "level 4262.7 tỷ đồng", "both marks: the last is the decimal one"},
    {"Năm 2023, xuất khẩu đạt 1,007.7 tỷ đồng.", "level 1007.7 tỷ đồng", "both marks the English way"},
    {"Năm 2023, xuất khẩu đạt 563.000.000 đồng.", "level 563000000 đồng", "two groups"},
    {"Tỷ lệ hộ nghèo còn 45.5%.", "level 45.5 %", "a dot that groups nothing"},
    {"Vốn đầu tư cụm công nghiệp là 765,431 tỷ đồng.", "level 765.431 tỷ đồng",
     "ambiguous: decimal where nothing speaks against"},
    {"Doanh thu ước 61,874 tỷ đồng; trong đó bán lẻ 42.650,3 tỷ đồng, lưu trú 10.318 tỷ đồng.",
     "level 61874 tỷ đồng; level 42650.3 tỷ đồng; level 10318 tỷ đồng", "ambiguous: the parts decide"},
    {"Gieo ươm 17, 79 triệu cây giống.", "level 17.79 triệu cây giống", "a blank behind the comma"},
    {"Trợ cấp 3 tỷ 412 triệu đồng.", "level 3.412 tỷ đồng", "two parts, the larger unit"},
    {"Sản lượng đạt 39 vạn tấn.", "level 39 vạn tấn", "vạn is a scale word"},
    {"Vốn đạt 5,7 nghìn tỷ đồng.", "level 5.7 nghìn tỷ đồng", "chained scale words"},
    {"Có hai tập thể và ba cá nhân được khen.", "level 2 tập thể; level 3 cá nhân",
     "number words before counted nouns"},
    {"Toàn huyện có một số hộ nghèo.", "", "một số is no number"},
    {"Đã thành lập 04 tổ công tác.", "level 4 tổ công tác", "a padded zero"},
    /* parts, ranges, ranks */
    {"Hoàn thành 15/17 nhiệm vụ.", "level 15/17 nhiệm vụ", "part of a whole"},
    {"Trồng rừng được 618,4/900 ha.", "level 618.4/900 ha", "part of a whole, measured"},
    {"Kết nạp từ 8 – 10 quần chúng.", "level 8..10 quần chúng", "a range with an en dash"},
    {"Giá lợn hơi dao động 60.000 - 63.000 đồng/kg.", "level 60000..63000 đồng/kg", "a range of a rate"},
    {"Chỉ số PCI xếp thứ 4/19.", "level 4/19 rank", "a rank of a number"},
    {"Chỉ số PCI đứng thứ 31 cả nước.", "level 31 rank", "a rank"},
    /* roles */
    {"IIP tăng 15,8%.", "change 15.8 %", "a change without a level"},
    {"Nhập khẩu giảm 5,6% so với cùng kỳ.", "change -5.6 %", "a fall is negative"},
    {"IIP đạt 108,5%.", "level 108.5 %", "an index is a level"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, bằng 143,2% so với cùng kỳ.", "level 10 tỷ đồng; change 43.2 %",
     "a ratio to the same period"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, bằng 70,7% KH năm.", "level 10 tỷ đồng; plan 70.7 %", "a plan"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, vượt 5% kế hoạch.", "level 10 tỷ đồng; plan 105 %",
     "exceeding is reaching 105"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, vượt kế hoạch 5%.", "level 10 tỷ đồng; plan 105 %", "the plan named first"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, tăng 28% so với kế hoạch.", "level 10 tỷ đồng; plan 128 %",
     "a rise over the plan"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, thấp hơn 3% so với KH.", "level 10 tỷ đồng; plan 97 %",
     "a fall below the plan"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng (+25,4%).", "level 10 tỷ đồng; change 25.4 %", "a sign in brackets"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng (-9,28%).", "level 10 tỷ đồng; change -9.28 %", "a minus in brackets"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, chiếm 7,8% cả nước.", "level 10 tỷ đồng; share 7.8 %", "a share"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, gấp 1,38 lần năm 2022.", "level 10 tỷ đồng; change 1.38 lần", "gấp"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, tăng gấp đôi.", "level 10 tỷ đồng; change 2 lần", "gấp đôi"},
    {"Năm 2023, xuất khẩu đạt 10 tỷ đồng, giảm 1,2 lần.", "level 10 tỷ đồng; change -1.2 lần", "a fall in times"},
    {"Chỉ số CCHC xếp thứ 6, tăng 12 bậc.", "level 6 rank; change 12 bậc", "a rise in rank is positive"},
    {"Tỷ lệ hộ nghèo giảm còn 5,72%.", "level 5.72 %", "giảm còn states a level"},
    {"Khu vực I tăng 2,62%, đóng góp 0,95 điểm phần trăm.", "level 0.95 điểm phần trăm; change 2.62 %",
     "a contribution is a level"},
    {"Xuất khẩu đạt 51,5% kế hoạch năm (660 triệu USD).", "plan 51.5 %; target 660 triệu usd", "the plan's own figure"},
    {"Phấn đấu năm 2024 xuất khẩu đạt 750 triệu USD.", "target 750 triệu usd", "a figure aimed at"},
    {"Kế hoạch vốn đầu tư công giao 101 tỷ đồng.", "target 101 tỷ đồng", "a plan's amount"},
    {"Phấn đấu hoàn thành 100% các chỉ tiêu.", "target 100 %", "of a group, no plan"},
    {"Năm 2022, xuất khẩu đạt 10 tỷ đồng", "level 10 tỷ đồng", "a single line without a stop is no headline"},
    /* no facts */
    {"Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.", "", "a resolution's number and date"},
    {"Căn cứ Nghị định 30/2020/NĐ-CP và Công văn 8214/UBND-TH1.", "", "documents' numbers"},
    {"Theo tiêu chuẩn ISO 9001:2015.", "", "a standard's name"},
    {"Dịch Covid-19 được kiểm soát.", "", "a disease's name"},
    {"Đại hội lần thứ VI, khóa XIII.", "", "ordinals"},
    {"Sau 3 năm thực hiện, công tác đạt kết quả tốt.", "", "a duration"},
    {"Quốc lộ 1A đi qua huyện.", "", "a road's name"},
    {"Điện thoại: 0297.3872.219.", "", "a telephone number"},
    {"Họp lúc 14h30 ngày 5/6/2023.", "", "a time of day"},
    {"Hồ sơ mức độ 3, 4 được tiếp nhận.", "", "levels as names"},
    {"Kế hoạch số 03; 04; 07 đã ban hành.", "", "an enumeration of numbers"},
    {"Theo giá so sánh 2010.", "", "a price base"},
    {"Đẩy mạnh thu hút đầu tư công nghiệp.", "", "tư is no four"},
    {"Bổ sung 01 đồng chí vào Ban Chấp hành.", "level 1 đồng chí", "đồng chí is no money"},
};

static void test_rows(void **state)
{
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char got[1024];
        bc_result r = read_text(ROWS[i].text);
        write_facts(got, sizeof got, &r);
        if (strcmp(got, ROWS[i].facts) != 0) {
            print_error("%s\n  expected: %s\n  got:      %s\n  (%s)\n", ROWS[i].text, ROWS[i].facts, got, ROWS[i].why);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/* Every figure stands in the text at its span: none is invented. */
static void test_spans_hold_the_digits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        bc_result r = read_text(ROWS[i].text);
        for (size_t k = 0; k < r.metric_count; k++)
            if (r.metrics[k].value.set)
                assert_true(r.metrics[k].span.end > r.metrics[k].span.start);
    }
}

/* A change against another place or an average has no baseline and says against what. */
static void test_against(void **state)
{
    (void)state;
    bc_result r =
        read_text("Năm 2022, thu nhập bình quân đạt 62 triệu đồng, gấp 1,3 lần so với bình quân chung của cả nước.");
    assert_int_equal(r.metric_count, 1);
    assert_int_equal(r.metrics[0].comparison_count, 1);
    const bc_comparison *c = &r.metrics[0].comparisons[0];
    assert_false(c->baseline.set);
    assert_int_equal(c->against.len, strlen("bình quân chung của cả nước"));
    assert_memory_equal(c->against.ptr, "bình quân chung của cả nước", c->against.len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows), cmocka_unit_test(test_against),
                                       cmocka_unit_test(test_spans_hold_the_digits)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
