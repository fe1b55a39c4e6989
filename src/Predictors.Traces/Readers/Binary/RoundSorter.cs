namespace Predictors.Traces.Readers.Binary;

/// <summary>
/// Sorts events by time as far as that is safe: recorders write one CPU's buffer after another, and perf ends a round when it
/// has written all of them. What is not later than the end of the round before can't be overtaken any more.
/// </summary>
/// <param name="maxWaiting">The most events that wait for the end of a round; beyond that the earlier ones are given out, all but half of this.</param>
internal sealed class RoundSorter(int maxWaiting = RoundSorter.MaxWaiting)
{
    /// <summary>The most events that wait, unless told otherwise.</summary>
    public const int MaxWaiting = 1 << 20;

    private readonly EventRuns _waiting = new();
    private long _latestNs = long.MinValue;
    private long _safeNs = long.MinValue;
    private long _givenNs = long.MinValue;
    private long _readyUntilNs = long.MinValue;
    private int _mayWait = int.MaxValue;

    /// <summary>Events that came after later ones had been given out, because a round was too long.</summary>
    public long Late { get; private set; }

    /// <summary>Whether events are ready.</summary>
    public bool IsReady => _waiting.Count > _mayWait || (_waiting.Count > 0 && _waiting.FirstNs <= _readyUntilNs);

    /// <summary>Adds an event.</summary>
    public void Add(in KernelEvent e)
    {
        Late += e.TimeNs < _givenNs ? 1 : 0;
        _waiting.Add(in e);
        _latestNs = Math.Max(_latestNs, e.TimeNs);
        _mayWait = _waiting.Count >= maxWaiting ? maxWaiting / 2 : _mayWait;
    }

    /// <summary>Ends a round.</summary>
    public void EndRound()
    {
        _readyUntilNs = _safeNs;
        _safeNs = _latestNs;
        HoldUnlessReady();
    }

    /// <summary>Ends the recording: all events become ready.</summary>
    public void End() => _readyUntilNs = long.MaxValue;

    /// <summary>Takes events that are ready.</summary>
    /// <returns>How many.</returns>
    public int Take(Span<KernelEvent> events)
    {
        int count = 0;
        while (count < events.Length && IsReady)
        {
            _waiting.Take(out events[count]);
            count++;
        }

        if (count > 0)
        {
            _givenNs = Math.Max(_givenNs, events[count - 1].TimeNs);
        }

        HoldUnlessReady();
        return count;
    }

    private void HoldUnlessReady()
    {
        if (!IsReady)
        {
            (_readyUntilNs, _mayWait) = (long.MinValue, int.MaxValue);
        }
    }
}
