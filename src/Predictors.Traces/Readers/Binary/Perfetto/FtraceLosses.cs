namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>
/// What the kernel's own counters say of lost events, per CPU: they are written at the beginning and at the end of each
/// recording in the file, and run on over all of them.
/// </summary>
internal sealed class FtraceLosses
{
    private const int PhaseField = 1;
    private const int CpuStatsField = 2;
    private const ulong Beginning = 1;
    private const ulong End = 2;
    private const int CpuField = 1;
    private const int OverrunField = 3;
    private const int CommitOverrunField = 4;
    private const int DroppedField = 8;
    private readonly Dictionary<int, (ulong? First, ulong? Last)> _cpus = [];
    private long _place;

    /// <summary>Takes note of counters.</summary>
    /// <returns>Whether they were understood.</returns>
    public bool TryRead(ReadOnlySpan<byte> stats, long place)
    {
        _place = place;
        ulong phase = 0;
        var fields = new ProtoFields(stats);
        while (fields.TryNext())
        {
            phase = fields.Number == PhaseField ? fields.Value : phase;
        }

        bool read = !fields.Failed;
        fields = new ProtoFields(stats);
        while (read && fields.TryNext())
        {
            read &= fields.Number != CpuStatsField || TryReadCpu(fields.Bytes, phase);
        }

        return read;
    }

    /// <summary>Writes how many events each CPU lost, where both ends tell.</summary>
    /// <param name="inspection">Where to, once all events were given out.</param>
    public void CopyTo(TraceInspection inspection)
    {
        foreach ((int cpu, (ulong? first, ulong? last)) in _cpus)
        {
            if (first is not { } before || last is not { } after || after < before || (after == before && !inspection.Vcpus.ContainsKey(cpu)))
            {
                continue;
            }

            VcpuInspection found = inspection.Of(cpu);
            long lost = (long)Math.Min(after - before, long.MaxValue);
            if (lost > 0 && found.Gaps == 0)
            {
                inspection.Count("events-lost-somewhere", () => $"byte {_place}", lost);
            }

            // The marks among the events say where, and not how many.
            found.LostEvents = lost > 0 ? lost : found.LostEvents;
        }
    }

    private bool TryReadCpu(ReadOnlySpan<byte> stats, ulong phase)
    {
        ulong cpu = 0;
        ulong lost = 0;
        var fields = new ProtoFields(stats);
        while (fields.TryNext())
        {
            cpu = fields.Number == CpuField ? fields.Value : cpu;
            lost += fields.Number is OverrunField or CommitOverrunField or DroppedField ? fields.Value : 0;
        }

        if (fields.Failed || cpu > TraceLimits.MaxVcpu)
        {
            return false;
        }

        (ulong? first, ulong? last) = _cpus.GetValueOrDefault((int)cpu);
        _cpus[(int)cpu] = phase switch
        {
            Beginning => (Math.Min(first ?? ulong.MaxValue, lost), last),
            End => (first, Math.Max(last ?? 0, lost)),
            _ => (first, last),
        };
        return true;
    }
}
