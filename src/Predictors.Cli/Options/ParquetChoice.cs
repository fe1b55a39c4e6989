using Predictors.Reporting;

namespace Predictors.Cli;

/// <summary>Which Parquet files are wanted.</summary>
/// <param name="Results">The file of the results.</param>
/// <param name="Periods">The file of the idle periods, or null: only a folder has room for it.</param>
internal sealed record ParquetChoice(string Results, string? Periods)
{
    public const string Syntax = "DIR|FILE.parquet";

    private const string Ending = ".parquet";

    /// <summary>Reads the value of <c>--parquet</c>.</summary>
    /// <param name="value">A folder, which need not exist yet, or a file.</param>
    public static ParquetChoice Parse(string value)
    {
        if (value is "" or "-")
        {
            throw new UsageException($"--parquet {value} is not accepted: a folder, or a file whose name ends in {Ending}.");
        }

        return value.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(value)
            ? new ParquetChoice(value, null)
            : new ParquetChoice(Path.Combine(value, "results" + Ending), Path.Combine(value, "periods" + Ending));
    }

    /// <summary>Makes the folder where it is not there.</summary>
    /// <exception cref="OutputException">It can't be made.</exception>
    public void MakeFolder()
    {
        if (Periods is null)
        {
            return;
        }

        string folder = Path.GetDirectoryName(Periods)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string reason = File.Exists(folder) ? $"it is a file; a file of results is one whose name ends in {Ending}." : e.Message;
            throw new OutputException($"{folder} can't be made a folder: {reason}", e);
        }
    }
}
