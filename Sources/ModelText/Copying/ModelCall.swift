import Foundation
import ModelCatalog

/// A first request to a model of OpenRouter's, as code.
struct ModelCall {
  private let id: String
  private let kind: Kind

  private enum Kind {
    case text, image, vectors
  }

  static let address = "https://openrouter.ai/api/v1"

  /// Nil for a model that is called in another way.
  init?(_ model: Model) {
    id = model.id
    let outputs = model.outputModalities
    if outputs.contains(.text) {
      kind = .text
    } else if outputs.contains(.image) {
      kind = .image
    } else if outputs.contains(.embeddings) {
      kind = .vectors
    } else {
      return nil
    }
  }

  private var path: String {
    switch kind {
    case .text, .image: "/chat/completions"
    case .vectors: "/embeddings"
    }
  }

  /// The body of the request.
  private var body: JSONValue {
    let message: JSONValue = ["role": "user", "content": "Hello"]
    return switch kind {
    case .text: ["model": .text(id), "messages": .list([message])]
    case .image:
      ["model": .text(id), "messages": .list([message]), "modalities": .list(["image"])]
    case .vectors: ["model": .text(id), "input": "Hello"]
    }
  }

  /// Where the answer is in what comes back, in Python and JavaScript.
  private var answer: String {
    switch kind {
    case .text: "choices[0].message.content"
    case .image: "choices[0].message"
    case .vectors: "data[0].embedding"
    }
  }

  var curl: String {
    let data = Self.json(body).replacing("'", with: #"'\''"#)
    return #"""
      curl \#(Self.address)\#(path) \
        -H "Authorization: Bearer $OPENROUTER_API_KEY" \
        -H 'Content-Type: application/json' \
        -d '\#(data)'

      """#
  }

  var python: String {
    let call =
      switch kind {
      case .text, .image: "chat.completions.create"
      case .vectors: "embeddings.create"
      }
    var arguments = ["model=\(Self.json(.text(id)))"]
    switch kind {
    case .text, .image:
      arguments.append(#"messages=[{"role": "user", "content": "Hello"}]"#)
    case .vectors: arguments.append(#"input="Hello""#)
    }
    if kind == .image { arguments.append(#"extra_body={"modalities": ["image"]}"#) }
    return """
      import os

      from openai import OpenAI

      client = OpenAI(
          base_url="\(Self.address)",
          api_key=os.environ["OPENROUTER_API_KEY"],
      )
      response = client.\(call)(
      \(arguments.map { "    \($0),\n" }.joined()))
      print(response.\(answer))

      """
  }

  var javascript: String {
    """
    const response = await fetch("\(Self.address)\(path)", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.OPENROUTER_API_KEY}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(\(Self.json(body))),
    });
    if (!response.ok) throw new Error(await response.text());
    const answer = await response.json();
    console.log(answer.\(answer));

    """
  }

  private static func json(_ value: JSONValue) -> String {
    String(decoding: value.encoded(), as: UTF8.self)
  }
}
