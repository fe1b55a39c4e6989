using Predictors.Abstractions;

namespace Predictors.Traces;

/// <content>How a segment is opened, closed and finished.</content>
internal sealed partial class CpuTimeline
{
    private void FollowCpuIdle(long place)
    {
        if (_source == IdleSource.Switches)
        {
            shared.Anomaly(AnomalyNames.CpuIdleStartsLate, place);
            BreakOff();
        }
        else
        {
            _sink.Discard();
            _counts.Enters = _counts.Exits = _counts.Pairs = _counts.IdleNs = 0;
            _previousExitNs = Never;
            _timerWrites += _phase == Phase.Busy ? 0 : _segment.TimerWrites;
            _phase = Phase.Busy;
        }

        _source = IdleSource.CpuIdle;
        _counts.IdleSource = "cpu_idle";
    }

    private void Enter(in KernelEvent e)
    {
        _counts.Enters++;
        _enterNs = e.TimeNs;
        bool polls = e.A == 0 && shared.Kinds.StateZeroPolls;
        if (_phase == Phase.Woken && _segment.Polled && !_segment.HasEvidence)
        {
            // The poll ran into its limit and the kernel went on to this state: still the same idle period.
            _phase = Phase.Idle;
        }
        else
        {
            if (_phase == Phase.Woken)
            {
                Finish(taskRan: false);
            }
            else if (_phase == Phase.Idle)
            {
                shared.Anomaly(AnomalyNames.EnterWithoutExit, e.Place);
                _gap = true;
            }

            if (!Begin(e.TimeNs, e.Place))
            {
                return;
            }

            _segment.RecordedWindowNs = polls ? _pollLimitNs : 0;
        }

        _segment.State = (int)Math.Clamp(e.A, 0, int.MaxValue);
        _segment.Polled = polls;
    }

    private void Exit(in KernelEvent e)
    {
        _counts.Exits++;
        if (_enterNs == Never)
        {
            _counts.ExitWithoutEnter++;
            if (_counts.Enters > 0 && !_gap)
            {
                shared.Anomaly(AnomalyNames.ExitWithoutEnter, e.Place);
            }

            return;
        }

        _counts.Pairs++;
        _counts.IdleNs += e.TimeNs - _enterNs;
        _enterNs = Never;
        if (_phase == Phase.Idle)
        {
            End(e.TimeNs);
        }
    }

    // The two below stand for cpu_idle events on a CPU that writes none.
    private void Open(long entryNs, long place)
    {
        if (Begin(entryNs, place))
        {
            _counts.Enters++;
        }
    }

    private void Close(long exitNs)
    {
        _counts.Exits++;
        _counts.Pairs++;
        _counts.IdleNs += exitNs - _segment.EntryNs;
        End(exitNs);
    }

    private bool Begin(long entryNs, long place)
    {
        _phase = Phase.Busy;
        if (entryNs < _previousExitNs)
        {
            shared.Anomaly(AnomalyNames.IdleBeforePreviousExit, place);
            _gap = true;
            return false;
        }

        if (!_ipisVisible)
        {
            // Nothing tells when an IPI of before was taken.
            _sender = Waker.None;
        }

        _segment = new PendingSegment(entryNs)
        {
            IdleSinceNs = Math.Min(_idleSinceNs, entryNs),
            NextTimerNs = shared.Timers.Next(cpu, entryNs, withTick: FollowsCpuIdle),
            TimerWrites = _timerWrites,
            AfterGap = _gap || _leftOut,
        };
        _timerWrites = 0;
        _gap = false;
        _phase = Phase.Idle;
        return true;
    }

    // The idle task runs and no switch to it was recorded: since when is not known.
    private void MissIdleEntry(long place)
    {
        if (_source == IdleSource.Switches && !_gap)
        {
            shared.Anomaly(AnomalyNames.IdleEntryNotSeen, place);
            _gap = true;
        }
    }

    private void End(long exitNs)
    {
        _segment.ExitNs = exitNs;
        _phase = Phase.Woken;
        _handlerNs = exitNs;
        _idleSinceNs = exitNs;
    }

    private void Finish(bool taskRan)
    {
        _phase = Phase.Busy;
        if (!_segment.Interrupted && _sender.Known && _sender.TimeNs >= _segment.EntryNs && _sender.TimeNs <= _segment.ExitNs)
        {
            _segment.Sender = _sender;
        }

        if (_source == IdleSource.Undecided && ++_derived == SegmentsToDecide)
        {
            _source = IdleSource.Switches;
            _counts.IdleSource = "sched_switch";
        }

        _previousExitNs = _segment.ExitNs;
        _leftOut = shared.Tasks is { } tasks && !(taskRan && tasks.Contains(_segment.RunnerPid));
        if (_leftOut)
        {
            return;
        }

        WakeUp wakeUp = WakeRules.Resolve(_segment, taskRan, shared.Kinds.Wakings, _ipisVisible);
        _sink.Append(_segment, Declared(wakeUp), taskRan || !shared.Kinds.Switches);
    }

    private WakeUp Declared(WakeUp wakeUp)
    {
        if (!shared.Kinds.Columns.HasFlag(TraceColumns.Arrival))
        {
            wakeUp = wakeUp with { ArrivalNs = _segment.ExitNs, How = SegmentFlags.None };
        }

        return shared.Kinds.Columns.HasFlag(TraceColumns.Cause) ? wakeUp : wakeUp with { Cause = WakeCause.Unknown };
    }

    private void BreakOff()
    {
        if (_phase == Phase.Woken)
        {
            // Whether a task ran is lost; so it counts as not told, which is true.
            Finish(taskRan: true);
        }

        _phase = Phase.Busy;
        _gap = true;
        _enterNs = Never;
        _idleSinceNs = Never;
        _sender = Waker.None;
        shared.Timers.Forget(cpu);
    }
}
