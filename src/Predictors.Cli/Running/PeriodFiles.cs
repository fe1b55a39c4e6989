using Predictors.Hosting;
using Predictors.IdlePath;
using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>Writes what is told period by period, while a trace is replayed.</summary>
/// <param name="decisions">The file of the decisions, or null.</param>
/// <param name="choice">Where the results go; the idle periods go beside them.</param>
/// <param name="cancellation">Stops the replay.</param>
internal sealed class PeriodFiles(string? decisions, OutputChoice choice, CancellationToken cancellation)
{
    private readonly List<IReplayObserver> _observers = [];

    /// <summary>Replays a trace.</summary>
    /// <param name="replay">Replays it, watched by an observer, or by none.</param>
    /// <param name="report">The report on what came of it; null where the predictor failed, and then no file of idle periods is written.</param>
    public RunOutcome Write(Func<IReplayObserver?, RunOutcome> replay, Func<RunOutcome, ReplayReport?> report)
    {
        return decisions is null ? WithPeriods() : WithDecisions();

        RunOutcome WithDecisions()
        {
            RunOutcome? outcome = null;
            OutputFile.Write(decisions, stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                _observers.Add(new DecisionLog(writer));
                outcome = WithPeriods();
            });
            return outcome!;
        }

        RunOutcome WithPeriods()
        {
            if (choice.Parquet is not { Periods: { } periods } parquet)
            {
                return Run();
            }

            RunOutcome? outcome = null;
            parquet.MakeFolder();
            OutputFile.WriteIf(periods, stream =>
            {
                var table = new PeriodTable(stream);
                _observers.Add(table);
                outcome = Run();
                if (report(outcome) is not { } found)
                {
                    return false;
                }

                table.Complete(found, choice.Manifest);
                return true;
            });
            return outcome!;
        }

        RunOutcome Run() => replay(_observers.Count > 0 ? new StoppableObservers(_observers, cancellation) : null);
    }
}
