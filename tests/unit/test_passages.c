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
     "C objective: nguồn phát triển đảng ngày càng khó.\n"
     "C subjective: cấp ủy một số nơi chưa quan tâm đúng mức.\n"
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
     "S investment: Số doanh nghiệp … chỉ tiêu. {doanh nghiệp thành lập mới; 500; 420; doanh nghiệp}\n",
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
            n += (size_t)snprintf(text + n, sizeof text - n, "%.*s; %s; %s; %.*s", (int)u->indicator.len,
                                  u->indicator.ptr, target, actual, (int)u->unit.len, u->unit.len ? u->unit.ptr : "");
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
