using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Replays traces under all contenders at several exchange rates: a predictor may decide by the rate.</summary>
/// <param name="plan">The plan; its exchange rate does not matter.</param>
/// <param name="open">Opens each trace from its beginning; called once for each rate.</param>
public sealed class ContestRun(RunPlan plan, IReadOnlyList<Func<ITraceReader>> open)
{
    private readonly List<RunFault> _faults = [];
    private readonly SortedSet<string> _notes = new(StringComparer.Ordinal);

    /// <summary>Gives the contenders for each trace their models; null leaves them those that they have.</summary>
    public LeaveOneOut? Training { get; init; }

    /// <summary>What is kept of an earlier run, or null.</summary>
    public Resumption? Resumption { get; init; }

    /// <summary>Predictors that failed.</summary>
    public IReadOnlyList<RunFault> Faults => _faults;

    /// <summary>What was odd in the traces, in sentences.</summary>
    public IReadOnlyCollection<string> Notes => _notes;

    /// <summary>Runs the contest.</summary>
    /// <param name="exchangeRates">The rates.</param>
    /// <param name="progress">Is told the share that is done, from 0 to 1.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What came of each trace at each rate.</returns>
    /// <exception cref="InvalidDataException">A learned predictor can't be trained on the other traces.</exception>
    /// <exception cref="TraceFormatException">A trace can't be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Dictionary<double, IReadOnlyList<TraceRun>> Run(
        IReadOnlyList<double> exchangeRates, IProgress<double> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(exchangeRates);
        ArgumentNullException.ThrowIfNull(progress);
        var all = new Dictionary<double, IReadOnlyList<TraceRun>>();
        foreach (double rate in exchangeRates)
        {
            RunPlan weighed = plan with { ExchangeRate = rate };
            ResumedReplayer? resumed = Resumption?.ReplayerOf(weighed);
            var runs = new List<TraceRun>();
            for (int i = 0; i < open.Count; i++)
            {
                int fold = i;
                using ITraceReader trace = open[i]();
                var part = new PartOfProgress(progress, (all.Count * open.Count) + i, exchangeRates.Count * open.Count);
                (RunOutcome outcome, string? note) = resumed?.Run(trace, part, Contenders, cancellation)
                    ?? (new TraceReplayer(weighed with { Contenders = Contenders() }).Run(trace, part, observer: null, cancellation),
                        TraceSoundness.NoteOn(trace.Header.Name, trace.Inspection));
                Resumption?.Save();
                runs.Add(outcome.Run);
                _faults.AddRange(outcome.Faults.Where(f => !_faults.Contains(f)));
                if (note is not null)
                {
                    _notes.Add(note);
                }

                IReadOnlyList<PredictorChoice> Contenders() => Training?.For(fold, cancellation) ?? plan.Contenders;
            }

            all.Add(rate, runs);
        }

        return all;
    }
}
