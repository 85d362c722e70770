/// Whatever takes quads as a reader finds them: a store's transaction, a writer, a counter.
///
/// The bytes are valid only during the call. A blank node's label is scoped to the source being read: the sink decides
/// what node it stands for.
public protocol QuadSink {
  mutating func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?) throws
}
