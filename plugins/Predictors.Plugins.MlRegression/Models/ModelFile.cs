using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>
/// The model file: a JSON object of <c>format</c>, <c>version</c>, <c>sha256</c> and <c>model</c>, where the hash is that
/// of the text of <c>model</c> as it stands in the file.
/// </summary>
internal static class ModelFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    private const string Format = "predictors-ml-regression";
    private const int Version = 4;

    /// <summary>Writes a model. The same model gives the same bytes.</summary>
    public static void Write(TrainedModel model, Stream stream)
    {
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(model, ModelJson.Default.TrainedModel);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("version", Version);
            writer.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(content)));
            writer.WritePropertyName("model");
            writer.WriteRawValue(content, skipInputValidation: true);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads and checks a model.</summary>
    /// <exception cref="InvalidDataException">The file can't be read or is no sound model; the message says which file and why.</exception>
    public static TrainedModel Read(string path)
    {
        try
        {
            long bytes = new FileInfo(path).Length;
            return bytes <= MaxBytes
                ? Parse(File.ReadAllBytes(path))
                : throw new InvalidDataException($"it has {bytes} bytes, more than the {MaxBytes} that a model may have");
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or InvalidOperationException /* text that is no Unicode */)
        {
            throw new InvalidDataException($"{path} is no usable ml-regression model: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The ml-regression model {path} can't be read: {e.Message}", e);
        }
    }

    /// <summary>Reads and checks a model.</summary>
    /// <exception cref="InvalidDataException">The content is no sound model of this version.</exception>
    /// <exception cref="JsonException">The content is no JSON, or not of a model's shape.</exception>
    public static TrainedModel Parse(ReadOnlyMemory<byte> content)
    {
        using JsonDocument document = JsonDocument.Parse(content);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !HasText(root, "format", Format))
        {
            throw new InvalidDataException($"it does not begin with \"format\":\"{Format}\"");
        }

        if (!root.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out int number) || number != Version)
        {
            throw new InvalidDataException($"its version is {version}, this version of the plugin reads {Version}: train it anew");
        }

        if (!root.TryGetProperty("model", out JsonElement element))
        {
            throw new InvalidDataException("\"model\" is missing");
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(JsonMarshal.GetRawUtf8Value(element)));
        if (!HasText(root, "sha256", hash))
        {
            throw new InvalidDataException($"it is damaged: the SHA-256 of \"model\" is {hash}, \"sha256\" says otherwise");
        }

        TrainedModel model = element.Deserialize(ModelJson.Default.TrainedModel)
            ?? throw new InvalidDataException("\"model\" is null");
        model.Validate();
        return model;
    }

    private static bool HasText(JsonElement root, string name, string text) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);
}
