package import Foundation
package import ModelCatalog

/// Where models come from, by the settings: the same for all front ends.
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
  /// The `User-Agent` header: `modeldex/1.2 (+https://…)`.
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

  /// The directory of this upstream's cache; nil for a file, which is not cached.
  package var cachePath: String? {
    guard let cacheDirectory, !upstream.isFile else { return nil }
    return upstream.cacheFolderName.map { "\(cacheDirectory)/\($0)" } ?? cacheDirectory
  }

  /// Makes the history in that directory; nil without one.
  ///
  /// A process must not have two: closing the file of one drops the locks of the other. Code that
  /// has a registry uses its ``ModelRegistry/history``.
  package func makeHistory() -> CatalogHistory? { cachePath.map { CatalogHistory(directory: $0) } }

  /// The cache in that directory.
  package var cache: CatalogCache? {
    cachePath.map { CatalogCache(directory: $0, upstream: upstream) }
  }

  /// Who serves the models, as this upstream knows it.
  ///
  /// `clock` measures waits, and `now` gives dates and ages.
  package func makeEndpoints(
    clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() }
  ) -> EndpointStore {
    EndpointStore(
      source: isOffline ? nil : client.map(UpstreamEndpoints.init),
      cache: cachePath.map { EndpointCache(directory: $0, upstream: upstream) },
      refusal: upstream.isFile ? .noEndpointsInFile : .refused(.offline), clock: clock, now: now)
  }

  /// For requests to the upstream; nil if it is a file.
  var client: UpstreamClient? {
    UpstreamClient(
      upstream: upstream, userAgent: userAgent, key: apiKey,
      proxies: ProxySettings(environment: environment),
      authorities: environment["SSL_CERT_FILE"].flatMap {
        $0.isEmpty ? nil : HomeDirectory(environment: environment).expanded($0)
      })
  }
}

extension ModelRegistry {
  /// The registry for these settings; it has not fetched anything yet.
  ///
  /// With `readsAtOnce` the cache is read on another core while this one makes the core models and
  /// the caller goes on, for callers that will need it.
  package init(
    core: @autoclosure () -> [Model], settings: RegistrySettings, readsAtOnce: Bool = false
  ) {
    let cache = settings.cache
    let reading = cache.flatMap { cache in readsAtOnce ? Task { cache.load() } : nil }
    let provider: (any ModelProvider)? =
      if settings.upstream.isFile {
        FileProvider(upstream: settings.upstream)
      } else if settings.isOffline {
        nil
      } else {
        settings.client.map(OpenRouterProvider.init)
      }
    self.init(
      core: core(), provider: provider,
      cache: cache, history: settings.makeHistory(),
      endpoints: settings.makeEndpoints(), reading: reading,
      interval: max(settings.interval, settings.upstream.minimumInterval),
      floor: settings.upstream.floor)
  }
}
