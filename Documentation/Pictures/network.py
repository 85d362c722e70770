"""The citation network by forces, as Gephi lays graphs out: what the store holds and what is cited twice, bodies in colour.

    stemma export --profile citations -o citations.gexf && python3 network.py citations.gexf network.png"""
import sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import networkx as nx

BODIES = [("A/HRC/", "Human Rights Council", "#bc80bd"), ("A/RES/", "General Assembly resolution", "#80b1d3"),
          ("S/", "Security Council", "#fb8072"), ("A/", "report to the General Assembly", "#fdb462"), ("", "other", "#b3b3b3")]


def main(source, target):
    graph = nx.read_gexf(source)
    graph = graph.subgraph([n for n, d in graph.nodes(data=True) if d["seen"] or graph.in_degree(n) > 1])
    graph = graph.subgraph(max(nx.weakly_connected_components(graph), key=len))
    name = nx.get_node_attributes(graph, "name")
    year = nx.get_node_attributes(graph, "year")
    seen = nx.get_node_attributes(graph, "seen")
    body = {n: next(b for b in BODIES if name[n].startswith(b[0])) for n in graph}
    places = nx.spring_layout(nx.Graph(graph), k=3.2, iterations=1500, seed=5, weight=None)
    cited = dict(graph.in_degree())
    figure = plt.figure(figsize=(11, 8.2), dpi=78)
    nx.draw_networkx_edges(graph, places, edge_color="#9aa5ad", width=0.5, alpha=0.5, arrowsize=5, node_size=[40 + 14 * cited[n] for n in graph])
    for prefix, label, colour in BODIES:
        own = [n for n in graph if body[n][0] == prefix]
        if own:
            nx.draw_networkx_nodes(graph, places, own, node_color=colour, label=f"{label} ({len(own)})", node_size=[40 + 14 * cited[n] for n in own],
                                   edgecolors=["#333333" if seen[n] else "#aaaaaa" for n in own], linewidths=0.9)
    for n in graph:
        text = name[n] + (f" ({year[n]})" if n in year else "")
        plt.annotate(text, places[n], xytext=(0, -4 - (40 + 14 * cited[n]) ** 0.5 / 2), textcoords="offset points", fontsize=7, ha="center",
                     va="top", bbox=dict(boxstyle="round,pad=0.1", fc="white", ec="none", alpha=0.75))
    legend = plt.legend(loc="lower left", fontsize=9, frameon=False, title="size: how often cited · dark border: held in the store")
    for handle in legend.legend_handles:
        handle.set_sizes([70])
    legend._legend_box.align = "left"
    plt.title("Citations of the ICT-security series", loc="left", fontsize=13)
    plt.axis("off")
    figure.tight_layout(pad=0.5)
    figure.savefig(target)


main(*sys.argv[1:3])
