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

    /// <param name="choice">The contender.</param>
    /// <param name="guest">The guest's rule where the contender is the host's; null where the contender is the guest's.</param>
    /// <param name="settings">The machine and what is scored.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="observer">Is told of every idle period, or null.</param>
    public ContenderRun(PredictorChoice choice, PredictorChoice? guest, ReplaySettings settings, TraceHeader trace, IReplayObserver? observer)
    {
        _choice = choice;
        _trace = trace.Name;
        TraceColumns missing =
            (choice.Predictor.Description.RequiredColumns | (guest?.Predictor.Description.RequiredColumns ?? TraceColumns.None)) & ~trace.Columns;
        if (missing != TraceColumns.None)
        {
            Fault = FaultOf($"needs the columns {missing}, which the trace does not carry; it carries {trace.Columns}");
            return;
        }

        _replay = Try(() => guest is null
            ? Replay.Create(choice.Bind(), settings, observer)
            : Replay.Create(guest.Bind(), settings with { HostPolling = choice.Bind() }, observer));
    }

    public RunFault? Fault { get; private set; }

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
