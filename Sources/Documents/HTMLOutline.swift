import XML

/// The elements of a page in document order, each with where it ends, so that a comparison tells what stands in it or behind it.
struct HTMLOutline {
  struct Place {
    let node: XMLNode
    /// The index of the element that it stands in; its own for the root.
    let parent: Int
    /// The index behind the last element in it.
    var end: Int
    /// How many bytes of words stand before it.
    let words: Int
  }

  private(set) var places: [Place] = []
  private var words = 0
  /// The elements that bear a name, in document order; names should be borne once, and are not where pages were joined.
  private var named: [String: [Int]] = [:]

  /// - Complexity: O(page).
  init(_ root: XMLNode) { add(root, parent: 0) }

  /// The first element behind `index` that bears the name which `link` leads to.
  func target(of link: XMLNode, behind index: Int) -> Int? {
    guard let named = named(link) else { return nil }
    let place = named.partition { $0 > index }
    return place < named.count ? named[place] : nil
  }

  /// The last element before `index` that bears the name which `link` leads to.
  func target(of link: XMLNode, before index: Int) -> Int? {
    guard let named = named(link) else { return nil }
    let place = named.partition { $0 >= index }
    return place > 0 ? named[place - 1] : nil
  }

  func holds(_ outer: Int, _ inner: Int) -> Bool { outer <= inner && inner < places[outer].end }

  /// The paragraph, list item, cell or other block that an element stands in, or is.
  func block(of index: Int) -> Int {
    var index = index
    while places[index].parent != index, !HTMLReader.isBlock(places[index].node) {
      index = places[index].parent
    }
    return index
  }

  private func named(_ link: XMLNode) -> [Int]? {
    guard let address = link["href"], address.utf8.first == UInt8(ascii: "#") else { return nil }
    return named[String(address.dropFirst())]
  }

  private mutating func add(_ node: XMLNode, parent: Int) {
    let index = places.count
    places.append(Place(node: node, parent: parent, end: index + 1, words: words))
    let names = [node["id"], node.name == "a" ? node["name"] : nil].compactMap { $0 }
    for name in Set(names) { named[name, default: []].append(index) }
    for child in node.children {
      switch child {
      case .text(let text): words += TextNormalizer.normalized(text).utf8.count
      case .element(let element): add(element, parent: index)
      }
    }
    places[index].end = places.count
  }
}

extension [Int] {
  /// How many of these numbers, which rise, come before the first that `isBehind`.
  ///
  /// - Complexity: O(log count).
  func partition(_ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
