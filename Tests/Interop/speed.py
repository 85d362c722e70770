"""speed.py STEMMA FILE.nt… : exports beside other tools in one run, in alternation: CPU seconds (user and system), peak memory.

OXIGRAPH names the oxigraph program; what is not installed is left out. GraphML's peers write from memory what Stemma reads from its
store: only their writing is counted."""
import os, shutil, statistics, subprocess, sys, tempfile

RUNS = 3
WRITE = """
import resource, sys
cpu = lambda: sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
if sys.argv[1] == "networkx":
    import networkx
    graph = networkx.read_graphml(sys.argv[2], force_multigraph=True)
    start = cpu(); networkx.write_graphml(graph, sys.argv[3])
else:
    import igraph
    graph = igraph.Graph.Read_GraphML(sys.argv[2])
    start = cpu(); graph.write_graphml(sys.argv[3])
print(cpu() - start)
"""


def measured(command):
    """CPU seconds and peak MiB of a command."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    own = float(said) if command[0] == sys.executable else usage.ru_utime + usage.ru_stime
    return own, usage.ru_maxrss / 1024


def main():
    stemma, oxigraph = sys.argv[1], os.environ.get("OXIGRAPH", "oxigraph")
    folder = tempfile.mkdtemp(prefix="stemma-speed-")
    out = folder + "/out"
    try:
        print("| triples | format | writer | CPU s | times Stemma's | peak MiB |\n|---|---|---|---|---|---|")
        for data in sys.argv[2:]:
            store, graph = folder + "/store", folder + "/graph.graphml"
            subprocess.run([stemma, "load", data, "--store", store], check=True, stdout=subprocess.DEVNULL)
            size = f"{sum(1 for _ in open(data, 'rb')):,}"
            export = lambda name: [stemma, "export", "--profile", "full", "--format", name, "--store", store, "-o", out]
            rows = {"rdfxml": {"stemma": export("rdfxml")}, "turtle": {"stemma": export("turtle")},
                    "ntriples": {"stemma": export("ntriples")}, "graphml": {"stemma": export("graphml")}}
            if shutil.which(oxigraph):
                rows["rdfxml"]["oxigraph convert"] = [oxigraph, "convert", "--from-file", data, "--from-format", "nt", "--to-file", out,
                                                      "--to-format", "rdf"]
            if shutil.which("serdi"):
                rows["turtle"]["serdi"] = ["sh", "-c", 'serdi -i ntriples -o turtle "$0" > "$1"', data, out]
            if os.path.getsize(data) < 500e6:
                subprocess.run(export("graphml")[:-1] + [graph], check=True)
                for peer in ("networkx", "igraph"):
                    rows["graphml"][peer] = [sys.executable, "-c", WRITE, peer, graph, out]
            for name, writers in rows.items():
                found = {writer: [] for writer in writers}
                for _ in range(RUNS):
                    for writer, command in writers.items():
                        found[writer].append(measured(command))
                        os.remove(out)
                own = statistics.median(t for t, _ in found["stemma"])
                for writer, runs in found.items():
                    seconds = statistics.median(t for t, _ in runs)
                    print(f"| {size} | {name} | {writer} | {seconds:.2f} | {seconds / own:.1f} | {max(m for _, m in runs):.0f} |", flush=True)
            shutil.rmtree(store)
    finally:
        shutil.rmtree(folder)


main()
