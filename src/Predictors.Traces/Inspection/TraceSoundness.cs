namespace Predictors.Traces;

/// <summary>Whether results can rest on what was read of a trace.</summary>
public static class TraceSoundness
{
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
}
