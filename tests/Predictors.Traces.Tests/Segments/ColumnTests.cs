using Predictors.Abstractions;
using static Predictors.Abstractions.TraceColumns;
using static Predictors.Traces.KernelEventKind;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class ColumnTests
{
    [TestCase(None, new[] { Other })]
    [TestCase(TaskRan, new[] { SchedSwitch })]
    [TestCase(State, new[] { CpuIdle })]
    [TestCase(State | Arrival | TraceColumns.Waker, new[] { CpuIdle, SchedWakeup })]
    [TestCase(State | Arrival | TraceColumns.Waker, new[] { CpuIdle, IpiSend })]
    [TestCase(State | Arrival | Cause | TraceColumns.Waker, new[] { CpuIdle, WakeIdleWithoutIpi })]
    [TestCase(State | Arrival | Cause, new[] { CpuIdle, IrqHandlerEntry })]
    [TestCase(State | TimerWrites, new[] { CpuIdle, HrtimerStart })]
    [TestCase(State | RecordedWindow, new[] { CpuIdle, GuestHaltPollNs })]
    [TestCase(State | RecordedWindow | Arrival | Cause | TraceColumns.Waker, new[] { CpuIdle, GovernorSelectIn, SchedWaking })]
    public void Columns_FollowFromTheKindsAtTheStart(TraceColumns columns, KernelEventKind[] kinds)
    {
        Assert.That(SegmentList.Of(new KernelEventList([], kinds)).Header.Columns, Is.EqualTo(columns));
    }

    [Test]
    public void Kinds_ThatComeLater_FillNoColumn()
    {
        KernelEvent[] events =
        [
            Events.Idle(0, 100, 1), Events.Waking(1, 9, 110, 7, 0), Events.Timer(0, 120), Events.Idle(0, 130, Events.Exit), Events.FromIdle(0, 140, 7),
        ];
        SegmentList segments = SegmentList.Of(new KernelEventList(events, [CpuIdle]));

        Assert.That(segments.Header.Columns, Is.EqualTo(State));
        Assert.That(segments.Only, Is.EqualTo(new Segment(0, 100, 130, 130, WakeCause.Unknown, SegmentFlags.TaskRan) { State = 1 }));
    }

    [Test]
    public void TaskRan_InATraceWithoutSwitches_IsSetOnEverySegment()
    {
        SegmentList segments = SegmentList.Of(Events.Idle(0, 100, 1), Events.Idle(0, 130, -1), Events.Idle(0, 140, 1), Events.Idle(0, 150, -1));

        Assert.That(segments.All.Select(s => s.TaskRan), Is.EqualTo([true, true]));
    }
}
