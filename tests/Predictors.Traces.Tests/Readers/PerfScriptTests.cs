namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class PerfScriptTests
{
    [TestCase("         swapper     0 [001]  1380.711301:           power:cpu_idle: state=4294967295 cpu_id=1", TestName = "Default_IsRead")]
    [TestCase("         swapper     0 [001]  1380.711301000:           power:cpu_idle: state=4294967295 cpu_id=1", TestName = "Nanoseconds_AreRead")]
    [TestCase("         swapper     0/0     [001]  1380.711301: power:cpu_idle: state=4294967295 cpu_id=1", TestName = "ProcessAndThread_AreRead")]
    [TestCase("         swapper     0 [001]  1380.711301:          1           power:cpu_idle: state=4294967295 cpu_id=1", TestName = "Period_IsPassedOver")]
    [TestCase("         swapper     0 [001] K      1380.711301:           power:cpu_idle: state=4294967295 cpu_id=1", TestName = "Misc_IsPassedOver")]
    [TestCase("    0 [001]  1380.711301:           power:cpu_idle: state=4294967295 cpu_id=1", TestName = "WithoutTask_IsRead")]
    [TestCase("         swapper     0 [001]  1380.711301:           power:cpu_idle: state=4294967295 cpu_id=1 ffffffff813a8834 cpuidle_enter", TestName = "Address_BehindTheText_IsPassedOver")]
    public void Line_Variant_GivesTheSameEvent(string line)
    {
        Recording recording = Recording.Of(line);

        Assert.That(recording.Lines, Is.EqualTo(["CpuIdle cpu1 pid0 1380711301000 -1 1 0 @1"]));
        Assert.That(recording.Inspection.Events, Is.EqualTo(new Dictionary<string, long> { ["cpu_idle"] = 1 }));
        Assert.That(recording.Reader.Format, Is.EqualTo("perf script text"));
    }

    [Test]
    public void Script_WithHeaderStacksAndOwnRecords_GivesOnlyTheEvents()
    {
        Recording recording = Recording.Of(
            "# captured on: today\n"
            + "        kthreadd     0 [000]     0.000000: PERF_RECORD_FORK(3:3):(2:2)\n"
            + "           sleep 11147 [001]  4028.278270: PERF_RECORD_COMM exec: sleep:11147/11147\n"
            + "          :18801 18801/18802 [000]  4028.278271:  sched:sched_waking: comm=migration/0 pid=18 prio=0 target_cpu=000\n"
            + "\tffffffff813a8834 try_to_wake_up+0x4 ([kernel.kallsyms])\n"
            + "\t    7f0123456789 [unknown] (/usr/lib/libc.so.6)\n"
            + "            ffffffff813a8834 older_perf ([kernel])\n"
            + "\n"
            + "         swapper     0 [000]  4028.278272: PERF_RECORD_LOST lost 12\n"
            + "         swapper     0 [000]  4028.278273:  power:cpu_idle: state=1 cpu_id=0\n"
            + "              :-1    -1 [000]  4028.278274:  power:cpu_idle: state=1 cpu_id=0\n");

        Assert.That(recording.Lines, Is.EqualTo(
        [
            "SchedWaking cpu0 pid18802 4028278271000 18 0 0 @4",
            "LostEvents cpu0 pid-1 4028278271000 12 0 0 @9",
            "CpuIdle cpu0 pid0 4028278273000 1 0 0 @10",
            "CpuIdle cpu0 pid-1 4028278274000 1 0 0 @11",
        ]));
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero);
        Assert.That(recording.Inspection.FirstNs, Is.EqualTo(4_028_278_271_000));
    }

    [TestCase("           cli-1 10946  4028.277680:  sched:sched_waking: comm=a pid=10930 prio=120 target_cpu=000", "no CPU column")]
    [TestCase("           cli-1 10931/10946 K 4028.277680:  1 sched:sched_waking: comm=a pid=10930 prio=120 target_cpu=000", "no CPU column")]
    [TestCase("           cli-1 10946 [000]    sched:sched_waking: comm=a pid=10930 prio=120 target_cpu=000", "no time column")]
    public void Script_WithoutAColumn_IsRefusedWithTheNextStep(string line, string reason)
    {
        TraceFormatException error = Assert.Throws<TraceFormatException>(() => Recording.Of(line))!;

        Assert.That(error.Message, Does.StartWith("trace.txt, line 1: ").And.Contains(reason).And.Contains("-F comm,pid,tid,cpu,time,event,trace"));
    }

    [Test]
    public void Timer_WithBareFunctionAddress_IsNotTakenForTheTick()
    {
        KernelEvent e = Recording.Of(
            "         swapper     0 [000]  4028.280381107:  timer:hrtimer_expire_entry: hrtimer=0xffffc900018c3ca8 function=0xffffffff8141e230 now=4028280380019\n"
            + "         swapper     0 [000]  4028.3000000:  power:cpu_idle: state=1 cpu_id=0\n").Events[0];

        Assert.That((e.A, e.B, e.C), Is.EqualTo((unchecked((long)0xffffc900018c3ca8), 4_028_280_380_019L, 0L)));
    }
}
