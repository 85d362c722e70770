/// A sink that writes what it takes as text.
public protocol QuadWriter: QuadSink {
  /// Writes what is still held back and the end of the text; to be called once, last. The output is not flushed.
  mutating func finish() throws
}
