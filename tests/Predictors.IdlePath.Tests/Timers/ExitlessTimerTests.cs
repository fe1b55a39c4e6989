using CsCheck;

namespace Predictors.IdlePath.Tests;

/// <summary>The exitless timer by itself, held against a timer that is simply exact.</summary>
public sealed class ExitlessTimerTests
{
    private const long BeginNs = 10_000_000;

    private static readonly Gen<(long AfterNs, long LeadNs, bool Disarms)> s_step = Gen.Select(
        Gen.OneOf(Gen.Long[0, 40], Gen.Long[0, 3_000], Gen.Long[0, 900_000]),
        Gen.OneOf(Gen.Long[-50, 40], Gen.Long[0, 3_000], Gen.Long[0, 900_000]),
        Gen.Int[0, 6].Select(i => i == 0));

    private static readonly Gen<long> s_period = Gen.OneOf(Gen.Long[1, 20], Gen.Long[1, 2_000], Gen.Long[1, 1_000_000]);

    [Test]
    public void Expiries_AnyScheduleAndScanPeriod_AreThoseOfAnExactTimer() =>
        Gen.Select(s_step.Array[1, 60], s_period, Gen.Long[0, 1_000_000]).Sample((steps, periodNs, phaseNs) =>
        {
            var timer = new ExitlessTimer(new ScanSchedule(periodNs, phaseNs), BeginNs);
            List<TimerExpiry> expiries = Run(timer, steps);

            Assert.That(expiries, Has.All.Matches<TimerExpiry>(e => e.FiredNs >= e.DeadlineNs), "none is early");
            Assert.That(expiries, Is.EqualTo(Exact(steps)), "none is lost, and none is late but for those that were armed in the past");
        }, iter: 10_000);

    [Test]
    public void Exits_AnySchedule_AreThoseOfTheNearDeadlines() =>
        Gen.Select(s_step.Array[1, 60], s_period).Sample((steps, periodNs) =>
        {
            var scans = new ScanSchedule(periodNs, 0);
            var timer = new ExitlessTimer(scans, BeginNs);
            Run(timer, steps);
            long nowNs = BeginNs;
            long near = 0;
            foreach ((long afterNs, long leadNs, bool disarms) in steps)
            {
                nowNs += afterNs;
                near += !disarms && scans.NeedsExit(nowNs, nowNs + leadNs) ? 1 : 0;
            }

            Assert.That((timer.Exits, timer.Writes), Is.EqualTo((near, (long)steps.Length)));
        }, iter: 2_000);

    // Of sets that are spread evenly over a scan period S, those with a lead d exit with probability 1 - d / S below S, and never above.
    [TestCase(0, 1_000)]
    [TestCase(1, 999)]
    [TestCase(250, 750)]
    [TestCase(999, 1)]
    [TestCase(1_000, 0)]
    [TestCase(5_000, 0)]
    public void Exits_SetsSpreadEvenly_FollowTheClosedForm(long leadNs, int ofAThousand)
    {
        var scans = new ScanSchedule(1_000, 77);

        Assert.That(Enumerable.Range(123_456, 1_000).Count(nowNs => scans.NeedsExit(nowNs, nowNs + leadNs)), Is.EqualTo(ofAThousand));
    }

    [TestCase(0, 77)]
    [TestCase(76, 77)]
    [TestCase(77, 1_077)]
    [TestCase(-1_000, -923)]
    public void NextSync_IsTheFirstScanAfterTheInstant(long nowNs, long syncNs) =>
        Assert.That(new ScanSchedule(1_000, 77).NextSyncNs(nowNs), Is.EqualTo(syncNs));

    private static List<TimerExpiry> Run(ExitlessTimer timer, (long AfterNs, long LeadNs, bool Disarms)[] steps)
    {
        var expiries = new List<TimerExpiry>();
        long nowNs = BeginNs;
        foreach ((long afterNs, long leadNs, bool disarms) in steps)
        {
            AdvanceTo(nowNs += afterNs);
            if (disarms)
            {
                timer.Disarm();
            }
            else
            {
                timer.Arm(nowNs + leadNs);
            }
        }

        AdvanceTo(nowNs + 2_000_000);
        return expiries;

        void AdvanceTo(long untilNs)
        {
            while (timer.Advance(untilNs, out TimerExpiry expiry))
            {
                expiries.Add(expiry);
            }
        }
    }

    private static List<TimerExpiry> Exact((long AfterNs, long LeadNs, bool Disarms)[] steps)
    {
        var expiries = new List<TimerExpiry>();
        (long nowNs, long? deadlineNs, long armedNs) = (BeginNs, null, 0);
        foreach ((long afterNs, long leadNs, bool disarms) in steps)
        {
            Expire(nowNs += afterNs);
            (deadlineNs, armedNs) = (disarms ? null : nowNs + leadNs, nowNs);
        }

        Expire(nowNs + 2_000_000);
        return expiries;

        void Expire(long untilNs)
        {
            if (deadlineNs <= untilNs)
            {
                expiries.Add(new TimerExpiry(deadlineNs.Value, Math.Max(deadlineNs.Value, armedNs)));
                deadlineNs = null;
            }
        }
    }
}
