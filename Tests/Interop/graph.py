"""graph.py STORE.nt FULL.graphml : every resource of the triples is a node, every triple between two resources but rdf:type an edge,
with the attributes that the triples give them, as igraph reads the file; `--networkx` reads it with networkx too, which takes long for a
large graph."""
import collections, sys
import pyoxigraph as ox

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
TERMS, SKOS = "http://purl.org/dc/terms/", "http://www.w3.org/2004/02/skos/core#"
LABELS = [SKOS + "prefLabel", "http://www.w3.org/2000/01/rdf-schema#label", TERMS + "title"]
NAMES = [TERMS + "identifier", SKOS + "notation"]
ADOPTED = "https://w3id.org/stemma/ns#adoptedOn"


def short(iri):
    for space in ("https://undocs.org/", "https://w3id.org/stemma/ns#"):
        if iri.startswith(space) and iri != space:
            return iri[len(space):]
    return iri


def local(iri):
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1:] or iri


def expected(path):
    """Nodes: iri → (name, label, kind, year). Edges: how many of each (source, target, relation)."""
    nodes, edges = {}, collections.Counter()
    classes, types = collections.Counter(), collections.defaultdict(list)
    choose = lambda node, what, rank, text: nodes[node].__setitem__(what, min(nodes[node].get(what, (rank, text)), (rank, text)))
    for triple in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES):
        subject, predicate = str(triple.subject.value), triple.predicate.value
        nodes.setdefault(subject, {})
        if isinstance(triple.object, ox.Literal):
            text, language = triple.object.value, triple.object.language
            if predicate in LABELS:
                choose(subject, "label", LABELS.index(predicate) + (10 if language and not language.startswith("en") else 0), text)
            if predicate in NAMES:
                choose(subject, "name", NAMES.index(predicate), text)
            if predicate == ADOPTED:
                choose(subject, "year", 0, text[:4])
        elif predicate == TYPE:
            classes[triple.object.value] += 1
            types[subject].append(triple.object.value)
        else:
            nodes.setdefault(triple.object.value, {})
            edges[subject, triple.object.value, local(predicate)] += 1
    described = {}
    for iri, facts in nodes.items():
        name = facts.get("name", (0, short(iri)))[1]
        kind = min(types[iri], key=lambda c: (classes[c], c), default=None)
        year = facts.get("year")
        described[iri] = (name, facts.get("label", (0, name))[1], local(kind) if kind else "", int(year[1]) if year else None)
    return described, edges


def check(what, found, wanted):
    if found != wanted:
        keys = [k for k in {*found, *wanted} if found.get(k) != wanted.get(k)]
        sys.exit(f"{what}: {len(keys)} differ, such as " + "; ".join(f"{k}: {found.get(k)} for {wanted.get(k)}" for k in sorted(keys)[:3]))
    print(f"{what}: {sum(found.values()) if isinstance(found, collections.Counter) else len(found):,}", flush=True)


def node(get):
    year = get("year")
    return get("name") or "", get("label") or "", get("kind") or "", None if year is None or year != year else int(year)


def main():
    nodes, edges = expected(sys.argv[1])
    import igraph
    graph = igraph.Graph.Read_GraphML(sys.argv[2])
    names = ("name", "label", "kind", "year")
    columns = [graph.vs[name] for name in names]
    iris = graph.vs["iri"]
    check("igraph, whole graph nodes", {iri: node(dict(zip(names, row)).get) for iri, *row in zip(iris, *columns)}, nodes)
    check("igraph, whole graph edges",
          collections.Counter((iris[s], iris[t], r) for (s, t), r in zip(graph.get_edgelist(), graph.es["relation"])), edges)
    if "--networkx" in sys.argv:
        import networkx
        graph = networkx.read_graphml(sys.argv[2], force_multigraph=True)
        iri = {n: d["iri"] for n, d in graph.nodes(data=True)}
        check("networkx, whole graph nodes", {d["iri"]: node(d.get) for _, d in graph.nodes(data=True)}, nodes)
        check("networkx, whole graph edges",
              collections.Counter((iri[s], iri[t], d["relation"]) for s, t, d in graph.edges(data=True)), edges)


main()
