import CClock

extension DescriptorWatch {
  /// Watches for changes of the wall clock, also by resuming from sleep.
  static func clock() -> DescriptorWatch {
    let descriptor = modeldex_clock_watch_make()
    return DescriptorWatch(descriptor) { modeldex_clock_watch_renew(descriptor) != 0 }
  }
}
