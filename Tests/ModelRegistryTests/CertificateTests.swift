import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct CertificateTests {
  private let authority: TestAuthority

  init() throws { authority = try TestAuthority() }

  /// What one fetch from a server with this certificate brings.
  private func fetch(
    from certificate: TestAuthority.Certificate, trusting authorities: String?
  ) async throws -> (result: Result<[String], ProviderError>, keys: [String?]) {
    let server = try await SimulatedOpenRouter(
      answering: .listing(["a/b"]), security: try authority.context(showing: certificate))
    let provider = try #require(
      OpenRouterProvider(
        upstream: try Upstream(server.address), userAgent: "modeldex/test", key: "sk-secret",
        authorities: authorities))
    let result: Result<[String], ProviderError>
    do throws(ProviderError) {
      result = .success(try await provider.models().models.map(\.id))
    } catch {
      result = .failure(error)
    }
    await server.stop()
    return (result, server.requests.map { $0.headers["authorization"] })
  }

  @Test
  func `a server with a trusted certificate gets the key and gives the list`() async throws {
    let (result, keys) = try await fetch(from: .valid, trusting: authority.file)
    #expect(result == .success(["a/b"]))
    #expect(keys == ["Bearer sk-secret"])
  }

  @Test(arguments: [
    (TestAuthority.Certificate.expired, "its TLS certificate is not trusted, or has expired"),
    (.otherHost, "its TLS certificate is for another host"),
    (.selfSigned, "its TLS certificate is not trusted, or has expired"),
  ])
  func `another certificate gets neither key nor request`(
    certificate: TestAuthority.Certificate, reason: String
  ) async throws {
    let (result, keys) = try await fetch(from: certificate, trusting: authority.file)
    #expect(result == .failure(.unreachable(reason)))
    #expect(keys == [])
  }

  @Test
  func `the machine trusts no authority of a test`() async throws {
    let (result, keys) = try await fetch(from: .valid, trusting: nil)
    #expect(
      result == .failure(.unreachable("its TLS certificate is not trusted, or has expired")))
    #expect(keys == [])
  }

  @Test
  func `authorities that cannot be read are said so`() async throws {
    let directory = try TemporaryDirectory()
    try Data("no certificate".utf8).write(to: directory.url("text"))
    for file in [directory.path + "/none", directory.path + "/text"] {
      let (result, _) = try await fetch(from: .valid, trusting: file)
      let reason = "the certificates in \(file) (SSL_CERT_FILE) cannot be read"
      #expect(result == .failure(.unreachable(reason)))
    }
  }

  @Test
  func `SSL_CERT_FILE names the authorities`() async throws {
    let server = try await SimulatedOpenRouter(
      answering: .listing(["a/b"]), security: try authority.context(showing: .valid))
    for (file, isTrusted) in [(authority.file, true), ("", false)] {
      let registry = ModelRegistry(
        core: [],
        settings: RegistrySettings(
          upstream: try Upstream(server.address), environment: ["SSL_CERT_FILE": file],
          userAgent: "test"))
      await registry.refresh()
      #expect(await registry.snapshot.catalog.models.isEmpty != isTrusted)
    }
    await server.stop()
  }
}
