namespace Predictors.IdlePath;

/// <summary>A cost of a profile that traces told.</summary>
/// <param name="Cost">The cost's name in the profile.</param>
/// <param name="How">How it follows from what was measured, in a sentence.</param>
/// <param name="Times">Its values: one entry, or one for each range of the time asleep, ascending.</param>
public sealed record FittedCost(string Cost, string How, IReadOnlyList<MeasuredTimes> Times)
{
    /// <summary>How many measured times it rests on.</summary>
    public long Count => Times.Sum(t => t.Count);
}
