extension CoreModels {
  static let openAIReasoning = [
    CoreRow(
      "o3",
      #"""
      {"id": "openai/o3", "name": "o3",
       "description": "OpenAI's large reasoning model of 2025, with tools and images.",
       "created": 1744761600, "knowledge_cutoff": "2024-06-30", "context_length": 200000,
       "top_provider": {"max_completion_tokens": 100000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000002", "completion": "0.000008", "input_cache_read": "0.0000005",
         "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "response_format",
         "seed", "structured_outputs", "tool_choice", "tools"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "o3-pro",
      #"""
      {"id": "openai/o3-pro", "name": "o3 Pro",
       "description": "o3 with more time to think, for answers that must be right.",
       "created": 1749513600, "knowledge_cutoff": "2024-06-30", "context_length": 200000,
       "top_provider": {"max_completion_tokens": 100000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00002", "completion": "0.00008", "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "response_format",
         "seed", "structured_outputs", "tool_choice", "tools"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "o4-mini", isRetired: true,
      #"""
      {"id": "openai/o4-mini", "name": "o4 Mini",
       "description": "A small reasoning model with tools and images.",
       "created": 1744761600, "knowledge_cutoff": "2024-06-30", "context_length": 200000,
       "top_provider": {"max_completion_tokens": 100000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000011", "completion": "0.0000044",
         "input_cache_read": "0.000000275", "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "response_format",
         "seed", "structured_outputs", "tool_choice", "tools"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "o3-mini", isRetired: true,
      #"""
      {"id": "openai/o3-mini", "name": "o3 Mini",
       "description": "A small reasoning model for mathematics and code.",
       "created": 1738281600, "knowledge_cutoff": "2023-10-31", "context_length": 200000,
       "top_provider": {"max_completion_tokens": 100000},
       "architecture": {"input_modalities": ["text", "file"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000011", "completion": "0.0000044",
         "input_cache_read": "0.00000055", "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "response_format",
         "seed", "structured_outputs", "tool_choice", "tools"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "o1-preview", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "openai/o1-preview", "name": "o1-preview",
       "description": "The first look at OpenAI's reasoning models, of September 2024.",
       "context_length": 128000,
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000015", "completion": "0.00006"}}
      """#),
    CoreRow(
      "o1-mini", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "openai/o1-mini", "name": "o1-mini",
       "description": "The small companion of o1-preview.",
       "context_length": 128000,
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000003", "completion": "0.000012"}}
      """#),
  ]
}
