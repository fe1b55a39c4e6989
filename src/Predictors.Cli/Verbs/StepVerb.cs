using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Reporting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary><c>predictors step</c>.</summary>
internal static class StepVerb
{
    private const int Listed = 20;
    private const int MaxListed = 100_000;

    public static Command Create()
    {
        var verb = new Verb(
            "step",
            "Walks through the decisions of a predictor on one vCPU: what it knew, what it decided, what came of it, and what other windows would have cost. "
                + "On a terminal one by one; elsewhere, and with --count, as a list.",
            ("traces/redis-50-clients.wake -p haltpoll --count 10", "the first ten decisions"),
            ("traces/redis-50-clients.wake -p menu --vcpu 1 --at 2s --count 5", "five decisions of one vCPU from an instant on"),
            ("traces/phases-mix-a.wake -p online-table --from 1000 --count 100 --csv decisions.csv", "a hundred decisions as CSV"));
        var traces = new TraceOptions(verb, several: false);
        Option<string> spec = SpecOption.One(required: true);
        verb.Options.Add(spec);
        Option<int?> vcpu = NumberOption.Of<int>("--vcpu", "N", "The vCPU; without it the first that the trace holds.", "a vCPU's number, 0 or more", n => n >= 0);
        verb.Options.Add(vcpu);
        Option<long?> from = NumberOption.Of<long>("--from", "N", "The first decision that is shown, counted from 1.", "a whole number, 1 or more", n => n >= 1);
        verb.Options.Add(from);
        Option<long?> at = LengthOption.Of("--at", "Shows decisions from this instant on, from the trace's beginning.", 0, TraceLimits.MaxTimeNs);
        verb.Options.Add(at);
        Option<int?> count = NumberOption.Of<int>(
            "--count", "N", $"How many decisions are listed [default: {Listed}, or one by one on a terminal].", $"a whole number, 1 to {MaxListed}", n => n is >= 1 and <= MaxListed);
        verb.Options.Add(count);
        var run = new RunOptions(verb, scores: false);
        var plugins = new PluginOptions(verb);
        var output = new OutputOptions(verb);
        VerbAction.Set(verb, (parsed, cancellation) =>
        {
            OutputChoice choice = output.Of(parsed);
            PluginCatalog catalog = plugins.Load(parsed);
            RunPlan plan = run.Plan(parsed, catalog, [SingleSpec.Choose(parsed.GetValue(spec)!, catalog)]);
            if (plan.Setup.PollPlace is PollPlace.Host or PollPlace.None)
            {
                throw new UsageException("step shows what the guest decides; with --poll-place host or none it decides nothing.");
            }

            if (parsed.GetValue(from) is not null && parsed.GetValue(at) is not null)
            {
                throw new UsageException("--from and --at both say where to begin; give one of them.");
            }

            string path = traces.Path(parsed);
            using ITraceReader trace = traces.Open(parsed, path);
            using var stepper = new TraceStepper(plan, trace, parsed.GetValue(vcpu));
            long fromNumber = parsed.GetValue(from) ?? 1;
            long fromNs = parsed.GetValue(at) is { } after ? stepper.FirstNs + after : long.MinValue;
            IEnumerable<SteppedDecision> decisions = stepper.Decisions(cancellation).SkipWhile(d => d.Number < fromNumber || d.Period.Entry.NowNs < fromNs);
            SteppedWalk walk = WalkOf(trace, plan, stepper);
            bool oneByOne = parsed.GetValue(count) is null && choice is { Json: null, Csv: null, Quiet: false } && StepPrompt.IsPossible;
            long shown;
            if (oneByOne)
            {
                shown = StepPrompt.Show(walk, decisions);
            }
            else
            {
                List<SteppedDecision> listed = [.. decisions.Take(parsed.GetValue(count) ?? Listed)];
                shown = listed.Count;
                if (shown > 0)
                {
                    Output.Write(new StepReport(walk, listed), run.Describe(choice, parsed, plan));
                }
            }

            return shown == 0 ? throw new UsageException(WhyNone(walk.Vcpu, trace)) : catalog.Refused.Count > 0 ? ExitStatus.Plugin : ExitStatus.Done;
        });
        return verb;
    }

    private static SteppedWalk WalkOf(ITraceReader trace, RunPlan plan, TraceStepper stepper)
    {
        string[] trained = stepper.TrainedHere ? [$"{plan.Contenders[0].Text} was trained on part of this trace: what it does here tells nothing of other traces."] : [];
        return new SteppedWalk
        {
            Trace = trace.Header.Name,
            TraceSha256 = trace.Header.Sha256.Digits,
            FirstNs = stepper.FirstNs,
            Contender = plan.Contenders[0].ToContender(),
            Vcpu = stepper.Vcpu ?? throw new UsageException($"{trace.Header.Name} holds no idle period."),
            Settings = RunOptions.SettingsOf(plan),
            ExchangeRate = plan.ExchangeRate,
            Notes = [.. RunOptions.NotesOn(plan), .. trained],
        };
    }

    // The whole trace was read by then.
    private static string WhyNone(int vcpu, ITraceReader trace)
    {
        TraceInspection found = trace.Inspection;
        return found.Vcpus.TryGetValue(vcpu, out VcpuInspection? seen)
            ? $"There is no decision from there on: {trace.Header.Name} lasts {Duration.Format(found.LastNs - found.FirstNs)}, and vCPU {vcpu} has {seen.Segments} idle periods."
            : $"{trace.Header.Name} has no vCPU {vcpu}; there are {string.Join(", ", found.Vcpus.Keys)}.";
    }
}
