using System.Reflection;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// The open-loop replay of one trace under one predictor: arrivals stay where they were recorded, vCPUs are independent. Feed it all
/// chunks of the trace, then complete it. Not for several threads at once.
/// </summary>
public abstract class Replay
{
    /// <summary>Makes a replay whose loop is compiled for the predictor and the host's rule.</summary>
    /// <param name="predictor">The predictor in the guest.</param>
    /// <param name="settings">The machine and what is scored.</param>
    /// <param name="observer">Is told of every idle period; null for nobody, which is many times faster.</param>
    /// <returns>The replay.</returns>
    /// <exception cref="PredictorFaultException">The predictor can't be used.</exception>
    public static Replay Create(BoundPredictor predictor, ReplaySettings settings, IReplayObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(settings);
        var plan = PathPlan.Of(predictor, settings);
        var replay = (Replay)Create(typeof(Replay<,>).MakeGenericType(predictor.PredictorType, plan.PathType), predictor, plan, settings);
        replay.Observer = observer;
        return replay;
    }

    internal IReplayObserver? Observer { get; private set; }

    /// <summary>Replays the next chunk of the trace.</summary>
    /// <param name="chunk">The chunk: those of one vCPU in time order.</param>
    /// <exception cref="PredictorFaultException">The predictor threw or returned no window; the message says where.</exception>
    public abstract void Feed(SegmentChunk chunk);

    /// <summary>Ends the replay.</summary>
    /// <param name="inspection">What was found in the trace: it tells the span and the vCPUs.</param>
    /// <returns>What the predictor did.</returns>
    public abstract ReplayResult Complete(TraceInspection inspection);

    private static object Create(Type type, params object?[] arguments)
    {
        try
        {
            return Activator.CreateInstance(type, arguments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }
}
