"""A program that stands in for LibreOffice: what it does is the first word of `how.txt` beside it.

It is started as LibreOffice is. The tests write this file where they let Jingdu look for it.
"""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def tell():
    """Keep a connection to the test open as long as this process lives."""
    port = int((HERE / "port.txt").read_text())
    connection = socket.create_connection(("127.0.0.1", port))
    connection.sendall(b"started")
    return connection


def main():
    how = (HERE / "how.txt").read_text()
    folder = Path(sys.argv[sys.argv.index("--outdir") + 1])
    source = Path(sys.argv[-1])
    result = folder / f"{source.stem}.docx"
    if how == "die":
        sys.exit(1)
    folder.mkdir()
    if how == "convert":
        (HERE / "arguments.txt").open("a").write("\n".join([*sys.argv, "\n"]))
        shutil.copy(HERE / "result.docx", result)
    elif how == "hang":
        held = tell()
        subprocess.Popen([sys.executable, __file__, "hang-on"])
        held.recv(1)
    elif how == "flood":
        with result.open("wb") as file:
            while True:
                file.write(bytes(2**20))
    elif how == "chatter":
        while sys.stdout.write("x" * 2**20):
            sys.stderr.write("x" * 2**20)
    elif how == "fill the memory":
        held = [bytearray(2**26) for _ in range(2**10)]
    elif how == "write nothing":
        result.touch()


if __name__ == "__main__":
    if sys.argv[1:] == ["hang-on"]:
        tell().recv(1)
    else:
        main()
