import Foundation

/// The system's own words for an error.
enum SystemWords {
  /// As in the manual, beginning in lower case: "permission denied".
  static func of(errno code: Int32) -> String {
    guard let text = strerror(code).map({ String(cString: $0) }), let first = text.first else {
      return "system error \(code)"
    }
    return first.lowercased() + text.dropFirst()
  }

  /// Of an error that Foundation threw: the cause below it where there is one.
  static func of(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let cause, cause.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return of(errno: Int32(cause.code))
  }
}
