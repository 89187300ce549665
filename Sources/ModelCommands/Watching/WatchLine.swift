import ModelCatalog
import ModelText

/// One event of a watch, for people: `+ id  name  reason`.
struct WatchLine {
  let event: WatchEvent
  let styler: ANSIStyler

  var text: String {
    let mark =
      switch event.kind {
      case .began: styler.paint("+", .good)
      case .ceased: styler.paint("-", .caution)
      }
    return "\(mark) \(styler.paint(event.model.id, .title))  \(event.model.name)  \(reason)\n"
  }

  private var reason: String {
    switch event.cause {
    case .listed: "listed"
    case .removed: "no longer listed"
    case .changed(let change):
      ChangeWords.phrases((change.news ?? change).fields).map(\.text).joined(separator: "; ")
    case .time: "by now"
    }
  }
}
