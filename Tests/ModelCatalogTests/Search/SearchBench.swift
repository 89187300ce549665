import Foundation

/// Queries that people type or paste, each with the models that must be at the top.
///
/// Written by reading the two captures, not from what a search found. A line is `query => rule`:
/// `first` names models of which one must be the first result, `five` models that must all be among
/// the first five, `each` what each of the first five must be. A model is an id, an id with `*` for
/// any text, or `out:modality`.
enum SearchBench {
  struct Row: Sendable {
    let query: String
    let place: Place
    let models: [String]
  }

  enum Place: String {
    case first, five, each
  }

  /// The rows by the name of their capture.
  static let tables = [
    "openrouter-20260821": rows(textModels + pastedTexts),
    "openrouter-all-modalities-20260819": rows(allModalities),
  ]

  private static func rows(_ text: String) -> [Row] {
    text.split(separator: "\n").compactMap { line in
      let sides = line.components(separatedBy: " => ")
      let words = sides.last?.split(separator: " ") ?? []
      guard sides.count == 2, let place = words.first.flatMap({ Place(rawValue: String($0)) })
      else { return nil }
      return Row(query: sides[0], place: place, models: words.dropFirst().map(String.init))
    }
  }

  private static let textModels = """
    haiku => first anthropic/claude-haiku-4.5 ~anthropic/claude-haiku-latest
    claude haiku => first anthropic/claude-haiku-4.5 ~anthropic/claude-haiku-latest
    claude 3 haiku => first anthropic/claude-3-haiku
    opus => first anthropic/claude-opus-5
    claude opus => first anthropic/claude-opus-5
    opus 4.8 => first anthropic/claude-opus-4.8
    claude opus 4 => first anthropic/claude-opus-4
    opus fast => first anthropic/claude-opus-5-fast
    opus latest => first ~anthropic/claude-opus-latest
    sonnet => first anthropic/claude-sonnet-5
    sonnet 4.5 => first anthropic/claude-sonnet-4.5
    claude sonnet 4 => first anthropic/claude-sonnet-4
    fable => first anthropic/claude-fable-5 ~anthropic/claude-fable-latest
    claude => first anthropic/claude-opus-5*
    anthropic => first anthropic/claude-opus-5*
    Anthropic => each anthropic/claude-opus-5* anthropic/claude-sonnet-5*
    gpt => each openai/gpt-5.6-*
    openai => each openai/gpt-5.6-*
    gpt 5 => first openai/gpt-5
    gpt-5 => first openai/gpt-5
    gpt5 => first openai/gpt-5
    gpt 5 mini => first openai/gpt-5-mini
    gpt mini => first openai/gpt-5.4-mini ~openai/gpt-mini-latest
    gpt nano => first openai/gpt-5.4-nano
    gpt codex => first openai/gpt-5.3-codex
    codex => first openai/gpt-5.3-codex
    codex max => first openai/gpt-5.1-codex-max
    gpt-4o => first openai/gpt-4o
    4o => first openai/gpt-4o
    4o mini => first openai/gpt-4o-mini
    gpt4o mini => first openai/gpt-4o-mini
    chatgpt latest => first openai/gpt-chat-latest
    gpt oss => first openai/gpt-oss-20b openai/gpt-oss-120b
    oss 120b => first openai/gpt-oss-120b
    gpt 3.5 turbo => first openai/gpt-3.5-turbo
    5.6 sol => first openai/gpt-5.6-sol
    luna => first openai/gpt-5.6-luna
    terra pro => first openai/gpt-5.6-terra-pro
    o1 => first openai/o1
    o1 => five openai/o1 openai/o1-pro openai/o1:batch openai/o1-pro:batch
    o3 mini => first openai/o3-mini
    o4 => five openai/o4-mini openai/o4-mini-high
    gemini => first google/gemini-3.7-flash
    gemini pro => first google/gemini-3.1-pro-preview ~google/gemini-pro-latest
    gemini flash => first google/gemini-3.7-flash
    gemini flash lite => first google/gemini-3.5-flash-lite
    flash lite => first google/gemini-3.5-flash-lite
    gemini 2.5 pro => first google/gemini-2.5-pro
    gemini 3 pro => first google/gemini-3-pro-image* google/gemini-3.1-pro-preview*
    nano banana => five google/gemini-3-pro-image google/gemini-3.1-flash-image google/gemini-3.1-flash-lite-image
    nano banana pro => first google/gemini-3-pro-image
    gemma => five google/gemma-4-26b-a4b-it google/gemma-4-31b-it
    gemma 3 27b => first google/gemma-3-27b-it
    gemma 3 => first google/gemma-3-*
    google => first google/gemini-3.7-flash
    deepseek => first deepseek/deepseek-v4-flash-vision-exp
    deepseek => five deepseek/deepseek-v4-flash-0731 deepseek/deepseek-v4-pro-0813
    deepseek v3 => first deepseek/deepseek-chat
    deepseek v3.2 => first deepseek/deepseek-v3.2
    deepseek v4 pro => first deepseek/deepseek-v4-pro-0813 deepseek/deepseek-v4-pro
    deepseek r1 => first deepseek/deepseek-r1
    r1 => first deepseek/deepseek-r1
    r1 0528 => first deepseek/deepseek-r1-0528
    llama => each meta-llama/llama-4-* meta-llama/llama-guard-4-* meta-llama/llama-3.*
    llama3 70b => first meta-llama/llama-3.3-70b-instruct
    llama 70b => first meta-llama/llama-3.3-70b-instruct
    llama 3 => first meta-llama/llama-3.3-70b-instruct
    llama 3.1 8b => first meta-llama/llama-3.1-8b-instruct
    llama 405b => first nousresearch/hermes-3-llama-3.1-405b
    llama 4 => first meta-llama/llama-4-maverick meta-llama/llama-4-scout
    maverick => first meta-llama/llama-4-maverick
    llama guard => first meta-llama/llama-guard-4-12b
    hermes 70b => first nousresearch/hermes-4-70b
    hermes => five nousresearch/hermes-4-70b nousresearch/hermes-4-405b
    muse => first meta/muse-glimmer-30b
    qwen => first qwen/qwen3.8-27b
    qwen 3 => first qwen/qwen3-* qwen/qwen3.8-*
    qwen3 coder => first qwen/qwen3-coder
    qwen coder => first qwen/qwen3-coder*
    qwen max => first qwen/qwen3.8-max
    qwen plus => first qwen/qwen3.7-plus qwen/qwen-plus
    qwen3.5 => each qwen/qwen3.5-*
    qwen 3.5 27b => first qwen/qwen3.5-27b
    qwen vl => first qwen/qwen3-vl-*
    qwen2.5 72b => first qwen/qwen-2.5-72b-instruct
    mistral => first mistralai/mistral-medium-3-5
    mistral large => first mistralai/mistral-large
    mistral large => five mistralai/mistral-large-2512
    mistral small => first mistralai/mistral-small-2603
    mistral medium => first mistralai/mistral-medium-3-5
    mistral nemo => first mistralai/mistral-nemo
    ministral => each mistralai/ministral-*
    mixtral => first mistralai/mixtral-8x22b-instruct
    codestral => first mistralai/codestral-2508
    saba => first mistralai/mistral-saba
    command r => first cohere/command-r-08-2024
    command r+ => first cohere/command-r-plus-08-2024
    command a => first cohere/command-a
    cohere => first cohere/north-mini-code:free
    kimi => first moonshotai/kimi-k3
    kimi k2 => first moonshotai/kimi-k2
    kimi thinking => first moonshotai/kimi-k2-thinking
    moonshot => first moonshotai/kimi-k3 ~moonshotai/kimi-latest
    glm => first ~z-ai/glm-latest z-ai/glm-5.3
    glm 4.5 air => first z-ai/glm-4.5-air
    glm5.2 => first z-ai/glm-5.2
    glm air => first z-ai/glm-4.5-air
    z.ai => first ~z-ai/glm-latest z-ai/glm-5.3
    grok => first x-ai/grok-4.6
    grok 4.3 => first x-ai/grok-4.3
    xai => first x-ai/grok-4.6 ~x-ai/grok-latest
    minimax => first minimax/minimax-m3
    minimax m2 => first minimax/minimax-m2
    phi => first microsoft/phi-4
    nova pro => first amazon/nova-pro-v1
    nova => each amazon/nova-*
    sonar => first perplexity/sonar
    sonar pro => first perplexity/sonar-pro
    perplexity => first perplexity/sonar-pro-search
    deep research => first perplexity/sonar-deep-research
    nemotron => each nvidia/nemotron-3.5-* nvidia/nemotron-3-ultra-*
    nemotron ultra => first nvidia/nemotron-3-ultra-550b-a55b
    hunyuan => first tencent/hy* tencent/hunyuan-a13b-instruct
    mimo => five xiaomi/mimo-v2.5 xiaomi/mimo-v2.5-pro
    euryale => first sao10k/l3.3-euryale-70b
    uncensored => first cognitivecomputations/dolphin-mistral-24b-venice-edition
    dolphin => first cognitivecomputations/dolphin-mistral-24b-venice-edition
    auto => first openrouter/auto
    lyria => five google/lyria-3-pro-preview google/lyria-3-clip-preview
    clade opus => first anthropic/claude-opus-5
    gemni flash => first google/gemini-3.7-flash
    deepsek => each deepseek/*

    """

