"""Pages: their attachments, what they say of themselves, the three styles of portals."""
import json
import subprocess
import sys

import pytest

from conftest import BINARY, ROOT

sys.path.insert(0, str(ROOT / "tests"))
from encoders import tcvn3  # noqa: E402

SENTENCE = "Năm 2023, giá trị sản xuất công nghiệp ước đạt 1.234,5 tỷ đồng, tăng 8,2% so với cùng kỳ."
MORE = "Trong năm, toàn tỉnh thành lập mới 215 doanh nghiệp với tổng vốn đăng ký 1.870 tỷ đồng, giảm 3,4% so với năm 2022."
HTML = {"Content-Type": "text/html; charset=utf-8"}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>Tin tức</title>{head}</head><body>{body}</body></html>"


def post(service, html, query=""):
    r = service.ask("POST", "/v1/extract" + query, data=html.encode(), headers=HTML)
    assert r.status_code == 200, r.text
    return r.json()


def attachments(result):
    return [(a["url"], a["title"], a["media"]) for a in result["document"].get("attachments", [])]


ARTICLE = f'<div class="content"><h1>Công nghiệp năm 2023</h1><p>{SENTENCE}</p><p>{MORE}</p>'
FURNITURE = """<div class="menu"><a href="/huong-dan.pdf">Hướng dẫn sử dụng</a></div>
<div class="left"><div class="t">Văn bản mới</div><ul><li><a href="/vb/1.pdf">Quyết định số 1</a></li><li><a href="/vb/2.docx">Quyết định số 2</a></li>
<li><a href="/vb/3.pdf">Kế hoạch số 3 của Ủy ban nhân dân tỉnh</a></li></ul></div>"""


# ---- attachments ----

