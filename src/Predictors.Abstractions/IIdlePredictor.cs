namespace Predictors.Abstractions;

/// <summary>
/// Decides, at every idle entry of one vCPU, how long to poll for work before the vCPU halts.
/// </summary>
/// <remarks>
/// Implement it on a struct: the host closes its replay loop over the struct, so that both calls are inlined. The
/// simulator keeps the time and the accounting; a predictor keeps only what it learned. There is one instance per
/// vCPU, made by an <see cref="IPredictorFactory{TPredictor}"/>; it must share no mutable state with another one.
/// </remarks>
public interface IIdlePredictor
{
    /// <summary>Returns the poll window for the idle period that begins now.</summary>
    /// <param name="entry">What a guest kernel knows at idle entry; nothing of the future.</param>
    /// <returns>The poll window in ns: 0 halts at once; at most <see cref="PollWindow.MaxNs"/>.</returns>
    long PredictPollNs(in IdleEntry entry);

    /// <summary>Tells how the idle period went for which <see cref="PredictPollNs"/> was asked last.</summary>
    /// <param name="exit">What the kernel learns at the end of the idle period.</param>
    void Observe(in IdleExit exit);
}
