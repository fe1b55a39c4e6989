using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// A trace as a graph: what each wake-up hangs on, and how much work follows it. Made once, read by any number of replays at once.
/// </summary>
/// <remarks>
/// A <i>stretch</i> is a wake-up and the work after it, up to the next recorded idle entry of its vCPU. Each vCPU has its stretches in
/// recorded order, the first of which has no wake-up: what the vCPU did before its first idle entry.
/// </remarks>
public sealed class WakeUpGraph
{
    /// <summary>The place of a wake-up whose waker had not begun its work: it was still in the interrupt that woke it.</summary>
    internal const long InInterrupt = -1;

    internal WakeUpGraph(int stretches, int vcpus)
    {
        FirstStretch = new int[vcpus + 1];
        Vcpu = new int[stretches];
        Rank = new int[stretches];
        WorkNs = new long[stretches];
        Kind = new DependencyKind[stretches];
        Releaser = new int[stretches];
        DelayNs = new long[stretches];
        Causes = new WakeCause[stretches];
        Flags = new SegmentFlags[stretches];
        IsGap = new bool[stretches];
        TimerNs = new long[stretches];
        TimerMoves = new bool[stretches];
        TimerWrites = new int[stretches];
        PointsFrom = new int[stretches + 1];
    }

    /// <summary>Makes the graph of a trace.</summary>
    /// <param name="trace">The trace, whole.</param>
    /// <param name="inspection">What was found in it: it tells the span and the vCPUs.</param>
    /// <param name="settings">How the graph is made.</param>
    /// <returns>The graph.</returns>
    public static WakeUpGraph Of(ClosedLoopTrace trace, TraceInspection inspection, ClosedLoopSettings settings)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(settings);
        return new WakeUpGraphBuilder(trace, inspection, settings).Build();
    }

    /// <summary>What the wake-ups hang on.</summary>
    public DependencyCounts Dependencies { get; internal set; } = null!;

    /// <summary>Where the closed loop begins, in ns on the trace's clock.</summary>
    public long BeginNs { get; internal set; }

    /// <summary>From there to the end of the last recorded work, in ns.</summary>
    public long RecordedElapsedNs { get; internal set; }

    /// <summary>The round trips as they were recorded.</summary>
    public LatencyHistogram RecordedRoundTrips { get; internal set; } = null!;

    /// <summary>The wake-ups of the closed loop.</summary>
    public long WakeUps => Vcpu.Length - Columns.Count;

    /// <summary>vCPUs without a segment: nothing is known of them.</summary>
    internal int EmptyVcpus { get; set; }

    /// <summary>The trace's columns, by place of the vCPU.</summary>
    internal IReadOnlyList<VcpuColumns> Columns { get; set; } = [];

    /// <summary>The first segment of each vCPU that is in the closed loop.</summary>
    internal int[] FirstSegment { get; set; } = [];

    /// <summary>Each vCPU's first stretch, and one more for the end.</summary>
    internal int[] FirstStretch { get; }

    /// <summary>The place (not the number) of each stretch's vCPU.</summary>
    internal int[] Vcpu { get; }

    /// <summary>The place of each wake-up in recorded order; -1 for a first stretch.</summary>
    internal int[] Rank { get; }

    /// <summary>The stretches of the wake-ups in recorded order.</summary>
    internal int[] ByRank { get; set; } = [];

    /// <summary>Those of them that stay where they were recorded, by rank.</summary>
    internal int[] Fixed { get; set; } = [];

    /// <summary>The work of each stretch, in ns.</summary>
    internal long[] WorkNs { get; }

    /// <summary>What each wake-up hangs on.</summary>
    internal DependencyKind[] Kind { get; }

    /// <summary>The stretch within which its cause lies, or -1.</summary>
    internal int[] Releaser { get; }

    /// <summary>How long after its cause it comes, in ns; for those that stay: the recorded arrival.</summary>
    internal long[] DelayNs { get; }

    internal WakeCause[] Causes { get; }

    internal SegmentFlags[] Flags { get; }

    /// <summary>Whether what follows is a part that was not recorded.</summary>
    internal bool[] IsGap { get; }

    /// <summary>The next timer at the idle entry after each stretch: an instant, or a length where <see cref="TimerMoves"/>; or -1.</summary>
    internal long[] TimerNs { get; }

    internal bool[] TimerMoves { get; }

    /// <summary>Timer programmings before the idle entry that each wake-up ends.</summary>
    internal int[] TimerWrites { get; }

    /// <summary>Where each stretch's points begin in <see cref="PointTarget"/> and <see cref="PointNs"/>, and one more for the end.</summary>
    internal int[] PointsFrom { get; }

    /// <summary>The wake-ups that points release.</summary>
    internal int[] PointTarget { get; set; } = [];

    /// <summary>How much work of the stretch is done at each point, in ns, ascending; or <see cref="InInterrupt"/>.</summary>
    internal long[] PointNs { get; set; } = [];
}
