"""The command line as a user runs it, and two files to give it."""

import os
import subprocess
import sys

CLEAN = "第一条 为了保护劳动者的合法权益，制定本法。\n第二条 本法自公布之日起施行。\n"
DAMAGED = (
    "推動(dòng)勞(lao)動(dòng)關(guān)係(xi)咊(he)諧(xie)穩定(ding),全(quan)麵髮(fa)揮作用。\n"
)
RESTORED = "推动劳动关系和谐稳定，全面发挥作用。\n"
NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def jingdu(*arguments, given=b"", **environment):
    env = {key: value for key, value in os.environ.items() if key not in NO_DISPLAY}
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, arguments)],
        input=given,
        capture_output=True,
        env={**env, **environment},
        timeout=120,
    )
