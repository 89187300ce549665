extension HistoryContent {
  /// The compression dictionary: text that many rows have in common, because a row of a few hundred
  /// bytes repeats little of itself.
  ///
  /// Part of the file format: stored rows cannot be read with another text.
  static let dictionary = Array(
    """
    {"arena":"models","category":"image","elo":1100,"rank":12},{"arena":"agents","category":\
    "androidnative","elo":1204,"rank":18},{"arena":"agents","category":"fullstack","elo":1190,\
    "rank":22},{"arena":"agents","category":"mobileapps","elo":1239,"rank":10},{"arena":"agents",\
    "category":"webapps","elo":1196,"rank":22}],"artificial_analysis":{"intelligence_index":45.1,\
    "coding_index":40.2,"agentic_index":50.3}}{"design_arena":[{"arena":"models","category":"3d",\
    "elo":1260,"rank":29},{"arena":"models","category":"asciiart","elo":1223,"rank":19},{"arena":\
    "models","category":"codecategories","elo":1267,"rank":30},{"arena":"models","category":\
    "dataviz","elo":1264,"rank":23},{"arena":"models","category":"gamedev","elo":1265,"rank":29},\
    {"arena":"models","category":"svg","elo":1221,"rank":24},{"arena":"models","category":\
    "uicomponent","elo":1265,"rank":31},{"arena":"models","category":"website","elo":1267,\
    "rank":31},"overrides":[{"min_prompt_tokens":200000,"utc_start":1000,"utc_end":100,\
    "prompt":"0.00000","completion":"0.00000"}],"input_cache_read":"0.0000000",\
    "input_cache_write":"0.000000","web_search":"0.01","image":"0.0000","audio":"0.000001",\
    "internal_reasoning":"0.000","alias_target":{"slug":"reasoning":{"mandatory":true,\
    "supported_efforts":["none","minimal","low","medium","high","xhigh","max"],"default_effort":\
    "medium","default_enabled":true}}anthropic/claude-openai/gpt-google/gemini-qwen/qwen3-\
    mistralai/mistral-meta-llama/llama-deepseek/deepseek-z-ai/glm-moonshotai/kimi-:free:batch\
    "text+image+file->text","input_modalities":["text","image","file","audio","video"],\
    "output_modalities":["text","image"],"tokenizer":"GPT","Claude","Gemini","Qwen3","DeepSeek",\
    "Mistral","Llama3","instruct_type":"chatml"},\
    {"id":"/","canonical_slug":"/","hugging_face_id":null,"name":": (free) (batch)","created":\
    17,"context_length":131072,200000,1048576,262144,"architecture":{"modality":"text->text",\
    "input_modalities":["text"],"output_modalities":["text"],"tokenizer":"Other",\
    "instruct_type":null},"pricing":{"prompt":"0.000000","completion":"0.00000",\
    "input_cache_read":"0.0000000"},"top_provider":{"context_length":131072,\
    "max_completion_tokens":null,"is_moderated":false},"per_request_limits":null,\
    "supported_parameters":["frequency_penalty","include_reasoning","logit_bias","logprobs",\
    "max_completion_tokens","max_tokens","min_p","parallel_tool_calls","presence_penalty",\
    "reasoning","reasoning_effort","repetition_penalty","response_format","seed","stop",\
    "structured_outputs","temperature","tool_choice","tools","top_a","top_k","top_logprobs",\
    "top_p","verbosity","web_search_options"],"default_parameters":{"frequency_penalty":0.0,\
    "presence_penalty":0.0,"repetition_penalty":1.0,"temperature":1.0,"top_k":20.0,"top_p":0.95},\
    "supported_voices":null,"knowledge_cutoff":null,"expiration_date":null}
    """.utf8)
}
