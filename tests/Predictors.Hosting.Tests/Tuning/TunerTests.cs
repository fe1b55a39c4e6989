using CsCheck;
using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Fixed;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Ranking;

namespace Predictors.Hosting.Tests;

public sealed class TunerTests
{
    private const string AnyWindow = "fixed-window:window=1us..1ms*2";

    /// <summary>
    /// With a share q of idle periods of length a, and a halt that costs C, a window of a costs q a + (1 - q)(a + C) and none costs C: a is best where
    /// it is below q C, and any longer window costs (1 - q) more for each ns.
    /// </summary>
    [Test]
    public void Run_TwoIdleLengths_FindsTheWindowWithinFivePercent() => Gen.Select(Gen.Int[0, 1_000], Gen.Long[5_000, 50_000]).Sample((seed, shortNs) =>
    {
        TuningResult result = Tune.Run(new FixedWindowFactory(), AnyWindow, null, MadeUpTrace.Of(IdleLengths.Mixed(seed, 4_000, shortNs, 3_000_000, 0.7)));

        // A default that is as good to within a thousandth is kept.
        if (result.Verdict == TuningVerdict.Change)
        {
            Assert.That(Tune.DurationNs(result, "window"), Is.InRange(shortNs, shortNs * 1.05), $"short {shortNs}");
        }
        else
        {
            Assert.That(shortNs, Is.InRange(19_000, 20_000));
        }
    }, iter: 12, threads: 1);

    [Test]
    public void Run_ShortIdlesThatAreTooRare_FindsNoWindow()
    {
        // 0.3 of 100 us is less than 40 us: halting at once is best.
        TuningResult result = Tune.Run(new FixedWindowFactory(), "fixed-window:window=0|5us..1ms*2", null, MadeUpTrace.Of(IdleLengths.Mixed(1, 4_000, 40_000, 3_000_000, 0.3)));

        Assert.That((result.Verdict, Tune.DurationNs(result, "window")), Is.EqualTo((TuningVerdict.Change, 0L)));
    }

    [Test]
    public void Run_ShiftedCopy_GivesTheSameAnswer()
    {
        MadeUpTrace trace = MadeUpTrace.Of(IdleLengths.Mixed(3, 6_000, 40_000, 900_000, 0.7));

        string answer = Tune.Text(Tune.Run(new FixedWindowFactory(), AnyWindow, null, trace));

        Assert.That(Tune.Text(Tune.Run(new FixedWindowFactory(), AnyWindow, null, trace.Shifted(1_234_567_890_123))), Is.EqualTo(answer));
    }

    [Test]
    public void Run_AnyNumberOfThreads_GivesTheSameAnswer()
    {
        MadeUpTrace[] traces = [.. Enumerable.Range(4, 3).Select(seed => MadeUpTrace.Of(IdleLengths.Mixed(seed, 3_000, 40_000, 900_000, 0.6)))];

        string answer = Tune.Text(Tune.Run(new HaltPollFactory(), "haltpoll:max=20us..500us*2,shrink=0|2", null, threads: 1, traces));

        foreach (int threads in (int[])[2, 4])
        {
            Assert.That(
                Tune.Text(Tune.Run(new HaltPollFactory(), "haltpoll:max=20us..500us*2,shrink=0|2", null, threads, traces)), Is.EqualTo(answer), $"{threads} threads");
        }
    }

    /// <summary>
    /// The interval speaks of the load, and the half that was held back is itself a draw of it: two draws of one size differ by more than one
    /// interval in 17 of 100 cases.
    /// </summary>
    [Test]
    public void Run_OnTheFirstHalf_PredictsTheGainOnTheOther()
    {
        const int seeds = 20;
        int within = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            long[] idles = IdleLengths.Mixed(seed, 16_000, 40_000, 1_000_000, 0.6);
            TuningResult result = Tune.Run(new FixedWindowFactory(), AnyWindow, null, MadeUpTrace.Of(idles[..8_000]));
            MadeUpTrace heldBack = MadeUpTrace.Of(idles[8_000..]);
            double ratio = CostOn(heldBack, Tune.Value(result, "window")) / CostOn(heldBack, "20us");
            within += ratio >= result.HeldOut!.Low && ratio <= result.HeldOut.High ? 1 : 0;
            Assert.That(result.HeldOut.High - result.HeldOut.Low, Is.LessThan(0.1), "an interval that says something");
        }

