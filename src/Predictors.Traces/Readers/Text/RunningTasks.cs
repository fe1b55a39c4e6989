namespace Predictors.Traces.Readers.Text;

/// <summary>Follows which task runs on each CPU, for recordings that do not tell it with every event.</summary>
internal sealed class RunningTasks
{
    private readonly Dictionary<int, int> _running = [];

    /// <summary>Gives an event its task where it has none, and takes note of what it tells.</summary>
    public void Follow(ref KernelEvent e)
    {
        if (e.Pid == Marks.NoTask)
        {
            e.Pid = e.Kind == KernelEventKind.CpuIdle ? 0
                : e.Kind == KernelEventKind.SchedSwitch ? (int)e.A
                : _running.GetValueOrDefault(e.Cpu, Marks.NoTask);
        }

        _running[e.Cpu] = e.Kind == KernelEventKind.SchedSwitch ? (int)e.B : e.Pid;
    }
}
