/// What may remain to be done after installing.
package enum InstallAdvice {
  /// One sentence each.
  ///
  /// `needsSwift`: the program is linked dynamically with Swift's libraries.
  package static func after(
    installing paths: [String], needsSwift: Bool, environment: [String: String]
  ) -> [String] {
    var advice: [String] = []
    if needsSwift {
      advice.append(
        "this build needs Swift's libraries to run; build with --static-swift-stdlib to "
          + "avoid that")
    }
    if let program = paths.first, let slash = program.lastIndex(of: "/") {
      let folder = program[..<slash]
      let searched = (environment["PATH"] ?? "").split(separator: ":")
      if !searched.contains(folder) {
        advice.append("\(folder) is not in your PATH; add it to run modeldex by name")
      }
    }
    return advice
  }
}
