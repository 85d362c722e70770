import Glibc
import RDF
import Testing

@testable import Shell

/// What `body` writes to a file.
func captured(_ body: (OutputFile) throws -> Void) throws -> String {
  try withTemporaryFile { path in
    let output = try OutputFile(path: path)
    try body(output)
    try output.bytes.flush()
    return try contents(of: path)
  }
}

func contents(of path: String) throws -> String {
  var lines: [UInt8] = []
  let descriptor = open(path, O_RDONLY)
  defer { close(descriptor) }
  var chunk = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count <= 0 { break }
    lines += chunk[..<count]
  }
  return String(decoding: lines, as: UTF8.self)
}

/// Calls `body` with a path that is removed afterwards.
func withTemporaryFile<Result>(_ body: (String) throws -> Result) throws -> Result {
  var template = Array("/tmp/stemma-test-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  close(descriptor)
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { unlink(path) }
  return try body(path)
}

/// A file of this test folder.
func fixture(_ name: String, file: String = #filePath) throws -> String {
  try contents(of: file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name)
}

/// Compares with a golden file; `UPDATE_GOLDEN=1` records it and fails the run.
func expectGolden(_ text: String, _ name: String, file: String = #filePath) throws {
  guard getenv("UPDATE_GOLDEN") != nil else { return try #expect(text == fixture(name, file: file)) }
  let folder = file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  let output = try OutputFile(path: folder + "/" + name)
  try output.bytes.append(text: text)
  try output.bytes.flush()
  Issue.record("recorded \(name)")
}
