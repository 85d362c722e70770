import CSerd
import Diagnostics
@preconcurrency import Glibc

/// Reads Turtle and TriG (RDF 1.1) through serd, strictly, and resolves what serd leaves open: prefixed names and relative IRIs.
final class SerdParser {
  typealias Emit = (TermBytes, TermBytes, TermBytes, TermBytes?) throws -> Void

  private let bytes: UnsafeBufferPointer<UInt8>
  private let name: String
  private let base: String?
  private let emit: Emit
  /// Reads byte by byte, so that `position` says where serd has got to.
  private let isLocating: Bool
  private var resolver: IRIResolver?
  private var prefixes: [[UInt8]: [UInt8]] = [:]
  private var position = 0
  private var count = 0
  private var failure: (any Error)?
  /// Memory for the expanded names of one statement: graph, subject, predicate, object, datatype.
  private var expanded = (0..<5).map { _ in ExpandedName() }

  convenience init(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, base: String?, emit: @escaping Emit
  ) {
    self.init(bytes, name: name, base: base, isLocating: false, emit: emit)
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, base: String?, isLocating: Bool, emit: @escaping Emit
  ) {
    self.bytes = bytes
    self.name = name
    self.base = base
    self.isLocating = isLocating
    self.emit = emit
    resolver = base.map(IRIResolver.init(base:))
  }

  /// Reads to the end and returns the number of statements.
  func parse(graphs: Bool) throws -> Int {
    try refuseInvalidText()
    if let offset = TurtleDepth.firstTooDeep(in: bytes) {
      throw SourceExcerpt.error(
        "brackets nested more than \(TurtleDepth.limit) deep", at: offset, length: 1, in: bytes, name: name)
    }
    try refuseClashingLabels()
    let handle = Unmanaged.passUnretained(self).toOpaque()
    let reader = serd_reader_new(
      graphs ? SERD_TRIG : SERD_TURTLE, handle, nil,
      { SerdParser.of($0).setBase($1) }, { SerdParser.of($0).setPrefix($1, $2) },
      {
        SerdParser.of($0).statement(
          graph: $2, subject: $3, predicate: $4, object: $5, datatype: $6, language: $7)
      },
      nil)
    defer { serd_reader_free(reader) }
    guard let reader else { throw Diagnostic.error("cannot read '\(name)': out of memory") }
    serd_reader_set_strict(reader, true)
    serd_reader_set_error_sink(reader, { SerdParser.of($0).report($1) }, handle)
    let status = serd_reader_read_source(
      reader, { buffer, _, size, stream in SerdParser.of(stream).fill(buffer, size) }, { _ in 0 }, handle,
      nil, isLocating ? 1 : 4096)
    if let failure {
      guard let mistake = failure as? Mistake else { throw failure }
      if isLocating { throw located(mistake) }
      // serd does not say where a statement stands; a second, slower look finds out.
      _ = try SerdParser(bytes, name: name, base: base, isLocating: true) { _, _, _, _ in }.parse(
        graphs: graphs)
      throw mistake.diagnostic(name)
    }
    if status.rawValue > SERD_FAILURE.rawValue {
      throw Diagnostic.error("cannot read '\(name)': \(String(cString: serd_strerror(status)).lowercased())")
    }
    return count
  }