  private static let pastedTexts = """
    Anthropic: Claude Opus 4.8 => first anthropic/claude-opus-4.8
    Anthropic: Claude Opus 5 => first anthropic/claude-opus-5
    OpenAI: GPT-4o (2024-05-13) => first openai/gpt-4o-2024-05-13
    Google: Nano Banana (Gemini 2.5 Flash Image) => first google/gemini-2.5-flash-image
    Cohere: Command R+ (08-2024) => first cohere/command-r-plus-08-2024
    openai/gpt-4o:batch => first openai/gpt-4o:batch
    https://openrouter.ai/anthropic/claude-opus-4.5 => first anthropic/claude-opus-4.5
    openrouter.ai/z-ai/glm-5.2 => first z-ai/glm-5.2
    https://openrouter.ai/z-ai/glm-5.2:free => first z-ai/glm-5.2:free
    openrouter/x-ai/grok-4.5 => first x-ai/grok-4.5
    openrouter:mistralai/mistral-nemo => first mistralai/mistral-nemo
    openrouter/auto => first openrouter/auto
    "openai/o3-pro" => first openai/o3-pro
    `openai/o3-pro` => first openai/o3-pro
    'openai/o3-pro' => first openai/o3-pro
    “openai/o3-pro” => first openai/o3-pro
    [openai/o3-pro] => first openai/o3-pro
    openai/o3-pro, => first openai/o3-pro
    "model": "openai/o3-pro", => first openai/o3-pro
    """

