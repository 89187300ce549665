@testable import ModelBrowser

extension Frame {
  /// Where a wide letter lacks its right half, or a right half its letter.
  var halfLetters: [Point] {
    cells.indices.filter { index in
      let isLast = (index + 1).isMultiple(of: size.columns)
      let isFollowed = !isLast && cells[index + 1].isContinuation
      let isFirst = index.isMultiple(of: size.columns)
      return (cells[index].width == 2) != isFollowed || isFirst && cells[index].isContinuation
    }
    .map { Point(row: $0 / size.columns, column: $0 % size.columns) }
  }
}
