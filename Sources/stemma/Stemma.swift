import ArgumentParser

@main
struct Stemma: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Turns UN resolutions into a knowledge graph and answers questions about it.")
}
