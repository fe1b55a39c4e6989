using Predictors.Traces.Tests;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// A host kernel with KVM, written from the description of the kernel's rules and not from the predictor: its vCPU halts
/// for given lengths and it writes what a recording of it would hold.
/// </summary>
internal sealed class HostKernel(EventList events, int pid)
{
    private ulong _window;
    private bool _pollingOff;

    public required uint Max { get; init; }

    public required uint Grow { get; init; }

    public required uint GrowStart { get; init; }

    public required uint Shrink { get; init; }

    public void SetPolling(bool off)
    {
        _pollingOff = off;
        events.PollControl(off ? 0 : 1, pid);
    }

    public void Halt(long lengthNs)
    {
        if (_window > Max)
        {
            _window = Max;
        }

        bool slept = _pollingOff || (ulong)lengthNs > _window;
        if (!_pollingOff)
        {
            Decide((ulong)lengthNs);
        }

        events.Wakeup(lengthNs, slept, pid: pid);
    }

    private void Decide(ulong haltedNs)
    {
        if (Max == 0)
        {
            _window = 0;
            return;
        }

        if (haltedNs <= _window)
        {
            return;
        }

        ulong old = _window;
        if (old != 0 && haltedNs > Max)
        {
            _window = Shrink == 0 ? 0 : old / Shrink;
            _window = _window < GrowStart ? 0 : _window;
            events.HostWindow((long)_window, (long)old, pid);
        }
        else if (old < Max && haltedNs < Max)
        {
            if (Grow != 0)
            {
                _window = (old * Grow) & 0xFFFF_FFFF;
                _window = _window < GrowStart ? GrowStart : _window;
            }

            events.HostWindow((long)_window, (long)old, pid);
        }
    }
}
