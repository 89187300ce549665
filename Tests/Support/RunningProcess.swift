package import Foundation

/// What the kernel reports about a process; zeros and nil after it has ended.
package struct RunningProcess: Sendable {
  package let id: pid_t

  package init(_ id: pid_t) { self.id = id }

  /// The number of open descriptors.
  package var descriptors: Int { entries(of: "fd").count }

  package var threads: Int { entries(of: "task").count }

  /// Resident memory in bytes.
  package var residentBytes: Int {
    let pages = text("statm")?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }

  /// How often its threads have gone to sleep, which is once for each wake-up.
  package var wakeUps: Int {
    entries(of: "task").reduce(0) { sum, thread in
      sum + (number("voluntary_ctxt_switches", in: "task/\(thread)/status") ?? 0)
    }
  }

  /// Used processor time, in the kernel's hundredths of a second.
  package var ticks: Int {
    let facts = text("stat")?.split(separator: ")").last?.split(separator: " ") ?? []
    return facts.count > 12 ? (Int(facts[11]) ?? 0) + (Int(facts[12]) ?? 0) : 0
  }

  /// Limits the number of its open files and connections.
  package func limitDescriptors(to count: Int) throws {
    try Subprocess.run(["prlimit", "--pid", "\(id)", "--nofile=\(count):"])
  }

  /// Whether all its threads are waiting.
  package var isAsleep: Bool {
    entries(of: "task").allSatisfy { thread in
      text("task/\(thread)/stat")?.split(separator: ")").last?.hasPrefix(" S") ?? true
    }
  }

  /// Its oldest running child process.
  package var child: RunningProcess? {
    text("task/\(id)/children")?.split(separator: " ").first
      .flatMap { pid_t($0) }.map(RunningProcess.init)
  }

  /// Whether the open file is non-blocking, a flag shared by all processes that share the file.
  package func isNonblocking(descriptor: Int) -> Bool {
    let flags = text("fdinfo/\(descriptor)")?.split(separator: "\n")
      .first { $0.hasPrefix("flags:") }?.split(separator: "\t").last
    return flags.flatMap { Int32($0, radix: 8) }.map { $0 & O_NONBLOCK != 0 } ?? false
  }

  private func entries(of folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/\(folder)")) ?? []
  }

  private func text(_ name: String) -> String? {
    try? String(contentsOfFile: "/proc/\(id)/\(name)", encoding: .utf8)
  }

  private func number(_ name: String, in file: String) -> Int? {
    text(file)?.split(separator: "\n").first { $0.hasPrefix(name + ":") }?
      .split(separator: "\t").last.flatMap { Int($0) }
  }
}
