"""Vietnamese text to the old encodings, from their standards: what the service's tables are held against.

TCVN3 is TCVN 5712:1993 VN3: capitals with a tone have no code of their own, the .VnTimeH font shows the small letter's.
VNI for Windows writes a vowel, then a sign for its tone and shape. VISCII is RFC 1456, by iconv.
Each raises UnicodeEncodeError for a character that it has no code for; plain() makes such signs ASCII first.
"""
import subprocess
import unicodedata

SIGNS = {"²": "2", "³": "3", "°": "o", "·": "-", "±": "+-", "½": "1/2", "–": "-", "—": "-", "“": '"', "”": '"', "‘": "'",
         "’": "'", "…": "...", "•": "-", "≥": ">=", "≤": "<=", "×": "x", "→": "->", "«": '"', "»": '"', "‰": " phần nghìn", "\ufeff": ""}
PUNCTUATION = {bytes([b]).decode("cp1252"): b for b in range(0x80, 0xA0) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}

TCVN3 = {}
for start, letters in ((0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
                       (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ")):
    TCVN3.update({c: start + i for i, c in enumerate(letters)})

GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"
VNI_TONE = {ACUTE: 0xF9, GRAVE: 0xF8, HOOK: 0xFB, TILDE: 0xF5, DOT: 0xEF}
VNI_CIRCUMFLEX = {"": 0xE2, ACUTE: 0xE1, GRAVE: 0xE0, HOOK: 0xE5, TILDE: 0xE3, DOT: 0xE4}
VNI_BREVE = {"": 0xEA, ACUTE: 0xE9, GRAVE: 0xE8, HOOK: 0xFA, TILDE: 0xFC, DOT: 0xEB}
VNI_I = {ACUTE: 0xED, GRAVE: 0xEC, HOOK: 0xE6, TILDE: 0xF3, DOT: 0xF2}


def plain(text):
    return "".join(SIGNS.get(c, c) for c in unicodedata.normalize("NFC", text))


def tcvn3(text):
    out = bytearray()
    for c in unicodedata.normalize("NFC", text):
        code = ord(c) if ord(c) < 0x80 else TCVN3.get(c) or TCVN3.get(c.lower()) or PUNCTUATION.get(c)
        if code is None:
            raise UnicodeEncodeError("tcvn3", c, 0, 1, "no code")
        out.append(code)
    return bytes(out)


def vni(text):
    out = bytearray()
    for c in unicodedata.normalize("NFC", text):
        base, *marks = unicodedata.normalize("NFD", c)
        up = 0x20 if base.isupper() or base == "Đ" else 0
        tone = "".join(m for m in marks if m in VNI_TONE)
        shape = "".join(m for m in marks if m not in VNI_TONE)
        letter = base.lower()
        if ord(c) < 0x80:
            out.append(ord(c))
        elif c in PUNCTUATION:
            out.append(PUNCTUATION[c])
        elif letter == "đ":
            out.append(0xF1 - up)
        elif letter == "i":
            out.append(VNI_I[tone] - up)
        elif letter == "y" and tone == DOT:
            out.append(0xEE - up)
        elif shape == HORN:
            out.append((0xF4 if letter == "o" else 0xF6) - up)
            out += bytes([VNI_TONE[tone] - up] if tone else [])
        elif shape in (CIRCUMFLEX, BREVE):
            out += bytes([ord(base), (VNI_CIRCUMFLEX if shape == CIRCUMFLEX else VNI_BREVE)[tone] - up])
        elif tone and not shape:
            out += bytes([ord(base), VNI_TONE[tone] - up])
        else:
            raise UnicodeEncodeError("vni", c, 0, 1, "no code")
    return bytes(out)


def viscii(text):
    return subprocess.run(["iconv", "-f", "UTF-8", "-t", "VISCII"], input=unicodedata.normalize("NFC", text).encode(),
                          capture_output=True, check=True).stdout


def windows_1258(text):
    out = b""
    for c in unicodedata.normalize("NFC", text):
        try:
            out += c.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", c)
            tone = "".join(m for m in marks if m in VNI_TONE)
            out += (unicodedata.normalize("NFC", "".join(m for m in marks if m not in VNI_TONE)) + tone).encode("cp1258")
    return out


def misread(data):
    """Bytes as something took them for windows-1252; what that has no character for comes as a control character."""
    return "".join(bytes([b]).decode("cp1252", "replace") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in data)


ENCODERS = {
    "tcvn3": tcvn3, "vni": vni, "viscii": viscii, "windows-1258": windows_1258,
    "utf-16le": lambda t: t.encode("utf-16-le"), "utf-16be": lambda t: t.encode("utf-16-be"),
    "utf-8": lambda t: unicodedata.normalize("NFD", t).encode(),
}
