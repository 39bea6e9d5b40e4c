"""A table of forty indicators by six columns of figures, as a workbook and as a report, and the facts that are in it."""
import io
from decimal import ROUND_HALF_UP, Decimal

TITLE = "Tình hình thực hiện các chỉ tiêu kinh tế - xã hội 9 tháng đầu năm 2023"
PARTS = ["NÔNG NGHIỆP, THỦY SẢN", "CÔNG NGHIỆP, THƯƠNG MẠI", "TÀI CHÍNH, ĐẦU TƯ", "VĂN HÓA, XÃ HỘI"]
# name, unit, plan of the year, decimals: ten of each part
ROWS = [
    ("Diện tích gieo trồng lúa", "ha", "41250", 0), ("Sản lượng lương thực có hạt", "tấn", "268400", 0),
    ("Năng suất lúa bình quân", "tạ/ha", "63.4", 1), ("Diện tích cà phê trồng tái canh", "ha", "1180", 0),
    ("Tổng đàn trâu", "con", "9850", 0), ("Tổng đàn bò", "con", "127300", 0),
    ("Sản lượng thịt hơi xuất chuồng", "tấn", "84600", 0), ("Diện tích nuôi trồng thủy sản", "ha", "2745.5", 1),
    ("Sản lượng thủy sản nuôi trồng", "tấn", "18320.5", 1), ("Diện tích rừng trồng mới tập trung", "ha", "3300", 0),
    ("Giá trị sản xuất công nghiệp (giá so sánh 2010)", "tỷ đồng", "48750.5", 1), ("Sản lượng điện sản xuất", "triệu kWh", "7205", 0),
    ("Sản lượng xi măng", "nghìn tấn", "1450.25", 2), ("Sản lượng đường tinh luyện", "tấn", "96500", 0),
    ("Sản lượng nước máy thương phẩm", "nghìn m3", "22640", 0),
    ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "tỷ đồng", "39875.6", 1),
    ("Kim ngạch xuất khẩu", "triệu USD", "1235.75", 2), ("Kim ngạch nhập khẩu", "triệu USD", "412.6", 1),
    ("Doanh thu vận tải hành khách", "tỷ đồng", "1044.3", 1), ("Số lượt khách du lịch", "lượt khách", "2650000", 0),
    ("Tổng thu ngân sách nhà nước trên địa bàn", "tỷ đồng", "11460", 0), ("Thu nội địa", "tỷ đồng", "9875.4", 1),
    ("Chi ngân sách địa phương", "tỷ đồng", "17230.8", 1), ("Chi đầu tư phát triển", "tỷ đồng", "5120.6", 1),
    ("Tổng vốn đầu tư toàn xã hội", "tỷ đồng", "32650", 0), ("Giải ngân vốn đầu tư công", "triệu đồng", "4386250", 0),
    ("Số doanh nghiệp thành lập mới", "doanh nghiệp", "1150", 0), ("Vốn đăng ký của doanh nghiệp thành lập mới", "tỷ đồng", "10480.2", 1),
    ("Dư nợ tín dụng", "tỷ đồng", "118300", 0), ("Huy động vốn của các tổ chức tín dụng", "tỷ đồng", "76450.5", 1),
    ("Số lao động được giải quyết việc làm", "người", "24500", 0), ("Số người tham gia bảo hiểm xã hội bắt buộc", "người", "158700", 0),
    ("Số người tham gia bảo hiểm y tế", "người", "1385000", 0), ("Số trường đạt chuẩn quốc gia", "trường", "412", 0),
    ("Số giường bệnh", "giường", "4380", 0), ("Số lượt khám chữa bệnh", "lượt", "1954000", 0),
    ("Số xã đạt chuẩn nông thôn mới", "xã", "98", 0), ("Số nhà tạm được xóa", "căn", "1265", 0),
    ("Số vụ tai nạn giao thông", "vụ", "320", 0), ("Số hộ nghèo giảm trong kỳ", "hộ", "6840", 0),
]
COLUMNS = ["Kế hoạch năm 2023", "Thực hiện 9 tháng năm 2022", "Thực hiện quý III năm 2023", "Ước thực hiện 9 tháng năm 2023",
           "So với kế hoạch (%)", "So với cùng kỳ (%)"]
# heads over heads: the two comparisons are of the estimate
TOP = ["Thực hiện năm 2022", "Năm 2023", None, None, "So sánh (%)", None]
BELOW = [None, "Kế hoạch", "Thực hiện 9 tháng", "Ước cả năm", "Ước 2023/ KH 2023", "Ước 2023/ TH 2022"]
YEAR, NINE, BEFORE, QUARTER = "2023-01-01/2023-12-31", "2023-01-01/2023-09-30", "2022-01-01/2022-09-30", "2023-07-01/2023-09-30"
LAST_YEAR = "2022-01-01/2022-12-31"
EMPTY = {(4, 2), (19, 1), (19, 5), (33, 2), (38, 0), (38, 4)}  # (indicator, column): nobody knew


