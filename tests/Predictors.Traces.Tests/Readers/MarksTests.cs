namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class MarksTests
{
    [Test]
    public void Marks_OfLossAndBufferStart_AreEventsOfTheirCpu()
    {
        Recording recording = Recording.Of(
            """
            # tracer: nop
            ##### CPU 3 buffer started ####
            CPU:2 [LOST EVENTS]
                        bash-19097   [001] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1
                        bash-19097   [002] d..2.  1451.908699: cpu_idle: state=1 cpu_id=2
            CPU:1 [LOST 4044 EVENTS]
            CPU:5 [LOST 7 EVENTS]
            """);

        // A mark bears no time: it gets that of its CPU's last event, or else of the last event of all.
        Assert.That(recording.Lines, Is.EqualTo(
        [
            "BufferStarted cpu3 pid-1 0 -1 0 0 @2",
            "LostEvents cpu2 pid-1 0 -1 0 0 @3",
            "CpuIdle cpu1 pid19097 1451908697000 1 1 0 @4",
            "CpuIdle cpu2 pid19097 1451908699000 1 2 0 @5",
            "LostEvents cpu1 pid-1 1451908697000 4044 0 0 @6",
            "LostEvents cpu5 pid-1 1451908699000 7 0 0 @7",
        ]));
        Assert.That(recording.Inspection.FirstNs, Is.EqualTo(1_451_908_697_000));
        Assert.That(recording.Inspection.Events, Is.EqualTo(new Dictionary<string, long> { ["cpu_idle"] = 2 }));
    }

    [TestCase("CPU:1 [LOST SOME EVENTS]")]
    [TestCase("CPU:1")]
    [TestCase("CPU:x [LOST EVENTS]")]
    [TestCase("CPU:1 [LOST 5 EVENTS DROPPED]")]
    public void Mark_NotUnderstood_IsAnUnparsedLine(string mark)
    {
        Recording recording = Recording.Of(
            $"            bash-19097   [001] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1\n{mark}\n");

        Assert.That(recording.Events, Has.Count.EqualTo(1));
        Assert.That(recording.Inspection.UnparsedExamples, Is.EqualTo([$"line 2: {mark}"]));
    }
}
