using static Predictors.Traces.Tests.Readers.Binary.Perfetto.PerfettoBytes;

namespace Predictors.Traces.Tests.Readers.Binary.Perfetto;

[TestFixture]
public sealed class PerfettoTests
{
    private static readonly ProtoBytes TwoEvents = Bundle(1, Idle(1000, 0, 1), Idle(1500, uint.MaxValue, 1));

    [Test]
    public void Fields_ThatAreNotWritten_AreZero()
    {
        Recording recording = Recording.OfBinary(Trace(Bundle(0, Idle(1000, 0, 0), Idle(1500, uint.MaxValue, 0), Switch(1600, 0, 7))));

        Assert.That(recording.Lines, Is.EqualTo([
            "CpuIdle cpu0 pid0 1000 0 0 0 @0",
            "CpuIdle cpu0 pid0 1500 -1 0 0 @0",
            "SchedSwitch cpu0 pid0 1600 0 7 0 @0",
        ]));
        Assert.That(recording.Reader.Format, Is.EqualTo("perfetto protobuf"));
        Assert.That(recording.Reader.Clock, Is.EqualTo("boot"));
        Assert.That(recording.Inspection.Events, Is.EqualTo(new Dictionary<string, long> { ["cpu_idle"] = 2, ["sched_switch"] = 1 }));
    }

