using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Features;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class IdleHistoryTests
{
    [Test]
    public void Enter_AfterFourPeriods_HoldsTheirLengthsNewestFirst()
    {
        var history = IdleHistory.Start();
        foreach (long ns in (long[])[1024, 2048, 4096, 8192])
        {
            history.Enter(new IdleEntry { BusyNs = ns * 16 });
            history.Exit(default, ns);
        }

        FeatureVector features = history.Enter(new IdleEntry { BusyNs = 1 << 20 });

        Assert.That(Named(features, "idle-1", "idle-2", "idle-3", "idle-4"), Is.EqualTo(new float[] { 13, 12, 11, 10 }));
        Assert.That(Named(features, "busy-1", "busy-2"), Is.EqualTo(new float[] { 20, 17 }));
    }

    [Test]
    public void Enter_EqualPeriods_MeansAreThatLengthAndDeviationGoesToZero()
    {
        var history = IdleHistory.Start();
        for (int i = 0; i < 1000; i++)
        {
            history.Enter(new IdleEntry { BusyNs = 2048 });
            history.Exit(default, 4096);
        }

        FeatureVector features = history.Enter(new IdleEntry { BusyNs = 2048 });

        Assert.That(Named(features, "idle-mean-fast", "idle-mean-slow", "busy-mean", "idle-deviation"), Is.EqualTo(new float[] { 12, 12, 11, 0 }).Within(1e-3));
    }

    // From 20, the start, to 12: by a quarter, a sixteenth and an eighth of the way.
    [Test]
    public void Enter_AfterOnePeriod_MeansHaveGoneTheirSharesOfTheWay()
    {
        var history = IdleHistory.Start();
        history.Enter(default);
        history.Exit(default, 4096);

        FeatureVector features = history.Enter(default);

        Assert.That(Named(features, "idle-mean-fast", "idle-mean-slow", "idle-deviation"), Is.EqualTo(new float[] { 18, 19.5f, 1 }));
    }

    [TestCase(IdleEntry.UnknownNs, 11, 0)]
    [TestCase(0, 0, 1)]
    [TestCase(4096, 12, 1)]
    public void Enter_NextTimer_IsTheMeanIdleLengthWhereNoneIsKnown(long nextTimerNs, float length, float known)
    {
        var history = IdleHistory.Start();
        for (int i = 0; i < 200; i++)
        {
            history.Enter(new IdleEntry { NextTimerNs = 5 });
            history.Exit(new IdleExit(2048, 0, 0, caught: true, WakeCause.Timer, taskRan: true), arrivalNs: 2048);
        }

        FeatureVector features = history.Enter(new IdleEntry { NextTimerNs = nextTimerNs });

        Assert.That(Named(features, "next-timer", "next-timer-known"), Is.EqualTo(new[] { length, known }).Within(1e-3));
    }

    [Test]
    public void Enter_UnknownBusyLength_CountsAsTheMean()
    {
        var history = IdleHistory.Start();
        FeatureVector before = history.Enter(new IdleEntry { BusyNs = 1024 });

        FeatureVector features = history.Enter(new IdleEntry { BusyNs = IdleEntry.UnknownNs });

        Assert.That(Named(features, "busy-1", "busy-mean"), Is.EqualTo(Named(before, "busy-mean", "busy-mean")));
    }

    [TestCase(WakeCause.Unknown, 0, 0, 0)]
    [TestCase(WakeCause.Timer, 1, 0, 0)]
    [TestCase(WakeCause.RescheduleIpi, 0, 1, 0)]
    [TestCase(WakeCause.OtherIpi, 0, 1, 0)]
    [TestCase(WakeCause.RemoteStore, 0, 1, 0)]
    [TestCase(WakeCause.DeviceInterrupt, 0, 0, 1)]
    public void Enter_CauseOfTheLastPeriod_SaysWhoWoke(WakeCause cause, float timer, float vcpu, float device)
    {
        var history = IdleHistory.Start();
        history.Exit(new IdleExit { Cause = cause }, 1000);

        FeatureVector features = history.Enter(default);

        Assert.That(Named(features, "woken-by-timer", "woken-by-vcpu", "woken-by-device"), Is.EqualTo(new[] { timer, vcpu, device }));
    }

    [Test]
    public void Enter_SameLengthCaughtOrHalted_GivesTheSameFeatures()
    {
        var halted = IdleHistory.Start();
        var caught = IdleHistory.Start();
        halted.Exit(new IdleExit { IdleNs = 5000, HaltNs = 5000 }, 5000);
        caught.Exit(new IdleExit { IdleNs = 5000, PolledNs = 5000, Caught = true }, 5000);

        FeatureVector afterHalt = halted.Enter(default);
        FeatureVector afterCatch = caught.Enter(default);

        Assert.That(afterCatch.Values.ToArray(), Is.EqualTo(afterHalt.Values.ToArray()));
    }

    [Test]
    public void Names_EveryFeature_HasItsOwn() =>
        Assert.That(FeatureVector.Names.Distinct().Count(), Is.EqualTo(FeatureVector.Count));

    private static float[] Named(FeatureVector features, params string[] names)
    {
        float[] values = features.Values.ToArray();
        return [.. names.Select(name => values[FeatureVector.Names.ToList().IndexOf(name)])];
    }
}
