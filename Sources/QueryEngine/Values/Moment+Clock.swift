import Glibc

extension Moment {
  /// The clock's time in UTC, to the millisecond.
  public static var current: Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = UInt64(time.tv_nsec / 1_000_000)
    return Moment(seconds: time.tv_sec, fraction: milliseconds * 1_000_000_000_000_000, zone: 0)
  }
}
