import CTerminal
import ModelCatalog
import ModelText

/// The user's terminal: decodes input, shows frames, and restores modes and screen at the end.
///
/// Confined to the thread that opened it; only one can be open. Modes and screen are restored
/// however the process ends, except by SIGKILL, and what was written to stderr meanwhile is shown
/// then.
final class Terminal {
  /// Why the loop woke.
  enum Wake: Hashable, Sendable {
    case input(TerminalInput)
    case resized(Size)
    /// After a suspension; the size may be another, and the screen has to be drawn again.
    case resumed(Size)
    case mailbox
    case timeUp
    /// The loop has to end: two seconds after the signal the process is killed.
    case terminated(signal: Int32)
    case hungUp
  }

  /// Whether letters beyond ASCII are replaced, see ``ASCIIFallback``.
  private let isASCII: Bool
  private let escapeDelay: Duration
  private var decoder = KeyDecoder()
  private var buffer = [UInt8](repeating: 0, count: 4096)
  /// The frame on the terminal; nil if it is not known.
  private var shown: Frame?
  /// The newest frame that could not be written yet.
  private var waiting: Frame?
  private var isOpen = true
  /// Ctrl-C.
  private static let interrupt: UInt8 = 0x03
  /// The cells being sent; kept to reuse its memory.
  private var run: [cterm_cell] = []

  private init(isASCII: Bool, escapeDelay: Duration) {
    self.isASCII = isASCII
    self.escapeDelay = escapeDelay
  }

  deinit {
    if isOpen { cterm_close() }
  }

  static func open(_ options: TerminalOptions) throws(TerminalError) -> Terminal {
    let isUTF8 = cterm_adopt_locale()
    let type = options.type
    let result = withCStrings(type.isEmpty ? "unset" : type, options.fallbackType) {
      var settings = cterm_options()
      settings.type = $0
      settings.fallback_type = $1
      settings.default_rows = Int32(options.extent("LINES"))
      settings.default_columns = Int32(options.extent("COLUMNS"))
      settings.color = options.wantsColor
      settings.mouse = options.mouse
      return Int(cterm_open(&settings))
    }
    switch result {
    case Int(CTERM_OPENED): break
    case Int(CTERM_NO_TERMINAL): throw .noTerminal
    case Int(CTERM_UNKNOWN_TYPE): throw .unknownType(type)
    case Int(CTERM_TOO_SIMPLE): throw .tooSimple(type)
    case Int(CTERM_NO_SIZE): throw .noSize
    default: throw .noResources
    }
    return Terminal(
      isASCII: options.isASCII || !isUTF8, escapeDelay: options.escapeDelay)
  }

