import Foundation
import Testing

/// Links between README, `.github` and the documentation catalogues, as a forge follows them.
struct DocumentationLinkTests {
  @Test func `every relative link leads to a file and a heading that exist`() throws {
    let pages = try MarkdownPage.all()
    for page in pages.values.sorted(by: { $0.path < $1.path }) {
      let broken = page.brokenLinks(among: pages)
      #expect(broken.isEmpty, "\(page.path)")
    }
  }

  @Test func `every page can be reached from the README`() throws {
    let pages = try MarkdownPage.all()
    var reached: Set = ["README.md"]
    var waiting = ["README.md"]
    while let path = waiting.popLast(), let page = pages[path] {
      for link in page.links where !link.file.isEmpty {
        let target = page.resolved(link.file)
        if reached.insert(target).inserted { waiting.append(target) }
      }
    }
    #expect(Set(pages.keys).subtracting(reached) == [])
  }

  @Test(arguments: [
    ("[a](Other.md)", false), ("[a](Other.md#two-words)", false), ("[a](#here)", false),
    ("![a](../Picture/Other.md)", false), ("`[a](none.md)` [b](https://example.org/none)", false),
    ("[a](Missing.md)", true), ("[a](Other.md#three)", true), ("[a](#there)", true),
    ("[a](../Other.md)", true),
  ])
  func `a link is broken if its file or heading is missing`(line: String, isBroken: Bool) {
    let page = MarkdownPage(
      "Folder/Page.md", "# Here\n\n\(line)\n\n```\n[a](code.md)\n# There\n```\n")
    let others = [
      page, MarkdownPage("Folder/Other.md", "## Two `words`"),
      MarkdownPage("Picture/Other.md", ""),
    ]
    let pages = Dictionary(uniqueKeysWithValues: others.map { ($0.path, $0) })
    #expect(page.brokenLinks(among: pages).isEmpty == !isBroken)
  }
}
