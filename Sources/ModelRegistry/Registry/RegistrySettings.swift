package import ModelCatalog

/// What a person has decided about where models come from: the same for all front ends.
package struct RegistrySettings: Sendable {
  package var upstream: Upstream
  /// Where the persistent cache is; nil for none.
  package var cacheDirectory: String?
  package var interval: Duration
  /// Never touch the network; a file is still read.
  package var isOffline: Bool
  package var apiKey: String?
  /// For the proxy variables and `SSL_CERT_FILE`.
  package var environment: [String: String]
  /// Says to upstream who asks: `modeldex/1.2 (+https://…)`.
  package var userAgent: String

  package init(
    upstream: Upstream = .openRouter, cacheDirectory: String? = nil,
    interval: Duration = .seconds(3600), isOffline: Bool = false, apiKey: String? = nil,
    environment: [String: String] = [:], userAgent: String
  ) {
    self.upstream = upstream
    self.cacheDirectory = cacheDirectory
    self.interval = interval
    self.isOffline = isOffline
    self.apiKey = apiKey
    self.environment = environment
    self.userAgent = userAgent
  }

  /// The place of this upstream's cache; a file is its own cache.
  package var cachePath: String? {
    guard let cacheDirectory, !upstream.isFile else { return nil }
    return upstream.cacheFolderName.map { "\(cacheDirectory)/\($0)" } ?? cacheDirectory
  }

  /// Makes the history in that place; nil for none.
  ///
  /// A process must have one of it: closing the file would drop the locks of another. Who has a
  /// registry uses its ``ModelRegistry/history``.
  package func makeHistory() -> CatalogHistory? { cachePath.map { CatalogHistory(directory: $0) } }

  /// The cache in that place.
  package var cache: CatalogCache? {
    cachePath.map { CatalogCache(directory: $0, upstream: upstream) }
  }

  /// For requests to the upstream; nil if it is a file.
  var client: UpstreamClient? {
    UpstreamClient(
      upstream: upstream, userAgent: userAgent, key: apiKey,
      proxies: ProxySettings(environment: environment),
      authorities: environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 })
  }
}

extension ModelRegistry {
  /// The registry that the settings ask for; it reads and asks nothing yet.
  package init(core: [Model], settings: RegistrySettings) {
    let provider: (any ModelProvider)? =
      if settings.upstream.isFile {
        FileProvider(upstream: settings.upstream)
      } else if settings.isOffline {
        nil
      } else {
        settings.client.map(OpenRouterProvider.init)
      }
    self.init(
      core: core, provider: provider,
      cache: settings.cache, history: settings.makeHistory(),
      interval: max(settings.interval, settings.upstream.minimumInterval))
  }
}