  /// serd takes overlong sequences for characters.
  private func refuseInvalidText() throws {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw SourceExcerpt.error(
        "the text is not valid UTF-8", at: error.byteOffsets.lowerBound, length: 1, in: bytes, name: name)
    }
  }

  /// serd names nodes without a label `b1`, `b2`, … and turns a label `b1` into `B1` to keep them apart, so that a source with
  /// labels of both kinds would lose the difference.
  private func refuseClashingLabels() throws {
    guard let lower = labelLine(UInt8(ascii: "b")), let upper = labelLine(UInt8(ascii: "B")) else { return }
    throw Diagnostic.error(
      "'\(name)' has blank node labels like '_:b1' (line \(lower)) and '_:B1' (line \(upper)), which cannot be told apart",
      hint: "rename one kind")
  }

  /// The line of the first label that is `letter` and a digit.
  private func labelLine(_ letter: UInt8) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    var offset = 0
    while let found = memchr(start + offset, Int32(UInt8(ascii: "_")), bytes.count - offset) {
      let place = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      let rest = bytes[place...].dropFirst().prefix(3)
      if rest.starts(with: [UInt8(ascii: ":"), letter]), rest.count == 3, isDigit(rest.last ?? 0) {
        return 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") }
      }
      offset = place + 1
    }
    return nil
  }

  private static func of(_ handle: UnsafeMutableRawPointer?) -> SerdParser {
    Unmanaged<SerdParser>.fromOpaque(handle.unsafelyUnwrapped).takeUnretainedValue()
  }

  /// serd's `fread`.
  private func fill(_ buffer: UnsafeMutableRawPointer, _ size: Int) -> Int {
    let length = min(isLocating ? 1 : size, bytes.count - position)
    guard length > 0, let start = bytes.baseAddress else { return 0 }
    buffer.copyMemory(from: start + position, byteCount: length)
    position += length
    return length
  }
}

// MARK: - What serd reports

extension SerdParser {
  private func setBase(_ node: UnsafePointer<SerdNode>) -> SerdStatus {
    let reference = Array(node.pointee.bytes)
    guard let base = absolute(reference) else { return SERD_ERR_BAD_SYNTAX }
    resolver = IRIResolver(base: String(decoding: base, as: UTF8.self))
    return SERD_SUCCESS
  }

  private func setPrefix(_ name: UnsafePointer<SerdNode>, _ node: UnsafePointer<SerdNode>) -> SerdStatus {
    guard let namespace = absolute(Array(node.pointee.bytes)) else { return SERD_ERR_BAD_SYNTAX }
    prefixes[Array(name.pointee.bytes)] = namespace
    return SERD_SUCCESS
  }

  private func statement(
    graph: UnsafePointer<SerdNode>?, subject: UnsafePointer<SerdNode>, predicate: UnsafePointer<SerdNode>,
    object: UnsafePointer<SerdNode>, datatype: UnsafePointer<SerdNode>?, language: UnsafePointer<SerdNode>?
  ) -> SerdStatus {
    do {
      let graph = try graph.map { try term($0.pointee, slot: 0) }
      try emit(
        try term(subject.pointee, slot: 1), try term(predicate.pointee, slot: 2),
        try term(object.pointee, slot: 3, datatype: datatype?.pointee, language: language?.pointee), graph)
      count += 1
      return SERD_SUCCESS
    } catch {
      failure = failure ?? error
      return SERD_ERR_UNKNOWN
    }
  }

  /// Keeps the first error, with serd's line and column.
  private func report(_ error: UnsafePointer<SerdError>) -> SerdStatus {
    if failure != nil { return SERD_SUCCESS }
    var text = [CChar](repeating: 0, count: 512)
    _ = serd_error_message(error, &text, text.count)
    let letters = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let message = String(decoding: letters, as: UTF8.self).split(separator: "\n").first.map(String.init)
    failure = SourceExcerpt.error(
      message ?? "invalid syntax", line: Int(error.pointee.line), column: Int(error.pointee.col), in: bytes,
      name: name)
    return SERD_SUCCESS
  }
}

// MARK: - Terms

extension SerdParser {
  private func term(
    _ node: SerdNode, slot: Int, datatype: SerdNode? = nil, language: SerdNode? = nil
  ) throws -> TermBytes {
    switch node.type {
    case SERD_BLANK: return TermBytes(kind: .blank, lexical: node.bytes)
    case SERD_LITERAL:
      try refuseSurrogates(node.bytes)
      if let language {
        guard isLanguageTag(language.bytes) else {
          let tag = "@" + String(decoding: language.bytes, as: UTF8.self)
          throw Mistake(message: "'\(tag)' is no language tag", token: tag)
        }
        return TermBytes(kind: .literal, lexical: node.bytes, language: language.bytes)
      }
      guard let datatype else { return TermBytes(kind: .literal, lexical: node.bytes) }
      let type = try iri(datatype, slot: 4)
      return isStringDatatype(type)
        ? TermBytes(kind: .literal, lexical: node.bytes)
        : TermBytes(kind: .literal, lexical: node.bytes, datatype: type)
    default: return TermBytes(kind: .iri, lexical: try iri(node, slot: slot))
    }
  }