def test_attachments_of_an_article_and_no_others(service, pages):
    pages["/tin/cong-nghiep.aspx"] = (200, HTML, page(FURNITURE + ARTICLE + '''<p>Xem <a href="../upload/BC%20118.pdf">Báo cáo số 118/BC-SCT</a>,
<a href="https://so.example.vn/Phu lục 1.XLSX?v=2">phụ lục</a>, <a href="/tin/khac.aspx">tin khác</a>, <a href="mailto:a@b.vn?x=.pdf">thư</a>,
<a href="javascript:x('a.pdf')">in</a>.</p></div><div id="footer"><a href="/so-do.pdf">Sơ đồ</a></div>''').encode())
    r = service.ask("POST", "/v1/extract", json={"url": pages["base"] + "/tin/cong-nghiep.aspx"}).json()
    assert attachments(r) == [
        (pages["base"] + "/upload/BC%20118.pdf", "Báo cáo số 118/BC-SCT", "application/pdf"),
        ("https://so.example.vn/Phu%20l%e1%bb%a5c%201.XLSX?v=2", "phụ lục", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]


def test_a_page_without_attachments_has_no_list(service):
    assert "attachments" not in post(service, page(FURNITURE + ARTICLE + "</div>"))["document"]


@pytest.mark.parametrize("link, url, title, media", [
    ('<a href="/documents/20182/0/BC.pdf/3f2a-11?t=1">Báo cáo</a>', "/documents/20182/0/BC.pdf/3f2a-11?t=1", "Báo cáo", "application/pdf"),
    ('<a href="/DownloadFile.aspx?id=7">Báo cáo 9 tháng.docx</a>', "/DownloadFile.aspx?id=7", "Báo cáo 9 tháng.docx", DOCX),
    ('<a href="/Handler.ashx?f=bc.rar&amp;t=2"><img src="rar.png"></a>', "/Handler.ashx?f=bc.rar&t=2", "Handler.ashx", "application/vnd.rar"),
    ('<a href="/get?id=9" download>Toàn văn</a>', "/get?id=9", "Toàn văn", None),
    ('<a href="/c/document_library/get_file?uuid=77">Tải về</a>', "/c/document_library/get_file?uuid=77", "Tải về", None),
    ('<iframe src="/pdfjs/web/viewer.html?file=%2Fupload%2Fbc.pdf"></iframe>', "/upload/bc.pdf", "bc.pdf", "application/pdf"),
    ('<iframe src="https://docs.google.com/gview?url=http%3A%2F%2Fa.vn%2Fbc.doc&amp;embedded=true"></iframe>', "http://a.vn/bc.doc", "bc.doc", "application/msword"),
    ('<object data="/x/bc.pdf" type="application/pdf"><a href="/x/bc.pdf">bc</a></object>', "/x/bc.pdf", "bc.pdf", "application/pdf"),
    ('<a href="/BC.signed.pdf" title="Bản ký"><i></i></a>', "/BC.signed.pdf", "Bản ký", "application/pdf"),
    ('<a href="/bang.ods">bảng</a>', "/bang.ods", "bảng", "application/vnd.oasis.opendocument.spreadsheet"),
    ('<a href="/a.zip">a</a>', "/a.zip", "a", "application/zip"),
])
def test_links_to_files(service, link, url, title, media):
    r = post(service, page(f'{FURNITURE}{ARTICLE}<p>{link}</p></div>'))
    assert attachments(r) == [(url, title, media)]


@pytest.mark.parametrize("link", ['<a href="/ung-dung/download">Cài ứng dụng</a>', '<a href="https://sub.doc.vn/tin/12">Tin</a>', '<a href="#bc.pdf">x</a>',
                                  '<a href="/tin/xuat-khau.docs-va-tin">Tin</a>', '<a href="/anh.jpg">Ảnh</a>', '<a href="/trang.html?pdf">x</a>',
                                  '<div style="display:none"><a href="/an.pdf">ẩn</a></div>'])
def test_links_to_no_files(service, link):
    assert attachments(post(service, page(f'{ARTICLE}<p>{link}</p></div>'))) == []


@pytest.mark.parametrize("after", [
    '<div><b>Tệp đính kèm:</b> <ul><li><a href="/f/1.pdf">118-BC-SCT.pdf</a> (1,2 MB)</li></ul></div>',
    '<div class="box-attachments"><a href="/f/1.pdf">118-BC-SCT.pdf</a></div>',
    '<div><a href="/f/1.pdf"><img src="/pdf.gif">118-BC-SCT.pdf</a></div>',
    '<p>Tải về: <a href="/f/1.pdf">118-BC-SCT.pdf</a></p><h3>Văn bản mới</h3><ul><li><a href="/vb/4.pdf">Quyết định số 4</a></li></ul>',
])
def test_attachments_beside_the_article(service, after):
    r = post(service, page(f'{FURNITURE}<div class="main">{ARTICLE}</div>{after}</div><div class="r"><a href="/vb/5.pdf">Quyết định 5</a> <a href="/tin">Tin</a></div>'))
    assert attachments(r) == [("/f/1.pdf", "118-BC-SCT.pdf", "application/pdf")]


def test_a_short_notice_with_a_file(service):
    """No prose from which an article could be told."""
    r = post(service, page(f'{FURNITURE}<div class="d"><h1>Báo cáo tháng 10</h1><p>Tệp đính kèm: <a href="/f/10.doc">BC tháng 10</a></p></div>'))
    assert attachments(r) == [("/f/10.doc", "BC tháng 10", "application/msword")]


@pytest.mark.parametrize("head, url", [('<base href="https://a.vn/x/">', "https://a.vn/x/f/1.pdf"), ('<link rel="canonical" href="https://a.vn/y/tin">', "https://a.vn/y/f/1.pdf"),
                                       ('<base href="/z/"><link rel="canonical" href="https://a.vn/y/tin">', "https://a.vn/z/f/1.pdf"), ("", "f/1.pdf")])
def test_the_base_of_a_posted_page(service, tmp_path, head, url):
    html = page(ARTICLE + '<a href="f/1.pdf">tệp</a></div>', head)
    assert attachments(post(service, html)) == [(url, "tệp", "application/pdf")]
    path = tmp_path / "p.html"
    path.write_text(html, encoding="utf-8")
    cli = json.loads(subprocess.run([BINARY, "extract", str(path)], capture_output=True, check=True).stdout)
    assert attachments(cli) == [(url, "tệp", "application/pdf")]


def test_a_fetched_page_has_its_own_address(service, pages):
    """Redirects count, a canonical address of elsewhere does not."""
    pages["/old"] = (302, {"Location": "/new/tin"}, b"")
    pages["/new/tin"] = (200, HTML, page(ARTICLE + '<a href="1.pdf">tệp</a></div>', '<link rel="canonical" href="https://other.vn/q/">').encode())
    r = service.ask("POST", "/v1/extract", json={"url": pages["base"] + "/old"}).json()
    assert [u for u, _, _ in attachments(r)] == [pages["base"] + "/new/1.pdf"]


def test_the_same_file_once_and_very_many(service):
    links = '<a href="/a.pdf">một</a> <a href="/a.pdf">hai</a>'
    assert attachments(post(service, page(f"{ARTICLE}<p>{links}</p></div>"))) == [("/a.pdf", "một", "application/pdf")]
    r = post(service, page(ARTICLE + "".join(f'<p>Phụ lục số {i} của báo cáo này: <a href="/{i}.pdf">{i}</a></p>' for i in range(300)) + "</div>"))
    assert len(attachments(r)) == 200 and "attachments_left_out" in [w["code"] for w in r["warnings"]]
    assert attachments(post(service, page(f'{ARTICLE}<p><a href="/{"a" * 3000}.pdf">dài</a></p></div>'))) == []


def test_titles_in_an_old_encoding(service):
    html = page(ARTICLE + '<a href="/a.pdf">Báo cáo kết quả sản xuất công nghiệp</a></div>')
    r = service.ask("POST", "/v1/extract", data=tcvn3(html), headers={"Content-Type": "text/html; charset=tcvn3"}).json()
    assert attachments(r) == [("/a.pdf", "Báo cáo kết quả sản xuất công nghiệp", "application/pdf")]


# ---- what a page says of itself ----

@pytest.mark.parametrize("html, code", [
    ("<html><head><title>Không tìm thấy trang</title></head><body><p>Trang bạn yêu cầu không có, mời về trang chủ.</p></body></html>", "page_missing"),
    (page("<h1>404</h1><p>Liên kết bị hỏng.</p>"), "page_missing"),
    (page('<h1>Xin chào</h1><form><label>Mật khẩu</label><input type="password" name="p"></form>'), "page_login"),
    ("<html><head><title>Đăng nhập hệ thống</title></head><body><p>Mời dùng tài khoản công vụ.</p></body></html>", "page_login"),
])
def test_pages_that_are_no_reports_say_so(service, html, code):
    assert [w["code"] for w in post(service, html)["warnings"]] == [code]


def test_a_login_form_beside_an_article_is_nothing(service):
    html = page(f'<div class="box"><input type="password"></div>{ARTICLE}<p>Có 404 hộ nghèo.</p><p>{MORE}</p></div>')
    assert post(service, html)["warnings"] == []
