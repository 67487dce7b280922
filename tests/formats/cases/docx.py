from tests.formats.making import docx, paragraph

CASES = {
    "one paragraph": (docx(paragraph("正文。")), [("paragraph", 0, "正文。")]),
    "cut off": (docx(paragraph("正文。"))[:200], "file is a damaged Word file."),
    "with a password": (
        docx(paragraph("正文。"), encrypted=True),
        "file is protected by a password.",
    ),
    "empty": (docx(""), "file has no text: this Word file contains only pictures, or nothing."),
}
