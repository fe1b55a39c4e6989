using Predictors.Abstractions;

namespace MyRule;

/// <summary>Polls as long as the shortest of the last two idle periods lasted, up to a limit.</summary>
/// <remarks>One instance a vCPU. Keep it a struct: the host compiles its replay loop for it.</remarks>
/// <param name="maxNs">The longest poll window, in ns.</param>
public struct MyRulePredictor(long maxNs) : IIdlePredictor
{
    private long _lastNs = long.MaxValue;
    private long _beforeNs = long.MaxValue;

    /// <summary>How long to poll, asked at every idle entry: you know the past, and what a guest kernel knows now.</summary>
    public readonly long PredictPollNs(in IdleEntry entry)
    {
        long expectedNs = Math.Min(_lastNs, _beforeNs);
        return expectedNs <= maxNs ? maxNs : PollWindow.None;
    }

    /// <summary>What came of it, told at the end of every idle period.</summary>
    public void Observe(in IdleExit exit) => (_lastNs, _beforeNs) = (exit.IdleNs, _lastNs);
}
