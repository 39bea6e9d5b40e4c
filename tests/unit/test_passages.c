/* SPDX-License-Identifier: MIT */
/*
 * test_passages.c - short reports in the wordings of many offices, and the
 * passages a careful reader takes from them. One expectation a line:
 *
 *   S area/area: first words … last words     a shortcoming
 *   C objective: …                            a cause (objective, subjective, null; -: whichever)
 *   T: …                                      a task
 *   ?S, ?C, ?T                                may be found or not
 *
 * A shortcoming may add " => 1 2", the causes found that explain it, counted
 * from 1, and " {indicator; target; actual; unit}", the unmet target. Whatever
 * no line names must not be found.
 */
#include "helper.h"

typedef struct {
    const char *text, *expected, *why;
} row;

static const row ROWS[] = {
    /* sections by their headings */
    {"I. KẾT QUẢ ĐẠT ĐƯỢC\n"
     "1. Vận tải hành khách đạt 4,2 triệu lượt, tăng 8% so với cùng kỳ.\n"
     "II. NHỮNG TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN\n"
     "1. Tồn tại, hạn chế\n"
     "- Tiến độ một số dự án giao thông trọng điểm còn chậm so với kế hoạch.\n"
     "- Công tác quản lý xe hợp đồng trá hình chưa được xử lý dứt điểm.\n"
     "2. Nguyên nhân\n"
     "a) Nguyên nhân khách quan\n"
     "- Mưa lũ kéo dài, giá vật liệu tăng cao.\n"
     "b) Nguyên nhân chủ quan\n"
     "- Năng lực một số nhà thầu không đáp ứng yêu cầu.\n"
     "III. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV\n"
     "1. Đẩy nhanh tiến độ các công trình chuyển tiếp.\n"
     "2. Tăng cường tuần tra, kiểm soát tải trọng xe.\n",
     "S logistics/investment: Tiến độ … kế hoạch. => 1 2\n"
     "S logistics: Công tác quản lý xe … dứt điểm. => 1 2\n"
     "C objective: Mưa lũ kéo dài, giá vật liệu tăng cao.\n"
     "C subjective: Năng lực … yêu cầu.\n"
     "T: Đẩy nhanh … chuyển tiếp.\n"
     "T: Tăng cường tuần tra … xe.\n",
     "the full outline of a department; a list of causes after a list of shortcomings explains all of them"},
    {"KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ III\n"
     "Đã cấp 215 giấy phép xây dựng.\n"
     "MỘT SỐ KHÓ KHĂN, VƯỚNG MẮC\n"
     "Việc lập quy hoạch phân khu ở các đô thị triển khai rất chậm.\n"
     "Nhà ở xã hội mới hoàn thành 1 dự án.\n"
     "NHIỆM VỤ TRỌNG TÂM QUÝ IV\n"
     "Hoàn thành lập quy hoạch chung thị trấn Phong Điền.\n"
     "Rà soát quỹ đất 20% tại các khu đô thị.\n",
     "S administration/investment: Việc lập quy hoạch … rất chậm.\n"
     "S social/investment: Nhà ở xã hội … 1 dự án.\n"
     "T: Hoàn thành lập … Phong Điền.\n"
     "T: Rà soát quỹ đất … đô thị.\n",
     "headings in capitals, without numbers, paragraphs without marks"},
    {"Công tác giáo dục đạt kết quả khá.\n"
     "Mặt còn tồn tại: Tỷ lệ trường đạt chuẩn quốc gia tăng chậm. Thiết bị dạy học lớp 3 chưa được trang bị đủ.\n"
     "Nguyên nhân: Ngân sách cấp muộn, quy trình mua sắm kéo dài.\n"
     "Phương hướng tháng tới: Tiếp tục rà soát đội ngũ giáo viên mầm non. Tổ chức kiểm tra đầu năm học.\n",
     "S social: Tỷ lệ trường … tăng chậm. => 1\n"
     "S social: Thiết bị dạy học … trang bị đủ. => 1\n"
     "C -: Ngân sách cấp muộn … kéo dài.\n"
     "T: Tiếp tục rà soát … mầm non.\n"
     "T: Tổ chức kiểm tra đầu năm học.\n",
     "run-in headings: what stands behind the colon, sentence by sentence"},
    {"I. ĐẶC ĐIỂM TÌNH HÌNH\n"
     "1. Thuận lợi\n"
     "Được sự quan tâm của Tỉnh ủy, UBND tỉnh.\n"
     "2. Khó khăn\n"
     "Thời tiết nắng nóng kéo dài, dịch bệnh trên đàn lợn diễn biến phức tạp.\n"
     "II. KẾT QUẢ CÔNG TÁC\n"
     "Diện tích lúa mùa đạt 27.300 ha.\n",
     "", "advantages and difficulties at the start are the context of the work, no failing"},
    {"Thuận lợi, khó khăn\n"
     "Giá xăng dầu tăng cao, nguồn hàng khan hiếm, đời sống nhân dân còn nhiều khó khăn.\n"
     "Kết quả đạt được\n"
     "Bán lẻ đạt 12.500 tỷ đồng.\n",
     "", "the paired heading without numbers"},
    {"* Ưu điểm:\n"
     "- Công tác tiếp dân được duy trì nền nếp.\n"
     "* Tồn tại, hạn chế:\n"
     "- Một số vụ việc khiếu nại đông người giải quyết chưa dứt điểm.\n"
     "- Chất lượng tham mưu văn bản của một số phòng còn thấp.\n"
     "* Nguyên nhân:\n"
     "- Một số công chức ngại va chạm.\n"
     "* Nhiệm vụ thời gian tới:\n"
     "- Tập trung giải quyết các vụ việc tồn đọng.\n",
     "S administration: Một số vụ việc … dứt điểm. => 1\n"
     "S administration: Chất lượng tham mưu … còn thấp. => 1\n"
     "C -: Một số công chức ngại va chạm.\n"
     "T: Tập trung giải quyết các vụ việc tồn đọng.\n",
     "starred headings over dashed items"},
    {"III. NHỮNG VIỆC CHƯA LÀM ĐƯỢC\n"
     "Chưa tổ chức được hội thi tay nghề. Số đoàn viên phát triển mới đạt 72% kế hoạch.\n"
     "IV. CHƯƠNG TRÌNH CÔNG TÁC NĂM 2024\n"
     "Thành lập mới công đoàn cơ sở ở doanh nghiệp có từ 25 lao động. Chăm lo Tết cho đoàn viên.\n",
     "S party: Chưa tổ chức được hội thi tay nghề.\n"
     "S party: Số đoàn viên … kế hoạch.\n"
     "T: Thành lập mới công đoàn … lao động.\n"
     "T: Chăm lo Tết cho đoàn viên.\n",
     "what was not done, by the heading alone; a programme of work"},
    {"2. Những nội dung chưa thực hiện được\n"
     "- Chưa ban hành Quy chế quản lý tài sản công.\n"
     "- Việc quyết toán 12 công trình hoàn thành chưa xong.\n"
     "3. Kế hoạch công tác quý IV\n"
     "- Trình HĐND tỉnh dự toán năm 2024.\n"
     "- Thẩm định giá các gói thầu mua sắm tập trung.\n",
     "S budget/administration: Chưa ban hành Quy chế … công.\n"
     "S budget/investment: Việc quyết toán … chưa xong.\n"
     "T: Trình HĐND tỉnh dự toán năm 2024.\n"
     "T: Thẩm định giá … tập trung.\n",
     "a plan of work for the next quarter"},
    {"I. Ưu điểm\n"
     "Chi bộ duy trì sinh hoạt đúng định kỳ.\n"
     "Nguyên nhân ưu điểm: Cấp ủy đoàn kết, thống nhất.\n"
     "II. Khuyết điểm\n"
     "Nội dung sinh hoạt còn đơn điệu, tính chiến đấu chưa cao.\n"
     "Nguyên nhân khuyết điểm: Một số chi ủy viên kiêm nhiệm nhiều việc.\n",
     "S party: Nội dung sinh hoạt … chưa cao. => 1\n"
     "C -: Một số chi ủy viên kiêm nhiệm nhiều việc.\n",
     "the causes of merits are none of failings"},
    {"1. Nguyên nhân đạt được kết quả\n"
     "- Sự chỉ đạo kịp thời của Tỉnh ủy; sự vào cuộc của cả hệ thống chính trị.\n"
     "2. Nguyên nhân của những hạn chế\n"
     "- Một số địa phương triển khai thiếu quyết liệt.\n",
     "C -: Một số địa phương triển khai thiếu quyết liệt.\n", "both kinds of causes, one of success"},
    {"B. KHUYẾT ĐIỂM, HẠN CHẾ\n"
     "- Việc quán triệt nghị quyết ở một số chi bộ còn hình thức.\n"
     "- Công tác phát triển đảng viên trong học sinh, sinh viên đạt thấp.\n"
     "C. NGUYÊN NHÂN\n"
     "+ Khách quan: nguồn phát triển đảng ngày càng khó.\n"
     "+ Chủ quan: cấp ủy một số nơi chưa quan tâm đúng mức.\n"
     "D. PHƯƠNG HƯỚNG\n"
     "- Đổi mới nội dung sinh hoạt chi bộ.\n",
     "S party: Việc quán triệt … hình thức. => 1 2\n"
     "S party: Công tác phát triển đảng viên … đạt thấp. => 1 2\n"
     "C objective: Khách quan: nguồn phát triển đảng ngày càng khó.\n"
     "C subjective: Chủ quan: cấp ủy một số nơi chưa quan tâm đúng mức.\n"
     "T: Đổi mới nội dung sinh hoạt chi bộ.\n",
     "a party committee: capital letters, causes with their kind as a lead"},
    {"Phần I\nKẾT QUẢ HOẠT ĐỘNG NĂM 2022\n"
     "Hội đã vận động 35 tỷ đồng.\n"
     "Tồn tại, hạn chế: Hoạt động của một số chi hội chưa đều; công tác tuyên truyền còn nặng về hình thức.\n"
     "Phần II\nPHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023\n"
     "1. Củng cố tổ chức hội cơ sở.\n"
     "2. Mở 12 lớp dạy nghề cho hội viên.\n",
     "S party: Hoạt động của một số chi hội … hình thức.\n"
     "T: Củng cố tổ chức hội cơ sở.\n"
     "T: Mở 12 lớp dạy nghề cho hội viên.\n",
     "parts in two lines; a run-in heading inside the first"},
    {"Phần thứ hai: Phương hướng, nhiệm vụ công tác năm 2020\n"
     "Tiếp tục thực hiện tinh giản biên chế theo Nghị quyết số 39-NQ/TW.\n"
     "Xây dựng đề án vị trí việc làm của khối sự nghiệp.\n",
     "T: Tiếp tục thực hiện tinh giản … 39-NQ/TW.\n"
     "T: Xây dựng đề án … sự nghiệp.\n",
     "a part and its name in one line"},
    {"V. KHÓ KHĂN, VƯỚNG MẮC VÀ ĐỀ XUẤT, KIẾN NGHỊ\n"
     "1. Khó khăn, vướng mắc\n"
     "Định mức kinh tế kỹ thuật cho dịch vụ công chưa được ban hành.\n"
     "2. Đề xuất, kiến nghị\n"
     "Đề nghị Bộ Lao động sớm ban hành định mức. Bổ sung kinh phí đào tạo nghề.\n",
     "S administration/social/other: Định mức … ban hành.\n",
     "difficulties and proposals under one heading: proposals are none of the three"},
    {"IV. Bài học kinh nghiệm\n"
     "Ở đâu cấp ủy quan tâm thì ở đó phong trào mạnh; nơi nào buông lỏng thì nơi đó yếu kém.\n"
     "V. Kiến nghị, đề xuất\n"
     "Tăng cường kinh phí cho cơ sở.\n",
     "", "lessons and proposals"},
    {"3. Một số hạn chế, bất cập cần khắc phục\n"
     "3.1. Về thu ngân sách: thu tiền sử dụng đất đạt thấp, nợ thuế khó thu tăng.\n"
     "3.2. Về đầu tư công: nhiều dự án khởi công mới chưa có khối lượng.\n"
     "3.3. Về cải cách hành chính: hồ sơ trễ hạn còn ở mức cao.\n",
     "S budget: Về thu ngân sách: … tăng.\n"
     "S investment: Về đầu tư công: … khối lượng.\n"
     "S administration: Về cải cách hành chính: … cao.\n",
     "items with their field as a lead: whole"},
    {"TỒN TẠI VÀ NGUYÊN NHÂN\n"
     "Tồn tại:\n"
     "Tình trạng khai thác cát trái phép trên sông Lô chưa được ngăn chặn triệt để.\n"
     "Nguyên nhân:\n"
     "Địa bàn giáp ranh rộng, lực lượng mỏng.\n"
     "BIỆN PHÁP TRONG THỜI GIAN TỚI\n"
     "Phối hợp với tỉnh Vĩnh Phúc tuần tra liên ngành.\n",
     "S industry/administration/other: Tình trạng khai thác cát … triệt để. => 1\n"
     "C -: Địa bàn giáp ranh rộng, lực lượng mỏng.\n"
     "T: Phối hợp với tỉnh Vĩnh Phúc tuần tra liên ngành.\n",
     "short headings with a colon; measures for the time to come"},
    {"II- TÒN TẠI, HẠN CHÉ\n"
     "- Cơ sở vật chất trạm y tế xuống cấp.\n"
     "III- NHIỆM VU TRỌNG TÂM\n"
     "- Bổ sung bác sĩ cho trạm y tế xã.\n",
     "S social/personnel: Cơ sở vật chất trạm y tế xuống cấp.\n"
     "T: Bổ sung bác sĩ cho trạm y tế xã.\n",
     "headings that OCR damaged"},
    {"1.Hạn chế.\n"
     "Số lao động được đào tạo nghề mới đạt 61% kế hoạch năm.\n"
     "2.Nguyên nhân.\n"
     "Người lao động chưa mặn mà với học nghề.\n"
     "3.Giải pháp.\n"
     "Liên kết với doanh nghiệp để đào tạo theo đơn đặt hàng.\n",
     "S social/personnel: Số lao động … năm. => 1\n"
     "C -: Người lao động chưa mặn mà với học nghề.\n"
     "T: Liên kết với doanh nghiệp … đặt hàng.\n",
     "numbers glued to headings that end in a full stop"},
    {"Điều 1. Kết quả\n"
     "Bên cạnh những kết quả đạt được, vẫn còn một số tồn tại, hạn chế: tiến độ sắp xếp đơn vị hành chính chậm; "
     "nợ xây dựng cơ bản còn lớn.\n"
     "Điều 2. Nhiệm vụ và giải pháp chủ yếu\n"
     "1. Siết chặt kỷ cương tài chính.\n"
     "2. Đẩy mạnh cải cách thủ tục hành chính.\n"
     "Điều 3. Tổ chức thực hiện\n"
     "1. Giao UBND tỉnh tổ chức thực hiện Nghị quyết.\n",
     "S administration/budget/investment/other: Bên cạnh … còn lớn.\n"
     "T: Siết chặt kỷ cương tài chính.\n"
     "T: Đẩy mạnh cải cách thủ tục hành chính.\n",
     "a council's articles; who carries the resolution out is no task"},
    /* headings inside a paragraph */
    {"BÁO CÁO\nCông tác dân tộc 9 tháng năm 2021\n"
     "I. Kết quả thực hiện: Đã cấp 3.215 thẻ bảo hiểm y tế. II. Tồn tại, hạn chế: Tỷ lệ tảo hôn ở vùng cao giảm chậm. "
     "Một số mô hình sinh kế kém hiệu quả. III. Nguyên nhân: Trình độ dân trí không đồng đều. "
     "IV. Phương hướng, nhiệm vụ: Tổ chức 15 lớp tuyên truyền pháp luật. Nhân rộng mô hình thôn văn hóa.\n",
     "S social: Tỷ lệ tảo hôn … chậm. => 1\n"
     "S social/agriculture/other: Một số mô hình sinh kế kém hiệu quả. => 1\n"
     "C -: Trình độ dân trí không đồng đều.\n"
     "T: Tổ chức 15 lớp tuyên truyền pháp luật.\n"
     "T: Nhân rộng mô hình thôn văn hóa.\n",
     "flattened: numbered headings inside one paragraph"},
    {"Ngành đã tiếp nhận 1.240 hồ sơ. Tồn tại, hạn chế: Việc số hóa hồ sơ chậm. Một số cán bộ chưa chủ động. "
     "Nguyên nhân chủ quan: công tác kiểm tra chưa thường xuyên. Nhiệm vụ tháng 10: Hoàn thành số hóa hồ sơ lưu trữ.\n",
     "S administration: Việc số hóa hồ sơ chậm. => 1\n"
     "S personnel: Một số cán bộ chưa chủ động. => 1\n"
     "C subjective: công tác kiểm tra chưa thường xuyên.\n"
     "T: Hoàn thành số hóa hồ sơ lưu trữ.\n",
     "flattened: headings without numbers inside a paragraph"},
    {"Những hạn chế, tồn tại: Một là, công tác giải phóng mặt bằng còn chậm. Hai là, vốn đối ứng của huyện bố trí "
     "chưa kịp thời. Ba là, năng lực ban quản lý dự án cấp xã còn yếu. Những nhiệm vụ trọng tâm: Một là, ưu tiên bố "
     "trí "
     "vốn trả nợ. Hai là, kiên quyết thu hồi dự án chậm tiến độ.\n",
     "S investment: Một là, công tác giải phóng … chậm.\n"
     "S investment/budget: Hai là, vốn đối ứng … kịp thời.\n"
     "S investment/personnel: Ba là, năng lực … yếu.\n"
     "T: Một là, ưu tiên … nợ.\n"
     "T: Hai là, kiên quyết … tiến độ.\n",
     "one, two, three inside a paragraph"},
    {"Hạn chế, yếu kém\n"
     "Thứ nhất, phong trào thi đua ở khối doanh nghiệp chưa sôi nổi.\n"
     "Thứ hai, tỷ lệ khen thưởng người lao động trực tiếp còn thấp.\n"
     "Nhiệm vụ, giải pháp trọng tâm\n"
     "Thứ nhất, đổi mới hình thức phát động thi đua.\n",
     "S emulation: Thứ nhất, … sôi nổi.\n"
     "S emulation: Thứ hai, … còn thấp.\n"
     "T: Thứ nhất, đổi mới hình thức phát động thi đua.\n",
     "ordinals open the items"},
    /* running text */
    {"Giá trị sản xuất nông nghiệp tăng 3,1%. Tuy nhiên, việc liên kết tiêu thụ nông sản còn lỏng lẻo, tình trạng được "
     "mùa mất giá chưa được khắc phục. Nguyên nhân là do quy mô sản xuất manh mún.\n",
     "S agriculture/trade: Tuy nhiên, … khắc phục. => 1\n"
     "C -: Nguyên nhân là do quy mô sản xuất manh mún.\n",
     "a contrast in a paragraph of results, its cause right behind it"},
    {"Bên cạnh đó vẫn còn 14 xã chưa có nước sạch tập trung. Diện tích rừng trồng mới mới chỉ đạt 62% kế hoạch.\n",
     "S social/agriculture/other: Bên cạnh đó vẫn còn … tập trung.\n"
     "?S agriculture: Diện tích rừng … kế hoạch.\n",
     "beside that there still are"},
    {"Công tác chuyển đổi số được quan tâm. Song, hạ tầng công nghệ thông tin ở cấp xã còn thiếu và yếu. "
     "Nhân lực chuyên trách hầu như chưa có.\n",
     "S administration: Song, hạ tầng … yếu.\n"
     "?S personnel: Nhân lực chuyên trách hầu như chưa có.\n",
     "song as a contrast"},
    {"Đến nay, toàn tỉnh có 112 xã đạt chuẩn. Mặc dù đã có nhiều cố gắng nhưng tiến độ xây dựng nông thôn mới ở các xã "
     "biên giới vẫn còn chậm.\n",
     "S agriculture: Mặc dù đã có nhiều cố gắng … chậm.\n", "although, but still"},
    {"Công suất các nhà máy chế biến tăng. Điều đáng nói là công tác bảo vệ môi trường trong các khu công nghiệp còn "
     "nhiều bất cập.\n",
     "S other/industry: Điều đáng nói là … bất cập.\n", "the thing to tell is"},
    {"Tuy nhiên, nhờ sự chỉ đạo quyết liệt của UBND tỉnh, thu ngân sách vẫn đạt 102% dự toán.\n", "",
     "a contrast that tells a success"},
    {"Sở đã kịp thời tháo gỡ khó khăn, vướng mắc cho doanh nghiệp. Không có đơn thư tồn đọng.\n", "",
     "difficulties that were cleared, nothing left over"},
    {"Nhà nước áp dụng nhiều biện pháp hạn chế nhập khẩu hàng tiêu dùng.\n", "", "to restrict is a verb"},
    {"Tuy nhiên, chưa phát hiện trường hợp vi phạm nào.\n", "", "nothing was found"},
    {"Tuy nhiên, trên địa bàn không xảy ra cháy rừng, không có điểm nóng về an ninh trật tự.\n", "",
     "nothing happened"},
    {"Ngân hàng Chính sách xã hội giải ngân 45 tỷ đồng cho hộ nghèo vùng đặc biệt khó khăn.\n", "",
     "a programme's name"},
    {"Vốn đầu tư công giải ngân được 41,2% kế hoạch. Tuy nhiên, còn 6 chủ đầu tư giải ngân dưới 20%, do vướng mặt bằng "
     "và "
     "chậm phê duyệt thiết kế.\n",
     "S investment: Tuy nhiên, còn 6 chủ đầu tư … thiết kế.\n"
     "?C -: do vướng mặt bằng … thiết kế.\n",
     "a cause told inside its shortcoming"},
    {"Thu nội địa đạt 78% dự toán. Một số khoản thu đạt thấp là thu từ doanh nghiệp nhà nước và lệ phí trước bạ. Lý "
     "do: "
     "thị trường ô tô trầm lắng.\n",
     "?S budget: Một số khoản thu … trước bạ.\n"
     "?C -: Lý do: … trầm lắng.\n"
     "?C -: thị trường ô tô trầm lắng.\n",
     "revenue below plan in running text"},
    {"Công nghiệp hỗ trợ của tỉnh còn ít, chưa có nhiều chuyển biến. Xuất khẩu đạt 1,2 tỷ USD.\n",
     "?S industry: Công nghiệp hỗ trợ … chuyển biến.\n", "in passing, without a contrast"},
    /* news */
    {"Ngành Y tế Bạc Liêu tổng kết công tác năm 2022\n"
     "Ngày 10/1/2023, Sở Y tế tỉnh Bạc Liêu tổ chức hội nghị tổng kết.\n"
     "Trong năm, toàn ngành khám cho 1,8 triệu lượt người.\n"
     "Tuy nhiên, ngành Y tế vẫn gặp nhiều khó khăn: thiếu thuốc, vật tư y tế; nhiều bác sĩ nghỉ việc.\n"
     "Năm 2023, ngành Y tế tập trung đấu thầu thuốc, nâng cao chất lượng khám, chữa bệnh.\n"
     "Phát biểu tại hội nghị, Phó Chủ tịch UBND tỉnh yêu cầu Sở Y tế khẩn trương tuyển dụng bác sĩ.\n",
     "S social/personnel: Tuy nhiên, ngành Y tế … nghỉ việc.\n"
     "T: Năm 2023, ngành Y tế tập trung … chữa bệnh.\n"
     "T: Phát biểu tại hội nghị, … bác sĩ.\n",
     "a meeting: what fails, what will be done, what is asked for"},
    {"Hội Nông dân tỉnh sơ kết công tác Hội 6 tháng đầu năm 2019\n"
     "Sáng 28/6, Hội Nông dân tỉnh Hậu Giang sơ kết công tác 6 tháng.\n"
     "Toàn tỉnh kết nạp 1.105 hội viên.\n"
     "Hội nghị cũng chỉ ra những hạn chế như: tỷ lệ thu hút hội viên so với hộ nông nghiệp còn thấp; việc xây dựng Quỹ "
     "hỗ "
     "trợ nông dân ở cấp xã gặp khó khăn.\n"
     "6 tháng cuối năm, Hội tiếp tục củng cố chi hội, tổ hội nghề nghiệp; phối hợp mở 20 lớp tập huấn.\n",
     "S party/agriculture: Hội nghị cũng chỉ ra … khó khăn.\n"
     "T: 6 tháng cuối năm, Hội tiếp tục … tập huấn.\n",
     "a meeting that names its limits behind a colon"},
    {"Theo báo cáo, tồn tại lớn nhất của ngành là cơ sở hạ tầng các bến xe xuống cấp. Trong thời gian tới, Sở sẽ kêu "
     "gọi "
     "xã hội hóa đầu tư bến xe.\n",
     "S logistics: Theo báo cáo, tồn tại lớn nhất … xuống cấp.\n"
     "T: Trong thời gian tới, … bến xe.\n",
     "the largest failing, and the next step, in one paragraph"},
    /* tasks in running text */
    {"Kết quả đạt được\nĐã hoàn thành 12/15 chỉ tiêu.\n"
     "Trong quý IV, Sở tập trung thực hiện các nhiệm vụ sau:\n"
     "- Hoàn thiện hồ sơ trình phê duyệt quy hoạch tỉnh.\n"
     "- Đôn đốc giải ngân vốn đầu tư công.\n",
     "T: Hoàn thiện hồ sơ … tỉnh.\n"
     "T: Đôn đốc giải ngân vốn đầu tư công.\n",
     "a list that a sentence announces"},
    {"Nhiệm vụ tháng 11/2023\n"
     "- Đã tham mưu ban hành 3 văn bản.\n"
     "- Tham mưu tổ chức kỳ họp cuối năm.\n"
     "- Chuẩn bị nội dung làm việc với đoàn giám sát.\n",
     "T: Tham mưu tổ chức kỳ họp cuối năm.\n"
     "T: Chuẩn bị nội dung … giám sát.\n",
     "past work inside a list of tasks"},
    {"Mục tiêu năm 2024\n"
     "- Tỷ lệ hộ nghèo giảm 1,2%.\n"
     "- Số giường bệnh trên vạn dân đạt 31 giường.\n"
     "Giải pháp thực hiện\n"
     "- Lồng ghép nguồn lực các chương trình mục tiêu quốc gia.\n",
     "T: Lồng ghép nguồn lực … quốc gia.\n", "targets are targets, no tasks"},
    {"NHIỆM VỤ VÀ GIẢI PHÁP\n"
     "1. Lĩnh vực trồng trọt\n"
     "Mở rộng diện tích cây ăn quả theo hướng hữu cơ. Quản lý mã số vùng trồng.\n"
     "2. Lĩnh vực chăn nuôi\n"
     "Khống chế dịch tả lợn châu Phi, hạn chế thấp nhất thiệt hại.\n"
     "3. Khắc phục tồn tại trong công tác cán bộ\n"
     "Bổ sung cán bộ thú y cho các xã còn thiếu.\n",
     "T: Mở rộng diện tích … hữu cơ.\n"
     "T: Quản lý mã số vùng trồng.\n"
     "T: Khống chế dịch tả … thiệt hại.\n"
     "T: Bổ sung cán bộ thú y … thiếu.\n",
     "words of failing inside the part on tasks"},
    {"Công tác trọng tâm tuần tới: Kiểm tra tiến độ đường vành đai; họp thẩm định giá đất.\n",
     "T: Kiểm tra tiến độ … đất.\n", "a run-in heading of the weeks to come"},
    {"Công tác quản lý đất đai được tăng cường.\n"
     "Một số nhiệm vụ trọng tâm cần tập trung thực hiện trong những tháng cuối năm\n"
     "Một là, đẩy nhanh tiến độ cấp giấy chứng nhận quyền sử dụng đất.\n"
     "Hai là, xử lý dứt điểm các bãi rác tạm.\n",
     "T: Một là, … đất.\nT: Hai là, … tạm.\n", "a long heading without a number"},
    {"2. Trên lĩnh vực xây dựng Đảng\n"
     "Công tác kiểm tra, giám sát được tăng cường. Tuy vậy, việc tự phê bình và phê bình ở một số chi bộ còn nể "
     "nang.\n",
     "S party: Tuy vậy, … nể nang.\n", "in a results item of a party report"},
    /* causes */
    {"1. Hạn chế\n"
     "- Thu hút vốn FDI giảm. Nguyên nhân do quỹ đất sạch trong khu công nghiệp không còn.\n"
     "- Chỉ số PCI tụt 5 bậc.\n",
     "S investment: Thu hút vốn FDI giảm. => 1\n"
     "C -: Nguyên nhân do quỹ đất sạch … không còn.\n"
     "S investment/administration: Chỉ số PCI tụt 5 bậc. =>\n",
     "a cause inside an item explains that item only"},
    {"Tồn tại, nguyên nhân:\n"
     "- Tai nạn giao thông tăng cả 3 tiêu chí. Nguyên nhân: ý thức người tham gia giao thông kém; hạ tầng xuống cấp.\n"
     "- Vi phạm hành lang đường bộ chưa được giải tỏa. Nguyên nhân: thiếu kinh phí cưỡng chế.\n",
     "S logistics/social: Tai nạn giao thông tăng cả 3 tiêu chí. => 1\n"
     "C -: Nguyên nhân: ý thức … xuống cấp.\n"
     "S logistics/administration: Vi phạm hành lang … giải tỏa. => 2\n"
     "C -: Nguyên nhân: thiếu kinh phí cưỡng chế.\n",
     "each item with its own cause"},
    {"Những tồn tại\n"
     "Một số hồ sơ quá hạn. Công tác phối hợp chưa chặt chẽ.\n"
     "Nguyên nhân của tồn tại:\n"
     "Về khách quan, văn bản hướng dẫn của Trung ương ban hành chậm. Về chủ quan, công chức còn thụ động.\n",
     "S administration: Một số hồ sơ quá hạn. => 1 2\n"
     "S administration/other: Công tác phối hợp chưa chặt chẽ. => 1 2\n"
     "C objective: Về khách quan, … chậm.\n"
     "C subjective: Về chủ quan, công chức còn thụ động.\n",
     "kinds told by the sentences"},
    {"Tồn tại\n- Nhiều tuyến đường xuống cấp.\nNguyên nhân\n- Về KQ: giá vật liệu tăng gần 40%.\n"
     "- Về CQ: chủ đầu tư thiếu đôn đốc nhà thầu.\n",
     "S logistics: Nhiều tuyến đường xuống cấp. => 1 2\n"
     "C objective: Về KQ: giá vật liệu tăng gần 40%.\n"
     "C subjective: Về CQ: chủ đầu tư thiếu đôn đốc nhà thầu.\n",
     "kinds in two letters"},
    {"a) Nguyên nhân khách quan: Biến đổi khí hậu, xâm nhập mặn đến sớm.\n"
     "b) Nguyên nhân chủ quan: Một số chủ đầu tư thiếu quyết liệt; sự phối hợp giữa các ngành chưa chặt chẽ.\n",
     "C objective: Biến đổi khí hậu, xâm nhập mặn đến sớm.\n"
     "C subjective: Một số chủ đầu tư … chặt chẽ.\n",
     "causes without shortcomings before them"},
    {"Kết quả: thu 1.250 tỷ đồng. Có được kết quả trên là do sự nỗ lực của toàn ngành.\n", "",
     "what a success is owed to"},
    {"Nguyên nhân tăng chủ yếu do các doanh nghiệp FDI mở rộng sản xuất.\n", "", "the cause of a rise"},
    {"Giá trị xuất khẩu giảm 4,2%. Nguyên nhân giảm do thị trường Mỹ cắt đơn hàng.\n",
     "?C -: Nguyên nhân giảm do thị trường Mỹ cắt đơn hàng.\n", "the cause of a fall in results"},
    /* unmet targets */
    {"Tồn tại, hạn chế\n- Chỉ tiêu tỷ lệ lấp đầy các cụm công nghiệp chỉ đạt 38,5% (kế hoạch 45%).\n",
     "S industry/investment: Chỉ tiêu tỷ lệ lấp đầy … 45%). {tỷ lệ lấp đầy các cụm công nghiệp; 45; 38.5; %}\n",
     "both figures"},
    {"Hạn chế\n- Kim ngạch xuất khẩu mới đạt 72,4% kế hoạch năm.\n",
     "S exports: Kim ngạch xuất khẩu … năm. {Kim ngạch xuất khẩu; null; 72.4; % kế hoạch}\n", "per cent of the plan"},
    {"Hạn chế\n- Có 3/15 chỉ tiêu không hoàn thành kế hoạch.\n",
     "S administration/other: Có 3/15 chỉ tiêu … kế hoạch. {3/15 chỉ tiêu; null; null; }\n", "so many of the targets"},
    {"Hạn chế\n- Chỉ tiêu tỷ lệ hộ dân dùng nước sạch không đạt kế hoạch đề ra.\n",
     "S social/other: Chỉ tiêu tỷ lệ hộ dân … đề ra. {tỷ lệ hộ dân dùng nước sạch; null; null; }\n", "no figures"},
    {"Hạn chế\n- Công tác phối hợp chưa chặt chẽ.\n", "S administration/other: Công tác phối hợp chưa chặt chẽ. {}\n",
     "no target at all"},
    {"Hạn chế\n- Tỷ lệ che phủ rừng đạt 52,3%, thấp hơn mục tiêu 54%.\n",
     "S agriculture: Tỷ lệ che phủ rừng … 54%. {Tỷ lệ che phủ rừng; 54; 52.3; %}\n", "below the goal"},
    {"Hạn chế\n- Số doanh nghiệp thành lập mới là 420 doanh nghiệp/kế hoạch 500 doanh nghiệp, không đạt chỉ tiêu.\n",
     "S investment: Số doanh nghiệp … chỉ tiêu. {Số doanh nghiệp thành lập mới; 500; 420; doanh nghiệp}\n",
     "result / plan in one breath"},
    {"Hạn chế\n- Tỷ lệ lao động qua đào tạo chưa đạt mục tiêu (65%), mới đạt 61,2%.\n",
     "S social/personnel: Tỷ lệ lao động … 61,2%. {Tỷ lệ lao động qua đào tạo; 65; 61.2; %}\n",
     "the goal in brackets first"},
    /* areas */
    {"Hạn chế\n- Sản lượng điện thương phẩm tăng thấp; nhiều thôn vùng cao chưa có điện lưới.\n",
     "S energy: Sản lượng điện … lưới.\n", "energy"},
    {"Hạn chế\n- Chi phí logistics còn cao, chưa có trung tâm logistics cấp vùng.\n", "S logistics: Chi phí … vùng.\n",
     "logistics"},
    {"Hạn chế\n- Hàng giả, hàng kém chất lượng còn bày bán trên thị trường.\n", "S trade: Hàng giả … thị trường.\n",
     "counterfeits"},
    {"Hạn chế\n- Kim ngạch xuất khẩu phụ thuộc vào doanh nghiệp FDI.\n", "S exports: Kim ngạch … FDI.\n",
     "exports, though enterprises are named"},
    {"Hạn chế\n- Thu ngân sách từ doanh nghiệp nhà nước đạt thấp.\n", "S budget: Thu ngân sách … thấp.\n",
     "revenue, though enterprises are named"},
    {"Hạn chế\n- Việc tham mưu xây dựng đề án phát triển công nghiệp còn chậm.\n",
     "S administration/industry: Việc tham mưu … chậm.\n", "advising"},
    {"Hạn chế\n- Đội ngũ cán bộ làm công tác xuất nhập khẩu còn mỏng.\n", "S personnel: Đội ngũ … mỏng.\n", "staff"},
    {"Hạn chế\n- Công tác phát triển đảng viên mới đạt thấp.\n", "S party: Công tác … thấp.\n", "party"},
    {"Hạn chế\n- Việc bình xét danh hiệu thi đua ở một số đơn vị còn cào bằng.\n",
     "S emulation: Việc bình xét … bằng.\n", "emulation"},
    {"Hạn chế\n- Tỷ lệ hồ sơ trực tuyến toàn trình còn thấp.\n", "S administration: Tỷ lệ hồ sơ … thấp.\n",
     "online files"},
    {"Hạn chế\n- Tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi còn cao.\n", "S social: Tỷ lệ … cao.\n", "health of children"},
    {"Hạn chế\n- Tỷ lệ tiêm phòng gia súc ở một số huyện thấp.\n", "S agriculture: Tỷ lệ tiêm phòng … thấp.\n",
     "livestock"},
    {"Hạn chế\n- Tiến độ giải ngân vốn chương trình mục tiêu quốc gia rất chậm.\n",
     "S investment/budget: Tiến độ … chậm.\n", "disbursement"},
    {"Hạn chế\n- Nợ đọng thuế tăng cao, công tác cưỡng chế chưa hiệu quả.\n", "S budget: Nợ đọng … hiệu quả.\n",
     "tax debts"},
    {"Hạn chế\n- Chợ truyền thống xuống cấp, sức mua giảm.\n", "S trade: Chợ … giảm.\n", "markets"},
    {"Hạn chế\n- Các nhà máy may hoạt động cầm chừng, thiếu đơn hàng.\n", "S industry: Các nhà máy … hàng.\n",
     "factories"},
    {"Hạn chế\n- Công tác tuyển dụng viên chức giáo dục còn vướng.\n", "S personnel: Công tác … vướng.\n",
     "recruiting"},
    {"Hạn chế\n- Ùn tắc giao thông giờ cao điểm còn xảy ra.\n", "S logistics: Ùn tắc … ra.\n", "traffic"},
    {"Hạn chế\n- Tình hình tội phạm công nghệ cao diễn biến phức tạp.\n", "S other: Tình hình … phức tạp.\n", "crime"},
    {"Hạn chế\n- Ô nhiễm môi trường tại các cơ sở chăn nuôi chưa được xử lý.\n", "S other/agriculture: Ô nhiễm … lý.\n",
     "environment"},
    {"Hạn chế\n- Sản phẩm du lịch còn nghèo nàn, lượng khách lưu trú ít.\n", "S trade/other: Sản phẩm … ít.\n",
     "tourism"},
    {"Hạn chế\n- Công tác xúc tiến đầu tư chưa thu hút được dự án lớn.\n", "S investment: Công tác … lớn.\n",
     "investors"},
    {"Hạn chế\n- Kết quả xây dựng xã nông thôn mới nâng cao còn thấp.\n", "S agriculture: Kết quả … thấp.\n",
     "new countryside"},
    {"Hạn chế\n- Hoạt động của một số tổ chức công đoàn cơ sở còn hình thức.\n", "S party: Hoạt động … hình thức.\n",
     "mass organisations"},
    {"Hạn chế\n- Công tác đấu thầu thuốc còn chậm.\n", "S social: Công tác … chậm.\n", "medicine, though tendered"},
    {"Hạn chế\n- Cơ sở vật chất trường, lớp học ở vùng sâu còn thiếu.\n", "S social: Cơ sở … thiếu.\n", "schools"},
    /* more habits */
    {"* Mặt mạnh: Công tác tuyển sinh đạt 102% kế hoạch.\n"
     "* Mặt yếu: Chất lượng đầu vào thấp; tỷ lệ sinh viên bỏ học còn cao.\n"
     "* Hướng khắc phục: Đổi mới phương thức tư vấn tuyển sinh.\n",
     "S social: Chất lượng đầu vào thấp; … còn cao.\nT: Đổi mới phương thức tư vấn tuyển sinh.\n",
     "strong and weak sides, how to mend"},
    {"2. Những khó khăn, vướng mắc trong quá trình thực hiện\n"
     "+ Nguồn vốn sự nghiệp phân bổ muộn.\n"
     "+ Một số văn bản hướng dẫn chưa rõ ràng, khó áp dụng.\n"
     "3. Phương hướng khắc phục\n"
     "+ Chủ động lập dự toán ngay từ đầu năm.\n",
     "S budget/investment: Nguồn vốn sự nghiệp phân bổ muộn.\n"
     "S administration: Một số văn bản … khó áp dụng.\n"
     "T: Chủ động lập dự toán ngay từ đầu năm.\n",
     "plus signs as items"},
    {"III. TỰ ĐÁNH GIÁ\n"
     "1. Ưu điểm: Tập thể đoàn kết, hoàn thành nhiệm vụ được giao.\n"
     "2. Nhược điểm: Việc ứng dụng công nghệ thông tin còn hạn chế. Công tác lưu trữ hồ sơ chưa khoa học.\n"
     "3. Nguyên nhân của nhược điểm: Trang thiết bị cũ, kinh phí eo hẹp.\n",
     "S administration: Việc ứng dụng công nghệ thông tin còn hạn chế. => 1\n"
     "S administration: Công tác lưu trữ hồ sơ chưa khoa học. => 1\n"
     "C -: Trang thiết bị cũ, kinh phí eo hẹp.\n",
     "a self-assessment"},
    {"I. Tình hình chung\nTrong quý, thời tiết thuận lợi.\nII. Một số vấn đề còn tồn tại\n"
     "(1) Công tác giải phóng mặt bằng dự án kè sông Cầu kéo dài.\n(2) Nợ đọng bảo hiểm xã hội tăng.\n"
     "III. Nhiệm vụ quý tới\n(1) Tập trung thu nợ bảo hiểm xã hội.\n(2) Hoàn thành kiểm đếm đất đai.\n",
     "S investment: Công tác giải phóng … kéo dài.\nS social/budget: Nợ đọng bảo hiểm xã hội tăng.\n"
     "T: Tập trung thu nợ bảo hiểm xã hội.\nT: Hoàn thành kiểm đếm đất đai.\n",
     "numbers in brackets"},
    {"Thu ngân sách đạt 1.250 tỷ đồng.\nTồn tại:\n- Thu từ khu vực ngoài quốc doanh giảm.\n- Nợ thuế tăng 12%.\n"
     "Nguyên nhân:\n- Doanh nghiệp thiếu vốn, sản xuất cầm chừng.\nGiải pháp:\n- Rà soát, phân loại nợ thuế.\n"
     "- Cưỡng chế hóa đơn các doanh nghiệp chây ỳ.\nKiến nghị:\n- Tăng biên chế cho chi cục thuế khu vực.\n",
     "S budget: Thu từ khu vực ngoài quốc doanh giảm. => 1\nS budget: Nợ thuế tăng 12%. => 1\n"
     "C -: Doanh nghiệp thiếu vốn, sản xuất cầm chừng.\n"
     "T: Rà soát, phân loại nợ thuế.\nT: Cưỡng chế hóa đơn … chây ỳ.\n",
     "one-word headings with colons"},
    {"1. Công tác trồng trọt\na) Kết quả: Gieo cấy 12.400 ha lúa.\nb) Hạn chế: Cơ cấu giống chuyển dịch chậm.\n"
     "2. Công tác thú y\na) Kết quả: Tiêm phòng 45.000 liều.\nb) Hạn chế: Kiểm soát giết mổ nhỏ lẻ còn lỏng lẻo.\n",
     "S agriculture: Cơ cấu giống chuyển dịch chậm.\nS agriculture: Kiểm soát giết mổ nhỏ lẻ còn lỏng lẻo.\n",
     "results and limits field by field"},
    {"Phát biểu chỉ đạo, đồng chí Bí thư Huyện ủy ghi nhận kết quả đạt được, đồng thời chỉ rõ một số hạn chế như: công "
     "tác phát triển đảng viên trẻ còn chậm, một số chi bộ sinh hoạt chưa đúng quy định.\n"
     "Thời gian tới, đồng chí yêu cầu các chi bộ nâng cao chất lượng sinh hoạt, tạo nguồn kết nạp đảng viên.\n",
     "S party: Phát biểu chỉ đạo, … quy định.\nT: Thời gian tới, đồng chí yêu cầu … đảng viên.\n",
     "a leader points at limits and asks for acts"},
    {"Sản xuất công nghiệp tiếp tục tăng trưởng nhưng chưa bền vững, còn phụ thuộc vào một vài doanh nghiệp lớn.\n",
     "?S industry: Sản xuất công nghiệp … doanh nghiệp lớn.\n", "grown but not lasting"},
    {"Trong năm không xảy ra cháy nổ nghiêm trọng; không có vụ vi phạm nào về môi trường.\n", "",
     "nothing bad happened"},
    {"Công tác phòng, chống tham nhũng, lãng phí được tăng cường. Công tác giảm nghèo đạt kết quả tích cực.\n", "",
     "fields whose names hold bad words"},
    {"Ban hành kế hoạch khắc phục hạn chế, khuyết điểm sau kiểm điểm. Đã khắc phục 12/14 hạn chế.\n", "",
     "mending of failings is work done"},
    {"Đoàn đã kiểm tra 120 cơ sở, phát hiện 15 cơ sở vi phạm, xử phạt 230 triệu đồng.\n", "", "others' offences"},
    {"Hỗ trợ 1.200 hộ nghèo, hộ có hoàn cảnh khó khăn; tặng quà 350 trẻ em khuyết tật.\n", "", "people in need"},
    {"Tuy nhiên so với cùng kỳ, số vụ tai nạn giảm 12%, số người chết giảm 8%.\n", "", "a contrast with good news"},
    {"II. NGUYÊN NHÂN CỦA NHỮNG KẾT QUẢ ĐẠT ĐƯỢC VÀ HẠN CHẾ\n1. Nguyên nhân của kết quả đạt được\n"
     "- Sự lãnh đạo sâu sát của cấp ủy.\n2. Nguyên nhân hạn chế\n- Cơ chế phối hợp thiếu rõ ràng.\n",
     "C -: Cơ chế phối hợp thiếu rõ ràng.\n", "a heading over both kinds of causes"},
    {"III. PHƯƠNG HƯỚNG\nNăm 2024, ngành Tư pháp tập trung thực hiện tốt một số nhiệm vụ sau:\n"
     "1. Công tác xây dựng văn bản: thẩm định đúng hạn 100% dự thảo.\n"
     "2. Công tác hộ tịch: số hóa sổ hộ tịch còn lại.\n"
     "3. Công tác trợ giúp pháp lý: mở rộng truyền thông ở vùng sâu.\n",
     "?T: Công tác xây dựng văn bản: … dự thảo.\nT: Công tác hộ tịch: … còn lại.\n"
     "T: Công tác trợ giúp pháp lý: … vùng sâu.\n",
     "tasks with their field as a lead"},
    {"2. Tồn tại, hạn chế: Bên cạnh những kết quả đạt được, công tác dân vận còn một số hạn chế sau:\n"
     "- Mô hình dân vận khéo nhân rộng chậm.\n- Đối thoại với dân có nơi còn hình thức.\n",
     "?S party: Bên cạnh … sau:\nS party: Mô hình dân vận khéo nhân rộng chậm.\n"
     "S party: Đối thoại với dân có nơi còn hình thức.\n",
     "a run-in heading and a sentence that announces"},
    {"Về hạn chế: công tác thống kê chưa kịp thời. Về nguyên nhân: phần mềm thường xuyên lỗi. Về nhiệm vụ tháng 12: "
     "hoàn thành điều tra dân số giữa kỳ.\n",
     "S administration: công tác thống kê chưa kịp thời. => 1\nC -: phần mềm thường xuyên lỗi.\n"
     "T: hoàn thành điều tra dân số giữa kỳ.\n",
     "about limits, about causes, about tasks, in one line"},
    {"1. Khó khăn, hạn chế\nDo ảnh hưởng của dịch Covid-19, nhiều hoạt động văn hóa phải tạm dừng. Doanh thu du lịch "
     "giảm "
     "sâu.\n2. Nguyên nhân\nDịch bệnh diễn biến phức tạp.\n",
     "?S social/trade/other: Do ảnh hưởng … tạm dừng.\n?C -: Do ảnh hưởng … tạm dừng.\n"
     "?S trade: Doanh thu du lịch giảm sâu.\n?C -: Doanh thu du lịch giảm sâu.\nC -: Dịch bệnh diễn biến phức tạp.\n",
     "a failing that begins with its reason"},
    {"Cuối cùng, Giám đốc Sở đề nghị các phòng chuyên môn khẩn trương hoàn thiện báo cáo, đẩy mạnh giải ngân.\n", "",
     "a request alone, nothing said before it"},
    /* news and councils */
    {"Bắc Kạn: Sơ kết công tác khuyến nông 6 tháng đầu năm 2020\n"
     "6 tháng đầu năm, Trung tâm Khuyến nông xây dựng 14 mô hình với 320 hộ tham gia.\n"
     "Bên cạnh đó, vẫn còn một số mô hình quy mô nhỏ, khó nhân rộng; cán bộ khuyến nông cơ sở mỏng.\n"
     "Trong 6 tháng cuối năm, Trung tâm sẽ tập trung chuyển giao kỹ thuật trồng dong riềng; liên kết tiêu thụ sản "
     "phẩm.\n"
     "Nguyễn Hà\n",
     "S agriculture/personnel: Bên cạnh đó, vẫn còn … mỏng.\nT: Trong 6 tháng cuối năm, … sản phẩm.\n",
     "a short item with a byline"},
    {"Kỳ họp thứ 8 HĐND thị xã: Chất vấn về rác thải\n"
     "Trả lời chất vấn, Chủ tịch UBND thị xã thừa nhận việc thu gom rác thải ở các xã ngoại thị chưa kịp thời, xe "
     "chuyên dùng "
     "cũ nát. Nguyên nhân do kinh phí dịch vụ công ích hạn chế. Để khắc phục, thị xã sẽ bổ sung 3 xe ép rác, tổ chức "
     "đấu thầu "
     "thu gom theo cụm xã.\n",
     "S other/administration: Trả lời chất vấn, … cũ nát. => 1\nC -: Nguyên nhân do … hạn chế.\n"
     "T: Để khắc phục, … cụm xã.\n",
     "questions and answers in a council"},
    {"Đảng bộ xã Tân Lập: Nhìn lại nửa nhiệm kỳ\n"
     "Sau nửa nhiệm kỳ, 14/18 chỉ tiêu đạt và vượt.\n"
     "Song bên cạnh những kết quả đạt được, Đảng bộ vẫn còn những hạn chế: thu ngân sách chưa bền vững; một số chi bộ "
     "nông thôn "
     "khó phát triển đảng viên mới.\n"
     "Nửa nhiệm kỳ còn lại, Đảng bộ xác định tiếp tục đổi mới phương thức lãnh đạo, tạo nguồn phát triển đảng viên.\n",
     "S party/budget: Song bên cạnh … đảng viên mới.\nT: Nửa nhiệm kỳ còn lại, … đảng viên.\n",
     "half a term looked back on"},
    {"Ngành Thuế Kon Tum thu 1.850 tỷ đồng\n"
     "8 tháng, toàn ngành thu 1.850 tỷ đồng, bằng 61% dự toán.\n"
     "Theo lãnh đạo Cục Thuế, khó khăn lớn nhất hiện nay là nguồn thu từ thủy điện sụt giảm do khô hạn, nợ thuế khó "
     "thu tăng.\n"
     "Những tháng còn lại, Cục Thuế chỉ đạo các đội thuế bám sát nguồn thu, đôn đốc thu nợ, phấn đấu hoàn thành dự "
     "toán.\n",
     "S budget: Theo lãnh đạo Cục Thuế, … tăng.\nT: Những tháng còn lại, … dự toán.\n", "the hardest thing now"},
    {"KẾT LUẬN HỘI NGHỊ\n1. Đánh giá cao nỗ lực của các đơn vị.\n"
     "2. Về những tồn tại: tiến độ lập quy hoạch chi tiết chậm; phối hợp giữa các phòng chưa nhịp nhàng.\n"
     "3. Về nhiệm vụ thời gian tới:\n- Giao Phòng Quy hoạch hoàn thành đồ án trước 30/11.\n"
     "- Văn phòng rà soát chế độ báo cáo.\n",
     "S administration: tiến độ lập … nhịp nhàng.\nT: Giao Phòng Quy hoạch … 30/11.\nT: Văn phòng rà soát chế độ báo "
     "cáo.\n",
     "a notice of conclusions"},
    {"1. Nông nghiệp: Năng suất lúa đạt 62 tạ/ha, tăng 1,2 tạ/ha.\n2. Công nghiệp: Giá trị sản xuất đạt 850 tỷ đồng; "
     "tuy nhiên "
     "một số doanh nghiệp may thiếu lao động, sản xuất cầm chừng.\n3. Thương mại: Bán lẻ tăng 9%.\n",
     "S industry: Công nghiệp: … cầm chừng.\n", "one failing inside a list of results"},
    {"Toàn tỉnh giải quyết việc làm cho 18.000 lao động, đạt 90% kế hoạch; đưa 1.200 lao động đi làm việc ở nước "
     "ngoài.\n",
     "", "a part of the plan without a judgement"},
    {"Kết quả công tác tư pháp năm 2023 của tỉnh Hòa Bình\nNăm 2023, Sở thẩm định 45 văn bản.\n"
     "Phát huy kết quả đạt được, năm 2024 Sở Tư pháp tiếp tục nâng cao chất lượng thẩm định văn bản, đẩy mạnh số hóa "
     "hộ tịch.\n",
     "T: Phát huy kết quả đạt được, … hộ tịch.\n", "next year's acts behind what was reached"},
    {"NHIỆM VỤ TRỌNG TÂM THÁNG 10\n"
     "I. Lĩnh vực kinh tế\n1. Thu hoạch lúa mùa, làm đất vụ đông.\n2. Giải ngân 95% vốn đầu tư công.\n"
     "II. Lĩnh vực văn hóa - xã hội\n1. Tổ chức Đại hội thể dục thể thao.\n",
     "T: Thu hoạch lúa mùa, làm đất vụ đông.\n?T: Giải ngân 95% vốn đầu tư công.\nT: Tổ chức Đại hội thể dục thể "
     "thao.\n",
     "an outline below a heading of tasks"},
    {"C. KẾT QUẢ KIỂM ĐIỂM\n1. Về tư tưởng chính trị\n- Ưu điểm: Đảng viên yên tâm công tác.\n"
     "- Khuyết điểm: Một số đảng viên chưa chủ động học tập nghị quyết.\n2. Về đạo đức, lối sống\n- Ưu điểm: Giữ gìn "
     "phẩm chất.\n"
     "- Khuyết điểm: Chưa mạnh dạn đấu tranh phê bình.\n",
     "S party: Một số đảng viên … nghị quyết.\nS party: Chưa mạnh dạn đấu tranh phê bình.\n",
     "merits and faults of a review, as dashes"},
    {"Tỉnh tổ chức Hội nghị gặp mặt, tháo gỡ khó khăn, vướng mắc cho doanh nghiệp. Tại hội nghị, 25 kiến nghị được "
     "giải đáp.\n",
     "", "a meeting's name holds difficulties"},
    {"Mặc dù gặp nhiều khó khăn do dịch bệnh, kinh tế của huyện vẫn tăng trưởng 6,2%.\n", "",
     "hardship granted, growth told"},
    {"Mặc dù thời tiết bất lợi nhưng năng suất lúa vẫn đạt 60 tạ/ha.\n", "", "bad weather granted"},
    {"Khó khăn, vướng mắc:\nKhông.\nKiến nghị:\nKhông.\n", "?S other/administration: Không.\n", "nothing to tell"},
    {"II. TỒN TẠI, HẠN CHẾ\nKhông có.\nIII. NHIỆM VỤ\nDuy trì chế độ trực ban.\n",
     "?S other/administration: Không có.\nT: Duy trì chế độ trực ban.\n", "none, then a task"},
    /* crossheads of news: what is told under them may be failing, why, and what comes, a paragraph each */
    {"Ngành Y tế Hà Giang nửa năm nhiều nỗ lực\n"
     "Sáu tháng qua, toàn ngành khám, chữa bệnh cho 412 nghìn lượt người, tăng 6,5% so với cùng kỳ; công suất giường "
     "bệnh đạt 91%.\n"
     "Vẫn còn nhiều nút thắt\n"
     "Nhân lực tuyến xã thiếu và yếu, 34 trạm y tế chưa có bác sĩ. Thuốc, vật tư ở một số bệnh viện cung ứng gián "
     "đoạn, "
     "người bệnh phải mua ngoài.\n"
     "Giải thích về thực trạng này, bà Lan cho biết mức phụ cấp vùng cao chưa đủ giữ chân bác sĩ, quy trình mua sắm "
     "thay đổi nhiều lần. Ngoài ra, một số giám đốc bệnh viện còn e ngại khi ký hồ sơ thầu.\n"
     "Từ nay đến cuối năm, ngành Y tế sẽ tuyển thêm bác sĩ cho tuyến xã và mở lớp đào tạo tại chỗ cho hộ sinh. Cùng "
     "với "
     "đó, Sở thành lập tổ chuyên trách hỗ trợ các bệnh viện đấu thầu.\n",
     "S social/personnel: Nhân lực tuyến xã … bác sĩ.\nS social/trade: Thuốc, vật tư … mua ngoài.\n"
     "C -: Giải thích … nhiều lần.\nC -: Ngoài ra, … hồ sơ thầu.\n"
     "T: Từ nay đến cuối năm, … hộ sinh.\nT: Cùng với đó, … đấu thầu.\n",
     "a crosshead of knots, then why, then what comes"},
    {"Thủy sản Cà Mau chín tháng vượt khó\n"
     "Chín tháng, sản lượng thủy sản toàn tỉnh ước 486 nghìn tấn, tăng 3,1% so với cùng kỳ, trong đó tôm nuôi đạt 172 "
     "nghìn tấn.\n"
     "Những nút thắt cần tháo gỡ\n"
     "Tôm giống chưa được kiểm dịch đầy đủ, dịch đốm trắng xảy ra trên 1.240 ha. Hạ tầng vùng nuôi xuống cấp, kênh cấp "
     "nước bồi lắng.\n"
     "Về khách quan, nắng nóng kéo dài làm độ mặn tăng cao, giá thức ăn neo ở mức cao. Về chủ quan, một số hộ nuôi "
     "chưa tuân thủ lịch thời vụ, cán bộ khuyến nông cơ sở mỏng.\n"
     "Trong quý cuối năm, Sở sẽ kiểm tra toàn bộ trại giống, hướng dẫn người nuôi cải tạo ao đầm. Đồng thời, ngành "
     "nạo vét 14 tuyến kênh cấp nước.\n",
     "S agriculture/trade: Tôm giống … 1.240 ha.\nS agriculture/investment/trade: Hạ tầng vùng nuôi … bồi lắng.\n"
     "C objective: Về khách quan, … mức cao.\nC subjective: Về chủ quan, … mỏng.\n"
     "T: Trong quý cuối năm, … ao đầm.\nT: Đồng thời, … cấp nước.\n",
     "causes by their kinds at the head of a paragraph of their own"},
    /* why, in a paragraph or sentence behind: how it is said */
    {"Tuy nhiên, tiến độ cấp giấy chứng nhận quyền sử dụng đất ở vùng đồng bào dân tộc còn chậm. Lý giải điều này, Phó "
     "Giám đốc Sở nêu thực tế hồ sơ địa chính cũ thất lạc, người dân tự chuyển nhượng bằng giấy tay.\n",
     "S administration/social/agriculture/other/investment: Tuy nhiên, … còn chậm. => 1\nC -: Lý giải điều này, … giấy "
     "tay.\n",
     "the cause is laid open"},
    {"Dù vậy, tỷ lệ giải ngân vốn các chương trình mục tiêu quốc gia mới đạt 38% kế hoạch.\n"
     "Nói về nguyên nhân, lãnh đạo Sở cho rằng văn bản hướng dẫn ban hành chậm. Thêm vào đó, nhiều chủ đầu tư cấp xã "
     "còn lúng túng trong lập hồ sơ. Chưa kể, vốn đối ứng của địa phương hạn hẹp.\n",
     "S budget/investment: Dù vậy, … kế hoạch.\nC -: Nói về nguyên nhân, … chậm.\nC -: Thêm vào đó, … hồ sơ.\nC -: "
     "Chưa kể, … hạn hẹp.\n",
     "one more cause, and one more"},
    {"Tuy vậy, công tác bảo vệ rừng ở một số xã còn bị buông lỏng. Theo phân tích của Chi cục Kiểm lâm, thực trạng này "
     "bắt nguồn từ lực lượng kiểm lâm địa bàn quá mỏng, phụ cấp thấp. Một phần khác là do chính quyền xã chưa vào "
     "cuộc.\n",
     "S agriculture: Tuy vậy, … buông lỏng.\nC -: Theo phân tích … thấp.\nC -: Một phần khác … vào cuộc.\n",
     "by somebody's analysis"},
    {"Song, số doanh nghiệp ngừng hoạt động còn cao, nhiều hợp tác xã hoạt động hình thức. Nguyên do là sức mua yếu, "
     "chi "
     "phí vay vốn cao. Cùng với đó, năng lực quản trị của không ít giám đốc hợp tác xã còn hạn chế.\n",
     "S industry/investment/agriculture/trade/other: Song, … hình thức. => 1 2\nC -: Nguyên do là … cao.\nC -: Cùng "
     "với "
     "đó, … hạn chế.\n",
     "another word for cause; one more that is itself a failing"},
    {"Tuy nhiên, việc sáp nhập trường ở vùng sâu còn gặp vướng mắc. Sự chậm trễ này chủ yếu do đường sá cách trở, học "
     "sinh chưa có chỗ ở bán trú.\n",
     "S social/administration: Tuy nhiên, … vướng mắc. => 1\nC -: Sự chậm trễ này … bán trú.\n",
     "the delay as the subject"},
    {"III. Tồn tại\n- Tỷ lệ bao phủ nước sạch nông thôn thấp.\n- Nợ đọng xây dựng cơ bản còn lớn.\n"
     "Những tồn tại trên xuất phát từ nguồn thu ngân sách huyện eo hẹp; cùng với đó, một số xã đầu tư vượt khả năng "
     "cân "
     "đối.\n",
     "S social/agriculture: Tỷ lệ bao phủ … thấp. => 1\nS budget/investment: Nợ đọng … lớn. => 1\nC -: Những tồn tại "
     "trên … "
     "cân đối.\n",
     "an unmarked paragraph behind a list tells why"},
    /* a failing announced without a colon */
    {"Năm qua, tỉnh đón 2,4 triệu lượt khách du lịch, tăng 12% so với năm trước.\n"
     "Tuy vậy, hội nghị cũng thẳng thắn chỉ ra không ít bất cập. Sản phẩm du lịch trùng lặp, thời gian lưu trú bình "
     "quân "
     "mới 1,3 ngày. Chỉ 22% lao động du lịch qua đào tạo. Rác thải ở các bãi biển thu gom chậm, du khách phàn nàn.\n",
     "?S social/trade/other: Tuy vậy, … bất cập.\nS social/trade: Sản phẩm du lịch … ngày.\nS social/personnel/trade: "
     "Chỉ "
     "22% … đào "
     "tạo.\nS social/other/trade: Rác thải … phàn nàn.\n",
     "shortcomings announced by a sentence"},
    {"Quý III, ngành Thuế thu 1.240 tỷ đồng, đạt 71% dự toán.\n"
     "Dẫu vậy, Cục trưởng không né tránh những mặt yếu. Nợ thuế khó thu tăng lên 214 tỷ đồng. Hóa đơn điện tử ở các hộ "
     "khoán triển khai ì ạch, mới 31% hộ đăng ký.\n",
     "?S budget: Dẫu vậy, … mặt yếu.\nS budget: Nợ thuế … đồng.\nS budget/administration: Hóa đơn điện tử … đăng ký.\n",
     "who does not hide them"},
    {"Toàn ngành có 312 trường học, 87% đạt chuẩn quốc gia.\n"
     "Lãnh đạo Sở Giáo dục và Đào tạo không giấu những trăn trở. Còn 214 phòng học tạm, nhà vệ sinh nhiều điểm trường "
     "lẻ "
     "hư hỏng. Giáo viên tiếng Anh thiếu 186 người.\n",
     "?S social: Lãnh đạo Sở … trăn trở.\nS social: Còn 214 … hư hỏng.\nS social/personnel: Giáo viên tiếng Anh … "
     "người.\n",
     "likewise, of cares"},
    {"Nhìn chung, sản xuất vụ đông đã phục hồi nhưng chưa thật bền vững: liên kết với doanh nghiệp lỏng lẻo, diện tích "
     "cây ưa lạnh thu hẹp.\n",
     "S agriculture: Nhìn chung, … thu hẹp.\n", "a general view that turns"},
    {"Tuy nhiên, toàn huyện mới có 4 sản phẩm OCOP được công nhận, bằng 40% mục tiêu.\n",
     "S agriculture/trade/industry/other: Tuy nhiên, … mục tiêu.\n", "only so much, by the word alone"},
    {"Kết quả kiểm tra cho thấy 96% cơ sở chấp hành tốt. Bên cạnh đó, ngành đã cấp 45 giấy phép.\n", "",
     "besides: more of what was done"},
    /* marks of lists with blanks; damaged headings */
    {"III - Hạn chê, thiếu sót\n"
     "1 - Công tác tiếp dân ở hai phường chưa đúng lịch.\n"
     "2 - Hồ sơ đảng viên bổ sung chậm.\n"
     "IV - Nguyên nhân\n"
     "1 - Cán bộ kiêm nhiệm nhiều việc.\n"
     "V - Nhiệm vu trọng tâm quý IV\n"
     "1 - Rà soát hồ sơ đảng viên.\n"
     "2 - Tổ chức lớp bồi dưỡng nghiệp vụ.\n",
     "S administration: Công tác tiếp dân … lịch. => 1\nS party/personnel/administration: Hồ sơ đảng viên … chậm. => "
     "1\nC -: Cán bộ "
     "kiêm "
     "nhiệm nhiều việc.\nT: Rà soát hồ sơ đảng viên.\nT: Tổ chức … nghiệp vụ.\n",
     "marks with a blank before the dash, accents lost"},
    {"III- TỒN TẠI, HAN CHẾ VÀ NGUYỀN NHÂN\n"
     "- Việc chi trả chế độ cho dân quân còn muộn.\n"
     "* Nguyên nhàn\n"
     "- Kinh phí cấp trên phân bổ chậm.\n"
     "IV- NHIỆM VỤ, GIÁI PHÁP\n"
     "- Cấp phát đủ quân trang trước Tết.\n",
     "S other/social/budget/administration: Việc chi trả … muộn. => 1\nC -: Kinh phí … chậm.\nT: Cấp phát … Tết.\n",
     "a scan's headings"},
    {"B - CÁC MẶT TỒN TẠl, YẾU KÉM\n"
     "- Dịch tả lợn châu Phi tái phát ở 9 xã.\n"
     "- Chợ trung tâm xã chưa phát huy công năng.\n"
     "C - PHƯONG HƯỚNG THÁNG TỚI\n"
     "- Tiêm phòng đợt 2 cho đàn gia súc.\n",
     "S agriculture: Dịch tả … xã.\nS trade: Chợ trung tâm … công năng.\nT: Tiêm phòng … gia súc.\n",
     "letters read for others"},
    {"Những hạn chế sau cần được khắc phục:\n1 - Tuyển quân ở một xã chưa đủ chỉ tiêu.\n2 - Huấn luyện dân quân tự vệ "
     "còn đại khái.\n",
     "S other/personnel/social/administration: Tuyển quân … chỉ tiêu.\nS other/administration/personnel: Huấn luyện … "
     "đại khái.\n",
     "a list announced, numbers with dashes"},
    {"Song vẫn bộc lộ một số điểm yếu như sau:\n1- Đèn chiếu sáng đô thị hỏng nhiều.\n2- Vỉa hè bị lấn chiếm trở "
     "lại.\n",
     "S investment/social/administration/energy/other/logistics: Đèn chiếu sáng … nhiều.\nS "
     "administration/social/investment/logistics/other: Vỉa hè … trở lại.\n",
     "weak points announced"},
    {"* Tồn tại: công tác thu phí còn thất thu.\n* Nguyên nhân\n- KQ: mức phí ban hành đã lâu, không còn phù hợp.\n"
     "- CQ: đội thu phí chưa sát hộ kinh doanh.\n",
     "S budget: công tác thu phí còn thất thu. => 1 2\nC objective: KQ: … phù hợp.\nC subjective: CQ: … kinh doanh.\n",
     "kinds of causes in two letters"},
    /* what comes, by a time in the heading */
    {"BÁO CÁO\nKết quả công tác tháng 4 năm 2022\nPhần A - KẾT QUẢ THÁNG 4\nCấp 31 giấy phép lái xe quốc tế.\n"
     "Phần B - CÔNG VIỆC THÁNG 5\n"
     "- Kiểm định 120 xe khách trước mùa cao điểm.\n- Đấu thầu 3 tuyến xe buýt.\n",
     "T: Kiểm định … cao điểm.\nT: Đấu thầu 3 tuyến xe buýt.\n", "a part on the month to come"},
    {"BÁO CÁO\nTình hình công tác tháng 8, tuần 32 (từ 05/8 đến 11/8/2019)\nI. KẾT QUẢ\n1. Kiểm tra 12 cơ sở giết mổ.\n"
     "II. HOẠT ĐỘNG THÁNG 9/2019\n- Mở lớp tập huấn thú y cơ sở.\n- Thẩm định 2 vùng an toàn dịch bệnh.\n",
     "T: Mở lớp … cơ sở.\nT: Thẩm định … dịch bệnh.\n", "activities of a month to come"},
    {"BÁO CÁO\nCông tác thanh tra quý I năm 2020\n1. Công tác quý I\nTriển khai 8 cuộc thanh tra, kết thúc 6 cuộc.\n"
     "2. Công tác quý II\n- Thanh tra việc quản lý đất công tại 2 huyện.\n- Công khai 6 kết luận thanh tra.\n",
     "T: Thanh tra … 2 huyện.\nT: Công khai 6 kết luận thanh tra.\n", "the quarter reported and the quarter to come"},
    /* tasks in running text */
    {"Năm 2022, tỉnh công nhận thêm 6 xã nông thôn mới.\n"
     "Trước mắt, UBND tỉnh yêu cầu các huyện rà soát lại từng tiêu chí, không chạy theo thành tích. Hoàn thiện hồ sơ "
     "của "
     "4 xã trước 30/6. Bố trí vốn đối ứng ngay từ đầu năm.\n",
     "T: Trước mắt, … thành tích.\nT: Hoàn thiện hồ sơ … 30/6.\nT: Bố trí vốn … đầu năm.\n",
     "at first, somebody asks; then acts by the bare verb"},
    {"Năm 2019, kim ngạch xuất khẩu của tỉnh đạt 920 triệu USD.\n"
     "Tuy nhiên, logistics còn yếu.\n"
     "Năm 2020, ngành phấn đấu xuất khẩu 1.010 triệu USD. Muốn đạt mục tiêu đó, Sở sẽ mở thêm hai điểm tập kết "
     "hàng và kết nối doanh nghiệp với các hãng tàu. Phòng Xuất nhập khẩu cũng sẽ cập nhật cảnh báo thị trường hằng "
     "tuần.\n"
     "Phó Chủ tịch UBND tỉnh giao Sở xây dựng đề án trung tâm logistics; kiên quyết thu hồi kho bãi để hoang.\n",
     "S logistics: Tuy nhiên, logistics còn yếu.\nT: Muốn đạt … hãng tàu.\nT: Phòng Xuất nhập khẩu … hằng tuần.\nT: "
     "Phó "
     "Chủ tịch UBND tỉnh giao … để hoang.\n",
     "to reach it; a department too; a superior who gives it"},
    {"Năm 2023, thu hút 34 dự án với 5.200 tỷ đồng.\n"
     "Các đơn vị tập trung thực hiện: (1) rà soát quỹ đất sạch; (2) rút ngắn thời gian cấp phép; (3) đối thoại với nhà "
     "đầu tư hằng quý.\n",
     "T: rà soát quỹ đất sạch;\nT: rút ngắn thời gian cấp phép;\nT: đối thoại với nhà đầu tư hằng quý.\n",
     "an enumeration inside a sentence"},
    {"Nguyên nhân đạt được kết quả trên: một là, cấp ủy quan tâm; hai là, người dân đồng thuận.\n", "",
     "why it went well, counted"},
    {"I. KẾT QUẢ\n1. Về đầu tư công: trong quý phê duyệt quyết toán 14 công trình, tiết kiệm 3,2 tỷ đồng.\n"
     "2. Công tác thẩm tra: trong tháng thẩm tra 9 hồ sơ. Công tác giám sát có tiến bộ: tổ chức 3 đoàn.\n"
     "II. NHIỆM VỤ QUÝ TỚI\n1. Quyết toán dứt điểm các công trình tồn đọng.\n",
     "T: Quyết toán … tồn đọng.\n", "what was done in the quarter is no task"},
    {"Thu ngân sách tháng 7 đạt 312 tỷ đồng. Công tác kiểm tra có chuyển biến: trong tháng hoàn thành kiểm tra 41 "
     "doanh "
     "nghiệp, truy thu 6,8 tỷ đồng.\n",
     "", "past work told by the bare verb"},
    /* headings of reports, many ways, some of them scanned badly */
    {"II. HẠN CHỂ, TỔN TẠI\n- Việc cấp mã số vùng trồng còn chậm.\n- Chưa xử lý dứt điểm vi phạm hành lang đê.\n"
     "III. NGUYÊN NHÃN\n- Người dân chưa mặn mà.\n- Lực lượng quản lý đê mỏng.\n"
     "IV. NHỊỆM VỤ TRỌNG TÂM QUÝ III\n- Cắm mốc hành lang bảo vệ đê.\n- Tập huấn cấp mã vùng trồng.\n",
     "S agriculture: Việc cấp mã số … chậm. => 1 2\nS agriculture/administration/investment: Chưa xử lý … đê. => 1 "
     "2\nC -: Người dân "
     "chưa mặn mà.\nC -: Lực lượng quản lý đê mỏng.\nT: Cắm mốc hành lang bảo vệ đê.\nT: Tập huấn cấp mã vùng trồng.\n",
     "hooks and tildes lost in headings"},
    {"3. Khó khăn, vuớng mắc:\n- Phần mềm dịch vụ công hay lỗi.\n4. Phương huớng tháng 6:\n- Nâng cấp phần mềm một "
     "cửa.\n",
     "S administration: Phần mềm … lỗi.\nT: Nâng cấp phần mềm một cửa.\n", "horns lost"},
    {"* Hạn chế, tồn tại\nMột số xã chưa công khai quy hoạch. Hồ sơ địa chính lưu trữ thất lạc.\n* Nguyên nhân\nCán bộ "
     "địa "
     "chính thay đổi nhiều.\n* Giải pháp\nSố hóa toàn bộ hồ sơ địa chính. Tổ chức kiểm tra chéo giữa các xã.\n",
     "S administration/investment: Một số xã … quy hoạch. => 1\nS administration: Hồ sơ địa chính … lạc. => 1\nC -: "
     "Cán bộ địa chính … "
     "nhiều.\nT: Số hóa toàn bộ hồ sơ địa chính.\nT: Tổ chức kiểm tra chéo giữa các xã.\n",
     "starred headings without a colon over paragraphs"},
    {"Tuy nhiên, trong quá trình thực hiện còn có những khó khăn, vướng mắc sau:\n"
     "a) Định mức chi cho y tế cơ sở thấp.\nb) Một số trạm y tế chưa có máy siêu âm.\n"
     "Nguyên nhân của những khó khăn trên là:\na) Ngân sách huyện chưa cân đối được.\n",
     "S social/budget: Định mức chi … thấp. => 1\nS social: Một số trạm y tế … siêu âm. => 1\nC -: Ngân sách huyện … "
     "được.\n",
     "announced lists with small letters"},
    {"IV. NỘI DUNG CÔNG TÁC QUÝ III\n1. Tổ chức ngày hội việc làm.\n2. Chi trả trợ cấp tháng 7 qua tài khoản.\n",
     "T: Tổ chức ngày hội việc làm.\nT: Chi trả trợ cấp … tài khoản.\n", "contents of work"},
    {"V. CÁC VIỆC CẦN TRIỂN KHAI TRONG THÁNG 8\n- Bàn giao mặt bằng tuyến tránh.\n- Sửa chữa cầu Khe Dầu.\n",
     "T: Bàn giao mặt bằng tuyến tránh.\nT: Sửa chữa cầu Khe Dầu.\n", "things that need doing"},
    {"C. GIẢI PHÁP CHỈ ĐẠO, ĐIỀU HÀNH NHỮNG THÁNG CUỐI NĂM\n1. Điều hành linh hoạt dự toán.\n2. Thu hồi tạm ứng quá "
     "hạn.\n"
     "D. ĐỀ XUẤT, KIẾN NGHỊ\nĐề nghị Bộ Tài chính bổ sung 45 tỷ đồng.\n",
     "T: Điều hành linh hoạt dự toán.\nT: Thu hồi tạm ứng quá hạn.\n", "means of steering, then what is asked for"},
    {"Hạn chế: Tỷ lệ nộp hồ sơ trực tuyến thấp; hệ thống thư điện tử công vụ hay nghẽn. Nguyên nhân: Hạ tầng cũ, chưa "
     "được đầu tư. Nhiệm vụ tháng 11: Nâng băng thông; tập huấn cho công chức cấp xã.\n",
     "S administration: Tỷ lệ nộp … nghẽn. => 1\nC -: Hạ tầng cũ, chưa được đầu tư.\nT: Nâng băng thông; … cấp xã.\n",
     "three parts in one flattened line"},
    {"2.1- Khuyết điểm\n- Nội dung sinh hoạt chi đoàn nghèo nàn.\n2.2- Nguyên nhân\n- Bí thư chi đoàn kiêm "
     "nhiệm.\n2.3- "
     "Phương hướng\n- Đổi mới sinh hoạt chi đoàn theo chủ điểm.\n",
     "S party: Nội dung … nghèo nàn. => 1\nC -: Bí thư chi đoàn kiêm nhiệm.\nT: Đổi mới … chủ điểm.\n",
     "two figures and a dash"},
    {"VI- Dự kiến công việc tuần tới\n- Họp Ban chỉ đạo chuyển đổi số.\n- Nghiệm thu đề tài giống lúa.\n",
     "T: Họp Ban chỉ đạo chuyển đổi số.\nT: Nghiệm thu đề tài giống lúa.\n", "next week's work"},
    {"III. Những vấn đề còn vướng mắc\n1/ Quỹ đất tái định cư chưa bố trí kịp.\n2/ Đơn giá bồi thường thấp hơn thị "
     "trường.\n"
     "IV. Nguyên do\n1/ Thủ tục giao đất qua nhiều cấp.\n",
     "S investment/administration/social/agriculture/other: Quỹ đất … kịp. => 1\nS "
     "investment/administration/agriculture/other/budget/trade: Đơn giá … thị trường. => 1\nC -: Thủ tục giao "
     "đất qua nhiều cấp.\n",
     "problems and their reason by rarer nouns"},
    /* news: failings */
    {"Doanh thu vận tải quý I đạt 812 tỷ đồng, tăng 9%. Cái khó hiện nay là các bến xe xã hội hóa chưa thu hút được "
     "nhà xe, "
     "nhiều bến bỏ không.\n",
     "S logistics: Cái khó hiện nay là … bỏ không.\n", "the hard thing now"},
    {"Tỷ lệ người dân tham gia BHYT đạt 93,1%. Đáng lo là hơn 12.000 người thuộc hộ cận nghèo chưa có thẻ, tiền nợ "
     "đóng lên tới "
     "31 tỷ đồng.\n",
     "S social/budget: Đáng lo là … tỷ đồng.\n", "what worries"},
    {"Bức tranh thu hút đầu tư vẫn chưa trọn vẹn. Mặt bằng sạch thiếu, nhiều dự án chậm tiến độ phải gia hạn. Gốc rễ "
     "của vấn "
     "đề là công tác quy hoạch đi sau, thủ tục đất đai rườm rà.\n",
     "?S investment: Bức tranh … trọn vẹn.\nS investment: Mặt bằng sạch … gia hạn.\nC -: Gốc rễ … rườm rà.\n",
     "an incomplete picture, the root of it"},
    {"Tuy có tăng trưởng nhưng quy mô ngành chế biến gỗ vẫn nhỏ, máy móc lạc hậu. Tình trạng này là do doanh nghiệp "
     "khó tiếp "
     "cận vốn vay, thiếu thợ lành nghề.\n",
     "S industry/other: Tuy có tăng trưởng … lạc hậu. => 1\nC -: Tình trạng này … lành nghề.\n",
     "this state is because of"},
    {"Tuy nhiên, tiến độ xây dựng cầu Vàm còn chậm 4 tháng. Vì sao chậm? Theo Ban Quản lý dự án, giá cát tăng gấp đôi "
     "khiến "
     "nhà thầu thi công cầm chừng.\n",
     "S investment/logistics: Tuy nhiên, … 4 tháng.\n?C -: Vì sao chậm?\nC -: Theo Ban Quản lý dự án, … cầm chừng.\n",
     "asked and answered"},
    {"Nỗi lo lớn nhất là nguồn nhân lực: bác sĩ chuyên khoa bỏ việc, trạm y tế xã thiếu dược sĩ.\n",
     "S social/personnel: Nỗi lo lớn nhất … dược sĩ.\n", "the greatest care"},
    {"Song hành với đó, tỉnh khánh thành 12 công trình. Du lịch phục hồi mạnh, đón 1,2 triệu lượt khách, tăng 41%.\n",
     "", "side by side: no contrast"},
    {"Ngành đã tháo gỡ nhiều nút thắt về đất đai, nhờ đó thu hút 21 dự án mới. Điểm nghẽn về điện được giải quyết dứt "
     "điểm.\n",
     "", "knots that were undone"},
    {"Cục đã giải thích, hướng dẫn cho 312 người nộp thuế. Sở đã giao các phòng rà soát 45 thủ tục.\n", "",
     "explained and given to do in the past"},
    {"Cán bộ đã lý giải thỏa đáng 12 kiến nghị của cử tri. Năm 2021 mới có 3 xã đạt chuẩn, nay là 9 xã.\n", "",
     "answers given; little then, more now"},
    /* news: what comes */
    {"Tuy nhiên, số hộ tái nghèo còn cao.\nViệc cần làm ngay là rà soát lại danh sách hộ nghèo, gắn với từng nguyên "
     "nhân. Ưu "
     "tiên hàng đầu của ngành là đào tạo nghề ngắn hạn cho lao động nông thôn.\n",
     "S social: Tuy nhiên, … cao.\nT: Việc cần làm ngay … nguyên nhân.\nT: Ưu tiên hàng đầu … nông thôn.\n",
     "what must be done at once"},
    {"Mặc dù vậy, nợ đọng bảo hiểm còn lớn.\nGiải pháp được đưa ra là thanh tra đột xuất các đơn vị nợ trên 3 tháng, "
     "công khai "
     "danh sách trên báo chí. Ngoài ra, cơ quan BHXH sẽ phối hợp với công an xử lý hành vi trốn đóng.\n",
     "S social/budget: Mặc dù vậy, … lớn.\nT: Giải pháp được đưa ra … báo chí.\nT: Ngoài ra, … trốn đóng.\n",
     "the answer given"},
    {"Năm 2021, tỉnh trồng 9.800 ha rừng.\nTuy vậy, chất lượng rừng trồng còn thấp.\nNhững tháng tiếp theo, ngành Lâm "
     "nghiệp tập trung "
     "chuyển hóa rừng gỗ lớn, kiểm soát giống. Chi cục Kiểm lâm đồng thời nâng cấp hệ thống cảnh báo cháy.\n",
     "S agriculture: Tuy vậy, … thấp.\nT: Những tháng tiếp theo, … giống.\nT: Chi cục Kiểm lâm … cháy.\n",
     "the months that follow"},
    {"Song, tình trạng khai thác cát trái phép vẫn tái diễn.\nKết luận hội nghị, Chủ tịch UBND tỉnh yêu cầu Công an "
     "tỉnh mở đợt cao "
     "điểm, xử lý nghiêm chủ phương tiện. Sở Tài nguyên và Môi trường khẩn trương lắp camera tại các mỏ.\n",
     "S administration/agriculture/industry/other/investment: Song, … tái diễn.\nT: Kết luận hội nghị, … phương "
     "tiện.\nT: Sở Tài nguyên và Môi trường … mỏ.\n",
     "the chair closes the meeting"},
    {"Tại hội nghị, Chủ tịch UBND tỉnh đã yêu cầu các ngành báo cáo 15 nội dung. Sở đã khẩn trương hoàn thiện hồ sơ.\n",
     "", "asked and done in the past"},
    {"Đồng Nai: Giải ngân vốn đầu tư công tăng tốc\n"
     "Đến 30/9, toàn tỉnh giải ngân 6.120 tỷ đồng, đạt 52% kế hoạch, tăng 8 điểm % so với cùng kỳ.\n"
     "Vướng ở đâu?\n"
     "Dự án đường vành đai vướng 214 hộ chưa nhận tiền bồi thường. Vật liệu đắp nền khan hiếm, một số nhà thầu thi "
     "công "
     "cầm chừng. Theo lãnh đạo Sở Kế hoạch và Đầu tư, nhiều chủ đầu tư còn ngại va chạm, phó mặc cho tư vấn.\n"
     "Theo Sở, ba tháng cuối năm, ngành sẽ điều chuyển vốn từ dự án chậm sang dự án có khối lượng.\n"
     "Chủ tịch UBND tỉnh cũng đã ký công điện đôn đốc các địa phương.\n",
     "S investment/logistics: Dự án đường vành đai … bồi thường.\nS investment/industry/logistics: Vật liệu … cầm "
     "chừng.\nC -: Theo lãnh "
     "đạo … tư vấn.\nT: Theo Sở, … khối lượng.\n",
     "a question as crosshead; a body's reason, a body's plan; what was signed"},
    {"Sơ kết vụ hè thu\nDiện tích gieo cấy đạt 48.200 ha, năng suất bình quân 58 tạ/ha, tăng 1,1 tạ/ha so với vụ "
     "trước.\n"
     "Bên cạnh những kết quả đạt được, sản xuất vụ hè thu còn một số hạn chế, đó là: chuột phá hại 1.900 ha; cơ cấu "
     "giống "
     "chưa hợp lý, còn dùng nhiều giống cũ.\n"
     "Nguyên nhân chủ quan là do công tác diệt chuột đầu vụ chưa đồng loạt; nguyên nhân khách quan là nắng nóng kéo "
     "dài.\n"
     "Vụ tới, ngành chỉ đạo diệt chuột đồng loạt, chuyển 3.000 ha lúa kém hiệu quả sang cây màu.\n",
     "S agriculture: Bên cạnh … giống cũ. => 1\nC -: Nguyên nhân chủ quan … kéo dài.\nT: Vụ tới, … cây màu.\n",
     "a whole season in four paragraphs"},
    {"II. ĐÁNH GIÁ CHUNG\n1. Ưu điểm\nCông tác chỉ đạo kịp thời. Nguyên nhân là nhờ sự vào cuộc của cả hệ thống chính "
     "trị.\n"
     "2. Hạn chế\nTiến độ cấp căn cước ở hai xã biên giới chậm. Trang thiết bị của công an xã thiếu.\n"
     "3. Nguyên nhân\nĐịa hình chia cắt, dân cư phân tán. Kinh phí hạn hẹp.\n"
     "4. Bài học kinh nghiệm\nPhải bám cơ sở, nắm chắc dân.\n"
     "III. NHIỆM VỤ\nDứt điểm cấp căn cước trước 30/11. Đầu tư trang thiết bị cho 12 xã.\n",
     "S administration/social/other: Tiến độ cấp … chậm. => 1 2\nS administration/other/investment/personnel: Trang "
     "thiết bị … thiếu. => 1 2\nC -: Địa hình chia cắt, dân cư "
     "phân tán.\nC -: Kinh phí hạn hẹp.\nT: Dứt điểm … 30/11.\nT: Đầu tư … 12 xã.\n",
     "an assessment with lessons; why it went well"},
    {"Xuất khẩu gạo tăng mạnh 31%, giá gạo tăng cao nhất ba năm. Số vụ cháy giảm mạnh 42%, số người chết giảm 3 người. "
     "Chênh lệch "
     "thu nhập giữa thành thị và nông thôn thu hẹp còn 1,6 lần.\n",
     "", "sharp moves that are no failing"},
    {"Sở đã chấn chỉnh 14 đơn vị chậm báo cáo, thu hồi 6 dự án chậm tiến độ. Qua kiểm tra phát hiện 31 cơ sở vi phạm, "
     "xử phạt 214 "
     "triệu đồng. Nhờ tháo gỡ vướng mắc, 9 dự án khởi công trở lại.\n",
     "", "others' failings dealt with"},
    {"Năm 2022, sản lượng điện đạt 1.240 triệu kWh, tăng 6%.\nDo làm tốt công tác tuyên truyền, tỷ lệ tiết kiệm điện "
     "đạt 2,8%. Vì thế, "
     "ngành điện được UBND tỉnh khen thưởng.\n",
     "", "because of good work: no cause of failings"},
    {"Thu hút FDI 9 tháng được 312 triệu USD, mới bằng 41% kế hoạch năm. Lý do chủ yếu là quỹ đất khu công nghiệp sẵn "
     "sàng cho "
     "thuê đã cạn, hạ tầng điện chưa theo kịp. Bên cạnh đó, một số nhà đầu tư chờ chính sách thuế tối thiểu toàn "
     "cầu.\n",
     "?S investment/exports: Thu hút FDI … năm.\nC -: Lý do chủ yếu … kịp.\nC -: Bên cạnh đó, … toàn cầu.\n",
     "little reached, then why"},
    {"PHẦN THỨ HAI\nMỤC TIÊU, NHIỆM VỤ NĂM 2019\nI. Mục tiêu\n- Tỷ lệ che phủ rừng 52%.\n- Giảm 3% hộ nghèo.\n"
     "II. Nhiệm vụ\n- Giữ rừng tận gốc, không để xảy ra phá rừng.\n- Phấn đấu có thêm 4 xã nông thôn mới, ưu tiên vốn "
     "cho "
     "xã điểm.\n- Thu ngân sách 120 tỷ đồng.\n",
     "T: Giữ rừng tận gốc, không để xảy ra phá rừng.\n?T: Phấn đấu … xã điểm.\n",
     "aims, tasks, and targets among tasks"},
    {"Để hoàn thành kế hoạch năm 2021, trong quý IV Cục Hải quan tỉnh sẽ triển khai tuyến quản lý tự động, tổ chức hai "
     "cuộc đối "
     "thoại với doanh nghiệp. Các chi cục cũng được giao rà soát nợ thuế.\n",
     "T: Để hoàn thành … doanh nghiệp.\nT: Các chi cục … nợ thuế.\n", "to fulfil the plan; subordinate offices too"},
    {"Hội nghị thống nhất một số nhiệm vụ trọng tâm:\nMột là, hoàn thành sắp xếp thôn, bản.\nHai là, giải quyết chế độ "
     "cho cán bộ "
     "dôi dư.\nBa là, số hóa hồ sơ cán bộ.\n",
     "T: Một là, hoàn thành sắp xếp thôn, bản.\nT: Hai là, … dôi dư.\nT: Ba là, số hóa hồ sơ cán bộ.\n",
     "counted lines"},
    {"Thứ nhất, tiến độ lập quy hoạch tỉnh chậm.\nThứ hai, kết nối giữa các sở thiếu chặt chẽ.\n",
     "?S administration/investment: Thứ nhất, … chậm.\n?S "
     "administration: Thứ hai, … chặt chẽ.\n",
     "counted failings without their announcement"},
    {"Đại diện Sở Y tế thừa nhận việc mua sắm vật tư còn chậm. “Chúng tôi đang rà soát lại từng gói thầu”, bà Hà nói. "
     "Bà Hà "
     "cho biết thêm, quy định đấu thầu thay đổi khiến nhiều bệnh viện lúng túng.\n",
     "S social/trade/administration/investment/budget: Đại diện Sở Y tế … chậm.\n?S social/investment: Bà Hà cho biết "
     "… lúng "
     "túng.\n?C -: Bà Hà cho biết … lúng túng.\n?T: “Chúng tôi … bà Hà nói.\n",
     "who admits it, what is being done, why"},
    {"V. TỒN TẠI, NGUYÊN NHÂN VÀ GIẢI PHÁP\n1. Tồn tại\n- Công tác lưu trữ lịch sử chưa có kho chuyên dụng.\n2. Nguyên "
     "nhân\n- Chưa "
     "bố trí được vốn.\n3. Giải pháp\n- Lập dự án kho lưu trữ.\n",
     "S administration/investment/other: Công tác lưu trữ … dụng. => 1\nC -: Chưa bố trí được vốn.\nT: Lập dự án kho "
     "lưu trữ.\n",
     "three in one heading"},
    {"Những khó khăn của doanh nghiệp đã được tỉnh lắng nghe, giải quyết. Hạn chế sử dụng túi ni lông là phong trào "
     "được 96% hộ "
     "hưởng ứng.\n",
     "", "words of failing in other senses"},
    {"Trà Vinh: Kinh tế biển có thêm động lực\nMười tháng, sản lượng hàng qua cảng đạt 4,2 triệu tấn, tăng 18% so với "
     "cùng kỳ; kim ngạch "
     "xuất khẩu 512 triệu USD.\n"
     "Còn lắm gian nan\nLuồng cho tàu biển vào sông Hậu bồi lắng, tàu trên 15.000 tấn chưa ra vào thường xuyên. Khu "
     "kinh tế Định An mới lấp đầy "
     "31%, nhiều dự án treo. Ông Nguyễn Văn Bé, người dân xã Dân Thành, mong đường ra biển sớm hoàn thành.\n"
     "Đề cập nguyên nhân, Trưởng ban Quản lý Khu kinh tế chỉ ra việc xã hội hóa nạo vét thiếu cơ chế. Mặt khác, hạ "
     "tầng điện, nước đầu tư "
     "nhỏ giọt.\n"
     "Hướng đi phía trước\nThời gian tới, Ban sẽ kêu gọi nhà đầu tư hạ tầng cảng, hoàn thiện quy hoạch phân khu. Tỉnh "
     "cũng kiến nghị Bộ "
     "Giao thông vận tải bố trí vốn nạo vét định kỳ.\n",
     "S logistics: Luồng cho tàu biển … xuyên.\nS investment/industry/logistics: Khu kinh tế … treo.\nC -: Đề cập "
     "nguyên nhân, … cơ chế.\nC -: Mặt khác, … "
     "nhỏ giọt.\nT: Thời gian tới, … phân khu.\n?T: Tỉnh cũng kiến nghị … định kỳ.\n?S logistics/social: Ông Nguyễn "
     "Văn Bé, … hoàn thành.\n",
     "a story with two crossheads"},
    {"Dẫu đã có nhiều nỗ lực, tiến độ kiên cố hóa kênh mương vẫn ì ạch, mới đạt 37% kế hoạch năm.\nThực tế cho thấy, "
     "sự chậm trễ có nguyên nhân "
     "từ khâu chuẩn bị đầu tư kéo dài; vốn đối ứng của xã thiếu.\n",
     "S agriculture/investment: Dẫu đã có … kế hoạch năm.\nC -: Thực tế cho thấy, … thiếu.\n",
     "granted, then slow; why by practice"},
    {"C- NHỮNG TỒN TẠI CẦN KHẮC PHỤC VÀ NGUYÊN NHÂN\nI- TỒN TẠI\n1- Quản lý đất công ích ở một số xã lỏng lẻo.\n2- "
     "Việc nộp báo cáo trễ hạn.\n"
     "II- NGUYÊN NHÂN\n1- Về khách quan\nHồ sơ đất đai qua nhiều thời kỳ không đầy đủ.\n2- Về chủ quan\nLãnh đạo một "
     "số xã thiếu kiểm tra. Công chức địa "
     "chính yếu nghiệp vụ.\nD- PHƯƠNG HƯỚNG THÁNG 12\n1- Rà soát, lập phương án sử dụng đất công ích.\n2- Chấn chỉnh "
     "chế độ báo cáo.\n",
     "S administration/agriculture/investment/other: Quản lý đất công ích … lẻo. => 1 2 3\nS administration: Việc nộp "
     "… hạn. => 1 2 3\nC objective: Hồ sơ đất đai … đầy "
     "đủ.\nC subjective: Lãnh đạo … kiểm tra.\nC subjective: Công chức … nghiệp vụ.\nT: Rà soát, … công ích.\nT: Chấn "
     "chỉnh chế độ báo cáo.\n",
     "dashes behind every mark, kinds as headings"},
    {"Tồn tại, hạn chế: Công tác phổ biến pháp luật cho công nhân chưa thường xuyên. Nguyên nhân khách quan: Công nhân "
     "làm ca. Nguyên nhân chủ quan: Báo cáo "
     "viên ít. Phương hướng: Mở 12 buổi phổ biến tại nhà trọ.\n",
     "S administration/social/party/other: Công tác phổ biến … xuyên. => 1 2\nC objective: Công nhân làm ca.\nC "
     "subjective: Báo cáo viên ít.\nT: Mở 12 buổi … nhà trọ.\n",
     "four parts on one line"},
    {"KẾ HOẠCH CÔNG TÁC THÁNG 2\n1. Tổ chức Tết trồng cây.\n2. Giao quân đủ 100% chỉ tiêu.\n3. Kiểm tra giá cả sau "
     "Tết.\n",
     "T: Tổ chức Tết trồng cây.\n?T: Giao quân đủ "
     "100% chỉ tiêu.\nT: Kiểm tra giá cả sau Tết.\n",
     "a plan of one month"},
    {"Thời gian qua, ngành đã tập trung xử lý nợ đọng. Trong thời gian tới đây, khi cao tốc thông xe, lượng khách dự "
     "báo tăng 20%.\n",
     "",
     "a forecast; past "
     "work"},
    {"Trong tháng, lực lượng chức năng sẽ còn gặp khó khăn.\nKết quả: kiểm tra 41 vụ, xử lý 29 vụ, phạt 312 triệu "
     "đồng.\n",
     "?S trade/other/administration: Trong tháng, … khó khăn.\n", "a difficulty to come"},
    {"Năm 2020, toàn ngành vượt 8/10 chỉ tiêu. Hai chỉ tiêu không đạt là số lao động xuất khẩu và tỷ lệ bao phủ BHXH "
     "tự nguyện. Nguyên nhân là do "
     "dịch Covid-19 làm các thị trường tiếp nhận đóng cửa.\n",
     "S social/exports: Hai chỉ tiêu không đạt … tự nguyện. => 1\nC -: Nguyên nhân là do … đóng cửa.\n",
     "targets that were missed, by name"},
    {"Phát biểu chỉ đạo, Bí thư Huyện ủy đề nghị các chi bộ khắc phục ngay việc sinh hoạt hình thức; quan tâm kết nạp "
     "đảng viên ở thôn trắng đảng "
     "viên.\n",
     "?T: Phát biểu chỉ đạo, … viên.\n", "a chair's wish that names failings"},
    {"Mặc dù đạt nhiều kết quả, song công tác khuyến nông của huyện còn bộc lộ những hạn chế: mô hình nhỏ lẻ, khó nhân "
     "rộng; cán bộ khuyến nông xã "
     "kiêm nhiệm.\n",
     "S agriculture: Mặc dù đạt … kiêm nhiệm.\n", "granted, then a list inside"},
    {"Sở họp sơ kết.\nThời gian qua, tỉnh đã khắc phục cơ bản tình trạng giải ngân còn chậm. Huyện chấm dứt tình trạng "
     "hồ sơ xử lý còn lúng túng.\nĐến nay, vẫn chưa ghi nhận ca bệnh mới nào.\nĐể tháo gỡ vướng mắc, tỉnh đã thành lập "
     "3 tổ công tác. Trước mắt, đã giải quyết xong 12 kiến nghị.\nGiám đốc Sở nêu rõ những kết quả nổi bật. Các đại "
     "biểu đã thảo luận về hạn chế, nguyên nhân.\nTuy nhiên, nhờ chủ động, ngành vẫn đạt 102% kế hoạch.\n",
     "", "what was mended, what did not happen, what was done about it"},
    /* first sight: what runs in from a title, a table's lead, a crosshead */
    {"II/ ĐÁNH GIÁ CHUNG\n"
     "Có 8/12 chỉ tiêu đạt từ 75% kế hoạch năm trở lên. Tuy nhiên còn một số tồn tại:\n"
     "- Thu tiền sử dụng đất đạt thấp.\n"
     "- Hạ tầng cụm công nghiệp chắp vá.\n",
     "S budget: Thu tiền … thấp.\nS industry: Hạ tầng … chắp vá.\n",
     "the last sentence announces the list, figures of the first are its own"},
    {"IV. NHẬN XÉT\n"
     "Sở thấy còn các tồn tại sau:\n"
     "ii) Giải ngân vốn chậm;\n"
     "iii) Hộ kinh doanh khó tiếp cận tín dụng;\n",
     "S investment/budget: Giải ngân vốn chậm;\nS trade/budget: Hộ kinh doanh … tín dụng;\n",
     "small Roman numbers of three letters mark an item"},
    {"BÁO CÁO\n"
     "Kết quả công tác năm 2020; phương hướng, nhiệm vụ năm 2021\n"
     "\n"
     "Trong điều kiện khó khăn, toàn ngành đã nỗ lực thực hiện nhiệm vụ và đạt kết quả như sau:\n"
     "\n"
     "A. KẾT QUẢ\n"
     "Đào tạo nghề cho 3.120 người.\n",
     "", "what is announced is named last: results"},
    {"Kết quả của hai đơn vị có số thu lớn nhất như sau:\n"
     "- Chi cục khu vực 1: 463 tỷ đồng;\n"
     "- Chi cục khu vực 7: 172 tỷ đồng.\n"
     "\n"
     "Tuy vậy, tổng nợ thuế vẫn ở mức 947 tỷ đồng, tăng 8,1% so với cuối năm 2023.\n"
     "Toàn ngành sẽ triển khai chiến dịch 60 ngày hỗ trợ hộ kinh doanh chuyển sang kê khai.\n",
     "S budget: Tuy vậy, … 2023.\nT: Toàn ngành sẽ … kê khai.\n",
     "a line over a list is no heading of the paragraphs behind it; so much of what should not be is a failing"},
    {"Kết quả\n"
     "Toàn ngành kiểm tra 215 cơ sở, cấp 48 giấy phép trong kỳ báo cáo và thu phí 62,5 triệu đồng.\n"
     "\n"
     "Còn nhiều việc phải làm\n"
     "\n"
     "Dù vậy, lãnh đạo Sở thừa nhận xuất khẩu còn phụ thuộc vào giá cà phê thế giới. Hạ tầng cụm công nghiệp thiếu "
     "đồng "
     "bộ.\n",
     "S exports: Dù vậy, … thế giới.\nS industry: Hạ tầng … bộ.\n",
     "a crosshead on what is to be done, over what was not done"},
    {"Mục tiêu đón thêm 500.000 lượt khách\n"
     "\n"
     "Sở phấn đấu đón thêm 500.000 lượt khách trong những tháng cuối năm. Theo đó, Sở sẽ tổ chức chuỗi sự kiện kỷ niệm "
     "tại "
     "Thành cổ. Cùng với đó, đẩy nhanh hồ sơ ghi danh di tích.\n",
     "?T: Sở phấn đấu … cuối năm.\nT: Theo đó, … Thành cổ.\nT: Cùng với đó, … di tích.\n",
     "under a goal's heading, sentences that say who will act"},
    {"Năm 2023, kinh tế giữ được mức tăng, song đời sống người dân còn nhiều khó khăn.\n",
     "S social/other: Năm 2023, … khó khăn.\n", "a subject between song and its failing"},
    {"3. Quản lý xây dựng\n"
     "Kiểm tra nghiệm thu 118 lượt công trình. Còn 07 công trình đưa vào sử dụng khi chưa được nghiệm thu.\n"
     "Di dời 346 ngôi mộ, còn 41 ngôi chưa di dời.\n",
     "S investment: Còn 07 công trình … nghiệm thu.\n",
     "a remainder that fails, told by itself; behind what was done it is a balance"},
    {"2. Tín dụng\n"
     "Dư nợ đạt 98.600 tỷ đồng. Đáng lưu ý, nợ xấu nội bảng đã lên 1.086 tỷ đồng, tăng 142 tỷ đồng.\n"
     "Nợ xấu là 3 tỷ đồng, giảm 12%. Tai nạn giao thông làm 39 người chết.\n",
     "S budget/other/trade: Đáng lưu ý, … đồng.\n", "the writer turns to it; as a plain figure it is none"},
    {"Cải cách hành chính ở một số cơ quan chuyển biến chưa rõ.\n", "S administration: Cải cách … chưa rõ.\n",
     "một số is no group that a topic names"},
    {"I. TỒN TẠI\n"
     "Hồ sơ ở cấp xã phần lớn do cán bộ làm hộ, người dân tự nộp còn ít.\n",
     "S administration: Hồ sơ … còn ít.\n", "who does it, no reason"},
    {"B. NHỮNG MẶT CÒN YẾU VÀ LÝ DO\n"
     "Thứ nhất, hồ sơ đất đai trễ hạn vẫn nhiều. Lý do là hệ thống máy tính cũ.\n",
     "S administration: Thứ nhất, … nhiều. => 1\nC -: Lý do … cũ.\n", "weak sides by their name"},
    /* tasks and what stands among them */
    {"III. NHIỆM VỤ QUÝ IV\n"
     "- Phấn đấu giải quyết trên 90% vụ việc thuộc thẩm quyền.\n"
     "- Phấn đấu đến 31/12 cấp giấy lần đầu đạt 95% diện tích.\n"
     "- Phấn đấu thu tối thiểu 1.580 tỷ đồng; giao chỉ tiêu thu đến từng đội.\n"
     "- Phấn đấu kim ngạch xuất khẩu cả năm đạt 130 triệu USD.\n"
     "- Tổng kiểm kê đất đai, lập bản đồ hiện trạng ở 19 xã.\n"
     "Dự báo sản lượng vận tải cả năm đạt 82 triệu lượt khách, vượt 3% kế hoạch.\n"
     "UBND tỉnh kính đề nghị Bộ sớm hướng dẫn nghị định về khu công nghiệp.\n"
     "Sở đề nghị UBND tỉnh bố trí kinh phí.\n"
     "Phòng Kế hoạch - Tài chính\n",
     "T: Phấn đấu giải quyết … quyền.\nT: Phấn đấu đến … diện tích.\nT: Phấn đấu thu … từng đội.\nT: Tổng kiểm kê … 19 "
     "xã.\n",
     "an act behind phấn đấu beside its target; forecasts, requests to those above and a name are no tasks"},
    {"PV: Mục tiêu của ngành trong năm học tới là gì?\n", "", "a question is no task"},
    {"Tại hội nghị, đại diện các xã thừa nhận việc diệt lăng quăng còn hình thức.\n"
     "Công chức rà soát 41.270 hồ sơ, điều chỉnh tăng số thuế phải nộp.\n"
     "Trung tâm phải cử đội cơ động xuống giúp các xã. Bệnh viện chuẩn bị thêm giường.\n",
     "S social/administration/other: Tại hội nghị, … hình thức.\nT: Trung tâm … các xã.\nT: Bệnh viện … giường.\n",
     "an act with its count was done; who must act, and who acts next"},
    {"Thuế môi trường mới đạt 71,5% dự toán, chưa theo kịp tiến độ do tiếp tục giảm mức thuế.\n",
     "?S budget: Thuế môi trường … mức thuế.\n", "what goes on as a reason is nothing to do"},
    {"I. KẾT QUẢ\n"
     "Đào tạo nghề cho 3.120 người.\n"
     "II. NHỮNG MẶT LÀM CHƯA TỐT\n"
     "- Hồ sơ đất đai trễ hạn.\n"
     "III. HOẠT ĐỘNG TRỌNG TÂM QUÝ IV\n"
     "- Nâng cấp phần mềm một cửa.\n",
     "S administration: Hồ sơ đất đai trễ hạn.\nT: Nâng cấp phần mềm một cửa.\n",
     "headings by other words for the same"},
    {"7. Nhận xét\n"
     "Chăn nuôi lợn chưa ra khỏi khó khăn, khai khoáng sụt giảm.\n",
     "S agriculture/industry: Chăn nuôi … sụt giảm.\n", "an assessment that only tells what fails"},
    {"I. KHÁI QUÁT TÌNH HÌNH\n"
     "Tuy nhiên, ngành công nghiệp còn một số hạn chế:\n"
     "- Hạ tầng cụm công nghiệp dang dở.\n"
     "Nguyên nhân khách quan là do địa hình chia cắt.\n",
     "S industry: Hạ tầng … dang dở. => 1\nC objective: Nguyên nhân … chia cắt.\n",
     "why, behind a list of failings in the introduction"},
    {"4. Giá cả\n"
     "Tiêu thụ nông sản còn chậm. CPI tháng 9 tăng 0,94% so với tháng 8 chủ yếu do điều chỉnh giá dịch vụ giáo dục.\n",
     "S trade/agriculture: Tiêu thụ … chậm.\n", "the reason of its own figure is no cause of a failing"},
};

