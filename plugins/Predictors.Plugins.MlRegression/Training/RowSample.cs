namespace Predictors.Plugins.MlRegression.Training;

/// <summary>
/// Takes a share of a sequence, drawn from a generator of its own: the same for the same seed, and out of
/// step with any pattern in the sequence, which every n-th element would not be.
/// </summary>
internal struct RowSample(double share, int seed, int trace)
{
    private readonly double _share = share;
    private ulong _state = ((ulong)(uint)seed << 32) | (uint)trace;

    /// <summary>Whether the next element is taken.</summary>
    public bool TakesNext()
    {
        // SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return (z >> 11) < _share * (1UL << 53);
    }
}
