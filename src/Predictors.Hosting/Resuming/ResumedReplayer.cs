using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Replays traces under all contenders of a plan, apart from what is kept from an earlier run that was made in exactly this way.</summary>
public sealed class ResumedReplayer
{
    private readonly RunPlan _plan;
    private readonly KeptRuns _kept;
    private readonly RunKey _key;

    /// <summary>Makes one for a plan by itself; <see cref="Resumption"/> makes them for several.</summary>
    /// <param name="plan">The plan; it gathers nothing for pictures.</param>
    /// <param name="kept">What is kept; what is done is added to it.</param>
    /// <param name="about">What decides the figures beside the plan, such as the hash of a profile's file.</param>
    public ResumedReplayer(RunPlan plan, KeptRuns kept, IEnumerable<string> about)
        : this(plan, kept, about, new FileHashes())
    {
    }

    internal ResumedReplayer(RunPlan plan, KeptRuns kept, IEnumerable<string> about, FileHashes hashes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(about);
        _plan = plan;
        _kept = kept;
        _key = new RunKey(plan, about, hashes);
    }

    /// <summary>How many rows, one for each trace and contender, there were.</summary>
    public int Rows { get; private set; }

    /// <summary>How many of them were taken from what an earlier run had kept.</summary>
    public int Taken { get; private set; }

    /// <summary>Replays a trace under those contenders of which nothing is kept.</summary>
    /// <param name="trace">The trace, from its beginning; the caller keeps and disposes of it.</param>
    /// <param name="progress">Is told the share of the trace that is done, from 0 to 1.</param>
    /// <param name="standIns">
    /// Gives those that are replayed in the contenders' places, in their order, such as the same predictors with models that were trained for this trace;
    /// asked only where something has to be replayed. Null for the contenders themselves.
    /// </param>
    /// <param name="cancellation">Stops the replay.</param>
    /// <returns>What comes of it under all contenders, and what is odd in the trace, or null.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="OperationCanceledException">The replay was stopped.</exception>
    public (RunOutcome Outcome, string? Note) Run(
        ITraceReader trace,
        IProgress<double>? progress = null,
        Func<IReadOnlyList<PredictorChoice>>? standIns = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        string key = _key.Of(trace.Header);
        string[] contenders = [.. _plan.Contenders.Select(_key.Of)];
        KeptTrace? found = _kept.Find(key);
        var results = new Dictionary<string, ReplayResult>(found?.Results ?? new Dictionary<string, ReplayResult>(), StringComparer.Ordinal);
        int[] missing = [.. Enumerable.Range(0, contenders.Length).Where(i => !results.ContainsKey(contenders[i]))];
        missing = missing.Length > 0 && _key.IsTogether ? [.. Enumerable.Range(0, contenders.Length)] : missing;
        Rows += contenders.Length;
        Taken += contenders.Except(missing.Select(i => contenders[i])).Count(c => !_kept.IsFresh(key, c));
        IReadOnlyList<RunFault> faults = [];
        if (found is null || missing.Length > 0)
        {
            IReadOnlyList<PredictorChoice> replayed = missing.Length > 0 && standIns is not null ? standIns() : _plan.Contenders;
            RunOutcome outcome = new TraceReplayer(_plan with { Contenders = [.. missing.Select(i => replayed[i])] })
                .Run(trace, progress, observer: null, cancellation);
            foreach ((int contender, ReplayResult? result) in missing.Zip(outcome.Run.Results))
            {
                if (result is not null)
                {
                    results[contenders[contender]] = result;
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
                _kept.Keep(found, missing.Select(i => contenders[i]));
            }
        }

        progress?.Report(1);
        TraceRun all = new(found.Trace, found.Clairvoyant, [.. contenders.Select(results.GetValueOrDefault)]);
        return (new RunOutcome(all, faults), found.Note);
    }
}
