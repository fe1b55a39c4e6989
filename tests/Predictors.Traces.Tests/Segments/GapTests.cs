using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class GapTests
{
    [Test]
    public void LostEvents_DropTheOpenSegmentOfThatCpuOnly()
    {
        SegmentList segments = SegmentList.Of(
            Idle(0, 100, 1), Idle(1, 100, 1), Lost(0, 44), Idle(0, 200, Exit), Idle(1, 200, Exit), Idle(0, 300, 1), Idle(0, 400, Exit),
            Idle(0, 500, 1), Idle(0, 600, Exit));

        Assert.That(segments.On(0).Select(s => (s.EntryNs, s.AfterGap)), Is.EqualTo([(300, true), (500, false)]));
        Assert.That(segments.On(1).Select(s => (s.EntryNs, s.AfterGap)), Is.EqualTo([(100, false)]));
        VcpuInspection counts = segments.Inspection.Vcpus[0];
        Assert.That((counts.LostEvents, counts.Gaps, counts.ExitWithoutEnter, counts.Pairs), Is.EqualTo((44, 1, 1, 2)));
        Assert.That(segments.Inspection.Anomalies.Select(a => (a.Name, a.Count)), Is.EqualTo([("events-lost", 1)]));
    }

    [Test]
    public void LostEvents_WithoutACount_MakeTheSumUnknown()
    {
        SegmentList segments = SegmentList.Of(Idle(0, 100, 1), Lost(0, 44), Lost(0, -1), Lost(0, 3));

        Assert.That((segments.Inspection.Vcpus[0].LostEvents, segments.Inspection.Vcpus[0].Gaps), Is.EqualTo((-1, 3)));
    }

    [Test]
    public void LostEvents_AfterTheExit_KeepTheSegmentAndItsCause()
    {
        SegmentList segments = SegmentList.Of(Idle(0, 100, 1), Timer(0, 150), Idle(0, 160, Exit), Lost(0, 1), Idle(0, 200, 1), Idle(0, 300, Exit));

        Assert.That(segments.All.Select(s => (s.EntryNs, s.Cause.ToString(), s.AfterGap)), Is.EqualTo([(100, "Timer", false), (200, "Unknown", true)]));
    }

    [Test]
    public void BufferStarted_IsAGapOnlyWhereTheCpuHadEventsBefore()
    {
        KernelEvent mark = Of(KernelEventKind.BufferStarted, 0, -1, 0);
        SegmentList first = SegmentList.Of(mark, Idle(0, 100, 1), Idle(0, 200, Exit));
        SegmentList later = SegmentList.Of(Idle(0, 10, 1), mark, Idle(0, 100, 1), Idle(0, 200, Exit));

        Assert.That((first.Only.AfterGap, first.Inspection.Vcpus[0].Gaps), Is.EqualTo((false, 0)));
        Assert.That((later.Only.AfterGap, later.Inspection.Vcpus[0].Gaps), Is.EqualTo((true, 1)));
    }

    [Test]
    public void LostEvents_OnADerivedCpu_DropItsOpenSegment()
    {
        SegmentList segments = SegmentList.Of(ToIdle(0, 100, 7), Lost(0, 5), Work(0, 7, 200), ToIdle(0, 300, 7), FromIdle(0, 400, 7));

        Assert.That((segments.Only.EntryNs, segments.Only.AfterGap), Is.EqualTo((300, true)));
    }

    [Test]
    public void TimeThatJumpsBack_DropsTheOpenSegmentAndWhatLiesBeforeTheLastExit()
    {
        SegmentList segments = SegmentList.Of(
            Idle(0, 1000, 1), Idle(0, 1100, Exit), Work(0, 7, 1150), Idle(0, 1200, 1), Idle(0, 900, Exit), Work(0, 7, 910), Idle(0, 950, 1),
            Idle(0, 960, Exit), Work(0, 7, 1300), Idle(0, 1400, 1), Idle(0, 1500, Exit));

        Assert.That(segments.All.Select(s => (s.EntryNs, s.ExitNs, s.AfterGap)), Is.EqualTo([(1000, 1100, false), (1400, 1500, true)]));
        Assert.That(segments.Anomalies("idle-cut-by-time-jump"), Is.EqualTo(1));
        Assert.That(segments.Anomalies("idle-before-previous-exit"), Is.EqualTo(1));
    }

    [Test]
    public void TimeThatJumpsBack_OnAnotherCpu_IsNoJump()
    {
        SegmentList segments = SegmentList.Of(Idle(0, 1000, 1), Work(1, 7, 500), Idle(0, 1100, Exit));

        Assert.That((segments.Only.EntryNs, segments.Only.ExitNs), Is.EqualTo((1000, 1100)));
    }
}
