using Predictors.Abstractions;
using Predictors.Traces.Tests.Readers;

namespace Predictors.Traces.Tests.Segments;

/// <summary>What real recordings of a guest show, and what a naive importer gets wrong.</summary>
[TestFixture]
public sealed class RecordingPitfallTests
{
    private const string Cyclictest = "cyclictest-1000us-tsc.txt.gz";
    private const string JavaPerf = "java-closed-4x4ms.perf-script.txt.zst";
    private const string Java = "java-closed-8x5ms.txt.zst";
    private const string Memcached = "memcached-open-2000.txt.zst";
    private const string MemcachedTimers = "memcached-open-3000-hrtimers.txt.zst";
    private const string Phases = "phases-mix-a.txt.zst";
    private const string Redis = "redis-50-clients.txt.zst";
    private const string TcpRr = "tcp-rr-pinned.txt.gz";

    private static readonly string[] Ftrace = [Cyclictest, Java, Memcached, MemcachedTimers, Phases, Redis, TcpRr];
    private static readonly string[] All = [JavaPerf, .. Ftrace];

    [Test]
    public void CpuWithoutCpuIdle_IsIdleLikeItsNeighbourInSymmetricLoads([Values(Java, Memcached, MemcachedTimers, Redis, TcpRr)] string name)
    {
        SegmentList list = Read(name);
        VcpuInspection zero = list.Inspection.Vcpus[0];
        VcpuInspection one = list.Inspection.Vcpus[1];

        Assert.That((zero.IdleSource, one.IdleSource), Is.EqualTo(("cpu_idle", "sched_switch")));
        Assert.That((double)one.IdleNs / zero.IdleNs, Is.EqualTo(1).Within(0.08));
        Assert.That((double)one.Segments / zero.Segments, Is.EqualTo(1).Within(0.09));
        Assert.That((double)one.TaskRan / one.Segments, Is.EqualTo((double)zero.TaskRan / zero.Segments).Within(0.02));
    }

    [Test]
    public void CpuWithCpuIdle_DerivedAsIfItHadNone_GivesNearlyTheSame([Values(Java, Memcached, MemcachedTimers, Redis, TcpRr, Phases)] string name)
    {
        SegmentList told = Read(name);
        using IKernelEventReader events = SharedSegments.Open(SharedRecordings.Find("traces-raw/" + name));
        SegmentList derived = SegmentList.Of(new FilteredEvents(events, NotWrittenByIdleTask));
        IReadOnlyList<Segment> truth = told.On(0);
        IReadOnlyList<Segment> without = derived.On(0);

        Assert.That(derived.Inspection.Vcpus[0].IdleSource, Is.EqualTo("sched_switch"));
        Assert.That((double)without.Count / truth.Count, Is.EqualTo(1).Within(0.07), "the most where need_resched is often seen before the halt");
        Assert.That(MedianSleepNs(without) - MedianSleepNs(truth), Is.InRange(-12_000, 12_000));
        Assert.That(Share(without, s => s.TaskRan), Is.EqualTo(Share(truth, s => s.TaskRan)).Within(0.02));
        foreach (WakeCause cause in Enum.GetValues<WakeCause>())
        {
            Assert.That(Share(without, s => s.Cause == cause), Is.EqualTo(Share(truth, s => s.Cause == cause)).Within(0.06), cause.ToString());
        }
    }

    [Test]
    public void Exit_WrittenAsMaxU32_EndsEachPair([ValueSource(nameof(All))] string name)
    {
        VcpuInspection zero = Read(name).Inspection.Vcpus[0];

        Assert.That(zero.Pairs, Is.GreaterThan(3900).And.EqualTo(zero.Enters - zero.OpenAtEnd).And.EqualTo(zero.Exits - zero.ExitWithoutEnter));
    }

