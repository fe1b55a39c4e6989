using Predictors.Abstractions;
using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class CauseTests
{
    private static readonly (KernelEvent Entry, WakeCause Cause)[] Interrupts =
    [
        (Timer(0, 150), WakeCause.Timer),
        (Reschedule(0, 150), WakeCause.RescheduleIpi),
        (CallFunction(0, 150), WakeCause.OtherIpi),
        (Ipi(0, 150, reschedule: true), WakeCause.RescheduleIpi),
        (Ipi(0, 150, reschedule: false), WakeCause.OtherIpi),
        (Device(0, 150), WakeCause.DeviceInterrupt),
        (Device(0, 150, nameKind: 1), WakeCause.OtherIpi),
        (Device(0, 150, nameKind: 2), WakeCause.Timer),
        (Expire(0, 150, timer: 1), WakeCause.Timer),
    ];

    [Test]
    public void Interrupt_InsideThePair_IsTheCauseAndEstimatesTheArrival([ValueSource(nameof(Interrupts))] (KernelEvent Entry, WakeCause Cause) interrupt)
    {
        Segment segment = SegmentList.Of(ToIdle(0, 90, 7), Idle(0, 100, 1), interrupt.Entry, Idle(0, 170, Exit), FromIdle(0, 180, 7)).Only;

        Assert.That(segment.Cause, Is.EqualTo(interrupt.Cause));
        Assert.That((segment.EntryNs, segment.ArrivalNs, segment.ExitNs), Is.EqualTo((100, 150, 170)));
        Assert.That(segment.Flags, Is.EqualTo(SegmentFlags.TaskRan | SegmentFlags.ArrivalEstimated));
    }

    [Test]
    public void Interrupt_AfterTheExit_IsTheCauseAndTheArrivalIsTheExit([ValueSource(nameof(Interrupts))] (KernelEvent Entry, WakeCause Cause) interrupt)
    {
        Segment segment = SegmentList.Of(Idle(0, 100, 1), Idle(0, 148, -1), interrupt.Entry, FromIdle(0, 180, 7)).Only;

        Assert.That(segment.Cause, Is.EqualTo(interrupt.Cause));
        Assert.That((segment.ArrivalNs, segment.ExitNs), Is.EqualTo((148, 148)));
        Assert.That(segment.Estimated);
    }

    [Test]
    public void Interrupt_AfterTheNextEnterOrTask_IsNotTheCause()
    {
        SegmentList segments = SegmentList.Of(
            Idle(0, 100, 1), Idle(0, 150, Exit), FromIdle(0, 160, 7), Timer(0, 170, task: 7), ToIdle(0, 200, 7),
            Idle(0, 210, 1), Idle(0, 250, Exit), Idle(0, 260, 1), Timer(0, 300), Idle(0, 310, Exit));

        Assert.That(segments.All.Select(s => s.Cause), Is.EqualTo([WakeCause.Unknown, WakeCause.Unknown, WakeCause.Timer]));
        Assert.That(segments.All.Select(s => s.TaskRan), Is.EqualTo([true, false, true]));
        Assert.That(segments.All.Take(2).Select(s => (s.ArrivalNs == s.ExitNs, s.Measured || s.Estimated)), Has.All.EqualTo((true, false)));
    }

    [Test]
    public void Interrupts_Several_OnlyTheFirstIsTheCause()
    {
        Segment segment = SegmentList.Of(
            Idle(0, 100, 1), Device(0, 150), Timer(0, 151), CallFunction(0, 155), Idle(0, 170, Exit), Reschedule(0, 171), FromIdle(0, 180, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs), Is.EqualTo((WakeCause.DeviceInterrupt, 150)));
    }

    [Test]
    public void IpiEntry_AfterTheInterruptNamedIpi_TellsItsKind()
    {
        SegmentList segments = SegmentList.Of(
            Idle(0, 100, 1), Idle(0, 150, Exit), Device(0, 152, nameKind: 1), Ipi(0, 152, reschedule: true), FromIdle(0, 160, 7),
            ToIdle(0, 170, 7), Idle(0, 200, 1), Device(0, 240, nameKind: 1), Ipi(0, 241, reschedule: false), Idle(0, 250, Exit));

        Assert.That(segments.All.Select(s => s.Cause), Is.EqualTo([WakeCause.RescheduleIpi, WakeCause.OtherIpi]));
    }

    [Test]
    public void Handler_WhoseInterruptWasNotRecorded_EstimatesTheArrivalAndNotTheCause()
    {
        Segment handler = SegmentList.Of(Idle(0, 100, 1), Handler(0, 130), Wakeup(0, 0, 140, 7, 0), Idle(0, 170, Exit), FromIdle(0, 180, 7)).Only;
        Segment laterInterrupt = SegmentList.Of(
            Idle(0, 100, 1), Wakeup(0, 0, 140, 7, 0), Device(0, 160), Idle(0, 170, Exit), FromIdle(0, 180, 7)).Only;

        Assert.That((handler.Cause, handler.ArrivalNs, handler.Estimated), Is.EqualTo((WakeCause.Unknown, 130, true)));
        Assert.That((laterInterrupt.Cause, laterInterrupt.ArrivalNs), Is.EqualTo((WakeCause.Unknown, 140)));
    }

    [Test]
    public void Nothing_Seen_IsUnknownAndTheArrivalIsTheExit()
    {
        Segment segment = SegmentList.Of(Idle(0, 100, 1), Idle(0, 170, Exit), FromIdle(0, 180, 7), Timer(0, 190, task: 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs, segment.Flags), Is.EqualTo((WakeCause.Unknown, 170, SegmentFlags.TaskRan)));
    }
}
