namespace Predictors.Traces;

/// <summary>
/// The last wake-up of each task that has not run since. The CPU that <c>sched_waking</c> names is where the task last
/// ran, so a wake-up is matched to the CPU that it woke by the task that runs there.
/// </summary>
/// <remarks>Of fixed size: of two tasks that share a slot, the one that was woken last is known.</remarks>
internal sealed class WakingTable
{
    private const int Slots = 4096;

    private readonly Slot[] _slots = new Slot[Slots];

    /// <summary>Notes that a task is about to be woken.</summary>
    public void Waking(int pid, int cpu, long timeNs) => _slots[pid & (Slots - 1)] = new Slot(pid, cpu, timeNs);

    /// <summary>Notes that a task was woken: its waking, where it was recorded, is nearer to the cause.</summary>
    public void Wakeup(int pid, int cpu, long timeNs)
    {
        ref Slot slot = ref _slots[pid & (Slots - 1)];
        if (slot.Pid != pid)
        {
            slot = new Slot(pid, cpu, timeNs);
        }
    }

    /// <summary>Who woke the task that runs now; asked for once.</summary>
    public Waker Take(int pid)
    {
        ref Slot slot = ref _slots[pid & (Slots - 1)];
        if (pid == 0 || slot.Pid != pid)
        {
            return Waker.None;
        }

        var waker = new Waker(slot.Cpu, slot.TimeNs);
        slot = default;
        return waker;
    }

    private readonly record struct Slot(int Pid, int Cpu, long TimeNs);
}
