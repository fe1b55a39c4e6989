namespace Predictors.Reporting;

/// <summary>A report whose results can be had as Parquet.</summary>
public interface IParquetReport : IReport
{
    /// <summary>Writes one row for each result; columns as in the CSV, with types. The file's metadata says what they were made with.</summary>
    /// <param name="parquet">Where to; left open.</param>
    /// <param name="manifest">What the result was made with, or null to leave it out.</param>
    void WriteParquet(Stream parquet, RunManifest? manifest);
}
