using Predictors.Traces.Generators;

namespace Predictors.Traces.Tests.Generators;

public sealed class KeyedDrawsTests
{
    [Test]
    public void Uniform_AnyKey_LiesInside()
    {
        var draws = new KeyedDraws(ulong.MaxValue, 8191);
        Assert.That(Enumerable.Range(0, 10_000).Select(i => draws.Uniform(i, i & 7)), Is.All.GreaterThan(0).And.All.LessThan(1));
    }

    [Test]
    public void Uniform_ManyKeys_FillsEveryTenthEvenly()
    {
        int[] counts = new int[10];
        for (int vcpu = 0; vcpu < 100; vcpu++)
        {
            var draws = new KeyedDraws(7, vcpu);
            for (int period = 0; period < 1000; period++)
            {
                counts[(int)(draws.Uniform(period, period & 7) * 10)]++;
            }
        }

        // Five standard deviations of a count.
        Assert.That(counts, Is.All.EqualTo(10_000).Within(5 * Math.Sqrt(10_000 * 0.9)));
    }

    [Test]
    public void Uniform_NeighbouringKeys_AreNotCorrelated()
    {
        var along = new SerialCorrelation();
        var across = new SerialCorrelation();
        var draws = new KeyedDraws(1, 0);
        for (int i = 0; i < 100_000; i++)
        {
            along.Add(draws.Uniform(i, 0));
            across.Add(new KeyedDraws(1, i).Uniform(0, 0));
        }

        Assert.That(new[] { along.Value, across.Value }, Is.All.EqualTo(0).Within(5 / Math.Sqrt(100_000)));
    }

    [Test]
    public void Uniform_OtherSeed_IsAnotherNumber() =>
        Assert.That(
            Enumerable.Range(0, 1000).Select(seed => new KeyedDraws((ulong)seed, 0).Uniform(0, 0)).Distinct().Count(), Is.EqualTo(1000));
}
