namespace Predictors.Traces.Generators;

/// <summary>
/// Random numbers that depend on seed, vCPU and period alone, and not on what was drawn before: the output function of
/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) over the key. The same bits on every machine.
/// </summary>
/// <param name="seed">The seed of the whole trace.</param>
/// <param name="stream">What is drawn for, such as the vCPU.</param>
internal readonly struct KeyedDraws(ulong seed, int stream)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int DrawsPerPeriod = 8;

    private readonly ulong _key = Mix(Mix(seed + Golden) ^ ((ulong)stream * Golden));

    /// <summary>A seed of its own for a part of a trace.</summary>
    public static ulong Derive(ulong seed, long part) => Mix(seed ^ Mix((ulong)part + Golden));

    /// <summary>A number above 0 and below 1.</summary>
    /// <param name="period">The period.</param>
    /// <param name="draw">Which of its draws: 0 to 7.</param>
    public double Uniform(long period, int draw)
    {
        ulong bits = Mix(_key + ((((ulong)period * DrawsPerPeriod) + (ulong)draw) * Golden));

        // 52 bits and a half step: exact in a double, and neither 0 nor 1.
        return ((bits >> 12) + 0.5) * (1.0 / (1L << 52));
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
