namespace Predictors.Traces;

/// <summary>Idle lengths summed between the windows of a fixed list.</summary>
internal sealed class PollWindowSums
{
    private static readonly long[] s_windowsNs =
    [
        1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000,
    ];

    private readonly long[] _counts = new long[s_windowsNs.Length + 1];
    private readonly double[] _lengthsNs = new double[s_windowsNs.Length + 1];

    public IEnumerable<PollWindowShare> Shares
    {
        get
        {
            long longer = _counts.Sum();
            long caught = 0;
            double caughtNs = 0;
            for (int i = 0; i < s_windowsNs.Length; i++)
            {
                caught += _counts[i];
                caughtNs += _lengthsNs[i];
                longer -= _counts[i];
                yield return new PollWindowShare(s_windowsNs[i], caught, caughtNs + ((double)longer * s_windowsNs[i]));
            }
        }
    }

    public void Add(long ns)
    {
        int i = Array.BinarySearch(s_windowsNs, ns);
        i = i < 0 ? ~i : i;
        _counts[i]++;
        _lengthsNs[i] += ns;
    }

    public void Add(PollWindowSums other)
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
            _lengthsNs[i] += other._lengthsNs[i];
        }
    }
}
