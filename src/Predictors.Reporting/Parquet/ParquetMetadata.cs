using System.Text;
using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>What a Parquet file says of itself beside its rows: one JSON object with members as <c>--json</c> has them.</summary>
internal static class ParquetMetadata
{
    /// <summary>The key of the object in the file's metadata.</summary>
    public const string Key = "predictors";

    public static IReadOnlyDictionary<string, string> Of(Action<Utf8JsonWriter> members, RunManifest? manifest)
    {
        using var text = new MemoryStream();
        ReportFiles.WriteObject(text, members, manifest, indented: false);
        return new Dictionary<string, string> { [Key] = Encoding.UTF8.GetString(text.ToArray()) };
    }
}
