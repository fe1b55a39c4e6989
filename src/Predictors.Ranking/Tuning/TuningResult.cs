using Predictors.Abstractions;

namespace Predictors.Ranking;

/// <summary>What came of a search for the best setting of a predictor.</summary>
public sealed record TuningResult
{
    /// <summary>The traces.</summary>
    public required IReadOnlyList<TraceSummary> Traces { get; init; }

    /// <summary>What came of it.</summary>
    public required TuningVerdict Verdict { get; init; }

    /// <summary>The verdict in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The predictor with its defaults.</summary>
    public required Contender Default { get; init; }

    /// <summary>The best setting that was found; the defaults where they are kept.</summary>
    public required Contender Recommended { get; init; }

    /// <summary>The recommended setting's values, for the lines that apply it.</summary>
    public required ParameterValues Values { get; init; }

    /// <summary>The kernel module that takes them; null where no kernel has the rule.</summary>
    public required KernelModule? AppliedBy { get; init; }

    /// <summary>
    /// The gain over the defaults on halves of traces by which nothing was chosen: with several traces each half of a trace is judged under the
    /// setting that the other halves of the other traces lead to, with one trace under that of its other half. Null where nothing can be compared.
    /// </summary>
    public required Gain? HeldOut { get; init; }

    /// <summary>The gain where each half of all traces is judged under the setting that their other halves lead to; null with one trace.</summary>
    public required Gain? HeldOutInTime { get; init; }

    /// <summary>The figures of the defaults and of the recommended setting.</summary>
    public required IReadOnlyList<SettingFigures> Figures { get; init; }

    /// <summary>Settings beside the recommended one.</summary>
    public required IReadOnlyList<Neighbour> Neighbours { get; init; }

    /// <summary>How sharp the optimum is, by parameter.</summary>
    public required IReadOnlyList<FlatRange> Ranges { get; init; }

    /// <summary>What endangers a setting on these traces, in sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What else a reader has to know, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How many settings were tried.</summary>
    public required int Tried { get; init; }

    /// <summary>What a setting must keep to.</summary>
    public required TuningBounds Bounds { get; init; }

    /// <summary>How costs are weighed and intervals drawn.</summary>
    public required LeaderboardOptions Options { get; init; }
}
