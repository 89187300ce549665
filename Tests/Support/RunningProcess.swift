package import Foundation

/// What the kernel tells of a process; zeros and nil once it has ended.
package struct RunningProcess: Sendable {
  package let id: pid_t

  package init(_ id: pid_t) { self.id = id }

  /// Files, sockets and the like that it has open.
  package var descriptors: Int { entries(of: "fd").count }

  package var threads: Int { entries(of: "task").count }

  /// Memory of its own and of its libraries that is in use, in bytes.
  package var residentBytes: Int {
    let pages = text("statm")?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }

  /// How often one of its threads has gone to sleep: it does so once for each time it wakes.
  package var wakeUps: Int {
    entries(of: "task").reduce(0) { sum, thread in
      sum + (number("voluntary_ctxt_switches", in: "task/\(thread)/status") ?? 0)
    }
  }

  /// Processor time that it has used, in the kernel's hundredths of a second.
  package var ticks: Int {
    let facts = text("stat")?.split(separator: ")").last?.split(separator: " ") ?? []
    return facts.count > 12 ? (Int(facts[11]) ?? 0) + (Int(facts[12]) ?? 0) : 0
  }

  /// Lets it have so many files and connections open, and no more.
  package func limitDescriptors(to count: Int) throws {
    try Subprocess.run(["prlimit", "--pid", "\(id)", "--nofile=\(count):"])
  }

  /// Whether every one of its threads waits for something.
  package var isAsleep: Bool {
    entries(of: "task").allSatisfy { thread in
      text("task/\(thread)/stat")?.split(separator: ")").last?.hasPrefix(" S") ?? true
    }
  }

  /// The process that it started first and that still runs.
  package var child: RunningProcess? {
    text("task/\(id)/children")?.split(separator: " ").first
      .flatMap { pid_t($0) }.map(RunningProcess.init)
  }

  /// Whether reading the open file would not wait: a flag that all who share the file see.
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
