import Foundation
package import NIOSSL

/// A test's own certificate authority, created with openssl, and the certificates that it signs.
package struct TestAuthority: Sendable {
  /// The certificate that a server at 127.0.0.1 presents.
  package enum Certificate: Sendable {
    /// Signed by the authority for that address.
    case valid
    /// The same, expired yesterday.
    case expired
    /// Signed by the authority for another host.
    case otherHost
    /// Self-signed, for that address.
    case selfSigned
  }

  private let directory: TemporaryDirectory

  /// The authority's own certificate in PEM; trusting it means trusting what it signs.
  package var file: String { directory.path + "/authority.pem" }

  package init() throws {
    directory = try TemporaryDirectory()
    try Subprocess.run(
      ["openssl", "req", "-x509", "-days", "2", "-subj", "/CN=Authority"]
        + newKey("authority") + ["-out", file])
  }

  /// TLS configuration of a server that presents this certificate.
  package func context(showing certificate: Certificate) throws -> NIOSSLContext {
    switch certificate {
    case .valid: try sign(for: "IP:127.0.0.1", days: 2)
    case .expired: try sign(for: "IP:127.0.0.1", days: -1)
    case .otherHost: try sign(for: "DNS:elsewhere.example", days: 2)
    case .selfSigned:
      try Subprocess.run(
        [
          "openssl", "req", "-x509", "-days", "2", "-subj", "/CN=127.0.0.1",
          "-addext", "subjectAltName=IP:127.0.0.1",
        ] + newKey("server") + ["-out", path("server.pem")])
    }
    let chain = try NIOSSLCertificate.fromPEMFile(path("server.pem"))
    let key = try NIOSSLPrivateKey(file: path("server.key"), format: .pem)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
  }

  private func sign(for name: String, days: Int) throws {
    try Data("subjectAltName=\(name)\n".utf8).write(to: directory.url("names"))
    try Subprocess.run(
      ["openssl", "req", "-subj", "/CN=Server"] + newKey("server") + ["-out", path("request")])
    try Subprocess.run([
      "openssl", "x509", "-req", "-in", path("request"), "-CA", file, "-CAkey",
      path("authority.key"), "-CAcreateserial", "-days", "\(days)", "-extfile", path("names"),
      "-out", path("server.pem"),
    ])
  }

  private func newKey(_ name: String) -> [String] {
    [
      "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
      path("\(name).key"),
    ]
  }

  private func path(_ name: String) -> String { "\(directory.path)/\(name)" }
}
