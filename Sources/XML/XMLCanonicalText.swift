/// A piece of a document in exclusive canonical form with comments (Exclusive XML Canonicalization 1.0): two pieces that say
/// the same are the same bytes.
///
/// Takes what an `XMLStream` hands over. A namespace is declared where it is first visibly used.
public struct XMLCanonicalText {
  public private(set) var bytes: [UInt8] = []
  /// The qualified names of the elements that are open, and how many declarations were in force before each.
  private var open: [(name: String, declarations: Int)] = []
  private var declared: [(prefix: String, namespace: String)] = []

  public init() {}

  /// The number of elements that are open.
  public var depth: Int { open.count }

  public mutating func open(_ tag: XMLTag) {
    open.append((tag.name.qualified, declared.count))
    write("<\(tag.name.qualified)")
    var used = [tag.name.prefix: tag.name.namespace]
    for (name, _) in tag.attributes where !name.prefix.isEmpty { used[name.prefix] = name.namespace }
    // `xml` is never declared.
    used["xml"] = nil
    for (prefix, namespace) in used.sorted(by: { $0.key < $1.key }) {
      let current = declared.last { $0.prefix == prefix }?.namespace ?? ""
      if current == namespace { continue }
      declared.append((prefix, namespace))
      write(prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\"")
      escape(namespace.utf8, inAttribute: true)
      write("\"")
    }
    let attributes = tag.attributes.sorted {
      ($0.name.namespace, $0.name.local) < ($1.name.namespace, $1.name.local)
    }
    for (name, value) in attributes {
      write(" \(name.qualified)=\"")
      escape(value.utf8, inAttribute: true)
      write("\"")
    }
    write(">")
  }

  public mutating func close() {
    let (name, declarations) = open.removeLast()
    declared.removeLast(declared.count - declarations)
    write("</\(name)>")
  }

  public mutating func text(_ text: UnsafeBufferPointer<UInt8>) { escape(text, inAttribute: false) }

  public mutating func comment(_ text: String) { write("<!--\(text)-->") }

  public mutating func instruction(target: String, data: String) {
    write(data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>")
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escape(_ text: some Sequence<UInt8>, inAttribute: Bool) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">") where !inAttribute: write("&gt;")
      case UInt8(ascii: "\"") where inAttribute: write("&quot;")
      case 0x09 where inAttribute: write("&#x9;")
      case 0x0A where inAttribute: write("&#xA;")
      case 0x0D: write("&#xD;")
      default: bytes.append(byte)
      }
    }
  }
}
