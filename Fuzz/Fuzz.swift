import CLibFuzzer
import Diagnostics
@preconcurrency import Glibc

/// Throws bytes at the product's doors until something breaks.
///
///     fuzz                                  lists the targets
///     fuzz seeds TARGET FOLDER              writes the inputs to begin with, and TARGET.dict beside the folder
///     fuzz TARGET FOLDER -runs=1000000 …    libFuzzer's options
///     fuzz TARGET FILE                      repeats one input
///
/// `campaign.sh` runs them all and counts.
@main struct Fuzz {
  /// Seconds after which an input counts as a hang, not counting waits for a processor; a debug build is there to look at coverage.
  #if DEBUG
    static let hang = 60.0
  #else
    static let hang = 1.0
  #endif

  static func main() throws {
    let words = CommandLine.arguments
    if words.count == 4, words[1] == "seeds" { return try writeSeeds(of: target(words[2]), to: words[3]) }
    guard words.count > 1 else {
      for target in FuzzTarget.all { print("\(target.name)\t\(target.summary)") }
      return
    }
    let target = target(words[1])
    let body = try target.start()
    Harness.body = body
    var arguments = [words[0], "-max_len=\(target.maxLength)"] + words.dropFirst(2)
    exit(run(&arguments))
  }

  private static func target(_ name: String) -> FuzzTarget {
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      fputs("error: no target '\(name)', expected one of \(FuzzTarget.all.map(\.name))\n", stderr)
      exit(2)
    }
    return target
  }

  private static func run(_ arguments: inout [String]) -> Int32 {
    var count = Int32(arguments.count)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    return pointers.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return LLVMFuzzerRunDriver(&count, &start) { data, size in
        Harness.take(UnsafeBufferPointer(start: data, count: size))
        return 0
      }
    }
  }

  private static func writeSeeds(of target: FuzzTarget, to folder: String) throws {
    mkdir(folder, 0o755)
    for (number, seed) in try target.seeds().enumerated() { try write(seed, to: "\(folder)/seed-\(number)") }
    let lines = Set(target.words).sorted().map { "\"\(escaped($0))\"\n" }
    try write(Array(lines.joined().utf8), to: "\(folder).dict")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw Diagnostic.error("cannot write '\(path)'") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// A word as libFuzzer's dictionaries write it.
  private static func escaped(_ word: String) -> String {
    word.utf8.reduce(into: "") { text, byte in
      if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
  }
}

/// Ends the process where a promise is broken; unlike `precondition`, with its message in release builds too.
func require(_ holds: Bool, _ message: @autoclosure () -> String) {
  if holds { return }
  fputs("broken: \(message())\n", stderr)
  abort()
}

/// What stands between libFuzzer and a target.
enum Harness {
  nonisolated(unsafe) static var body: (UnsafeBufferPointer<UInt8>) throws -> Void = { _ in }

  /// Runs the target on one input. A `Diagnostic` is how the product says no; any other error, and a second of work or waits, is a finding.
  static func take(_ input: UnsafeBufferPointer<UInt8>) {
    let clock = UnitClock()
    run(input)
    let worked = clock.worked
    require(worked < Fuzz.hang, "worked for \(worked) seconds")
    if clock.passed >= Fuzz.hang { takeWaiting(input) }
  }

  /// Tells, of an input that took long with little work, whether it waited for more than its turn on a processor.
  private static func takeWaiting(_ input: UnsafeBufferPointer<UInt8>) {
    guard let queuedBefore = UnitClock.queued() else { return }
    let clock = UnitClock()
    run(input)
    let passed = clock.passed
    let waited = passed - ((UnitClock.queued() ?? 0) - queuedBefore)
    require(waited < Fuzz.hang, "worked and waited for \(waited) seconds")
  }

  private static func run(_ input: UnsafeBufferPointer<UInt8>) {
    do {
      try body(input)
    } catch is Diagnostic {
    } catch {
      require(false, "an error that is no Diagnostic: \(error)")
    }
  }
}
