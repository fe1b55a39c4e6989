using Predictors.Abstractions;
using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Generators;

public sealed class GeneratedTraceTests
{
    // Chance reaches 4.5 standard errors once in 150,000 figures; the seeds are fixed, so a figure that passes passes always.
    private const double MostDeviation = 4.5;

    [TestCase("exponential")]
    [TestCase("exponential:idle=30us,busy=5us,busy-distribution=exponential,cause=timer,exit-latency=3us,vcpus=4")]
    [TestCase("exponential:busy-distribution=pareto,busy-shape=5")]
    [TestCase("pareto:least-idle=10us,most-idle=10ms,idle-shape=1.1")]
    [TestCase("pareto:least-idle=1us,most-idle=50us,idle-shape=2")]
    [TestCase("periodic:period=100us,busy-distribution=uniform,jitter=30us,exit-latency=2us")]
    [TestCase("on-off:burst-idle=10us,quiet-idle=500us,burst-periods=20,quiet-periods=5")]
    [TestCase("ping-pong:work=20us,work-distribution=exponential,exit-latency=5us,pairs=2")]
    [TestCase("fan-out:think=50us,service=20us,service-distribution=exponential,leaves=5,exit-latency=4us")]
    [TestCase("fan-out:think=50us,service=20us,service-distribution=pareto,service-shape=5,leaves=3")]
    [TestCase("fan-out:think=50us,service=20us,service-distribution=uniform,leaves=7")]
    public void Statistics_OfManyPeriods_AreThoseOfTheClosedForm(string workload)
    {
        using var trace = new GeneratedTrace(Generated.Plan(workload, periods: 100_000, seed: 11));
        ReadAll(trace);

        foreach (GeneratedStatistic statistic in trace.Statistics.Single().Statistics)
        {
            Assert.That(statistic.Count, Is.GreaterThanOrEqualTo(49_999), statistic.ToString());
            Assert.That(Math.Abs(statistic.Deviation ?? 0), Is.LessThan(MostDeviation), statistic.ToString());
            if (statistic.Unit == StatisticUnit.Ns && !double.IsNaN(statistic.Expected))
            {
                Assert.That(statistic.Generated, Is.EqualTo(statistic.Expected).Within(5).Percent.Or.EqualTo(0).Within(1), statistic.ToString());
            }
            else if (statistic.Unit == StatisticUnit.Correlation)
            {
                Assert.That(statistic.Generated, Is.EqualTo(statistic.Expected).Within(0.03), statistic.ToString());
            }
        }
    }

