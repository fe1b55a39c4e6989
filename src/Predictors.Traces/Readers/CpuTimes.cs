namespace Predictors.Traces.Readers;

/// <summary>Follows the time on each CPU of a recording.</summary>
/// <param name="inspection">Where CPUs, span and jumps back go.</param>
/// <param name="placeUnit">What <see cref="KernelEvent.Place"/> counts.</param>
internal sealed class CpuTimes(TraceInspection inspection, string placeUnit)
{
    private const long Unseen = -1;
    private long[] _lastNs = [];
    private bool _any;

    /// <summary>Takes note of an event.</summary>
    /// <returns>By how much the time of its CPU jumps back, in ns; 0 where it does not.</returns>
    public long Note(in KernelEvent e)
    {
        if (!_any)
        {
            _any = true;
            inspection.FirstNs = inspection.LastNs = e.TimeNs;
        }

        inspection.FirstNs = Math.Min(inspection.FirstNs, e.TimeNs);
        inspection.LastNs = Math.Max(inspection.LastNs, e.TimeNs);
        ref long last = ref Of(e.Cpu);
        long backNs = Math.Max(0, last - e.TimeNs);
        if (backNs > 0)
        {
            long place = e.Place;
            inspection.Count(AnomalyNames.TimeJumpsBack, () => $"{placeUnit} {place}");
        }

        last = e.TimeNs;
        return backNs;
    }

    /// <summary>The time of a mark, which bears none: that of the CPU's last event, or else of the last event of all.</summary>
    public long OfMark(int cpu) => Of(cpu) is var last && last != Unseen ? last : inspection.LastNs;

    private ref long Of(int cpu)
    {
        if (cpu >= _lastNs.Length)
        {
            int known = _lastNs.Length;
            Array.Resize(ref _lastNs, cpu + 1);
            _lastNs.AsSpan(known).Fill(Unseen);
        }

        if (_lastNs[cpu] == Unseen)
        {
            inspection.Of(cpu);
        }

        return ref _lastNs[cpu];
    }
}
