using Predictors.Abstractions;

namespace Predictors.Plugins.SkiRental;

/// <summary>The randomized rule of the ski-rental problem: the window has density e^(t/C) / (C (e - 1)) on [0, C].</summary>
/// <remarks>
/// Against idle lengths that do not depend on the draws the expected cost is at most e / (e - 1), about 1.582, times the
/// cheapest, and no rule promises less (the ratio is stated in Damaschke, "Multiple spin-block decisions", Algorithmica 44,
/// 2006, https://research.chalmers.se/publication/11166; that the rule goes back to Karlin et al. is not verified). A draw
/// depends on the seed, the vCPU and the number of the idle period, and on nothing else. The logarithm is the
/// platform's: windows may differ by a ns between platforms.
/// </remarks>
public struct SkiRentalRandomizedPredictor : IIdlePredictor
{
    private readonly long _haltCostNs;
    private readonly ulong _stream;
    private ulong _period;

    /// <summary>Makes the predictor of one vCPU.</summary>
    /// <param name="haltCostNs">What a halt costs, in ns: 0 to <see cref="PollWindow.MaxNs"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="vcpu">The vCPU: 0 or more.</param>
    public SkiRentalRandomizedPredictor(long haltCostNs, long seed, int vcpu)
    {
        _haltCostNs = haltCostNs;
        _stream = Mix(Mix((ulong)seed) + (ulong)vcpu);
    }

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry)
    {
        double uniform = (Mix(_stream + _period) >> 11) * (1.0 / (1UL << 53));
        return (long)(_haltCostNs * Math.Log(1 + (uniform * (Math.E - 1))));
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit) => _period++;

    /// <summary>The output of SplitMix64 (Steele, Lea, Flood, 2014) for one state.</summary>
    private static ulong Mix(ulong state)
    {
        ulong z = state + 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
