import ModelCatalog
import ModelText
import Testing

struct PriceTextTests {
  @Test(arguments: [
    ("0.0000025", PriceKind.input, "2.50 $/M", "2.50"),
    ("0.00000000001", .input, "0.00001 $/M", "<0.0001"),
    ("0", .input, "0.00 $/M", "0.00"),
    ("0.000015", .characters, "15.00 $/Mchar", "15 /Mchar"),
    ("0.006", .audioDuration, "0.006 $/audio", "0.006 /audio"),
    ("0.00000333", .audioDuration, "0.00000333 $/audio", "3.33e-6 /audio"),
    ("0.0000166667", .audioDuration, "0.0000166667 $/audio", "1.67e-5 /audio"),
    ("0.00005", .audioDuration, "0.00005 $/audio", "0.00005 /audio"),
    ("0.01", .image, "0.01 $/image", "0.01 /image"),
    ("0.00003", .imageOutput, "30.00 $/M", "30.00"),
    ("-1", .characters, "varies", "varies"),
  ])
  func `an amount is shown in its unit`(
    upstream: String, kind: PriceKind, whole: String, inColumn: String
  ) throws {
    let price = try #require(Price(upstream: upstream))
    #expect(PriceText.withUnit(price, kind) == whole)
    #expect(PriceText.inColumn(price, kind) == inColumn)
  }
}
