namespace Predictors.IdlePath;

/// <summary>
/// The events to come, earliest first: a binary heap of what is not known beforehand, merged with the wake-ups that stay where they were
/// recorded.
/// </summary>
/// <param name="graph">The graph, for the latter.</param>
/// <remarks>A vCPU has one event at most, so the heap is small; only relative timers that run may add to it.</remarks>
internal struct EventQueue(WakeUpGraph graph)
{
    private LoopEvent[] _heap = new LoopEvent[64];
    private int _count;
    private int _fixed;

    /// <summary>Whether nothing is to come but what stays where it was recorded.</summary>
    public readonly bool IsAllFixed => _count == 0;

    public void Add(LoopEvent added)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * _count);
        }

        int at = _count++;
        while (at > 0)
        {
            int parent = (at - 1) >> 1;
            if (!added.ComesBefore(_heap[parent]))
            {
                break;
            }

            _heap[at] = _heap[parent];
            at = parent;
        }

        _heap[at] = added;
    }

    /// <summary>Takes the earliest event.</summary>
    /// <returns>False where there is none.</returns>
    public bool TryTake(out LoopEvent taken)
    {
        bool anyFixed = _fixed < graph.Fixed.Length;
        if (anyFixed)
        {
            int stretch = graph.Fixed[_fixed];
            taken = LoopEvent.WakesUp(graph.DelayNs[stretch], graph.Rank[stretch]);
            if (_count == 0 || taken.ComesBefore(_heap[0]))
            {
                _fixed++;
                return true;
            }
        }

        taken = _heap[0];
        if (_count == 0)
        {
            return false;
        }

        RemoveFirst();
        return true;
    }

    private void RemoveFirst()
    {
        LoopEvent moved = _heap[--_count];
        int at = 0;
        while ((2 * at) + 1 < _count)
        {
            int child = (2 * at) + 1;
            child += child + 1 < _count && _heap[child + 1].ComesBefore(_heap[child]) ? 1 : 0;
            if (!_heap[child].ComesBefore(moved))
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = moved;
    }
}
