extension CoreModels {
  static let anthropic = [
    CoreRow(
      "claude-fable-5",
      #"""
      {"id": "anthropic/claude-fable-5", "name": "Claude Fable 5",
       "description": "Anthropic's largest model, for long work on its own; always reasons.",
       "created": 1780963200, "context_length": 1000000,
       "top_provider": {"max_completion_tokens": 128000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00001", "completion": "0.00005", "input_cache_read": "0.000001",
         "input_cache_write": "0.0000125", "input_cache_write_1h": "0.00002", "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_completion_tokens", "max_tokens",
         "reasoning", "reasoning_effort", "response_format", "stop", "structured_outputs",
         "tool_choice", "tools", "verbosity"],
       "reasoning": {"mandatory": true,
         "supported_efforts": ["low", "medium", "high", "xhigh", "max"], "default_effort": "high"}}
      """#),
    CoreRow(
      "claude-opus-5",
      #"""
      {"id": "anthropic/claude-opus-5", "name": "Claude Opus 5",
       "description": "For demanding code, reasoning and agents that run for hours.",
       "created": 1784851200, "context_length": 1000000,
       "top_provider": {"max_completion_tokens": 128000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000005", "completion": "0.000025", "input_cache_read": "0.0000005",
         "input_cache_write": "0.00000625", "input_cache_write_1h": "0.00001",
         "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_completion_tokens", "max_tokens",
         "reasoning", "reasoning_effort", "response_format", "stop", "structured_outputs",
         "temperature", "tool_choice", "tools", "verbosity"],
       "reasoning": {"mandatory": false,
         "supported_efforts": ["low", "medium", "high", "xhigh", "max"], "default_effort": "high",
         "default_enabled": true}}
      """#),
    CoreRow(
      "claude-sonnet-5",
      #"""
      {"id": "anthropic/claude-sonnet-5", "name": "Claude Sonnet 5",
       "description": "The all-round Claude for code, agents and office work.",
       "created": 1782777600, "context_length": 1000000,
       "top_provider": {"max_completion_tokens": 128000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000002", "completion": "0.00001", "input_cache_read": "0.0000002",
         "input_cache_write": "0.0000025", "input_cache_write_1h": "0.000004",
         "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_completion_tokens", "max_tokens",
         "reasoning", "reasoning_effort", "response_format", "stop", "structured_outputs",
         "tool_choice", "tools", "verbosity"],
       "reasoning": {"mandatory": false,
         "supported_efforts": ["low", "medium", "high", "xhigh", "max"], "default_effort": "high",
         "default_enabled": true}}
      """#),
    CoreRow(
      "claude-haiku-4.5",
      #"""
      {"id": "anthropic/claude-haiku-4.5", "name": "Claude Haiku 4.5",
       "description": "The small and quick Claude, with reasoning on request.",
       "created": 1760486400, "context_length": 200000,
       "top_provider": {"max_completion_tokens": 64000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000001", "completion": "0.000005", "input_cache_read": "0.0000001",
         "input_cache_write": "0.00000125", "input_cache_write_1h": "0.000002",
         "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_completion_tokens", "max_tokens",
         "reasoning", "response_format", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_k", "top_p"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "claude-opus-4.8",
      #"""
      {"id": "anthropic/claude-opus-4.8", "name": "Claude Opus 4.8",
       "description": "The Opus before Opus 5; reasons on request.",
       "created": 1779840000, "context_length": 1000000,
       "top_provider": {"max_completion_tokens": 128000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000005", "completion": "0.000025", "input_cache_read": "0.0000005",
         "input_cache_write": "0.00000625", "input_cache_write_1h": "0.00001",
         "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_completion_tokens", "max_tokens",
         "reasoning", "reasoning_effort", "response_format", "stop", "structured_outputs",
         "temperature", "tool_choice", "tools", "verbosity"],
       "reasoning": {"mandatory": false,
         "supported_efforts": ["low", "medium", "high", "xhigh", "max"], "default_effort": "high",
         "default_enabled": false}}
      """#),
    CoreRow(
      "claude-opus-4.5",
      #"""
      {"id": "anthropic/claude-opus-4.5", "name": "Claude Opus 4.5",
       "description": "The Opus of November 2025, with a window of 200,000 tokens.",
       "created": 1763942400, "context_length": 200000,
       "top_provider": {"max_completion_tokens": 64000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000005", "completion": "0.000025", "input_cache_read": "0.0000005",
         "input_cache_write": "0.00000625", "input_cache_write_1h": "0.00001",
         "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_completion_tokens", "max_tokens",
         "reasoning", "response_format", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_k", "verbosity"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "claude-sonnet-4.6",
      #"""
      {"id": "anthropic/claude-sonnet-4.6", "name": "Claude Sonnet 4.6",
       "description": "The Sonnet before Sonnet 5, for large code bases and documents.",
       "created": 1771286400, "context_length": 1000000,
       "top_provider": {"max_completion_tokens": 128000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000003", "completion": "0.000015", "input_cache_read": "0.0000003",
         "input_cache_write": "0.00000375", "input_cache_write_1h": "0.000006",
         "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_completion_tokens", "max_tokens",
         "reasoning", "reasoning_effort", "response_format", "stop", "structured_outputs",
         "temperature", "tool_choice", "tools", "top_k", "top_p", "verbosity"],
       "reasoning": {"mandatory": false, "supported_efforts": ["low", "medium", "high", "max"],
         "default_effort": "medium"}}
      """#),
    CoreRow(
      "claude-sonnet-4.5",
      #"""
      {"id": "anthropic/claude-sonnet-4.5", "name": "Claude Sonnet 4.5",
       "description": "The Sonnet of September 2025, for code and agents.",
       "created": 1759104000, "knowledge_cutoff": "2025-01-31", "context_length": 1000000,
       "top_provider": {"max_completion_tokens": 64000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000003", "completion": "0.000015", "input_cache_read": "0.0000003",
         "input_cache_write": "0.00000375", "input_cache_write_1h": "0.000006",
         "web_search": "0.01", "overrides": [{"min_prompt_tokens": 200000, "prompt": "0.000006",
         "completion": "0.0000225", "input_cache_read": "0.0000006",
         "input_cache_write": "0.0000075", "input_cache_write_1h": "0.000012"}]},
       "supported_parameters": ["include_reasoning", "max_completion_tokens", "max_tokens",
         "reasoning", "response_format", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_k", "top_p"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "claude-opus-4-20250514", isRetired: true,
      #"""
      {"id": "anthropic/claude-opus-4", "name": "Claude Opus 4",
       "description": "The large Claude 4 of May 2025.",
       "created": 1747872000, "knowledge_cutoff": "2025-01-31", "context_length": 200000,
       "top_provider": {"max_completion_tokens": 32000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000015", "completion": "0.000075", "input_cache_read": "0.0000015",
         "input_cache_write": "0.00001875", "input_cache_write_1h": "0.00003",
         "web_search": "0.01"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "stop",
         "temperature", "tool_choice", "tools", "top_p"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "claude-sonnet-4-20250514", isRetired: true,
      #"""
      {"id": "anthropic/claude-sonnet-4", "name": "Claude Sonnet 4",
       "description": "The middle Claude 4 of May 2025.",
       "created": 1747872000, "knowledge_cutoff": "2025-01-31", "context_length": 1000000,
       "top_provider": {"max_completion_tokens": 64000},
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000003", "completion": "0.000015", "input_cache_read": "0.0000003",
         "input_cache_write": "0.00000375", "input_cache_write_1h": "0.000006",
         "web_search": "0.01", "overrides": [{"min_prompt_tokens": 200000, "prompt": "0.000006",
         "completion": "0.0000225", "input_cache_read": "0.0000006",
         "input_cache_write": "0.0000075", "input_cache_write_1h": "0.000012"}]},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "stop",
         "temperature", "tool_choice", "tools", "top_k", "top_p"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "claude-3-7-sonnet-latest", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "anthropic/claude-3-7-sonnet-latest", "name": "Claude 3.7 Sonnet",
       "description": "The first Claude that could reason at length before answering.",
       "context_length": 200000,
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000003", "completion": "0.000015"}}
      """#),
    CoreRow(
      "claude-3-5-sonnet-latest", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "anthropic/claude-3-5-sonnet-latest", "name": "Claude 3.5 Sonnet",
       "description": "The middle Claude of 2024.",
       "context_length": 200000,
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000003", "completion": "0.000015"}}
      """#),
    CoreRow(
      "claude-3-5-haiku-latest", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "anthropic/claude-3-5-haiku-latest", "name": "Claude 3.5 Haiku",
       "description": "The small Claude of 2024.",
       "context_length": 200000,
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00000025", "completion": "0.00000125"}}
      """#),
    CoreRow(
      "claude-3-haiku-20240307", isRetired: true,
      #"""
      {"id": "anthropic/claude-3-haiku", "name": "Claude 3 Haiku",
       "description": "The smallest of the first Claude 3 family.",
       "created": 1710288000, "knowledge_cutoff": "2023-08-31", "context_length": 200000,
       "top_provider": {"max_completion_tokens": 4096},
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00000025", "completion": "0.00000125",
         "input_cache_read": "0.00000003", "input_cache_write": "0.0000003",
         "input_cache_write_1h": "0.0000005", "web_search": "0.01"},
       "supported_parameters": ["max_tokens", "stop", "temperature", "tool_choice", "tools",
         "top_k", "top_p"]}
      """#),
  ]
}
