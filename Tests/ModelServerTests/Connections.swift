import Testing

/// Tests over real connections, one at a time: each has servers and clients of its own.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct Connections {}