static bool begins(bc_str s, const char *t, size_t len)
{
    return s.len >= len && memcmp(s.ptr, t, len) == 0;
}

/* "first … last", or the whole text. */
static bool wording(bc_str s, const char *t, size_t len)
{
    const char *gap = NULL;
    for (size_t i = 0; i + 5 <= len && !gap; i++)
        if (memcmp(t + i, " \xe2\x80\xa6 ", 5) == 0)
            gap = t + i;
    if (!gap)
        return s.len == len && memcmp(s.ptr, t, len) == 0;
    size_t head = (size_t)(gap - t), tail = len - head - 5;
    return begins(s, t, head) && s.len >= head + tail && memcmp(s.ptr + s.len - tail, gap + 5, tail) == 0;
}

static bool listed(const char *list, size_t len, const char *word, size_t word_len)
{
    for (size_t i = 0; i < len;) {
        size_t k = i;
        while (k < len && list[k] != '/')
            k++;
        if (k - i == word_len && memcmp(list + i, word, word_len) == 0)
            return true;
        i = k + 1;
    }
    return false;
}

static void complain(const row *r, const char *what, const char *line, size_t len)
{
    print_error("%s\n  %s: %.*s\n  (%s)\n", r->text, what, (int)len, line, r->why);
}

static const char *find(const char *line, size_t len, const char *what)
{
    size_t n = strlen(what);
    for (size_t i = 0; i + n <= len; i++)
        if (memcmp(line + i, what, n) == 0)
            return line + i;
    return NULL;
}

