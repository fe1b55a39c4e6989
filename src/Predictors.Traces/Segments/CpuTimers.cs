using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>The timers of one CPU by expiry. A timer that is cancelled or armed anew leaves a stale entry behind.</summary>
internal sealed class CpuTimers
{
    private readonly PriorityQueue<Entry, long> _queue = new();
    private int _sweepAt = 64;

    /// <summary>The address of the tick's timer, or -1.</summary>
    public long Tick { get; set; } = -1;

    /// <summary>When the tick is due, in ns, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public long TickNs { get; set; } = IdleEntry.UnknownNs;

    /// <summary>How many entries it holds, stale ones included.</summary>
    public int Entries => _queue.Count;

    public void Add(Dictionary<long, ArmedTimer> armed, long timer, long version, long expiresNs)
    {
        _queue.Enqueue(new Entry(timer, version), expiresNs);
        if (_queue.Count >= _sweepAt)
        {
            Sweep(armed);
        }
    }

    /// <summary>The earliest expiry that is not before the given instant; earlier ones are forgotten.</summary>
    public long Earliest(Dictionary<long, ArmedTimer> armed, long notBeforeNs)
    {
        while (_queue.TryPeek(out Entry entry, out long expiresNs))
        {
            bool live = IsLive(armed, entry);
            if (live && expiresNs >= notBeforeNs)
            {
                return expiresNs;
            }

            _queue.Dequeue();
            if (live)
            {
                armed.Remove(entry.Timer);
            }
        }

        return IdleEntry.UnknownNs;
    }

    public void Forget(Dictionary<long, ArmedTimer> armed)
    {
        foreach ((Entry entry, _) in _queue.UnorderedItems)
        {
            if (IsLive(armed, entry))
            {
                armed.Remove(entry.Timer);
            }
        }

        _queue.Clear();
        TickNs = IdleEntry.UnknownNs;
    }

    // Timers that are armed far ahead and cancelled at once would otherwise pile up.
    private void Sweep(Dictionary<long, ArmedTimer> armed)
    {
        (Entry Entry, long ExpiresNs)[] live = [.. _queue.UnorderedItems.Where(item => IsLive(armed, item.Element))];
        _queue.Clear();
        _queue.EnqueueRange(live);
        _sweepAt = Math.Max(64, 4 * _queue.Count);
    }

    private static bool IsLive(Dictionary<long, ArmedTimer> armed, Entry entry) =>
        armed.TryGetValue(entry.Timer, out ArmedTimer timer) && timer.Version == entry.Version;

    private readonly record struct Entry(long Timer, long Version);
}
