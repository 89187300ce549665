import Foundation

/// Five rows with values that are difficult to format.
enum SmallBody {
  static let data = Data(text.utf8)

  static let text = #"""
    {"data":[
    {"id":"acme/alpha","canonical_slug":"acme/alpha-20260101","name":"Acme: Alpha",
     "created":1767225600,"description":"The first, \"quoted\", and on\ntwo lines.",
     "context_length":200000,
     "architecture":{"modality":"text+image->text","input_modalities":["text","image"],
      "output_modalities":["text"],"tokenizer":"GPT","instruct_type":null},
     "pricing":{"prompt":"0.000003","completion":"0.0000150","input_cache_read":"0.0000003",
      "overrides":[{"min_prompt_tokens":128000,"prompt":"0.000006","completion":"0.00002"}]},
     "top_provider":{"context_length":128000,"max_completion_tokens":64000,"is_moderated":true},
     "supported_parameters":["tools","temperature"],"default_parameters":{"temperature":0.7},
     "knowledge_cutoff":"2025-06-30","hugging_face_id":"acme/Alpha"},
    {"id":"acme/alpha:free","canonical_slug":"acme/alpha-20260101","name":"Acme: Alpha (free)",
     "created":1767225601,"description":"Costs nothing.","context_length":32768,
     "architecture":{"input_modalities":["text"],"output_modalities":["text"]},
     "pricing":{"prompt":"0","completion":"0"}},
    {"id":"hostile/formula","name":"=1+1|`x`","created":1767225602,
     "description":"@SUM(A1)","context_length":8192,
     "architecture":{"input_modalities":["text"],"output_modalities":["text"]},
     "pricing":{"prompt":"0.0000000208333333333333","completion":"0.0000001"}},
    {"id":"wide/wide","name":"模型:\\ 雪","created":1767225603,"context_length":null,
     "architecture":{"input_modalities":["text"],"output_modalities":["text"]},
     "pricing":{}},
    {"id":"openrouter/auto","name":"Auto Router","created":1767225604,
     "description":"Chooses.","context_length":2000000,
     "architecture":{"input_modalities":["text"],"output_modalities":["text"]},
     "pricing":{"prompt":"-1","completion":"-1"}}
    ]}
    """#
}
