namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>
/// Task switches and wakings of a bundle that are written as columns. The times are differences, the first one to 0. The
/// task that a switch leaves is not written: it is the one that the switch before it on this CPU went to.
/// </summary>
internal ref struct CompactSched
{
    private const int SwitchTime = 1;
    private const int SwitchNextPid = 3;
    private const int WakingTime = 7;
    private const int WakingPid = 8;
    private const int WakingTargetCpu = 9;
    private const int WakingFlags = 12;

    private ReadOnlySpan<byte> _switchTimes;
    private ReadOnlySpan<byte> _nextPids;
    private ReadOnlySpan<byte> _wakingTimes;
    private ReadOnlySpan<byte> _wokenPids;
    private ReadOnlySpan<byte> _targetCpus;
    private ReadOnlySpan<byte> _flags;
    private readonly bool _hasFlags;

    /// <summary>Finds the columns and reads the first switch and the first waking.</summary>
    /// <param name="message">The message; empty where the bundle has none.</param>
    public CompactSched(ReadOnlySpan<byte> message)
    {
        var fields = new ProtoFields(message);
        while (fields.TryNext())
        {
            switch (fields.Number)
            {
                case SwitchTime:
                    _switchTimes = fields.Bytes;
                    break;
                case SwitchNextPid:
                    _nextPids = fields.Bytes;
                    break;
                case WakingTime:
                    _wakingTimes = fields.Bytes;
                    break;
                case WakingPid:
                    _wokenPids = fields.Bytes;
                    break;
                case WakingTargetCpu:
                    _targetCpus = fields.Bytes;
                    break;
                case WakingFlags:
                    _flags = fields.Bytes;
                    _hasFlags = true;
                    break;
            }
        }

        Failed = fields.Failed;
        NextSwitch();
        NextWaking();
    }

    /// <summary>Whether the columns are damaged, or of different lengths.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether there is a switch that was not passed over.</summary>
    public bool HasSwitch { get; private set; }

    /// <summary>Its time, in ns.</summary>
    public ulong SwitchNs { get; private set; }

    /// <summary>The task that it goes to.</summary>
    public ulong NextPid { get; private set; }

    /// <summary>Whether there is a waking that was not passed over.</summary>
    public bool HasWaking { get; private set; }

    /// <summary>Its time, in ns.</summary>
    public ulong WakingNs { get; private set; }

    /// <summary>The task that is woken.</summary>
    public ulong WokenPid { get; private set; }

    /// <summary>The CPU on which that task last ran.</summary>
    public ulong TargetCpu { get; private set; }

    /// <summary>The flags of the context in which it was woken.</summary>
    public ulong Flags { get; private set; }

    /// <summary>Passes over a switch.</summary>
    public void NextSwitch()
    {
        HasSwitch = !_switchTimes.IsEmpty;
        if (HasSwitch)
        {
            SwitchNs += Next(ref _switchTimes);
            NextPid = Next(ref _nextPids);
        }

        Failed |= !HasSwitch && !_nextPids.IsEmpty;
        HasSwitch &= !Failed;
    }

    /// <summary>Passes over a waking.</summary>
    public void NextWaking()
    {
        HasWaking = !_wakingTimes.IsEmpty;
        if (HasWaking)
        {
            WakingNs += Next(ref _wakingTimes);
            WokenPid = Next(ref _wokenPids);
            TargetCpu = Next(ref _targetCpus);
            Flags = _hasFlags ? Next(ref _flags) : 0;
        }

        Failed |= !HasWaking && !(_wokenPids.IsEmpty && _targetCpus.IsEmpty && _flags.IsEmpty);
        HasWaking &= !Failed;
    }

    private ulong Next(ref ReadOnlySpan<byte> column)
    {
        Failed |= !ProtoFields.TryVarint(ref column, out ulong value);
        return value;
    }
}
