@preconcurrency import Glibc

/// The file behind the memory map: what is read from it does not become memory of the process, as pages of the map do.
struct MapFile: Sendable {
  private let descriptor: Int32
  /// Where the file is mapped; empty where the system does not say.
  private let addresses: Range<UInt>

  /// - Parameter descriptor: of the file, which stays open.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    addresses = MapFile.addresses(descriptor) ?? 0..<0
  }

  /// Where /proc/self/maps (proc(5)) says that a file is mapped from its first byte on.
  private static func addresses(_ descriptor: Int32) -> Range<UInt>? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, let maps = fopen("/proc/self/maps", "re") else { return nil }
    defer { fclose(maps) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while case let count = getline(&line, &capacity, maps), count > 0, let text = line {
      // Addresses, permissions, offset in the file, device, inode, path.
      let fields = String(decoding: UnsafeRawBufferPointer(start: text, count: count), as: UTF8.self)
        .split(separator: " ", maxSplits: 5)
      guard fields.count == 6, UInt(fields[4]) == UInt(status.st_ino), UInt(fields[2], radix: 16) == 0 else {
        continue
      }
      let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      if ends.count == 2, ends[0] < ends[1] { return ends[0]..<ends[1] }
    }
    return nil
  }

  /// Of as many look-ups one, on average, gives pages back.
  private static let lookups = 8

  /// Gives now and then the pages of the map back that were read to look values up: those of its tree bring their neighbours. They
  /// stay in the system's cache and come back when they are read again; pointers stay valid.
  ///
  /// - Parameter number: of what was looked up.
  func didLookUp(_ number: Int) {
    guard number % MapFile.lookups == 0, let start = UnsafeMutableRawPointer(bitPattern: addresses.lowerBound)
    else { return }
    // Advice: what the system makes of it changes no answer.
    _ = madvise(start, addresses.count, MADV_DONTNEED)
  }

  /// Copies bytes of the map; from memory what is not in it, as a writer's own pages, or cannot be read.
  func copy(_ bytes: UnsafeRawBufferPointer, to target: UnsafeMutableRawPointer) {
    guard let start = bytes.baseAddress else { return }
    let place = UInt(bitPattern: start)
    if addresses.contains(place), place &+ UInt(bytes.count) <= addresses.upperBound,
      pread(descriptor, target, bytes.count, off_t(place &- addresses.lowerBound)) == bytes.count
    {
      return
    }
    target.copyMemory(from: start, byteCount: bytes.count)
  }
}
