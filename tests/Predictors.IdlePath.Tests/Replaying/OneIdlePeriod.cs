using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>One idle period of one vCPU on a machine whose every cost is another prime.</summary>
internal sealed record OneIdlePeriod(long ArrivalNs, WakeCause Cause = WakeCause.DeviceInterrupt)
{
    /// <summary>The recording begins so long before the idle period.</summary>
    public const long BeforeNs = 40;

    /// <summary>The recording ends so long after the idle period.</summary>
    public const long AfterNs = 60;

    /// <summary>The recorded exit is so long after the arrival.</summary>
    public const long RecordedWakeUpNs = 300;

    private const long EntryNs = 10_000;

    public long WindowNs { get; init; }

    /// <summary>The host's poll window, or null where the host does not poll.</summary>
    public long? HostWindowNs { get; init; }

    public long DecisionNs { get; init; }

    public bool TaskRan { get; init; } = true;

    public MachineSetup Setup { get; init; } = new();

    public Outcome Replay()
    {
        var period = new IdlePeriod(
            EntryNs, EntryNs + ArrivalNs, EntryNs + ArrivalNs + RecordedWakeUpNs, Cause, TaskRan ? SegmentFlags.TaskRan : SegmentFlags.None);
        var trace = new MadeUpTrace([[period]], EntryNs - BeforeNs, period.ExitNs + AfterNs);
        var guest = new ScriptedFactory(WindowNs) { DecisionNs = DecisionNs, Seen = [] };
        var host = new ScriptedFactory(HostWindowNs ?? 0) { Seen = [] };
        ReplayResult result = trace.Replay(guest.Bind(), new ReplaySettings
        {
            Costs = new IdlePathCosts(MadeUpProfile.Primes with { ModeCosts = RandomMachines.Modes }, Setup),
            HostPolling = HostWindowNs is null ? null : host.Bind(),
        });
        return new Outcome(result, guest.Seen[0].Exit, host.Seen.Count == 0 ? null : host.Seen[0].Exit);
    }

    /// <summary>What came of it, and what the predictors were told.</summary>
    internal sealed record Outcome(ReplayResult Result, IdleExit Exit, IdleExit? HostExit)
    {
        /// <summary>Holds the accounts; those that are always the same are filled in.</summary>
        public void HasAccounts(IdleAccounts accounts, long latencyNs) => Assert.Multiple(() =>
        {
            Assert.That(
                Result.Accounts,
                Is.EqualTo(accounts with { RecordedWakeUpNs = RecordedWakeUpNs, UncoveredNs = BeforeNs + AfterNs }));
            Assert.That(Result.Latency.TotalNs, Is.EqualTo(latencyNs));
            Assert.That(Result.Latency.MaxNs, Is.EqualTo(latencyNs));
            Assert.That(Result.Blocks, Is.EqualTo([new CostBlock(Result.Accounts.WasteNs, latencyNs)]));
        });
    }
}
