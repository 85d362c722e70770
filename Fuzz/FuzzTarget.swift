/// A door of the product through which strangers' bytes come in, and what must hold behind it.
///
/// A new target is one file in `Targets` and one line in `all`.
struct FuzzTarget: Sendable {
  let name: String
  let summary: String
  /// Bytes; inputs beyond it cost time and find little, since most targets make long texts of few bytes.
  var maxLength = 400
  /// Words that libFuzzer's mutations put in.
  var words: [String] = []
  /// Inputs to begin with, made by the project from its own material.
  var seeds: @Sendable () throws -> [[UInt8]] = { [] }
  /// Makes what takes the inputs one after the other. A broken promise ends the process (`require`, a trap).
  let start: @Sendable () throws -> (UnsafeBufferPointer<UInt8>) throws -> Void

  static let all: [FuzzTarget] = [
    .symbols, .sparqlText, .rdf, .evaluation, .shell, .akn, .html, .docx, .text,
  ]
}
