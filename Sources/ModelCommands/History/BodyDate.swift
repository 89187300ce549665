import Foundation
import ModelCatalog

/// The date in the file name of a saved response.
enum BodyDate {
  /// 2015-01-01: before this no models were listed, so an earlier date is a mistake.
  static let earliest = Date(timeIntervalSince1970: 1_420_070_400)

  /// The first run of 8, 10 or 14 digits that is a past time: `YYYYMMDD[HH[MMSS]]`, in UTC.
  ///
  /// Nil if there is none.
  static func read(_ name: String, now: Date) -> Date? {
    name.utf8.split { !isDigit($0) }.lazy.compactMap { date($0.map(number)) }
      .first { $0 <= now }
  }

  private static func date(_ digits: [Int]) -> Date? {
    guard [8, 10, 14].contains(digits.count) else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard let day = CalendarDay(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    else { return nil }
    let hours = digits.count > 8 ? number(8..<10) : 0
    let minutes = digits.count > 10 ? number(10..<12) : 0
    let seconds = digits.count > 10 ? number(12..<14) : 0
    guard hours < 24, minutes < 60, seconds < 60 else { return nil }
    return day.start.addingTimeInterval(Double((hours * 60 + minutes) * 60 + seconds))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func number(_ digit: UInt8) -> Int { Int(digit - UInt8(ascii: "0")) }
}
