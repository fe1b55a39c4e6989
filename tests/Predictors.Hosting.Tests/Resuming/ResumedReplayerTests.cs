using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Fixed;
using Predictors.Traces;

namespace Predictors.Hosting.Tests;

public sealed class ResumedReplayerTests
{
    private static readonly MadeUpTrace s_trace = MadeUpTrace.Of(Enumerable.Range(0, 300).Select(i => 1_000L + (i * 997 % 60_000)));

    private string _folder = string.Empty;

    private static IEnumerable<TestCaseData> Changes =>
    [
        new TestCaseData((RunPlan p) => p with { ExchangeRate = 2 }, "").SetArgDisplayNames("exchange rate"),
        new TestCaseData((RunPlan p) => p with { WarmUpNs = 1 }, "").SetArgDisplayNames("warm-up"),
        new TestCaseData((RunPlan p) => p with { Profile = MachineProfiles.Get("free") }, "").SetArgDisplayNames("profile"),
        new TestCaseData((RunPlan p) => p with { Setup = p.Setup with { Seed = 2 } }, "").SetArgDisplayNames("seed of the machine"),
        new TestCaseData((RunPlan p) => p with { Setup = p.Setup with { Timer = TimerPath.PreemptionTimer } }, "").SetArgDisplayNames("timer path"),
        new TestCaseData((RunPlan p) => p with { HostPolling = p.Contenders[0] }, "").SetArgDisplayNames("host polling"),
        new TestCaseData((RunPlan p) => p with { Loop = LoopKind.Closed }, "").SetArgDisplayNames("loop"),
        new TestCaseData((RunPlan p) => p with { RecordedOn = MachineProfiles.Get("free") }, "").SetArgDisplayNames("recorded on"),
        new TestCaseData((RunPlan p) => p with { Timers = TimerAssumption.Absolute }, "").SetArgDisplayNames("timers"),
        new TestCaseData((RunPlan p) => p with { AllowTrained = true }, "").SetArgDisplayNames("allow trained"),
        new TestCaseData((RunPlan p) => p, "another").SetArgDisplayNames("what the plan does not tell"),
    ];

    [SetUp]
    public void MakePlugin()
    {
        _folder = Directory.CreateTempSubdirectory("predictors-resume-").FullName;
        File.WriteAllText(Plugin, "a DLL");
    }

    [TearDown]
    public void DeletePlugin() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Run_AllKept_IsTheSameAndNothingIsRead()
    {
        RunPlan plan = Plan(Halt, Window("10us")) with { Setup = new MachineSetup { HostLoadShare = 0.3, SiblingSlowdownPercent = 20 } };
        (RunOutcome fresh, KeptRuns kept) = Run(plan, new KeptRuns());
        var reader = new MadeUpReader(s_trace);
        var replayer = new ResumedReplayer(plan, Reread(kept), []);

        RunOutcome again = replayer.Run(reader).Outcome;

        Assert.That(RunText.Of(again), Is.EqualTo(RunText.Of(fresh)));
        Assert.That(RunText.Of(again), Is.EqualTo(RunText.Of(new TraceReplayer(plan).Run(new MadeUpReader(s_trace)))));
        Assert.That((replayer.Taken, reader.Handed), Is.EqualTo((2, 0)));
    }

    [Test]
    public void Run_AContenderMore_RunsThatOneAlone()
    {
        KeptRuns kept = Run(Plan(Halt, Window("10us")), new KeptRuns()).Kept;
        RunPlan plan = Plan(Window("20us"), Halt, Window("10us"));
        var replayer = new ResumedReplayer(plan, Reread(kept), []);

        RunOutcome outcome = replayer.Run(new MadeUpReader(s_trace)).Outcome;

        Assert.That(RunText.Of(outcome), Is.EqualTo(RunText.Of(new TraceReplayer(plan).Run(new MadeUpReader(s_trace)))));
        Assert.That(replayer.Taken, Is.EqualTo(2));
    }

