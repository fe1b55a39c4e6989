using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class CpuIdleTests
{
    [TestCase(-1)]
    [TestCase(4_294_967_295)]
    public void Exit_InEitherSpelling_EndsTheSegment(long exit)
    {
        SegmentList segments = SegmentList.Of(Idle(3, 100, 2), Idle(3, 170, exit), FromIdle(3, 180, 7));

        Assert.That((segments.Only.Vcpu, segments.Only.EntryNs, segments.Only.ExitNs, segments.Only.State), Is.EqualTo((3, 100, 170, 2)));
        VcpuInspection counts = segments.Inspection.Vcpus[3];
        Assert.That((counts.Enters, counts.Exits, counts.Pairs, counts.IdleNs, counts.IdleSource), Is.EqualTo((1, 1, 1, 70, "cpu_idle")));
        Assert.That((counts.Segments, counts.TaskRan), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Edges_OfTheRecording_AreCountedAndGiveNoSegment()
    {
        SegmentList segments = SegmentList.Of(Idle(0, 50, Exit), FromIdle(0, 60, 7), ToIdle(0, 90, 7), Idle(0, 100, 1));

        VcpuInspection counts = segments.Inspection.Vcpus[0];
        Assert.That(segments.All, Is.Empty);
        Assert.That((counts.Enters, counts.Exits, counts.Pairs, counts.ExitWithoutEnter, counts.OpenAtEnd), Is.EqualTo((1, 1, 0, 1, 1)));
        Assert.That(segments.Inspection.Anomalies, Is.Empty);
    }

    [Test]
    public void CpuId_ThatDiffers_CountsForTheCpuOfTheRecord()
    {
        SegmentList segments = SegmentList.Of(Idle(2, 100, 1, cpuId: 5), Idle(2, 170, Exit, cpuId: 2));

        Assert.That(segments.Only.Vcpu, Is.EqualTo(2));
        Assert.That(segments.Inspection.Vcpus.Keys, Is.EqualTo([2]));
        Assert.That(segments.Anomalies("cpu-id-differs"), Is.EqualTo(1));
        Assert.That(segments.Inspection.Anomalies.Single().FirstPlace, Is.EqualTo("event 0"));
    }

    [Test]
    public void Enter_Twice_TakesTheSecondAndSaysThatTheTimeBeforeIsNotKnown()
    {
        SegmentList segments = SegmentList.Of(Idle(0, 100, 1), Idle(0, 150, 2), Idle(0, 170, Exit), Idle(0, 180, 1), Idle(0, 190, Exit));

        Assert.That(segments.All.Select(s => (s.EntryNs, s.ExitNs, s.State, s.AfterGap)), Is.EqualTo([(150, 170, 2, true), (180, 190, 1, false)]));
        Assert.That(segments.Anomalies("enter-without-exit"), Is.EqualTo(1));
        VcpuInspection counts = segments.Inspection.Vcpus[0];
        Assert.That((counts.Enters, counts.Exits, counts.Pairs, counts.IdleNs), Is.EqualTo((3, 2, 2, 30)));
    }

    [Test]
    public void Exit_Twice_IsCounted()
    {
        SegmentList segments = SegmentList.Of(Idle(0, 100, 1), Idle(0, 150, Exit), Idle(0, 170, Exit));

        Assert.That((segments.Only.ExitNs, segments.Inspection.Vcpus[0].ExitWithoutEnter), Is.EqualTo((150, 1)));
        Assert.That(segments.Anomalies("exit-without-enter"), Is.EqualTo(1));
    }

    [Test]
    public void Task_BetweenEnterAndExit_DropsTheSegmentAndKeepsTheCounts()
    {
        SegmentList segments = SegmentList.Of(
            Idle(0, 100, 1), Work(0, 7, 120), Idle(0, 150, Exit), ToIdle(0, 155, 7), Idle(0, 160, 1), Idle(0, 170, Exit));

        Assert.That((segments.Only.EntryNs, segments.Only.AfterGap), Is.EqualTo((160, true)));
        Assert.That(segments.Anomalies("task-inside-idle"), Is.EqualTo(1));
        Assert.That(segments.Inspection.Vcpus[0].Pairs, Is.EqualTo(2));
    }

    [Test]
    public void TaskRan_FollowsFromASwitchOrAnyEventOfATask()
    {
        SegmentList segments = SegmentList.Of(
            Idle(0, 100, 1), Idle(0, 110, Exit), FromIdle(0, 115, 7), ToIdle(0, 118, 7),
            Idle(0, 120, 1), Idle(0, 130, Exit), Work(0, 7, 135), Idle(0, 140, 1), Idle(0, 150, Exit), Work(0, 0, 155), Idle(0, 160, 1));

        Assert.That(segments.All.Select(s => s.TaskRan), Is.EqualTo([true, true, false]));
        Assert.That(segments.Inspection.Vcpus[0].TaskRan, Is.EqualTo(2));
    }

    [Test]
    public void SwitchToIdleAndBack_OnACpuThatWritesCpuIdle_IsNoSegment()
    {
        SegmentList segments = SegmentList.Of(
            ToIdle(0, 90, 7), Idle(0, 100, 1), Idle(0, 110, Exit), FromIdle(0, 115, 7), ToIdle(0, 200, 7), FromIdle(0, 300, 7));

        Assert.That((segments.Only.EntryNs, segments.Only.ExitNs), Is.EqualTo((100, 110)));
    }

    [Test]
    public void EqualStamps_KeepTheOrderOfTheFile()
    {
        SegmentList segments = SegmentList.Of(
            ToIdle(0, 100, 7), Idle(0, 100, 1), Timer(0, 100), Idle(0, 100, Exit), FromIdle(0, 100, 7), ToIdle(0, 100, 7),
            Idle(0, 100, 1), Idle(0, 100, Exit), FromIdle(0, 100, 7));

        Assert.That(segments.All.Select(s => s.Cause.ToString()), Is.EqualTo(["Timer", "Unknown"]));
        Assert.That(segments.Inspection.Anomalies, Is.Empty);
    }
}
