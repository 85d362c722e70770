@preconcurrency import Glibc

/// Reads relative IRI references against a base (RFC 3986 §5.2, with the characters of RFC 3987 left as they are).
///
///     IRIResolver(base: "https://undocs.org/").resolve("A/RES/73/27")   // https://undocs.org/A/RES/73/27
public struct IRIResolver: Sendable {
  public let base: String
  private let parts: Parts

  public init(base: String) {
    self.base = base
    self.parts = Parts(Array(base.utf8)[...])
  }

  /// The absolute IRI that `reference` means; `reference` itself where it has a scheme.
  public func resolve(_ reference: String) -> String {
    String(decoding: resolve(Array(reference.utf8)), as: UTF8.self)
  }

  func resolve(_ reference: [UInt8]) -> [UInt8] {
    let given = Parts(reference[...])
    if given.scheme != nil { return reference }
    var target = given
    target.scheme = parts.scheme
    if given.authority == nil {
      target.authority = parts.authority
      if given.path.isEmpty {
        target.path = parts.path
        target.query = given.query ?? parts.query
      } else if given.path.first == UInt8(ascii: "/") {
        target.path = IRIResolver.removingDots(given.path)
      } else {
        target.path = IRIResolver.removingDots(merged(given.path)[...])
      }
    } else {
      target.path = IRIResolver.removingDots(given.path)
    }
    return target.joined
  }

  /// RFC 3986 §5.2.3.
  private func merged(_ path: ArraySlice<UInt8>) -> [UInt8] {
    if parts.authority != nil, parts.path.isEmpty { return [UInt8(ascii: "/")] + path }
    guard let slash = parts.path.lastIndex(of: UInt8(ascii: "/")) else { return Array(path) }
    return Array(parts.path[...slash] + path)
  }

  /// RFC 3986 §5.2.4, segment by segment.
  private static func removingDots(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    let isRooted = path.first == slash
    var kept: [ArraySlice<UInt8>] = []
    let segments = path.split(separator: slash, omittingEmptySubsequences: false).dropFirst(isRooted ? 1 : 0)
    for (index, segment) in zip(segments.indices, segments) {
      let isLast = index == segments.endIndex - 1
      if segment.elementsEqual([dot]) {
        if isLast { kept.append([]) }
      } else if segment.elementsEqual([dot, dot]) {
        _ = kept.popLast()
        if isLast { kept.append([]) }
      } else {
        kept.append(segment)
      }
    }
    return Array((isRooted ? [slash] : []) + kept.joined(separator: [slash]))[...]
  }

  /// The `file:` IRI of a path, made absolute against the working folder, with no dot segments: a relative IRI that is read
  /// against it has none either.
  public static func fileIRI(path: String) -> String {
    var absolute = path
    if !path.hasPrefix("/"), let folder = getcwd(nil, 0) {
      absolute = String(cString: folder) + "/" + path
      free(folder)
    }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = Array("file://".utf8)
    for byte in removingDots(Array(absolute.utf8)[...]) {
      let isForbidden = byte < 0x80 && !isIRIByte(byte)
      if isForbidden || "%?#".utf8.contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path that a `file:` IRI of this machine means, the opposite of `fileIRI`; nil for any other IRI.
  public static func path(fileIRI iri: String) -> String? {
    let parts = Parts(Array(iri.utf8)[...])
    guard let scheme = parts.scheme, String(decoding: scheme, as: UTF8.self).lowercased() == "file" else {
      return nil
    }
    let host = parts.authority.map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard host.isEmpty || host == "localhost" else { return nil }
    var bytes: [UInt8] = []
    var rest = parts.path
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexValue),
        let low = rest.dropFirst().first.flatMap(hexValue)
      {
        bytes.append(UInt8(high << 4 | low))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The five parts of an IRI reference (RFC 3986 appendix B).
private struct Parts: Sendable {
  var scheme: ArraySlice<UInt8>?
  var authority: ArraySlice<UInt8>?
  var path: ArraySlice<UInt8>
  var query: ArraySlice<UInt8>?
  var fragment: ArraySlice<UInt8>?

  init(_ reference: ArraySlice<UInt8>) {
    var rest = reference
    let length = rest.withUnsafeBufferPointer { schemeLength($0) }
    if length > 0 {
      scheme = rest.prefix(length)
      rest = rest.dropFirst(length + 1)
    }
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[(hash + 1)...]
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[(mark + 1)...]
      rest = rest[..<mark]
    }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<slash]
      rest = rest[slash...]
    }
    path = rest
  }

  var joined: [UInt8] {
    var bytes: [UInt8] = []
    if let scheme { bytes += scheme + [UInt8(ascii: ":")] }
    if let authority { bytes += "//".utf8 + authority }
    bytes += path
    if let query { bytes += [UInt8(ascii: "?")] + query }
    if let fragment { bytes += [UInt8(ascii: "#")] + fragment }
    return bytes
  }
}
