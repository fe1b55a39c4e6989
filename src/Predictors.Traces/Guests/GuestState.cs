using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>What the vCPUs of a guest share.</summary>
internal sealed class GuestState
{
    private readonly Dictionary<int, int> _vcpuOfThread;
    private readonly string _placeUnit;

    /// <summary>Makes it for a guest.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="kinds">The kinds of event in the recording.</param>
    /// <param name="placeUnit">What <see cref="KernelEvent.Place"/> counts.</param>
    public GuestState(RecordedGuest guest, IReadOnlySet<KernelEventKind> kinds, string placeUnit)
    {
        _placeUnit = placeUnit;
        Columns = GuestColumns.Of(kinds);
        _vcpuOfThread = guest.Vcpus.ToDictionary(t => t.Thread, t => t.Vcpu);
        Pool = new ChunkPool(Columns);
        Entries = kinds.Contains(KernelEventKind.KvmEntry);
        Halts = kinds.Contains(KernelEventKind.KvmHalt);
        Exits = Halts || kinds.Contains(KernelEventKind.KvmExit);
    }

    /// <summary>What was found of the guest.</summary>
    public TraceInspection Inspection { get; } = new();

    /// <summary>What is told of each segment.</summary>
    public TraceColumns Columns { get; }

    /// <summary>Empty chunks.</summary>
    public ChunkPool Pool { get; }

    /// <summary>Chunks that are ready.</summary>
    public Queue<SegmentChunk> Full { get; } = new();

    /// <summary>Whether entries into the guest are recorded.</summary>
    public bool Entries { get; }

    /// <summary>Whether exits from the guest are recorded.</summary>
    public bool Exits { get; }

    /// <summary>Whether an event of its own tells of a halt (arm64), so that the exit's reason need not.</summary>
    public bool Halts { get; }

    /// <summary>The vCPU that a thread runs; -1 for other threads.</summary>
    public int VcpuOf(int thread) => _vcpuOfThread.GetValueOrDefault(thread, -1);

    /// <summary>Counts an anomaly.</summary>
    public void Anomaly(string name, long place) => Inspection.Count(name, () => $"{_placeUnit} {place}");

    /// <summary>Leaves out what the trace does not declare.</summary>
    public WakeUp Declared(WakeUp wakeUp, long exitNs)
    {
        if (!Columns.HasFlag(TraceColumns.Arrival))
        {
            wakeUp = wakeUp with { ArrivalNs = exitNs, How = SegmentFlags.None };
        }

        return Columns.HasFlag(TraceColumns.Cause) ? wakeUp : wakeUp with { Cause = WakeCause.Unknown };
    }
}
