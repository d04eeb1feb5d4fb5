"""The straight lines that a PDF draws on a page."""

import ctypes
from collections.abc import Iterator
from typing import Any, Final

from drafter.documents import limits
from drafter.documents.flow import Stroke, figure_strokes
from drafter.documents.pdf.geometry import Frame

_NESTED: Final = 8
_Matrix = tuple[float, float, float, float, float, float]
_SAME: Final[_Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]


class Drawings:
    """Reads the paths of pages; objects within others count like any."""

    def __init__(self) -> None:
        import pypdfium2.raw

        self._raw = pypdfium2.raw
        self._left_in_all = limits.DRAWN_OBJECTS
        self._left = 0
        self._frame = Frame(0, 0, 0, 0)
        self._matrix = self._raw.FS_MATRIX()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()

    def strokes(self, page: Any, frame: Frame) -> list[Stroke]:  # noqa: ANN401 -- the library has no types
        """Give the straight lines of a page, those of thin and of outlined boxes among them.

        Args:
            page: the library's page.
            frame: where it shows what.
        """
        count = self._raw.FPDFPage_CountObjects(page)
        if count > min(limits.PAGE_OBJECTS, self._left_in_all):
            return []  # a map or a drawing
        self._frame, self._left = frame, limits.PAGE_OBJECTS
        found = [
            stroke
            for index in range(count)
            for stroke in self._object(self._raw.FPDFPage_GetObject(page, index), _SAME, 0)
        ]
        self._left_in_all -= limits.PAGE_OBJECTS - self._left
        return found if self._left >= 0 else []

    def _object(self, item: Any, around: _Matrix, depth: int) -> Iterator[Stroke]:  # noqa: ANN401
        raw = self._raw
        self._left -= 1
        kind = raw.FPDFPageObj_GetType(item)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM) or self._left < 0:
            return
        matrix = self._placed(item, around)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield from self._path(item, matrix)
        elif depth < _NESTED:
            for index in range(min(raw.FPDFFormObj_CountObjects(item), self._left)):
                yield from self._object(raw.FPDFFormObj_GetObject(item, index), matrix, depth + 1)

    def _placed(self, item: Any, around: _Matrix) -> _Matrix:  # noqa: ANN401
        own = self._matrix
        if not self._raw.FPDFPageObj_GetMatrix(item, ctypes.byref(own)):
            return around
        a, b, c, d, e, f = around
        return (
            own.a * a + own.b * c,
            own.a * b + own.b * d,
            own.c * a + own.d * c,
            own.c * b + own.d * d,
            own.e * a + own.f * c + e,
            own.e * b + own.f * d + f,
        )

    def _path(self, item: Any, matrix: _Matrix) -> Iterator[Stroke]:  # noqa: ANN401
        raw = self._raw
        count = raw.FPDFPath_CountSegments(item)
        if not 1 < count <= limits.PAGE_OBJECTS:
            return
        filled, outlined = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, ctypes.byref(filled), ctypes.byref(outlined))
        corners: list[_Point] = []
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                yield from figure_strokes(corners, filled=bool(filled.value), outlined=bool(outlined.value))
                corners = []
            elif kind != raw.FPDF_SEGMENT_LINETO:
                return  # whatever has curves is no ruling line
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(self._x), ctypes.byref(self._y))
            x, y = self._x.value, self._y.value
            x, y = matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]
            corners.append(self._frame.place(x, y, x, y)[:2])
            if raw.FPDFPathSegment_GetClose(segment):
                corners.append(corners[0])
        yield from figure_strokes(corners, filled=bool(filled.value), outlined=bool(outlined.value))
