namespace Predictors.IdlePath;

/// <summary>
/// Measured times in the order in which they were met, in bounded memory: when it is full, every second one is dropped, and from then on only
/// every second (fourth, ...) is kept. Which are kept depends on their number alone.
/// </summary>
internal sealed class SampleList
{
    /// <summary>How many are kept at most.</summary>
    public const int Capacity = 1 << 15;

    private readonly List<long> _kept = [];
    private long _stride = 1;

    /// <summary>How many were met.</summary>
    public long Met { get; private set; }

    /// <summary>Those that were kept, in ns.</summary>
    public IReadOnlyList<long> KeptNs => _kept;

    public void Add(long ns)
    {
        if (Met++ % _stride != 0)
        {
            return;
        }

        if (_kept.Count == Capacity)
        {
            for (int i = 0; i < Capacity / 2; i++)
            {
                _kept[i] = _kept[2 * i];
            }

            _kept.RemoveRange(Capacity / 2, Capacity / 2);
            _stride *= 2;
        }

        _kept.Add(ns);
    }
}
