namespace Predictors.Abstractions;

/// <summary>One idle period to learn from.</summary>
/// <param name="Entry">What was known at its beginning.</param>
/// <param name="Exit">
/// How it went on a machine without costs that halted at once: <see cref="IdleExit.IdleNs"/> and
/// <see cref="IdleExit.HaltNs"/> are the time from entry to arrival.
/// </param>
public readonly record struct TrainingPeriod(IdleEntry Entry, IdleExit Exit);
