using System.CommandLine;
using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Cli;

/// <summary>How the machine is set up.</summary>
internal sealed class MachineOptions
{
    /// <summary>The timer paths and their words.</summary>
    public static readonly (string Word, TimerPath Path)[] TimerPaths =
    [
        ("tsc-deadline", TimerPath.TscDeadline),
        ("preemption-timer", TimerPath.PreemptionTimer),
        ("posted-interrupt", TimerPath.PostedInterrupt),
        ("exitless", TimerPath.Exitless),
    ];

    private static readonly MachineSetup s_default = new();

    private readonly ChoiceOption<PollPlace> _pollPlace = new(
        "--poll-place",
        "PLACE",
        "Where the poll sits",
        ("before-tick-stop", PollPlace.BeforeTickStop),
        ("in-halt", PollPlace.InHalt),
        ("host", PollPlace.Host),
        ("both", PollPlace.Both),
        ("none", PollPlace.None));

    private readonly ChoiceOption<TimerPath> _timer = new("--timer", "PATH", "The timer path", TimerPaths);

    private readonly Option<string> _scanPeriod = DurationOption(
        "--scan-period", "The time between two scans of the exitless timer's agent", s_default.ScanPeriodNs);

    private readonly Option<int?> _agentVcpus = NumberOption.Of<int>(
        "--agent-vcpus", "N", "How many vCPUs share the CPU of the exitless timer's agent. Without it: those of the trace.", "a whole number, 1 or more", n => n >= 1);

    private readonly ChoiceOption<bool> _nohz = new(
        "--nohz", "on|off", "Whether an idle guest stops its tick, or is woken every tick period as under the boot option nohz=off", ("on", true), ("off", false));

    private readonly ChoiceOption<IpiPath> _ipi = new(
        "--ipi", "PATH", "How IPIs get to a halted vCPU", ("exit", IpiPath.Exit), ("posted", IpiPath.Posted), ("virtualized", IpiPath.Virtualized));

    private readonly Option<double?> _hostLoad = NumberOption.Of<double>(
        "--host-load", "SHARE", "The share of time in which another task wants the vCPU's pCPU.", "a number, 0 to less than 1", share => share is >= 0 and < 1, value: 0);

    private readonly Option<string> _hostSlice = DurationOption("--host-slice", "How long such a task runs once it does", s_default.HostSliceNs);

    private readonly ChoiceOption<HostGovernor> _governor = new(
        "--host-governor", "RULE", "How the host picks C-states", ("hindsight", HostGovernor.Hindsight), ("last-sleep", HostGovernor.LastSleep));

    private readonly Option<int?> _sibling = NumberOption.Of<int>(
        "--sibling-slowdown",
        "PERCENT",
        "How much of a hyperthread sibling's work is lost while the guest or the host polls.",
        $"a whole number, 0 to {MachineSetup.MaxSiblingSlowdownPercent}",
        percent => percent is >= 0 and <= MachineSetup.MaxSiblingSlowdownPercent,
        value: 0);

    private readonly ChoiceOption<bool> _pauseLoop = new(
        "--pause-loop-exits", "off|on", "Whether the guest's PAUSE loops exit", ("off", false), ("on", true));

    private readonly ChoiceOption<bool> _pollWake = new(
        "--poll-wake", "store|ipi", "How another vCPU wakes a guest that polls: a store is enough where its idle loop polls; a task that polls takes an IPI", ("store", false), ("ipi", true));

    private readonly Option<ulong?> _seed = NumberOption.Of<ulong>(
        "--machine-seed", "N", "The seed of the machine's luck: costs that vary, other tasks on the host.", $"a whole number, 0 to {ulong.MaxValue}", _ => true, value: s_default.Seed);

    private readonly bool _choosesTimer;

    public MachineOptions(Command verb, bool choosesTimer = true)
    {
        Option[] options =
        [
            _pollPlace.Option, _scanPeriod, _agentVcpus, _nohz.Option, _ipi.Option, _hostLoad, _hostSlice, _governor.Option, _sibling, _pauseLoop.Option, _pollWake.Option, _seed,
        ];
        _choosesTimer = choosesTimer;
        foreach (Option option in choosesTimer ? options.Prepend(_timer.Option) : options)
        {
            verb.Options.Add(option);
        }
    }

    public MachineSetup Setup(ParseResult parsed) => new()
    {
        PollPlace = _pollPlace.Value(parsed),
        Timer = _choosesTimer ? _timer.Value(parsed) : s_default.Timer,
        ScanPeriodNs = Time(parsed, _scanPeriod, MachineSetup.MinScanPeriodNs),
        AgentVcpus = parsed.GetValue(_agentVcpus),
        StopsTick = _nohz.Value(parsed),
        Ipi = _ipi.Value(parsed),
        HostLoadShare = parsed.GetValue(_hostLoad)!.Value,
        HostSliceNs = Time(parsed, _hostSlice, 1),
        Governor = _governor.Value(parsed),
        SiblingSlowdownPercent = parsed.GetValue(_sibling)!.Value,
        PauseLoopExits = _pauseLoop.Value(parsed),
        IpisToPollers = _pollWake.Value(parsed),
        Seed = parsed.GetValue(_seed)!.Value,
    };

    private static Option<string> DurationOption(string name, string description, long defaultNs) => new(name)
    {
        HelpName = "DURATION",
        Description = $"{description}, such as 250us.",
        DefaultValueFactory = _ => Duration.Format(defaultNs),
    };

    private static long Time(ParseResult parsed, Option<string> option, long leastNs)
    {
        string text = parsed.GetValue(option)!;
        return Duration.TryParse(text, out long ns) && ns >= leastNs && ns <= MachineSetup.MaxPeriodNs
            ? ns
            : throw new UsageException(
                $"{option.Name} {text} is not accepted: a length of time from {Duration.Format(leastNs)} to {Duration.Format(MachineSetup.MaxPeriodNs)}.");
    }
}
