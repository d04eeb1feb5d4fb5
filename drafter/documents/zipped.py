"""Which of the formats that are zip packages a file is."""

from drafter.documents.package import Package
from drafter.documents.view import View
from drafter.model import Document


def read_zip(data: bytes, name: str, ending: str, view: View) -> Document:
    """Read a document that is a zip package.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.
        view: tracked changes accepted ("final") or rejected ("original").

    Raises:
        UnreadableError: it is none of the known documents, damaged, or made to exhaust or mislead its reader.
    """
    package = Package(data, name)
    if "mimetype" in package and b"opendocument.text" in package.read("mimetype")[:200]:
        from drafter.documents.odt import read_odt

        return read_odt(package, data, ending, view)
    if "ofd.xml" in package:
        from drafter.documents.ofd import read_ofd

        return read_ofd(package, data, ending)
    from drafter.documents.docx import read_docx

    return read_docx(data, name, ending, view)
