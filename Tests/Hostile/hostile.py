"""hostile.py STEMMA WORK [NAME…] : inputs that mean harm, each made here, each met in bounded time and memory with one clear line.

Each case is a folder or a question; the tool runs under a limit of processor seconds and memory, and what it says is looked at.
A folder has a good document beside the bad one, which must be in the store afterwards. Prints a table; exit status 1 where a case
is not as it should be. ../shared/corpus/akn/sc-prst is tried where it is there.
"""
import os, resource, struct, subprocess, sys, threading, time, zlib

STEMMA, WORK = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ONLY = set(sys.argv[3:])
SECONDS, MEGABYTES = 10, 1024
GOOD = "A/RES/151/12\n\nThe General Assembly,\n\nRecalling its resolution 150/36 of 6 December 2095,\n\n1. Decides to act.\n"
AKN = "<akomaNtoso><statement><mainBody><paragraph><num>1.</num><content><p>%s</p></content></paragraph></mainBody></statement></akomaNtoso>"
failures = []


def measured(arguments, folder, stdin=None, seconds=SECONDS):
    """Runs the tool: (exit status, processor seconds, peak MB, what it printed). Status None where it was ended for its time."""
    log = open(os.path.join(folder, ".said"), "w+b")
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    child = subprocess.Popen(
        [STEMMA] + arguments, cwd=folder, stdin=source, stdout=log, stderr=subprocess.STDOUT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1)),
        env={**os.environ, "HOME": folder, "LC_ALL": "C.UTF-8"})
    timer = threading.Timer(seconds * 20, child.kill)
    timer.start()
    _, status, used = os.wait4(child.pid, 0)
    timer.cancel()
    child.returncode = status
    # What matters of a long answer is its end: there an error stands.
    log.seek(max(0, log.seek(0, os.SEEK_END) - (1 << 20)))
    said = log.read()
    code = os.waitstatus_to_exitcode(status)
    return (None if code < 0 else code), used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, said.decode("utf-8", "replace")


def report(name, result, wrong):
    code, seconds, peak, said = result
    if code is None:
        wrong = wrong or "ended by a signal or the limit of time"
    elif peak > MEGABYTES:
        wrong = wrong or f"took {peak} MB"
    lines = [line for line in said.splitlines() if line.strip()]
    shown = next((line for line in lines if line.startswith("error")), lines[-1] if lines else "")
    if wrong:
        failures.append(name)
    shown = "".join(c if c.isprintable() else "?" for c in shown)
    print(f"{name:34} {seconds:7.2f} {peak:6} {code!s:>5}  {'WRONG: ' + wrong + ': ' if wrong else ''}{shown[:150]}", flush=True)


def made(name):
    folder = os.path.join(WORK, name.replace(" ", "-"))
    subprocess.run(["rm", "-rf", folder])
    os.makedirs(os.path.join(folder, "in"))
    with open(os.path.join(folder, "in", "good.txt"), "w") as file:
        file.write(GOOD)
    return folder


def build(name, make, expected=1, says="error: ", options=()):
    """A folder with a bad file, made by `make(folder)`, beside the good one: the bad one is named in one line, the good one goes in."""
    if ONLY and name not in ONLY:
        return
    folder = made(name)
    make(os.path.join(folder, "in"))
    result = measured(["build", "in", "--store", "s", *options], folder)
    errors = [line for line in result[3].splitlines() if line.startswith(("error", "warning"))]
    wrong = ""
    if result[0] not in ((0, 1) if expected is None else (expected,)):
        wrong = f"exit status {result[0]}, expected {expected}"
    elif says and not any(says in line for line in errors):
        wrong = f"no line with '{says}'"
    elif any(ord(c) < 0x20 and c != "\n" for c in result[3]):
        wrong = "a control character in the message"
    else:
        asked = measured(["query", "-e", "ASK { <A/RES/151/12> :recalls <A/RES/150/36> }", "--store", "s"], folder)
        if "true" not in asked[3]:
            wrong = "the good document is not in the store: " + asked[3].strip()
    report(name, result, wrong)
    return folder


