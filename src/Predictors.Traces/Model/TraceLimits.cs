namespace Predictors.Traces;

/// <summary>Bounds on what a trace may hold: sizes read from files are not trusted.</summary>
public static class TraceLimits
{
    /// <summary>The greatest vCPU number.</summary>
    public const int MaxVcpu = 8191;

    /// <summary>The longest line of a text trace, in bytes.</summary>
    public const int MaxLineBytes = 65_536;

    /// <summary>The latest instant on a trace's clock, in ns (about 146 years): sums of times stay inside 64 bits.</summary>
    public const long MaxTimeNs = long.MaxValue / 2;

    /// <summary>By how much rounding may put an event of a text recording before the one before it, in ns: a microsecond.</summary>
    public const long RoundingNs = 1_000;
}
