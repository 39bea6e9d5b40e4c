"""News of provincial portals, laid out in three styles: headline, date, lead, article; captions and copies left out."""
import pytest

from test_pages import post

LEAD = "Năm 2023, giá trị sản xuất công nghiệp ước đạt 1.234,5 tỷ đồng, tăng 8,2% so với cùng kỳ."
SECOND = "Trong năm, toàn tỉnh thành lập mới 215 doanh nghiệp với tổng vốn đăng ký 1.870 tỷ đồng, giảm 3,4% so với năm 2022."
THIRD = "Bên cạnh kết quả đạt được, việc giải ngân vốn đầu tư công còn chậm, mới đạt 61,5% kế hoạch."
TITLE = "Công nghiệp, thương mại năm 2023 tiếp tục tăng trưởng"
MORE = [f"Đoạn {c}: Sở đã phối hợp với các ngành, địa phương tháo gỡ khó khăn cho doanh nghiệp, nhất là doanh nghiệp dệt may và chế biến gỗ." for c in "ABCDEFGH"]
CAPTION = "Anh: San xuat tai Cong ty det may"
ITEMS = ["Trang chủ", "Giới thiệu", "Văn bản", "Liên hệ"]


def sharepoint(more):
    """Layout tables in each other; the lead, the date and the text in rows of their own; a hidden copy."""
    menu = "".join(f'<tr><td class="ms-navitem"><a href="/{i}">{t}</a></td></tr>' for i, t in enumerate(ITEMS))
    text = "".join(f'<div style="text-align:justify"><font size="3">{p}</font></div>' for p in [SECOND, THIRD, *more])
    return f'''<!DOCTYPE html><html><head><title>Chi tiết tin tức</title></head><body><form id="aspnetForm">
<table width="100%"><tr><td colspan="2"><table class="ms-nav">{menu}</table></td></tr>
<tr><td width="70%"><table width="100%"><tr><td><span class="tieude" style="font-weight:bold">{TITLE}</span></td></tr>
<tr><td align="right"><i>Cập nhật: 25/12/2023 08:30</i></td></tr><tr><td><b>{LEAD}</b></td></tr>
<tr><td><table align="center"><tr><td><img src="a.jpg"></td></tr><tr><td align="center"><i>{CAPTION}</i></td></tr></table>{text}</td></tr>
<tr><td align="right"><b>Nguyễn Văn A</b></td></tr>
<tr><td><div id="BanIn" style="DISPLAY: NONE"><h1>{TITLE}</h1><p>{LEAD}</p>{text}</div></td></tr>
<tr><td><b>Các tin khác</b><br><a href="/1">Xuất khẩu tăng 33% (20/12/2022)</a><br><a href="/2">Thu hút 99 dự án (18/12/2022)</a></td></tr></table></td>
<td width="30%"><table>{menu}</table><p>Thống kê truy cập: 1.234.567</p></td></tr></table></form></body></html>'''


def liferay(more):
    """The site's name is the page's h1; the date in the asset's head; a copy that only the stylesheet hides."""
    text = "".join(f"<p>{p}</p>" for p in [SECOND, THIRD, *more])
    return f'''<!DOCTYPE html><html><head><title>Sở Công Thương</title><style>.in-an {{display: none}}</style></head><body><div id="wrapper">
<h1 class="site-title"><a href="/"><span>Sở Công Thương tỉnh Bắc Giang</span></a></h1>
<div class="portlet-column"><section class="portlet"><h2 class="portlet-title">Tin tức sự kiện</h2><div class="portlet-body">
<div class="asset-full-content"><h3 class="asset-title">{TITLE}</h3><div class="asset-metadata"><span>| Ngày đăng: 26/12/2023</span> <span>Lượt xem: 512</span></div>
<div class="journal-content-article"><p><strong>{LEAD}</strong></p><p><img src="x.jpg"/></p><p style="text-align:center"><em>{CAPTION}</em></p>{text}</div>
<div class="in-an"><p>{LEAD}</p>{text}</div></div></div></section></div>
<div class="portlet"><h2>Tin đã đưa</h2><ul><li><a href="/1">Xuất khẩu tăng 33% năm 2020</a></li><li><a href="/2">Thu hút 99 dự án</a></li></ul></div></div></body></html>'''


def webcenter(more):
    """By hand: lines broken by <br>, no heading elements, the copy made invisible."""
    text = "<br>\n<br>&nbsp;&nbsp;".join([SECOND, THIRD, *more])
    return f'''<html><head><title>Oracle WebCenter Portal</title></head><body><div class="x"><div class="hd">CỔNG THÔNG TIN ĐIỆN TỬ TỈNH</div>
<div class="ct"><div class="title-news">{TITLE}</div><div class="date">Thứ ba, 26/12/2023 | 14:05 GMT+7</div>
<div class="body">{LEAD}<br><br><img src=a><br>{CAPTION}<br><br>&nbsp;&nbsp;{text}<br><br>Tác giả: Phòng Kế hoạch</div></div>
<div class="in" style="visibility:hidden">{LEAD}<br>{text}</div>
<div class="oth">Tin cùng chuyên mục<br><a href=1>Xuất khẩu tăng 33% (20/12/2022)</a><br><a href=2>Thu hút 99 dự án (18/12/2022)</a></div></div></body></html>'''


STYLES = {"sharepoint": (sharepoint, "2023-12-25"), "liferay": (liferay, "2023-12-26"), "webcenter": (webcenter, "2023-12-26")}


