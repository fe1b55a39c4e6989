namespace Predictors.IdlePath;

/// <summary>What a calibration found.</summary>
public sealed record CalibrationResult
{
    /// <summary>The fitted profile.</summary>
    public required MachineProfile Profile { get; init; }

    /// <summary>The profile that the other costs come from.</summary>
    public required string BaseName { get; init; }

    /// <summary>The traces, in the order in which they were added.</summary>
    public required IReadOnlyList<CalibratedTrace> Traces { get; init; }

    /// <summary>What was measured in them.</summary>
    public required IReadOnlyList<MeasuredTimes> Measured { get; init; }

    /// <summary>The costs that follow from it.</summary>
    public required IReadOnlyList<FittedCost> Fitted { get; init; }

    /// <summary>The costs that were taken from the base profile.</summary>
    public required IReadOnlyList<BaseCost> FromBase { get; init; }

    /// <summary>The kernel's tick period, in ns; null where too few ticks were recorded.</summary>
    public required long? TickPeriodNs { get; init; }

    /// <summary>What else a reader must know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
