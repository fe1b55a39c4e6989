using System.CommandLine;
using Predictors.Abstractions;
using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>How predictors are replayed.</summary>
internal sealed class RunOptions
{
    private const string Off = "off";
    private const string Open = "open";
    private const string Closed = "closed";

    private readonly Option<string> _profile = new("--profile")
    {
        HelpName = "NAME|FILE",
        Description = $"The machine profile: {string.Join(", ", MachineProfiles.Names)}, or a JSON file.",
        DefaultValueFactory = _ => MachineProfiles.DefaultName,
    };

    private readonly Option<string> _hostPoll = new("--host-poll")
    {
        HelpName = "SPEC|off",
        Description = "The rule of the host's own halt polling. It stays off under a predictor whose guest switches it off.",
        DefaultValueFactory = _ => "kvm-halt-poll",
    };

    private readonly Option<double?> _exchangeRate = NumberOption.Of<double>(
        "--exchange-rate",
        "X",
        "How many ns of burnt CPU one ns of wake-up latency is worth.",
        "a number, 0 or more",
        rate => double.IsFinite(rate) && rate >= 0,
        value: 1);

    private readonly Option<string> _warmUp = new("--warm-up")
    {
        HelpName = "DURATION",
        Description = "How much of each trace's beginning is replayed without being scored, such as 500ms.",
        DefaultValueFactory = _ => "0",
    };

    private readonly Option<bool> _allowTrained = new("--allow-trained")
    {
        Description = "Scores learned predictors also on what they were trained on, and marks the results; otherwise scoring begins after it.",
    };

    private readonly Option<string> _loop = new("--loop")
    {
        HelpName = "LOOP",
        Description = $"How arrivals follow from what the predictor does: {Open} (they stay where they were recorded) or {Closed} (they follow the work that causes them).",
        DefaultValueFactory = _ => Open,
    };

    private readonly Option<string?> _recordedOn = new("--recorded-on")
    {
        HelpName = "NAME|FILE",
        Description = "Closed loop: the profile of the machine that recorded the trace; what its idle path took of the recorded busy time is no work. Without it: that of --profile. For a generated trace: free.",
    };

    private readonly Option<string?> _timers = new("--timers")
    {
        HelpName = "WHICH",
        Description = "Closed loop: which timers move with the work that armed them: recorded (those recorded as armed for a length of time; the default), absolute (none), relative (all but the tick).",
    };

    private readonly MachineOptions _machine;

    /// <param name="verb">The verb.</param>
    /// <param name="choosesTimer">Whether it has one timer path.</param>
    /// <param name="choosesExchangeRate">Whether it has one exchange rate.</param>
    /// <param name="scores">Whether it scores runs; otherwise it only looks at them, in open loop.</param>
    /// <param name="closes">Whether the loop can be closed.</param>
    public RunOptions(Command verb, bool choosesTimer = true, bool choosesExchangeRate = true, bool scores = true, bool closes = true)
    {
        verb.Options.Add(_profile);
        _machine = new MachineOptions(verb, choosesTimer);
        if (scores && closes)
        {
            verb.Options.Add(_loop);
            verb.Options.Add(_recordedOn);
            verb.Options.Add(_timers);
        }

        verb.Options.Add(_hostPoll);
        if (choosesExchangeRate)
        {
            verb.Options.Add(_exchangeRate);
        }

        if (scores)
        {
            verb.Options.Add(_warmUp);
            verb.Options.Add(_allowTrained);
        }
    }

    public RunPlan Plan(ParseResult parsed, PluginCatalog catalog, IReadOnlyList<PredictorChoice> contenders, long detailPeriods = 0)
    {
        LoopKind loop = LoopOf(parsed);
        MachineSetup setup = _machine.Setup(parsed);
        if (loop == LoopKind.Closed && !setup.StopsTick)
        {
            throw new UsageException($"--nohz off is not accepted with --loop {Closed}: ticks that were not recorded have no place in its graph.");
        }

        string warmUp = parsed.GetValue(_warmUp) ?? "0";
        return new RunPlan
        {
            Contenders = contenders,
            DetailPeriods = detailPeriods,
            Profile = MachineProfiles.Get(parsed.GetValue(_profile)!),
            Setup = setup,
            Loop = loop,
            RecordedOn = parsed.GetValue(_recordedOn) is { } recordedOn ? MachineProfiles.Get(recordedOn) : null,
            Timers = TimersOf(parsed),
            HostPolling = parsed.GetValue(_hostPoll) is { } rule and not Off ? SingleSpec.Choose(rule, catalog) : null,
            ExchangeRate = parsed.GetValue(_exchangeRate) ?? 1,
            AllowTrained = parsed.GetValue(_allowTrained),
            WarmUpNs = Duration.TryParse(warmUp, out long ns)
                ? ns
                : throw new UsageException($"--warm-up {warmUp} is not accepted: a length of time, such as 500ms or 2s."),
        };
    }

