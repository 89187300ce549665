extension CoreModels {
  static let google = [
    CoreRow(
      "gemini-3.7-flash",
      #"""
      {"id": "google/gemini-3.7-flash", "name": "Gemini 3.7 Flash",
       "description": "Google's quick model for agents; takes text, images, sound and video.",
       "created": 1786579200, "context_length": 1048576,
       "top_provider": {"max_completion_tokens": 65536},
       "architecture": {"input_modalities": ["text", "audio", "file", "image", "video"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000000375", "completion": "0.000001875",
         "input_cache_read": "0.0000000375", "input_cache_write": "0.0000000208333333333333",
         "internal_reasoning": "0.000001875", "image": "0.000000375", "audio": "0.000000375",
         "input_audio_cache": "0.0000000375", "web_search": "0.014"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "reasoning_effort",
         "response_format", "seed", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_p"],
       "reasoning": {"mandatory": true, "supported_efforts": ["low", "medium", "high"],
         "default_effort": "medium", "default_enabled": true}}
      """#),
    CoreRow(
      "gemini-3.6-flash",
      #"""
      {"id": "google/gemini-3.6-flash", "name": "Gemini 3.6 Flash",
       "description": "The Flash of July 2026, for code and agents.",
       "created": 1784592000, "context_length": 1048576,
       "top_provider": {"max_completion_tokens": 65536},
       "architecture": {"input_modalities": ["text", "audio", "file", "image", "video"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00000075", "completion": "0.00000375",
         "input_cache_read": "0.000000075", "input_cache_write": "0.0000000416666666666667",
         "internal_reasoning": "0.00000375", "image": "0.00000075", "audio": "0.00000075",
         "input_audio_cache": "0.000000075", "web_search": "0.014"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "reasoning_effort",
         "response_format", "seed", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_p"],
       "reasoning": {"mandatory": true, "supported_efforts": ["minimal", "low", "medium", "high"],
         "default_effort": "medium", "default_enabled": true}}
      """#),
    CoreRow(
      "gemini-3.1-pro-preview",
      #"""
      {"id": "google/gemini-3.1-pro-preview", "name": "Gemini 3.1 Pro Preview",
       "description": "Google's large reasoning model, still a preview.",
       "created": 1771459200, "context_length": 1048576,
       "top_provider": {"max_completion_tokens": 65536},
       "architecture": {"input_modalities": ["text", "audio", "file", "image", "video"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000002", "completion": "0.000012", "input_cache_read": "0.0000002",
         "input_cache_write": "0.000000375", "internal_reasoning": "0.000012", "image": "0.000002",
         "audio": "0.000002", "input_audio_cache": "0.0000002", "web_search": "0.014",
         "overrides": [{"min_prompt_tokens": 200000, "prompt": "0.000004", "completion": "0.000018",
         "input_cache_read": "0.0000004", "audio": "0.000004", "input_audio_cache": "0.0000004"}]},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "reasoning_effort",
         "response_format", "seed", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_p"],
       "reasoning": {"mandatory": true, "supported_efforts": ["low", "medium", "high"],
         "default_effort": "medium"}}
      """#),
    CoreRow(
      "gemini-3.5-flash-lite",
      #"""
      {"id": "google/gemini-3.5-flash-lite", "name": "Gemini 3.5 Flash Lite",
       "description": "A light Gemini for many cheap requests.",
       "created": 1784592000, "context_length": 1048576,
       "top_provider": {"max_completion_tokens": 65536},
       "architecture": {"input_modalities": ["text", "audio", "file", "image", "video"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000003", "completion": "0.0000025",
         "input_cache_read": "0.00000003", "input_cache_write": "0.0000000833333333333333",
         "internal_reasoning": "0.0000025", "image": "0.0000003", "audio": "0.0000003",
         "input_audio_cache": "0.00000003", "web_search": "0.014"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "reasoning_effort",
         "response_format", "seed", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_p"],
       "reasoning": {"mandatory": true, "supported_efforts": ["minimal", "low", "medium", "high"],
         "default_effort": "minimal", "default_enabled": true}}
      """#),
    CoreRow(
      "gemini-3.1-flash-lite",
      #"""
      {"id": "google/gemini-3.1-flash-lite", "name": "Gemini 3.1 Flash Lite",
       "description": "The light Gemini of spring 2026; can answer without reasoning.",
       "created": 1778112000, "context_length": 1048576,
       "top_provider": {"max_completion_tokens": 65536},
       "architecture": {"input_modalities": ["text", "audio", "file", "image", "video"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00000025", "completion": "0.0000015",
         "input_cache_read": "0.000000025", "input_cache_write": "0.0000000833333333333333",
         "internal_reasoning": "0.0000015", "image": "0.00000025", "audio": "0.0000005",
         "input_audio_cache": "0.00000005", "web_search": "0.014"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "reasoning_effort",
         "response_format", "seed", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_p"],
       "reasoning": {"mandatory": false, "supported_efforts": ["minimal", "low", "medium", "high"],
         "default_effort": "minimal", "default_enabled": true}}
      """#),
    CoreRow(
      "gemini-2.5-pro",
      #"""
      {"id": "google/gemini-2.5-pro", "name": "Gemini 2.5 Pro",
       "description": "The large Gemini of 2025; always reasons.",
       "created": 1750118400, "knowledge_cutoff": "2025-01-31", "context_length": 1048576,
       "top_provider": {"max_completion_tokens": 65536},
       "architecture": {"input_modalities": ["text", "audio", "file", "image", "video"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00000125", "completion": "0.00001",
         "input_cache_read": "0.000000125", "input_cache_write": "0.000000375",
         "internal_reasoning": "0.00001", "image": "0.00000125", "audio": "0.00000125",
         "input_audio_cache": "0.000000125", "web_search": "0.014",
         "overrides": [{"min_prompt_tokens": 200000, "prompt": "0.0000025",
         "completion": "0.000015", "input_cache_read": "0.00000025", "audio": "0.0000025",
         "input_audio_cache": "0.00000025"}]},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "response_format",
         "seed", "stop", "structured_outputs", "temperature", "tool_choice", "tools", "top_p"],
       "reasoning": {"mandatory": true}}
      """#),
    CoreRow(
      "gemini-2.5-flash",
      #"""
      {"id": "google/gemini-2.5-flash", "name": "Gemini 2.5 Flash",
       "description": "The quick Gemini of 2025, with reasoning on request.",
       "created": 1750118400, "knowledge_cutoff": "2025-01-31", "context_length": 1048576,
       "top_provider": {"max_completion_tokens": 65535},
       "architecture": {"input_modalities": ["text", "audio", "file", "image", "video"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000003", "completion": "0.0000025",
         "input_cache_read": "0.00000003", "input_cache_write": "0.0000000833333333333333",
         "internal_reasoning": "0.0000025", "image": "0.0000003", "audio": "0.000001",
         "input_audio_cache": "0.0000001", "web_search": "0.014"},
       "supported_parameters": ["include_reasoning", "max_tokens", "reasoning", "response_format",
         "seed", "stop", "structured_outputs", "temperature", "tool_choice", "tools", "top_p"],
       "reasoning": {"mandatory": false}}
      """#),
    CoreRow(
      "gemini-2.0-flash-exp", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "google/gemini-2.0-flash-exp", "name": "Gemini 2.0 Flash Experimental",
       "description": "The trial release of Gemini 2.0 Flash.",
       "context_length": 1000000,
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {}}
      """#),
    CoreRow(
      "gemini-1.5-pro", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "google/gemini-1.5-pro", "name": "Gemini 1.5 Pro",
       "description": "The first Gemini with a window of two million tokens.",
       "context_length": 2000000,
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {}}
      """#),
    CoreRow(
      "gemini-1.5-flash", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "google/gemini-1.5-flash", "name": "Gemini 1.5 Flash",
       "description": "The quick Gemini 1.5.",
       "context_length": 1000000,
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {}}
      """#),
    CoreRow(
      "gemini-pro", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "google/gemini-pro", "name": "Gemini Pro",
       "description": "The first Gemini, for text alone.",
       "context_length": 30720,
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {}}
      """#),
  ]
}
