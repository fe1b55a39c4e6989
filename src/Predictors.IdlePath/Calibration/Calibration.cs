using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// Fits a machine profile to recorded traces. What each cost is fitted from is described in this folder's README. Not for several threads at
/// once.
/// </summary>
/// <param name="baseProfile">Where the costs come from that traces do not tell.</param>
public sealed class Calibration(MachineProfile baseProfile)
{
    private readonly WakeSamples _samples = new();
    private readonly List<CalibratedTrace> _traces = [];

    /// <summary>Who is to see the kernel events of the next trace, where it is opened.</summary>
    /// <returns>A new observer.</returns>
    public IKernelEventObserver Observe() => new EventObserver(_samples);

    /// <summary>Reads a trace to its end and measures its wake-ups.</summary>
    /// <param name="trace">The trace: of a recording of kernel events more can be told than of a packed trace or CSV.</param>
    /// <param name="observer">The observer that it was opened with: of <see cref="Observe"/>, and of this trace alone.</param>
    /// <param name="progress">Told the share that has been read, from 0 to 1; or null.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ArgumentException">The observer is not one of this calibration.</exception>
    /// <exception cref="TraceFormatException">The trace can't be read, or is the recording of a host.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Add(ITraceReader trace, IKernelEventObserver observer, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        EventObserver events = observer as EventObserver ?? throw new ArgumentException("Expected an observer that Observe() made.", nameof(observer));
        TraceHeader header = trace.Header;
        var measures = new SegmentMeasures(events, _samples, FallAsleepNs(baseProfile.Costs));
        while (!events.IsHost && trace.Read() is { } chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(trace.Progress);
            measures.Add(chunk);
            trace.Recycle(chunk);
        }

        if (events.IsHost)
        {
            throw new TraceFormatException(
                header.Name, null, "This is the recording of a KVM host. A profile is fitted to recordings that were made in the guest.");
        }

        events.Complete();
        _traces.Add(new CalibratedTrace(
            header.SourceName ?? header.Name,
            header.Format,
            header.SourceSha256,
            trace.Inspection.Vcpus.Values.Sum(v => v.Segments),
            events.HasEvents));
    }

    /// <summary>Fits a profile to what was measured.</summary>
    /// <param name="name">The profile's name, in kebab-case.</param>
    /// <param name="seed">The seed of the intervals' draws.</param>
    /// <returns>The profile, what it rests on, and what it does not.</returns>
    public CalibrationResult Fit(string name, ulong seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var summary = new SampleSummary(seed);
        var fits = new CostFits(_samples, summary, baseProfile.Costs);
        long? tickPeriodNs = TickPeriod.Of(_samples.TickToTick);
        return new CalibrationResult
        {
            Profile = new FittedProfile(baseProfile, fits.Fitted).Of(name, _traces, tickPeriodNs),
            BaseName = baseProfile.Name,
            Traces = _traces,
            Measured = [.. MeasuredList.Of(_samples, summary)],
            Fitted = fits.Fitted,
            FromBase = fits.FromBase,
            TickPeriodNs = tickPeriodNs,
            Notes = Notes(),
        };
    }

    private static long FallAsleepNs(ProfileCosts costs) => new CostCurve(costs.HltExit).At(share: 0.5, asleepNs: 0) + new CostCurve(costs.HostBlock).At(share: 0.5, asleepNs: 0);

    private List<string> Notes()
    {
        var notes = new List<string>
        {
            "Recording makes wake-ups slower: each event costs time, and several lie in every wake-up. The fitted costs are those of the recorded"
            + " machine, which is somewhat slower than the same machine unobserved.",
        };
        if (_traces.Exists(t => !t.HasEvents))
        {
            notes.Add(
                "Packed traces and CSV hold segments alone: they tell only hostWake, and only where too few handlers were recorded; what passes from the"
                + " interrupt to the idle exit is taken to be the base profile's inject.");
        }

        return notes;
    }
}