def ask(name, text, says="error: ", expected=(1, 2), options=(), data=None, seconds=SECONDS, command="query"):
    """A query or update from a file over a small store."""
    if ONLY and name not in ONLY:
        return
    folder = made(name)
    path = "q.ru" if command == "update" else "q.rq"
    with open(os.path.join(folder, path), "w") as file:
        file.write(text)
    if data is None:
        measured(["build", "in", "--store", "s"], folder)
    else:
        with open(os.path.join(folder, "data.nt"), "w") as file:
            file.writelines(data)
        measured(["load", "data.nt", "--store", "s"], folder)
    result = measured([command, path, "--store", "s", *options], folder, seconds=seconds)
    wrong = ""
    if result[0] not in expected:
        wrong = f"exit status {result[0]}, expected one of {expected}"
    elif says and says not in result[3]:
        wrong = f"no line with '{says}'"
    elif says and max(map(len, result[3].splitlines()), default=0) > 2000:
        wrong = "a line of more than 2,000 characters"
    report(name, result, wrong)


def load(name, file, content, says="error: ", expected=1):
    """A file of RDF that is refused whole: the store is not even made."""
    if ONLY and name not in ONLY:
        return
    folder = made(name)
    with open(os.path.join(folder, file), "wb") as out:
        for part in content:
            out.write(part)
    result = measured(["load", file, "--store", "s"], folder)
    wrong = ""
    if result[0] != expected:
        wrong = f"exit status {result[0]}, expected {expected}"
    elif says and says not in result[3]:
        wrong = f"no line with '{says}'"
    elif max(map(len, result[3].splitlines()), default=0) > 2000:
        wrong = "a line of more than 2,000 characters"
    report(name, result, wrong)


def file(name, *parts):
    def make(folder):
        with open(os.path.join(os.fsencode(folder), name if isinstance(name, bytes) else name.encode()), "wb") as out:
            for part in parts:
                out.write(part if isinstance(part, bytes) else part.encode())
    return make


def zipped(entries):
    """A zip archive; an entry is (name, deflated bytes, size, checksum). Entries of one name share their data."""
    out, directory, places, count = b"", b"", {}, 0
    for name, data, size, checksum in entries:
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, checksum, len(data), size, len(name), 0)
        if name not in places:
            places[name] = len(out)
            out += b"PK\3\4" + common + name + data
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, places[name]) + name
        count += 1
    return out + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, min(count, 65535), min(count, 65535), len(directory), len(out), 0)


def deflated(head, unit, times):
    packer, checksum, size, data = zlib.compressobj(9, zlib.DEFLATED, -15), zlib.crc32(head), len(head), b""
    data += packer.compress(head)
    for _ in range(times):
        data += packer.compress(unit)
        checksum, size = zlib.crc32(unit, checksum), size + len(unit)
    return data + packer.flush(), size & 0xFFFFFFFF, checksum


def docx(entries):
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships><Relationship Id="d" Type="{relation}" Target="word/document.xml"/></Relationships>'.encode()
    return zipped([(b"_rels/.rels", *deflated(relations, b"", 0))] + entries)


def gzipped(unit, times):
    data, size, checksum = deflated(b"", unit, times)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + data + struct.pack("<II", checksum, size)


def link(target, name):
    return lambda folder: os.symlink(target, os.path.join(folder, name))


def together(*makers):
    return lambda folder: [make(folder) for make in makers]


