extension IRI {
  /// Resolves an IRI reference against a base IRI (RFC 3986 §5.2, on characters, with no normalisation).
  ///
  ///     IRI.resolve("A/RES/73/27", base: "https://undocs.org/")     // https://undocs.org/A/RES/73/27
  ///
  /// A reference with a scheme is taken as it is written, dot segments included: an IRI is known by its characters.
  public static func resolve(_ reference: String, base: String) -> String {
    let relative = IRIParts(reference)
    if relative.scheme != nil { return reference }
    let base = IRIParts(base)
    var target = IRIParts("")
    target.scheme = base.scheme
    target.fragment = relative.fragment
    if relative.authority != nil {
      target.authority = relative.authority
      target.path = removeDotSegments(relative.path)
      target.query = relative.query
      return target.text
    }
    target.authority = base.authority
    target.query = relative.query
    if relative.path.isEmpty {
      target.path = base.path
      target.query = relative.query ?? base.query
    } else if relative.path.utf8.first == UInt8(ascii: "/") {
      target.path = removeDotSegments(relative.path)
    } else {
      target.path = removeDotSegments(merge(base, relative.path))
    }
    return target.text
  }

  /// Whether a reference begins with a scheme and so needs no base.
  public static func isAbsolute(_ reference: String) -> Bool { IRIParts(reference).scheme != nil }

  /// RFC 3986 §5.2.3.
  private static func merge(_ base: IRIParts, _ path: Substring) -> Substring {
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return base.path[...slash] + path
  }

  /// RFC 3986 §5.2.4: takes `.` and `..` segments out of a path.
  private static func removeDotSegments(_ path: Substring) -> Substring {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    let isRooted = path.utf8.first == UInt8(ascii: "/")
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(isRooted ? 1 : 0)
    var output: [Substring] = []
    for (index, segment) in zip(segments.indices, segments) {
      let isLast = index == segments.endIndex - 1
      switch segment {
      case ".":
        if isLast { output.append("") }
      case "..":
        if !output.isEmpty { output.removeLast() }
        if isLast { output.append("") }
      default: output.append(segment)
      }
    }
    return Substring((isRooted ? "/" : "") + output.joined(separator: "/"))
  }
}

/// The five components of an IRI reference (RFC 3986 §3); nil where one is absent, which is not the same as empty.
private struct IRIParts {
  var scheme: Substring?
  var authority: Substring?
  var path: Substring
  var query: Substring?
  var fragment: Substring?

  init(_ text: String) {
    var rest = Substring(text)
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[rest.utf8.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), IRIParts.isScheme(rest[..<colon]) {
      scheme = rest[..<colon]
      rest = rest[rest.utf8.index(after: colon)...]
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<slash]
      rest = rest[slash...]
    }
    path = rest
  }

  var text: String {
    var text = ""
    if let scheme { text += scheme + ":" }
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
