using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>What the reader of a closed loop's figures has to know.</summary>
internal static class ClosedLoopNotes
{
    public static IEnumerable<string> Of(IReadOnlyList<TraceSummary> traces, RunSettings settings)
    {
        if (settings.RecordedOn is null)
        {
            yield break;
        }

        yield return "Closed loop: wake-ups follow the work that causes them, so a better predictor has other arrivals. No bound is known for that: "
            + "costs are compared with the best predictor's on the trace, and there is no regret.";
        yield return $"The work is the recorded busy time less what the idle path of {settings.RecordedOn} took of it. {TimerText(settings.Timers)}";
        foreach (TraceSummary trace in traces.Where(t => t.Dependencies is not null))
        {
            yield return DependencyText(trace.Name, trace.Dependencies!);
        }

        yield return "What does not hang on a vCPU or a timer that moves stays where it was recorded, and a loop that passes through it waits for it there: "
            + "round trips are those that do not.";
    }

    private static string TimerText(TimerAssumption? timers) => timers switch
    {
        TimerAssumption.Absolute => "All timers stay where they were recorded.",
        TimerAssumption.Relative => "All timers but the tick move with the work that armed them.",
        _ => "Timers that were recorded as armed for a length of time move with the work that armed them; the others stay.",
    };

    private static string DependencyText(string name, DependencyCounts counts)
    {
        string Share(long count) => NumberText.Percent(count, counts.Total) + " %";
        string text = $"Wake-ups of {name} hang on: a vCPU {Share(counts.Vcpu)}, a relative timer {Share(counts.RelativeTimer)}, "
            + $"an absolute timer {Share(counts.AbsoluteTimer)}, the tick {Share(counts.Tick)}, "
            + $"a device or something else outside {Share(counts.Outside)}, unknown {Share(counts.Unknown)}.";
        text += counts.NotBackward == 0 ? string.Empty
            : $" Of those outside, {NumberText.Count(counts.NotBackward)} name a cause that does not lie before them.";
        text += counts.NotInWork == 0 ? string.Empty
            : $" Of those outside, {NumberText.Count(counts.NotInWork)} name a vCPU that was idle or not recorded then.";
        return counts.UnfitOverheadNs == 0
            ? text
            : text + $" {NumberText.Count(counts.UnfitOverheadNs)} ns of the recording machine's overhead did not fit into the busy time.";
    }
}
