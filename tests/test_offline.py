"""Nothing leaves the machine: no code that could, and no document that makes the program reach out."""

import ast
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.builders import docx, field, p, t

ROOT = Path(__file__).resolve().parent.parent
REACHING_OUT = {
    "socket", "socketserver", "ssl", "http", "ftplib", "smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc",
    "webbrowser", "asyncio", "requests", "httpx", "aiohttp", "urllib3", "websockets", "distributed", "sentry_sdk",
    "urllib.request", "urllib.error", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets", "PySide6.QtHttpServer", "multiprocessing.connection", "multiprocessing.managers",
}  # fmt: skip


def imported(tree: ast.AST) -> Iterator[str]:
    """Give all that a module imports, and the names it gives to whoever imports for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("import_module", "__import__"):
                yield str(node.args[0].value)


def reaching_out(source: str) -> set[str]:
    names = set(imported(ast.parse(source)))
    return {one for one in names if any(one == bad or one.startswith(bad + ".") for bad in REACHING_OUT)}


def test_no_module_can_reach_out() -> None:
    modules = sorted((ROOT / "drafter").rglob("*.py"))
    assert len(modules) > 100
    found = {str(path.relative_to(ROOT)): reaching_out(path.read_text(encoding="utf-8")) for path in modules}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import socket", "from urllib import request", "import urllib.request as r", "from http.client import X",
        "from PySide6 import QtNetwork", "from PySide6.QtNetwork import QTcpSocket", "__import__('ssl')",
        "def f():\n    import importlib\n    importlib.import_module('requests')",
    ],
)  # fmt: skip
def test_what_would_be_found(source: str) -> None:
    assert reaching_out(source)


def test_what_is_no_network() -> None:
    assert not reaching_out("from urllib.parse import quote\nimport html\nfrom PySide6.QtCore import QUrl")


_GUARDED = """
import socket, sys

def watch(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"):
        found.append((event, str(arguments[:2])))
    elif event in ("socket.connect", "socket.bind") and arguments[0].family in (socket.AF_INET, socket.AF_INET6):
        # A library asks on import whether this machine knows IPv6, with a socket that never listens.
        if (event, arguments[1]) != ("socket.bind", ("::1", 0)):
            found.append((event, str(arguments[1])))

found = []
sys.addaudithook(watch)
from drafter.cli.main import main
words = []
for word in [*sys.argv[1:], "--"]:
    if word != "--":
        words.append(word)
        continue
    status = main(words)
    print("status", words[0], status)
    words = []
print("reached", found)
"""
_HOSTILE_HTML = """<!DOCTYPE html SYSTEM "{url}/x.dtd"><html><head><link rel="stylesheet" href="{url}/x.css">
<base href="{url}/"><meta http-equiv="refresh" content="0;url={url}/x"><script src="{url}/x.js"></script></head>
<body><h1>Plan of Shiqiao</h1><p>The town will refit 120 boilers and goes on with the work.</p>
<img src="{url}/x.png" srcset="{url}/y.png 2x"><iframe src="{url}/x.html"></iframe><object data="{url}/o"></object>
<p>Emissions shall fall by 10% by 2025, and the people of the town shall be asked.</p></body></html>
"""
_HOSTILE_XLIFF = """<?xml version="1.0"?><!DOCTYPE xliff SYSTEM "{url}/x.dtd" [<!ENTITY % p SYSTEM "{url}/p.dtd"> %p;
<!ENTITY e SYSTEM "{url}/e">]>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
xsi:schemaLocation="urn:oasis:names:tc:xliff:document:2.0 {url}/x.xsd" version="2.0" srcLang="zh-CN" trgLang="en">
<file id="f"><unit id="u"><segment><source>改造锅炉120台。{entity}</source><target>Refit 21 boilers.</target></segment>
</unit></file></xliff>
"""


@pytest.fixture
def trap() -> Iterator[tuple[str, list[str]]]:
    """Somebody who listens on this machine: the address, and who called."""
    called: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        ended = threading.Event()

        def listen() -> None:
            while not ended.is_set():
                try:
                    caller, address = server.accept()
                except TimeoutError:
                    continue
                called.append(str(address))
                caller.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", called
        ended.set()
        thread.join()


def hostile(folder: Path, url: str) -> dict[str, Path]:
    """Write documents that ask to fetch something."""
    kinds = ("image", "attachedTemplate", "frame", "hyperlink", "oleObject", "subDocument")
    body = (
        p("石桥镇计划") + p("改造锅炉120台。") + p(field(f'INCLUDEPICTURE "{url}/x.png"', t("图")))
        + p('<w:r><w:drawing><a:blip r:link="x0"/></w:drawing></w:r>')
    )  # fmt: skip
    contents = {
        "zh.docx": docx(body, external={kind: f"{url}/{kind}" for kind in kinds}),
        "en.html": _HOSTILE_HTML.format(url=url).encode(),
        "dtd.xlf": _HOSTILE_XLIFF.format(url=url, entity="").encode(),
        "entity.xlf": _HOSTILE_XLIFF.format(url=url, entity="&e;").encode(),
        "en.rtf": rf'{{\rtf1{{\field{{\*\fldinst INCLUDETEXT "{url}/x"}}{{\fldrslt Refit 21.}}}}\par}}'.encode(),
    }
    paths = {name: folder / name for name in contents}
    for name, data in contents.items():
        paths[name].write_bytes(data)
    return paths


def test_no_document_makes_it_reach_out(tmp_path: Path, trap: tuple[str, list[str]]) -> None:
    url, called = trap
    paths = hostile(tmp_path, url)
    project = tmp_path / "a.drafter"
    commands = [
        *(["read", str(path)] for path in paths.values()),
        ["check", "--zh", str(paths["zh.docx"]), "--en", str(paths["en.html"]), "--format", "jsonl"],
        *(["check", "--mixed", str(paths[name]), "--format", "jsonl"] for name in ("dtd.xlf", "entity.xlf")),
        ["new", "--zh", str(paths["zh.docx"]), "--en", str(paths["en.html"]), "-o", str(project)],
        ["export", "--project", str(project), "-o", str(tmp_path / "a.docx")],
        ["export", "--project", str(project), "-o", str(tmp_path / "a.html")],
        ["strip", str(project), "-o", str(tmp_path / "b.drafter")],
    ]
    words = [word for command in commands for word in (*command, "--")][:-1]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _GUARDED, *words],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=600,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert lines[-1:] == ["reached []"], done.stdout[-2000:] + done.stderr[-2000:]
    statuses = [line.split()[1:] for line in lines if line.startswith("status ")]
    assert [name for name, _status in statuses] == [command[0] for command in commands]
    assert ["read", "0"] in statuses
    assert statuses[-4:] == [["new", "0"], ["export", "0"], ["export", "0"], ["strip", "0"]]
    assert called == []


def test_the_trap_and_the_guard_notice(trap: tuple[str, list[str]]) -> None:
    url, called = trap
    fetch = f"import socket; socket.create_connection(('127.0.0.1', {url.rpartition(':')[2]})).close()"
    done = subprocess.run(
        [sys.executable, "-c", _GUARDED.replace("from drafter.cli.main import main", f"main = len\n{fetch}"), "none"],
        capture_output=True, encoding="utf-8", check=False, timeout=600,
    )  # fmt: skip
    assert "socket.connect" in done.stdout
    assert called
