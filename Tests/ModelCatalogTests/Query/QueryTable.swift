import Testing

/// Queries, each with the ids that it finds in ``SampleCatalog``, in order.
enum QueryTable {
  struct Row: CustomTestStringConvertible, Sendable {
    let query: String
    var ids: [String]

    var testDescription: String { query }
  }

  static let rows: [Row] = (textAndNames + factsAndOrders).split(separator: "\n")
    .reduce(into: []) { rows, line in
      if line.hasPrefix("  ") {
        let ids = line.split(separator: " ").map(String.init)
        rows[rows.count - 1].ids += ids == ["nothing"] ? [] : ids
      } else {
        rows.append(Row(query: line == "(everything)" ? "" : String(line), ids: []))
      }
    }

  private static let textAndNames = """
    (everything)
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 z-ai/glm-5.2 google/gemini-3.5-flash deepseek/deepseek-v4
      google/gemma-4-31b:free mistralai/cafe-preview openai/gpt-audio black-forest-labs/flux-2
      anthropic/claude-opus-4.5 meta-llama/llama-4-scout mistralai/mistral-large openrouter/auto
    claude
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 anthropic/claude-opus-4.5
    claude opus
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-opus-4.5
    claude opus 5
      anthropic/claude-opus-5 claude-opus-5 anthropic/claude-opus-4.5
    opus 5 claude
      anthropic/claude-opus-5 claude-opus-5 anthropic/claude-opus-4.5
    claude-opus-5
      anthropic/claude-opus-5 claude-opus-5
    anthropic/claude-opus-5
      anthropic/claude-opus-5
    5.6 sol
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol:batch openai/gpt-5.6-sol-pro
    gpt-5.6 sol
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol:batch openai/gpt-5.6-sol-pro
    gpt56sol
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol:batch openai/gpt-5.6-sol-pro
    GPT_5.6/SOL
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol:batch openai/gpt-5.6-sol-pro
    gpt-5.6-sol
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol:batch openai/gpt-5.6-sol-pro
    openai/gpt-5.6-sol
      openai/gpt-5.6-sol openai/gpt-5.6-sol:batch openai/gpt-5.6-sol-pro
    openai/gpt-5.6-sol:batch
      openai/gpt-5.6-sol:batch
    sol pro
      openai/gpt-5.6-sol-pro
    glm5.2
      z-ai/glm-5.2
    glm 5
      z-ai/glm-5.2
    cafe
      mistralai/cafe-preview
    CAFÉ
      mistralai/cafe-preview
    préview
      mistralai/cafe-preview
    preversion
      mistralai/cafe-preview
    openai
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      openai/gpt-audio
    anthropic
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 anthropic/claude-opus-4.5
    mistral
      mistralai/cafe-preview mistralai/mistral-large
    meta
      meta-llama/llama-4-scout
    coding
      openai/gpt-5.6-sol anthropic/claude-opus-5
    agents
      openai/gpt-5.6-sol anthropic/claude-sonnet-5 z-ai/glm-5.2
    coding agents
      openai/gpt-5.6-sol
    lama
      meta-llama/llama-4-scout
    clud
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-opus-4.5 anthropic/claude-sonnet-5
    zzz
      nothing
    opus clud
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-opus-4.5
    "mixture of experts"
      z-ai/glm-5.2 deepseek/deepseek-v4
    "experts with open"
      deepseek/deepseek-v4
    "claude" opus
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-opus-4.5
    "clud"
      nothing
    claude -opus
      anthropic/claude-sonnet-5
    -claude
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch z-ai/glm-5.2
      google/gemini-3.5-flash deepseek/deepseek-v4 google/gemma-4-31b:free mistralai/cafe-preview
      openai/gpt-audio black-forest-labs/flux-2 meta-llama/llama-4-scout mistralai/mistral-large
      openrouter/auto
    -claude -gpt
      z-ai/glm-5.2 google/gemini-3.5-flash deepseek/deepseek-v4 google/gemma-4-31b:free
      mistralai/cafe-preview black-forest-labs/flux-2 meta-llama/llama-4-scout
      mistralai/mistral-large openrouter/auto
    -"mixture of experts"
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 google/gemini-3.5-flash google/gemma-4-31b:free
      mistralai/cafe-preview openai/gpt-audio black-forest-labs/flux-2 anthropic/claude-opus-4.5
      meta-llama/llama-4-scout mistralai/mistral-large openrouter/auto
    author:anthropic
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 anthropic/claude-opus-4.5
    provider:anthropic
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 anthropic/claude-opus-4.5
    author:anth
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 anthropic/claude-opus-4.5
    author:z-ai
      z-ai/glm-5.2
    author:ZAI
      z-ai/glm-5.2
    author:openai,z-ai
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch z-ai/glm-5.2
      openai/gpt-audio
    author:~anthropic opus
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-opus-4.5
    -author:openai,anthropic,google
      z-ai/glm-5.2 deepseek/deepseek-v4 mistralai/cafe-preview black-forest-labs/flux-2
      meta-llama/llama-4-scout mistralai/mistral-large openrouter/auto
    author:nobody
      nothing
    category:claude
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 anthropic/claude-opus-4.5
    category:gpt,claude
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 openai/gpt-audio anthropic/claude-opus-4.5
    source:core
      gpt-5.6-sol claude-opus-5
    source:openrouter gpt
      openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch openai/gpt-audio

    """

