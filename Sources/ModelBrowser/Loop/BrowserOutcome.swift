package import ModelCatalog

/// How the browser ended.
package struct BrowserOutcome: Sendable {
  /// The exit status.
  package let status: Int32
  /// What a picker took; empty otherwise.
  package let picked: [Model]
  /// The models that were shown.
  package let catalog: Catalog
}
