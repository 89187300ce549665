import Foundation
import FoundationXML

/// The texts of an SVG image with their widths, read by an XML parser.
final class XMLTexts: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var texts: [String] = []
  private(set) var lengths: [Double] = []
  private var isInText = false

  init(_ data: Data) {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?,
    qualifiedName _: String?, attributes: [String: String]
  ) {
    isInText = name == "text"
    guard isInText else { return }
    texts.append("")
    lengths.append(attributes["textLength"].flatMap(Double.init) ?? 0)
  }

  func parser(_: XMLParser, foundCharacters words: String) {
    if isInText, let last = texts.indices.last { texts[last] += words }
  }

  func parser(
    _: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?
  ) { isInText = false }
}
