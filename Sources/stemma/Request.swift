/// What a command is asked to do, its arguments read.
protocol Request {
  func run() throws
}
