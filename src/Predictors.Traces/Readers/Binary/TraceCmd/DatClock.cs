using System.Globalization;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>Turns the times of a .dat file's clock into ns.</summary>
internal sealed class DatClock
{
    private readonly UInt128 _multiplier = 1;
    private readonly UInt128 _divisor = 1;
    private readonly TimeShift? _shift;

    /// <summary>Looks at what the file says of its clock.</summary>
    /// <exception cref="TraceFormatException">The clock counts something that can't be turned into time.</exception>
    public DatClock(string path, DatContents contents, KernelEventReaderOptions options)
    {
        Name = contents.Clock.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? contents.Clock : "unknown";
        if (Name == "counter")
        {
            throw new TraceFormatException(path, null, "The clock 'counter' numbers the events and holds no time: record with -C mono.");
        }

        bool ticks = Name is "x86-tsc" or "uptime";
        if (contents.TscScale is { } scale && Name != "uptime")
        {
            (_multiplier, _divisor) = (scale.Multiplier, UInt128.One << scale.Shift);
        }
        else if (ticks)
        {
            long clockHz = options.ClockHz ?? throw new TraceFormatException(
                path,
                null,
                $"The clock '{Name}' counts ticks, not ns. Pass its ticks per second with --clock-hz (x86-tsc: the TSC's frequency; uptime: the kernel's HZ).");
            (_multiplier, _divisor) = (1_000_000_000, (UInt128)clockHz);
            Name = string.Create(CultureInfo.InvariantCulture, $"ticks at {clockHz} Hz");
        }

        IsNs = _divisor == 1 && _multiplier == 1;
        _shift = contents.TimeShift;
        Name = _shift is null ? Name : $"{Name}, shifted to the host's";
    }

    /// <summary>The clock, or <c>unknown</c>.</summary>
    public string Name { get; }

    private bool IsNs { get; }

    /// <summary>Turns a time into ns.</summary>
    /// <param name="cpu">The CPU on which it was taken.</param>
    /// <param name="time">The time as recorded.</param>
    /// <returns>The time; negative where it is beyond 63 bits.</returns>
    public long ToNs(int cpu, ulong time)
    {
        time = Shifted(cpu, time);
        if (IsNs)
        {
            return (long)time;
        }

        UInt128 ns = time * _multiplier / _divisor;
        return ns > long.MaxValue ? -1 : (long)ns;
    }

    /// <summary>The time on the host's clock, where the file is a guest's and says how they differ; else as recorded.</summary>
    public ulong Shifted(int cpu, ulong time) => _shift is null ? time : _shift.Apply(cpu, time);
}
