using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Replays traces under all contenders of a plan, apart from what is kept from an earlier run that was made in exactly this way.</summary>
/// <param name="plan">The plan; it gathers nothing for pictures.</param>
/// <param name="kept">What is kept; what is done is added to it.</param>
/// <param name="about">What decides the figures beside the plan, such as the hash of a profile's file.</param>
public sealed class ResumedReplayer(RunPlan plan, KeptRuns kept, IEnumerable<string> about)
{
    private readonly RunKey _key = new(plan, about);

    /// <summary>How many rows, one for each trace and contender, were taken from what was kept.</summary>
    public int Taken { get; private set; }

    /// <summary>Replays a trace under those contenders of which nothing is kept.</summary>
    /// <param name="trace">The trace, from its beginning; the caller keeps and disposes of it.</param>
    /// <param name="progress">Is told the share of the trace that is done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the replay.</param>
    /// <returns>What comes of it under all contenders, and what is odd in the trace, or null.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="OperationCanceledException">The replay was stopped.</exception>
    public (RunOutcome Outcome, string? Note) Run(ITraceReader trace, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        string key = _key.Of(trace.Header);
        string[] contenders = [.. plan.Contenders.Select(_key.Of)];
        KeptTrace? found = kept.Find(key);
        var results = new Dictionary<string, ReplayResult>(found?.Results ?? new Dictionary<string, ReplayResult>(), StringComparer.Ordinal);
        PredictorChoice[] missing = [.. plan.Contenders.Where((_, i) => !results.ContainsKey(contenders[i]))];
        missing = missing.Length > 0 && _key.IsTogether ? [.. plan.Contenders] : missing;
        Taken += contenders.Length - missing.Length;
        IReadOnlyList<RunFault> faults = [];
        if (found is null || missing.Length > 0)
        {
            RunOutcome outcome = new TraceReplayer(plan with { Contenders = missing }).Run(trace, progress, observer: null, cancellation);
            foreach ((PredictorChoice contender, ReplayResult? result) in missing.Zip(outcome.Run.Results))
            {
                if (result is not null)
                {
                    results[_key.Of(contender)] = result;
                }
            }

            faults = outcome.Faults;
            TraceRun run = outcome.Run;
            bool isWhole = run.Results.Any(r => r is not null);
            found = found is not null && !isWhole
                ? found
                : new KeptTrace(key, run.Trace, run.Clairvoyant, TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection), results);
            if (isWhole)
            {
                kept.Keep(found);
            }
        }

        progress?.Report(1);
        TraceRun all = new(found.Trace, found.Clairvoyant, [.. contenders.Select(results.GetValueOrDefault)]);
        return (new RunOutcome(all, faults), found.Note);
    }
}
