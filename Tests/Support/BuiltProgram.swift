import Glibc

/// Programs of this package, in the build directory of the running tests.
package enum BuiltProgram {
  /// The path of the browser and its commands.
  package static let modeldex: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let tests = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return tests.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/modeldex"
  }()
}
