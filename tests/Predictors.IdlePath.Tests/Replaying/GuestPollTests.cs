using CsCheck;
using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

public sealed class GuestPollTests
{
    // Around multiples of the interval, and up to the greatest of both.
    private static readonly Gen<(long, long)> s_windows = Gen.Select(
        Gen.OneOf(Gen.Long[0, 3], Gen.Long[0, 20_000], Gen.Long[0, 1_000_000_000]),
        Gen.OneOf(Gen.Long[0, 100], Gen.Long[0, 1L << 20]),
        Gen.Long[-1, 1],
        Gen.OneOf(Gen.Long[1, 1_000_000], Gen.Long[1, 1L << 35], Gen.Long[1, PollWindow.MaxNs]),
        Gen.Bool,
        (checkNs, times, off, anyNs, near) => (Math.Clamp(near ? (checkNs * times) + off : anyNs, 1, PollWindow.MaxNs), checkNs));

    // 13 ns to leave the loop, and 4 ns until the next multiple of 7, the PAUSE at which the store is seen.
    [TestCase(WakeCause.RescheduleIpi, 500, 17)]
    [TestCase(WakeCause.OtherIpi, 500, 17)]
    [TestCase(WakeCause.RemoteStore, 500, 17)]
    [TestCase(WakeCause.RescheduleIpi, 497, 13)]
    [TestCase(WakeCause.RescheduleIpi, 498, 19)]
    // Expiry exit 89 and injection 53.
    [TestCase(WakeCause.Timer, 500, 142)]
    [TestCase(WakeCause.DeviceInterrupt, 500, 53)]
    [TestCase(WakeCause.Unknown, 500, 53)]
    [TestCase(WakeCause.DeviceInterrupt, 0, 53)]
    public void Arrival_WithinTheWindow_IsCaught(WakeCause cause, long arrivalNs, long latencyNs)
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(arrivalNs, cause) { WindowNs = 1_000, HostWindowNs = 1_000 }.Replay();

        outcome.HasAccounts(new IdleAccounts { GuestPollCaughtNs = arrivalNs, WakeUpOverheadNs = latencyNs }, latencyNs);
        Assert.That((outcome.Result.Caught, outcome.Result.Abandoned, outcome.Result.Halts), Is.EqualTo((1, 0, 0)));
        Assert.That(outcome.Exit, Is.EqualTo(new IdleExit(arrivalNs + latencyNs, arrivalNs, 0, caught: true, cause, taskRan: true)));
        Assert.That(outcome.HostExit, Is.Null);
    }

    [TestCase(WakeCause.RescheduleIpi, 0, 1)]
    [TestCase(WakeCause.OtherIpi, 0, 1)]
    [TestCase(WakeCause.RemoteStore, 0, 1)]
    [TestCase(WakeCause.Timer, 1, 0)]
    [TestCase(WakeCause.DeviceInterrupt, 0, 0)]
    [TestCase(WakeCause.Unknown, 0, 0)]
    public void CaughtArrival_ByCause_CountsExitsAndSparedIpis(WakeCause cause, long expiries, long spared)
    {
        ReplayResult result = new OneIdlePeriod(500, cause) { WindowNs = 1_000 }.Replay().Result;

        Assert.That(result.Exits, Is.EqualTo(new ExitCounts(0, 0, 0, expiries)));
        Assert.That((result.IpisSent, result.IpisSpared), Is.EqualTo((0, spared)));
    }

    // The clock is read every 101 ns; the poll ends at the first look after the window.
    [TestCase(1, 101)]
    [TestCase(1_000, 1_010)]
    [TestCase(1_009, 1_010)]
    [TestCase(1_010, 1_111)]
    public void Window_NotReachedByTheArrival_LastsUntilTheNextLookAtTheClock(long windowNs, long pollNs)
    {
        OneIdlePeriod.Outcome caught = new OneIdlePeriod(pollNs) { WindowNs = windowNs }.Replay();
        OneIdlePeriod.Outcome failed = new OneIdlePeriod(pollNs + 1) { WindowNs = windowNs }.Replay();

        caught.HasAccounts(new IdleAccounts { GuestPollCaughtNs = pollNs, WakeUpOverheadNs = 53 }, 53);
        Assert.That(failed.Result.Accounts.GuestPollFailedNs, Is.EqualTo(pollNs));
        Assert.That(failed.Result.Caught, Is.Zero);
        Assert.That(failed.Exit.PolledNs, Is.EqualTo(pollNs));
    }

    [Test]
    public void Window_AnyLengthAndInterval_LastsUntilTheFirstMultipleAboveIt() => s_windows.Sample((windowNs, checkNs) =>
    {
        long pollNs = checkNs == 0 ? windowNs : ((windowNs / checkNs) + 1) * checkNs;
        var settings = new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Of(pollClockCheckNs: checkNs)) };
        MadeUpTrace trace = MadeUpTrace.Of([pollNs + 1, pollNs, pollNs + 1, 5]);
        ReplayResult result = trace.Replay(new ScriptedFactory(windowNs, windowNs, windowNs, 0).Bind(), settings);

        Assert.That((result.Caught, result.Accounts.GuestPollCaughtNs, result.Accounts.GuestPollFailedNs), Is.EqualTo((1L, pollNs, 2 * pollNs)));
    }, iter: 20_000);

    [Test]
    public void CaughtArrival_WithoutTask_CostsCpuButNoLatency()
    {
        OneIdlePeriod.Outcome outcome = new OneIdlePeriod(500, WakeCause.RescheduleIpi) { WindowNs = 1_000, TaskRan = false }.Replay();

        outcome.HasAccounts(new IdleAccounts { GuestPollCaughtNs = 500, WakeUpOverheadNs = 17 }, latencyNs: 0);
        Assert.That(outcome.Result.Latency.Count, Is.Zero);
        Assert.That(outcome.Exit.TaskRan, Is.False);
    }
}
