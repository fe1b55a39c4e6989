using CsCheck;

namespace Predictors.Ranking.Tests;

public class ParetoFrontTests
{
    private static readonly Gen<(double Waste, double Latency)[]> s_points =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], (w, l) => ((double)w, (double)l)).Array[0, 40];

    [Test]
    public void Of_AnyPoints_HoldsExactlyThoseThatNobodyDominates() => s_points.Sample(points =>
    {
        bool[] front = ParetoFront.Of(points);
        for (int i = 0; i < points.Length; i++)
        {
            bool dominated = points.Any(other => Dominates(other, points[i]));
            if (front[i] == dominated)
            {
                return false;
            }
        }

        return true;
    });

    [Test]
    public void Of_EqualPoints_AreOnTogether() =>
        Assert.That(ParetoFront.Of([(1, 1), (1, 1), (1, 2)]), Is.EqualTo((bool[])[true, true, false]));

    private static bool Dominates((double Waste, double Latency) a, (double Waste, double Latency) b) =>
        a.Waste <= b.Waste && a.Latency <= b.Latency && a != b;
}
