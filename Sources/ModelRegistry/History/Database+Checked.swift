import GRDB

/// A value of the history file is missing, of another type, or no content of ours.
struct HistoryDamage: Error {}

extension Row {
  /// A column's value; GRDB's own subscripts end the program if it is null or of another type.
  func checked<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value {
    guard index < count, let value = Value.fromDatabaseValue(self[index]) else {
      throw HistoryDamage()
    }
    return value
  }

  /// As ``checked(_:)``, but nil for null.
  func checkedIfPresent<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value? {
    guard index < count else { throw HistoryDamage() }
    let value: DatabaseValue = self[index]
    return value.isNull ? nil : try checked(index)
  }
}

extension Database {
  /// The first column of the first row; nil if there is no row or it is null.
  func value<Value: DatabaseValueConvertible>(
    _ sql: String, _ arguments: StatementArguments = []
  ) throws -> Value? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)?.checkedIfPresent(0)
  }
}
