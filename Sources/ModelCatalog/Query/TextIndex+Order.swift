extension TextIndex {
  /// The indices, in order of appending, of the texts that contain every word: the best first; ties
  /// in order of appending.
  package func search(_ words: [String]) -> [Int] {
    var hits = labels.indices.map { TextHit(item: $0) }
    let needles = words.map(needle).filter { $0.count > 0 }
    for needle in needles {
      hits = narrow(hits, to: needle, mayBeLoose: true, isRanked: true).hits
    }
    grade(&hits, by: needles) { _ in false }
    return sorted(hits, keeping: hits.map(\.item), isReversed: false)
  }

  /// The hits' items by tier, then by unmatched letters, then in the given order.
  ///
  /// A counting sort, so it is linear.
  func sorted(_ hits: [TextHit], keeping order: [Int], isReversed: Bool) -> [Int] {
    // More unmatched letters than this are not distinguished.
    let widest = 256
    let bucketCount = widest * MatchTier.allCases.count
    var buckets = [UInt16](repeating: 0, count: count)
    var ends = [Int](repeating: 0, count: bucketCount + 1)
    for hit in hits {
      var bucket =
        Int(hit.tier.rawValue) * widest + min(unmatchedLetters(of: hit), widest - 1)
      if isReversed { bucket = bucketCount - 1 - bucket }
      buckets[hit.item] = UInt16(bucket)
      ends[bucket + 1] += 1
    }
    for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
    var sorted = [Int](repeating: 0, count: hits.count)
    for item in order {
      let bucket = Int(buckets[item])
      sorted[ends[bucket]] = item
      ends[bucket] += 1
    }
    return sorted
  }
}
