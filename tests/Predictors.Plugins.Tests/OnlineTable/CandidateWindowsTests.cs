using CsCheck;
using Predictors.Plugins.OnlineTable;

namespace Predictors.Plugins.Tests.OnlineTable;

public class CandidateWindowsTests
{
    [Test]
    public void Units_OfAnyHaltCost_AgreeWithNs() =>
        Gen.Select(Gen.Long[64, 1_000_000_000], Gen.Int[0, CandidateWindows.Count - 1]).Sample((haltCostNs, window) =>
        {
            int units = CandidateWindows.Units[window];
            long windowNs = CandidateWindows.ToNs(units, haltCostNs);

            Assert.That(CandidateWindows.FromNs(windowNs, haltCostNs), Is.LessThanOrEqualTo(units), "as long as the window");
            Assert.That(CandidateWindows.FromNs(windowNs + 1, haltCostNs), Is.GreaterThan(units), "longer");
        });

    [Test]
    public void Units_HaltCost_IsOneOfTheWindows() =>
        Assert.That(CandidateWindows.Units.ToArray(), Does.Contain((short)CandidateWindows.UnitsPerHalt));
}
