using CsCheck;
using Predictors.Plugins.Hazard;

namespace Predictors.Plugins.Tests.Hazard;

public class LengthBinsTests
{
    [TestCase(0, 3_750)]
    [TestCase(1, 4_687)]
    [TestCase(4, 7_500)]
    [TestCase(5, 9_375)]
    [TestCase(12, 30_000)]
    [TestCase(LengthBins.Count - 2, 240_000)]
    public void EndNs_HaltCost30Us_IsMultipleOfAnEighth(int bin, long endNs) =>
        Assert.That(new LengthBins(30_000).EndNs(bin), Is.EqualTo(endNs));

    [Test]
    public void BinOf_AnyLength_HoldsIt() =>
        Gen.Select(Gen.Long[64, 1_000_000_000], Gen.Double[0, 9.5]).Sample((haltCostNs, part) =>
        {
            long lengthNs = (long)(haltCostNs * part);
            var bins = new LengthBins(haltCostNs);
            int bin = bins.BinOf(lengthNs);

            Assert.That(bin == 0 || lengthNs > bins.EndNs(bin - 1), "longer than the bin before");
            Assert.That(bin == LengthBins.Count - 1 || lengthNs <= bins.EndNs(bin), "no longer than the bin");
        });
}
