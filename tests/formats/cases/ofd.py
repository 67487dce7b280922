from tests.formats.making import PARAGRAPHS, ofd, ofd_lines, ofd_page, ofd_text

PAGE = ofd_page(ofd_text("正文一段。", 30, 40))
CASES = {
    "one line": (ofd([PAGE]), [("paragraph", 0, "正文一段。")]),
    "paragraphs of several lines": (
        ofd([ofd_page(ofd_lines(PARAGRAPHS))]),
        [("paragraph", 0, text) for text in PARAGRAPHS],
    ),
    "cut off": (ofd([PAGE])[:400], "file is a damaged OFD file."),
    "with a password": (ofd([PAGE], encrypted=True), "file is protected by a password."),
    "locked by the key of somebody": (
        ofd([PAGE], more={"Encryptions.xml": "<x/>"}),
        "file is protected by a password.",
    ),
    "a scan": (
        ofd([ofd_page('<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>')]),
        "file has no text: this OFD file contains only pictures, or nothing.",
    ),
    "its pages missing": (
        ofd([PAGE], more={"Doc_0/Pages/Page_0/Content.xml": "no xml"}),
        "file is a damaged OFD file.",
    ),
}
