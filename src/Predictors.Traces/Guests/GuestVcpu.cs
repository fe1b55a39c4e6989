namespace Predictors.Traces;

/// <summary>
/// Follows the thread of one vCPU and makes a segment of each halt. It begins with the exit to KVM because of HLT (or WFI);
/// where exits are not recorded, with what <c>kvm_vcpu_wakeup</c> tells of its length. It ends with the entry into the guest;
/// where entries are not recorded, with <c>kvm_vcpu_wakeup</c>.
/// </summary>
internal sealed class GuestVcpu
{
    private const int InjectionsKept = 8;
    private readonly GuestState _shared;
    private readonly VcpuInspection _counts;
    private readonly SegmentSink _sink;
    private readonly Injection[] _accepted = new Injection[InjectionsKept];
    private GuestHalt _halt;
    private Phase _phase;
    private bool _gap;
    private int _timerWrites;
    private Injection _waking = Injection.None;
    private uint _acceptedCount;
    private long _previousExitNs = long.MinValue;

    /// <summary>Follows a vCPU.</summary>
    /// <param name="thread">The vCPU and its thread.</param>
    /// <param name="shared">What the vCPUs of a guest share.</param>
    public GuestVcpu(GuestThread thread, GuestState shared)
    {
        Thread = thread;
        _shared = shared;
        _counts = shared.Inspection.Of(thread.Vcpu);
        _counts.IdleSource = "kvm";
        _sink = new SegmentSink(thread.Vcpu, shared.Pool, shared.Full);
        Array.Fill(_accepted, Injection.None);
    }

    private enum Phase
    {
        /// <summary>The guest runs, or nothing is known.</summary>
        Running,

        /// <summary>Halted.</summary>
        Halted,

        /// <summary>The thread has noticed the wake-up, and the guest does not run yet, or that is not recorded.</summary>
        Woken,
    }

    /// <summary>The vCPU and its thread.</summary>
    public GuestThread Thread { get; }

    /// <summary>Whether an interrupt that this thread accepts now is its own timer's.</summary>
    public bool IsWoken => _phase == Phase.Woken;

    /// <summary>An event of the thread itself.</summary>
    public void Take(in KernelEvent e)
    {
        if (_phase == Phase.Woken && !_shared.Entries && e.Kind is not (KernelEventKind.KvmAcceptIrq or KernelEventKind.SchedSwitch))
        {
            Finish();
        }

        switch (e.Kind)
        {
            case KernelEventKind.KvmExit when e.B == 1 && !_shared.Halts:
            case KernelEventKind.KvmHalt:
                Enter(e);
                break;
            case KernelEventKind.KvmExit when _phase != Phase.Running && _shared.Entries:
                Break(e, AnomalyNames.ExitWithoutEnter);
                break;
            case KernelEventKind.KvmVcpuWakeup:
                NoticeWakeUp(e);
                break;
            case KernelEventKind.KvmEntry when _phase != Phase.Running:
                Exit(e.TimeNs);
                Finish();
                break;
            case KernelEventKind.KvmMsrWrite when GuestTimer.IsWrite(e.A):
                _timerWrites++;
                break;
        }
    }

    /// <summary>The thread is woken; of several times the last one before it notices counts.</summary>
    public void Wake(Injection waking) => _waking = waking;

    /// <summary>Somebody else injects an interrupt.</summary>
    public void Accept(Injection accepted) => _accepted[_acceptedCount++ % _accepted.Length] = accepted;

    /// <summary>The thread injects an interrupt when it had been woken.</summary>
    public void AcceptOwn() => _halt.OwnTimer = true;

    /// <summary>Events were lost: the thread may have run on any CPU.</summary>
    public void Lose()
    {
        _counts.Gaps++;
        _counts.LostEvents = -1;
        Drop();
    }

    /// <summary>Ends the recording.</summary>
    public void Complete()
    {
        _counts.OpenAtEnd = _phase == Phase.Halted || (_phase == Phase.Woken && _shared.Entries) ? 1 : 0;
        if (_phase == Phase.Woken && !_shared.Entries)
        {
            Finish();
        }

        _sink.Flush();
    }

    private void Enter(in KernelEvent e)
    {
        if (_phase != Phase.Running)
        {
            Break(e, AnomalyNames.EnterWithoutExit);
        }

        _counts.Enters++;
        Begin(e.TimeNs, e.Place);
    }

    private void Begin(long entryNs, long place)
    {
        if (entryNs < _previousExitNs)
        {
            // A text's times are rounded.
            if (_previousExitNs - entryNs > TraceLimits.RoundingNs)
            {
                _shared.Anomaly(AnomalyNames.IdleBeforePreviousExit, place);
                Drop();
                return;
            }

            entryNs = _previousExitNs;
        }

        _halt = new GuestHalt(entryNs);
        _phase = Phase.Halted;
    }

    private void NoticeWakeUp(in KernelEvent e)
    {
        if (_phase == Phase.Running)
        {
            if (_shared.Exits)
            {
                // The exit that began this halt lies before the recording, or was lost.
                _counts.Exits += _shared.Entries ? 0 : 1;
                _counts.ExitWithoutEnter++;
                return;
            }

            _counts.Enters++;
            Begin(Math.Max(0, e.TimeNs - e.A), e.Place);
            if (_phase == Phase.Running)
            {
                return;
            }
        }

        _halt.WokenNs = e.TimeNs;
        _halt.Polled = e.B == 0;
        _phase = Phase.Woken;
        if (!_shared.Entries)
        {
            Exit(e.TimeNs);
        }
    }

    private void Exit(long exitNs)
    {
        _halt.ExitNs = exitNs;
        _counts.Exits++;
        _counts.Pairs++;
        _counts.IdleNs += exitNs - _halt.EntryNs;
    }

    private void Finish()
    {
        _halt.Waking = IsInHalt(_waking) ? _waking : Injection.None;
        _halt.Accepted = FirstAccepted();
        var segment = new PendingSegment(_halt.EntryNs) { ExitNs = _halt.ExitNs, AfterGap = _gap, TimerWrites = _timerWrites };
        (_gap, _timerWrites, _phase) = (false, 0, Phase.Running);
        _sink.Append(segment, _shared.Declared(GuestWakeRules.Resolve(_halt, _shared.VcpuOf), _halt.ExitNs), taskRan: true);
        _previousExitNs = _halt.ExitNs;
    }

    private Injection FirstAccepted()
    {
        Injection first = Injection.None;
        foreach (Injection accepted in _accepted)
        {
            first = IsInHalt(accepted) && (!first.Known || accepted.TimeNs < first.TimeNs) ? accepted : first;
        }

        return first;
    }

    // What a text tells of times is rounded.
    private bool IsInHalt(Injection injection) =>
        injection.Known
        && injection.TimeNs >= _halt.EntryNs - TraceLimits.RoundingNs
        && injection.TimeNs <= (_halt.WokenNs >= 0 ? _halt.WokenNs : _halt.ExitNs) + TraceLimits.RoundingNs;

    private void Break(in KernelEvent e, string anomaly)
    {
        _shared.Anomaly(anomaly, e.Place);
        Drop();
    }

    private void Drop()
    {
        if (_phase == Phase.Woken && _halt.ExitNs >= 0)
        {
            Finish();
        }

        _phase = Phase.Running;
        _gap = true;
    }
}
