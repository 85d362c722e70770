import COntologyData

/// The Turtle files of `Data/` as they were when the program was built.
enum BundledData {
  /// Name and content, in the order of the names.
  static var files: [(name: String, bytes: UnsafeBufferPointer<UInt8>)] {
    UnsafeBufferPointer(start: ontologyFiles, count: ontologyFileCount).map {
      (String(cString: $0.name), UnsafeBufferPointer(start: $0.bytes, count: $0.size))
    }
  }
}