def rounded(x, decimals):
    return x.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def figures(i, stacked=False):
    """Six Decimals, None for an empty cell."""
    plan, decimals = Decimal(ROWS[i][2]), ROWS[i][3]
    now = rounded(plan * (Decimal("0.655") + Decimal(i * 13 % 29) / 100), decimals)
    before = rounded(now * (Decimal("0.872") + Decimal(i * 17 % 31) / 100), decimals)
    if stacked:
        whole = rounded(plan * (Decimal("0.94") + Decimal(i * 7 % 13) / 100), decimals)
        last = rounded(whole * (Decimal("0.9") + Decimal(i * 11 % 19) / 100), decimals)
        v = [last, plan, now, whole, rounded(100 * whole / plan, 1), rounded(100 * whole / last, 2)]
    else:
        v = [plan, before, rounded(now * (Decimal("0.27") + Decimal(i % 7) / 100), decimals), now, rounded(100 * now / plan, 1),
             rounded(100 * now / before, 2)]
        v = [None if (i, c) in EMPTY else x for c, x in enumerate(v)]
    return v


def decimals(i, column):
    return ROWS[i][3] if column < 4 else column - 3


def written(x, places):
    """1.234,50; an empty cell is empty."""
    return "" if x is None else f"{x:,.{places}f}".translate(str.maketrans(",.", ".,"))


def facts(stacked=False):
    """{(name without its price base, value, unit, role, period): {(kind, value, baseline)}}: every filled cell once."""
    out = {}
    for i, (name, unit, *_) in enumerate(ROWS):
        v = figures(i, stacked)
        roles = (("actual", LAST_YEAR), ("target", YEAR), ("actual", NINE), ("forecast", YEAR)) if stacked else (
            ("target", YEAR), ("actual", BEFORE), ("actual", QUARTER), ("estimate", NINE))
        for c, (role, period) in enumerate(roles):
            links = set()
            if c == 3:
                links |= {("plan", float(v[4]), None)} if v[4] is not None else set()
                links |= {("change", float(v[5] - 100), LAST_YEAR if stacked else BEFORE)} if v[5] is not None else set()
            if v[c] is not None:
                out[name.split(" (")[0].lower(), float(v[c]), unit.lower(), role, period] = links
    return out


def found(result):
    out = {}
    for m in result["metrics"] + [g for g in result["goals"] if g["kind"] == "target"]:
        key = ((m["indicator"] or "").lower(), m["value"], (m["unit"] or "").lower(), m["status"], m["period"])
        assert key not in out, f"twice: {key}"
        out[key] = {(c["kind"], round(c["value"], 6), c.get("baseline")) for c in m["comparisons"]}
        assert len(out[key]) == len(m["comparisons"]) and all(c["unit"] == "%" for c in m["comparisons"]), m
    return out


def workbook(stacked=False, parts=True):
    """By openpyxl: title, heads (merged where stacked), part rows, number formats, widths, one page wide."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side
    book = Workbook()
    sheet = book.active
    sheet.title = "Biểu 01"
    sheet.append(["UBND TỈNH LÂM ĐỒNG"])
    sheet.append(["SỞ KẾ HOẠCH VÀ ĐẦU TƯ"])
    sheet.append([])
    sheet.append(["BIỂU TỔNG HỢP"])
    sheet.append([TITLE])
    sheet.append(["(Kèm theo Báo cáo số 245/BC-SKHĐT ngày 28 tháng 9 năm 2023)"])
    sheet.append([])
    for row in (4, 5, 6):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=9)
    top = sheet.max_row + 2 if sheet.max_row == 6 else sheet.max_row + 1
    for c, head in enumerate(["TT", "Chỉ tiêu", "ĐVT", *(TOP if stacked else COLUMNS)], 1):
        sheet.cell(top, c, head)
    last = top
    if stacked:
        last = top + 1
        for c, head in enumerate(BELOW, 4):
            sheet.cell(last, c, head)
        for c in (1, 2, 3, 4):
            sheet.merge_cells(start_row=top, start_column=c, end_row=last, end_column=c)
        sheet.merge_cells(start_row=top, start_column=5, end_row=top, end_column=7)
        sheet.merge_cells(start_row=top, start_column=8, end_row=top, end_column=9)
    at = last
    for i, (name, unit, *_) in enumerate(ROWS):
        if parts and i % 10 == 0:
            at += 1
            sheet.cell(at, 1, ["I", "II", "III", "IV"][i // 10])
            sheet.cell(at, 2, PARTS[i // 10])
        at += 1
        for c, value in enumerate([i + 1, name, unit, *figures(i, stacked)], 1):
            cell = sheet.cell(at, c, float(value) if isinstance(value, Decimal) else value)
            if c > 3:
                places = decimals(i, c - 4)
                cell.number_format = "#,##0" + ("." + "0" * places if places else "")
    line = Side(style="thin")
    for row in sheet.iter_rows(min_row=top, max_row=at, max_col=9):
        for cell in row:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if cell.row <= last else None)
            cell.font = Font(name="DejaVu Serif", size=10, bold=cell.row <= last)
    for letter, width in zip("ABCDEFGHI", (5, 38, 13, 14, 14, 14, 14, 12, 12)):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{top}:{last}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def report():
    """A report's text with the table, cells apart by tabs: what office.flat() takes."""
    head = ["TT", "Chỉ tiêu", "ĐVT", *COLUMNS]
    lines = ["SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "BÁO CÁO", TITLE, "", "I. KẾT QUẢ THỰC HIỆN", "\t".join(head)]
    for i, (name, unit, *_) in enumerate(ROWS):
        lines.append("\t".join([str(i + 1), name, unit, *(written(x, decimals(i, c)) for c, x in enumerate(figures(i)))]))
    return "\n".join([*lines, "", "II. ĐÁNH GIÁ CHUNG", "Công tác chỉ đạo, điều hành được thực hiện kịp thời, sát thực tế.", ""])
