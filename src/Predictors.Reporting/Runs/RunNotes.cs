using Predictors.Ranking;
using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>What the reader of a run's figures has to know.</summary>
internal static class RunNotes
{
    /// <summary>How the costs are made up.</summary>
    public static IEnumerable<string> Of(RunSettings settings, double exchangeRate)
    {
        yield return $"Machine profile {settings.Profile}, timer {settings.Timer}, host polling {settings.HostPoll}, {settings.Loop} loop.";
        string[] setup = [.. SetupText.Of(settings.Setup).Select(s => $"{s.Name} {s.Value}")];
        if (setup.Length > 0)
        {
            yield return $"The machine is set up with {string.Join(", ", setup)}.";
        }

        string cost = $"Cost = CPU waste + {NumberText.Exact(exchangeRate)} x wake-up latency";
        yield return settings.RecordedOn is null ? $"{cost}; regret = cost / clairvoyant cost - 1." : $"{cost}, of the simulated run.";
    }

    /// <summary>How the costs are made up, and how much of the traces they come from.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<TraceSummary> traces, RunSettings settings, double exchangeRate)
    {
        foreach (string note in Of(settings, exchangeRate))
        {
            yield return note;
        }

        foreach (string note in ClosedLoopNotes.Of(traces, settings))
        {
            yield return note;
        }

        yield return ArrivalText(traces);
        foreach (TraceSummary trace in traces)
        {
            if (trace.ScoredFromNs is { } fromNs)
            {
                string reason = trace.ScoredFromReason is null ? string.Empty : ": " + trace.ScoredFromReason;
                yield return $"{trace.Name} is scored from {NumberText.Count(fromNs)} ns on its clock{reason}.";
            }
        }
    }

    public static void WriteTo(IAnsiConsole console, IEnumerable<string> notes)
    {
        foreach (string note in notes)
        {
            console.WriteLine("- " + PlainText.Of(note));
        }
    }

    private static string ArrivalText(IReadOnlyList<TraceSummary> traces)
    {
        double total = traces.Sum(t => t.Arrivals.Total);
        return "Arrivals: "
            + $"{NumberText.Percent(traces.Sum(t => t.Arrivals.Measured), total)} % measured, "
            + $"{NumberText.Percent(traces.Sum(t => t.Arrivals.Estimated), total)} % estimated, "
            + $"{NumberText.Percent(traces.Sum(t => t.Arrivals.Unknown), total)} % unknown and taken to be the recorded exit.";
    }
}
