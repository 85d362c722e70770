"""hostile.py FOLDER : what HostileGraphTests wrote there reads back equal in rdflib (RDF formats) and networkx (GraphML, GEXF)."""
import collections, json, logging, sys
import networkx, rdflib
from rdflib.compare import isomorphic

rdflib.NORMALIZE_LITERALS = False
logging.disable(logging.ERROR)  # rdflib remarks on lexical forms that are not of their datatype; they are meant to be there.
OWL = "http://www.w3.org/2002/07/owl#"
STRING = "http://www.w3.org/2001/XMLSchema#string"
READERS = {"rdf": "xml", "ttl": "turtle", "nt": "nt", "jsonld": "json-ld"}


def term(kind, text, datatype, language):
    if kind == "iri":
        return rdflib.URIRef(text)
    if kind == "blank":
        return rdflib.BNode(text)
    return rdflib.Literal(text, lang=language or None, datatype=None if language or datatype == STRING else rdflib.URIRef(datatype))


def plain(graph, declared=()):
    """The graph without what RDF/XML adds, and without the datatype of plain strings."""
    result = rdflib.Graph()
    for s, p, o in graph:
        if p == rdflib.RDF.type and str(o).startswith(OWL) and (s, p, o) not in declared:
            continue
        if isinstance(o, rdflib.Literal) and str(o.datatype) == STRING:
            o = rdflib.Literal(str(o))
        result.add((s, p, o))
    return result


def local(iri):
    tail = iri[max(iri.rfind("#"), iri.rfind("/")) + 1:]
    return tail or iri


def edges(triples):
    """The edges of the property graph: every distinct triple between two resources but rdf:type."""
    found = collections.Counter()
    for s, p, o in {tuple(map(tuple, t)) for t in triples}:
        if o[0] != "literal" and p[1] != str(rdflib.RDF.type):
            found[s[1], local(p[1]), o[1]] += 1
    return found


def main():
    folder = sys.argv[1]
    data = json.load(open(folder + "/graphs.json", encoding="utf-8"))
    for name, numbers in sorted(data["written"].items()):
        for number in numbers:
            triples, path = data["graphs"][number], f"{folder}/{number}.{name}"
            if name in READERS:
                want = plain([tuple(term(*t) for t in triple) for triple in triples])
                found = plain(rdflib.Graph().parse(path, format=READERS[name]), set(want))
                assert isomorphic(found, want), (path, list(found), list(want))
            else:
                graph = networkx.read_graphml(path, force_multigraph=True) if name == "graphml" else networkx.read_gexf(path)
                iri = {n: d["iri"] for n, d in graph.nodes(data=True)}
                found = collections.Counter((iri[s], d["relation"], iri[t]) for s, t, d in graph.edges(data=True))
                assert found == edges(triples), (path, found, edges(triples))
                nodes = {t[1] for triple in triples for t in (triple[0], triple[2]) if t[0] != "literal"}
                classes = {t[2][1] for t in triples if t[1][1] == str(rdflib.RDF.type)}
                assert nodes - classes <= set(iri.values()) <= nodes, (path, set(iri.values()), nodes)
        print(f"{name}: {len(numbers)} graphs read back equal", flush=True)


main()
