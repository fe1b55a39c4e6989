using Predictors.Plugins.Contexts;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>How long idle periods lasted that had the same predicted length, by who woke: what a machine makes of it is reckoned when it is known.</summary>
internal sealed record LengthHistograms
{
    /// <summary>How many classes of predicted length there are: half octaves.</summary>
    public const int Classes = 32;

    /// <summary>Who wakes: a timer, another vCPU, or anything else.</summary>
    public const int Wakers = 3;

    /// <summary>How many bins of idle length there are: quarter octaves.</summary>
    public const int Bins = 72;

    // The first class and the first bin reach up to about 1 us and 0.3 us, the last ones from 62 ms and 60 ms on.
    private const int FirstHalfOctave = 20;
    private const int FirstQuarterOctave = 32;

    /// <summary>The counts: all bins of the first waker of the first class, those of its next waker, and so on.</summary>
    public required int[] Counts { get; init; }

    /// <summary>The class of a predicted length.</summary>
    /// <param name="score">The logarithm to base 2 of the length in ns.</param>
    public static int ClassOf(float score) => Math.Clamp(float.ConvertToIntegerNative<int>((2 * score) - FirstHalfOctave), 0, Classes - 1);

    /// <summary>Where the count of an idle length is.</summary>
    public static int IndexOf(int lengthClass, int waker, long idleNs) =>
        (((lengthClass * Wakers) + waker) * Bins) + Math.Clamp(Octaves.Quarters(idleNs) - FirstQuarterOctave, 0, Bins - 1);

    /// <summary>The middle of a bin, in ns.</summary>
    public static int MiddleNs(int bin)
    {
        int quarter = bin + FirstQuarterOctave;
        return (int)((9L + (2 * (quarter & 3))) << (quarter >> 2) >> 3);
    }

    /// <summary>The counts of a class and a waker, per bin.</summary>
    public ReadOnlySpan<int> Of(int lengthClass, int waker) => Counts.AsSpan(((lengthClass * Wakers) + waker) * Bins, Bins);

    /// <summary>Checks everything that predictors rely on.</summary>
    /// <exception cref="InvalidDataException">The histograms are not sound; the message says why.</exception>
    public void Validate()
    {
        const int count = Classes * Wakers * Bins;
        if (Counts.Length != count)
        {
            throw new InvalidDataException($"its lengths have {Counts.Length} counts, not {count}");
        }

        if (Array.Exists(Counts, c => c < 0))
        {
            throw new InvalidDataException("a count of its lengths is negative");
        }
    }
}