  private static let allModalities = """
    tts => each out:speech
    text to speech => each out:speech
    speech to text => each out:transcription
    stt => first x-ai/grok-stt-1.0 mistralai/voxtral-small-24b-2507-stt
    transcribe => each out:transcription
    whisper => first openai/whisper-1 openai/whisper-large-v3-turbo openai/whisper-large-v3
    whisper turbo => first openai/whisper-large-v3-turbo
    asr => each out:transcription
    kokoro => first hexgrad/kokoro-82m
    flux => each black-forest-labs/*
    flux pro => first black-forest-labs/flux.2-pro
    flux.2 max => first black-forest-labs/flux.2-max
    black forest labs => first black-forest-labs/flux-3-video
    veo => first google/veo-3.1 google/veo-3.1-fast
    veo fast => first google/veo-3.1-fast
    sora => first openai/sora-2-pro
    kling => five kwaivgi/kling-v3.0-pro kwaivgi/kling-v3.0-std kwaivgi/kling-video-o1
    seedance => each bytedance/seedance-*
    seedream => each bytedance-seed/seedream-*
    wan 2.7 => first alibaba/wan-2.7
    runway => five runway/aleph-2 runway/gen-4.5
    gpt image => first openai/gpt-image-2 openai/gpt-image-1
    gpt-image-1 => first openai/gpt-image-1
    qwen image => first qwen/qwen-image-3
    nano banana 2 => first google/gemini-3.1-flash-image google/gemini-3.1-flash-image-preview
    imagine video => first x-ai/grok-imagine-video*
    text embedding => each openai/text-embedding-*
    embedding 3 small => first openai/text-embedding-3-small
    qwen embedding => first qwen/qwen3-embedding-8b qwen/qwen3-embedding-4b
    gemini embedding => first google/gemini-embedding-2
    ada 002 => first openai/text-embedding-ada-002
    mistral embed => first mistralai/mistral-embed-2312
    bge => each baai/bge-*
    bge m3 => first baai/bge-m3
    e5 => each intfloat/*
    minilm => each sentence-transformers/*minilm*
    voyage => each voyageai/*
    rerank => each out:rerank
    cohere rerank => each cohere/rerank-* out:rerank
    recraft => each recraft/*
    recraft v4 => first recraft/recraft-v4
    voxtral => each mistralai/voxtral-*
    voxtral tts => first mistralai/voxtral-mini-tts-2603
    nova 3 => first deepgram/nova-3
    Deepgram: Nova-3 => first deepgram/nova-3
    Fish Audio: S1 => first fish-audio/s1
    Kling: Video v3.0 Pro => first kwaivgi/kling-v3.0-pro
    speech 2.8 hd => first minimax/speech-2.8-hd
    hailuo => five minimax/hailuo-2.3 minimax/hailuo-3
    gpt-4o transcribe => first openai/gpt-4o-transcribe
    openai/whisper-1 => first openai/whisper-1
    https://openrouter.ai/google/veo-3.1 => first google/veo-3.1
    """
}
