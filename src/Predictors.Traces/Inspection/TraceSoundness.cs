namespace Predictors.Traces;

/// <summary>Whether results can rest on what was read of a trace.</summary>
public static class TraceSoundness
{
    /// <summary>The largest share of a trace that may have been left out because it was out of order or damaged.</summary>
    public const double MaxShareLeftOut = 0.01;

    /// <summary>Refuses a trace of which too much had to be left out. Call it once the trace has been read to its end.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="inspection">What was found.</param>
    /// <exception cref="TraceFormatException">
    /// More than <see cref="MaxShareLeftOut"/> of its idle segments were out of order, or of its lines named CPUs that can't be.
    /// </exception>
    public static void Require(string path, TraceInspection inspection)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(inspection);
        TraceAnomaly[] outOfOrder = Found(inspection, AnomalyNames.TimeJumpsBack, AnomalyNames.IdleBeforePreviousExit, AnomalyNames.IdleCutByTimeJump);
        long leftOut = outOfOrder.Where(a => a.Name != AnomalyNames.TimeJumpsBack).Sum(a => a.Count);
        long segments = leftOut + inspection.Vcpus.Values.Sum(v => v.Segments);
        if (leftOut > MaxShareLeftOut * segments)
        {
            throw new TraceFormatException(
                path,
                outOfOrder[^1].FirstPlace,
                $"Time jumps back, and {leftOut} of {segments} idle segments lie before others that came first: the file is not in the order of time, "
                + "or holds a recording twice. Sort it or split it; 'predictors info' counts everything.");
        }

        long lines = inspection.UnparsedLines + inspection.Events.Values.Sum();
        foreach (TraceAnomaly cpu in Found(inspection, AnomalyNames.CpuOutOfRange).Where(a => a.Count > MaxShareLeftOut * lines))
        {
            throw new TraceFormatException(
                path, cpu.FirstPlace, $"{cpu.Count} of {lines} lines name a CPU above {TraceLimits.MaxVcpu}: the file is damaged.");
        }
    }

    /// <summary>Tells in a sentence what was odd in a trace, for those who read results that rest on it.</summary>
    /// <param name="name">The trace's name.</param>
    /// <param name="inspection">What was found.</param>
    /// <returns>The sentence; null where nothing was odd.</returns>
    public static string? NoteOn(string name, TraceInspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        List<string> odd = [.. inspection.Anomalies.Select(a => $"{a.Name} {a.Count} (first at {a.FirstPlace})")];
        if (inspection.UnparsedLines > 0)
        {
            odd.Add($"lines that were not understood {inspection.UnparsedLines}");
        }

        return odd.Count == 0 ? null : $"{name} has anomalies: {string.Join(", ", odd)}; 'predictors info' tells more.";
    }

    private static TraceAnomaly[] Found(TraceInspection inspection, params string[] names) =>
        [.. inspection.Anomalies.Where(a => names.Contains(a.Name))];
}
