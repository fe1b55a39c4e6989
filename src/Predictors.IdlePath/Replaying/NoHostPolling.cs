using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>The host blocks a halted vCPU at once.</summary>
internal readonly struct NoHostPolling : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => PollWindow.None;

    public void Observe(in IdleExit exit)
    {
    }
}
