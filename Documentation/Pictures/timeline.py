import sys, matplotlib.pyplot as plt, networkx as nx
graph = nx.DiGraph(nx.read_graphml(sys.argv[1]))
seen = [n for n, d in graph.nodes(data=True) if d["seen"] and "year" in d]
seen.sort(key=lambda n: graph.nodes[n]["date"])
reach = [len(nx.descendants(graph, n)) for n in seen]
plt.figure(figsize=(9, 4.6), dpi=110)
plt.bar([f"{graph.nodes[n]['name']}\n{graph.nodes[n]['year']}" for n in seen], reach, color="#80b1d3")
plt.xticks(rotation=60, ha="right", fontsize=8)
plt.title("Documents that each resolution goes back to, directly or not", loc="left")
plt.tight_layout(); plt.savefig(sys.argv[2])
