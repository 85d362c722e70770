/// Phrases by their words, each with the values it was given.
struct PhraseTrie: Sendable {
  private var keys = [UInt64](repeating: 0, count: 4096)
  private var nodes = [Int32](repeating: 0, count: 4096)
  private var edges = 0
  /// What a node is at a glance.
  private struct Node: Sendable {
    /// All bits of its values.
    var union: Int32 = 0
    var isPhrase = false
    /// By the last six bits of their numbers: the words with which phrases go on.
    var words: UInt64 = 0
  }

  /// Node 0 is the root.
  private var tops = [Node()]
  private var values: [[Int32]] = [[]]
  /// The node of a one-word phrase by the word's number: most words end the search here.
  private var firsts: [Int32] = []

  /// A phrase found at some place: how many words it has, and its node.
  struct Match {
    var length: Int
    var node: Int32
  }

  mutating func insert(_ words: [Int32], _ value: Int32) {
    guard let first = words.first else { return }
    if Int(first) >= firsts.count {
      firsts += [Int32](repeating: 0, count: Int(first) + 1 - firsts.count)
    }
    if firsts[Int(first)] == 0 { firsts[Int(first)] = newNode() }
    var node = firsts[Int(first)]
    for word in words.dropFirst() {
      if let next = child(of: node, word) {
        node = next
      } else {
        let next = newNode()
        tops[Int(node)].words |= PhraseTrie.bit(word)
        link(node, word, next)
        node = next
      }
    }
    if !values[Int(node)].contains(value) { values[Int(node)].append(value) }
    tops[Int(node)].union |= value
    tops[Int(node)].isPhrase = true
  }

  private static func bit(_ word: Int32) -> UInt64 { 1 &<< UInt64(UInt32(bitPattern: word) & 63) }

  private mutating func newNode() -> Int32 {
    values.append([])
    tops.append(Node())
    return Int32(values.count - 1)
  }

  /// The words that phrases start with.
  var firstWords: [Int32] { firsts.indices.filter { firsts[$0] != 0 }.map { Int32($0) } }

  /// The node of the phrases that start with `word`.
  func start(_ word: Int32) -> Int32? {
    guard Int(word) < firsts.count else { return nil }
    let node = firsts[Int(word)]
    return node == 0 ? nil : node
  }

  /// The first two words of every phrase that has more than one.
  var pairs: [(first: Int32, next: Int32)] {
    let words = Dictionary(uniqueKeysWithValues: firstWords.map { (firsts[Int($0)], $0) })
    return keys.compactMap { key in
      words[Int32(truncatingIfNeeded: key >> 32)].map { ($0, Int32(truncatingIfNeeded: key)) }
    }
  }

  /// Whether a phrase of more words starts with `word`.
  func goesOn(_ word: Int32) -> Bool { start(word).map { tops[Int($0)].words != 0 } ?? false }

  func child(of node: Int32, _ word: Int32) -> Int32? {
    guard tops[Int(node)].words & PhraseTrie.bit(word) != 0 else { return nil }
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    var index = slot(key)
    while keys[index] != 0 {
      if keys[index] == key { return nodes[index] }
      index = (index + 1) & (keys.count - 1)
    }
    return nil
  }

  func values(at node: Int32) -> [Int32] { values[Int(node)] }

  /// All bits of the values at `node`.
  func union(at node: Int32) -> Int32 { tops[Int(node)].union }

  /// The longest phrase that starts at `index`.
  ///
  /// - Complexity: O(words of the longest phrase).
  func longest(in words: Words, at index: Int) -> Match? {
    guard var node = start(words[index].number) else { return nil }
    var best: Match?
    var end = index + 1
    while true {
      if tops[Int(node)].isPhrase { best = Match(length: end - index, node: node) }
      guard end < words.count, let next = child(of: node, words[end].number) else { return best }
      node = next
      end += 1
    }
  }

  /// Hands over every phrase that starts at `index`, shortest first.
  func forEach(in words: Words, at index: Int, _ body: (Int, Int32) -> Void) {
    guard var node = start(words[index].number) else { return }
    var end = index + 1
    while true {
      if tops[Int(node)].isPhrase { for value in values[Int(node)] { body(end - index, value) } }
      guard end < words.count, let next = child(of: node, words[end].number) else { return }
      node = next
      end += 1
    }
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (keys.count - 1)
  }

  private mutating func link(_ node: Int32, _ word: Int32, _ next: Int32) {
    if edges * 2 > keys.count {
      let old = zip(keys, nodes)
      keys = [UInt64](repeating: 0, count: keys.count * 2)
      nodes = [Int32](repeating: 0, count: keys.count)
      for (key, value) in old where key != 0 { place(key, value) }
    }
    place(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word)), next)
    edges += 1
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    var index = slot(key)
    while keys[index] != 0 { index = (index + 1) & (keys.count - 1) }
    keys[index] = key
    nodes[index] = value
  }
}
