extension ProviderError {
  /// ``summary`` of a question about endpoints, not about the list.
  package var endpointSummary: String {
    switch self {
    case .malformed(let reason): "OpenRouter's answer is no list of endpoints: \(reason)"
    case .rejected(404, nil, _): "OpenRouter knows no endpoints of this model"
    case .refused(.incomplete(let reason)): reason
    case .unreachable, .rejected, .tooLarge, .refused, .inFile, .elsewhere: summary
    }
  }

  /// Whether it is about the one thing that was asked for, which upstream does not have.
  var meansAbsence: Bool {
    switch self {
    case .rejected(404, _, _): true
    case .unreachable, .rejected, .malformed, .tooLarge, .refused, .inFile, .elsewhere: false
    }
  }

  /// A saved list says nothing about who serves its models.
  static let noEndpointsInFile = ProviderError.elsewhere(
    "a list that is read from a file says nothing about who serves its models")
}
