extension KeyTable {
  /// The keys of a person who has chosen none.
  package static let standard = KeyTable([
    find, move, model, choose, program, searchBox, typing, Help.bindings, WorkloadForm.bindings,
    ColumnChooser.bindings, Value.bindings, Compare.bindings, CopyAs.bindings, Providers.bindings,
    ViewForm.bindings,
  ])

  private static let find = Binding.Group(
    title: "Find", modes: [.panes],
    bindings: [
      Binding(
        "search", ["/"], .search, "search box: the list follows every key", hint: "search"),
      Binding(
        "group", ["c"], .change(.nextGrouping), "sidebar: family, author, ability, task"),
      Binding("sort", ["s"], .change(.nextSort), "next sort key", hint: "sort"),
      Binding("reverse", ["S"], .change(.reverseSort), "reverse the order"),
      Binding(
        "fold", ["z"], .change(.fold), "one row a model, or every variant, alias and core row"),
      Binding(
        "openrouter", ["t"], .change(.openRouter), "OpenRouter models on or off",
        hint: "OpenRouter"),
      Binding(
        "view", ["b"], .openViewForm,
        "keep this view under a name"),
      Binding("back", [.escape], .back, "one level back; never quits"),
    ])

  private static let move = Binding.Group(
    title: "Move", modes: [.panes],
    bindings: [
      Binding(
        "down", ["j", .down, .control("n")], .move(.down), "down; 5j: five lines",
        otherwise: [
          .searchBox, .help, .workloadForm, .columnChooser, .compare, .copyAs, .providers,
          .viewForm,
        ]),
      Binding(
        "up", ["k", .up, .control("p")], .move(.up), "up", hint: "move",
        otherwise: [
          .searchBox, .help, .workloadForm, .columnChooser, .compare, .copyAs, .providers,
          .viewForm,
        ]),
      Binding(
        "first", ["g", "<", .home], .move(.first), "first",
        otherwise: [.columnChooser, .compare, .copyAs, .providers]),
      Binding(
        "last", ["G", ">", .end], .move(.last), "last; 12G: the 12th",
        otherwise: [.columnChooser, .compare, .copyAs, .providers]),
      Binding(
        "page-down", [.pageDown, .control("f")], .move(.pageDown), "a page down",
        otherwise: [.searchBox, .help, .columnChooser, .compare, .copyAs, .providers]),
      Binding(
        "page-up", [.pageUp, .control("b")], .move(.pageUp), "a page up",
        otherwise: [.searchBox, .help, .columnChooser, .compare, .copyAs, .providers]),
      Binding(
        "half-page-down", [.control("d")], .move(.halfPageDown), "half a page down",
        otherwise: [.compare, .providers]),
      Binding(
        "half-page-up", [.control("u")], .move(.halfPageUp), "half a page up",
        otherwise: [.compare, .providers]),
      Binding("next-pane", [.tab, "l", .right], .nextPane, "next pane", hint: "pane"),
      Binding("previous-pane", [.backTab, "h", .left], .previousPane, "previous pane"),
    ])

  private static let model = Binding.Group(
    title: "Model", modes: [.panes],
    bindings: [
      Binding("open", [.enter], .open, "the detail in the room of the list, and back"),
      Binding("mark", [" "], .mark, "mark or unmark for the comparison, go to the next"),
      Binding("favorite", ["f"], .change(.favorite), "favorite on or off", hint: "favorite"),
      Binding(
        "other-route", ["x"], .jumpToOtherRoute,
        "the same model's next row: variants, aliases, core; of a removed one, its successor"),
      Binding("mark-read", ["d"], .markRead, "mark as read, go to the next"),
      Binding("mark-all-read", ["D"], .markAllRead, "mark all read (again: undo)"),
      Binding(
        "providers", ["p"], .openProviders, "who serves it: each provider's price and health"
      ),
      Binding(
        "copy-id", ["y"], .share(.copyID), "copy the id", hint: "copy id", also: [.providers]),
      Binding("copy-address", ["Y"], .share(.copyURL), "copy the page's address"),
      Binding(
        "copy-as", ["a"], .openCopyAs,
        "copy for LiteLLM, pydantic-ai, curl, Python, JavaScript, as JSON or a Markdown row"),
      Binding("open-page", ["o"], .share(.openPage), "open the model's page"),
      Binding(
        "copy-command", ["e"], .share(.copyCommand), "copy this view as a modeldex command",
        also: [.value]),
    ])

