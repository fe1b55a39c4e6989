namespace Predictors.Traces;

/// <summary>
/// Reads from a recording the steps of the poll rules that its kernel followed: of a guest's haltpoll governor and of a
/// host's KVM. Memory does not grow with the file.
/// </summary>
/// <param name="events">The recording's events, from its beginning; the caller keeps and disposes of it.</param>
/// <param name="hostThreads">The vCPU threads of a host's recording that are followed; null for all.</param>
public sealed class RecordedStepReader(IKernelEventReader events, IReadOnlySet<int>? hostThreads = null)
{
    private readonly KernelEvent[] _buffer = new KernelEvent[512];
    private readonly Queue<RecordedStep> _steps = new();
    private readonly GuestSteps _guest = GuestSteps.For(events);
    private readonly HostSteps _host = new(pollingOff: events.Settings.TryGetValue("pollctl", out string? off) && off == "1", hostThreads);
    private bool _ended;

    /// <summary>
    /// Whether the lengths of a guest's halts come from the times of <c>cpu_idle</c> events, because the recording has no
    /// <c>reflect</c> probe: they are then a few us longer than what the kernel decided upon.
    /// </summary>
    public bool GuestInputsAreApproximate => _guest is GuestStepsByTime;

    /// <summary>How often KVM traced a change of a window so far; where it never did, the event may not have been recorded.</summary>
    public long HostChanges => _host.Changes;

    /// <summary>Wake-ups so far that KVM held invalid (s390, powerpc): its rule then shrinks the window whatever the halt's length.</summary>
    public long InvalidWakeUps => _host.InvalidWakeUps;

    /// <summary>Reads the next step. Those of one vCPU come in time order.</summary>
    /// <param name="step">The step.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="TraceFormatException">The file is not what it claims to be; the message names file and place.</exception>
    public bool Read(out RecordedStep step)
    {
        while (!_steps.TryDequeue(out step))
        {
            if (_ended)
            {
                return false;
            }

            int count = events.Read(_buffer);
            foreach (ref readonly KernelEvent e in _buffer.AsSpan(0, count))
            {
                _guest.Take(in e, _steps);
                _host.Take(in e, _steps);
            }

            if (count == 0)
            {
                _guest.End(_steps);
                _ended = true;
            }
        }

        return true;
    }
}
