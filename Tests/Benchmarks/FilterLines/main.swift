import Captures
import Foundation
import ModelCatalog

// Two programs in one, to hold the search against others on the whole-process clock:
//
//   FilterLines make COUNT FILE    writes COUNT lines `id<TAB>name<TAB>description`
//   FilterLines FILE QUERY         reads such a file, indexes it, prints the ids that match
//
// The first needs the captures beside the project.

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

func filterLines(of path: String, by text: String) throws {
  let query = try Query.parse(text)
  let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
  let models = data.withUnsafeBytes { bytes in
    bytes.split(separator: UInt8(ascii: "\n")).map { line in
      let parts = line.split(
        separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
      let id = String(decoding: parts[0], as: UTF8.self)
      let author = id.prefix { $0 != "/" }
      var model = Model(
        id: id, source: .openRouter, name: String(decoding: parts[1], as: UTF8.self),
        author: String(author))
      model.description = String(decoding: parts[2], as: UTF8.self)
      return model
    }
  }
  let index = SearchIndex(Catalog(models))
  let found = index.search(query, in: QueryContext(now: .now))
  var output: [UInt8] = []
  for match in found.matches {
    output += index.catalog.models[match.place].id.utf8
    output.append(UInt8(ascii: "\n"))
  }
  try FileHandle.standardOutput.write(contentsOf: output)
}
