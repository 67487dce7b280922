from tests.formats.making import odt

BODY = "<text:p>正文一段。</text:p>"
CASES = {
    "one paragraph": (odt(BODY), [("paragraph", 0, "正文一段。")]),
    "one file of XML": (odt(BODY, flat=True), [("paragraph", 0, "正文一段。")]),
    "a template": (odt(BODY, kind="text-template"), [("paragraph", 0, "正文一段。")]),
    "cut off": (odt(BODY)[:200], "file is a damaged OpenDocument file."),
    "with a password": (
        odt(
            BODY,
            more={
                "META-INF/manifest.xml": (
                    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
                    'manifest:1.0"><manifest:file-entry><manifest:encryption-data/>'
                    "</manifest:file-entry></manifest:manifest>"
                )
            },
        ),
        "file is protected by a password.",
    ),
    "empty": (
        odt(""),
        "file has no text: this OpenDocument file contains only pictures, or nothing.",
    ),
    "no XML": (odt("", more={"content.xml": "x"}), "file is a damaged OpenDocument file."),
}
