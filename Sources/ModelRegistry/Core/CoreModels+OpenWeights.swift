extension CoreModels {
  static let deepSeek = [
    CoreRow(
      "deepseek-v4-pro-0813",
      #"""
      {"id": "deepseek/deepseek-v4-pro-0813", "name": "DeepSeek V4 Pro 0813",
       "description": "DeepSeek's large mixture of experts with open weights.",
       "created": 1786492800, "context_length": 1048576,
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.000001188", "completion": "0.000003564",
         "input_cache_read": "0.0000000396"},
       "supported_parameters": ["frequency_penalty", "include_reasoning", "logit_bias", "logprobs",
         "max_tokens", "min_p", "presence_penalty", "reasoning", "reasoning_effort",
         "repetition_penalty", "response_format", "seed", "stop", "structured_outputs",
         "temperature", "tool_choice", "tools", "top_k", "top_logprobs", "top_p"],
       "reasoning": {"mandatory": false, "supported_efforts": ["low", "high", "max"],
         "default_effort": "high"}}
      """#),
    CoreRow(
      "deepseek-v4-flash-0731",
      #"""
      {"id": "deepseek/deepseek-v4-flash-0731", "name": "DeepSeek V4 Flash 0731",
       "description": "The small DeepSeek V4 with open weights, retrained in July 2026.",
       "created": 1785456000, "context_length": 1310720,
       "top_provider": {"max_completion_tokens": 384000},
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00000008", "completion": "0.00000018",
         "input_cache_read": "0.000000016"},
       "supported_parameters": ["frequency_penalty", "include_reasoning", "logit_bias", "logprobs",
         "max_tokens", "min_p", "parallel_tool_calls", "presence_penalty", "reasoning",
         "reasoning_effort", "repetition_penalty", "response_format", "seed", "stop",
         "structured_outputs", "temperature", "tool_choice", "tools", "top_a", "top_k",
         "top_logprobs", "top_p"],
       "reasoning": {"mandatory": false, "supported_efforts": ["low", "high", "max"],
         "default_effort": "high", "default_enabled": true}}
      """#),
    CoreRow(
      "deepseek-reasoner", isRetired: true,
      #"""
      {"id": "deepseek/deepseek-r1", "name": "DeepSeek R1",
       "description": "DeepSeek's first reasoning model, with open weights.",
       "created": 1737331200, "knowledge_cutoff": "2024-07-31", "context_length": 64000,
       "top_provider": {"max_completion_tokens": 16000},
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000007", "completion": "0.0000025"},
       "supported_parameters": ["frequency_penalty", "include_reasoning", "max_tokens",
         "presence_penalty", "reasoning", "repetition_penalty", "response_format", "seed", "stop",
         "structured_outputs", "temperature", "tool_choice", "tools", "top_k", "top_p"],
       "reasoning": {"mandatory": true}}
      """#),
    CoreRow(
      "deepseek-chat", isRetired: true,
      #"""
      {"id": "deepseek/deepseek-chat", "name": "DeepSeek V3",
       "description": "DeepSeek's general model of December 2024, with open weights.",
       "created": 1735171200, "knowledge_cutoff": "2024-07-31", "context_length": 163840,
       "top_provider": {"max_completion_tokens": 16000},
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000002574", "completion": "0.0000010287"},
       "supported_parameters": ["frequency_penalty", "logit_bias", "max_tokens", "min_p",
         "presence_penalty", "repetition_penalty", "response_format", "seed", "stop",
         "structured_outputs", "temperature", "tool_choice", "tools", "top_k", "top_p"]}
      """#),
  ]

  static let meta = [
    CoreRow(
      "llama-4-maverick",
      #"""
      {"id": "meta-llama/llama-4-maverick", "name": "Llama 4 Maverick",
       "description": "Meta's mixture of 128 experts for text and images.",
       "created": 1743811200, "knowledge_cutoff": "2024-08-31", "context_length": 1048576,
       "top_provider": {"max_completion_tokens": 16384},
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000002", "completion": "0.0000008"},
       "supported_parameters": ["frequency_penalty", "logit_bias", "logprobs", "max_tokens",
         "min_p", "presence_penalty", "repetition_penalty", "response_format", "seed", "stop",
         "structured_outputs", "temperature", "tool_choice", "tools", "top_k", "top_logprobs",
         "top_p"]}
      """#),
    CoreRow(
      "llama-3.1-405b-reasoning", isOnOpenRouter: false, isRetired: true,
      #"""
      {"id": "meta-llama/llama-3.1-405b-reasoning", "name": "Llama 3.1 405B Reasoning",
       "description": "The largest Llama 3.1, as Groq served it.",
       "context_length": 131072,
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {}}
      """#),
    CoreRow(
      "llama-3.1-70b-versatile", isRetired: true,
      #"""
      {"id": "meta-llama/llama-3.1-70b-instruct", "name": "Llama 3.1 70B Instruct",
       "description": "The middle Llama 3.1, under Groq's name.",
       "created": 1721692800, "knowledge_cutoff": "2023-12-31", "context_length": 131072,
       "top_provider": {"max_completion_tokens": 16384},
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000004", "completion": "0.0000004"},
       "supported_parameters": ["frequency_penalty", "logit_bias", "logprobs", "max_tokens",
         "min_p", "presence_penalty", "repetition_penalty", "response_format", "seed", "stop",
         "structured_outputs", "temperature", "tool_choice", "tools", "top_k", "top_logprobs",
         "top_p"]}
      """#),
    CoreRow(
      "llama-3.1-8b-instant", isRetired: true,
      #"""
      {"id": "meta-llama/llama-3.1-8b-instruct", "name": "Llama 3.1 8B Instruct",
       "description": "The small Llama 3.1, under Groq's name.",
       "created": 1721692800, "knowledge_cutoff": "2023-12-31", "context_length": 131072,
       "top_provider": {"max_completion_tokens": 131072},
       "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00000005", "completion": "0.00000008",
         "input_cache_read": "0.000000025"},
       "supported_parameters": ["frequency_penalty", "logit_bias", "logprobs", "max_tokens",
         "min_p", "presence_penalty", "repetition_penalty", "response_format", "seed", "stop",
         "structured_outputs", "temperature", "tool_choice", "tools", "top_k", "top_logprobs",
         "top_p"]}
      """#),
  ]

  static let mistralAI = [
    CoreRow(
      "mistral-large-latest",
      #"""
      {"id": "mistralai/mistral-large-2512", "name": "Mistral Large 3 2512",
       "description": "Mistral's largest mixture of experts with open weights.",
       "created": 1764547200, "context_length": 262144,
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000005", "completion": "0.0000015",
         "input_cache_read": "0.00000005"},
       "supported_parameters": ["frequency_penalty", "max_tokens", "presence_penalty",
         "response_format", "seed", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_p"]}
      """#),
    CoreRow(
      "mistral-medium-3-5",
      #"""
      {"id": "mistralai/mistral-medium-3-5", "name": "Mistral Medium 3.5",
       "description": "A dense model of 128 billion weights that reasons when asked.",
       "created": 1777507200, "context_length": 262144,
       "architecture": {"input_modalities": ["text", "file", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000015", "completion": "0.0000075"},
       "supported_parameters": ["frequency_penalty", "include_reasoning", "max_tokens",
         "presence_penalty", "reasoning", "reasoning_effort", "response_format", "seed", "stop",
         "structured_outputs", "temperature", "tool_choice", "tools", "top_p"],
       "reasoning": {"mandatory": false, "supported_efforts": ["none", "high"],
         "default_effort": "high"}}
      """#),
    CoreRow(
      "mistral-small-2603",
      #"""
      {"id": "mistralai/mistral-small-2603", "name": "Mistral Small 4",
       "description": "The small Mistral for text and images, which reasons when asked.",
       "created": 1773619200, "context_length": 262144,
       "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.00000015", "completion": "0.0000006",
         "input_cache_read": "0.000000015"},
       "supported_parameters": ["frequency_penalty", "include_reasoning", "max_tokens",
         "presence_penalty", "reasoning", "reasoning_effort", "response_format", "seed", "stop",
         "structured_outputs", "temperature", "tool_choice", "tools", "top_k", "top_p"],
       "reasoning": {"mandatory": false, "supported_efforts": ["none", "high"],
         "default_effort": "high", "default_enabled": false}}
      """#),
    CoreRow(
      "codestral-latest",
      #"""
      {"id": "mistralai/codestral-2508", "name": "Codestral 2508",
       "description": "Completes and fills in code with little delay.",
       "created": 1754006400, "knowledge_cutoff": "2025-03-31", "context_length": 256000,
       "architecture": {"input_modalities": ["text", "file"], "output_modalities": ["text"]},
       "pricing": {"prompt": "0.0000003", "completion": "0.0000009",
         "input_cache_read": "0.00000003"},
       "supported_parameters": ["frequency_penalty", "max_tokens", "prediction", "presence_penalty",
         "response_format", "seed", "stop", "structured_outputs", "temperature", "tool_choice",
         "tools", "top_p"]}
      """#),
  ]
}
