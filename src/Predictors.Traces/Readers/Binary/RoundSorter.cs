namespace Predictors.Traces.Readers.Binary;

/// <summary>
/// Sorts events by time as far as that is safe: recorders write one CPU's buffer after another, and perf ends a round when it
/// has written all of them. What is not later than the end of the round before can't be overtaken any more.
/// </summary>
internal sealed class RoundSorter
{
    /// <summary>The most events that wait for the end of a round; beyond that the earlier ones are given out, all but half of this.</summary>
    public const int MaxWaiting = 1 << 20;

    private readonly List<KernelEvent> _waiting = [];
    private readonly List<Key> _keys = [];
    private KernelEvent[] _sorted = [];
    private int _sortedAt;
    private int _sortedEnd;
    private long _latestNs = long.MinValue;
    private long _safeNs = long.MinValue;
    private long _givenNs = long.MinValue;

    /// <summary>Events that came after later ones had been given out, because a round was too long.</summary>
    public long Late { get; private set; }

    /// <summary>Whether events are ready: no more become so before these are taken.</summary>
    public bool IsReady => _sortedAt < _sortedEnd;

    /// <summary>Adds an event.</summary>
    public void Add(in KernelEvent e)
    {
        Late += e.TimeNs < _givenNs ? 1 : 0;
        _keys.Add(new Key(e.TimeNs, _waiting.Count));
        _waiting.Add(e);
        _latestNs = Math.Max(_latestNs, e.TimeNs);
        if (_waiting.Count >= MaxWaiting && !IsReady)
        {
            _keys.Sort();
            Release(_waiting.Count - (MaxWaiting / 2));
        }
    }

    /// <summary>Ends a round.</summary>
    public void EndRound()
    {
        _keys.Sort();
        int count = _keys.BinarySearch(new Key(_safeNs, int.MaxValue));
        Release(count < 0 ? ~count : count);
        _safeNs = _latestNs;
    }

    /// <summary>Ends the recording: all events become ready.</summary>
    public void End()
    {
        _keys.Sort();
        Release(_keys.Count);
    }

    /// <summary>Takes events that are ready.</summary>
    /// <returns>How many.</returns>
    public int Take(Span<KernelEvent> events)
    {
        int count = Math.Min(events.Length, _sortedEnd - _sortedAt);
        _sorted.AsSpan(_sortedAt, count).CopyTo(events);
        _sortedAt += count;
        return count;
    }

    private void Release(int count)
    {
        if (_sorted.Length < count)
        {
            _sorted = new KernelEvent[Math.Max(count, Math.Min(2 * _sorted.Length, MaxWaiting))];
        }

        (_sortedAt, _sortedEnd) = (0, count);
        for (int i = 0; i < count; i++)
        {
            _sorted[i] = _waiting[_keys[i].Index];
        }

        if (count > 0)
        {
            _givenNs = Math.Max(_givenNs, _sorted[count - 1].TimeNs);
        }

        KeepRest(count);
    }

    // The order of arrival stays that of events of one instant.
    private void KeepRest(int from)
    {
        int[] rest = new int[_keys.Count - from];
        for (int i = 0; i < rest.Length; i++)
        {
            rest[i] = _keys[from + i].Index;
        }

        Array.Sort(rest);
        _keys.Clear();
        for (int i = 0; i < rest.Length; i++)
        {
            _waiting[i] = _waiting[rest[i]];
            _keys.Add(new Key(_waiting[i].TimeNs, i));
        }

        _waiting.RemoveRange(rest.Length, _waiting.Count - rest.Length);
    }

    private readonly record struct Key(long TimeNs, int Index) : IComparable<Key>
    {
        public int CompareTo(Key other) => TimeNs != other.TimeNs ? TimeNs.CompareTo(other.TimeNs) : Index.CompareTo(other.Index);
    }
}