    [TestCaseSource(nameof(Changes))]
    public void Run_AnotherPlan_TakesNothing(Func<RunPlan, RunPlan> change, string about)
    {
        RunPlan plan = Plan(Halt, Window("10us"));
        RunPlan changed = change(plan);
        var replayer = new ResumedReplayer(changed, Reread(Run(plan, new KeptRuns()).Kept), about.Length == 0 ? [] : [about]);

        RunOutcome outcome = replayer.Run(new MadeUpReader(s_trace)).Outcome;

        Assert.That(replayer.Taken, Is.Zero);
        Assert.That(RunText.Of(outcome), Is.EqualTo(RunText.Of(new TraceReplayer(changed).Run(new MadeUpReader(s_trace)))));
    }

    [Test]
    public void Run_StandIns_AreAskedForOnlyWhereSomethingIsReplayed()
    {
        RunPlan plan = Plan(Halt, Window("10us"));
        int asked = 0;
        Func<IReadOnlyList<PredictorChoice>> standIns = () =>
        {
            asked++;
            return [Halt, Window("20us")];
        };
        var kept = new KeptRuns();

        RunOutcome first = new ResumedReplayer(plan, kept, []).Run(new MadeUpReader(s_trace), progress: null, standIns).Outcome;
        RunOutcome again = new ResumedReplayer(plan, Reread(kept), []).Run(new MadeUpReader(s_trace), progress: null, standIns).Outcome;

        Assert.That(asked, Is.EqualTo(1));
        Assert.That(RunText.Of(first), Is.EqualTo(RunText.Of(new TraceReplayer(Plan(Halt, Window("20us"))).Run(new MadeUpReader(s_trace)))));
        Assert.That(RunText.Of(again), Is.EqualTo(RunText.Of(first)));
    }

    [Test]
    public void Taken_OfWhatTheSameRunHasDone_IsNotCounted()
    {
        var kept = new KeptRuns();
        var resumption = new Resumption(kept, ["about"], () => { });

        resumption.ReplayerOf(Plan(Halt, Window("10us"))).Run(new MadeUpReader(s_trace));
        resumption.ReplayerOf(Plan(Halt, Window("20us"))).Run(new MadeUpReader(s_trace));

        Assert.That((resumption.Taken, resumption.Rows), Is.EqualTo((0, 4)));
        var later = new Resumption(Reread(kept), ["about"], () => { });
        later.ReplayerOf(Plan(Halt, Window("20us"), Window("30us"))).Run(new MadeUpReader(s_trace));
        later.ReplayerOf(Plan(Halt), "another plan").Run(new MadeUpReader(s_trace));
        Assert.That((later.Taken, later.Rows), Is.EqualTo((2, 4)));
    }

    [Test]
    public void Run_PluginBuiltAnew_TakesNothing()
    {
        KeptRuns kept = Run(Plan(Halt), new KeptRuns()).Kept;
        File.WriteAllText(Plugin, "another DLL");

        Assert.That(TakenBy(Plan(Halt), Reread(kept), new MadeUpReader(s_trace)), Is.Zero);
    }

    [Test]
    public void Run_FileBesideThePluginChanged_TakesNothing()
    {
        KeptRuns kept = Run(Plan(Halt), new KeptRuns()).Kept;
        File.WriteAllText(Path.Combine(_folder, "its.model"), "trained");

        Assert.That(TakenBy(Plan(Halt), Reread(kept), new MadeUpReader(s_trace)), Is.Zero);
    }

    [Test]
    public void Run_TraceOfAnotherHash_TakesNothing()
    {
        KeptRuns kept = Run(Plan(Halt), new KeptRuns()).Kept;
        var other = new MadeUpReader(s_trace) { Header = new MadeUpReader(s_trace).Header with { Sha256 = new FileSha256(new string('c', 64)) } };

        Assert.That(TakenBy(Plan(Halt), Reread(kept), other), Is.Zero);
        Assert.That(TakenBy(Plan(Halt), Reread(kept), new MadeUpReader(s_trace)), Is.EqualTo(1), "the other one is still kept");
    }

