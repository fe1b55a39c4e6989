namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class FtraceTextTests
{
    private const string CpuIdle = "CpuIdle cpu1 pid0 3461851885000 -1 1 0";

    [TestCase("          <idle>-0       [001] d.h1.  3461.851885: cpu_idle: state=4294967295 cpu_id=1", true, TestName = "Flags_Five_AreRead")]
    [TestCase("          <idle>-0     [001] dNh1  3461.851885: cpu_idle: state=4294967295 cpu_id=1", true, TestName = "Flags_Four_AreRead")]
    [TestCase("          <idle>-0     [001] ..s.1..  3461.851885: cpu_idle: state=4294967295 cpu_id=1", true, TestName = "Flags_Seven_AreRead")]
    [TestCase("          <idle>-0     [001] ....1..  3461.851885: cpu_idle: state=4294967295 cpu_id=1", false, TestName = "Flags_NoInterrupt_AreRead")]
    [TestCase("          <idle>-0     [001]  3461.851885: cpu_idle: state=4294967295 cpu_id=1", false, TestName = "Flags_None_AreMissed")]
    [TestCase("          <idle>-0     (-----) [001] d..2   3461.851885: cpu_idle: state=-1 cpu_id=1", false, TestName = "ThreadGroup_Unknown_IsPassedOver")]
    [TestCase("<idle>-0   (  959) [001] d..3   3461.851885: cpu_idle: state=4294967295 cpu_id=1", false, TestName = "ThreadGroup_OfUnpaddedTask_IsPassedOver")]
    [TestCase("  <idle>-0       1d.h1.  3461.851885: cpu_idle: state=4294967295 cpu_id=1", true, TestName = "LatencyLayout_AbsoluteTime_IsRead")]
    [TestCase("          <idle>-0       [001] d.h1.  3461.851885: cpu_idle: state=4294967295 cpu_id=1\r", true, TestName = "LineEnd_CrLf_IsRead")]
    public void Line_Variant_GivesTheSameEvent(string line, bool inInterrupt)
    {
        Recording recording = Recording.Of(line + "\n");

        Assert.That(recording.Lines, Is.EqualTo([CpuIdle + (inInterrupt ? " irq" : "") + " @1"]));
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero);
    }

    [Test]
    public void LatencyFormat_RelativeMicroseconds_AreTimesFromTheFirstEvent()
    {
        Recording recording = Recording.Of(
            """
            # nop latency trace v1.1.5 on 6.18.44
              dotnet-19020     1d.h.. 11894us : local_timer_entry: vector=236
                bash-19097     0d..2. 8802us#: cpu_idle: state=1 cpu_id=0
              <idle>-0        12d..2. 8803us!: cpu_idle: state=1 cpu_id=12
            """);

        Assert.That(recording.Lines, Is.EqualTo(
        [
            "LocalTimerEntry cpu1 pid19020 11894000 236 0 0 irq @2",
            "CpuIdle cpu0 pid19097 8802000 1 0 0 @3",
            "CpuIdle cpu12 pid0 8803000 1 12 0 @4",
        ]));
        Assert.That(recording.Reader.Format, Is.EqualTo("ftrace text, latency format"));
    }

    [Test]
    public void Ticks_WithClockHz_BecomeNanoseconds()
    {
        Recording recording = Recording.Of(
            "          <idle>-0       [000] d.h1. 7619304376378: cpu_idle: state=1 cpu_id=0\n", clockHz: 2_299_998_000);

        // 7619304376378 / 2299998000 s = 3312.743913854...
        Assert.That(recording.Events.Single().TimeNs, Is.EqualTo(3_312_743_913_854));
        Assert.That(recording.Reader.Clock, Is.EqualTo("ticks at 2299998000 Hz"));
    }

    [Test]
    public void Ticks_WithoutClockHz_AreRefusedWithTheNextStep()
    {
        TraceFormatException error = Assert.Throws<TraceFormatException>(
            () => Recording.Of("# tracer: nop\n          <idle>-0       [000] d.h1. 7619304376378: cpu_idle: state=1 cpu_id=0\n"))!;

        Assert.That(error.Message, Does.StartWith("trace.txt, line 2: ").And.Contains("--clock-hz").And.Contains("x86-tsc").And.Contains("counter"));
    }

    [Test]
    public void Times_OfAnotherForm_AreNotMixedIn()
    {
        Recording recording = Recording.Of(
            """
                      <idle>-0       [000] d.h1.  3461.851885: cpu_idle: state=1 cpu_id=0
                      <idle>-0       [000] d.h1. 7619304376378: cpu_idle: state=1 cpu_id=0
            """);

        Assert.That(recording.Events, Has.Count.EqualTo(1));
        Assert.That(recording.Inspection.UnparsedLines, Is.EqualTo(1));
    }

    [Test]
    public void ClockHz_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelEventReaders.Open("x", new KernelEventReaderOptions { ClockHz = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => KernelEventReaders.Open("x", new KernelEventReaderOptions { ClockHz = 9_000_000_001 }));
    }

    [Test]
    public void Events_OfAllNames_AreCountedAndGiven()
    {
        Recording recording = Recording.Of(
            """
            # tracer: nop
                        bash-19097   [001] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1
                        bash-19097   [003] d..2.  1451.908698: cpu_frequency: state=300000 cpu_id=4
                        bash-19097   [003] d..2.  1451.908698: 0: B|1|old kernels
                        bash-19097   [003] d..2.  1451.908697: cpu_frequency: state=300000 cpu_id=4
            """);

        Assert.That(recording.Inspection.Events, Is.EqualTo(new Dictionary<string, long> { ["0"] = 1, ["cpu_frequency"] = 2, ["cpu_idle"] = 1 }));
        Assert.That(recording.Events.Count(e => e.Kind == KernelEventKind.Other), Is.EqualTo(3));
        Assert.That(recording.Reader.KindsAtStart, Is.EquivalentTo([KernelEventKind.CpuIdle, KernelEventKind.Other]));
        Assert.That(recording.Inspection.Vcpus.Keys, Is.EqualTo([1, 3]));
        Assert.That((recording.Inspection.FirstNs, recording.Inspection.LastNs), Is.EqualTo((1_451_908_697_000, 1_451_908_698_000)));
        Assert.That(recording.Reader.Progress, Is.EqualTo(1));
    }
}