    [Test]
    public void Exit_ComesMicrosecondsAfterTheInterruptThatEndsTheHalt([Values(Cyclictest, Java, Memcached, MemcachedTimers, Phases)] string name)
    {
        long[] late = [.. Read(name).On(0).Where(s => s.Estimated).Select(s => s.ExitNs - s.ArrivalNs).Order()];

        Assert.That(late[0], Is.GreaterThanOrEqualTo(0));
        Assert.That(late[late.Length / 2], Is.InRange(2_000, 17_000));
    }

    [Test]
    public void Exit_IsThatOfCpuIdleAndNotTheLaterSwitch()
    {
        var exits = new HashSet<long>();
        var delays = new List<long>();
        long exitNs = -1;
        foreach (KernelEvent e in Recording.OfFile(SharedRecordings.Find("traces-raw/" + Phases)).Events.Where(e => e.Cpu == 0))
        {
            if (e is { Kind: KernelEventKind.CpuIdle, A: -1 or uint.MaxValue })
            {
                exits.Add(exitNs = e.TimeNs);
            }
            else if (e is { Kind: KernelEventKind.SchedSwitch, A: 0 } && exitNs >= 0)
            {
                delays.Add(e.TimeNs - exitNs);
                exitNs = -1;
            }
        }

        delays.Sort();
        Assert.That(Read(Phases).On(0).Select(s => s.ExitNs), Is.SubsetOf(exits));
        Assert.That(delays[delays.Count / 2], Is.InRange(5_000, 15_000), "the tick is restarted in between");
    }

    [Test]
    public void Halts_ThatEndWithoutATask_AreSegmentsOfTheirOwn()
    {
        SegmentList java = Read(Java);

        Assert.That(Share(java.On(0), s => !s.TaskRan), Is.InRange(0.09, 0.22));
        Assert.That(Share(java.On(1), s => !s.TaskRan), Is.InRange(0.09, 0.22));
        Assert.That(Share(Read(Cyclictest).On(1), s => !s.TaskRan), Is.InRange(0.22, 0.57), "this CPU had nothing to do");
    }

    [Test]
    public void Interrupts_Several_MakeOneSegmentPerPair([ValueSource(nameof(All))] string name)
    {
        SegmentList list = Read(name);

        Assert.That(list.On(0), Has.Count.EqualTo(list.Inspection.Vcpus[0].Pairs));
    }

    [Test]
    public void TimerInterrupts_ThatExpireNothing_AreTimersWithAnEstimate()
    {
        IReadOnlyList<Segment> timers = [.. Read(MemcachedTimers).On(0).Where(s => s.Cause == WakeCause.Timer)];

        Assert.That(Share(timers, s => s.Measured), Is.GreaterThan(0.84));
        Assert.That(Share(timers, s => s.Estimated), Is.InRange(0.01, 0.16));
        Assert.That(timers.Where(s => s.Measured).Count(s => s.ArrivalNs == s.EntryNs + s.NextTimerNs), Is.GreaterThan(0.95 * timers.Count(s => s.Measured)));
    }

    [Test]
    public void WakeUps_WithoutInterrupt_AreFew([ValueSource(nameof(Ftrace))] string name)
    {
        double none = Share(Read(name).On(1), s => s.Cause is WakeCause.Unknown or WakeCause.RemoteStore);

        Assert.That(none, Is.AtMost(0.28));
        Assert.That(Read(Redis).On(1).Count(s => s.Cause == WakeCause.RemoteStore && s.WakerVcpu == 0), Is.GreaterThan(100));
    }

    [Test]
    public void Switches_ToIdleAndBackWithoutHalt_AreNoSegments()
    {
        int switches = Recording.OfFile(SharedRecordings.Find("traces-raw/" + Redis)).Events
            .Count(e => e is { Cpu: 0, Kind: KernelEventKind.SchedSwitch, B: 0 });

        Assert.That(Read(Redis).On(0).Count(s => s.TaskRan), Is.LessThan(switches - 500));
    }