  private static let choose = Binding.Group(
    title: "Choose", modes: [.panes],
    bindings: [
      Binding(
        "workload", ["w"], .workload, "your workload: what a month of it costs with each model",
        hint: "workload", also: [.providers]),
      Binding(
        "value", ["v"], .openValue, "quality against cost as a picture", hint: "value"),
      Binding(
        "compare", ["="], .openCompare,
        "compare the marked models, or this one with those most like it", hint: "compare"),
      Binding("columns", ["C"], .columns, "the columns of the list, and their order"),
    ])

  private static let program = Binding.Group(
    title: "Program", modes: [.panes],
    bindings: [
      Binding(
        "refresh", ["r", .control("r"), .function(5)], .refresh,
        "refresh now, in the background; from the past, back to now", hint: "refresh",
        also: [.searchBox, .providers]),
      Binding("help", ["?"], .help, "the help: every action and its keys", hint: "help"),
      Binding("mouse", ["m"], .change(.mouse), "mouse on, or left to the terminal"),
      Binding(
        "repaint", [.control("l")], .repaint, "repaint the screen", also: KeyMode.overlaysAndBox),
      Binding("suspend", [.control("z")], .suspend, "suspend", also: KeyMode.overlaysAndBox),
      Binding("quit", ["q"], .quit, "quit", hint: "quit", also: [.value, .compare, .providers]),
      Binding(
        "interrupt", [.control("c")], .interrupt, "quit with status 130",
        also: KeyMode.overlaysAndBox),
    ])

  private static let searchBox = Binding.Group(
    title: "In the search box", modes: [.searchBox],
    bindings: [
      Binding("keep-query", [.enter], .box(.keep), "keep the query", hint: "keep"),
      Binding(
        "leave-box", [.escape], .box(.leave), "close the completions, or leave the box",
        hint: "leave"),
      Binding(
        "complete", [.tab], .box(.complete), "complete a field or value; the next completion",
        hint: "complete"),
      Binding("complete-back", [.backTab], .box(.completeBack), "the completion before"),
      Binding(
        "older-query", [.control("p")], .box(.olderQuery), "the past query before this",
        hint: "past queries"),
      Binding("newer-query", [.control("n")], .box(.newerQuery), "the past query after this"),
      Binding(
        "delete-to-start", [.control("u")], .edit(.deleteToStart),
        "delete all before the cursor", hint: "clear", also: [.help, .viewForm]),
    ])

  private static let typing = Binding.Group(
    title: "In any text, such as the search box",
    modes: [.searchBox, .help, .workloadForm, .viewForm],
    bindings: [
      Binding("delete-back", [.backspace], .edit(.deleteBack), "delete a letter"),
      Binding(
        "delete-forward", [.delete, .control("d")], .edit(.deleteForward),
        "delete the letter under the cursor"),
      Binding("delete-word", [.control("w")], .edit(.deleteWord), "delete a word"),
      Binding(
        "delete-to-end", [.control("k")], .edit(.deleteToEnd), "delete all after the cursor"),
      Binding("cursor-left", [.left, .control("b")], .edit(.left), "a letter to the left"),
      Binding("cursor-right", [.right, .control("f")], .edit(.right), "a letter to the right"),
      Binding(
        "word-left", [.alt("b"), .controlLeft], .edit(.wordLeft), "a word to the left"),
      Binding(
        "word-right", [.alt("f"), .controlRight], .edit(.wordRight), "a word to the right"),
      Binding("cursor-start", [.home, .control("a")], .edit(.start), "to the start"),
      Binding("cursor-end", [.end, .control("e")], .edit(.end), "to the end"),
    ])
}
