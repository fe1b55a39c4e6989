namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>
/// What a guest's file says of its clock against its host's: for each CPU, at some instants, by how much they differ. With
/// it the guest's times become the host's, and both files line up.
/// </summary>
internal sealed class TimeShift
{
    private const uint Interpolates = 1;
    private const int MaxSamples = 1 << 16;
    private readonly bool _interpolates;
    private readonly Sample[][] _cpus;

    private TimeShift(bool interpolates, Sample[][] cpus)
    {
        _interpolates = interpolates;
        _cpus = cpus;
    }

    /// <summary>Reads the option: the peer's u64 identifier, u32 flags, u32 CPUs, and for each u32 samples with their times, offsets and ratios.</summary>
    /// <exception cref="TraceFormatException">It is damaged.</exception>
    public static TimeShift? Read(uint size, ByteCursor data)
    {
        long end = data.At + size;
        data.U64("peer of a time shift");
        uint flags = data.U32("flags of a time shift");
        uint count = data.U32("CPUs of a time shift");
        var cpus = new List<Sample[]>();
        for (uint cpu = 0; cpu < count; cpu++)
        {
            uint samples = data.U32("samples of a time shift");
            if (cpus.Count > TraceLimits.MaxVcpu || samples > MaxSamples || data.At + (3L * sizeof(ulong) * samples) > end)
            {
                throw data.File.Damaged(data.At, $"A time shift has no room for CPU {cpu} with {samples} samples.");
            }

            cpus.Add(ReadSamples((int)samples, data));
        }

        // Newer files say at the end how many of a ratio's bits are behind its point.
        for (int cpu = 0; cpu < cpus.Count; cpu++)
        {
            for (int i = 0; i < cpus[cpu].Length && data.At + sizeof(ulong) <= end; i++)
            {
                cpus[cpu][i] = cpus[cpu][i] with { FractionBits = (int)Math.Min(data.U64("fraction of a time shift"), 63) };
            }
        }

        return cpus.Exists(c => c.Length > 0) ? new TimeShift((flags & Interpolates) != 0, [.. cpus]) : null;
    }

    /// <summary>The host's time for a time of a guest's CPU.</summary>
    public ulong Apply(int cpu, ulong time)
    {
        Sample[] samples = cpu < _cpus.Length ? _cpus[cpu] : [];
        if (samples.Length == 0)
        {
            return time;
        }

        int at = 0;
        for (int high = samples.Length - 1; at < high;)
        {
            int middle = (at + high + 1) / 2;
            (at, high) = samples[middle].Time <= time ? (middle, high) : (at, middle - 1);
        }

        Sample first = samples[Math.Clamp(at, 0, Math.Max(0, samples.Length - 2))];
        Sample last = samples[Math.Min(at + 1, samples.Length - 1)];
        Int128 offset = samples[at].Offset;
        if (_interpolates && last.Time > first.Time)
        {
            offset = first.Offset;
            Int128 span = last.Time - first.Time;
            offset += ((((Int128)time - first.Time) * ((Int128)last.Offset - first.Offset)) + (span / 2)) / span;
        }

        Int128 shifted = (Int128)(((UInt128)time * Math.Max(1, first.Ratio)) >> first.FractionBits) + offset;
        return shifted < 0 ? 0 : shifted > ulong.MaxValue ? ulong.MaxValue : (ulong)shifted;
    }

    private static Sample[] ReadSamples(int count, ByteCursor data)
    {
        ulong[] times = ReadAll(count, data);
        ulong[] offsets = ReadAll(count, data);
        ulong[] ratios = ReadAll(count, data);
        var samples = new Sample[count];
        for (int i = 0; i < count; i++)
        {
            samples[i] = new Sample(times[i], (long)offsets[i], ratios[i], 0);
        }

        Array.Sort(samples, (a, b) => a.Time.CompareTo(b.Time));
        return samples;
    }

    private static ulong[] ReadAll(int count, ByteCursor data)
    {
        var values = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = data.U64("sample of a time shift");
        }

        return values;
    }

    private readonly record struct Sample(ulong Time, long Offset, ulong Ratio, int FractionBits);
}
