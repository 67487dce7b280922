CASES = {
    "a word": (rb"{\rtf1 x\par}", [("paragraph", 0, "x")]),
    "in GBK": (
        rb"{\rtf1\ansi\ansicpg936 \'b5\'da\'d2\'bb\'cc\'f5\par}",
        [("paragraph", 0, "第一条")],
    ),
    "cut off before its text": (rb"{\rtf1\ansi{\fonttbl", "file is a damaged RTF file."),
}
