"""How much of a text its successor keeps: General Assembly resolutions of the same title in consecutive sessions.

    python3 same-title.py TOOL STORE [PAIRS]

Draws 250 pairs at random (of a fixed seed) and compares each with `stemma diff`. Prints the shares of the later texts'
paragraphs: word for word the same, the same but for numbers (dates, symbols, sessions), otherwise modified, new.
"""

import collections
import csv
import json
import random
import subprocess
import sys

TOOL, STORE = sys.argv[1:3]
WANTED = int(sys.argv[3]) if len(sys.argv) > 3 else 250
QUERY = """SELECT ?document ?title ?session ?date WHERE {
  ?document a :Resolution ; :organ :generalAssembly ; dcterms:title ?title ; :session ?session ; :adoptedOn ?date .
  FILTER EXISTS { ?document dcterms:hasPart ?paragraph . ?paragraph a :Paragraph }
} ORDER BY ?session ?date ?document"""


def run(*arguments):
    return subprocess.run([TOOL, *arguments, "--store", STORE], capture_output=True, text=True, check=True).stdout


def pairs():
    series = collections.defaultdict(list)
    for row in csv.DictReader(run("query", "-e", QUERY, "--format", "csv").splitlines()):
        if row["session"].isdigit():
            series[row["title"]].append((int(row["session"]), row["document"]))
    return [(a, b) for texts in series.values() for (s, a), (t, b) in zip(texts, texts[1:]) if t == s + 1]


def main():
    found = pairs()
    drawn = random.Random(1).sample(found, min(WANTED, len(found)))
    counts = collections.Counter()
    for older, newer in drawn:
        for row in json.loads(run("diff", older, newer, "--format", "json"))["paragraphs"]:
            counts["the same but for numbers" if row["numbersOnly"] else row["change"]] += 1
    total = sum(counts.values())
    print(f"{len(drawn)} of {len(found)} pairs of the same title in consecutive sessions, {total} paragraphs of the later texts:")
    for name in ["identical", "the same but for numbers", "modified", "new"]:
        print(f"  {name:26}{100 * counts[name] / total:5.1f} %")


main()
