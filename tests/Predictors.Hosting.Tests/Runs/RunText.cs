using Predictors.IdlePath.Tests;

namespace Predictors.Hosting.Tests;

/// <summary>All that came of a run, as text: runs of the same text are equal in everything.</summary>
internal static class RunText
{
    public static string Of(RunOutcome outcome)
    {
        string results = string.Join("\n\n", outcome.Run.Results.Select(r => r is null ? "failed" : ResultText.Of(r)));
        string bound = string.Join(' ', outcome.Run.Clairvoyant.BlockCostsNs);
        return $"{outcome.Run.Trace}\n{outcome.Run.Clairvoyant.CostNs} {bound}\n{results}\n{string.Join('\n', outcome.Faults)}";
    }
}
