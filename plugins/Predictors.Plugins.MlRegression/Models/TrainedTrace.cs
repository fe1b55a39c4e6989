namespace Predictors.Plugins.MlRegression.Models;

/// <summary>A trace whose leading part a model has seen.</summary>
/// <param name="Name">The trace's name.</param>
/// <param name="Sha256">The SHA-256 of the recording, in lower-case hexadecimal digits.</param>
/// <param name="UntilNs">The end of the part, on the trace's clock, in ns.</param>
/// <param name="Share">Which leading share of its span that is: the split by time.</param>
internal sealed record TrainedTrace(string Name, string Sha256, long UntilNs, double Share);
