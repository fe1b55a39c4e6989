namespace Predictors.Traces.Readers.Binary;

/// <summary>
/// Events that wait to be given out by time; those of one instant by arrival. One CPU's events mostly arrive in order: they form
/// runs, and only the first ones of the runs are compared.
/// </summary>
internal sealed class EventRuns
{
    private const int None = -1;
    private const int PageBits = 12;
    private const int PageMask = (1 << PageBits) - 1;
    private readonly List<Slot[]> _pages = [];
    private readonly int[] _openRun = new int[TraceLimits.MaxVcpu + 1];
    private Run[] _runs = new Run[64];
    private Head[] _heap = new Head[64];
    private int _heads;
    private int _usedSlots;
    private int _usedRuns;
    private int _freeSlot = None;
    private int _freeRun = None;
    private long _arrivals;

    /// <summary>Holds no event.</summary>
    public EventRuns() => Array.Fill(_openRun, None);

    /// <summary>How many events wait.</summary>
    public int Count { get; private set; }

    /// <summary>The time of the event that comes next, in ns; there must be one.</summary>
    public long FirstNs => _heap[0].TimeNs;

    /// <summary>Adds an event.</summary>
    public void Add(in KernelEvent e)
    {
        int index = TakeSlot();
        ref Slot slot = ref At(index);
        slot.Event = e;
        slot.Arrival = _arrivals++;
        slot.Next = None;
        Count++;
        ref int open = ref _openRun[e.Cpu];
        if (open != None)
        {
            ref Run run = ref _runs[open];
            ref Slot last = ref At(run.Last);
            if (last.Event.TimeNs <= e.TimeNs)
            {
                (last.Next, run.Last) = (index, index);
                return;
            }
        }

        open = Begin(index, e.Cpu);
        Push(new Head(e.TimeNs, slot.Arrival, open));
    }

    /// <summary>Takes the event that comes next; there must be one.</summary>
    /// <param name="e">The event.</param>
    public void Take(out KernelEvent e)
    {
        int runIndex = _heap[0].Run;
        ref Run run = ref _runs[runIndex];
        int index = run.First;
        ref Slot slot = ref At(index);
        e = slot.Event;
        int next = slot.Next;
        (slot.Next, _freeSlot) = (_freeSlot, index);
        Count--;
        if (next != None)
        {
            run.First = next;
            ref Slot first = ref At(next);
            SiftDown(new Head(first.Event.TimeNs, first.Arrival, runIndex));
            return;
        }

        ref int open = ref _openRun[run.Cpu];
        open = open == runIndex ? None : open;
        (run.First, _freeRun) = (_freeRun, runIndex);
        _heads--;
        if (_heads > 0)
        {
            SiftDown(_heap[_heads]);
        }
    }

    private ref Slot At(int index) => ref _pages[index >> PageBits][index & PageMask];

    private int TakeSlot()
    {
        int index = _freeSlot;
        if (index != None)
        {
            _freeSlot = At(index).Next;
            return index;
        }

        if (_usedSlots == _pages.Count << PageBits)
        {
            _pages.Add(new Slot[1 << PageBits]);
        }

        return _usedSlots++;
    }

    private int Begin(int slot, int cpu)
    {
        int index = _freeRun;
        if (index != None)
        {
            _freeRun = _runs[index].First;
        }
        else
        {
            index = _usedRuns++;
            if (index == _runs.Length)
            {
                Array.Resize(ref _runs, 2 * index);
            }
        }

        _runs[index] = new Run { First = slot, Last = slot, Cpu = cpu };
        return index;
    }

    private void Push(Head head)
    {
        if (_heads == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * _heads);
        }

        int at = _heads++;
        while (at > 0 && head.IsBefore(in _heap[(at - 1) / 2]))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = head;
    }

    private void SiftDown(Head head)
    {
        int at = 0;
        int child;
        while ((child = (2 * at) + 1) < _heads)
        {
            child += child + 1 < _heads && _heap[child + 1].IsBefore(in _heap[child]) ? 1 : 0;
            if (!_heap[child].IsBefore(in head))
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = head;
    }

    private struct Slot
    {
        public KernelEvent Event;
        public long Arrival;
        public int Next;
    }

    private struct Run
    {
        public int First;
        public int Last;
        public int Cpu;
    }

    private readonly record struct Head(long TimeNs, long Arrival, int Run)
    {
        public bool IsBefore(in Head other) => TimeNs != other.TimeNs ? TimeNs < other.TimeNs : Arrival < other.Arrival;
    }
}