    [Test]
    public void Edges_OfTheWindow_AreCounted()
    {
        VcpuInspection zero = Read(Cyclictest).Inspection.Vcpus[0];

        Assert.That((zero.ExitWithoutEnter, zero.OpenAtEnd), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Recordings_AreReadWithoutAnomaliesOrLines([ValueSource(nameof(All))] string name)
    {
        TraceInspection inspection = Read(name).Inspection;

        // Tasks that the recorder left out: where one goes to sleep on CPU 1, the next halt there begins unseen.
        Assert.That(inspection.Anomalies.Where(a => a.Name != "idle-entry-not-seen"), Is.Empty, "cpu_id is the record's CPU, nothing is lost");
        Assert.That(inspection.Anomalies.Sum(a => a.Count), Is.LessThan(10));
        Assert.That(inspection.UnparsedLines, Is.Zero, "names hold blanks, dashes, slashes and colons");
    }

    [Test]
    public void TickStamps_AreNanoseconds_AndHaltingIsOnInCyclictest()
    {
        long[] periods = [.. Read(Cyclictest).On(0).Zip(Read(Cyclictest).On(0).Skip(1), (a, b) => b.EntryNs - a.EntryNs).Order()];

        Assert.That(periods[periods.Length / 2], Is.EqualTo(1_000_000).Within(10_000));
    }

    [Test]
    public void Waker_FoundByTheTaskThatRan_IsTheSenderOfTheIpi()
    {
        using IKernelEventReader events = SharedSegments.Open(SharedRecordings.Find("traces-raw/" + Java));
        IReadOnlyList<Segment> byTask = SegmentList.Of(new FilteredEvents(events, _ => true, KernelEventKind.IpiSend)).On(0);
        List<(Segment BySender, Segment ByTask)> both = [.. Read(Java).On(0).Zip(byTask).Where(p => p.First.WakerVcpu >= 0 && p.First.TaskRan)];

        Assert.That(both, Has.Count.GreaterThan(2000));
        Assert.That(both.Count(p => p.ByTask.WakerVcpu == p.BySender.WakerVcpu), Is.GreaterThan(0.9 * both.Count));
        Assert.That(
            both.Where(p => p.ByTask.WakerVcpu >= 0).Count(p => p.BySender.ArrivalNs - p.ByTask.ArrivalNs is >= 0 and < 10_000),
            Is.GreaterThan(0.9 * both.Count));
    }

    [Test]
    public void BusyTime_OfShortBursts_IsThatOfTheEventsAndNotOfTheTick()
    {
        TraceInspection inspection = Read(Memcached).Inspection;

        Assert.That(1 - ((double)inspection.Vcpus[0].IdleNs / (inspection.LastNs - inspection.FirstNs)), Is.InRange(0.06, 0.1));
    }

    [Test]
    public void FirstAndLastHalfSecond_ThatHoldTheRecorder_AreKept([ValueSource(nameof(All))] string name)
    {
        SegmentList list = Read(name);

        Assert.That(list.On(0)[0].EntryNs - list.Inspection.FirstNs, Is.LessThan(500_000_000));
        Assert.That(list.Inspection.LastNs - list.On(0)[^1].ExitNs, Is.LessThan(500_000_000));
    }

    private static SegmentList Read(string name) => SharedSegments.Of("traces-raw/" + name);

    private static double Share(IReadOnlyList<Segment> segments, Func<Segment, bool> predicate) => (double)segments.Count(predicate) / segments.Count;

    private static long MedianSleepNs(IReadOnlyList<Segment> segments) =>
        segments.Select(s => s.ArrivalNs - s.EntryNs).Order().ElementAt(segments.Count / 2);

    private static bool NotWrittenByIdleTask(KernelEvent e) =>
        e.Cpu != 0 || !(e.Kind is KernelEventKind.CpuIdle or KernelEventKind.TickStop || e is { Kind: KernelEventKind.SchedSwitch, A: 0 });
}
