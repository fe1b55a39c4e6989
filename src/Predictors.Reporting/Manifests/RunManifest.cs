using System.Text.Json;

namespace Predictors.Reporting;

/// <summary>
/// What a result was made with, so that somebody else can make it again. It is the only part of a report that depends on the machine; the
/// traces' hashes stand with the traces.
/// </summary>
public sealed record RunManifest
{
    /// <summary>The version of the tool, with the commit it was built from where that is known.</summary>
    public required string Version { get; init; }

    /// <summary>The .NET runtime, such as <c>.NET 10.0.1</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>The kind of machine, such as <c>linux-x64</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The command line without the command itself and without where the result was written to.</summary>
    public required IReadOnlyList<string> CommandLine { get; init; }

    /// <summary>The machine profile, where it is a file and not built in.</summary>
    public ManifestFile? Profile { get; init; }

    /// <summary>The DLLs of the predictors that took part, by name.</summary>
    public IReadOnlyList<ManifestFile> Plugins { get; init; } = [];

    /// <summary>Writes the member <c>manifest</c>.</summary>
    /// <param name="json">Where to.</param>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject("manifest");
        json.WriteString("version", Version);
        json.WriteString("runtime", Runtime);
        json.WriteString("platform", Platform);
        json.WriteStrings("commandLine", CommandLine);
        if (Profile is not null)
        {
            json.WritePropertyName("profile");
            Write(json, Profile);
        }

        json.WriteStartArray("plugins");
        foreach (ManifestFile plugin in Plugins)
        {
            Write(json, plugin);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ManifestFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("sha256", file.Sha256);
        json.WriteEndObject();
    }
}
