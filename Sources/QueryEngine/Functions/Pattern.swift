import CPCRE2

/// A regular expression of REGEX and REPLACE (XPath Functions §5.6), compiled by PCRE2 with its JIT.
///
/// A pattern that is plain text is searched for without PCRE2; of any other, a text that every match holds is looked for first.
final class Pattern {
  private let code: OpaquePointer
  private let match: OpaquePointer
  private let limits: OpaquePointer?
  private let stack: OpaquePointer?
  private let literal: LiteralPattern?
  private let required: RequiredLiteral?

  /// nil where the pattern or the flags (any of `smixq`) are malformed.
  init?(_ pattern: UnsafeBufferPointer<UInt8>, flags: UnsafeBufferPointer<UInt8>) {
    guard let options = PatternOptions(flags) else { return nil }
    let source = options.prepared(pattern)
    var error: Int32 = 0
    var offset = 0
    let compiled = source.withUnsafeBufferPointer { source in
      pcre2_compile_8(source.baseAddress, source.count, options.compileOptions, &error, &offset, nil)
    }
    guard let compiled, let match = pcre2_match_data_create_from_pattern_8(compiled, nil) else { return nil }
    code = compiled
    self.match = match
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
    limits = pcre2_match_context_create_8(nil)
    stack = pcre2_jit_stack_create_8(32 << 10, 1 << 20, nil)
    pcre2_jit_stack_assign_8(limits, nil, stack.map { UnsafeMutableRawPointer($0) })
    literal = LiteralPattern(source, options)
    required = literal == nil ? RequiredLiteral(source, options) : nil
  }

  deinit {
    pcre2_match_data_free_8(match)
    pcre2_match_context_free_8(limits)
    pcre2_jit_stack_free_8(stack)
    pcre2_code_free_8(code)
  }

  /// Whether the pattern matches anywhere in `text`; nil where PCRE2 gives up (malformed UTF-8, a limit).
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    if let found = literal?.isFound(in: text) { return found }
    if let required, !required.mayBeFound(in: text) { return false }
    return find(text, from: 0, options: 0).map { $0 > 0 }
  }

  /// Groups + 1 of the first match at or behind `start`, 0 where there is none; nil on an error.
  private func find(_ text: UnsafeBufferPointer<UInt8>, from start: Int, options: UInt32) -> Int? {
    let count = pcre2_match_8(code, text.baseAddress, text.count, start, options, match, limits)
    if count == PCRE2_ERROR_NOMATCH { return 0 }
    return count > 0 ? Int(count) : nil
  }

  /// Groups in the pattern.
  var groupCount: Int {
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    return Int(count)
  }

  /// True where the pattern matches the empty string, which REPLACE does not allow.
  var matchesEmpty: Bool {
    let byte: [UInt8] = [0]
    return byte.withUnsafeBufferPointer {
      find(UnsafeBufferPointer(rebasing: $0[..<0]), from: 0, options: 0) != 0
    }
  }

  /// `text` with each match replaced, nil on an error; the same text where nothing matches.
  func replace(_ text: Text, with replacement: Replacement, in pool: TermPool) throws -> Text? {
    try text.withBytes { bytes in
      var output: [UInt8] = []
      var copied = 0
      var position = 0
      while position <= bytes.count {
        // The first look has checked the whole text; checking it anew for each match would cost its square.
        let options = position == 0 ? PCRE2_NOTEMPTY : PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK
        guard let groups = find(bytes, from: position, options: options) else { return nil }
        if groups == 0 { break }
        let ends = pcre2_get_ovector_pointer_8(match).unsafelyUnwrapped
        let (from, to) = (ends[0], ends[1])
        output.append(contentsOf: bytes.slice(copied..<from))
        replacement.append(to: &output) { group in
          guard group < groups, ends[2 * group] != Int.max, ends[2 * group] >= 0 else { return nil }
          return bytes.slice(ends[2 * group]..<ends[2 * group + 1])
        }
        try pool.admit(output.count)
        copied = to
        position = to
      }
      if copied == 0 { return text }
      output.append(contentsOf: bytes.slice(copied..<bytes.count))
      return output.withUnsafeBufferPointer { Text(copying: $0) }
    }
  }
}
