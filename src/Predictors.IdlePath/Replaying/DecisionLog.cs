using System.Globalization;
using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>
/// Writes every decision of a replay as CSV: <c>vcpu,entry_ns,busy_ns,next_timer_ns,window_ns,idle_ns,polled_ns,halt_ns,caught,cause</c>;
/// what is not known is left empty.
/// </summary>
public sealed class DecisionLog : IReplayObserver
{
    private readonly TextWriter _writer;

    /// <summary>Begins a log.</summary>
    /// <param name="writer">Where it goes; the caller closes it.</param>
    public DecisionLog(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
        writer.Write("vcpu,entry_ns,busy_ns,next_timer_ns,window_ns,idle_ns,polled_ns,halt_ns,caught,cause\n");
    }

    /// <summary>The window of the last decision, in ns.</summary>
    internal long LastWindowNs { get; private set; }

    /// <inheritdoc/>
    public void Observe(in ReplayedPeriod period)
    {
        IdleEntry entry = period.Entry;
        IdleExit exit = period.Exit;
        LastWindowNs = period.WindowNs;
        string busy = entry.BusyNs < 0 ? string.Empty : entry.BusyNs.ToString(CultureInfo.InvariantCulture);
        string timer = entry.NextTimerNs < 0 ? string.Empty : entry.NextTimerNs.ToString(CultureInfo.InvariantCulture);
        _writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Vcpu},{entry.NowNs},{busy},{timer},{period.WindowNs},{exit.IdleNs},{exit.PolledNs},{exit.HaltNs},{(exit.Caught ? 1 : 0)},{exit.Cause}\n"));
    }
}
