using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>What <c>step</c> walks through.</summary>
public sealed record SteppedWalk
{
    /// <summary>The name of the trace.</summary>
    public required string Trace { get; init; }

    /// <summary>The SHA-256 of the trace.</summary>
    public required string TraceSha256 { get; init; }

    /// <summary>Where the trace begins, in ns on its clock.</summary>
    public required long FirstNs { get; init; }

    /// <summary>The predictor.</summary>
    public required Contender Contender { get; init; }

    /// <summary>The vCPU.</summary>
    public required int Vcpu { get; init; }

    /// <summary>What the replay is made with.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>How many ns of burnt CPU one ns of latency is worth.</summary>
    public required double ExchangeRate { get; init; }

    /// <summary>What else the reader has to know, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
