import RDF

extension ExportFormat {
  static let jsonld = ExportFormat(
    "jsonld", fileExtension: "jsonld", summary: "JSON-LD 1.1: RDF for web programs",
    .triples { output, _, prefixes in try JSONLDWriter(to: output, prefixes: prefixes) })
}

/// Writes JSON-LD 1.1: an inline `@context` with the prefixes, then a node object for each subject.
///
/// Subjects come in the order of the source, one at a time in memory.
struct JSONLDWriter: QuadWriter {
  private let output: ByteOutput
  private let prefixes: PrefixMap
  private var group = SubjectGroup()
  private var isFirst = true

  init(to output: ByteOutput, prefixes: PrefixMap) throws {
    self.output = output
    // JSON-LD has no empty prefix; Stemma's own vocabulary is called by its name there.
    var named = PrefixMap()
    for (prefix, namespace) in prefixes.pairs {
      let free = prefix.isEmpty ? "stemma" : prefix
      if named[free] == nil, !prefix.isEmpty || prefixes[free] == nil { named[free] = namespace }
    }
    self.prefixes = named
    try output.append("{\n\"@context\": {")
    for (index, pair) in named.pairs.enumerated() {
      try output.append(index == 0 ? "\n  " : ",\n  ")
      try output.append(json: pair.prefix)
      try output.append(": {\"@id\": ")
      try output.append(json: pair.namespace)
      try output.append(", \"@prefix\": true}")
    }
    try output.append("\n},\n\"@graph\": [")
  }

  mutating func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?
  ) throws {
    if group.isEmpty || !group.isSubject(subject) {
      try writeGroup()
      group.begin(subject)
    }
    group.add(predicate: predicate, object: object)
  }

  mutating func finish() throws {
    try writeGroup()
    try output.append("\n]\n}\n")
  }

  private mutating func writeGroup() throws {
    if group.isEmpty { return }
    group.sort()
    try output.append(isFirst ? "\n{" : ",\n{")
    isFirst = false
    var last: TextBytes?
    try group.forEach { subject, predicate, object in
      do {
        try append(subject, predicate, object, after: last)
      } catch let error as UnwritableTerm {
        throw error.refusal(subject, predicate, object, as: "JSON-LD")
      }
      last = predicate.lexical
    }
    try output.append("]}")
    group.removeAll()
  }

  /// - Parameter last: the predicate of the statement before in this object.
  private func append(
    _ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes, after last: TextBytes?
  ) throws {
    let isType = isRDFType(predicate.lexical)
    if let last, sameBytes(last, predicate.lexical) {
      try output.append(", ")
    } else {
      if last == nil {
        try output.append("\"@id\": ")
        try append(name: subject)
      } else {
        try output.append("]")
      }
      try output.append(",\n  ")
      if isType { try output.append("\"@type\"") } else { try append(name: predicate) }
      try output.append(": [")
    }
    try append(value: object, isType: isType)
  }

  private func append(value: TermBytes, isType: Bool) throws {
    if value.kind != .literal {
      if isType { return try append(name: value) }
      try output.append("{\"@id\": ")
      try append(name: value)
      return try output.append("}")
    }
    if isType { throw UnwritableTerm("a literal cannot be a class there") }
    try output.append("{\"@value\": ")
    try output.append(json: value.lexical)
    if !value.language.isEmpty {
      guard isLanguageTag(value.language) else {
        throw UnwritableTerm("'\(String(decoding: value.language, as: UTF8.self))' is no language tag")
      }
      try output.append(", \"@language\": ")
      try output.append(json: value.language)
    } else if !value.datatype.isEmpty {
      try output.append(", \"@type\": ")
      try append(name: TermBytes(kind: .iri, lexical: value.datatype))
    }
    try output.append("}")
  }

  /// An IRI, shortened where a prefix fits, or a blank node.
  private func append(name term: TermBytes) throws {
    if term.kind == .blank {
      return try output.append(json: "_:" + String(decoding: term.lexical, as: UTF8.self))
    }
    guard isAbsoluteIRI(term.lexical) else {
      throw UnwritableTerm("'\(String(decoding: term.lexical, as: UTF8.self))' is not an absolute IRI")
    }
    let iri = IRI(String(decoding: term.lexical, as: UTF8.self))
    if let name = prefixes.compact(iri) { return try output.append(json: name) }
    // JSON-LD reads `oa:x` as a prefixed name where `oa` is declared, unless `//` follows.
    let parts = iri.value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, prefixes[String(parts[0])] != nil, !parts[1].hasPrefix("//") {
      throw UnwritableTerm("the scheme of \(iri) is a declared prefix")
    }
    try output.append(json: iri.value)
  }
}
