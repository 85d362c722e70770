"""Compares `stemma lineage` with NetworkX on a store of many documents.

    python3 lineage-check.py TOOL STORE

For 200 random documents: ancestors, their generations, the closure's citations, descendants and PageRank. For each the main
path has the greatest total search path count of all paths, counted here on the condensation. For the ICT series of
2020 to 2022: what each text cites anew and leaves out.
"""

import csv
import json
import random
import subprocess
import sys

import networkx as nx

# NetworkX's public pagerank needs SciPy; this is the same in Python.
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank

TOOL, STORE = sys.argv[1:3]
BASE = "https://undocs.org/"


def run(*arguments):
    return subprocess.run([TOOL, *arguments, "--store", STORE], capture_output=True, text=True, check=True).stdout


def citations():
    rows = csv.reader(run("query", "-e", "SELECT ?a ?b { ?a :cites ?b }", "--format", "csv").splitlines())
    return nx.DiGraph(list(rows)[1:])


def lineage(document):
    return json.loads(run("lineage", document, "--format", "json"))


def main_path_total(network, root, path):
    """The total of the given path, and the greatest of all, on the acyclic condensation."""
    dag = nx.condensation(network)
    place = dag.graph["mapping"]
    order = list(nx.topological_sort(dag))
    to_end, from_root, best = {}, dict.fromkeys(dag, 0), {}
    for node in reversed(order):
        to_end[node] = sum(to_end[n] for n in dag.successors(node)) or 1
    from_root[place[root]] = 1
    for node in order:
        for target in dag.successors(node):
            from_root[target] += from_root[node]
    weight = lambda a, b: from_root[a] * to_end[b]
    for node in reversed(order):
        best[node] = max((weight(node, n) + best[n] for n in dag.successors(node)), default=0)
    steps = [place[step[0]] for step in path]
    assert all(dag.has_edge(a, b) for a, b in zip(steps, steps[1:])), "the main path leaves the network"
    assert dag.out_degree(steps[-1]) == 0, "the main path ends before an origin"
    return sum(weight(a, b) for a, b in zip(steps, steps[1:])), best[place[root]]


def check(graph, document):
    report = lineage(document)
    iri = {row["symbol"]: row["iri"] for row in report["ancestors"] + report["descendants"]}
    closure = graph.subgraph(nx.descendants(graph, document) | {document})
    found = {row["iri"]: row for row in report["ancestors"]}
    distance = nx.single_source_shortest_path_length(graph, document)
    assert {k: row["generation"] for k, row in found.items()} == distance, "ancestors or generations differ"
    edges = {(iri[c["citing"]], iri[c["cited"]]) for c in report["citations"]}
    assert edges == set(closure.edges), "citations differ"
    assert all(row["citedBy"] == closure.in_degree(k) for k, row in found.items()), "citation counts differ"
    back = nx.single_source_shortest_path_length(graph.reverse(copy=False), document)
    assert {row["iri"]: row["generation"] for row in report["descendants"]} == back, "descendants differ"
    rings = {frozenset(c) for c in nx.strongly_connected_components(closure) if len(c) > 1}
    assert {frozenset(iri[s] for s in ring) for ring in report["cycles"]} == rings, "rings differ"
    ranks = pagerank(closure, tol=1e-10)
    assert all(abs(found[k]["pageRank"] - rank) < 1e-6 for k, rank in ranks.items()), "PageRank differs"
    total, greatest = main_path_total(closure, document, [[iri[s] for s in step] for step in report["mainPath"]])
    assert total == greatest, f"main path {total}, greatest {greatest}"
    return len(found) - 1


def check_series():
    changes = {c["document"]: c for c in lineage(BASE + "A/RES/78/237")["changes"]}
    rival = {"A/RES/73/266", "A/RES/74/28", "A/RES/75/32"}
    resolutions = lambda symbols: {s for s in symbols if "/RES/" in s}
    for text, earlier, added, dropped in [
        ("A/RES/76/19", "A/RES/75/240", rival, {"A/RES/36/103"}),
        ("A/RES/77/36", "A/RES/76/19", {"A/RES/36/103"}, rival),
    ]:
        change = changes[text]
        assert change["earlier"] == earlier
        assert resolutions(change["added"]) == added, f"{text} adds {change['added']}"
        assert resolutions(change["dropped"]) == dropped, f"{text} drops {change['dropped']}"


def main():
    graph = citations()
    citing = sorted(node for node in graph if graph.out_degree(node) and node.startswith(BASE))
    sample = random.Random(1).sample(citing, min(200, len(citing)))
    counts = []
    for document in sample + [BASE + "A/RES/78/237"]:
        try:
            counts.append(check(graph, document))
        except AssertionError as difference:
            sys.exit(f"{document}: {difference}")
    check_series()
    print(f"{len(counts)} documents agree with NetworkX, {sum(counts)} ancestors, up to {max(counts)}; the ICT series too")


main()
