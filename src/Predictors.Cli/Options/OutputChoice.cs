using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>In which forms a result is wanted.</summary>
/// <param name="Json">The JSON file, <c>-</c> for standard output, or null.</param>
/// <param name="Csv">The CSV file, <c>-</c> for standard output, or null.</param>
/// <param name="Quiet">No tables and no progress.</param>
/// <param name="Manifest">What the result is made with.</param>
internal sealed record OutputChoice(string? Json, string? Csv, bool Quiet, RunManifest Manifest)
{
    /// <summary>The page for a browser, or null.</summary>
    public string? Html { get; init; }

    /// <summary>The Parquet files, or null.</summary>
    public ParquetChoice? Parquet { get; init; }

    /// <summary>The file that keeps what a sweep has done, or null.</summary>
    public string? Resume { get; init; }

    /// <summary>Single pictures.</summary>
    public IReadOnlyList<PlotChoice> Plots { get; init; } = [];

    /// <summary>Whether what only pictures need has to be gathered.</summary>
    public bool WantsPictures => Html is not null || Plots.Count > 0;
}
