namespace Predictors.Traces;

/// <summary>What a fixed poll window would have met: from the lengths of the idle periods alone, without the costs of a machine.</summary>
/// <param name="WindowNs">The window, in ns.</param>
/// <param name="Caught">Idle periods that were no longer than it.</param>
/// <param name="PollNs">The time spent polling, caught or not, in ns.</param>
public sealed record PollWindowShare(long WindowNs, long Caught, double PollNs);