  private static let factsAndOrders = """
    in:audio
      google/gemini-3.5-flash openai/gpt-audio
    in:image,audio
      openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch anthropic/claude-opus-5
      anthropic/claude-sonnet-5 google/gemini-3.5-flash google/gemma-4-31b:free openai/gpt-audio
      black-forest-labs/flux-2 anthropic/claude-opus-4.5 meta-llama/llama-4-scout
    in:image in:audio
      google/gemini-3.5-flash
    out:image
      black-forest-labs/flux-2
    out:image,audio
      openai/gpt-audio black-forest-labs/flux-2
    -in:image
      gpt-5.6-sol ~anthropic/claude-opus-latest claude-opus-5 z-ai/glm-5.2 deepseek/deepseek-v4
      mistralai/cafe-preview openai/gpt-audio mistralai/mistral-large openrouter/auto
    has:tools
      openai/gpt-5.6-sol openai/gpt-5.6-sol-pro anthropic/claude-opus-5 anthropic/claude-sonnet-5
      z-ai/glm-5.2 google/gemini-3.5-flash deepseek/deepseek-v4 anthropic/claude-opus-4.5
    has:vision
      openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch anthropic/claude-opus-5
      anthropic/claude-sonnet-5 google/gemini-3.5-flash google/gemma-4-31b:free
      black-forest-labs/flux-2 anthropic/claude-opus-4.5 meta-llama/llama-4-scout
    has:audio
      google/gemini-3.5-flash openai/gpt-audio
    has:reasoning
      openai/gpt-5.6-sol openai/gpt-5.6-sol-pro anthropic/claude-opus-5 google/gemini-3.5-flash
    has:structured
      openai/gpt-5.6-sol
    has:caching
      openai/gpt-5.6-sol z-ai/glm-5.2
    has:batch
      gpt-5.6-sol openai/gpt-5.6-sol
    has:top_k
      z-ai/glm-5.2 deepseek/deepseek-v4
    supports:tools,vision author:google
      google/gemini-3.5-flash google/gemma-4-31b:free
    -has:tools author:openai
      gpt-5.6-sol openai/gpt-5.6-sol:batch openai/gpt-audio
    is:free
      google/gemma-4-31b:free
    is:new
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
    is:alias
      ~anthropic/claude-opus-latest
    is:router
      openrouter/auto
    is:expiring
      meta-llama/llama-4-scout
    is:favorite
      z-ai/glm-5.2
    is:changed
      anthropic/claude-sonnet-5
    is:removed
      stealth/gone
    is:retired
      gpt-4-32k
    is:free,router
      google/gemma-4-31b:free openrouter/auto
    -is:retired gpt
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      openai/gpt-audio
    gpt-4-32k
      gpt-4-32k
    gpt-4-32
      nothing
    stealth/gone
      stealth/gone
    gone
      nothing
    is:removed is:free
      stealth/gone
    ctx>=1m
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-sonnet-5 google/gemini-3.5-flash meta-llama/llama-4-scout openrouter/auto
    ctx>=128k -ctx>200k
      z-ai/glm-5.2 deepseek/deepseek-v4 google/gemma-4-31b:free openai/gpt-audio
      anthropic/claude-opus-4.5 mistralai/mistral-large
    ctx=131072
      google/gemma-4-31b:free
    ctx<64k
      mistralai/cafe-preview
    ctx:128k
      deepseek/deepseek-v4 openai/gpt-audio mistralai/mistral-large
    context<=32768
      mistralai/cafe-preview
    maxout>=64k
      openai/gpt-5.6-sol anthropic/claude-opus-5 google/gemini-3.5-flash anthropic/claude-opus-4.5
    maxout<128k
      google/gemini-3.5-flash anthropic/claude-opus-4.5
    -maxout>0
      gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch ~anthropic/claude-opus-latest
      claude-opus-5 anthropic/claude-sonnet-5 z-ai/glm-5.2 deepseek/deepseek-v4
      google/gemma-4-31b:free mistralai/cafe-preview openai/gpt-audio black-forest-labs/flux-2
      meta-llama/llama-4-scout mistralai/mistral-large openrouter/auto
    input<=0.3
      google/gemini-3.5-flash deepseek/deepseek-v4 google/gemma-4-31b:free
      black-forest-labs/flux-2 meta-llama/llama-4-scout
    price<0.25
      google/gemma-4-31b:free black-forest-labs/flux-2 meta-llama/llama-4-scout
    prompt>5
      openai/gpt-5.6-sol-pro
    input=0
      google/gemma-4-31b:free black-forest-labs/flux-2
    output<2
      deepseek/deepseek-v4 google/gemma-4-31b:free black-forest-labs/flux-2
      meta-llama/llama-4-scout
    output>=25 -has:tools
      gpt-5.6-sol ~anthropic/claude-opus-latest claude-opus-5
    completion=30
      gpt-5.6-sol openai/gpt-5.6-sol
    cacheread<0.5
      z-ai/glm-5.2
    cacheread<=0.11
      z-ai/glm-5.2
    created>=2026-08
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
    created>2026-07
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
    created<2025
      mistralai/mistral-large openrouter/auto
    created<=2025-04-05
      meta-llama/llama-4-scout mistralai/mistral-large openrouter/auto
    created=2025
      black-forest-labs/flux-2 anthropic/claude-opus-4.5 meta-llama/llama-4-scout
    age<30d
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
    age<=6d
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
    age=6d
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
    age>2y
      mistralai/mistral-large openrouter/auto
    cutoff>=2025-06
      google/gemini-3.5-flash
    cutoff<2025
      openai/gpt-audio
    cutoff<=2025-05
      openai/gpt-audio anthropic/claude-opus-4.5
    sort:price author:openai,openrouter,mistralai
      mistralai/mistral-large openai/gpt-5.6-sol:batch openai/gpt-audio gpt-5.6-sol
      openai/gpt-5.6-sol openai/gpt-5.6-sol-pro mistralai/cafe-preview openrouter/auto
    sort:-price author:openai,openrouter,mistralai
      openai/gpt-5.6-sol-pro gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol:batch
      openai/gpt-audio mistralai/mistral-large mistralai/cafe-preview openrouter/auto
    sort:output ctx>=1m
      meta-llama/llama-4-scout google/gemini-3.5-flash anthropic/claude-sonnet-5
      anthropic/claude-opus-5 claude-opus-5 ~anthropic/claude-opus-latest openrouter/auto
    sort:-output ctx>=1m
      anthropic/claude-opus-5 claude-opus-5 ~anthropic/claude-opus-latest
      anthropic/claude-sonnet-5 google/gemini-3.5-flash meta-llama/llama-4-scout openrouter/auto
    sort:ctx in:image
      google/gemma-4-31b:free anthropic/claude-opus-4.5 openai/gpt-5.6-sol openai/gpt-5.6-sol-pro
      openai/gpt-5.6-sol:batch anthropic/claude-opus-5 anthropic/claude-sonnet-5
      google/gemini-3.5-flash meta-llama/llama-4-scout black-forest-labs/flux-2
    sort:-ctx in:image
      meta-llama/llama-4-scout google/gemini-3.5-flash anthropic/claude-opus-5
      anthropic/claude-sonnet-5 openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      anthropic/claude-opus-4.5 google/gemma-4-31b:free black-forest-labs/flux-2
    sort:name author:google,meta,deepseek
      deepseek/deepseek-v4 google/gemini-3.5-flash google/gemma-4-31b:free
      meta-llama/llama-4-scout
    sort:-name author:google,meta,deepseek
      meta-llama/llama-4-scout google/gemma-4-31b:free google/gemini-3.5-flash
      deepseek/deepseek-v4
    sort:new author:openai
      gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro openai/gpt-5.6-sol:batch
      openai/gpt-audio
    sort:-new author:openai
      openai/gpt-audio gpt-5.6-sol openai/gpt-5.6-sol openai/gpt-5.6-sol-pro
      openai/gpt-5.6-sol:batch
    sort:relevance opus
      ~anthropic/claude-opus-latest anthropic/claude-opus-5 claude-opus-5
      anthropic/claude-opus-4.5
    sort:-relevance opus
      anthropic/claude-opus-4.5 anthropic/claude-opus-5 claude-opus-5
      ~anthropic/claude-opus-latest
    sort:name sort:price author:google
      google/gemma-4-31b:free google/gemini-3.5-flash
    free has:tools ctx>=128k
      nothing
    in:image input<=0.5 sort:price
      black-forest-labs/flux-2 google/gemma-4-31b:free meta-llama/llama-4-scout
      google/gemini-3.5-flash
    """
}
