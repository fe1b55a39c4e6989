namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class TraceCmdReportTests
{
    [Test]
    public void Report_WithHeader_IsReadWithoutUnparsedLines()
    {
        Recording recording = Recording.Of(
            """
            version = 6
            CPU 0 is empty
            cpus=6
                      <idle>-0     [002]  2084.021442860: cpu_idle:             state=4294967295 cpu_id=2
                      <idle>-0     [002]  2084.021443000: sched_wakeup:         kworker/2:1:2923 [120] success=1 CPU:002
                      <idle>-0     [002]  2084.021443001: sched_wakeup:         kworker/2:1:2923 [120] CPU:002
                      <idle>-0     [002]  2084.021443002: sched_wakeup:         kworker/2:1:2923 [120]
                      <idle>-0     [002]  2084.021443003: sched_wakeup:         kworker/2:1:2923 [120] success=0 CPU:002
            CPU:3 [12 EVENTS DROPPED]
            CPU:3 [EVENTS DROPPED]
            """);

        Assert.That(recording.Lines, Is.EqualTo(
        [
            "CpuIdle cpu2 pid0 2084021442860 -1 2 0 @4",
            "SchedWakeup cpu2 pid0 2084021443000 2923 2 0 @5",
            "SchedWakeup cpu2 pid0 2084021443001 2923 2 0 @6",
            "SchedWakeup cpu2 pid0 2084021443002 2923 -1 0 @7",
            "Other cpu2 pid0 2084021443003 2923 2 0 @8",
            "LostEvents cpu3 pid-1 2084021443003 12 0 0 @9",
            "LostEvents cpu3 pid-1 2084021443003 -1 0 0 @10",
        ]));
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero);
        Assert.That(recording.Reader.Format, Is.EqualTo("trace-cmd report"));
    }

    [TestCase("          <idle>-0     [002]  2084.021443: (+59200) cpu_idle:             state=1 cpu_id=2", TestName = "Difference_Printed_IsPassedOver")]
    [TestCase("          <idle>-0     [002]  2084.021443:          cpu_idle:             state=1 cpu_id=2", TestName = "Difference_OfFirstLine_IsPassedOver")]
    [TestCase("  <idle>-0       2d..1.  2084.021443: cpu_idle:             state=1 cpu_id=2", TestName = "Latency_Layout_IsRead")]
    [TestCase("          <idle>-0     [002] d..1.  2084.021443: cpu_idle:             state=1 cpu_id=2", TestName = "Flags_OfNewVersions_AreRead")]
    public void Line_Variant_GivesTheSameEvent(string line) =>
        Assert.That(Recording.Of(line).Lines, Is.EqualTo(["CpuIdle cpu2 pid0 2084021443000 1 2 0 @1"]));

    [Test]
    public void Raw_Fields_AreRead()
    {
        Recording recording = Recording.Of(
            """
                      <idle>-0     [002]  2084.021443: sched_switch:         prev_comm=a ==> b prev_pid=0 prev_prio=120 prev_state=64 next_comm=c next_pid=9 next_prio=120
                      <idle>-0     [002]  2084.021443: sched_waking:         comm=a pid=7 prio=120 target_cpu=2
                      <idle>-0     [002]  2084.021443: hrtimer_start:        hrtimer=0xffff888013c23008 function=0xffffffff8141e230 expires=7000 softexpires=5 mode=2 was_armed=0
            """);

        Assert.That(recording.Events.Select(e => (e.Kind, e.A, e.B, e.C)), Is.EqualTo(new[]
        {
            (KernelEventKind.SchedSwitch, 0L, 9L, 0L),
            (KernelEventKind.SchedWaking, 7, 2, 0),
            (KernelEventKind.HrtimerStart, unchecked((long)0xffff888013c23008), 7000, 0),
        }));
    }

    [TestCase("host.dat:           <idle>-0     [002]  2084.021443: cpu_idle: state=1 cpu_id=2")]
    [TestCase("   g:           <idle>-0     [002]  2084.021443: cpu_idle: state=1 cpu_id=2")]
    public void Report_OfSeveralFiles_IsRefused(string line)
    {
        TraceFormatException error = Assert.Throws<TraceFormatException>(() => Recording.Of(line + "\n" + line))!;

        Assert.That(error.Message, Does.StartWith("trace.txt, line 1: ").And.Contains("several files"));
    }

    [Test]
    public void Text_OverSeveralLines_IsCountedAndNotFatal()
    {
        Recording recording = Recording.Of(
            """
                      <idle>-0     [002]  2084.021443: bprint:               do_something: first
            second
                      <idle>-0     [002]  2084.021444: cpu_idle:             state=1 cpu_id=2
            """);

        Assert.That(recording.Events, Has.Count.EqualTo(2));
        Assert.That(recording.Inspection.UnparsedLines, Is.EqualTo(1));
        Assert.That(recording.Inspection.UnparsedExamples, Is.EqualTo(["line 2: second"]));
    }
}
