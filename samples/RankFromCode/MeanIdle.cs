using Predictors.Abstractions;

namespace RankFromCode;

/// <summary>Polls while the idle periods are short on average: the newest counts an eighth.</summary>
/// <param name="capNs">The longest mean for which it polls, and its poll window, in ns.</param>
internal struct MeanIdle(long capNs) : IIdlePredictor
{
    private long _meanNs;

    public readonly long PredictPollNs(in IdleEntry entry) => _meanNs <= capNs ? capNs : PollWindow.None;

    public void Observe(in IdleExit exit) => _meanNs += (exit.IdleNs - _meanNs) / 8;
}
