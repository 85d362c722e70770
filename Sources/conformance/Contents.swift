import RDF

/// The text of the file at `path`.
func contents(_ path: String) throws -> String {
  let file = try MappedFile(path: path)
  return withExtendedLifetime(file) { String(decoding: file.bytes, as: UTF8.self) }
}
