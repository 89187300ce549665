/// Where programs send a request, by what they write before the id.
enum LintRoute: Hashable, Sendable {
  /// OpenRouter.
  case router
  /// A model's maker, by its own id.
  case maker
  /// Amazon Bedrock, with the region before the maker.
  case bedrock

  /// What LiteLLM, aider, opencode, pydantic-ai and pages write before an id.
  static let prefixes: [(text: String, route: LintRoute)] = [
    ("openrouter/", .router), ("openrouter:", .router), ("https://openrouter.ai/", .router),
    ("openrouter.ai/", .router),
    ("anthropic:", .maker), ("openai:", .maker), ("google-gla:", .maker),
    ("google-vertex:", .maker), ("google:", .maker), ("gemini/", .maker), ("vertex_ai/", .maker),
    ("deepseek:", .maker), ("mistral:", .maker), ("groq:", .maker), ("azure:", .maker),
    ("anthropic.", .bedrock), ("us.anthropic.", .bedrock), ("eu.anthropic.", .bedrock),
    ("apac.anthropic.", .bedrock), ("global.anthropic.", .bedrock),
    ("bedrock/anthropic.", .bedrock), ("bedrock:anthropic.", .bedrock),
    ("bedrock/us.anthropic.", .bedrock), ("bedrock:us.anthropic.", .bedrock),
    ("bedrock/eu.anthropic.", .bedrock), ("bedrock:eu.anthropic.", .bedrock),
    ("bedrock/global.anthropic.", .bedrock), ("bedrock:global.anthropic.", .bedrock),
  ]
}
