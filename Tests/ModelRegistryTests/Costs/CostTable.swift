/// What workloads cost, with the arithmetic written out.
///
/// Tokens times USD per million, over a million, times the calls of a month. Worked out from the capture of 2026-08-21 by other means than the
/// program's.
enum CostTable {
  struct Row: Sendable {
    let id: String
    let workload: String
    /// Products with ` + ` between; where prices follow the time, each begins with its minutes.
    let sum: String
    /// The minutes of a day that the workload covers; 1 where prices do not follow the time.
    let minutes: Int
    /// Of a month.
    let calls: Int
    /// USD a month; nil where the quotient has no end.
    let expected: String?
  }

  static let rows: [Row] = [
    Row(
      id: "openai/gpt-5.4", workload: "in=1000",
      sum: "1000 × 2.5",
      minutes: 1, calls: 1, expected: "0.0025"),
    Row(
      id: "openai/gpt-5.4", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 2.5 + 1 × 15",
      minutes: 1, calls: 1, expected: "0.680015"),
    Row(
      id: "openai/gpt-5.4", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 2.5 + 2400 × 0.25 + 500 × 15",
      minutes: 1, calls: 1500000, expected: "14400"),
    Row(
      id: "openai/gpt-5.4", workload: "in=300k out=2k calls=10",
      sum: "300000 × 5 + 2000 × 22.5",
      minutes: 1, calls: 10, expected: "15.45"),
    Row(
      id: "openai/gpt-5.4", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 5 + 1 × 22.5",
      minutes: 1, calls: 1, expected: "1.3600275"),
    Row(
      id: "openai/gpt-5.4", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 2.5 + 700 × 15 + 2000000 × 0.01",
      minutes: 1, calls: 1000000, expected: "30625"),
    Row(
      id: "openai/gpt-5.6-sol", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 2.5 + 2400 × 0.25 + 500 × 15",
      minutes: 1, calls: 1500000, expected: "14400"),
    Row(
      id: "openai/gpt-5.6-sol", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 5 + 1 × 22.5",
      minutes: 1, calls: 1, expected: "1.3600275"),
    Row(
      id: "openai/gpt-5.6-sol", workload: "in=8k out=1k calls=2k/hour",
      sum: "8000 × 2.5 + 1000 × 15",
      minutes: 1, calls: 1440000, expected: "50400"),
    Row(
      id: "openai/gpt-5.6-sol", workload: "in=300k out=2k calls=10",
      sum: "300000 × 5 + 2000 × 22.5",
      minutes: 1, calls: 10, expected: "15.45"),
    Row(
      id: "openai/gpt-5.6-sol", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 2.5 + 1 × 15",
      minutes: 1, calls: 1, expected: "0.680015"),
    Row(
      id: "openai/gpt-5.6-sol", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 2.5 + 700 × 15 + 2000000 × 0.01",
      minutes: 1, calls: 1000000, expected: "30625"),
    Row(
      id: "openai/gpt-5.6-luna:batch", workload: "in=8k out=1k calls=2k/hour",
      sum: "8000 × 0.1 + 1000 × 0.6",
      minutes: 1, calls: 1440000, expected: "2016"),
    Row(
      id: "openai/gpt-5.6-luna:batch", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 0.1 + 700 × 0.6 + 2000000 × 0.01",
      minutes: 1, calls: 1000000, expected: "20425"),
    Row(
      id: "openai/gpt-5.6-luna:batch",
      workload: "in=100k out=4k calls=300/month cached=0.9 written=5%",
      sum: "5000 × 0.1 + 90000 × 0.01 + 5000 × 0.1 + 4000 × 0.6",
      minutes: 1, calls: 300, expected: "1.29"),
    Row(
      id: "openai/gpt-5.6-luna:batch", workload: "in=300k out=2k calls=10",
      sum: "300000 × 0.2 + 2000 × 0.9",
      minutes: 1, calls: 10, expected: "0.618"),
    Row(
      id: "openai/gpt-5.6-luna:batch", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 0.1 + 1 × 0.6",
      minutes: 1, calls: 1, expected: "0.0272006"),
    Row(
      id: "openai/gpt-5.6-luna:batch", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 0.2 + 1 × 0.9",
      minutes: 1, calls: 1, expected: "0.0544011"),
    Row(
      id: "anthropic/claude-sonnet-5",
      workload: "in=100k out=4k calls=300/month cached=0.9 written=5%",
      sum: "5000 × 2 + 90000 × 0.2 + 5000 × 2.5 + 4000 × 10",
      minutes: 1, calls: 300, expected: "24.15"),
    Row(
      id: "anthropic/claude-sonnet-5", workload: "in=20k out=500 written=100% calls=100/day",
      sum: "20000 × 2.5 + 500 × 10",
      minutes: 1, calls: 3000, expected: "165"),
    Row(
      id: "anthropic/claude-sonnet-5", workload: "in=300k out=2k calls=10",
      sum: "300000 × 2 + 2000 × 10",
      minutes: 1, calls: 10, expected: "6.2"),
    Row(
      id: "anthropic/claude-sonnet-5", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 2 + 700 × 10 + 2000000 × 0.01",
      minutes: 1, calls: 1000000, expected: "27100"),
    Row(
      id: "anthropic/claude-sonnet-5", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 2 + 2400 × 0.2 + 500 × 10",
      minutes: 1, calls: 1500000, expected: "10020"),
    Row(
      id: "anthropic/claude-opus-5", workload: "in=300k out=2k calls=10",
      sum: "300000 × 5 + 2000 × 25",
      minutes: 1, calls: 10, expected: "15.5"),
    Row(
      id: "anthropic/claude-opus-5", workload: "in=1000",
      sum: "1000 × 5",
      minutes: 1, calls: 1, expected: "0.005"),
    Row(
      id: "anthropic/claude-opus-5", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 5 + 1 × 25",
      minutes: 1, calls: 1, expected: "1.360025"),
    Row(
      id: "anthropic/claude-opus-5", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 5 + 700 × 25 + 2000000 × 0.01",
      minutes: 1, calls: 1000000, expected: "37750"),
    Row(
      id: "google/gemini-3.7-flash", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 0.375 + 1 × 1.875",
      minutes: 1, calls: 1, expected: "0.102001875"),
    Row(
      id: "google/gemini-3.7-flash", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 0.375 + 2400 × 0.0375 + 500 × 1.875",
      minutes: 1, calls: 1500000, expected: "1878.75"),
    Row(
      id: "google/gemini-3.7-flash", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 0.375 + 1 × 1.875",
      minutes: 1, calls: 1, expected: "0.10200225"),
    Row(
      id: "google/gemini-3.7-flash", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 0.375 + 700 × 1.875 + 2000000 × 0.014",
      minutes: 1, calls: 1000000, expected: "29331.25"),
    Row(
      id: "google/gemini-3.7-flash:batch", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 0.1875 + 1 × 0.9375",
      minutes: 1, calls: 1, expected: "0.051001125"),
    Row(
      id: "google/gemini-3.7-flash:batch", workload: "in=8k out=1k calls=2k/hour",
      sum: "8000 × 0.1875 + 1000 × 0.9375",
      minutes: 1, calls: 1440000, expected: "3510"),
    Row(
      id: "google/gemini-3.7-flash:batch", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 0.1875 + 700 × 0.9375 + 2000000 × 0.014",
      minutes: 1, calls: 1000000, expected: "28665.625"),
    Row(
      id: "google/gemini-3.7-flash:batch", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 0.1875 + 2400 × 0.01875 + 500 × 0.9375",
      minutes: 1, calls: 1500000, expected: "939.375"),
    Row(
      id: "deepseek/deepseek-v4-flash-vision-exp",
      workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "1020 × 50 × 0.22 + 1020 × 700 × 0.66 + 420 × 50 × 0.44"
        + " + 420 × 700 × 1.32",
      minutes: 1440, calls: 1000000, expected: nil),
    Row(
      id: "deepseek/deepseek-v4-flash-vision-exp",
      workload: "in=100k out=4k calls=300/month cached=0.9 written=5%",
      sum: "1020 × 5000 × 0.22 + 1020 × 90000 × 0.007 + 1020 × 5000 × 0.22"
        + " + 1020 × 4000 × 0.66 + 420 × 5000 × 0.44 + 420 × 90000 × 0.014"
        + " + 420 × 5000 × 0.44 + 420 × 4000 × 1.32",
      minutes: 1440, calls: 300, expected: "2.119625"),
    Row(
      id: "deepseek/deepseek-v4-flash-vision-exp",
      workload: "in=20k out=500 written=100% calls=100/day",
      sum: "1020 × 20000 × 0.22 + 1020 × 500 × 0.66 + 420 × 20000 × 0.44"
        + " + 420 × 500 × 1.32",
      minutes: 1440, calls: 3000, expected: "18.32875"),
    Row(
      id: "deepseek/deepseek-v4-flash-vision-exp",
      workload: "in=5000 out=5000 hours=1-4 calls=24/hour",
      sum: "5000 × 0.44 + 5000 × 1.32",
      minutes: 1, calls: 17280, expected: "152.064"),
    Row(
      id: "deepseek/deepseek-v4-flash-vision-exp",
      workload: "in=5000 out=5000 hours=22-4 calls=1000",
      sum: "180 × 5000 × 0.22 + 180 × 5000 × 0.66 + 180 × 5000 × 0.44"
        + " + 180 × 5000 × 1.32",
      minutes: 360, calls: 1000, expected: "6.6"),
    Row(
      id: "deepseek/deepseek-v4-flash-vision-exp",
      workload: "in=5000 out=5000 hours=0-10 calls=1000 cached=50%",
      sum: "180 × 2500 × 0.22 + 180 × 2500 × 0.007 + 180 × 5000 × 0.66"
        + " + 420 × 2500 × 0.44 + 420 × 2500 × 0.014 + 420 × 5000 × 1.32",
      minutes: 600, calls: 1000, expected: "6.57475"),
    Row(
      id: "x-ai/grok-4.6", workload: "in=20k out=500 written=100% calls=100/day",
      sum: "20000 × 2 + 500 × 6",
      minutes: 1, calls: 3000, expected: "129"),
    Row(
      id: "x-ai/grok-4.6", workload: "in=300k out=2k calls=10",
      sum: "300000 × 4 + 2000 × 12",
      minutes: 1, calls: 10, expected: "12.24"),
    Row(
      id: "x-ai/grok-4.6", workload: "in=1000",
      sum: "1000 × 2",
      minutes: 1, calls: 1, expected: "0.002"),
    Row(
      id: "x-ai/grok-4.6", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 4 + 1 × 12",
      minutes: 1, calls: 1, expected: "1.088012"),
    Row(
      id: "x-ai/grok-4.6", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 4 + 1 × 12",
      minutes: 1, calls: 1, expected: "1.088016"),
    Row(
      id: "x-ai/grok-4.6", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 2 + 700 × 6 + 2000000 × 0.005",
      minutes: 1, calls: 1000000, expected: "14300"),
    Row(
      id: "qwen/qwen3.8-max", workload: "in=1000",
      sum: "1000 × 2",
      minutes: 1, calls: 1, expected: "0.002"),
    Row(
      id: "qwen/qwen3.8-max", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 2 + 1 × 6",
      minutes: 1, calls: 1, expected: "0.544006"),
    Row(
      id: "qwen/qwen3.8-max", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 2 + 2400 × 0.25 + 500 × 6",
      minutes: 1, calls: 1500000, expected: "7200"),
    Row(
      id: "z-ai/glm-5.3", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 1.4 + 2400 × 0.26 + 500 × 4.4",
      minutes: 1, calls: 1500000, expected: "5496"),
    Row(
      id: "z-ai/glm-5.3", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 1.4 + 1 × 4.4",
      minutes: 1, calls: 1, expected: "0.3808058"),
    Row(
      id: "z-ai/glm-5.3", workload: "in=8k out=1k calls=2k/hour",
      sum: "8000 × 1.4 + 1000 × 4.4",
      minutes: 1, calls: 1440000, expected: "22464"),
    Row(
      id: "perplexity/sonar-pro", workload: "in=8k out=1k calls=2k/hour",
      sum: "8000 × 3 + 1000 × 15",
      minutes: 1, calls: 1440000, expected: "56160"),
    Row(
      id: "perplexity/sonar-pro", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 3 + 700 × 15 + 2000000 × 0.005",
      minutes: 1, calls: 1000000, expected: "20650"),
    Row(
      id: "perplexity/sonar-pro", workload: "in=100k out=4k calls=300/month cached=0.9 written=5%",
      sum: "5000 × 3 + 90000 × 3 + 5000 × 3 + 4000 × 15",
      minutes: 1, calls: 300, expected: "108"),
    Row(
      id: "openai/gpt-oss-20b:free",
      workload: "in=100k out=4k calls=300/month cached=0.9 written=5%",
      sum: "5000 × 0 + 90000 × 0 + 5000 × 0 + 4000 × 0",
      minutes: 1, calls: 300, expected: "0"),
    Row(
      id: "openai/gpt-oss-20b:free", workload: "in=20k out=500 written=100% calls=100/day",
      sum: "20000 × 0 + 500 × 0",
      minutes: 1, calls: 3000, expected: "0"),
    Row(
      id: "openai/gpt-oss-20b:free", workload: "in=300k out=2k calls=10",
      sum: "300000 × 0 + 2000 × 0",
      minutes: 1, calls: 10, expected: "0"),
    Row(
      id: "openai/gpt-oss-20b:free", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 0 + 2400 × 0 + 500 × 0",
      minutes: 1, calls: 1500000, expected: "0"),
    Row(
      id: "mistralai/ministral-8b-2512", workload: "in=300k out=2k calls=10",
      sum: "300000 × 0.15 + 2000 × 0.15",
      minutes: 1, calls: 10, expected: "0.453"),
    Row(
      id: "mistralai/ministral-8b-2512", workload: "in=1000",
      sum: "1000 × 0.15",
      minutes: 1, calls: 1, expected: "0.00015"),
    Row(
      id: "mistralai/ministral-8b-2512", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 0.15 + 1 × 0.15",
      minutes: 1, calls: 1, expected: "0.04080015"),
    Row(
      id: "meta-llama/llama-3.3-70b-instruct", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 0.1 + 1 × 0.32",
      minutes: 1, calls: 1, expected: "0.02720032"),
    Row(
      id: "meta-llama/llama-3.3-70b-instruct",
      workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 0.1 + 2400 × 0.1 + 500 × 0.32",
      minutes: 1, calls: 1500000, expected: "690"),
    Row(
      id: "meta-llama/llama-3.3-70b-instruct", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 0.1 + 1 × 0.32",
      minutes: 1, calls: 1, expected: "0.02720042"),
    Row(
      id: "deepseek/deepseek-v4-pro-0813", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 1.188 + 1 × 3.564",
      minutes: 1, calls: 1, expected: "0.323140752"),
    Row(
      id: "deepseek/deepseek-v4-pro-0813", workload: "in=8k out=1k calls=2k/hour",
      sum: "8000 × 1.188 + 1000 × 3.564",
      minutes: 1, calls: 1440000, expected: "18817.92"),
    Row(
      id: "deepseek/deepseek-v4-pro-0813", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 1.188 + 700 × 3.564",
      minutes: 1, calls: 1000000, expected: "2554.2"),
    Row(
      id: "deepseek/deepseek-v4-pro-0813", workload: "in=3000 out=500 calls=50000/day cached=80%",
      sum: "600 × 1.188 + 2400 × 0.0396 + 500 × 3.564",
      minutes: 1, calls: 1500000, expected: "3884.76"),
    Row(
      id: "google/gemini-2.5-pro", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 1.25 + 700 × 10 + 2000000 × 0.014",
      minutes: 1, calls: 1000000, expected: "35062.5"),
    Row(
      id: "google/gemini-2.5-pro", workload: "in=100k out=4k calls=300/month cached=0.9 written=5%",
      sum: "5000 × 1.25 + 90000 × 0.125 + 5000 × 1.625 + 4000 × 10",
      minutes: 1, calls: 300, expected: "19.6875"),
    Row(
      id: "google/gemini-2.5-pro", workload: "in=20k out=500 written=100% calls=100/day",
      sum: "20000 × 1.625 + 500 × 10",
      minutes: 1, calls: 3000, expected: "112.5"),
    Row(
      id: "google/gemini-2.5-pro", workload: "in=300k out=2k calls=10",
      sum: "300000 × 2.5 + 2000 × 15",
      minutes: 1, calls: 10, expected: "7.8"),
    Row(
      id: "google/gemini-2.5-pro", workload: "in=272000 out=1 calls=1",
      sum: "272000 × 2.5 + 1 × 15",
      minutes: 1, calls: 1, expected: "0.680015"),
    Row(
      id: "google/gemini-2.5-pro", workload: "in=272001 out=1 calls=1",
      sum: "272001 × 2.5 + 1 × 15",
      minutes: 1, calls: 1, expected: "0.6800175"),
    Row(
      id: "~anthropic/claude-sonnet-latest", workload: "in=20k out=500 written=100% calls=100/day",
      sum: "20000 × 2.5 + 500 × 10",
      minutes: 1, calls: 3000, expected: "165"),
    Row(
      id: "~anthropic/claude-sonnet-latest", workload: "in=300k out=2k calls=10",
      sum: "300000 × 2 + 2000 × 10",
      minutes: 1, calls: 10, expected: "6.2"),
    Row(
      id: "~anthropic/claude-sonnet-latest", workload: "in=1000",
      sum: "1000 × 2",
      minutes: 1, calls: 1, expected: "0.002"),
    Row(
      id: "~anthropic/claude-sonnet-latest", workload: "out=700 searches=2 in=50 calls=1m/month",
      sum: "50 × 2 + 700 × 10 + 2000000 × 0.01",
      minutes: 1, calls: 1000000, expected: "27100"),
  ]
}
