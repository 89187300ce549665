import CClock

extension DescriptorWatch {
  /// Tells that the wall clock was set, or the machine woke from sleep.
  static func clock() -> DescriptorWatch {
    let descriptor = modeldex_clock_watch_make()
    return DescriptorWatch(descriptor) { modeldex_clock_watch_renew(descriptor) != 0 }
  }
}
