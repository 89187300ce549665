/// The file in which the browser keeps favorites and read marks, which the commands read too.
package enum BrowserStateFile {
  package static let name = "state.json"
  /// In bytes; far more than is ever needed.
  package static let sizeLimit = 16 << 20
}
