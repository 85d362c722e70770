@preconcurrency import Glibc

/// Threads that work on a list of inputs and hand the results out in the order of the inputs.
///
/// At most `window` results wait to be taken; then the threads rest.
public final class OrderedWorkers<Input: Sendable, Output: Sendable> {
  private let shared: Shared
  private var threads: [pthread_t] = []

  /// - Parameter jobs: how many threads, at least one.
  public init(
    _ inputs: [Input], jobs: Int, window: Int = 64, work: @escaping @Sendable (Input) -> Output
  ) {
    shared = Shared(inputs, window: window, work: work)
    for _ in 0..<max(1, min(jobs, inputs.count)) {
      var thread = pthread_t()
      let argument = Unmanaged.passRetained(shared)
      let status = pthread_create(
        &thread, nil,
        { argument in
          guard let argument else { return nil }
          Unmanaged<AnyWorker>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, argument.toOpaque())
      if status == 0 { threads.append(thread) } else { argument.release() }
    }
  }

  /// Stops what has not begun and waits for what has.
  deinit {
    shared.stop()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// The result for the next input; nil after the last.
  public func next() -> Output? {
    if threads.isEmpty { shared.workOne() }
    return shared.take()
  }
}

/// What a thread runs, whatever it works on.
private class AnyWorker: @unchecked Sendable {
  func run() {}
}

extension OrderedWorkers {
  /// The list, the results and the lock around them.
  private final class Shared: AnyWorker, @unchecked Sendable {
    private let inputs: [Input]
    private let window: Int
    private let work: @Sendable (Input) -> Output
    private let lock: UnsafeMutablePointer<pthread_mutex_t> = .allocate(capacity: 1)
    private let changed: UnsafeMutablePointer<pthread_cond_t> = .allocate(capacity: 1)
    private var results: [Output?]
    private var begun = 0
    private var taken = 0
    private var isStopped = false

    init(_ inputs: [Input], window: Int, work: @escaping @Sendable (Input) -> Output) {
      self.inputs = inputs
      self.window = window
      self.work = work
      results = Array(repeating: nil, count: inputs.count)
      pthread_mutex_init(lock, nil)
      pthread_cond_init(changed, nil)
    }

    deinit {
      pthread_mutex_destroy(lock)
      pthread_cond_destroy(changed)
      lock.deallocate()
      changed.deallocate()
    }

    override func run() { while workOne() {} }

    /// Works on the next input; false where none is left.
    @discardableResult
    func workOne() -> Bool {
      pthread_mutex_lock(lock)
      while !isStopped, begun < inputs.count, begun >= taken + window { pthread_cond_wait(changed, lock) }
      guard !isStopped, begun < inputs.count else {
        pthread_mutex_unlock(lock)
        return false
      }
      let index = begun
      begun += 1
      pthread_mutex_unlock(lock)
      let result = work(inputs[index])
      pthread_mutex_lock(lock)
      results[index] = result
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(lock)
      return true
    }

    func take() -> Output? {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      guard taken < inputs.count else { return nil }
      while results[taken] == nil { pthread_cond_wait(changed, lock) }
      defer {
        results[taken] = nil
        taken += 1
        pthread_cond_broadcast(changed)
      }
      return results[taken]
    }

    func stop() {
      pthread_mutex_lock(lock)
      isStopped = true
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(lock)
    }
  }
}
