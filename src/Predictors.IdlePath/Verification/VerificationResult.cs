namespace Predictors.IdlePath;

/// <summary>How the decisions of a predictor compare with those that the recording kernel took.</summary>
public sealed record VerificationResult
{
    /// <summary>Decisions that were compared: <see cref="Equal"/> + <see cref="Different"/>.</summary>
    public required long Decisions { get; init; }

    /// <summary>Decisions in which the predictor had the recorded window before and gave the recorded one after.</summary>
    public required long Equal { get; init; }

    /// <summary>Decisions in which it did not.</summary>
    public required long Different { get; init; }

    /// <summary>
    /// Decisions that were not compared, because the kernel's window at the beginning of the recording, or after lost
    /// events, was not the predictor's.
    /// </summary>
    public required long NotCompared { get; init; }

    /// <summary>Halts after which the kernel decided nothing, because the guest had switched the host's polling off.</summary>
    public required long WithoutDecision { get; init; }

    /// <summary>The first differences in the order of the recording, at most <see cref="MaxFirst"/>.</summary>
    public required IReadOnlyList<DecisionDifference> First { get; init; }

    /// <summary>What a reader of the figures has to know, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How many differences <see cref="First"/> holds at most.</summary>
    public static int MaxFirst => 10;

    /// <summary>
    /// Whether nothing differs, although there was something to hold the predictor against: decisions, or nothing but halts
    /// after which a kernel that keeps the rule decides nothing.
    /// </summary>
    public bool Agrees => Different == 0 && (Decisions > 0 || (WithoutDecision > 0 && NotCompared == 0));
}
