using System.Runtime.CompilerServices;

namespace Predictors.Plugins.Menu;

/// <summary>How much shorter than the time to the next timer idle periods have been, by buckets of that time.</summary>
/// <remarks>
/// Constants of Linux 6.12: six buckets by powers of ten from 10 us; 1024 is a ratio of 1, and with decay 8 a factor of
/// 8192; lengths of 50 ms and more count as a ratio of 1.
/// </remarks>
internal struct CorrectionFactors
{
    /// <summary>Stands for "no timer armed", in ns.</summary>
    public const long NoTimerNs = long.MaxValue;

    private const int Buckets = 6;
    private const int Resolution = 1024;
    private const int Decay = 8;
    private const long InterestingNs = 50_000_000;
    private const long NsPerUs = 1_000;

    private Factors _factors;

    /// <summary>The factors at the beginning: all 1.</summary>
    public static CorrectionFactors Unity()
    {
        var factors = default(CorrectionFactors);
        for (int i = 0; i < Buckets; i++)
        {
            factors._factors[i] = Resolution * Decay;
        }

        return factors;
    }

    /// <summary>The time to the next timer times its factor, rounded to whole us.</summary>
    public readonly long CorrectedNs(long timerNs)
    {
        const long unit = Resolution * Decay * NsPerUs;
        return timerNs == NoTimerNs ? NoTimerNs : ((timerNs * _factors[BucketOf(timerNs)]) + (unit / 2)) / unit * NsPerUs;
    }

    /// <summary>Moves a factor by an eighth of its distance to what was measured.</summary>
    public void Learn(long timerNs, long measuredNs)
    {
        ref int factor = ref _factors[BucketOf(timerNs)];
        factor -= factor / Decay;
        factor += timerNs > 0 && measuredNs < InterestingNs ? (int)(Resolution * measuredNs / timerNs) : Resolution;
    }

    private static int BucketOf(long ns) => ns switch
    {
        < 10_000 => 0,
        < 100_000 => 1,
        < 1_000_000 => 2,
        < 10_000_000 => 3,
        < 100_000_000 => 4,
        _ => 5,
    };

    [InlineArray(Buckets)]
    private struct Factors
    {
        private int _first;
    }
}
