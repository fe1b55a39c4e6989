using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>One contender on one trace: once it has failed it is left alone, and the others go on.</summary>
internal sealed class ContenderRun
{
    private readonly PredictorChoice _choice;
    private readonly string _trace;
    private readonly Replay? _replay;

    public ContenderRun(PredictorChoice choice, ReplaySettings settings, TraceHeader trace, IReplayObserver? observer)
    {
        _choice = choice;
        _trace = trace.Name;
        if (MissingColumns(choice, trace) is { } missing)
        {
            Fault = missing;
            return;
        }

        if (settings.Costs.Setup.PollPlace == PollPlace.Host && (choice.Predictor.Description.RequiredColumns & TraceColumns.NextTimer) != 0)
        {
            Fault = FaultOf("needs the column NextTimer, which a host does not know of its guest; it can't take the host's place");
            return;
        }

        _replay = Try(() => Replay.Create(choice.Bind(), settings, observer));
    }

    public RunFault? Fault { get; private set; }

    /// <summary>Says what a predictor misses in a trace; null where it misses nothing.</summary>
    public static RunFault? MissingColumns(PredictorChoice choice, TraceHeader trace)
    {
        TraceColumns missing = choice.Predictor.Description.RequiredColumns & ~trace.Columns;
        return missing == TraceColumns.None
            ? null
            : new RunFault(
                choice.Predictor.File,
                choice.Text,
                trace.Name,
                $"needs the columns {missing}, which the trace does not carry; it carries {trace.Columns}");
    }

    public void Feed(List<SegmentChunk> batch)
    {
        if (Fault is not null)
        {
            return;
        }

        Try(() =>
        {
            batch.ForEach(_replay!.Feed);
            return _replay;
        });
    }

    public ReplayResult? Complete(TraceInspection inspection) => Fault is null ? _replay!.Complete(inspection) : null;

    private T? Try<T>(Func<T> call)
        where T : class
    {
        try
        {
            using IDisposable running = PluginCalls.Enter(_choice.Predictor.File, $"{_choice.Text} on {_trace}");
            return call();
        }
        catch (PredictorFaultException e)
        {
            Fault = FaultOf(e.Message);
            return null;
        }
    }

    private RunFault FaultOf(string reason) => new(_choice.Predictor.File, _choice.Text, _trace, reason);
}
