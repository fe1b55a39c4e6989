using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>Writes reports to files.</summary>
public static class ReportFiles
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // The relaxed encoder leaves +, < and letters beyond ASCII readable; it is unsafe only inside HTML.
    private static readonly JsonWriterOptions s_json =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a report as JSON.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    /// <param name="manifest">What the result was made with, or null to leave it out.</param>
    /// <exception cref="OutputException">The file can't be written.</exception>
    public static void WriteJson(IReport report, string path, RunManifest? manifest = null) =>
        OutputFile.Write(path, stream => WriteJson(report, stream, manifest));

    /// <summary>Writes a report as JSON, indented, with a newline at its end.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to, such as standard output; left open.</param>
    /// <param name="manifest">What the result was made with, or null to leave it out.</param>
    public static void WriteJson(IReport report, Stream output, RunManifest? manifest = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        WriteObject(output, report.WriteMembers, manifest, indented: true);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes results as Parquet.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    /// <param name="manifest">What the result was made with, or null to leave it out.</param>
    /// <exception cref="OutputException">The file can't be written.</exception>
    public static void WriteParquet(IParquetReport report, string path, RunManifest? manifest = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        OutputFile.Write(path, stream => report.WriteParquet(stream, manifest));
    }

    /// <summary>Writes a report as CSV, in UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="OutputException">The file can't be written.</exception>
    public static void WriteCsv(IReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        OutputFile.Write(path, stream =>
        {
            using var csv = new StreamWriter(stream, s_utf8, leaveOpen: true);
            report.WriteCsv(csv);
        });
    }

    internal static void WriteObject(Stream output, Action<Utf8JsonWriter> members, RunManifest? manifest, bool indented)
    {
        using var json = new Utf8JsonWriter(output, s_json with { Indented = indented });
        json.WriteStartObject();
        json.WriteNumber("schema", JsonFields.Schema);
        members(json);
        manifest?.WriteTo(json);
        json.WriteEndObject();
    }
}
