import Captures
import Foundation
import ModelCatalog

// Two programs in one, to compare the search with other tools as a whole process:
//
//   FilterLines make COUNT FILE    writes COUNT lines `id<TAB>name<TAB>description`
//   FilterLines FILE WORDS         reads such a file, indexes it, prints the ids that match
//
// The first needs the captures next to the project. The second uses only the text part of the
// search index, because the lines contain only text.

let arguments = CommandLine.arguments.dropFirst()
if arguments.count == 3, arguments.first == "make", let count = Int(arguments[2]) {
  try makeLines(count, at: arguments[3])
} else if arguments.count == 2 {
  try filterLines(of: arguments[1], by: arguments[2])
} else {
  FileHandle.standardError.write(Data("usage: FilterLines [make COUNT] FILE [QUERY]\n".utf8))
  exit(64)
}

func makeLines(_ count: Int, at path: String) throws {
  let lines = try Captures.scaled("openrouter-20260821", to: count).models.map { model in
    let description = (model.description ?? "").replacing("\n", with: " ")
    return "\(model.id)\t\(model.name)\t\(description)\n"
  }
  try Data(lines.joined().utf8).write(to: URL(filePath: path))
}

func filterLines(of path: String, by words: String) throws {
  let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
  let output = data.withUnsafeBytes { raw in
    raw.withMemoryRebound(to: UInt8.self) { bytes in
      var index = TextIndex()
      var ids: [UnsafeBufferPointer<UInt8>] = []
      var position = 0
      while position < bytes.count {
        let id = field(of: bytes, from: &position, endingWith: UInt8(ascii: "\t"))
        let name = field(of: bytes, from: &position, endingWith: UInt8(ascii: "\t"))
        let description = field(of: bytes, from: &position, endingWith: UInt8(ascii: "\n"))
        let author = id.prefix { $0 != UInt8(ascii: "/") }
        index.append(
          id: id, name: name, author: UnsafeBufferPointer(rebasing: author),
          description: description)
        ids.append(id)
      }
      var output: [UInt8] = []
      for number in index.search(words.split(separator: " ").map(String.init)) {
        output += ids[number]
        output.append(UInt8(ascii: "\n"))
      }
      return output
    }
  }
  try FileHandle.standardOutput.write(contentsOf: output)
}

/// The bytes up to a separator; advances past it.
func field(
  of bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, endingWith separator: UInt8
) -> UnsafeBufferPointer<UInt8> {
  let rest = bytes[position...]
  let end = rest.firstIndex(of: separator) ?? bytes.endIndex
  position = min(end + 1, bytes.count)
  return UnsafeBufferPointer(rebasing: rest[..<end])
}
