import Foundation

extension Catalog {
  /// The models that a person would look at beside one: of its family first, then those whose price
  /// is nearest by its ratio; the id decides between equals.
  ///
  /// They are ordinary listed rows of OpenRouter, none of the same group.
  package func similar(to model: Model, groups: ModelGroups, limit: Int) -> [Model] {
    guard let own = index(of: model.id) else { return [] }
    let price = Self.meanPrice(of: model)
    var candidates: [(index: Int, isOther: Bool, distance: Double)] = []
    models.withUnsafeBufferPointer { models in
      for index in models.indices where !groups.areSame(index, own) {
        guard models[index].source == .openRouter, models[index].isListed,
          models[index].variant == nil, models[index].aliasTarget == nil, !models[index].isRouter,
          models[index].outputModalities == model.outputModalities
        else { continue }
        let isOther = categoryOfModel[index] != categoryOfModel[own]
        candidates.append(
          (index, isOther, Self.distance(Self.meanPrice(of: models[index]), price)))
      }
    }
    let nearest = candidates.sorted { left, right in
      if left.isOther != right.isOther { return right.isOther }
      if left.distance != right.distance { return left.distance < right.distance }
      return left.index < right.index
    }
    return nearest.prefix(limit).map { models[$0.index] }
  }

  /// Of input and output; nil if one is unknown.
  private static func meanPrice(of model: borrowing Model) -> Double? {
    guard let input = model.pricing[.input]?.amount(per: .input),
      let output = model.pricing[.output]?.amount(per: .output)
    else { return nil }
    return NSDecimalNumber(decimal: (input + output) / 2).doubleValue
  }

  /// How far apart two prices are, as a ratio; what is unknown or free is far from all others.
  private static func distance(_ first: Double?, _ second: Double?) -> Double {
    guard let first, let second else { return .infinity }
    if first == second { return 0 }
    return first > 0 && second > 0 ? abs(log(first / second)) : .greatestFiniteMagnitude
  }
}
