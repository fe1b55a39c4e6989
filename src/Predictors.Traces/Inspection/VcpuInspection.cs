namespace Predictors.Traces;

/// <summary>What a trace holds of one vCPU.</summary>
public sealed class VcpuInspection
{
    /// <summary>The vCPU.</summary>
    public required int Vcpu { get; init; }

    /// <summary>Where its idle segments come from: <c>cpu_idle</c>, <c>sched_switch</c>, <c>kvm</c> (a guest in its host's recording) or <c>segments</c> (a packed trace or CSV).</summary>
    public string IdleSource { get; set; } = "cpu_idle";

    /// <summary>Idle entries (<c>cpu_idle</c> events with a state, or what stands for them).</summary>
    public long Enters { get; set; }

    /// <summary>Idle exits.</summary>
    public long Exits { get; set; }

    /// <summary>Entries that were followed by their exit.</summary>
    public long Pairs { get; set; }

    /// <summary>Exits without an entry before them: the vCPU was idle when the recording began, or events are missing.</summary>
    public long ExitWithoutEnter { get; set; }

    /// <summary>Entries that were open when the recording ended: 0 or 1.</summary>
    public long OpenAtEnd { get; set; }

    /// <summary>The sum over all pairs of exit minus entry, in ns.</summary>
    public long IdleNs { get; set; }

    /// <summary>Idle segments that the trace gives to a replay.</summary>
    public long Segments { get; set; }

    /// <summary>Segments after which a task ran.</summary>
    public long TaskRan { get; set; }

    /// <summary>Events that the recorder lost on this vCPU; -1 stands for lost without a count.</summary>
    public long LostEvents { get; set; }

    /// <summary>How often events were lost.</summary>
    public long Gaps { get; set; }
}
