"""citations.py STORE.nt FOLDER : the profile `citations`, worked out from the triples without Stemma, is what networkx, igraph, pandas,
json and Graphviz find in FOLDER's citations.graphml, .yed.graphml, .collapsed.graphml, .gexf, .cyjs, .dot, .csv and .nodes.csv."""
import collections, json, math, shutil, subprocess, sys
import igraph, networkx, pandas
import pyoxigraph as ox

NS, CITO, TERMS = "https://w3id.org/stemma/ns#", "http://purl.org/spar/cito/", "http://purl.org/dc/terms/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
DOCUMENTS = "https://undocs.org/"


def expected(path):
    """Nodes: iri → (name, label, kind, year, date, seen). Edges: (source, target, relation) → (weight, paragraph)."""
    facts = collections.defaultdict(lambda: collections.defaultdict(list))
    for quad in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES):
        facts[quad.subject.value][quad.predicate.value].append(quad.object.value)
    edges, nodes = {}, set()
    for fact in facts.values():
        for source in fact.get(CITO + "hasCitingEntity", ()):
            nodes.add(source)
            for target in fact.get(CITO + "hasCitedEntity", ()):
                for relation in fact.get(NS + "relation", [NS + "cites"]):
                    weight, para = edges.get((source, target, relation), (0, None))
                    paragraphs = fact.get(NS + "inParagraph", [])
                    para = min([p for p in [para, *paragraphs] if p], default=None)
                    edges[source, target, relation] = weight + max(1, len(paragraphs)), para
        nodes.update(fact.get(CITO + "hasCitedEntity", ()))
    nodes.update(i for i, f in facts.items() if f.get(TERMS + "identifier") and f.get(TERMS + "hasPart"))
    short = lambda iri: iri.removeprefix(DOCUMENTS) or iri
    local = lambda iri: iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    described = {}
    for iri in nodes:
        fact = facts[iri]
        name = min(fact.get(TERMS + "identifier", [short(iri)]))
        kinds = [k for k in fact.get(TYPE, []) if k != NS + "Document"]
        date = min(fact.get(NS + "adoptedOn", [""]))
        described[iri] = (name, min(fact.get(TERMS + "title", [name])), local(min(kinds)) if kinds else "",
                          int(date[:4]) if date else None, date, bool(fact.get(TERMS + "hasPart")))
    return described, {(s, t, local(r)): (w, p.rsplit("#", 1)[-1] if p else "") for (s, t, r), (w, p) in edges.items()}


def check(what, found, wanted):
    if found != wanted:
        keys = [k for k in {*found, *wanted} if found.get(k) != wanted.get(k)]
        sys.exit(f"{what}: {len(keys)} differ, such as " + "; ".join(f"{k}: {found.get(k)} for {wanted.get(k)}" for k in sorted(keys)[:3]))
    print(f"{what}: {len(found):,}", flush=True)


def node(get):
    """A node's values by name, as `expected` has them."""
    year = get("year")
    year = None if year is None or year == "" or isinstance(year, float) and math.isnan(year) else int(year)
    text = lambda name: get(name) or ""
    return text("name"), text("label"), text("kind"), year, text("date"), get("seen") in (True, "true")


def edge(get):
    return int(float(get("weight"))), get("para") or ""


def main():
    nodes, edges = expected(sys.argv[1])
    path = lambda extension: f"{sys.argv[2]}/citations.{extension}"
    for what, graph in [("networkx, GraphML", networkx.read_graphml(path("graphml"), force_multigraph=True)),
                        ("networkx, yEd", networkx.read_graphml(path("yed.graphml"), force_multigraph=True)),
                        ("networkx, GEXF", networkx.read_gexf(path("gexf")))]:
        iri = {n: d["iri"] for n, d in graph.nodes(data=True)}
        check(what + " nodes", {d["iri"]: node(d.get) for _, d in graph.nodes(data=True)}, nodes)
        check(what + " edges", {(iri[s], iri[t], d["relation"]): edge(d.get) for s, t, d in graph.edges(data=True)}, edges)
        if "GEXF" in what:
            starts = {d["iri"]: str(d.get("start", "")) for _, d in graph.nodes(data=True)}
            check(what + " dates", starts, {i: n[4] for i, n in nodes.items()})
    collapsed = networkx.read_graphml(path("collapsed.graphml"))
    pairs = collections.Counter()
    for (s, t, _), (weight, _) in edges.items():
        pairs[s, t] += weight
    iri = {n: d["iri"] for n, d in collapsed.nodes(data=True)}
    check("networkx, collapsed", {(iri[s], iri[t]): d["weight"] for s, t, d in collapsed.edges(data=True)}, dict(pairs))
    for what in ("graphml", "yed.graphml"):
        graph = igraph.Graph.Read_GraphML(path(what))
        check(f"igraph, {what} nodes", {v["iri"]: node(v.attributes().get) for v in graph.vs}, nodes)
        iris = graph.vs["iri"]
        check(f"igraph, {what} edges", {(iris[e.source], iris[e.target], e["relation"]): edge(e.attributes().get) for e in graph.es}, edges)
    table = pandas.read_csv(path("nodes.csv"), dtype=str, keep_default_na=False)
    names = {"iri:ID": "iri", ":LABEL": "kind", "year:int": "year", "seen:boolean": "seen"}
    check("pandas nodes", {r["iri"]: node(r.get) for r in table.rename(columns=names).to_dict("records")}, nodes)
    table = pandas.read_csv(path("csv"), dtype=str, keep_default_na=False).rename(columns={"weight:double": "weight"})
    check("pandas edges", {(r[":START_ID"], r[":END_ID"], r[":TYPE"]): edge(r.get) for r in table.to_dict("records")}, edges)
    elements = json.load(open(path("cyjs"), encoding="utf-8"))["elements"]
    check("Cytoscape nodes", {n["data"]["iri"]: node(n["data"].get) for n in elements["nodes"]}, nodes)
    iri = {n["data"]["id"]: n["data"]["iri"] for n in elements["nodes"]}
    check("Cytoscape edges", {(iri[e["data"]["source"]], iri[e["data"]["target"]], e["data"]["relation"]): edge(e["data"].get)
                              for e in elements["edges"]}, edges)
    if shutil.which("gc"):
        counts = subprocess.run(["gc", "-n", "-e", path("dot")], capture_output=True, text=True, check=True).stdout.split()
        assert list(map(int, counts[:2])) == [len(nodes), len(edges)], counts
        print(f"Graphviz: {counts[0]} nodes, {counts[1]} edges")


main()
