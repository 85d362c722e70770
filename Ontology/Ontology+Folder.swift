import Diagnostics
import Glibc
import RDF

extension Ontology {
  /// The tables of the Turtle files in the folder at `path`, which replace the bundled ones.
  public static func load(from path: String) throws -> Ontology {
    let names = try turtleFiles(in: path)
    if names.isEmpty {
      throw Diagnostic.error(
        "no Turtle file in '\(path)'", hint: "expected the files of the project's Ontology/Data")
    }
    return try Ontology(
      triples: names.flatMap { name in
        try RDFReader(format: .turtle, base: Stemma.namespace).triples(path: path + "/" + name)
      })
  }

  /// The names that end in `.ttl`, in byte order.
  private static func turtleFiles(in path: String) throws -> [String] {
    guard let folder = opendir(path) else {
      throw Diagnostic.error("cannot read the folder '\(path)': \(String(cString: strerror(errno)))")
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".ttl") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