    [Test]
    public void Run_WithALearnedContender_AllHangTogether()
    {
        PredictorChoice learned = Here(Choice.Of(new LearnedFactory(new TrainedOn(new string('b', 64), 200_000))));
        KeptRuns kept = Run(Plan(Halt, learned), new KeptRuns()).Kept;

        Assert.That(TakenBy(Plan(Halt, learned), Reread(kept), new MadeUpReader(s_trace)), Is.EqualTo(2));
        Assert.That(TakenBy(Plan(Halt), Reread(kept), new MadeUpReader(s_trace)), Is.Zero, "without it the scoring begins earlier");
        Assert.That(TakenBy(Plan(Halt, learned, Window("1us")), Reread(kept), new MadeUpReader(s_trace)), Is.Zero);
    }

    [Test]
    public void Run_ContenderThatFailed_IsRunAgain()
    {
        RunPlan plan = Plan(Halt, Here(Choice.Of(new FaultyFactory("Observe", goodPeriods: 5))));
        (RunOutcome fresh, KeptRuns kept) = Run(plan, new KeptRuns());
        var replayer = new ResumedReplayer(plan, Reread(kept), []);

        Assert.That(RunText.Of(replayer.Run(new MadeUpReader(s_trace)).Outcome), Is.EqualTo(RunText.Of(fresh)));
        Assert.That((replayer.Taken, fresh.Faults.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Read_AnyCharacterChanged_IsRefused()
    {
        string text = Text(Run(Plan(Halt), new KeptRuns()).Kept);
        for (int at = 0; at < text.Length; at++)
        {
            string damaged = text[..at] + (text[at] == '1' ? '2' : '1') + text[(at + 1)..];

            Assert.That(() => KeptRuns.Read("sweep.kept", new StringReader(damaged)), Throws.InstanceOf<InvalidDataException>(), $"character {at}");
        }
    }

    [Test]
    public void Read_CutAnywhere_IsRefusedOrHoldsLess()
    {
        string text = Text(Run(Plan(Halt), new KeptRuns()).Kept);
        int second = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        for (int length = 0; length < text.Length - 1; length++)
        {
            if (length == second || length == second - 1)
            {
                Assert.That(TakenBy(Plan(Halt), KeptRuns.Read("sweep.kept", new StringReader(text[..length])), new MadeUpReader(s_trace)), Is.Zero);
                continue;
            }

            Assert.That(() => KeptRuns.Read("sweep.kept", new StringReader(text[..length])), Throws.InstanceOf<InvalidDataException>(), $"{length} characters");
        }
    }

    private string Plugin => Path.Combine(_folder, "made-up.dll");

    private PredictorChoice Halt => Here(Choice.Of(new HaltFactory()));

    private PredictorChoice Window(string window) => Here(Choice.Of(new FixedWindowFactory(), $"window={window}"));

    private PredictorChoice Here(PredictorChoice choice) => choice with { Predictor = choice.Predictor with { File = Plugin } };

    private static RunPlan Plan(params PredictorChoice[] contenders) => new() { Contenders = contenders, Profile = MadeUpProfile.Primes };

    private static (RunOutcome Outcome, KeptRuns Kept) Run(RunPlan plan, KeptRuns kept) =>
        (new ResumedReplayer(plan, kept, []).Run(new MadeUpReader(s_trace)).Outcome, kept);

    private static int TakenBy(RunPlan plan, KeptRuns kept, MadeUpReader reader)
    {
        var replayer = new ResumedReplayer(plan, kept, []);
        replayer.Run(reader);
        return replayer.Taken;
    }

    private static KeptRuns Reread(KeptRuns kept) => KeptRuns.Read("sweep.kept", new StringReader(Text(kept)));

    private static string Text(KeptRuns kept)
    {
        using var text = new StringWriter();
        kept.Write(text);
        return text.ToString();
    }
}
