#if canImport(Glibc)
  import Glibc
#endif

extension DescriptorWatch {
  /// Watches a directory for replaced, written and deleted files; yields a first change
  /// immediately.
  ///
  /// The directory is created if missing, also later. If it cannot be watched, no changes are
  /// reported.
  static func directory(_ directory: String) -> DescriptorWatch {
    var descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if descriptor >= 0, !add(directory, to: descriptor) {
      close(descriptor)
      descriptor = -1
    }
    let watch = DescriptorWatch(descriptor) { [descriptor] in
      if drainEvents(from: descriptor) { _ = add(directory, to: descriptor) }
      return true
    }
    watch.suspect()
    return watch
  }

  private static func add(_ directory: String, to descriptor: Int32) -> Bool {
    try? PrivateDirectory.make(directory)
    let events = UInt32(
      IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
    return inotify_add_watch(descriptor, directory, events) >= 0
  }

  /// Reads the pending events; returns whether the directory itself was removed.
  private static func drainEvents(from descriptor: Int32) -> Bool {
    var wasRemoved = false
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          // A moved directory is not followed.
          if event.mask & UInt32(IN_MOVE_SELF) != 0 { inotify_rm_watch(descriptor, event.wd) }
          if event.mask & UInt32(IN_IGNORED | IN_MOVE_SELF) != 0 { wasRemoved = true }
          offset += MemoryLayout<inotify_event>.size + Int(event.len)
        }
      }
    }
    return wasRemoved
  }
}
