/// A scroll bar on the right border.
struct ScrollBar {
  /// All lines.
  let count: Int
  /// The first visible one.
  let top: Int

  /// Nothing is drawn where everything is visible.
  func draw(beside area: Rect, into frame: inout Frame) {
    guard count > area.rows, area.rows > 1 else { return }
    let length = max(1, area.rows * area.rows / count)
    let range = count - area.rows
    let offset = (min(top, range) * (area.rows - length) + range / 2) / range
    for row in area.row + offset..<area.row + offset + length {
      frame.put(
        [StyledText("┃", Theme.title)], at: Point(row: row, column: area.column + area.columns),
        width: 1)
    }
  }
}