    [TestCase("exponential", "f756413ddd1ac3e3da83ea671d839b889c77b05cef612a30b5fc49ce38576b6e")]
    [TestCase("pareto", "c8e6f7d47b5aaaeecf30cbe5b3c98bd8d3ff575692db4648674ee6baae7c3d4a")]
    [TestCase("periodic:jitter=100us", "de8b084dbe600dd4640150490e31ece81d648695f2c111dff924e0dd71a2ddfa")]
    [TestCase("on-off", "6b36df014d8b8eaac267ba84f64a53d90ce5ed79ff5a0222b8d28fc1ef611d3e")]
    [TestCase("ping-pong:work-distribution=exponential,exit-latency=5us", "d9b15a69abb647b189d400e5b1f5fad6bfe468a846e51f33448532f22e27846c")]
    [TestCase("fan-out:service-distribution=pareto", "416df99ff0c9031719c1a787358e72b168cfb68254040a2d4d57ed6f3cb43604")]
    [TestCase("on-off + periodic", "262c45ec56339c444841728b99b12e499bac14d6528e0529b5a99c4d4d3641ee")]
    public void Bytes_OfASeed_AreTheSameOnEveryMachine(string workload, string sha256)
    {
        using var folder = new TemporaryFolder();
        using var trace = new GeneratedTrace(Generated.Plan(workload, seconds: 1, seed: 42) with { PhaseNs = 300_000_000 });
        TraceConverter.Convert(trace, folder["x.csv"], TraceOutputFormat.Csv);

        Assert.That(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(folder["x.csv"]))), Is.EqualTo(sha256));
    }

    [TestCaseSource(nameof(AllWorkloads))]
    public void Trace_Written_ReadsBackAsItWasGenerated(string workload)
    {
        using var folder = new TemporaryFolder();
        GenerationPlan plan = Generated.Plan(workload, seconds: 1);
        TraceConverter.Convert(new GeneratedTrace(plan), folder["x.wake"], TraceOutputFormat.Packed);
        using ITraceReader written = TraceFile.Open(folder["x.wake"], new TraceFileOptions());

        using var trace = new GeneratedTrace(plan);
        Assert.That(RowReader.ReadAll(written), Is.EqualTo(RowReader.ReadAll(trace)));
        Assert.That(written.Header.SourceSha256, Is.EqualTo(trace.Header.Sha256.Digits));
        Assert.That(written.Header.SourceName, Is.EqualTo(plan.Text));
        Assert.That((written.Inspection.FirstNs, written.Inspection.LastNs), Is.EqualTo((0L, 1_000_000_000L)));
    }

    [TestCaseSource(nameof(AllWorkloads))]
    public void Segments_ByPeriods_AreSoManyOnEachVcpu(string workload)
    {
        List<TraceRow> rows = Rows(Generated.Plan(workload, periods: 1000));

        Assert.That(rows.CountBy(r => r.Vcpu).Select(v => v.Value), Is.All.EqualTo(1000));
    }

    [TestCaseSource(nameof(AllWorkloads))]
    public void Wakers_Recorded_AreBusyWhenTheyWake(string workload)
    {
        List<TraceRow> rows = Rows(Generated.Plan(workload, seconds: 1));
        ILookup<int, TraceRow> byVcpu = rows.ToLookup(r => r.Vcpu);
        foreach (TraceRow row in rows)
        {
            if (row.WakerVcpu >= 0)
            {
                Assert.That(row.WakerNs, Is.EqualTo(row.ArrivalNs));
                Assert.That(row.Cause, Is.EqualTo(WakeCause.RescheduleIpi));
                Assert.That(byVcpu[row.WakerVcpu].Any(w => w.EntryNs <= row.WakerNs && row.WakerNs < w.ExitNs), Is.False, row.ToString());
            }
        }
    }

    [Test]
    public void Segments_OfAVcpu_DoNotDependOnHowManyThereAre()
    {
        List<TraceRow> one = Rows(Generated.Plan("exponential:vcpus=1", seconds: 1));
        List<TraceRow> three = Rows(Generated.Plan("exponential:vcpus=3", seconds: 1));

        Assert.That(three.Where(r => r.Vcpu == 0), Is.EqualTo(one));
        Assert.That(three.Where(r => r.Vcpu == 1).Select(r => r.EntryNs).First(), Is.EqualTo(one[0].EntryNs), "the busy period is constant");
        Assert.That(three.Where(r => r.Vcpu == 1).Select(r => r.ExitNs).First(), Is.Not.EqualTo(one[0].ExitNs));
    }

    [Test]
    public void Segments_OfAnotherSeed_AreOthers() =>
        Assert.That(Rows(Generated.Plan("exponential", seconds: 1, seed: 2)), Is.Not.EqualTo(Rows(Generated.Plan("exponential", seconds: 1))));

    [Test]
    public void Segments_WithATimer_KnowIt()
    {
        foreach (TraceRow row in Rows(Generated.Plan("periodic:jitter=50us + exponential:cause=timer", seconds: 1)))
        {
            Assert.That(row.EntryNs + row.NextTimerNs, Is.EqualTo(row.ArrivalNs));
            Assert.That(row.TimerWrites, Is.EqualTo(1));
        }
    }

    [Test]
    public void Phases_InTurn_BeginAfterAGapAndStayInside()
    {
        GenerationPlan plan = Generated.Plan("periodic:period=1ms,vcpus=3 + exponential:vcpus=2", seconds: 1) with { PhaseNs = 250_000_000 };
        List<TraceRow> rows = Rows(plan);

        Assert.That(rows.Select(r => r.ExitNs), Is.All.AtMost(1_000_000_000));
        foreach (TraceRow row in rows)
        {
            long phase = row.EntryNs / plan.PhaseNs;
            Assert.That((row.ExitNs - 1) / plan.PhaseNs, Is.EqualTo(phase));
            Assert.That(row.Cause, Is.EqualTo(phase % 2 == 0 ? WakeCause.Timer : WakeCause.DeviceInterrupt));
        }

        TraceRow[] gaps = [.. rows.Where(r => (r.Flags & SegmentFlags.AfterGap) != 0)];
        Assert.That(gaps.CountBy(r => r.Vcpu), Is.EquivalentTo(new Dictionary<int, int> { [0] = 3, [1] = 3, [2] = 1 }));
        Assert.That(gaps.Select(r => r.EntryNs % plan.PhaseNs), Is.All.LessThan(2_000_000));
    }

    [TestCase("exponential:idle=0", "exponential: idle=0 is not accepted: duration, 1ns to 3600s.")]
    [TestCase("exponential:vcpus=0", "exponential: vcpus=0 is not accepted: whole number, 1 to 1024.")]
    [TestCase("pareto:least-idle=2ms,most-idle=1ms", "pareto: most-idle=1ms must be longer than least-idle=2ms.")]
    [TestCase(
        "periodic:period=100us,busy=90us,jitter=20us",
        "periodic: period=100us must be longer than jitter, exit latency and the longest busy period together, 110us.")]
    public void Choice_WrongValues_AreRefused(string workload, string message) =>
        Assert.That(() => Generated.Choose(workload), Throws.InstanceOf<FormatException>().With.Message.EqualTo(message));

    [Test]
    public void Plan_WithoutALength_IsRefused() =>
        Assert.That(() => new GeneratedTrace(Generated.Plan("exponential")), Throws.ArgumentException);

    private static IEnumerable<string> AllWorkloads() => Workloads.All.Select(w => w.Description.Name);

    private static List<TraceRow> Rows(GenerationPlan plan)
    {
        using var trace = new GeneratedTrace(plan);
        return RowReader.ReadAll(trace);
    }

    private static void ReadAll(GeneratedTrace trace)
    {
        while (trace.Read() is { } chunk)
        {
            trace.Recycle(chunk);
        }
    }
}
