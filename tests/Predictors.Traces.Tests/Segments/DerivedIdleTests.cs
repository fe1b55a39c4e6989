using Predictors.Abstractions;
using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class DerivedIdleTests
{
    // Another CPU that writes cpu_idle, as in the recordings.
    private static readonly KernelEvent[] Complete = [Idle(0, 10, 1), Idle(0, 20, Exit), Idle(0, 30, 1)];

    [Test]
    public void Halt_LastsFromTheSwitchToTheInterrupt()
    {
        SegmentList segments = Of(
            ToIdle(1, 100, 7), Timer(1, 150), Expire(1, 151, timer: 3), Waking(1, 0, 152, 7, 1), Wakeup(1, 0, 153, 7, 1), Work(1, 7, 170));
        Segment segment = segments.Only;

        Assert.That((segment.EntryNs, segment.ArrivalNs, segment.ExitNs, segment.Cause), Is.EqualTo((100, 150, 150, WakeCause.Timer)));
        Assert.That((segment.State, segment.TaskRan, segment.Estimated), Is.EqualTo((-1, true, true)));
        VcpuInspection counts = segments.Inspection.Vcpus[1];
        Assert.That((counts.IdleSource, counts.Enters, counts.Exits, counts.Pairs, counts.IdleNs), Is.EqualTo(("sched_switch", 1, 1, 1, 50)));
        Assert.That(segments.Inspection.Vcpus[0].IdleSource, Is.EqualTo("cpu_idle"));
    }

    [Test]
    public void Halt_WithoutInterrupt_LastsToTheNextEventOfAnyTask()
    {
        Segment written = Of(ToIdle(1, 100, 7), Waking(0, 9, 130, 8, 1), FromIdle(1, 150, 8)).Only;
        Segment unwritten = Of(ToIdle(1, 100, 7), Waking(0, 9, 130, 8, 1), Work(1, 8, 160)).Only;

        Assert.That((written.ExitNs, written.ArrivalNs, written.WakerVcpu), Is.EqualTo((150, 130, 0)));
        Assert.That((unwritten.ExitNs, unwritten.ArrivalNs, unwritten.WakerVcpu), Is.EqualTo((160, 130, 0)));
        Assert.That((written.Cause, unwritten.Cause), Is.EqualTo((WakeCause.Unknown, WakeCause.Unknown)), "this CPU never showed an interrupt");
    }

    [Test]
    public void Halt_WithoutInterrupt_OnACpuThatShowsThem_IsEndedByAStore()
    {
        IReadOnlyList<Segment> segments = Of(
            ToIdle(1, 50, 7), Reschedule(1, 60), Work(1, 7, 70), ToIdle(1, 100, 7), Waking(0, 9, 130, 8, 1), Work(1, 8, 160)).All;

        Assert.That(segments.Select(s => s.Cause), Is.EqualTo([WakeCause.RescheduleIpi, WakeCause.RemoteStore]));
    }

    [Test]
    public void Interrupts_ThatWakeNoTaskHere_SplitTheIdlePeriod()
    {
        IReadOnlyList<Segment> segments = Of(
            ToIdle(1, 100, 7), Device(1, 150), Waking(1, 0, 152, 8, 0), Wakeup(1, 0, 155, 8, 0), Timer(1, 200), Work(1, 0, 204), Timer(1, 300),
            Wakeup(1, 0, 301, 7, 1), Device(1, 310), Work(1, 7, 320)).All;

        Assert.That(
            segments.Select(s => (s.EntryNs, s.ExitNs, s.Cause, s.TaskRan)),
            Is.EqualTo([(100, 150, WakeCause.DeviceInterrupt, false), (155, 200, WakeCause.Timer, false), (204, 300, WakeCause.Timer, true)]));
    }

    [Test]
    public void CpuIdle_ThatComesEarly_ReplacesWhatWasDerived()
    {
        List<KernelEvent> events = [];
        for (int i = 0; i < CpuTimeline.SegmentsToDecide - 1; i++)
        {
            events.AddRange([ToIdle(1, 100 * i, 7), FromIdle(1, (100 * i) + 50, 7)]);
        }

        events.AddRange([ToIdle(1, 10_000, 7), Idle(1, 10_010, 1), Idle(1, 10_060, Exit), FromIdle(1, 10_070, 7)]);
        SegmentList segments = SegmentList.Of([.. events]);

        Assert.That((segments.Only.EntryNs, segments.Only.ExitNs), Is.EqualTo((10_010, 10_060)));
        VcpuInspection counts = segments.Inspection.Vcpus[1];
        Assert.That((counts.Enters, counts.Pairs, counts.IdleNs, counts.Segments, counts.IdleSource), Is.EqualTo((1, 1, 50, 1, "cpu_idle")));
        Assert.That(segments.Inspection.Anomalies, Is.Empty);
    }

    [Test]
    public void CpuIdle_ThatComesLate_IsFollowedFromThereOn()
    {
        List<KernelEvent> events = [];
        for (int i = 0; i < CpuTimeline.SegmentsToDecide; i++)
        {
            events.AddRange([ToIdle(1, 100 * i, 7), FromIdle(1, (100 * i) + 50, 7)]);
        }

        events.AddRange([ToIdle(1, 10_000, 7), Idle(1, 10_010, 1), Idle(1, 10_060, Exit), FromIdle(1, 10_070, 7)]);
        SegmentList segments = SegmentList.Of([.. events]);

        Assert.That(segments.All, Has.Count.EqualTo(CpuTimeline.SegmentsToDecide + 1));
        Assert.That((segments.All[^1].EntryNs, segments.All[^1].AfterGap), Is.EqualTo((10_010, true)));
        Assert.That(segments.Anomalies("cpu-idle-starts-late"), Is.EqualTo(1));
    }

    [Test]
    public void TimerRuns_WithoutTheirInterrupts_SplitTheIdlePeriodOncePerRun()
    {
        IReadOnlyList<Segment> segments = Of(
            ToIdle(1, 100, 7), Expire(1, 151, timer: 3, nowNs: 150), Expire(1, 152, timer: 4, nowNs: 150), Expire(1, 251, timer: 3, nowNs: 250),
            Work(1, 7, 270)).All;

        Assert.That(segments.Select(s => (s.EntryNs, s.ExitNs)), Is.EqualTo([(100, 151), (152, 251)]));
    }

    [Test]
    public void IdleTask_ThatShowsUpWithoutASwitchToIt_LeavesAGap()
    {
        List<KernelEvent> events = [];
        for (int i = 0; i < CpuTimeline.SegmentsToDecide; i++)
        {
            events.AddRange([ToIdle(1, 100 * i, 7), FromIdle(1, (100 * i) + 50, 7)]);
        }

        // A task that the recorder leaves out runs and sleeps: once after a switch, once after a wake-up.
        events.AddRange([Timer(1, 20_000), Timer(1, 30_000), Work(1, 7, 40_000), ToIdle(1, 50_000, 7), FromIdle(1, 60_000, 7)]);
        events.AddRange([ToIdle(1, 70_000, 7), Timer(1, 80_000), Wakeup(1, 0, 80_001, 8, 1), Timer(1, 90_000_000), Work(1, 7, 90_000_100)]);
        events.AddRange([ToIdle(1, 95_000_000, 7), FromIdle(1, 96_000_000, 7)]);
        SegmentList segments = SegmentList.Of([.. events]);

        Assert.That(
            segments.All.Skip(CpuTimeline.SegmentsToDecide).Select(s => (s.EntryNs, s.ExitNs, s.AfterGap)),
            Is.EqualTo([(50_000, 60_000, true), (70_000, 80_000, false), (95_000_000, 96_000_000, true)]));
        Assert.That(segments.Anomalies("idle-entry-not-seen"), Is.EqualTo(2));
    }

    private static SegmentList Of(params KernelEvent[] events)
    {
        SegmentList all = SegmentList.Of([.. Complete, .. events]);
        return all with { All = all.On(1) };
    }
}
