import Testing

/// Tests over real connections, one at a time: each has its own servers and clients.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct Connections {}