        Assert.That(within, Is.GreaterThanOrEqualTo(seeds * 7 / 10));
    }

    [Test]
    public void Run_LoadThatTurnsRound_KeepsTheDefault()
    {
        // What suits one half is wrong for the other: windows of 40 us first, none later.
        long[] idles = [.. Enumerable.Repeat(40_000L, 30_000), .. Enumerable.Repeat(1_200_000L, 1_000)];

        TuningResult result = Tune.Run(new FixedWindowFactory(), "fixed-window:window=0|40us", null, MadeUpTrace.Of(idles));

        Assert.That((result.Verdict, result.Recommended), Is.EqualTo((TuningVerdict.KeepDefault, result.Default)), result.Sentence);
        Assert.That(result.Sentence, Does.StartWith("Keep the default"));
        Assert.That(result.HeldOut!.LowPercent, Is.LessThanOrEqualTo(0));
    }

    [Test]
    public void Run_SettingsThatMakeNoDifference_KeepsTheDefault()
    {
        // No halt ever falls below any of these caps: haltpoll never begins to poll.
        TuningResult result = Tune.Run(new HaltPollFactory(), "haltpoll:max=100us|200us|300us", null, MadeUpTrace.Of(Enumerable.Repeat(5_000_000L, 4_000)));

        Assert.That(result.Sentence, Does.StartWith("Keep the default: no other setting of haltpoll"));
    }

    [Test]
    public void Run_SeveralTracesOfOneKind_JudgesEachByTheOthers()
    {
        MadeUpTrace[] traces = [.. Enumerable.Range(7, 3).Select(seed => MadeUpTrace.Of(IdleLengths.Mixed(seed, 4_000, 40_000, 1_000_000, 0.7)))];

        TuningResult result = Tune.Run(new FixedWindowFactory(), AnyWindow, null, traces);

        Assert.That(result.Verdict, Is.EqualTo(TuningVerdict.Change));
        Assert.That(result.HeldOut!.LowPercent, Is.GreaterThan(10));
        Assert.That(Tune.DurationNs(result, "window"), Is.InRange(40_000, 42_000));
    }

    [Test]
    public void Run_TracesOfTwoKinds_SaysThatTheyAreToBeTunedApart()
    {
        MadeUpTrace one = MadeUpTrace.Of(IdleLengths.Mixed(1, 8_000, 40_000, 1_000_000, 0.9));
        MadeUpTrace other = MadeUpTrace.Of(IdleLengths.Mixed(2, 8_000, 400_000, 1_000_000, 0.5));

        TuningResult result = Tune.Run(new FixedWindowFactory(), "fixed-window:window=0|40us", null, one, other);

        Assert.That(result.Verdict, Is.EqualTo(TuningVerdict.KeepDefault), result.Sentence);
        Assert.That(result.HeldOutInTime!.LowPercent, Is.GreaterThan(0));
        Assert.That(result.Sentence, Does.Contain("Tune the kinds of load apart"));
    }

    [Test]
    public void Run_WithinABound_KeepsToItOnBothHalves()
    {
        MadeUpTrace trace = MadeUpTrace.Of(IdleLengths.Mixed(10, 8_000, 40_000, 1_000_000, 0.7));
        double unbounded = Tune.Run(new FixedWindowFactory(), AnyWindow, null, trace).Figures.Where(f => f.Part != "all").Max(f => f.WastePercent);

        TuningResult result = Tune.Run(new FixedWindowFactory(), AnyWindow + "|0", new TuningBounds { MaxWastePercent = unbounded * 0.95 }, trace);

        Assert.That(result.Verdict, Is.EqualTo(TuningVerdict.Change), result.Sentence);
        Assert.That(result.Figures.Where(f => f.Setting == result.Recommended).Select(f => f.WastePercent), Is.All.LessThanOrEqualTo(unbounded * 0.95));
    }

    [Test]
    public void Run_WithinABoundOnLatency_KeepsToItOnBothHalves()
    {
        // One idle period in 200 is long: p99 is that of the short ones once a window catches them.
        MadeUpTrace trace = MadeUpTrace.Of(IdleLengths.Mixed(11, 8_000, 40_000, 1_000_000, 0.995));

        TuningResult result = Tune.Run(new FixedWindowFactory(), AnyWindow, new TuningBounds { MaxP99Ns = 1_000 }, trace);

        Assert.That(result.Figures.Where(f => f.Setting == result.Recommended).Select(f => f.Latency.PercentileNs(0.99)), Is.All.LessThanOrEqualTo(1_000));
    }

    [Test]
    public void Run_BoundsThatNothingKeepsTo_SaysSo()
    {
        TuningResult result = Tune.Run(
            new FixedWindowFactory(), AnyWindow, new TuningBounds { MaxWastePercent = 0.001, MaxP99Ns = 10 }, MadeUpTrace.Of(IdleLengths.Mixed(12, 2_000, 40_000, 1_000_000, 0.5)));

        Assert.That(result.Verdict, Is.EqualTo(TuningVerdict.NothingKeepsToTheBounds));
        Assert.That(result.Sentence, Does.StartWith("No setting that was tried keeps to 0.001 % of CPU waste and a p99 of 10ns"));
    }

    [TestCase(80_000, true)]
    [TestCase(40_000, false)]
    [TestCase(5_000_000, false)]
    public void Run_HaltPollOnConstantIdles_WarnsOfItsDeadZone(long idleNs, bool warns)
    {
        TuningResult result = Tune.Run(
            new HaltPollFactory(), "haltpoll:max=150us|200us", Tune.HaltCosts8Us, null, threads: 2, MadeUpTrace.Of(Enumerable.Repeat(idleNs, 4_000)));

        Assert.That(result.Warnings.Any(w => w.StartsWith("Dead zone", StringComparison.Ordinal)), Is.EqualTo(warns), string.Join('\n', result.Warnings));
    }

    [Test]
    public void Run_FixedWindowBelowThePeriod_WarnsOfResonance()
    {
        TuningResult result = Tune.Run(new FixedWindowFactory(), "fixed-window:window=5us|20us", null, MadeUpTrace.Of(Enumerable.Repeat(22_000L, 4_000)));

        Assert.That(result.Warnings, Has.Some.StartsWith("Resonance on made-up under fixed-window"));
    }

    [Test]
    public void Run_WithoutRanges_SearchesWhatTheKernelTakes()
    {
        TuningResult result = Tune.Run(new HaltPollFactory(), "haltpoll", null, MadeUpTrace.Of(IdleLengths.Mixed(13, 2_000, 40_000, 3_000_000, 0.8)));

        Assert.That(result.Tried, Is.GreaterThan(30));
        Assert.That(result.Neighbours.Select(n => n.Parameter).Distinct(), Does.Not.Contain("revision"));
        Assert.That(Tune.Value(result, "revision"), Is.EqualTo("6.12"));
    }

    [Test]
    public void Run_HostsRule_IsTunedInTheHostsPlace()
    {
        var plan = new TuningPlan
        {
            Spec = PredictorSpec.Parse("kvm-halt-poll:max=0|50us|100us|200us,grow-start=10us|40us"),
            Run = new RunPlan { Contenders = [], Profile = Tune.HaltCosts100Us, Setup = new MachineSetup { PollPlace = PollPlace.Host } },
        };

        TuningResult result = new Tuner(plan, Choice.Of(new KvmHaltPollFactory()).Predictor).Run(
            [() => new MadeUpReader(MadeUpTrace.Of(Enumerable.Repeat(110_000L, 4_000)), chunk: 500)], new Progress<double>());

        Assert.That(result.Figures.Select(f => f.CaughtPercent).Max(), Is.GreaterThan(90), "the host polls");
        Assert.That(result.AppliedBy!.Place, Is.EqualTo(KernelPlace.Host));
    }

    [TestCase("halt", "leaves nothing to tune")]
    [TestCase("fixed-window:window=20us", "leaves nothing to tune")]
    [TestCase("fixed-window:windw=20us", "has no parameter 'windw'")]
    [TestCase("fixed-window:window=20us..10us*2", "its upper bound is below its lower one")]
    [TestCase("fixed-window:window=20us|1000000s", "is not accepted")]
    public void Tuner_OfASpecThatCantBeTuned_SaysWhy(string spec, string message)
    {
        var parsed = PredictorSpec.Parse(spec);
        IPredictorFactory factory = parsed.Name == "halt" ? new HaltFactory() : new FixedWindowFactory();
        var plan = new TuningPlan { Spec = parsed, Run = new RunPlan { Contenders = [], Profile = Tune.HaltCosts100Us } };

        Assert.That(() => new Tuner(plan, Choice.Of(factory).Predictor), Throws.InstanceOf<SpecException>().With.Message.Contains(message));
    }

    private static double CostOn(MadeUpTrace trace, string window) => new TraceReplayer(new RunPlan
    {
        Contenders = [Choice.Of(new FixedWindowFactory(), $"window={window}")],
        Profile = Tune.HaltCosts100Us,
    }).Run(new MadeUpReader(trace)).Run.Results[0]!.CostNs(1);
}
