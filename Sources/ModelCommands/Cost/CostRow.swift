import Foundation
import ModelCatalog

/// A part of what a workload costs with a model, or the sum of all parts, as a row for programs.
struct CostRow: ListedRow {
  let model: Model
  /// `total` for the sum.
  let item: String
  let part: CallCost.Part?
  /// USD of one call.
  let amount: Decimal?
  /// USD of a month.
  let monthly: Decimal?

  var id: String { model.id }
  var json: JSONValue { ["id": .text(id), "item": .text(item)] }

  /// The parts, then the sum; the sum alone, without amounts, where there is no cost.
  static func rows(of model: Model, under workload: Workload) -> [CostRow] {
    let cost = try? workload.cost(of: model)
    let parts = (cost?.parts ?? []).map { part in
      CostRow(
        model: model, item: part.item.name, part: part, amount: part.amount,
        monthly: part.amount * workload.calls.perMonth)
    }
    let total = CostRow(
      model: model, item: "total", part: nil, amount: cost?.perCall, monthly: cost?.perMonth)
    return parts + [total]
  }

  static var columns: [Column<CostRow>] {
    func number(_ name: String, _ value: @escaping (CostRow) -> Decimal?) -> Column<CostRow> {
      let text: (CostRow) -> String = { value($0)?.description ?? "" }
      return Column(name: name, title: name, isNumber: true, shown: text, raw: text)
    }
    func text(_ name: String, _ value: @escaping (CostRow) -> String) -> Column<CostRow> {
      Column(name: name, title: name, shown: value, raw: value)
    }
    return [
      text("id") { $0.id }, text("item") { $0.item }, number("units") { $0.part?.units },
      text("unit") { $0.part?.unit.words ?? "" },
      number("price") { row in
        row.part.map { $0.price.movingPoint(by: $0.unit.shownPlaces) }
      },
      number("usd") { $0.amount }, number("usdpermonth") { $0.monthly },
    ]
  }
}
