# SPDX-License-Identifier: EUPL-1.2
#
# How long a LibreOffice that is running already takes to make a PDF of a
# document: bench.sh calls this where python3-uno is installed.
#
#	persistent.py FILE.odt PROFILE TIMES
#
# prints the milliseconds of each time, the first left out: it loads fonts and
# dictionaries.
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, content):
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def connect(pipe):
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here)
    address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    for _ in range(300):
        try:
            there = resolver.resolve(address)
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("persistent.py: LibreOffice does not answer")


def main(path, profile, times):
    pipe = "kansli-bench"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
         "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    desktop = connect(pipe)
    try:
        for i in range(times + 1):
            began = time.monotonic()
            document = desktop.loadComponentFromURL(
                f"file://{path}", "_blank", 0, (value("Hidden", True),))
            document.storeToURL(
                f"file://{path}.pdf",
                (value("FilterName", "writer_pdf_Export"),))
            document.close(True)
            if i > 0:
                print(round((time.monotonic() - began) * 1000))
    finally:
        try:
            desktop.terminate()
        except Exception:  # it closes the connection while it answers
            pass
        office.wait()


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