    [Test]
    public void Bundles_OfSeveralCpus_AreMergedByTime()
    {
        Recording recording = Recording.OfBinary(Trace(TwoEvents, Bundle(0, Switch(900, 5, 0), Waking(1200, 5, 6, 1)), Bundle(1, Switch(1600, 0, 6))));

        Assert.That(recording.Events.Select(e => (e.Cpu, e.TimeNs)), Is.EqualTo([(0, 900), (1, 1000), (0, 1200), (1, 1500), (1, 1600L)]));
        Assert.That(recording.Inspection.Anomalies, Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void PackedPackets_GiveTheEventsOfPlainOnes(bool zstd)
    {
        byte[] packets = Trace(TwoEvents, Bundle(0, Switch(900, 5, 0)));

        Recording packed = Recording.OfBinary(Trace(Packed(packets, zstd), Bundle(0, Switch(2000, 0, 5))));

        Assert.That(packed.Events.Select(e => (e.Cpu, e.TimeNs, e.Place)), Is.EqualTo([(0, 900, 0), (1, 1000, 0), (1, 1500, 0), (0, 2000L, packed.Events[3].Place)]));
        Assert.That(packed.Events[3].Place, Is.GreaterThan(0));
    }

    [Test]
    public void PackedPackets_InsidePackedPackets_AreRefused()
    {
        ProtoBytes packed = Packed(Trace(Packed(Trace(TwoEvents), zstd: false)), zstd: false);

        Assert.That(() => Recording.OfBinary(Trace(packed)), Throws.InstanceOf<TraceFormatException>().With.Message.Contains("inside packed packets"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void PackedPackets_ThatUnpackToFarMore_AreRefused(bool zstd)
    {
        ProtoBytes packed = Packed(new byte[80 << 20], zstd);

        Assert.That(() => Recording.OfBinary(Trace(packed)), Throws.InstanceOf<TraceFormatException>().With.Message.Contains("unpacks to more than"));
    }

    [Test]
    public void Gzip_AroundTheFile_IsUnpacked()
    {
        using var folder = new Conversion.TemporaryFolder();
        string path = folder.Write("trace", Gzip(Trace(TwoEvents)));

        Assert.That(Recording.OfFile(path).Events, Has.Count.EqualTo(2));
    }

    [Test]
    public void CompactSched_GivesSwitchesAndWakings_BetweenTheOtherEvents()
    {
        ProtoBytes compact = new ProtoBytes()
            .Column(1, 1000, 400, 200).Column(3, 7, 0, 9).Column(2, 1, 0, 0).Text(5, "a task")
            .Column(7, 1100, 450).Column(8, 9, 11).Column(9, 1, 0).Column(12, 0, 0x08);
        ProtoBytes bundle = new ProtoBytes().Number(1, 1).Message(2, Idle(1450, 1, 1)).Message(2, Idle(1560, uint.MaxValue, 1)).Message(4, compact);

        Recording recording = Recording.OfBinary(Trace(new ProtoBytes().Message(1, bundle)));

        Assert.That(recording.Lines, Is.EqualTo([
            "SchedSwitch cpu1 pid-1 1000 -1 7 0 @0",
            "SchedWaking cpu1 pid7 1100 9 1 0 @0",
            "SchedSwitch cpu1 pid7 1400 7 0 0 @0",
            "CpuIdle cpu1 pid0 1450 1 1 0 @0",
            "SchedWaking cpu1 pid0 1550 11 0 0 irq @0",
            "CpuIdle cpu1 pid0 1560 -1 1 0 @0",
            "SchedSwitch cpu1 pid0 1600 0 9 0 @0",
        ]));
        Assert.That(recording.Inspection.Events, Is.EqualTo(new Dictionary<string, long> { ["cpu_idle"] = 2, ["sched_switch"] = 3, ["sched_waking"] = 2 }));
    }

    [Test]
    public void CompactSched_InTheNextBundle_GoesOnFromTheLastTask()
    {
        ProtoBytes First(ulong timeNs, ulong pid) => new ProtoBytes().Message(1, new ProtoBytes().Message(4, new ProtoBytes().Column(1, timeNs).Column(3, pid)));

        Recording recording = Recording.OfBinary(Trace(First(1000, 7), First(1200, 0)));

        Assert.That(recording.Events.Select(e => (e.A, e.B)), Is.EqualTo([(-1L, 7L), (7L, 0L)]));
    }

    [Test]
    public void CompactSched_WithColumnsOfDifferentLengths_IsAnAnomaly()
    {
        ProtoBytes compact = new ProtoBytes().Column(1, 1000, 400, 200).Column(3, 7, 0);

        Recording recording = Recording.OfBinary(Trace(new ProtoBytes().Message(1, new ProtoBytes().Message(4, compact))));

        Assert.That(recording.Events, Has.Count.EqualTo(2));
        Assert.That(recording.Inspection.Anomalies.Single().Name, Is.EqualTo("record-not-understood"));
    }

    [Test]
    public void GuestWait_ThatIsNegative_IsNotUnderstood()
    {
        ProtoBytes wait = Generic(1200, 5, "kvm_vcpu_wakeup", ("ns", ulong.MaxValue), ("waited", 1ul), ("valid", 1ul));

        Recording recording = Recording.OfBinary(Trace(TwoEvents, Bundle(0, wait)));

        Assert.That(recording.Events.Select(e => e.Kind), Has.None.EqualTo(KernelEventKind.KvmVcpuWakeup));
        Assert.That(recording.Inspection.Anomalies.Single().Name, Is.EqualTo("record-not-understood"));
    }

    [Test]
    public void LostEvents_AreMarkedBeforeTheirBundle_AndCountedByTheKernel()
    {
        ProtoBytes lossy = new ProtoBytes().Message(1, new ProtoBytes().Number(1, 1).Message(2, Idle(3000, 1, 1)).Number(3, 1));
        byte[] trace = Trace(Stats(1, 1, 5), TwoEvents, lossy, Stats(2, 1, 17));

        Recording recording = Recording.OfBinary(trace);
        Assert.That(recording.Events.Select(e => (e.Kind, e.TimeNs)), Is.EqualTo([
            (KernelEventKind.CpuIdle, 1000L), (KernelEventKind.CpuIdle, 1500), (KernelEventKind.LostEvents, 1500), (KernelEventKind.CpuIdle, 3000),
        ]));
        Assert.That(recording.Inspection.Vcpus[1].LostEvents, Is.EqualTo(12));
    }

    [Test]
    public void LostEvents_WithoutAMark_AreAnAnomaly()
    {
        Recording recording = Recording.OfBinary(Trace(Stats(1, 1, 5), TwoEvents, Stats(2, 1, 17)));

        Assert.That(recording.Inspection.Anomalies.Single(), Has.Property("Name").EqualTo("events-lost-somewhere").And.Property("Count").EqualTo(12));
    }

    [Test]
    public void GenericEvents_AreKnownByTheirNames()
    {
        Recording recording = Recording.OfBinary(Trace(Bundle(
            0,
            Generic(1000, 0, "tick_stop", ("success", 1UL), ("dependency", 0UL)),
            Generic(1001, 0, "reschedule_entry", ("vector", 253UL)),
            Generic(1002, 4, "my_driver:event", ("x", 1UL)),
            Generic(1003, 0, "sched_wake_idle_without_ipi", ("other", 1UL)),
            Idle(1004, 1, 0))));

        Assert.That(recording.Lines, Is.EqualTo([
            "TickStop cpu0 pid0 1000 1 0 0 @0",
            "RescheduleEntry cpu0 pid0 1001 253 0 0 @0",
            "Other cpu0 pid4 1002 0 0 0 @0",
            "CpuIdle cpu0 pid0 1004 1 0 0 @0",
        ]));
        Assert.That(recording.Inspection.Events.Keys, Is.EquivalentTo(["tick_stop", "reschedule_entry", "my_driver:event", "cpu_idle"]));
        Assert.That(recording.Inspection.Anomalies.Single().Name, Is.EqualTo("record-not-understood"));
    }

    [Test]
    public void Interrupts_AreToldByTheirNames()
    {
        ProtoBytes irq = new ProtoBytes().Number(1, 4).Text(2, "arch_timer");
        ProtoBytes ipi = new ProtoBytes().Text(1, "Rescheduling interrupts");

        Recording recording = Recording.OfBinary(Trace(Bundle(0, Event(10, 0, 36, irq), Event(11, 0, 21, ipi), Idle(12, 1, 0), Event(13, 0, 559, new ProtoBytes().Number(1, 236)))));

        Assert.That(recording.Lines.Where(l => !l.StartsWith("CpuIdle", StringComparison.Ordinal)), Is.EqualTo([
            "IrqHandlerEntry cpu0 pid0 10 4 2 0 @0", "IpiEntry cpu0 pid0 11 1 0 0 @0", "LocalTimerEntry cpu0 pid0 13 236 0 0 @0",
        ]));
    }

    [Test]
    public void Names_OfNumbers_AreThoseOfTheRecorder()
    {
        ProtoBytes[] events = [Idle(1, 1, 0), .. new[] { 3, 113, 313, 327 - 1, 400, 539, 77_777 }.Select(n => Event(2, 1, n, new ProtoBytes()))];

        Recording recording = Recording.OfBinary(Trace(Bundle(0, events)));

        Assert.That(recording.Inspection.Events.Keys, Is.EquivalentTo([
            "cpu_idle", "print", "suspend_resume", "rss_stat", "oom_score_adj_update", "kvm_vcpu_wakeup", "pixel_mm_kswapd_done", "ftrace_event_77777",
        ]));
    }

    [Test]
    public void Trace_WithoutFtraceEvents_IsRefused()
    {
        byte[] trace = Trace(new ProtoBytes().Number(8, 5).Message(11, new ProtoBytes().Number(9, 1)));

        Assert.That(() => Recording.OfBinary(trace), Throws.InstanceOf<TraceFormatException>().With.Message.Contains("holds no ftrace data"));
    }

    [Test]
    public void Trace_CutShortAnywhere_GivesOneClearErrorOrItsPackets()
    {
        byte[] trace = Trace(TwoEvents, Bundle(0, Switch(900, 5, 0)), Packed(Trace(Bundle(0, Switch(2000, 0, 5))), zstd: false));
        int first = Trace(TwoEvents).Length;
        int second = Trace(TwoEvents, Bundle(0, Switch(900, 5, 0))).Length;
        for (int length = first + 1; length < trace.Length; length++)
        {
            byte[] cut = trace[..length];
            if (length != second)
            {
                Assert.Throws<TraceFormatException>(() => Recording.OfBinary(cut), $"{length} bytes");
            }
        }

        Assert.That(Recording.OfBinary(trace[..second]).Events, Has.Count.EqualTo(3));
    }

    [Test]
    public void Text_ThatBeginsWithAnEmptyLine_IsNoPerfettoTrace()
    {
        using var folder = new Conversion.TemporaryFolder();
        string path = folder.Write("trace", "\n# tracer: nop\n          <idle>-0       [001] d..1.    10.000001: cpu_idle: state=1 cpu_id=1\n"u8.ToArray());

        Assert.That(Recording.OfFile(path).Events, Has.Count.EqualTo(1));
    }
}
