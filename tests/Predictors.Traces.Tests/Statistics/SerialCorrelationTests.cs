namespace Predictors.Traces.Tests.Statistics;

public sealed class SerialCorrelationTests
{
    [Test]
    public void Value_Alternating_IsMinusOne() => Assert.That(Of(1, 9, 1, 9, 1, 9, 1), Is.EqualTo(-1).Within(1e-12));

    [Test]
    public void Value_Growing_IsOne() => Assert.That(Of(1e15 + 1, 1e15 + 2, 1e15 + 3, 1e15 + 4), Is.EqualTo(1).Within(1e-12));

    [Test]
    public void Value_ByHand_IsPearsons()
    {
        // Pairs (1,2) (2,4) (4,3): means 7/3 and 3; products 1.0, squares 14/3 and 2.
        Assert.That(Of(1, 2, 4, 3), Is.EqualTo(1 / Math.Sqrt(14.0 / 3 * 2)).Within(1e-12));
    }

    [Test]
    public void Value_NothingToTell_IsNotDefined()
    {
        Assert.That(Of(), Is.NaN);
        Assert.That(Of(1, 2), Is.NaN);
        Assert.That(Of(5, 5, 5, 5), Is.NaN);
    }

    [Test]
    public void Break_BetweenValues_LeavesTheirPairOut()
    {
        var correlation = new SerialCorrelation();
        foreach (double value in new[] { 1.0, 2, 3 })
        {
            correlation.Add(value);
        }

        correlation.Break();
        foreach (double value in new[] { 7.0, 8, 9 })
        {
            correlation.Add(value);
        }

        Assert.That(correlation.Pairs, Is.EqualTo(4));
        Assert.That(correlation.Value, Is.EqualTo(1).Within(1e-12));
    }

    private static double Of(params double[] values)
    {
        var correlation = new SerialCorrelation();
        foreach (double value in values)
        {
            correlation.Add(value);
        }

        return correlation.Value;
    }
}
