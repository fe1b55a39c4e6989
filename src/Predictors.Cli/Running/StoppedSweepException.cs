namespace Predictors.Cli;

/// <summary>A sweep was stopped; what it had done is kept.</summary>
/// <param name="file">Where it is kept.</param>
/// <param name="inner">What stopped it.</param>
internal sealed class StoppedSweepException(string file, OperationCanceledException inner)
    : OperationCanceledException($"stopped; what was done is kept in {file}: the same command goes on from there", inner);
