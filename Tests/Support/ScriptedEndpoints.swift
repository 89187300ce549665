package import Foundation
package import ModelRegistry

/// An upstream that answers every question about endpoints alike.
package struct ScriptedEndpoints: EndpointSource {
  private let outcome: Result<Data, ProviderError>

  package init(_ outcome: Result<Data, ProviderError>) { self.outcome = outcome }

  package var key: APIKey? { nil }

  package func body(of subject: EndpointSubject) async throws(ProviderError) -> Data {
    try outcome.get()
  }
}
