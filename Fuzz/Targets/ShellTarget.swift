import Diagnostics
import Glibc
import QueryEngine
import Shell
import TripleStore

extension FuzzTarget {
  /// The shell takes whatever lines it is given, commands and updates too, and goes on.
  static let shell = FuzzTarget(
    name: "shell", summary: "lines typed at the shell's prompt, over a small store", maxLength: 200,
    words: [
      ".help\n", ".mode ", ".once ", ".output ", ".read ", ".run ", ".save ", ".explain ", ".schema\n",
      ".timer on\n", ".prefix x: <http://x/>\n",
      ".prefixes\n", ".print ", ".queries\n", ".describe ", ".quit\n", "table", "csv", "tsv", "json", "xml",
      "turtle", "chain", "ntriples", "rdfxml", " f\n",
      "f.rq\n", "f.ru\n", "?a ?b ?c ;\n", "SELECT * { ?a ?b ?c } LIMIT 3 ;\n",
      "PATHS START ?a END ?b VIA ?p ;\n", "ASK {} ;\n", "DESCRIBE <http://x/n0> ;\n",
      "CONSTRUCT WHERE { ?a ?b ?c } ;\n", "INSERT DATA { :a :b 1 } ;\n", "DELETE WHERE { ?a :b ?c } ;\n",
      "\n\n", "document=", "recalls ", "\"", "'", "\\",
    ],
    seeds: {
      [
        ".mode json\nSELECT * { ?a ?b ?c } LIMIT 3 ;\n.timer on\nASK { ?a ?b 1 } ;\n",
        ".once f\n?a <http://x/p0>+ ?b ;\n.save f.rq\n.read f.rq\n",
        ".run recalls document=A/RES/73/27\n.queries\n",
        ".prefix x: <http://x/>\n.prefixes\n.explain ?a x:p0 ?b ;\n.schema\n",
        "INSERT DATA { :a :b 1 } ;\nDELETE WHERE { ?a :b ?c } ;\n.mode chain\nPATHS START ?a = <http://x/n0> END ?b VIA ?p ;\n",
        ".output f\nDESCRIBE <http://x/n0> ;\n.output\n.read f\n.help\n.quit\n",
        ".mode turtle\nCONSTRUCT WHERE { ?a ?b ?c } ;\n.mode rdfxml\nDESCRIBE <http://x/n1> ;\n",
      ].map { Array($0.utf8) }
    },
    start: {
      let store = try SmallStore.open()
      let graph = LocalGraph(store)
      var version = try store.snapshot().version
      let quiet = try OutputFile(path: "/dev/null")
      mkdir("files", 0o755)
      chdir("files")
      return { input in
        let session = Session(
          output: quiet, options: QueryOptions(timeout: 0.1, memory: 32 << 20), graph: graph)
        _ = try Repl(session: session, lines: GivenLines(input)).run()
        for name in Corpus.names(in: ".") { unlink(name) }
        if try store.snapshot().version != version {
          try SmallStore.fill(store)
          version = try store.snapshot().version
        }
      }
    })
}

/// The lines of an input. Files that commands name are in the current folder: no slash comes through in a command.
private final class GivenLines: LineSource {
  private var rest: ArraySlice<UInt8>
  let isInteractive = false

  init(_ input: UnsafeBufferPointer<UInt8>) { rest = Array(input)[...] }

  func next(prompt: String) -> Line {
    guard !rest.isEmpty else { return .end }
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    rest = rest[line.endIndex...].dropFirst()
    let text = String(decoding: line, as: UTF8.self)
    let isCommand = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } == UInt8(ascii: ".")
    return .text(isCommand ? String(text.map { $0 == "/" ? "_" : $0 }) : text)
  }
}
