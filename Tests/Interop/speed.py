"""speed.py STEMMA BY-HAND FILE.nt… : exports beside other tools in one run, one after the other in turn: median seconds by the clock,
CPU seconds (user and system) and peak memory, by kind: mapped pages are the store's and the program's, which the system takes back
when it wants them.

OXIGRAPH names the oxigraph program; what is not installed is left out. BY-HAND is by-hand.c, compiled. Files are written to memory
(/dev/shm), so that no disk is measured. GraphML's peers write from memory what Stemma reads from its store: only their writing counts.
Peers are run for files of up to 500 MB; of greater ones Stemma's memory is what matters."""
import filecmp, os, shutil, statistics, subprocess, sys, tempfile, threading, time

RUNS = 5
WRITE = """
import resource, sys, time
cpu = lambda: sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
if sys.argv[1] == "networkx":
    import networkx
    graph = networkx.read_graphml(sys.argv[2], force_multigraph=True)
    write = lambda: networkx.write_graphml(graph, sys.argv[3])
else:
    import igraph
    graph = igraph.Graph.Read_GraphML(sys.argv[2])
    write = lambda: graph.write_graphml(sys.argv[3])
for _ in range(int(sys.argv[4])):
    start = time.monotonic(), cpu()
    write()
    print(time.monotonic() - start[0], cpu() - start[1])
"""


def measured(command):
    """Seconds, CPU seconds and peak MiB of a command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def anonymous(command):
    """The most memory that a command held apart from mapped files, in MiB, looked at fifty times a second."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        try:
            for line in open(f"/proc/{process.pid}/status"):
                if line.startswith("RssAnon:"):
                    most = max(most, int(line.split()[1]))
        except OSError:
            pass
        time.sleep(0.02)
    return most / 1024


def written(peer, graph, out):
    """Seconds and CPU seconds of each writing by a library, and its peak MiB."""
    process = subprocess.Popen([sys.executable, "-c", WRITE, peer, graph, out, "3"], stdout=subprocess.PIPE, text=True)
    lines = process.stdout.read().split("\n")
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {peer}")
    return [(*map(float, line.split()), usage.ru_maxrss / 1024) for line in lines if line]


def row(size, name, writer, runs, own, held=None):
    seconds, cpu = (statistics.median(run[place] for run in runs) for place in (0, 1))
    peak = max(run[2] for run in runs)
    print(f"| {size} | {name} | {writer} | {seconds:.2f} | {cpu:.2f} | {seconds / (own or seconds):.1f} | {peak:.0f} |"
          f" {'' if held is None else f'{held:.0f}'} |", flush=True)
    return seconds


def main():
    stemma, by_hand, oxigraph = sys.argv[1], sys.argv[2], os.environ.get("OXIGRAPH", "oxigraph")
    folder = tempfile.mkdtemp(prefix="stemma-speed-")
    memory = tempfile.mkdtemp(prefix="stemma-speed-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    out = memory + "/out"
    try:
        print("| triples | format | writer | s | CPU s | times Stemma's | peak MiB | held MiB |\n|---|---|---|---|---|---|---|---|")
        for data in sys.argv[3:]:
            store, graph, sorted_data, model = (f"{memory}/{name}" for name in ("store", "graph.graphml", "sorted.nt", "model.rdf"))
            store = folder + "/store"
            subprocess.run([stemma, "load", data, "--store", store], check=True, stdout=subprocess.DEVNULL)
            size = f"{sum(1 for _ in open(data, 'rb')):,}"
            export = lambda name, path=out: [stemma, "export", "--profile", "full", "--format", name, "--store", store, "-o", path]
            is_small = os.path.getsize(data) < 500e6
            peers = {"rdfxml": {}, "turtle": {}, "ntriples": {}, "graphml": {}}
            if is_small and shutil.which(oxigraph):
                peers["rdfxml"]["oxigraph convert"] = [oxigraph, "convert", "--from-file", data, "--from-format", "nt", "--to-file", out,
                                                       "--to-format", "rdf"]
            if is_small:
                subprocess.run(export("ntriples", sorted_data), check=True)
                subprocess.run(export("rdfxml", model), check=True)
                peers["rdfxml"]["by hand, from sorted N-Triples"] = [by_hand, sorted_data, model, out]
                subprocess.run([by_hand, sorted_data, model, out], check=True)
                if not filecmp.cmp(out, model, shallow=False):
                    sys.exit("by-hand wrote other bytes than stemma")
                os.remove(out)
            if is_small and shutil.which("serdi"):
                peers["turtle"]["serdi"] = ["sh", "-c", 'serdi -i ntriples -o turtle "$0" > "$1"', data, out]
            for name, others in peers.items():
                found = {"stemma": [], **{writer: [] for writer in others}}
                for _ in range(RUNS if is_small else 1):
                    for writer, command in {"stemma": export(name), **others}.items():
                        found[writer].append(measured(command))
                        os.remove(out)
                held = anonymous(export(name))
                os.remove(out)
                own = row(size, name, "stemma", found.pop("stemma"), None, held)
                for writer, runs in found.items():
                    row(size, name, writer, runs, own)
                if name == "graphml" and is_small:
                    subprocess.run(export("graphml", graph), check=True)
                    for peer in ("networkx", "igraph"):
                        row(size, name, peer, written(peer, graph, out), own)
                    os.remove(out)
            for path in (sorted_data, model, graph):
                if os.path.exists(path):
                    os.remove(path)
            shutil.rmtree(store)
    finally:
        shutil.rmtree(folder)
        shutil.rmtree(memory)


main()
