using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// One vCPU wakes another that has slept for a time, halted or polled: the measured pairs of the recordings' machine. The measured latency counts
/// the waker's system call and the way to user space, so only the direction is held to, and how it grows with the sleep.
/// </summary>
public sealed class MeasuredPairTests
{
    private static readonly double[] s_sleptUs = [100, 1_000, 10_000];

    [TestCase("eventfd", 100, 31.9, 15.0)]
    [TestCase("futex", 100, 31.4, 16.2)]
    [TestCase("pipe", 100, 35.1, 17.0)]
    [TestCase("futex", 1_000, 36.1, 17.2)]
    [TestCase("futex", 10_000, 117.7, 27.5)]
    public void WakeUp_OfASleeper_HasTheMeasuredDirection(string mechanism, double sleptUs, double haltedUs, double polledUs)
    {
        (double halted, double polled) = (P50Us(sleptUs, polls: false, byIpi: true), P50Us(sleptUs, polls: true, byIpi: true));

        TestContext.Out.WriteLine(
            $"{mechanism} after {sleptUs} us: halted {halted:F1} (measured {haltedUs}), polled {polled:F1} ({polledUs}), ratio {halted / polled:F2} ({haltedUs / polledUs:F2})");
        Assert.That(polled, Is.LessThan(halted));
    }

    [Test]
    public void HaltedWakeUp_AfterALongerSleep_TakesLonger() =>
        Assert.That(s_sleptUs.Select(us => P50Us(us, polls: false, byIpi: true)), Is.Ordered.Ascending);

    // The pair 'mem': a store alone, without the kernel, is the floor.
    [Test]
    public void PolledWakeUp_ByAStore_TakesLessThanByAnIpi() =>
        Assert.That(P50Us(100, polls: true, byIpi: false), Is.LessThan(P50Us(100, polls: true, byIpi: true)));

    private static double P50Us(double sleptUs, bool polls, bool byIpi)
    {
        var periods = new List<IdlePeriod>();
        long nowNs = 0;
        for (int i = 0; i < 2_000; i++)
        {
            long arrivalNs = nowNs + (long)(sleptUs * 1_000);
            periods.Add(new IdlePeriod(nowNs, arrivalNs, arrivalNs, WakeCause.RescheduleIpi, SegmentFlags.TaskRan | SegmentFlags.ArrivalMeasured));
            nowNs = arrivalNs + 5_000;
        }

        var costs = new IdlePathCosts(MachineProfiles.Get("kvm-2vcpu-2026"), new MachineSetup { IpisToPollers = byIpi });
        BoundPredictor predictor = new ScriptedFactory(polls ? PollWindow.MaxNs : PollWindow.None).Bind();
        return new MadeUpTrace([periods], 0, nowNs).Replay(predictor, new ReplaySettings { Costs = costs }).Latency.PercentileNs(0.5) / 1e3;
    }
}
