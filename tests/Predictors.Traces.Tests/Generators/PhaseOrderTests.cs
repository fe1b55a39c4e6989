using Predictors.Traces.Generators;

namespace Predictors.Traces.Tests.Generators;

public sealed class PhaseOrderTests
{
    [Test]
    public void Next_WithoutADay_TakesTurns()
    {
        var order = new PhaseOrder(3, phaseNs: 10, dayNs: null);

        Assert.That(Enumerable.Range(0, 7).Select(_ => order.Next()), Is.EqualTo([0, 1, 2, 0, 1, 2, 0]));
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5)]
    public void Next_InADay_GivesEachItsShareOfEveryHour(int workloads)
    {
        const int Hours = 24;
        const int PhasesInAnHour = 1000;
        var order = new PhaseOrder(workloads, phaseNs: 7, dayNs: 7L * Hours * PhasesInAnHour);
        int[,] phases = new int[2 * Hours, workloads];
        for (int phase = 0; phase < 2 * Hours * PhasesInAnHour; phase++)
        {
            phases[phase / PhasesInAnHour, order.Next()]++;
        }

        for (int hour = 0; hour < 2 * Hours; hour++)
        {
            double[] weights = [.. Enumerable.Range(0, workloads).Select(w => Weight((hour + 0.5) / Hours, w / (double)workloads))];
            for (int w = 0; w < workloads; w++)
            {
                Assert.That(phases[hour, w], Is.EqualTo(PhasesInAnHour * weights[w] / weights.Sum()).Within(0.03 * PhasesInAnHour), $"hour {hour}, workload {w}");
            }
        }
    }

    [Test]
    public void Next_AtItsPeak_IsOneOfTwoAloneAndHalfADayLaterTheOther()
    {
        var order = new PhaseOrder(2, phaseNs: 1, dayNs: 400);
        int[] phases = [.. Enumerable.Range(0, 400).Select(_ => order.Next())];

        Assert.That(phases[..5], Is.All.EqualTo(0));
        Assert.That(phases[195..205], Is.All.EqualTo(1));
        Assert.That(phases[90..110].Distinct(), Is.EquivalentTo([0, 1]));
    }

    // From 1 at the peak to 0 half a day before and behind it.
    private static double Weight(double at, double peak)
    {
        double distance = Math.Abs(at - peak) % 1;
        return 1 - (2 * Math.Min(distance, 1 - distance));
    }
}