@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("style", STYLES)
def test_news_of_a_portal(service, style, long):
    make, day = STYLES[style]
    more = MORE if long else []
    r = post(service, make(more), "?include=text")
    text = r["document"]["text"]
    assert r["document"]["title"] == TITLE and r["document"]["issued"] == day
    assert text.startswith(TITLE)  # neither the site's name nor that of its software
    for sentence in [LEAD, SECOND, THIRD, *more]:
        assert text.count(sentence) == 1, sentence
    for word in (CAPTION, "33%", "99 dự án", "Trang chủ", "1.234.567", "WebCenter", "Bắc Giang"):
        assert word not in text, word
    assert [m["value"] for m in r["metrics"] if m["value"] is not None] == [1234.5, 215, 1870]
    assert [s["text"] for s in r["shortcomings"]] == [THIRD] and r["warnings"] == []


def lines(service, body, title="Tin"):
    r = post(service, f"<html><head><title>{title}</title></head><body>{body}</body></html>", "?include=text")
    return [x for x in r["document"]["text"].split("\n") if x]


ARTICLE = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"


@pytest.mark.parametrize("picture, kept", [
    ("<img src=a><p>San xuat tai Cong ty det may</p>", False),
    ("<p><img src=a><br>San xuat tai Cong ty det may</p>", False),
    ("<figure><img src=a><figcaption>San xuat tai Cong ty det may</figcaption></figure>", False),
    ("<table><tr><td><img src=a></td></tr><tr><td>San xuat tai Cong ty</td></tr></table>", False),
    ("<img src=a><p>Sản xuất tại Công ty dệt may</p>", True),
    ("<p>San xuat tai Cong ty det may</p>", True),  # no picture before it
    ("<img src=a><p>San xuat 12 MW tai Cong ty</p>", True),  # a figure is never dropped
    ("<img src=a><p>Ban hanh</p>", True),
])
def test_captions_without_diacritics(service, picture, kept):
    got = lines(service, f"<div><h1>{TITLE}</h1>{ARTICLE}{picture}<p>{MORE[0]}</p></div>")
    assert got[:4] == [TITLE, LEAD, SECOND, THIRD] and got[-1] == MORE[0] and len(got) == 5 + kept


def test_a_page_without_diacritics_keeps_its_words(service):
    got = lines(service, "<h1>Tinh hinh san xuat</h1><img src=a><p>Nam 2023 san xuat cong nghiep tang kha.</p><p>Toan tinh thanh lap moi nhieu doanh nghiep.</p>")
    assert got == ["Tinh hinh san xuat", "Nam 2023 san xuat cong nghiep tang kha.", "Toan tinh thanh lap moi nhieu doanh nghiep."]


def test_a_sentence_said_twice_is_no_copy(service):
    body = f"<div><h1>{TITLE}</h1><p>{LEAD}</p><p>{SECOND}</p><p>{MORE[0]}</p><p>{SECOND}</p><p>{THIRD}</p></div>"
    assert lines(service, body) == [TITLE, LEAD, SECOND, MORE[0], SECOND, THIRD]


def test_a_copy_with_a_head_of_its_own(service):
    body = f'<div class="a">{ARTICLE}<p>{MORE[0]}</p></div><div class="b"><p>Bản để in của trang tin, in lúc 8 giờ.</p>{ARTICLE}<p>{MORE[0]}</p></div>'
    got = lines(service, body, TITLE)
    assert [got.count(x) for x in (LEAD, SECOND, THIRD, MORE[0])] == [1, 1, 1, 1]


def test_very_many_equal_lines(service):
    body = "".join(f"<p>{LEAD}</p>" for _ in range(3000))
    assert LEAD in lines(service, body)


@pytest.mark.parametrize("head", [
    '<header><h1><a href="https://sct.example.vn/">Cổng thông tin Sở</a></h1></header>', '<h1><a href="/"><img alt="x"></a> Cổng thông tin</h1>',
    '<div class="col"><h1>Chuyên mục</h1><p><a href="/a">Tin một</a></p></div>'])
def test_an_h1_of_the_site_is_not_the_headline(service, head):
    got = lines(service, f'{head}<div class="m"><div class="n"><h1>{TITLE}</h1><div class="c">{ARTICLE}</div></div></div>')
    assert got[0] == TITLE


def test_the_headline_by_meta_and_by_title(service):
    r = post(service, f'<html><head><title>Trang tin</title><meta property="og:title" content="{TITLE}"></head><body><div>{ARTICLE}</div></body></html>')
    assert r["document"]["title"] == TITLE
    assert lines(service, f"<div>{ARTICLE}</div>", TITLE + " | Cổng thông tin")[0] == TITLE


def test_an_article_in_two_containers_is_read_to_its_end(service):
    body = f'<div class="m"><h1>{TITLE}</h1><div class="c">{"".join(f"<p>{p}</p>" for p in MORE)}</div><div class="d"><p>{SECOND}</p></div><div class="e"><p><a href="/x">{LEAD}</a> Chi tiết của tin này xem ở trang sau.</p></div></div>'
    got = lines(service, body)
    assert got == [TITLE, *MORE, SECOND]


@pytest.mark.parametrize("meta, line, day", [
    ('<meta property="article:published_time" content="2023-12-26T08:30:00+07:00">', "", "2023-12-26"), ('<meta itemprop="datePublished" content="2023-12-26">', "", "2023-12-26"),
    ('<meta property="article:published_time" content="2023-12-26T08:30:00+07:00">', "<p>Ngày đăng: 25/12/2023</p>", "2023-12-25"),  # what the reader sees goes first
    ('<meta property="article:published_time" content="2023-13-26">', "", None), ('<meta property="article:modified_time" content="2023-12-26">', "", None)])
def test_the_date_in_the_head_of_a_page(service, meta, line, day):
    r = post(service, f"<html><head><title>Tin</title>{meta}</head><body><div><h1>{TITLE}</h1>{line}{ARTICLE}</div></body></html>")
    assert r["document"]["issued"] == day
