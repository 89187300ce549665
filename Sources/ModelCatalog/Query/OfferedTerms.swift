/// Words that name an ability, a state, a modality or an order, and the terms that ask for it.
///
/// Such words are looked for as text like all others; the terms are only offered.
enum OfferedTerms {
  /// The terms for a word or several, either of which may be meant; empty for other words.
  static func alternatives(for words: String) -> [String] { table[Folding.fold(words)] ?? [] }

  /// The most words of one name.
  static let longest = 3

  private static let table: [[UInt8]: [String]] = names.reduce(into: [:]) { table, row in
    for name in row.names.split(separator: ",") { table[Folding.fold(String(name))] = row.terms }
  }

  private static let names: [(names: String, terms: [String])] = [
    ("vision,multimodal,image input,image inputs,image understanding", ["has:vision"]),
    ("image,images,picture,pictures", ["in:image", "out:image"]),
    ("image generation,image generator,text to image,drawing", ["out:image"]),
    ("audio", ["has:audio"]),
    ("audio input,audio inputs", ["in:audio"]),
    ("video,videos", ["in:video", "out:video"]),
    ("video input,video inputs,video understanding", ["in:video"]),
    ("video generation,text to video,image to video", ["out:video"]),
    ("file,files,pdf,pdfs,document,documents", ["in:file"]),
    ("speech,voice,tts,text to speech,speech synthesis", ["out:speech"]),
    (
      "transcription,transcribe,speech to text,stt,asr,speech recognition,dictation",
      ["out:transcription"]
    ),
    ("embedding,embeddings,text embedding,text embeddings", ["out:embeddings"]),
    ("rerank,reranker,rerankers,reranking", ["out:rerank"]),
    (
      "tool,tools,tool use,tool calling,tool calls,function,functions,function calling,"
        + "function calls", ["has:tools"]
    ),
    ("reasoning,reasoner,thinking", ["has:reasoning"]),
    (
      "structured,structured output,structured outputs,json,json mode,json schema,json output",
      ["has:structured"]
    ),
    ("caching,cache,prompt caching,prompt cache", ["has:caching"]),
    ("batch", ["has:batch"]),
    ("weights,open weights,open weight,open source,hugging face", ["has:weights"]),
    ("free,free of charge,no cost", ["is:free"]),
    ("new", ["is:new"]),
    ("alias,aliases", ["is:alias"]),
    ("router,routers", ["is:router"]),
    ("expiring,deprecated", ["is:expiring"]),
    ("expired", ["is:expired"]),
    ("favorite,favorites,favourite,favourites", ["is:favorite"]),
    ("changed", ["is:changed"]),
    ("removed,delisted", ["is:removed"]),
    ("retired", ["is:retired"]),
    ("newest,recent", ["sort:new"]),
    ("cheap,cheapest,cheaper,inexpensive,low cost", ["sort:price"]),
    ("long context,large context,big context,longest context", ["sort:-ctx"]),
    ("best,smart,smartest,intelligent,intelligence", ["sort:intelligence"]),
    ("coding,best coding", ["sort:coding"]),
    ("agentic,best agentic", ["sort:agentic"]),
  ]
}