def documents():
    words = "Recalling its resolution 150/36 of 6 December 2095, "
    bomb = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    build("billion laughs", file("bad.xml", f'<!DOCTYPE a [<!ENTITY e0 "ha">{bomb}]>', AKN % "&e11;"))
    for entity in ("file:///etc/hostname", "http://127.0.0.1:9/x"):
        # Left out of the text, not an error: what must not happen is that it is read.
        folder = build(f"external entity {entity[:4]}", file("bad.xml", f'<!DOCTYPE a [<!ENTITY x SYSTEM "{entity}">]>', AKN % "Decides &x; to act."),
                       expected=0, says="")
        if folder and entity.startswith("file"):
            said = measured(["query", "-e", "SELECT ?t { ?s :text ?t }", "--store", "s"], folder)[3]
            if open("/etc/hostname").read().strip() in said:
                report("external entity read", (0, 0, 0, said), "the file's text is in the store")
    build("parameter entity", file("bad.xml", '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]>', AKN % "Decides."), expected=0, says="")
    build("deep XML", file("bad.xml", "<akomaNtoso>", "<p>" * 100_000))
    build("deep XML, closed", file("bad.xml", "<akomaNtoso>", "<p>" * 100_000, "</p>" * 100_000, "</akomaNtoso>"))
    build("deep HTML", file("bad.html", "<html><body>", "<div>" * 100_000, GOOD.replace("151/12", "151/13")), expected=None, says="")
    build("a million attributes", file("bad.xml", "<akomaNtoso ", " ".join(f'a{i}="1"' for i in range(1_000_000)), "/>"))
    build("a million footnotes", file("bad.xml", AKN % "".join(f'x<authorialNote marker="{i}"><p>y</p></authorialNote>' for i in range(200_000))), expected=None, says="")
    build("docx of 10 GB in 60 KB", file("bad.docx", docx([(b"word/document.xml", *deflated(b"", bytes(1 << 20), 16))] * 640)))
    build("docx of 1 GB in 1 MB", file("bad.docx", docx([(b"word/document.xml", *deflated(b"<w:document>", b" " * (1 << 20), 1024))])))
    data, _, checksum = deflated(b"<w:document/>", b"", 0)
    build("docx that says 4 GB", file("bad.docx", docx([(b"word/document.xml", data, 0xFFFFFFF0, checksum)])))
    build("docx of 60,000 parts", file("bad.docx", docx([(b"p%d" % i, *deflated(b"x", b"", 0)) for i in range(60_000)])))
    build("gzip of 2 GB", file("bad.txt.gz", gzipped(b"a" * (1 << 20), 2048)))
    build("a line of 100 MB", file("bad.txt", b"a" * (100 << 20)))
    build("a line of 30 MB", file("bad.txt", b"a" * (30 << 20)))
    build("a line of 30 MB, words", file("bad.txt", GOOD, words * 600_000))
    build("a line of 30 MB, markdown", file("bad.md", "# A/RES/151/13\n\n", words * 600_000))
    build("a line of 30 MB, html", file("bad.html", "<html><body><p>", words * 600_000))
    build("a line of 30 MB, xml", file("bad.xml", AKN % (words * 600_000)))
    long = ("The General Assembly,\n\n" + words * 4000 + "\n\n") * 10
    build("2 MB of long paragraphs", file("bad.txt", GOOD.replace("151/12", "151/13"), long), expected=None, says="")
    for name, unit in [("markers", "¹ "), ("brackets", "[1]"), ("letters", "(a) "), ("slashes", "A/RES/"), ("numbers", "1/1, "), ("ands", "and "),
                       ("resolutions", "resolutions "), ("lines", "a\n"), ("numbered lines", "1. a\n\n"), ("stars", "*"), ("notes", "[^1]"), ("roman", "I"),
                       ("digits", "9"), ("quotes", "“"), ("rules", "____\n1 x\n\n"), ("pages", "\f\n2/7\n"), ("comments", "<!--")]:
        build(f"1 MB of {name}", file("bad.txt", GOOD.replace("151/12", "151/13"), unit * ((1 << 20) // len(unit.encode()))), expected=None, says="")
    build("a folder in itself", together(link(".", "loop"), link("..", "up"), link("b.txt", "a.txt"), link("a.txt", "b.txt")), expected=None, says="")
    build("a name that is not UTF-8", file(b"bad-\xff\xfe.txt", GOOD.replace("151/12", "151/13")), expected=None, says="bad-")
    build("a name with a line break", file("bad\nname\x1b[31m.txt", b"\0\1"), says="bad")
    build("a pipe without a writer", lambda folder: os.mkfifo(os.path.join(folder, "bad.txt")), expected=None, says="")
    build("a file not allowed", together(file("bad.txt", GOOD), lambda folder: os.chmod(os.path.join(folder, "bad.txt"), 0)), expected=None, says="")
    for name in ("/dev/zero", "/dev/tty", "pipe"):
        if not ONLY or f"{name} by name" in ONLY:
            folder = made(f"{name} by name".replace("/", "_"))
            os.mkfifo(os.path.join(folder, "pipe"))
            result = measured(["build", name, "in", "--store", "s"], folder)
            report(f"{name} by name", result, "" if result[0] == 1 and "error: " in result[3] else "not refused")
    official = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared/corpus/akn/sc-prst")
    if not os.path.isdir(official):
        print(f"{'malformed official files':34} skipped: {official} is not there")
    elif not ONLY or "malformed official files" in ONLY:
        folder = made("malformed official files")
        result = measured(["build", official, "in", "--store", "s"], folder, seconds=60)
        broken = sum(line.startswith("error: ") for line in result[3].splitlines())
        files = len([name for name in os.listdir(official) if name.endswith(".xml")])
        held = measured(["query", "-e", "SELECT (COUNT(*) AS ?n) { ?d a ?k . FILTER EXISTS { GRAPH ?d { ?d a ?k } } }", "--store", "s"], folder)[3].split()[-1]
        report("malformed official files", result, "" if result[0] == 1 and broken > 0 else "nothing named")
        print(f"{'':34} {files} files, {broken} named, {held} documents in the store")


def questions():
    deep = 100_000
    for name, head, left, middle, right, tail in [
        ("groups", "SELECT * ", "{", " ?a ?b ?c ", "}", ""), ("parentheses", "SELECT * { FILTER(", "(", "1", ")", ") }"),
        ("negations", "SELECT * { FILTER(", "!", "true", "", ") }"), ("minus signs", "SELECT * { FILTER(", "- ", "1", "", ") }"),
        ("blank nodes", "SELECT * { ?a ?b ", "[ ?b ", "1", "]", "}"), ("lists", "SELECT * { ?a ?b ", "(", "1", ")", "}"),
        ("paths", "SELECT * { ?a ", "(", ":p", ")", " ?b }"), ("inverse paths", "SELECT * { ?a ", "^", ":p", "", " ?b }"),
        ("sub-selects", "SELECT * ", "{ SELECT * ", "{ }", "}", ""), ("calls", "SELECT * { FILTER(", "STR(", "?a", ")", ") }"),
        ("optionals", "SELECT * { ", "OPTIONAL {", "", "}", "}"), ("unclosed groups", "SELECT * ", "{", "", "", ""),
        ("exists", "SELECT * { ", "FILTER EXISTS {", "", "}", "}"), ("graphs", "SELECT * { ", "GRAPH ?g {", "", "}", "}"),
    ]:
        ask(f"100,000 nested {name}", head + left * deep + middle + right * deep + tail)
    # Long, not deep: answered, or refused in one line.
    for name, text in [
        ("sums", "SELECT (" + "1+" * deep + "1 AS ?n) { }"), ("ors", "ASK { FILTER(" + "false||" * deep + "true) }"),
        ("unions", "ASK { " + "{ ?a ?b ?c } UNION " * deep + "{ } }"), ("sequences", "ASK { ?a " + ":p/" * deep + ":p ?b }"),
        ("alternatives", "ASK { ?a " + ":p|" * deep + ":p ?b }"), ("values", "ASK { VALUES ?a { " + "1 " * (10 * deep) + "} }"),
        ("patterns", "ASK { " + "?a ?b ?c ." * deep + "}"), ("joined patterns", "ASK { " + "".join(f"?a{i} ?b{i} ?c{i} ." for i in range(2000)) + "}"),
        ("filters", "ASK { ?a ?b ?c " + "FILTER(?c > 1)" * deep + "}"), ("optionals in a row", "ASK { ?a ?b ?c " + "OPTIONAL { ?a ?b ?c }" * 10_000 + "}"),
        ("members", "ASK { ?a ?b ?c FILTER(?c IN (" + "1," * (10 * deep) + "1)) }"), ("binds", "ASK { " + "".join(f"BIND(1 AS ?v{i})" for i in range(10_000)) + "}"),
        ("prefixes", "".join(f"PREFIX p{i}: <http://a/{i}>\n" for i in range(deep)) + "ASK { }"),
    ]:
        ask(f"100,000 {name}", text, says="", expected=(0, 1, 2))
    ask("a query line of 100 MB", "SELECT * { ?a ?b '" + "a" * (100 << 20) + "' }", says="", expected=(0,))
    ask("a broken line of 60 MB", "ASK { ?a ?b '" + "a" * (60 << 20) + "\n' }")
    dense = [f"<http://a/{i}> <http://a/p> <http://a/{j}> .\n" for i in range(60) for j in range(60) if i != j]
    all_paths = "PATHS ALL START ?s = <http://a/0> END ?e = <http://a/1> VIA ?p"
    ask("PATHS ALL, dense, --timeout", all_paths, data=dense, options=("--timeout", "2", "--format", "csv"))
    ask("PATHS ALL, dense, MAX LENGTH", all_paths + " MAX LENGTH 3", data=dense, says="", expected=(0,))
    ask("PATHS ALL from anywhere, LIMIT", "PATHS ALL START ?s END ?e VIA ?p LIMIT 1000", data=dense, says="", expected=(0,))
    ask("PATHS SHORTEST, dense", "PATHS START ?s END ?e VIA ?p", data=dense, says="", expected=(0,))
    product = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} <http://a/p> ?b{i} ." for i in range(6)) + " FILTER(?a0 != ?a5) }"
    ask("product of 10^21 rows, --timeout", product, data=dense, options=("--timeout", "2"))
    ask("sort of 10^10 rows, --memory", "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } ORDER BY ?b ?d ?f", data=dense, options=("--memory", "100"))
    doubling = "".join(f"BIND(CONCAT(?s{i}, ?s{i}) AS ?s{i + 1}) " for i in range(40))
    ask("a string doubled 40 times", 'SELECT (STRLEN(?s40) AS ?n) { BIND("0123456789" AS ?s0) ' + doubling + "}", says="", expected=(0, 1))
    ask("REPLACE that grows", 'SELECT (STRLEN(?x) AS ?n) { BIND(REPLACE(REPLACE(REPLACE("' + "a" * 1000 + '", "a", "' + "a" * 1000 + '"), "a", "' + "a" * 1000 + '"), "a", "' + "a" * 100 + '") AS ?x) }',
        says="", expected=(0, 1))
    ask("a regular expression without end", 'SELECT * { BIND("' + "a" * 40 + '!" AS ?s) FILTER(REGEX(?s, "^(a+)+$")) }', says="", expected=(0, 1))
    ask("a regular expression of 1 MB", 'ASK { FILTER(REGEX("a", "' + "(a|" * 100_000 + "b" + ")" * 100_000 + '")) }', says="", expected=(0, 1, 2))
    ask("GROUP_CONCAT of 10^7 rows", 'SELECT (STRLEN(GROUP_CONCAT(?x)) AS ?n) { ?a ?p ?b . ?c ?q ?d BIND(STR(?a) AS ?x) }', data=dense, says="", expected=(0, 1), seconds=30)
    ask("an update nested 100,000 deep", "DELETE WHERE " + "{" * deep, command="update")
    ask("LOAD of a file", "LOAD <file:///etc/hostname>", command="update", says="--allow-load")
    ask("SERVICE", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }")
    if not ONLY or "a shell line of 100 MB" in ONLY:
        folder = made("a shell line of 100 MB")
        file("line", b"?a ?b '" + b"a" * (100 << 20))(folder)
        measured(["build", "in", "--store", "s"], folder)
        result = measured(["repl", "--store", "s"], folder, stdin=os.path.join(folder, "line"))
        report("a shell line of 100 MB", result, "" if result[0] == 1 and "error: " in result[3] else "not refused")
    if not ONLY or "a script that reads itself" in ONLY:
        folder = made("a script that reads itself")
        file("loop", ".read loop\n")(folder)
        measured(["build", "in", "--store", "s"], folder)
        result = measured(["repl", "--store", "s"], folder, stdin=os.path.join(folder, "loop"))
        report("a script that reads itself", result, "" if result[0] == 1 and "error: " in result[3] else "not refused")


def data():
    deep = 100_000
    rdfxml = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">'
    load("nested blank nodes", "bad.ttl", [b"<http://a> <http://p> ", b"[ <http://p> " * deep])
    load("nested blank nodes, closed", "bad.ttl", [b"<http://a> <http://p> ", b"[ <http://p> " * deep, b"1", b"]" * deep, b" ."])
    load("nested lists", "bad.ttl", [b"<http://a> <http://p> ", b"(" * deep, b")" * deep, b" ."])
    load("nested RDF/XML", "bad.rdf", [rdfxml, b"<x:C><x:p>" * deep])
    load("nested XML literal", "bad.rdf", [rdfxml, b'<x:C><x:p rdf:parseType="Literal">', b"<b>" * deep])
    load("RDF/XML billion laughs", "bad.rdf", [b'<!DOCTYPE r [<!ENTITY e0 "http://x/">', b"".join(
        b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10) for i in range(1, 12)), b"]>", rdfxml, b'<x:C rdf:about="&e11;"/></rdf:RDF>'])
    load("RDF/XML external entity", "bad.rdf", [b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>', rdfxml, b"<x:C><x:p>&x;</x:p></x:C></rdf:RDF>"])
    load("an N-Triples line of 100 MB", "bad.nt", [b"<http://a> <http://p> \"", b"a" * (100 << 20), b"\n"])
    load("a Turtle line of 100 MB", "bad.ttl", [b"<http://a> <http://p> \"", b"a" * (100 << 20), b"\n"])
    load("an IRI of 10 MB", "bad.ttl", [b"<http://a/", b"a" * (10 << 20), b" > <http://p> 1 ."])
    load("gzip of 2 GB of junk", "bad.nt.gz", [gzipped(b"a" * (1 << 20), 2048)])
    load("gzip cut off", "bad.nt.gz", [gzipped(b"<http://a> <http://b> 'c' .\n", 1000)[:60]])


def main():
    os.makedirs(WORK, exist_ok=True)
    print(f"{'input':34} {'seconds':>7} {'MB':>6} {'exit':>5}  what is said")
    documents()
    questions()
    data()
    print(f"{len(failures)} not as they should be" + (": " + ", ".join(failures) if failures else ""))
    sys.exit(1 if failures else 0)


main()