    /// <summary>Where to write, with what a plan is made with in the manifest.</summary>
    public OutputChoice Describe(OutputChoice choice, ParseResult parsed, RunPlan plan)
    {
        string profile = parsed.GetValue(_profile)!;
        return choice with { Manifest = choice.Manifest.With(plan, MachineProfiles.Names.Contains(profile) ? null : profile) };
    }

    /// <summary>The machine profiles that were given, each with the hash of its file where it is one.</summary>
    public IEnumerable<string> FilesOf(ParseResult parsed) => ((string?[])[parsed.GetValue(_profile), parsed.GetValue(_recordedOn)])
        .OfType<string>().Select(p => MachineProfiles.Names.Contains(p) ? p : $"{p} {Manifest.Hashed(p).Sha256}");

    /// <summary>What the settings alone do not tell of a plan.</summary>
    public static IReadOnlyList<string> NotesOn(RunPlan plan)
    {
        var notes = new List<string>(new IdlePathCosts(plan.Profile, plan.Setup).Assumptions);
        string[] off = [.. plan.Contenders.Select(c => c.Predictor.Description).Where(d => d.SwitchesHostPollingOff).Select(d => d.Name).Distinct()];
        if (off.Length > 0 && plan.HostPolling is not null && plan.Setup.PollPlace is PollPlace.BeforeTickStop or PollPlace.InHalt)
        {
            notes.Add($"Under {string.Join(", ", off)} the host does not poll: the guest switches it off.");
        }

        if (plan.HostPolling is not null && plan.Profile.HostPollingIncluded == true)
        {
            notes.Add($"Profile {plan.Profile.Name} has the host's own polling in its figures, and {plan.HostPolling.Text} counts it twice: give --host-poll off.");
        }

        if (plan.Setup.PollPlace == PollPlace.Host)
        {
            notes.Add("The predictors decide in the host's place: the guest halts at once, and the rule of --host-poll does not take part.");
        }

        if (plan.Setup.PollPlace == PollPlace.None)
        {
            notes.Add("Neither guest nor host polls: what the predictors say is not done.");
        }

        return notes;
    }

    /// <summary>What a reader must know of learned predictors on a trace, once it was replayed.</summary>
    /// <exception cref="UsageException">Nothing is left to score: a predictor was trained on all of the trace.</exception>
    public static IEnumerable<string> NotesOnTraining(RunPlan plan, TraceRun run)
    {
        if (run.Trace is { IdlePeriods: 0, BeginsAfterTraining: true } && run.Results.Any(r => r is not null))
        {
            throw new UsageException(
                $"{run.Trace.Name}: nothing is left to score: {run.Trace.ScoredFromReason}. Give a model that has not seen it (train --leave-out), or --allow-trained.");
        }

        return plan.Contenders.Zip(run.Results)
            .Where(p => p.Second is { TrainedHere: true })
            .Select(p => $"{p.First.Text} was trained on part of what is scored of {run.Trace.Name}: that tells nothing of other traces.");
    }

    public static RunSettings SettingsOf(RunPlan plan) => new(
        plan.Profile.Name,
        MachineOptions.TimerPaths.First(t => t.Path == plan.Setup.Timer).Word,
        plan.HostPolling?.Text ?? Off,
        plan.Loop == LoopKind.Closed ? Closed : Open)
    {
        Setup = plan.Setup,
        RecordedOn = plan.Loop == LoopKind.Closed ? (plan.RecordedOn ?? plan.Profile).Name : null,
        Timers = plan.Loop == LoopKind.Closed ? plan.Timers : null,
    };

    private LoopKind LoopOf(ParseResult parsed)
    {
        string loop = parsed.GetValue(_loop) ?? Open;
        if (loop == Open)
        {
            foreach (Option<string?> option in (Option<string?>[])[_recordedOn, _timers])
            {
                if (parsed.GetValue(option) is not null)
                {
                    throw new UsageException($"{option.Name} has no meaning in open loop; give --loop {Closed} with it, or leave it out.");
                }
            }
        }

        return loop switch
        {
            Open => LoopKind.Open,
            Closed => LoopKind.Closed,
            _ => throw new UsageException($"--loop {loop} is not accepted: {Open} or {Closed}."),
        };
    }

    private TimerAssumption TimersOf(ParseResult parsed) => parsed.GetValue(_timers) switch
    {
        null or "recorded" => TimerAssumption.Recorded,
        "absolute" => TimerAssumption.Absolute,
        "relative" => TimerAssumption.Relative,
        { } other => throw new UsageException($"--timers {other} is not accepted: recorded, absolute or relative."),
    };
}
