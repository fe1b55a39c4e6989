namespace Predictors.IdlePath;

/// <summary>
/// Draws that are keyed instead of drawn one after the other: the same seed, vCPU and idle period give the same luck, whatever a predictor
/// did before. The mixing is the finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
/// </summary>
internal readonly struct Luck
{
    private readonly ulong _key;

    /// <summary>Takes the key.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="vcpu">The vCPU.</param>
    /// <param name="period">The idle period of the vCPU: 0 for the first one.</param>
    public Luck(ulong seed, int vcpu, long period) =>
        _key = Mix(Mix(Mix(seed + 0x9E3779B97F4A7C15) ^ (ulong)(uint)vcpu) ^ (ulong)period);

    /// <summary>A number from 0 to less than 1.</summary>
    /// <param name="of">What it is for.</param>
    public double Share(LuckOf of) => (Mix(_key + ((ulong)of * 0x9E3779B97F4A7C15)) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
