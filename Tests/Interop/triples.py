"""triples.py STORE.nt FILE… : every file, read by every reader there is for it, holds the triples of STORE.nt and no warning is printed.

What RDF/XML adds is named: an owl:Ontology and declarations of properties, where the graph lacks them. `--rdflib` reads the XML and
Turtle with rdflib too, which takes minutes for a large graph. Jena's riot is run where RESOURCES says what it needs (see `riot`)."""
import os, shutil, subprocess, sys, time
import pyoxigraph as ox

OWL = "http://www.w3.org/2002/07/owl#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
FORMATS = {"nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS, "ttl": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG,
           "rdf": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}


def lines(quads):
    """The triples as N-Triples lines, whatever their graphs."""
    return {f"{q.subject} {q.predicate} {q.object}" for q in quads}


def parsed(data, kind):
    return lines(ox.parse(data, format=kind, lenient=False))


def of(path):
    return lines(ox.parse(path=path, format=FORMATS[path.rsplit(".", 1)[1]]))


def added(triple):
    """Whether RDF/XML may add it: a declaration in OWL's words."""
    return f" <{TYPE}> <{OWL}" in triple and triple.split("> <")[-1].rstrip(">").removeprefix(OWL) in (
        "Ontology", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")


def compare(reader, path, found, wanted):
    more, less = found - wanted, wanted - found
    if path.endswith(".rdf"):
        more = {t for t in more if not added(t)}
    if more or less:
        sys.exit(f"{reader}, {path}: {len(more)} triples too many, {len(less)} missing, such as {sorted(more | less)[:3]}")
    print(f"{reader:10} {path.rsplit('/', 1)[-1]:16} {len(found):,} triples", flush=True)


def run(command):
    done = subprocess.run(command, capture_output=True)
    said = [line for line in done.stderr.split(b"\n") if b"arning" in line or b"rror" in line or b"WARN" in line]
    # Of the source's own words, kept as they are: RDF 1.1 only recommends a normal form. riot then ends with status 1.
    words = [line for line in said if b"{W131} String not in Unicode Normal Form C" in line]
    if len(said) > len(words) or done.returncode and not words:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()[:500]}")
    if words:
        print(f"           {len(words)} texts are not in Unicode's normal form C, as in the source")
    return done.stdout


def main():
    paths = [a for a in sys.argv[1:] if not a.startswith("--")]
    wanted = of(paths[0])
    for path in paths[1:]:
        extension = path.rsplit(".", 1)[1]
        compare("pyoxigraph", path, of(path), wanted)
        if extension in ("rdf", "ttl", "nt") and shutil.which("rapper"):
            syntax = {"rdf": "rdfxml", "ttl": "turtle", "nt": "ntriples"}[extension]
            out = run(["rapper", "-q", "-i", syntax, "-o", "ntriples", path])
            compare("rapper", path, parsed(out, ox.RdfFormat.N_TRIPLES), wanted)
        if extension in ("rdf", "ttl", "nq", "trig") and os.path.isdir(os.environ.get("RESOURCES", "")):
            out = run([os.path.dirname(os.path.abspath(__file__)) + "/riot", "--output=nquads", path])
            compare("riot", path, parsed(out, ox.RdfFormat.N_QUADS), wanted)
        if extension in ("rdf", "ttl") and "--rdflib" in sys.argv:
            import logging, rdflib
            rdflib.NORMALIZE_LITERALS = False
            logging.getLogger("rdflib").addHandler(type("", (logging.Handler,), {"emit": lambda s, r: sys.exit(r.getMessage())})())
            start = time.monotonic()
            graph = rdflib.Graph().parse(path, format={"rdf": "xml", "ttl": "turtle"}[extension])
            took = time.monotonic() - start
            found = parsed(graph.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
            compare("rdflib", path, found, wanted)
            print(f"           read in {took:.1f} s")


main()
