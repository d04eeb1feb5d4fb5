"""Programs on this computer that can convert old documents, run with a time limit and a folder of their own."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from drafter.documents import limits


@dataclass(frozen=True, slots=True)
class Converter:
    """A program that converts old documents.

    Attributes:
        name: what users call it.
        path: where it is.
        arguments: what it is told before the file's name.
        ending: of the file that it writes; "" where it writes text to its output.
    """

    name: str
    path: str
    arguments: tuple[str, ...]
    ending: str = ""


def converters() -> list[Converter]:
    """Give the programs found, the best first."""
    found = []
    if (office := _libreoffice()) is not None:
        found.append(Converter("LibreOffice", office, ("--headless", "--norestore", "--convert-to", "docx"), ".docx"))
    # Lines must not be broken at a width: figures would be torn apart.
    if (antiword := shutil.which("antiword")) is not None:
        found.append(Converter("antiword", antiword, ("-w", "0", "-m", "UTF-8.txt")))
    if (catdoc := shutil.which("catdoc")) is not None:
        found.append(Converter("catdoc", catdoc, ("-w", "-d", "utf-8")))
    return found


def _libreoffice() -> str | None:
    for name in ("soffice", "libreoffice"):
        if (path := shutil.which(name)) is not None:
            return path
    places = [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")] if sys.platform == "darwin" else []
    folders = (os.environ.get(variable) for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"))
    places += [Path(folder) / "LibreOffice" / "program" / "soffice.com" for folder in folders if folder]
    return next((str(place) for place in places if place.is_file()), None)


def convert(converter: Converter, source: Path, folder: Path) -> bytes | None:
    """Convert a file.

    Args:
        converter: the program.
        source: the file, in a folder that is removed afterwards.
        folder: where the program may write.

    Returns:
        What it made; None where it failed or took too long.
    """
    command = [converter.path, *converter.arguments]
    if converter.ending:
        # A profile of its own has no macros, no extensions, no links to follow, and meets no other LibreOffice.
        profile = folder / "profile"
        _write_settings(profile)
        command += [f"-env:UserInstallation={profile.as_uri()}", "--outdir", str(folder / "out")]
    output = _run([*command, str(source)], folder)
    if output is None or not converter.ending:
        return output or None
    made = folder / "out" / f"{source.stem}{converter.ending}"
    try:
        return made.read_bytes() if made.stat().st_size <= limits.CONVERTED_BYTES else None
    except OSError:
        return None


def _write_settings(profile: Path) -> None:
    """Forbid macros, and links to be updated, in a profile."""
    settings = (
        ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    )
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in settings
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _run(command: list[str], folder: Path) -> bytes | None:
    with (folder / "output").open("w+b") as output:
        try:
            process = subprocess.Popen(  # noqa: S603 -- a program found by its name, no shell
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.DEVNULL,
                start_new_session=os.name != "nt",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
        try:
            status = process.wait(limits.CONVERSION_SECONDS)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(process)
        output.seek(0)
        return output.read(limits.CONVERTED_BYTES) if status == 0 else None


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process with all its children: LibreOffice starts itself a second time."""
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = shutil.which("taskkill")
            if taskkill is not None:
                subprocess.run(  # noqa: S603 -- the system's own program
                    [taskkill, "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False
                )
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()
