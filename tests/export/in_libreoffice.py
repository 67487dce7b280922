"""Accepts and rejects all tracked changes of documents in LibreOffice.

Run by a Python that has LibreOffice's `uno`: in_libreoffice.py PIPE FOLDER. Each .docx of the
folder is stored again in its folders Accept and Reject; the number of changes that LibreOffice
lists in it is printed.
"""

import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connect(pipe):
    """Return the context of a running LibreOffice; it takes a few seconds to answer."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def value(name, of):
    """Return a named value of an argument list."""
    made = PropertyValue()
    made.Name, made.Value = name, of
    return made


def main():
    """Accept and reject the changes of all documents, and end LibreOffice."""
    pipe, folder = sys.argv[1], Path(sys.argv[2])
    context = connect(pipe)
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    helper = context.ServiceManager.createInstance("com.sun.star.frame.DispatchHelper")
    for path in sorted(folder.glob("*.docx")):
        for act in ("Accept", "Reject"):
            hidden = (value("Hidden", True),)
            document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, hidden)
            if act == "Accept":
                print(path.stem, sum(1 for _ in document.Redlines))
            frame = document.CurrentController.Frame
            helper.executeDispatch(frame, f".uno:{act}AllTrackedChanges", "", 0, ())
            target = folder / act / path.name
            target.parent.mkdir(exist_ok=True)
            stored = (value("FilterName", "MS Word 2007 XML"),)
            document.storeToURL(target.as_uri(), stored)
            document.close(True)
    desktop.terminate()


main()
