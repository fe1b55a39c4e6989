namespace Predictors.Ranking;

/// <summary>The idle periods with the greatest values, as many as wanted; of equal values the earliest.</summary>
/// <param name="count">How many are kept.</param>
internal sealed class TopPeriods(int count)
{
    private readonly PriorityQueue<ExplainedPeriod, Key> _kept = new();

    /// <summary>Whether a period with this value would be kept: asked first, so that the others need not be made.</summary>
    public bool Takes(double value, long entryNs, int vcpu) =>
        count > 0 && (_kept.Count < count || (_kept.TryPeek(out _, out Key least) && new Key(value, entryNs, vcpu).CompareTo(least) > 0));

    public void Add(double value, ExplainedPeriod period)
    {
        var key = new Key(value, period.EntryNs, period.Vcpu);
        if (_kept.Count < count)
        {
            _kept.Enqueue(period, key);
        }
        else
        {
            _kept.EnqueueDequeue(period, key);
        }
    }

    /// <summary>The periods, the greatest first.</summary>
    public IReadOnlyList<ExplainedPeriod> ToList() =>
        [.. _kept.UnorderedItems.OrderByDescending(k => k.Priority).Select(k => k.Element)];

    private readonly record struct Key(double Value, long EntryNs, int Vcpu) : IComparable<Key>
    {
        public int CompareTo(Key other)
        {
            int byValue = Value.CompareTo(other.Value);
            int byTime = other.EntryNs.CompareTo(EntryNs);
            return byValue != 0 ? byValue : byTime != 0 ? byTime : other.Vcpu.CompareTo(Vcpu);
        }
    }
}