static bool attributes(const bc_result *x, const bc_passage *p, const char *links, const char *unmet, const char *end)
{
    char text[512];
    size_t n = 0;
    bool ok = true;
    if (links) {
        for (size_t i = 0; i < p->cause_count; i++)
            n += (size_t)snprintf(text + n, sizeof text - n, " %u", p->causes[i] + 1);
        text[n] = 0;
        const char *stop = unmet ? unmet - 1 : end;
        ok = (size_t)(stop - links) == n && memcmp(links, text, n) == 0;
    }
    if (unmet) {
        n = 0;
        for (size_t i = 0; i < p->unmet_count; i++) {
            char target[64] = "null", actual[64] = "null";
            const bc_unmet *u = &p->unmet[i];
            if (u->target.set)
                write_number(target, sizeof target, u->target);
            if (u->actual.set)
                write_number(actual, sizeof actual, u->actual);
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%.*s; %s; %s; %.*s", i ? ", " : "",
                                  (int)u->indicator.len, u->indicator.ptr, target, actual, (int)u->unit.len,
                                  u->unit.len ? u->unit.ptr : "");
        }
        text[n] = 0;
        ok &= (size_t)(end - unmet) == n + 2 && memcmp(unmet + 1, text, n) == 0;
        if (!ok)
            print_error("  unmet: %s\n", text);
    }
    (void)x;
    return ok;
}