  private static func withCStrings<Result>(
    _ first: String, _ second: String?,
    _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>?) -> Result
  ) -> Result {
    first.withCString { first in
      guard let second else { return body(first, nil) }
      return second.withCString { body(first, $0) }
    }
  }

  var size: Size { Size(columns: Int(cterm_columns()), rows: Int(cterm_rows())) }

  /// Shows a frame of ``size``, at once or when the terminal accepts bytes again.
  ///
  /// Only the difference to the shown frame is sent.
  func present(_ frame: Frame) {
    guard isOpen, frame != shown else {
      waiting = nil
      return
    }
    guard cterm_is_writable() else {
      waiting = frame
      return
    }
    waiting = nil
    draw(frame)
    shown = frame
  }

  private func draw(_ frame: Frame) {
    let old = shown.flatMap { $0.size == frame.size ? $0 : nil }
    let columns = frame.size.columns
    for row in 0..<frame.size.rows {
      let cells = frame.cells[(row * columns)..<((row + 1) * columns)]
      guard let changed = Self.changed(cells, old?.cells[cells.indices]) else { continue }
      run.removeAll(keepingCapacity: true)
      for cell in cells[changed] where !cell.isContinuation { append(cell) }
      cterm_put(Int32(row), Int32(changed.lowerBound - cells.startIndex), run, run.count)
    }
    let cursor = frame.cursor.flatMap { frame.bounds.contains($0) ? $0 : nil }
    cterm_present(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? 0))
  }

  /// The range of cells that differ, extended to whole letters; nil if none do.
  private static func changed(
    _ new: ArraySlice<Cell>, _ old: ArraySlice<Cell>?
  ) -> Range<Int>? {
    guard let old else { return new.isEmpty ? nil : new.startIndex..<new.endIndex }
    guard var first = new.indices.first(where: { new[$0] != old[$0] }),
      var last = new.indices.last(where: { new[$0] != old[$0] })
    else { return nil }
    while first > new.startIndex, new[first].isContinuation || old[first].isContinuation {
      first -= 1
    }
    while last + 1 < new.endIndex, new[last + 1].isContinuation || old[last + 1].isContinuation {
      last += 1
    }
    return first..<(last + 1)
  }

  private func append(_ cell: Cell) {
    var result = cterm_cell()
    result.color = cell.style.foreground.map { Int8($0.rawValue) } ?? -1
    result.attributes = cell.style.attributes.rawValue
    guard isASCII else {
      result.letter = cell.letter.value
      result.marks = (cell.marks[0], cell.marks[1], cell.marks[2], cell.marks[3])
      result.width = cell.width
      run.append(result)
      return
    }
    result.width = 1
    for letter in ASCIIFallback.text(for: cell.letter).unicodeScalars {
      result.letter = letter.value
      run.append(result)
    }
  }

  /// Blocks until something happens, and returns what, in order.
  ///
  /// A suspension by a signal happens inside this call. Without a timeout only input, the mailbox
  /// and signals end it.
  func wait(mailbox: Int32 = -1, timeout: Duration? = nil) -> [Wake] {
    guard isOpen else { return [.hungUp] }
    let patience = decoder.isPasting ? .seconds(1) : escapeDelay
    let flushes = decoder.isPending && patience <= timeout ?? patience
    let limit = flushes ? patience : timeout
    var count = 0
    let reasons = Int(
      cterm_wait(
        mailbox, limit.map(Self.milliseconds) ?? -1, waiting != nil, &buffer, buffer.count, &count))

    var wakes: [Wake] = []
    if reasons & Int(CTERM_INPUT) != 0 {
      if count == 1, buffer[0] == Self.interrupt { decoder.abandonText() }
      wakes += decoder.feed(buffer[..<count]).map(Wake.input)
    } else if reasons & Int(CTERM_TIME_UP) != 0 {
      wakes += flushes ? decoder.flush().map(Wake.input) : [.timeUp]
    }
    if reasons & Int(CTERM_RESUMED | CTERM_RESIZED) != 0 { shown = nil }
    if reasons & Int(CTERM_RESUMED) != 0 {
      wakes.append(.resumed(size))
    } else if reasons & Int(CTERM_RESIZED) != 0 {
      wakes.append(.resized(size))
    }
    if reasons & Int(CTERM_MAILBOX) != 0 { wakes.append(.mailbox) }
    if reasons & Int(CTERM_ENDED) != 0 {
      wakes.append(.terminated(signal: cterm_ending_signal()))
    } else if reasons & Int(CTERM_HUNG_UP) != 0 {
      wakes.append(.hungUp)
    }
    if reasons & Int(CTERM_WRITABLE) != 0, let frame = waiting { present(frame) }
    return wakes
  }

  /// Rounded up, so that a deadline has passed after waiting for it.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    let (whole, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000_000)
    return Int32(max(0, seconds * 1000 + whole + (rest > 0 ? 1 : 0)))
  }

  /// Stops the process until the shell continues it, which has the effect of `.resumed`.
  ///
  /// Does nothing if no shell could continue it.
  func suspend() {
    guard isOpen else { return }
    cterm_suspend()
    shown = nil
  }

  /// Makes the next ``present(_:)`` send the whole frame.
  func repaint() {
    guard isOpen else { return }
    shown = nil
    cterm_repaint()
  }

  /// Turns mouse input on, or off so that the terminal can select text.
  func setMouse(_ isOn: Bool) {
    if isOpen { cterm_set_mouse(isOn) }
  }

  /// Sends text to the terminal's clipboard; the terminal does not report whether it accepted it.
  ///
  /// - Returns: False if the text is too long or the terminal accepts no bytes.
  func sendToClipboard(_ text: String) -> Bool {
    guard let sequence = Clipboard.terminalSequence(for: text) else { return false }
    return send(sequence)
  }

  private func send(_ text: String) -> Bool {
    guard isOpen else { return false }
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cterm_send($0.baseAddress, $0.count) }
    }
  }

  /// Restores the terminal; later calls do nothing.
  func close() {
    guard isOpen else { return }
    isOpen = false
    cterm_close()
  }
}
