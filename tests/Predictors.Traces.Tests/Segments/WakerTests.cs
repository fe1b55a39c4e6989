using Predictors.Abstractions;
using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class WakerTests
{
    [Test]
    public void Ipi_ThatWasSentInside_HasSenderAndMeasuredArrival()
    {
        Segment segment = SegmentList.Of(
            Work(1, 9, 90), ToIdle(0, 90, 7), Idle(0, 100, 1), Waking(1, 9, 120, 7, 1), Send(1, 9, 121, 0), CallFunction(0, 150),
            Idle(0, 155, Exit), FromIdle(0, 160, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs, segment.Measured), Is.EqualTo((WakeCause.OtherIpi, 121, true)));
        Assert.That((segment.WakerVcpu, segment.WakerNs), Is.EqualTo((1, 121)));
    }

    [Test]
    public void Ipi_ThatWasSentBeforeEntry_ArrivesAtEntry()
    {
        Segment segment = SegmentList.Of(
            CallFunction(0, 10, task: 7), ToIdle(0, 90, 7), Send(1, 9, 98, 0), Idle(0, 100, 1), CallFunction(0, 150), Idle(0, 155, Exit),
            FromIdle(0, 160, 7), ToIdle(0, 170, 7), Send(1, 9, 175, 0), Idle(0, 180, 1), CallFunction(0, 190), Idle(0, 195, Exit)).All[1];

        Assert.That((segment.ArrivalNs, segment.WakerVcpu, segment.WakerNs, segment.Measured), Is.EqualTo((180, 1, 175, true)));
    }

    [Test]
    public void Ipi_ThatWasTakenWhileBusy_IsNotTheWakerOfTheNextIdle()
    {
        Segment segment = SegmentList.Of(
            CallFunction(0, 5, task: 7), Send(1, 9, 10, 0), CallFunction(0, 20, task: 7), ToIdle(0, 90, 7), Idle(0, 100, 1), CallFunction(0, 150),
            Idle(0, 155, Exit), FromIdle(0, 160, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs, segment.Estimated, segment.WakerVcpu), Is.EqualTo((WakeCause.OtherIpi, 150, true, -1)));
    }

    [Test]
    public void Ipi_ToItself_HasNoWaker()
    {
        Segment segment = SegmentList.Of(Idle(0, 100, 1), Send(0, 0, 120, 0), CallFunction(0, 150), Idle(0, 155, Exit), FromIdle(0, 160, 7)).Only;

        Assert.That((segment.WakerVcpu, segment.Estimated), Is.EqualTo((-1, true)));
    }

    [Test]
    public void Waking_OfTheTaskThatRan_IsTheWakerWhateverCpuItNames()
    {
        SegmentList segments = SegmentList.Of(
            ToIdle(0, 80, 7), ToIdle(2, 80, 8), Idle(0, 100, 1), Idle(2, 100, 1), Waking(1, 9, 120, 8, 0), Waking(1, 9, 130, 7, 2),
            Reschedule(0, 150), Idle(0, 155, Exit), FromIdle(0, 160, 7), Reschedule(2, 170), Idle(2, 175, Exit), FromIdle(2, 180, 8));

        Assert.That(segments.All.Select(s => (s.Vcpu, s.ArrivalNs, s.WakerVcpu, s.WakerNs)), Is.EqualTo([(0, 130, 1, 130), (2, 120, 1, 120)]));
    }

    [Test]
    public void Waking_OfBeforeTheIdlePeriodOrAfterTheInterrupt_IsNotTheWaker()
    {
        Segment before = SegmentList.Of(
            Waking(1, 9, 50, 8, 0), ToIdle(0, 90, 7), Idle(0, 100, 1), Reschedule(0, 150), Idle(0, 155, Exit), FromIdle(0, 160, 8)).Only;
        Segment after = SegmentList.Of(
            ToIdle(0, 90, 7), Idle(0, 100, 1), Reschedule(0, 150), Waking(1, 9, 152, 8, 0), Idle(0, 155, Exit), FromIdle(0, 160, 8)).Only;

        Assert.That((before.WakerVcpu, before.ArrivalNs, before.Estimated), Is.EqualTo((-1, 150, true)));
        Assert.That((after.WakerVcpu, after.ArrivalNs, after.Estimated), Is.EqualTo((-1, 150, true)));
    }

    [Test]
    public void Wakeup_OnTheWakersCpu_NamesTheCpuThatWasChosen()
    {
        Segment segment = SegmentList.Of(
            ToIdle(0, 90, 7), Idle(0, 100, 1), Wakeup(1, 9, 120, 8, 0), Reschedule(0, 150), Idle(0, 155, Exit), Idle(0, 170, 1)).Only;

        Assert.That((segment.WakerVcpu, segment.ArrivalNs, segment.TaskRan), Is.EqualTo((1, 120, false)));
    }

    [Test]
    public void Waking_InATraceWithoutSwitches_IsMatchedByTheCpuItNames()
    {
        Segment segment = SegmentList.Of(
            Idle(0, 100, 1), Waking(1, 9, 110, 8, 2), Waking(1, 9, 120, 7, 0), Reschedule(0, 150), Idle(0, 155, Exit)).Only;

        Assert.That((segment.WakerVcpu, segment.ArrivalNs, segment.TaskRan), Is.EqualTo((1, 120, true)));
    }

    [Test]
    public void Store_WithoutInterrupt_IsARemoteStore()
    {
        Segment segment = SegmentList.Of(
            ToIdle(0, 90, 7), Idle(0, 100, 0), Stored(1, 9, 120, 0), Idle(0, 123, Exit), Timer(0, 124), FromIdle(0, 130, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs, segment.WakerVcpu), Is.EqualTo((WakeCause.RemoteStore, 120, 1)));
        Assert.That(segment.Measured);
    }

    [Test]
    public void WakingWithoutInterrupt_WhereIpisAreRecorded_IsARemoteStore()
    {
        Segment segment = SegmentList.Of(
            Reschedule(0, 10), ToIdle(0, 90, 7), Idle(0, 100, 1), Waking(1, 9, 120, 7, 0), Idle(0, 123, Exit), FromIdle(0, 130, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs, segment.WakerVcpu), Is.EqualTo((WakeCause.RemoteStore, 120, 1)));
    }

    [Test]
    public void WakingWithoutInterrupt_WhereIpisAreNotRecorded_LeavesTheCauseUnknown()
    {
        Segment segment = SegmentList.Of(
            Timer(0, 10), ToIdle(0, 90, 7), Idle(0, 100, 1), Waking(1, 9, 120, 7, 0), Idle(0, 123, Exit), FromIdle(0, 130, 7)).Only;

        Assert.That((segment.Cause, segment.ArrivalNs, segment.WakerVcpu), Is.EqualTo((WakeCause.Unknown, 120, 1)));
        Assert.That(segment.Measured);
    }

    [Test]
    public void Ipis_OfBefore_OnACpuThatDoesNotShowTheirArrival_AreForgottenAtEntry()
    {
        Segment segment = SegmentList.Of(
            Reschedule(0, 1, task: 9), Work(1, 7, 5), Send(0, 9, 10, 1), ToIdle(1, 100, 7), Send(0, 9, 130, 1), Work(1, 8, 160)).Only;

        Assert.That((segment.WakerVcpu, segment.WakerNs, segment.Cause), Is.EqualTo((0, 130, WakeCause.Unknown)));
    }

    [Test]
    public void Waking_OfAnEarlierSegmentOfTheSameIdlePeriod_IsNotTheWaker()
    {
        Segment segment = SegmentList.Of(
            ToIdle(0, 90, 7), Idle(0, 100, 1), Waking(1, 9, 120, 8, 0), Timer(0, 150), Idle(0, 155, Exit), Idle(0, 170, 1), Reschedule(0, 180),
            Idle(0, 185, Exit), FromIdle(0, 190, 8)).All[1];

        Assert.That((segment.WakerVcpu, segment.ArrivalNs, segment.Estimated), Is.EqualTo((-1, 180, true)));
    }

    [Test]
    public void Wakeup_InTheHandlerOfTheIpi_LeavesTheWakerOfTheWaking()
    {
        Segment segment = SegmentList.Of(
            ToIdle(0, 90, 7), Idle(0, 100, 1), Waking(1, 9, 120, 8, 0), CallFunction(0, 150), Wakeup(0, 0, 152, 8, 0), Idle(0, 155, Exit),
            FromIdle(0, 160, 8)).Only;

        Assert.That((segment.WakerVcpu, segment.ArrivalNs, segment.Measured), Is.EqualTo((1, 120, true)));
    }
}
