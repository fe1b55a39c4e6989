using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>Where the replay of one vCPU stands.</summary>
/// <typeparam name="TPredictor">The predictor.</typeparam>
/// <param name="predictor">The predictor in its initial state.</param>
internal struct LoopState<TPredictor>(TPredictor predictor)
    where TPredictor : struct, IIdlePredictor
{
    public TPredictor Predictor = predictor;

    /// <summary>The recorded end of the last segment, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public long PreviousExitNs = IdleEntry.UnknownNs;

    /// <summary>Which segment of the slice the loop is at: for the message of a fault.</summary>
    public int At;
}