static unsigned check(const row *r)
{
    static bool used[3][64];
    bc_result x = read_text(r->text);
    const bc_passage *sets[3] = {x.shortcomings, x.causes, x.tasks};
    size_t counts[3] = {x.shortcoming_count, x.cause_count, x.task_count};
    unsigned wrong = 0;
    memset(used, 0, sizeof used);
    for (const char *line = r->expected; *line;) {
        const char *end = strchr(line, '\n'), *next = end + 1;
        bool optional = *line == '?';
        const char *at = line + optional;
        int set = *at == 'S' ? 0 : *at == 'C' ? 1 : 2;
        const char *colon = strchr(at, ':');
        const char *name = colon > at + 2 ? at + 2 : colon;
        const char *text = colon + 2;
        const char *links = find(text, (size_t)(end - text), " =>");
        const char *unmet = find(text, (size_t)(end - text), " {");
        size_t len = (size_t)((links ? links : unmet ? unmet : end) - text);
        bool found = false;
        for (size_t i = 0; i < counts[set] && i < 64 && !found; i++) {
            const bc_passage *p = &sets[set][i];
            if (used[set][i] || !wording(p->text, text, len))
                continue;
            found = used[set][i] = true;
            const char *kind = set == 1 ? bc_cause_name(p->cause) : NULL;
            if (set == 0 && !listed(name, (size_t)(colon - name), p->area.ptr, p->area.len)) {
                complain(r, "area", line, (size_t)(end - line));
                print_error("  got %.*s\n", (int)p->area.len, p->area.ptr);
                wrong++;
            }
            if (set == 1 && *name != '-' && strncmp(name, kind ? kind : "null", (size_t)(colon - name)) != 0) {
                complain(r, "kind", line, (size_t)(end - line));
                wrong++;
            }
            if (set == 0 && !attributes(&x, p, links ? links + 3 : NULL, unmet ? unmet + 1 : NULL, end)) {
                complain(r, "links or unmet", line, (size_t)(end - line));
                wrong++;
            }
        }
        if (!found && !optional) {
            complain(r, "missed", line, (size_t)(end - line));
            wrong++;
        }
        line = next;
    }
    static const char *const NAMES[3] = {"made up shortcoming", "made up cause", "made up task"};
    for (int set = 0; set < 3; set++)
        for (size_t i = 0; i < counts[set] && i < 64; i++)
            if (!used[set][i]) {
                complain(r, NAMES[set], sets[set][i].text.ptr, sets[set][i].text.len);
                wrong++;
            }
    return wrong;
}

static void test_rows(void **state)
{
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        wrong += check(&ROWS[i]);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
