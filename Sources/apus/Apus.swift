import ArgumentParser

@main
struct Apus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apus",
    abstract: "See what your network is doing, from the wire to the process."
  )
}
