using Predictors.IdlePath;

namespace Predictors.Ranking;

/// <summary>Holds that the parts of a run fit together: blocks that do not would be compared with the wrong ones.</summary>
internal static class RunShape
{
    private const double Rounding = 1e-6;

    public static void Require(TraceRun run, int contenders)
    {
        string name = run.Trace.Name;
        if (run.Results.Count != contenders)
        {
            throw new ArgumentException($"{name} has {run.Results.Count} results for {contenders} contenders.", nameof(run));
        }

        int blocks = run.Clairvoyant.BlockCostsNs.Count;
        foreach (ReplayResult? result in run.Results)
        {
            if (result is not null && result.Blocks.Count != blocks)
            {
                throw new ArgumentException(
                    $"A replay of {name} has {result.Blocks.Count} blocks, its clairvoyant {blocks}.", nameof(run));
            }
        }

        double sumNs = run.Clairvoyant.BlockCostsNs.Sum();
        if (Math.Abs(sumNs - run.Clairvoyant.CostNs) > Rounding * Math.Abs(run.Clairvoyant.CostNs))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The clairvoyant's blocks of {name} add up to {sumNs} ns, its cost is {run.Clairvoyant.CostNs} ns."),
                nameof(run));
        }
    }
}
