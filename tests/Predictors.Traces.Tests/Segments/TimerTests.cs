using Predictors.Abstractions;
using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class TimerTests
{
    // Shows that timers are on the trace's clock.
    private static readonly KernelEvent Clock = Expire(9, 1, timer: 99);

    [Test]
    public void Expiry_ThatWasProgrammed_IsTheMeasuredArrival()
    {
        Segment segment = SegmentList.Of(
            Clock, Arm(0, 7, 50, timer: 1, expiresNs: 140), ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 150), Expire(0, 151, timer: 1),
            Idle(0, 160, Exit), FromIdle(0, 170, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs, segment.Measured), Is.EqualTo((WakeCause.Timer, 140, true)));
        Assert.That((segment.NextTimerNs, segment.TimerWrites), Is.EqualTo((40, 1)));
    }

    [TestCase(95, 100)]
    [TestCase(155, 150)]
    public void Expiry_OutsideTheSegment_IsClampedToIt(long expiresNs, long arrivalNs)
    {
        Segment segment = SegmentList.Of(
            Clock, Arm(0, 7, 50, timer: 1, expiresNs), ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 150), Expire(0, 151, timer: 1),
            Idle(0, 160, Exit), FromIdle(0, 170, 7)).Only;

        Assert.That((segment.ArrivalNs, segment.Measured), Is.EqualTo((arrivalNs, true)));
    }

    [Test]
    public void Expiry_OfALaterInterrupt_DoesNotTellTheArrival()
    {
        Segment segment = SegmentList.Of(
            Clock, Arm(0, 7, 50, timer: 1, expiresNs: 140), ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 130), Timer(0, 145), Expire(0, 146, timer: 1),
            Idle(0, 160, Exit), FromIdle(0, 170, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs, segment.Estimated), Is.EqualTo((WakeCause.Timer, 130, true)));
    }

    [Test]
    public void Expiry_OfATimerThatWasNotSeenArmed_LeavesAnEstimate()
    {
        Segment segment = SegmentList.Of(
            Clock, Arm(0, 7, 50, timer: 1, expiresNs: 5000), ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 150), Expire(0, 151, timer: 2),
            Idle(0, 160, Exit), FromIdle(0, 170, 7)).Only;

        Assert.That((segment.ArrivalNs, segment.Estimated), Is.EqualTo((150, true)));
    }

    [Test]
    public void Expiry_OnAnotherClock_IsNotUsed()
    {
        const long Realtime = 1_700_000_000_000_000_000;
        SegmentList other = SegmentList.Of(
            Arm(0, 7, 50, timer: 1, Realtime + 140), ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 150), Expire(0, 151, timer: 1, nowNs: Realtime + 151),
            Idle(0, 160, Exit), FromIdle(0, 170, 7));
        Segment mixed = SegmentList.Of(
            Clock, Arm(0, 7, 50, timer: 1, Realtime + 140), ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 150),
            Expire(0, 151, timer: 1, nowNs: Realtime + 151), Idle(0, 160, Exit), FromIdle(0, 170, 7)).Only;

        Assert.That(other.Header.Columns.HasFlag(TraceColumns.NextTimer), Is.False);
        Assert.That(other.Header.Columns.HasFlag(TraceColumns.TimerWrites));
        Assert.That((other.Only.ArrivalNs, other.Only.Estimated, other.Only.TimerWrites), Is.EqualTo((150, true, 1)));
        Assert.That((mixed.ArrivalNs, mixed.Estimated, mixed.NextTimerNs), Is.EqualTo((150, true, -1)));
    }

    [Test]
    public void NextTimer_IsTheEarliestThatIsStillArmedOnThisCpu()
    {
        SegmentList segments = SegmentList.Of(
            Clock, Arm(1, 8, 10, timer: 5, expiresNs: 105), Arm(0, 7, 20, timer: 1, expiresNs: 400), Arm(0, 7, 30, timer: 2, expiresNs: 300),
            Arm(0, 7, 40, timer: 3, expiresNs: 250), Cancel(1, 8, 50, timer: 3), ToIdle(0, 90, 7), Idle(0, 100, 1), Idle(0, 110, Exit),
            Work(0, 7, 120), Arm(0, 7, 130, timer: 2, expiresNs: 900), ToIdle(0, 140, 7), Idle(0, 150, 1), Idle(0, 160, Exit),
            Work(0, 7, 401), Expire(0, 402, timer: 1, task: 7), ToIdle(0, 410, 7), Idle(0, 420, 1), Idle(0, 430, Exit));

        Assert.That(segments.All.Select(s => s.NextTimerNs), Is.EqualTo([200, 250, 480]));
        Assert.That(segments.All.Select(s => s.TimerWrites), Is.EqualTo([3, 1, 0]));
    }

    [Test]
    public void NextTimer_ThatIsDueIsZero_AndOneLongOverdueIsForgotten()
    {
        SegmentList segments = SegmentList.Of(
            Clock, Arm(0, 7, 50, timer: 1, expiresNs: 90), ToIdle(0, 90, 7), Idle(0, 100, 1), Idle(0, 110, Exit),
            Idle(0, 2_000_000, 1), Idle(0, 2_000_100, Exit));

        Assert.That(segments.All.Select(s => s.NextTimerNs), Is.EqualTo([0, IdleEntry.UnknownNs]));
    }

    [Test]
    public void NextTimer_CountsTheTickOnlyWhereItsStopWouldBeSeen()
    {
        KernelEvent tick = Arm(0, 7, 20, timer: 1, expiresNs: 4000, tick: true);
        Segment cpuIdle = SegmentList.Of(Clock, tick, ToIdle(0, 90, 7), Idle(0, 100, 1), Idle(0, 110, Exit)).Only;
        Segment cancelled = SegmentList.Of(Clock, tick, ToIdle(0, 90, 7), Cancel(0, 0, 95, 1), Idle(0, 100, 1), Idle(0, 110, Exit)).Only;
        Segment derived = SegmentList.Of(Clock, tick, ToIdle(0, 100, 7), FromIdle(0, 110, 7)).Only;

        Assert.That((cpuIdle.NextTimerNs, cancelled.NextTimerNs, derived.NextTimerNs), Is.EqualTo((3900, -1, -1)));
    }

    [Test]
    public void Timers_ArmedAndCancelledWithoutEnd_LeaveTheLastOne()
    {
        var table = new TimerTable();
        for (int i = 0; i < 100_000; i++)
        {
            Assert.That(table.Start(0, Arm(0, 7, i, timer: 1 + (i % 2), expiresNs: 10_000_000 - i)));
            table.Cancel(0, 1 + ((i + 1) % 2));
        }

        Assert.That(table.Next(0, 100_000, withTick: true), Is.EqualTo(10_000_000 - 99_999 - 100_000));
    }

    [Test]
    public void Timers_BeyondTheLimit_AreCountedAndNotFollowed()
    {
        KernelEvent[] events =
        [
            Clock, .. Enumerable.Range(1, TimerTable.MaxArmed + 3).Select(i => Arm(0, 7, 10, timer: i, expiresNs: 1000)),
            ToIdle(0, 90, 7), Idle(0, 100, 1), Idle(0, 110, Exit),
        ];
        SegmentList segments = SegmentList.Of(events);

        Assert.That(segments.Anomalies("too-many-timers"), Is.EqualTo(3));
        Assert.That(segments.Only.NextTimerNs, Is.EqualTo(900));
    }

    [Test]
    public void Timers_OfACpuThatLostEvents_AreForgotten()
    {
        SegmentList segments = SegmentList.Of(
            Clock, Work(0, 7, 40), Arm(0, 7, 50, timer: 1, expiresNs: 5000), Arm(1, 8, 50, timer: 2, expiresNs: 5000), Lost(0, 1),
            ToIdle(0, 90, 7), ToIdle(1, 90, 8), Idle(0, 100, 1), Idle(1, 100, 1), Idle(0, 110, Exit), Idle(1, 110, Exit));

        Assert.That(segments.All.Select(s => s.NextTimerNs), Is.EqualTo([IdleEntry.UnknownNs, 4900]));
    }

    [TestCase(0, SegmentFlags.None)]
    [TestCase(2, SegmentFlags.RelativeTimer)]
    public void TimerThatEndedASegment_IsToldWithItsArming(long mode, SegmentFlags kind)
    {
        KernelEvent armed = Arm(1, 7, 50, timer: 1, expiresNs: 140) with { C = mode };
        Segment segment = SegmentList.Of(
            Clock, armed, ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 150), Expire(0, 151, timer: 1),
            Idle(0, 160, Exit), FromIdle(0, 170, 7)).Only;

        Assert.That((segment.ArmedVcpu, segment.ArmedNs, segment.TimerLengthNs), Is.EqualTo((1, 50, 90)));
        Assert.That(segment.Flags & (SegmentFlags.Tick | SegmentFlags.RelativeTimer), Is.EqualTo(kind));
    }

    [Test]
    public void TickAlone_IsTheTickAndWasArmedByNobody()
    {
        Segment segment = SegmentList.Of(
            Clock, ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 150), Expire(0, 151, timer: 1) with { C = 1 }, Idle(0, 160, Exit)).Only;

        Assert.That((segment.Flags & SegmentFlags.Tick, segment.ArmedVcpu), Is.EqualTo((SegmentFlags.Tick, -1)));
    }

    [Test]
    public void TickBesideAnotherTimer_IsNotWhatEndedTheSegment()
    {
        Segment segment = SegmentList.Of(
            Clock, Arm(0, 7, 50, timer: 2, expiresNs: 145), ToIdle(0, 90, 7), Idle(0, 100, 1), Timer(0, 150),
            Expire(0, 151, timer: 1) with { C = 1 }, Expire(0, 152, timer: 2), Idle(0, 160, Exit), FromIdle(0, 170, 7)).Only;

        Assert.That((segment.Flags & SegmentFlags.Tick, segment.ArmedVcpu, segment.TimerLengthNs), Is.EqualTo((SegmentFlags.None, 0, 95)));
    }

    [Test]
    public void Timers_ThatAreArmedAnew_DoNotPileUp()
    {
        var timers = new CpuTimers();
        var armed = new Dictionary<long, ArmedTimer>();
        for (int version = 1; version <= 10_000; version++)
        {
            armed[1] = ArmedTimer.None with { ExpiresNs = 1_000_000, Version = version };
            timers.Add(armed, 1, version, 1_000_000);
        }

        Assert.That(timers.Entries, Is.LessThan(100));
        Assert.That(timers.Earliest(armed, 0), Is.EqualTo(1_000_000));
    }
}
