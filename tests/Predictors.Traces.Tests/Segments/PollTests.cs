using Predictors.Abstractions;
using static Predictors.Traces.KernelEventKind;
using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class PollTests
{
    [Test]
    public void FailedPoll_AndTheHaltAfterIt_AreOneSegment()
    {
        SegmentList segments = SegmentList.Of(
            ToIdle(0, 90, 7), Select(0, 95, 50_000), Idle(0, 100, 0), Idle(0, 50_200, Exit), Of(GovernorReflect, 0, 0, 50_201, 0, 50_050, 50_000),
            Select(0, 50_205, 50_000), Idle(0, 50_210, 1), Waking(1, 9, 70_000, 7, 0), Idle(0, 70_100, Exit), FromIdle(0, 70_110, 7));
        Segment segment = segments.Only;

        Assert.That((segment.EntryNs, segment.ArrivalNs, segment.ExitNs), Is.EqualTo((100, 70_000, 70_100)));
        Assert.That((segment.State, segment.RecordedWindowNs, segment.Cause), Is.EqualTo((1, 50_000, WakeCause.Unknown)));
        VcpuInspection counts = segments.Inspection.Vcpus[0];
        Assert.That((counts.Enters, counts.Exits, counts.Pairs, counts.IdleNs, counts.Segments), Is.EqualTo((2, 2, 2, 50_100 + 19_890, 1)));
    }

    [Test]
    public void Poll_ThatAStoreEnds_IsASegmentOfItsOwn()
    {
        SegmentList segments = SegmentList.Of(
            ToIdle(0, 90, 7), Select(0, 95, 50_000), Idle(0, 100, 0), Waking(1, 9, 300, 7, 0), Idle(0, 302, Exit), FromIdle(0, 310, 7),
            ToIdle(0, 400, 7), Select(0, 405, 50_000), Idle(0, 410, 0), Idle(0, 420, Exit), FromIdle(0, 430, 8));

        Assert.That(segments.All.Select(s => (s.Cause, s.ArrivalNs, s.State)), Is.EqualTo([(WakeCause.RemoteStore, 300, 0), (WakeCause.Unknown, 420, 0)]));
    }

    [Test]
    public void StateZero_WhereItMayBeAHalt_IsNotMerged()
    {
        SegmentList segments = SegmentList.Of(Idle(0, 100, 0), Idle(0, 200, Exit), Idle(0, 210, 1), Idle(0, 300, Exit));

        Assert.That(segments.All.Select(s => s.State), Is.EqualTo([0, 1]));
        Assert.That(segments.Header.Columns.HasFlag(TraceColumns.RecordedWindow), Is.False);
    }

    [Test]
    public void Interrupt_DuringAPollThatGoesOn_IsNotTheCause()
    {
        Segment stored = SegmentList.Of(
            ToIdle(0, 90, 7), Idle(0, 100, 0), Timer(0, 150), Waking(1, 9, 200, 7, 0), Idle(0, 202, Exit), FromIdle(0, 210, 7)).Only;
        Segment woken = SegmentList.Of(
            ToIdle(0, 90, 7), Idle(0, 100, 0), Device(0, 150), Timer(0, 180), Waking(0, 0, 181, 7, 0), Idle(0, 185, Exit), FromIdle(0, 190, 7)).Only;

        Assert.That((stored.Cause, stored.ArrivalNs), Is.EqualTo((WakeCause.RemoteStore, 200)));
        Assert.That((woken.Cause, woken.ArrivalNs), Is.EqualTo((WakeCause.Timer, 180)));
    }

    [Test]
    public void RecordedWindow_IsTheLimitWhereThePollWasEnteredAndZeroElse()
    {
        SegmentList segments = SegmentList.Of(
            Idle(0, 10, 0), Waking(1, 9, 12, 7, 0), Idle(0, 15, Exit), FromIdle(0, 16, 7), ToIdle(0, 90, 7), Select(0, 95, 0), Idle(0, 100, 1),
            Idle(0, 200, Exit), Of(GuestHaltPollNs, 0, 0, 201, 50_000, 0, 1), FromIdle(0, 210, 7), ToIdle(0, 250, 7), Idle(0, 260, 0),
            Waking(1, 9, 262, 7, 0), Idle(0, 265, Exit), FromIdle(0, 270, 7));

        Assert.That(segments.All.Select(s => s.RecordedWindowNs), Is.EqualTo([IdleEntry.UnknownNs, 0, 50_000]));
    }

    [Test]
    public void Interrupt_AfterAPoll_IsNotTheCause()
    {
        Segment segment = SegmentList.Of(ToIdle(0, 90, 7), Idle(0, 100, 0), Idle(0, 150, Exit), Timer(0, 155), FromIdle(0, 160, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs), Is.EqualTo((WakeCause.Unknown, 150)), "polling takes interrupts while it polls");
    }

    private static KernelEvent Select(int cpu, long ns, long limitNs) => Of(GovernorSelectIn, cpu, 0, ns, 0, limitNs, 0);
}
