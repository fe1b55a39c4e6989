using System.Numerics;

namespace Predictors.Plugins.Hazard;

/// <summary>
/// Bins of idle lengths relative to the cost of a halt: four of equal width to an octave, from an eighth of it to eight
/// times it; one bin below and one above.
/// </summary>
/// <param name="haltCostNs">What a halt costs, in ns: 64 to 10^9.</param>
internal readonly struct LengthBins(long haltCostNs)
{
    private const int PerOctave = 4;
    private const int Octaves = 6;

    public const int Count = 1 + (Octaves * PerOctave) + 1;

    /// <summary>The end of the first bin, in units of which the bounds of all bins are multiples of a quarter.</summary>
    private readonly long _unitNs = haltCostNs / 8;

    public long HaltCostNs { get; } = haltCostNs;

    /// <summary>The bin of a length; a bin holds its end.</summary>
    public int BinOf(long lengthNs)
    {
        if (lengthNs <= _unitNs)
        {
            return 0;
        }

        long quarters = ((lengthNs * PerOctave) - 1) / _unitNs;
        if (quarters >= PerOctave << Octaves)
        {
            return Count - 1;
        }

        int octave = BitOperations.Log2((ulong)quarters) - 2;
        return 1 + (octave * PerOctave) + (int)(quarters >> octave) - PerOctave;
    }

    /// <summary>The end of a bin but the last, in ns.</summary>
    public long EndNs(int bin)
    {
        if (bin == 0)
        {
            return _unitNs;
        }

        int octave = (bin - 1) / PerOctave;
        long quarters = (long)(PerOctave + 1 + ((bin - 1) % PerOctave)) << octave;
        return quarters * _unitNs / PerOctave;
    }

    /// <summary>The width of a bin but the last, in ns.</summary>
    public long WidthNs(int bin) => bin == 0 ? _unitNs : EndNs(bin) - EndNs(bin - 1);
}
