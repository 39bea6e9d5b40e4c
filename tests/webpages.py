"""Reports as three kinds of portals show them: what stands about the article is there to be left out."""
from html import escape

MENU = ["Trang chủ", "Giới thiệu", "Chức năng, nhiệm vụ", "Tin tức - Sự kiện", "Văn bản chỉ đạo, điều hành", "Thủ tục hành chính",
        "Dịch vụ công trực tuyến", "Công khai ngân sách", "Lịch công tác", "Hỏi đáp", "Liên hệ"]
OTHER = ["Hội nghị tập huấn công tác chuyển đổi số năm nay (12/03)", "Công bố 15 thủ tục hành chính mới ban hành (10/03)",
         "Khởi công tuyến đường ven biển dài 24 km (08/03)", "Tổ chức Ngày hội việc làm với 1.200 vị trí (05/03)"]
FOOT = ["Bản quyền thuộc về Sở", "Địa chỉ: số 12 đường Trần Phú", "Điện thoại: 0236 3822 517", "Số lượt truy cập: 2.451.873", "Đang trực tuyến: 148"]


def blocks(text):
    """(line, None) for a paragraph, (None, rows) for lines with tabs one after another."""
    rows = []
    for line in text.split("\n"):
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            yield None, rows
            rows = []
        if line.strip():
            yield line.strip(), None
    if rows:
        yield None, rows


def table(rows, attributes, cell="<p>{}</p>"):
    return f"<table {attributes}><tbody>" + "".join(
        "<tr>" + "".join(f"<td>{cell.format(escape(c))}</td>" for c in row) + "</tr>" for row in rows) + "</tbody></table>"


def links(items, item="<li><a href='#'>{}</a></li>"):
    return "".join(item.format(escape(i)) for i in items)


def page(title, body):
    return (f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f"<style>.x{{color:#000}}</style><script>var hits = 2451873;</script></head><body>{body}</body></html>")


def sharepoint(text):
    """Layout tables in layout tables, fonts about the words, a hidden copy for printing."""
    article = "".join(
        table(rows, 'class="ms-rteTable-default" border="1"', '<font size="2">{}</font>') if rows else
        f'<div style="text-align:justify"><font face="Times New Roman" size="3"><span>\u200b{escape(line)}</span></font></div>'
        for line, rows in blocks(text))
    body = f'<div class="ExternalClass5F2A"><div class="ms-rtestate-field">{article}</div></div>'
    menu = links(MENU, '<tr><td class="ms-navitem"><a href="#">{}</a></td></tr>')
    return page("Chi tiết tin", f'''
<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUBMGRk">
<table class="ms-main" width="100%" cellpadding="0" cellspacing="0"><tr><td colspan="3" class="ms-globallinks">{links(MENU[:4], "<a href='#'>{}</a> | ")}</td></tr>
<tr><td class="ms-leftareacell" width="180"><table class="ms-nav">{menu}</table></td>
<td class="ms-bodyareacell"><table width="100%"><tr><td class="ms-pagetitle"><a href="#">Trang chủ</a> &gt; <a href="#">Tin tức</a></td></tr>
<tr><td><table cellpadding="4" width="100%"><tr><td>{body}</td></tr>
<tr><td align="right"><a href="javascript:window.print()">Bản in</a> | <a href="#">Gửi email</a></td></tr></table>
<div id="divPrint" style="display:none"><h1>Cổng thông tin điện tử</h1>{article}</div></td></tr>
<tr><td class="ms-other"><b>Tin khác</b><ul>{links(OTHER)}</ul></td></tr></table></td>
<td class="ms-rightareacell" width="160"><table>{links(MENU[5:], "<tr><td><a href='#'>{}</a></td></tr>")}</table></td></tr>
<tr><td colspan="3" class="ms-footer">{"<br>".join(map(escape, FOOT))}</td></tr></table></form>''')


def liferay(text):
    """Portlets side by side, the article in a journal-content-article, related assets below it."""
    article = "".join(
        f'<div class="table-responsive">{table(rows, "class=table style=border-collapse:collapse")}</div>' if rows else
        f'<p style="text-align:justify;margin:6pt 0"><span style="font-size:14px">{escape(line)}</span></p>' for line, rows in blocks(text))
    return page("Tin chi tiết - Cổng thông tin", f'''
<div id="wrapper"><header id="banner"><nav id="navigation"><ul>{links(MENU)}</ul></nav><ul class="breadcrumb">{links(MENU[:2])}</ul></header>
<div id="content"><div class="portlet-layout row-fluid"><div class="portlet-column span3"><section class="portlet" id="portlet_101_A">
<h1 class="portlet-title-text">Chuyên mục</h1><div class="portlet-body"><ul>{links(MENU[3:])}</ul></div></section></div>
<div class="portlet-column span9"><section class="portlet" id="portlet_56_B"><div class="portlet-body"><div class="journal-content-article">{article}</div>
<div class="social-bookmarks"><a href="#">Chia sẻ</a> <a href="#">In bài viết</a></div></div></section>
<section class="portlet" id="portlet_101_C"><h1 class="portlet-title-text">Tin liên quan</h1><div class="portlet-body"><ul class="asset-list">{links(OTHER)}</ul></div></section></div></div></div>
<footer id="footer">{"".join(f"<p>{escape(f)}</p>" for f in FOOT)}</footer></div>''')


def webcenter(text):
    """By hand: one cell, lines broken by <br>, indents of &nbsp;, a table as an editor left it."""
    article = ""
    for line, rows in blocks(text):
        article += f'<br>{table(rows, "border=1 cellpadding=2", "&nbsp;{}&nbsp;")}<br>' if rows else f"&nbsp;&nbsp;&nbsp; {escape(line)}<br>\n<br>\n"
    return page("Oracle WebCenter Portal", f'''
<div class="x1a"><div class="header"><img src="b.jpg" alt="Cổng thông tin điện tử"></div><div class="menu">{links(MENU, "<span class='item'><a href='#'>{}</a></span>")}</div>
<div class="af_panelGroupLayout"><div class="left"><div class="box">{links(MENU[4:], "<div><a href='#'>{}</a></div>")}</div></div>
<div class="af_richText" id="T:dclay:content"><span>{article}</span></div>
<div class="others"><div class="t">Các tin đã đưa</div>{links(OTHER, "<div>&#187; <a href='#'>{}</a></div>")}</div></div>
<div class="bottom">{" - ".join(map(escape, FOOT))}</div></div>''')


STYLES = {"html, SharePoint": sharepoint, "html, Liferay": liferay, "html, WebCenter": webcenter}
