CASES = {
    "with tags, as pasted": ("第一条 <b>正文</b>。".encode(), "第一条 <b>正文</b>。"),
    "in GBK, with every line end": (
        "第一条 为了保护劳动者。\r\n\r\n\u3000第二条\n".encode("gbk"),
        "第一条 为了保护劳动者。\r\n\r\n\u3000第二条\n",
    ),
    "nothing": (b"", "file is empty."),
    "binary": (b"\x7fELF\x02\x01", "file is a program file, not a text file."),
}