  private func iri(_ node: SerdNode, slot: Int) throws -> UnsafeBufferPointer<UInt8> {
    let text = node.bytes
    try refuseSurrogates(text)
    if node.type == SERD_CURIE {
      let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? text.count
      guard let namespace = prefixes[Array(text[..<colon])] else {
        throw unknownPrefix(String(decoding: text[..<colon], as: UTF8.self))
      }
      return expanded[slot].set(namespace, text[min(colon + 1, text.count)...])
    }
    if schemeLength(text) > 0 { return text }
    guard let full = absolute(Array(text)) else { throw failure ?? relative(Array(text)) }
    return expanded[slot].set(full, text[text.count...])
  }

  /// serd writes `\\uD800` as the three bytes that UTF-8 forbids.
  private func refuseSurrogates(_ text: UnsafeBufferPointer<UInt8>) throws {
    guard let start = text.baseAddress, memchr(start, 0xED, text.count) != nil else { return }
    for index in text.indices.dropLast() where text[index] == 0xED && text[index + 1] >= 0xA0 {
      throw Mistake(
        message: "a '\\u' escape stands for half a surrogate pair, which is no character", token: "\\u")
    }
  }

  /// `reference` read against the base; nil, with `failure` set, where there is none.
  private func absolute(_ reference: [UInt8]) -> [UInt8]? {
    if let resolver { return resolver.resolve(reference) }
    if reference.withUnsafeBufferPointer({ schemeLength($0) }) > 0 { return reference }
    failure = failure ?? relative(reference)
    return nil
  }

  private func relative(_ reference: [UInt8]) -> Mistake {
    let text = String(decoding: reference, as: UTF8.self)
    return Mistake(message: "relative IRI '\(text)', and there is no base", token: "<\(text)>")
  }

  private func unknownPrefix(_ prefix: String) -> Mistake {
    let known = prefixes.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
    return Mistake(
      message: "unknown prefix '\(prefix)'", token: prefix + ":",
      hint: Suggestion.hint(for: prefix, among: known))
  }
}

// MARK: - Where a mistake stands

extension SerdParser {
  /// What is wrong with a statement that serd takes for good.
  private struct Mistake: Error {
    let message: String
    /// What the source says there.
    let token: String
    var hint: String?

    func diagnostic(_ name: String) -> Diagnostic { .error("\(message), in '\(name)'", hint: hint) }
  }

  /// The mistake's place: the token that stands last in what serd has read.
  private func located(_ mistake: Mistake) -> Diagnostic {
    let token = Array(mistake.token.utf8)
    var start = min(position, bytes.count) - token.count
    while start >= 0, !bytes[start..<start + token.count].elementsEqual(token) { start -= 1 }
    guard start >= 0 else { return mistake.diagnostic(name) }
    return SourceExcerpt.error(
      mistake.message, at: start, length: token.count, in: bytes, name: name, hint: mistake.hint)
  }
}

extension SerdNode {
  /// The node's text.
  fileprivate var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buf, count: n_bytes) }
}

/// Memory for one expanded name, kept from statement to statement.
private final class ExpandedName {
  private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256)

  deinit { memory.deallocate() }

  /// The memory filled with `head` and `tail`, valid until the next call.
  func set(
    _ head: [UInt8], _ tail: Slice<UnsafeBufferPointer<UInt8>>
  ) -> UnsafeBufferPointer<UInt8> {
    let count = head.count + tail.count
    if count > memory.count {
      memory.deallocate()
      memory = .allocate(capacity: 2 * count)
    }
    _ = memory.update(fromContentsOf: head)
    _ = memory[head.count...].update(fromContentsOf: tail)
    return UnsafeBufferPointer(rebasing: memory[..<count])
  }
}
