"""A taxonomy as SKOS in Turtle, for other programs: labels, notes and codes as SKOS has them, the rest under our names.

Cues go out as hidden labels (skos:hiddenLabel): words by which a concept is found and that nobody is shown. What SKOS
says of a concept has no order; where ours has one, a list of our own beside it (altLabelOrder, …) keeps it.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from drafter.model import N_, Concept
from drafter.taxonomy.entries import LANGUAGES, RELATIONS, TaxonomyError, entry_of
from drafter.taxonomy.taxonomy import Taxonomy

_OWN: Final = "urn:drafter:taxonomy:"
"""Where what SKOS has no name for stands."""

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_TERMS: Final = "http://purl.org/dc/terms/"
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABELS: Final = {"prefLabel": f"{_SKOS}prefLabel", "scopeNote": f"{_SKOS}scopeNote"}
_LISTS: Final = {"altLabel": f"{_SKOS}altLabel", "cues": f"{_SKOS}hiddenLabel", "hints": f"{_OWN}hint"}
_PLAIN: Final = ("facet", "instrument")
_MANY: Final = ("basis", "pollutants")
_MATCH_PARTS: Final = ("scheme", "type", "code", "label", "certainty")


def turtle_of(taxonomy: Taxonomy) -> bytes:
    """Give a taxonomy as Turtle.

    Raises:
        TaxonomyError: what reads and writes Turtle is not installed.
    """
    rdf = _rdflib(taxonomy.id)
    graph = rdf.Graph()
    graph.bind("skos", _SKOS)
    graph.bind("dr", _OWN)
    iri = {concept.notation: rdf.URIRef(f"urn:{taxonomy.id}:{concept.notation}") for concept in taxonomy.concepts()}
    scheme = rdf.URIRef(f"urn:{taxonomy.id}")
    graph.add((scheme, rdf.URIRef(_TYPE), rdf.URIRef(f"{_SKOS}ConceptScheme")))
    graph.add((scheme, rdf.URIRef(f"{_TERMS}identifier"), rdf.Literal(taxonomy.id)))
    graph.add((scheme, rdf.URIRef(f"{_OWL}versionInfo"), rdf.Literal(taxonomy.version)))
    for number, concept in enumerate(taxonomy.concepts()):
        node = iri[concept.notation]
        graph.add((node, rdf.URIRef(_TYPE), rdf.URIRef(f"{_SKOS}Concept")))
        graph.add((node, rdf.URIRef(f"{_SKOS}inScheme"), scheme))
        above = (f"{_SKOS}broader", iri[concept.broader]) if concept.broader else (f"{_SKOS}topConceptOf", scheme)
        graph.add((node, rdf.URIRef(above[0]), above[1]))
        if concept.replaced_by:
            graph.add((node, rdf.URIRef(f"{_TERMS}isReplacedBy"), iri[concept.replaced_by]))
        graph.add((node, rdf.URIRef(f"{_OWN}order"), rdf.Literal(number)))
        said: dict[str, list[Any]] = {}
        for predicate, text, side in _literals(concept):
            said.setdefault(predicate, []).append(rdf.Literal(text, lang=side or None))
        for predicate, literals in said.items():
            for literal in literals:
                graph.add((node, rdf.URIRef(predicate), literal))
            if _has_order(literals):
                held = rdf.BNode()
                rdf.collection.Collection(graph, held, literals)
                graph.add((node, rdf.URIRef(_order_of(predicate)), held))
        for match in concept.matches:
            if match.code:
                other = rdf.URIRef(f"urn:{match.scheme}:{match.code}")
                graph.add((node, rdf.URIRef(f"{_SKOS}{match.relation}"), other))
    return bytes(graph.serialize(format="turtle", encoding="utf-8"))


def _order_of(predicate: str) -> str:
    """Name the list that keeps the order of what a concept has under another name."""
    return f"{_OWN}{predicate.replace('#', ':').rpartition(':')[2]}Order"


def _has_order(literals: Sequence[Any]) -> bool:
    """Tell whether words of one language stand in another order than that in which they would be read again."""
    sides = dict.fromkeys(_side(one) for one in literals)
    words = ([str(one) for one in literals if _side(one) == side] for side in sides)
    return any(own != sorted(own) for own in words)


def _literals(concept: Concept) -> Iterator[tuple[str, str, str]]:
    """Give what is said of a concept in words: under which name, the words, their language."""
    entry = entry_of(concept)
    yield f"{_SKOS}notation", concept.notation, ""
    for name, predicate in _LABELS.items():
        for side, text in entry.get(name, {}).items():
            yield predicate, text, side
    for name, predicate in _LISTS.items():
        for side, words in entry.get(name, {}).items():
            own = f"{_OWN}damaged" if side.endswith("_mt") else predicate
            for word in words:
                yield own, word, side.removesuffix("_mt")
    for name in _PLAIN:
        if entry.get(name):
            yield f"{_OWN}{name}", entry[name], ""
    for name in _MANY:
        for word in entry.get(name, ()):
            yield f"{_OWN}{name}", word, ""
    for match in entry.get("match", ()):
        yield f"{_OWN}match", ";".join(match[part] for part in _MATCH_PARTS), ""
    if concept.deprecated:
        yield f"{_OWL}deprecated", "true", ""


def entries_of_turtle(data: bytes, name: str) -> tuple[Mapping[str, Any], list[dict[str, Any]]]:
    """Read the concepts of a SKOS file.

    Raises:
        TaxonomyError: it is no sound Turtle, has no concepts, or what reads it is not installed.
    """
    rdf = _rdflib(name)
    graph = rdf.Graph()
    try:
        graph.parse(data=data, format="turtle")
    except Exception as error:
        line = getattr(error, "lines", None)
        raise TaxonomyError(
            N_("The taxonomy “{name}” is no sound Turtle; look at line {line}."), name=name,
            line=line + 1 if isinstance(line, int) else "?",
        ) from error  # fmt: skip
    nodes = list(graph.subjects(rdf.URIRef(_TYPE), rdf.URIRef(f"{_SKOS}Concept")))
    if not nodes:
        raise TaxonomyError(N_("The taxonomy “{name}” has no list of concepts."), name=name)
    codes = {node: _code(graph, rdf, node) for node in nodes}
    entries = [_entry(graph, rdf, node, codes) for node in nodes]
    entries.sort(key=lambda entry: (entry.pop("order"), entry["notation"]))
    scheme = next(graph.subjects(rdf.URIRef(_TYPE), rdf.URIRef(f"{_SKOS}ConceptScheme")), None)
    told = {} if scheme is None else {
        "id": str(graph.value(scheme, rdf.URIRef(f"{_TERMS}identifier")) or ""),
        "version": str(graph.value(scheme, rdf.URIRef(f"{_OWL}versionInfo")) or ""),
    }  # fmt: skip
    return told, entries


def _rdflib(name: str) -> ModuleType:
    try:
        return import_module("rdflib")  # imported where it is used: it takes its time
    except ImportError as error:
        raise TaxonomyError(
            N_("“{name}” can't be read or written as SKOS: this installation lacks rdflib. Use YAML or .xlsx."),
            name=name,
        ) from error


def _code(graph: Any, rdf: ModuleType, node: object) -> str:  # noqa: ANN401 -- a library that is loaded late
    """The code of a concept: its notation, else the last part of its name."""
    found = graph.value(node, rdf.URIRef(f"{_SKOS}notation"))
    return str(found) if found else str(node).replace("#", "/").replace(":", "/").rsplit("/", 1)[-1]


def _entry(graph: Any, rdf: ModuleType, node: object, codes: Mapping[object, str]) -> dict[str, Any]:  # noqa: ANN401
    def values(name: str) -> list[Any]:
        kept = graph.value(node, rdf.URIRef(_order_of(name)))
        try:
            places = {one: place for place, one in enumerate(graph.items(kept))} if kept is not None else {}
        except ValueError:  # a list that somebody bent into a ring
            places = {}
        return sorted(graph.objects(node, rdf.URIRef(name)), key=lambda one: (places.get(one, len(places)), str(one)))

    order = next((int(one) for one in map(str, values(f"{_OWN}order")) if one.isdecimal()), len(codes))
    entry: dict[str, Any] = {"notation": codes[node], "order": order}
    for name, predicate in _LABELS.items():
        if said := {side: str(one) for side in LANGUAGES for one in values(predicate) if _side(one) == side}:
            entry[name] = said
    for name, predicate in _LISTS.items():
        entry[name] = {side: [str(one) for one in values(predicate) if _side(one) == side] for side in LANGUAGES}
    for side in LANGUAGES:
        entry["cues"][f"{side}_mt"] = [str(one) for one in values(f"{_OWN}damaged") if _side(one) == side]
    for name in _PLAIN:
        entry[name] = str(next(iter(values(f"{_OWN}{name}")), ""))
    for name in _MANY:
        entry[name] = [str(one) for one in values(f"{_OWN}{name}")]
    parts = [_match_parts(str(one)) for one in values(f"{_OWN}match")]
    entry["match"] = [
        dict(zip(_MATCH_PARTS, part, strict=False)) for part in parts if len(part) > 1 and part[1] in RELATIONS
    ]
    entry["facet"] = entry["facet"] or "measure"
    broader = values(f"{_SKOS}broader")
    entry["broader"] = (codes.get(broader[0]) or str(broader[0])) if broader else ""
    entry["deprecated"] = any(str(one).lower() == "true" for one in values(f"{_OWL}deprecated"))
    replaced = values(f"{_TERMS}isReplacedBy")
    entry["replacedBy"] = codes.get(replaced[0], "") if replaced else ""
    return entry


def _match_parts(text: str) -> list[str]:
    """Part what is said of a match; a label may hold what parts it."""
    first, (*label, last) = text.split(";")[:3], text.split(";")[3:] or [""]
    return [*first, ";".join(label), last]


def _side(literal: Any) -> str:  # noqa: ANN401
    return str(getattr(literal, "language", "") or "").lower().split("-")[0]
